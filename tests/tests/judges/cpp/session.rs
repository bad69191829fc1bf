//! The test's end of a conversation: what the C++ half reports, and what must hold when a conversation is over.

use mapidl::heap::{AllocateBuffer, AllocateMore, Entered, FreeBuffer, Heap, Scope};
use mapidl::hooks::{self, Event};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ffi::{CStr, c_char, c_void};
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Mutex, Once};

/// What the C++ half is handed (`Session` in `common.hpp`).
#[repr(C)]
pub(crate) struct Session {
    allocate_buffer: AllocateBuffer,
    allocate_more: AllocateMore,
    free_buffer: FreeBuffer,
    sent: unsafe extern "system" fn(&Log, *const c_char, *const c_char),
    received: unsafe extern "system" fn(&Log, *const c_char, *const c_char),
    failed: unsafe extern "system" fn(&Log, *const c_char, u32, *const c_char),
    counted: extern "system" fn(&Log, i32),
    log: *const c_void,
}

/// What the C++ half has told.
#[derive(Default)]
pub(crate) struct Log {
    sent: Mutex<BTreeSet<String>>,
    received: Mutex<BTreeSet<String>>,
    failures: Mutex<Vec<String>>,
    objects: AtomicI32,
}

/// A conversation: a session with its log, and the count of the MAPI blocks that this thread allocates meanwhile.
pub(crate) struct Stage {
    pub(crate) session: Box<Session>,
    log: Box<Log>,
    blocks: Scope,
    _entered: Entered,
}

impl Stage {
    pub(crate) fn new() -> Self {
        let (log, blocks) = (Box::<Log>::default(), Scope::new());
        let heap = Heap::current();
        let session = Session {
            allocate_buffer: heap.functions().0,
            allocate_more: heap.functions().1,
            free_buffer: heap.functions().2,
            sent,
            received,
            failed,
            counted,
            log: std::ptr::from_ref(&*log).cast(),
        };
        Self { session: Box::new(session), log, _entered: blocks.enter(), blocks }
    }

    /// Ends the conversation: all checks held, all objects of the C++ half are gone, all blocks are freed.
    ///
    /// Gives the calls that C++ made, and those that it got.
    #[track_caller]
    pub(crate) fn finish(self) -> (BTreeSet<String>, BTreeSet<String>) {
        let failures = self.log.failures.lock().expect("no panic while it was locked").join("\n");
        assert!(failures.is_empty(), "C++ says:\n{failures}");
        assert_eq!(self.log.objects.load(Ordering::SeqCst), 0, "objects of C++ that were not released");
        assert_eq!(self.blocks.live(), 0, "MAPI blocks that were not freed");
        let take = |set: &Mutex<BTreeSet<String>>| std::mem::take(&mut *set.lock().expect("as above"));
        (take(&self.log.sent), take(&self.log.received))
    }
}

/// # Safety
/// Both strings end in a zero.
unsafe fn method(interface: *const c_char, method: *const c_char) -> String {
    // SAFETY: as promised.
    let (interface, method) = unsafe { (CStr::from_ptr(interface), CStr::from_ptr(method)) };
    format!("{}::{}", interface.to_string_lossy(), method.to_string_lossy())
}

unsafe extern "system" fn sent(log: &Log, interface: *const c_char, name: *const c_char) {
    // SAFETY: C++ passes literals.
    log.sent.lock().expect("no panic while it was locked").insert(unsafe { method(interface, name) });
}

unsafe extern "system" fn received(log: &Log, interface: *const c_char, name: *const c_char) {
    // SAFETY: C++ passes literals.
    log.received.lock().expect("no panic while it was locked").insert(unsafe { method(interface, name) });
}

unsafe extern "system" fn failed(log: &Log, file: *const c_char, line: u32, text: *const c_char) {
    // SAFETY: C++ passes strings that end in a zero.
    let (file, text) = unsafe { (CStr::from_ptr(file), CStr::from_ptr(text)) };
    let failure = format!("{}:{line}: {}", file.to_string_lossy(), text.to_string_lossy());
    log.failures.lock().expect("no panic while it was locked").push(failure);
}

extern "system" fn counted(log: &Log, change: i32) {
    log.objects.fetch_add(change, Ordering::SeqCst);
}

thread_local! {
    static EVENTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What the hook was told on this thread while `call` ran. The hook is one for the process, the tests are many.
pub(crate) fn events(call: impl FnOnce()) -> Vec<String> {
    static INSTALL: Once = Once::new();
    INSTALL.call_once(|| {
        hooks::set_hook(|event| {
            let text = match event {
                Event::Panic { method, message } => format!("{method} panicked: {message}"),
                Event::UndeclaredSuccess { method, code } => format!("{method} succeeded with {code:?}"),
                other => format!("{other:?}"),
            };
            EVENTS.with_borrow_mut(|events| events.push(text));
        });
    });
    EVENTS.take();
    call();
    EVENTS.take()
}
