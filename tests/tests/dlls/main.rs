//! DLLs in this process, as Windows has them: C++ of the field, Wine's mapi32, and threads in apartments.
//!
//! `tests/windows/run` builds what they load, and runs them. Off Windows there is nothing to load them with.
#![cfg(windows)]

mod agile;
mod field;
mod mapi32;
