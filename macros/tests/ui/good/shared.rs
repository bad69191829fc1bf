//! Interfaces of one identifier are implemented, called and mocked like others, and `unsafe` code can ask for them.
#![allow(deprecated)]

use mapidl::{IUnknown, Interface, Result, implement, u16cstr};

mapidl::include_idl!("../../../tmp/shared.idl");

struct Named;

implement! { impl Named as Named_Impl: [INamed] }

impl INamed_Impl for Named_Impl {
    fn set(&self, _: &mapidl::U16CStr) -> Result<()> {
        Ok(())
    }
}

fn main() {
    let named: INamed = Named.into();
    named.set(u16cstr!("name")).unwrap();
    let unknown: IUnknown = named.cast().unwrap();
    // SAFETY: the object is a `Named`, which answers with INamed.
    let named = unsafe { unknown.cast_by::<INamed>(&INamed::SHARED_IID) }.unwrap();
    named.set(u16cstr!("name")).unwrap();

    let mock = MockINumbered::new();
    mock.expect_set().returning(|_| Ok(()));
    mock.to_interface().set(8).unwrap();
}
