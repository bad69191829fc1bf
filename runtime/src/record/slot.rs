//! Duty: let a reader of a record write where one of its fields points to. Input: such a field. Output: [`Slot`].

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;

/// A place for a value, to which a field of a record points. It is written to and not read: nobody need have written there
/// before. Whoever makes the record lends a [`Cell`].
#[repr(transparent)]
pub struct Slot<'a, T>(NonNull<T>, PhantomData<&'a Cell<T>>);

impl<T> Copy for Slot<'_, T> {}

impl<T> Clone for Slot<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Copy> Slot<'_, T> {
    /// The place at an address, of any alignment; nothing for null.
    ///
    /// # Safety
    /// `place` is null or valid for writes for `'a`.
    #[doc(hidden)]
    #[must_use]
    pub unsafe fn at(place: *mut T) -> Option<Self> {
        NonNull::new(place).map(|place| Self(place, PhantomData))
    }

    /// The address of a place that may be absent.
    #[doc(hidden)]
    #[must_use]
    pub fn address(slot: Option<Self>) -> *mut T {
        slot.map_or(std::ptr::null_mut(), |slot| slot.0.as_ptr())
    }

    /// Stores a value there.
    pub fn set(self, value: T) {
        // SAFETY: a slot exists only while its place may be written to.
        unsafe { self.0.write_unaligned(value) }
    }
}

impl<'a, T: Copy> From<&'a Cell<T>> for Slot<'a, T> {
    fn from(place: &'a Cell<T>) -> Self {
        Self(NonNull::from(place).cast(), PhantomData)
    }
}

/// Whether they are one place.
impl<T> PartialEq for Slot<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Slot<'_, T> {}

impl<T> fmt::Debug for Slot<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Slot")
    }
}
