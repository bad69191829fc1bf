//! Duty: the few items that make a pointer a COM interface in windows-core's sense, and what can be done with each.
//! Input: a name, a base, an identifier. Output: the interface type, so that `cast()`, `implement!` and windows-core's
//! `#[implement]` work with it.

use crate::{ComObject, ComObjectInner, GUID, HRESULT, IUnknown, IUnknownImpl, InterfaceRef, Result, Weak, object};
use std::any::Any;
use std::ffi::c_void;
use std::fmt;

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
            super::pointer::interface(out)
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
        object::find(self)
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

/// Whether two identifiers are the same; they are compared as numbers, not field by field.
#[inline]
#[must_use]
pub fn same(one: &GUID, other: &GUID) -> bool {
    // SAFETY: a GUID is 16 bytes, without padding.
    let number = |guid: &GUID| unsafe { std::mem::transmute::<GUID, u128>(*guid) };
    number(one) == number(other)
}

/// Whether two interfaces belong to one object, which COM says by the pointer that it answers for IUnknown. One that does
/// not answer is told by the pointer that there is.
#[doc(hidden)]
#[must_use]
pub fn same_object<I: Interface>(one: &I, other: &I) -> bool {
    let identity = |interface: &I| interface.cast::<IUnknown>();
    one.as_raw() == other.as_raw()
        || matches!((identity(one), identity(other)), (Ok(one), Ok(other)) if one.as_raw() == other.as_raw())
}

/// Shows an interface by its address.
///
/// # Errors
/// The formatter's.
#[doc(hidden)]
pub fn debug<I: Interface>(interface: &I, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple(name).field(&interface.as_raw()).finish()
}

/// A vtable that begins with IUnknown's slots, and is written for its interface.
///
/// # Safety
/// It must be nothing but pointers to functions, of the types that they have in vtables of its interface, and begin with a
/// vtable of this kind, unless it is IUnknown's.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no vtable that mapidl wrote",
    label = "not written by mapidl from an IDL file",
    note = "what stands first in a vtable is called by what is written there, so it cannot be written by hand"
)]
pub unsafe trait Slots: 'static {}

// SAFETY: its three slots.
unsafe impl Slots for crate::IUnknown_Vtbl {}

/// Fails to compile unless a vtable begins with that of the base; [`interface!`](crate::interface) calls it.
#[doc(hidden)]
pub const fn begins_with<I: Interface<Vtable = V>, V: Slots>(_: &V) {}

/// A vtable that can be made for an implementer, by a function of its own named `new`.
///
/// # Safety
/// That function must give the vtable of a `T` that starts `OFFSET` pointers from the interface pointer.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "objects cannot have an interface with the vtable `{Self}`",
    label = "this interface has no methods that could be implemented",
    note = "an interface of which only the name is known has to be declared in an IDL file"
)]
pub unsafe trait Described: Slots {
    /// Whether an identifier names the interface, or one of its bases but IUnknown.
    fn matches(iid: &GUID) -> bool;
}

// SAFETY: windows-core's macro made it.
unsafe impl Slots for windows_core::imp::IWeakReference_Vtbl {}
// SAFETY: as above.
unsafe impl Described for windows_core::imp::IWeakReference_Vtbl {
    #[inline]
    fn matches(iid: &GUID) -> bool {
        Self::matches(iid)
    }
}

/// Declares an interface type; generated code calls it.
///
/// The type is a transparent pointer that owns one reference; it dereferences to its base and converts into each of
/// its ancestors.
#[doc(hidden)]
#[macro_export]
macro_rules! interface {
    (unsafe $(#[$meta:meta])* $name:ident, $vtbl:ident, $iid:expr, $base:ty $(, $ancestor:ty)* $(,)?) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(::core::clone::Clone)]
        #[allow(non_camel_case_types)]
        pub struct $name($crate::IUnknown);

        // SAFETY: a transparent wrapper of an interface pointer whose vtable and identifier are these.
        unsafe impl $crate::__windows_core::Interface for $name {
            type Vtable = $vtbl;
            const IID: $crate::GUID = $crate::GUID::from_u128($iid);
        }

        $crate::interface!(unsafe @equal $name);

        const _: fn(&$vtbl) = |vtbl| $crate::interface::begins_with::<$base, _>(&vtbl.base__);

        impl $crate::RuntimeName for $name {}

        impl ::core::ops::Deref for $name {
            type Target = $base;

            fn deref(&self) -> &$base {
                // SAFETY: both are transparent pointers, and the vtable begins with the base's.
                unsafe { &*::core::ptr::from_ref(self).cast() }
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::interface::debug(self, ::core::stringify!($name), f)
            }
        }

        $crate::interface!(unsafe @into $name, $base);
        $($crate::interface!(unsafe @into $name, $ancestor);)*
    };
    (unsafe @equal $name:ident) => {
        /// Two are equal when they belong to one object.
        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::interface::same_object(self, other)
            }
        }

        impl ::core::cmp::Eq for $name {}
    };
    (unsafe @into $name:ident, $ancestor:ty) => {
        impl $crate::CanInto<$ancestor> for $name {}

        impl ::core::convert::From<$name> for $ancestor {
            fn from(interface: $name) -> Self {
                // SAFETY: both are transparent pointers, and the vtable begins with the ancestor's.
                unsafe { ::core::mem::transmute(interface) }
            }
        }

        impl<'a> ::core::convert::From<&'a $name> for &'a $ancestor {
            fn from(interface: &'a $name) -> Self {
                // SAFETY: as above.
                unsafe { &*::core::ptr::from_ref(interface).cast() }
            }
        }

        impl<'a> ::core::convert::From<&'a $name> for ::core::option::Option<&'a $ancestor> {
            fn from(interface: &'a $name) -> Self {
                // SAFETY: as above.
                ::core::option::Option::Some(unsafe { &*::core::ptr::from_ref(interface).cast() })
            }
        }
    };
}

/// Stands for the identifier of an interface that another one shares, with another vtable. It has no value, so that nothing
/// compiles that asks an object for such an interface, by whatever door: all of them name the identifier.
#[doc(hidden)]
#[must_use]
pub const fn confusable(message: &str) -> u128 {
    panic!("{}", message)
}

/// Stands for the identifier of an interface that has none, or none that is known: no object answers to it, so `cast`
/// says `E_NOINTERFACE`. A nil identifier would not do: some objects answer to it.
pub const NO_IID: u128 = 0x6d61_7069_646c_4e6f_8000_6e6f_2069_6964;

/// Declares the numbers that automation calls an interface's members by.
#[doc(hidden)]
#[macro_export]
macro_rules! dispids {
    ($interface:ident { $($name:ident = $number:expr,)* }) => {
        /// The numbers of members in automation's calls.
        #[allow(missing_docs)]
        impl $interface {
            $(pub const $name: ::core::primitive::i32 = $number;)*
        }
    };
}

/// Declares an interface of which only the name is known.
#[doc(hidden)]
#[macro_export]
macro_rules! opaque_interface {
    (unsafe $(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        ///
        /// Only its name is known here: it can be passed on, and asked for other interfaces.
        #[repr(transparent)]
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        #[allow(non_camel_case_types)]
        pub struct $name($crate::IUnknown);

        // SAFETY: a transparent wrapper of an interface pointer of which only IUnknown's slots are used.
        unsafe impl $crate::__windows_core::Interface for $name {
            type Vtable = $crate::IUnknown_Vtbl;
            const IID: $crate::GUID = $crate::GUID::from_u128($crate::interface::NO_IID);
        }

        $crate::interface!(unsafe @equal $name);

        impl ::core::ops::Deref for $name {
            type Target = $crate::IUnknown;

            fn deref(&self) -> &$crate::IUnknown {
                &self.0
            }
        }

        impl<'a> ::core::convert::From<&'a $name> for ::core::option::Option<&'a $crate::IUnknown> {
            fn from(interface: &'a $name) -> Self {
                ::core::option::Option::Some(&interface.0)
            }
        }
    };
}
