//! Duty: what every generated provider stub does at the boundary, where raw arguments become safe ones.
//! Input: raw pointers of a COM call. Output: checked, borrowed Rust values, or the error that the contract wants.
//!
//! Generated code calls these functions; they are not meant to be called by hand.

pub use super::out::Out;

use crate::codes::{CLASS_E_NOAGGREGATION, E_NOINTERFACE, E_UNEXPECTED};
use crate::hooks::{self, Event};
use crate::{Error, GUID, HRESULT, IUnknown, IUnknownImpl, Interface, Result};
use std::ffi::c_void;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a stub was called on.
#[derive(Debug)]
pub struct This<T, const OFFSET: isize>(*mut c_void, PhantomData<*const T>);

impl<T: IUnknownImpl, const OFFSET: isize> This<T, OFFSET> {
    /// Says whose interface pointer it is.
    #[inline]
    #[must_use]
    pub const fn new(this: *mut c_void) -> Self {
        Self(this, PhantomData)
    }

    /// The object.
    ///
    /// # Safety
    /// It must be an interface pointer `OFFSET` pointers behind the start of a `T` that lives as long as this value, as in a
    /// vtable made for both.
    ///
    /// # Errors
    /// `RPC_E_WRONG_THREAD` where it belongs to another thread.
    #[inline]
    pub unsafe fn object(&self) -> Result<&T> {
        // SAFETY: as promised.
        unsafe { crate::object::object_of::<T, OFFSET>(self.0) }
    }
}

/// Runs the body of a stub that returns an HRESULT: catches panics, turns errors into codes.
///
/// The body is behind a reference so that this is compiled once for all methods; the optimiser sees through it.
#[inline]
pub fn hresult(method: &'static str, body: &mut dyn FnMut() -> Result<HRESULT>) -> HRESULT {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => failure(method, &error),
        Err(payload) => {
            panicked(method, payload);
            E_UNEXPECTED
        }
    }
}

/// As [`hresult`], for a method that gives interfaces, and beside them only what may be null or zero: an implementer may
/// answer null with a success ([`Error::null`]). Nothing was written to its places then, so that they are zero.
#[inline]
pub fn hresult_or_null(method: &'static str, body: &mut dyn FnMut() -> Result<HRESULT>) -> HRESULT {
    hresult(method, &mut || body().or_else(|error| error.null_code().ok_or(error)))
}

/// Runs the body of a stub that returns something else than an HRESULT; a panic or a broken contract gives the default
/// value (zero).
#[inline]
pub fn value<R: Default>(method: &'static str, body: &mut dyn FnMut() -> Result<R>) -> R {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(result) => result.unwrap_or_default(),
        Err(payload) => {
            panicked(method, payload);
            R::default()
        }
    }
}

#[cold]
fn failure(method: &'static str, error: &Error) -> HRESULT {
    if let Some(code) = error.mistaken() {
        hooks::report(&Event::MistakenError { method, code });
    }
    error.code()
}

#[cold]
fn panicked(method: &'static str, payload: Box<dyn std::any::Any + Send>) {
    hooks::report(&Event::Panic { method, message: hooks::panic_message(&*payload) });
    hooks::forget_payload(payload);
}

/// The error that a code stands for.
#[cold]
#[must_use]
pub fn refuse(code: HRESULT) -> Error {
    Error::from_hresult(code)
}

/// Refuses a null that the contract forbids, in the place of a value that comes out.
#[inline]
pub fn wanted<T: Copy>(out: &Out<T>, code: HRESULT) -> Result<()> {
    if out.is_refused() { Err(Error::from_hresult(code)) } else { Ok(()) }
}

/// Refuses a null that the contract forbids.
#[inline]
pub fn not_null<T>(pointer: *const T, code: HRESULT) -> Result<()> {
    if pointer.is_null() { Err(Error::from_hresult(code)) } else { Ok(()) }
}

/// Borrows a record that may be null. A misaligned pointer breaks the contract like a null does.
///
/// # Safety
/// `pointer` is null or points to a live `T` for `'a`.
#[inline]
pub unsafe fn opt_ref<'a, T>(pointer: *const T, code: HRESULT) -> Result<Option<&'a T>> {
    if pointer.is_null() {
        Ok(None)
    } else if pointer.is_aligned() {
        // SAFETY: not null, aligned, live as promised.
        Ok(Some(unsafe { &*pointer }))
    } else {
        Err(Error::from_hresult(code))
    }
}

/// Borrows a record that must not be null.
///
/// # Safety
/// As for [`opt_ref`].
#[inline]
pub unsafe fn req_ref<'a, T>(pointer: *const T, code: HRESULT) -> Result<&'a T> {
    // SAFETY: as promised.
    unsafe { opt_ref(pointer, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// Borrows a value that goes in and out.
///
/// # Safety
/// `pointer` is null or points to a live `T` that nothing else touches for `'a`.
#[inline]
pub unsafe fn opt_mut<'a, T>(pointer: *mut T, code: HRESULT) -> Result<Option<&'a mut T>> {
    if pointer.is_null() {
        Ok(None)
    } else if pointer.is_aligned() {
        // SAFETY: not null, aligned, live and exclusive as promised.
        Ok(Some(unsafe { &mut *pointer }))
    } else {
        Err(Error::from_hresult(code))
    }
}

/// Borrows a value that goes in and out and must not be null.
///
/// # Safety
/// As for [`opt_mut`].
#[inline]
pub unsafe fn req_mut<'a, T>(pointer: *mut T, code: HRESULT) -> Result<&'a mut T> {
    // SAFETY: as promised.
    unsafe { opt_mut(pointer, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// Borrows an interface that may be null.
///
/// # Safety
/// The pointer that `raw` refers to is null or a live interface pointer of type `I`.
#[inline]
pub unsafe fn opt_interface<I: Interface>(raw: &*mut c_void) -> Option<&I> {
    // SAFETY: as promised.
    unsafe { I::from_raw_borrowed(raw) }
}

/// Borrows an interface that must not be null.
///
/// # Safety
/// As for [`opt_interface`].
#[inline]
pub unsafe fn req_interface<I: Interface>(raw: &*mut c_void, code: HRESULT) -> Result<&I> {
    // SAFETY: as promised.
    unsafe { I::from_raw_borrowed(raw) }.ok_or_else(|| Error::from_hresult(code))
}

/// Refuses to become part of another object: nothing would count it.
///
/// # Errors
/// `CLASS_E_NOAGGREGATION` where there is one.
#[inline]
pub fn no_outer(outer: *const c_void) -> Result<()> {
    if outer.is_null() { Ok(()) } else { Err(refuse(CLASS_E_NOAGGREGATION)) }
}

/// An array on its way out has as many elements as the list that counts it.
///
/// # Errors
/// `E_UNEXPECTED` when it has not.
pub fn agree(array: usize, list: usize) -> Result<()> {
    if array == list { Ok(()) } else { Err(Error::from_hresult(E_UNEXPECTED)) }
}

/// As [`answer_iid`], for an object that may be missing.
///
/// # Errors
/// As for [`answer_iid`].
pub fn opt_answer_iid(object: Option<IUnknown>, iid: Option<&GUID>) -> Result<Option<IUnknown>> {
    object.map(|object| answer_iid(object, iid)).transpose()
}

/// Gives the caller the interface that it asked for: `QueryInterface` where an identifier is named, else the object's
/// own pointer. The answer is an owner, so that it is released where something else of the same call fails.
///
/// # Errors
/// `E_NOINTERFACE`, or what the object's QueryInterface answers.
pub fn answer_iid(object: IUnknown, iid: Option<&GUID>) -> Result<IUnknown> {
    let Some(iid) = iid else { return Ok(object) };
    // It names no interface, and objects of windows-core's macros answer it with two pointers.
    if *iid == windows_core::DYNAMIC_CAST_IID {
        return Err(Error::from_hresult(E_NOINTERFACE));
    }
    let mut out = std::ptr::null_mut();
    // SAFETY: `iid` and `out` are valid for the call; every interface begins as IUnknown does, and the reference that
    // comes with it is ours.
    unsafe {
        let _ = crate::result::check(object.query(iid, &mut out))?;
        crate::object::reference::opt_interface(out).ok_or_else(|| Error::from_hresult(E_NOINTERFACE))
    }
}
