//! Random data goes into MAPI's memory and comes back: through builders, deep copies and views, by the fields of the
//! ABI's records, and through C++ that was built from mingw-w64's headers.
//!
//! The data is a model of the test's own (`round_trips/model.rs`), so that no accessor is compared with itself. Every
//! trip ends with all blocks freed, each of them once.

#[path = "round_trips/arena.rs"]
mod arena;
#[path = "round_trips/events.rs"]
mod events;
#[path = "round_trips/heap.rs"]
mod heap;
#[path = "round_trips/lists.rs"]
mod lists;
#[path = "round_trips/mingw.rs"]
mod mingw;
#[path = "round_trips/model.rs"]
mod model;
#[path = "round_trips/props.rs"]
mod props;
#[path = "round_trips/raw.rs"]
mod raw;
#[path = "round_trips/restrictions.rs"]
mod restrictions;
#[path = "round_trips/strategy.rs"]
mod strategy;
#[path = "round_trips/trip.rs"]
mod trip;
#[path = "round_trips/wire.rs"]
mod wire;

use mapi::{ERROR_NOTIFICATION, MAPI_E_CALL_FAILED, MAPIERROR, NOTIFICATION, NOTIFICATION_info, NotificationData};
use mapidl::MapiBox;
use mapidl::record::Pointee;
use mapidl_tests::judge;
use mingw::Mingw;
use model::{Control, Entries, Event, Model, Name, Prop, Recipient, Res, Row, Words};
use proptest::collection::vec;
use std::process::Command;
use trip::{CASES, boxed, check};

/// Tests of records of fixed size: one by one, and in an array.
macro_rules! records {
    ($($test:ident: $model:ty = $strategy:path;)*) => {
        $(#[test]
        fn $test() {
            check(vec($strategy(), 0..5), |models| {
                models.iter().for_each(boxed);
                trip::array!($model, models);
            });
        })*
    };
}

records! {
    properties: Prop = strategy::prop;
    rows: Row = strategy::row;
    recipients: Recipient = strategy::recipient;
    restrictions: Res = strategy::restriction;
    notifications: Event = strategy::event;
    errors_in_words: Words = strategy::words;
    names: Name = strategy::name;
    entry_lists: Entries = strategy::entries;
    controls: Control = strategy::control;
}

/// Tests of records that end in an array.
macro_rules! lists {
    ($($test:ident = $strategy:path;)*) => {
        $(#[test]
        fn $test() {
            check($strategy(), boxed);
        })*
    };
}

lists! {
    row_sets = strategy::rows;
    address_lists = strategy::recipients;
    tag_arrays = strategy::tags;
    problem_arrays = strategy::problems;
    sort_orders = strategy::sorts;
}

/// What C++ that knows only mingw-w64's header reads and writes.
mod cpp {
    use super::*;

    macro_rules! records {
        ($($test:ident: $model:ty = $strategy:path;)*) => {
            $(#[test]
            fn $test() {
                let Some(mingw) = Mingw::get() else { return };
                check(vec($strategy(), 0..5), |models| mingw::array!(mingw, $model, models));
            })*
        };
    }

    records! {
        properties: Prop = strategy::prop;
        rows: Row = strategy::row;
        recipients: Recipient = strategy::recipient;
        restrictions: Res = strategy::restriction;
        notifications: Event = strategy::event;
        errors_in_words: Words = strategy::words;
        names: Name = strategy::name;
        entry_lists: Entries = strategy::entries;
    }

    macro_rules! lists {
        ($($test:ident = $strategy:path;)*) => {
            $(#[test]
            fn $test() {
                let Some(mingw) = Mingw::get() else { return };
                check($strategy(), |model| mingw.list(model));
            })*
        };
    }

    lists! {
        row_sets = strategy::rows;
        address_lists = strategy::recipients;
        tag_arrays = strategy::tags;
        problem_arrays = strategy::problems;
        sort_orders = strategy::sorts;
    }
}

/// Words of 8-bit characters end in one zero byte: whoever takes them for wide ones reads behind their end.
#[test]
fn narrow_words_are_not_taken_for_wide_ones() {
    heap::install();
    trip::without_leaks(|| {
        let text = Box::new(*b"gone\0");
        let words = MAPIERROR {
            ulVersion: 0,
            lpszError: text.as_ptr().cast_mut(),
            lpszComponent: std::ptr::null_mut(),
            ulLowLevelError: 0,
            ulContext: 0,
        };
        let err = ERROR_NOTIFICATION {
            cbEntryID: 0,
            lpEntryID: std::ptr::null_mut(),
            scode: MAPI_E_CALL_FAILED,
            ulFlags: 0,
            lpMAPIError: (&raw const words).cast_mut(),
        };
        let record = NOTIFICATION { ulEventType: 1, ulAlignPad: 0.into(), info: NOTIFICATION_info { err } };
        // SAFETY: the record is what its definition describes.
        let view = unsafe { <NOTIFICATION as Pointee>::view(&record) };
        let copy = MapiBox::<NOTIFICATION>::new(view).expect("memory");
        for view in [view, copy.view()] {
            let NotificationData::CriticalError(error) = view.info() else { panic!("{view:?}") };
            assert_eq!((error.scode(), error.mapi_error()), (MAPI_E_CALL_FAILED, None));
        }
    });
}

#[test]
fn valgrind_finds_no_leak_and_no_error() {
    let Some(mingw) = Mingw::get() else { return };
    let Some(valgrind) = judge(&["valgrind"]) else { return };
    let mut command = Command::new(valgrind);
    command.args(["--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite,indirect", "--error-exitcode=99"]);
    command.arg(std::env::current_exe().expect("this program's path"));
    command.args(["--test-threads=1", "--skip", "valgrind"]).env(CASES, "3").env(mingw::BUILT, &mingw.path);
    let output = command.output().expect("valgrind runs");
    let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}\n{said}\n{errors}", output.status);
    assert!(said.contains("test result: ok. 28 passed"), "{said}");
}
