//! Duty: objects that stand before others, or say of every identifier that they know it, or of none.

use mapidl::{GUID, HRESULT, IUnknown, Interface};
use std::ffi::c_void;
use std::ptr::null_mut;

/// What an object answers to identifiers.
#[derive(Debug)]
pub enum Front {
    /// Itself, to all of them. It has no more than the slots of its interface.
    Everything,
    /// Nothing, not even to IUnknown's.
    Nothing,
    /// What another object answers, to all but IUnknown's. `Go` lets that object go.
    Another(IUnknown),
}

/// It has the slots of `IGiver`.
#[repr(C)]
struct Object {
    slots: *const Slots,
    references: usize,
    front: Front,
}

#[repr(C)]
struct Slots {
    query: unsafe extern "system" fn(*mut Object, *const GUID, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Object) -> u32,
    release: unsafe extern "system" fn(*mut Object) -> u32,
    unused: [usize; 3],
    go: unsafe extern "system" fn(*mut Object, u32) -> HRESULT,
}

static SLOTS: Slots = Slots { query, add, release, unused: [0; 3], go };

/// An object that answers so, as `IGiver`.
#[must_use]
pub fn front<I: Interface>(front: Front) -> I {
    let object = Box::new(Object { slots: &raw const SLOTS, references: 1, front });
    // SAFETY: the object has the slots of the interface, and one reference.
    unsafe { I::from_raw(Box::into_raw(object).cast()) }
}

unsafe extern "system" fn query(this: *mut Object, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the object is alive, the identifier and the place are there.
    unsafe {
        let itself = match &(*this).front {
            Front::Everything => true,
            Front::Nothing => false,
            Front::Another(_) if *iid == IUnknown::IID => true,
            Front::Another(other) => return other.query(iid, out),
        };
        if itself {
            add(this);
        }
        out.write(if itself { this.cast() } else { null_mut() });
        HRESULT(if itself { 0 } else { 0x8000_4002_u32.cast_signed() })
    }
}

unsafe extern "system" fn add(this: *mut Object) -> u32 {
    // SAFETY: the object is alive, and belongs to one thread.
    unsafe {
        (*this).references += 1;
        (*this).references as u32
    }
}

unsafe extern "system" fn release(this: *mut Object) -> u32 {
    // SAFETY: as above; it goes with its last reference.
    unsafe {
        (*this).references -= 1;
        let left = (*this).references as u32;
        if left == 0 {
            drop(Box::from_raw(this));
        }
        left
    }
}

unsafe extern "system" fn go(this: *mut Object, _: u32) -> HRESULT {
    // SAFETY: the object is alive.
    drop(std::mem::replace(unsafe { &mut (*this).front }, Front::Nothing));
    HRESULT(0)
}
