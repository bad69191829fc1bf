//! How calls end: codes, errors, successes that are not `S_OK`, and whom to tell of what nobody declared.

pub mod codes;
mod error;
pub mod hooks;
mod success;

pub(crate) use error::failed;
pub use error::{Error, Result, check};
pub use success::Success;
