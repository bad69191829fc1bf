//! Duty: ask for memory as C does, and use what comes: the first byte and the last one.

use mapidl::HRESULT;
use mapidl::heap::Heap;
use mapidl::task::TaskHeap;
use std::ffi::c_void;
use std::ptr::{NonNull, null_mut};

/// Writes to both ends of a block, which has as many bytes as were asked for.
unsafe fn touch(block: *mut c_void, size: usize) {
    if let Some(last) = size.checked_sub(1) {
        // SAFETY: the block has the size.
        unsafe {
            block.cast::<u8>().write(1);
            block.cast::<u8>().add(last).write(1);
        }
    }
}

/// `MAPIAllocateBuffer`, and `MAPIAllocateMore` on top of a small block, of the heap that is built in: the codes of both.
/// What a refused request left in the place of its answer must be null.
///
/// # Panics
/// When it is not.
pub fn mapi_blocks(size: u32) -> [HRESULT; 2] {
    let heap = Heap::IN_PROCESS;
    let (mut root, mut small, mut more) = (null_mut(), null_mut(), null_mut());
    // SAFETY: the places are there, and each block is freed once, those that were added with the one that they belong to.
    unsafe {
        let code = (heap.functions().0)(size, &mut root);
        assert_eq!(code.is_ok(), !root.is_null(), "{size:#x}");
        if code.is_ok() {
            touch(root, size as usize);
        }
        (heap.functions().2)(root);
        assert!((heap.functions().0)(1, &mut small).is_ok());
        let added = (heap.functions().1)(size, small, &mut more);
        assert_eq!(added.is_ok(), !more.is_null(), "{size:#x}");
        if added.is_ok() {
            touch(more, size as usize);
        }
        (heap.functions().2)(small);
        [code, added]
    }
}

/// `CoTaskMemAlloc`: whether there was a block.
#[must_use]
pub fn task_block(size: usize) -> bool {
    let heap = TaskHeap::current();
    // SAFETY: any size may be asked for, and the block is freed once.
    unsafe {
        let block = NonNull::new((heap.functions().0)(size));
        if let Some(block) = block {
            touch(block.as_ptr(), size);
            (heap.functions().1)(block.as_ptr());
        }
        block.is_some()
    }
}
