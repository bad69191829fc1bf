//! Does something when a thread has nothing else left to do: its own memory is taken down, and that of Rust's library.

use std::ffi::{c_int, c_uint, c_void};
use std::sync::OnceLock;

unsafe extern "C" {
    fn pthread_key_create(key: *mut c_uint, end: unsafe extern "C" fn(*mut c_void)) -> c_int;
    fn pthread_setspecific(key: c_uint, value: *const c_void) -> c_int;
}

/// How often the work is put off: Rust's library puts its own off once, to come after others.
const ROUNDS: u8 = 2;

struct Work {
    rounds: u8,
    run: Box<dyn FnOnce()>,
}

fn key() -> c_uint {
    static KEY: OnceLock<c_uint> = OnceLock::new();
    *KEY.get_or_init(|| {
        let mut key = 0;
        // SAFETY: a place for the key, and a function of that type.
        assert_eq!(unsafe { pthread_key_create(&mut key, end) }, 0);
        key
    })
}

/// A value of a key is handed over when the thread ends, and once more as long as there is another one then.
unsafe extern "C" fn end(work: *mut c_void) {
    // SAFETY: the box that was made of it; nobody else has it.
    let mut work = unsafe { Box::from_raw(work.cast::<Work>()) };
    if work.rounds == 0 {
        return (work.run)();
    }
    work.rounds -= 1;
    put(work);
}

fn put(work: Box<Work>) {
    // SAFETY: the key is one, and any address may be its value.
    assert_eq!(unsafe { pthread_setspecific(key(), Box::into_raw(work).cast_const().cast()) }, 0);
}

/// Runs `work` as the very last thing of this thread, which must do no more than that once.
pub fn at_the_end(work: impl FnOnce() + 'static) {
    put(Box::new(Work { rounds: ROUNDS, run: Box::new(work) }));
}
