//! Duty: pass and give records as many a C program does, which writes what is read, and nothing else.

use crate::Caller;
use mapi::SPropValue;
use mapidl::com::VARIANT;
use mapidl::heap::Chain;
use mapidl::layout::Align8;
use mapidl::{HRESULT, MapiVec};
use std::ffi::c_void;
use std::mem::MaybeUninit;

/// What is never written.
type Nothing<T> = MaybeUninit<T>;

/// `SPARE`
#[repr(C)]
#[derive(Clone, Copy)]
struct Spare {
    kind: u32,
    pad: Nothing<u32>,
    pointer: Nothing<usize>,
    inner: Nothing<[usize; 2]>,
    /// At a multiple of 8 bytes as on Windows, whatever the host's rules are.
    aligner: [Align8; 0],
    real: Nothing<f64>,
    bytes: Nothing<[u8; 40]>,
    value: *const i32,
}

/// `FLAT`
#[repr(C)]
#[derive(Clone, Copy)]
struct Flat {
    kind: u16,
    pad: Nothing<u16>,
    more: Nothing<[u32; 33]>,
}

const FLAT: Flat = Flat { kind: 7, pad: Nothing::uninit(), more: Nothing::uninit() };

/// `FLATS`
#[repr(C)]
struct Flats {
    count: u32,
    pad: Nothing<u32>,
    items: [Flat; 2],
}

/// `SPARES`
#[repr(C)]
struct Spares {
    count: u32,
    pad: Nothing<u32>,
    kind: u32,
    items: [Spare; 2],
}

/// A number of which the rest of the value was never written.
fn variant() -> VARIANT {
    let mut variant = MaybeUninit::<VARIANT>::uninit();
    let raw = variant.as_mut_ptr();
    // SAFETY: there is room for the fields; the others are nothing that anybody reads.
    unsafe {
        (&raw mut (*raw).vt).write(3);
        (&raw mut (*raw).u).cast::<i32>().write(7);
        // Most of a DECIMAL is in them, so they are words that a peer writes.
        (&raw mut (*raw).wReserved1).write(0);
        (&raw mut (*raw).wReserved2).write(0);
        (&raw mut (*raw).wReserved3).write(0);
        variant.assume_init()
    }
}

/// `PLACED` and `CHOSEN`
#[repr(C)]
struct Placed {
    kind: u32,
    place: *mut i32,
}

impl Spare {
    fn of(value: &i32) -> Self {
        Self {
            kind: 7,
            pad: Nothing::uninit(),
            pointer: Nothing::uninit(),
            inner: Nothing::uninit(),
            aligner: [],
            real: Nothing::uninit(),
            bytes: Nothing::uninit(),
            value,
        }
    }
}

impl Caller {
    /// Calls the slots of `IUnwritten` one after the other, with sevens; the code of each.
    pub fn unwritten(&self) -> [HRESULT; 7] {
        type Take<T> = unsafe extern "system" fn(*mut c_void, T) -> HRESULT;
        type All = unsafe extern "system" fn(*mut c_void, u32, *const Spare) -> HRESULT;
        let value = 7;
        let two = [Spare::of(&value); 2];
        let flats = Flats { count: 2, pad: Nothing::uninit(), items: [FLAT; 2] };
        let spares = Spares { count: 2, pad: Nothing::uninit(), kind: 7, items: two };
        let mut flat = FLAT;
        let this = self.this();
        // SAFETY: the slots of these methods; all that they read is written, and the values are sevens.
        unsafe {
            [
                self.slot::<Take<*const Spare>>(3)(this, two.as_ptr()),
                self.slot::<All>(4)(this, 2, two.as_ptr()),
                self.slot::<Take<*const Flat>>(5)(this, &FLAT),
                self.slot::<Take<*mut Flat>>(6)(this, &mut flat),
                self.slot::<Take<*const Flats>>(7)(this, &flats),
                self.slot::<Take<*const Spares>>(8)(this, &spares),
                self.slot::<Take<VARIANT>>(9)(this, variant()),
            ]
        }
    }
}

impl Caller {
    /// Calls the other slots, which are to write to a place: the code and what is there afterwards.
    pub fn unwritten_places(&self) -> [(HRESULT, i32); 2] {
        type Take = unsafe extern "system" fn(*mut c_void, *const Placed) -> HRESULT;
        [10, 11].map(|slot| {
            let mut room = MaybeUninit::uninit();
            // SAFETY: the slots of these methods; whoever succeeds has written to the place.
            unsafe {
                let placed = Placed { kind: 7, place: room.as_mut_ptr() };
                let code = self.slot::<Take>(slot)(self.this(), &placed);
                (code, if code.is_ok() { room.assume_init() } else { 0 })
            }
        })
    }
}

/// What a table answers: two numbers in a block of which the paddings were never written.
#[must_use]
pub fn unwritten_row() -> MapiVec<SPropValue> {
    let block = Chain::new(2 * size_of::<SPropValue>()).expect("memory");
    let row = block.root().cast::<SPropValue>().as_ptr();
    for place in 0..2 {
        // SAFETY: there is room for two, of which nothing is read.
        unsafe {
            let prop = row.add(place);
            (&raw mut (*prop).ulPropTag).write(0x3ffd_0003);
            (&raw mut (*prop).Value).cast::<i32>().write(7);
        }
    }
    // SAFETY: the values are of the type that their tags say.
    unsafe { MapiVec::from_raw(block.into_root().as_ptr().cast(), 2) }
}
