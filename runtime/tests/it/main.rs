//! What the runtime does, with peers of the tests' own: run under Miri and the sanitizers, too. What a process
//! has one of stands beside this program.
#![allow(missing_docs, reason = "interfaces are those of tests")]

mod answers;
mod automation;
mod counts;
#[cfg(feature = "mock")]
mod mocks;
mod objects;
