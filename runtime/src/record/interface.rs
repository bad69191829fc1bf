//! Duty: interfaces that records point to.
//! Input: interface pointers in C memory. Output: borrowed interfaces, and references that copies hold.

use super::{Pointing, Record};
use crate::heap::{Chain, Heap};
use crate::{Interface, Result};
use std::ffi::c_void;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;

/// An interface that a record points to, borrowed for `'a`: the record holds the reference. Two are equal when they are
/// the same pointer.
#[repr(transparent)]
pub struct Borrowed<'a, I>(NonNull<c_void>, PhantomData<&'a I>);

impl<I> Copy for Borrowed<'_, I> {}

impl<I> Clone for Borrowed<'_, I> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I> PartialEq for Borrowed<'_, I> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<I: Interface> Deref for Borrowed<'_, I> {
    type Target = I;

    fn deref(&self) -> &I {
        // SAFETY: both are transparent pointers to the same interface.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }
}

impl<'a, I: Interface> From<&'a I> for Borrowed<'a, I> {
    fn from(interface: &'a I) -> Self {
        // SAFETY: an interface is a pointer that is never null.
        Self(unsafe { NonNull::new_unchecked(interface.as_raw()) }, PhantomData)
    }
}

impl<I: Interface + fmt::Debug> fmt::Debug for Borrowed<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// Borrows the interface that a field points to.
///
/// # Safety
/// `raw` is null or an interface pointer of type `I` that lives for `'a`.
#[doc(hidden)]
#[must_use]
pub unsafe fn interface_field<'a, I: Interface>(raw: *const c_void) -> Option<Borrowed<'a, I>> {
    NonNull::new(raw.cast_mut()).map(|raw| Borrowed(raw, PhantomData))
}

/// The address of a borrowed interface that may be absent.
#[doc(hidden)]
#[must_use]
pub fn borrowed_ptr<I>(interface: Option<Borrowed<'_, I>>) -> *mut c_void {
    interface.map_or(std::ptr::null_mut(), |interface| interface.0.as_ptr())
}

/// A pointer to an interface, as an element of an array: null, or with a reference that the array holds.
#[repr(transparent)]
pub struct InterfacePtr<I>(*mut c_void, PhantomData<I>);

impl<I> Copy for InterfacePtr<I> {}

impl<I> Clone for InterfacePtr<I> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I> fmt::Debug for InterfacePtr<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

// SAFETY: a borrowed interface is transparent over a pointer that is not null, and so is an absent one over null; each
// copy has a reference of its own, which its release gives back.
unsafe impl<I: Interface + 'static> Record for InterfacePtr<I> {
    type View<'a> = Option<Borrowed<'a, I>>;

    const RELEASES: bool = true;

    unsafe fn deep_copy(&self, chain: &Chain) -> Result<Self> {
        // SAFETY: null or live, as the caller promises.
        unsafe { chain.reference(self.0) };
        Ok(*self)
    }

    unsafe fn release(&self, _: Heap) {
        // SAFETY: null, or a reference that the caller gives up.
        drop(unsafe { crate::object::reference::opt_interface::<I>(self.0) });
    }
}

impl<I: Interface + 'static> Pointing for InterfacePtr<I> {
    fn is_null(&self) -> bool {
        self.0.is_null()
    }
}
