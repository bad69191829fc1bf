//! C++ and Rust in one process: a program that g++ compiled calls every method of six interfaces through the vtables
//! of Rust providers and mocks, and Rust calls every method of objects written in C++.
//!
//! There is one conversation for each interface. Two clients hold it, in C++ (`tests/cpp/client_*.cpp`) and in Rust
//! (`cpp/client`), with implementations of three kinds: objects in C++ (`tests/cpp`), and providers and mocks in Rust,
//! which share a script (`cpp/script`). Every client holds it with every implementation, so that a mistake in the test
//! itself shows where only one language is involved.

mod client;
mod family;
mod library;
mod mocked;
mod provider;
mod samples;
mod script;
mod session;

use family::{Family, INTERFACES, Mocks};
use library::Cpp;
use mapi::{
    E_UNEXPECTED, IMAPIAdviseSink, IMAPIProp, IMAPISync, IMAPISyncProgressCallback, IMAPITable, IMsgStore,
    MAPI_E_CALL_FAILED, MAPI_E_NO_ACCESS, MAPI_E_NO_SUPPORT, MockIMAPIProp, MockIMAPITable, Restriction,
    RestrictionData, SPropValue, SRestriction, Value,
};
use mapidl::heap::Heap;
use mapidl::{Array, GUID, HRESULT, IUnknown, Interface, MapiBox, MapiVec};
use mapidl_tests::judge;
use script::Script;
use session::{Session, Stage, events};
use std::collections::BTreeSet;
use std::ffi::c_void;
use std::marker::PhantomData;
use std::process::Command;

const S_OK: HRESULT = HRESULT(0);

/// Every method of the interfaces but those of IUnknown, by interface: `IMsgStore::GetProps` is one.
fn all_methods() -> BTreeSet<String> {
    let model = &library::compilation().model;
    let interfaces = model.interfaces.iter().filter(|(_, interface)| INTERFACES.contains(&&*interface.head.name));
    let methods = interfaces.flat_map(|(id, interface)| {
        let bases = model.chain(id).into_iter().skip(1);
        let methods = bases.flat_map(|base| &model.interfaces[base].methods);
        methods.map(|method| format!("{}::{}", interface.head.name, method.head.name))
    });
    methods.collect()
}

/// Every method of every interface is among the calls.
#[track_caller]
fn assert_complete(direction: &str, calls: &BTreeSet<String>) {
    let all = all_methods();
    let missing: Vec<_> = all.difference(calls).collect();
    assert!(missing.is_empty(), "{direction}: never called: {missing:?}");
    println!("{direction}: {} interfaces, {} methods, those of bases included", INTERFACES.len(), all.len());
}

// ---- conversations --------------------------------------------------------------------------------------------------

#[test]
fn cpp_talks_to_providers() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let panics = events(|| Family::providers(Script::Play).run(cpp, &stage.session, "talk", S_OK));
    assert!(panics.is_empty(), "{panics:#?}");
    assert_complete("C++ calls Rust", &stage.finish().0);
}

#[test]
fn cpp_talks_to_mocks() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let mocks = Mocks::new();
    mocks.expect_talk();
    mocks.family().run(cpp, &stage.session, "talk", S_OK);
    assert_eq!(mocks.finish(), "");
    assert_complete("C++ calls mocks", &stage.finish().0);
}

#[test]
fn cpp_talks_to_one_mock_with_six_faces() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let mocks = Mocks::one();
    mocks.expect_talk();
    mocks.family().run(cpp, &stage.session, "talk", S_OK);
    assert_eq!(mocks.finish(), "");
    stage.finish();
}

#[test]
fn rust_talks_to_cpp() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let undeclared = events(|| Family::cpp(cpp, &stage.session, S_OK).talk());
    assert!(undeclared.is_empty(), "{undeclared:#?}");
    assert_complete("Rust calls C++", &stage.finish().1);
}

#[test]
fn each_language_talks_to_itself() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    Family::cpp(cpp, &stage.session, S_OK).run(cpp, &stage.session, "talk", S_OK);
    Family::providers(Script::Play).talk();
    let mocks = Mocks::new();
    mocks.expect_talk();
    mocks.family().talk();
    assert_eq!(mocks.finish(), "");
    stage.finish();
}

// ---- null pointers --------------------------------------------------------------------------------------------------

#[test]
fn forbidden_nulls_do_not_reach_providers_or_mocks() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    // A method that is reached panics, and answers E_UNEXPECTED instead of MAPI_E_INVALID_PARAMETER.
    let panics = events(|| Family::providers(Script::Panic).run(cpp, &stage.session, "nulls", S_OK));
    assert!(panics.is_empty(), "{panics:#?}");
    let mocks = Mocks::new();
    mocks.family().run(cpp, &stage.session, "nulls", S_OK);
    assert_eq!(mocks.finish(), "");
    stage.finish();
}

#[test]
fn what_is_optional_may_be_null() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let panics = events(|| Family::providers(Script::Play).run(cpp, &stage.session, "wishes", S_OK));
    assert!(panics.is_empty(), "{panics:#?}");
    stage.finish();
}

#[test]
fn data_at_odd_addresses_is_read_and_written() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let panics = events(|| {
        let family = Family::providers(Script::Play);
        cpp.run(&stage.session, "crooked_IMAPIProp", &family.prop, S_OK);
        cpp.run(&stage.session, "crooked_IMAPITable", &family.table, S_OK);
        cpp.run(&stage.session, "crooked_IMsgStore", &family.store, S_OK);
        cpp.run(&stage.session, "crooked_IMAPIAdviseSink", &family.sink, S_OK);
        cpp.run(&stage.session, "crooked_IMAPISync", &family.sync, S_OK);
    });
    assert!(panics.is_empty(), "{panics:#?}");
    stage.finish();
}

#[test]
fn missing_parts_of_data_are_shown_as_missing() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let props = MockIMAPIProp::new();
    props.expect_set_props().once().returning(|props| {
        let kept = MapiVec::<SPropValue>::new(props)?;
        for values in [props.to_vec(), kept.iter().collect()] {
            let missing = |kind| Value::Unknown(kind, PhantomData);
            assert_eq!([0, 1, 2].map(|i| values[i].value()), [missing(0x1e), missing(0x1f), missing(0x48)]);
            assert_eq!(values[3].value(), Value::Binary(&[]));
            assert_eq!(values[4].value(), Value::MvUnicode(Array::EMPTY));
            let Value::MvUnicode(texts) = values[5].value() else { panic!("{values:?}") };
            assert_eq!(texts.iter().map(|text| text.get()).collect::<Vec<_>>(), [None]);
        }
        Ok(None)
    });
    cpp.run(&stage.session, "hollow_IMAPIProp", &props.to_interface(), S_OK);
    let table = MockIMAPITable::new();
    let is_hollow = |restriction: Restriction<'_>| match restriction.res() {
        RestrictionData::And(parts) => parts.is_empty(),
        RestrictionData::Not(opposite) => opposite.res().is_none(),
        _ => false,
    };
    table.expect_restrict().times(2).returning(move |restriction, _| {
        let restriction = restriction.expect("a restriction");
        let kept = MapiBox::<SRestriction>::new(restriction)?;
        assert!(is_hollow(restriction) && is_hollow(kept.view()));
        Ok(())
    });
    cpp.run(&stage.session, "hollow_IMAPITable", &table.to_interface(), S_OK);
    assert_eq!((props.finish(), table.finish()), (Ok(()), Ok(())));
    stage.finish();
}

// ---- failures -------------------------------------------------------------------------------------------------------

#[test]
fn errors_of_providers_reach_cpp() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    Family::providers(Script::Refuse(MAPI_E_NO_ACCESS)).run(cpp, &stage.session, "refused", MAPI_E_NO_ACCESS);
    Family::bare().run(cpp, &stage.session, "refused", MAPI_E_NO_SUPPORT);
    assert_complete("C++ is refused by Rust", &stage.finish().0);
}

#[test]
fn panics_come_back_as_codes() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let panics = events(|| Family::providers(Script::Panic).run(cpp, &stage.session, "refused", E_UNEXPECTED));
    let methods = panics.iter().map(|event| {
        event.strip_suffix(" panicked: this part was not learnt").unwrap_or_else(|| panic!("{event}")).to_owned()
    });
    // A store's own methods and those of its base are told apart by the interface that declares them.
    let own = all_methods().into_iter().filter(|method| {
        let (interface, name) = method.split_once("::").expect("a full name");
        interface != "IMsgStore" || !all_methods().contains(&format!("IMAPIProp::{name}"))
    });
    assert_eq!(methods.collect::<BTreeSet<_>>(), own.collect());
    stage.finish();
}

#[test]
fn unexpected_calls_of_mocks_are_refused_and_reported() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let mocks = Mocks::new();
    mocks.family().run(cpp, &stage.session, "refused", MAPI_E_NO_SUPPORT);
    let report = mocks.finish();
    let (sent, _) = stage.finish();
    for method in ["IMAPIProp::CopyTo", "IMAPITable::Abort", "IMsgStore::OpenEntry", "IMAPIAdviseSink::OnNotify"] {
        assert!(report.contains(&format!("{method} was called, and no call is expected")), "{report}");
    }
    assert_complete("C++ is refused by mocks", &sent);
}

#[test]
fn a_panic_in_a_mock_is_a_code_and_a_failure() {
    let mock = MockIMAPIProp::new();
    mock.expect_save_changes().returning(|_| panic!("not now"));
    let object = mock.to_interface();
    let told =
        events(|| assert_eq!(object.save_changes(mapi::MAPI_SAVE_FLAGS::NONE).unwrap_err().code(), E_UNEXPECTED));
    assert_eq!(told, ["IMAPIProp::SaveChanges panicked: not now"]);
    mock.answer_unexpected(MAPI_E_CALL_FAILED);
    let names = object.get_names_from_ids(None, None, mapi::MAPI_NAME_FLAGS::NONE);
    assert_eq!(names.unwrap_err().code(), MAPI_E_CALL_FAILED);
    drop(object);
    let report = mock.finish().unwrap_err();
    assert!(report.contains("the closure that answers IMAPIProp::SaveChanges panicked"), "{report}");
}

#[test]
fn errors_of_cpp_reach_rust() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    Family::cpp(cpp, &stage.session, MAPI_E_NO_ACCESS).refused(MAPI_E_NO_ACCESS);
    stage.finish();
}

#[test]
fn odd_successes_of_cpp_are_told() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let told = events(|| Family::cpp(cpp, &stage.session, client::ODD).ignored());
    let code = client::ODD;
    // Only methods whose signature has no place for the code: the others return it.
    for method in
        ["IMAPIProp::SetProps", "IMAPITable::Abort", "IMsgStore::Advise", "IMAPISync::SynchronizeInBackground"]
    {
        assert!(told.contains(&format!("{method} succeeded with {code:?}")), "{told:#?}");
    }
    assert!(!told.iter().any(|event| event.starts_with("IMAPIProp::GetProps")));
    stage.finish();
}

// ---- identity and references ----------------------------------------------------------------------------------------

/// Has C++ check the rules of QueryInterface, AddRef and Release on an object with these interfaces.
fn identity(cpp: &Cpp, session: &Session, object: &IUnknown, iids: &[GUID]) {
    type Identity = unsafe extern "C" fn(&Session, *mut c_void, *const GUID, u32);
    let identity = cpp.function::<Identity>("identity");
    // SAFETY: the object and the identifiers live for the call.
    unsafe { identity(session, object.as_raw(), iids.as_ptr(), iids.len() as u32) }
}

#[test]
fn objects_with_many_faces_are_one_object() {
    let Some(cpp) = Cpp::get() else { return };
    let stage = Stage::new();
    let all = [
        IMAPISyncProgressCallback::IID,
        IMAPISync::IID,
        IMAPIProp::IID,
        IMAPITable::IID,
        IMsgStore::IID,
        IMAPIAdviseSink::IID,
    ];
    let bare = Family::bare();
    let mocks = Mocks::one();
    let faces = mocks.family();
    for family in [&bare, &faces] {
        let objects: [&IUnknown; 6] =
            [&family.callback, &family.sync, &family.prop, &family.table, &family.store, &family.sink];
        for object in objects {
            identity(cpp, &stage.session, object, &all);
        }
    }
    let store = cpp.make::<IMsgStore>(&stage.session, "IMsgStore", S_OK);
    identity(cpp, &stage.session, &store, &[IMsgStore::IID, IMAPIProp::IID, IMAPISync::IID]);
    let sync: IMAPISync = store.cast().unwrap();
    assert_eq!(sync.cast::<IUnknown>().unwrap(), store.cast::<IUnknown>().unwrap());
    assert!(store.cast::<IMAPITable>().is_err());
    drop((bare, faces, store, sync));
    assert_eq!(mocks.finish(), "");
    stage.finish();
}

/// Calls AddRef or Release of an object in C++.
fn count_reference(cpp: &Cpp, name: &str, object: *mut c_void) -> u32 {
    let function = cpp.function::<unsafe extern "C" fn(*mut c_void) -> u32>(name);
    // SAFETY: the object is a mock's, which its handle keeps alive whatever the count.
    unsafe { function(object) }
}

#[test]
fn a_leaked_reference_is_reported() {
    let Some(cpp) = Cpp::get() else { return };
    let mock = MockIMAPIProp::new();
    let object = mock.to_interface();
    let raw = object.as_raw();
    assert_eq!(count_reference(cpp, "add_reference", raw), 2);
    drop(object);
    assert_eq!(mock.references(), 1);
    assert_eq!(mock.finish().unwrap_err(), "1 reference(s) were not released\n");
    // The reference is still good, and its last release frees the mock.
    assert_eq!(count_reference(cpp, "release_reference", raw), 0);
}

#[test]
fn a_release_too_many_is_reported() {
    let Some(cpp) = Cpp::get() else { return };
    let mock = MockIMAPIProp::new();
    let object = mock.to_interface();
    assert_eq!(count_reference(cpp, "release_reference", object.as_raw()), 0);
    // Rust still holds what C++ has released: now it releases once too often.
    drop(object);
    assert_eq!(mock.finish().unwrap_err(), "Release was called once more than AddRef\n");
}

#[test]
fn a_leaked_block_is_reported() {
    let Some(cpp) = Cpp::get() else { return };
    let mock = MockIMAPIProp::new();
    mock.expect_get_props().once().returning(|tags, flags| Script::Play.get_props(tags, flags));
    let object = mock.to_interface();
    let keep = cpp.function::<unsafe extern "C" fn(*mut c_void) -> *mut SPropValue>("keep_props");
    // SAFETY: the object is an IMAPIProp.
    let props = unsafe { keep(object.as_raw()) };
    assert!(!props.is_null());
    drop(object);
    assert_eq!(mock.finish().unwrap_err(), "1 MAPI block(s) that the mock handed out were not freed\n");
    // SAFETY: the block was given away to C++, which keeps no pointer to it.
    unsafe { Heap::current().free(props.cast()) };
}

// ---- memory ---------------------------------------------------------------------------------------------------------

#[test]
fn valgrind_finds_no_leak_and_no_error() {
    let Some(cpp) = Cpp::get() else { return };
    let Some(valgrind) = judge(&["valgrind"]) else { return };
    let mut command = Command::new(valgrind);
    command.args(["--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite,indirect", "--error-exitcode=99"]);
    command.arg(std::env::current_exe().expect("this program's path"));
    command
        .args(["--test-threads=1", "cpp::", "--skip", "valgrind"])
        .env(library::BUILT, &cpp.path)
        .env("RUST_BACKTRACE", "0");
    let output = command.output().expect("valgrind runs");
    let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}\n{said}\n{errors}", output.status);
    assert!(said.contains("test result: ok. 19 passed"), "{said}");
}
