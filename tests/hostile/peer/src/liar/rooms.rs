//! Duty: the slots of `IRooms`: room that is filled to its last place, without an end, and counts that say something else.

use super::{Liar, Lie, add};
use mapidl::HRESULT;
use std::ffi::c_void;
use std::ptr::{NonNull, null_mut};

#[repr(C)]
#[derive(Clone, Copy)]
pub(super) struct Rooms {
    name: unsafe extern "system" fn(*mut Liar, *mut u16) -> HRESULT,
    changed: unsafe extern "system" fn(*mut Liar, *mut u8) -> HRESULT,
    sized: unsafe extern "system" fn(*mut Liar, u32, *mut u16) -> HRESULT,
    next: unsafe extern "system" fn(*mut Liar, u32, *mut *mut c_void, *mut u32) -> HRESULT,
    read: unsafe extern "system" fn(*mut Liar, i16, *mut i32, *mut i16) -> HRESULT,
}

pub(super) const SLOTS: Rooms = Rooms { name, changed, sized, next, read };

/// Fills all of the room, or none of it.
unsafe fn fill<T: Copy>(this: *mut Liar, room: *mut T, len: usize, with: T) -> HRESULT {
    // SAFETY: the object is alive, and there is as much room as the contract has.
    unsafe {
        let lie = (*this).lie;
        if lie != Lie::NothingAtAll {
            (0..len).for_each(|place| room.add(place).write(with));
        }
        lie.code()
    }
}

unsafe extern "system" fn name(this: *mut Liar, room: *mut u16) -> HRESULT {
    // SAFETY: room for eight.
    unsafe { fill(this, room, 8, u16::from(b'x')) }
}

unsafe extern "system" fn changed(this: *mut Liar, room: *mut u8) -> HRESULT {
    // SAFETY: room for eight.
    unsafe { fill(this, room, 8, b'x') }
}

unsafe extern "system" fn sized(this: *mut Liar, count: u32, room: *mut u16) -> HRESULT {
    // SAFETY: as much room as is said.
    unsafe { fill(this, room, count as usize, u16::from(b'x')) }
}

/// Says that more places hold objects than there are, or that fewer do than it wrote to.
unsafe extern "system" fn next(this: *mut Liar, count: u32, places: *mut *mut c_void, got: *mut u32) -> HRESULT {
    // SAFETY: the object is alive, and there are as many places as is said, and one for the count.
    unsafe {
        let lie = (*this).lie;
        for place in 0..count as usize {
            places.add(place).write(match lie {
                Lie::TooMany => {
                    add(this);
                    this.cast()
                }
                Lie::NothingAtAll | Lie::GarbageWithFailure => NonNull::dangling().as_ptr(),
                Lie::StrangeSuccess | Lie::NoType => null_mut(),
            });
        }
        got.write(lie.count());
        lie.code()
    }
}

unsafe extern "system" fn read(this: *mut Liar, count: i16, room: *mut i32, got: *mut i16) -> HRESULT {
    // SAFETY: the object is alive, and there is as much room as is said, and some for the count.
    unsafe {
        got.write(match (*this).lie {
            Lie::NothingAtAll => 0,
            Lie::GarbageWithFailure => count,
            Lie::StrangeSuccess => i16::MIN,
            Lie::TooMany => count.saturating_add(1),
            Lie::NoType => -1,
        });
        fill(this, room, usize::try_from(count).unwrap_or(0), 7)
    }
}
