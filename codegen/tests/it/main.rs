//! The compiler from outside, room by room: what it reads, what that means, and what it writes.

mod builder;
mod common;
mod hostile_text;
mod resolve;
mod syntax;
