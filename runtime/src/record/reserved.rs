//! Duty: hold the fields of records that nobody reads. Input: C memory, in which such a field may never have been written.
//! Output: [`Reserved`], which moves whatever is there.

use std::fmt;
use std::mem::MaybeUninit;

/// A reserved field, or padding that has a name: many a C program does not write it, and nothing is read of it.
///
/// `Default` is zero, as contracts want it; [`From`] and [`new`](Self::new) make one with another value. It equals every other
/// one. What nobody has written comes from outside alone: no safe code makes one of that.
#[repr(transparent)]
pub struct Reserved<T>(MaybeUninit<T>);

impl<T> Reserved<T> {
    /// All of it zero.
    pub const ZERO: Self = Self(MaybeUninit::zeroed());

    /// A value, for a contract that wants another one than zero.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(MaybeUninit::new(value))
    }

    /// What is there.
    ///
    /// # Safety
    /// It must have been written, by whoever made the record.
    #[must_use]
    pub const unsafe fn assume_init(self) -> T
    where
        T: Copy,
    {
        // SAFETY: as promised.
        unsafe { self.0.assume_init() }
    }
}

impl<T: Copy> Copy for Reserved<T> {}

impl<T: Copy> Clone for Reserved<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Default for Reserved<T> {
    fn default() -> Self {
        Self::ZERO
    }
}

impl<T> From<T> for Reserved<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> PartialEq for Reserved<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Reserved<T> {}

impl<T> fmt::Debug for Reserved<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
}
