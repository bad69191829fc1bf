//! Mocks that are called by what they were scripted with, on this thread and on others: no call is lost, none waits for
//! ever, and none is accepted twice.

use mapidl::mock::Sequence;
use mapidl::{AgileReference, HRESULT, Interface, Result, Success};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

mapidl::include_idl!("tests/it/mocks/probe.idl");

const E_UNEXPECTED: HRESULT = HRESULT(0x8000_FFFF_u32.cast_signed());
/// What a mock of this interface answers to an unexpected call.
const E_NOTIMPL: HRESULT = HRESULT(0x8000_4001_u32.cast_signed());

fn agile(mock: &MockIProbe) -> AgileReference<IProbe> {
    AgileReference::new(&mock.to_interface()).unwrap()
}

fn go(probe: &AgileReference<IProbe>, x: u32) -> Result<()> {
    probe.resolve()?.go(x).map(drop)
}

/// Calls on another thread, and waits for the answer.
fn go_elsewhere(probe: &AgileReference<IProbe>, x: u32) -> Result<(), HRESULT> {
    let probe = probe.clone();
    thread::spawn(move || go(&probe, x).map_err(|error| error.code())).join().unwrap()
}

fn ok<T: Default>() -> Result<Success<T>> {
    Ok(T::default().into())
}

#[test]
fn a_matcher_calls_the_method_that_it_is_about() {
    let mock = MockIProbe::new();
    let probe = agile(&mock);
    mock.expect_go()
        .times(3)
        .withf(move |&x| match x {
            0 => true,
            1 => go(&probe, 0).is_ok(),
            _ => go_elsewhere(&probe, x - 1).is_ok(),
        })
        .returning(|_| ok());
    assert!(mock.to_interface().go(2).is_ok());
    mock.finish().unwrap();
}

#[test]
fn a_closure_calls_the_method_that_it_answers() {
    let mock = MockIProbe::new();
    let probe = agile(&mock);
    mock.expect_go().times(3).returning(move |x| match x {
        0 => ok(),
        1 => go(&probe, 0).and_then(|()| ok()),
        _ => go_elsewhere(&probe, x - 1).map_err(Into::into).and_then(|()| ok()),
    });
    assert!(mock.to_interface().go(2).is_ok());
    mock.finish().unwrap();
}

#[test]
fn a_closure_for_one_call_at_a_time_cannot_call_itself() {
    let mock = MockIProbe::new();
    let probe = agile(&mock);
    let mut calls = 0;
    mock.expect_go().returning_mut(move |x| {
        calls += 1;
        assert_eq!(go(&probe, x + 1).unwrap_err().code(), E_NOTIMPL);
        assert_eq!(calls, 1);
        ok()
    });
    assert!(mock.to_interface().go(1).is_ok());
    assert_eq!(mock.finish().unwrap_err(), "IProbe::Go was called by the closure that answers it\n");
}

#[test]
fn two_closures_for_one_call_at_a_time_do_not_wait_for_each_other() {
    let mock = MockIProbe::new();
    let both_run = Arc::new(Barrier::new(2));
    let (probe, barrier) = (agile(&mock), Arc::clone(&both_run));
    let refused = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&refused);
    mock.expect_go().returning_mut(move |x| {
        if x == 0 {
            barrier.wait();
            count.fetch_add(u32::from(probe.resolve()?.ask(1).is_err()), Ordering::Relaxed);
        }
        ok()
    });
    let (probe, barrier, count) = (agile(&mock), both_run, Arc::clone(&refused));
    mock.expect_ask().returning_mut(move |x| {
        if x == 0 {
            barrier.wait();
            count.fetch_add(u32::from(go(&probe, 1).is_err()), Ordering::Relaxed);
        }
        ok()
    });
    let probe = agile(&mock);
    let other = thread::spawn(move || probe.resolve().unwrap().ask(0).is_ok());
    assert!(mock.to_interface().go(0).is_ok());
    assert!(other.join().unwrap());
    // Whoever came second did not wait, so the first could go on.
    assert_eq!(refused.load(Ordering::Relaxed), 1);
    assert_eq!(mock.finish().unwrap_err().lines().count(), 1);
}

#[test]
fn two_threads_are_answered_by_one_expectation() {
    let mock = MockIProbe::new();
    let both_run = Barrier::new(2);
    mock.expect_go().times(2).returning(move |_| {
        both_run.wait();
        ok()
    });
    let probe = agile(&mock);
    let other = thread::spawn(move || go(&probe, 1).is_ok());
    assert!(mock.to_interface().go(2).is_ok());
    assert!(other.join().unwrap());
    mock.finish().unwrap();
}

#[test]
fn threads_take_turns_in_a_closure_for_one_call_at_a_time() {
    let mock = MockIProbe::new();
    let mut calls = 0;
    mock.expect_ask().times(4).returning_mut(move |_| {
        let before = calls;
        thread::yield_now();
        calls = before + 1;
        Ok(calls.into())
    });
    let threads: Vec<_> = (0..4).map(|x| (agile(&mock), x)).collect();
    let threads =
        threads.into_iter().map(|(probe, x)| thread::spawn(move || *probe.resolve().unwrap().ask(x).unwrap()));
    let threads: Vec<_> = threads.collect();
    let mut answers: Vec<u32> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    answers.sort_unstable();
    assert_eq!(answers, [1, 2, 3, 4]);
    mock.finish().unwrap();
}

#[test]
fn one_of_many_calls_is_accepted_in_a_sequence() {
    let accepted = HRESULT(-7);
    for _ in 0..if cfg!(miri) { 3 } else { 200 } {
        let (mock, sequence) = (MockIProbe::new(), Sequence::new());
        mock.expect_go().once().in_sequence(&sequence).return_error(accepted);
        let start = Arc::new(Barrier::new(4));
        let threads: Vec<_> = (0..4)
            .map(|x| {
                let (probe, start) = (agile(&mock), Arc::clone(&start));
                thread::spawn(move || {
                    start.wait();
                    go(&probe, x).unwrap_err().code()
                })
            })
            .collect();
        let answers: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert_eq!(answers.iter().filter(|code| **code == accepted).count(), 1);
        let report = mock.finish().unwrap_err();
        assert_eq!(report, "IProbe::Go was called once more than expected (1 call)\n".repeat(3));
    }
}

#[test]
fn an_expectation_stands_in_the_sequence_that_it_entered_last() {
    let (mock, old, new) = (MockIProbe::new(), Sequence::new(), Sequence::new());
    mock.expect_go().once().in_sequence(&old).in_sequence(&new).returning(|_| ok());
    mock.expect_ask().once().in_sequence(&old).returning(|_| ok());
    assert_eq!((format!("{old:?}"), format!("{new:?}")), ("[\"IProbe::Ask\"]".into(), "[\"IProbe::Go\"]".into()));
    let probe = mock.to_interface();
    assert!(probe.ask(1).is_ok() && probe.go(1).is_ok());
    drop(probe);
    mock.finish().unwrap();
}

/// Calls the mock when it is dropped.
struct Caller(AgileReference<IProbe>);

impl Drop for Caller {
    fn drop(&mut self) {
        assert_eq!(go(&self.0, 9).unwrap_err().code(), E_NOTIMPL);
        assert_eq!(go_elsewhere(&self.0, 9), Err(E_NOTIMPL));
    }
}

#[test]
fn what_a_closure_owns_calls_the_mock_when_it_is_dropped() {
    let twice = "IProbe::Go was called, and no call is expected\n".repeat(2);
    let mock = MockIProbe::new();
    let script = || {
        let (in_matcher, in_answer) = (Caller(agile(&mock)), Caller(agile(&mock)));
        mock.expect_go().withf(move |_| ptr(&in_matcher)).returning(move |_| {
            ptr(&in_answer);
            ok()
        });
    };
    script();
    assert!(mock.to_interface().go(1).is_ok());
    assert_eq!(mock.try_checkpoint().unwrap_err(), twice.repeat(2));
    script();
    assert_eq!(mock.finish().unwrap_err(), twice.repeat(2));
}

fn ptr<T>(_: &T) -> bool {
    true
}

#[test]
fn what_is_replaced_calls_the_mock_when_it_is_dropped() {
    let mock = MockIProbe::new();
    let caller = Caller(agile(&mock));
    let expectation = mock.expect_go().never().returning(move |_| {
        ptr(&caller);
        ok()
    });
    let _ = expectation.returning(|_| ok());
    let report = mock.finish().unwrap_err();
    assert_eq!(report, "IProbe::Go was called once more than expected (no call)\n".repeat(2));
}

#[test]
fn everything_is_dropped_inside_a_call() {
    let (mock, weak_mock) = (MockIProbe::new(), Arc::new(Mutex::new(None::<MockIProbe>)));
    let (probe, handle) = (Mutex::new(Some(agile(&mock))), Arc::clone(&weak_mock));
    mock.expect_go().returning(move |_| {
        drop(probe.lock().unwrap().take());
        let mock = handle.lock().unwrap().take();
        let report = mock.unwrap().finish().unwrap_err();
        assert_eq!(report, "1 reference(s) were not released\n");
        ok()
    });
    let object = mock.to_interface();
    *weak_mock.lock().unwrap() = Some(mock);
    assert!(object.go(1).is_ok());
    assert_eq!(object.go(1).unwrap_err().code(), E_NOTIMPL);
}

#[test]
fn a_call_is_answered_while_the_mock_is_settled() {
    let mock = MockIProbe::new();
    let ((enter, entered), (leave, left)) = (channel(), channel::<()>());
    let left = Mutex::new(left);
    mock.expect_go().once().returning(move |_| {
        enter.send(()).unwrap();
        left.lock().unwrap().recv().unwrap();
        ok()
    });
    let probe = agile(&mock);
    let other = thread::spawn(move || go(&probe, 1).is_ok());
    entered.recv().unwrap();
    mock.try_checkpoint().unwrap();
    leave.send(()).unwrap();
    assert!(other.join().unwrap());
    mock.finish().unwrap();
}

#[test]
fn panics_of_closures_are_reported() {
    let mock = MockIProbe::new();
    mock.expect_go()
        .withf(|&x| x < 2 || panic!("matcher"))
        .returning_mut(|x| if x == 0 { ok() } else { panic!("answer") });
    let probe = mock.to_interface();
    assert_eq!(probe.go(2).unwrap_err().code(), E_UNEXPECTED);
    assert_eq!(probe.go(1).unwrap_err().code(), E_UNEXPECTED);
    assert!(probe.go(0).is_ok(), "what panicked once may be called again");
    drop(probe);
    let report = mock.finish().unwrap_err();
    let lines = [
        "the closure that looks at the arguments of IProbe::Go panicked",
        "the closure that answers IProbe::Go panicked",
    ];
    assert_eq!(report.lines().collect::<Vec<_>>(), lines);
}

#[test]
fn a_closure_for_one_call_is_not_asked_again() {
    let mock = MockIProbe::new();
    mock.expect_go().return_once(|_| ok());
    let probe = mock.to_interface();
    assert!(probe.go(1).is_ok());
    assert_eq!(probe.go(1).unwrap_err().code(), E_NOTIMPL);
    drop(probe);
    let report = mock.finish().unwrap_err();
    assert_eq!(report, "IProbe::Go was called again, and its closure answers one call: add once()\n");
}

#[test]
fn an_error_that_is_none_is_a_failure() {
    let mock = MockIProbe::new();
    mock.expect_go().return_error(HRESULT(1));
    mock.answer_unexpected(HRESULT(1));
    let probe = mock.to_interface();
    assert_eq!(probe.go(1).unwrap_err().code(), E_UNEXPECTED);
    assert_eq!(probe.ask(1).unwrap_err().code(), E_UNEXPECTED);
    drop(probe);
    assert!(mock.finish().is_err());
}

/// Panics when it is dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        if !thread::panicking() {
            panic!("dropped");
        }
    }
}

#[test]
fn a_panic_in_a_drop_stays_inside_the_last_release() {
    let mock = MockIProbe::new();
    let bomb = Bomb;
    let object = mock.to_interface();
    mock.expect_go().returning(move |_| {
        ptr(&bomb);
        ok()
    });
    // A test that fails drops its mock without a word; the object lives on with its last reference.
    let failed = thread::spawn(move || {
        let _mock = mock;
        panic!("the test fails");
    });
    assert!(failed.join().is_err());
    assert!(object.go(1).is_ok());
    // SAFETY: the last reference is given back.
    assert_eq!(unsafe { (object.vtable().base__.Release)(object.into_raw()) }, 0);
}
