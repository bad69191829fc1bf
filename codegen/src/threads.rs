//! Duty: do like work on all processors. Input: a list, and what to do with each of its elements. Output: what came of
//! each, in the order of the list, whatever the number of processors.

use std::iter;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does `work` with each element of a list. The elements should be few and their work long: to start a thread costs
/// some dozen microseconds.
pub(crate) fn map<T: Sync, R: Send>(list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = processors.min(list.len());
    if threads <= 1 {
        return list.iter().map(work).collect();
    }
    let mut done = share(list, work, threads);
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Shares the work among so many threads, this one among them; each result comes with the place of its element.
fn share<T: Sync, R: Send>(list: &[T], work: impl Fn(&T) -> R + Sync, threads: usize) -> Vec<(usize, R)> {
    let next = AtomicUsize::new(0);
    let take = || {
        let place = || next.fetch_add(1, Ordering::Relaxed);
        iter::repeat_with(place).map_while(|index| Some((index, work(list.get(index)?)))).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        // Where a thread cannot be had the others do its work.
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, take).ok();
        let helpers: Vec<_> = (1..threads).filter_map(spawn).collect();
        let mut done = take();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    })
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
