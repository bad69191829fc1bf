//! Duty: read characters up to the zero in which they end, as C++ does where their name says that there is one.

use crate::Said;
use crate::parts::{UNKNOWN, Unknown, believing};
use mapidl::{HRESULT, Interface};
use std::ffi::c_void;

#[repr(C)]
struct Slots {
    unknown: Unknown,
    given: Lent<u16>,
    name: Lent<u16>,
    changed: Lent<u8>,
    typed: Lent<u8>,
    part: Lent<u8>,
}

type Lent<T> = unsafe extern "system" fn(*mut c_void, *mut T) -> HRESULT;

static SLOTS: Slots = Slots { unknown: UNKNOWN, given: read, name, changed: read, typed: read, part };

/// An object (`I` is `IEnds`) whose success is how many characters it has read.
#[must_use]
pub fn reads_on<I: Interface>() -> I {
    // SAFETY: the slots are those of the interface.
    unsafe { believing((&raw const SLOTS).cast(), Said { count: 0, special: 0, marked: 0 }) }
}

unsafe extern "system" fn read<T: Copy + Default + PartialEq>(_: *mut c_void, text: *mut T) -> HRESULT {
    let mut len = 0;
    // SAFETY: whoever lends a text has seen to its end; that is what is tried here.
    while unsafe { *text.add(len) } != T::default() {
        len += 1;
    }
    HRESULT(i32::try_from(len).unwrap_or(i32::MAX))
}

unsafe extern "system" fn name(_: *mut c_void, name: *mut u16) -> HRESULT {
    // SAFETY: there is room for eight.
    unsafe { name.cast::<[u16; 8]>().write_unaligned([u16::from(b'x'); 8]) };
    HRESULT(0)
}

unsafe extern "system" fn part(_: *mut c_void, part: *mut u8) -> HRESULT {
    // SAFETY: there are eight.
    HRESULT(i32::from(unsafe { part.add(7).read() }))
}
