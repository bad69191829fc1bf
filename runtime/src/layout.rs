//! Duty: prove at compile time that generated types have the layout of the Windows ABI.
//! Input: sizes, alignments, offsets and slots that the compiler of the IDL computed, for 64 and 32 bit. Output: nothing,
//! or a build that fails.

/// Asserts the layout of a record: `value for 64 bit | value for 32 bit`.
#[doc(hidden)]
#[macro_export]
macro_rules! layout {
    ($name:ident: size $size64:literal | $size32:literal align $align64:literal | $align32:literal
        { $($field:ident = $offset64:literal | $offset32:literal,)* }) => {
        const _: () = {
            const fn pick(wide: usize, narrow: usize) -> usize {
                if cfg!(target_pointer_width = "64") { wide } else { narrow }
            }
            assert!(::core::mem::size_of::<$name>() == pick($size64, $size32));
            assert!(::core::mem::align_of::<$name>() == pick($align64, $align32));
            $(assert!(::core::mem::offset_of!($name, $field) == pick($offset64, $offset32));)*
        };
    };
}

/// Asserts the slots of a vtable and their number.
#[doc(hidden)]
#[macro_export]
macro_rules! slots {
    ($vtbl:ident: $count:literal { $($method:ident = $slot:literal,)* }) => {
        const _: () = {
            const SLOT: usize = ::core::mem::size_of::<usize>();
            assert!(::core::mem::size_of::<$vtbl>() == $count * SLOT);
            $(assert!(::core::mem::offset_of!($vtbl, $method) == $slot * SLOT);)*
        };
    };
}

/// Declares an opaque value as wide as a pointer: a handle of the system, or of another program.
#[doc(hidden)]
#[macro_export]
macro_rules! handle {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(non_camel_case_types)]
        pub struct $name(pub *mut ::core::ffi::c_void);

        impl $name {
            /// No handle.
            pub const NULL: Self = Self(::core::ptr::null_mut());

            /// Whether it is no handle.
            #[must_use]
            pub const fn is_null(self) -> bool {
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
