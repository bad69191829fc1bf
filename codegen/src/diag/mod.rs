//! Duty: say what is wrong with a text.
//! Input: a [`Code`], a place and words from any stage. Output: a sorted, capped list of [`Diagnostic`]s, and its
//! renderings.

mod code;
mod diagnostic;
mod load;
pub mod render;
mod sink;

pub use code::Code;
pub use diagnostic::{Diagnostic, Label, Severity};
pub use sink::Sink;
