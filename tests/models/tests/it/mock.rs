//! The mock engine's decisions: whether a call is accepted (`runtime/src/mock/accept.rs`), and who has a turn in a
//! closure that runs one call at a time (`runtime/src/mock/turns.rs`).

#[path = "../../../../runtime/src/mock/accept.rs"]
#[allow(dead_code, unreachable_pub)]
mod accept;
#[path = "../../../../runtime/src/mock/times.rs"]
#[allow(dead_code, unreachable_pub)]
mod times;
#[path = "../../../../runtime/src/mock/turns.rs"]
#[allow(dead_code, unreachable_pub)]
mod turns;

/// What `runtime/src/mock/sync.rs` has, of loom's types.
mod sync {
    pub(super) use loom::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
    pub(super) use loom::sync::{Arc, Condvar, Mutex, MutexGuard};
    pub(super) use loom::thread;

    pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
        mutex.lock().unwrap()
    }

    pub(super) fn wait<'a, T>(condition: &Condvar, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
        condition.wait(guard).unwrap()
    }
}

use accept::{Order, Refusal, Tally, Unmet};
use loom::sync::Arc;
use loom::thread;
use times::Times;
use turns::Turns;

fn tally(times: impl Into<Times>) -> Tally {
    let tally = Tally::new("method");
    tally.set_times(times.into());
    tally
}

/// Calls on another thread.
fn call(tally: &Tally) -> thread::JoinHandle<Result<(), Refusal>> {
    let tally = tally.clone();
    thread::spawn(move || tally.accept())
}

#[test]
fn one_of_two_calls_is_accepted() {
    loom::model(|| {
        let once = tally(1);
        let other = call(&once);
        let (here, there) = (once.accept(), other.join().unwrap());
        assert_ne!(here.is_ok(), there.is_ok());
        assert_eq!(once.settle(), None);
    });
}

#[test]
fn one_of_two_calls_is_accepted_in_a_sequence() {
    loom::model(|| {
        let (once, order) = (tally(1), Arc::new(Order::default()));
        once.enter(&order);
        let other = call(&once);
        let (here, there) = (once.accept(), other.join().unwrap());
        assert_ne!(here.is_ok(), there.is_ok());
        assert!(matches!(here.and(there), Err(Refusal::Exhausted(_))));
    });
}

#[test]
fn a_call_that_enters_a_sequence_meanwhile_is_accepted_once() {
    loom::model(|| {
        let (once, order) = (tally(1), Arc::new(Order::default()));
        let other = call(&once);
        once.enter(&order);
        let (here, there) = (once.accept(), other.join().unwrap());
        assert_ne!(here.is_ok(), there.is_ok());
    });
}

#[test]
fn a_call_that_changes_its_sequence_meanwhile_is_accepted_once() {
    loom::model(|| {
        let (once, old, new) = (tally(1), Arc::new(Order::default()), Arc::new(Order::default()));
        once.enter(&old);
        let other = call(&once);
        once.enter(&new);
        let (here, there) = (once.accept(), other.join().unwrap());
        assert_ne!(here.is_ok(), there.is_ok());
    });
}

#[test]
fn the_second_comes_after_the_first_and_ends_its_turn() {
    loom::model(|| {
        let (first, second, order) = (tally(1..), tally(1), Arc::new(Order::default()));
        first.enter(&order);
        second.enter(&order);
        let other = call(&second);
        let here = first.accept();
        let there = other.join().unwrap();
        assert_eq!(here, Ok(()), "nothing comes before it");
        if there.is_ok() {
            assert!(matches!(first.accept(), Err(Refusal::Exhausted(_))), "its turn is over");
        } else {
            assert_eq!(there, Err(Refusal::Early));
            assert_eq!(first.accept(), Ok(()));
        }
    });
}

#[test]
fn a_turn_that_may_be_empty_ends_when_the_next_begins() {
    loom::model(|| {
        let (first, second, order) = (tally(0..=1), tally(1), Arc::new(Order::default()));
        first.enter(&order);
        second.enter(&order);
        let other = call(&first);
        assert_eq!(second.accept(), Ok(()));
        // Before or not at all: either is right, and both know of it.
        let there = other.join().unwrap();
        assert!(matches!(there, Ok(()) | Err(Refusal::Exhausted(_))));
    });
}

#[test]
fn a_call_is_refused_or_counted_when_all_is_settled() {
    for ordered in [false, true] {
        loom::model(move || {
            let once = tally(1);
            let order = Arc::new(Order::default());
            if ordered {
                once.enter(&order);
            }
            let other = call(&once);
            let unmet = once.settle();
            match other.join().unwrap() {
                Ok(()) => assert_eq!(unmet, None),
                Err(_) => assert_eq!(unmet, Some(Unmet { times: 1.into(), called: 0 })),
            }
        });
    }
}

#[test]
fn one_thread_at_a_time_has_a_turn() {
    loom::model(|| {
        let turns = Arc::new(Turns::default());
        let place = Arc::new(loom::cell::UnsafeCell::new(0));
        // SAFETY: that is the question.
        let run = |turns: &Turns, place: &loom::cell::UnsafeCell<u32>| {
            let _turn = turns.enter(1).expect("nobody waits for who waits");
            place.with_mut(|place| unsafe { *place += 1 });
        };
        let (others, other_place) = (Arc::clone(&turns), Arc::clone(&place));
        let other = thread::spawn(move || run(&others, &other_place));
        run(&turns, &place);
        other.join().unwrap();
        // SAFETY: the other thread has ended.
        assert_eq!(place.with(|place| unsafe { *place }), 2);
    });
}

#[test]
fn a_thread_does_not_wait_for_itself() {
    loom::model(|| {
        let turns = Turns::default();
        let turn = turns.enter(1);
        assert!(turn.is_some() && turns.enter(1).is_none() && turns.enter(2).is_some());
        drop(turn);
        assert!(turns.enter(1).is_some());
    });
}

#[test]
fn two_threads_do_not_wait_for_each_other() {
    loom::model(|| {
        let turns = Arc::new(Turns::default());
        let run = |turns: &Turns, outer, inner| {
            let _outer = turns.enter(outer).expect("nobody waits for who waits");
            turns.enter(inner).is_some()
        };
        let others = Arc::clone(&turns);
        let other = thread::spawn(move || run(&others, 2, 1));
        let (here, there) = (run(&turns, 1, 2), other.join().unwrap());
        assert!(here || there, "one of them goes on");
    });
}
