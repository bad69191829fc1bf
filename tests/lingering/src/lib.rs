//! A server in safe Rust that is not done when its last object is gone: a thread that it has started goes on, and a
//! thread of its host's holds a value of its.

#![forbid(unsafe_code)]

use mapidl::com::{IPersist, IPersist_Impl};
use mapidl::{GUID, Result, Success, coclass, export_classes, implement};
use std::sync::atomic::{AtomicU16, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

coclass! { /** A class whose objects leave something behind. */ Lingering, 0x3a0c4f7e_9d21_4c55_8f0b_61d2a7e4b901, IPersist }

/// How often the thread has come around.
static ROUNDS: AtomicU32 = AtomicU32::new(0);
/// How many values of threads were dropped.
static DROPPED: AtomicU16 = AtomicU16::new(0);

struct Held;

impl Drop for Held {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::SeqCst);
    }
}

thread_local! {
    static HELD: Held = const { Held };
}

/// An object, whose thread nobody joins.
struct Worker;

impl Worker {
    fn new() -> Self {
        thread::spawn(|| {
            for _ in 0..400 {
                thread::sleep(Duration::from_millis(1));
                ROUNDS.fetch_add(1, Ordering::SeqCst);
            }
        });
        Self
    }
}

implement! { impl Worker as Worker_Impl: [IPersist] }

impl IPersist_Impl for Worker_Impl {
    /// What became of what it left behind, in the shape of an identifier.
    fn get_class_id(&self) -> Result<Success<GUID>> {
        HELD.with(|_| ());
        let (rounds, dropped) = (ROUNDS.load(Ordering::SeqCst), DROPPED.load(Ordering::SeqCst));
        Ok(GUID::from_values(rounds, dropped, 0, [0; 8]).into())
    }
}

export_classes! { Lingering => || Ok(Worker::new().into()) }
