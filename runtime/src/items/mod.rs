//! What the macros of generated code write, and what these items are made of.

pub mod bits;
pub mod layout;
pub mod sets;
pub mod vtable;
