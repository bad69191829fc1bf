//! Duty: the COM object behind [`implement!`](crate::implement): its layout, and how it is made.
//! Input: a Rust value, and what the macro wrote for its type. Output: a counted object on the heap.
//!
//! ```text
//! interface 0 │ interface 1 │ … │ weak references │ the kind │ the count │ its thread, if it has one │ the value
//! ```
//!
//! An interface pointer points to the vtable pointer of its interface. The first one is the object's identity too: what
//! `QueryInterface` answers for IUnknown.
//!
//! All of it is in one `UnsafeCell`. The last reference, which frees the object, may have been made of a shared borrow
//! of it; in both models of aliasing that Miri knows, only what is behind an `UnsafeCell` may be written, and freed, by
//! such a pointer.

use super::kind::{Kind, Vtable};
use super::refcount;
use super::threads::{self, Apartment, Home};
use super::weak_cell::WeakCell;
use crate::{ComObjectInner, GUID, IUnknownImpl, Interface};
use std::any::Any;
use std::cell::UnsafeCell;
use std::fmt;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering};
use windows_core::{ComObject, InterfaceRef};

pub(super) type Count = refcount::Count<ComObject<WeakCell>>;

/// What an object of [`implement!`](crate::implement) is made of. Only [`Object::from_value`] makes one.
#[repr(transparent)]
pub struct Body<T, H: Home, const N: usize>(UnsafeCell<Parts<T, H, N>>);

#[repr(C)]
struct Parts<T, H: Home, const N: usize> {
    vtables: [Vtable; N],
    /// It follows the vtable of [`source`](super::source), which belongs to it.
    kind: &'static Kind,
    count: Count,
    home: H,
    value: H::Value<T>,
}

// SAFETY: vtables are constants, the count is atomic, and home is none; the value is as the bounds say. Whoever borrows
// an object can make an owner of it, which drops the value on its own thread, so both bounds are needed for both.
unsafe impl<T: Send + Sync, const N: usize> Send for Body<T, threads::Anywhere, N> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync, const N: usize> Sync for Body<T, threads::Anywhere, N> {}

impl<T, H: Home, const N: usize> Body<T, H, N> {
    /// The parts of an object, with one reference.
    ///
    /// # Safety
    /// It must become what [`Object::from_value`] promises.
    pub unsafe fn new(vtables: [Vtable; N], kind: &'static Kind, value: H::Value<T>) -> Self {
        Self(UnsafeCell::new(Parts { vtables, kind, count: Count::new(), home: H::here(), value }))
    }

    /// The value.
    #[inline]
    pub fn value(&self) -> &H::Value<T> {
        // SAFETY: nobody writes it while the object is borrowed.
        unsafe { &(*self.0.get()).value }
    }

    /// The value, for whoever has the object alone.
    #[inline]
    pub fn value_mut(&mut self) -> &mut H::Value<T> {
        &mut self.0.get_mut().value
    }

    /// The value of an object that is no more one.
    pub fn into_value(self) -> H::Value<T> {
        OBJECTS.fetch_sub(1, Ordering::Release);
        self.0.into_inner().value
    }

    /// What [`outer`] found, as the value in it.
    ///
    /// # Safety
    /// The pointer must be one of a live object.
    #[inline]
    pub unsafe fn value_of(this: *const Self) -> NonNull<T> {
        // SAFETY: as promised; no reference to the whole is made. What a home makes of a value is transparent over it.
        unsafe { NonNull::new_unchecked((&raw mut (*UnsafeCell::raw_get(&raw const (*this).0)).value).cast()) }
    }

    /// The count, the thread, and the vtables' place.
    #[inline]
    pub fn head(&self) -> Head<'_, H> {
        // SAFETY: neither is written but by itself.
        let (count, home) = unsafe { (&(*self.0.get()).count, &(*self.0.get()).home) };
        Head { count, home, vtables: self.0.get().cast() }
    }
}

impl<T, H: Home, const N: usize> fmt::Debug for Body<T, H, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").finish_non_exhaustive()
    }
}

/// What all objects have, whatever their values are.
pub struct Head<'a, H> {
    pub(super) count: &'a Count,
    pub(super) home: &'a H,
    pub(super) vtables: *mut Vtable,
}

impl<H> fmt::Debug for Head<'_, H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Head").finish_non_exhaustive()
    }
}

impl<H> Head<'_, H> {
    /// One reference more; gives their number.
    #[inline]
    pub fn add(&self) -> u32 {
        self.count.strong.add()
    }

    /// Whether nobody else has a reference, nor can get one.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.count.is_one()
    }
}

/// A type that `implement!` made.
///
/// # Safety
/// It must be a transparent wrapper of a [`Body`], whose vtables are made for it and for their places, the last one being
/// that of [`source`](super::source), with its [`Kind`].
pub unsafe trait Object: IUnknownImpl + Any {
    /// The type of which it is the object.
    type Value;

    /// Where its objects may be called.
    type Home: Home<Value<Self::Value> = Self::Impl>;

    /// How many vtables it begins with.
    const VTABLES: usize;

    /// The object of a value, with one reference.
    ///
    /// # Safety
    /// It must be moved into a `Box` of its own before anybody borrows it, and be counted among the objects of the DLL.
    unsafe fn from_value(value: Self::Impl) -> Self;

    /// The place of the interface that an identifier names: its own, a base of it, or IUnknown.
    fn place(iid: &GUID) -> Option<usize>;

    /// What it has beside its value.
    fn head(&self) -> Head<'_, Self::Home>;
}

/// How many objects there are in this program or DLL.
pub(super) static OBJECTS: AtomicUsize = AtomicUsize::new(0);

/// How many objects are not dropped yet.
pub(crate) fn left() -> usize {
    OBJECTS.load(Ordering::Acquire)
}

/// Puts an object on the heap, and counts it.
fn boxed<T: Object>(value: T::Impl) -> Box<T> {
    OBJECTS.fetch_add(1, Ordering::Relaxed);
    // SAFETY: it moves into a Box here, and was counted.
    Box::new(unsafe { T::from_value(value) })
}

/// The pointer of one of an object's interfaces.
///
/// # Safety
/// `I` must be the interface at that place.
#[inline]
#[must_use]
pub unsafe fn interface_ref<T: Object, I: windows_core::Interface>(object: &T, place: usize) -> InterfaceRef<'_, I> {
    // SAFETY: the object begins with the vtables; the interface borrows it.
    unsafe { InterfaceRef::from_raw(NonNull::new_unchecked(object.head().vtables.add(place).cast())) }
}

/// Puts a value on the heap and gives the pointer of one of its interfaces.
///
/// # Safety
/// `I` must be the interface at that place.
#[inline]
#[must_use]
pub unsafe fn into_interface<T: Object, I: Interface>(value: T::Value, place: usize) -> I {
    let object = Box::into_raw(boxed::<T>(T::Home::value(value))).cast::<Vtable>();
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
    object.head().add();
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

/// A type whose objects belong to an apartment; the macro implements it.
#[doc(hidden)]
pub trait Local: Sized {
    /// The object's type.
    type Object: Object<Value = Self> + windows_core::IUnknownImpl<Impl = Apartment<Self>>;
}

impl<T: Local> ComObjectInner for Apartment<T> {
    type Outer = T::Object;

    fn into_object(self) -> ComObject<Self> {
        into_object::<T::Object>(self)
    }
}
