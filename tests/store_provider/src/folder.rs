//! Duty: a folder as clients see it.
//! Input: their calls. Output: its properties, the tables of what is in it, new folders and messages.

use crate::id::{self, Number};
use crate::mailbox::Mailbox;
use crate::message::Message;
use crate::object::Object;
use crate::open;
use crate::properties::Problems;
use crate::table::Table;
use mapi::{
    BinaryArray, IMAPIContainer_Impl, IMAPIFolder, IMAPIFolder_Impl, IMAPIProgress, IMAPIProp_Impl, IMAPITable,
    IMessage, MAPI_CONTENTS_TABLE_FLAGS, MAPI_CREATE_FOLDER_FLAGS, MAPI_CREATE_MESSAGE_FLAGS, MAPI_DELETE_FLAGS,
    MAPI_E_COLLISION, MAPI_E_NO_SUPPORT, MAPI_FLAGS, MAPI_FOLDER_TYPE, MAPI_HIERARCHY_TABLE_FLAGS, MAPI_OBJECT_TYPE,
    MAPI_SAVE_FLAGS, MAPI_W_PARTIAL_COMPLETION, PropTag, PropValue, SPropTagArray, SPropValue, Value,
};
use mapidl::{GUID, IUnknown, MapiBox, MapiVec, Result, Success, U16CStr, implement};
use std::sync::Arc;

/// The columns of a table of folders, unless its user sets others.
const FOLDER_COLUMNS: [PropTag; 7] = [
    PropTag::PR_ENTRYID,
    PropTag::PR_INSTANCE_KEY,
    PropTag::PR_OBJECT_TYPE,
    PropTag::PR_DISPLAY_NAME_W,
    PropTag::PR_FOLDER_TYPE,
    PropTag::PR_CONTENT_COUNT,
    PropTag::PR_SUBFOLDERS,
];

/// The columns of a table of messages, unless its user sets others.
const MESSAGE_COLUMNS: [PropTag; 7] = [
    PropTag::PR_ENTRYID,
    PropTag::PR_INSTANCE_KEY,
    PropTag::PR_OBJECT_TYPE,
    PropTag::PR_MESSAGE_CLASS_W,
    PropTag::PR_SUBJECT_W,
    PropTag::PR_DISPLAY_TO_W,
    PropTag::PR_LAST_MODIFICATION_TIME,
];

/// An open folder.
#[derive(Debug)]
pub(crate) struct Folder {
    mailbox: Arc<Mailbox>,
    number: Number,
}

implement! { impl Folder as pub(crate) Folder_Impl: [IMAPIFolder] }

impl Folder {
    pub(crate) fn new(mailbox: &Arc<Mailbox>, number: Number) -> Self {
        Self { mailbox: mailbox.clone(), number }
    }

    fn table(&self, kind: MAPI_OBJECT_TYPE, columns: &[PropTag]) -> Result<IMAPITable> {
        let rows = self.mailbox.children(self.number, kind)?;
        Ok(Table::new(columns, rows.into_iter().map(|object| object.properties)).into())
    }

    fn subfolder(&self, name: &U16CStr) -> Result<Option<Object>> {
        let mut folders = self.mailbox.children(self.number, MAPI_OBJECT_TYPE::MAPI_FOLDER)?.into_iter();
        Ok(folders.find(|folder| {
            let known = folder.properties.find(PropTag::PR_DISPLAY_NAME_W).map(PropValue::value);
            known == Some(Value::Unicode(name))
        }))
    }
}

impl IMAPIProp_Impl for Folder_Impl {
    fn get_props(&self, tags: Option<&[PropTag]>, _: MAPI_FLAGS) -> Result<Success<MapiVec<SPropValue>>> {
        self.mailbox.object(self.number)?.properties.get(tags)
    }

    fn get_prop_list(&self, _: MAPI_FLAGS) -> Result<MapiBox<SPropTagArray>> {
        self.mailbox.object(self.number)?.properties.list()
    }

    fn set_props(&self, values: &[PropValue<'_>]) -> Result<Problems> {
        self.mailbox.change(self.number, |folder| folder.properties.set(values))
    }

    fn delete_props(&self, tags: &[PropTag]) -> Result<Problems> {
        self.mailbox.change(self.number, |folder| folder.properties.delete(tags))
    }

    fn save_changes(&self, _: MAPI_SAVE_FLAGS) -> Result<()> {
        Ok(())
    }
}

impl IMAPIContainer_Impl for Folder_Impl {
    fn get_contents_table(&self, flags: MAPI_CONTENTS_TABLE_FLAGS) -> Result<IMAPITable> {
        if flags.contains(MAPI_CONTENTS_TABLE_FLAGS::MAPI_ASSOCIATED) {
            return Err(MAPI_E_NO_SUPPORT.into());
        }
        self.table(MAPI_OBJECT_TYPE::MAPI_MESSAGE, &MESSAGE_COLUMNS)
    }

    fn get_hierarchy_table(&self, flags: MAPI_HIERARCHY_TABLE_FLAGS) -> Result<IMAPITable> {
        if flags.contains(MAPI_HIERARCHY_TABLE_FLAGS::CONVENIENT_DEPTH) {
            return Err(MAPI_E_NO_SUPPORT.into());
        }
        self.table(MAPI_OBJECT_TYPE::MAPI_FOLDER, &FOLDER_COLUMNS)
    }

    fn open_entry(
        &self,
        entry_id: Option<&[u8]>,
        _: Option<&GUID>,
        _: MAPI_FLAGS,
    ) -> Result<(MAPI_OBJECT_TYPE, IUnknown)> {
        open::entry(&self.mailbox, entry_id)
    }
}

impl IMAPIFolder_Impl for Folder_Impl {
    fn create_message(&self, _: Option<&GUID>, flags: MAPI_CREATE_MESSAGE_FLAGS) -> Result<IUnknown> {
        if flags.contains(MAPI_CREATE_MESSAGE_FLAGS::CREATE_MESSAGE_ASSOCIATED) {
            return Err(MAPI_E_NO_SUPPORT.into());
        }
        Ok(IMessage::from(Message::create(&self.mailbox, self.number)?).into())
    }

    fn delete_messages(
        &self,
        messages: BinaryArray<'_>,
        _: usize,
        _: Option<&IMAPIProgress>,
        _: MAPI_DELETE_FLAGS,
    ) -> Result<Success> {
        let delete = |entry_id: &[u8]| self.mailbox.delete(self.number, id::number(entry_id)?);
        let failed = messages.lpbin().iter().filter(|message| delete(message.lpb()).is_err()).count();
        Ok(if failed == 0 { Success::OK } else { Success::warning(MAPI_W_PARTIAL_COMPLETION) })
    }

    fn create_folder(
        &self,
        kind: MAPI_FOLDER_TYPE,
        name: &U16CStr,
        comment: Option<&U16CStr>,
        _: Option<&GUID>,
        flags: MAPI_CREATE_FOLDER_FLAGS,
    ) -> Result<IUnknown> {
        if kind != MAPI_FOLDER_TYPE::FOLDER_GENERIC {
            return Err(MAPI_E_NO_SUPPORT.into());
        }
        let folder = match self.subfolder(name)? {
            Some(known) if flags.contains(MAPI_CREATE_FOLDER_FLAGS::OPEN_IF_EXISTS) => known,
            Some(_) => return Err(MAPI_E_COLLISION.into()),
            None => self.mailbox.create_folder(self.number, &name.to_string_lossy())?,
        };
        let folder = IMAPIFolder::from(Folder::new(&self.mailbox, folder.number));
        if let Some(comment) = comment {
            folder.set_props(&[PropValue::new(PropTag::PR_COMMENT_W, Value::Unicode(comment))])?;
        }
        Ok(folder.into())
    }

    fn delete_folder(
        &self,
        entry_id: &[u8],
        _: usize,
        _: Option<&IMAPIProgress>,
        _: MAPI_DELETE_FLAGS,
    ) -> Result<Success> {
        self.mailbox.delete(self.number, id::number(entry_id)?)?;
        Ok(Success::OK)
    }
}
