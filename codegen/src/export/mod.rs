//! Duty: write what the IDL means for others than Rust; one file per format.
//! Input: a [`Model`](crate::model::Model) with its layouts. Output: text. No plan is needed: what is safe in Rust is
//! nothing that these formats could say.

pub mod abi;
pub mod cpp;
