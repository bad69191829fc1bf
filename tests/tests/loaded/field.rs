//! C++ of the field, both ways: a safe caller in Rust calls an object in C++ that mingw-w64's own headers of MAPI
//! declare; that object looks at its arguments and calls, as a client in C++, an object in Rust, which looks at them
//! too. What that answers goes back the same way.
//!
//! Input: `field.dll` and `spoiled.dll`, which `tests/windows/run` builds from `tests/windows/field`. `field_table.rs` writes the calls.

mod answers;
mod arguments;
mod relay;
#[macro_use]
mod play;
#[rustfmt::skip]
mod conversations;

use relay::Cpp;
use std::collections::BTreeMap;

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

/// Holds every conversation; what went wrong, by method. None without the library.
fn hold(library: &str, turn: Turn) -> Option<BTreeMap<String, Vec<String>>> {
    let cpp = Cpp::get(library, turn)?;
    let (mut methods, mut failures) = (0, BTreeMap::new());
    for (interface, conversations) in conversations::CONVERSATIONS {
        for conversation in *conversations {
            let failed = cpp.hold(conversation, turn);
            if !failed.is_empty() {
                failures.insert(format!("{interface}, {}", conversation.method), failed);
            }
            methods += 1;
        }
    }
    println!("{library}, {turn:?}: {methods} methods each way, C++ looked into {} arguments", cpp.looked());
    assert_eq!(cpp.alive(), 0, "objects of C++ are left");
    Some(failures)
}

/// Nothing goes wrong.
fn hold_well(turn: Turn) {
    if let Some(failures) = hold("field.dll", turn) {
        assert!(failures.is_empty(), "{failures:#?}");
    }
}

/// The mistakes that `spoiled.hpp` makes are seen, and no others.
#[test]
fn exchanged_slots_and_parameters_and_a_wrong_convention_are_seen() {
    let Some(failures) = hold("spoiled.dll", Turn::Full) else { return };
    let mut expected = vec!["GetMax", "GetMin", "Progress"];
    // Windows on x86_64 has one convention, so there is none to mistake.
    if cfg!(target_arch = "x86") {
        expected.push("SetLimits");
    }
    let seen: Vec<_> = failures.keys().map(|name| name.trim_start_matches("IMAPIProgress, IMAPIProgress::")).collect();
    assert_eq!(seen, expected, "{failures:#?}");
    println!("{failures:#?}");
}

#[test]
fn arguments_and_answers_arrive() {
    hold_well(Turn::Full);
}

#[test]
fn nulls_arrive() {
    hold_well(Turn::Nulls);
}

#[test]
fn errors_come_back() {
    hold_well(Turn::Refused);
}
