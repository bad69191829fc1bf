//! What a peer hands over refers to values of its own, at any depth: no reference outlives its call, and no depth uses up
//! the stack.

use super::without_leaks;
use mapidl::automation::{self, Settled};
use mapidl::com::{SAFEARRAY, VARIANT, VARIANT_u};
use mapidl::depth::TOO_DEEP;
use mapidl::{Bstr, Error, HRESULT, SafeArray, Value, Variant};
use std::ffi::c_void;

const BYREF: u16 = 0x4000;
const BSTR: u16 = 8;
const VT_VARIANT: u16 = 12;
const VT_RECORD: u16 = 36;
const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());
const BAD_POINTER: HRESULT = HRESULT(-9);

/// A variant that refers to a value of the peer's.
fn reference(vt: u16, to: *mut c_void) -> Variant {
    let variant = VARIANT { vt: vt | BYREF, wReserved1: 0, wReserved2: 0, wReserved3: 0, u: VARIANT_u { byref: to } };
    // SAFETY: what it refers to outlives every use in these tests.
    unsafe { Variant::from_raw(variant) }
}

fn in_array(element: Variant) -> Variant {
    SafeArray::from_vec(vec![Variant::new(), element]).and_then(Variant::try_from).expect("an array of variants")
}

/// Looks at the last element of an array of variants.
fn with_last(variant: &Variant, look: impl FnOnce(&Variant)) {
    let Value::Array(array) = variant.value() else { panic!("an array") };
    look(array.elements::<Variant>().expect("variants").last().expect("elements"));
}

/// As a stub borrows what its caller may have changed.
fn borrowed<T: automation::Owner>(value: &mut T) -> Result<(), HRESULT> {
    // SAFETY: nothing else touches the value.
    unsafe { automation::req_mut(std::ptr::from_mut(value), BAD_POINTER) }.map(drop).map_err(|error| error.code())
}

fn array_of(variant: Variant) -> SafeArray {
    let raw = variant.into_raw();
    // SAFETY: the variant holds an array, which is given away.
    unsafe { SafeArray::from_raw(raw.u.byref.cast::<SAFEARRAY>()) }
}

#[test]
fn what_refers_elsewhere_is_not_lent_to_be_changed() {
    without_leaks(|| {
        let mut text = Bstr::from("the peer's");
        let to = std::ptr::from_mut(&mut text).cast();
        assert_eq!(borrowed(&mut reference(BSTR, to)), Err(E_INVALIDARG));
        let mut variant = in_array(reference(BSTR, to));
        assert_eq!(borrowed(&mut variant), Err(E_INVALIDARG));
        let mut nested = in_array(variant);
        assert_eq!(borrowed(&mut nested), Err(E_INVALIDARG));
        assert_eq!(borrowed(&mut array_of(nested)), Err(E_INVALIDARG));
        assert_eq!(borrowed(&mut in_array(in_array(Variant::from("its own")))), Ok(()));
    });
}

#[test]
fn what_comes_out_stands_on_its_own() {
    without_leaks(|| {
        let settled = {
            let mut text = Bstr::from("the peer's");
            let mut inner = reference(BSTR, std::ptr::from_mut(&mut text).cast());
            let outer = reference(VT_VARIANT, std::ptr::from_mut(&mut inner).cast());
            let deep = in_array(in_array(outer)).into_raw();
            // SAFETY: the peer gives the variant away.
            unsafe { automation::own::<Variant, _>(deep) }
        };
        with_last(&settled, |inner| {
            with_last(inner, |element| {
                assert!(!element.is_reference());
                assert_eq!(String::try_from(element), Ok("the peer's".to_owned()));
            });
        });
    });
}

#[test]
fn what_cannot_be_copied_becomes_empty() {
    without_leaks(|| {
        let mut record = [0_usize; 2];
        let record = record.as_mut_ptr().cast();
        let mut cycle = Variant::new();
        let itself = std::ptr::from_mut(&mut cycle);
        // SAFETY: a variant that refers to itself, which owns nothing.
        unsafe { itself.write(reference(VT_VARIANT, itself.cast())) };
        let chain = reference(VT_VARIANT, itself.cast());
        let given =
            [in_array(reference(VT_RECORD, record)), in_array(chain), in_array(reference(BSTR, std::ptr::null_mut()))];
        for mut variant in given {
            drop(Settled(&mut variant));
            with_last(&variant, |element| assert!(element.is_empty()));
        }
    });
}

/// What a callee leaves in a caller's variant is settled too, whatever the call answers.
#[test]
fn what_comes_back_stands_on_its_own() {
    without_leaks(|| {
        let mut mine = Variant::from(1);
        {
            let mut text = Bstr::from("the callee's");
            let mut settled = Settled(&mut mine);
            let left = reference(BSTR, std::ptr::from_mut(&mut text).cast()).into_raw();
            // SAFETY: the place of a variant that owns nothing.
            unsafe { settled.as_mut_ptr().write(left) };
        }
        assert_eq!(String::try_from(&mine), Ok("the callee's".to_owned()));
    });
}

#[test]
fn arrays_in_arrays_use_up_no_stack() {
    let depth = if cfg!(miri) { 300 } else { 100_000 };
    without_leaks(|| {
        let mut deep = Variant::from("bottom");
        for _ in 0..depth {
            deep = SafeArray::from_vec(vec![deep]).and_then(Variant::try_from).expect("an array of variants");
        }
        assert_eq!(deep.try_clone().map(drop).map_err(|error: Error| error.code()), Err(TOO_DEEP));
        assert_eq!(borrowed(&mut deep), Err(TOO_DEEP));
        drop(Settled(&mut deep));
        assert!(deep.try_clone().is_ok(), "what was too deep is cut off");
    });
}
