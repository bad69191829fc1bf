//! Duty: play MAPI.
//! Input: the built library. Output: a logon and a store, and the check that all was given back.

use libloading::Library;
use mapi::{
    CURRENT_SPI_VERSION, IMAPISupport, IMSLogon, IMSProvider, IMsgStore, MAPI_FLAGS, MAPI_LOGOFF_FLAGS,
    MAPI_OPEN_STORE_FLAGS, MockIMAPISupport, MockIProfSect,
};
use mapidl::heap::{AllocateBuffer, AllocateMore, FreeBuffer, Heap, live_blocks};
use mapidl::mock::eq;
use mapidl::{AgileReference, HRESULT, Interface, MapiVec, U16CStr, u16cstr};
use std::ffi::c_void;
use std::path::PathBuf;
use std::ptr::null_mut;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// `MSPROVIDERINIT`
type ProviderInit = unsafe extern "C" fn(
    usize,
    *mut c_void,
    Option<AllocateBuffer>,
    Option<AllocateMore>,
    Option<FreeBuffer>,
    u32,
    u32,
    *mut u32,
    *mut *mut c_void,
) -> HRESULT;

/// What the mocked support object puts before a store's entry identifier.
pub(crate) const WRAPPING: &[u8] = b"wrapped:";

/// What is told apart by `MSProviderInit`: the version that MAPI has, and the heap that it hands over.
pub(crate) fn init(mapi_version: u32, heap: Option<Heap>) -> (HRESULT, u32, Option<IMSProvider>) {
    // SAFETY: the export has this type.
    let function = unsafe { *library().get::<ProviderInit>(b"MSProviderInit").expect("the export is there") };
    let (mut version, mut provider) = (0, null_mut());
    let (buffer, more, free) = heap.map_or((None, None, None), |heap| {
        let (buffer, more, free) = heap.functions();
        (Some(buffer), Some(more), Some(free))
    });
    // SAFETY: what is passed is what MAPI passes; the answer is null or a reference that is ours.
    unsafe {
        let code = function(0, null_mut(), buffer, more, free, 0, mapi_version, &mut version, &mut provider);
        (code, version, (!provider.is_null()).then(|| IMSProvider::from_raw(provider)))
    }
}

/// The provider's library, which is never unloaded.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let path = built();
        // SAFETY: the library has no initialisers beyond those of Rust.
        unsafe { Library::new(&path) }.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    })
}

/// Where cargo puts the library: beside this test.
fn built() -> PathBuf {
    let name = format!("{}store_provider{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let test = std::env::current_exe().expect("a test has a path");
    let folder = test.parent().expect("a test lies in a folder");
    folder.join(name)
}

/// A session with the store, alone in the process so that blocks can be counted.
pub(crate) struct Session {
    pub(crate) provider: IMSProvider,
    pub(crate) logon: IMSLogon,
    pub(crate) store: IMsgStore,
    support: MockIMAPISupport,
    section: MockIProfSect,
    _alone: MutexGuard<'static, ()>,
}

/// Keeps tests that count blocks apart.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    /// Loads the provider and logs on.
    pub(crate) fn begin() -> Self {
        let alone = alone();
        assert_eq!(live_blocks(), 0, "blocks that are left from before");
        let (code, version, provider) = init(CURRENT_SPI_VERSION, Some(Heap::current()));
        assert_eq!((code, version), (HRESULT(0), CURRENT_SPI_VERSION));
        let provider = provider.expect("S_OK comes with a provider");
        let (support, section) = (MockIMAPISupport::new(), MockIProfSect::new());
        expect_logon(&support, &section);
        let (logon, store) = log_on(&provider, &support.to_interface());
        Self { provider, logon, store, support, section, _alone: alone }
    }

    /// Logs off, and looks at what is left.
    pub(crate) fn end(self) {
        let Self { provider, logon, store, support, section, _alone } = self;
        store.store_logoff(&mut MAPI_LOGOFF_FLAGS::default()).expect("the store logs off");
        drop(store);
        logon.logoff(&0).expect("MAPI logs off");
        drop(logon);
        provider.shutdown(&0).expect("the provider shuts down");
        drop(provider);
        // Leaks of objects are found here: the mocks are held by nobody else, and a forgotten object of the provider
        // holds its mailbox, whose properties are blocks.
        support.finish().expect("MAPI was used as expected");
        section.finish().expect("the profile was used as expected");
        assert_eq!(live_blocks(), 0, "blocks that were not freed");
    }
}

/// What the provider does with MAPI at a logon.
fn expect_logon(support: &MockIMAPISupport, section: &MockIProfSect) {
    support.expect_set_provider_uid().once().returning(|_| Ok(()));
    support.expect_wrap_store_entry_id().once().returning(|id| MapiVec::new(&[WRAPPING, id].concat()));
    let profile = AgileReference::new(&section.to_interface()).expect("objects of this process are agile");
    support
        .expect_open_profile_section()
        .once()
        .with(mapidl::mock::always(), eq(MAPI_FLAGS::MAPI_MODIFY))
        .returning(move |_, _| profile.resolve());
    section.expect_set_props().once().returning(|_| Ok(None));
    section.expect_save_changes().once().returning(|_| Ok(()));
    support.expect_modify_profile().once().returning(|_| Ok(()));
}

fn log_on(provider: &IMSProvider, support: &IMAPISupport) -> (IMSLogon, IMsgStore) {
    let profile: &U16CStr = u16cstr!("Outlook");
    let answer = provider.logon::<IMsgStore>(support, 0, profile, None, MAPI_OPEN_STORE_FLAGS::MDB_WRITE);
    let (security, error, logon, store) = answer.expect("the logon succeeds").into_value();
    assert!(security.is_empty() && error.is_none());
    (logon.expect("the first logon has a logon object"), store)
}
