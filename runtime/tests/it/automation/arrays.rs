//! Arrays that know their bounds.

use super::{text, without_leaks};
use mapidl::automation::VariantBool;
use mapidl::com::SAFEARRAYBOUND;
use mapidl::{Bstr, SafeArray, Variant};
use proptest::collection::vec;
use proptest::prelude::*;

const MISMATCH: u32 = 0x8002_0005;
const BAD_INDEX: u32 = 0x8002_000B;

fn code<T>(result: mapidl::Result<T>) -> u32 {
    result.err().map_or(0, |error| error.code().0.cast_unsigned())
}

fn bound(first: i32, count: u32) -> SAFEARRAYBOUND {
    SAFEARRAYBOUND { lLbound: first, cElements: count }
}

/// All indices within bounds, the first running fastest.
fn indices(bounds: &[SAFEARRAYBOUND]) -> Vec<Vec<i32>> {
    bounds.iter().fold(vec![Vec::new()], |all, bound| {
        let range = bound.lLbound..bound.lLbound + i32::try_from(bound.cElements).expect("small");
        range.flat_map(|index| all.iter().map(move |rest| [&rest[..], &[index]].concat())).collect()
    })
}

proptest! {
    #[test]
    fn elements_stand_in_the_order_of_their_indices(shape in vec((-3_i32..3, 0_u32..4), 1..4)) {
        without_leaks(|| {
            let bounds: Vec<_> = shape.iter().map(|(first, count)| bound(*first, *count)).collect();
            let mut array = SafeArray::with_bounds::<i32>(&bounds).expect("memory");
            assert_eq!((array.bounds(), array.dimensions()), (bounds.clone(), bounds.len()));
            let all = indices(&bounds);
            assert_eq!(array.len(), all.len());
            for (place, index) in all.iter().enumerate() {
                assert_eq!(array.position(index), Ok(place));
                array.set(index, i32::try_from(place).expect("small")).expect("within its bounds");
            }
            let copy = array.try_clone().expect("a copy");
            drop(array);
            assert_eq!(copy.to_vec::<i32>(), Ok((0..).take(all.len()).collect()));
            let mut outside: Vec<i32> = bounds.iter().map(|bound| bound.lLbound).collect();
            outside[0] += i32::try_from(bounds[0].cElements).expect("small");
            assert_eq!(code(copy.get::<i32>(&outside)), BAD_INDEX);
        });
    }

    #[test]
    fn strings_and_variants_die_with_their_array(texts in vec(text(), 0..5)) {
        without_leaks(|| {
            let strings = SafeArray::from_vec(texts.iter().map(Bstr::from).collect()).expect("memory");
            let variants = SafeArray::from_vec(texts.iter().map(|text| Variant::from(&**text)).collect()).expect("memory");
            let (more, others) = (strings.try_clone().expect("memory"), variants.try_clone().expect("memory"));
            drop((strings, variants));
            assert_eq!(more.to_vec::<Bstr>(), Ok(texts.iter().map(Bstr::from).collect()));
            let others = others.elements::<Variant>().expect("variants");
            assert!(others.iter().zip(&texts).all(|(variant, text)| String::try_from(variant).as_ref() == Ok(text)));
        });
    }
}

#[test]
fn elements_are_of_their_type_alone() {
    let array = SafeArray::from_vec(vec![1_i32, 2]).expect("memory");
    assert_eq!((array.element_type(), array.len(), array.get::<i32>(&[1])), (Some(3), 2, Ok(2)));
    assert_eq!(code(array.elements::<u32>()), MISMATCH);
    assert_eq!(code(array.elements::<Bstr>()), MISMATCH);
    assert_eq!(code(array.get::<i32>(&[0, 0])), BAD_INDEX);
    let truths = SafeArray::from_vec::<VariantBool>(vec![true.into(), false.into()]).expect("memory");
    assert_eq!((truths.element_type(), truths.elements::<i16>().is_err()), (Some(11), true));
}

#[test]
fn locks_are_counted() {
    let mut array = SafeArray::from_vec(vec![1_u8, 2, 3]).expect("memory");
    let (one, two) = (array.elements::<u8>().expect("bytes"), array.elements::<u8>().expect("bytes"));
    assert_eq!((array.locks(), &one[..]), (2, &two[..]));
    drop((one, two));
    array.elements_mut::<u8>().expect("bytes")[0] = 9;
    assert_eq!((array.locks(), array.to_vec()), (0, Ok(vec![9_u8, 2, 3])));
}

#[test]
fn null_is_an_array_without_dimensions() {
    let none = SafeArray::new();
    assert!(none.as_raw().is_null() && none.is_empty() && none.bounds().is_empty());
    assert_eq!((none.element_type(), none.bound(0), none.locks()), (None, None, 0));
    assert_eq!(none.to_vec::<Bstr>(), Ok(Vec::new()));
    assert!(none.try_clone().is_ok_and(|copy| copy.as_raw().is_null()));
    assert_eq!(code(none.position(&[])), BAD_INDEX);
    assert!(Variant::try_from(none).is_err());
}

#[test]
fn what_does_not_fit_is_refused() {
    assert!(SafeArray::with_bounds::<i64>(&[]).is_err());
    assert!(SafeArray::with_bounds::<i64>(&[bound(0, u32::MAX); 8]).is_err());
}
