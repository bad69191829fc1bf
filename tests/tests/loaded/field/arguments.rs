//! Duty: arguments with recognisable values, as a caller passes them and as an implementer gets them. `relay.hpp` has
//! the same values in C++.

use super::Turn;
use mapi::*;
use mapidl::com::{IStorage, MockIStorage};
use mapidl::record::Array;
use mapidl::{GUID, HRESULT, IUnknown, Interface, ListMut, MapiBox, RecordMut, U16CStr, u16cstr};
use std::ffi::{CStr, c_void};
use std::sync::LazyLock;

/// What a call takes.
pub(crate) trait Argument {
    /// The value for the parameter at this place of the C signature.
    fn argument(turn: Turn, at: usize) -> Self;

    /// Whether it is that value.
    fn holds(&self, turn: Turn, at: usize) -> bool;

    /// Whether the wrapper passes it where the caller has nothing to say: the identifier of the type it asks for.
    fn is_implied(&self) -> bool {
        false
    }
}

pub(crate) const NARROW: &CStr = c"Note";
pub(crate) const WIDE: &U16CStr = u16cstr!("N\u{f6}te");
pub(crate) const BYTES: &[u8] = &[0, 0, 0, 0, 0xa1, 2, 3, 4, 5];
pub(crate) const TAGS: &[PropTag] = &[PropTag::PR_SUBJECT_W, PropTag::PR_ENTRYID];
pub(crate) static ID: GUID = GUID::from_u128(0x00020329_1234_abcd_c000_000000000146);
pub(crate) static UID: MAPIUID =
    MAPIUID { ab: [0x29, 0x03, 0x02, 0, 0x34, 0x12, 0xcd, 0xab, 0xc0, 0, 0, 0, 0, 0, 1, 0x46] };
pub(crate) const ACCESS: &[MAPI_PROP_ACCESS_FLAGS] =
    &[MAPI_PROP_ACCESS_FLAGS::IPROP_READONLY, MAPI_PROP_ACCESS_FLAGS::IPROP_DIRTY];

pub(crate) fn subject() -> PropValue<'static> {
    PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(WIDE))
}

pub(crate) fn subjects() -> &'static [PropValue<'static>] {
    static SUBJECTS: LazyLock<[PropValue<'static>; 1]> = LazyLock::new(|| [subject()]);
    &*SUBJECTS
}

pub(crate) fn rows() -> &'static [Row<'static>] {
    static ROWS: LazyLock<[Row<'static>; 1]> = LazyLock::new(|| [Row::new(subjects())]);
    &*ROWS
}

pub(crate) fn recipients() -> &'static [AdrEntry<'static>] {
    static RECIPIENTS: LazyLock<[AdrEntry<'static>; 1]> = LazyLock::new(|| [AdrEntry::new(subjects())]);
    &*RECIPIENTS
}

pub(crate) fn names() -> &'static [PropName<'static>] {
    static NAMES: LazyLock<[PropName<'static>; 1]> =
        LazyLock::new(|| [PropName::new(Some(&ID), PropNameData::String(WIDE))]);
    &*NAMES
}

pub(crate) fn binaries() -> BinaryArray<'static> {
    static BINARIES: LazyLock<[Binary<'static>; 1]> = LazyLock::new(|| [Binary::new(BYTES)]);
    BinaryArray::new(&*BINARIES)
}

pub(crate) fn restriction() -> Restriction<'static> {
    static INNER: LazyLock<Restriction<'static>> = LazyLock::new(|| {
        let property = PropertyRestriction::new(MAPI_RELOP::RELOP_GE, PropTag::PR_SUBJECT_W, Some(&subjects()[0]));
        Restriction::new(RestrictionData::Property(property))
    });
    Restriction::new(RestrictionData::Not(NotRestriction::new(Some(&INNER))))
}

pub(crate) fn sort_orders() -> SortOrderSet<'static> {
    static ORDERS: [SSortOrder; 2] = [
        SSortOrder { ulPropTag: PropTag::PR_SUBJECT_W.0, ulOrder: MAPI_SORT_ORDER::TABLE_SORT_DESCEND.0 },
        SSortOrder { ulPropTag: PropTag::PR_ENTRYID.0, ulOrder: MAPI_SORT_ORDER::TABLE_SORT_ASCEND.0 },
    ];
    SortOrderSet { categories: 1, expanded: 1, a_sort: Array::from(&ORDERS) }
}

fn notification() -> Notification<'static> {
    let mail = NewMailNotification::default().with_entry_id(BYTES).with_message_class(Some(WIDE));
    Notification::new(NotificationData::NewMail(mail.with_flags(MAPI_FLAGS::MAPI_UNICODE)))
}

fn notifications() -> &'static [Notification<'static>] {
    Box::leak(Box::new([notification()]))
}

fn same_notification(one: &Notification<'_>) -> bool {
    matches!(one.info(), NotificationData::NewMail(mail)
        if mail.entry_id() == BYTES && mail.message_class().as_deref() == Some(WIDE))
}

fn leak<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

// ---- numbers --------------------------------------------------------------------------------------------------------

/// A number, or a type that is nothing else.
pub(crate) trait Number: Copy + 'static {
    fn number(at: usize) -> Self;
    fn bits(self) -> u64;
}

const FIRST: usize = 0x0102_0300;
/// What callers add where strings are wide: MAPI_UNICODE, AB_UNICODEUI.
const WIDE_STRINGS: u64 = 0x8000_0040;

macro_rules! numbers {
    ($($name:ident),*) => {$(
        impl Number for $name {
            fn number(at: usize) -> Self { $name((FIRST + at) as _) }
            fn bits(self) -> u64 { u64::from(self.0 as u32) & !WIDE_STRINGS }
        }
        impl Argument for $name {
            fn argument(_: Turn, at: usize) -> Self { Self::number(at) }
            fn holds(&self, _: Turn, at: usize) -> bool { self.bits() == Self::number(at).bits() }
        }
    )*};
}

macro_rules! plain_numbers {
    ($($name:ty: $wide:expr),*) => {$(
        impl Number for $name {
            fn number(at: usize) -> Self { ((FIRST + at) as u64 | $wide) as $name }
            // The headers of mingw-w64 give the numbers of windows and of bookmarks 32 bits; what stands in the
            // other 32 is anybody's guess. C++ looks at 64 where its headers have as many.
            fn bits(self) -> u64 { u64::from(self as u32) }
        }
        impl Argument for $name {
            fn argument(_: Turn, at: usize) -> Self { Self::number(at) }
            fn holds(&self, _: Turn, at: usize) -> bool { self.bits() == Self::number(at).bits() }
        }
    )*};
}

plain_numbers! { u32: 0, i32: 0, usize: 0x0a0b_0c0d_0000_0000_u64 }

numbers! {
    HRESULT, MAPI_AB_LOGON_FLAGS, MAPI_ADMIN_SERVICES_FLAGS, MAPI_ADRBOOK_OPEN_FLAGS, MAPI_ATTACH_FLAGS,
    MAPI_COLUMN_FLAGS, MAPI_CONTENTS_TABLE_FLAGS, MAPI_COPY_FLAGS, MAPI_COPY_FOLDER_FLAGS, MAPI_COPY_MESSAGES_FLAGS,
    MAPI_CREATE_ENTRY_FLAGS, MAPI_CREATE_FOLDER_FLAGS, MAPI_CREATE_MESSAGE_FLAGS, MAPI_CREATE_PROVIDER_FLAGS,
    MAPI_DELETE_FLAGS, MAPI_DELETE_ROWS_FLAGS, MAPI_DETAILS_FLAGS, MAPI_EVENTS, MAPI_EXPAND_FLAGS, MAPI_FIND_FLAGS,
    MAPI_FLAGS, MAPI_FLUSH_FLAGS, MAPI_FOLDER_TYPE, MAPI_HIERARCHY_TABLE_FLAGS, MAPI_LOCK_STATE, MAPI_LOGOFF_FLAGS,
    MAPI_MESSAGE_FLAGS, MAPI_MESSAGE_STATUS, MAPI_NAME_FLAGS, MAPI_NOTIFY_FLAGS, MAPI_OBJECT_TYPE, MAPI_ONEOFF_FLAGS,
    MAPI_OPEN_ADRBOOK_FLAGS, MAPI_OPEN_STORE_FLAGS, MAPI_PROFILE_FLAGS, MAPI_PROFSECT_FLAGS, MAPI_PROGRESS_FLAGS,
    MAPI_PROP_ACCESS_FLAGS, MAPI_READ_FLAGS, MAPI_RECEIPT_FLAGS, MAPI_RECIPIENT_FLAGS, MAPI_RESOLVE_FLAGS,
    MAPI_RESOLVE_NAME_FLAGS, MAPI_ROWS_FLAGS, MAPI_SAVE_FLAGS, MAPI_SAVE_SORT_FLAGS, MAPI_SEARCH_FLAGS,
    MAPI_SEARCH_STATE, MAPI_SERVICE_UI_FLAGS, MAPI_SESSION_LOGOFF_FLAGS, MAPI_SESSION_OPEN_FLAGS, MAPI_SETTINGS_FLAGS,
    MAPI_SHOW_FORM_FLAGS, MAPI_SPOOLER_FLAGS, MAPI_STATUS_ROW_FLAGS, MAPI_STORAGE_FLAGS, MAPI_STORE_ROLE,
    MAPI_SUBMIT_FLAGS, MAPI_SUBSCRIBE_FLAGS, MAPI_TABLE_FLAGS, MAPI_TABLE_STATUS, MAPI_TABLE_TYPE,
    MAPI_TEMPLATE_FLAGS, MAPI_VALIDATE_FLAGS, MAPI_XP_END_FLAGS, MAPI_XP_LOGOFF_FLAGS, MAPI_XP_LOGON_FLAGS,
    MAPI_XP_NOTIFY_FLAGS, MAPI_XP_SUBMIT_FLAGS, PropTag
}

impl<T: Number> Argument for &T {
    fn argument(_: Turn, at: usize) -> Self {
        leak(T::number(at))
    }
    fn holds(&self, _: Turn, at: usize) -> bool {
        self.bits() == T::number(at).bits()
    }
}

impl<T: Number> Argument for &mut T {
    fn argument(_: Turn, at: usize) -> Self {
        leak(T::number(at))
    }
    fn holds(&self, _: Turn, at: usize) -> bool {
        self.bits() == T::number(at).bits()
    }
}

impl<T> Argument for *mut T {
    fn argument(_: Turn, at: usize) -> Self {
        (FIRST + at) as Self
    }
    fn holds(&self, _: Turn, at: usize) -> bool {
        *self as usize == FIRST + at
    }
}

// ---- data -----------------------------------------------------------------------------------------------------------

impl<T: Argument> Argument for Option<T> {
    fn argument(turn: Turn, at: usize) -> Self {
        (turn != Turn::Nulls).then(|| T::argument(turn, at))
    }
    fn holds(&self, turn: Turn, at: usize) -> bool {
        match self {
            Some(value) => (turn != Turn::Nulls || value.is_implied()) && value.holds(turn, at),
            None => turn == Turn::Nulls,
        }
    }
}

macro_rules! arguments {
    ($($ty:ty: $value:expr, $this:ident => $holds:expr;)*) => {$(
        impl Argument for $ty {
            fn argument(_: Turn, _: usize) -> Self { $value }
            fn holds(&self, _: Turn, _: usize) -> bool { let $this = self; $holds }
        }
    )*};
}

arguments! {
    &[u8]: BYTES, this => *this == BYTES;
    &[PropTag]: TAGS, this => *this == TAGS;
    &[GUID]: std::slice::from_ref(&ID), this => *this == [ID];
    &[MAPIUID]: std::slice::from_ref(&UID), this => this.len() == 1 && this[0].ab == UID.ab;
    &[PropValue<'_>]: subjects(), this => *this == subjects();
    &[PropName<'_>]: names(), this => *this == names();
    &[Row<'_>]: rows(), this => *this == rows();
    &[AdrEntry<'_>]: recipients(), this => *this == recipients();
    &[Notification<'_>]: notifications(), this => this.len() == 1 && same_notification(&this[0]);
    &[MAPI_PROP_ACCESS_FLAGS]: ACCESS, this => *this == ACCESS;
    &mut [MAPI_RESOLVE_STATE]: leak([MAPI_RESOLVE_STATE::MAPI_AMBIGUOUS]), this =>
        **this == [MAPI_RESOLVE_STATE::MAPI_AMBIGUOUS];
    &CStr: NARROW, this => *this == NARROW;
    &U16CStr: WIDE, this => *this == WIDE;
    &MAPIUID: &UID, this => this.ab == UID.ab;
    &mut MAPIUID: leak(UID), this => this.ab == UID.ab;
    PropValue<'_>: subject(), this => *this == subject();
    Row<'_>: rows()[0], this => *this == rows()[0];
    BinaryArray<'_>: binaries(), this => *this == binaries();
    Restriction<'_>: restriction(), this => *this == restriction();
    SortOrderSet<'_>: sort_orders(), this => *this == sort_orders();
    Notification<'_>: notification(), this => same_notification(this);
    &mut MapiBox<ADRLIST>: leak(MapiBox::new(recipients()).expect("memory")), this =>
        this.view().iter().eq(recipients().iter().copied());
    &mut MapiBox<ADRENTRY>: leak(MapiBox::new(recipients()[0]).expect("memory")), this =>
        this.view() == recipients()[0];
    &mut Option<MapiBox<ADRLIST>>: leak(Some(MapiBox::new(recipients()).expect("memory"))), this =>
        this.as_ref().is_some_and(|list| list.view().iter().eq(recipients().iter().copied()));
    ListMut<'_, ADRLIST>: unreachable!("callers pass boxes"), this =>
        this.as_array().iter().eq(recipients().iter().copied());
    RecordMut<'_, ADRENTRY>: unreachable!("callers pass boxes"), this => this.view() == recipients()[0];
}

impl Argument for &GUID {
    fn argument(_: Turn, _: usize) -> Self {
        &ID
    }
    fn holds(&self, _: Turn, _: usize) -> bool {
        **self == ID || self.is_implied()
    }
    fn is_implied(&self) -> bool {
        **self == IMAPIProp::IID
    }
}

/// A function of a client's, which nobody calls here.
macro_rules! functions {
    ($($name:ident($($param:ty),*) $(-> $answer:ty)?: $value:expr;)*) => {$(
        unsafe extern "system" fn $name($(_: $param),*) $(-> $answer)? { $value }

        impl Argument for unsafe extern "system" fn($($param),*) $(-> $answer)? {
            fn argument(_: Turn, _: usize) -> Self { $name }
            fn holds(&self, _: Turn, _: usize) -> bool { *self as usize == $name as *const () as usize }
        }
    )*};
}

functions! {
    dismissed(usize, *mut c_void): ();
    pressed(usize, *mut c_void, u32, *mut ENTRYID, u32) -> HRESULT: HRESULT(0);
    released(usize, *mut c_void, *mut c_void): ();
}

// ---- objects --------------------------------------------------------------------------------------------------------

/// An interface of which there is an object to pass.
pub(crate) trait Sample: Interface + 'static {
    /// One object per thread, which lives for ever.
    fn object() -> &'static Self;
}

macro_rules! objects {
    ($($interface:ident $mock:ident;)*) => {$(
        impl Sample for $interface {
            fn object() -> &'static Self {
                thread_local!(static OBJECT: &'static $interface = leak(leak($mock::new()).to_interface()));
                OBJECT.with(|object| *object)
            }
        }
        impl Argument for &$interface {
            fn argument(_: Turn, _: usize) -> Self { $interface::object() }
            fn holds(&self, _: Turn, _: usize) -> bool { self.as_raw() == $interface::object().as_raw() }
        }
    )*};
}

objects! {
    IABLogon MockIABLogon;
    IMAPIAdviseSink MockIMAPIAdviseSink;
    IMAPIFolder MockIMAPIFolder;
    IMAPIProgress MockIMAPIProgress;
    IMAPIProp MockIMAPIProp;
    IMAPISupport MockIMAPISupport;
    IMAPITable MockIMAPITable;
    IMSLogon MockIMSLogon;
    IMessage MockIMessage;
    IMsgServiceAdmin MockIMsgServiceAdmin;
    IMsgStore MockIMsgStore;
    IProfSect MockIProfSect;
    IProviderAdmin MockIProviderAdmin;
    IStorage MockIStorage;
    IXPLogon MockIXPLogon;
}

impl Sample for IUnknown {
    fn object() -> &'static Self {
        thread_local!(static OBJECT: &'static IUnknown = leak(IMAPIProp::object().clone().into()));
        OBJECT.with(|object| *object)
    }
}

impl Argument for &IUnknown {
    fn argument(_: Turn, _: usize) -> Self {
        IUnknown::object()
    }
    fn holds(&self, _: Turn, _: usize) -> bool {
        self.as_raw() == IUnknown::object().as_raw()
    }
}
