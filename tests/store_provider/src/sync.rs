//! Duty: fetch mail in the background, as Outlook's Send/Receive orders it.
//! Input: an order. Output: a thread that fetches, reports to the client's display, and says when it is done.

use crate::mailbox::{INBOX, Mailbox};
use crate::object::Object;
use crate::store::Store_Impl;
use mapi::{
    IMAPISync_Impl, IMAPISyncProgressCallback, MAPI_E_CALL_FAILED, MAPI_E_INVALID_PARAMETER, MAPI_EVENTS,
    MAPI_OBJECT_TYPE, MAPISIB, PropTag, SYNC_FLAGS, SyncOrder,
};
use mapidl::com::HANDLE;
use mapidl::{AgileReference, HRESULT, Interface, Result, U16CString};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{Builder, JoinHandle};

/// What the server has for us: senders and subjects. A provider of one's own asks a server.
const MAIL: [(&str, &str); 3] =
    [("Ada", "Notes on the engine"), ("Grace", "A moth in the relay"), ("Edsger", "Considered harmful")];

impl IMAPISync_Impl for Store_Impl {
    fn synchronize_in_background(&self, order: SyncOrder<'_>) -> Result<()> {
        if (order.size() as usize) < size_of::<MAPISIB>() {
            return Err(MAPI_E_INVALID_PARAMETER.into());
        }
        let callback = order.call_back().ok_or(MAPI_E_INVALID_PARAMETER)?.cast::<IMAPISyncProgressCallback>()?;
        let (handle, done) = channel();
        let run = Run {
            mailbox: self.mailbox.clone(),
            callback: AgileReference::of_free_threaded(&callback),
            flags: order.flags(),
            done,
        };
        let thread = Builder::new().name("synchronisation".to_owned()).spawn(move || run.all())?;
        let done = done_event(&thread)?;
        if let Some(slot) = order.sync_done_event() {
            slot.set(done);
        }
        self.mailbox.adopt(thread);
        // Its thread waits for it.
        handle.send(done).map_err(|_| MAPI_E_CALL_FAILED.into())
    }
}

/// One synchronisation.
struct Run {
    mailbox: Arc<Mailbox>,
    callback: AgileReference<IMAPISyncProgressCallback>,
    flags: SYNC_FLAGS,
    done: Receiver<HANDLE>,
}

impl Run {
    fn all(self) {
        // Neither comes about when the client was told that there is no run.
        let (Ok(event), Ok(callback)) = (self.done.recv(), self.callback.resolve()) else { return };
        let outcome = self.fetch(&callback).map_or_else(|error| error.code(), |()| HRESULT(0));
        // The client may be gone; there is nobody else to tell.
        let _ = callback.done(event, outcome);
    }

    fn fetch(&self, callback: &IMAPISyncProgressCallback) -> Result<()> {
        if !self.flags.contains(SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS) {
            return Ok(());
        }
        let total = MAIL.len() as u32;
        for (index, (sender, subject)) in (0..total).zip(MAIL) {
            let words = U16CString::from_str_truncate(format!("Receiving mail from {sender}"));
            callback.progress(Some(&words), index, total)?;
            if let Err(error) = deliver(&self.mailbox, sender, subject) {
                callback.error(error.code(), &U16CString::from_str_truncate("a message could not be stored"))?;
            }
        }
        callback.progress(None, total, total)
    }
}

/// Puts a message into the inbox.
fn deliver(mailbox: &Mailbox, sender: &str, subject: &str) -> Result<()> {
    let mut message = Object::new(mailbox.reserve(), INBOX, MAPI_OBJECT_TYPE::MAPI_MESSAGE)?;
    message.put_text(PropTag::PR_MESSAGE_CLASS_W, "IPM.Note")?;
    message.put_text(PropTag::PR_SENDER_NAME_W, sender)?;
    message.put_text(PropTag::PR_SUBJECT_W, subject)?;
    message.put_number(PropTag::PR_MESSAGE_FLAGS, 0)?;
    mailbox.save(message.clone())?;
    mailbox.sinks.tell(MAPI_EVENTS::fnevNewMail, &message);
    Ok(())
}

/// What becomes signalled when the thread has ended: on Windows, the thread itself. The client closes it.
#[cfg(windows)]
fn done_event(thread: &JoinHandle<()>) -> Result<HANDLE> {
    use std::os::windows::io::{AsHandle, IntoRawHandle};
    Ok(HANDLE(thread.as_handle().try_clone_to_owned()?.into_raw_handle()))
}

/// Other systems have no handles.
#[cfg(not(windows))]
fn done_event(_: &JoinHandle<()>) -> Result<HANDLE> {
    Ok(HANDLE::NULL)
}
