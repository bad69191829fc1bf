//! What this crate adds to generated code, with peers that play MAPI by the contracts of its pages.

mod memory;
#[cfg(not(windows))]
mod session;
mod tag;
