//! What is called on any thread, and what stays on its own.

use mapidl::class::ClassFactory;
use mapidl::com::{IPersist, IPersist_Impl, MockIPersist};
use mapidl::heap::Scope;
use mapidl::{AgileReference, Apartment, Borrowed, ComObject, HRESULT, Interface, SafeArray, Variant, hooks, implement};
use std::cell::Cell;
use std::rc::Rc;
use std::thread::spawn;

mapidl::include_idl!("../../../tmp/bounds.idl");

struct Counter(Cell<u32>);
implement! { impl Counter as Counter_Impl: [IPersist] }
impl IPersist_Impl for Counter_Impl {}

struct Shared(Rc<u32>);
implement! { impl Shared as Shared_Impl: [IPersist] }
impl IPersist_Impl for Shared_Impl {}

struct Pointer(*mut u8);
implement! { impl Pointer as Pointer_Impl: [IPersist] }
impl IPersist_Impl for Pointer_Impl {}

struct Holder(IPersist);
implement! { impl Holder as Holder_Impl: [IPersist] }
impl IPersist_Impl for Holder_Impl {}

struct List<T>(T);
implement! { impl<T> List as List_Impl: [IPersist] where T: 'static }
impl<T: 'static> IPersist_Impl for List_Impl<T> {}

/// One that says that it belongs to an apartment.
struct Window(Cell<u32>);
implement! { apartment impl Window as Window_Impl: [IPersist] }
impl IPersist_Impl for Window_Impl {}

/// An interface that any thread calls is none for it.
struct Listener(Cell<u32>);
implement! { apartment impl Listener as Listener_Impl: [ISink] }
impl ISink_Impl for Listener_Impl {}

fn interfaces(object: IPersist) {
    spawn(move || drop(object));
}

fn borrowed(object: Borrowed<'static, IPersist>) {
    spawn(move || drop(object));
}

fn objects_of_an_apartment(object: ComObject<Apartment<Window>>) {
    spawn(move || drop(object));
}

fn values_of_an_apartment(value: Apartment<u32>) {
    spawn(move || drop(value));
}

fn weak_references(object: &IPersist) {
    let weak = object.downgrade();
    spawn(move || drop(weak));
}

fn automation(variant: Variant, array: SafeArray) {
    spawn(move || drop(variant));
    spawn(move || drop(array));
}

fn agile_references(object: &IPersist) {
    AgileReference::of_free_threaded(object);
}

fn scopes() {
    let entered = Scope::new().enter();
    spawn(move || drop(entered));
}

fn what_may_be_called_anywhere(object: IPersist, count: Rc<Cell<u32>>) {
    let (factory, hook, answer) = (object.clone(), count.clone(), count.clone());
    ClassFactory::new(move || factory.cast());
    hooks::set_hook(move |_| hook.set(1));
    let mock = MockIPersist::new();
    mock.expect_get_class_id().returning(move || {
        answer.set(1);
        Err(HRESULT(-1).into())
    });
    mock.expect_get_class_id().returning_mut(move || {
        count.set(1);
        Err(HRESULT(-1).into())
    });
}

fn main() {}
