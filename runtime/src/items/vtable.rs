//! Duty: what generated code declares of a vtable.
//! Input: a row per slot, with its number, its function as C sees it, and what an implementer's answers a call with. Output:
//! the struct, the vtable of any implementer, and proof at compile time that each slot is where it is said to be.

/// The size of a slot.
#[doc(hidden)]
pub const SLOT: usize = size_of::<usize>();

/// Declares a vtable: its struct, and how one is made for an implementer.
///
/// A row is `3 extern "system" fn Method(one: u32) -> HRESULT = method as hresult { … }`: the slot and its function, the safe
/// method that calls it, what of [`stub`](crate::stub) runs the stub, and the stub's body, in which `this` is what it was
/// called on. In brackets stand the IDL's name, where it is not that of the field, and the parameter that is returned in the
/// end, where one is.
#[doc(hidden)]
#[macro_export]
macro_rules! vtable {
    (
        unsafe $vtbl:ident($base:ty) of $interface:ident: $count:literal slots;
        matches($iid:ident) { $matches:expr }
        impl<$T:ident: $provider:ident, $offset:ident> $this:ident { $(
            $slot:literal extern $abi:literal fn $name:ident $([$com:literal])? ($($raw:tt: $arg:ty),* $(,)?) $(-> $ret:ty)?
                $(= $caller:tt)? as $([$given:ident])? $runner:ident $body:tt
        )* }
    ) => {
        #[doc = ::core::concat!("The vtable of [`", ::core::stringify!($interface), "`].")]
        #[repr(C)]
        #[allow(non_camel_case_types, non_snake_case, missing_debug_implementations, clippy::type_complexity)]
        pub struct $vtbl {
            /// The slots of the base.
            pub base__: $base,
            $(
                #[doc = ::core::concat!(
                    "Slot ", $slot,
                    $(", which [`", ::core::stringify!($interface), "::", ::core::stringify!($caller), "`] calls and [`",
                    ::core::stringify!($provider), "::", ::core::stringify!($caller), "`] answers",)? "."
                )]
                pub $name: unsafe extern $abi fn(this: *mut ::core::ffi::c_void, $($raw: $arg),*) $(-> $ret)?,
            )*
        }

        const _: () = {
            use $crate::vtable::SLOT;
            ::core::assert!(::core::mem::size_of::<$vtbl>() == $count * SLOT);
            $(::core::assert!(::core::mem::offset_of!($vtbl, $name) == $slot * SLOT);)*
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

        #[allow(
            non_snake_case, clippy::too_many_arguments, clippy::unnecessary_cast, clippy::missing_safety_doc,
            clippy::extra_unused_type_parameters
        )]
        impl $vtbl {
            /// The vtable of an implementer: it starts `OFFSET` pointers from the interface pointer.
            #[must_use]
            pub const fn new<$T: $provider, const $offset: ::core::primitive::isize>() -> Self {
                $(
                    unsafe extern $abi fn $name<$T: $provider, const $offset: ::core::primitive::isize>(
                        this: *mut ::core::ffi::c_void,
                        $($raw: $arg),*
                    ) $(-> $ret)? {
                        let $this = $crate::stub::This::<$T, $offset>::new(this);
                        $crate::stub::$runner(
                            ::core::concat!(::core::stringify!($interface), "::", $crate::idl_name!($name $($com)?)),
                            // SAFETY: a caller passes what the definition of the method describes, and the pointer to the
                            // interface that the vtable belongs to.
                            &mut || unsafe $body,
                        ) $(; $given)?
                    }
                )*
                Self { base__: <$base>::new::<$T, $offset>(), $($name: $name::<$T, $offset>),* }
            }

            /// Whether an identifier names the interface or one of its bases but IUnknown.
            #[inline]
            #[must_use]
            pub fn matches($iid: &$crate::GUID) -> ::core::primitive::bool {
                let _ = $iid;
                $matches
            }
        }
    };
}

/// What the IDL calls that whose name in Rust comes first.
#[doc(hidden)]
#[macro_export]
macro_rules! idl_name {
    ($name:ident) => {
        ::core::stringify!($name)
    };
    ($name:ident $com:literal) => {
        $com
    };
}
