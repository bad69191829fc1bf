//! Background synchronisation: who carries it out, and who shows it.

use super::{Script, fail, samples};
use mapi::{
    IMAPISyncProgressCallback, MAPI_E_CALL_FAILED, MAPI_E_CANCEL, MAPI_E_INVALID_PARAMETER, MAPI_E_NETWORK_ERROR,
    MAPISIB, SYNC_FLAGS, SyncOrder,
};
use mapidl::com::HANDLE;
use mapidl::{AgileReference, HRESULT, IUnknown, Interface, MapiBox, Result, U16CStr, u16cstr};
use std::thread;

impl Script {
    /// Carries out an order on a thread of its own, and waits for it: references are counted when the call returns.
    pub(crate) fn synchronize_in_background(self, order: SyncOrder<'_>) -> Result<()> {
        self.enter()?;
        assert_eq!(order.size() as usize, size_of::<MAPISIB>());
        let Some(callback) = order.call_back().filter(|_| !order.flags().is_empty()) else {
            let parts = [order.sync().is_some(), order.call_back().is_some(), order.sync_done_event().is_some()];
            assert!([[true; 3], [false; 3]].contains(&parts), "C++ leaves out all of them, and Rust cannot");
            return fail(MAPI_E_INVALID_PARAMETER);
        };
        assert_eq!(order.flags(), SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS | SYNC_FLAGS::SYNC_ON_DEMAND);
        order.sync().expect("a session").cast::<IUnknown>()?;
        // What a provider keeps holds references of its own, but not the caller's place for the event.
        let kept = MapiBox::<MAPISIB>::new(order)?;
        assert_eq!((kept.view().call_back(), kept.view().sync()), (order.call_back(), order.sync()));
        assert!(kept.view().sync_done_event().is_none());
        order.sync_done_event().expect("a place for the event").set(samples::event());
        let callback = AgileReference::of_free_threaded(&callback.cast::<IMAPISyncProgressCallback>()?);
        let run = thread::spawn(move || callback.resolve().map(|callback| report(&callback)));
        run.join().expect("the conversation with the callback")
    }

    pub(crate) fn progress(self, words: Option<&U16CStr>, index: u32, max: u32) -> Result<()> {
        self.enter()?;
        match words {
            Some(words) => assert_eq!((words, index), (u16cstr!("Receiving \u{fc}"), 3)),
            None => assert_eq!(index, 4),
        }
        assert_eq!(max, 10);
        Ok(())
    }

    pub(crate) fn error(self, result: HRESULT, words: &U16CStr) -> Result<()> {
        self.enter()?;
        assert_eq!((result, words), (MAPI_E_NETWORK_ERROR, u16cstr!("one item")));
        Ok(())
    }

    pub(crate) fn done(self, event: HANDLE, result: HRESULT) -> Result<()> {
        self.enter()?;
        if event == HANDLE::NULL {
            assert_eq!(result, MAPI_E_CANCEL);
            return fail(MAPI_E_CALL_FAILED);
        }
        assert_eq!((event, result), (samples::event(), HRESULT(0)));
        Ok(())
    }
}

/// Reports a run: the conversation with a callback.
pub(crate) fn report(callback: &IMAPISyncProgressCallback) {
    assert_eq!(callback.progress(Some(u16cstr!("Receiving \u{fc}")), 3, 10), Ok(()));
    assert_eq!(callback.progress(None, 4, 10), Ok(()));
    assert_eq!(callback.error(MAPI_E_NETWORK_ERROR, u16cstr!("one item")), Ok(()));
    let cancelled = callback.done(HANDLE::NULL, MAPI_E_CANCEL);
    assert_eq!(cancelled.unwrap_err().code(), MAPI_E_CALL_FAILED);
    assert_eq!(callback.done(samples::event(), HRESULT(0)), Ok(()));
}
