//! Memory that a caller lends for two parameters of one call: nobody is given `&mut` to what another borrow names.

use mapidl::{Bstr, HRESULT, IUnknown, MapiBox, MapiVec, Result, SafeArray, Success, Variant, code, implement};
use mapidl_hostile::idl::{ITwice, ITwice_Impl, LISTED, NUMBERS, Numbers};
use mapidl_hostile::without_leaks;
use mapidl_peer::Caller;

const E_INVALIDARG: HRESULT = code(0x8007_0057);

/// Uses both of what it is lent, in turns.
struct User;

implement! { impl User as User_Impl: [ITwice] }

impl ITwice_Impl for User_Impl {
    fn rooms(&self, a: &mut [u8], b: &mut [u8]) -> Result<Success<()>> {
        a.fill(b'1');
        b.fill(b'2');
        assert!(a.iter().all(|byte| *byte == b'1'), "it is ours alone");
        Ok(().into())
    }

    fn pointers(&self, a: Option<&i32>, b: Option<&mut i32>) -> Result<Success<()>> {
        if let (Some(a), Some(b)) = (a, b) {
            let before = *a;
            *b += 1;
            assert_eq!(*a, before, "what is borrowed does not change");
        }
        Ok(().into())
    }

    fn text(&self, a: &mapidl::U16CStr, b: &mut [u16]) -> Result<Success<()>> {
        b.fill(9);
        assert_eq!(a.as_slice(), [1, 2, 3]);
        Ok(().into())
    }

    fn strings(&self, a: &mut Bstr, b: &mut Bstr) -> Result<Success<()>> {
        std::mem::swap(a, b);
        *a = Bstr::from("other");
        drop(b.to_string_lossy());
        Ok(().into())
    }

    fn replaced(&self, a: &mut Option<MapiBox<NUMBERS>>, b: &mut Option<MapiBox<NUMBERS>>) -> Result<Success<()>> {
        drop(a.take());
        drop(b.take());
        Ok(().into())
    }

    fn out(&self, a: &i32) -> Result<Success<(i32, i32)>> {
        assert_ne!(*a, -1, "the caller wants a panic");
        if *a < 0 { Err(E_INVALIDARG.into()) } else { Ok((a + 1, a + 2).into()) }
    }

    fn objects(&self, a: &[i32], b: &mut [Option<IUnknown>]) -> Result<Success<()>> {
        b.fill(None);
        assert_eq!(a.iter().sum::<i32>(), 0);
        Ok(().into())
    }

    fn guarded(&self, a: &mut SafeArray) -> Result<Success<SafeArray>> {
        assert!(a.is_empty());
        Ok(SafeArray::from_vec(vec![Bstr::from("one"), Bstr::from("two")])?.into())
    }

    fn left(&self, a: &mut Option<MapiBox<NUMBERS>>) -> Result<Success<MapiBox<NUMBERS>>> {
        drop(a.take());
        MapiBox::new(Numbers::new(&[1, 2])).map(Into::into)
    }

    fn listed(&self, a: Option<&[i32]>, b: &mut [u8]) -> Result<Success<(Option<MapiBox<LISTED>>, MapiVec<i32>)>> {
        assert!(a.is_none());
        b.fill(1);
        Ok((None, MapiVec::new(&[])?).into())
    }

    fn half(&self, a: &Variant) -> Result<Success<u16>> {
        assert_eq!(String::try_from(a)?, "text");
        Ok(7.into())
    }

    fn pointed(&self, a: Numbers<'_>) -> Result<Success<u16>> {
        assert_eq!(a.numbers().iter().sum::<i32>(), 7);
        Ok(7.into())
    }

    fn place(&self, a: &mut [u8], b: Option<&[i32]>) -> Result<Success<Option<MapiBox<LISTED>>>> {
        a.fill(1);
        assert_eq!(b, Some(&[7, 8][..]));
        Ok(None.into())
    }

    fn read(&self, a: &[i32], b: &i32) -> Result<Success<()>> {
        assert_eq!(a[0], *b);
        Ok(().into())
    }
}

fn caller() -> Caller {
    Caller::of(&ITwice::from(User))
}

#[test]
fn rooms_that_overlap_are_refused_and_stay_as_they_were() {
    for (n, a, b) in [(4, 0, 0), (4, 0, 3), (4, 3, 0), (8, 0, 0), (3, 2, 4), (1, 7, 7)] {
        assert_eq!(caller().rooms(n, a, b), (E_INVALIDARG, *b"abcdefgh"), "{n} bytes at {a} and {b}");
    }
    assert_eq!(caller().rooms(4, 0, 4), (HRESULT(0), *b"11112222"));
    assert_eq!(caller().rooms(4, 4, 0), (HRESULT(0), *b"22221111"));
    assert_eq!(caller().rooms(0, 3, 3), (HRESULT(0), *b"abcdefgh"), "nothing is apart from nothing");
}

#[test]
fn a_number_that_is_changed_is_no_other_parameter() {
    assert_eq!(caller().pointers(true), (E_INVALIDARG, 1));
    assert_eq!(caller().pointers(false), (HRESULT(0), 2));
}

#[test]
fn a_text_is_no_part_of_a_room() {
    for at in 0..4 {
        assert_eq!(caller().text_in_room(at), (E_INVALIDARG, [1, 2, 3, 0, 5, 6, 7, 8]), "the room begins at {at}");
    }
    assert_eq!(caller().text_in_room(4), (HRESULT(0), [1, 2, 3, 0, 9, 9, 9, 9]));
}

#[test]
fn what_is_replaced_is_replaced_once() {
    without_leaks(|| {
        let (code, text) = caller().one_string(Bstr::from("text"));
        assert_eq!((code, &*text.to_string_lossy()), (E_INVALIDARG, "text"));
        let numbers = MapiBox::<NUMBERS>::new(Numbers::default()).expect("memory");
        let (code, left) = caller().one_place(Some(numbers));
        assert_eq!((code, left.is_some()), (E_INVALIDARG, true));
        assert_eq!(caller().one_place::<NUMBERS>(None).0, E_INVALIDARG);
    });
}

#[test]
fn answers_may_have_one_place() {
    assert_eq!(caller().one_answer(), (HRESULT(0), 9), "the last one is there, of what was read before");
}

#[test]
fn what_was_lent_is_let_go_before_the_answer_is_written() {
    without_leaks(|| {
        assert_eq!(caller().one_array(), (HRESULT(0), 2));
        for before in [None, Some(MapiBox::<NUMBERS>::new(Numbers::new(&[3])).expect("memory"))] {
            let (code, left) = caller().one_left(before);
            assert_eq!((code, left.map(|left| left.view().numbers().len())), (HRESULT(0), Some(2)));
        }
    });
}

#[test]
fn a_list_is_the_one_that_came_in_whatever_its_place_holds_later() {
    without_leaks(|| {
        assert_eq!(caller().list_in_room(), HRESULT(0));
        assert_eq!(caller().room_of_a_place(), HRESULT(0));
    });
}

#[test]
fn answers_are_no_part_of_what_is_read_before_they_are_given() {
    without_leaks(|| {
        assert_eq!(caller().half_an_address(Bstr::from("text")), (HRESULT(0), 7));
        assert_eq!(caller().half_of_a_record(), (HRESULT(0), 7));
    });
}

#[test]
fn answers_are_zero_wherever_a_call_fails() {
    assert_eq!(caller().answers(Some(1)), (HRESULT(0), [2, 3]));
    for number in [None, Some(-1), Some(-2)] {
        let (code, answers) = caller().answers(number);
        assert!(code.is_err() && answers == [0, 0], "{number:?}: {code:?}, {answers:?}");
    }
}

#[test]
fn places_of_objects_are_apart_from_what_is_read() {
    assert_eq!(caller().numbers_in_places(), (E_INVALIDARG, true));
}

#[test]
fn what_nobody_changes_may_be_lent_twice() {
    assert_eq!(caller().read_twice(), HRESULT(0));
}
