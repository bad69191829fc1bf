//! What a client does: opens folders and messages, writes, listens and synchronises.

use crate::host::{Session, WRAPPING};
use mapi::{
    AdrEntry, IMAPIAdviseSink, IMAPIAdviseSink_Impl, IMAPIFolder, IMAPIProp, IMAPISync, IMAPISyncProgressCallback,
    IMAPISyncProgressCallback_Impl, IMessage, MAPI_E_CALL_FAILED, MAPI_E_COMPUTED, MAPI_EVENTS, MAPI_FLAGS,
    MAPI_FOLDER_TYPE, MAPI_OBJECT_TYPE, MAPI_RECIPIENT_FLAGS, MAPI_SAVE_FLAGS, MAPI_W_ERRORS_RETURNED, MAPISIB,
    MockIMAPISession, Notification, NotificationData, PropTag, PropValue, SYNC_FLAGS, SyncOrder, Value,
};
use mapidl::com::HANDLE;
use mapidl::{Error, HRESULT, IUnknown, Interface, Result, Success, U16CStr, U16CString, implement, u16cstr};
use std::cell::Cell;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A property that must be text.
pub(crate) fn text(object: &IMAPIProp, tag: PropTag) -> String {
    let values = object.get_props(Some(&[tag]), MAPI_FLAGS::MAPI_UNICODE).expect("properties are read").into_value();
    match values.get(0).map(PropValue::value) {
        Some(Value::Unicode(text)) => text.to_string_lossy(),
        other => panic!("{tag:?} is {other:?}"),
    }
}

/// A property that must be bytes.
pub(crate) fn bytes(object: &IMAPIProp, tag: PropTag) -> Vec<u8> {
    let values = object.get_props(Some(&[tag]), MAPI_FLAGS::NONE).expect("properties are read").into_value();
    match values.get(0).map(PropValue::value) {
        Some(Value::Binary(bytes)) => bytes.to_vec(),
        other => panic!("{tag:?} is {other:?}"),
    }
}

pub(crate) fn inbox(session: &Session) -> IMAPIFolder {
    let (id, class) = session.store.get_receive_folder(None, MAPI_FLAGS::NONE).expect("there is an inbox");
    assert_eq!(class.expect("a class decided").to_string(), "");
    let (kind, inbox) = session
        .store
        .open_entry::<IMAPIFolder>(Some(&id.as_array().to_vec()), MAPI_FLAGS::MAPI_MODIFY)
        .expect("it opens");
    assert_eq!(kind, MAPI_OBJECT_TYPE::MAPI_FOLDER);
    inbox
}

/// Saves a message with a subject, and gives its identifier.
pub(crate) fn write(folder: &IMAPIFolder, subject: &str) -> Vec<u8> {
    let message: IMessage = folder.create_message(mapi::MAPI_CREATE_MESSAGE_FLAGS::NONE).expect("a message is made");
    let subject = U16CString::from_str_truncate(subject);
    message.set_props(&[PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(&subject))]).expect("it takes a subject");
    message.save_changes(MAPI_SAVE_FLAGS::NONE).expect("it is saved");
    bytes(&message, PropTag::PR_ENTRYID)
}

#[test]
fn the_store_tells_what_it_is() -> Result<()> {
    let session = Session::begin();
    assert_eq!(text(&session.store, PropTag::PR_DISPLAY_NAME_W), "Mailbox in memory");
    let id = bytes(&session.store, PropTag::PR_ENTRYID);
    assert!(id.starts_with(WRAPPING), "clients see the wrapped identifier");
    let own = &id[WRAPPING.len()..];
    assert_eq!(session.provider.compare_store_ids(own, own)?, 1);

    let answer = session.store.get_props(Some(&[PropTag::PR_BODY_W, PropTag::PR_OBJECT_TYPE]), MAPI_FLAGS::NONE)?;
    assert_eq!(answer.code(), MAPI_W_ERRORS_RETURNED);
    assert_eq!(answer.get(0).map(PropValue::value), Some(Value::Error(mapi::MAPI_E_NOT_FOUND)));
    assert_eq!(answer.get(1).map(PropValue::value), Some(Value::Long(MAPI_OBJECT_TYPE::MAPI_STORE.0 as i32)));
    drop(answer);
    session.end();
    Ok(())
}

#[test]
fn messages_are_written_and_read() -> Result<()> {
    let session = Session::begin();
    let inbox = inbox(&session);
    let id = write(&inbox, "Lunch?");

    // Clients and MAPI open the same message.
    let (kind, message) = session.store.open_entry::<IMessage>(Some(&id), MAPI_FLAGS::MAPI_MODIFY)?;
    assert_eq!((kind, text(&message, PropTag::PR_SUBJECT_W)), (MAPI_OBJECT_TYPE::MAPI_MESSAGE, "Lunch?".to_owned()));
    let (_, same) = session.logon.open_entry::<IMessage>(Some(&id), MAPI_FLAGS::NONE)?;
    assert_eq!(bytes(&same, PropTag::PR_ENTRYID), id);
    assert_eq!(session.logon.compare_entry_ids(&id, &id)?, 1);

    // What others see changes when it is saved, and identity does not change at all.
    let changes = [
        PropValue::new(PropTag::PR_ENTRYID, Value::Binary(b"mine")),
        PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(u16cstr!("Dinner!"))),
    ];
    let problems = message.set_props(&changes)?.expect("an identifier cannot be set");
    let problem = problems.view().get(0).expect("there is a problem");
    assert_eq!((problem.ulIndex, problem.scode), (0, MAPI_E_COMPUTED));
    assert_eq!(text(&same, PropTag::PR_SUBJECT_W), "Lunch?");
    message.save_changes(MAPI_SAVE_FLAGS::KEEP_OPEN_READWRITE)?;
    let (_, reopened) = inbox.open_entry::<IMessage>(Some(&id), MAPI_FLAGS::NONE)?;
    assert_eq!(text(&reopened, PropTag::PR_SUBJECT_W), "Dinner!");
    drop((problems, message, same, reopened, inbox));
    session.end();
    Ok(())
}

#[test]
fn recipients_are_added_changed_and_removed() -> Result<()> {
    let session = Session::begin();
    let inbox = inbox(&session);
    let message: IMessage = inbox.create_message(mapi::MAPI_CREATE_MESSAGE_FLAGS::NONE)?;
    let person = |row, name| {
        [
            PropValue::new(PropTag::PR_ROWID, Value::Long(row)),
            PropValue::new(PropTag::PR_RECIPIENT_TYPE, Value::Long(1)),
            PropValue::new(PropTag::PR_DISPLAY_NAME_W, Value::Unicode(name)),
        ]
    };
    let (ada, grace) = (person(0, u16cstr!("Ada")), person(1, u16cstr!("Grace")));
    message.modify_recipients(MAPI_RECIPIENT_FLAGS::NONE, &[AdrEntry::new(&ada), AdrEntry::new(&grace)])?;
    assert_eq!(text(&message, PropTag::PR_DISPLAY_TO_W), "Ada; Grace");
    let augusta = person(0, u16cstr!("Augusta"));
    message.modify_recipients(MAPI_RECIPIENT_FLAGS::MODRECIP_MODIFY, &[AdrEntry::new(&augusta)])?;
    message.modify_recipients(MAPI_RECIPIENT_FLAGS::MODRECIP_REMOVE, &[AdrEntry::new(&grace)])?;
    assert_eq!(text(&message, PropTag::PR_DISPLAY_TO_W), "Augusta");

    let table = message.get_recipient_table(MAPI_FLAGS::MAPI_UNICODE)?;
    table.set_columns(&[PropTag::PR_DISPLAY_NAME_W], mapi::MAPI_TABLE_FLAGS::NONE)?;
    let rows = table.query_rows(10, mapi::MAPI_ROWS_FLAGS::NONE)?;
    let names: Vec<_> = rows.view().iter().filter_map(|row| row.props().get(0)).map(|p| p.value()).collect();
    assert_eq!(names, [Value::Unicode(u16cstr!("Augusta"))]);
    drop((rows, table, message, inbox));
    session.end();
    Ok(())
}

/// A sink that notes what it hears.
struct Ear(Arc<Mutex<Vec<String>>>);

implement! { impl Ear as Ear_Impl: [IMAPIAdviseSink] }

impl IMAPIAdviseSink_Impl for Ear_Impl {
    fn on_notify(&self, notifications: &[Notification<'_>]) -> u32 {
        let mut heard = self.0.lock().expect("no panic while it was locked");
        heard.extend(notifications.iter().map(|notification| match notification.info() {
            NotificationData::ObjectCreated(object) => format!("created {:?}", object.obj_type()),
            NotificationData::ObjectModified(object) => format!("modified {:?}", object.obj_type()),
            NotificationData::ObjectDeleted(object) => format!("deleted {:?}", object.obj_type()),
            NotificationData::NewMail(mail) => {
                format!("{}, {} bytes", mail.message_class().expect("a class").display(), mail.entry_id().len())
            }
            other => format!("{other:?}"),
        }));
        0
    }
}

#[test]
fn sinks_hear_of_changes_until_they_are_released() -> Result<()> {
    let session = Session::begin();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear: IMAPIAdviseSink = Ear(heard.clone()).into();
    let events = MAPI_EVENTS::fnevObjectCreated | MAPI_EVENTS::fnevObjectModified | MAPI_EVENTS::fnevObjectDeleted;
    let connection = session.store.advise(None, events, &ear)?;

    let (_, root) = session.store.open_entry::<IMAPIFolder>(None, MAPI_FLAGS::MAPI_MODIFY)?;
    let (kind, flags) = (MAPI_FOLDER_TYPE::FOLDER_GENERIC, mapi::MAPI_CREATE_FOLDER_FLAGS::NONE);
    let folder: IMAPIFolder = root.create_folder(kind, u16cstr!("Projects"), Some(u16cstr!("all of them")), flags)?;
    let id = bytes(&folder, PropTag::PR_ENTRYID);
    assert_eq!(root.delete_folder(&id, 0, None, mapi::MAPI_DELETE_FLAGS::NONE)?, Success::OK);
    session.store.unadvise(connection)?;
    write(&inbox(&session), "unheard");

    assert_eq!(*heard.lock().unwrap(), ["created MAPI_FOLDER", "modified MAPI_FOLDER", "deleted MAPI_FOLDER"]);
    assert_eq!(session.store.unadvise(connection).unwrap_err().code(), mapi::MAPI_E_NOT_FOUND);
    drop((ear, root, folder));
    session.end();
    assert_eq!(Arc::strong_count(&heard), 1, "the sink was released");
    Ok(())
}

/// A Send/Receive display.
struct Display {
    steps: Sender<(Option<String>, u32, u32)>,
    done: Sender<HRESULT>,
}

implement! { impl Display as Display_Impl: [IMAPISyncProgressCallback] }

impl IMAPISyncProgressCallback_Impl for Display_Impl {
    fn progress(&self, words: Option<&U16CStr>, index: u32, total: u32) -> Result<()> {
        let step = (words.map(U16CStr::to_string_lossy), index, total);
        self.steps.send(step).map_err(|_| Error::from_hresult(MAPI_E_CALL_FAILED))
    }

    fn done(&self, _: HANDLE, outcome: HRESULT) -> Result<()> {
        self.done.send(outcome).map_err(|_| Error::from_hresult(MAPI_E_CALL_FAILED))
    }
}

#[test]
fn mail_is_fetched_in_the_background() -> Result<()> {
    let session = Session::begin();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear: IMAPIAdviseSink = Ear(heard.clone()).into();
    let connection = session.store.advise(None, MAPI_EVENTS::fnevNewMail, &ear)?;

    let ((steps, reported), (done, ended)) = (channel(), channel());
    let display: IUnknown = Display { steps, done }.into();
    let client = MockIMAPISession::new();
    let (client_session, event) = (client.to_interface(), Cell::new(HANDLE::NULL));
    let order = SyncOrder::default()
        .with_size(size_of::<MAPISIB>() as u32)
        .with_flags(SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS)
        .with_sync(Some(&client_session))
        .with_call_back(Some(&display))
        .with_sync_done_event(Some(&event));
    let sync = session.store.cast::<IMAPISync>()?;
    sync.synchronize_in_background(order)?;
    assert_eq!(ended.recv_timeout(Duration::from_secs(30)), Ok(HRESULT(0)));

    drop((display, sync));
    session.provider.shutdown(&0)?;
    let reported: Vec<_> = reported.iter().collect();
    assert_eq!(reported[0], (Some("Receiving mail from Ada".to_owned()), 0, 3));
    assert_eq!(reported[1..].iter().map(|&(_, index, _)| index).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(*heard.lock().unwrap(), ["IPM.Note, 28 bytes"; 3]);
    assert_eq!(*inbox(&session).get_contents_table(mapi::MAPI_CONTENTS_TABLE_FLAGS::NONE)?.get_row_count()?, 3);
    session.store.unadvise(connection)?;
    drop(ear);
    session.end();
    Ok(())
}
