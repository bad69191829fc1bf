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
//! The engine is not generic: closures are kept behind one pointer, and only the few lines that call them know their
//! types, so that a hundred mocks cost little to compile.

mod expect;
mod object;
mod predicate;
mod script;
mod times;

pub use expect::*;
pub use object::{Face, FaceSpec, FromMock, Mock, MockInterface};
pub use predicate::{Match, always, eq, function, ge, gt, le, lt, ne};
pub use script::Sequence;
pub use times::Times;
