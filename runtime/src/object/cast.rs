//! Duty: find the Rust object behind an interface.
//! Input: any interface. Output: the object that [`implement!`](crate::implement) made, as `Any`.
//!
//! windows-core has a private identifier for this, whose answer takes the room of two pointers. But identifiers are
//! data: one that came from elsewhere is passed on to `QueryInterface` with room for one. So objects of ours do not
//! answer that one. They answer an identifier of our own with an interface as COM has it: one pointer, with a reference.
//! It is IWeakReferenceSource with one more slot, in which the object says what it is.

use super::{E_NOINTERFACE, E_POINTER, Object, weak_reference};
use crate::{GUID, HRESULT, IUnknown, IUnknown_Vtbl, Interface};
use std::any::Any;
use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::AtomicU8;
use windows_core::DYNAMIC_CAST_IID;

/// Objects of this crate answer to it, in whatever DLL and version.
pub(crate) const OBJECT_IID: GUID = GUID::from_u128(0x6d61_7069_646c_4f62_8a65_6374_0a5e_11f3);

/// Tells this copy of the crate from one in another DLL, whose types are not ours: a variable has an address of its own.
static COPY: AtomicU8 = AtomicU8::new(0);

/// The vtable of IWeakReferenceSource with one slot more.
#[repr(C)]
#[allow(non_camel_case_types, non_snake_case, missing_debug_implementations)]
pub struct Source_Vtbl {
    base__: IUnknown_Vtbl,
    GetWeakReference: unsafe extern "system" fn(this: *mut c_void, out: *mut *mut c_void) -> HRESULT,
    /// Gives a borrowed `dyn Any` to code of the same copy.
    Itself: unsafe extern "system" fn(this: *mut c_void, copy: *const c_void, out: *mut c_void) -> HRESULT,
}

impl Source_Vtbl {
    /// The vtable of an object that starts `OFFSET` pointers from the interface pointer.
    #[must_use]
    pub const fn new<T: Object, const OFFSET: isize>() -> Self {
        unsafe extern "system" fn weak<T: Object, const OFFSET: isize>(
            this: *mut c_void,
            out: *mut *mut c_void,
        ) -> HRESULT {
            if out.is_null() {
                return E_POINTER;
            }
            // SAFETY: the vtable was made for such an object, which is alive; `out` is valid.
            unsafe {
                let object: &T = crate::stub::object::<T, OFFSET>(this);
                out.write(Interface::into_raw(weak_reference(object)));
            }
            HRESULT(0)
        }
        unsafe extern "system" fn itself<T: Object, const OFFSET: isize>(
            this: *mut c_void,
            copy: *const c_void,
            out: *mut c_void,
        ) -> HRESULT {
            if !ptr::eq(copy, ptr::from_ref(&COPY).cast()) {
                return E_NOINTERFACE;
            }
            // SAFETY: as above; who has the address of the variable has room for the answer.
            unsafe {
                let object: &T = crate::stub::object::<T, OFFSET>(this);
                out.cast::<*const dyn Any>().write(object);
            }
            HRESULT(0)
        }
        Self {
            base__: IUnknown_Vtbl::new::<T, OFFSET>(),
            GetWeakReference: weak::<T, OFFSET>,
            Itself: itself::<T, OFFSET>,
        }
    }
}

/// Whether an object was made by this crate, in whatever DLL.
#[cfg(windows)]
pub(crate) fn is_ours(object: &impl Interface) -> bool {
    source(object).is_some()
}

/// The interface of our own, where the object has it.
fn source(object: &impl Interface) -> Option<IUnknown> {
    let mut out = ptr::null_mut();
    // SAFETY: the answer takes one pointer, and is a reference where there is one.
    unsafe {
        let code = object.query(&OBJECT_IID, &mut out);
        if code.0 < 0 || out.is_null() { None } else { Some(<IUnknown as Interface>::from_raw(out)) }
    }
}

/// The Rust object behind an interface: one of `implement!` in this program or DLL, or one of windows-core's macros.
///
/// # Errors
/// `E_NOINTERFACE` for any other.
pub fn any<I: Interface>(interface: &I) -> crate::Result<&dyn Any> {
    if let Some(source) = source(interface) {
        let mut out = MaybeUninit::<*const dyn Any>::uninit();
        // SAFETY: the object has our identifier, so its vtable is this one; it writes where it succeeds. What it writes
        // lives as long as the interface, which holds a reference to it.
        return unsafe {
            let slots = *Interface::as_raw(&source).cast::<*const Source_Vtbl>();
            let copy = ptr::from_ref(&COPY).cast();
            ((*slots).Itself)(Interface::as_raw(&source), copy, out.as_mut_ptr().cast()).ok()?;
            Ok(&*out.assume_init())
        };
    }
    let mut out = MaybeUninit::<Option<&dyn Any>>::zeroed();
    // SAFETY: windows-core's protocol, with room for two pointers; no reference is taken. Zeroes are `None`.
    unsafe {
        interface.query(&DYNAMIC_CAST_IID, out.as_mut_ptr().cast()).ok()?;
        out.assume_init().ok_or_else(|| E_NOINTERFACE.into())
    }
}

/// [`any`] for what windows-core's own trait asks of an interface.
///
/// # Errors
/// As [`any`].
pub fn any_as_windows_core<I: Interface>(interface: &I) -> windows_core::Result<&dyn Any> {
    any(interface).map_err(Into::into)
}
