//! The typed face of an expectation: one type per number of arguments.
//!
//! A generated marker type says through `MethodN` which arguments a method has, so that closures need no annotations;
//! everything else is the same for all methods and compiled once.

use super::script::{self, Action, Expectation};
use super::{Face, Match, Mock, Sequence, Times};
use crate::{Error, HRESULT, Result};
use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::sync::Arc;

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
    ($method:ident, $expect:ident, $call:ident, $($arg:ident $ty:ident),*) => {
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
            inner: Arc<Expectation>,
            method: PhantomData<fn() -> M>,
        }

        impl<M> fmt::Debug for $expect<M> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple("Expect").field(&self.inner.method.name).finish()
            }
        }

        impl<M: $method> $expect<M> {
            const METHOD: &'static script::Method =
                &script::Method { name: M::NAME, unexpected: M::UNEXPECTED, marker: TypeId::of::<Self>() };

            /// Adds an expectation to a mock.
            #[doc(hidden)]
            #[must_use]
            pub fn new(mock: &Mock) -> Self {
                Self { inner: mock.expect(Self::METHOD), method: PhantomData }
            }

            /// How often the call is expected: a number or a range; any number when nothing is said.
            pub fn times(self, times: impl Into<Times>) -> Self {
                self.inner.set_times(times.into());
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
                self.inner.enter(sequence);
                self
            }

            /// The arguments that the expectation is about: `test` gets references to all of them.
            pub fn withf(self, test: impl for<'a> Fn($(&M::$ty<'a>),*) -> bool + Send + 'static) -> Self {
                self.inner.set_matcher(Box::new(move |frame| {
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
                $($ty: for<'a> Match<M::$ty<'a>> + Send + 'static,)*
            {
                self.withf(move |$($ty),*| true $(&& $arg.matches($ty))*)
            }

            /// What the call does and answers.
            pub fn returning(self, answer: impl for<'a> FnMut($(M::$ty<'a>),*) -> M::Return + Send + 'static) -> Self {
                let mut answer = answer;
                self.inner.set_action(Action::Call(Box::new(move |frame| {
                    // SAFETY: the engine passes frames of this method; whatever their lifetimes, `answer` is for all.
                    let frame = unsafe { Frame::<($(M::$ty<'_>,)*), M::Return>::from_erased(frame) };
                    frame.answer = frame.arguments.take().map(|($($arg,)*)| answer($($arg),*));
                })));
                self
            }

            /// What the first call does and answers; a second one is unexpected.
            #[allow(unused_mut)]
            pub fn return_once(
                self,
                answer: impl for<'a> FnOnce($(M::$ty<'a>),*) -> M::Return + Send + 'static,
            ) -> Self {
                let mut answer = Some(answer);
                self.returning(move |$($arg),*| match answer.take() {
                    Some(answer) => answer($($arg),*),
                    None => M::Return::refuse(M::UNEXPECTED),
                })
            }

            /// A value that every call answers.
            #[allow(unused_variables)]
            pub fn return_const(self, value: M::Return) -> Self
            where
                M::Return: Clone + Send,
            {
                self.returning(move |$($arg),*| value.clone())
            }

            /// An error that every call answers.
            pub fn return_error(self, code: HRESULT) -> Self {
                self.inner.set_action(Action::Error(code));
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

arity!(Method0, Expect0, call0,);
arity!(Method1, Expect1, call1, a A);
arity!(Method2, Expect2, call2, a A, b B);
arity!(Method3, Expect3, call3, a A, b B, c C);
arity!(Method4, Expect4, call4, a A, b B, c C, d D);
arity!(Method5, Expect5, call5, a A, b B, c C, d D, e E);
arity!(Method6, Expect6, call6, a A, b B, c C, d D, e E, f F);
arity!(Method7, Expect7, call7, a A, b B, c C, d D, e E, f F, g G);
arity!(Method8, Expect8, call8, a A, b B, c C, d D, e E, f F, g G, h H);
arity!(Method9, Expect9, call9, a A, b B, c C, d D, e E, f F, g G, h H, i I);
arity!(Method10, Expect10, call10, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J);
arity!(Method11, Expect11, call11, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K);
arity!(Method12, Expect12, call12, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L);
arity!(Method13, Expect13, call13, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N);
arity!(Method14, Expect14, call14, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N, n O);
arity!(Method15, Expect15, call15, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N, n O, o P);
arity!(Method16, Expect16, call16, a A, b B, c C, d D, e E, f F, g G, h H, i I, j J, k K, l L, m N, n O, o P, p Q);
