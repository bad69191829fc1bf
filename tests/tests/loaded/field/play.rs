//! Duty: hold one conversation: expect a call on a mock, make it through a relay, and look at the answer.

use super::Turn;
use super::answers::Outcome;
use super::arguments::Argument;
use super::relay::{Cpp, fail};
use mapidl::mock::*;

/// One method.
pub(crate) struct Conversation {
    /// `IMAPIProp::GetProps`
    pub(crate) method: &'static str,
    pub(crate) hold: fn(&Cpp, Turn),
}

/// An expectation that looks at its arguments.
pub(crate) trait Play {
    /// Expects the call once; `places` are those of the arguments in the C signature.
    fn play(self, turn: Turn, places: &'static [usize]);
}

macro_rules! plays {
    ($($expect:ident $method:ident [$($ty:ident $arg:ident $i:literal),*];)*) => {$(
        impl<M: $method> Play for $expect<M>
        where
            $(for<'a> M::$ty<'a>: Argument,)*
            M::Return: Outcome,
        {
            #[allow(unused_variables)]
            fn play(self, turn: Turn, places: &'static [usize]) {
                self.once().returning(move |$($arg),*| {
                    $(if !$arg.holds(turn, places[$i]) {
                        fail(format!("{}: Rust got another argument {}", M::NAME, places[$i]));
                    })*
                    M::Return::answer(turn)
                });
            }
        }
    )*};
}

plays! {
    Expect0 Method0 [];
    Expect1 Method1 [A a 0];
    Expect2 Method2 [A a 0, B b 1];
    Expect3 Method3 [A a 0, B b 1, C c 2];
    Expect4 Method4 [A a 0, B b 1, C c 2, D d 3];
    Expect5 Method5 [A a 0, B b 1, C c 2, D d 3, E e 4];
    Expect6 Method6 [A a 0, B b 1, C c 2, D d 3, E e 4, F f 5];
    Expect7 Method7 [A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6];
    Expect8 Method8 [A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7];
    Expect9 Method9 [A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7, I i 8];
    Expect10 Method10 [A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7, I i 8, J j 9];
}

macro_rules! conversations {
    ($($interface:ident $mock:ident {
        $($base:ident::$com:ident $call:path [$($arg:literal),*] $expect:ident [$($param:literal),*];)*
    })*) => {
        pub(crate) const CONVERSATIONS: &[(&str, &[Conversation])] = &[$((stringify!($interface), &[$(Conversation {
            method: concat!(stringify!($base), "::", stringify!($com)),
            hold: |cpp, turn| {
                let mock = $mock::new();
                mock.$expect().play(turn, &[$($param),*]);
                let relay = cpp.relay(stringify!($interface), &mock.to_interface());
                // SAFETY: raw pointers are looked at by nobody.
                #[allow(unused_unsafe)]
                let answer = unsafe { $call(&relay, $(Argument::argument(turn, $arg)),*) };
                if !Outcome::holds(answer, turn) {
                    fail("Rust got another answer".to_owned());
                }
                drop(relay);
                if let Err(text) = mock.finish() {
                    fail(text);
                }
            },
        }),*])),*];
    };
}
