//! The clients of background synchronisation.

use super::assert_fails;
use crate::cpp::provider::{Callback, Prop};
use crate::cpp::samples;
use crate::cpp::script::{Script, report};
use mapi::{
    IMAPIProp, IMAPISession, IMAPISync, IMAPISyncProgressCallback, MAPI_E_INVALID_PARAMETER, MAPI_E_NETWORK_ERROR,
    MAPISIB, SYNC_FLAGS, SyncOrder,
};
use mapidl::com::HANDLE;
use mapidl::refs::NULL_REF_POINTER;
use mapidl::{HRESULT, IUnknown, Interface, u16cstr};
use std::cell::Cell;

fn empty() -> SyncOrder<'static> {
    SyncOrder::default().with_size(size_of::<MAPISIB>() as u32)
}

/// Some object as a session: of sessions only the name is known here.
fn session() -> IMAPISession {
    let anything: IMAPIProp = Prop(Script::Play).into();
    // SAFETY: of an IMAPISession no slots are used but those of IUnknown.
    unsafe { IMAPISession::from_raw(anything.into_raw()) }
}

fn with_order<T>(call: impl FnOnce(SyncOrder<'_>, &Cell<HANDLE>) -> T) -> T {
    let (session, event) = (session(), Cell::new(HANDLE::NULL));
    let callback: IUnknown = Callback(Script::Play).into();
    let order = empty().with_sync(Some(&session)).with_call_back(Some(&callback));
    call(order.with_sync_done_event(Some(&event)), &event)
}

pub(crate) fn talk(sync: &IMAPISync) {
    with_order(|order, event| {
        let flags = SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS | SYNC_FLAGS::SYNC_ON_DEMAND;
        sync.synchronize_in_background(order.with_flags(flags)).unwrap();
        assert_eq!(event.get(), samples::event());
        assert_fails(sync.synchronize_in_background(order), MAPI_E_INVALID_PARAMETER);
    });
    assert_fails(sync.synchronize_in_background(empty()), NULL_REF_POINTER);
}

pub(crate) fn refused(sync: &IMAPISync, code: HRESULT) {
    with_order(|order, _| assert_fails(sync.synchronize_in_background(order), code));
}

pub(crate) fn ignored(sync: &IMAPISync) {
    with_order(|order, _| sync.synchronize_in_background(order)).unwrap();
}

pub(crate) fn talk_to_callback(callback: &IMAPISyncProgressCallback) {
    report(callback);
}

pub(crate) fn refused_by_callback(callback: &IMAPISyncProgressCallback, code: HRESULT) {
    assert_fails(callback.progress(None, 4, 10), code);
    assert_fails(callback.error(MAPI_E_NETWORK_ERROR, u16cstr!("one item")), code);
    assert_fails(callback.done(HANDLE::NULL, HRESULT(0)), code);
}

pub(crate) fn ignored_by_callback(callback: &IMAPISyncProgressCallback) {
    callback.progress(None, 4, 10).unwrap();
    callback.error(MAPI_E_NETWORK_ERROR, u16cstr!("one item")).unwrap();
    callback.done(HANDLE::NULL, HRESULT(0)).unwrap();
}
