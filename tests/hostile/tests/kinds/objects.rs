//! Objects end once, whichever of their interfaces is the last.

use mapidl::com::{IPersist, IPersist_Impl, IPersistStream, IPersistStream_Impl};
use mapidl::{ComObject, IUnknown, Interface, Result, implement};
use mapidl_hostile::idl::IGiver;
use mapidl_peer::{Front, front};
use std::sync::Arc;

#[derive(Debug)]
struct Named {
    alive: Arc<()>,
    number: u8,
    text: &'static str,
}

implement! { impl Named as Named_Impl: [IPersistStream] }

impl IPersist_Impl for Named_Impl {}

impl IPersistStream_Impl for Named_Impl {
    fn is_dirty(&self) -> Result<mapidl::Success<()>> {
        assert_eq!((Arc::strong_count(&self.alive), self.number, self.text), (2, 7, "seven"));
        Ok(().into())
    }
}

fn named() -> (Named, Arc<()>) {
    let alive = Arc::new(());
    (Named { alive: Arc::clone(&alive), number: 7, text: "seven" }, alive)
}

/// Does something with a new object, which must be gone afterwards.
#[track_caller]
fn ends(work: impl FnOnce(Named)) {
    let (value, alive) = named();
    work(value);
    assert_eq!(Arc::strong_count(&alive), 1);
}

#[test]
fn the_last_reference_may_be_any() {
    ends(|value| {
        let first = IPersistStream::from(value);
        let second: IPersist = first.cast().expect("its base");
        drop(first);
        drop(second);
    });
    ends(|value| {
        let object = ComObject::new(value);
        let interface: IUnknown = object.to_interface();
        drop(object);
        drop(interface);
    });
    ends(|value| drop(ComObject::new(value).into_interface::<IPersistStream>()));
    ends(|value| {
        let first = IPersistStream::from(value);
        let object: ComObject<Named> = first.cast_object().expect("it is one");
        drop(first);
        assert_eq!(object.number, 7);
    });
    ends(|value| {
        let first = IPersistStream::from(value);
        let weak = first.downgrade().expect("it has weak ones");
        let second = weak.upgrade().expect("it is alive");
        drop(first);
        drop(second);
        assert!(weak.upgrade().is_none());
    });
    ends(|value| drop(ComObject::new(value).take().map_err(drop)));
}

#[test]
fn fields_are_the_values_own() -> Result<()> {
    let (value, _alive) = named();
    let object: IPersistStream = value.into();
    let _ = object.is_dirty()?;
    Ok(())
}

#[test]
fn what_is_taken_out_is_no_object_any_more() {
    ends(|value| {
        let object = ComObject::new(value);
        let other: IUnknown = object.to_interface();
        let object = object.take().expect_err("there are two references");
        drop(other);
        let value = object.take().map_err(drop).expect("it is the last");
        assert_eq!(value.number, 7);
    });
}

#[test]
fn who_knows_every_identifier_is_no_object_of_ours() {
    for answers in [Front::Everything, Front::Nothing] {
        let giver: IGiver = front(answers);
        let unknown: IUnknown = giver.clone().into();
        assert!(!giver.is_object::<Named>() && !unknown.is_object::<Named>());
        assert!(giver.cast_object::<Named>().is_err());
        assert!(ComObject::<Named>::cast_from(&giver).is_err() && ComObject::<Named>::cast_from(&unknown).is_err());
    }
}

#[test]
fn an_object_is_held_by_whoever_finds_it() {
    ends(|value| {
        let giver: IGiver = front(Front::Another(IPersistStream::from(value).into()));
        let object: ComObject<Named> = giver.cast_object().expect("it is behind the other one");
        let _ = giver.go(1).expect("it lets it go");
        assert!(!giver.is_object::<Named>());
        assert_eq!((object.number, object.text), (7, "seven"));
    });
}

#[test]
fn interfaces_are_compared_without_a_panic() {
    let (one, other): (IGiver, IGiver) = (front(Front::Nothing), front(Front::Nothing));
    assert!(one == one.clone() && one != other);
    let everything: IGiver = front(Front::Everything);
    assert!(everything == everything.clone() && everything != one);
}
