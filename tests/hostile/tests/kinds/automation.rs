//! Values of automation whose types and pointers mean harm.

use mapidl::codes::E_INVALIDARG;
use mapidl::com::{SAFEARRAY, VARIANT};
use mapidl::{Bstr, HRESULT, Interface, Result, SafeArray, Success, Variant, implement};
use mapidl::{IUnknown, Value};
use mapidl_hostile::idl::{IGiver, IValues, IValues_Impl};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, Lie, assigned, broken_arrays, failing, liar, mark, odd_texts, variants};
use std::cell::RefCell;
use std::sync::Mutex;

/// Looks at all that it is given, and keeps what it can.
#[derive(Default)]
struct Keeper(Mutex<Vec<Variant>>);

implement! { apartment impl Keeper as Keeper_Impl: [IValues] }

impl IValues_Impl for Keeper_Impl {
    fn take(&self, value: &Variant) -> Result<Success<()>> {
        let _ = format!("{value:?} {:?} {:?}", value.value(), String::try_from(value));
        self.0.lock().expect("no panic").push(value.try_clone()?);
        Ok(().into())
    }

    fn change(&self, values: &mut SafeArray) -> Result<Success<()>> {
        let taken = std::mem::take(&mut values.elements_mut::<Variant>()?[0]);
        self.0.lock().expect("no panic").push(taken);
        Ok(().into())
    }
}

#[test]
fn variants_of_no_sense_are_shown_and_copied_or_refused() {
    without_leaks(|| {
        let object: IValues = Keeper::default().into();
        let caller = Caller::of(&object);
        let mut tried = 0;
        variants(|what, value| {
            let code = caller.take(value);
            assert!(code.is_ok() || code.is_err(), "{what}");
            tried += 1;
        });
        assert!(tried > 20);
        let keeper = object.cast_object::<mapidl::Apartment<Keeper>>().expect("it is one");
        for kept in keeper.0.lock().expect("no panic").iter() {
            let _ = format!("{kept:?}");
        }
    });
}

#[test]
fn an_array_of_values_is_changed_in_place() {
    without_leaks(|| {
        let object: IValues = Keeper::default().into();
        let mut array =
            SafeArray::from_vec(vec![Variant::from("text"), Variant::from(Bstr::from("b"))]).expect("memory");
        let _ = object.change(&mut array).expect("an array of variants");
        assert!(array.get::<Variant>(&[0]).expect("two").is_empty());
        assert!(object.change(&mut SafeArray::new()).is_err() || array.len() == 2);
    });
}

#[test]
fn peers_that_give_no_value_are_refused_or_read() {
    without_leaks(|| {
        for lie in Lie::ALL {
            if let Ok(value) = liar::<IValues>(lie).give() {
                let _ = format!("{:?}", value.value);
            }
        }
    });
}

/// Looks at a value, has other code run, and looks at it again.
struct Watcher(RefCell<Option<IGiver>>);

implement! { apartment impl Watcher as Watcher_Impl: [IValues] }

impl IValues_Impl for Watcher_Impl {
    fn take(&self, value: &Variant) -> Result<Success<()>> {
        let seen = value.value();
        let before = format!("{seen:?}");
        let _ = self.0.take().expect("once").go(1)?;
        match &seen {
            Value::Bstr(text) => assert_eq!(**text, "text"),
            Value::Array(array) => assert!(
                array.to_vec::<i32>().is_ok_and(|numbers| numbers == [1, 2, 3])
                    || array.to_vec::<Variant>().is_ok_and(|values| values.len() == 2)
            ),
            Value::Unknown(Some(object)) => drop(object.cast::<IUnknown>()?),
            other => panic!("{other:?}"),
        }
        assert_eq!(format!("{seen:?}"), before);
        Ok(().into())
    }
}

#[test]
fn what_a_variant_refers_to_may_be_assigned_while_it_is_looked_at() {
    without_leaks(|| {
        let mut tried = 0;
        assigned(|what, value, event: IGiver| {
            let object: IValues = Watcher(RefCell::new(Some(event))).into();
            assert!(Caller::of(&object).take(value).is_ok(), "{what}");
            tried += 1;
        });
        assert_eq!(tried, 5);
    });
}

/// Arrays with features by which they are variables of somebody's: AUTO, STATIC, EMBEDDED, FIXEDSIZE.
#[test]
fn an_array_that_is_a_variable_is_not_lent_to_be_kept() {
    without_leaks(|| {
        let object: IValues = Keeper::default().into();
        let change = |array: &SafeArray| Caller::of(&object).change(&mut array.as_raw());
        for feature in [1, 2, 4, 0x10] {
            let inner = SafeArray::from_vec(vec![1_i64]).expect("memory");
            let outer = SafeArray::from_vec(vec![Variant::try_from(inner).expect("a type")]).expect("memory");
            mark(&outer, feature);
            assert_eq!(change(&outer), E_INVALIDARG, "{feature}");
            mark(&outer, feature);
            mark_first(&outer, feature);
            assert_eq!(change(&outer), E_INVALIDARG, "{feature}");
            mark_first(&outer, feature);
            assert_eq!(change(&outer), HRESULT(0));
        }
    });
}

/// The same for the array in the first element.
fn mark_first(array: &SafeArray, feature: u16) {
    let elements = array.elements::<Variant>().expect("variants");
    let Value::Array(inner) = elements[0].value() else { panic!("an array") };
    mark(&inner, feature);
}

#[test]
fn nobody_writes_to_elements_that_are_marked_twice() {
    without_leaks(|| {
        let mut array = SafeArray::from_vec(vec![Bstr::default()]).expect("memory");
        mark(&array, 0x200);
        assert_eq!(array.element_type(), None);
        assert!(array.elements_mut::<Bstr>().is_err() && array.elements_mut::<u64>().is_err());
        assert!(array.elements_mut::<Option<IUnknown>>().is_err());
        mark(&array, 0x200);
    });
}

#[test]
#[cfg_attr(windows, ignore = "there the system frees them, and believes what they say")]
fn arrays_that_contradict_themselves_are_shown_copied_and_freed() {
    without_leaks(|| {
        broken_arrays(|what, mut array| {
            let _ = format!("{what} {array:?} {:?} {:?}", array.len(), array.elements::<Bstr>());
            let _ = array.elements_mut::<Variant>().map(|mut all| all.iter_mut().for_each(|one| *one = Variant::new()));
            let _ = array.elements::<Option<IUnknown>>().map(|all| all.iter().flatten().count());
            drop(array.try_clone());
        });
    });
}

#[test]
fn texts_that_no_slice_can_be_made_of_are_empty() {
    odd_texts(|text| {
        assert_eq!(
            (text.byte_len(), text.len(), text.as_bytes(), &text.try_clone().expect("nothing")),
            (0, 0, &[][..], text)
        );
        assert_eq!((text.to_string_lossy(), format!("{text:?}")), (String::new(), "\"\"".to_owned()));
    });
}

#[test]
fn texts_of_a_failure_belong_to_who_asks_with_one_code_only() {
    without_leaks(|| {
        for (code, expected) in [(0x8000_4005, ""), (0x8002_000e, ""), (0x8002_0009, "text")] {
            let (code, kept) = (HRESULT(u32::cast_signed(code)), "text");
            let object = failing(code, kept);
            for _ in 0..2 {
                let error = object.call(1, &[]).expect_err("every call fails");
                assert_eq!((error.code(), error.description.to_string().as_str()), (code, expected));
                assert!(error.source.is_empty() && error.help_file.is_empty());
            }
        }
    });
}

const _: () = assert!(size_of::<Variant>() == size_of::<VARIANT>());
const _: () = assert!(size_of::<SafeArray>() == size_of::<*mut SAFEARRAY>());
