//! What safe code calls is not for safe code to make.

use mapidl::heap::Heap;
use mapidl::task::TaskHeap;

unsafe extern "system" fn no_heap(_: *mut std::ffi::c_void) -> u32 {
    0
}

unsafe extern "system" fn no_allocator(_: *mut std::ffi::c_void) {}

fn heaps() {
    drop(mapidl::heap::Chain::new_in(Heap { free_buffer: no_heap, ..Heap::IN_PROCESS }, 64));
    let _ = TaskHeap { free: no_allocator, ..TaskHeap::IN_PROCESS };
}

fn main() {}
