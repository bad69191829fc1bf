//! Duty: make objects of Windows, with the functions that make them.
//! Output: interfaces.

use mapidl::com::{IStorage, IStream};
use mapidl::{HRESULT, Interface, Result, U16CStr};
use std::ffi::c_void;
use std::ptr;

#[link(name = "ole32")]
unsafe extern "system" {
    fn CreateStreamOnHGlobal(memory: *mut c_void, frees: i32, out: *mut *mut c_void) -> HRESULT;
    fn StgCreateDocfile(name: *const u16, mode: u32, reserved: u32, out: *mut *mut c_void) -> HRESULT;
}

/// What a function gave in its last parameter.
fn given<I: Interface>(function: impl FnOnce(*mut *mut c_void) -> HRESULT) -> Result<I> {
    let mut out = ptr::null_mut();
    function(&mut out).ok()?;
    assert!(!out.is_null());
    // SAFETY: the functions of this module give references of the interface that they are asked for.
    Ok(unsafe { I::from_raw(out) })
}

/// An empty stream in memory, which frees itself.
pub(crate) fn memory_stream() -> Result<IStream> {
    // SAFETY: it makes memory of its own.
    given(|out| unsafe { CreateStreamOnHGlobal(ptr::null_mut(), 1, out) })
}

/// A compound file that goes away with its last reference.
pub(crate) fn temporary_storage() -> Result<IStorage> {
    const DELETE_ON_RELEASE: u32 = 0x0400_0000;
    // SAFETY: no name is a temporary one.
    given(|out| unsafe { StgCreateDocfile(ptr::null(), CREATE_AND_CHANGE | DELETE_ON_RELEASE, 0, out) })
}

/// STGM flags: make it, read and write it, alone.
pub(crate) const CREATE_AND_CHANGE: u32 = 0x0000_1000 | 0x0000_0002 | 0x0000_0010;

/// Opens a stream of a storage.
pub(crate) fn open(storage: &IStorage, name: &U16CStr) -> Result<IStream> {
    // SAFETY: the reserved pointer is null.
    Ok(unsafe { storage.open_stream(name, ptr::null_mut(), CREATE_AND_CHANGE & !0x1000, 0)? }.value)
}
