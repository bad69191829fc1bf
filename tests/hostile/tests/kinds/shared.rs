//! Records of which a peer refers to parts from more than one place: what a part owns is released once.

use mapidl::{IUnknown, MapiBox, Result, implement};
use mapidl_hostile::idl::{INamed, INamed_Impl, ISharer, PAIR};
use mapidl_hostile::without_leaks;
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
