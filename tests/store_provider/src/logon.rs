//! Duty: the object through which MAPI itself uses the store, on behalf of the session.
//! Input: MAPI's calls. Output: opened objects, registered sinks.

use crate::mailbox::Mailbox;
use crate::{id, open};
use mapi::{IMAPIAdviseSink, IMAPISupport, IMSLogon, IMSLogon_Impl, MAPI_EVENTS, MAPI_FLAGS, MAPI_OBJECT_TYPE};
use mapidl::{AgileReference, GUID, IUnknown, Result, implement};
use std::sync::Arc;

/// One logon.
#[derive(Debug)]
pub(crate) struct Logon {
    mailbox: Arc<Mailbox>,
    /// Held as long as the logon: MAPI counts on it.
    _support: AgileReference<IMAPISupport>,
}

implement! { impl Logon as pub(crate) Logon_Impl: [IMSLogon] }

impl Logon {
    pub(crate) fn new(mailbox: &Arc<Mailbox>, support: &IMAPISupport) -> Self {
        Self { mailbox: mailbox.clone(), _support: AgileReference::of_free_threaded(support) }
    }
}

impl IMSLogon_Impl for Logon_Impl {
    fn logoff(&self, _: &u32) -> Result<()> {
        Ok(())
    }

    fn open_entry(
        &self,
        entry_id: Option<&[u8]>,
        _: Option<&GUID>,
        _: MAPI_FLAGS,
    ) -> Result<(MAPI_OBJECT_TYPE, IUnknown)> {
        open::entry(&self.mailbox, entry_id)
    }

    fn compare_entry_ids(&self, one: &[u8], other: &[u8]) -> Result<u32> {
        id::compare(one, other)
    }

    fn advise(&self, entry_id: Option<&[u8]>, events: MAPI_EVENTS, sink: &IMAPIAdviseSink) -> Result<usize> {
        self.mailbox.sinks.advise(entry_id.map(id::number).transpose()?, events, sink)
    }

    fn unadvise(&self, connection: usize) -> Result<()> {
        self.mailbox.sinks.unadvise(connection)
    }
}
