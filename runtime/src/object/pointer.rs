//! Duty: say what a raw interface pointer stands for.
//! Input: a pointer that came from elsewhere, or one that goes there. Output: the interface, its vtable, or the object of
//! ours behind it.

use crate::codes::{E_POINTER, RPC_E_WRONG_THREAD};
use crate::{Error, IUnknownImpl, Interface, Result};
use std::ffi::c_void;

/// The vtable of an interface.
#[inline]
pub fn slots<I: Interface>(interface: &I) -> &I::Vtable {
    // SAFETY: an interface is a pointer to a pointer to its vtable.
    unsafe { &**this(interface).cast::<*const I::Vtable>() }
}

/// The pointer that a call of an interface's method begins with.
#[inline]
pub fn this<I: Interface>(interface: &I) -> *mut c_void {
    interface.as_raw()
}

/// Takes over an interface pointer that must not be null after a success.
///
/// # Safety
/// `raw` is null or an interface pointer of type `I` with a reference to give away.
#[inline]
pub unsafe fn interface<I: Interface>(raw: *mut c_void) -> Result<I> {
    // SAFETY: as promised.
    unsafe { opt_interface(raw) }.ok_or_else(|| Error::from_hresult(E_POINTER))
}

/// Takes over an interface pointer that may be null after a success.
///
/// # Safety
/// As for [`interface`].
#[inline]
pub unsafe fn opt_interface<I: Interface>(raw: *const c_void) -> Option<I> {
    if raw.is_null() {
        None
    } else {
        // SAFETY: not null, and ours as promised.
        Some(unsafe { I::from_raw(raw.cast_mut()) })
    }
}

/// Takes over an interface pointer that came without a reference of its own.
///
/// # Safety
/// `raw` is null or a live interface pointer of type `I`.
#[inline]
pub unsafe fn borrowed_interface<I: Interface>(raw: *const c_void) -> Option<I> {
    let raw = raw.cast_mut();
    // SAFETY: as promised.
    unsafe { I::from_raw_borrowed(&raw) }.cloned()
}

/// The raw pointer of an interface that may be absent.
#[inline]
pub fn raw<I: Interface>(interface: Option<&I>) -> *mut c_void {
    interface.map_or(std::ptr::null_mut(), Interface::as_raw)
}

/// The object that an interface pointer belongs to.
///
/// All that a vtable's maker is known to have is windows-core's trait, where the one method that nobody calls through a
/// vtable of ours tells of an object that it belongs to another thread
/// ([`untrusted`](crate::object::untrusted)). For an agile object its answer is a constant.
///
/// # Safety
/// `this` must be an interface pointer `OFFSET` pointers behind the start of a `T` that lives for `'a`, as in a vtable
/// made for both.
///
/// # Errors
/// `RPC_E_WRONG_THREAD` where the object belongs to another thread.
#[inline]
pub(crate) unsafe fn object<'a, T: IUnknownImpl, const OFFSET: isize>(this: *mut c_void) -> Result<&'a T> {
    // SAFETY: the pointers to an object's vtables stand one after the other, so they are `OFFSET` of them apart. Null is
    // no place for an answer.
    unsafe {
        let object = &*this.cast::<*mut c_void>().offset(OFFSET).cast::<T>();
        if object.GetTrustLevel(std::ptr::null_mut()) == RPC_E_WRONG_THREAD {
            return Err(Error::from_hresult(RPC_E_WRONG_THREAD));
        }
        Ok(object)
    }
}
