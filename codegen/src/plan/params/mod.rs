//! What each parameter is to a safe signature.

pub(crate) mod counts;
pub(crate) mod in_place;
pub(crate) mod nulls;
pub(crate) mod signature;
