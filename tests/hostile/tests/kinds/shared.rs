//! Records of which a peer refers to parts from more than one place: what a part owns is released once.

use mapi::{PropTag, PropValue, Row, SPropValue, SRowSet, Value};
use mapidl::depth::TOO_DEEP;
use mapidl::{IUnknown, MapiBox, MapiVec, Result, implement};
use mapidl_hostile::idl::{INamed, INamed_Impl, ISharer, PAIR};
use mapidl_hostile::{MIRI, without_leaks};
use mapidl_peer::sharer;
use std::sync::Arc;

/// Tells by its share whether it is alive.
struct Part(#[allow(dead_code, reason = "it is counted")] Arc<()>);

implement! { impl Part as Part_Impl: [INamed] }

impl INamed_Impl for Part_Impl {}

/// Drops what a peer gives whose records hold one reference to an object that others use too.
fn drops<T>(give: impl FnOnce(&ISharer) -> Result<T>) {
    without_leaks(|| {
        let alive = Arc::new(());
        let part: IUnknown = INamed::from(Part(alive.clone())).into();
        let sharer: ISharer = sharer(part.clone());
        drop(give(&sharer).expect("a record"));
        drop(sharer);
        assert_eq!(Arc::strong_count(&alive), 2, "one reference is left");
        drop(part);
        assert_eq!(Arc::strong_count(&alive), 1, "all references are given back");
    });
}

#[test]
fn a_node_that_is_its_own_next_one_is_released_once() {
    drops(ISharer::ring);
}

#[test]
fn a_leaf_of_many_branches_is_released_once() {
    drops(ISharer::tree);
}

#[test]
fn a_node_of_two_pointers_is_released_once() {
    drops(ISharer::pair);
}

/// A copy of it has a node for each of them, with a reference of its own.
#[test]
fn copies_share_nothing() {
    drops(|sharer| {
        let pair = sharer.pair()?;
        let copy = MapiBox::<PAIR>::new(pair.view())?;
        drop(pair);
        Ok(copy)
    });
}

/// What is small because its parts are shared is refused where its copy would be large, also where parts have blocks of
/// their own.
#[test]
fn a_copy_does_not_multiply_without_bounds() {
    let many = if MIRI { 64 } else { 1000 };
    let blob = vec![7; 4096];
    without_leaks(|| {
        let blobs = vec![mapi::Binary::new(&blob); many];
        let prop = PropValue::new(PropTag(0x0037_1102), Value::MvBinary(blobs.as_slice().into()));
        let props = vec![prop; many];
        let code = |error: mapidl::Error| error.code();
        assert_eq!(MapiVec::<SPropValue>::new(&props).map(drop).map_err(code), Err(TOO_DEEP));
        let rows = vec![Row::new(&props[..1]); many];
        assert_eq!(MapiBox::<SRowSet>::new(rows.as_slice()).map(drop).map_err(code), Err(TOO_DEEP));
        assert!(MapiVec::<SPropValue>::new(&props[..1]).is_ok() || MIRI);
    });
}
