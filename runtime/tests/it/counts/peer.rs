//! A callee as C++ has it, which answers with any count.

use super::{ICounts, ICounts_Vtbl, LIST8, OUTER, OWNERS, SHORTS, TAIL64, TEXTS};
use mapidl::heap::Heap;
use mapidl::task::TaskHeap;
use mapidl::{GUID, HRESULT, IUnknown_Vtbl, Interface};
use std::ffi::c_void;
use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};

const E_NOTIMPL: HRESULT = HRESULT(0x8000_4001_u32.cast_signed());

#[repr(C)]
struct Peer {
    vtable: &'static ICounts_Vtbl,
    references: AtomicU32,
    count: i16,
}

/// An object that answers two numbers, and says that they are `count`.
pub(crate) fn counts(count: i16) -> ICounts {
    let peer = Peer { vtable: VTABLE, references: AtomicU32::new(1), count };
    // SAFETY: it begins with the pointer to its vtable, and has one reference.
    unsafe { ICounts::from_raw(Box::into_raw(Box::new(peer)).cast()) }
}

const VTABLE: &ICounts_Vtbl = &ICounts_Vtbl {
    base__: IUnknown_Vtbl { QueryInterface: query, AddRef: add_ref, Release: release },
    Narrow: narrow,
    Huge: huge,
    Product: product,
    Lists: lists,
    Records: records,
    Change: change,
    Texts: texts,
    Out: out,
    Task: task,
    Fill: fill,
    Silent: silent,
    SilentOut: silent_out,
};

/// The peer behind a pointer.
///
/// # Safety
/// `this` is a peer's.
unsafe fn peer<'a>(this: *mut c_void) -> &'a Peer {
    // SAFETY: as promised.
    unsafe { &*this.cast::<Peer>() }
}

unsafe extern "system" fn query(_: *mut c_void, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: a place for the answer.
    unsafe { out.write(ptr::null_mut()) };
    E_NOTIMPL
}

unsafe extern "system" fn add_ref(this: *mut c_void) -> u32 {
    // SAFETY: a peer.
    unsafe { peer(this) }.references.fetch_add(1, Ordering::Relaxed) + 1
}

unsafe extern "system" fn release(this: *mut c_void) -> u32 {
    // SAFETY: a peer.
    let left = unsafe { peer(this) }.references.fetch_sub(1, Ordering::AcqRel) - 1;
    if left == 0 {
        // SAFETY: made by `counts`, and nobody has it any more.
        drop(unsafe { Box::from_raw(this.cast::<Peer>()) });
    }
    left
}

/// Two numbers in a block of MAPI's.
fn numbers() -> *mut i32 {
    let block = Heap::IN_PROCESS.allocate(8).expect("memory").as_ptr().cast::<i32>();
    // SAFETY: room for two.
    unsafe { block.copy_from_nonoverlapping([1, 2].as_ptr(), 2) };
    block
}

unsafe extern "system" fn out(
    this: *mut c_void,
    count: *mut i16,
    values: *mut *mut i32,
    object: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: places for the answers; the object is counted.
    unsafe {
        count.write(peer(this).count);
        values.write(numbers());
        add_ref(this);
        object.write(this);
    }
    HRESULT(0)
}

unsafe extern "system" fn task(this: *mut c_void, count: *mut i16, bytes: *mut *mut u8) -> HRESULT {
    // SAFETY: places for the answers.
    unsafe {
        count.write(peer(this).count);
        bytes.write((TaskHeap::IN_PROCESS.functions().0)(4).cast());
        bytes.read().write_bytes(7, 4);
    }
    HRESULT(0)
}

unsafe extern "system" fn fill(this: *mut c_void, _: i16, _: *mut i32, filled: *mut i16) -> HRESULT {
    // SAFETY: a place for the answer.
    unsafe { filled.write(peer(this).count) };
    HRESULT(0)
}

unsafe extern "system" fn silent_out(this: *mut c_void, count: *mut i16, values: *mut *mut i32) -> u32 {
    // SAFETY: places for the answers.
    unsafe {
        count.write(peer(this).count);
        values.write(numbers());
    }
    9
}

unsafe extern "system" fn narrow(_: *mut c_void, _: i16, _: *const i32) -> HRESULT {
    E_NOTIMPL
}

unsafe extern "system" fn huge(_: *mut c_void, _: i64, _: *const i64) -> HRESULT {
    E_NOTIMPL
}

unsafe extern "system" fn product(_: *mut c_void, _: u32, _: *const i64) -> HRESULT {
    E_NOTIMPL
}

unsafe extern "system" fn lists(_: *mut c_void, _: *const LIST8, _: *const TAIL64) -> HRESULT {
    E_NOTIMPL
}

unsafe extern "system" fn records(_: *mut c_void, _: *const SHORTS, _: *const OUTER) -> HRESULT {
    E_NOTIMPL
}

unsafe extern "system" fn change(_: *mut c_void, _: *mut OWNERS) -> HRESULT {
    E_NOTIMPL
}

unsafe extern "system" fn texts(_: *mut c_void, _: *const TEXTS) -> HRESULT {
    E_NOTIMPL
}

unsafe extern "system" fn silent(_: *mut c_void, _: i8, _: *const u8) -> u32 {
    0
}
