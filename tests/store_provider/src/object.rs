//! Duty: what the mailbox keeps of a store, a folder or a message.
//! Input: its place and kind. Output: its properties and recipients.

use crate::id::{Number, entry_id};
use crate::properties::Properties;
use mapi::{MAPI_OBJECT_TYPE, PropTag, PropValue, Value};
use mapidl::com::FILETIME;
use mapidl::{Result, U16CString};
use std::time::{SystemTime, UNIX_EPOCH};

/// A store, a folder or a message.
#[derive(Clone, Debug)]
pub(crate) struct Object {
    pub(crate) number: Number,
    pub(crate) parent: Number,
    pub(crate) kind: MAPI_OBJECT_TYPE,
    pub(crate) properties: Properties,
    pub(crate) recipients: Vec<Properties>,
}

impl Object {
    /// An object that has nothing but its identity.
    pub(crate) fn new(number: Number, parent: Number, kind: MAPI_OBJECT_TYPE) -> Result<Self> {
        let id = entry_id(number);
        let properties = Properties::new(&[
            PropValue::new(PropTag::PR_ENTRYID, Value::Binary(&id)),
            PropValue::new(PropTag::PR_RECORD_KEY, Value::Binary(&id)),
            PropValue::new(PropTag::PR_INSTANCE_KEY, Value::Binary(&id)),
            PropValue::new(PropTag::PR_PARENT_ENTRYID, Value::Binary(&entry_id(parent))),
            PropValue::new(PropTag::PR_OBJECT_TYPE, Value::Long(kind.0.cast_signed())),
            PropValue::new(PropTag::PR_CREATION_TIME, Value::Systime(now())),
        ])?;
        Ok(Self { number, parent, kind, properties, recipients: Vec::new() })
    }

    /// Sets a property to a text.
    pub(crate) fn put_text(&mut self, tag: PropTag, text: &str) -> Result<()> {
        self.properties.put(PropValue::new(tag, Value::Unicode(&U16CString::from_str_truncate(text))))
    }

    /// Sets a property to a number.
    pub(crate) fn put_number(&mut self, tag: PropTag, number: u32) -> Result<()> {
        self.properties.put(PropValue::new(tag, Value::Long(number.cast_signed())))
    }

    /// Notes that it was changed just now.
    pub(crate) fn touch(&mut self) -> Result<()> {
        self.properties.put(PropValue::new(PropTag::PR_LAST_MODIFICATION_TIME, Value::Systime(now())))
    }
}

/// The time in tenths of microseconds since 1601, as Windows counts it.
pub(crate) fn now() -> FILETIME {
    const FROM_1601_TO_1970: u64 = 11_644_473_600 * 10_000_000;
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let ticks = FROM_1601_TO_1970 + u64::try_from(since_1970.as_nanos() / 100).unwrap_or_default();
    FILETIME { dwLowDateTime: (ticks & 0xffff_ffff) as u32, dwHighDateTime: (ticks >> 32) as u32 }
}
