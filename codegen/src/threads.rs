//! Duty: do like work on all processors. Input: a list, and what to do with each of its elements. Output: what came of
//! each, in the order of the list, whatever the number of processors.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Does `work` with each element of a list. The elements should be few and their work long: to start a thread costs
/// some dozen microseconds.
pub(crate) fn map<T: Sync, R: Send>(list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let mut results = Vec::with_capacity(list.len());
    for_each(list, work, |_, result| results.push(result));
    results
}

/// As [`map`], but each result is given away as soon as those before it are, so that few are held at a time.
pub(crate) fn for_each<'t, T: Sync, R: Send>(
    list: &'t [T],
    work: impl Fn(&T) -> R + Sync,
    take: impl FnMut(&'t T, R) + Send,
) {
    let queue = Mutex::new(Queue { early: BTreeMap::new(), given: 0, take });
    let next = AtomicUsize::new(0);
    let run = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(element) = list.get(place) else { return };
            let result = work(element);
            queue.lock().unwrap_or_else(PoisonError::into_inner).put(list, place, result);
        }
    };
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        for _ in 1..processors.min(list.len()) {
            // Where a thread cannot be had the others do its work. A panic in one is passed on by the scope.
            let _ = thread::Builder::new().spawn_scoped(scope, run);
        }
        run();
    });
}

/// Results on their way.
struct Queue<R, F> {
    /// Those that are there before one that comes first, by their places.
    early: BTreeMap<usize, R>,
    /// How many were given away.
    given: usize,
    take: F,
}

impl<R, F> Queue<R, F> {
    fn put<'t, T>(&mut self, list: &'t [T], place: usize, result: R)
    where
        F: FnMut(&'t T, R),
    {
        self.early.insert(place, result);
        while let Some(result) = self.early.remove(&self.given) {
            (self.take)(&list[self.given], result);
            self.given += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_keep_the_order_of_their_elements() {
        let list: Vec<usize> = (0..1000).collect();
        assert_eq!(super::map(&list, |number| number * 2), list.iter().map(|number| number * 2).collect::<Vec<_>>());
        assert!(super::map(&[] as &[usize], |number| *number).is_empty());
    }
}
