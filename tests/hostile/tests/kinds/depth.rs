//! Data that is as deep as memory: an error, or all of it, but no overflow of the stack.

use mapi::{NotRestriction, Restriction, RestrictionData, SRestriction};
use mapidl::MapiBox;
use mapidl::depth::TOO_DEEP;
use mapidl_hostile::{MIRI, in_time, without_leaks};
use mapidl_peer::shared_arrays;
use std::sync::{Mutex, PoisonError};

/// The parts of all restrictions: they are kept, as dropping them is not what is tried here.
static PARTS: Mutex<Vec<&'static Restriction<'static>>> = Mutex::new(Vec::new());

/// The same for pairs of them.
static PAIRS: Mutex<Vec<&'static [Restriction<'static>; 2]>> = Mutex::new(Vec::new());

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

/// Whoever refers twice to the same part has a small thing that is large as a tree.
#[test]
fn what_is_shared_at_each_level_is_refused_in_time() {
    in_time(|| {
        without_leaks(|| {
            for levels in [3, 60] {
                shared_arrays(levels, |value| {
                    assert_eq!(value.try_clone().is_ok(), levels == 3);
                    let _ = format!("{value:?}");
                });
            }
        });
    });
    in_time(|| {
        let part = (0..60).fold(Restriction::default(), |part, _| {
            let two: &'static [Restriction<'static>; 2] = Box::leak(Box::new([part, part]));
            PAIRS.lock().unwrap_or_else(PoisonError::into_inner).push(two);
            Restriction::new(RestrictionData::And(two.into()))
        });
        let copy = MapiBox::<SRestriction>::new(part);
        assert_eq!(copy.map(drop).map_err(|error| error.code()), Err(TOO_DEEP));
        assert!(format!("{part:?}").contains('…'));
        assert!(part != part, "what is too much to follow is equal to nothing");
    });
}
