//! Duty: play C++ where methods are called as C calls, on both sides of the call. With 32 bits that is another convention
//! than that of the other slots: the caller takes the arguments from the stack.

use crate::{Caller, Lie};
use mapidl::{GUID, HRESULT, IUnknown, Interface};
use std::ffi::c_void;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Lies about what its methods give.
#[repr(C)]
struct Object {
    slots: &'static Slots,
    references: AtomicUsize,
    lie: Lie,
}

/// The slots of `IConvention`; nobody calls the last one.
#[repr(C)]
struct Slots {
    query: unsafe extern "system" fn(*mut Object, *const GUID, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Object) -> u32,
    release: unsafe extern "system" fn(*mut Object) -> u32,
    put: unsafe extern "C" fn(*mut Object, i16, *const i32) -> HRESULT,
    filled: unsafe extern "C" fn(*mut Object, u32, *mut u8, *mut u32) -> HRESULT,
    give: unsafe extern "C" fn(*mut Object, *const GUID, *mut *mut c_void) -> HRESULT,
    wide: unsafe extern "C" fn(*mut Object, u8, i64, f64, f32) -> i64,
    plain: unsafe extern "system" fn(*mut Object, i16, *const i32) -> HRESULT,
    twice: usize,
}

const SLOTS: &Slots = &Slots { query, add, release, put, filled, give, wide, plain, twice: 0 };

/// An object whose type is `IConvention` of `idl/hostile.idl`, with that lie.
///
/// # Safety
/// `I` has the slots of that interface.
#[must_use]
pub(crate) unsafe fn object<I: Interface>(lie: Lie) -> I {
    let object = Box::new(Object { slots: SLOTS, references: AtomicUsize::new(1), lie });
    // SAFETY: as promised; the object has one reference.
    unsafe { I::from_raw(Box::into_raw(object).cast()) }
}

unsafe extern "system" fn query(this: *mut Object, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the object is alive, the identifier and the place are there.
    unsafe {
        if *iid == IUnknown::IID {
            add(this);
            out.write(this.cast());
            return HRESULT(0);
        }
        lied(this, out)
    }
}

unsafe extern "system" fn add(this: *mut Object) -> u32 {
    // SAFETY: the object is alive.
    unsafe { (*this).references.fetch_add(1, Ordering::Relaxed) };
    0
}

unsafe extern "system" fn release(this: *mut Object) -> u32 {
    // SAFETY: the object is alive, and goes with its last reference.
    unsafe {
        if (*this).references.fetch_sub(1, Ordering::AcqRel) == 1 {
            drop(Box::from_raw(this));
        }
    }
    u32::MAX
}

unsafe fn lied(this: *mut Object, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the object is alive, and the place is there.
    unsafe {
        let lie = (*this).lie;
        out.write(if lie == Lie::GarbageWithFailure { NonNull::dangling().as_ptr() } else { null_mut() });
        lie.code()
    }
}

/// The sum of what it is given, as its code.
unsafe fn sum(count: i16, numbers: *const i32) -> HRESULT {
    let count = usize::try_from(count).unwrap_or(0);
    // SAFETY: so many stand there.
    HRESULT((0..count).map(|at| unsafe { numbers.add(at).read() }).sum())
}

unsafe extern "C" fn put(_: *mut Object, count: i16, numbers: *const i32) -> HRESULT {
    // SAFETY: as the caller promises.
    unsafe { sum(count, numbers) }
}

unsafe extern "system" fn plain(_: *mut Object, count: i16, numbers: *const i32) -> HRESULT {
    // SAFETY: as the caller promises.
    unsafe { sum(count, numbers) }
}

unsafe extern "C" fn filled(this: *mut Object, _: u32, _: *mut u8, got: *mut u32) -> HRESULT {
    // SAFETY: the object is alive, and the count has a place.
    unsafe {
        got.write(if (*this).lie == Lie::NothingAtAll { 0 } else { u32::MAX });
        (*this).lie.code()
    }
}

unsafe extern "C" fn give(this: *mut Object, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: as above.
    unsafe { lied(this, out) }
}

unsafe extern "C" fn wide(_: *mut Object, a: u8, b: i64, c: f64, d: f32) -> i64 {
    b + i64::from(a) + c as i64 + d as i64
}

impl Caller {
    /// `IConvention::Put`: as [`put`](Self::put), called as C calls.
    pub fn put_as_c(&self, count: i16, numbers: Option<&[i32]>) -> HRESULT {
        let numbers = numbers.map_or(std::ptr::null(), <[i32]>::as_ptr);
        // SAFETY: slot 3, which only reads the array.
        unsafe {
            self.slot::<unsafe extern "C" fn(*mut c_void, i16, *const i32) -> HRESULT>(3)(self.this(), count, numbers)
        }
    }

    /// `IConvention::Filled`: as [`fill`](Self::fill).
    pub fn fill_as_c(&self, room: Option<&mut [u8]>, count: u32) -> (HRESULT, u32) {
        type Fill = unsafe extern "C" fn(*mut c_void, u32, *mut u8, *mut u32) -> HRESULT;
        let mut got = 0x5a5a;
        let room = room.map_or(null_mut(), <[u8]>::as_mut_ptr);
        // SAFETY: slot 4; there is as much room as is said, or none.
        (unsafe { self.slot::<Fill>(4)(self.this(), count, room, &mut got) }, got)
    }

    /// `IConvention::Give`, with nulls in the place of the identifier or of the answer.
    pub fn give_nothing_as_c(&self) -> [HRESULT; 2] {
        type Give = unsafe extern "C" fn(*mut c_void, *const GUID, *mut *mut c_void) -> HRESULT;
        let mut place = null_mut();
        // SAFETY: slot 5; a null is what it must look for.
        unsafe {
            let give = self.slot::<Give>(5);
            [give(self.this(), std::ptr::null(), &mut place), give(self.this(), &IUnknown::IID, null_mut())]
        }
    }

    /// `IConvention::Wide`
    #[must_use]
    pub fn wide_as_c(&self, a: u8, b: i64, c: f64, d: f32) -> i64 {
        // SAFETY: slot 6.
        unsafe { self.slot::<unsafe extern "C" fn(*mut c_void, u8, i64, f64, f32) -> i64>(6)(self.this(), a, b, c, d) }
    }

    /// `IConvention::Twice` with one room for both.
    pub fn twice_as_c(&self, room: &mut [u8]) -> HRESULT {
        type Twice = unsafe extern "C" fn(*mut c_void, u32, *mut u8, *mut u8) -> HRESULT;
        let (start, len) = (room.as_mut_ptr(), u32::try_from(room.len()).unwrap_or(0));
        // SAFETY: slot 8; the room is there.
        unsafe { self.slot::<Twice>(8)(self.this(), len, start, start) }
    }
}
