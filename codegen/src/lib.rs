//! The compiler behind mapidl: one text of classic COM IDL in, vtable structs, safe caller methods, safe provider
//! traits and mocks out.
//!
//! The modules are rooms in one direction; each may use those named before it, never those after it:
//! [`source`], [`diag`], [`syntax`], [`model`], [`layout`], [`resolve`], [`export`], [`names`], [`plan`], [`emit`],
//! [`output`], [`driver`]. ARCHITECTURE.md in the repository tells what each one owns.

pub mod diag;
pub mod driver;
pub mod emit;
pub mod export;
pub mod layout;
pub mod model;
pub mod names;
pub mod output;
pub mod plan;
pub mod resolve;
pub mod source;
pub mod suggest;
pub mod syntax;
mod text;
mod threads;

pub use driver::{Builder, Error};
pub use plan::Mocks;
