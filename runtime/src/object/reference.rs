//! Duty: references to objects: interfaces, which keep their object alive, and weak ones, which do not.
//! Input: interface pointers. Output: [`Interface`], which says what can be done with each, and [`Weak`].

use crate::codes::E_POINTER;
use crate::{ComObject, ComObjectInner, Error, GUID, HRESULT, IUnknown, IUnknownImpl, InterfaceRef, Result};
use std::any::Any;
use std::ffi::c_void;
use std::fmt;
use std::marker::PhantomData;
use windows_core::imp::{IWeakReference, IWeakReferenceSource};

/// A COM interface: a counted pointer to an object.
///
/// All interface types have it, windows-core's among them. It does what windows-core's trait of the same name does, but
/// for two things: weak references stay on their thread, and Rust objects are found by an identifier that takes no more
/// room than others.
///
/// # Safety
/// Implementors must be transparent wrappers of an owned interface pointer, whose vtable and identifier are these.
pub unsafe trait Interface: Sized + Clone {
    /// The interface's functions.
    #[doc(hidden)]
    type Vtable;

    /// The interface's identifier.
    const IID: GUID;

    /// The object's functions.
    #[doc(hidden)]
    fn vtable(&self) -> &Self::Vtable;

    /// The interface pointer; this keeps the reference.
    fn as_raw(&self) -> *mut c_void;

    /// The interface pointer with its reference.
    fn into_raw(self) -> *mut c_void;

    /// Takes over an interface pointer and a reference.
    ///
    /// # Safety
    /// The pointer must be one of this interface, and the reference the caller's to give away.
    unsafe fn from_raw(raw: *mut c_void) -> Self;

    /// Borrows an interface pointer; `None` if it is null.
    ///
    /// # Safety
    /// The pointer must be null, or one of this interface that lives as long as the borrow.
    unsafe fn from_raw_borrowed(raw: &*mut c_void) -> Option<&Self>;

    /// Borrows the interface.
    fn to_ref(&self) -> InterfaceRef<'_, Self>;

    /// `QueryInterface`
    ///
    /// # Safety
    /// The pointers must be valid for a read and for a write. An identifier that came from elsewhere may be
    /// windows-core's private one, for which the objects of its own macros write two pointers.
    unsafe fn query(&self, iid: *const GUID, out: *mut *mut c_void) -> HRESULT;

    /// Asks the object for another interface.
    ///
    /// It does not compile for an interface whose identifier another one of the same IDL has too, with another vtable; see
    /// [`cast_by`](Self::cast_by).
    ///
    /// # Errors
    /// `E_NOINTERFACE` when it has none, or what the object answers.
    fn cast<I: Interface>(&self) -> Result<I> {
        // SAFETY: the identifier is the interface's own.
        unsafe { self.cast_by(&I::IID) }
    }

    /// Asks the object for another interface by an identifier that does not belong to that one alone.
    ///
    /// # Errors
    /// As [`cast`](Self::cast).
    ///
    /// # Safety
    /// What the object answers to the identifier must be an `I`.
    unsafe fn cast_by<I: Interface>(&self, iid: &GUID) -> Result<I> {
        let mut out = std::ptr::null_mut();
        // SAFETY: both pointers are valid; what comes out is null, or what the caller promises.
        unsafe {
            self.query(iid, &mut out).ok()?;
            interface(out)
        }
    }

    /// A reference that does not keep the object alive.
    ///
    /// # Errors
    /// `E_NOINTERFACE` for an object that has no weak references.
    fn downgrade(&self) -> Result<Weak<Self>> {
        Weak::of(self)
    }

    /// Whether the object is a Rust object of this type.
    fn is_object<T>(&self) -> bool
    where
        T: ComObjectInner,
        T::Outer: Any + IUnknownImpl<Impl = T>,
    {
        self.cast_object::<T>().is_ok()
    }

    /// A counted reference to the Rust object behind the interface. It is never only borrowed: an object that stands before
    /// another one may let that go while the interface lives.
    ///
    /// # Errors
    /// `E_NOINTERFACE` when it is no object of [`implement!`](crate::implement) in this program or DLL, or of another type.
    fn cast_object<T>(&self) -> Result<ComObject<T>>
    where
        T: ComObjectInner,
        T::Outer: Any + IUnknownImpl<Impl = T>,
    {
        ComObject::cast_from(self)
    }
}

// SAFETY: windows-core wants the same of them.
unsafe impl<I: windows_core::Interface> Interface for I {
    type Vtable = I::Vtable;

    const IID: GUID = I::IID;

    #[inline]
    fn vtable(&self) -> &Self::Vtable {
        windows_core::Interface::vtable(self)
    }

    #[inline]
    fn as_raw(&self) -> *mut c_void {
        windows_core::Interface::as_raw(self)
    }

    #[inline]
    fn into_raw(self) -> *mut c_void {
        windows_core::Interface::into_raw(self)
    }

    #[inline]
    unsafe fn from_raw(raw: *mut c_void) -> Self {
        // SAFETY: as promised.
        unsafe { windows_core::Interface::from_raw(raw) }
    }

    #[inline]
    unsafe fn from_raw_borrowed(raw: &*mut c_void) -> Option<&Self> {
        // SAFETY: as promised.
        unsafe { windows_core::Interface::from_raw_borrowed(raw) }
    }

    #[inline]
    fn to_ref(&self) -> InterfaceRef<'_, Self> {
        windows_core::Interface::to_ref(self)
    }

    #[inline]
    unsafe fn query(&self, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
        // SAFETY: as promised.
        unsafe { windows_core::Interface::query(self, iid, out) }
    }
}

/// Whether two interfaces belong to one object, which COM says by the pointer that it answers for IUnknown. One that does
/// not answer is told by the pointer that there is.
#[must_use]
pub fn same_object<I: Interface>(one: &I, other: &I) -> bool {
    let identity = |interface: &I| interface.cast::<IUnknown>();
    one.as_raw() == other.as_raw()
        || matches!((identity(one), identity(other)), (Ok(one), Ok(other)) if one.as_raw() == other.as_raw())
}

/// The vtable of an interface.
#[inline]
pub fn slots<I: Interface>(interface: &I) -> &I::Vtable {
    // SAFETY: an interface is a pointer to a pointer to its vtable.
    unsafe { &**this(interface).cast::<*const I::Vtable>() }
}

/// The pointer that a call of an interface's method begins with.
#[inline]
pub fn this<I: Interface>(interface: &I) -> *mut c_void {
    interface.as_raw()
}

/// Takes over an interface pointer that must not be null after a success.
///
/// # Safety
/// `raw` is null or an interface pointer of type `I` with a reference to give away.
#[inline]
pub unsafe fn interface<I: Interface>(raw: *mut c_void) -> Result<I> {
    // SAFETY: as promised.
    unsafe { opt_interface(raw) }.ok_or_else(|| Error::from_hresult(E_POINTER))
}

/// Takes over an interface pointer that may be null after a success.
///
/// # Safety
/// As for [`interface`].
#[inline]
pub unsafe fn opt_interface<I: Interface>(raw: *const c_void) -> Option<I> {
    if raw.is_null() {
        None
    } else {
        // SAFETY: not null, and ours as promised.
        Some(unsafe { I::from_raw(raw.cast_mut()) })
    }
}

/// Takes over an interface pointer that came without a reference of its own.
///
/// # Safety
/// `raw` is null or a live interface pointer of type `I`.
#[inline]
pub unsafe fn borrowed_interface<I: Interface>(raw: *const c_void) -> Option<I> {
    let raw = raw.cast_mut();
    // SAFETY: as promised.
    unsafe { I::from_raw_borrowed(&raw) }.cloned()
}

/// The raw pointer of an interface that may be absent.
#[inline]
pub fn raw<I: Interface>(interface: Option<&I>) -> *mut c_void {
    interface.map_or(std::ptr::null_mut(), Interface::as_raw)
}

/// A reference that does not keep its object alive; [`Interface::downgrade`] makes it.
///
/// It stays on its thread, as an interface does; [`AgileWeak`](crate::AgileWeak) may be sent.
#[derive(Clone)]
pub struct Weak<I>(Option<IWeakReference>, PhantomData<I>);

impl<I> PartialEq for Weak<I> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => same_object(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl<I> Eq for Weak<I> {}

impl<I: Interface> Weak<I> {
    /// A reference to nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(None, PhantomData)
    }

    pub(crate) fn of(object: &I) -> Result<Self> {
        let source = object.cast::<IWeakReferenceSource>()?;
        let mut out: *mut c_void = std::ptr::null_mut();
        // SAFETY: the pointer is valid; what comes out is a reference of the kind, or null.
        unsafe {
            (source.vtable().GetWeakReference)(source.as_raw(), (&raw mut out).cast()).ok()?;
            interface(out).map(|reference| Self(Some(reference), PhantomData))
        }
    }

    /// The object that keeps it; none for a reference to nothing.
    pub(super) const fn source(&self) -> Option<&IWeakReference> {
        self.0.as_ref()
    }

    /// The object, unless it is gone.
    #[must_use]
    pub fn upgrade(&self) -> Option<I> {
        let reference = self.0.as_ref()?;
        let mut out: *mut c_void = std::ptr::null_mut();
        // SAFETY: both pointers are valid; what comes out is a reference of the asked kind, or null.
        unsafe {
            if (reference.vtable().Resolve)(reference.as_raw(), &I::IID, (&raw mut out).cast()).0 < 0 {
                return None;
            }
            opt_interface(out)
        }
    }
}

impl<I: Interface> Default for Weak<I> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I> fmt::Debug for Weak<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Weak")
    }
}
