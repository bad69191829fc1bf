//! Duty: classes: creating their objects, and giving one's own to others.
//! Input: what a coclass of the IDL says, and functions that make objects. Output: objects through COM's registry on
//! Windows; class factories, and the two functions that the DLL of an in-process server exports, everywhere.

use crate::codes::{CLASS_E_CLASSNOTAVAILABLE, E_POINTER, E_UNEXPECTED, S_FALSE};
use crate::com::{IClassFactory, IClassFactory_Impl};
use crate::unload::Exports;
use crate::{Error, GUID, HRESULT, IUnknown, Interface, Result, Success, implement, object, stub};
use std::ffi::c_void;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A class of an interface definition: a coclass.
pub trait Class {
    /// The interface that its objects are known by.
    type Default: Interface;
    /// What it is registered under.
    const CLSID: GUID;
}

// SAFETY: any number is a value of it.
crate::flag_set! { unsafe
    /// Where the code of an object may run; of several places the first one that has it counts.
    #[doc(alias = "CLSCTX")]
    ClassContext: u32 {
        /// In this process, by a DLL that has the class itself.
        INPROC_SERVER = 0x1,
        /// In this process, by a DLL that stands for a class in another process.
        INPROC_HANDLER = 0x2,
        /// In another process of this machine.
        LOCAL_SERVER = 0x4,
        /// On another machine.
        REMOTE_SERVER = 0x10,
        /// Without fetching its code from elsewhere.
        NO_CODE_DOWNLOAD = 0x400,
        /// A server of 32 bit.
        ACTIVATE_32_BIT_SERVER = 0x4_0000,
        /// A server of 64 bit.
        ACTIVATE_64_BIT_SERVER = 0x8_0000,
        /// Wherever it is.
        ALL = 0x17,
    }
}

/// Declares a class; generated code calls it.
#[doc(hidden)]
#[macro_export]
macro_rules! coclass {
    ($(#[$meta:meta])* $name:ident, $clsid:expr, $default:ty) => {
        $(#[$meta])*
        #[derive(::core::fmt::Debug)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        pub enum $name {}

        impl $crate::class::Class for $name {
            type Default = $default;
            const CLSID: $crate::GUID = $crate::GUID::from_u128($clsid);
        }

        impl $name {
            /// What the class is registered under.
            pub const CLSID: $crate::GUID = <Self as $crate::class::Class>::CLSID;

            /// Creates an object of the class, and gives its default interface.
            ///
            /// # Errors
            /// What `CoCreateInstance` answers: `REGDB_E_CLASSNOTREG` where nobody has registered the class,
            /// `CO_E_NOTINITIALIZED` on a thread in no apartment.
            #[cfg(windows)]
            pub fn create(context: $crate::class::ClassContext) -> $crate::Result<$default> {
                $crate::class::create(&Self::CLSID, context)
            }

            /// Creates an object of the class, and gives any of its interfaces.
            ///
            /// # Errors
            /// As [`create`](Self::create); `E_NOINTERFACE` for an interface that its objects do not have.
            #[cfg(windows)]
            pub fn create_as<I: $crate::Interface>(context: $crate::class::ClassContext) -> $crate::Result<I> {
                $crate::class::create(&Self::CLSID, context)
            }
        }
    };
}

/// Creates an object of a registered class.
///
/// # Errors
/// What `CoCreateInstance` answers: `REGDB_E_CLASSNOTREG` where nobody has registered the class,
/// `CO_E_NOTINITIALIZED` on a thread in no apartment, `E_NOINTERFACE` for an interface that its objects do not have.
#[cfg(windows)]
pub fn create<I: Interface>(class: &GUID, context: ClassContext) -> Result<I> {
    crate::__windows_core::link!("ole32.dll" "system" fn CoCreateInstance(class: *const GUID, outer: *mut c_void, context: u32, iid: *const GUID, out: *mut *mut c_void) -> HRESULT);
    let mut out = std::ptr::null_mut();
    // SAFETY: all pointers are valid; what comes out is a reference of the asked kind, or null.
    unsafe {
        let _ = crate::call::check(CoCreateInstance(class, std::ptr::null_mut(), context.0, &I::IID, &mut out))?;
        crate::call::interface(out)
    }
}

/// How often this program or DLL is locked by class factories.
static LOCKS: AtomicUsize = AtomicUsize::new(0);

/// Makes the objects of a class, for `CoRegisterClassObject` and for [`export_classes!`](crate::export_classes).
///
/// ```
/// use mapidl::class::ClassFactory;
/// use mapidl::com::{IClassFactory, IPersist, IPersist_Impl};
/// use mapidl::implement;
///
/// struct Document;
/// implement! { impl Document as Document_Impl: [IPersist] }
/// impl IPersist_Impl for Document_Impl {}
///
/// let factory: IClassFactory = ClassFactory::new(|| Ok(Document.into())).into();
/// let document = factory.create_instance::<IPersist>()?;
/// # drop(document);
/// # Ok::<(), mapidl::Error>(())
/// ```
pub struct ClassFactory(Box<dyn Fn() -> Result<IUnknown> + Send + Sync>);

impl ClassFactory {
    /// Names the function that makes an object. It may be called on any thread.
    pub fn new(make: impl Fn() -> Result<IUnknown> + Send + Sync + 'static) -> Self {
        Self(Box::new(make))
    }
}

impl fmt::Debug for ClassFactory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ClassFactory").finish_non_exhaustive()
    }
}

implement! { impl ClassFactory as pub ClassFactory_Impl: [IClassFactory] }

impl IClassFactory_Impl for ClassFactory_Impl {
    fn create_instance(&self, _: &GUID) -> Result<Success<IUnknown>> {
        // The stub asks the object for the interface that is wanted.
        Ok((self.0)()?.into())
    }

    fn lock_server(&self, lock: bool) -> Result<Success<()>> {
        let change = |locks: usize| if lock { locks.checked_add(1) } else { locks.checked_sub(1) };
        match LOCKS.fetch_update(Ordering::AcqRel, Ordering::Acquire, change) {
            Ok(_) => Ok(().into()),
            Err(_) => Err(stub::refuse(E_UNEXPECTED)),
        }
    }
}

/// A class that a DLL has, and the function that makes an object of it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Exported {
    /// What it is registered under.
    pub class: GUID,
    /// Makes an object.
    pub make: fn() -> Result<IUnknown>,
}

/// An object of a class, as IUnknown.
///
/// # Errors
/// The function's.
#[doc(hidden)]
pub fn make<C: Class>(make: fn() -> Result<C::Default>) -> Result<IUnknown> {
    // SAFETY: every interface is one of IUnknown, and the reference goes from one to the other.
    make().map(|object| unsafe { IUnknown::from_raw(object.into_raw()) })
}

/// `DllGetClassObject` of a DLL with these classes.
///
/// # Safety
/// The pointers are null, or valid for two reads and a write.
#[doc(hidden)]
pub unsafe fn get_class_object(
    exports: &'static Exports,
    classes: &[Exported],
    class: *const GUID,
    iid: *const GUID,
    out: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: as promised.
    stub::hresult("DllGetClassObject", &mut || unsafe {
        let out = stub::Out::new(out);
        stub::wanted(&out, E_POINTER)?;
        exports.enter()?;
        let class = stub::req_ref::<GUID>(class, E_POINTER)?;
        let iid = stub::req_ref::<GUID>(iid, E_POINTER)?;
        let found = classes.iter().find(|exported| exported.class == *class);
        let make = found.ok_or_else(|| Error::from_hresult(CLASS_E_CLASSNOTAVAILABLE))?.make;
        let factory: IUnknown = ClassFactory::new(make).into();
        out.give(stub::answer_iid(factory, Some(iid))?);
        Ok(HRESULT(0))
    })
}

/// `DllCanUnloadNow`: whether the DLL does not stay, no object of [`implement!`](crate::implement) is left and nobody
/// holds a lock.
#[doc(hidden)]
pub fn can_unload_now(exports: &Exports) -> HRESULT {
    let used = exports.stays() || LOCKS.load(Ordering::Acquire) != 0 || object::left() != 0;
    if used { S_FALSE } else { HRESULT(0) }
}

/// Exports the functions by which COM finds classes in a DLL, `DllGetClassObject` and `DllCanUnloadNow`: the crate is an
/// in-process server, of the crate type `cdylib`.
///
/// Each class is followed by a function that makes an object and gives its default interface. It takes no `unsafe` to
/// write, and a panic in it becomes an HRESULT. Who registers the classes is left to the installer.
///
/// The DLL is not unloaded once it was called, whatever becomes of its objects: safe code may have started threads, which
/// nobody counts. Where the first entry is `unload: unsafe { MayUnload::new() }`, it may go when the last object of
/// [`implement!`](crate::implement) in it is gone; [`MayUnload`](crate::unload::MayUnload) says what its author vouches for.
///
/// ```
/// use mapidl::com::{IPersist, IPersist_Impl};
/// use mapidl::{coclass, export_classes, implement};
///
/// # coclass! { /** A class. */ Document, 0x6f1d3b52_5c1e_4c0e_9a55_3c2f0b9b0002, IPersist }
/// struct Paper;
/// implement! { impl Paper as Paper_Impl: [IPersist] }
/// impl IPersist_Impl for Paper_Impl {}
///
/// // `coclass Document { [default] interface IPersist; };`
/// export_classes! { Document => || Ok(Paper.into()) }
/// ```
#[macro_export]
macro_rules! export_classes {
    (unload: $may_unload:expr, $($class:ty => $make:expr),+ $(,)?) => {
        $crate::__export_classes! { unsafe [$may_unload] $($class => $make),+ }
    };
    ($($class:ty => $make:expr),+ $(,)?) => {
        $crate::__export_classes! { unsafe [] $($class => $make),+ }
    };
}

/// The exports, with the word that the DLL may be unloaded or without it.
#[doc(hidden)]
#[macro_export]
macro_rules! __export_classes {
    (unsafe [$($may_unload:expr)?] $($class:ty => $make:expr),+) => {
        const _: () = {
            static EXPORTS: $crate::unload::Exports = $crate::unload::Exports::new(&[$($may_unload)?]);

            const CLASSES: &[$crate::class::Exported] = &[$($crate::class::Exported {
                class: <$class as $crate::class::Class>::CLSID,
                make: || {
                    const MAKE: fn() -> $crate::Result<<$class as $crate::class::Class>::Default> = $make;
                    $crate::class::make::<$class>(MAKE)
                },
            }),+];

            #[unsafe(no_mangle)]
            unsafe extern "system" fn DllGetClassObject(
                class: *const $crate::GUID,
                iid: *const $crate::GUID,
                out: *mut *mut ::core::ffi::c_void,
            ) -> $crate::HRESULT {
                // SAFETY: COM passes what the function is documented to take.
                unsafe { $crate::class::get_class_object(&EXPORTS, CLASSES, class, iid, out) }
            }

            #[unsafe(no_mangle)]
            extern "system" fn DllCanUnloadNow() -> $crate::HRESULT {
                $crate::class::can_unload_now(&EXPORTS)
            }
        };
    };
}
