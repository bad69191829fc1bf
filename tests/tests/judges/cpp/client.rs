//! The client in Rust: what `client_*.cpp` says in C++, said through the safe methods.
//!
//! `talk` holds the conversation; `refused` calls every method of an object that gives one and the same error;
//! `ignored` calls every method of an object that succeeds with a code that nobody declared, and returns nothing.

#[path = "client/prop.rs"]
pub(crate) mod prop;
#[path = "client/store.rs"]
pub(crate) mod store;
#[path = "client/sync.rs"]
pub(crate) mod sync;
#[path = "client/table.rs"]
pub(crate) mod table;

use mapi::E_POINTER;
use mapidl::{HRESULT, Result, Success};
use std::fmt::Debug;

/// A success code that no method declares.
pub(crate) const ODD: HRESULT = HRESULT(0x0004_0999);

/// The call failed with a code.
#[track_caller]
fn assert_fails<T: Debug>(result: Result<T>, code: HRESULT) {
    match result {
        Ok(value) => panic!("it succeeded: {value:?}"),
        Err(error) => assert_eq!(error.code(), code),
    }
}

/// The call succeeded with an odd code, but what it should have returned is missing.
#[track_caller]
fn assert_missing<T: Debug>(result: Result<T>) {
    assert_fails(result, E_POINTER);
}

/// The call succeeded, and its code came along.
#[track_caller]
fn assert_odd<T: Debug>(result: Result<Success<T>>) -> T {
    let success = result.expect("a success, however odd");
    assert_eq!(success.code(), ODD);
    success.into_value()
}
