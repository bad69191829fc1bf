//! What Windows' own library reads of the same bytes, and makes of them.

use mapidl::com::{CY, DECIMAL, SAFEARRAY, SAFEARRAYBOUND, VARIANT};
use mapidl::{Bstr, Date, HRESULT, SafeArray, Variant};
use proptest::collection::vec;
use proptest::prelude::*;
use std::ffi::c_void;
use std::time::{Duration, SystemTime};

const LANGUAGE: u32 = 0x409;

#[cfg_attr(target_arch = "x86", link(name = "oleaut32", kind = "raw-dylib", import_name_type = "undecorated"))]
#[cfg_attr(not(target_arch = "x86"), link(name = "oleaut32", kind = "raw-dylib"))]
unsafe extern "system" {
    fn SysStringByteLen(text: *mut u16) -> u32;
    fn SafeArrayGetElement(array: *mut SAFEARRAY, indices: *const i32, out: *mut c_void) -> HRESULT;
    fn SafeArrayCopy(array: *mut SAFEARRAY, out: *mut *mut SAFEARRAY) -> HRESULT;
    fn VariantCopyInd(out: *mut VARIANT, from: *const VARIANT) -> HRESULT;
    fn VariantChangeTypeEx(out: *mut VARIANT, from: *const VARIANT, lcid: u32, flags: u16, vt: u16) -> HRESULT;
    fn VarDecCmp(left: *const DECIMAL, right: *const DECIMAL) -> HRESULT;
    fn VarBstrFromDec(number: *const DECIMAL, lcid: u32, flags: u32, out: *mut *mut u16) -> HRESULT;
    fn VarCyFromR8(number: f64, out: *mut CY) -> HRESULT;
    fn VariantTimeToSystemTime(date: f64, out: *mut [u16; 8]) -> i32;
}

proptest! {
    #[test]
    fn strings_have_as_many_bytes(bytes in vec(any::<u8>(), 0..40)) {
        let text = Bstr::from_bytes(&bytes);
        // SAFETY: null is a string without bytes.
        prop_assert_eq!(unsafe { SysStringByteLen(text.as_raw()) } as usize, bytes.len());
    }

    #[test]
    fn elements_stand_where_it_looks(shape in vec((-3_i32..3, 1_u32..4), 1..4), seed: u32) {
        let bounds: Vec<_> = shape.iter().map(|(first, n)| SAFEARRAYBOUND { cElements: *n, lLbound: *first }).collect();
        let mut array = SafeArray::with_bounds::<i32>(&bounds).expect("memory");
        let len = i32::try_from(array.len()).expect("small");
        array.elements_mut::<i32>().expect("numbers").iter_mut().zip(0..len).for_each(|(place, n)| *place = n);
        let index: Vec<i32> = shape.iter().map(|(first, n)| first + i32::try_from(seed % n).expect("small")).collect();
        let mut found = -1_i32;
        // SAFETY: there are as many indices as dimensions, and room for an element.
        let code = unsafe { SafeArrayGetElement(array.as_raw(), index.as_ptr(), (&raw mut found).cast()) };
        prop_assert_eq!((code.0, Ok(found)), (0, array.get::<i32>(&index)));
        let mut copy = std::ptr::null_mut();
        // SAFETY: the copy is given away.
        let copy = unsafe {
            prop_assert_eq!(SafeArrayCopy(array.as_raw(), &mut copy).0, 0);
            SafeArray::from_raw(copy)
        };
        prop_assert_eq!((copy.bounds(), copy.to_vec::<i32>()), (bounds, array.to_vec()));
    }

    #[test]
    fn variants_are_copied_by_it(number: i32, text: String) {
        for variant in [Variant::from(number), text.as_str().into(), DECIMAL::from(number).into()] {
            let mut copy = Variant::new().into_raw();
            // SAFETY: the copy is given away.
            let copy = unsafe {
                prop_assert_eq!(VariantCopyInd(&mut copy, variant.as_raw()).0, 0);
                Variant::from_raw(copy)
            };
            prop_assert_eq!(format!("{copy:?}"), format!("{variant:?}"));
        }
    }

    #[test]
    fn numbers_become_the_same_words(number: i32) {
        let mut words = Variant::new().into_raw();
        // SAFETY: the words are given away.
        let words = unsafe {
            prop_assert_eq!(VariantChangeTypeEx(&mut words, Variant::from(number).as_raw(), LANGUAGE, 0, 8).0, 0);
            Variant::from_raw(words)
        };
        prop_assert_eq!(String::try_from(&words), Ok(number.to_string()));
    }

    #[test]
    fn decimals_compare_and_are_written_alike(a: i64, b: i64, places in 0_u8..10, others in 0_u8..10) {
        let make = |n: i64, scale| DECIMAL::new(n < 0, n.unsigned_abs().into(), scale).expect("64 bits");
        let (left, right) = (make(a, places), make(b, others));
        // It answers 0, 1 or 2 for less, equal and greater.
        // SAFETY: both are numbers.
        prop_assert_eq!(unsafe { VarDecCmp(&left, &right) }.0 - 1, left.compare(right) as i32);
        let mut text = std::ptr::null_mut();
        // SAFETY: the text is given away.
        let text = unsafe {
            prop_assert_eq!(VarBstrFromDec(&left, LANGUAGE, 0, &mut text).0, 0);
            Bstr::from_raw(text)
        };
        // It leaves zeros at the end out, which do not change the number.
        let read: DECIMAL = text.to_string().parse().expect("a number");
        prop_assert_eq!(read.compare(left), std::cmp::Ordering::Equal, "{} {}", text, left);
    }

    #[test]
    fn amounts_are_rounded_alike(halves in -20_000_000_i32..20_000_000) {
        let number = f64::from(halves) / 16_384.0;
        let mut amount = CY { int64: 0 };
        // SAFETY: there is room for the answer.
        prop_assert_eq!(unsafe { VarCyFromR8(number, &mut amount) }.0, 0);
        prop_assert_eq!(CY::try_from(number), Ok(amount));
    }

    #[test]
    fn days_have_the_same_hours(day in -100_000_i32..100_000, quarter in 0_u8..4) {
        let time = f64::from(quarter) / 4.0;
        let date = Date(f64::from(day) + if day < 0 { -time } else { time });
        let mut fields = [0_u16; 8];
        // SAFETY: there is room for eight fields.
        prop_assert_eq!(unsafe { VariantTimeToSystemTime(date.0, &mut fields) }, 1);
        let moment = SystemTime::try_from(date).expect("within its range");
        let epoch = SystemTime::try_from(Date(f64::from(day))).expect("within its range");
        prop_assert_eq!(moment.duration_since(epoch).ok(), Some(Duration::from_secs(u64::from(fields[4]) * 3600)));
    }
}
