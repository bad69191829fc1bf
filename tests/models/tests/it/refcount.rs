//! The reference count of objects, and the cell through which weak references find them (`runtime/src/object/refcount.rs`).
//!
//! An object is freed while others hold weak references, or have just given up their own: every touch of its count
//! must come before the end of its memory, and every touch of its value before the end of that.

#[path = "../../../../runtime/src/object/refcount.rs"]
#[allow(dead_code)]
mod counting;
mod sync;

use counting::{Cell, Count, Target};
use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::thread;
use std::ptr::NonNull;

struct WeakCell(Target);

type Weak = Arc<WeakCell>;

impl Cell for Weak {
    fn target(&self) -> &Target {
        &self.0
    }
}

/// An object as the runtime has it, with a number for its value.
struct Object {
    count: Count<Weak>,
    value: UnsafeCell<u32>,
}

/// A counted reference.
struct Handle(NonNull<Object>);

// SAFETY: what this crate is about.
unsafe impl Send for Handle {}

impl Handle {
    fn new() -> Self {
        let object = Object { count: Count::new(), value: UnsafeCell::new(1) };
        Self(NonNull::from(Box::leak(Box::new(object))))
    }

    fn object(&self) -> &Object {
        // SAFETY: it holds a reference.
        unsafe { self.0.as_ref() }
    }

    fn value(&self) -> u32 {
        // SAFETY: nobody writes it meanwhile; loom looks after that.
        self.object().value.with(|value| unsafe { *value })
    }

    fn downgrade(&self) -> Weak {
        // SAFETY: the count ends after the target was cleared, in `drop`.
        let make = || Arc::new(WeakCell(unsafe { Target::new(self.0.cast(), &self.object().count.strong) }));
        self.object().count.cell(make).clone()
    }

    /// Writes the value if nobody else can read it.
    fn change(&self) -> bool {
        let alone = self.object().count.is_one();
        if alone {
            // SAFETY: that is the question.
            self.object().value.with_mut(|value| unsafe { *value += 1 });
        }
        alone
    }
}

impl Clone for Handle {
    fn clone(&self) -> Self {
        self.object().count.strong.add();
        Self(self.0)
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let object = self.0.as_ptr();
        // SAFETY: as `object.rs` does it: after the last reference nobody else touches the object.
        unsafe {
            let strong = &(*object).count.strong;
            if strong.give_up() == 0 {
                (*object).count.end();
                (*object).value.with_mut(|value| *value = 0);
                drop(Box::from_raw(object));
            }
        }
    }
}

fn upgrade(weak: &Weak) -> Option<Handle> {
    weak.0.upgrade().map(|object| Handle(object.cast()))
}

#[test]
fn the_last_of_several_threads_drops_the_object() {
    loom::model(|| {
        let object = Handle::new();
        let others = [object.clone(), object.clone()].map(|object| {
            thread::spawn(move || {
                let again = object.clone();
                drop(object);
                assert_eq!(again.value(), 1);
            })
        });
        drop(object);
        others.into_iter().for_each(|other| other.join().unwrap());
    });
}

#[test]
fn a_weak_reference_finds_the_object_or_its_end() {
    loom::model(|| {
        let object = Handle::new();
        let weak = object.downgrade();
        let other = weak.clone();
        let thread = thread::spawn(move || {
            if let Some(object) = upgrade(&other) {
                assert_eq!(object.value(), 1);
            }
        });
        drop(object);
        thread.join().unwrap();
        assert!(upgrade(&weak).is_none());
    });
}

#[test]
fn two_threads_make_one_cell() {
    loom::model(|| {
        let object = Handle::new();
        let other = object.clone();
        let thread = thread::spawn(move || other.downgrade());
        let mine = object.downgrade();
        let theirs = thread.join().unwrap();
        assert!(Arc::ptr_eq(&mine, &theirs));
        drop(object);
        assert!(upgrade(&theirs).is_none());
    });
}

#[test]
fn who_is_alone_stays_alone() {
    loom::model(|| {
        let object = Handle::new();
        let other = object.clone();
        let thread = thread::spawn(move || {
            let weak = other.downgrade();
            drop(other);
            if let Some(object) = upgrade(&weak) {
                object.value();
            }
        });
        object.change();
        thread.join().unwrap();
        assert!(!object.change(), "a weak reference was made");
    });
}

#[test]
fn who_is_left_sees_what_the_others_did() {
    loom::model(|| {
        let object = Handle::new();
        let other = object.clone();
        let thread = thread::spawn(move || assert_eq!(other.value(), 1));
        if object.change() {
            assert_eq!(object.value(), 2);
        }
        thread.join().unwrap();
        assert!(object.change());
    });
}

/// The models see a wrong one: this one writes without asking.
#[test]
#[should_panic(expected = "Causality violation")]
fn a_race_is_seen() {
    loom::model(|| {
        let object = Handle::new();
        let other = object.clone();
        let thread = thread::spawn(move || other.value());
        // SAFETY: none, which loom must find.
        object.object().value.with_mut(|value| unsafe { *value += 1 });
        thread.join().unwrap();
    });
}
