//! Nulls in the place of interfaces, in and out, with and without success.

use mapidl::com::IPersist;
use mapidl::{Error, GUID, HRESULT, IUnknown, Interface, OptionalExt, Result, Success, implement};
use mapidl_hostile::idl::{INulls, INulls_Impl};
use mapidl_peer::{Caller, Lie, liar};
use std::sync::atomic::{AtomicUsize, Ordering};

const S_FALSE: HRESULT = HRESULT(1);

/// Gives nothing, with the code that it was told, and counts what it was given.
#[derive(Default)]
struct Empty {
    code: i32,
    given: AtomicUsize,
}

implement! { impl Empty as Empty_Impl: [INulls] }

impl Empty_Impl {
    fn take_all(&self, objects: &[bool]) -> Result<Success<()>> {
        self.given.fetch_add(1 + objects.iter().filter(|there| **there).count(), Ordering::Relaxed);
        Ok(().into())
    }
}

impl INulls_Impl for Empty_Impl {
    fn next(&self) -> Result<Success<INulls>> {
        Err(Error::null(HRESULT(self.code)))
    }

    fn find(&self) -> Result<Success<Option<INulls>>> {
        Ok(Success::with(None, HRESULT(self.code)))
    }

    fn typed(&self, _: &GUID) -> Result<Success<IUnknown>> {
        Err(Error::null(HRESULT(self.code)))
    }

    fn take(&self, one: Option<&INulls>, two: Option<&IUnknown>) -> Result<Success<()>> {
        self.take_all(&[one.is_some(), two.is_some()])
    }

    fn need(&self, one: &INulls) -> Result<Success<()>> {
        self.take_all(&[!one.as_raw().is_null()])
    }

    fn by_identifier(&self, _: &GUID, object: Option<&IUnknown>) -> Result<Success<()>> {
        self.take_all(&[object.is_some()])
    }
}

#[test]
fn peers_that_give_null_keep_their_code() {
    for lie in Lie::ALL {
        let nulls: INulls = liar(lie);
        let next = nulls.next().optional();
        let typed = nulls.typed::<IPersist>().optional();
        let found = nulls.find();
        if lie == Lie::GarbageWithFailure {
            assert!(next.is_err() && typed.is_err() && found.is_err());
            continue;
        }
        let (next, typed, found) = (next.expect("null"), typed.expect("null"), found.expect("null"));
        assert!(next.is_none() && typed.is_none() && found.is_none(), "{lie:?}");
        let code = if lie == Lie::StrangeSuccess { HRESULT(0x0123_4567) } else { HRESULT(0) };
        assert_eq!((next.code(), typed.code(), found.code()), (code, code, code));
        let error = nulls.next().expect_err("no object");
        assert!(error.code().is_err() && error.null_code() == Some(code), "{lie:?}: {error:?}");
    }
}

#[test]
fn implementers_that_give_null_keep_their_code() {
    for code in [HRESULT(0), S_FALSE, HRESULT(i32::MAX)] {
        let nulls: INulls = Empty { code: code.0, ..Empty::default() }.into();
        let caller = Caller::of(&nulls);
        for slot in [3, 4] {
            let (told, answered, nowhere) = caller.get(slot);
            // Who need not take what may be missing need not have a place for it.
            assert_eq!((told, answered, nowhere.is_err()), (code, false, slot == 3), "slot {slot}");
        }
        let asked = caller.open(5, &IPersist::IID);
        assert_eq!((asked.code, asked.answered, asked.overrun), (code, false, false));
    }
    // An implementer that fails by a null, and calls that a failure, fails.
    let nulls: INulls = Empty { code: i32::MIN, ..Empty::default() }.into();
    let (code, answered, _) = Caller::of(&nulls).get(3);
    assert!(code.is_err() && !answered);
}

#[test]
fn nulls_that_come_in_are_seen_or_refused() {
    let nulls: INulls = Empty::default().into();
    let caller = Caller::of(&nulls);
    let given = |count| {
        let empty = nulls.cast_object::<Empty>().expect("it is one");
        assert_eq!(empty.given.load(Ordering::Relaxed), count);
    };
    assert!(caller.give_nothing_twice().is_ok());
    given(1);
    assert!(caller.give(7, None).is_err(), "the definition says that there is one");
    given(1);
    assert!(caller.give_nothing_of(&IPersist::IID)[0].is_ok());
    assert!(nulls.take(None, None).is_ok() && nulls.take(&nulls, &nulls).is_ok());
    assert!(nulls.need(&nulls).is_ok());
}

#[test]
fn peers_take_nulls() {
    for lie in Lie::ALL {
        let nulls: INulls = liar(lie);
        let told = [
            nulls.take(None, None).map(drop),
            nulls.need(&nulls).map(drop),
            nulls.by_identifier::<IPersist>(None).map(drop),
        ];
        assert!(told.iter().all(|told| told.is_err() == (lie == Lie::GarbageWithFailure)), "{lie:?}: {told:?}");
    }
}
