//! Duty: a class factory whose objects would become part of whatever it is given.

use mapidl::com::IClassFactory;
use mapidl::{GUID, HRESULT, Interface};
use std::ffi::c_void;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// The factory, and what it makes: objects that hand all that concerns references to the outer one, which they do not
/// count, as COM has it.
#[repr(C)]
struct Part {
    slots: &'static Slots,
    references: AtomicUsize,
    /// The object that it is part of; null for one that stands alone.
    outer: AtomicPtr<c_void>,
}

type Plain = unsafe extern "system" fn(*mut c_void) -> u32;

#[repr(C)]
struct Slots {
    query: unsafe extern "system" fn(*mut Part, *const GUID, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Part) -> u32,
    release: unsafe extern "system" fn(*mut Part) -> u32,
    create: unsafe extern "system" fn(*mut Part, *mut c_void, *const GUID, *mut *mut c_void) -> HRESULT,
    lock: unsafe extern "system" fn(*mut Part, i32) -> HRESULT,
}

const SLOTS: &Slots = &Slots { query, add, release, create, lock };

/// A factory whose objects are factories too.
#[must_use]
pub fn aggregating() -> IClassFactory {
    // SAFETY: the object has the slots of the interface, and one reference.
    unsafe { IClassFactory::from_raw(part(null_mut()).cast()) }
}

fn part(outer: *mut c_void) -> *mut Part {
    Box::into_raw(Box::new(Part { slots: SLOTS, references: AtomicUsize::new(1), outer: AtomicPtr::new(outer) }))
}

/// Calls a slot of the outer object, if there is one; it may be gone.
unsafe fn of_outer(this: *mut Part, slot: usize) -> Option<u32> {
    // SAFETY: the object is alive; whether the outer one is, nobody knows.
    unsafe {
        let outer = (*this).outer.load(Ordering::Acquire);
        (!outer.is_null()).then(|| (*outer.cast::<*const Plain>()).add(slot).read()(outer))
    }
}

unsafe extern "system" fn query(this: *mut Part, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the place is there, and the object alive.
    unsafe {
        add(this);
        out.write(this.cast());
    }
    HRESULT(0)
}

unsafe extern "system" fn add(this: *mut Part) -> u32 {
    // SAFETY: the object is alive.
    unsafe {
        of_outer(this, 1);
        (*this).references.fetch_add(1, Ordering::Relaxed);
    }
    1
}

unsafe extern "system" fn release(this: *mut Part) -> u32 {
    // SAFETY: the object is alive, and goes with its last reference.
    unsafe {
        of_outer(this, 2);
        if (*this).references.fetch_sub(1, Ordering::AcqRel) == 1 {
            drop(Box::from_raw(this));
        }
    }
    0
}

unsafe extern "system" fn create(_: *mut Part, outer: *mut c_void, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the place is there.
    unsafe { out.write(part(outer).cast()) };
    HRESULT(0)
}

unsafe extern "system" fn lock(_: *mut Part, _: i32) -> HRESULT {
    HRESULT(0)
}
