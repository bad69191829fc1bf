//! Duty: decide whether a call is accepted: one step, whoever else calls at the same moment.
//! Input: how often calls are expected, and in which order. Output: yes, or why not; what was not met in the end.
//!
//! Nobody else's code runs in here, and no lock is held when a function returns.

use super::Times;
use super::sync::{Arc, AtomicU64, AtomicUsize, Mutex, Ordering, lock};

/// No call is accepted any more.
const CLOSED: u64 = 1;
/// Calls are accepted under the lock of an order.
const ORDERED: u64 = 2;
/// One call: calls are counted above the flags, so that both change together.
const CALL: u64 = 4;

/// Why a call is not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refusal {
    /// As many came as are expected.
    Exhausted(Times),
    /// Others must come first.
    Early,
    /// The order has to be asked.
    Ordered,
}

/// What was expected and did not come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Unmet {
    pub(crate) times: Times,
    pub(crate) called: u64,
}

/// Calls of one expectation, and how many there may be.
struct Count {
    name: &'static str,
    state: AtomicU64,
    min: AtomicUsize,
    max: AtomicUsize,
}

impl Count {
    fn times(&self) -> Times {
        Times { min: self.min.load(Ordering::Relaxed), max: self.max.load(Ordering::Relaxed) }
    }

    /// Counts a call, if one is left. What is ordered needs `leave`: its flag, from who holds the order's lock.
    fn accept(&self, leave: u64) -> Result<(), Refusal> {
        let mut state = self.state.load(Ordering::Acquire);
        loop {
            if state & CLOSED != 0 || state / CALL >= self.max.load(Ordering::Relaxed) as u64 {
                return Err(Refusal::Exhausted(self.times()));
            }
            if state & ORDERED & !leave != 0 {
                return Err(Refusal::Ordered);
            }
            match self.state.compare_exchange_weak(state, state + CALL, Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => return Ok(()),
                Err(now) => state = now,
            }
        }
    }

    /// Whether others may follow.
    fn is_done(&self) -> bool {
        let state = self.state.load(Ordering::Acquire);
        state & CLOSED != 0 || state / CALL >= self.min.load(Ordering::Relaxed) as u64
    }

    fn close(&self) -> u64 {
        self.state.fetch_or(CLOSED, Ordering::AcqRel)
    }
}

/// The calls of one expectation, wherever it is told of them.
#[derive(Clone)]
pub(crate) struct Tally {
    count: Arc<Count>,
    order: Arc<Mutex<Option<Arc<Order>>>>,
}

impl Tally {
    /// Accepts any number of calls of a method.
    pub(crate) fn new(name: &'static str) -> Self {
        let (min, max) = (AtomicUsize::new(Times::ANY.min), AtomicUsize::new(Times::ANY.max));
        let count = Count { name, state: AtomicU64::new(0), min, max };
        Self { count: Arc::new(count), order: Arc::new(Mutex::new(None)) }
    }

    /// Whether both count for one expectation.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.count, &other.count)
    }

    pub(crate) fn set_times(&self, times: Times) {
        self.count.min.store(times.min, Ordering::Relaxed);
        self.count.max.store(times.max, Ordering::Relaxed);
    }

    /// Goes to the end of an order, and out of the one that it was in.
    pub(crate) fn enter(&self, order: &Arc<Order>) {
        let mut place = lock(&self.order);
        if let Some(old) = place.take() {
            lock(&old.0).retain(|count| !Arc::ptr_eq(count, &self.count));
        }
        lock(&order.0).push(Arc::clone(&self.count));
        self.count.state.fetch_or(ORDERED, Ordering::AcqRel);
        *place = Some(Arc::clone(order));
    }

    /// Accepts a call, or says why not.
    pub(crate) fn accept(&self) -> Result<(), Refusal> {
        match self.count.accept(0) {
            Err(Refusal::Ordered) => self.accept_in_turn(),
            decided => decided,
        }
    }

    /// The same under the lock of the order: what comes before is done, and its turn is over once this is accepted.
    #[cold]
    fn accept_in_turn(&self) -> Result<(), Refusal> {
        loop {
            let Some(order) = lock(&self.order).clone() else { return self.count.accept(ORDERED) };
            let list = lock(&order.0);
            let Some(at) = list.iter().position(|count| Arc::ptr_eq(count, &self.count)) else {
                continue; // it entered another order in between
            };
            if !list[..at].iter().all(|count| count.is_done()) {
                return Err(Refusal::Early);
            }
            self.count.accept(ORDERED)?;
            for count in &list[..at] {
                count.close();
            }
            return Ok(());
        }
    }

    /// Ends it: every call was accepted before this, and is counted in the answer, or is refused.
    pub(crate) fn settle(&self) -> Option<Unmet> {
        let (called, times) = (self.count.close() / CALL, self.count.times());
        (called < times.min as u64).then_some(Unmet { times, called })
    }
}

/// An order of expectations.
#[derive(Default)]
pub(crate) struct Order(Mutex<Vec<Arc<Count>>>);

impl Order {
    /// The methods in it.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        lock(&self.0).iter().map(|count| count.name).collect()
    }
}
