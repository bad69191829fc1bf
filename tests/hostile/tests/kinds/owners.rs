//! Memory that one parameter of a call owns, and that another one is lent: nothing is freed or changed while it is borrowed.

use mapidl::{Bstr, HRESULT, MapiBox, Result, SafeArray, Variant, code, implement};
use mapidl_hostile::idl::{IOwners, IOwners_Impl, NUMBERS, Numbers};
use mapidl_hostile::without_leaks;
use mapidl_peer::Caller;

const E_INVALIDARG: HRESULT = code(0x8007_0057);

/// Replaces what it may, and then looks at what it is lent.
struct User;

implement! { impl User as User_Impl: [IOwners] }

impl IOwners_Impl for User_Impl {
    fn texts(&self, a: &Bstr, b: &mut Bstr) -> Result<()> {
        *b = Bstr::from("other");
        assert_eq!(a, "text");
        Ok(())
    }

    fn room(&self, a: &Bstr, b: &mut [u8]) -> Result<()> {
        let text: &[u16] = a;
        b.fill(1);
        assert_eq!(text.len(), 4);
        assert!(text.iter().all(|unit| *unit > 1));
        Ok(())
    }

    fn values(&self, a: &Variant, b: &mut Variant) -> Result<()> {
        *b = Variant::from(1);
        let _ = format!("{a:?}");
        Ok(())
    }

    fn elements(&self, a: &SafeArray, b: &mut Bstr) -> Result<()> {
        *b = Bstr::new();
        let texts = a.elements::<Bstr>()?;
        assert!(texts.iter().all(|text| !text.is_empty()));
        Ok(())
    }

    fn records(&self, a: Numbers<'_>, b: &mut Option<MapiBox<NUMBERS>>) -> Result<()> {
        drop(b.take());
        assert_eq!(a.numbers().iter().sum::<i32>(), 7);
        Ok(())
    }

    fn referred(&self, a: &Variant, b: &mut i32) -> Result<()> {
        let before = i32::try_from(a)?;
        *b += 1;
        assert_eq!(i32::try_from(a)?, before);
        *b += 1;
        Ok(())
    }

    fn placed(&self, a: &mut Bstr) -> Result<i32> {
        *a = Bstr::from("other");
        Ok(7)
    }
}

fn caller() -> Caller {
    Caller::of(&IOwners::from(User))
}

fn texts() -> SafeArray {
    SafeArray::from_vec(vec![Bstr::from("one"), Bstr::from("two")]).expect("memory")
}

#[test]
fn a_text_that_is_replaced_is_no_other_parameter() {
    without_leaks(|| {
        assert_eq!(caller().texts_of_one(true), (E_INVALIDARG, "text".to_owned()));
        assert_eq!(caller().texts_of_one(false), (HRESULT(0), "other".to_owned()));
    });
}

#[test]
fn a_room_is_no_part_of_a_text() {
    without_leaks(|| {
        for at in [0, 1, 6, 7] {
            assert_eq!(caller().room_in_text(at), (E_INVALIDARG, "text".to_owned()), "at {at}");
        }
        assert_eq!(caller().room_in_text(8), (HRESULT(0), "text".to_owned()));
    });
}

#[test]
fn a_value_that_is_replaced_is_no_other_parameter() {
    without_leaks(|| {
        let (text, array) = (Bstr::from("text"), texts());
        assert_eq!(caller().values_of_one(8, text.as_raw().cast()), E_INVALIDARG);
        assert_eq!(caller().values_of_one(0x2008, array.as_raw().cast()), E_INVALIDARG);
        assert_eq!((text, array.len()), (Bstr::from("text"), 2));
    });
}

#[test]
fn an_element_is_no_other_parameter() {
    without_leaks(|| {
        let texts = texts();
        assert_eq!(caller().an_element(&texts), E_INVALIDARG);
        assert_eq!(texts.elements::<Bstr>().expect("texts")[0], "one");
    });
}

#[test]
fn a_record_that_is_replaced_is_no_other_parameter() {
    without_leaks(|| {
        let record = MapiBox::<NUMBERS>::new(Numbers::new(&[3, 4])).expect("memory");
        let (code, left) = caller().one_record(record);
        assert_eq!((code, left.map(|left| left.view().numbers().len())), (E_INVALIDARG, Some(2)));
    });
}

#[test]
fn a_number_that_a_value_refers_to_is_no_other_parameter() {
    for nested in [false, true] {
        assert_eq!(caller().a_referred_number(true, nested), E_INVALIDARG);
        assert_eq!(caller().a_referred_number(false, nested), HRESULT(0));
    }
}

#[test]
fn no_answer_is_written_to_what_was_replaced() {
    without_leaks(|| {
        // The answer of a call that fails is zero, wherever its place is.
        assert_eq!(caller().answer_in_text(true), (E_INVALIDARG, "\0\0xt".to_owned()));
        assert_eq!(caller().answer_in_text(false), (HRESULT(0), "other".to_owned()));
    });
}
