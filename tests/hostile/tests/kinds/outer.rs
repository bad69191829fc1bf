//! An object that is made part of another one does not count that one: nobody safe gives or gets an outer object.

use mapidl::class::ClassFactory;
use mapidl::com::{IClassFactory, IClassFactory_Impl, IPersist, IPersist_Impl, MockIClassFactory};
use mapidl::{GUID, HRESULT, IUnknown, Interface, Result, Success, implement};
use mapidl_peer::{Caller, aggregating};

const CLASS_E_NOAGGREGATION: HRESULT = HRESULT(0x8004_0110_u32.cast_signed());

struct Thing;

implement! { impl Thing as Thing_Impl: [IPersist] }

impl IPersist_Impl for Thing_Impl {}

/// A factory of the user's own.
struct Maker;

implement! { impl Maker as Maker_Impl: [IClassFactory] }

impl IClassFactory_Impl for Maker_Impl {
    fn create_instance(&self, _: &GUID) -> Result<Success<IUnknown>> {
        Ok(IUnknown::from(Thing).into())
    }
}

#[test]
fn what_others_make_is_part_of_nothing() {
    let factory = aggregating();
    // An outer object would be gone here.
    let made = factory.create_instance::<IClassFactory>().expect("made").into_value();
    drop(factory);
    let again = made.clone().create_instance::<IClassFactory>().expect("made");
    drop(made);
    assert!(again.cast::<IUnknown>().is_ok());
}

#[test]
fn what_rust_makes_becomes_part_of_nothing() {
    let mock = MockIClassFactory::new();
    let own: IClassFactory = Maker.into();
    for factory in [ClassFactory::new(|| Ok(Thing.into())).into(), own, mock.to_interface()] {
        let caller = Caller::of(&factory);
        for outer in [caller.address(), 16, usize::MAX] {
            for iid in [IUnknown::IID, IPersist::IID, GUID::zeroed()] {
                let asked = caller.create_in(outer, &iid);
                assert_eq!((asked.code, asked.answered, asked.overrun), (CLASS_E_NOAGGREGATION, false, false));
            }
        }
    }
    for factory in [ClassFactory::new(|| Ok(Thing.into())).into(), IClassFactory::from(Maker)] {
        assert!(Caller::of(&factory).create(&IPersist::IID).answered);
    }
}
