//! Duty: the few items that make a pointer a COM interface in windows-core's sense.
//! Input: a name, a base, an identifier. Output: the interface type, so that `cast()`, `implement!` and windows-core's
//! `#[implement]` work with it.

use crate::{GUID, Interface};
use std::fmt;

/// Whether two identifiers are the same; they are compared as numbers, not field by field.
#[inline]
#[must_use]
pub fn same(one: &GUID, other: &GUID) -> bool {
    // SAFETY: a GUID is 16 bytes, without padding.
    let number = |guid: &GUID| unsafe { std::mem::transmute::<GUID, u128>(*guid) };
    number(one) == number(other)
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
                $crate::object::same_object(self, other)
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
