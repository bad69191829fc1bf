//! Duty: what every generated caller method does around the call.
//! Input: the HRESULT and out values of a call. Output: `Result`, without losing a success code.
//!
//! Generated code calls these functions; they are not meant to be called by hand.

pub use crate::object::reference::{borrowed_interface, interface, opt_interface, raw, slots, this};
pub use crate::record::Temp;
pub use crate::result::check;

use crate::codes::{E_INVALIDARG, E_POINTER, E_UNEXPECTED};
use crate::count::{self, Count};
use crate::hooks::{self, Event};
use crate::record::{Pointee, Record, record_of};
use crate::result::failed;
use crate::{Error, HRESULT, MapiBox, Result, Success};

/// An out variable before the call.
///
/// # Safety
/// Zero must be a value of `T`.
#[inline]
pub unsafe fn zeroed<T>() -> T {
    // SAFETY: as promised.
    unsafe { std::mem::zeroed() }
}

/// What a method answers that has no success code but `S_OK`: any other one goes to the hook.
///
/// # Errors
/// A failure code.
#[inline]
pub fn plain<T>(method: &'static str, code: HRESULT, value: T) -> Result<T> {
    if code.0 == 0 {
        return Ok(value);
    }
    unusual(method, code)?;
    Ok(value)
}

#[cold]
fn unusual(method: &'static str, code: HRESULT) -> Result<()> {
    if code.0 < 0 {
        return Err(failed(code));
    }
    hooks::report(&Event::UndeclaredSuccess { method, code });
    Ok(())
}

/// What a method answers that has several success codes.
///
/// # Errors
/// A failure code.
#[inline]
pub fn with_code<T>(code: HRESULT, value: T) -> Result<Success<T>> {
    if code.0 < 0 { Err(failed(code)) } else { Ok(Success::with(value, code)) }
}

/// Fails a call whose out value is missing although it succeeded.
#[inline]
pub fn required<T>(value: Option<T>) -> Result<T> {
    value.ok_or_else(|| Error::from_hresult(E_POINTER))
}

/// A record that came out of a call that succeeded, and that has an owner by now.
///
/// # Errors
/// `E_UNEXPECTED` when a number in it is not what it counts.
#[inline]
pub fn counted_record<P: Pointee>(record: Option<MapiBox<P>>) -> Result<Option<MapiBox<P>>> {
    match record {
        // SAFETY: an owned record is valid.
        Some(record) if !unsafe { P::is_counted(record.as_ptr()) } => Err(count::refused(E_UNEXPECTED)),
        record => Ok(record),
    }
}

/// The same of a record that must not be missing.
///
/// # Errors
/// Those of [`required`] and [`counted_record`].
#[inline]
pub fn required_record<P: Pointee>(record: Option<MapiBox<P>>) -> Result<MapiBox<P>> {
    required(counted_record(record)?)
}

/// A record that is passed on: where a peer has it in other data, a view shows it as it is.
///
/// # Errors
/// `E_INVALIDARG` when a number in it is not what it counts.
#[inline]
pub fn counted_view<R: Record>(view: &R::View<'_>) -> Result<()> {
    let record = record_of::<R>(*view);
    if Record::is_counted(&record) { Ok(()) } else { Err(count::refused(E_INVALIDARG)) }
}

/// An interface that came out of a call that succeeded with `code`; null is an error that keeps it.
///
/// # Errors
/// [`Error::null`].
#[inline]
pub fn object<I>(value: Option<I>, code: HRESULT) -> Result<I> {
    value.ok_or_else(|| Error::null(code))
}

/// The list that came back, unless it is the one that went in. Whoever answers may leave that in its place or put
/// another one there, which the caller then owns: mapi32's own property objects do so.
///
/// # Safety
/// What came back is the list that went in, null, or one whose ownership passes to the caller.
#[inline]
pub unsafe fn other_list<P: Pointee>(sent: Option<&mut Temp>, back: *mut P) -> Option<MapiBox<P>> {
    if sent.is_some_and(|list| std::ptr::eq(list.as_mut_ptr::<P>(), back)) {
        return None;
    }
    // SAFETY: by the contract above.
    unsafe { MapiBox::from_raw(back) }
}

/// The count that one or more slices share; absent ones have none.
///
/// # Errors
/// `E_INVALIDARG` when they differ, or when there are more elements than the count can say.
#[inline]
pub fn counts<C: Count>(lengths: &[Option<usize>]) -> Result<C> {
    let mut present = lengths.iter().flatten();
    let first = present.next().copied().unwrap_or(0);
    if present.any(|&len| len != first) {
        return Err(Error::from_hresult(E_INVALIDARG));
    }
    count::fit(first)
}

/// An array that a list counts: where it is there, so is the list, with as many elements.
///
/// # Errors
/// `E_INVALIDARG` when they differ.
pub fn agree(list: Option<usize>, array: Option<usize>) -> Result<()> {
    if array.is_none() || array == list {
        return Ok(());
    }
    Err(Error::from_hresult(E_INVALIDARG))
}

/// The count that one or more slices share, for a method that cannot fail: elements that one of them lacks, or that the
/// count cannot say, are left out.
#[must_use]
pub fn least<C: Count>(lengths: &[Option<usize>]) -> C {
    count::most(lengths.iter().flatten().copied().min().unwrap_or(0))
}

/// The addresses of records, for an array of pointers.
#[must_use]
pub fn pointers<V>(views: &[V]) -> Vec<*const V> {
    views.iter().map(std::ptr::from_ref).collect()
}
