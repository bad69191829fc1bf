//! Duty: what every object of [`implement!`](crate::implement) answers: IUnknown's methods, and its weak references.
//! Input: calls through its vtables. Output: its interfaces, and its end when the last reference goes.

use super::body::{Head, OBJECTS, Object};
use super::interface::{Described, same};
use super::kind::{Kind, OBJECT_IID};
use super::refcount::Strong;
use super::threads::Home;
use super::weak_cell::WeakCell;
use crate::codes::{E_NOINTERFACE, E_POINTER, RPC_E_WRONG_THREAD};
use crate::hooks::{self, Event};
use crate::{Error, GUID, HRESULT, IUnknown_Vtbl, IUnknownImpl, Interface, Result};
use std::any::Any;
use std::ffi::c_void;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::atomic::Ordering;
use windows_core::ComObject;
use windows_core::imp::{IAgileObject, IWeakReference, IWeakReferenceSource};

/// Whether an identifier names an interface, or one of its bases but IUnknown.
#[inline]
#[must_use]
pub fn matches<I: Interface<Vtable: Described>>(iid: &GUID) -> bool {
    <I::Vtable as Described>::matches(iid)
}

/// `IUnknown::AddRef`
#[inline]
pub fn add<T: Object>(object: &T) -> u32 {
    object.head().add()
}

/// Whether nobody else has a reference to an object, nor can get one.
#[inline]
pub fn is_one<T: Object>(object: &T) -> bool {
    object.head().is_one()
}

/// `IUnknown::QueryInterface`
///
/// # Safety
/// The pointers are null, or valid for a read and for a write.
#[inline]
pub unsafe fn query<T: Object>(object: &T, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
    if iid.is_null() || out.is_null() {
        return E_POINTER;
    }
    let head = object.head();
    // SAFETY: neither is null, and the place is one of the object's.
    unsafe {
        if !head.home.is_here() {
            out.write(std::ptr::null_mut());
            return RPC_E_WRONG_THREAD;
        }
        let iid = iid.read_unaligned();
        let Some(place) = T::place(&iid) else { return query_more(&head, &iid, T::VTABLES - 1, out) };
        out.write(head.vtables.add(place).cast());
        head.add();
    }
    HRESULT(0)
}

/// What every object answers to beside its interfaces.
unsafe fn query_more<H: Home>(head: &Head<'_, H>, iid: &GUID, source: usize, out: *mut *mut c_void) -> HRESULT {
    let place = if H::AGILE && same(iid, &IAgileObject::IID) {
        0
    } else if same(iid, &<IWeakReferenceSource as Interface>::IID) || same(iid, &OBJECT_IID) {
        source
    } else {
        // SAFETY: the caller vouches for `out`.
        return unsafe { unknown(head, iid, out) };
    };
    // SAFETY: as above; both places are the object's.
    unsafe { out.write(head.vtables.add(place).cast()) };
    head.add();
    HRESULT(0)
}

/// On Windows, objects that are agile travel between apartments as they are.
#[cfg(windows)]
unsafe fn unknown<H: Home>(head: &Head<'_, H>, iid: &GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the caller vouches for the object and for `out`.
    unsafe {
        if H::AGILE && same(iid, &<windows_core::imp::IMarshal as Interface>::IID) {
            let object = head.vtables.cast();
            if let Some(object) = <crate::IUnknown as Interface>::from_raw_borrowed(&object) {
                return windows_core::imp::marshaler(object.clone(), out);
            }
        }
        out.write(std::ptr::null_mut());
    }
    E_NOINTERFACE
}

#[cfg(not(windows))]
unsafe fn unknown<H: Home>(_: &Head<'_, H>, _: &GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the caller vouches for `out`.
    unsafe { out.write(std::ptr::null_mut()) };
    E_NOINTERFACE
}

/// `IUnknown::Release`
///
/// # Safety
/// The object is alive, and the reference is the caller's to give up.
#[inline]
pub unsafe fn release<T: Object>(object: *mut T) -> u32 {
    // SAFETY: the object is alive; after the subtraction it is touched only where this was the last reference.
    unsafe {
        let strong: &Strong = &(*object).head().count.strong;
        let left = strong.give_up();
        if left == 0 {
            destroy(object);
        }
        left as u32
    }
}

/// Drops an object. A panic of the value's own drop goes to the hook: it must not unwind into a COM caller.
#[cold]
unsafe fn destroy<T: Object>(object: *mut T) {
    const METHOD: &str = "IUnknown::Release";
    // SAFETY: nobody has a reference any more, and weak ones find that out.
    let here = unsafe {
        let head = (*object).head();
        head.count.end();
        head.home.is_here()
    };
    if !here {
        // Its value must not be dropped here, and its own thread is not to be had.
        return hooks::report(&Event::WrongThread { method: METHOD });
    }
    // SAFETY: it came from a Box.
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(unsafe { Box::from_raw(object) }))) {
        hooks::report(&Event::Panic { method: METHOD, message: hooks::panic_message(&*payload) });
        hooks::forget_payload(payload);
    }
    OBJECTS.fetch_sub(1, Ordering::Release);
}

/// `IWeakReferenceSource::GetWeakReference`
fn weak_reference<T: Object>(object: &T) -> IWeakReference {
    let head = object.head();
    // SAFETY: the identity is the object's; `destroy` clears the cell before the count goes.
    let make = || unsafe {
        ComObject::new(WeakCell::new(NonNull::new_unchecked(head.vtables.cast()), &head.count.strong, T::Home::AGILE))
    };
    let cell: &ComObject<WeakCell> = head.count.cell(make);
    IUnknownImpl::to_interface(Deref::deref(cell))
}

impl Kind {
    /// That of an object which starts `OFFSET` pointers from the interface pointer.
    #[must_use]
    pub const fn new<T: Object, const OFFSET: isize>() -> Self {
        unsafe fn weak<T: Object, const OFFSET: isize>(this: *mut c_void) -> Result<IWeakReference> {
            // SAFETY: the pointer is one of such an object, which is alive.
            unsafe { object_of::<T, OFFSET>(this) }.map(weak_reference)
        }
        unsafe fn itself<T: Object, const OFFSET: isize>(this: *mut c_void) -> Result<*const dyn Any> {
            // SAFETY: as above.
            let object: &T = unsafe { object_of::<T, OFFSET>(this) }?;
            Ok(object)
        }
        Self { unknown: IUnknown_Vtbl::new::<T, OFFSET>(), weak: weak::<T, OFFSET>, itself: itself::<T, OFFSET> }
    }
}

/// `IInspectable::GetTrustLevel`, which windows-core wants of every object. None of ours has a slot for it; with null,
/// stubs ask by it whether the object may be called on this thread.
///
/// # Safety
/// `value` is null or valid for a write.
#[inline]
pub unsafe fn untrusted<T: Object>(object: &T, value: *mut i32) -> HRESULT {
    if !object.head().home.is_here() {
        return RPC_E_WRONG_THREAD;
    }
    if value.is_null() {
        return E_POINTER;
    }
    // SAFETY: not null, and the caller vouches for it.
    unsafe { value.write(0) };
    HRESULT(0)
}

/// The object that an interface pointer belongs to.
///
/// All that a vtable's maker is known to have is windows-core's trait, where the one method that nobody calls through a
/// vtable of ours tells of an object that it belongs to another thread ([`untrusted`]). For an agile object its answer is
/// a constant.
///
/// # Safety
/// `this` must be an interface pointer `OFFSET` pointers behind the start of a `T` that lives for `'a`, as in a vtable
/// made for both.
///
/// # Errors
/// `RPC_E_WRONG_THREAD` where the object belongs to another thread.
#[inline]
pub(crate) unsafe fn object_of<'a, T: IUnknownImpl, const OFFSET: isize>(this: *mut c_void) -> Result<&'a T> {
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
