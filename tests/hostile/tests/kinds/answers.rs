//! What implementers and peers answer: failures that look like successes, half of an answer, nothing.

use mapidl::com::{IPersist, IPersist_Impl, IStream};
use mapidl::{GUID, HRESULT, IUnknown, Interface, Result, Success, hooks, implement};
use mapidl_hostile::idl::{IArrays, IGiver, IGiver_Impl};
use mapidl_hostile::{PRIVATE, in_time};
use mapidl_peer::{Caller, Lie, liar};
use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// An object that is counted while it lives.
struct Child(Arc<AtomicIsize>);

implement! { impl Child as Child_Impl: [IPersist] }

impl IPersist_Impl for Child_Impl {}

impl Child {
    fn make(live: &Arc<AtomicIsize>) -> IUnknown {
        live.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(live)).into()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[derive(Default)]
struct Giver {
    live: Arc<AtomicIsize>,
    error: i32,
}

implement! { impl Giver as Giver_Impl: [IGiver] }

impl IGiver_Impl for Giver_Impl {
    fn open(&self, _: &GUID) -> Result<Success<IUnknown>> {
        Err(HRESULT(self.error).into())
    }

    fn both(&self, _: &GUID, _: &GUID) -> Result<Success<(IUnknown, IUnknown)>> {
        Ok((Child::make(&self.live), Child::make(&self.live)).into())
    }

    fn go(&self, x: u32) -> Result<Success<()>> {
        panic!("go {x}")
    }
}

#[test]
fn an_error_is_no_success() {
    for code in [0, 1, 0x0004_0380, i32::MAX] {
        let giver: IGiver = Giver { error: code, ..Giver::default() }.into();
        assert!(giver.open::<IPersist>().is_err(), "{code:#x}");
        let asked = Caller::of(&giver).open(3, &IPersist::IID);
        assert!(asked.code.is_err() && !asked.answered, "{code:#x} becomes {asked:?}");
    }
}

#[test]
fn half_an_answer_is_given_back() -> Result<()> {
    let live = Arc::new(AtomicIsize::new(0));
    let giver: IGiver = Giver { live: Arc::clone(&live), error: 0 }.into();
    drop(giver.both::<IPersist, IPersist>()?);
    assert_eq!(live.load(Ordering::Relaxed), 0);
    assert!(giver.both::<IPersist, IStream>().is_err());
    assert_eq!(live.load(Ordering::Relaxed), 0, "the first object is lost");
    assert!(giver.both::<IStream, IPersist>().is_err());
    assert_eq!(live.load(Ordering::Relaxed), 0);
    Ok(())
}

#[test]
fn peers_that_answer_nothing_are_believed_in_nothing() {
    for lie in Lie::ALL {
        let giver: IGiver = liar(lie);
        assert!(giver.open::<IPersist>().is_err(), "{lie:?}");
        // An interface that the peer cannot know.
        assert!(giver.open::<IArrays>().is_err(), "{lie:?}");
        assert!(giver.both::<IPersist, IPersist>().is_err(), "{lie:?}");
        assert!(giver.child().is_err(), "{lie:?}");
        assert!(giver.cast::<IPersist>().is_err(), "{lie:?}");
        assert!(giver.downgrade().is_err(), "{lie:?}");
        let _ = giver.go(1);
        assert_eq!(giver.cast::<IUnknown>().map(|same| same.as_raw()), Ok(giver.as_raw()));
        assert!(!Caller::of(&giver).query(&PRIVATE).overrun);
    }
}

/// The hook is one for the program, so tests with hooks come one after the other.
static HOOKS: Mutex<()> = Mutex::new(());

#[test]
fn hooks_change_hooks() {
    let _alone = HOOKS.lock().unwrap_or_else(PoisonError::into_inner);
    in_time(|| {
        static SEEN: AtomicUsize = AtomicUsize::new(0);
        // Other tests panic at the same time, and the hook is told of that too, on their threads.
        let me = std::thread::current().id();
        let is_mine = move || std::thread::current().id() == me;
        let seen = || SEEN.fetch_add(1, Ordering::Relaxed);
        let giver: IGiver = Giver::default().into();
        let call = || assert!(giver.go(1).is_err());
        hooks::set_hook(move |_| {
            if is_mine() {
                seen();
                hooks::set_hook(move |_| {
                    if is_mine() {
                        seen();
                    }
                });
            }
        });
        call();
        call();
        assert_eq!(SEEN.load(Ordering::Relaxed), 2);
        hooks::set_hook(move |_| {
            if is_mine() {
                seen();
                hooks::clear_hook();
            }
        });
        call();
        call();
        assert_eq!(SEEN.load(Ordering::Relaxed), 3);
        hooks::set_hook(move |_| {
            if is_mine() && seen() < 6 {
                // The object of another call, which panics and tells the hook.
                assert!(IGiver::from(Giver::default()).go(2).is_err());
            }
        });
        call();
        assert!(SEEN.load(Ordering::Relaxed) > 3);
        hooks::clear_hook();
    });
}
