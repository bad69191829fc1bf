//! Duty: what generated code declares of a mock.
//! Input: an interface, and a row per method with what a test knows it by. Output: the mock's type with its expectations, and
//! the provider trait through which stubs reach the engine.
//!
//! Each row gives a type without values, which stands for the method; arguments have the types that this type says, which
//! are those of the trait's method.

/// Declares a generated mock: its type, its expectations, and its face.
///
/// A row is `Method: arity2 method => expect_method(A one: One<'a>, B two: &'a Two) -> Answer;`. The IDL's name stands in
/// brackets where it is not the first word, and `[unsafe]` before the arity of a method that is unsafe to implement.
#[doc(hidden)]
#[macro_export]
macro_rules! mock {
    (
        unsafe $(#[$meta:meta])* $name:ident($base:ty): $interface:ident, $vtbl:ident, $provider:ident,
        $unexpected:expr, mod $module:ident $({ $(
            $(#[$doc:meta])*
            $marker:ident $([$com:literal])?: $([$unsafe:ident])? $arity:ident $method:ident => $expect:ident(
                $($letter:ident $arg:ident: $ty:ty),*
            ) -> $ret:ty;
        )* })?
    ) => {
        $crate::mock! { unsafe @type $(#[$meta])* $name($base): $interface, $vtbl }

        $(
            #[doc = ::core::concat!("The methods of [`", ::core::stringify!($interface), "`], as types of its mock's expectations.")]
            #[allow(non_camel_case_types, non_snake_case)]
            pub mod $module {
                $(
                    #[doc = ::core::concat!("`", $crate::idl_name!($marker $($com)?), "`")]
                    #[derive(::core::fmt::Debug)]
                    pub enum $marker {}
                )*
            }

            // Outside of that module, where a method may have the name of a type.
            $(
                #[allow(clippy::type_complexity)]
                impl $crate::mock::$arity::Method for $module::$marker {
                    const NAME: &'static ::core::primitive::str =
                        ::core::concat!(::core::stringify!($interface), "::", $crate::idl_name!($marker $($com)?));
                    const UNEXPECTED: $crate::HRESULT = $unexpected;
                    $(type $letter<'a> = $ty;)*
                    type Return = $ret;
                }
            )*

            impl $name {
                $(
                    $(#[$doc])*
                    pub fn $expect(&self) -> $crate::mock::$arity::Expect<$module::$marker> {
                        $crate::mock::$arity::Expect::new(self)
                    }
                )*
            }
        )?

        #[allow(clippy::too_many_arguments, clippy::type_complexity)]
        impl $provider for $crate::mock::Face {
            $($(
                $($unsafe)? fn $method(
                    &self,
                    $($arg: <$module::$marker as $crate::mock::$arity::Method>::$letter<'_>),*
                ) -> $ret {
                    $crate::mock::$arity::call::<$module::$marker>(self, $($arg),*)
                }
            )*)?
        }
    };
    (unsafe @type $(#[$meta:meta])* $name:ident($base:ty): $interface:ident, $vtbl:ident) => {
        $(#[$meta])*
        #[derive(::core::fmt::Debug)]
        #[repr(transparent)]
        #[allow(non_camel_case_types)]
        pub struct $name($crate::mock::MockOf<$interface>);

        impl $name {
            /// Makes a mock object with this interface; calls without an expectation fail the test.
            #[must_use]
            #[expect(clippy::new_without_default, reason = "a mock is made to be scripted")]
            pub fn new() -> Self {
                Self($crate::mock::Mock::new(<Self as $crate::mock::MockInterface>::SPEC))
            }

            /// A new reference to the object, as a COM caller gets it.
            #[must_use]
            pub fn to_interface(&self) -> $interface {
                $crate::mock::MockOf::to_interface(&self.0)
            }

            /// Ends the mock: what its drop would panic about is returned instead.
            ///
            /// # Errors
            /// A line for each failure and each leak.
            pub fn finish(self) -> ::core::result::Result<(), ::std::string::String> {
                $crate::mock::MockOf::finish(self.0)
            }
        }

        impl ::core::ops::Deref for $name {
            type Target = $base;

            fn deref(&self) -> &$base {
                // SAFETY: the mock of the interface's base.
                unsafe { $crate::mock::MockOf::base(&self.0) }
            }
        }

        // SAFETY: a transparent wrapper of a transparent wrapper.
        unsafe impl $crate::mock::MockBase for $name {}

        impl $crate::mock::MockInterface for $name {
            type Interface = $interface;
            const SPEC: $crate::mock::FaceSpec<$interface> = {
                const VTABLE: &$vtbl = &<$vtbl>::new::<$crate::mock::Face, 0>();
                // SAFETY: the vtable is made for a face.
                unsafe { $crate::mock::FaceSpec::new(::core::stringify!($interface), VTABLE, <$vtbl>::matches) }
            };

            fn from_mock(mock: $crate::mock::MockOf<$interface>) -> Self {
                Self(mock)
            }
        }
    };
}
