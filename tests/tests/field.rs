//! C++ of the field, both ways: a safe caller in Rust calls an object in C++ that mingw-w64's own headers of MAPI
//! declare; that object looks at its arguments and calls, as a client in C++, an object in Rust, which looks at them
//! too. What that answers goes back the same way.
//!
//! Input: `field.dll`, which `tests/windows/run` builds from `tests/windows/field`. `field_table.rs` writes the calls.
#![cfg(windows)]

#[path = "field/answers.rs"]
mod answers;
#[path = "field/arguments.rs"]
mod arguments;
#[path = "field/relay.rs"]
mod relay;
#[macro_use]
#[path = "field/play.rs"]
mod play;
#[path = "field/conversations.rs"]
#[rustfmt::skip]
mod conversations;

use relay::Cpp;

/// How a call goes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Turn {
    /// All arguments are there, and answers, with a warning where the contract has some.
    Full,
    /// What may be null is.
    Nulls,
    /// The implementer answers with an error.
    Refused,
}

/// Holds every conversation; what went wrong must be nothing.
fn hold(turn: Turn) {
    let Some(cpp) = Cpp::get(turn) else { return };
    let (mut methods, mut failures) = (0, Vec::new());
    for (interface, conversations) in conversations::CONVERSATIONS {
        for conversation in *conversations {
            failures.extend(cpp.hold(interface, conversation, turn));
            methods += 1;
        }
    }
    println!("{turn:?}: {methods} methods each way, C++ looked into {} arguments", cpp.looked());
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert_eq!(cpp.alive(), 0, "objects of C++ are left");
}

#[test]
fn arguments_and_answers_arrive() {
    hold(Turn::Full);
}

#[test]
fn nulls_arrive() {
    hold(Turn::Nulls);
}

#[test]
fn errors_come_back() {
    hold(Turn::Refused);
}
