//! Duty: let arrays have pointers to records as elements. Input: C memory. Output: [`PtrView`].

use super::{Pointing, Record, copy_array, release_items, view_at};
use crate::Result;
use crate::depth::Walk;
use crate::heap::{Chain, Heap};
use crate::refs;
use std::fmt;
use std::marker::PhantomData;

/// A pointer to a record, as an element of an array of pointers.
#[repr(transparent)]
pub struct Ptr<R: Record>(pub *mut R);

impl<R: Record> Copy for Ptr<R> {}

impl<R: Record> Clone for Ptr<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Record> fmt::Debug for Ptr<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The view of a [`Ptr`]: a record, or nothing.
#[repr(transparent)]
pub struct PtrView<'a, R: Record>(*const R, PhantomData<&'a R>);

// SAFETY: it borrows a record as its view does.
unsafe impl<'a, R: Record<View<'a>: Send>> Send for PtrView<'a, R> {}
// SAFETY: as above.
unsafe impl<'a, R: Record<View<'a>: Sync>> Sync for PtrView<'a, R> {}

impl<R: Record> Copy for PtrView<'_, R> {}

impl<R: Record> Clone for PtrView<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, R: Record> PtrView<'a, R> {
    /// Points to nothing.
    pub const NULL: Self = Self(std::ptr::null(), PhantomData);

    /// Points to a record that Rust holds.
    #[must_use]
    pub fn new(view: &'a R::View<'a>) -> Self {
        Self(std::ptr::from_ref(view).cast(), PhantomData)
    }

    /// The record; `None` for a null pointer.
    #[must_use]
    pub fn get(self) -> Option<R::View<'a>> {
        // SAFETY: a view exists only while what it shows is valid.
        (!self.0.is_null()).then(|| unsafe { view_at(self.0) })
    }
}

impl<'a, R: Record<View<'a>: PartialEq>> PartialEq for PtrView<'a, R> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<'a, R: Record<View<'a>: fmt::Debug>> fmt::Debug for PtrView<'a, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

// SAFETY: the view is transparent over the pointer; the record is copied into the same chain.
unsafe impl<R: Record> Record for Ptr<R> {
    type View<'a> = PtrView<'a, R>;

    const RELEASES: bool = R::RELEASES;

    const REFS: bool = R::REFS;

    unsafe fn check_refs(&self, walk: &Walk) -> Result<()> {
        // SAFETY: null or one valid record.
        unsafe { refs::items(self.0, 1, walk) }
    }

    unsafe fn deep_copy(&self, chain: &Chain) -> Result<Self> {
        // SAFETY: null or one valid record.
        Ok(Self(unsafe { copy_array(self.0, 1, chain) }?))
    }

    unsafe fn release(&self, heap: Heap) {
        // SAFETY: null or one valid record, which the copy's owner gives up.
        unsafe { release_items(self.0, 1, heap) }
    }
}

impl<R: Record> Pointing for Ptr<R> {
    fn is_null(&self) -> bool {
        self.0.is_null()
    }
}
