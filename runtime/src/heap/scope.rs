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

// Neither has a drop, so that no access has to ask whether the thread ends; no scope holds no memory.
thread_local! {
    /// The scope that this thread entered last and has not left. It stands apart, so that one alone takes no memory.
    static LAST: Cell<ManuallyDrop<Option<Visit>>> = const { Cell::new(ManuallyDrop::new(None)) };
    /// Those before it, in order.
    static BEFORE: Cell<ManuallyDrop<Vec<Visit>>> = const { Cell::new(ManuallyDrop::new(Vec::new())) };
}

/// Takes the last visit out, for as long as nobody else asks.
fn take_last() -> Option<Visit> {
    ManuallyDrop::into_inner(LAST.replace(ManuallyDrop::new(None)))
}

fn set_last(visit: Option<Visit>) {
    LAST.set(ManuallyDrop::new(visit));
}

/// Uses the visits before the last one.
#[cold]
fn with_before<T>(work: impl FnOnce(&mut Vec<Visit>) -> T) -> T {
    let mut visits = BEFORE.replace(ManuallyDrop::new(Vec::new()));
    let result = work(&mut visits);
    if visits.is_empty() {
        drop(ManuallyDrop::into_inner(visits));
    } else {
        BEFORE.set(visits);
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
        let number = match take_last() {
            None => 0,
            Some(last) => {
                let number = last.0 + 1;
                with_before(|visits| visits.push(last));
                number
            }
        };
        set_last(Some((number, self.clone())));
        Entered { number, thread: PhantomData }
    }

    /// The scope that counts this thread's allocations.
    pub(super) fn entered() -> Option<Self> {
        let last = take_last();
        let scope = last.as_ref().map(|(_, scope)| scope.clone());
        set_last(last);
        scope
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
        // Numbers grow, and a guard that was forgotten keeps its own: only this guard's visit has this one, and nothing
        // is before the first.
        match take_last() {
            Some((0, _)) if self.number == 0 => {}
            Some((last, _)) if last == self.number => set_last(with_before(Vec::pop)),
            last => {
                set_last(last);
                with_before(|visits| visits.retain(|(number, _)| *number != self.number));
            }
        }
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
        // What nobody left is not freed with its thread.
        drop(take_last());
        with_before(Vec::clear);
    }
}
