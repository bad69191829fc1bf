//! Duty: lend what fields and parameters point to, and give the pointers of what is lent.
//! Input: pointers and counts. Output: views and slices, or the error of a contract.

use super::owned::MapiBox;
use super::{Array, Pointee, Record};
use crate::count::{of_elements, refused};
use crate::{Error, HRESULT, Result};
use std::borrow::Cow;

/// Where an array begins that a record points to; null when it has no elements.
#[doc(hidden)]
pub trait Start {
    /// The elements.
    type Item;

    /// The address.
    fn start(&self) -> *const Self::Item;
}

impl<T> Start for &[T] {
    type Item = T;

    fn start(&self) -> *const T {
        if self.is_empty() { std::ptr::null() } else { self.as_ptr() }
    }
}

impl<R: Record> Start for Array<'_, R> {
    type Item = R;

    fn start(&self) -> *const R {
        self.as_ptr()
    }
}

/// Borrows bytes that a field points to; none where there are more than memory can have.
///
/// # Safety
/// `start` is null or valid for `len` bytes for `'a`.
#[doc(hidden)]
#[must_use]
pub unsafe fn bytes<'a>(start: *const u8, len: usize) -> &'a [u8] {
    match of_elements::<u8>(len) {
        // SAFETY: as promised; bytes need no alignment.
        Some(len) if !start.is_null() => unsafe { std::slice::from_raw_parts(start, len) },
        _ => &[],
    }
}

/// Views what a field points to; nothing for null.
///
/// # Safety
/// `pointer` is null or valid for `'a` as its definition describes it.
#[doc(hidden)]
#[must_use]
pub unsafe fn opt_view<'a, P: Pointee>(pointer: *const P) -> Option<P::View<'a>> {
    // SAFETY: as promised.
    (!pointer.is_null()).then(|| unsafe { P::view(pointer) })
}

/// Views what a parameter points to.
///
/// # Safety
/// As for [`opt_view`].
///
/// # Errors
/// `code` for null, and for a record with a count that is no length.
#[doc(hidden)]
pub unsafe fn req_view<'a, P: Pointee>(pointer: *const P, code: HRESULT) -> Result<P::View<'a>> {
    // SAFETY: as promised.
    unsafe { given_view(pointer, code) }?.ok_or_else(|| refused(code))
}

/// Views what a parameter points to that may be absent.
///
/// # Safety
/// As for [`opt_view`].
///
/// # Errors
/// `code` for a record with a count that is no length.
#[doc(hidden)]
pub unsafe fn given_view<'a, P: Pointee>(pointer: *const P, code: HRESULT) -> Result<Option<P::View<'a>>> {
    // SAFETY: as promised.
    unsafe { if pointer.is_null() || P::is_counted(pointer) { Ok(opt_view(pointer)) } else { Err(refused(code)) } }
}

/// Borrows a view that a field points to; nothing for a null or misaligned pointer.
///
/// # Safety
/// `pointer` is null or valid for `'a`; `V` is transparent over what it points to.
#[doc(hidden)]
#[must_use]
pub unsafe fn opt_ref<'a, V>(pointer: *const V) -> Option<&'a V> {
    // SAFETY: not null, aligned, valid as promised.
    (!pointer.is_null() && pointer.is_aligned()).then(|| unsafe { &*pointer })
}

/// The address of a view that may be absent.
#[doc(hidden)]
#[must_use]
pub fn opt_ptr<V>(view: Option<&V>) -> *mut V {
    view.map_or(std::ptr::null_mut(), |view| std::ptr::from_ref(view).cast_mut())
}

/// The address of a record that may be absent.
#[doc(hidden)]
#[must_use]
pub fn box_ptr<P: Pointee>(record: Option<&MapiBox<P>>) -> *mut P {
    record.map_or(std::ptr::null_mut(), |record| record.as_ptr().cast_mut())
}

/// Borrows an array that may be null as a slice.
///
/// # Safety
/// `start` is null or valid for `len` records for `'a`.
///
/// # Errors
/// `code` for more elements than memory can have.
#[doc(hidden)]
pub unsafe fn opt_slice<'a, R: Record>(
    start: *const R,
    len: usize,
    code: HRESULT,
) -> Result<Option<Cow<'a, [R::View<'a>]>>> {
    let len = of_elements::<R>(len).ok_or_else(|| refused(code))?;
    // SAFETY: as promised.
    Ok((!start.is_null()).then(|| unsafe { Array::from_raw(start, len) }.to_slice()))
}

/// Borrows an array as a slice; null stands for no elements.
///
/// # Safety
/// As for [`opt_slice`].
///
/// # Errors
/// `code` for a null pointer with elements, or for more than memory can have.
#[doc(hidden)]
pub unsafe fn req_slice<'a, R: Record>(start: *const R, len: usize, code: HRESULT) -> Result<Cow<'a, [R::View<'a>]>> {
    if start.is_null() && len > 0 {
        return Err(Error::from_hresult(code));
    }
    // SAFETY: as promised.
    Ok(unsafe { opt_slice(start, len, code) }?.unwrap_or(Cow::Borrowed(&[])))
}

/// Follows an array of pointers that may be null.
///
/// # Safety
/// `start` is null or valid for `len` pointers, each null or valid for `'a`.
///
/// # Errors
/// `code` for a null among the pointers.
#[doc(hidden)]
pub unsafe fn opt_pointers<'a, R: Record>(
    start: *const *const R,
    len: usize,
    code: HRESULT,
) -> Result<Option<Vec<R::View<'a>>>> {
    if start.is_null() {
        return Ok(None);
    }
    // SAFETY: as promised.
    unsafe { req_pointers(start, len, code) }.map(Some)
}

/// Follows an array of pointers; null stands for no elements.
///
/// # Safety
/// As for [`opt_pointers`].
///
/// # Errors
/// `code` for a null pointer with elements, for a null among the pointers, or for more than memory can have.
#[doc(hidden)]
pub unsafe fn req_pointers<'a, R: Record>(
    start: *const *const R,
    len: usize,
    code: HRESULT,
) -> Result<Vec<R::View<'a>>> {
    if start.is_null() && len > 0 || of_elements::<*const R>(len).is_none() {
        return Err(refused(code));
    }
    // SAFETY: as promised.
    (0..len).map(|i| unsafe { req_view(start.add(i).read_unaligned(), code) }).collect()
}
