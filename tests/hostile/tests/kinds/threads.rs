//! Casts, copies, weak references and releases on several threads, against the last release.

use mapidl::com::{IPersist, IPersist_Impl, IPersistStream, IPersistStream_Impl};
use mapidl::{AgileReference, AgileWeak, ComObject, GUID, Interface, Result, Success, implement};
use mapidl_hostile::rounds;
use std::sync::{Arc, Barrier};
use std::thread;

/// Its text is spoilt when it is dropped.
struct Text(String, #[expect(dead_code, reason = "its count tells whether the object lives")] Arc<()>);

implement! { impl Text as Text_Impl: [IPersistStream] }

impl IPersist_Impl for Text_Impl {
    fn get_class_id(&self) -> Result<Success<GUID>> {
        assert_eq!(self.0, "alive");
        Ok(GUID::zeroed().into())
    }
}

impl IPersistStream_Impl for Text_Impl {}

impl Drop for Text {
    fn drop(&mut self) {
        self.0.clear();
    }
}

/// Uses the object in one of several ways, and lets go of it.
fn use_up(way: usize, object: IPersistStream, weak: &AgileWeak<IPersistStream>) -> Result<()> {
    match way % 3 {
        0 => {
            let base: IPersist = object.cast()?;
            drop(object);
            let _ = base.get_class_id()?;
        }
        1 => {
            drop(object);
            for _ in 0..4 {
                let Some(object) = weak.upgrade() else { break };
                let _ = object.get_class_id()?;
                let again = object.downgrade()?;
                drop(object);
                drop(again.upgrade());
            }
        }
        _ => {
            let value: ComObject<Text> = object.cast_object()?;
            drop(object);
            assert_eq!(value.get().0, "alive");
            drop(value.into_interface::<IPersistStream>());
        }
    }
    Ok(())
}

#[test]
fn the_last_release_may_be_on_any_thread() {
    for round in 0..rounds(8) {
        let alive = Arc::new(());
        let object: IPersistStream = Text("alive".into(), Arc::clone(&alive)).into();
        let barrier = Barrier::new(4);
        thread::scope(|scope| {
            for way in round..round + 3 {
                let agile = AgileReference::new(&object).expect("it is agile");
                let (weak, barrier) = (AgileWeak::new(&object).expect("it has weak ones"), &barrier);
                scope.spawn(move || {
                    let object = agile.resolve().expect("it is alive");
                    drop(agile);
                    barrier.wait();
                    use_up(way, object, &weak).expect("no failure");
                });
            }
            barrier.wait();
            drop(object);
        });
        assert_eq!(Arc::strong_count(&alive), 1);
    }
}
