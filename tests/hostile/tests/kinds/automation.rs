//! Values of automation whose types and pointers mean harm.

use mapidl::com::{SAFEARRAY, VARIANT};
use mapidl::{Bstr, Interface, Result, SafeArray, Success, Variant, implement};
use mapidl_hostile::idl::{IValues, IValues_Impl};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, Lie, liar, variants};
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
        let keeper = object.cast_object_ref::<mapidl::Apartment<Keeper>>().expect("it is one");
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

const _: () = assert!(size_of::<Variant>() == size_of::<VARIANT>());
const _: () = assert!(size_of::<SafeArray>() == size_of::<*mut SAFEARRAY>());
