//! What single types are to safe code, and how much memory a pointer stands for.

pub(crate) mod automation;
pub(crate) mod extent;
pub(crate) mod overlooked;
pub(crate) mod ty;
