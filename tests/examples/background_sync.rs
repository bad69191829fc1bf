//! A message store that synchronises in the background and reports to a Send/Receive display: both sides in safe Rust.
//!
//! ```sh
//! cargo run -p mapidl-tests --example background_sync
//! ```
//!
//! The client plays Outlook: it finds `IMAPISync` on the store object, orders a run and hands in a display that
//! implements `IMAPISyncProgressCallback`. The store starts a thread, returns at once, and reports.

use indicatif::{ProgressBar, ProgressStyle};
use mapi::{
    IMAPIProp_Impl, IMAPISession, IMAPISession_Impl, IMAPISync, IMAPISync_Impl, IMAPISyncProgressCallback,
    IMAPISyncProgressCallback_Impl, IMsgStore, IMsgStore_Impl, MAPI_E_CALL_FAILED, MAPI_E_INVALID_PARAMETER,
    MAPI_E_NETWORK_ERROR, MAPISIB, SYNC_FLAGS, SyncOrder,
};
use mapidl::com::HANDLE;
use mapidl::{AgileReference, Error, HRESULT, IUnknown, Interface, Result, U16CStr, U16CString, implement, u16cstr};
use std::cell::Cell;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

/// The folders that the store pretends to have, and how many messages each gets.
const FOLDERS: [(&str, u32); 4] = [("Inbox", 24), ("Sent Items", 9), ("Calendar", 14), ("Archive", 31)];

// ---- the provider ----------------------------------------------------------------------------------------------------

/// A message store with a server that is slow and sometimes fails.
struct Store;

implement! { impl Store as Store_Impl: [IMsgStore, IMAPISync] }

// A store provider writes what it supports; everything else answers MAPI_E_NO_SUPPORT.
impl IMAPIProp_Impl for Store_Impl {}
impl IMsgStore_Impl for Store_Impl {}

impl IMAPISync_Impl for Store_Impl {
    fn synchronize_in_background(&self, order: SyncOrder<'_>) -> Result<()> {
        let callback = order.call_back().ok_or_else(|| Error::from_hresult(MAPI_E_INVALID_PARAMETER))?;
        let callback = AgileReference::of_free_threaded(&callback.cast::<IMAPISyncProgressCallback>()?);
        // A real provider stores an event of the system; the number of the run stands for it here.
        let event = HANDLE(1 as _);
        if let Some(slot) = order.sync_done_event() {
            slot.set(event);
        }
        let download = order.flags().contains(SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS);
        thread::spawn(move || {
            if let Ok(callback) = callback.resolve() {
                let outcome = if download { fetch_all(&callback) } else { Ok(()) };
                let code = outcome.err().map_or(HRESULT(0), |error| error.code());
                // The client may be gone; there is nobody else to tell.
                let _ = callback.done(event, code);
            }
        });
        Ok(())
    }
}

/// Fetches every folder, and reports each message.
fn fetch_all(callback: &IMAPISyncProgressCallback) -> Result<()> {
    let total = FOLDERS.iter().map(|(_, messages)| messages).sum();
    let mut done = 0;
    for (folder, messages) in FOLDERS {
        let words = U16CString::from_str_truncate(format!("Receiving {folder}"));
        callback.progress(Some(&words), done, total)?;
        for _ in 0..messages {
            thread::sleep(Duration::from_millis(4));
            done += 1;
            callback.progress(None, done, total)?;
        }
        if folder == "Calendar" {
            callback.error(MAPI_E_NETWORK_ERROR, u16cstr!("one appointment could not be read"))?;
        }
    }
    Ok(())
}

// ---- the client ------------------------------------------------------------------------------------------------------

/// The client's session. This provider has no use for it.
struct Session;

implement! { impl Session as Session_Impl: [IMAPISession] }

impl IMAPISession_Impl for Session_Impl {}

/// The Send/Receive display: a progress bar in the terminal.
struct Display {
    bar: ProgressBar,
    done: Sender<HRESULT>,
}

implement! { impl Display as Display_Impl: [IMAPISyncProgressCallback] }

impl IMAPISyncProgressCallback_Impl for Display_Impl {
    fn progress(&self, words: Option<&U16CStr>, index: u32, index_max: u32) -> Result<()> {
        if let Some(words) = words {
            self.bar.set_message(words.to_string_lossy());
        }
        self.bar.set_length(index_max.into());
        self.bar.set_position(index.into());
        Ok(())
    }

    fn error(&self, result: HRESULT, error: &U16CStr) -> Result<()> {
        self.bar.println(format!("  {result:?}: {}", error.to_string_lossy()));
        Ok(())
    }

    fn done(&self, _event: HANDLE, result: HRESULT) -> Result<()> {
        self.done.send(result).map_err(|_| Error::from_hresult(MAPI_E_CALL_FAILED))
    }
}

fn main() -> Result<()> {
    // The store has a thread of its own.
    mapidl::init_mta()?;
    let store: IMsgStore = Store.into();

    let (done, wait) = channel();
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg:24} [{bar:32}] {pos:>3}/{len}") {
        bar.set_style(style);
    }
    let display: IUnknown = Display { bar: bar.clone(), done }.into();

    let (session, event): (IMAPISession, _) = (Session.into(), Cell::new(HANDLE::NULL));
    let order = SyncOrder::default()
        .with_size(size_of::<MAPISIB>() as u32)
        .with_flags(SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS | SYNC_FLAGS::SYNC_ON_DEMAND)
        .with_sync(Some(&session))
        .with_call_back(Some(&display))
        .with_sync_done_event(Some(&event));
    store.cast::<IMAPISync>()?.synchronize_in_background(order)?;

    let result = wait.recv().map_err(|_| Error::from_hresult(MAPI_E_CALL_FAILED))?;
    bar.finish_with_message("done");
    println!("Send/Receive ended with {result:?}: {} messages", bar.position());
    Ok(result.ok()?)
}
