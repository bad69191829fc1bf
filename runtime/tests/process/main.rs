//! What a process has one of: the hook, the heaps that it chooses, the count of its objects. So each test has its turn, and
//! leaves neither an object nor a block.

mod empty;
mod hooks;
mod unload;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Held by the one test that runs.
fn turn() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}
