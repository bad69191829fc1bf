//! What the provider refuses, and what it answers about its message service.

use crate::host::{Session, alone, init, library};
use mapi::{
    CURRENT_SPI_VERSION, IMAPIFolder, IMessage, MAPI_E_INVALID_ENTRYID, MAPI_E_INVALID_PARAMETER, MAPI_E_NO_SUPPORT,
    MAPI_E_NOT_FOUND, MAPI_E_UNKNOWN_ENTRYID, MAPI_E_VERSION, MAPI_FLAGS, MAPI_OPEN_STORE_FLAGS, MAPI_SERVICE_CONTEXT,
    MockIMAPISupport, PropTag, SPropValue,
};
use mapidl::heap::{Heap, live_blocks};
use mapidl::{HRESULT, Result, u16cstr};
use std::ffi::c_void;
use std::ptr::{null, null_mut};

#[test]
fn a_mapi_that_is_too_old_is_refused() {
    let _alone = alone();
    let (code, version, provider) = init(CURRENT_SPI_VERSION - 1, Some(Heap::current()));
    assert_eq!((code, version), (MAPI_E_VERSION, CURRENT_SPI_VERSION), "and told what is wanted");
    assert!(provider.is_none());
    assert_eq!(init(CURRENT_SPI_VERSION, None).0, MAPI_E_INVALID_PARAMETER);
    assert_eq!(live_blocks(), 0);
}

#[test]
fn foreign_identifiers_are_refused() -> Result<()> {
    let session = Session::begin();
    let open = |id: &[u8]| session.store.open_entry::<IMAPIFolder>(Some(id), MAPI_FLAGS::NONE).unwrap_err().code();
    assert_eq!(open(b"short"), MAPI_E_INVALID_ENTRYID);
    assert_eq!(open(&[7; 28]), MAPI_E_UNKNOWN_ENTRYID);
    let mut id = crate::client::bytes(&crate::client::inbox(&session), PropTag::PR_ENTRYID);
    id[27] = 0xff;
    assert_eq!(open(&id), MAPI_E_NOT_FOUND);
    assert!(session.store.open_entry::<IMessage>(None, MAPI_FLAGS::NONE).is_err(), "the root is no message");
    session.end();
    Ok(())
}

#[test]
fn a_logon_to_another_store_is_refused() {
    let session = Session::begin();
    let support = MockIMAPISupport::new();
    let flags = MAPI_OPEN_STORE_FLAGS::MDB_WRITE;
    let refused =
        session.provider.logon_default(&support.to_interface(), 0, u16cstr!("Outlook"), Some(&[7; 28]), flags);
    assert_eq!(refused.unwrap_err().code(), MAPI_E_UNKNOWN_ENTRYID);
    session.end();
}

/// `MSGSERVICEENTRY`
type ServiceEntry = unsafe extern "system" fn(
    usize,
    *mut c_void,
    *mut c_void,
    usize,
    u32,
    u32,
    u32,
    *const SPropValue,
    *mut c_void,
    *mut *mut mapi::MAPIERROR,
) -> HRESULT;

#[test]
fn the_service_is_installed_without_questions() {
    // SAFETY: the export has this type, and is called as MAPI calls it.
    let call = |context: u32| unsafe {
        let entry = library().get::<ServiceEntry>(b"ServiceEntry").expect("the export is there");
        entry(0, null_mut(), null_mut(), 0, 0, context, 0, null(), null_mut(), null_mut())
    };
    assert_eq!(call(MAPI_SERVICE_CONTEXT::MSG_SERVICE_INSTALL.0), HRESULT(0));
    assert_eq!(call(MAPI_SERVICE_CONTEXT::MSG_SERVICE_PROVIDER_CREATE.0), MAPI_E_NO_SUPPORT);
}
