//! The typed face of an expectation: one type per number of arguments.
//!
//! A generated marker type says through `MethodN` which arguments a method has, so that closures need no annotations;
//! everything else is the same for all methods and compiled once.

use super::accept::Tally;
use super::script::{self, Action, Taken, turn};
use super::sync::{Arc, Mutex, lock};
use super::{Face, Match, Mock, Sequence, Times};
use crate::{Error, HRESULT, Result};
use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;

/// The arguments and the answer of one call; the engine passes it on without its types.
struct Frame<A, R> {
    /// Taken by the closure that answers.
    arguments: Option<A>,
    answer: Option<R>,
}

impl<A, R> Frame<A, R> {
    /// Finds the types again.
    ///
    /// # Safety
    /// The frame must be one of these types, but for lifetimes in `A`, and nobody else's for `'a`.
    unsafe fn from_erased<'a>(frame: script::Frame) -> &'a mut Self {
        // SAFETY: as promised.
        unsafe { frame.cast().as_mut() }
    }
}

/// Plays a call; compiled once for all methods of the same types.
fn play<A, R: Answer>(face: &Face, method: &'static script::Method, arguments: A) -> R {
    let mut frame = Frame { arguments: Some(arguments), answer: None };
    let code = face.play(method, NonNull::from(&mut frame).cast());
    match frame.answer {
        Some(answer) => answer,
        None => R::refuse(code),
    }
}

/// What a method can return, so that a mock can refuse a call.
pub trait Answer: 'static {
    /// The answer that stands for `code`.
    fn refuse(code: HRESULT) -> Self;
}

impl<T: 'static> Answer for Result<T> {
    fn refuse(code: HRESULT) -> Self {
        Err(Error::from_hresult(code))
    }
}

macro_rules! zero_answers {
    ($($name:ty),*) => {
        $(impl Answer for $name {
            fn refuse(_: HRESULT) -> Self {
                Self::default()
            }
        })*
    };
}

zero_answers!((), bool, u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64);

impl<T: 'static> Answer for *mut T {
    fn refuse(_: HRESULT) -> Self {
        std::ptr::null_mut()
    }
}

macro_rules! arity {
    ($arity:ident, $method:ident, $expect:ident, $call:ident, $($arg:ident $ty:ident),*) => {
        /// What is written of methods with this number of arguments, by one name; what `mock!` writes names it.
        #[doc(hidden)]
        pub mod $arity {
            pub use super::{$call as call, $expect as Expect, $method as Method};
        }

        /// What a mock must know of a method with this number of arguments.
        pub trait $method: 'static {
            /// `Interface::Method`
            const NAME: &'static str;
            /// What an unexpected call is answered with.
            const UNEXPECTED: HRESULT;
            $(
                #[doc = concat!("The type of argument ", stringify!($arg), ".")]
                type $ty<'a>;
            )*
            /// What it returns.
            type Return: Answer;
        }

        /// An expectation of a method with this number of arguments.
        pub struct $expect<M> {
            face: Arc<Face>,
            tally: Tally,
            method: PhantomData<fn() -> M>,
        }

        impl<M: $method> fmt::Debug for $expect<M> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple("Expect").field(&M::NAME).finish()
            }
        }

        impl<M: $method> $expect<M> {
            const METHOD: &'static script::Method =
                &script::Method { name: M::NAME, unexpected: M::UNEXPECTED, marker: TypeId::of::<Self>() };

            /// Adds an expectation to a mock.
            #[doc(hidden)]
            #[must_use]
            pub fn new(mock: &Mock) -> Self {
                let (face, tally) = mock.expect(Self::METHOD);
                Self { face, tally, method: PhantomData }
            }

            /// How often the call is expected: a number or a range; any number when nothing is said.
            pub fn times(self, times: impl Into<Times>) -> Self {
                self.tally.set_times(times.into());
                self
            }

            /// The call is expected once.
            pub fn once(self) -> Self {
                self.times(1)
            }

            /// The call is not expected.
            pub fn never(self) -> Self {
                self.times(0)
            }

            /// The call is expected in this order with the others of `sequence`.
            pub fn in_sequence(self, sequence: &Sequence) -> Self {
                self.tally.enter(&sequence.0);
                self
            }

            /// The arguments that the expectation is about: `test` gets references to all of them. It may call the mock,
            /// and may be asked on several threads at once.
            pub fn withf(self, test: impl for<'a> Fn($(&M::$ty<'a>),*) -> bool + Send + Sync + 'static) -> Self {
                self.face.script().set_matcher(&self.tally, Arc::new(move |frame| {
                    // SAFETY: the engine passes frames of this method; whatever their lifetimes, `test` is for all.
                    let frame = unsafe { Frame::<($(M::$ty<'_>,)*), M::Return>::from_erased(frame) };
                    frame.arguments.as_ref().is_some_and(|($($arg,)*)| test($($arg),*))
                }));
                self
            }

            /// The arguments that the expectation is about: one predicate each, see [`eq`](super::eq).
            #[allow(clippy::too_many_arguments, non_snake_case)]
            pub fn with<$($ty),*>(self, $($arg: $ty),*) -> Self
            where
                $($ty: for<'a> Match<M::$ty<'a>> + Send + Sync + 'static,)*
            {
                self.withf(move |$($ty),*| true $(&& $arg.matches($ty))*)
            }

            /// What the call does and answers. Calls that come at the same time, or from within the closure, run side by
            /// side; a closure that changes what it owns goes to [`returning_mut`](Self::returning_mut).
            pub fn returning(
                self,
                answer: impl for<'a> Fn($(M::$ty<'a>),*) -> M::Return + Send + Sync + 'static,
            ) -> Self {
                self.act(Action::Call(Arc::new(move |frame| {
                    // SAFETY: the engine passes frames of this method; whatever their lifetimes, `answer` is for all.
                    let frame = unsafe { Frame::<($(M::$ty<'_>,)*), M::Return>::from_erased(frame) };
                    frame.answer = frame.arguments.take().map(|($($arg,)*)| answer($($arg),*));
                    Taken::Answered
                })))
            }

            /// What the call does and answers, one call at a time: calls of other threads wait. A call from within the
            /// closure would wait for ever: it is unexpected, also where it comes by way of another such closure on
            /// another thread. The closure must not itself wait for a thread that makes this call.
            pub fn returning_mut(
                self,
                answer: impl for<'a> FnMut($(M::$ty<'a>),*) -> M::Return + Send + 'static,
            ) -> Self {
                let answer = Mutex::new(answer);
                self.act(Action::Call(Arc::new(move |frame| {
                    let Some(_turn) = turn(&answer) else { return Taken::Busy };
                    let answer = &mut *lock(&answer);
                    // SAFETY: the engine passes frames of this method; whatever their lifetimes, `answer` is for all.
                    let frame = unsafe { Frame::<($(M::$ty<'_>,)*), M::Return>::from_erased(frame) };
                    frame.answer = frame.arguments.take().map(|($($arg,)*)| answer($($arg),*));
                    Taken::Answered
                })))
            }

            /// What the first call does and answers; a second one is unexpected.
            pub fn return_once(
                self,
                answer: impl for<'a> FnOnce($(M::$ty<'a>),*) -> M::Return + Send + 'static,
            ) -> Self {
                let answer = Mutex::new(Some(answer));
                self.act(Action::Call(Arc::new(move |frame| {
                    let answer = lock(&answer).take();
                    let Some(answer) = answer else { return Taken::Spent };
                    // SAFETY: the engine passes frames of this method; whatever their lifetimes, `answer` is for all.
                    let frame = unsafe { Frame::<($(M::$ty<'_>,)*), M::Return>::from_erased(frame) };
                    frame.answer = frame.arguments.take().map(|($($arg,)*)| answer($($arg),*));
                    Taken::Answered
                })))
            }

            /// A value that every call answers.
            #[allow(unused_variables)]
            pub fn return_const(self, value: M::Return) -> Self
            where
                M::Return: Clone + Send + Sync,
            {
                self.returning(move |$($arg),*| value.clone())
            }

            /// An error that every call answers.
            pub fn return_error(self, code: HRESULT) -> Self {
                self.act(Action::Error(code))
            }

            fn act(self, action: Action) -> Self {
                self.face.script().set_action(&self.tally, action);
                self
            }
        }

        /// Plays a call; what generated code does in each method of a mock.
        #[doc(hidden)]
        #[allow(clippy::too_many_arguments, clippy::extra_unused_lifetimes)]
        pub fn $call<'x, M: $method>(face: &Face, $($arg: M::$ty<'x>),*) -> M::Return {
            play(face, $expect::<M>::METHOD, ($($arg,)*))
        }
    };
}

arity!(arity0, Method0, Expect0, call0,);
arity!(arity1, Method1, Expect1, call1, a A);
arity!(arity2, Method2, Expect2, call2, a A, b B);
arity!(arity3, Method3, Expect3, call3, a A, b B, c C);
arity!(arity4, Method4, Expect4, call4, a A, b B, c C, d D);
arity!(arity5, Method5, Expect5, call5, a A, b B, c C, d D, e E);
arity!(arity6, Method6, Expect6, call6, a A, b B, c C, d D, e E, f F);
arity!(arity7, Method7, Expect7, call7, a A, b B, c C, d D, e E, f F, g G);
arity!(arity8, Method8, Expect8, call8, a A, b B, c C, d D, e E, f F, g G, h H);
arity!(arity9, Method9, Expect9, call9, a A, b B, c C, d D, e E, f F, g G, h H, i I);
arity!(arity10, Method10, Expect10, call10, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J);
arity!(arity11, Method11, Expect11, call11, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K);
arity!(arity12, Method12, Expect12, call12, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L);
arity!(arity13, Method13, Expect13, call13, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N);
arity!(arity14, Method14, Expect14, call14, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N, n O);
arity!(arity15, Method15, Expect15, call15, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N, n O, o P);
arity!(arity16, Method16, Expect16, call16, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N, n O, o P, p Q);
