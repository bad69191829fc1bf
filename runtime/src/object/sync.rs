//! Duty: name what `refcount.rs` synchronises with, so that its models can put their own in the place of it.
//! Input: nothing. Output: std's atomics and locks here; loom's in `tests/models`, which compiles the same `refcount.rs`.

pub(crate) use std::sync::atomic::{AtomicUsize, Ordering};
pub(crate) use std::sync::{Mutex, OnceLock, PoisonError};
