//! Duty: write what comes out of a call, once all that the call lends is no longer borrowed.
//! Input: the caller's place, or null. Output: the value there, or zero.

use super::apart::{self, Lent};

/// The place of a value that comes out, or null where the caller does not want it. Where nothing was written to it, it is
/// zero in the end.
///
/// A stub makes it before all else, so that it goes after all else: the place may be part of what the same call lends, and
/// nothing is written to it as long as that is borrowed.
#[derive(Debug)]
pub struct Out<T: Copy>(*mut T);

impl<T: Copy> Out<T> {
    /// # Safety
    /// `place` is null or valid for a write (of any alignment) as long as this lives; zero must be a value of `T`, and so must
    /// the bytes of all that is given to it ([`give`](Self::give)).
    #[inline]
    pub const unsafe fn new(place: *mut T) -> Self {
        Self(place)
    }

    /// Whether the caller does not want the value.
    #[inline]
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        self.0.is_null()
    }

    /// The memory of the place.
    #[inline]
    #[must_use]
    pub fn memory(&self) -> Lent {
        apart::values(self.0, 1)
    }

    /// Writes the value; one that the caller does not want is forgotten.
    #[inline]
    pub const fn write(self, value: T) {
        if !self.is_refused() {
            // SAFETY: valid, as was promised.
            unsafe { self.0.write_unaligned(value) }
        }
        std::mem::forget(self);
    }

    /// Gives away an owner with the bytes of such a value; one that the caller does not want is dropped.
    #[inline]
    pub fn give<U>(self, value: U) {
        const { assert!(size_of::<U>() == size_of::<T>()) };
        if !self.is_refused() {
            // SAFETY: valid, as was promised, for as many bytes.
            unsafe { self.0.cast::<U>().write_unaligned(value) }
        }
        std::mem::forget(self);
    }
}

impl<T: Copy> Drop for Out<T> {
    #[inline]
    fn drop(&mut self) {
        if !self.is_refused() {
            // SAFETY: valid, and zero is a value, as was promised.
            unsafe { self.0.write_unaligned(std::mem::zeroed()) }
        }
    }
}
