//! What is empty belongs to no heap: one can be chosen when it is gone.

use mapidl::heap::{AllocateBuffer, AllocateMore, FreeBuffer, Heap};
use mapidl::task::TaskHeap;
use mapidl::text::{NarrowPtr, WidePtr};
use mapidl::{Bstr, MapiBox, MapiString, MapiVec, SafeArray, TaskString, TaskText, TaskVec, Variant};
use std::ptr::null_mut;

/// The built-in heap by other functions than its own.
mod other {
    use super::{AllocateBuffer, AllocateMore, FreeBuffer, Heap};
    use mapidl::HRESULT;
    use std::ffi::c_void;

    pub(super) const FUNCTIONS: (AllocateBuffer, AllocateMore, FreeBuffer) = (buffer, more, free);

    unsafe extern "system" fn buffer(size: u32, block: *mut *mut c_void) -> HRESULT {
        // SAFETY: as the caller promises.
        unsafe { (Heap::IN_PROCESS.functions().0)(size, block) }
    }

    unsafe extern "system" fn more(size: u32, root: *mut c_void, block: *mut *mut c_void) -> HRESULT {
        // SAFETY: as the caller promises.
        unsafe { (Heap::IN_PROCESS.functions().1)(size, root, block) }
    }

    unsafe extern "system" fn free(block: *mut c_void) -> u32 {
        // SAFETY: as the caller promises.
        unsafe { (Heap::IN_PROCESS.functions().2)(block) }
    }
}

/// Makes and drops all that can be empty.
fn use_nothing() {
    drop(MapiVec::<u32>::default());
    drop(MapiVec::<WidePtr>::default());
    drop(MapiVec::<NarrowPtr>::default());
    drop(TaskVec::<u32>::default());
    drop((Bstr::default(), Variant::default(), SafeArray::default()));
    // SAFETY: null is none of all these.
    unsafe {
        let array = MapiVec::<u32>::from_raw(null_mut(), 7);
        assert_eq!((array.len(), array.iter().count(), format!("{array:?}")), (0, 0, "[]".to_owned()));
        assert_eq!(array.into_raw(), (null_mut(), 0));
        assert!(MapiVec::<u32>::taken(null_mut(), 7_u32).is_ok_and(|array| array.is_empty()));
        assert!(TaskVec::<u32>::taken(null_mut(), 7_u32).is_ok_and(|array| array.is_empty()));
        assert!(MapiVec::<u32>::taken(null_mut(), -1_i32).is_ok_and(|array| array.is_empty()));
        assert!(MapiBox::<u32>::from_raw(null_mut()).is_none());
        assert!(MapiString::from_raw(null_mut()).is_none());
        assert!(TaskString::from_raw(null_mut()).is_none() && TaskText::from_raw(null_mut()).is_none());
    }
}

#[test]
fn a_heap_is_chosen_when_there_is_something_to_put_into_it() {
    let _turn = crate::turn();
    use_nothing();
    let (buffer, more, free) = other::FUNCTIONS;
    // SAFETY: they do as those of the built-in heap do.
    unsafe {
        assert!(Heap::new(buffer, more, free).install().is_ok(), "a heap was chosen before");
        let (allocate, free) = TaskHeap::IN_PROCESS.functions();
        assert!(TaskHeap::new(allocate, free).install().is_ok(), "an allocator was chosen before");
    }
    use_nothing();
    assert_eq!(MapiVec::<u32>::new(&[1, 2]).expect("memory").iter().sum::<u32>(), 3);
    assert_eq!(TaskVec::<u32>::new(&[3]).expect("memory").len(), 1);
}
