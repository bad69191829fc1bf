//! The data that both languages send each other, written down here through the safe API and in `samples.hpp` in C.

use mapi::{
    AnnotationRestriction, Binary, CommentRestriction, ContentRestriction, CountRestriction, ErrorNotification,
    ExtendedNotification, MAPI_BITMASK_RELATION, MAPI_E_NETWORK_ERROR, MAPI_E_NOT_FOUND, MAPI_EVENTS, MAPI_FLAGS,
    MAPI_FUZZY_LEVEL, MAPI_MESSAGE_FLAGS, MAPI_OBJECT_TYPE, MAPI_RELOP, MAPI_SORT_ORDER, MAPI_TABLE_EVENT, MapiError,
    NewMailNotification, NotRestriction, Notification, NotificationData, ObjectNotification, PropName, PropNameData,
    PropTag, PropValue, PropertyRestriction, Restriction, RestrictionData, Row, SBitMaskRestriction,
    SComparePropsRestriction, SExistRestriction, SPropTagArray, SSizeRestriction, SSortOrder, SortOrderSet,
    StatusObjectNotification, SubRestriction, TableNotification, Value,
};
use mapidl::com::{CY, FILETIME, HANDLE, LARGE_INTEGER};
use mapidl::text::{NarrowView, WideView};
use mapidl::{GUID, HRESULT, Interface, MapiBox, U16CStr, u16cstr};
use mapidl_tests::{bless, root};
use std::fmt::Debug;
use std::fs;
use std::sync::LazyLock;

pub(crate) const ENTRY_A: &[u8] = &[0, 0, 0, 0, 0xa1, 2, 3, 4, 5];
pub(crate) const ENTRY_B: &[u8] = &[0, 0, 0, 0, 0xb1, 0xff];
pub(crate) const INSTANCE_KEY: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8];
pub(crate) const COLLAPSE_STATE: &[u8] = &[9, 8, 0, 7, 6];

pub(crate) static SET_ID: GUID = GUID::from_u128(0x00020329_1234_abcd_c000_000000000146);
pub(crate) const WINDOW: usize = 0x12_3456_789a;
pub(crate) const CONNECTION: usize = 0x1_0000_0007;
pub(crate) const BOOKMARK: usize = 0x7_0000_0003;

pub(crate) const TAG_KEYWORDS: PropTag = PropTag(0x8001_0000);
pub(crate) const TAG_COLOUR: PropTag = PropTag(0x8002_0000);
/// A tag with the type PT_ERROR and no identifier.
pub(crate) const TAG_NONE: PropTag = PropTag(0xa);
pub(crate) const MESSAGE_CLASS: &U16CStr = u16cstr!("IPM.N\u{f6}te");
pub(crate) const CUSTOM_CLASS: &U16CStr = u16cstr!("IPM.N\u{f6}te.Custom");

/// The event of a run.
pub(crate) fn event() -> HANDLE {
    HANDLE(0x1234_5678_9abc_usize as *mut _)
}

pub(crate) fn string_name() -> PropName<'static> {
    PropName::new(Some(&SET_ID), PropNameData::String(u16cstr!("Keywords")))
}

pub(crate) fn number_name() -> PropName<'static> {
    PropName::new(Some(&SET_ID), PropNameData::Id(0x8233))
}

pub(crate) fn subject() -> PropValue<'static> {
    PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(u16cstr!("Hello")))
}

static SUBJECT: LazyLock<PropValue<'static>> = LazyLock::new(subject);

/// A property of every type that MAPI has.
pub(crate) fn props() -> &'static [PropValue<'static>] {
    static PROPS: LazyLock<Vec<PropValue<'static>>> = LazyLock::new(|| single_values().chain(many_values()).collect());
    &PROPS
}

fn numbered<const N: usize>(first: u32, values: [Value<'static>; N]) -> impl Iterator<Item = PropValue<'static>> {
    (first..).zip(values).map(|(id, value)| PropValue::new(PropTag(id << 16), value))
}

fn single_values() -> impl Iterator<Item = PropValue<'static>> {
    numbered(
        0x6600,
        [
            Value::I2(-2),
            Value::Long(-70000),
            Value::R4(1.5),
            Value::Double(-2.25),
            Value::Boolean(1),
            Value::Currency(CY { int64: 12_345_678_901 }),
            Value::Apptime(36526.5),
            Value::Systime(FILETIME { dwLowDateTime: 0x89ab_cdef, dwHighDateTime: 0x01ca_fe00 }),
            Value::String8(c"na\xefve"),
            Value::Binary(&[0, 1, 2, 255]),
            Value::Unicode(u16cstr!("na\u{ef}ve \u{20ac}")),
            Value::Clsid(&SET_ID),
            Value::I8(LARGE_INTEGER { QuadPart: 0x1122_3344_5566_7788 }),
        ],
    )
}

fn many_values() -> impl Iterator<Item = PropValue<'static>> {
    static MONEY: [CY; 2] = [CY { int64: -10000 }, CY { int64: 12_345_678_901 }];
    static TIMES: [FILETIME; 2] = [
        FILETIME { dwLowDateTime: 1, dwHighDateTime: 2 },
        FILETIME { dwLowDateTime: 0xffff_ffff, dwHighDateTime: 0x7fff_ffff },
    ];
    static BINARIES: LazyLock<[Binary<'static>; 3]> =
        LazyLock::new(|| [Binary::new(&[1]), Binary::default(), Binary::new(&[2, 255])]);
    static NARROWS: LazyLock<[NarrowView<'static>; 3]> =
        LazyLock::new(|| [NarrowView::from(c"na\xefve"), NarrowView::from(c""), NarrowView::from(c"\xefve")]);
    static WIDES: LazyLock<[WideView<'static>; 2]> =
        LazyLock::new(|| [WideView::from(u16cstr!("na\u{ef}ve \u{20ac}")), WideView::from(u16cstr!(""))]);
    static GUIDS: [GUID; 2] = [mapidl::IUnknown::IID, mapi::IMAPIProp::IID];
    static LARGES: [LARGE_INTEGER; 2] =
        [LARGE_INTEGER { QuadPart: -1 }, LARGE_INTEGER { QuadPart: 0x1122_3344_5566_7788 }];
    numbered(
        0x660d,
        [
            Value::MvI2((&[-1, 0, 1]).into()),
            Value::MvLong((&[i32::MIN, i32::MAX]).into()),
            Value::MvR4((&[1.5, -0.25]).into()),
            Value::MvDouble((&[1e300, -2.5]).into()),
            Value::MvCurrency((&MONEY).into()),
            Value::MvApptime((&[0.25, 36526.5]).into()),
            Value::MvSystime((&TIMES).into()),
            Value::MvBinary((&*BINARIES).into()),
            Value::MvString8((&*NARROWS).into()),
            Value::MvUnicode((&*WIDES).into()),
            Value::MvClsid((&GUIDS).into()),
            Value::MvI8((&LARGES).into()),
            Value::Error(MAPI_E_NOT_FOUND),
            Value::Null(0),
            Value::Object(7),
            Value::MvLong((&[]).into()),
            Value::Binary(&[]),
        ],
    )
}

/// The data is shown as the file `shown/{name}.txt` says. Comparing views with views would let a mistake in an accessor
/// pass, since it would show both sides alike. `BLESS=1` rewrites the file.
#[track_caller]
pub(crate) fn assert_shown(name: &str, data: &dyn Debug) {
    let path = root().join("tests/tests/judges/cpp/shown").join(name).with_extension("txt");
    let text = format!("{data:#?}\n");
    if bless() {
        fs::write(&path, &text).expect("the file is written");
    }
    let expected = fs::read_to_string(&path).expect("the file can be read");
    let diff = similar::TextDiff::from_lines(&expected, &text);
    assert!(text == expected, "{}\n{}", path.display(), diff.unified_diff());
}

// ---- what tables take -----------------------------------------------------------------------------------------------

/// A restriction that no row meets.
pub(crate) fn simple_restriction() -> Restriction<'static> {
    Restriction::new(RestrictionData::Exist(SExistRestriction {
        ulPropTag: PropTag::PR_BODY_W.0,
        ..SExistRestriction::default()
    }))
}

/// A tree with a restriction of every kind.
pub(crate) fn restriction() -> Restriction<'static> {
    static SIMPLE: LazyLock<Restriction<'static>> = LazyLock::new(simple_restriction);
    static ALTERNATIVES: LazyLock<[Restriction<'static>; 2]> = LazyLock::new(|| {
        let compare = SComparePropsRestriction {
            relop: MAPI_RELOP::RELOP_GE.0,
            ulPropTag1: PropTag::PR_SUBJECT_W.0,
            ulPropTag2: PropTag::PR_BODY_W.0,
        };
        [
            Restriction::new(RestrictionData::Compareprops(compare)),
            Restriction::new(RestrictionData::Not(NotRestriction::new(Some(&SIMPLE)))),
        ]
    });
    static CONDITIONS: LazyLock<[Restriction<'static>; 10]> =
        LazyLock::new(|| conditions(&*ALTERNATIVES, &SIMPLE).map(Restriction::new));
    Restriction::new(RestrictionData::And((&*CONDITIONS).into()))
}

fn conditions(
    alternatives: &'static [Restriction<'static>],
    simple: &'static Restriction<'static>,
) -> [RestrictionData<'static>; 10] {
    let prefix = MAPI_FUZZY_LEVEL::FL_PREFIX | MAPI_FUZZY_LEVEL::FL_IGNORECASE;
    let bits = SBitMaskRestriction {
        relBMR: MAPI_BITMASK_RELATION::BMR_NEZ.0,
        ulPropTag: PropTag::PR_MESSAGE_FLAGS.0,
        ulMask: 0x8000_0001,
    };
    let size = SSizeRestriction { relop: MAPI_RELOP::RELOP_LT.0, ulPropTag: PropTag::PR_BODY_W.0, cb: 4096 };
    let remarks = std::slice::from_ref(&*SUBJECT);
    [
        RestrictionData::Or(alternatives.into()),
        RestrictionData::Content(ContentRestriction::new(prefix, PropTag::PR_SUBJECT_W, Some(&SUBJECT))),
        RestrictionData::Property(PropertyRestriction::new(
            MAPI_RELOP::RELOP_NE,
            PropTag::PR_SUBJECT_W,
            Some(&SUBJECT),
        )),
        RestrictionData::Bitmask(bits),
        RestrictionData::Size(size),
        RestrictionData::Subrestriction(SubRestriction::new(PropTag::PR_MESSAGE_RECIPIENTS, Some(simple))),
        RestrictionData::Comment(CommentRestriction::new(Some(simple), remarks)),
        RestrictionData::Comment(CommentRestriction::new(None, remarks)),
        RestrictionData::Annotation(AnnotationRestriction::new(Some(simple), remarks)),
        RestrictionData::Count(CountRestriction::new(3, Some(simple))),
    ]
}

/// Three columns, two of them categories, one of these expanded.
pub(crate) fn sort_orders() -> SortOrderSet<'static> {
    const fn by(tag: PropTag, order: MAPI_SORT_ORDER) -> SSortOrder {
        SSortOrder { ulPropTag: tag.0, ulOrder: order.0 }
    }
    static ORDERS: [SSortOrder; 3] = [
        by(PropTag::PR_SUBJECT_W, MAPI_SORT_ORDER::TABLE_SORT_ASCEND),
        by(PropTag::PR_BODY_W, MAPI_SORT_ORDER::TABLE_SORT_CATEG_MAX),
        by(PropTag::PR_ENTRYID, MAPI_SORT_ORDER::TABLE_SORT_DESCEND),
    ];
    SortOrderSet { categories: 2, expanded: 1, a_sort: (&ORDERS).into() }
}

// ---- notifications --------------------------------------------------------------------------------------------------

pub(crate) fn new_mail() -> NewMailNotification<'static> {
    NewMailNotification::default()
        .with_entry_id(ENTRY_A)
        .with_parent_id(ENTRY_B)
        .with_message_class(Some(MESSAGE_CLASS))
        .with_message_flags(MAPI_MESSAGE_FLAGS::MSGFLAG_UNMODIFIED | MAPI_MESSAGE_FLAGS::MSGFLAG_HASATTACH)
}

/// Hands out a notification of every kind, and one that nobody knows; what they point to lives as long as the call.
pub(crate) fn with_notifications<T>(call: impl FnOnce(&[Notification<'_>]) -> T) -> T {
    let words = MapiError::default()
        .with_error(Some(u16cstr!("the server is gone")))
        .with_component(Some(u16cstr!("transport")))
        .with_low_level_error(7)
        .with_context(9);
    let failure = ErrorNotification::default()
        .with_entry_id(ENTRY_A)
        .with_scode(MAPI_E_NETWORK_ERROR)
        .with_flags(MAPI_FLAGS::MAPI_UNICODE)
        .with_mapi_error(Some(&words));
    let changed = tags(&[PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W]);
    let created = ObjectNotification::default()
        .with_entry_id(ENTRY_A)
        .with_obj_type(MAPI_OBJECT_TYPE::MAPI_MESSAGE)
        .with_prop_tag_array(Some(&changed));
    let moved = ObjectNotification::default()
        .with_entry_id(ENTRY_A)
        .with_obj_type(MAPI_OBJECT_TYPE::MAPI_FOLDER)
        .with_parent_id(ENTRY_B)
        .with_old_id(INSTANCE_KEY)
        .with_old_parent_id(COLLAPSE_STATE);
    let row = TableNotification::default()
        .with_table_event(MAPI_TABLE_EVENT::TABLE_ROW_MODIFIED)
        .with_result(HRESULT(0))
        .with_prop_index(PropValue::new(PropTag::PR_INSTANCE_KEY, Value::Binary(INSTANCE_KEY)))
        .with_prop_prior(PropValue::new(PropTag::PR_NULL, Value::Null(0)))
        .with_row(Row::new(props()));
    let status = StatusObjectNotification::new(ENTRY_B, std::slice::from_ref(&*SUBJECT));
    let unknown = NotificationData::Unknown(MAPI_EVENTS::fnevIndexing.0, std::marker::PhantomData);
    call(&[
        Notification::new(NotificationData::CriticalError(failure)),
        Notification::new(NotificationData::NewMail(new_mail())),
        Notification::new(NotificationData::ObjectCreated(created)),
        Notification::new(NotificationData::ObjectDeleted(created)),
        Notification::new(NotificationData::ObjectModified(created)),
        Notification::new(NotificationData::ObjectMoved(moved)),
        Notification::new(NotificationData::ObjectCopied(moved)),
        Notification::new(NotificationData::SearchComplete(moved)),
        Notification::new(NotificationData::TableModified(row)),
        Notification::new(NotificationData::StatusObjectModified(status)),
        Notification::new(NotificationData::Extended(ExtendedNotification::new(77, COLLAPSE_STATE))),
        Notification::new(unknown),
    ])
}

/// A list of tags in MAPI's memory.
pub(crate) fn tags(tags: &[PropTag]) -> MapiBox<SPropTagArray> {
    MapiBox::new(tags).expect("memory for a few tags")
}
