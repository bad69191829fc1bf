//! What a hook may do: everything that other code may.

use mapidl::com::{IPersist, IPersist_Impl};
use mapidl::hooks::{self, Event};
use mapidl::{AgileReference, GUID, Interface, Result, Success, implement};
use std::panic::panic_any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Panics as it is told to.
struct Broken(fn());

implement! { impl Broken as Broken_Impl: [IPersist] }

impl IPersist_Impl for Broken_Impl {
    fn get_class_id(&self) -> Result<Success<GUID>> {
        (self.0)();
        Ok(GUID::zeroed().into())
    }
}

/// Panics when it is dropped, with what does so too.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic_any(Fuse(Box::new(1)));
    }
}

struct Fuse(Box<u32>);

impl Drop for Fuse {
    fn drop(&mut self) {
        panic!("{}", self.0);
    }
}

/// Calls an object when it is dropped.
struct Caller(AgileReference<IPersist>, Arc<AtomicU32>);

impl Drop for Caller {
    fn drop(&mut self) {
        assert!(self.0.resolve().unwrap().get_class_id().is_err());
        self.1.fetch_add(100, Ordering::Relaxed);
    }
}

/// What the hook has counted in a test.
fn alone(test: impl FnOnce(&IPersist, &Arc<AtomicU32>)) -> u32 {
    let _turn = crate::turn();
    let seen = Arc::new(AtomicU32::new(0));
    test(&Broken(|| panic!("broken")).into(), &seen);
    hooks::clear_hook();
    seen.load(Ordering::Relaxed)
}

/// A hook that counts.
fn count(seen: &Arc<AtomicU32>, step: u32) {
    let seen = Arc::clone(seen);
    hooks::set_hook(move |_| {
        seen.fetch_add(step, Ordering::Relaxed);
    });
}

fn call_twice(object: &IPersist) {
    assert!(object.get_class_id().is_err());
    assert!(object.get_class_id().is_err());
}

#[test]
fn it_is_told_of_each_panic() {
    let told = alone(|object, seen| {
        let seen = Arc::clone(seen);
        hooks::set_hook(move |event| {
            let Event::Panic { method, message } = event else { panic!("{event:?}") };
            assert_eq!((*method, *message), ("IPersist::GetClassID", "broken"));
            seen.fetch_add(1, Ordering::Relaxed);
        });
        call_twice(object);
    });
    assert_eq!(told, 2);
}

#[test]
fn it_may_panic() {
    let told = alone(|object, seen| {
        let seen = Arc::clone(seen);
        hooks::set_hook(
            move |_| {
                if seen.fetch_add(1, Ordering::Relaxed) == 0 { panic!("hook") } else { panic_any(Bomb) }
            },
        );
        call_twice(object);
        call_twice(object);
    });
    assert_eq!(told, 4);
}

#[test]
fn it_may_set_another_and_clear_itself() {
    let told = alone(|object, seen| {
        let inner = Arc::clone(seen);
        hooks::set_hook(move |_| {
            inner.fetch_add(1, Ordering::Relaxed);
            count(&inner, 10);
        });
        call_twice(object);
        let inner = Arc::clone(seen);
        hooks::set_hook(move |_| {
            inner.fetch_add(100, Ordering::Relaxed);
            hooks::clear_hook();
        });
        call_twice(object);
    });
    assert_eq!(told, 111);
}

#[test]
fn it_may_call_what_panics() {
    let told = alone(|object, seen| {
        let (again, seen) = (AgileReference::new(object).unwrap(), Arc::clone(seen));
        hooks::set_hook(move |_| {
            if seen.fetch_add(1, Ordering::Relaxed) < 3 {
                assert!(again.resolve().unwrap().get_class_id().is_err());
            }
        });
        call_twice(object);
    });
    assert_eq!(told, 5);
}

#[test]
fn what_it_owns_may_panic_or_call_when_it_goes() {
    let told = alone(|object, seen| {
        let (bomb, caller) = (Bomb, Caller(AgileReference::new(object).unwrap(), Arc::clone(seen)));
        hooks::set_hook(move |_| {
            let _ = &bomb;
        });
        hooks::clear_hook();
        let inner = Arc::clone(seen);
        hooks::set_hook(move |_| {
            let _ = &caller;
            inner.fetch_add(1, Ordering::Relaxed);
        });
        call_twice(object);
        // The hook that comes next is told of the call in the drop of the one that goes.
        count(seen, 10);
        call_twice(object);
    });
    assert_eq!(told, 2 + 100 + 30);
}

#[test]
fn payloads_and_values_may_panic_when_they_are_dropped() {
    let told = alone(|_, seen| {
        count(seen, 1);
        let object: IPersist = Broken(|| panic_any(Bomb)).into();
        call_twice(&object);
        let object: IPersist = Owner(Some(Bomb)).into();
        let weak = object.downgrade().unwrap();
        drop(object);
        assert!(weak.upgrade().is_none());
    });
    assert_eq!(told, 3);
}

/// Has a part whose drop panics.
struct Owner(#[expect(dead_code, reason = "it is dropped")] Option<Bomb>);

implement! { impl Owner as Owner_Impl: [IPersist] }

impl IPersist_Impl for Owner_Impl {}
