//! Duty: open what an entry identifier names; stores, logons and folders all can.
//! Input: an entry identifier. Output: the object, and its kind.

use crate::folder::Folder;
use crate::id;
use crate::mailbox::{Mailbox, ROOT};
use crate::message::Message;
use crate::store::Store;
use mapi::{IMAPIFolder, IMessage, IMsgStore, MAPI_OBJECT_TYPE};
use mapidl::{IUnknown, Result};
use std::sync::Arc;

/// Opens an object; none is the root folder.
///
/// The conversion into an interface comes first, and that into `IUnknown` keeps it: a caller that names no interface
/// gets the usual one.
pub(crate) fn entry(mailbox: &Arc<Mailbox>, entry_id: Option<&[u8]>) -> Result<(MAPI_OBJECT_TYPE, IUnknown)> {
    let object = mailbox.object(entry_id.map_or(Ok(ROOT), id::number)?)?;
    let kind = object.kind;
    let opened = match kind {
        MAPI_OBJECT_TYPE::MAPI_STORE => IMsgStore::from(Store::new(mailbox)).into(),
        MAPI_OBJECT_TYPE::MAPI_FOLDER => IMAPIFolder::from(Folder::new(mailbox, object.number)).into(),
        _ => IMessage::from(Message::new(mailbox, object)).into(),
    };
    Ok((kind, opened))
}
