//! Duty: the COM object behind [`implement!`](crate::implement): its layout, its count, its QueryInterface.
//! Input: a Rust value and the interfaces that it implements. Output: a counted object on the heap.
//!
//! ```text
//! interface 0 │ interface 1 │ … │ IWeakReferenceSource │ the value │ the count
//! ```
//!
//! An interface pointer points to the vtable pointer of its interface. The first one is the object's identity too: what
//! `QueryInterface` answers for IUnknown.

use crate::hooks::{self, Event};
use crate::interface::same;
use crate::weak::WeakCell;
use crate::{ComObject, ComObjectInner, GUID, HRESULT, IUnknownImpl, Interface};
use std::any::Any;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering, fence};
pub use windows_core::imp::IWeakReference;
use windows_core::imp::{IAgileObject, IWeakReferenceSource};
use windows_core::{DYNAMIC_CAST_IID, InterfaceRef};

pub use windows_core::imp::{IWeakReferenceSource_Impl, IWeakReferenceSource_Vtbl};

const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_NOINTERFACE: HRESULT = HRESULT(0x8000_4002_u32.cast_signed());

/// What an interface pointer points to: the address of a vtable.
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct Vtable(*const c_void);

// SAFETY: a vtable is a constant.
unsafe impl Send for Vtable {}
// SAFETY: as above.
unsafe impl Sync for Vtable {}

impl Vtable {
    /// The address of this one.
    #[must_use]
    pub const fn new<V>(vtable: &'static V) -> Self {
        Self(std::ptr::from_ref(vtable).cast())
    }
}

/// A type that `implement!` made.
///
/// # Safety
/// It must begin with an array of [`Vtable`]s, each made for it and for its place, the last one that of
/// IWeakReferenceSource; and it must live in a `Box` of its own.
pub unsafe trait Object: IUnknownImpl + Any {
    /// How many vtables it begins with.
    const VTABLES: usize;

    /// The object of a value, with one reference.
    fn from_value(value: Self::Impl) -> Self;

    /// The place of the interface that an identifier names: its own, a base of it, or IUnknown.
    fn place(iid: &GUID) -> Option<usize>;

    /// Its count.
    fn count(&self) -> &Count;
}

/// The number of references to an object.
#[derive(Debug)]
pub struct Count {
    strong: AtomicUsize,
    /// Made when the first weak reference is.
    weak: OnceLock<ComObject<WeakCell>>,
}

impl Count {
    /// One reference.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "an object begins with the reference of its maker")]
    pub const fn new() -> Self {
        Self { strong: AtomicUsize::new(1), weak: OnceLock::new() }
    }

    /// One more; gives the new number.
    #[inline]
    pub fn add(&self) -> u32 {
        let before = self.strong.fetch_add(1, Ordering::Relaxed);
        // 64 bits do not overflow in a lifetime; fewer could, by references that are forgotten.
        if cfg!(not(target_pointer_width = "64")) && before > usize::MAX / 2 {
            std::process::abort();
        }
        (before as u32).wrapping_add(1)
    }

    /// One more, unless there is none any more.
    pub(crate) fn add_to_some(&self) -> bool {
        let more = |count: usize| if count == 0 { None } else { Some(count + 1) };
        self.strong.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).is_ok()
    }

    /// Whether nobody else has a reference, nor can get one.
    #[must_use]
    pub fn is_one(&self) -> bool {
        // In this order: a weak reference was made before the strong one that made it was given up.
        self.strong.load(Ordering::Acquire) == 1 && self.weak.get().is_none()
    }
}

/// The pointer of one of an object's interfaces.
///
/// # Safety
/// `place` must be less than [`Object::VTABLES`].
#[inline]
#[must_use]
pub unsafe fn interface_ref<T: Object, I: Interface>(object: &T, place: usize) -> InterfaceRef<'_, I> {
    // SAFETY: the object begins with the vtables; the interface borrows it.
    unsafe { InterfaceRef::from_raw(NonNull::from(object).cast::<Vtable>().add(place).cast()) }
}

/// Puts a value on the heap and gives the pointer of one of its interfaces.
///
/// # Safety
/// `I` must be the interface at that place.
#[inline]
#[must_use]
pub unsafe fn into_interface<T: Object, I: Interface>(value: T::Impl, place: usize) -> I {
    let object = Box::into_raw(Box::new(T::from_value(value))).cast::<Vtable>();
    // SAFETY: the object begins with the vtables, and its count with the reference that is given away here.
    unsafe { I::from_raw(object.add(place).cast()) }
}

/// Puts a value on the heap.
#[must_use]
pub fn into_object<T: Object>(value: T::Impl) -> ComObject<T::Impl>
where
    T::Impl: ComObjectInner<Outer = T>,
{
    // SAFETY: it comes from a Box, and its count begins with the reference that is given away here.
    unsafe { ComObject::from_raw(NonNull::from(Box::leak(Box::new(T::from_value(value))))) }
}

/// A further reference to an object.
#[inline]
#[must_use]
pub fn to_object<T: Object>(object: &T) -> ComObject<T::Impl>
where
    T::Impl: ComObjectInner<Outer = T>,
{
    object.count().add();
    // SAFETY: objects live in boxes, and the reference was just added.
    unsafe { ComObject::from_raw(NonNull::from(object)) }
}

/// An object as its value's [`AsImpl`](crate::AsImpl) finds it.
///
/// # Safety
/// `interface` must be the one at that place of a `T`.
#[inline]
#[must_use]
pub unsafe fn outer<T: Object>(interface: &impl Interface, place: usize) -> *mut T {
    // SAFETY: as promised.
    unsafe { interface.as_raw().cast::<Vtable>().sub(place).cast() }
}

/// `IUnknown::QueryInterface`
///
/// # Safety
/// The pointers are null, or valid for a read and for a write.
#[inline]
pub unsafe fn query<T: Object>(object: &T, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
    if iid.is_null() || out.is_null() {
        return E_POINTER;
    }
    // SAFETY: neither is null, and the place is one of the object's.
    unsafe {
        let iid = iid.read_unaligned();
        let Some(place) = T::place(&iid) else { return query_more(object, &iid, T::VTABLES - 1, out) };
        out.write(std::ptr::from_ref(object).cast::<Vtable>().add(place).cast_mut().cast());
        object.count().add();
    }
    HRESULT(0)
}

/// What every object answers to beside its interfaces.
unsafe fn query_more<T: Object>(object: &T, iid: &GUID, source: usize, out: *mut *mut c_void) -> HRESULT {
    let first = std::ptr::from_ref(object).cast::<Vtable>();
    let place = if same(iid, &IAgileObject::IID) {
        0
    } else if same(iid, &IWeakReferenceSource::IID) {
        source
    } else if same(iid, &DYNAMIC_CAST_IID) {
        // SAFETY: windows-core's protocol for Rust callers, who make room for two pointers and take no reference.
        unsafe { out.cast::<*const dyn Any>().write(object) };
        return HRESULT(0);
    } else {
        // SAFETY: the caller vouches for `out`.
        return unsafe { unknown(first, iid, out) };
    };
    // SAFETY: as above; both places are the object's.
    unsafe { out.write(first.add(place).cast_mut().cast()) };
    object.count().add();
    HRESULT(0)
}

/// On Windows, objects travel between apartments as they are.
#[cfg(windows)]
unsafe fn unknown(object: *const Vtable, iid: &GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the caller vouches for the object and for `out`.
    unsafe {
        if same(iid, &windows_core::imp::IMarshal::IID) {
            let object = object.cast_mut().cast();
            if let Some(object) = crate::IUnknown::from_raw_borrowed(&object) {
                return windows_core::imp::marshaler(object.clone(), out);
            }
        }
        out.write(std::ptr::null_mut());
    }
    E_NOINTERFACE
}

#[cfg(not(windows))]
unsafe fn unknown(_: *const Vtable, _: &GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the caller vouches for `out`.
    unsafe { out.write(std::ptr::null_mut()) };
    E_NOINTERFACE
}

/// `IUnknown::Release`
///
/// # Safety
/// The object is alive, and the reference is the caller's to give up.
#[inline]
pub unsafe fn release<T: Object>(object: *mut T) -> u32 {
    // SAFETY: the object is alive. After the subtraction it is only where this was the last reference.
    unsafe {
        let left = (*object).count().strong.fetch_sub(1, Ordering::Release) - 1;
        if left == 0 {
            destroy(object);
        }
        left as u32
    }
}

/// Drops an object. A panic of the value's own drop goes to the hook: it must not unwind into a COM caller.
#[cold]
unsafe fn destroy<T: Object>(object: *mut T) {
    fence(Ordering::Acquire);
    // SAFETY: nobody has a reference any more, weak ones find that out, and the object came from a Box.
    let drop_it = || unsafe {
        if let Some(cell) = (*object).count().weak.get() {
            cell.clear();
        }
        drop(Box::from_raw(object));
    };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(drop_it)) {
        hooks::report(&Event::Panic { method: "IUnknown::Release", message: hooks::panic_message(&*payload) });
        hooks::forget_payload(payload);
    }
}

/// `IInspectable::GetTrustLevel`, which windows-core wants of every object.
///
/// # Safety
/// `value` is null or valid for a write.
pub unsafe fn no_trust_level(value: *mut i32) -> HRESULT {
    if value.is_null() {
        return E_POINTER;
    }
    // SAFETY: not null, and the caller vouches for it.
    unsafe { value.write(0) };
    HRESULT(0)
}

/// `IWeakReferenceSource::GetWeakReference`
pub fn weak_reference<T: Object>(object: &T) -> IWeakReference {
    let count = object.count();
    let cell = count.weak.get_or_init(|| ComObject::new(WeakCell::new(NonNull::from(object).cast(), count)));
    IUnknownImpl::to_interface(&**cell)
}

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
/// the first. A value converts into each of the interfaces, and into [`ComObject`], which keeps the Rust type.
/// `QueryInterface` finds the interfaces, their bases, and weak references ([`Interface::downgrade`]).
///
/// A generic type says so, and needs a `where`: `impl<T> List as List_Impl: [IEnum] where T: 'static`. For what is not
/// here (aggregation, objects in a `static`, WinRT) there is `#[windows_core::implement]`, which takes the same
/// interfaces.
#[macro_export]
macro_rules! implement {
    (impl $name:ident as $vis:vis $outer:ident : [$($interface:ty),+ $(,)?] $(,)?) => {
        $crate::__implement! { { $vis $name $outer [] [] } [$($interface),+] }
    };
    (
        impl<$($param:ident),+ $(,)?> $name:ident as $vis:vis $outer:ident : [$($interface:ty),+ $(,)?]
        where $($bounds:tt)+
    ) => {
        $crate::__implement! { { $vis $name $outer [$($param),+] [$($bounds)+] } [$($interface),+] }
    };
}

/// Gives each interface its place, then writes the object.
#[doc(hidden)]
#[macro_export]
macro_rules! __implement {
    ($head:tt [$($interface:ty),+]) => {
        $crate::__implement! {
            @place $head []
            [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32]
            [$($interface),+]
        }
    };
    (@place $head:tt [$($done:tt)*] [$place:literal $($places:literal)+] [$interface:ty $(, $more:ty)*]) => {
        $crate::__implement! { @place $head [$($done)* ($place $interface)] [$($places)+] [$($more),*] }
    };
    (
        @place { $vis:vis $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] }
        [$(($place:literal $interface:ty))+] [$source:literal $($rest:literal)*] []
    ) => {
        #[doc = concat!("The COM object of a [`", stringify!($name), "`].")]
        #[repr(C)]
        #[allow(non_camel_case_types, missing_debug_implementations)]
        $vis struct $outer<$($param),*>
        where $($bounds)*
        {
            vtables: [$crate::object::Vtable; $source + 1],
            this: $name<$($param),*>,
            count: $crate::object::Count,
        }

        // SAFETY: it begins with the vtables, and only the functions of that module make one.
        unsafe impl<$($param),*> $crate::object::Object for $outer<$($param),*>
        where $($bounds)*
        {
            const VTABLES: usize = $source + 1;

            fn from_value(this: $name<$($param),*>) -> Self {
                let vtables = [
                    $($crate::object::Vtable::new(
                        const { &<<$interface as $crate::Interface>::Vtable>::new::<Self, { -$place }>() },
                    ),)+
                    $crate::object::Vtable::new(
                        const { &$crate::object::IWeakReferenceSource_Vtbl::new::<Self, { -$source }>() },
                    ),
                ];
                Self { vtables, this, count: $crate::object::Count::new() }
            }

            #[inline]
            fn place(iid: &$crate::GUID) -> ::core::option::Option<usize> {
                if $crate::interface::same(iid, &<$crate::IUnknown as $crate::Interface>::IID) {
                    return Some(0);
                }
                $(if <<$interface as $crate::Interface>::Vtable>::matches(iid) {
                    return Some($place);
                })+
                None
            }

            #[inline]
            fn count(&self) -> &$crate::object::Count {
                &self.count
            }
        }

        impl<$($param),*> ::core::ops::Deref for $outer<$($param),*>
        where $($bounds)*
        {
            type Target = $name<$($param),*>;

            #[inline]
            fn deref(&self) -> &Self::Target {
                &self.this
            }
        }

        impl<$($param),*> $crate::IUnknownImpl for $outer<$($param),*>
        where $($bounds)*
        {
            type Impl = $name<$($param),*>;

            #[inline]
            fn get_impl(&self) -> &Self::Impl {
                &self.this
            }

            #[inline]
            fn get_impl_mut(&mut self) -> &mut Self::Impl {
                &mut self.this
            }

            #[inline]
            fn into_inner(self) -> Self::Impl {
                self.this
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
            fn AddRef(&self) -> u32 {
                self.count.add()
            }

            #[inline]
            unsafe fn Release(self_: *mut Self) -> u32 {
                // SAFETY: the caller gives up a reference to a live object.
                unsafe { $crate::object::release(self_) }
            }

            #[inline]
            fn is_reference_count_one(&self) -> bool {
                self.count.is_one()
            }

            unsafe fn GetTrustLevel(&self, value: *mut i32) -> $crate::HRESULT {
                // SAFETY: the caller vouches for the pointer.
                unsafe { $crate::object::no_trust_level(value) }
            }

            #[inline]
            fn to_object(&self) -> $crate::ComObject<Self::Impl> {
                $crate::object::to_object(self)
            }
        }

        impl<$($param),*> $crate::object::IWeakReferenceSource_Impl for $outer<$($param),*>
        where $($bounds)*
        {
            fn GetWeakReference(&self) -> $crate::Result<$crate::object::IWeakReference> {
                Ok($crate::object::weak_reference(self))
            }
        }

        impl<$($param),*> $crate::ComObjectInner for $name<$($param),*>
        where $($bounds)*
        {
            type Outer = $outer<$($param),*>;

            fn into_object(self) -> $crate::ComObject<Self> {
                $crate::object::into_object::<Self::Outer>(self)
            }
        }

        $crate::__implement! { @into { $name $outer [$($param),*] [$($bounds)*] } 0 $crate::IUnknown }
        $crate::__implement! { @each { $name $outer [$($param),*] [$($bounds)*] } $($place $interface),+ }
    };
    (@each $head:tt $($place:literal $interface:ty),+) => {
        $($crate::__implement! { @into $head $place $interface }
        $crate::__implement! { @back $head $place $interface })+
    };
    (
        @into { $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] } $place:literal $interface:ty
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

        impl<$($param),*> $crate::ComObjectInterface<$interface> for $outer<$($param),*>
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
        @back { $name:ident $outer:ident [$($param:ident),*] [$($bounds:tt)*] } $place:literal $interface:ty
    ) => {
        impl<$($param),*> $crate::AsImpl<$name<$($param),*>> for $interface
        where $($bounds)*
        {
            #[inline]
            unsafe fn as_impl_ptr(&self) -> ::core::ptr::NonNull<$name<$($param),*>> {
                // SAFETY: the caller vouches that the interface is one of such an object; this is its place.
                unsafe {
                    let object = $crate::object::outer::<$outer<$($param),*>>(self, $place);
                    ::core::ptr::NonNull::new_unchecked(&raw mut (*object).this)
                }
            }
        }
    };
}
