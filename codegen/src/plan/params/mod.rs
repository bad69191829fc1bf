//! What each parameter is to a safe signature.

pub(crate) mod counts;
mod elements;
pub(crate) mod in_place;
mod input;
pub(crate) mod nulls;
mod output;
mod role;
pub(crate) mod signature;
