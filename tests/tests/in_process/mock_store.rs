//! Mocks as a user writes them: a store with two interfaces on one object, and what is said when things go wrong.

use crate::sync_order::with_order;
use mapi::{
    IMAPIProp, IMAPISync, IMsgStore, MAPI_E_NO_SUPPORT, MAPI_FLAGS, MAPI_LOGOFF_FLAGS, MAPI_PROP_TYPE,
    MAPI_W_ERRORS_RETURNED, MockIMAPIAdviseSink, MockIMAPISync, MockIMsgStore, NewMailNotification, Notification,
    NotificationData, PropTag, PropValue, SYNC_FLAGS, Value,
};
use mapidl::mock::{Sequence, eq, function};
use mapidl::refs::NULL_REF_POINTER;
use mapidl::text::WideView;
use mapidl::{HRESULT, IUnknown, Interface, MapiVec, Success, u16cstr};

/// What is tested: a client that reads the name of a store, synchronises it and logs off.
fn client(store: &IMsgStore) -> mapidl::Result<String> {
    let props = store.get_props(Some(&[PropTag::PR_DISPLAY_NAME_W]), MAPI_FLAGS::MAPI_UNICODE)?;
    let name = match props.get(0).map(PropValue::value) {
        Some(Value::Unicode(name)) => name.to_string_lossy(),
        _ => "no name".to_owned(),
    };
    let sync = store.cast::<IMAPISync>()?;
    with_order(|order, _| sync.synchronize_in_background(order.with_flags(SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS)))?;
    store.store_logoff(&mut MAPI_LOGOFF_FLAGS::default())?;
    Ok(name)
}

#[test]
fn one_object_with_two_interfaces() {
    let store = MockIMsgStore::new();
    let sync = store.also::<MockIMAPISync>();
    let order = Sequence::new();
    store
        .expect_get_props()
        .once()
        .in_sequence(&order)
        .with(
            function(|tags: &Option<&[PropTag]>| *tags == Some(&[PropTag::PR_DISPLAY_NAME_W])),
            eq(MAPI_FLAGS::MAPI_UNICODE),
        )
        .returning(|_, _| {
            let name = PropValue::new(PropTag::PR_DISPLAY_NAME_W, Value::Unicode(u16cstr!("Mailbox")));
            Ok(Success::with(MapiVec::new(&[name])?, MAPI_W_ERRORS_RETURNED))
        });
    sync.expect_synchronize_in_background()
        .once()
        .in_sequence(&order)
        .withf(|order| order.flags().contains(SYNC_FLAGS::SYNC_DOWNLOAD_CONTENTS))
        .returning(|_| Ok(()));
    store.expect_store_logoff().once().in_sequence(&order).returning(|flags| {
        *flags = MAPI_LOGOFF_FLAGS::LOGOFF_QUIET;
        Ok(())
    });

    assert_eq!(client(&store.to_interface()).unwrap(), "Mailbox");
    store.checkpoint();
}

/// Whoever gets strings follows each of them.
#[test]
fn values_without_one_of_their_strings_stay_here() {
    let store = MockIMsgStore::new();
    store.expect_set_props().once().returning(|values| {
        assert_eq!(values.len(), 1);
        Ok(None)
    });
    let store = store.to_interface();
    let (text, texts) = (WideView::from(u16cstr!("text")), PropTag::of(0x6601, MAPI_PROP_TYPE::PT_MV_UNICODE));
    let set = |all: &[WideView<'_>]| {
        let value = PropValue::new(texts, Value::MvUnicode(all.into()));
        store.set_props(&[value]).map(drop).map_err(|error| error.code())
    };
    assert_eq!((set(&[text]), set(&[text, WideView::NULL])), (Ok(()), Err(NULL_REF_POINTER)));
}

/// Whoever hears of a new message follows its class, whether on the sink's way, which has no code, or on the store's.
#[test]
fn new_mail_without_its_class_stays_here() {
    let sink = MockIMAPIAdviseSink::new();
    sink.expect_on_notify().times(2).returning(|told| told.len() as u32);
    let store = MockIMsgStore::new();
    store.expect_notify_new_mail().once().returning(|_| Ok(()));
    let (sink, store) = (sink.to_interface(), store.to_interface());
    let mail = NewMailNotification::default().with_entry_id(b"id");
    let [bad, good] = [None, Some(u16cstr!("IPM.Note"))]
        .map(|class| Notification::new(NotificationData::NewMail(mail.with_message_class(class))));
    assert_eq!(sink.on_notify(&[good, bad, good]), 1, "what comes before is passed");
    assert_eq!(sink.on_notify(&[bad]), 0);
    let told = [good, bad].map(|one| store.notify_new_mail(one).map_err(|error| error.code()));
    assert_eq!(told, [Ok(()), Err(NULL_REF_POINTER)]);
}

#[test]
fn the_object_has_one_identity() {
    let store = MockIMsgStore::new();
    let sync = store.also::<MockIMAPISync>();
    let one: IUnknown = store.to_interface().cast().unwrap();
    let two: IUnknown = sync.to_interface().cast().unwrap();
    assert_eq!(one.as_raw(), two.as_raw());
    assert!(one.cast::<IMAPIProp>().is_ok());
    assert_eq!(one.cast::<mapi::IMAPITable>().unwrap_err().code(), HRESULT(0x8000_4002_u32.cast_signed()));
    assert_eq!(store.references(), 2);
}

#[test]
fn an_unexpected_call_is_refused_and_reported() {
    let store = MockIMsgStore::new();
    let error = client(&store.to_interface()).unwrap_err();
    assert_eq!(error.code(), MAPI_E_NO_SUPPORT);
    let report = store.finish().unwrap_err();
    assert_eq!(report, "IMAPIProp::GetProps was called, and no call is expected\n");
}

#[test]
fn a_call_that_does_not_come_is_reported() {
    let store = MockIMsgStore::new();
    store.expect_store_logoff().times(1..=2).returning(|_| Ok(()));
    let report = store.finish().unwrap_err();
    assert_eq!(report, "IMsgStore::StoreLogoff: expected 1 to 2 calls, got 0\n");
}

#[test]
fn calls_out_of_order_are_reported() {
    let store = MockIMsgStore::new();
    let order = Sequence::new();
    store.expect_save_changes().once().in_sequence(&order).returning(|_| Ok(()));
    store.expect_store_logoff().once().in_sequence(&order).returning(|_| Ok(()));
    let client = store.to_interface();
    assert!(client.store_logoff(&mut MAPI_LOGOFF_FLAGS::default()).is_err());
    drop(client);
    let report = store.finish().unwrap_err();
    assert!(report.starts_with("IMsgStore::StoreLogoff was called out of sequence\n"), "{report}");
}

#[test]
fn leaks_are_reported() {
    let store = MockIMsgStore::new();
    store.expect_get_props().returning(|_, _| {
        let id = PropValue::new(PropTag::PR_ENTRYID, Value::Binary(b"id"));
        Ok(MapiVec::new(&[id])?.into())
    });
    let client = store.to_interface();
    let props = client.get_props(None, MAPI_FLAGS::NONE).unwrap().into_value();
    let (start, len) = props.into_raw();
    let report = store.finish().unwrap_err();
    assert_eq!(report, "1 reference(s) were not released\n1 MAPI block(s) that the mock handed out were not freed\n");
    // SAFETY: given up above, and not freed since.
    drop(unsafe { MapiVec::<mapi::SPropValue>::from_raw(start, len) });
    drop(client);
}

#[test]
fn one_release_too_many_is_reported() {
    let store = MockIMsgStore::new();
    let client = store.to_interface();
    let raw = client.as_raw();
    drop(client);
    // SAFETY: the mock keeps the object alive; that the reference is gone already is what is tested.
    drop(unsafe { IMsgStore::from_raw(raw) });
    assert_eq!(store.finish().unwrap_err(), "Release was called once more than AddRef\n");
}

#[test]
fn a_panic_in_an_answer_is_reported_and_does_not_unwind() {
    let store = MockIMsgStore::new();
    store.expect_abort_submit().returning(|id| panic!("no message {id:?}"));
    let client = store.to_interface();
    let error = client.abort_submit(b"x").unwrap_err();
    assert_eq!(error.code(), HRESULT(0x8000_ffff_u32.cast_signed()));
    drop(client);
    assert_eq!(store.finish().unwrap_err(), "the closure that answers IMsgStore::AbortSubmit panicked\n");
}

#[test]
fn a_chosen_error_answers_unexpected_calls() {
    let store = MockIMsgStore::new();
    store.answer_unexpected(mapi::MAPI_E_NOT_FOUND);
    let client = store.to_interface();
    assert_eq!(client.abort_submit(b"x").unwrap_err().code(), mapi::MAPI_E_NOT_FOUND);
    drop(client);
    assert!(store.try_checkpoint().is_err());
}

#[test]
#[should_panic(expected = "IMsgStore::StoreLogoff: expected 1 call, got 0")]
fn a_dropped_mock_fails_the_test() {
    let store = MockIMsgStore::new();
    store.expect_store_logoff().once().returning(|_| Ok(()));
}
