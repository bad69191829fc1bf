//! Duty: tell objects of [`implement!`](crate::implement) from all others.
//! Input: an interface pointer. Output: whether it is the one that our objects alone have, and then what kind it is of.
//!
//! windows-core has a private identifier for this, whose answer takes the room of two pointers, and is believed. But
//! identifiers are data, and so are answers: what a peer answers must be an interface pointer, and nothing more is known of
//! it. So objects of ours answer an identifier of our own as COM has it, with an interface that is IWeakReferenceSource by
//! its slots. What it points to begins with the address of its vtable, whoever made it; where that is the one vtable here,
//! which all objects of this copy of the crate share, the object is ours, and what follows says of what type it is.

use crate::codes::E_POINTER;
use crate::{GUID, HRESULT, IUnknown_Vtbl, Interface, Result};
use std::any::Any;
use std::ffi::c_void;
use std::fmt;
use std::ptr;
use std::sync::atomic::AtomicU8;
use windows_core::imp::IWeakReference;

/// What an interface pointer points to: the address of a vtable.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Vtable(*const c_void);

impl Vtable {
    /// The address of this one.
    #[must_use]
    pub const fn new<V>(vtable: &'static V) -> Self {
        Self(std::ptr::from_ref(vtable).cast())
    }
}

/// Objects of this crate answer to it, in whatever DLL and version.
pub(super) const OBJECT_IID: GUID = GUID::from_u128(0x6d61_7069_646c_4f62_8a65_6374_0a5e_11f3);

/// What an object is, for the interface of our own.
pub struct Kind {
    pub(super) unknown: IUnknown_Vtbl,
    pub(super) weak: unsafe fn(*mut c_void) -> Result<IWeakReference>,
    pub(super) itself: unsafe fn(*mut c_void) -> Result<*const dyn Any>,
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kind")
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
pub(super) unsafe fn kind(this: *mut c_void) -> &'static Kind {
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
