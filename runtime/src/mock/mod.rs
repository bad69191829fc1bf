//! Duty: the engine behind generated mocks: real COM objects that a test scripts.
//! Input: expectations, and calls through vtables. Output: scripted answers, and a report of what did not go as
//! expected.
//!
//! The vocabulary is mockall's. A generated `MockIFoo` has `expect_method()` for each method of the interface and its
//! bases; each gives an `Expect` with [`times`](Expect2::times), [`withf`](Expect2::withf),
//! [`returning`](Expect2::returning) and so on. Nothing here unwinds across a COM boundary: an unexpected call is
//! answered with an error code, recorded, and fails the test at [`checkpoint`](Mock::checkpoint) or when the mock is
//! dropped.
//!
//! A mock may be called on any thread, and by what it was scripted with: nothing is locked while a closure runs or is
//! dropped, and whether a call is accepted is decided in one step (`accept.rs`).
//!
//! The engine is not generic: closures are kept behind one pointer, and only the few lines that call them know their
//! types, so that a hundred mocks cost little to compile.

mod accept;
mod declare;
mod expect;
mod handle;
mod object;
mod predicate;
mod script;
mod sync;
mod times;
mod turns;

pub use expect::*;
pub use handle::{Mock, MockBase, MockInterface, MockOf};
pub use object::{Face, FaceSpec};
pub use predicate::{Match, always, eq, function, ge, gt, le, lt, ne};
pub use script::Sequence;
pub use times::Times;
