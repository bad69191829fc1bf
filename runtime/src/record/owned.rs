//! Duty: own what a MAPI heap holds.
//! Input: views to copy, or blocks that a callee gave away. Output: [`MapiVec`] and [`MapiBox`], which free their blocks
//! with everything that belongs to them.

use crate::Result;
use crate::codes::E_UNEXPECTED;
use crate::count::{Count, of_elements, refused};
use crate::heap::{Chain, Heap};
use crate::record::{Array, Iter, Pointee, Record, allocate_items, free_array, record_of, view_at};
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// An array that a MAPI heap holds, and that is freed with it.
pub struct MapiVec<R: Record> {
    start: *mut R,
    len: usize,
}

// SAFETY: it owns its memory, of which views show all.
unsafe impl<R: Record> Send for MapiVec<R> where for<'a> R::View<'a>: Send {}
// SAFETY: nothing is changed through a shared reference but by way of views.
unsafe impl<R: Record> Sync for MapiVec<R> where for<'a> R::View<'a>: Sync {}

impl<R: Record> MapiVec<R> {
    /// Deep-copies `items` into the current heap.
    ///
    /// # Errors
    /// `MAPI_E_NOT_ENOUGH_MEMORY`
    pub fn new(items: &[R::View<'_>]) -> Result<Self> {
        let start = allocate_items::<R, R>(items, 0, Heap::current())?;
        Ok(Self { start: start.as_ptr(), len: items.len() })
    }

    /// Takes over an array.
    ///
    /// # Safety
    /// `start` is null, or a block of the current heap with `len` valid records, given away to the new owner.
    #[must_use]
    pub unsafe fn from_raw(start: *mut R, len: usize) -> Self {
        Self { start, len: if start.is_null() { 0 } else { len } }
    }

    /// Takes over an array that a callee counts.
    ///
    /// # Safety
    /// `start` is null, or a block of the current heap with as many valid records as `count` says, given away to the new
    /// owner.
    ///
    /// # Errors
    /// `E_UNEXPECTED` when the count is no length; the block is freed then, and what its records own is left.
    #[doc(hidden)]
    pub unsafe fn taken(start: *mut R, count: impl Count) -> Result<Self> {
        let len = count.length().and_then(of_elements::<R>);
        // SAFETY: as promised; without a length there is no record to look at.
        let array = unsafe { Self::from_raw(start, len.unwrap_or(0)) };
        if start.is_null() || len.is_some() { Ok(array) } else { Err(refused(E_UNEXPECTED)) }
    }

    /// Gives the array away: the address (null for none) and the number of its elements.
    #[must_use]
    pub fn into_raw(self) -> (*mut R, usize) {
        let this = ManuallyDrop::new(self);
        (this.start, this.len)
    }

    /// The address of the first element; null where there is no block.
    #[must_use]
    pub fn as_ptr(&self) -> *mut R {
        self.start
    }

    /// The elements.
    #[must_use]
    pub fn as_array(&self) -> Array<'_, R> {
        // SAFETY: the records are ours and valid as long as `self` is.
        unsafe { Array::from_raw(self.start, self.len) }
    }

    /// How many elements it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The element at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<R::View<'_>> {
        self.as_array().get(index)
    }

    /// The elements in order.
    pub fn iter(&self) -> Iter<'_, R> {
        self.as_array().iter()
    }
}

impl<R: Record> Default for MapiVec<R> {
    /// No array: what a callee answers with a null pointer.
    fn default() -> Self {
        Self { start: std::ptr::null_mut(), len: 0 }
    }
}

impl<R: Record> Drop for MapiVec<R> {
    fn drop(&mut self) {
        // SAFETY: the array is ours.
        unsafe { free_array(self.start, self.len) }
    }
}

impl<'a, R: Record> IntoIterator for &'a MapiVec<R> {
    type Item = R::View<'a>;
    type IntoIter = Iter<'a, R>;

    fn into_iter(self) -> Iter<'a, R> {
        self.iter()
    }
}

impl<R: Record> fmt::Debug for MapiVec<R>
where
    for<'a> R::View<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_array().fmt(f)
    }
}

/// A record that a MAPI heap holds, with everything it points to, and that is freed with it.
pub struct MapiBox<P: Pointee>(NonNull<P>);

// SAFETY: it owns its memory, of which views show all.
unsafe impl<P: Pointee> Send for MapiBox<P> where for<'a> P::View<'a>: Send {}
// SAFETY: nothing is changed through a shared reference but by way of views.
unsafe impl<P: Pointee> Sync for MapiBox<P> where for<'a> P::View<'a>: Sync {}

impl<P: Pointee> MapiBox<P> {
    /// Deep-copies what `view` shows into the current heap.
    ///
    /// # Errors
    /// `MAPI_E_NOT_ENOUGH_MEMORY`, or `E_INVALIDARG` when there are more elements than the record can count.
    pub fn new<'a>(view: impl Into<P::View<'a>>) -> Result<Self> {
        P::allocate(view.into(), Heap::current()).map(Self)
    }

    /// Takes over a record; null is none.
    ///
    /// # Safety
    /// `pointer` is null or a block of the current heap with valid content, given away to the new owner.
    #[must_use]
    pub unsafe fn from_raw(pointer: *mut P) -> Option<Self> {
        NonNull::new(pointer).map(Self)
    }

    /// Gives the record away.
    #[must_use]
    pub fn into_raw(self) -> *mut P {
        ManuallyDrop::new(self).0.as_ptr()
    }

    /// Looks at the record.
    #[must_use]
    pub fn view(&self) -> P::View<'_> {
        // SAFETY: the record is ours and valid as long as `self` is.
        unsafe { P::view(self.0.as_ptr()) }
    }

    /// Its address.
    #[must_use]
    pub fn as_ptr(&self) -> *const P {
        self.0.as_ptr()
    }

    /// Its address, for one who changes the record in place.
    #[must_use]
    pub fn as_mut_ptr(&mut self) -> *mut P {
        self.0.as_ptr()
    }

    pub(crate) fn as_non_null(&mut self) -> NonNull<P> {
        self.0
    }

    /// Borrows the record as something that can be put into another one.
    #[must_use]
    pub fn as_mapi_ref(&self) -> MapiRef<'_, P> {
        MapiRef(self.0, PhantomData)
    }
}

/// A record behind a pointer, borrowed for `'a`.
#[repr(transparent)]
pub struct MapiRef<'a, P>(NonNull<P>, PhantomData<&'a P>);

// SAFETY: it borrows a record as its view does.
unsafe impl<'a, P: Pointee<View<'a>: Send>> Send for MapiRef<'a, P> {}
// SAFETY: as above.
unsafe impl<'a, P: Pointee<View<'a>: Sync>> Sync for MapiRef<'a, P> {}

impl<P> Copy for MapiRef<'_, P> {}

impl<P> Clone for MapiRef<'_, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, P: Pointee> MapiRef<'a, P> {
    /// Borrows a record; null is none.
    ///
    /// # Safety
    /// `pointer` is null, or it and the record's pointers are valid for `'a` as the definition describes them.
    #[must_use]
    pub unsafe fn from_raw(pointer: *const P) -> Option<Self> {
        NonNull::new(pointer.cast_mut()).map(|pointer| Self(pointer, PhantomData))
    }

    /// Looks at the record.
    #[must_use]
    pub fn view(self) -> P::View<'a> {
        // SAFETY: valid for `'a`, or this would not exist.
        unsafe { P::view(self.0.as_ptr()) }
    }

    /// Its address.
    #[must_use]
    pub fn as_ptr(self) -> *mut P {
        self.0.as_ptr()
    }
}

impl<'a, P: Pointee> From<&'a MapiBox<P>> for MapiRef<'a, P> {
    fn from(owned: &'a MapiBox<P>) -> Self {
        owned.as_mapi_ref()
    }
}

impl<'a, P: Pointee<View<'a>: PartialEq>> PartialEq for MapiRef<'a, P> {
    fn eq(&self, other: &Self) -> bool {
        self.view() == other.view()
    }
}

impl<'a, P: Pointee<View<'a>: fmt::Debug>> fmt::Debug for MapiRef<'a, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().fmt(f)
    }
}

/// A record whose block holds everything that belongs to it, also what elsewhere has blocks of its own.
#[repr(transparent)]
pub struct OneBlock<R>(R);

impl<R: Record> fmt::Debug for OneBlock<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneBlock")
    }
}

// SAFETY: the record is read by its own rules; all that is allocated is chained to the block.
unsafe impl<R: Record> Pointee for OneBlock<R> {
    type View<'a> = R::View<'a>;

    unsafe fn view<'a>(pointer: *const Self) -> R::View<'a> {
        // SAFETY: as the caller promises.
        unsafe { view_at(pointer.cast::<R>()) }
    }

    unsafe fn is_counted(pointer: *const Self) -> bool {
        // SAFETY: as the caller promises.
        unsafe { <R as Pointee>::is_counted(pointer.cast()) }
    }

    const REFS: bool = <R as Pointee>::REFS;

    unsafe fn check_refs(pointer: *const Self, walk: &crate::depth::Walk) -> Result<()> {
        // SAFETY: as the caller promises.
        unsafe { <R as Pointee>::check_refs(pointer.cast(), walk) }
    }

    fn allocate(view: R::View<'_>, heap: Heap) -> Result<NonNull<Self>> {
        let chain = Chain::new_in(heap, size_of::<R>())?;
        // SAFETY: a view's pointers are valid, and the block has room for the record.
        unsafe {
            let copy = chain.whole(|chain| record_of::<R>(view).deep_copy(chain))?;
            chain.root().as_ptr().cast::<R>().write_unaligned(copy);
        }
        Ok(chain.into_root().cast())
    }

    unsafe fn free(pointer: NonNull<Self>, heap: Heap) {
        // SAFETY: as the caller promises; nothing has a block of its own.
        unsafe { heap.free(pointer.as_ptr().cast()) }
    }
}

impl<P: Pointee> Drop for MapiBox<P> {
    fn drop(&mut self) {
        // SAFETY: the record is ours.
        unsafe { P::free(self.0, Heap::current()) }
    }
}

impl<P: Pointee> fmt::Debug for MapiBox<P>
where
    for<'a> P::View<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().fmt(f)
    }
}
