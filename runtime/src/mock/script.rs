//! What a mock expects, what happened, and whether both agree.

use super::Times;
use crate::HRESULT;
use std::any::Any;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

/// A closure of a type that only its method knows.
pub(crate) type Erased = Box<dyn Any + Send>;

/// Locks even after a panic of a scripted closure: the data is plain and always whole.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One expectation of one method.
pub(crate) struct Expectation {
    pub(crate) method: &'static str,
    called: AtomicUsize,
    rule: Mutex<Rule>,
    /// The closure that answers; locked while it runs.
    action: Mutex<Action>,
}

struct Rule {
    times: Times,
    matcher: Option<Erased>,
    place: Option<Place>,
    retired: bool,
}

/// Where an expectation stands in a [`Sequence`].
struct Place {
    sequence: Arc<Mutex<Order>>,
    index: usize,
}

/// Expectations in their order. They know their sequence, so it must not keep them alive; one that is gone was settled.
type Order = Vec<Weak<Expectation>>;

pub(crate) enum Action {
    /// Nothing was scripted: the call is answered with the mock's error.
    None,
    /// An error code.
    Error(HRESULT),
    /// A closure.
    Call(Erased),
}

impl Expectation {
    pub(crate) fn new(method: &'static str) -> Self {
        Self {
            method,
            called: AtomicUsize::new(0),
            rule: Mutex::new(Rule { times: Times::ANY, matcher: None, place: None, retired: false }),
            action: Mutex::new(Action::None),
        }
    }

    pub(crate) fn set_times(&self, times: Times) {
        lock(&self.rule).times = times;
    }

    pub(crate) fn set_matcher(&self, matcher: Erased) {
        lock(&self.rule).matcher = Some(matcher);
    }

    pub(crate) fn set_action(&self, action: Action) {
        *lock(&self.action) = action;
    }

    pub(crate) fn enter(self: &Arc<Self>, sequence: &Sequence) {
        let mut list = lock(&sequence.0);
        lock(&self.rule).place = Some(Place { sequence: Arc::clone(&sequence.0), index: list.len() });
        list.push(Arc::downgrade(self));
    }

    fn satisfied(&self) -> bool {
        self.called.load(Ordering::Acquire) >= lock(&self.rule).times.min
    }

    fn exhausted(&self) -> bool {
        let rule = lock(&self.rule);
        rule.retired || self.called.load(Ordering::Acquire) >= rule.times.max
    }

    /// Whether those before it in its sequence are done; retires them, since their turn is over.
    fn turn(&self) -> bool {
        let Some((list, index)) = lock(&self.rule).place.as_ref().map(|p| (Arc::clone(&p.sequence), p.index)) else {
            return true;
        };
        let before: Vec<_> = lock(&list)[..index].iter().filter_map(Weak::upgrade).collect();
        if !before.iter().all(|e| e.satisfied()) {
            return false;
        }
        for e in before {
            lock(&e.rule).retired = true;
        }
        true
    }

    /// Runs `f` on the scripted action; `None` when the action is running already (the closure called itself).
    pub(crate) fn act<R>(&self, f: impl FnOnce(&mut Action) -> R) -> Option<R> {
        match self.action.try_lock() {
            Ok(mut action) => Some(f(&mut action)),
            Err(std::sync::TryLockError::Poisoned(poisoned)) => Some(f(&mut poisoned.into_inner())),
            Err(std::sync::TryLockError::WouldBlock) => None,
        }
    }
}

/// An order in which calls are expected, across methods and mocks.
///
/// Expectations enter it with `in_sequence`; a call that comes before the calls of an earlier expectation are complete
/// is unexpected.
#[derive(Clone, Default)]
pub struct Sequence(Arc<Mutex<Order>>);

impl Sequence {
    /// An empty sequence.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl std::fmt::Debug for Sequence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(lock(&self.0).iter().filter_map(Weak::upgrade).map(|e| e.method)).finish()
    }
}

/// The expectations of one interface of a mock.
#[derive(Default)]
pub(crate) struct Script(Mutex<Vec<Arc<Expectation>>>);

impl Script {
    pub(crate) fn add(&self, method: &'static str) -> Arc<Expectation> {
        let expectation = Arc::new(Expectation::new(method));
        lock(&self.0).push(Arc::clone(&expectation));
        expectation
    }

    /// Finds the first expectation that the call meets and counts the call; else says why there is none.
    pub(crate) fn take(
        &self,
        method: &'static str,
        matches: &mut dyn FnMut(&dyn Any) -> bool,
    ) -> Result<Arc<Expectation>, String> {
        let of_method: Vec<_> = lock(&self.0).iter().filter(|e| e.method == method).cloned().collect();
        if of_method.is_empty() {
            return Err(format!("{method} was called, and no call is expected"));
        }
        let (mut early, mut full) = (false, None);
        for expectation in of_method {
            let fits = lock(&expectation.rule).matcher.as_deref().is_none_or(|m| matches(m));
            if !fits {
                continue;
            }
            if expectation.exhausted() {
                full = Some(lock(&expectation.rule).times);
            } else if !expectation.turn() {
                early = true;
            } else {
                expectation.called.fetch_add(1, Ordering::AcqRel);
                return Ok(expectation);
            }
        }
        Err(match (early, full) {
            (true, _) => format!("{method} was called out of sequence"),
            (_, Some(times)) => format!("{method} was called once more than expected ({times})"),
            _ => format!("{method} was called with arguments that no expectation accepts"),
        })
    }

    /// Forgets all expectations; adds a line for each that was not met.
    pub(crate) fn settle(&self, report: &mut String) {
        for e in lock(&self.0).drain(..) {
            let called = e.called.load(Ordering::Acquire);
            let times = lock(&e.rule).times;
            if called < times.min {
                let _ = writeln!(report, "{}: expected {times}, got {called}", e.method);
            }
        }
    }
}
