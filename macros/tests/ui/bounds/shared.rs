//! An identifier that two interfaces share cannot be asked for, by whatever door: all of them name it.
#![allow(deprecated)]

use mapidl::com::IClassFactory;
use mapidl::{ComObject, IUnknown, Interface, Weak, implement};

mapidl::include_idl!("../../../tmp/shared.idl");

struct Named;

implement! { impl Named as Named_Impl: [INamed] }

impl INamed_Impl for Named_Impl {}

fn query_interface(object: &IUnknown) {
    let _ = object.cast::<INumbered>();
}

fn query_interface_of_windows_core(object: &ComObject<Named>) {
    let _ = object.cast::<INumbered>();
}

fn an_interface_that_a_method_gives(factory: &IClassFactory) {
    let _ = factory.create_instance::<INumbered>();
}

fn weak_references(weak: &Weak<INumbered>) {
    let _ = weak.upgrade();
}

fn main() {
    let object: IUnknown = Named.into();
    query_interface(&object);
    query_interface_of_windows_core(&ComObject::new(Named));
    an_interface_that_a_method_gives(&object.cast().unwrap());
    weak_references(&Weak::new());
}
