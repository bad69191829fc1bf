//! What a mock expects, what happened, and whether both agree.

use super::Times;
use crate::HRESULT;
use std::any::TypeId;
use std::fmt::Write as _;
use std::ptr::NonNull;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError, Weak};

/// A method, as the engine knows it.
#[derive(Debug)]
pub(crate) struct Method {
    /// `Interface::Method`
    pub(crate) name: &'static str,
    /// What an unexpected call is answered with.
    pub(crate) unexpected: HRESULT,
    /// A type that stands for the types of the arguments and of the answer.
    pub(crate) marker: TypeId,
}

/// The arguments and the answer of one call, of types that only its method knows.
pub(crate) type Frame = NonNull<()>;

/// A closure that looks at the arguments in a frame of its method.
pub(crate) type Matcher = Box<dyn Fn(Frame) -> bool + Send>;

/// A closure that takes the arguments out of a frame of its method and puts the answer in.
pub(crate) type Answerer = Box<dyn FnMut(Frame) + Send>;

/// Locks even after a panic of a scripted closure: the data is plain and always whole.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One expectation of one method.
pub(crate) struct Expectation {
    pub(crate) method: &'static Method,
    rule: Mutex<Rule>,
    /// What answers; locked while it runs.
    action: Mutex<Action>,
}

struct Rule {
    called: usize,
    times: Times,
    matcher: Option<Matcher>,
    place: Option<Place>,
    retired: bool,
}

impl Rule {
    fn exhausted(&self) -> bool {
        self.retired || self.called >= self.times.max
    }
}

/// Where an expectation stands in a [`Sequence`].
#[derive(Clone)]
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
    Call(Answerer),
}

/// How an expectation took a call.
pub(crate) enum Taken {
    /// The answer is in the frame.
    Answered,
    /// With this error.
    Refused(HRESULT),
    /// Its closure is running already: it called itself.
    Busy,
    /// Nothing was scripted.
    Unscripted,
}

/// Why an expectation is not about a call.
enum Misfit {
    Arguments,
    Exhausted(Times),
    Early,
}

impl Expectation {
    pub(crate) fn new(method: &'static Method) -> Self {
        let rule = Rule { called: 0, times: Times::ANY, matcher: None, place: None, retired: false };
        Self { method, rule: Mutex::new(rule), action: Mutex::new(Action::None) }
    }

    pub(crate) fn set_times(&self, times: Times) {
        lock(&self.rule).times = times;
    }

    pub(crate) fn set_matcher(&self, matcher: Matcher) {
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
        let rule = lock(&self.rule);
        rule.called >= rule.times.min
    }

    /// Counts a call if the expectation is about it.
    fn admit(&self, frame: Frame) -> Result<(), Misfit> {
        let mut rule = lock(&self.rule);
        if !rule.matcher.as_ref().is_none_or(|matches| matches(frame)) {
            return Err(Misfit::Arguments);
        }
        if rule.exhausted() {
            return Err(Misfit::Exhausted(rule.times));
        }
        if rule.place.is_some() {
            return self.admit_in_turn(rule);
        }
        rule.called += 1;
        Ok(())
    }

    #[cold]
    fn admit_in_turn(&self, rule: MutexGuard<'_, Rule>) -> Result<(), Misfit> {
        let place = rule.place.clone();
        // Others in the sequence are locked next, never two at a time.
        drop(rule);
        if !place.is_none_or(|place| place.is_next()) {
            return Err(Misfit::Early);
        }
        lock(&self.rule).called += 1;
        Ok(())
    }

    /// Answers a call that was admitted.
    pub(crate) fn answer(&self, frame: Frame) -> Taken {
        let mut action = match self.action.try_lock() {
            Ok(action) => action,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Taken::Busy,
        };
        match &mut *action {
            Action::Call(answer) => {
                answer(frame);
                Taken::Answered
            }
            Action::Error(code) => Taken::Refused(*code),
            Action::None => Taken::Unscripted,
        }
    }
}

impl Place {
    /// Whether those before it in its sequence are done; retires them, since their turn is over.
    fn is_next(&self) -> bool {
        let before: Vec<_> = lock(&self.sequence)[..self.index].iter().filter_map(Weak::upgrade).collect();
        if !before.iter().all(|e| e.satisfied()) {
            return false;
        }
        for e in before {
            lock(&e.rule).retired = true;
        }
        true
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
        f.debug_list().entries(lock(&self.0).iter().filter_map(Weak::upgrade).map(|e| e.method.name)).finish()
    }
}

/// The expectations of one interface of a mock.
#[derive(Default)]
pub(crate) struct Script(Mutex<Vec<Arc<Expectation>>>);

impl Script {
    pub(crate) fn add(&self, method: &'static Method) -> Arc<Expectation> {
        let expectation = Arc::new(Expectation::new(method));
        lock(&self.0).push(Arc::clone(&expectation));
        expectation
    }

    /// The first expectation of a method from a place in the list on, and the place after it. The list is not locked
    /// while a matcher runs: it may call the mock.
    fn find(&self, method: &Method, from: usize) -> Option<(Arc<Expectation>, usize)> {
        let list = lock(&self.0);
        let found = list.get(from..)?.iter().position(|e| e.method.marker == method.marker)? + from;
        Some((Arc::clone(&list[found]), found + 1))
    }

    /// Finds the first expectation that the call meets and counts the call; else says why there is none.
    pub(crate) fn take(&self, method: &Method, frame: Frame) -> Result<Arc<Expectation>, String> {
        let (mut next, mut misfit) = (0, None);
        while let Some((expectation, after)) = self.find(method, next) {
            next = after;
            match (expectation.admit(frame), &misfit) {
                (Ok(()), _) => return Ok(expectation),
                // What came closest is reported.
                (Err(Misfit::Arguments), Some(_)) | (Err(Misfit::Exhausted(_)), Some(Misfit::Early)) => {}
                (Err(new), _) => misfit = Some(new),
            }
        }
        Err(describe(method.name, misfit))
    }

    /// Forgets all expectations; adds a line for each that was not met.
    pub(crate) fn settle(&self, report: &mut String) {
        for e in lock(&self.0).drain(..) {
            let Rule { called, times, .. } = *lock(&e.rule);
            if called < times.min {
                let _ = writeln!(report, "{}: expected {times}, got {called}", e.method.name);
            }
        }
    }
}

#[cold]
fn describe(name: &str, misfit: Option<Misfit>) -> String {
    match misfit {
        None => format!("{name} was called, and no call is expected"),
        Some(Misfit::Early) => format!("{name} was called out of sequence"),
        Some(Misfit::Exhausted(times)) => format!("{name} was called once more than expected ({times})"),
        Some(Misfit::Arguments) => format!("{name} was called with arguments that no expectation accepts"),
    }
}
