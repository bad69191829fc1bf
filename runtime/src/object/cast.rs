//! Duty: find the Rust object behind an interface.
//! Input: any interface. Output: a reference to the object that [`implement!`](crate::implement) made.
//!
//! windows-core has a private identifier for this, whose answer takes the room of two pointers, and is believed. But
//! identifiers are data, and so are answers: what a peer answers must be an interface pointer, and nothing more is known of
//! it. So objects of ours answer an identifier of our own as COM has it, with an interface that is IWeakReferenceSource by
//! its slots. What it points to begins with the address of its vtable, whoever made it; where that is the one vtable here,
//! which all objects of this copy of the crate share, the object is ours, and what follows says of what type it is.

use super::body::{Object, Vtable, weak_reference};
use crate::codes::{E_NOINTERFACE, E_POINTER};
use crate::{ComObject, ComObjectInner, GUID, HRESULT, IUnknown, IUnknown_Vtbl, IUnknownImpl, Interface, Result};
use std::any::Any;
use std::ffi::c_void;
use std::fmt;
use std::ptr;
use std::sync::atomic::AtomicU8;
use windows_core::imp::IWeakReference;

/// Objects of this crate answer to it, in whatever DLL and version.
pub(crate) const OBJECT_IID: GUID = GUID::from_u128(0x6d61_7069_646c_4f62_8a65_6374_0a5e_11f3);

/// What an object is, for the interface of our own.
pub struct Kind {
    unknown: IUnknown_Vtbl,
    weak: unsafe fn(*mut c_void) -> Result<IWeakReference>,
    itself: unsafe fn(*mut c_void) -> Result<*const dyn Any>,
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kind")
    }
}

impl Kind {
    /// That of an object which starts `OFFSET` pointers from the interface pointer.
    #[must_use]
    pub const fn new<T: Object, const OFFSET: isize>() -> Self {
        unsafe fn weak<T: Object, const OFFSET: isize>(this: *mut c_void) -> Result<IWeakReference> {
            // SAFETY: the pointer is one of such an object, which is alive.
            unsafe { super::pointer::object::<T, OFFSET>(this) }.map(weak_reference)
        }
        unsafe fn itself<T: Object, const OFFSET: isize>(this: *mut c_void) -> Result<*const dyn Any> {
            // SAFETY: as above.
            let object: &T = unsafe { super::pointer::object::<T, OFFSET>(this) }?;
            Ok(object)
        }
        Self { unknown: IUnknown_Vtbl::new::<T, OFFSET>(), weak: weak::<T, OFFSET>, itself: itself::<T, OFFSET> }
    }
}

/// What the interface pointer points to: the last of an object's vtables, and what follows it.
#[repr(C)]
struct Source {
    slots: Vtable,
    kind: &'static Kind,
}

/// The kind of the object that an interface pointer of our own belongs to.
///
/// # Safety
/// The pointer must be one whose vtable is [`SLOTS`], of a live object.
unsafe fn kind(this: *mut c_void) -> &'static Kind {
    // SAFETY: as promised.
    unsafe { (&raw const (*this.cast::<Source>()).kind).read() }
}

/// The vtable of IWeakReferenceSource.
#[repr(C)]
struct Slots {
    unknown: IUnknown_Vtbl,
    weak: unsafe extern "system" fn(this: *mut c_void, out: *mut *mut c_void) -> HRESULT,
    /// Two variables never have one address, whatever a compiler makes of constants that are alike.
    _variable: AtomicU8,
}

/// The address of this one tells objects of this copy of the crate from all others.
static SLOTS: Slots = Slots {
    unknown: IUnknown_Vtbl { QueryInterface: query, AddRef: add, Release: release },
    weak,
    _variable: AtomicU8::new(0),
};

/// The place of that vtable among those that an object begins with.
#[must_use]
pub fn source() -> Vtable {
    Vtable(ptr::from_ref(&SLOTS).cast())
}

unsafe extern "system" fn query(this: *mut c_void, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the vtable is that of objects with a kind; the caller vouches for the pointers.
    unsafe { (kind(this).unknown.QueryInterface)(this, iid, out) }
}

unsafe extern "system" fn add(this: *mut c_void) -> u32 {
    // SAFETY: as above.
    unsafe { (kind(this).unknown.AddRef)(this) }
}

unsafe extern "system" fn release(this: *mut c_void) -> u32 {
    // SAFETY: as above.
    unsafe { (kind(this).unknown.Release)(this) }
}

unsafe extern "system" fn weak(this: *mut c_void, out: *mut *mut c_void) -> HRESULT {
    if out.is_null() {
        return E_POINTER;
    }
    // SAFETY: as above; `out` is valid.
    unsafe {
        let (raw, code) = match (kind(this).weak)(this) {
            Ok(weak) => (Interface::into_raw(weak), HRESULT(0)),
            Err(error) => (ptr::null_mut(), error.code()),
        };
        out.write(raw);
        code
    }
}

/// What answers to our identifier, an object of ours or not.
fn answer(object: &impl Interface) -> Option<IUnknown> {
    let mut out = ptr::null_mut();
    // SAFETY: the answer takes one pointer, and is a reference where there is one.
    unsafe {
        let code = object.query(&OBJECT_IID, &mut out);
        if code.0 < 0 || out.is_null() { None } else { Some(<IUnknown as Interface>::from_raw(out)) }
    }
}

/// Whether an object says that it was made by this crate, in whatever DLL.
#[cfg(windows)]
pub(crate) fn is_ours(object: &impl Interface) -> bool {
    answer(object).is_some()
}

/// A reference to the Rust object behind an interface, where it is one of `implement!` in this program or DLL.
///
/// # Errors
/// `E_NOINTERFACE` for any other, and when it is of another type. `RPC_E_WRONG_THREAD` where it belongs to another thread.
pub fn find<T>(interface: &impl Interface) -> Result<ComObject<T>>
where
    T: ComObjectInner,
    T::Outer: Any + IUnknownImpl<Impl = T>,
{
    let answer = answer(interface).ok_or(E_NOINTERFACE)?;
    let this = Interface::as_raw(&answer);
    // SAFETY: every interface pointer points to the address of a vtable. Where that is ours, so is the object, which lives as
    // long as there is a reference: the answer holds one, and the result has another.
    let object = unsafe {
        if this.cast::<Vtable>().read_unaligned() != source() {
            return Err(E_NOINTERFACE.into());
        }
        &*(kind(this).itself)(this)?
    };
    object.downcast_ref::<T::Outer>().map(|object| object.to_object().into()).ok_or_else(|| E_NOINTERFACE.into())
}
