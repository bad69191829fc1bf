//! Duty: the C++ half: loads a library in C++, puts its relays around objects, and collects what both halves report.

use super::Turn;
use super::play::Conversation;
use libloading::Library;
use mapidl::Interface;
use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_void};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// `Session` in `relay.hpp`.
#[repr(C)]
struct Session {
    arrived: unsafe extern "system" fn(*const c_char),
    failed: unsafe extern "system" fn(*const c_char),
    looked: u32,
    nulls: u32,
}

/// The C++ half; one thread at a time has it.
pub(crate) struct Cpp {
    library: Library,
    session: *mut Session,
    _alone: MutexGuard<'static, ()>,
}

thread_local! {
    static ARRIVED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static FAILURES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Reports what is not as it must be.
pub(crate) fn fail(text: String) {
    FAILURES.with_borrow_mut(|failures| failures.push(text));
}

unsafe extern "system" fn arrived(method: *const c_char) {
    // SAFETY: C++ passes literals.
    let method = unsafe { CStr::from_ptr(method) }.to_string_lossy().into_owned();
    ARRIVED.with_borrow_mut(|arrived| arrived.push(method));
}

unsafe extern "system" fn failed(text: *const c_char) {
    // SAFETY: C++ passes strings that live as long as the call.
    fail(format!("C++: {}", unsafe { CStr::from_ptr(text) }.to_string_lossy()));
}

impl Cpp {
    /// The library of that name, or a printed reason why there is none.
    pub(crate) fn get(name: &str, turn: Turn) -> Option<Self> {
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        // SAFETY: the library has no initialisers but those of plain data.
        let library = match unsafe { Library::new(name) } {
            Ok(library) => library,
            Err(error) => {
                assert!(std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_none(), "{name}: {error}");
                println!("skipped: tests/windows/run builds {name} ({error})");
                return None;
            }
        };
        let session = Session { arrived, failed, looked: 0, nulls: u32::from(turn == Turn::Nulls) };
        let session = Box::into_raw(Box::new(session));
        // SAFETY: the function has this type; the session is freed after the library was unloaded.
        unsafe { library.get::<unsafe extern "system" fn(*mut Session)>(b"begin\0").expect("begin")(session) };
        Some(Self { library, session, _alone: alone })
    }

    /// Puts a relay around an object.
    pub(crate) fn relay<I: Interface>(&self, name: &str, inner: &I) -> I {
        type Make = unsafe extern "system" fn(*mut c_void) -> *mut c_void;
        // SAFETY: the function is given an object of the interface that its name says, and gives one back.
        unsafe {
            let make = self.library.get::<Make>(format!("relay_{name}\0").as_bytes()).expect(name);
            I::from_raw(make(inner.as_raw()))
        }
    }

    /// Holds a conversation; what went wrong.
    pub(crate) fn hold(&self, conversation: &Conversation, turn: Turn) -> Vec<String> {
        ARRIVED.take();
        (conversation.hold)(self, turn);
        let arrived = ARRIVED.take();
        if arrived != [conversation.method] {
            fail(format!("C++ got {arrived:?}"));
        }
        FAILURES.take()
    }

    /// How many arguments C++ looked into.
    pub(crate) fn looked(&self) -> u32 {
        // SAFETY: the session lives as long as `self`.
        unsafe { (*self.session).looked }
    }

    /// How many relays there are.
    pub(crate) fn alive(&self) -> i32 {
        // SAFETY: the function has this type.
        unsafe { self.library.get::<unsafe extern "system" fn() -> i32>(b"alive\0").expect("alive")() }
    }
}

impl Drop for Cpp {
    fn drop(&mut self) {
        // SAFETY: the session was boxed, and C++ does not use it outside conversations.
        drop(unsafe { Box::from_raw(self.session) });
    }
}
