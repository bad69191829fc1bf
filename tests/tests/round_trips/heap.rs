//! Duty: a MAPI heap that keeps books: what is freed twice, freed by a wrong address or extended after its end is told,
//! and freed memory is overwritten, so that a copy that still points into it shows.

use mapidl::HRESULT;
use mapidl::heap::Heap;
use std::collections::HashMap;
use std::ffi::c_void;
use std::sync::{LazyLock, Mutex, MutexGuard, Once};

/// For each block its size and the chained blocks with their sizes, by address.
type Books = HashMap<usize, Vec<(usize, u32)>>;

static BOOKS: LazyLock<Mutex<Books>> = LazyLock::new(Mutex::default);
static FAULTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn books() -> MutexGuard<'static, Books> {
    BOOKS.lock().expect("no panic while it was locked")
}

/// Makes the heap that of the process.
pub(crate) fn install() {
    static INSTALL: Once = Once::new();
    INSTALL.call_once(|| {
        // SAFETY: the functions pass everything on to the built-in heap.
        unsafe { Heap::new(allocate, more, free).install() }.expect("nothing was allocated yet");
    });
}

/// What was done to the heap that must not be done.
pub(crate) fn faults() -> Vec<String> {
    FAULTS.lock().expect("no panic while it was locked").clone()
}

fn fault(fault: String) {
    FAULTS.lock().expect("no panic while it was locked").push(fault);
}

unsafe extern "system" fn allocate(size: u32, block: *mut *mut c_void) -> HRESULT {
    // SAFETY: as the caller promises.
    unsafe {
        let code = (Heap::IN_PROCESS.functions().0)(size, block);
        if code.0 == 0 {
            books().insert(*block as usize, vec![(*block as usize, size)]);
        }
        code
    }
}

unsafe extern "system" fn more(size: u32, root: *mut c_void, block: *mut *mut c_void) -> HRESULT {
    // SAFETY: as the caller promises.
    unsafe {
        let code = (Heap::IN_PROCESS.functions().1)(size, root, block);
        match books().get_mut(&(root as usize)) {
            Some(chain) if code.0 == 0 => chain.push((*block as usize, size)),
            Some(_) => {}
            None => fault(format!("{root:p} was extended, and is no block")),
        }
        code
    }
}

unsafe extern "system" fn free(block: *mut c_void) -> u32 {
    if block.is_null() {
        return 0;
    }
    let Some(chain) = books().remove(&(block as usize)) else {
        fault(format!("{block:p} was freed, and is no block"));
        return u32::MAX;
    };
    for (start, size) in chain {
        // SAFETY: the block is ours until the built-in heap frees it below.
        unsafe { (start as *mut u8).write_bytes(0xdd, size as usize) };
    }
    // SAFETY: as the caller promises.
    let code = unsafe { (Heap::IN_PROCESS.functions().2)(block) };
    if code != 0 {
        fault(format!("the heap refused to free {block:p}: {code:#x}"));
    }
    code
}
