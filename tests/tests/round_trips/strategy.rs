//! Duty: random data. Output: strategies of proptest for every model; sizes are small as a rule, and large at times.

use super::lists::numbers_of;
use super::model::{
    Control, Entries, Event, Name, NameKind, Problems, Prop, Recipient, Recipients, Res, Row, Rows, Sorts, Tags, Val,
    Words,
};
use mapidl::U16CString;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use std::ffi::CString;
use std::ops::Range;

const FEW: Range<usize> = 0..4;

/// A size that is small as a rule.
fn size() -> impl Strategy<Value = usize> {
    prop_oneof![8 => 0..12_usize, 1 => 0..3000_usize, 1 => 60_000..70_000_usize]
}

/// `size` units that go on from a first one, without being regular.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    (size(), any::<u32>()).prop_map(|(size, seed)| {
        let mix = |i: usize| ((i as u32).wrapping_mul(0x9e37_79b9).rotate_left(11) ^ seed) as u8;
        (0..size).map(mix).collect()
    })
}

fn narrow() -> impl Strategy<Value = CString> {
    let odd = select(vec![&b""[..], b"na\xefve", b"\xff\xfe", b"\x80\x81\x9f", b"%s%n", b"\r\n\t\x01"]);
    let other = bytes().prop_map(|bytes| bytes.into_iter().filter(|byte| *byte != 0).collect());
    prop_oneof![odd.prop_map(<[u8]>::to_vec), other].prop_map(|bytes| CString::new(bytes).expect("no zero"))
}

/// Strings with halves of pairs, marks and units that are no characters, empty and long ones.
fn wide() -> impl Strategy<Value = U16CString> {
    let odd: Vec<&[u16]> =
        vec![&[], &[0xd800], &[0xdc00, 0xd800], &[0xfeff, 0x41], &[0xffff, 0xfffe], &[0xd83d, 0xde00], &[0x202e, 0x41]];
    let random = vec(1..=u16::MAX, 0..20);
    let long = (size(), any::<u16>()).prop_map(|(size, seed)| (0..size).map(|i| (i as u16 ^ seed).max(1)).collect());
    prop_oneof![2 => select(odd).prop_map(<[u16]>::to_vec), 2 => random, 1 => long]
        .prop_map(|units| U16CString::from_vec(units).expect("no zero"))
}

/// Bits of floating-point numbers; those that are no numbers among them.
fn double() -> impl Strategy<Value = u64> {
    prop_oneof![
        any::<u64>(),
        any::<f64>().prop_map(f64::to_bits),
        Just(f64::NAN.to_bits()),
        Just(0x7ff0_0000_0000_0001)
    ]
}

fn single() -> BoxedStrategy<Val> {
    prop_oneof![
        any::<i16>().prop_map(Val::I2),
        any::<i32>().prop_map(Val::Long),
        prop_oneof![any::<u32>(), Just(0x7f80_0001)].prop_map(Val::R4),
        double().prop_map(Val::Double),
        any::<u16>().prop_map(Val::Boolean),
        any::<i64>().prop_map(Val::Currency),
        double().prop_map(Val::Apptime),
        any::<u64>().prop_map(Val::Systime),
        narrow().prop_map(Val::String8),
        bytes().prop_map(Val::Binary),
        wide().prop_map(Val::Unicode),
        any::<u128>().prop_map(Val::Clsid),
        any::<i64>().prop_map(Val::I8),
        any::<i32>().prop_map(Val::Error),
        any::<i32>().prop_map(Val::Null),
        any::<i32>().prop_map(Val::Object),
        select(vec![0_u16, 8, 0xfb, 0x100d, 0x1001, 0x2002, 0xffff]).prop_map(Val::Unknown),
    ]
    .boxed()
}

fn many() -> BoxedStrategy<Val> {
    prop_oneof![
        vec(any::<i16>(), 0..40).prop_map(Val::MvI2),
        vec(any::<i32>(), 0..40).prop_map(Val::MvLong),
        vec(any::<u32>(), 0..9).prop_map(Val::MvR4),
        vec(double(), 0..9).prop_map(Val::MvDouble),
        vec(any::<i64>(), 0..9).prop_map(Val::MvCurrency),
        vec(double(), 0..9).prop_map(Val::MvApptime),
        vec(any::<u64>(), 0..9).prop_map(Val::MvSystime),
        vec(bytes(), FEW).prop_map(Val::MvBinary),
        vec(narrow(), FEW).prop_map(Val::MvString8),
        vec(wide(), FEW).prop_map(Val::MvUnicode),
        vec(any::<u128>(), FEW).prop_map(Val::MvClsid),
        vec(any::<i64>(), 0..9).prop_map(Val::MvI8),
    ]
    .boxed()
}

pub(crate) fn prop() -> BoxedStrategy<Prop> {
    let value = prop_oneof![17 => single(), 12 => many()];
    (any::<u16>(), value).prop_map(|(id, value)| Prop { id, value }).boxed()
}

fn few_props() -> impl Strategy<Value = Vec<Prop>> {
    vec(prop(), FEW)
}

pub(crate) fn row() -> BoxedStrategy<Row> {
    vec(prop(), 0..6).prop_map(Row).boxed()
}

pub(crate) fn rows() -> BoxedStrategy<Rows> {
    vec(row(), 0..5).prop_map(Rows).boxed()
}

pub(crate) fn recipient() -> BoxedStrategy<Recipient> {
    few_props().prop_map(Recipient).boxed()
}

pub(crate) fn recipients() -> BoxedStrategy<Recipients> {
    vec(recipient(), 0..5).prop_map(Recipients).boxed()
}

fn leaf() -> BoxedStrategy<Res> {
    let numbers = || any::<[u32; 3]>();
    prop_oneof![
        (any::<u32>(), any::<u32>(), of(prop())).prop_map(|(fuzzy, tag, prop)| Res::Content { fuzzy, tag, prop }),
        (any::<u32>(), any::<u32>(), of(prop())).prop_map(|(relop, tag, prop)| Res::Property { relop, tag, prop }),
        numbers().prop_map(Res::Compare),
        numbers().prop_map(Res::Bits),
        numbers().prop_map(Res::Size),
        any::<u32>().prop_map(Res::Exist),
        (0xd..=u32::MAX).prop_map(Res::Unknown),
    ]
    .boxed()
}

/// A tree of restrictions, up to five deep.
pub(crate) fn restriction() -> BoxedStrategy<Res> {
    let nest = |inner: BoxedStrategy<Res>| {
        let one = of(inner.clone().prop_map(Box::new)).boxed();
        let all = vec(inner, FEW).boxed();
        prop_oneof![
            all.clone().prop_map(Res::And),
            all.prop_map(Res::Or),
            one.clone().prop_map(Res::Not),
            (any::<u32>(), one.clone()).prop_map(|(object, res)| Res::Sub { object, res }),
            (any::<u32>(), one.clone()).prop_map(|(count, res)| Res::Count { count, res }),
            (one.clone(), few_props()).prop_map(|(res, props)| Res::Comment { res, props }),
            (one, few_props()).prop_map(|(res, props)| Res::Annotation { res, props }),
        ]
    };
    leaf().prop_recursive(5, 24, 3, nest).boxed()
}

pub(crate) fn words() -> BoxedStrategy<Words> {
    (any::<[u32; 3]>(), of(wide()), of(wide()))
        .prop_map(|([version, low_level, context], error, component)| Words {
            version,
            error,
            component,
            low_level,
            context,
        })
        .boxed()
}

pub(crate) fn event() -> BoxedStrategy<Event> {
    let object = (select(vec![4, 8, 0x10, 0x20, 0x40, 0x80]), any::<u32>(), [bytes(), bytes(), bytes(), bytes()]);
    prop_oneof![
        (bytes(), any::<i32>(), 0..0x8000_0000_u32, of(words())).prop_map(|(entry, code, flags, words)| Event::Error {
            entry,
            code,
            flags,
            words
        }),
        (bytes(), bytes(), 0..0x8000_0000_u32, wide().prop_map(Some), any::<u32>())
            .prop_map(|(entry, parent, flags, class, state)| Event::Mail { entry, parent, flags, class, state }),
        (object, of(tags())).prop_map(|((event, kind, ids), tags)| Event::Object { event, kind, ids, tags }),
        (any::<u32>(), any::<i32>(), prop(), prop(), row()).prop_map(|(event, code, index, prior, row)| Event::Table {
            event,
            code,
            index,
            prior,
            row
        }),
        (any::<u32>(), bytes()).prop_map(|(event, parameters)| Event::Extended { event, parameters }),
        (bytes(), few_props()).prop_map(|(entry, props)| Event::Status { entry, props }),
        select(vec![0_u32, 3, 0x400, 0x4000_0000, 0x8000_0001]).prop_map(Event::Unknown),
    ]
    .boxed()
}

pub(crate) fn entries() -> BoxedStrategy<Entries> {
    vec(bytes(), 0..6).prop_map(Entries).boxed()
}

pub(crate) fn tags() -> BoxedStrategy<Tags> {
    vec(any::<u32>(), 0..20).prop_map(Tags).boxed()
}

pub(crate) fn problems() -> BoxedStrategy<Problems> {
    vec(any::<(u32, u32, i32)>(), 0..6).prop_map(Problems).boxed()
}

pub(crate) fn sorts() -> BoxedStrategy<Sorts> {
    (any::<u32>(), any::<u32>(), vec(any::<(u32, u32)>(), 0..6))
        .prop_map(|(categories, expanded, orders)| {
            // No more categories than columns, and no more of them expanded than there are.
            let categories = categories % (orders.len() as u32 + 1);
            Sorts { categories, expanded: expanded % (categories + 1), orders }
        })
        .boxed()
}

pub(crate) fn name() -> BoxedStrategy<Name> {
    let name = prop_oneof![
        any::<i32>().prop_map(NameKind::Id),
        wide().prop_map(NameKind::String),
        (2..=u32::MAX).prop_map(NameKind::Unknown),
    ];
    (of(any::<u128>()), name).prop_map(|(set, name)| Name { set, name }).boxed()
}

pub(crate) fn control() -> BoxedStrategy<Control> {
    let kind = prop_oneof![12 => 0..0xd_u32, 1 => any::<u32>()];
    let structure = kind.prop_flat_map(|kind| (Just(kind), vec(any::<u32>(), numbers_of(kind))));
    (structure, any::<u32>(), bytes(), of(wide()), any::<u32>())
        .prop_map(|((kind, structure), flags, notif, filter, item)| Control {
            flags,
            notif,
            filter,
            item,
            kind,
            structure,
        })
        .boxed()
}
