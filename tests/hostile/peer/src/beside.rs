//! Duty: follow what comes out beside an object after a success, as C++ does.

use crate::Caller;
use mapidl::HRESULT;
use std::ffi::c_void;
use std::ptr::{NonNull, null_mut};

/// `LISTED`, with two numbers.
#[repr(C)]
struct Listed {
    count: u32,
    numbers: [i32; 2],
}

type Two<T> = unsafe extern "system" fn(*mut c_void, *mut *mut c_void, *mut T) -> HRESULT;
type Three<T> = unsafe extern "system" fn(*mut c_void, *mut *mut c_void, *mut T, *mut *mut i32) -> HRESULT;

/// Reads as many numbers.
///
/// # Safety
/// They are there.
unsafe fn read_all(numbers: *const i32, count: u32) {
    for at in 0..count as usize {
        // SAFETY: as promised.
        unsafe { numbers.add(at).read_volatile() };
    }
}

impl Caller {
    /// A slot with an object and something beside it, such as `IBeside::Record`: what is there, to follow or not. The object
    /// itself must be missing.
    fn beside(&self, slot: usize) -> (HRESULT, *mut u16) {
        let (mut object, mut place) = (NonNull::dangling().as_ptr(), NonNull::dangling().as_ptr());
        // SAFETY: the slot of such a method, with two places.
        let code = unsafe { self.slot::<Two<*mut u16>>(slot)(self.this(), &mut object, &mut place) };
        assert!(object.is_null(), "an object, and {code:?}");
        (code, place)
    }

    /// `IBeside::Record` or `Text`, which give what is there after a success.
    pub fn follow(&self, slot: usize) -> HRESULT {
        let (code, place) = self.beside(slot);
        if code.is_ok() {
            // SAFETY: the contract says so; that is what is tried here.
            unsafe { place.read_volatile() };
        }
        code
    }

    /// `IBeside::Perhaps` or `Value`, which may give null; also whether there is something.
    pub fn look(&self, slot: usize) -> (HRESULT, bool) {
        let (code, place) = self.beside(slot);
        (code, !place.is_null())
    }

    /// `IBeside::Listed`, with a list of two: as many numbers are read.
    pub fn follow_listed(&self) -> HRESULT {
        let mut list = Listed { count: 2, numbers: [7; 2] };
        let (mut object, mut place, mut numbers) = (null_mut(), &raw mut list, null_mut::<i32>());
        // SAFETY: slot 5, with three places; the list stays ours. The rest is what is tried here.
        unsafe {
            let code = self.slot::<Three<*mut Listed>>(5)(self.this(), &mut object, &mut place, &mut numbers);
            if code.is_ok() {
                read_all(numbers, (*place).count);
            }
            code
        }
    }

    /// `IBeside::Room`; also whether there is text in the room, with an end.
    pub fn read_room(&self) -> (HRESULT, bool) {
        let (mut object, mut name) = (null_mut(), [7_u16; 8]);
        // SAFETY: slot 6, with a place and room for eight characters.
        let code = unsafe { self.slot::<Two<u16>>(6)(self.this(), &mut object, name.as_mut_ptr()) };
        (code, name.contains(&0))
    }

    /// `IBeside::Number`; also the number.
    pub fn read_number(&self) -> (HRESULT, u32) {
        let (mut object, mut number) = (null_mut(), 7);
        // SAFETY: slot 8, with two places.
        let code = unsafe { self.slot::<Two<u32>>(8)(self.this(), &mut object, &mut number) };
        (code, number)
    }

    /// `IBeside::Numbers`: as many are read as there are; also how many.
    pub fn follow_numbers(&self) -> (HRESULT, u32) {
        let (mut object, mut count, mut numbers) = (null_mut(), 7, null_mut::<i32>());
        // SAFETY: slot 9, with three places. The rest is what is tried here.
        unsafe {
            let code = self.slot::<Three<u32>>(9)(self.this(), &mut object, &mut count, &mut numbers);
            if code.is_ok() {
                read_all(numbers, count);
            }
            (code, count)
        }
    }
}
