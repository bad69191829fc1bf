//! What a mock expects, what happened, and whether both agree.
//!
//! Matchers and answers are code of others, and so is the drop of what they own: all of it may call the mock again, on
//! this thread or on another one, and wait for that. So none of it runs while something is locked. An expectation never
//! changes: who adds to it puts another one in its place, and a call that has the old one in hand goes on with that.

use super::Times;
use super::accept::{Order, Refusal, Tally, Unmet};
use super::sync::{Arc, Mutex, lock};
use super::turns::{Turn, Turns};
use crate::HRESULT;
use std::any::TypeId;
use std::fmt;
use std::fmt::Write as _;
use std::ptr::NonNull;
use std::sync::LazyLock;

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
pub(crate) type Matcher = Arc<dyn Fn(Frame) -> bool + Send + Sync>;

/// A closure that takes the arguments out of a frame of its method and puts the answer in.
pub(crate) type Answerer = Arc<dyn Fn(Frame) -> Taken + Send + Sync>;

/// How an expectation took a call.
pub(crate) enum Taken {
    /// The answer is in the frame.
    Answered,
    /// With this error.
    Refused(HRESULT),
    /// Its closure runs one call at a time, and the one that runs waits for this one.
    Busy,
    /// Its closure was for one call.
    Spent,
    /// Nothing was scripted.
    Unscripted,
}

#[derive(Clone)]
pub(crate) enum Action {
    /// Nothing was scripted: the call is answered with the mock's error.
    None,
    /// An error code.
    Error(HRESULT),
    /// A closure.
    Call(Answerer),
}

/// One expectation of one method.
#[derive(Clone)]
pub(crate) struct Expectation {
    method: &'static Method,
    tally: Tally,
    matcher: Option<Matcher>,
    action: Action,
}

/// Why an expectation is not about a call.
enum Misfit {
    Arguments,
    Exhausted(Times),
    Early,
}

impl Expectation {
    /// Counts a call if the expectation is about it.
    fn admit(&self, frame: Frame) -> Result<(), Misfit> {
        if !self.matcher.as_ref().is_none_or(|matches| matches(frame)) {
            return Err(Misfit::Arguments);
        }
        self.tally.accept().map_err(|refusal| match refusal {
            Refusal::Exhausted(times) => Misfit::Exhausted(times),
            Refusal::Early | Refusal::Ordered => Misfit::Early,
        })
    }

    /// Answers a call that was admitted.
    pub(crate) fn answer(&self, frame: Frame) -> Taken {
        match &self.action {
            Action::Call(answer) => answer(frame),
            Action::Error(code) => Taken::Refused(*code),
            Action::None => Taken::Unscripted,
        }
    }
}

/// A turn to run a closure that runs one call at a time; see [`Turns::enter`].
pub(crate) fn turn<F>(closure: &Mutex<F>) -> Option<Turn<'static>> {
    static TURNS: LazyLock<Turns> = LazyLock::new(Turns::default);
    TURNS.enter(std::ptr::from_ref(closure).addr())
}

/// An order in which calls are expected, across methods and mocks.
///
/// Expectations enter it with `in_sequence`; a call that comes before the calls of an earlier expectation are complete
/// is unexpected.
#[derive(Clone, Default)]
pub struct Sequence(pub(super) Arc<Order>);

impl Sequence {
    /// An empty sequence.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.names()).finish()
    }
}

/// The expectations of one interface of a mock.
#[derive(Default)]
pub(crate) struct Script(Mutex<Vec<Arc<Expectation>>>);

impl Script {
    pub(crate) fn add(&self, method: &'static Method) -> Tally {
        let tally = Tally::new(method.name);
        let expectation = Expectation { method, tally: tally.clone(), matcher: None, action: Action::None };
        lock(&self.0).push(Arc::new(expectation));
        tally
    }

    pub(crate) fn set_matcher(&self, tally: &Tally, matcher: Matcher) {
        self.replace(tally, |old| Expectation { matcher: Some(matcher), ..old });
    }

    pub(crate) fn set_action(&self, tally: &Tally, action: Action) {
        self.replace(tally, |old| Expectation { action, ..old });
    }

    /// Puts another expectation in the place of the one that counts with `tally`, unless that is settled.
    fn replace(&self, tally: &Tally, change: impl FnOnce(Expectation) -> Expectation) {
        let mut list = lock(&self.0);
        let Some(place) = list.iter_mut().find(|e| e.tally.is(tally)) else { return };
        let new = Arc::new(change(Expectation::clone(place)));
        let old = std::mem::replace(place, new);
        drop(list);
        drop(old);
    }

    /// The first expectation of a method from a place in the list on, and the place after it.
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

    /// Ends all expectations; adds a line for each that was not met. Who gets them drops them when nothing is locked.
    pub(crate) fn settle(&self, report: &mut String) -> Vec<Arc<Expectation>> {
        let settled = std::mem::take(&mut *lock(&self.0));
        for e in &settled {
            if let Some(Unmet { times, called }) = e.tally.settle() {
                let _ = writeln!(report, "{}: expected {times}, got {called}", e.method.name);
            }
        }
        settled
    }
}

impl Drop for Script {
    /// Nobody waits in a sequence for what cannot be called any more. What closures own may panic when it is dropped, in
    /// the last Release perhaps, which must not unwind.
    fn drop(&mut self) {
        let mut settled = self.settle(&mut String::new());
        while !settled.is_empty() {
            crate::stub::value("IUnknown::Release", &mut || {
                drop(settled.pop());
                Ok(())
            });
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
