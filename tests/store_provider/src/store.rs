//! Duty: the message store as clients see it.
//! Input: their calls. Output: its properties, opened objects, registered sinks.

use crate::id::{self, entry_id};
use crate::mailbox::{INBOX, Mailbox, STORE};
use crate::open;
use crate::properties::Problems;
use mapi::{
    IMAPIAdviseSink, IMAPIProp_Impl, IMAPISync, IMsgStore, IMsgStore_Impl, MAPI_EVENTS, MAPI_FLAGS, MAPI_LOGOFF_FLAGS,
    MAPI_OBJECT_TYPE, MAPI_SAVE_FLAGS, PropTag, PropValue, SPropTagArray, SPropValue,
};
use mapidl::{GUID, IUnknown, MapiBox, MapiString, MapiVec, Result, Success, U16CStr, implement, u16cstr};
use std::sync::Arc;

/// An open store.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) mailbox: Arc<Mailbox>,
}

// One object with two interfaces; `sync` has the second.
implement! { impl Store as pub(crate) Store_Impl: [IMsgStore, IMAPISync] }

impl Store {
    pub(crate) fn new(mailbox: &Arc<Mailbox>) -> Self {
        Self { mailbox: mailbox.clone() }
    }
}

impl IMAPIProp_Impl for Store_Impl {
    fn get_props(&self, tags: Option<&[PropTag]>, _: MAPI_FLAGS) -> Result<Success<MapiVec<SPropValue>>> {
        self.mailbox.object(STORE)?.properties.get(tags)
    }

    fn get_prop_list(&self, _: MAPI_FLAGS) -> Result<MapiBox<SPropTagArray>> {
        self.mailbox.object(STORE)?.properties.list()
    }

    fn set_props(&self, values: &[PropValue<'_>]) -> Result<Problems> {
        self.mailbox.change(STORE, |store| store.properties.set(values))
    }

    fn delete_props(&self, tags: &[PropTag]) -> Result<Problems> {
        self.mailbox.change(STORE, |store| store.properties.delete(tags))
    }

    fn save_changes(&self, _: MAPI_SAVE_FLAGS) -> Result<()> {
        // Changes of a store and of folders take effect at once.
        Ok(())
    }
}

impl IMsgStore_Impl for Store_Impl {
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

    fn get_receive_folder(&self, _: Option<&U16CStr>, _: MAPI_FLAGS) -> Result<(MapiVec<u8>, Option<MapiString>)> {
        // One folder for all classes, so the class that decided is the empty one.
        Ok((MapiVec::new(&entry_id(INBOX))?, Some(MapiString::new(u16cstr!(""))?)))
    }

    fn advise(&self, entry_id: Option<&[u8]>, events: MAPI_EVENTS, sink: &IMAPIAdviseSink) -> Result<usize> {
        self.mailbox.sinks.advise(entry_id.map(id::number).transpose()?, events, sink)
    }

    fn unadvise(&self, connection: usize) -> Result<()> {
        self.mailbox.sinks.unadvise(connection)
    }

    fn store_logoff(&self, flags: &mut MAPI_LOGOFF_FLAGS) -> Result<()> {
        *flags = MAPI_LOGOFF_FLAGS::LOGOFF_COMPLETE;
        Ok(())
    }
}
