//! What records are to safe code: which have a face, what they lead to and own, which fields say what of others.

pub(crate) mod bit_fields;
pub(crate) mod components;
pub(crate) mod duty;
pub(crate) mod elem;
pub(crate) mod faces;
pub(crate) mod ownership;
pub(crate) mod refs;
pub(crate) mod stand_ins;
pub(crate) mod switch;
pub(crate) mod views;
