//! Objects that belong to an apartment, agile ones, and those of free-threaded contracts, on threads not their own.
//!
//! Input: `field.dll`, which `tests/windows/run` builds; its object in C++ tells on which thread each call arrives.

use libloading::Library;
use mapi::{IMAPIAdviseSink, IMAPIProp, MockIMAPIProp};
use mapidl::com::IPersist;
use mapidl::{AgileReference, HRESULT, Interface, Result};
use std::ffi::c_void;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use std::{ptr, thread};

#[link(name = "ole32")]
unsafe extern "system" {
    fn CoInitializeEx(reserved: *mut c_void, kind: u32) -> HRESULT;
    fn CoUninitialize();
}

#[link(name = "user32")]
unsafe extern "system" {
    fn PeekMessageW(message: *mut [usize; 8], window: *mut c_void, first: u32, last: u32, flags: u32) -> i32;
    fn DispatchMessageW(message: *const [usize; 8]) -> isize;
}

#[link(name = "kernel32")]
unsafe extern "system" {
    fn GetCurrentThreadId() -> u32;
}

fn this_thread() -> u32 {
    // SAFETY: it takes nothing.
    unsafe { GetCurrentThreadId() }
}

/// An object in C++, or a printed reason why there is none.
fn of_cpp() -> Option<IPersist> {
    // SAFETY: the library has no initialisers but those of plain data, and stays; the function gives a reference.
    unsafe {
        let library = match Library::new("field.dll") {
            Ok(library) => Box::leak(Box::new(library)),
            Err(error) => {
                assert!(std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_none(), "field.dll: {error}");
                println!("skipped: tests/windows/run builds field.dll ({error})");
                return None;
            }
        };
        let make = library.get::<unsafe extern "system" fn() -> *mut c_void>(b"apartment\0").expect("apartment");
        Some(IPersist::from_raw(make()))
    }
}

/// Dispatches this thread's messages until an answer comes; half a minute at most.
fn pump<T>(answers: &Receiver<T>) -> Option<T> {
    let (end, mut message) = (Instant::now() + Duration::from_secs(30), [0; 8]);
    while Instant::now() < end {
        // SAFETY: a message has room in it, on both widths.
        unsafe {
            while PeekMessageW(&mut message, ptr::null_mut(), 0, 0, 1) != 0 {
                DispatchMessageW(&message);
            }
        }
        if let Ok(answer) = answers.recv_timeout(Duration::from_millis(2)) {
            return Some(answer);
        }
    }
    None
}

/// Runs something in a single-threaded apartment of its own, which ends with it.
fn in_apartment<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let apartment = scope.spawn(|| {
            // SAFETY: whatever was made in the apartment is gone when it is left.
            unsafe { CoInitializeEx(ptr::null_mut(), 2).unwrap() };
            let answer = run();
            // SAFETY: as above.
            unsafe { CoUninitialize() };
            answer
        });
        apartment.join().expect("no panic")
    })
}

/// What a call on another thread answers: the thread on which it arrived, and the calling one's.
fn call_elsewhere(reference: &AgileReference<IPersist>) -> (Result<u32>, u32) {
    let arrived = reference.resolve().and_then(|object| Ok(object.get_class_id()?.value.data1));
    (arrived, this_thread())
}

#[test]
fn calls_arrive_in_the_apartment_of_the_object() {
    mapidl::init_mta().unwrap();
    in_apartment(|| {
        let Some(object) = of_cpp() else { return };
        let reference = AgileReference::new(&object).expect("ole32 knows how to marshal IPersist");
        assert_eq!(format!("{reference:?}"), "AgileReference(in the table)");
        let (sender, answers) = mpsc::channel();
        thread::spawn(move || sender.send(call_elsewhere(&reference)));
        let (arrived, caller) = pump(&answers).expect("an answer in time");
        assert_eq!(arrived.expect("a proxy"), this_thread());
        assert_ne!(caller, this_thread());
    });
}

/// Nobody registers proxies of MAPI's interfaces; their objects are not for other apartments.
#[test]
fn an_interface_without_a_proxy_is_refused() {
    in_apartment(|| {
        let Some(object) = of_cpp() else { return };
        let object: IMAPIProp = object.cast().expect("it says so");
        let code = AgileReference::new(&object).unwrap_err().code();
        println!("the table answers {code}");
        let expected = [0x8004_0155_u32, 0x8000_4002]; // REGDB_E_IIDNOTREG, E_NOINTERFACE
        assert!(expected.contains(&code.0.cast_unsigned()), "{code}");
    });
}

/// MAPI lets sinks be called on any thread, whether they say so or not.
#[test]
fn an_object_of_a_free_threaded_contract_goes_directly() {
    let Some(object) = of_cpp() else { return };
    let sink: IMAPIAdviseSink = object.cast().expect("it says so");
    let reference = AgileReference::of_free_threaded(&sink);
    let there = thread::scope(|scope| scope.spawn(|| reference.resolve().unwrap().as_raw() as usize).join().unwrap());
    assert_eq!(there, sink.as_raw() as usize);
}

#[test]
fn an_agile_object_goes_directly() {
    let mock = MockIMAPIProp::new();
    let object = mock.to_interface();
    let reference = AgileReference::new(&object).unwrap();
    let there = thread::scope(|scope| scope.spawn(|| reference.resolve().unwrap().as_raw() as usize).join().unwrap());
    assert_eq!(there, object.as_raw() as usize);
}
