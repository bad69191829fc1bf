//! Every method of every interface of MAPI is called through the vtable: on a mock that expects nothing, and on a
//! provider that implements nothing. No call crashes; forbidden nulls are refused by the code that the contract says,
//! and everything else reaches the implementer; what comes out of a call that fails is zero.
//!
//! The table of methods is written from the plan (`method_table.rs`).
#![cfg(not(miri))] // Hours of it.

#[macro_use]
mod call;
#[rustfmt::skip]
mod calls;

use call::{Arguments, Fate, Interface, Method, Nulls};
use mapi::MockIMAPIProp;
use mapidl::{GUID, HRESULT, IUnknown, Interface as _};
use mapidl_codegen::driver::{Options, compile};
use mapidl_codegen::model::InterfaceKind;
use mapidl_tests::root;
use std::fs;

/// Calls all methods of an interface in all ways; `told` gives what the implementer has told of a call.
fn call_all(interface: &Interface, object: &IUnknown, told: &dyn Fn() -> Option<String>) -> usize {
    let bystander = MockIMAPIProp::new();
    let dummy: IUnknown = bystander.to_interface().into();
    let mut calls = 0;
    for method in interface.methods.iter().copied().flatten() {
        for nulls in method.nulls() {
            let arguments = Arguments::new(method.params, nulls, &dummy);
            let answer = arguments.call(method, object);
            assert_answer(method, nulls, &answer, told());
            arguments.assert_untouched(method, nulls);
            assert_eq!(bystander.references(), 1, "{}: the object that goes in is kept, {nulls:?}", method.name);
            calls += 1;
        }
    }
    drop(dummy);
    assert_eq!(bystander.finish(), Ok(()));
    calls
}

/// A call came to its end as it must; `told` is what the implementer, if it is one that tells, has told of it.
#[track_caller]
fn assert_answer(method: &Method, nulls: Nulls, answer: &[u8], told: Option<String>) {
    let what = format!("{}, {nulls:?}", method.name);
    let reached = format!("{} was called, and no call is expected\n", method.name);
    let unimplemented = HRESULT(method.unimplemented.cast_signed());
    let fate = method.fate(nulls);
    if let Some(told) = told {
        let silent = fate != Fate::Reached || method.returns.is_reserved();
        assert_eq!(told, if silent { "" } else { &*reached }, "{what}");
    }
    match fate {
        _ if !method.returns.is_code() => assert!(answer.iter().all(|byte| *byte == 0), "{what}: {answer:x?}"),
        Fate::Refused(expected) => assert_eq!(code(answer), expected, "{what}"),
        Fate::Reached => assert_eq!(code(answer), unimplemented, "{what}"),
    }
}

fn code(answer: &[u8]) -> HRESULT {
    HRESULT(i32::from_ne_bytes(answer.try_into().expect("a code")))
}

#[test]
fn mocks_refuse_and_report_every_call() {
    let mut calls = 0;
    for interface in calls::interfaces() {
        let (object, told) = (interface.mock)();
        calls += call_all(&interface, &object, &|| Some(told()));
        drop(object);
        assert_eq!(told(), "", "{}", interface.name);
    }
    println!("mocks: {calls} calls");
}

#[test]
fn providers_that_implement_nothing_refuse_every_call() {
    let mut calls = 0;
    for interface in calls::interfaces() {
        let object = (interface.empty)();
        calls += call_all(&interface, &object, &|| None);
    }
    println!("providers: {calls} calls");
}

#[test]
fn every_object_has_its_interface() {
    for interface in calls::interfaces() {
        for object in [(interface.mock)().0, (interface.empty)()] {
            assert_identity(&interface, &object);
        }
    }
}

/// The three methods of IUnknown do what they must.
fn assert_identity(interface: &Interface, object: &IUnknown) {
    let slots = object.vtable();
    let (this, mut out) = (object.as_raw(), std::ptr::dangling_mut());
    // SAFETY: the object is live, the pointers are valid or null.
    unsafe {
        assert_eq!((slots.AddRef)(this), 2, "{}", interface.name);
        assert_eq!((slots.Release)(this), 1, "{}", interface.name);
        for (iid, found) in [(&interface.iid, interface.named), (&IUnknown::IID, true), (&GUID::from_u128(1), false)] {
            let code = (slots.QueryInterface)(this, iid, &mut out);
            let expected = if found { HRESULT(0) } else { mapi::E_NOINTERFACE };
            assert_eq!((code, out.is_null()), (expected, !found), "{}: {iid:?}", interface.name);
            assert!(!found || out == this, "{}: one interface is one pointer", interface.name);
            assert!(!found || (slots.Release)(this) == 1, "{}", interface.name);
        }
        assert_eq!((slots.QueryInterface)(this, std::ptr::null(), &mut out), mapi::E_POINTER, "{}", interface.name);
        let nowhere = (slots.QueryInterface)(this, &interface.iid, std::ptr::null_mut());
        assert_eq!(nowhere, mapi::E_POINTER, "{}", interface.name);
    }
}

#[test]
fn every_interface_and_every_slot_is_called() {
    let (interfaces, own) = (calls::interfaces(), |methods: &[&[Method]]| methods.last().map_or(0, |m| m.len()));
    let called = |interface: &Interface| 3 + interface.methods.iter().map(|methods| methods.len()).sum::<usize>();
    let slots: usize = interfaces.iter().map(called).sum();
    let declared: usize = interfaces.iter().map(|interface| own(&interface.methods)).sum();
    assert_eq!((interfaces.len(), slots), totals());
    println!("{} interfaces, {declared} methods of their own, {slots} slots", interfaces.len());
}

/// How many interfaces the model has, and how many slots their vtables have in all.
fn totals() -> (usize, usize) {
    let entries = fs::read_dir(root().join("idl")).expect("the folder idl");
    let files = entries.flatten().map(|entry| entry.path().to_string_lossy().into_owned());
    let files: Vec<_> = files.filter(|file| file.ends_with(".idl")).collect();
    let model = compile(&files, &Options::default()).model;
    let own = model.interfaces.iter().filter(|(_, interface)| {
        let called = !interface.declared_only && interface.kind == InterfaceKind::Object;
        called && !model.files[interface.head.file].bundled
    });
    let slots: Vec<_> = own.map(|(id, _)| model.slot_count(id) as usize).collect();
    (slots.len(), slots.iter().sum())
}
