//! The client of a message store's own methods.

use super::{assert_fails, assert_missing};
use crate::cpp::provider::{Note, Sink};
use crate::cpp::samples;
use crate::cpp::script::Script;
use mapi::{
    IMAPIAdviseSink, IMAPIProp, IMessage, IMsgStore, MAPI_E_NO_SUPPORT, MAPI_E_NOT_IN_QUEUE, MAPI_E_UNKNOWN_ENTRYID,
    MAPI_EVENTS, MAPI_FLAGS, MAPI_LOCK_STATE, MAPI_LOGOFF_FLAGS, MAPI_OBJECT_TYPE, MAPI_SAVE_FLAGS, MAPI_SUBMIT_FLAGS,
    Notification, NotificationData,
};
use mapidl::{HRESULT, Interface};

fn new_mail() -> Notification<'static> {
    Notification::new(NotificationData::NewMail(samples::new_mail()))
}

pub(crate) fn talk(store: &IMsgStore) {
    events(store);
    entries(store);
    folders(store);
    let message: IMessage = Note(Script::Play).into();
    store.set_lock_state(&message, MAPI_LOCK_STATE::MSG_LOCKED).unwrap();
    store.finished_msg(samples::ENTRY_A).unwrap();
    store.notify_new_mail(new_mail()).unwrap();
}

fn events(store: &IMsgStore) {
    let sink: IMAPIAdviseSink = Sink(Script::Play).into();
    let events = MAPI_EVENTS::fnevNewMail | MAPI_EVENTS::fnevObjectMoved | MAPI_EVENTS::fnevExtended;
    assert_eq!(store.advise(Some(samples::ENTRY_A), events, &sink).unwrap(), samples::CONNECTION);
    assert_eq!(store.advise(None, MAPI_EVENTS::fnevCriticalError, &sink).unwrap(), samples::CONNECTION);
    store.unadvise(samples::CONNECTION).unwrap();
}

fn entries(store: &IMsgStore) {
    assert_eq!(store.compare_entry_ids(samples::ENTRY_A, samples::ENTRY_A).unwrap(), 1);
    assert_eq!(store.compare_entry_ids(samples::ENTRY_A, samples::ENTRY_B).unwrap(), 0);

    let flags = MAPI_FLAGS::MAPI_MODIFY | MAPI_FLAGS::MAPI_NO_CACHE;
    let (kind, folder) = store.open_entry::<IMAPIProp>(Some(samples::ENTRY_A), flags).unwrap();
    assert_eq!(kind, MAPI_OBJECT_TYPE::MAPI_FOLDER);
    folder.save_changes(MAPI_SAVE_FLAGS::KEEP_OPEN_READWRITE | MAPI_SAVE_FLAGS::FORCE_SAVE).unwrap();
    let (kind, message) = store.open_entry_default(None, MAPI_FLAGS::MAPI_BEST_ACCESS).unwrap();
    assert_eq!(kind, MAPI_OBJECT_TYPE::MAPI_MESSAGE);
    let message: IMessage = message.cast().unwrap();
    assert_fails(message.submit_message(MAPI_SUBMIT_FLAGS::NONE), MAPI_E_NO_SUPPORT);
    assert_fails(store.open_entry::<IMAPIProp>(Some(samples::ENTRY_B), flags), MAPI_E_UNKNOWN_ENTRYID);
}

fn folders(store: &IMsgStore) {
    let unicode = MAPI_FLAGS::MAPI_UNICODE;
    store.set_receive_folder(Some(samples::MESSAGE_CLASS), unicode, Some(samples::ENTRY_A)).unwrap();
    store.set_receive_folder(None, MAPI_FLAGS::NONE, None).unwrap();

    let (entry, class) = store.get_receive_folder(Some(samples::CUSTOM_CLASS), MAPI_FLAGS::NONE).unwrap();
    assert_eq!(entry.as_array().to_vec(), samples::ENTRY_A);
    assert_eq!(class.expect("a class").to_wide().as_ref(), samples::MESSAGE_CLASS);
    let (entry, class) = store.get_receive_folder(None, unicode).unwrap();
    assert_eq!(entry.as_array().to_vec(), samples::ENTRY_B);
    assert!(class.is_none());

    let table = store.get_receive_folder_table(unicode | MAPI_FLAGS::MAPI_DEFERRED_ERRORS).unwrap();
    table.seek_row_approx(1, 3).unwrap();
    let mut flags = MAPI_LOGOFF_FLAGS::LOGOFF_ORDERLY;
    store.store_logoff(&mut flags).unwrap();
    assert_eq!(flags, MAPI_LOGOFF_FLAGS::LOGOFF_INBOUND | MAPI_LOGOFF_FLAGS::LOGOFF_OUTBOUND);
    store.abort_submit(samples::ENTRY_A).unwrap();
    assert_fails(store.abort_submit(samples::ENTRY_B), MAPI_E_NOT_IN_QUEUE);
    store.get_outgoing_queue().unwrap().seek_row_approx(1, 3).unwrap();
}

pub(crate) fn refused(store: &IMsgStore, code: HRESULT) {
    let sink: IMAPIAdviseSink = Sink(Script::Play).into();
    let message: IMessage = Note(Script::Play).into();
    let (entry, none) = (samples::ENTRY_A, MAPI_FLAGS::NONE);
    assert_fails(store.advise(None, MAPI_EVENTS::fnevCriticalError, &sink), code);
    assert_fails(store.unadvise(1), code);
    assert_fails(store.compare_entry_ids(entry, entry), code);
    assert_fails(store.open_entry::<IMAPIProp>(Some(entry), none), code);
    assert_fails(store.open_entry_default(None, none), code);
    assert_fails(store.set_receive_folder(None, none, None), code);
    assert_fails(store.get_receive_folder(None, none), code);
    assert_fails(store.get_receive_folder_table(none), code);
    assert_fails(store.store_logoff(&mut MAPI_LOGOFF_FLAGS::default()), code);
    assert_fails(store.abort_submit(entry), code);
    assert_fails(store.get_outgoing_queue(), code);
    assert_fails(store.set_lock_state(&message, MAPI_LOCK_STATE::MSG_LOCKED), code);
    assert_fails(store.finished_msg(entry), code);
    assert_fails(store.notify_new_mail(new_mail()), code);
}

pub(crate) fn ignored(store: &IMsgStore) {
    let sink: IMAPIAdviseSink = Sink(Script::Play).into();
    let message: IMessage = Note(Script::Play).into();
    let (entry, none) = (samples::ENTRY_A, MAPI_FLAGS::NONE);
    assert_eq!(store.advise(None, MAPI_EVENTS::fnevCriticalError, &sink).unwrap(), 0);
    store.unadvise(1).unwrap();
    assert_eq!(store.compare_entry_ids(entry, entry).unwrap(), 0);
    assert_missing(store.open_entry::<IMAPIProp>(Some(entry), none));
    assert_missing(store.open_entry_default(None, none));
    store.set_receive_folder(None, none, None).unwrap();
    let (found, class) = store.get_receive_folder(None, none).unwrap();
    assert!(found.is_empty() && class.is_none());
    assert_missing(store.get_receive_folder_table(none));
    store.store_logoff(&mut MAPI_LOGOFF_FLAGS::default()).unwrap();
    store.abort_submit(entry).unwrap();
    assert_missing(store.get_outgoing_queue());
    store.set_lock_state(&message, MAPI_LOCK_STATE::MSG_LOCKED).unwrap();
    store.finished_msg(entry).unwrap();
    store.notify_new_mail(new_mail()).unwrap();
}
