//! Duty: look at arrays of records. Input: C memory that a contract describes. Output: [`Array`].

use super::{Record, view};
use crate::count::of_elements;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// An array in C memory, borrowed for `'a`; its elements are read by value, so that it need not be aligned.
pub struct Array<'a, R: Record> {
    start: *const R,
    len: usize,
    borrow: PhantomData<&'a R>,
}

// SAFETY: it borrows records as their views do.
unsafe impl<'a, R: Record<View<'a>: Send>> Send for Array<'a, R> {}
// SAFETY: as above.
unsafe impl<'a, R: Record<View<'a>: Sync>> Sync for Array<'a, R> {}

impl<R: Record> Copy for Array<'_, R> {}

impl<R: Record> Clone for Array<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, R: Record> Array<'a, R> {
    /// No elements.
    pub const EMPTY: Self = Self { start: std::ptr::null(), len: 0, borrow: PhantomData };

    /// An array at `start`; a null pointer is an empty one, and so is one with more elements than memory can have.
    ///
    /// # Safety
    /// `start` is null or points to `len` records that are valid, and not written, for `'a`.
    #[inline]
    #[must_use]
    pub unsafe fn from_raw(start: *const R, len: usize) -> Self {
        match of_elements::<R>(len) {
            Some(len) if !start.is_null() && len > 0 => Self { start, len, borrow: PhantomData },
            _ => Self::EMPTY,
        }
    }

    /// How many elements it has.
    #[must_use]
    pub fn len(self) -> usize {
        self.len
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The element at `index`.
    #[must_use]
    pub fn get(self, index: usize) -> Option<R::View<'a>> {
        // SAFETY: below `len`, so within the array.
        (index < self.len).then(|| view(unsafe { self.start.add(index).read_unaligned() }))
    }

    /// The elements in order.
    #[must_use]
    pub fn iter(self) -> Iter<'a, R> {
        Iter { array: self, at: 0 }
    }

    /// The elements as a slice: in place where they are aligned, else copied (shallowly).
    #[must_use]
    pub fn to_slice(self) -> Cow<'a, [R::View<'a>]> {
        if self.len == 0 {
            Cow::Borrowed(&[])
        } else if self.start.cast::<R::View<'a>>().is_aligned() {
            // SAFETY: aligned, valid for `'a`; views have the layout of records.
            Cow::Borrowed(unsafe { std::slice::from_raw_parts(self.start.cast(), self.len) })
        } else {
            Cow::Owned(self.iter().collect())
        }
    }

    /// The elements in a vector.
    #[must_use]
    pub fn to_vec(self) -> Vec<R::View<'a>> {
        self.iter().collect()
    }

    /// The address of the first element; null when there is none.
    #[must_use]
    pub fn as_ptr(self) -> *const R {
        self.start
    }
}

impl<'a, R: Record, const N: usize> From<&'a [R::View<'a>; N]> for Array<'a, R> {
    fn from(array: &'a [R::View<'a>; N]) -> Self {
        Self::from(array.as_slice())
    }
}

impl<'a, R: Record> From<&'a [R::View<'a>]> for Array<'a, R> {
    fn from(slice: &'a [R::View<'a>]) -> Self {
        // SAFETY: views have the layout of records, and live as long as the slice.
        unsafe { Self::from_raw(slice.as_ptr().cast(), slice.len()) }
    }
}

impl<'a, R: Record> IntoIterator for Array<'a, R> {
    type Item = R::View<'a>;
    type IntoIter = Iter<'a, R>;

    fn into_iter(self) -> Iter<'a, R> {
        self.iter()
    }
}

impl<'a, R: Record<View<'a>: fmt::Debug>> fmt::Debug for Array<'a, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a, R: Record<View<'a>: PartialEq>> PartialEq for Array<'a, R> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().zip(other.iter()).all(|(a, b)| a == b)
    }
}

/// The elements of an [`Array`].
pub struct Iter<'a, R: Record> {
    array: Array<'a, R>,
    at: usize,
}

impl<'a, R: Record> Iterator for Iter<'a, R> {
    type Item = R::View<'a>;

    fn next(&mut self) -> Option<R::View<'a>> {
        let item = self.array.get(self.at)?;
        self.at += 1;
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.array.len - self.at;
        (left, Some(left))
    }
}

impl<R: Record> ExactSizeIterator for Iter<'_, R> {}

impl<R: Record> fmt::Debug for Iter<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iter").field("at", &self.at).field("len", &self.array.len).finish()
    }
}
