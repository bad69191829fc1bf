//! Duty: what the hostile programs share. Each module of `tests/kinds` is about one way to undefined behaviour that safe
//! Rust must not have; all of it is safe Rust, and `peer` plays C++.
#![forbid(unsafe_code)]

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// The interfaces of `idl/hostile.idl`.
#[allow(missing_docs)]
#[allow(deprecated, reason = "that two of them share an identifier is a warning")]
pub mod idl {
    mapidl::include_idl!("idl/hostile.idl");
}

/// windows-core's private identifier: whoever asks for it gets two pointers from an object that is careless.
pub const PRIVATE: mapidl::GUID = mapidl::GUID::from_u128(0xae49d5cb_143f_431c_874c_2729336e4eca);

/// Whether this is a run under Miri, which is some hundred times slower.
pub const MIRI: bool = cfg!(miri);

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// How often something is tried: `MAPIDL_ROUNDS` times, or `few` under Miri and ten times as often elsewhere.
#[must_use]
pub fn rounds(few: usize) -> usize {
    number("MAPIDL_ROUNDS").unwrap_or(if MIRI { few } else { few * 10 })
}

/// All of these; under Miri one of `part` of them, which `MAPIDL_SEED` chooses, unless `MAPIDL_ROUNDS` asks for more.
#[must_use]
pub fn some<T>(all: impl IntoIterator<Item = T>, part: usize) -> Vec<T> {
    let part = if MIRI && number("MAPIDL_ROUNDS").is_none() { part } else { 1 };
    all.into_iter().skip(number("MAPIDL_SEED").unwrap_or(0) % part).step_by(part).collect()
}

/// Does something on a thread of its own that must come to an end.
///
/// # Panics
/// When it does not, or panics.
pub fn in_time(work: impl FnOnce() + Send + 'static) {
    let (sender, receiver) = channel();
    let thread = std::thread::spawn(move || {
        work();
        let _ = sender.send(());
    });
    // What takes a second takes one minute under ThreadSanitizer and many under Miri, on a machine that does other work too.
    let limit = Duration::from_secs(if MIRI { 3600 } else { 600 });
    match receiver.recv_timeout(limit) {
        Err(RecvTimeoutError::Timeout) => panic!("a deadlock: no answer in {limit:?}"),
        _ => thread.join().expect("no panic"),
    }
}

/// Does something that must leave no block of memory behind.
///
/// # Panics
/// When it does.
pub fn without_leaks(work: impl FnOnce()) {
    let blocks = mapidl::heap::Scope::new();
    let entered = blocks.enter();
    work();
    drop(entered);
    assert_eq!(blocks.live(), 0, "blocks that nobody freed");
}
