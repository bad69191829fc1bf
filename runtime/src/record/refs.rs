//! Duty: look for null pointers in records where the definition says `ref`: nobody passes one on.
//! Input: views, and records with an owner, on their way out. Output: an error for a null, however far away it is.
//!
//! A view shows every pointer as an option, as what comes from elsewhere may be anything, and can be made without one. So
//! the nulls are looked for where a record leaves: that closes all ways at once. What no pointer of this kind is in, or
//! leads to, is not looked at.
//!
//! An array to which many records refer is looked at as often; a [`Walk`] bounds that.

use super::owned::{MapiBox, MapiVec};
use crate::depth::Walk;
use crate::record::{Pointee, Record, record_of};
use crate::{Error, HRESULT, Result};

/// A pointer in a record is null, and its definition says `ref`. `HRESULT_FROM_WIN32(RPC_X_NULL_REF_POINTER)`, which MIDL's
/// proxies answer too.
pub const NULL_REF_POINTER: HRESULT = HRESULT(0x8007_06F4_u32.cast_signed());

crate::codes! { NULL_REF_POINTER, }

/// Refuses a pointer that is null.
///
/// # Errors
/// [`NULL_REF_POINTER`]
#[doc(hidden)]
#[inline]
pub fn present(is_null: bool) -> Result<()> {
    if is_null { Err(null_ref_pointer()) } else { Ok(()) }
}

#[cold]
fn null_ref_pointer() -> Error {
    Error::from_hresult(NULL_REF_POINTER)
}

/// Looks at records in a row to which another one refers.
///
/// # Safety
/// `start` is null or valid for reads of `len` records, of any alignment, whose pointers are valid.
///
/// # Errors
/// Those of [`Record::check_refs`]; [`TOO_DEEP`](crate::depth::TOO_DEEP) for too many of them.
#[doc(hidden)]
#[inline]
pub unsafe fn items<R: Record>(start: *const R, len: usize, walk: &Walk) -> Result<()> {
    if !R::REFS || start.is_null() {
        return Ok(());
    }
    walk.meet(len)?;
    // SAFETY: as promised.
    (0..len).try_for_each(|i| unsafe { start.add(i).read_unaligned().check_refs(walk) })
}

/// Looks at records in a row that are passed on.
///
/// # Safety
/// As for [`items`].
///
/// # Errors
/// Those of [`items`].
#[doc(hidden)]
#[inline]
pub unsafe fn row<R: Record>(start: *const R, len: usize) -> Result<()> {
    // SAFETY: as promised.
    unsafe { items(start, len, &Walk::over(len)) }
}

/// Looks at what a field points to.
///
/// # Safety
/// `pointer` is null or valid as its definition describes it.
///
/// # Errors
/// Those of [`Record::check_refs`].
#[doc(hidden)]
#[inline]
pub unsafe fn behind<P: Pointee>(pointer: *const P, walk: &Walk) -> Result<()> {
    // SAFETY: as promised.
    if !P::REFS || pointer.is_null() { Ok(()) } else { unsafe { P::check_refs(pointer, walk) } }
}

/// Looks at a record that is passed on.
///
/// # Errors
/// Those of [`Record::check_refs`].
#[doc(hidden)]
pub fn view<R: Record>(view: Option<&R::View<'_>>) -> Result<()> {
    // SAFETY: a view exists only while all pointers of its record are valid.
    view.map_or(Ok(()), |view| unsafe { record_of::<R>(*view).check_refs(&Walk::over(1)) })
}

/// Looks at an array that is passed on.
///
/// # Errors
/// Those of [`Record::check_refs`].
#[doc(hidden)]
pub fn views<R: Record>(views: Option<&[R::View<'_>]>) -> Result<()> {
    // SAFETY: as above; views have the layout of records.
    views.map_or(Ok(()), |views| unsafe { row(views.as_ptr().cast::<R>(), views.len()) })
}

/// The elements before the first one that must not be passed on, for a method that cannot answer so.
#[doc(hidden)]
#[must_use]
pub fn whole<'a, 'v, R: Record>(views: &'a [R::View<'v>]) -> &'a [R::View<'v>] {
    let walk = Walk::over(views.len());
    // SAFETY: as above.
    let is_refused = |one: &R::View<'v>| unsafe { record_of::<R>(*one).check_refs(&walk) }.is_err();
    let end = views.iter().position(is_refused).unwrap_or(views.len());
    &views[..end]
}

/// Looks at a record with an owner, which is given away or lent.
///
/// # Errors
/// Those of [`Record::check_refs`].
#[doc(hidden)]
pub fn owned<P: Pointee>(record: Option<&MapiBox<P>>) -> Result<()> {
    // SAFETY: an owned record is valid.
    record.map_or(Ok(()), |record| unsafe { behind(record.as_ptr(), &Walk::over(1)) })
}

/// Looks at an array with an owner, which is given away.
///
/// # Errors
/// Those of [`Record::check_refs`].
#[doc(hidden)]
pub fn array<R: Record>(array: &MapiVec<R>) -> Result<()> {
    // SAFETY: an owned array has as many valid records.
    unsafe { row(array.as_ptr(), array.len()) }
}
