//! Values with their type.

use super::{text, without_leaks};
use mapidl::com::{CY, DECIMAL, VARIANT, VARIANT_u};
use mapidl::{Bstr, Date, HRESULT, SafeArray, Value, Variant};
use proptest::prelude::*;

const BYREF: u16 = 0x4000;

fn of(vt: u16, u: VARIANT_u) -> VARIANT {
    VARIANT { vt, wReserved1: 0, wReserved2: 0, wReserved3: 0, u }
}

/// A variant of each type that owns something or nothing, with the number of its type.
fn variants() -> impl Strategy<Value = (u16, Variant)> {
    macro_rules! any_of {
        ($($ty:ty = $vt:literal),*) => { prop_oneof![$(any::<$ty>().prop_map(|v| ($vt, Variant::from(v)))),*] };
    }
    prop_oneof![
        any_of!(i8 = 16, i16 = 2, i32 = 3, i64 = 20, u8 = 17, u16 = 18, u32 = 19, u64 = 21),
        any_of!(f32 = 4, f64 = 5, bool = 11),
        text().prop_map(|text| (8, Variant::from(text))),
        Just(0).prop_map(|_| (0, Variant::new())),
        Just(0).prop_map(|_| (1, Variant::null())),
        any::<i32>().prop_map(|code| (10, HRESULT(code).into())),
        any::<i64>().prop_map(|int64| (6, CY { int64 }.into())),
        any::<f64>().prop_map(|days| (7, Date(days).into())),
        any::<(bool, u64, u8)>().prop_map(|(sign, n, scale)| {
            (14, DECIMAL::new(sign, u128::from(n) << 32, scale % 29).expect("96 bits").into())
        }),
        proptest::collection::vec(text(), 0..3).prop_map(|texts| {
            let texts = texts.iter().map(Bstr::from).collect();
            (0x2008, SafeArray::from_vec::<Bstr>(texts).and_then(Variant::try_from).expect("an array of strings"))
        }),
    ]
}

/// All that a value shows, arrays with their elements.
fn shown(variant: &Variant) -> String {
    match variant.value() {
        Value::Array(array) => format!("{array:?} {:?}", array.to_vec::<Bstr>()),
        value => format!("{value:?}"),
    }
}

proptest! {
    #[test]
    fn a_copy_shows_the_same_and_shares_nothing((vt, variant) in variants()) {
        prop_assert_eq!(variant.kind(), vt);
        let text = shown(&variant);
        let copy = variant.try_clone().expect("a copy");
        drop(variant);
        prop_assert_eq!((copy.kind(), shown(&copy)), (vt, text));
    }

    #[test]
    fn a_reference_shows_what_it_refers_to((_, variant) in variants()) {
        without_leaks(|| {
            let target = variant.try_clone().expect("a copy");
            let pointer = std::ptr::from_ref(&target).cast_mut().cast();
            // SAFETY: the target outlives the reference, which owns nothing.
            let reference = unsafe { Variant::from_raw(of(12 | BYREF, VARIANT_u { byref: pointer })) };
            assert_eq!((shown(&reference), reference.is_reference()), (shown(&target), true));
            let copy = reference.try_clone().expect("a copy");
            drop((reference, target));
            assert_eq!((shown(&copy), copy.kind()), (shown(&variant), variant.kind()));
        });
    }

    #[test]
    fn whole_numbers_convert_where_they_fit(number: i64) {
        let variant = Variant::from(number);
        prop_assert_eq!(i64::try_from(&variant), Ok(number));
        prop_assert_eq!(u8::try_from(&variant).ok(), u8::try_from(number).ok());
        prop_assert_eq!(i32::try_from(&variant).ok(), i32::try_from(number).ok());
        prop_assert!(f64::try_from(&variant).is_err() && bool::try_from(&variant).is_err());
    }
}

#[test]
fn the_sizes_are_those_of_windows() {
    let pointers = size_of::<usize>() / 4;
    assert_eq!((size_of::<Variant>(), align_of::<Variant>()), (8 + pointers * 8, 8));
    assert_eq!((size_of::<Bstr>(), size_of::<SafeArray>(), size_of::<Date>()), (pointers * 4, pointers * 4, 8));
}

#[test]
fn a_decimal_takes_the_whole_place() {
    let number: DECIMAL = "-1234567890123456789012.34".parse().expect("a number");
    let variant = Variant::from(number);
    // SAFETY: the struct has room for the number.
    let raw = unsafe { std::ptr::from_ref(variant.as_raw()).cast::<DECIMAL>().read() };
    assert_eq!((raw.wReserved, raw.scale, raw.sign, raw.Hi32, raw.Lo64), (14, 2, 0x80, number.Hi32, number.Lo64));
    assert_eq!(DECIMAL::try_from(&variant), Ok(number));
}

#[test]
fn references_are_followed_to_any_type() {
    let mut number = 7_i16;
    let pointer = (&raw mut number).cast();
    // SAFETY: the number outlives the reference.
    let reference = unsafe { Variant::from_raw(of(2 | BYREF, VARIANT_u { byref: pointer })) };
    assert!(matches!(reference.value(), Value::I2(7)));
    let text = Bstr::from("abc");
    let pointer = std::ptr::from_ref(&text).cast_mut().cast();
    // SAFETY: the text outlives the reference.
    let reference = unsafe { Variant::from_raw(of(8 | BYREF, VARIANT_u { byref: pointer })) };
    assert_eq!(Bstr::try_from(&reference), Ok(text.clone()));
    // SAFETY: null refers to nothing.
    let nothing = unsafe { Variant::from_raw(of(8 | BYREF, VARIANT_u { byref: std::ptr::null_mut() })) };
    assert!(matches!(nothing.value(), Value::Other(0x4008)) && nothing.try_clone().is_err());
}

#[test]
fn references_in_a_circle_end() {
    let mut one = of(12 | BYREF, VARIANT_u { llVal: 0 });
    let place = &raw mut one;
    // SAFETY: it refers to itself, and lives on. Nobody but that pointer touches it any more.
    let circle = unsafe {
        (*place).u.byref = place.cast();
        Variant::from_raw(place.read())
    };
    assert!(matches!(circle.value(), Value::Other(_)));
}

#[test]
fn what_is_missing_is_no_other_error() {
    assert!(Variant::missing().is_missing());
    assert!(!Variant::from(HRESULT(5)).is_missing() && !Variant::new().is_missing());
    assert!(Variant::default().is_empty() && !Variant::null().is_empty());
}
