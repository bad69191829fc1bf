//! Whoever says that functions are a heap answers for it.

use mapidl::heap::Heap;
use mapidl::task::TaskHeap;

unsafe extern "system" fn allocate(_: usize) -> *mut std::ffi::c_void {
    std::ptr::null_mut()
}

unsafe extern "system" fn free(_: *mut std::ffi::c_void) {}

fn main() {
    let (buffer, more, free_buffer) = Heap::IN_PROCESS.functions();
    let _ = Heap::new(buffer, more, free_buffer);
    let _ = TaskHeap::new(allocate, free);
}
