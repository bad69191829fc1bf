//! Which items there are, what they are called, and in which modules they stand.

pub(crate) mod build;
pub(crate) mod coclass;
pub(crate) mod dll;
pub(crate) mod external;
pub(crate) mod item_names;
pub(crate) mod method_names;
pub(crate) mod modules;
pub(crate) mod values;
