//! Duty: closures that run one call at a time: one thread has its turn, others wait.
//! Input: who wants to run which closure. Output: a turn, or the answer that waiting for it would never end.

use super::sync::{Condvar, Mutex, lock, thread, wait};

/// All turns that are taken or waited for.
#[derive(Default)]
pub(crate) struct Turns {
    state: Mutex<State>,
    left: Condvar,
}

/// Closures are known by their addresses.
#[derive(Default)]
struct State {
    running: Vec<(usize, thread::ThreadId)>,
    waiting: Vec<(thread::ThreadId, usize)>,
}

impl State {
    fn runner(&self, closure: usize) -> Option<thread::ThreadId> {
        self.running.iter().find(|(running, _)| *running == closure).map(|(_, thread)| *thread)
    }

    /// Whether `thread` is `me`, or waits for a closure that `me` runs, directly or through others.
    fn waits_for(&self, mut thread: thread::ThreadId, me: thread::ThreadId) -> bool {
        // A chain has no circle in it, since whoever would close one does not wait.
        while thread != me {
            let waiting = self.waiting.iter().find(|(who, _)| *who == thread);
            match waiting.and_then(|(_, closure)| self.runner(*closure)) {
                Some(next) => thread = next,
                None => return false,
            }
        }
        true
    }
}

impl Turns {
    /// Waits until nobody runs the closure. None when this thread runs it, further out, or when who runs it waits for a
    /// closure that this thread runs.
    pub(crate) fn enter(&self, closure: usize) -> Option<Turn<'_>> {
        let me = thread::current().id();
        let mut state = lock(&self.state);
        while let Some(runner) = state.runner(closure) {
            if state.waits_for(runner, me) {
                return None;
            }
            state.waiting.push((me, closure));
            state = wait(&self.left, state);
            state.waiting.retain(|(thread, _)| *thread != me);
        }
        state.running.push((closure, me));
        Some(Turn { turns: self, closure })
    }
}

/// A turn, which ends when it is dropped.
pub(crate) struct Turn<'t> {
    turns: &'t Turns,
    closure: usize,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        lock(&self.turns.state).running.retain(|(running, _)| *running != self.closure);
        self.turns.left.notify_all();
    }
}
