//! Duty: prove at compile time that generated types have the layout of the Windows ABI.
//! Input: sizes, alignments, offsets and slots that the compiler of the IDL computed, for 64 and 32 bit. Output: nothing,
//! or a build that fails.

/// The number for this width of pointers.
#[doc(hidden)]
#[must_use]
pub const fn pick(wide: usize, narrow: usize) -> usize {
    if cfg!(target_pointer_width = "64") { wide } else { narrow }
}

/// The size of a slot.
#[doc(hidden)]
pub const SLOT: usize = size_of::<usize>();

/// Asserts the layout of a record: `value for 64 bit | value for 32 bit`.
#[doc(hidden)]
#[macro_export]
macro_rules! layout {
    ($name:ident: size $size64:literal | $size32:literal align $align64:literal | $align32:literal
        { $($field:ident = $offset64:literal | $offset32:literal,)* }) => {
        const _: () = {
            use $crate::layout::pick;
            ::core::assert!(::core::mem::size_of::<$name>() == pick($size64, $size32));
            ::core::assert!(::core::mem::align_of::<$name>() == pick($align64, $align32));
            $(::core::assert!(::core::mem::offset_of!($name, $field) == pick($offset64, $offset32));)*
        };
    };
}

/// Asserts the slots of a vtable and their number.
#[doc(hidden)]
#[macro_export]
macro_rules! slots {
    ($vtbl:ident: $count:literal { $($method:ident = $slot:literal,)* }) => {
        const _: () = {
            use $crate::layout::SLOT;
            ::core::assert!(::core::mem::size_of::<$vtbl>() == $count * SLOT);
            $(::core::assert!(::core::mem::offset_of!($vtbl, $method) == $slot * SLOT);)*
            const _: fn(&$vtbl) = |vtbl| $crate::interface::slots_of(&vtbl.base__);
        };

        // SAFETY: pointers to functions as the definition of the interface has them; so is what they follow.
        unsafe impl $crate::interface::Slots for $vtbl {}

        // SAFETY: it is written together with its `new`.
        unsafe impl $crate::interface::Described for $vtbl {
            #[inline]
            fn matches(iid: &$crate::GUID) -> ::core::primitive::bool {
                <$vtbl>::matches(iid)
            }
        }
    };
}

/// Declares an opaque value as wide as a pointer: a handle of the system, or of another program.
#[doc(hidden)]
#[macro_export]
macro_rules! handle {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #[allow(non_camel_case_types)]
        pub struct $name(pub *mut ::core::ffi::c_void);

        impl $name {
            /// No handle.
            pub const NULL: Self = Self(::core::ptr::null_mut());

            /// Whether it is no handle.
            #[must_use]
            pub const fn is_null(self) -> ::core::primitive::bool {
                self.0.is_null()
            }
        }

        impl ::core::default::Default for $name {
            fn default() -> Self {
                Self::NULL
            }
        }

        // SAFETY: a value that is never followed here.
        unsafe impl ::core::marker::Send for $name {}
        // SAFETY: as above.
        unsafe impl ::core::marker::Sync for $name {}

        $crate::plain_record!($name);
    };
}
