//! What automation owns crosses the boundary both ways: Rust calls Rust through the vtable, and C calls Rust with nulls
//! and refusals. Every string, variant and array is freed once.

#![allow(unreachable_pub, dead_code, reason = "the golden stands in a private module here")]

mod golden {
    include!("../../corpus/emit/automation.rs");
}

use golden::{IAutomation, IAutomation_Impl, MockIAutomation};
use mapidl::com::{CY, DECIMAL, VARIANT};
use mapidl::heap::Scope;
use mapidl::{Bstr, Date, HRESULT, Interface, Result, SafeArray, Variant, implement};
use std::ptr;

const E_POINTER: u32 = 0x8000_4003;
const E_INVALIDARG: u32 = 0x8007_0057;
const E_FAIL: HRESULT = HRESULT(0x8000_4005_u32.cast_signed());

struct Object;

implement! { impl Object as Object_Impl: [IAutomation] }

impl IAutomation_Impl for Object_Impl {
    fn texts(&self, a: &Bstr, b: &Bstr, c: Option<&Bstr>, d: &mut Bstr) -> Result<Bstr> {
        let all = format!("{a}{b}{}{d}", c.map_or("-".into(), Bstr::to_string));
        *d = "changed".into();
        if all.is_empty() { Err(E_FAIL.into()) } else { Ok(all.into()) }
    }

    fn values(&self, a: &Variant, b: &Variant, c: &Variant, d: &mut Variant) -> Result<Variant> {
        let sum = i64::try_from(a)? + i64::try_from(b)? + if c.is_missing() { 0 } else { i64::try_from(c)? };
        *d = "changed".into();
        Ok(sum.into())
    }

    fn arrays(&self, a: &SafeArray, b: &SafeArray, c: &mut SafeArray) -> Result<SafeArray> {
        *c = SafeArray::from_vec(a.to_vec::<Bstr>()?.into_iter().map(Variant::from).collect())?;
        SafeArray::from_vec(vec![a.locks(), b.locks()].into_iter().map(u32::cast_signed).collect())
    }

    fn numbers(&self, a: bool, b: Date, c: CY, d: DECIMAL) -> Result<(bool, Date, CY, DECIMAL)> {
        Ok((!a, b, c, d))
    }

    fn refused(&self) -> Result<(Bstr, Variant, SafeArray)> {
        Ok(("text".into(), "value".into(), SafeArray::from_vec(vec![1_u8])?))
    }
}

/// Does something that must leave no memory behind. On Windows its memory is oleaut32's, which nobody here can count.
fn without_leaks(work: impl FnOnce(IAutomation) -> Result<()>) {
    let blocks = Scope::new();
    let entered = blocks.enter();
    assert_eq!(work(Object.into()), Ok(()));
    drop(entered);
    assert_eq!(blocks.live(), 0);
}

#[test]
fn strings_are_lent_given_and_replaced() {
    without_leaks(|object| {
        let mut replaced = Bstr::from("d");
        let texts = [Bstr::from("a"), Bstr::from("b"), Bstr::from("c")];
        assert_eq!(object.texts(&texts[0], &texts[1], Some(&texts[2]), &mut replaced)?, "abcd");
        assert_eq!((replaced, &texts[0]), ("changed".into(), &Bstr::from("a")));
        let mut replaced = Bstr::new();
        assert_eq!(object.texts(&Bstr::new(), &Bstr::new(), None, &mut replaced)?, "-");
        let failed = object.texts(&Bstr::new(), &Bstr::new(), Some(&Bstr::new()), &mut Bstr::new());
        assert_eq!(failed.map_err(|error| error.code()), Err(E_FAIL));
        Ok(())
    });
}

#[test]
fn variants_are_lent_given_and_replaced() {
    without_leaks(|object| {
        let mut replaced = Variant::from("d");
        let sum = object.values(&1_u8.into(), &2_i64.into(), &Variant::missing(), &mut replaced)?;
        assert_eq!((i64::try_from(&sum), String::try_from(&replaced)), (Ok(3), Ok("changed".into())));
        let mut kept = Variant::from("kept");
        assert!(object.values(&"a".into(), &2.into(), &3.into(), &mut kept).is_err());
        assert_eq!(String::try_from(&kept), Ok("kept".into()));
        Ok(())
    });
}

#[test]
fn arrays_are_lent_given_and_replaced() {
    without_leaks(|object| {
        let texts = SafeArray::from_vec(vec![Bstr::from("x"), Bstr::from("y")])?;
        let numbers = SafeArray::from_vec(vec![1.5])?;
        let mut replaced = SafeArray::from_vec(vec![Variant::from("gone")])?;
        let _locked = numbers.elements::<f64>()?;
        assert_eq!(object.arrays(&texts, &numbers, &mut replaced)?.to_vec::<i32>()?, [0, 1]);
        let shown = format!("{:?}", replaced.elements::<Variant>()?);
        assert_eq!(shown, "[Bstr(\"x\"), Bstr(\"y\")]");
        Ok(())
    });
}

#[test]
fn numbers_go_by_value() {
    without_leaks(|object| {
        let (money, number) = (CY { int64: -5 }, "-1.50".parse::<DECIMAL>()?);
        let back = object.numbers(true, Date(-1.25), money, number)?;
        assert_eq!(back, (false, Date(-1.25), money, number));
        let mut truth = 7_i16;
        let slots = object.vtable();
        let (mut date, mut cy, mut decimal) = (Date(0.0), money, number);
        // SAFETY: all places are valid for the call.
        let code = unsafe {
            (slots.Numbers)(object.as_raw(), 0, date, cy, decimal, &mut truth, &mut date, &mut cy, &mut decimal)
        };
        assert_eq!((code.0, truth), (0, -1));
        Ok(())
    });
}

#[test]
fn what_is_refused_is_freed_and_nulls_are_answered() {
    without_leaks(|object| {
        let (slots, this) = (object.vtable(), object.as_raw());
        let (mut text, mut given) = (Bstr::new(), ptr::null_mut());
        // SAFETY: the stub looks at pointers before it follows them.
        unsafe {
            assert_eq!((slots.Refused)(this, ptr::null_mut(), ptr::null_mut(), ptr::null_mut()).0, 0);
            let place = (&raw mut text).cast();
            let code = (slots.Texts)(this, ptr::null_mut(), ptr::null_mut(), ptr::null_mut(), place, &mut given);
            assert_eq!((code.0.cast_unsigned(), given.is_null()), (E_POINTER, true));
            let code = (slots.Texts)(this, ptr::null_mut(), place, ptr::null_mut(), place.add(0), ptr::null_mut());
            assert_eq!(code.0.cast_unsigned(), E_POINTER);
        }
        Ok(())
    });
}

#[test]
fn a_reference_is_read_but_not_changed() {
    without_leaks(|object| {
        let one = Variant::from(1);
        let mut raw = one.as_raw().to_owned();
        (raw.vt, raw.u.byref) = (0x400C, ptr::from_ref(&one).cast_mut().cast());
        // SAFETY: what it refers to outlives it.
        let mut reference = unsafe { Variant::from_raw(raw) };
        let sum = object.values(&reference, &reference, &reference, &mut Variant::new())?;
        assert_eq!(i64::try_from(&sum), Ok(3));
        let refused = object.values(&one, &one, &one, &mut reference).map_err(|error| error.code());
        assert_eq!(refused.unwrap_err().0.cast_unsigned(), E_INVALIDARG);
        Ok(())
    });
}

#[test]
fn what_comes_out_as_a_reference_is_copied() {
    let mock = MockIAutomation::new();
    let text = Box::new(Variant::from("text"));
    let address = ptr::from_ref(&*text).expose_provenance();
    mock.expect_values().returning(move |a, _, _, _| {
        let mut raw: VARIANT = *a.as_raw();
        // Not to the argument: on i686 that is a copy, which dies as the call returns.
        (raw.vt, raw.u.byref) = (0x400C, ptr::with_exposed_provenance_mut(address));
        // SAFETY: the caller reads it before what it refers to dies.
        Ok(unsafe { Variant::from_raw(raw) })
    });
    let object = mock.to_interface();
    let answer = object.values(&text, &text, &text, &mut Variant::new()).expect("a copy");
    drop(text);
    assert_eq!((String::try_from(&answer), answer.kind()), (Ok("text".into()), 8));
}
