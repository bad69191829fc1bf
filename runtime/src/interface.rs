//! Duty: the few items that make a pointer a COM interface in windows-core's sense.
//! Input: a name, a base, an identifier. Output: the interface type, so that `cast()`, `implement!` and windows-core's
//! `#[implement]` work with it.

use crate::GUID;

/// Whether two identifiers are the same; they are compared as numbers, not field by field.
#[inline]
#[must_use]
pub fn same(one: &GUID, other: &GUID) -> bool {
    // SAFETY: a GUID is 16 bytes, without padding.
    let number = |guid: &GUID| unsafe { std::mem::transmute::<GUID, u128>(*guid) };
    number(one) == number(other)
}

/// Declares an interface type; generated code calls it.
///
/// The type is a transparent pointer that owns one reference; it dereferences to its base and converts into each of
/// its ancestors.
#[doc(hidden)]
#[macro_export]
macro_rules! interface {
    ($(#[$meta:meta])* $name:ident, $vtbl:ident, $iid:expr, $base:ty $(, $ancestor:ty)* $(,)?) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(Clone, PartialEq, Eq)]
        #[allow(non_camel_case_types)]
        pub struct $name($crate::IUnknown);

        // SAFETY: a transparent wrapper of an interface pointer whose vtable and identifier are these.
        unsafe impl $crate::Interface for $name {
            type Vtable = $vtbl;
            const IID: $crate::GUID = $crate::GUID::from_u128($iid);
        }

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
                f.debug_tuple(stringify!($name)).field(&$crate::Interface::as_raw(self)).finish()
            }
        }

        $crate::interface!(@into $name, $base);
        $($crate::interface!(@into $name, $ancestor);)*
    };
    (@into $name:ident, $ancestor:ty) => {
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
    };
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
            $(pub const $name: i32 = $number;)*
        }
    };
}

/// Declares an interface of which only the name is known.
#[doc(hidden)]
#[macro_export]
macro_rules! opaque_interface {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        ///
        /// Only its name is known here: it can be passed on, and asked for other interfaces.
        #[repr(transparent)]
        #[derive(Clone, PartialEq, Eq, Debug)]
        #[allow(non_camel_case_types)]
        pub struct $name($crate::IUnknown);

        // SAFETY: a transparent wrapper of an interface pointer of which only IUnknown's slots are used.
        unsafe impl $crate::Interface for $name {
            type Vtable = $crate::IUnknown_Vtbl;
            const IID: $crate::GUID = $crate::GUID::from_u128($crate::interface::NO_IID);
        }

        impl ::core::ops::Deref for $name {
            type Target = $crate::IUnknown;

            fn deref(&self) -> &$crate::IUnknown {
                &self.0
            }
        }
    };
}
