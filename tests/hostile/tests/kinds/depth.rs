//! Data that is as deep as memory: an error, or all of it, but no overflow of the stack.

use mapi::{NotRestriction, Restriction, RestrictionData, SRestriction};
use mapidl::MapiBox;
use mapidl_hostile::{MIRI, in_time};
use std::sync::{Mutex, PoisonError};

/// The parts of all restrictions: they are kept, as dropping them is not what is tried here.
static PARTS: Mutex<Vec<&'static Restriction<'static>>> = Mutex::new(Vec::new());

/// A negation of a negation of …
fn deep(levels: usize) -> Restriction<'static> {
    let mut parts = PARTS.lock().unwrap_or_else(PoisonError::into_inner);
    (0..levels).fold(Restriction::default(), |inner, _| {
        let inner: &'static Restriction<'static> = Box::leak(Box::new(inner));
        parts.push(inner);
        Restriction::new(RestrictionData::Not(NotRestriction::new(Some(inner))))
    })
}

#[test]
fn restrictions_are_copied_or_refused() {
    in_time(|| {
        for levels in if MIRI { [1, 20, 300] } else { [1, 20, 100_000] } {
            let restriction = deep(levels);
            let copy = MapiBox::<SRestriction>::new(restriction);
            assert!(copy.is_ok() || levels > 100, "{levels} levels are not deep");
        }
    });
}
