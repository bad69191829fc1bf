//! Duty: the macro that makes a COM object of a Rust type.
//! Input: the names of a type, of its object and of interfaces. Output: the object's type and the traits that
//! windows-core wants of it; what they do is in [`object`](crate::object).

/// Makes a COM object of a Rust type.
///
/// ```
/// use mapidl::com::{IPersist, IPersist_Impl};
/// use mapidl::{GUID, Result, Success, implement};
///
/// struct Document(GUID);
///
/// implement! { impl Document as Document_Impl: [IPersist] }
///
/// impl IPersist_Impl for Document_Impl {
///     fn get_class_id(&self) -> Result<Success<GUID>> {
///         Ok(self.0.into())
///     }
/// }
///
/// let class = GUID::from_u128(0x6f1d3b52_5c1e_4c0e_9a55_3c2f0b9b0001);
/// let document: IPersist = Document(class).into();
/// assert_eq!(*document.get_class_id()?, class);
/// # Ok::<(), mapidl::Error>(())
/// ```
///
/// The provider traits (of each interface, and of its bases) are implemented for the second type, which dereferences to
/// the first. A value converts into each of the interfaces, and into [`ComObject`](crate::ComObject), which keeps the
/// Rust type. `QueryInterface` finds the interfaces, their bases, and weak references
/// ([`downgrade`](crate::Interface::downgrade)).
///
/// **Threads.** COM calls an object on any thread, on several at once, so the value must be `Send` and `Sync`. Where it
/// is not, its objects can belong to an apartment, which is to say: to the thread that makes them.
///
/// ```
/// use mapidl::com::{IPersist, IPersist_Impl};
/// use mapidl::{AgileReference, Apartment, ComObject, implement};
/// use std::cell::Cell;
///
/// #[derive(Default)]
/// struct Window(Cell<u32>);
///
/// implement! { apartment impl Window as Window_Impl: [IPersist] }
///
/// impl IPersist_Impl for Window_Impl {}
///
/// let window: IPersist = Window::default().into();
/// # #[cfg(not(windows))]
/// assert!(AgileReference::new(&window).is_err()); // no other thread may call it
/// let window: ComObject<Apartment<Window>> = window.cast_object()?;
/// window.get().0.set(7);
/// # use mapidl::Interface;
/// # Ok::<(), mapidl::Error>(())
/// ```
///
/// Such an object does not say that it is agile. On Windows other threads reach it through a proxy, where the thread is
/// in a single-threaded apartment; elsewhere not at all. It answers `RPC_E_WRONG_THREAD` to `QueryInterface` on another
/// thread, and so do its methods (those that return no `HRESULT` answer zero): its value is never touched there. It is
/// leaked, which the [hook](crate::hooks) is told, when another thread gives up the last reference. Interfaces whose
/// contract lets any thread call them ([`FreeThreaded`](crate::FreeThreaded)) cannot be among its interfaces.
///
/// A generic type says so, and needs a `where`: `impl<T> List as List_Impl: [IEnum] where T: Send + Sync + 'static`. For
/// what is not here (aggregation, objects in a `static`, WinRT) there is `#[windows_core::implement]`, which takes the
/// same interfaces; it asks for neither `Send` nor `Sync` of objects that it declares agile, so that is left to its user.
#[macro_export]
macro_rules! implement {
    (impl $name:ident as $vis:vis $outer:ident : [$($interface:ty),+ $(,)?] $(,)?) => {
        $crate::__implement! { unsafe { Anywhere $vis $name $outer [] [] } [$($interface),+] }
    };
    (
        impl<$($param:ident),+ $(,)?> $name:ident as $vis:vis $outer:ident : [$($interface:ty),+ $(,)?]
        where $($bounds:tt)+
    ) => {
        $crate::__implement! { unsafe { Anywhere $vis $name $outer [$($param),+] [$($bounds)+] } [$($interface),+] }
    };
    (apartment impl $name:ident as $vis:vis $outer:ident : [$($interface:ty),+ $(,)?] $(,)?) => {
        $crate::__implement! { unsafe { Here $vis $name $outer [] [] } [$($interface),+] }
    };
    (
        apartment impl<$($param:ident),+ $(,)?> $name:ident as $vis:vis $outer:ident : [$($interface:ty),+ $(,)?]
        where $($bounds:tt)+
    ) => {
        $crate::__implement! { unsafe { Here $vis $name $outer [$($param),+] [$($bounds)+] } [$($interface),+] }
    };
}

/// Gives each interface its place, then writes the object.
///
/// It is expanded where a user's names and traits are in scope, so it resolves nothing by them: no call by method syntax,
/// no name of the prelude, no expression of the user's in `unsafe`. What there is to do is in [`object`](crate::object).
#[doc(hidden)]
#[macro_export]
macro_rules! __implement {
    (unsafe $head:tt [$($interface:ty),+]) => {
        $crate::__implement! {
            unsafe @place $head []
            [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32]
            [$($interface),+]
        }
    };
    (unsafe @place $head:tt [$($done:tt)*] [$place:literal $($places:literal)+] [$interface:ty $(, $more:ty)*]) => {
        $crate::__implement! { unsafe @place $head [$($done)* ($place $interface)] [$($places)+] [$($more),*] }
    };
    (
        unsafe @place { $home:ident $vis:vis $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] }
        [$(($place:literal $interface:ty))+] [$source:literal $($rest:literal)*] []
    ) => {
        #[doc = ::core::concat!("The COM object of a [`", ::core::stringify!($name), "`].")]
        #[repr(transparent)]
        #[allow(non_camel_case_types, missing_debug_implementations)]
        $vis struct $outer<$($param),*>
        where $($bounds)*
        {
            __mapidl_body: $crate::object::Body<$name<$($param),*>, $crate::threads::$home, { $source + 1 }>,
        }

        // SAFETY: it is a body with the vtables of its interfaces in their places.
        unsafe impl<$($param),*> $crate::object::Object for $outer<$($param),*>
        where $($bounds)*
        {
            type Value = $name<$($param),*>;
            type Home = $crate::threads::$home;
            const VTABLES: ::core::primitive::usize = $source + 1;

            unsafe fn from_value(value: <Self as $crate::IUnknownImpl>::Impl) -> Self {
                let vtables = [
                    $($crate::object::Vtable::new(
                        const { &<<$interface as $crate::Interface>::Vtable>::new::<Self, { -$place }>() },
                    ),)+
                    $crate::object::source(),
                ];
                let kind = const { &$crate::object::Kind::new::<Self, { -$source }>() };
                // SAFETY: the caller promises what an object must be.
                Self { __mapidl_body: unsafe { $crate::object::Body::new(vtables, kind, value) } }
            }

            #[inline]
            fn place(iid: &$crate::GUID) -> ::core::option::Option<::core::primitive::usize> {
                if $crate::interface::same(iid, &<$crate::IUnknown as $crate::Interface>::IID) {
                    return ::core::option::Option::Some(0);
                }
                $(if $crate::object::matches::<$interface>(iid) {
                    return ::core::option::Option::Some($place);
                })+
                ::core::option::Option::None
            }

            #[inline]
            fn head(&self) -> $crate::object::Head<'_, Self::Home> {
                $crate::object::Body::head(&self.__mapidl_body)
            }
        }

        impl<$($param),*> ::core::ops::Deref for $outer<$($param),*>
        where $($bounds)*
        {
            type Target = $name<$($param),*>;

            #[inline]
            fn deref(&self) -> &Self::Target {
                $crate::object::Body::value(&self.__mapidl_body)
            }
        }

        impl<$($param),*> $crate::IUnknownImpl for $outer<$($param),*>
        where $($bounds)*
        {
            type Impl = <$crate::threads::$home as $crate::threads::Home>::Value<$name<$($param),*>>;

            #[inline]
            fn get_impl(&self) -> &Self::Impl {
                $crate::object::Body::value(&self.__mapidl_body)
            }

            #[inline]
            fn get_impl_mut(&mut self) -> &mut Self::Impl {
                $crate::object::Body::value_mut(&mut self.__mapidl_body)
            }

            #[inline]
            fn into_inner(self) -> Self::Impl {
                $crate::object::Body::into_value(self.__mapidl_body)
            }

            #[inline]
            unsafe fn QueryInterface(
                &self,
                iid: *const $crate::GUID,
                interface: *mut *mut ::core::ffi::c_void,
            ) -> $crate::HRESULT {
                // SAFETY: the caller vouches for the pointers.
                unsafe { $crate::object::query(self, iid, interface) }
            }

            #[inline]
            fn AddRef(&self) -> ::core::primitive::u32 {
                $crate::object::add(self)
            }

            #[inline]
            unsafe fn Release(self_: *mut Self) -> ::core::primitive::u32 {
                // SAFETY: the caller gives up a reference to a live object.
                unsafe { $crate::object::release(self_) }
            }

            #[inline]
            fn is_reference_count_one(&self) -> ::core::primitive::bool {
                $crate::object::is_one(self)
            }

            #[inline]
            unsafe fn GetTrustLevel(&self, value: *mut ::core::primitive::i32) -> $crate::HRESULT {
                // SAFETY: the caller vouches for the pointer.
                unsafe { $crate::object::untrusted(self, value) }
            }

            #[inline]
            fn to_object(&self) -> $crate::__windows_core::ComObject<Self::Impl> {
                $crate::object::to_object(self)
            }
        }

        $crate::__implement! { unsafe @$home { $name $outer [$($param),*] [$($bounds)*] } }
        $crate::__implement! { unsafe @into { $name $outer [$($param),*] [$($bounds)*] } 0 $crate::IUnknown }
        $crate::__implement! { unsafe @each { $name $outer [$($param),*] [$($bounds)*] } $($place $interface),+ }
    };
    (unsafe @Anywhere { $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] }) => {
        const _: () = {
            #[allow(dead_code)]
            const fn threads<$($param),*>()
            where $($bounds)*
            {
                $crate::threads::agile::<$name<$($param),*>>();
            }
        };

        impl<$($param),*> $crate::ComObjectInner for $name<$($param),*>
        where $($bounds)*
        {
            type Outer = $outer<$($param),*>;

            fn into_object(self) -> $crate::__windows_core::ComObject<Self> {
                $crate::object::into_object::<Self::Outer>(self)
            }
        }
    };
    (unsafe @Here { $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] }) => {
        impl<$($param),*> $crate::object::Local for $name<$($param),*>
        where $($bounds)*
        {
            type Object = $outer<$($param),*>;
        }
    };
    (unsafe @each $head:tt $($place:literal $interface:ty),+) => {
        $($crate::__implement! { unsafe @into $head $place $interface }
        $crate::__implement! { unsafe @back $head $place $interface })+
    };
    (
        unsafe @into { $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] } $place:literal $interface:ty
    ) => {
        impl<$($param),*> ::core::convert::From<$name<$($param),*>> for $interface
        where $($bounds)*
        {
            #[inline]
            fn from(this: $name<$($param),*>) -> Self {
                // SAFETY: this is the interface's place.
                unsafe { $crate::object::into_interface::<$outer<$($param),*>, Self>(this, $place) }
            }
        }

        impl<$($param),*> $crate::__windows_core::ComObjectInterface<$interface> for $outer<$($param),*>
        where $($bounds)*
        {
            #[inline]
            fn as_interface_ref(&self) -> $crate::InterfaceRef<'_, $interface> {
                // SAFETY: this is the interface's place.
                unsafe { $crate::object::interface_ref(self, $place) }
            }
        }
    };
    (
        unsafe @back { $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] } $place:literal $interface:ty
    ) => {
        impl<$($param),*> $crate::AsImpl<$name<$($param),*>> for $interface
        where $($bounds)*
        {
            #[inline]
            unsafe fn as_impl_ptr(&self) -> ::core::ptr::NonNull<$name<$($param),*>> {
                // SAFETY: the caller vouches that the interface is one of such an object; this is its place.
                unsafe {
                    let object = $crate::object::outer::<$outer<$($param),*>>(self, $place);
                    $crate::object::Body::value_of(&raw const (*object).__mapidl_body)
                }
            }
        }
    };
}
