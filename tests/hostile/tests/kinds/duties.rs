//! Fields that say what others are: whatever is set, and in whatever order, C reads what Rust shows.

use mapi::{MAPI_FLAGS, NewMailNotification, Notification, NotificationData};
use mapidl::{Result, U16CStr, implement, u16cstr};
use mapidl_hostile::idl::{IWidths, IWidths_Impl};
use mapidl_hostile::some;
use mapidl_peer::{Caller, class_of, new_mail};

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

/// Compares two texts with what they should be.
struct Reader;

implement! { impl Reader as Reader_Impl: [IWidths] }

impl IWidths_Impl for Reader_Impl {
    fn texts(&self, widths: u32, a: &U16CStr, b: &U16CStr) -> Result<()> {
        assert_eq!((a, b), (u16cstr!("one"), u16cstr!("other")), "as {widths:#x} says");
        Ok(())
    }
}

#[test]
fn two_flags_of_one_number_say_of_two_texts_how_wide_they_are() {
    let reader = IWidths::from(Reader);
    for widths in [0, 1, 0x8000_0000, 0x8000_0001, 6] {
        assert!(reader.texts(widths, u16cstr!("one"), u16cstr!("other")).is_ok(), "{widths:#x}, and both");
        assert!(Caller::of(&reader).texts(widths).is_ok(), "{widths:#x}");
    }
}
