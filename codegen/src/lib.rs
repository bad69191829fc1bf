//! The compiler behind mapidl: one text of classic COM IDL in, vtable structs, safe caller methods, safe provider
//! traits and mocks out.
//!
//! The modules are rooms in one direction; each may use those named before it, never those after it:
//! [`source`], [`diag`], [`syntax`], [`model`], [`layout`], [`resolve`], [`names`], [`plan`], [`emit`], [`output`],
//! [`driver`]. ARCHITECTURE.md in the repository tells what each one owns.

pub mod diag;
pub mod driver;
pub mod emit;
pub mod layout;
pub mod model;
pub mod names;
pub mod output;
pub mod plan;
pub mod resolve;
pub mod source;
pub mod syntax;
mod threads;

pub use driver::{Builder, Error};
pub use plan::Mocks;
