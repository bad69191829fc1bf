//! What generated code calls around each call: of the callers' side, of the implementers', and for both.

pub mod apart;
pub mod buffer;
pub mod call;
pub mod change;
mod out;
pub mod stub;
