//! What a record leads to.

/// What is true of a record or of any that it leads to.
#[derive(Clone, Copy, Default)]
pub(crate) struct Reached {
    /// It can lead to a record of its own type, and so be nested to any depth; true of the record itself alone.
    pub(crate) recursive: bool,
    /// There is a place to write to.
    pub(crate) slots: bool,
    /// There is an interface.
    pub(crate) interfaces: bool,
    /// There is a block of its own.
    pub(crate) blocks: bool,
    /// There is a pointer that must not be null.
    pub(crate) refs: bool,
    /// There is a pointer to memory that nothing makes constant.
    pub(crate) writable: bool,
}

impl Reached {
    pub(crate) fn join(&mut self, other: Self) {
        self.slots |= other.slots;
        self.interfaces |= other.interfaces;
        self.blocks |= other.blocks;
        self.refs |= other.refs;
        self.writable |= other.writable;
    }
}
