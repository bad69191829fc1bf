//! What `runtime/src/object/sync.rs` names, made of loom.

use loom::cell::UnsafeCell;
use std::fmt;

pub(crate) use loom::sync::Mutex;
pub(crate) use loom::sync::atomic::Ordering;
pub(crate) use std::sync::PoisonError;

/// An atomic number whose memory ends: a touch that does not come before that is found.
#[derive(Debug)]
pub(crate) struct AtomicUsize {
    number: loom::sync::atomic::AtomicUsize,
    memory: UnsafeCell<()>,
}

impl AtomicUsize {
    pub(crate) fn new(number: usize) -> Self {
        Self { number: loom::sync::atomic::AtomicUsize::new(number), memory: UnsafeCell::new(()) }
    }

    fn touch(&self) -> &loom::sync::atomic::AtomicUsize {
        self.memory.with(|_| ());
        &self.number
    }

    pub(crate) fn load(&self, order: Ordering) -> usize {
        self.touch().load(order)
    }

    pub(crate) fn fetch_add(&self, more: usize, order: Ordering) -> usize {
        self.touch().fetch_add(more, order)
    }

    pub(crate) fn fetch_sub(&self, less: usize, order: Ordering) -> usize {
        self.touch().fetch_sub(less, order)
    }

    pub(crate) fn fetch_update(
        &self,
        set: Ordering,
        fetch: Ordering,
        change: impl FnMut(usize) -> Option<usize>,
    ) -> Result<usize, usize> {
        self.touch().fetch_update(set, fetch, change)
    }
}

impl Drop for AtomicUsize {
    fn drop(&mut self) {
        self.memory.with_mut(|_| ());
    }
}

/// A value that is made once; loom has none.
pub(crate) struct OnceLock<T> {
    value: UnsafeCell<Option<T>>,
    made: AtomicUsize,
    making: Mutex<()>,
}

impl<T> OnceLock<T> {
    pub(crate) fn new() -> Self {
        Self { value: UnsafeCell::new(None), made: AtomicUsize::new(0), making: Mutex::new(()) }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        if self.made.load(Ordering::Acquire) == 0 {
            return None;
        }
        // SAFETY: it was made, and is not written again.
        self.value.with(|value| unsafe { (*value).as_ref() })
    }

    pub(crate) fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
        let making = self.making.lock().unwrap();
        if self.made.load(Ordering::Relaxed) == 0 {
            // SAFETY: the lock is held, and nobody reads it before it is made.
            self.value.with_mut(|value| unsafe { *value = Some(make()) });
            self.made.fetch_add(1, Ordering::Release);
        }
        drop(making);
        self.get().expect("it was made")
    }
}

impl<T> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnceLock")
    }
}
