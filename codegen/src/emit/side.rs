//! The two sides of a call.

/// Whose signature is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    /// A caller's; with `default`, the identifier of an out interface is left out.
    Caller {
        /// See above.
        default: bool,
    },
    /// An implementer's.
    Provider,
}

impl Side {
    /// Whether it leaves out the identifier of an interface that comes out.
    pub(super) fn default(self) -> bool {
        matches!(self, Self::Caller { default: true })
    }
}
