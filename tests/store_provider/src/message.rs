//! Duty: a message as clients see it.
//! Input: their calls. Output: its properties and recipients. Changes are seen by others when they are saved.

use crate::id::Number;
use crate::mailbox::Mailbox;
use crate::object::Object;
use crate::properties::{Problems, Properties};
use crate::table::Table;
use mapi::{
    AdrEntry, IMAPIProp_Impl, IMAPITable, IMessage, IMessage_Impl, MAPI_E_NO_SUPPORT, MAPI_FLAGS, MAPI_MESSAGE_FLAGS,
    MAPI_OBJECT_TYPE, MAPI_RECIPIENT_FLAGS, MAPI_SAVE_FLAGS, PropTag, PropValue, SPropTagArray, SPropValue, Value,
};
use mapidl::{MapiBox, MapiVec, Result, Success, implement};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The columns of the table of recipients, unless its user sets others.
const RECIPIENT_COLUMNS: [PropTag; 5] = [
    PropTag::PR_ROWID,
    PropTag::PR_RECIPIENT_TYPE,
    PropTag::PR_DISPLAY_NAME_W,
    PropTag::PR_ADDRTYPE_W,
    PropTag::PR_EMAIL_ADDRESS_W,
];

/// MAPI_TO: a primary recipient.
const TO: Value<'_> = Value::Long(1);

/// An open message: a copy of what is saved, which the client works on.
#[derive(Debug)]
pub(crate) struct Message {
    mailbox: Arc<Mailbox>,
    draft: Mutex<Object>,
}

implement! { impl Message as pub(crate) Message_Impl: [IMessage] }

impl Message {
    pub(crate) fn new(mailbox: &Arc<Mailbox>, saved: Object) -> Self {
        Self { mailbox: mailbox.clone(), draft: Mutex::new(saved) }
    }

    /// A message that is not saved yet.
    pub(crate) fn create(mailbox: &Arc<Mailbox>, parent: Number) -> Result<Self> {
        let mut draft = Object::new(mailbox.reserve(), parent, MAPI_OBJECT_TYPE::MAPI_MESSAGE)?;
        draft.put_text(PropTag::PR_MESSAGE_CLASS_W, "IPM.Note")?;
        draft.put_number(PropTag::PR_MESSAGE_FLAGS, MAPI_MESSAGE_FLAGS::MSGFLAG_UNSENT.0)?;
        Ok(Self::new(mailbox, draft))
    }

    fn draft(&self) -> MutexGuard<'_, Object> {
        self.draft.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl IMAPIProp_Impl for Message_Impl {
    fn get_props(&self, tags: Option<&[PropTag]>, _: MAPI_FLAGS) -> Result<Success<MapiVec<SPropValue>>> {
        self.draft().properties.get(tags)
    }

    fn get_prop_list(&self, _: MAPI_FLAGS) -> Result<MapiBox<SPropTagArray>> {
        self.draft().properties.list()
    }

    fn set_props(&self, values: &[PropValue<'_>]) -> Result<Problems> {
        self.draft().properties.set(values)
    }

    fn delete_props(&self, tags: &[PropTag]) -> Result<Problems> {
        self.draft().properties.delete(tags)
    }

    fn save_changes(&self, _: MAPI_SAVE_FLAGS) -> Result<()> {
        let saved = self.draft().clone();
        self.mailbox.save(saved)
    }
}

impl IMessage_Impl for Message_Impl {
    fn get_recipient_table(&self, _: MAPI_FLAGS) -> Result<IMAPITable> {
        Ok(Table::new(&RECIPIENT_COLUMNS, self.draft().recipients.iter().cloned()).into())
    }

    fn modify_recipients(&self, flags: MAPI_RECIPIENT_FLAGS, entries: &[AdrEntry<'_>]) -> Result<()> {
        let mut draft = self.draft();
        let mut recipients = if flags.is_empty() { Vec::new() } else { draft.recipients.clone() };
        for entry in entries {
            apply(flags, &mut recipients, &entry.prop_vals().to_slice())?;
        }
        let to = names(&recipients);
        draft.put_text(PropTag::PR_DISPLAY_TO_W, &to)?;
        draft.recipients = recipients;
        Ok(())
    }
}

/// Adds, replaces or removes one recipient; PR_ROWID says which.
fn apply(flags: MAPI_RECIPIENT_FLAGS, recipients: &mut Vec<Properties>, values: &[PropValue<'_>]) -> Result<()> {
    let mut recipient = Properties::new(values)?;
    let row = recipient.find(PropTag::PR_ROWID).map(PropValue::value);
    let known = recipients.iter().position(|r| row.is_some() && r.find(PropTag::PR_ROWID).map(PropValue::value) == row);
    match (flags, known) {
        (MAPI_RECIPIENT_FLAGS::MODRECIP_REMOVE, Some(place)) => {
            recipients.remove(place);
        }
        (MAPI_RECIPIENT_FLAGS::MODRECIP_REMOVE, None) => return Err(mapi::MAPI_E_NOT_FOUND.into()),
        (MAPI_RECIPIENT_FLAGS::MODRECIP_MODIFY, Some(place)) => recipients[place] = recipient,
        (
            MAPI_RECIPIENT_FLAGS::MODRECIP_MODIFY | MAPI_RECIPIENT_FLAGS::MODRECIP_ADD | MAPI_RECIPIENT_FLAGS::NONE,
            _,
        ) => {
            recipient.put(PropValue::new(PropTag::PR_ROWID, Value::Long(next_row(recipients))))?;
            recipients.push(recipient);
        }
        _ => return Err(MAPI_E_NO_SUPPORT.into()),
    }
    Ok(())
}

fn next_row(recipients: &[Properties]) -> i32 {
    let rows = recipients.iter().filter_map(|recipient| match recipient.find(PropTag::PR_ROWID)?.value() {
        Value::Long(row) => Some(row),
        _ => None,
    });
    rows.max().map_or(0, |row| row.wrapping_add(1))
}

/// The names of the primary recipients, as PR_DISPLAY_TO shows them.
fn names(recipients: &[Properties]) -> String {
    let to = recipients.iter().filter(|r| r.find(PropTag::PR_RECIPIENT_TYPE).is_some_and(|kind| kind.value() == TO));
    let names: Vec<_> = to
        .filter_map(|recipient| match recipient.find(PropTag::PR_DISPLAY_NAME_W)?.value() {
            Value::Unicode(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect();
    names.join("; ")
}
