//! Duty: prove at compile time that generated types have the layout of the Windows ABI.
//! Input: sizes, alignments and offsets that the compiler of the IDL computed, for 64 and 32 bit. Output: nothing, or a
//! build that fails.

#[doc(hidden)]
pub use crate::record::Align8;

/// A value type that mapidl wrote of an IDL file: a record, an enumeration, an opaque value.
///
/// # Safety
/// It has the layout of the IDL's type, and whatever memory of C's has of that is a value of it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type that mapidl wrote of an IDL file",
    label = "not written by mapidl",
    note = "memory of others is taken for it, so it cannot be a type by hand that has the name of one in the IDL"
)]
pub unsafe trait Written: Copy {}

/// Fails to compile for what mapidl did not write.
#[doc(hidden)]
pub const fn written<T: Written>() {}

/// Fails to compile for what is no interface.
#[doc(hidden)]
pub const fn interface<I: crate::Interface>() {}

/// Fails to compile where a record has another view.
#[doc(hidden)]
pub const fn viewed<R: crate::record::Pointee<View<'static> = V>, V>() {}

/// Proves that items of other modules are what is written of an IDL file; generated code calls it where it names such.
#[doc(hidden)]
#[macro_export]
macro_rules! external {
    (interface $name:ty, $($iid:literal)?) => {
        const _: () = {
            $crate::layout::interface::<$name>();
            $(::core::assert!(
                <$name as $crate::Interface>::IID.to_u128() == $iid,
                "an interface of another identifier than that of the IDL"
            );)?
        };
    };
    (value $name:ty, $number:ty) => {
        const _: () = {
            $crate::layout::written::<$name>();
            ::core::assert!(::core::mem::size_of::<$name>() == ::core::mem::size_of::<$number>());
        };
    };
    (record $name:ty, $($view:ty)?; $($layout:tt)+) => {
        const _: () = {
            $crate::layout::written::<$name>();
            $($crate::layout::viewed::<$name, $view>();)?
        };
        $crate::same_layout!($name, $($layout)+);
    };
}

/// The number for this width of pointers.
#[doc(hidden)]
#[must_use]
pub const fn pick(wide: usize, narrow: usize) -> usize {
    if cfg!(target_pointer_width = "64") { wide } else { narrow }
}

/// Asserts the layout of a record: `value for 64 bit | value for 32 bit`.
#[doc(hidden)]
#[macro_export]
macro_rules! layout {
    (unsafe $name:ident: $($layout:tt)+) => {
        $crate::same_layout!($name, $($layout)+);

        // SAFETY: the record of an IDL, with its layout; memory of C's that holds one may be read as one.
        unsafe impl $crate::layout::Written for $name {}
    };
}

/// Asserts the layout of a record that may have been written elsewhere.
#[doc(hidden)]
#[macro_export]
macro_rules! same_layout {
    ($name:ty, size $size64:literal | $size32:literal align $align64:literal | $align32:literal
        { $($field:ident = $offset64:literal | $offset32:literal,)* }) => {
        const _: () = {
            use $crate::layout::pick;
            ::core::assert!(::core::mem::size_of::<$name>() == pick($size64, $size32));
            ::core::assert!(::core::mem::align_of::<$name>() == pick($align64, $align32));
            $(::core::assert!(::core::mem::offset_of!($name, $field) == pick($offset64, $offset32));)*
        };
    };
}

/// Declares an opaque value as wide as a pointer: a handle of the system, or of another program.
#[doc(hidden)]
#[macro_export]
macro_rules! handle {
    (unsafe $(#[$meta:meta])* $name:ident) => {
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

        $crate::plain_record!(unsafe $name);

        // SAFETY: any address is a value of it.
        unsafe impl $crate::layout::Written for $name {}
    };
}
