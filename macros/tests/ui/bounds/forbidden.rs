//! What only `unsafe` code can do.

use mapidl::com::{IPersist, IPersist_Impl, IPersist_Vtbl, MockIPersist, VARIANT};
use mapidl::mock::{FaceSpec, MockOf};
use mapidl::object::{Body, Kind, Object, source};
use mapidl::{
    AgileReference, Bstr, ComObject, GUID, IUnknown, Interface, MapiBox, MapiString, MapiVec, SafeArray, TaskVec, Variant,
    heap, implement,
};
use std::ptr::{NonNull, null_mut};

mapidl::include_idl!("../../../tmp/bounds.idl");

struct Paper;
implement! { impl Paper as Paper_Impl: [IPersist] }
impl IPersist_Impl for Paper_Impl {}

/// An object that is not on the heap, and one that is freed while it is called.
fn objects(paper: &Paper_Impl) {
    Paper_Impl::from_value(Paper);
    Body::<Paper, mapidl::threads::Anywhere, 2>::new([source(); 2], const { &Kind::new::<Paper_Impl, -1>() }, Paper);
    ComObject::<Paper>::from_raw(NonNull::from(paper));
    mapidl::IUnknownImpl::Release(std::ptr::from_ref(paper).cast_mut());
}

/// A pointer that becomes an interface, of whatever object.
fn interfaces(unknown: &IUnknown) {
    IPersist::from_raw(null_mut());
    IPersist::from_raw_borrowed(&null_mut());
    let _ = unknown.query(&IPersist::IID, &mut null_mut());
    let _ = unknown.cast_by::<IPersist>(&IUnknown::IID);
    AgileReference::assume_agile(unknown);
}

/// A pointer that becomes an owner.
fn owners(variant: VARIANT) {
    MapiVec::<NAMES>::from_raw(null_mut(), 1);
    MapiBox::<NAMES>::from_raw(null_mut());
    MapiString::from_raw(null_mut());
    TaskVec::<u32>::from_raw(null_mut(), 1);
    Bstr::from_raw(null_mut());
    Variant::from_raw(variant);
    SafeArray::from_raw(null_mut());
}

/// Who allocates.
fn heaps(heap: heap::Heap) {
    let _ = heap.install();
    heap.free(null_mut());
}

/// A vtable of something else.
fn mocks(mock: &MockOf<IPersist>) {
    const VTABLE: &IPersist_Vtbl = &IPersist_Vtbl::new::<Paper_Impl, 0>();
    FaceSpec::<IPersist>::new("IPersist", VTABLE, |_: &GUID| true);
    mock.base::<MockIPersist>();
}

/// What the IDL does not describe, and where it is not known which slot that is.
fn methods(keeper: &IKeeper, derived: &IDerived) {
    let _ = keeper.undescribed(null_mut());
    let _ = derived.own();
}

/// Blocks of one heap that another one would free.
fn chains(one: heap::Chain, other: heap::Chain) {
    one.adopt(other);
}

fn main() {}
