//! Arrays of something else than the definition says: numbers in the place of what is followed.

use mapidl::automation::Element;
use mapidl::{Bstr, Error, HRESULT, Interface, Result, SafeArray, Variant, implement};
use mapidl_hostile::idl::{IArrays, IArrays_Impl};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, calls, mark, numbers, reader, store_type};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const TYPE_MISMATCH: HRESULT = HRESULT(0x8002_0005_u32.cast_signed());
const E_FAIL: HRESULT = HRESULT(0x8000_4005_u32.cast_signed());

/// The readers' calls are counted together.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn texts() -> SafeArray {
    SafeArray::from_vec(vec![Bstr::from("one"), Bstr::default()]).expect("memory")
}

fn values() -> SafeArray {
    SafeArray::from_vec(vec![Variant::from("one"), Variant::new()]).expect("memory")
}

#[track_caller]
fn assert_refused<T>(told: Result<T>) {
    assert_eq!(told.map(drop).map_err(|error| error.code()), Err(TYPE_MISMATCH));
}

#[test]
fn callers_pass_what_is_said() {
    let _turn = ONE_AT_A_TIME.lock();
    without_leaks(|| {
        let peer: IArrays = reader(HRESULT(0));
        calls();
        for wrong in [numbers(), values()] {
            assert_refused(peer.texts(&wrong));
        }
        assert_refused(peer.values(&numbers()));
        assert_refused(peer.values(&texts()));
        assert_refused(peer.change(&mut numbers()));
        assert_eq!(calls(), 0);
        assert!(peer.texts(&texts()).is_ok() && peer.texts(&SafeArray::new()).is_ok());
        assert!(peer.values(&values()).is_ok());
        // Of this one nobody says what is in it.
        assert!(peer.any(&numbers()).is_ok() && peer.any(&texts()).is_ok());
        assert_eq!(calls(), 3);
    });
}

#[test]
fn what_peers_give_is_looked_at() {
    let _turn = ONE_AT_A_TIME.lock();
    without_leaks(|| {
        for code in [HRESULT(0), E_FAIL] {
            let peer: IArrays = reader(code);
            let expected = if code == E_FAIL { E_FAIL } else { TYPE_MISMATCH };
            assert_eq!(peer.objects().map(drop).map_err(|error| error.code()), Err(expected));
            let mut changed = texts();
            assert_eq!(peer.change(&mut changed).map_err(|error| error.code()), Err(expected));
            assert_eq!((changed.dimensions(), changed.element_type()), (0, None));
        }
    });
}

/// What an implementer does with an array that it may change.
#[derive(Clone, Copy)]
enum Does {
    Nothing,
    Replace,
    ReplaceAndFail,
    ReplaceAndPanic,
}

struct Implementer(Does, AtomicUsize);

implement! { impl Implementer as Implementer_Impl: [IArrays] }

impl Implementer_Impl {
    fn look<T: Element>(&self, array: &SafeArray) -> Result<()> {
        self.1.fetch_add(1, Ordering::Relaxed);
        array.to_vec::<T>().map(drop)
    }
}

impl IArrays_Impl for Implementer_Impl {
    fn texts(&self, texts: &SafeArray) -> Result<()> {
        self.look::<Bstr>(texts)
    }

    fn values(&self, values: &SafeArray) -> Result<()> {
        self.look::<Variant>(values)
    }

    fn objects(&self) -> Result<SafeArray> {
        Ok(numbers())
    }

    fn change(&self, texts: &mut SafeArray) -> Result<()> {
        self.look::<Bstr>(texts)?;
        if !matches!(self.0, Does::Nothing) {
            *texts = numbers();
        }
        match self.0 {
            Does::ReplaceAndFail => Err(Error::from_hresult(E_FAIL)),
            Does::ReplaceAndPanic => panic!("as it was told"),
            Does::Nothing | Does::Replace => Ok(()),
        }
    }

    fn any(&self, _: &SafeArray) -> Result<()> {
        Ok(())
    }
}

fn implementer(does: Does) -> IArrays {
    Implementer(does, AtomicUsize::new(0)).into()
}

#[test]
fn implementers_get_what_is_said() {
    without_leaks(|| {
        let object = implementer(Does::Nothing);
        let caller = Caller::of(&object);
        assert_eq!(caller.lend_array(3, &numbers()), TYPE_MISMATCH);
        assert_eq!(caller.lend_array(3, &values()), TYPE_MISMATCH);
        let mut wrong = numbers();
        for slot in [4, 6] {
            assert_eq!(caller.place_array(slot, &mut wrong), TYPE_MISMATCH);
            assert_eq!(wrong.len(), 4, "what was refused stays the caller's");
        }
        let looked = |times| {
            let object = object.cast_object::<Implementer>().expect("it is one");
            assert_eq!(object.1.load(Ordering::Relaxed), times);
        };
        looked(0);
        assert!(caller.lend_array(3, &texts()).is_ok() && caller.lend_array(3, &SafeArray::new()).is_ok());
        assert!(caller.place_array(4, &mut values()).is_ok() && caller.place_array(6, &mut texts()).is_ok());
        assert!(caller.lend_array(7, &numbers()).is_ok());
        looked(4);
    });
}

/// Arrays whose features tell one type, and the number before them another, with both put right again afterwards.
fn contradicting(mut show: impl FnMut(&str, &mut SafeArray)) {
    const STRING: u16 = 0x100;
    let as_numbers = |what: &str, array: &mut SafeArray, show: &mut dyn FnMut(&str, &mut SafeArray)| {
        for other in [20, 13, 36, 0x1_0000, u32::MAX] {
            let number = store_type(array, other);
            show(&format!("{what}, stored as {other}"), array);
            store_type(array, number);
        }
    };
    as_numbers("texts", &mut texts(), &mut show);
    as_numbers("values", &mut values(), &mut show);
    // Numbers that are marked as addresses of strings, or stored as such.
    let mut wrong = numbers();
    mark(&wrong, STRING);
    show("numbers, marked as texts", &mut wrong);
    mark(&wrong, STRING);
    for other in [8, 9, 12, 13] {
        let number = store_type(&wrong, other);
        show(&format!("numbers, stored as {other}"), &mut wrong);
        store_type(&wrong, number);
    }
}

#[test]
fn arrays_are_of_one_type_whatever_one_goes_by() {
    let _turn = ONE_AT_A_TIME.lock();
    without_leaks(|| {
        let peer: IArrays = reader(HRESULT(0));
        let object = implementer(Does::Nothing);
        let caller = Caller::of(&object);
        calls();
        let mut shown = 0;
        contradicting(|what, array| {
            shown += 1;
            assert_eq!(array.element_type(), None, "{what}");
            assert!(array.elements_mut::<i64>().is_err() && array.elements_mut::<u64>().is_err(), "{what}");
            assert!(array.elements_mut::<Bstr>().is_err() && array.elements_mut::<Variant>().is_err(), "{what}");
            assert!(array.elements_mut::<Option<mapidl::IUnknown>>().is_err() && array.try_clone().is_err(), "{what}");
            assert!(peer.texts(array).is_err() && peer.values(array).is_err() && peer.change(array).is_err(), "{what}");
            assert_eq!(caller.lend_array(3, array), TYPE_MISMATCH, "{what}");
            for slot in [4, 6] {
                assert!(caller.place_array(slot, array).is_err(), "{what}");
            }
            assert_eq!(array.dimensions(), 1, "what was refused stays the caller's");
        });
        assert_eq!((shown, calls()), (15, 0));
        assert_eq!(object.cast_object::<Implementer>().expect("it is one").1.load(Ordering::Relaxed), 0);
    });
}

#[test]
fn what_implementers_give_is_looked_at() {
    without_leaks(|| {
        let mut given = SafeArray::new();
        assert_eq!(Caller::of(&implementer(Does::Nothing)).place_array(5, &mut given), TYPE_MISMATCH);
        assert_eq!(given.dimensions(), 0);
        let told = [(Does::Replace, TYPE_MISMATCH), (Does::ReplaceAndFail, E_FAIL)];
        for (does, code) in told.into_iter().chain([(Does::ReplaceAndPanic, HRESULT(0x8000_FFFF_u32.cast_signed()))]) {
            let mut changed = texts();
            assert_eq!(Caller::of(&implementer(does)).place_array(6, &mut changed), code);
            assert_eq!(changed.dimensions(), 0);
        }
    });
}
