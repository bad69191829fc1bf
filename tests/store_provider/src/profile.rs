//! Duty: tell the user's profile of the store, so that MAPI finds it again.
//! Input: MAPI's support object. Output: properties in the provider's section of the profile, and in the store.

use crate::id::{self, entry_id};
use crate::mailbox::{Mailbox, STORE};
use mapi::{IMAPISupport, MAPI_FLAGS, MAPI_OPEN_STORE_FLAGS, MAPI_SAVE_FLAGS, PropTag, PropValue, Value};
use mapidl::Result;

/// Enters the store into the profile, unless it is opened for this session alone.
pub(crate) fn enter(support: &IMAPISupport, mailbox: &Mailbox, flags: MAPI_OPEN_STORE_FLAGS) -> Result<()> {
    // Clients see the wrapped identifier: it leads MAPI to this provider's library, loaded or not.
    let wrapped = support.wrap_store_entry_id(&entry_id(STORE))?;
    let wrapped = wrapped.as_array().to_slice();
    mailbox.change(STORE, |store| {
        store.properties.put(PropValue::new(PropTag::PR_ENTRYID, Value::Binary(&wrapped)))?;
        store.properties.put(PropValue::new(PropTag::PR_STORE_ENTRYID, Value::Binary(&wrapped)))
    })?;
    if flags.contains(MAPI_OPEN_STORE_FLAGS::MDB_TEMPORARY) {
        return Ok(());
    }
    let store = mailbox.object(STORE)?;
    let section = support.open_profile_section(None, MAPI_FLAGS::MAPI_MODIFY)?;
    section.set_props(&[
        PropValue::new(PropTag::PR_ENTRYID, Value::Binary(&wrapped)),
        PropValue::new(PropTag::PR_RECORD_KEY, Value::Binary(&entry_id(STORE))),
        PropValue::new(PropTag::PR_MDB_PROVIDER, Value::Binary(&id::PROVIDER.ab)),
        store.properties.find(PropTag::PR_DISPLAY_NAME_W).unwrap_or_default(),
    ])?;
    section.save_changes(MAPI_SAVE_FLAGS::NONE)?;
    support.modify_profile(MAPI_OPEN_STORE_FLAGS::NONE)
}
