//! A message service that is called before the provider: its memory is of MAPI's heap, which the support object tells. In
//! a program of its own, since a process has one heap.
#![cfg(feature = "providers_spi")]

use mapi::provider::{ProviderInit, ServiceCall};
use mapi::{
    IMAPISupport, IMAPISupport_Impl, IMSProvider, IMSProvider_Impl, LPALLOCATEBUFFER, LPALLOCATEMORE, LPFREEBUFFER,
    MAPI_E_INVALID_PARAMETER, MAPI_E_UNCONFIGURED, MAPIERROR, MapiError,
};
use mapidl::com::IClassFactory;
use mapidl::heap::Heap;
use mapidl::{GUID, HRESULT, Interface, MapiBox, Result, U16CStr, implement, u16cstr};
use std::ffi::{CStr, c_void};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};

struct Provider;
implement! { impl Provider as Provider_Impl: [IMSProvider] }
impl IMSProvider_Impl for Provider_Impl {}

fn message_store(_: &ProviderInit) -> Result<IMSProvider> {
    Ok(Provider.into())
}

fn service(call: &ServiceCall<'_>) -> Result<()> {
    if call.support.is_some() {
        let words = MapiError::default().with_error(Some(u16cstr!("not configured: \u{e4}\u{263a}")));
        call.explain(MapiBox::new(words.with_low_level_error(7).with_context(8))?);
    }
    Err(MAPI_E_UNCONFIGURED.into())
}

fn class(_: &GUID) -> Option<IClassFactory> {
    None
}

mapi::export_provider! { message_store: message_store, service: service, class: class }

/// Blocks of "MAPI's" heap that are not freed.
static LIVE: AtomicUsize = AtomicUsize::new(0);

unsafe extern "system" fn allocate(size: u32, block: *mut *mut c_void) -> HRESULT {
    LIVE.fetch_add(1, Ordering::SeqCst);
    // SAFETY: as the caller promises.
    unsafe { (Heap::IN_PROCESS.functions().0)(size, block) }
}

unsafe extern "system" fn more(size: u32, root: *mut c_void, block: *mut *mut c_void) -> HRESULT {
    // SAFETY: as the caller promises.
    unsafe { (Heap::IN_PROCESS.functions().1)(size, root, block) }
}

unsafe extern "system" fn free(block: *mut c_void) -> u32 {
    LIVE.fetch_sub(1, Ordering::SeqCst);
    // SAFETY: as the caller promises.
    unsafe { (Heap::IN_PROCESS.functions().2)(block) }
}

struct Support;
implement! { impl Support as Support_Impl: [IMAPISupport] }
impl IMAPISupport_Impl for Support_Impl {
    unsafe fn get_mem_alloc_routines(
        &self,
        buffer: *mut LPALLOCATEBUFFER,
        chained: *mut LPALLOCATEMORE,
        freed: *mut LPFREEBUFFER,
    ) -> Result<()> {
        // SAFETY: places for the functions.
        unsafe {
            buffer.write(Some(allocate));
            chained.write(Some(more));
            freed.write(Some(free));
        }
        Ok(())
    }
}

/// `MAPI_UNICODE`
const UNICODE: u32 = 0x8000_0000;

/// Calls the service as MAPI does, reads its words in the width that the flags ask for, and frees them.
fn ask(support: *mut c_void, flags: u32) -> Option<Vec<u8>> {
    let mut words: *mut MAPIERROR = null_mut();
    // SAFETY: what MAPI passes.
    let code = unsafe { ServiceEntry(0, null_mut(), support, 0, flags, 3, 0, null(), null_mut(), &mut words) };
    assert_eq!(code, MAPI_E_UNCONFIGURED);
    if words.is_null() {
        return None;
    }
    assert_eq!(LIVE.load(Ordering::SeqCst), 1, "the words are a block of MAPI's");
    // SAFETY: MAPI owns them now, and the strings end.
    unsafe {
        let MAPIERROR { ulVersion, lpszError, lpszComponent, ulLowLevelError, ulContext } = words.read_unaligned();
        assert_eq!((ulVersion, lpszComponent, ulLowLevelError, ulContext), (0, null_mut(), 7, 8));
        let text = if flags & UNICODE == 0 {
            CStr::from_ptr(lpszError.cast()).to_bytes().to_vec()
        } else {
            U16CStr::from_ptr_str(lpszError.cast()).to_string_lossy().into_bytes()
        };
        assert_eq!(free(words.cast()), 0);
        Some(text)
    }
}

#[test]
fn the_service_comes_before_the_provider() {
    let support: IMAPISupport = Support.into();
    for flags in [0, UNICODE] {
        assert_eq!(ask(null_mut(), flags), None, "without a support object nobody knows the heap");
    }
    let wide = ask(support.as_raw(), UNICODE).expect("words");
    assert_eq!(wide, "not configured: \u{e4}\u{263a}".as_bytes());
    let narrow = ask(support.as_raw(), 0).expect("words");
    assert!(narrow.starts_with(b"not configured: "), "{narrow:x?}");
    // On Windows the code page is the system's.
    #[cfg(not(windows))]
    assert_eq!(narrow, b"not configured: \xe4?");
    assert_eq!(LIVE.load(Ordering::SeqCst), 0);
    let (mut version, mut provider) = (0, null_mut());
    let (buffer, chained) = (Some(allocate as _), Some(more as _));
    // SAFETY: what MAPI passes.
    let code = unsafe {
        MSProviderInit(0, null_mut(), buffer, chained, Some(free), 0, 0x0001_0010, &mut version, &mut provider)
    };
    assert_eq!(code, HRESULT(0));
    // SAFETY: the reference is ours.
    drop(unsafe { IMSProvider::from_raw(provider) });
}

#[test]
fn the_class_and_its_interface_are_told_by_identifiers() {
    const NOT_AVAILABLE: HRESULT = HRESULT(0x8004_0111_u32.cast_signed());
    let room = [GUID::zeroed(); 2];
    let (good, odd) = (room.as_ptr(), room.as_ptr().wrapping_byte_add(1));
    for (class, iid, expected) in [
        (good, good, NOT_AVAILABLE),
        (null(), good, MAPI_E_INVALID_PARAMETER),
        (good, null(), MAPI_E_INVALID_PARAMETER),
        (odd, good, MAPI_E_INVALID_PARAMETER),
        (good, odd, MAPI_E_INVALID_PARAMETER),
    ] {
        let mut object = null_mut();
        // SAFETY: null, or sixteen bytes each, though not all where identifiers may stand.
        assert_eq!(unsafe { DllGetClassObject(class, iid, &mut object) }, expected);
        assert!(object.is_null());
    }
}
