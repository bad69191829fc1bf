//! Duty: count the references to an object, and let weak ones find it as long as it lives.
//! Input: references that come and go on any thread. Output: word of the last one, once.
//!
//! It names nothing but `sync`: `tests/models` compiles this file with loom's atomics and locks, and tries every order
//! in which threads can come.

use super::sync::{AtomicUsize, Mutex, OnceLock, Ordering, PoisonError};
use std::ffi::c_void;
use std::ptr::NonNull;

/// The number of references to an object.
///
/// It has no bytes but those of an atomic, so that a thread may be inside [`give_up`](Self::give_up) while another one,
/// whose reference was the last, frees the object.
#[derive(Debug)]
#[repr(transparent)]
pub(crate) struct Strong(AtomicUsize);

impl Strong {
    /// One more; gives the new number.
    #[inline]
    pub(crate) fn add(&self) -> u32 {
        let before = self.0.fetch_add(1, Ordering::Relaxed);
        // 64 bits do not overflow in a lifetime; fewer could, by references that are forgotten.
        if cfg!(not(target_pointer_width = "64")) && before > usize::MAX / 2 {
            std::process::abort();
        }
        (before as u32).wrapping_add(1)
    }

    /// One more, unless there is none any more, or there are as many as [`add`](Self::add) allows.
    fn add_to_some(&self) -> bool {
        let more = |count: usize| if count == 0 || count > usize::MAX / 2 { None } else { Some(count + 1) };
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).is_ok()
    }

    /// One less; gives how many are left. Where none is, the caller goes on with [`Count::end`], and nobody else
    /// touches the object.
    #[inline]
    pub(crate) fn give_up(&self) -> usize {
        self.0.fetch_sub(1, Ordering::Release) - 1
    }
}

/// What keeps a [`Target`] for those who hold weak references.
pub(crate) trait Cell {
    /// It.
    fn target(&self) -> &Target;
}

/// The references to an object: the strong ones, and the cell of the weak ones.
#[derive(Debug)]
pub(crate) struct Count<W> {
    pub(crate) strong: Strong,
    /// Made when the first weak reference is; lives on when the object does not.
    weak: OnceLock<W>,
}

impl<W: Cell> Count<W> {
    /// One reference.
    pub(crate) fn new() -> Self {
        Self { strong: Strong(AtomicUsize::new(1)), weak: OnceLock::new() }
    }

    /// Whether nobody else has a reference, nor can get one.
    pub(crate) fn is_one(&self) -> bool {
        // In this order: a weak reference was made before the strong one that made it was given up.
        self.strong.0.load(Ordering::Acquire) == 1 && self.weak.get().is_none()
    }

    /// The cell of the weak references; the caller has a strong one.
    pub(crate) fn cell(&self, make: impl FnOnce() -> W) -> &W {
        self.weak.get_or_init(make)
    }

    /// Makes the object ready to be dropped: sees what all others did with it, and lets no weak reference find it.
    pub(crate) fn end(&self) {
        // Each reference that was given up is part of what this reads. A fence would do the same, but ThreadSanitizer knows
        // of none, and would find a race wherever an object is dropped.
        self.strong.0.load(Ordering::Acquire);
        if let Some(cell) = self.weak.get() {
            cell.target().clear();
        }
    }
}

/// The object that weak references lead to, until it is dropped.
#[derive(Debug)]
pub(crate) struct Target(Mutex<Option<Place>>);

#[derive(Clone, Copy, Debug)]
struct Place {
    identity: NonNull<c_void>,
    strong: NonNull<Strong>,
}

// SAFETY: the count is atomic; the identity is used by those alone who got a reference.
unsafe impl Send for Place {}

impl Target {
    /// An object, and the count that it holds.
    ///
    /// # Safety
    /// The count must live until the target was cleared.
    pub(crate) unsafe fn new(identity: NonNull<c_void>, strong: &Strong) -> Self {
        Self(Mutex::new(Some(Place { identity, strong: NonNull::from(strong) })))
    }

    /// The object is about to be dropped, and waits for those who look at its count just now.
    fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The object with a reference that is the caller's, unless it is gone.
    pub(crate) fn upgrade(&self) -> Option<NonNull<c_void>> {
        let place = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Place { identity, strong } = (*place)?;
        // SAFETY: the count lives until this was cleared, which the lock prevents.
        unsafe { strong.as_ref() }.add_to_some().then_some(identity)
    }
}
