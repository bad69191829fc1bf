//! Duty: what is in the store. A provider of one's own puts a database or a server in its place.
//! Input: changes. Output: copies of objects, and word of the changes to the sinks.

use crate::id::{Number, entry_id};
use crate::object::Object;
use crate::sinks::Sinks;
use mapi::{MAPI_E_NO_ACCESS, MAPI_E_NOT_FOUND, MAPI_EVENTS, MAPI_FOLDER_TYPE, MAPI_OBJECT_TYPE};
use mapi::{PropTag, PropValue, Value};
use mapidl::Result;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

// Objects that are always there.
pub(crate) const STORE: Number = 0;
pub(crate) const ROOT: Number = 1;
const SUBTREE: Number = 2;
pub(crate) const INBOX: Number = 3;
const OUTBOX: Number = 4;
const SENT: Number = 5;
const DELETED: Number = 6;

/// Where the folders that every store has are, what they are called, and which property of the store names them.
const FOLDERS: [(Number, Number, &str, Option<PropTag>); 6] = [
    (ROOT, STORE, "", None),
    (SUBTREE, ROOT, "Top of the mailbox", Some(PropTag::PR_IPM_SUBTREE_ENTRYID)),
    (INBOX, SUBTREE, "Inbox", None),
    (OUTBOX, SUBTREE, "Outbox", Some(PropTag::PR_IPM_OUTBOX_ENTRYID)),
    (SENT, SUBTREE, "Sent Items", Some(PropTag::PR_IPM_SENTMAIL_ENTRYID)),
    (DELETED, SUBTREE, "Deleted Items", Some(PropTag::PR_IPM_WASTEBASKET_ENTRYID)),
];

/// FOLDER_IPM_SUBTREE_VALID, FOLDER_IPM_INBOX_VALID and so on, up to FOLDER_IPM_SENTMAIL_VALID.
const VALID_FOLDERS: u32 = 0x1f;
/// STORE_ENTRYID_UNIQUE, STORE_MODIFY_OK, STORE_CREATE_OK, STORE_NOTIFY_OK, STORE_RESTRICTION_OK, STORE_SORT_OK,
/// STORE_UNICODE_OK: what this store can do.
const SUPPORT: u32 = 0x0001 | 0x0008 | 0x0010 | 0x0100 | 0x1000 | 0x2000 | 0x4_0000;

/// A mailbox in memory.
#[derive(Debug)]
pub(crate) struct Mailbox {
    objects: Mutex<Objects>,
    pub(crate) sinks: Sinks,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

#[derive(Debug)]
struct Objects {
    all: BTreeMap<Number, Object>,
    last: Number,
}

impl Objects {
    fn children(&self, parent: Number, kind: MAPI_OBJECT_TYPE) -> impl Iterator<Item = &Object> {
        self.all.values().filter(move |object| object.parent == parent && object.kind == kind)
    }

    /// A copy of an object, with what is counted.
    fn copy(&self, object: &Object) -> Result<Object> {
        let mut copy = object.clone();
        if copy.kind == MAPI_OBJECT_TYPE::MAPI_FOLDER {
            let messages = self.children(copy.number, MAPI_OBJECT_TYPE::MAPI_MESSAGE).count();
            copy.put_number(PropTag::PR_CONTENT_COUNT, u32::try_from(messages).unwrap_or(u32::MAX))?;
            let folders = self.children(copy.number, MAPI_OBJECT_TYPE::MAPI_FOLDER).next().is_some();
            copy.properties.put(PropValue::new(PropTag::PR_SUBFOLDERS, Value::Boolean(folders.into())))?;
        }
        Ok(copy)
    }
}

impl Mailbox {
    /// A mailbox with empty folders.
    pub(crate) fn new() -> Result<Arc<Self>> {
        let mut all = BTreeMap::from([(STORE, new_store()?)]);
        for (number, parent, name, _) in FOLDERS {
            all.insert(number, new_folder(number, parent, name)?);
        }
        let objects = Mutex::new(Objects { all, last: DELETED });
        Ok(Arc::new(Self { objects, sinks: Sinks::default(), threads: Mutex::default() }))
    }

    fn objects(&self) -> MutexGuard<'_, Objects> {
        self.objects.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A copy of an object as it is now.
    pub(crate) fn object(&self, number: Number) -> Result<Object> {
        let objects = self.objects();
        objects.copy(objects.all.get(&number).ok_or(MAPI_E_NOT_FOUND)?)
    }

    /// Copies of the folders or messages in a folder.
    pub(crate) fn children(&self, parent: Number, kind: MAPI_OBJECT_TYPE) -> Result<Vec<Object>> {
        let objects = self.objects();
        objects.children(parent, kind).map(|object| objects.copy(object)).collect()
    }

    /// A number for a new object.
    pub(crate) fn reserve(&self) -> Number {
        let mut objects = self.objects();
        objects.last += 1;
        objects.last
    }

    /// Creates a folder.
    pub(crate) fn create_folder(&self, parent: Number, name: &str) -> Result<Object> {
        let folder = new_folder(self.reserve(), parent, name)?;
        self.save(folder.clone())?;
        Ok(folder)
    }

    /// Keeps an object, new or in place of what it was.
    pub(crate) fn save(&self, mut object: Object) -> Result<()> {
        object.touch()?;
        let before = {
            let mut objects = self.objects();
            if !objects.all.contains_key(&object.parent) {
                return Err(mapi::MAPI_E_OBJECT_DELETED.into());
            }
            objects.all.insert(object.number, object.clone())
        };
        let event = if before.is_some() { MAPI_EVENTS::fnevObjectModified } else { MAPI_EVENTS::fnevObjectCreated };
        self.sinks.tell(event, &object);
        Ok(())
    }

    /// Changes an object in place.
    pub(crate) fn change<T>(&self, number: Number, change: impl FnOnce(&mut Object) -> Result<T>) -> Result<T> {
        let (answer, changed) = {
            let mut objects = self.objects();
            let object = objects.all.get_mut(&number).ok_or(MAPI_E_NOT_FOUND)?;
            let answer = change(object)?;
            object.touch()?;
            (answer, object.clone())
        };
        self.sinks.tell(MAPI_EVENTS::fnevObjectModified, &changed);
        Ok(answer)
    }

    /// Removes a message or an empty folder from its parent.
    pub(crate) fn delete(&self, parent: Number, number: Number) -> Result<()> {
        let gone = {
            let mut objects = self.objects();
            let is_used = number <= DELETED || objects.all.values().any(|object| object.parent == number);
            if objects.all.get(&number).is_none_or(|object| object.parent != parent) {
                return Err(MAPI_E_NOT_FOUND.into());
            }
            if is_used {
                return Err(MAPI_E_NO_ACCESS.into());
            }
            objects.all.remove(&number)
        };
        if let Some(gone) = gone {
            self.sinks.tell(MAPI_EVENTS::fnevObjectDeleted, &gone);
        }
        Ok(())
    }

    /// Remembers a thread that works for the mailbox.
    pub(crate) fn adopt(&self, thread: JoinHandle<()>) {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        threads.retain(|thread| !thread.is_finished());
        threads.push(thread);
    }

    /// Waits for all threads: MAPI may unload the library afterwards.
    pub(crate) fn join(&self) {
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            // One that panicked has said so.
            let _ = thread.join();
        }
    }
}

fn new_store() -> Result<Object> {
    let mut store = Object::new(STORE, STORE, MAPI_OBJECT_TYPE::MAPI_STORE)?;
    store.put_text(PropTag::PR_DISPLAY_NAME_W, "Mailbox in memory")?;
    store.put_number(PropTag::PR_STORE_SUPPORT_MASK, SUPPORT)?;
    store.put_number(PropTag::PR_VALID_FOLDER_MASK, VALID_FOLDERS)?;
    store.properties.put(PropValue::new(PropTag::PR_MDB_PROVIDER, Value::Binary(&crate::id::PROVIDER.ab)))?;
    for (number, _, _, tag) in FOLDERS {
        if let Some(tag) = tag {
            store.properties.put(PropValue::new(tag, Value::Binary(&entry_id(number))))?;
        }
    }
    Ok(store)
}

fn new_folder(number: Number, parent: Number, name: &str) -> Result<Object> {
    let mut folder = Object::new(number, parent, MAPI_OBJECT_TYPE::MAPI_FOLDER)?;
    let kind = if number == ROOT { MAPI_FOLDER_TYPE::FOLDER_ROOT } else { MAPI_FOLDER_TYPE::FOLDER_GENERIC };
    folder.put_text(PropTag::PR_DISPLAY_NAME_W, name)?;
    folder.put_number(PropTag::PR_FOLDER_TYPE, kind.0)?;
    Ok(folder)
}
