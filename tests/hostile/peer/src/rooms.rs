//! Duty: calls that lend memory to an object that Rust has made, exactly as much as is said, of which nothing was written.

use crate::Caller;
use mapidl::{HRESULT, IUnknown, Interface};
use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::ptr::NonNull;

/// Lends room for `len` values of which the first ones are `written`. After a success all of them can be read.
fn room<T: Copy>(written: &[T], len: usize, call: impl FnOnce(*mut T) -> HRESULT) -> (HRESULT, Vec<T>) {
    let mut room: Box<[MaybeUninit<T>]> = vec![MaybeUninit::uninit(); len].into();
    for (place, value) in room.iter_mut().zip(written) {
        place.write(*value);
    }
    let code = call(room.as_mut_ptr().cast());
    // SAFETY: whoever succeeds has filled the room.
    (code, if code.is_ok() { room.iter().map(|value| unsafe { value.assume_init() }).collect() } else { Vec::new() })
}

impl Caller {
    /// Lends room in a slot such as `IRooms::Name`, which knows how much.
    pub fn lend<T: Copy>(&self, slot: usize, written: &[T], len: usize) -> (HRESULT, Vec<T>) {
        type Fill<T> = unsafe extern "system" fn(*mut c_void, *mut T) -> HRESULT;
        // SAFETY: the slot of such a method, which has as much room as it expects.
        room(written, len, |room| unsafe { self.slot::<Fill<T>>(slot)(self.this(), room) })
    }

    /// Lends room in a slot such as `IRooms::Sized`, which is told how much.
    pub fn lend_counted<T: Copy>(&self, slot: usize, len: u32) -> (HRESULT, Vec<T>) {
        type Fill<T> = unsafe extern "system" fn(*mut c_void, u32, *mut T) -> HRESULT;
        // SAFETY: the slot of such a method, which has as much room as it is told.
        room(&[], len as usize, |room| unsafe { self.slot::<Fill<T>>(slot)(self.this(), len, room) })
    }

    /// Passes a text in a slot such as `IRooms::Told`, which is told how much room there is.
    pub fn tell<T: Copy>(&self, slot: usize, written: &[T], len: usize) -> HRESULT {
        type Tell<T> = unsafe extern "system" fn(*mut c_void, u32, *const T) -> HRESULT;
        let mut room: Box<[MaybeUninit<T>]> = vec![MaybeUninit::uninit(); len].into();
        for (place, value) in room.iter_mut().zip(written) {
            place.write(*value);
        }
        // SAFETY: the slot of such a method; there is as much room as it is told.
        unsafe { self.slot::<Tell<T>>(slot)(self.this(), u32::try_from(len).unwrap_or(u32::MAX), room.as_ptr().cast()) }
    }

    /// `IRooms::Next` with places that lead nowhere: the code, the count, and how many places hold an object afterwards;
    /// these are given back.
    pub fn next(&self, count: u32) -> (HRESULT, u32, usize) {
        type Next = unsafe extern "system" fn(*mut c_void, u32, *mut *mut c_void, *mut u32) -> HRESULT;
        let mut places = vec![NonNull::dangling().as_ptr(); count as usize];
        let mut got = 0x5a5a;
        // SAFETY: slot 6; there are as many places as is said.
        let code = unsafe { self.slot::<Next>(6)(self.this(), count, places.as_mut_ptr(), &mut got) };
        places.retain(|place| !place.is_null());
        for object in &places {
            // SAFETY: what is not null is an object with a reference for us: nothing stays as it was.
            drop(unsafe { IUnknown::from_raw(*object) });
        }
        (code, got, places.len())
    }
}
