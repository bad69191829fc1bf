//! Duty: count blocks of the built-in heap for those who ask, thread by thread.
//! Input: the threads that enter a scope. Output: how many of the blocks that they allocated meanwhile are not freed.

use std::cell::Cell;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts the blocks of [`Heap::IN_PROCESS`](super::Heap::IN_PROCESS) that are allocated while it is entered, on the
/// threads that entered it, until they are freed, wherever that happens. Tests that run side by side do not disturb each
/// other's counts.
#[derive(Clone, Debug, Default)]
pub struct Scope(Arc<AtomicUsize>);

/// A scope that was entered, and the number of its guard.
type Visit = (u64, Scope);

thread_local! {
    /// The scopes that this thread is in, the one that was entered last at the end. Without a drop, no access has to ask
    /// whether the thread ends; an empty vector holds no memory.
    static ENTERED: Cell<ManuallyDrop<Vec<Visit>>> = const { Cell::new(ManuallyDrop::new(Vec::new())) };
}

/// Uses the scopes of this thread. Nothing that runs meanwhile may ask for them.
fn with_entered<T>(work: impl FnOnce(&mut Vec<Visit>) -> T) -> T {
    let mut visits = ENTERED.replace(ManuallyDrop::new(Vec::new()));
    let result = work(&mut visits);
    if visits.is_empty() {
        drop(ManuallyDrop::into_inner(visits));
    } else {
        ENTERED.set(visits);
    }
    result
}

impl Scope {
    /// A scope without blocks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many of its blocks are not freed, those chained to others not counted.
    #[must_use]
    pub fn live(&self) -> usize {
        self.0.load(Ordering::Acquire)
    }

    /// Counts this thread's allocations until the guard is dropped. Of several scopes the one that was entered last, and
    /// not left yet, counts; they may be left in any order.
    ///
    /// The guard stays on its thread:
    ///
    /// ```compile_fail,E0277
    /// let entered = mapidl::heap::Scope::new().enter();
    /// std::thread::spawn(move || drop(entered));
    /// ```
    #[must_use]
    pub fn enter(&self) -> Entered {
        with_entered(|visits| {
            let number = visits.last().map_or(0, |(number, _)| number + 1);
            visits.push((number, self.clone()));
            Entered { number, thread: PhantomData }
        })
    }

    /// The scope that counts this thread's allocations.
    pub(super) fn entered() -> Option<Self> {
        with_entered(|visits| visits.last().map(|(_, scope)| scope.clone()))
    }

    pub(super) fn count(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }

    pub(super) fn uncount(&self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// See [`Scope::enter`].
#[derive(Debug)]
pub struct Entered {
    number: u64,
    thread: PhantomData<*const ()>,
}

impl Drop for Entered {
    fn drop(&mut self) {
        // Numbers grow, and a guard that was forgotten keeps its own: only this guard's visit has this one.
        with_entered(|visits| visits.retain(|(number, _)| *number != self.number));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Heap;
    use super::*;

    fn block() -> *mut std::ffi::c_void {
        Heap::IN_PROCESS.allocate(1).unwrap().as_ptr()
    }

    #[test]
    fn scopes_are_left_in_any_order() {
        let (a, b) = (Scope::new(), Scope::new());
        let (first, second) = (a.enter(), b.enter());
        drop(first);
        let x = block();
        assert_eq!((a.live(), b.live()), (0, 1), "the scope that is still entered counts");
        drop(second);
        let y = block();
        assert_eq!((a.live(), b.live()), (0, 1), "no scope is entered any more");
        std::mem::forget(a.enter());
        let third = b.enter();
        drop(third);
        let z = block();
        assert_eq!((a.live(), b.live()), (1, 1), "a guard that was forgotten goes on counting");
        for block in [x, y, z] {
            // SAFETY: the blocks are ours.
            unsafe { Heap::IN_PROCESS.free(block) };
        }
        assert_eq!((a.live(), b.live()), (0, 0));
        with_entered(Vec::clear); // what nobody left is not freed with its thread
    }
}
