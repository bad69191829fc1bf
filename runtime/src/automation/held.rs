//! Duty: what a variant's value is read from.
//! Input: a place in the variant itself, or what it refers to elsewhere. Output: [`Held`]: a borrow, or a copy.

use crate::Result;
use std::fmt;
use std::ops::Deref;

/// Something that owns memory, as a variant shows it.
///
/// What the variant holds is borrowed from it. What it refers to (`VT_BYREF`) is a variable of somebody else's, who may
/// assign another value to it whenever other code runs: so that is a copy, as it was when it was looked at.
pub enum Held<'a, T> {
    /// The variant holds it.
    Lent(&'a T),
    /// A copy of what it refers to.
    Copied(T),
}

impl<T> Deref for Held<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Lent(value) => value,
            Self::Copied(value) => value,
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Held<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T> Held<'_, T> {
    /// The copy, or one that is made of what is borrowed.
    pub(super) fn or_copy(self, copy: impl FnOnce(&T) -> Result<T>) -> Result<T> {
        match self {
            Self::Lent(value) => copy(value),
            Self::Copied(value) => Ok(value),
        }
    }
}
