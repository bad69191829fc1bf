//! Fields that say what others are: whatever is set, and in whatever order, C reads what Rust shows.

use mapi::{MAPI_FLAGS, NewMailNotification, Notification, NotificationData};
use mapidl::{U16CStr, u16cstr};
use mapidl_hostile::some;
use mapidl_peer::{class_of, new_mail};

/// What the record shows.
fn shown(mail: NewMailNotification<'_>) -> Option<String> {
    mail.message_class().map(|text| text.to_string_lossy())
}

#[test]
fn flags_do_not_change_what_a_text_is() {
    const TEXT: &U16CStr = u16cstr!("IPM.Note");
    type Set = for<'a> fn(NewMailNotification<'a>) -> NewMailNotification<'a>;
    let steps: [Set; 5] = [
        |mail| mail.with_message_class(Some(TEXT)),
        |mail| mail.with_flags(MAPI_FLAGS::NONE),
        |mail| mail.with_flags(MAPI_FLAGS::MAPI_UNICODE),
        |mail| mail.with_flags(MAPI_FLAGS(u32::MAX)),
        |mail| mail.with_message_class(None),
    ];
    for order in some(0..125, 9) {
        let mut mail = NewMailNotification::default();
        for step in [order % 5, order / 5 % 5, order / 25] {
            mail = steps[step](mail);
            assert_eq!(class_of(&mail), shown(mail), "after {order}");
        }
    }
}

#[test]
fn peers_say_what_a_text_is() {
    for (flags, wide) in [(0, false), (0x8000_0000_u32, true), (0x7fff_ffff, false), (u32::MAX, true)] {
        new_mail(flags, wide, |mail| {
            assert_eq!(shown(*mail).as_deref(), Some("class"), "{flags:#x}");
            // What is changed is not what the peer's text hangs on.
            let changed = mail.with_flags(MAPI_FLAGS(!flags)).with_entry_id(b"id");
            assert_eq!((shown(changed), class_of(&changed)), (shown(*mail), class_of(mail)), "{flags:#x}");
            let told = Notification::new(NotificationData::NewMail(changed));
            let NotificationData::NewMail(told) = told.info() else { panic!("another event") };
            assert_eq!(class_of(&told).as_deref(), Some("class"));
        });
    }
}
