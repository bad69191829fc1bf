//! Duty: the functions that a provider's DLL exports, in safe Rust.
//! Input: functions of the provider. Output: the exports that MAPI looks for, by [`export_provider!`](crate::export_provider).
//!
//! A provider is a `cdylib`. MAPI loads it by the name that the profile tells and calls one export for each kind of
//! provider in it; each answers with an object that MAPI then logs on to.
//!
//! ```
//! use mapi::provider::ProviderInit;
//! use mapi::{IMSProvider, IMSProvider_Impl};
//! use mapidl::{Result, implement};
//!
//! struct Provider;
//!
//! implement! { impl Provider as Provider_Impl: [IMSProvider] }
//!
//! impl IMSProvider_Impl for Provider_Impl {
//!     // … logon, spooler_logon, compare_store_ids, shutdown
//! }
//!
//! fn message_store(_: &ProviderInit) -> Result<IMSProvider> {
//!     Ok(Provider.into())
//! }
//!
//! mapi::export_provider! { message_store: message_store }
//! # fn main() {}
//! ```
//!
//! What the exports do before and after: they refuse a MAPI that is too old (`MAPI_E_VERSION`), make owned memory come
//! from MAPI's heap before anything is allocated (a service learns of it from MAPI's support object), tell the version of this crate, turn null pointers that are not allowed into
//! `MAPI_E_INVALID_PARAMETER`, and catch panics. From the first call on the DLL stays in its process.

use crate::{
    CURRENT_SPI_VERSION, IMAPISupport, IProviderAdmin, MAPI_E_INVALID_PARAMETER, MAPI_E_VERSION, MAPI_SERVICE_CONTEXT,
    MAPIERROR, MapiError, SPropValue,
};
use mapidl::com::IClassFactory;
use mapidl::heap::{Chain, Heap};
use mapidl::text::ansi;
use mapidl::unload::Exports;
use mapidl::{Array, Error, Interface, MapiBox, Result, U16CStr, stub};
use std::cell::RefCell;
use std::ffi::c_void;
use std::ptr::null_mut;

// What the macro names, so that a provider's crate need not.
#[doc(hidden)]
pub use mapidl::heap::{AllocateBuffer, AllocateMore, FreeBuffer};
#[doc(hidden)]
pub use mapidl::unload;
#[doc(hidden)]
pub use mapidl::{GUID, HRESULT};

const S_OK: HRESULT = HRESULT(0);
const CLASS_E_CLASSNOTAVAILABLE: HRESULT = HRESULT(0x8004_0111_u32.cast_signed());

/// What MAPI tells a provider when it loads it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ProviderInit {
    /// Whether the process is a service of Windows, in which nothing may be shown (`MAPI_NT_SERVICE`).
    pub is_service: bool,
    /// The version of the interface between MAPI and its providers that MAPI has.
    pub mapi_version: u32,
    /// The handle of the provider's DLL, from which its resources are loaded.
    pub instance: usize,
}

/// What MAPI asks of a message service.
#[derive(Debug)]
#[non_exhaustive]
pub struct ServiceCall<'a> {
    /// Why the service is called.
    pub context: MAPI_SERVICE_CONTEXT,
    /// Flags: `SERVICE_UI_ALWAYS`, `SERVICE_UI_ALLOWED` and the like, and `MAPI_UNICODE` for the strings of an error.
    pub flags: u32,
    /// The window that dialog boxes belong to, or 0.
    pub window: usize,
    /// MAPI's support object, unless MAPI gave none. Without it nobody knows MAPI's heap: a provider that allocates owned
    /// memory then cannot be loaded in this process later.
    pub support: Option<&'a IMAPISupport>,
    /// The profile's part for this service; none where the service is installed or removed.
    pub admin: Option<&'a IProviderAdmin>,
    /// Values to configure the service with, in place of a dialog box.
    pub props: Array<'a, SPropValue>,
    /// The handle of the provider's DLL.
    pub instance: usize,
    error: RefCell<Option<MapiBox<MAPIERROR>>>,
}

impl ServiceCall<'_> {
    /// Tells in words what goes wrong, beside the code that is returned. MAPI gets them as UTF-16 where
    /// [`flags`](Self::flags) have `MAPI_UNICODE`, else in the system's code page, in which what that lacks becomes `?`.
    ///
    /// The words are dropped where MAPI does not ask for them, and where it gave no support object, which alone tells whose
    /// heap they must be of.
    pub fn explain(&self, error: MapiBox<MAPIERROR>) {
        self.error.replace(Some(error));
    }
}

/// The arguments that all three entry points of providers have, but the last one.
#[doc(hidden)]
#[derive(Debug)]
pub struct RawInit {
    pub instance: usize,
    pub allocate_buffer: Option<AllocateBuffer>,
    pub allocate_more: Option<AllocateMore>,
    pub free_buffer: Option<FreeBuffer>,
    pub flags: u32,
    pub mapi_version: u32,
    pub provider_version: *mut u32,
}

/// The arguments of `ServiceEntry`.
#[doc(hidden)]
#[derive(Debug)]
pub struct RawService {
    pub instance: usize,
    pub support: *mut c_void,
    pub window: usize,
    pub flags: u32,
    pub context: u32,
    pub count: u32,
    pub props: *const SPropValue,
    pub admin: *mut c_void,
    pub error: *mut *mut MAPIERROR,
}

/// What is behind the three entry points of providers.
#[doc(hidden)]
pub type InitFunction<I> = fn(&ProviderInit) -> Result<I>;
/// What is behind `ServiceEntry`.
#[doc(hidden)]
pub type ServiceFunction = fn(&ServiceCall<'_>) -> Result<()>;
/// What is behind `DllGetClassObject`.
#[doc(hidden)]
pub type ClassFunction = fn(&GUID) -> Option<IClassFactory>;

/// `MAPI_UNICODE`
const UNICODE: u32 = 0x8000_0000;

/// `MAPI_NT_SERVICE`
const NT_SERVICE: u32 = 0x0001_0000;

/// The body of `MSProviderInit`, `ABProviderInit` and `XPProviderInit`.
///
/// # Safety
/// The arguments must be MAPI's.
#[doc(hidden)]
pub unsafe fn provider_init<I: Interface>(
    exports: &'static Exports,
    name: &'static str,
    raw: &RawInit,
    provider: *mut *mut c_void,
    make: InitFunction<I>,
) -> HRESULT {
    stub::hresult(name, &mut || {
        // SAFETY: null, or places for the answers.
        let (provider, version) = unsafe { (stub::Out::new(provider), stub::Out::new(raw.provider_version)) };
        version.write(CURRENT_SPI_VERSION);
        stub::wanted(&provider, MAPI_E_INVALID_PARAMETER)?;
        if raw.mapi_version < CURRENT_SPI_VERSION {
            return Err(MAPI_E_VERSION.into());
        }
        exports.enter()?;
        // SAFETY: they are MAPI's.
        crate::heap::install(unsafe { heap(raw.allocate_buffer, raw.allocate_more, raw.free_buffer) }?)?;
        let is_service = raw.flags & NT_SERVICE != 0;
        let made = make(&ProviderInit { is_service, mapi_version: raw.mapi_version, instance: raw.instance })?;
        provider.give(made);
        Ok(S_OK)
    })
}

/// # Safety
/// The functions must be MAPI's.
unsafe fn heap(buffer: Option<AllocateBuffer>, more: Option<AllocateMore>, free: Option<FreeBuffer>) -> Result<Heap> {
    match (buffer, more, free) {
        // SAFETY: MAPI's functions belong together, and do what MAPI describes.
        (Some(buffer), Some(more), Some(free)) => Ok(unsafe { Heap::new(buffer, more, free) }),
        _ => Err(MAPI_E_INVALID_PARAMETER.into()),
    }
}

/// The body of `ServiceEntry`.
///
/// # Safety
/// The arguments must be MAPI's.
#[doc(hidden)]
pub unsafe fn service_entry(exports: &'static Exports, raw: &RawService, call: ServiceFunction) -> HRESULT {
    stub::hresult("ServiceEntry", &mut || {
        // SAFETY: null, or a place for the words.
        let place = unsafe { stub::Out::new(raw.error) };
        exports.enter()?;
        // SAFETY: null, or what MAPI says, valid during the call.
        let call_of_mapi = unsafe {
            ServiceCall {
                context: MAPI_SERVICE_CONTEXT(raw.context),
                flags: raw.flags,
                window: raw.window,
                support: IMAPISupport::from_raw_borrowed(&raw.support),
                admin: IProviderAdmin::from_raw_borrowed(&raw.admin),
                props: Array::from_raw(raw.props.cast(), raw.count as usize),
                instance: raw.instance,
                error: RefCell::default(),
            }
        };
        if let Some(support) = call_of_mapi.support {
            crate::heap::install(heap_of(support)?)?;
        }
        let answer = call(&call_of_mapi);
        let words = call_of_mapi.error.take().filter(|_| call_of_mapi.support.is_some() && !place.is_refused());
        match words {
            Some(words) if raw.flags & UNICODE != 0 => place.write(words.into_raw()),
            // The code says the same where there is no memory for other words.
            Some(words) => place.write(narrow(words.view()).unwrap_or(null_mut())),
            None => {}
        }
        answer.map(|()| S_OK)
    })
}

/// A copy of an error in words of 8 bits, in a block of MAPI's, whose views would take them for UTF-16.
fn narrow(words: MapiError<'_>) -> Result<*mut MAPIERROR> {
    let chain = Chain::new(size_of::<MAPIERROR>())?;
    let text = |text: Option<&U16CStr>| -> Result<*mut u8> {
        let Some(text) = text else { return Ok(null_mut()) };
        let bytes = ansi::encode(text);
        let place = chain.more::<u8>(bytes.len())?.as_ptr();
        // SAFETY: the place was just made, for as many bytes.
        unsafe { place.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len()) };
        Ok(place)
    };
    let copy = MAPIERROR {
        ulVersion: words.version(),
        lpszError: text(words.error())?,
        lpszComponent: text(words.component())?,
        ulLowLevelError: words.low_level_error(),
        ulContext: words.context(),
    };
    let block = chain.into_root().as_ptr().cast::<MAPIERROR>();
    // SAFETY: the block has room for the record.
    unsafe { block.write_unaligned(copy) };
    Ok(block)
}

/// MAPI's heap, as its support object tells it.
fn heap_of(support: &IMAPISupport) -> Result<Heap> {
    let (mut allocate_buffer, mut allocate_more, mut free_buffer) = (None, None, None);
    // SAFETY: three places for pointers to functions.
    unsafe { support.get_mem_alloc_routines(&mut allocate_buffer, &mut allocate_more, &mut free_buffer) }?;
    // SAFETY: they are MAPI's.
    unsafe { heap(allocate_buffer, allocate_more, free_buffer) }
}

/// The body of `DllGetClassObject`.
///
/// # Safety
/// The arguments must be COM's.
#[doc(hidden)]
pub unsafe fn class_object(
    exports: &'static Exports,
    clsid: *const GUID,
    iid: *const GUID,
    object: *mut *mut c_void,
    find: ClassFunction,
) -> HRESULT {
    stub::hresult("DllGetClassObject", &mut || {
        // SAFETY: null, or a place for the answer.
        let object = unsafe { stub::Out::new(object) };
        stub::wanted(&object, MAPI_E_INVALID_PARAMETER)?;
        exports.enter()?;
        // SAFETY: null, or identifiers.
        let [clsid, iid] = [clsid, iid].map(|id| unsafe { stub::req_ref::<GUID>(id, MAPI_E_INVALID_PARAMETER) });
        let (clsid, iid) = (clsid?, iid?);
        let factory = find(clsid).ok_or_else(|| Error::from_hresult(CLASS_E_CLASSNOTAVAILABLE))?;
        object.give(stub::answer_iid(factory.into(), Some(iid))?);
        Ok(HRESULT(0))
    })
}

/// Exports what MAPI looks for in a provider's DLL. Each entry names an export and the function behind it:
///
/// | entry | export | function |
/// |:--|:--|:--|
/// | `message_store:` | `MSProviderInit` | `fn(&ProviderInit) -> Result<IMSProvider>` |
/// | `address_book:` | `ABProviderInit` | `fn(&ProviderInit) -> Result<IABProvider>` |
/// | `transport:` | `XPProviderInit` | `fn(&ProviderInit) -> Result<IXPProvider>` |
/// | `service:` | `ServiceEntry` | `fn(&ServiceCall<'_>) -> Result<()>` |
/// | `class:` | `DllGetClassObject` | `fn(&GUID) -> Option<IClassFactory>` |
///
/// `mapisvc.inf` names the export of a message service (`PR_SERVICE_ENTRY_NAME`); here it is `ServiceEntry`.
///
/// The DLL is not unloaded once it was called, since nobody counts the threads that it may have started. Where the first
/// entry is `unload: unsafe { MayUnload::new() }`, it may be; [`MayUnload`](mapidl::unload::MayUnload) says what its author
/// vouches for.
#[macro_export]
macro_rules! export_provider {
    (unload: $may_unload:expr, $($kind:ident: $function:path),+ $(,)?) => {
        $($crate::export_provider_function! { unsafe $kind, $function, $may_unload })+
    };
    ($($kind:ident: $function:path),+ $(,)?) => {
        $($crate::export_provider_function! { unsafe $kind, $function })+
    };
}

/// One export.
#[doc(hidden)]
#[macro_export]
macro_rules! export_provider_function {
    (unsafe message_store, $make:path $(, $may_unload:expr)?) => {
        $crate::export_provider_init! { unsafe MSProviderInit, $crate::IMSProvider, $make $(, $may_unload)? }
    };
    (unsafe address_book, $make:path $(, $may_unload:expr)?) => {
        $crate::export_provider_init! { unsafe ABProviderInit, $crate::IABProvider, $make $(, $may_unload)? }
    };
    (unsafe transport, $make:path $(, $may_unload:expr)?) => {
        $crate::export_provider_init! { unsafe XPProviderInit, $crate::IXPProvider, $make $(, $may_unload)? }
    };
    (unsafe service, $call:path $(, $may_unload:expr)?) => {
        /// Called by MAPI about the message service.
        ///
        /// # Safety
        /// The arguments must be MAPI's.
        #[unsafe(no_mangle)]
        #[allow(non_snake_case, clippy::too_many_arguments)]
        pub unsafe extern "system" fn ServiceEntry(
            instance: ::core::primitive::usize,
            _malloc: *mut ::core::ffi::c_void,
            support: *mut ::core::ffi::c_void,
            window: ::core::primitive::usize,
            flags: ::core::primitive::u32,
            context: ::core::primitive::u32,
            count: ::core::primitive::u32,
            props: *const $crate::SPropValue,
            admin: *mut ::core::ffi::c_void,
            error: *mut *mut $crate::MAPIERROR,
        ) -> $crate::provider::HRESULT {
            let raw =
                $crate::provider::RawService { instance, support, window, flags, context, count, props, admin, error };
            static EXPORTS: $crate::provider::unload::Exports = $crate::provider::unload::Exports::new(&[$($may_unload)?]);
            const CALL: $crate::provider::ServiceFunction = $call;
            // SAFETY: the arguments are MAPI's.
            unsafe { $crate::provider::service_entry(&EXPORTS, &raw, CALL) }
        }
    };
    (unsafe class, $find:path $(, $may_unload:expr)?) => {
        /// Called by COM for the object that makes objects of a class.
        ///
        /// # Safety
        /// The arguments must be COM's.
        #[unsafe(no_mangle)]
        #[allow(non_snake_case)]
        pub unsafe extern "system" fn DllGetClassObject(
            clsid: *const $crate::provider::GUID,
            iid: *const $crate::provider::GUID,
            object: *mut *mut ::core::ffi::c_void,
        ) -> $crate::provider::HRESULT {
            static EXPORTS: $crate::provider::unload::Exports = $crate::provider::unload::Exports::new(&[$($may_unload)?]);
            const FIND: $crate::provider::ClassFunction = $find;
            // SAFETY: the arguments are COM's.
            unsafe { $crate::provider::class_object(&EXPORTS, clsid, iid, object, FIND) }
        }
    };
}

/// One of the three entry points that are alike.
#[doc(hidden)]
#[macro_export]
macro_rules! export_provider_init {
    (unsafe $name:ident, $interface:ty, $make:expr $(, $may_unload:expr)?) => {
        /// Called by MAPI when it loads the provider.
        ///
        /// # Safety
        /// The arguments must be MAPI's.
        #[unsafe(no_mangle)]
        #[allow(non_snake_case, clippy::too_many_arguments)]
        pub unsafe extern "C" fn $name(
            instance: ::core::primitive::usize,
            _malloc: *mut ::core::ffi::c_void,
            allocate_buffer: ::core::option::Option<$crate::provider::AllocateBuffer>,
            allocate_more: ::core::option::Option<$crate::provider::AllocateMore>,
            free_buffer: ::core::option::Option<$crate::provider::FreeBuffer>,
            flags: ::core::primitive::u32,
            mapi_version: ::core::primitive::u32,
            provider_version: *mut ::core::primitive::u32,
            provider: *mut *mut ::core::ffi::c_void,
        ) -> $crate::provider::HRESULT {
            let raw = $crate::provider::RawInit {
                instance,
                allocate_buffer,
                allocate_more,
                free_buffer,
                flags,
                mapi_version,
                provider_version,
            };
            static EXPORTS: $crate::provider::unload::Exports = $crate::provider::unload::Exports::new(&[$($may_unload)?]);
            const MAKE: $crate::provider::InitFunction<$interface> = $make;
            // SAFETY: the arguments are MAPI's.
            unsafe {
                $crate::provider::provider_init::<$interface>(&EXPORTS, ::core::stringify!($name), &raw, provider, MAKE)
            }
        }
    };
}
