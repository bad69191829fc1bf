//! Nulls in the place of interfaces, where something else comes out that a caller follows after a success.

use mapidl::{Bstr, Error, HRESULT, IUnknown, MapiBox, MapiVec, Result, Success, TaskString, TaskVec, implement};
use mapidl_hostile::idl::{IBeside, IBeside_Impl, LISTED, NUMBERS};
use mapidl_peer::Caller;

const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const S_FALSE: HRESULT = HRESULT(1);

/// Has no object, with a success, as it comes from `?` of a call that gave none.
struct Empty;

implement! { impl Empty as Empty_Impl: [IBeside] }

fn nothing<T>() -> Result<T> {
    Err(Error::null(S_FALSE))
}

impl IBeside_Impl for Empty_Impl {
    fn record(&self) -> Result<Success<(IUnknown, MapiBox<NUMBERS>)>> {
        nothing()
    }

    fn text(&self) -> Result<Success<(IUnknown, TaskString)>> {
        nothing()
    }

    fn listed(&self, _: Option<&[i32]>) -> Result<Success<(IUnknown, Option<MapiBox<LISTED>>, MapiVec<i32>)>> {
        nothing()
    }

    fn room(&self, name: &mut [u16]) -> Result<Success<IUnknown>> {
        name.fill(7);
        nothing()
    }

    fn perhaps(&self) -> Result<Success<(IUnknown, Option<MapiBox<NUMBERS>>)>> {
        nothing()
    }

    fn number(&self) -> Result<Success<(IUnknown, u32)>> {
        nothing()
    }

    fn numbers(&self) -> Result<Success<(IUnknown, TaskVec<i32>)>> {
        nothing()
    }

    fn value(&self) -> Result<Success<(IUnknown, Bstr)>> {
        nothing()
    }
}

#[test]
fn a_null_is_a_failure_beside_what_must_be_there() {
    let empty: IBeside = Empty.into();
    let caller = Caller::of(&empty);
    assert_eq!([caller.follow(3), caller.follow(4), caller.follow_listed()], [E_POINTER; 3]);
    assert_eq!(caller.read_room(), (E_POINTER, true), "whatever becomes of the call");
}

#[test]
fn a_null_keeps_its_code_beside_what_may_be_null_or_zero() {
    let empty: IBeside = Empty.into();
    let caller = Caller::of(&empty);
    assert_eq!([caller.look(7), caller.look(10)], [(S_FALSE, false); 2]);
    assert_eq!([caller.read_number(), caller.follow_numbers()], [(S_FALSE, 0); 2]);
}
