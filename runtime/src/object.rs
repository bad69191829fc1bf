//! Duty: the COM object behind [`implement!`](crate::implement): its layout, its count, its QueryInterface.
//! Input: a Rust value, and what the macro wrote for its type. Output: a counted object on the heap.
//!
//! ```text
//! interface 0 │ interface 1 │ … │ IWeakReferenceSource │ the value │ the count
//! ```
//!
//! An interface pointer points to the vtable pointer of its interface. The first one is the object's identity too: what
//! `QueryInterface` answers for IUnknown.

use crate::hooks::{self, Event};
use crate::interface::same;
use crate::weak::WeakCell;
use crate::{ComObject, ComObjectInner, GUID, HRESULT, IUnknownImpl, Interface};
use std::any::Any;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering, fence};
use windows_core::imp::{IAgileObject, IWeakReferenceSource};
use windows_core::{DYNAMIC_CAST_IID, InterfaceRef};

pub use windows_core::imp::{IWeakReference, IWeakReferenceSource_Impl, IWeakReferenceSource_Vtbl};

const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_NOINTERFACE: HRESULT = HRESULT(0x8000_4002_u32.cast_signed());

/// What an interface pointer points to: the address of a vtable.
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct Vtable(*const c_void);

// SAFETY: a vtable is a constant.
unsafe impl Send for Vtable {}
// SAFETY: as above.
unsafe impl Sync for Vtable {}

impl Vtable {
    /// The address of this one.
    #[must_use]
    pub const fn new<V>(vtable: &'static V) -> Self {
        Self(std::ptr::from_ref(vtable).cast())
    }
}

/// A type that `implement!` made.
///
/// # Safety
/// It must begin with an array of [`Vtable`]s, each made for it and for its place, the last one that of
/// IWeakReferenceSource; and it must live in a `Box` of its own.
pub unsafe trait Object: IUnknownImpl + Any {
    /// How many vtables it begins with.
    const VTABLES: usize;

    /// The object of a value, with one reference.
    fn from_value(value: Self::Impl) -> Self;

    /// The place of the interface that an identifier names: its own, a base of it, or IUnknown.
    fn place(iid: &GUID) -> Option<usize>;

    /// Its count.
    fn count(&self) -> &Count;
}

/// How many objects there are in this program or DLL.
static OBJECTS: AtomicUsize = AtomicUsize::new(0);

/// How many objects are not dropped yet.
pub(crate) fn left() -> usize {
    OBJECTS.load(Ordering::Acquire)
}

/// Puts an object on the heap, and counts it.
fn boxed<T: Object>(value: T::Impl) -> Box<T> {
    OBJECTS.fetch_add(1, Ordering::Relaxed);
    Box::new(T::from_value(value))
}

/// The number of references to an object.
#[derive(Debug)]
pub struct Count {
    strong: AtomicUsize,
    /// Made when the first weak reference is.
    weak: OnceLock<ComObject<WeakCell>>,
}

impl Count {
    /// One reference.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "an object begins with the reference of its maker")]
    pub const fn new() -> Self {
        Self { strong: AtomicUsize::new(1), weak: OnceLock::new() }
    }

    /// One more; gives the new number.
    #[inline]
    pub fn add(&self) -> u32 {
        let before = self.strong.fetch_add(1, Ordering::Relaxed);
        // 64 bits do not overflow in a lifetime; fewer could, by references that are forgotten.
        if cfg!(not(target_pointer_width = "64")) && before > usize::MAX / 2 {
            std::process::abort();
        }
        (before as u32).wrapping_add(1)
    }

    /// One more, unless there is none any more.
    pub(crate) fn add_to_some(&self) -> bool {
        let more = |count: usize| if count == 0 { None } else { Some(count + 1) };
        self.strong.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).is_ok()
    }

    /// Whether nobody else has a reference, nor can get one.
    #[must_use]
    pub fn is_one(&self) -> bool {
        // In this order: a weak reference was made before the strong one that made it was given up.
        self.strong.load(Ordering::Acquire) == 1 && self.weak.get().is_none()
    }
}

/// The pointer of one of an object's interfaces.
///
/// # Safety
/// `place` must be less than [`Object::VTABLES`].
#[inline]
#[must_use]
pub unsafe fn interface_ref<T: Object, I: Interface>(object: &T, place: usize) -> InterfaceRef<'_, I> {
    // SAFETY: the object begins with the vtables; the interface borrows it.
    unsafe { InterfaceRef::from_raw(NonNull::from(object).cast::<Vtable>().add(place).cast()) }
}

/// Puts a value on the heap and gives the pointer of one of its interfaces.
///
/// # Safety
/// `I` must be the interface at that place.
#[inline]
#[must_use]
pub unsafe fn into_interface<T: Object, I: Interface>(value: T::Impl, place: usize) -> I {
    let object = Box::into_raw(boxed::<T>(value)).cast::<Vtable>();
    // SAFETY: the object begins with the vtables, and its count with the reference that is given away here.
    unsafe { I::from_raw(object.add(place).cast()) }
}

/// Puts a value on the heap.
#[must_use]
pub fn into_object<T: Object>(value: T::Impl) -> ComObject<T::Impl>
where
    T::Impl: ComObjectInner<Outer = T>,
{
    // SAFETY: it comes from a Box, and its count begins with the reference that is given away here.
    unsafe { ComObject::from_raw(NonNull::from(Box::leak(boxed::<T>(value)))) }
}

/// A further reference to an object.
#[inline]
#[must_use]
pub fn to_object<T: Object>(object: &T) -> ComObject<T::Impl>
where
    T::Impl: ComObjectInner<Outer = T>,
{
    object.count().add();
    // SAFETY: objects live in boxes, and the reference was just added.
    unsafe { ComObject::from_raw(NonNull::from(object)) }
}

/// An object as its value's [`AsImpl`](crate::AsImpl) finds it.
///
/// # Safety
/// `interface` must be the one at that place of a `T`.
#[inline]
#[must_use]
pub unsafe fn outer<T: Object>(interface: &impl Interface, place: usize) -> *mut T {
    // SAFETY: as promised.
    unsafe { interface.as_raw().cast::<Vtable>().sub(place).cast() }
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
    // SAFETY: neither is null, and the place is one of the object's.
    unsafe {
        let iid = iid.read_unaligned();
        let Some(place) = T::place(&iid) else { return query_more(object, &iid, T::VTABLES - 1, out) };
        out.write(std::ptr::from_ref(object).cast::<Vtable>().add(place).cast_mut().cast());
        object.count().add();
    }
    HRESULT(0)
}

/// What every object answers to beside its interfaces.
unsafe fn query_more<T: Object>(object: &T, iid: &GUID, source: usize, out: *mut *mut c_void) -> HRESULT {
    let first = std::ptr::from_ref(object).cast::<Vtable>();
    let place = if same(iid, &IAgileObject::IID) {
        0
    } else if same(iid, &IWeakReferenceSource::IID) {
        source
    } else if same(iid, &DYNAMIC_CAST_IID) {
        // SAFETY: windows-core's protocol for Rust callers, who make room for two pointers and take no reference.
        unsafe { out.cast::<*const dyn Any>().write(object) };
        return HRESULT(0);
    } else {
        // SAFETY: the caller vouches for `out`.
        return unsafe { unknown(first, iid, out) };
    };
    // SAFETY: as above; both places are the object's.
    unsafe { out.write(first.add(place).cast_mut().cast()) };
    object.count().add();
    HRESULT(0)
}

/// On Windows, objects travel between apartments as they are.
#[cfg(windows)]
unsafe fn unknown(object: *const Vtable, iid: &GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the caller vouches for the object and for `out`.
    unsafe {
        if same(iid, &windows_core::imp::IMarshal::IID) {
            let object = object.cast_mut().cast();
            if let Some(object) = crate::IUnknown::from_raw_borrowed(&object) {
                return windows_core::imp::marshaler(object.clone(), out);
            }
        }
        out.write(std::ptr::null_mut());
    }
    E_NOINTERFACE
}

#[cfg(not(windows))]
unsafe fn unknown(_: *const Vtable, _: &GUID, out: *mut *mut c_void) -> HRESULT {
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
        let left = (*object).count().strong.fetch_sub(1, Ordering::Release) - 1;
        if left == 0 {
            destroy(object);
        }
        left as u32
    }
}

/// Drops an object. A panic of the value's own drop goes to the hook: it must not unwind into a COM caller.
#[cold]
unsafe fn destroy<T: Object>(object: *mut T) {
    fence(Ordering::Acquire);
    // SAFETY: nobody has a reference any more, weak ones find that out, and the object came from a Box.
    let drop_it = || unsafe {
        if let Some(cell) = (*object).count().weak.get() {
            cell.clear();
        }
        drop(Box::from_raw(object));
    };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(drop_it)) {
        hooks::report(&Event::Panic { method: "IUnknown::Release", message: hooks::panic_message(&*payload) });
        hooks::forget_payload(payload);
    }
    OBJECTS.fetch_sub(1, Ordering::Release);
}

/// `IInspectable::GetTrustLevel`, which windows-core wants of every object.
///
/// # Safety
/// `value` is null or valid for a write.
pub unsafe fn no_trust_level(value: *mut i32) -> HRESULT {
    if value.is_null() {
        return E_POINTER;
    }
    // SAFETY: not null, and the caller vouches for it.
    unsafe { value.write(0) };
    HRESULT(0)
}

/// `IWeakReferenceSource::GetWeakReference`
pub fn weak_reference<T: Object>(object: &T) -> IWeakReference {
    let count = object.count();
    let cell = count.weak.get_or_init(|| ComObject::new(WeakCell::new(NonNull::from(object).cast(), count)));
    IUnknownImpl::to_interface(&**cell)
}
