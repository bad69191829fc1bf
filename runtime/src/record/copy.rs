//! Duty: copy records with what they point to, and free copies. Input: views, a heap. Output: blocks of that heap.

use super::{Array, Pointee, Record, view_at};
use crate::codes::E_OUTOFMEMORY;
use crate::depth::Walk;
use crate::heap::{Chain, Heap};
use crate::{Error, Result};
use std::ffi::c_void;
use std::ptr::NonNull;

// SAFETY: a pointer to a fixed-size record stands for that one record, which is read, copied and freed by its own rules.
unsafe impl<R: Record> Pointee for R {
    type View<'a> = <R as Record>::View<'a>;

    unsafe fn view<'a>(pointer: *const Self) -> <R as Record>::View<'a> {
        // SAFETY: as the caller promises.
        unsafe { view_at(pointer) }
    }

    #[inline]
    unsafe fn is_counted(pointer: *const Self) -> bool {
        // SAFETY: as the caller promises.
        <R as Record>::is_counted(&unsafe { pointer.read_unaligned() })
    }

    const REFS: bool = <R as Record>::REFS;

    unsafe fn check_refs(pointer: *const Self, walk: &Walk) -> Result<()> {
        // SAFETY: as the caller promises.
        unsafe { <R as Record>::check_refs(&pointer.read_unaligned(), walk) }
    }

    fn allocate(view: <R as Record>::View<'_>, heap: Heap) -> Result<NonNull<Self>> {
        allocate_items::<R, R>(std::slice::from_ref(&view), 0, heap)
    }

    unsafe fn free(pointer: NonNull<Self>, heap: Heap) {
        // SAFETY: as the caller promises.
        unsafe { free_items(pointer.as_ptr(), pointer.as_ptr(), 1, heap) }
    }
}

/// Allocates `header` bytes (rounded up to the records' alignment by the caller) and deep copies of `items` behind
/// them; gives the address of the first item's copy when `header` is 0, else of the block.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub fn allocate_items<T, R: Record>(items: &[R::View<'_>], header: usize, heap: Heap) -> Result<NonNull<T>> {
    let bytes = items.len().checked_mul(size_of::<R>()).and_then(|bytes| bytes.checked_add(header));
    let bytes = bytes.ok_or_else(|| Error::from_hresult(E_OUTOFMEMORY))?;
    let chain = Chain::new_in(heap, bytes.max(size_of::<T>()))?;
    let block = chain.root();
    // SAFETY: the block has room for the header and all items; views have the records' layout, and their pointers are
    // valid because a view exists only while they are.
    unsafe { copy_into(items.as_ptr().cast::<R>(), items.len(), block.as_ptr().byte_add(header).cast::<R>(), &chain) }?;
    Ok(chain.into_root().cast())
}

/// Deep-copies `len` records.
///
/// # Safety
/// `from` and `to` are valid for `len` records; `from`'s pointers are valid.
///
/// # Errors
/// Those of [`Record::deep_copy`].
#[doc(hidden)]
pub unsafe fn copy_into<R: Record>(from: *const R, len: usize, to: *mut R, chain: &Chain) -> Result<()> {
    if size_of::<R>() == 1 {
        // SAFETY: as promised; no pointer has room in a byte.
        unsafe { to.copy_from_nonoverlapping(from, len) };
        return Ok(());
    }
    for i in 0..len {
        // SAFETY: as promised.
        unsafe { to.add(i).write_unaligned(from.add(i).read_unaligned().deep_copy(chain)?) }
    }
    Ok(())
}

/// Releases what `len` records own, and leaves the memory that they stand in. A record is zero from then on: a peer may
/// refer to one from two places, or from within itself, and what it owns is released where it is met first.
///
/// # Safety
/// `items` is null or valid for reads and writes of `len` valid records, whose content nobody uses any more.
#[doc(hidden)]
pub unsafe fn release_items<R: Record>(items: *const R, len: usize, heap: Heap) {
    if !R::RELEASES {
        return;
    }
    // SAFETY: as promised.
    let items = unsafe { Array::from_raw(items, len) };
    for i in 0..items.len() {
        // SAFETY: the caller vouches for as many valid records, and zero is the value of one that owns nothing.
        unsafe {
            let item = items.as_ptr().add(i).cast_mut();
            let record = item.read_unaligned();
            item.cast::<u8>().write_bytes(0, size_of::<R>());
            record.release(heap);
        }
    }
}

/// Releases `len` records and frees the block that they stand in.
///
/// # Safety
/// The records are valid and in `block`, a block of `heap`; nobody uses them any more.
#[doc(hidden)]
pub unsafe fn free_items<T, R: Record>(block: *const T, items: *const R, len: usize, heap: Heap) {
    // SAFETY: as promised.
    unsafe {
        release_items(items, len, heap);
        heap.free(block.cast::<c_void>().cast_mut());
    }
}

/// Frees an array of the current heap. Where there is none, nobody asks which heap that is, so that one can be chosen later.
///
/// # Safety
/// `start` is null, or a block of the current heap with `len` valid records that nobody uses any more.
pub(crate) unsafe fn free_array<R: Record>(start: *const R, len: usize) {
    if !start.is_null() {
        // SAFETY: as promised.
        unsafe { free_items(start, start, len, Heap::current()) }
    }
}

/// A copy of an array in a chain; what a field with a counted pointer is copied with. No elements are a null pointer.
///
/// # Safety
/// `from` is null or valid for `len` records, whose pointers are valid.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub unsafe fn copy_array<R: Record>(from: *const R, len: usize, chain: &Chain) -> Result<*mut R> {
    if from.is_null() || len == 0 {
        return Ok(std::ptr::null_mut());
    }
    let to = chain.more::<R>(len)?.as_ptr();
    // SAFETY: room for `len` records was just made.
    unsafe { copy_into(from, len, to, chain) }?;
    Ok(to)
}

/// A copy of an array in a block of its own, unless all is to be in one; what a field marked `mapi_alloc` is copied with.
///
/// # Safety
/// As for [`copy_array`].
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub unsafe fn copy_array_own<R: Record>(from: *const R, len: usize, chain: &Chain) -> Result<*mut R> {
    if from.is_null() || len == 0 {
        return Ok(std::ptr::null_mut());
    }
    if chain.is_whole() {
        // SAFETY: as promised.
        return unsafe { copy_array(from, len, chain) };
    }
    let bytes = len.checked_mul(size_of::<R>()).ok_or_else(|| Error::from_hresult(E_OUTOFMEMORY))?;
    let own = chain.part(bytes)?;
    // SAFETY: room for `len` records was just made.
    unsafe { copy_into(from, len, own.root().as_ptr().cast::<R>(), &own) }?;
    Ok(chain.adopt(own).as_ptr().cast())
}

/// A copy of a nul-terminated string in a chain.
///
/// # Safety
/// `from` is null or a string that ends in a zero unit.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub unsafe fn copy_string<U: Record + Default + PartialEq>(from: *const U, chain: &Chain) -> Result<*mut U> {
    if from.is_null() {
        return Ok(std::ptr::null_mut());
    }
    let mut len = 1;
    // SAFETY: the string ends in a zero unit, which is copied with it.
    unsafe {
        while from.add(len - 1).read_unaligned() != U::default() {
            len += 1;
        }
        copy_array(from, len, chain)
    }
}
