//! Identifiers are data: whatever comes as one, no more than one pointer is written.

use mapidl::class::ClassFactory;
use mapidl::com::{IClassFactory, IPersist, IPersist_Impl};
use mapidl::{GUID, IUnknown, Interface, Result, Success, implement};
use mapidl_hostile::PRIVATE;
use mapidl_hostile::idl::{IGiver, IGiver_Impl, MockIGiver};
use mapidl_peer::{Asked, Caller};

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
