//! Objects that belong to a thread, and callers that ask no one which one it is.

use mapidl::{Apartment, ComObject, HRESULT, IUnknownImpl, Interface, Result, code, implement};
use mapidl_hostile::idl::{ILocal, ILocal_Impl};
use mapidl_peer::{Caller, Told};
use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};

const RPC_E_WRONG_THREAD: HRESULT = code(0x8001_010e);

/// Counts its calls, as nobody may who is called on two threads at once.
#[derive(Default)]
struct Counter(Cell<u32>);

implement! { apartment impl Counter as Counter_Impl: [ILocal] }

impl ILocal_Impl for Counter_Impl {
    fn count(&self) -> Result<u32> {
        Ok(self.next())
    }

    fn next(&self) -> u32 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }

    fn skip(&self) {
        self.next();
    }
}

/// The same for any thread.
#[derive(Default)]
struct Shared(AtomicU32);

implement! { impl Shared as Shared_Impl: [ILocal] }

impl ILocal_Impl for Shared_Impl {
    fn count(&self) -> Result<u32> {
        Ok(self.next())
    }

    fn next(&self) -> u32 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn skip(&self) {
        self.next();
    }
}

#[test]
fn a_value_is_touched_on_its_own_thread_alone() {
    let local: ILocal = Counter::default().into();
    let counter: ComObject<Apartment<Counter>> = local.cast_object().expect("it is one");
    let told = Caller::of(&local).elsewhere(|| assert_eq!(local.count(), Ok(1)));
    assert_eq!(told, Told { code: RPC_E_WRONG_THREAD, count: 0, next: 0 });
    assert_eq!(local.next(), 2, "no other call has reached it");
    drop(local);
    assert!(counter.is_reference_count_one(), "references are counted on every thread");
}

#[test]
fn a_weak_reference_is_made_on_that_thread_too() {
    let local: ILocal = Counter::default().into();
    assert_eq!(Caller::of(&local).weak_elsewhere(), (RPC_E_WRONG_THREAD, false));
    assert!(local.downgrade().expect("it has weak ones").upgrade().is_some());
}

#[test]
fn what_is_agile_is_called_on_every_thread() {
    let shared: ILocal = Shared::default().into();
    let told = Caller::of(&shared).elsewhere(|| ());
    assert_eq!(told, Told { code: HRESULT(0), count: 1, next: 2 });
    assert_eq!(shared.next(), 4);
}

/// Tells that it was dropped, and which call that was.
#[cfg(target_os = "linux")]
struct Last(Cell<u32>, std::sync::Arc<AtomicU32>);

#[cfg(target_os = "linux")]
impl Drop for Last {
    fn drop(&mut self) {
        self.1.store(self.0.get(), Ordering::Relaxed);
    }
}

#[cfg(target_os = "linux")]
implement! { apartment impl Last as Last_Impl: [ILocal] }

#[cfg(target_os = "linux")]
impl ILocal_Impl for Last_Impl {
    fn count(&self) -> Result<u32> {
        self.0.set(self.0.get() + 1);
        Ok(self.0.get())
    }
}

/// A thread's number of the standard library's is gone then.
#[cfg(target_os = "linux")]
#[test]
fn what_is_released_last_of_all_is_at_home() {
    struct Watch;
    impl Drop for Watch {
        fn drop(&mut self) {}
    }
    thread_local!(static WATCH: Watch = const { Watch });

    let told = std::sync::Arc::new(AtomicU32::new(0));
    let seen = told.clone();
    let thread = std::thread::spawn(move || {
        WATCH.with(|_| ());
        let local: ILocal = Last(Cell::new(5), seen).into();
        let weak = local.downgrade().expect("it has weak ones");
        mapidl_peer::at_the_end(move || {
            assert!(WATCH.try_with(|_| ()).is_err(), "this thread still has its memory");
            assert_eq!(local.count(), Ok(6));
            assert_eq!(weak.upgrade().expect("it lives").count(), Ok(7));
            drop(local);
            assert!(weak.upgrade().is_none());
            assert_eq!(ILocal::from(Counter::default()).count(), Ok(1), "a new one is of this thread too");
        });
    });
    thread.join().expect("it ends");
    assert_eq!(told.load(Ordering::Relaxed), 7);
}
