//! Duty: objects that answer what they must not.

mod keeper;
mod nulls;
mod rooms;

use crate::data::variant;
use mapidl::com::VARIANT;
use mapidl::{GUID, HRESULT, IUnknown, Interface};
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What an object lies about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// Success, and null where an object or memory was asked for.
    NothingAtAll,
    /// A failure, and pointers that lead nowhere.
    GarbageWithFailure,
    /// Success codes that nobody has heard of, with nulls.
    StrangeSuccess,
    /// A count that is larger than the room that there is, or larger than the nothing that comes with it.
    TooMany,
    /// A variant of no type.
    NoType,
}

impl Lie {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::NothingAtAll, Self::GarbageWithFailure, Self::StrangeSuccess, Self::TooMany, Self::NoType];

    pub(crate) fn code(self) -> HRESULT {
        match self {
            Self::GarbageWithFailure => HRESULT(0x8000_4005_u32.cast_signed()),
            Self::StrangeSuccess => HRESULT(0x0123_4567),
            _ => HRESULT(0),
        }
    }

    fn pointer<T>(self) -> *mut T {
        if self == Self::GarbageWithFailure { NonNull::dangling().as_ptr() } else { null_mut() }
    }

    fn count(self) -> u32 {
        if self == Self::NothingAtAll { 0 } else { u32::MAX }
    }
}

/// An object that has the first slots of every interface, and answers in all of the others with its lie. It gives false
/// numbers of references, and says of each identifier that it knows it.
#[repr(C)]
struct Liar {
    slots: *const Slots,
    references: AtomicUsize,
    lie: Lie,
    /// What it keeps of what it was given.
    kept: Cell<Option<IUnknown>>,
    /// What its answers refer to.
    number: i32,
}

type Answer = unsafe extern "system" fn(*mut Liar, *const GUID, *mut *mut c_void) -> HRESULT;

#[repr(C)]
struct Slots {
    query: Answer,
    add: unsafe extern "system" fn(*mut Liar) -> u32,
    release: unsafe extern "system" fn(*mut Liar) -> u32,
    rest: Rest,
}

#[repr(C)]
union Rest {
    giver: Giver,
    counted: Counted,
    values: Values,
    rooms: rooms::Rooms,
    nulls: nulls::Nulls,
    keeper: keeper::Keeper,
}

/// The slots of `IGiver`.
#[repr(C)]
#[derive(Clone, Copy)]
struct Giver {
    open: Answer,
    both: unsafe extern "system" fn(*mut Liar, *const GUID, *mut *mut c_void, *const GUID, *mut *mut c_void) -> HRESULT,
    child: unsafe extern "system" fn(*mut Liar, *mut *mut c_void) -> HRESULT,
    go: unsafe extern "system" fn(*mut Liar, u32) -> HRESULT,
}

/// Those of `ICounted`; nobody calls the first three.
#[repr(C)]
#[derive(Clone, Copy)]
struct Counted {
    unused: [usize; 3],
    filled: unsafe extern "system" fn(*mut Liar, u32, *mut u8, *mut u32) -> HRESULT,
    made: unsafe extern "system" fn(*mut Liar, *mut u32, *mut *mut i32) -> HRESULT,
}

/// Those of `IValues`.
#[repr(C)]
#[derive(Clone, Copy)]
struct Values {
    unused: [usize; 2],
    give: unsafe extern "system" fn(*mut Liar, *mut VARIANT) -> HRESULT,
}

const GIVER: Slots = slots(Rest { giver: Giver { open: query, both, child, go } });
const COUNTED: Slots = slots(Rest { counted: Counted { unused: [0; 3], filled, made } });
const VALUES: Slots = slots(Rest { values: Values { unused: [0; 2], give } });
const ROOMS: Slots = slots(Rest { rooms: rooms::SLOTS });
const NULLS: Slots = slots(Rest { nulls: nulls::SLOTS });
const KEEPER: Slots = slots(Rest { keeper: keeper::SLOTS });

const fn slots(rest: Rest) -> Slots {
    Slots { query, add, release, rest }
}

/// An object with that lie. Its type must be one of the interfaces of `idl/hostile.idl`.
///
/// # Panics
/// When it is not.
#[must_use]
pub fn liar<I: Interface>(lie: Lie) -> I {
    let slots: &'static Slots = match I::IID.data4[7] {
        // SAFETY: the interface of that identifier.
        0x17 => return unsafe { crate::conventions::object(lie) },
        0x01 => const { &COUNTED },
        0x02 => const { &GIVER },
        0x03 => const { &VALUES },
        0x04 => const { &ROOMS },
        0x05 => const { &NULLS },
        0x06 => const { &KEEPER },
        _ => panic!("the peer has no such interface"),
    };
    let object = Box::new(Liar { slots, references: AtomicUsize::new(1), lie, kept: Cell::new(None), number: 7 });
    // SAFETY: the object has the slots of the interface, and one reference.
    unsafe { I::from_raw(Box::into_raw(object).cast()) }
}

unsafe extern "system" fn add(this: *mut Liar) -> u32 {
    // SAFETY: the object is alive.
    unsafe { (*this).references.fetch_add(1, Ordering::Relaxed) };
    0
}

unsafe extern "system" fn release(this: *mut Liar) -> u32 {
    // SAFETY: the object is alive, and goes with its last reference.
    unsafe {
        if (*this).references.fetch_sub(1, Ordering::AcqRel) == 1 {
            drop(Box::from_raw(this));
        }
    }
    u32::MAX
}

/// Answers every identifier but IUnknown's with the lie.
unsafe extern "system" fn query(this: *mut Liar, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the object is alive, the identifier and the place are there.
    unsafe {
        if *iid == IUnknown::IID {
            add(this);
            out.write(this.cast());
            return HRESULT(0);
        }
        out.write((*this).lie.pointer());
        (*this).lie.code()
    }
}

unsafe extern "system" fn both(
    this: *mut Liar,
    _: *const GUID,
    first: *mut *mut c_void,
    _: *const GUID,
    second: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the object is alive, and the places are there. An answer of half an object is an answer, too.
    unsafe {
        let lie = (*this).lie;
        first.write(lie.pointer());
        second.write(lie.pointer());
        if lie == Lie::TooMany {
            add(this);
            first.write(this.cast());
        }
        lie.code()
    }
}

unsafe extern "system" fn child(this: *mut Liar, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        out.write((*this).lie.pointer());
        (*this).lie.code()
    }
}

unsafe extern "system" fn go(this: *mut Liar, _: u32) -> HRESULT {
    // SAFETY: the object is alive.
    unsafe { (*this).lie.code() }
}

unsafe extern "system" fn filled(this: *mut Liar, _: u32, _: *mut u8, got: *mut u32) -> HRESULT {
    // SAFETY: the object is alive, and the count has a place.
    unsafe {
        got.write((*this).lie.count());
        (*this).lie.code()
    }
}

unsafe extern "system" fn made(this: *mut Liar, count: *mut u32, out: *mut *mut i32) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        count.write((*this).lie.count());
        out.write((*this).lie.pointer());
        (*this).lie.code()
    }
}

unsafe extern "system" fn give(this: *mut Liar, out: *mut VARIANT) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        let lie = (*this).lie;
        out.write(variant(if lie == Lie::NoType { 0x7fff } else { 0 }, lie.pointer()));
        lie.code()
    }
}
