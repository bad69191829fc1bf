//! Duty: measure what a case takes. Input: work. Output: [`Used`], and the end of the process where work does not end.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::{Duration, Instant};

/// What work that reads nothing may take, and what each byte adds.
const TIME: Duration = Duration::from_secs(2);
const TIME_PER_BYTE: Duration = Duration::from_micros(20);
const MEMORY: usize = 16 << 20;
const MEMORY_PER_BYTE: usize = 400;
/// After this time a case is said to hang.
const HANGS: Duration = Duration::from_secs(120);

thread_local! {
    /// The bytes that are allocated, and the most that were.
    static LIVE: Cell<usize> = const { Cell::new(0) };
    static MOST: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, which counts what the thread has allocated.
pub(crate) struct Counted;

fn count(more: usize, less: usize) {
    // A thread that ends has no counters any more, and they interest nobody.
    let live = LIVE.try_with(|live| live.replace(live.get().wrapping_add(more).saturating_sub(less)));
    if live.is_ok() {
        let _ = MOST.try_with(|most| most.set(most.get().max(LIVE.get())));
    }
}

// SAFETY: every call goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// What work took.
#[derive(Clone, Copy, Default)]
pub(crate) struct Used {
    pub(crate) time: Duration,
    /// In bytes, at the worst moment.
    pub(crate) memory: usize,
}

impl Used {
    /// The larger of both, each by itself.
    pub(crate) fn max(self, other: Self) -> Self {
        Self { time: self.time.max(other.time), memory: self.memory.max(other.memory) }
    }

    /// Whether this is enough for a text of `read` bytes, imports included.
    pub(crate) fn check(self, read: usize) -> Result<(), String> {
        let time = TIME + TIME_PER_BYTE * u32::try_from(read).unwrap_or(u32::MAX);
        let memory = MEMORY + MEMORY_PER_BYTE * read;
        if self.time > time {
            return Err(format!("{:?} for {read} bytes, where {time:?} are allowed", self.time));
        }
        if self.memory > memory {
            return Err(format!("{} bytes of memory for {read}, where {memory} are allowed", self.memory));
        }
        Ok(())
    }
}

/// Does work and tells what it took.
pub(crate) fn measure<T>(work: impl FnOnce() -> T) -> (T, Used) {
    let before = LIVE.get();
    MOST.set(before);
    let start = clock();
    let result = work();
    (result, Used { time: clock().saturating_sub(start), memory: MOST.get() - before })
}

/// The time that this thread has worked, which other programs do not change; where the system does not tell it, the
/// time since the first call.
fn clock() -> Duration {
    static FIRST: LazyLock<Instant> = LazyLock::new(Instant::now);
    let worked = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = worked.and_then(|text| text.split_whitespace().next()?.parse().ok());
    worked.map_or_else(|| FIRST.elapsed(), Duration::from_nanos)
}

/// Ends the process when one case takes for ever.
pub(crate) struct Watch(Arc<AtomicU64>);

impl Watch {
    pub(crate) fn start() -> Self {
        let cases = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&cases);
        thread::spawn(move || {
            loop {
                let before = seen.load(Ordering::Relaxed);
                thread::sleep(HANGS);
                if seen.load(Ordering::Relaxed) == before {
                    eprintln!("case {before} hangs");
                    std::process::abort();
                }
            }
        });
        Self(cases)
    }

    /// Says that one more case begins.
    pub(crate) fn next_case(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}
