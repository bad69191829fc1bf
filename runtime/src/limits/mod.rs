//! How much of what comes from outside is believed: counts, nesting, sizes.

pub mod count;
pub mod depth;
