//! Duty: a counted reference to a Rust object that keeps its type.
//! Input: a value of [`implement!`](crate::implement). Output: [`ComObject`]; `cast` finds one behind an interface.
//!
//! It wraps windows-core's type of the same name, whose `cast_from` believes whatever a peer answers, and whose
//! `into_interface` believes a trait that anybody may implement.

use crate::{ComObjectInner, InterfaceRef};
use std::fmt;
use std::ops::Deref;
use std::ptr::NonNull;
use windows_core::ComObjectInterface;

/// A counted reference to the object of a Rust value.
///
/// It dereferences to the object, which dereferences to the value.
#[repr(transparent)]
pub struct ComObject<T: ComObjectInner>(windows_core::ComObject<T>);

impl<T: ComObjectInner> ComObject<T> {
    /// Puts a value on the heap.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(windows_core::ComObject::new(value))
    }

    /// Takes over a reference to an object.
    ///
    /// # Safety
    /// The object must be alive, and the reference the caller's to give away.
    #[must_use]
    pub unsafe fn from_raw(object: NonNull<T::Outer>) -> Self {
        // SAFETY: as promised.
        Self(unsafe { windows_core::ComObject::from_raw(object) })
    }

    /// The value.
    #[inline]
    #[must_use]
    pub fn get(&self) -> &T {
        self.0.get()
    }

    /// The value, for whoever has the only reference.
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.0.get_mut()
    }

    /// Takes the value out of its object.
    ///
    /// # Errors
    /// The reference itself, when there are others.
    pub fn take(self) -> std::result::Result<T, Self> {
        self.0.take().map_err(Self)
    }

    /// Borrows one of its interfaces.
    #[inline]
    #[must_use]
    pub fn as_interface<I: windows_core::Interface>(&self) -> InterfaceRef<'_, I>
    where
        T::Outer: ComObjectInterface<I>,
    {
        self.0.as_interface()
    }

    /// One of its interfaces, with a reference of its own.
    #[inline]
    #[must_use]
    pub fn to_interface<I: windows_core::Interface>(&self) -> I
    where
        T::Outer: ComObjectInterface<I>,
    {
        self.0.to_interface()
    }

    /// One of its interfaces in its place.
    #[inline]
    #[must_use]
    pub fn into_interface<I: windows_core::Interface>(self) -> I
    where
        T::Outer: ComObjectInterface<I>,
    {
        // A reference of its own, rather than this one: the trait does not promise that it is an interface of this object.
        self.to_interface()
    }
}

impl<T: ComObjectInner> From<windows_core::ComObject<T>> for ComObject<T> {
    fn from(object: windows_core::ComObject<T>) -> Self {
        Self(object)
    }
}

impl<T: ComObjectInner> From<T> for ComObject<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ComObjectInner + Default> Default for ComObject<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: ComObjectInner> Clone for ComObject<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ComObjectInner> Deref for ComObject<T> {
    type Target = T::Outer;

    #[inline]
    fn deref(&self) -> &T::Outer {
        &self.0
    }
}

impl<T: ComObjectInner> AsRef<T> for ComObject<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        self.get()
    }
}

impl<T: ComObjectInner + fmt::Debug> fmt::Debug for ComObject<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl<T: ComObjectInner + PartialEq> PartialEq for ComObject<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: ComObjectInner + Eq> Eq for ComObject<T> {}
