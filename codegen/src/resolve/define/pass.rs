//! The state of the pass.

use crate::resolve::Resolver;

/// The state of the pass.
pub(super) struct Define<'r, 'a> {
    pub(super) r: &'r mut Resolver<'a>,
    /// By typedef, and by record: how many of its kind it builds on.
    pub(super) alias_depths: Vec<usize>,
    pub(super) record_depths: Vec<usize>,
}
