//! Mocks that are called while they are called: by their own closures, by what these own, and by other threads.

use mapidl::mock::Sequence;
use mapidl::{AgileReference, HRESULT, Interface};
use mapidl_hostile::idl::{IGiver, MockIGiver};
use mapidl_hostile::{in_time, rounds};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

fn agile(mock: &MockIGiver) -> AgileReference<IGiver> {
    AgileReference::new(&mock.to_interface()).expect("mocks are agile")
}

fn call(object: &AgileReference<IGiver>, x: u32) -> Result<(), HRESULT> {
    object.resolve().and_then(|giver| giver.go(x)).map(drop).map_err(|error| error.code())
}

#[test]
fn a_matcher_may_call_what_it_is_about() {
    in_time(|| {
        let mock = MockIGiver::new();
        let inner = agile(&mock);
        mock.expect_go()
            .withf(move |x| {
                if *x > 0 {
                    let _ = call(&inner, x - 1);
                }
                true
            })
            .returning(|_| Ok(().into()));
        assert_eq!(call(&agile(&mock), 2), Ok(()));
        let _ = mock.finish(); // the matcher holds a reference
    });
}

#[test]
fn two_threads_get_their_answers() {
    in_time(|| {
        let mock = MockIGiver::new();
        let inside = Arc::new(Barrier::new(2));
        mock.expect_go().times(2).returning(move |_| {
            thread::yield_now();
            Ok(().into())
        });
        let object = agile(&mock);
        thread::scope(|scope| {
            for x in 0..2 {
                let (object, inside) = (object.clone(), &inside);
                scope.spawn(move || {
                    inside.wait();
                    assert_eq!(call(&object, x), Ok(()));
                });
            }
        });
        drop(object);
        mock.finish().expect("both were expected");
    });
}

#[test]
fn once_is_once() {
    const EXPECTED: HRESULT = HRESULT(0x8004_0007_u32.cast_signed());
    for _ in 0..rounds(4) {
        let (mock, sequence) = (MockIGiver::new(), Sequence::new());
        mock.expect_go().once().in_sequence(&sequence).return_error(EXPECTED);
        let (object, barrier) = (agile(&mock), Barrier::new(3));
        let answers: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = (0..3)
                .map(|x| {
                    let (object, barrier) = (object.clone(), &barrier);
                    scope.spawn(move || {
                        barrier.wait();
                        call(&object, x)
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        drop(object);
        assert_eq!(answers.iter().filter(|answer| **answer == Err(EXPECTED)).count(), 1, "{answers:?}");
        assert!(mock.finish().is_err(), "two calls were not expected");
    }
}

#[test]
fn everything_may_go_while_a_call_is_answered() {
    in_time(|| {
        let mock = MockIGiver::new();
        let object: Arc<Mutex<Option<AgileReference<IGiver>>>> = Arc::default();
        let handle: Arc<Mutex<Option<MockIGiver>>> = Arc::default();
        let (inner, kept) = (Arc::clone(&object), Arc::clone(&handle));
        mock.expect_go().returning(move |_| {
            drop(inner.lock().expect("no panic").take());
            let mock = kept.lock().expect("no panic").take();
            mock.map_or(Ok(().into()), |mock| mock.finish().map(|()| ().into()).map_err(|_| HRESULT(-1).into()))
        });
        let giver = mock.to_interface();
        *object.lock().expect("no panic") = Some(agile(&mock));
        *handle.lock().expect("no panic") = Some(mock);
        let _ = giver.go(1);
        let _ = giver.go(1);
        assert!(giver.cast::<IGiver>().is_ok());
    });
}
