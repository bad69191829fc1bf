//! Who keeps and who frees: objects that outlive the call that brought them, values that are freed in a call that fails,
//! memory that is given away without being told of.

use mapidl::com::{IPersist, IPersist_Impl, VARIANT};
use mapidl::{Bstr, HRESULT, IUnknown, Interface, Result, Success, TaskString, TaskVec, Variant, implement, u16cstr};
use mapidl_hostile::idl::{IKeeper, IKeeper_Impl};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, Lie, liar, variants};
use std::cell::RefCell;
use std::sync::Arc;

/// Keeps everything, and fails after it has done what it was asked for when it was told to.
#[derive(Default)]
struct Keeper {
    fails: bool,
    objects: RefCell<Vec<IUnknown>>,
    values: RefCell<Vec<Variant>>,
}

implement! { apartment impl Keeper as Keeper_Impl: [IKeeper] }

impl Keeper_Impl {
    fn done<T>(&self, value: T) -> Result<Success<T>> {
        if self.fails { Err(HRESULT(i32::MIN).into()) } else { Ok(value.into()) }
    }
}

impl IKeeper_Impl for Keeper_Impl {
    fn keep(&self, object: Option<&IUnknown>) -> Result<Success<()>> {
        self.objects.borrow_mut().extend(object.cloned());
        self.done(())
    }

    fn text(&self, text: &mut Bstr) -> Result<Success<()>> {
        let taken = std::mem::replace(text, Bstr::from("other"));
        self.values.borrow_mut().push(Variant::from(taken));
        self.done(())
    }

    fn value(&self, value: &mut Variant) -> Result<Success<()>> {
        let taken = std::mem::replace(value, Variant::from("other"));
        self.values.borrow_mut().push(taken);
        self.done(())
    }

    fn made(&self) -> Result<Success<(TaskVec<i32>, TaskString)>> {
        self.done((TaskVec::new(&[7; 3])?, TaskString::new(u16cstr!("made"))?))
    }
}

/// An object that tells whether it lives.
struct Alive(#[expect(dead_code, reason = "its count tells whether the object lives")] Arc<()>);

implement! { impl Alive as Alive_Impl: [IPersist] }

impl IPersist_Impl for Alive_Impl {}

#[test]
fn what_is_kept_outlives_its_call_and_goes_with_its_keeper() {
    for lie in Lie::ALL {
        let alive = Arc::new(());
        let keeper: IKeeper = liar(lie);
        let object: IPersist = Alive(Arc::clone(&alive)).into();
        let _ = keeper.keep(&object);
        let _ = keeper.keep(&object);
        drop(object);
        assert_eq!(Arc::strong_count(&alive), 2, "{lie:?} keeps it");
        let _ = keeper.keep(None);
        assert_eq!(Arc::strong_count(&alive), 1, "{lie:?} keeps one");
        let _ = keeper.keep(&IPersist::from(Alive(Arc::clone(&alive))));
        drop(keeper);
        assert_eq!(Arc::strong_count(&alive), 1, "{lie:?} is gone");
    }
    for fails in [false, true] {
        let alive = Arc::new(());
        let keeper: IKeeper = Keeper { fails, ..Keeper::default() }.into();
        let object: IUnknown = IPersist::from(Alive(Arc::clone(&alive))).into();
        assert_eq!(Caller::of(&keeper).give(3, Some(object)).is_err(), fails);
        assert_eq!(Arc::strong_count(&alive), 2);
        drop(keeper);
        assert_eq!(Arc::strong_count(&alive), 1);
    }
}

#[test]
fn peers_free_what_they_replace_whatever_they_answer() {
    without_leaks(|| {
        for lie in Lie::ALL {
            let keeper: IKeeper = liar(lie);
            let mut text = Bstr::from("text");
            let _ = keeper.text(&mut text);
            let _ = (format!("{text:?} {}", text.to_string_lossy()), text.try_clone());
            let mut value = Variant::from("text");
            let _ = keeper.value(&mut value);
            drop(keeper);
            // A reference to what the peer had would lead nowhere now.
            let _ = format!("{value:?} {:?}", value.value());
            assert!(!value.is_reference(), "{lie:?}");
        }
    });
}

#[test]
fn what_peers_give_away_is_freed_whatever_they_say_of_it() {
    without_leaks(|| {
        for lie in Lie::ALL {
            match liar::<IKeeper>(lie).made().map(Success::into_value) {
                Ok((numbers, text)) => {
                    assert!(numbers.len() <= 1, "{lie:?} gives {}", numbers.len());
                    assert_eq!((&*text, numbers.as_array().get(0).unwrap_or(7)), (u16cstr!("made"), 7));
                }
                Err(error) => assert!(error.code().is_err() && lie != Lie::StrangeSuccess, "{lie:?}: {error:?}"),
            }
        }
    });
}

#[test]
fn what_comes_back_is_the_callers_also_after_a_failure() {
    without_leaks(|| {
        for fails in [false, true] {
            let keeper: IKeeper = Keeper { fails, ..Keeper::default() }.into();
            let caller = Caller::of(&keeper);
            for text in [Bstr::new(), Bstr::from("text")] {
                let (code, back) = caller.replace_text(text);
                assert_eq!(code.is_err(), fails);
                let _ = back.to_string_lossy();
            }
            let (code, back) = caller.replace_value(Variant::from("text").into_raw());
            assert_eq!(code.is_err(), fails);
            let _ = format!("{back:?}");
            assert_eq!(keeper.made().is_err(), fails);
        }
    });
}

#[test]
fn values_of_no_sense_are_not_kept_as_references() {
    let keeper: IKeeper = Keeper::default().into();
    let caller = Caller::of(&keeper);
    variants(|what, value: VARIANT| {
        let (code, back) = caller.replace_value(value);
        if code.is_err() {
            std::mem::forget(back); // what was refused stays what it was
        } else {
            assert!(!back.is_reference(), "{what}");
        }
    });
    let keeper = keeper.cast_object::<mapidl::Apartment<Keeper>>().expect("it is one");
    assert!(keeper.values.borrow().iter().all(|value| !value.is_reference()));
}
