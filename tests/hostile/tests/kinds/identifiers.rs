//! Identifiers are data: whatever comes as one, no more than one pointer is written.

use mapidl::class::ClassFactory;
use mapidl::com::{IClassFactory, IPersist, IPersist_Impl};
use mapidl::{GUID, IUnknown, Interface, Result, Success, U16CStr, implement, u16cstr};
use mapidl_hostile::PRIVATE;
use mapidl_hostile::idl::{
    IArrays, IConfused, IConfused_Impl, IGiver, IGiver_Impl, INamed, INamed_Impl, INulls, INulls_Impl, INumbered,
    INumbered_Impl, MockIGiver, MockINamed, MockINumbered,
};
use mapidl_peer::{Asked, Caller, Lie, liar};
use std::sync::atomic::{AtomicUsize, Ordering};

struct Thing;

implement! { impl Thing as Thing_Impl: [IPersist] }

impl IPersist_Impl for Thing_Impl {}

struct Giver;

implement! { impl Giver as Giver_Impl: [IGiver] }

impl IGiver_Impl for Giver_Impl {
    fn open(&self, _: &GUID) -> Result<Success<IUnknown>> {
        Ok(IPersist::from(Thing).cast::<IUnknown>()?.into())
    }
}

/// Identifiers that nobody means, and one that somebody does.
fn identifiers() -> Vec<GUID> {
    let mut all = vec![GUID::zeroed(), PRIVATE, GUID::from_u128(u128::MAX), IClassFactory::IID];
    // Each bit of a known one turned: comparing some of the bits is not enough.
    all.extend((0..128).step_by(7).map(|bit| GUID::from_u128(IPersist::IID.to_u128() ^ (1 << bit))));
    all
}

#[track_caller]
fn assert_refused(what: &str, iid: &GUID, asked: Asked) {
    assert!(!asked.overrun, "{what} wrote more than one pointer for {iid:?}");
    assert!(asked.code.is_err() && !asked.answered, "{what}: {iid:?} is {asked:?}");
}

#[test]
fn objects_write_one_pointer() {
    let thing: IPersist = Thing.into();
    let caller = Caller::of(&thing);
    for iid in identifiers() {
        assert_refused("an object", &iid, caller.query(&iid));
    }
    assert!(caller.query(&IPersist::IID).code.is_ok());
    assert!(caller.open_nothing(0).iter().all(|code| code.is_err()));
}

#[test]
fn mocks_write_one_pointer() {
    let mock = MockIGiver::new();
    let caller = Caller::of(&mock.to_interface());
    for iid in identifiers() {
        assert_refused("a mock", &iid, caller.query(&iid));
    }
    assert!(caller.query(&IGiver::IID).code.is_ok());
    assert!(caller.open_nothing(0).iter().all(|code| code.is_err()));
}

#[test]
fn factories_write_one_pointer() {
    let factory: IClassFactory = ClassFactory::new(|| Ok(Thing.into())).into();
    let caller = Caller::of(&factory);
    for iid in identifiers() {
        assert_refused("a factory", &iid, caller.create(&iid));
    }
    assert!(caller.create(&IPersist::IID).code.is_ok());
}

#[test]
fn answers_of_implementers_write_one_pointer() {
    let giver: IGiver = Giver.into();
    let caller = Caller::of(&giver);
    for iid in identifiers() {
        assert_refused("an implementer", &iid, caller.open(3, &iid));
    }
    assert!(caller.open(3, &IPersist::IID).code.is_ok());
    assert!(caller.open_nothing(3).iter().all(|code| code.is_err()));
}

/// Has two interfaces of one identifier: whoever asks for it gets the first, whichever is meant.
struct Both;

implement! { impl Both as Both_Impl: [IConfused, INumbered] }

impl INamed_Impl for Both_Impl {
    fn set(&self, name: &U16CStr) -> Result<()> {
        assert_eq!(name, u16cstr!("name"));
        Ok(())
    }
}

impl INumbered_Impl for Both_Impl {
    fn set(&self, number: i64) -> Result<()> {
        assert_eq!(number, 8);
        Ok(())
    }
}

impl IConfused_Impl for Both_Impl {
    fn numbered(&self) -> Result<INumbered> {
        Ok(Both.into())
    }

    fn named(&self) -> Result<INamed> {
        Ok(IConfused::from(Both).into())
    }
}

/// That nobody can ask for one of them is a matter of compilers (`macros/tests/ui`).
#[test]
fn interfaces_of_one_identifier_are_called_as_what_they_came_as() {
    let both: IConfused = Both.into();
    assert_eq!(INumbered::SHARED_IID, INamed::SHARED_IID);
    assert!(Caller::of(&both).query(&INamed::SHARED_IID).code.is_ok());
    let (numbered, named) = (both.numbered().expect("one"), both.named().expect("the other"));
    numbered.set(8).expect("a number");
    named.set(u16cstr!("name")).expect("a name");
    // What has an identifier of its own can be asked for.
    let again: IConfused = numbered.cast().expect("the same object");
    again.set(u16cstr!("name")).expect("a name");

    let (numbered, named) = (MockINumbered::new(), MockINamed::new());
    let also = numbered.also::<MockINamed>();
    numbered.expect_set().once().withf(|number| *number == 8).returning(|_| Ok(()));
    for mock in [&also, &named] {
        mock.expect_set().once().withf(|name| *name == u16cstr!("name")).returning(|_| Ok(()));
        mock.to_interface().set(u16cstr!("name")).expect("a name");
    }
    numbered.to_interface().set(8).expect("a number");
    assert!(Caller::of(&also.to_interface()).query(&INamed::SHARED_IID).code.is_ok());
}

/// Asks what it is given for what it is said to be, and for what it is not.
#[derive(Default)]
struct Taker(AtomicUsize);

implement! { impl Taker as Taker_Impl: [INulls] }

impl INulls_Impl for Taker_Impl {
    fn by_identifier(&self, iid: &GUID, object: Option<&IUnknown>) -> Result<Success<()>> {
        let object = object.expect("one is given");
        assert!(object.cast::<IPersist>().is_err() && object.cast::<IArrays>().is_err(), "{iid:?}");
        assert!(!object.is_object::<Taker>() && *object == object.clone());
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(().into())
    }
}

#[test]
fn what_an_identifier_says_of_an_object_is_not_believed() {
    let taker: INulls = Taker::default().into();
    let caller = Caller::of(&taker);
    let mut told = 0;
    for lie in Lie::ALL {
        let object: IGiver = liar(lie);
        for iid in identifiers().into_iter().chain([IPersist::IID, IUnknown::IID]) {
            assert!(caller.give_of(&iid, &object).is_ok());
            told += 1;
        }
    }
    let taker = taker.cast_object::<Taker>().expect("it is one");
    assert_eq!(taker.0.load(Ordering::Relaxed), told);
}
