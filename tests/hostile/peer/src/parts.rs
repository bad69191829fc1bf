//! Duty: believe what records say of parts of their arrays, as C++ does, and pass and give records that lie about it.

use crate::Caller;
use mapidl::heap::Chain;
use mapidl::{GUID, HRESULT, Interface};
use std::ffi::c_void;
use std::ptr::null_mut;

/// What a record says: how many numbers there are, how many of them are special, and how many of those are marked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Said {
    /// The numbers.
    pub count: i16,
    /// Those of them, from the first, that are special.
    pub special: i32,
    /// Those of them, from the first, that are marked.
    pub marked: u16,
}

impl Said {
    /// What is true of some numbers, and what is not. There are never fewer numbers than it says.
    pub const LIES: [Self; 8] = [
        Self { count: 2, special: 3, marked: 0 },
        Self { count: 2, special: 1, marked: 2 },
        Self { count: 2, special: -1, marked: 0 },
        Self { count: 2, special: i32::MAX, marked: u16::MAX },
        Self { count: 2, special: i32::MIN, marked: 0 },
        Self { count: -1, special: 0, marked: 0 },
        Self { count: -2, special: -2, marked: 0 },
        Self { count: 0, special: 1, marked: 1 },
    ];
}

/// `SORTED`, with two numbers.
#[repr(C)]
struct Sorted {
    said: Said32,
    numbers: [i32; 2],
}

/// The beginning of `SORTED`.
#[repr(C)]
#[derive(Clone, Copy)]
struct Said32 {
    count: i16,
    special: i32,
    marked: u16,
}

impl From<Said> for Sorted {
    fn from(Said { count, special, marked }: Said) -> Self {
        Self { said: Said32 { count, special, marked }, numbers: [7; 2] }
    }
}

/// `NAMED`
#[repr(C)]
#[derive(Clone, Copy)]
struct Named {
    numbers: *const i32,
    names: *const i32,
    count: u32,
    special: u32,
    marked: i32,
}

impl Named {
    fn of(said: Said, numbers: *const i32) -> Self {
        let (count, special) = (i32::from(said.count).cast_unsigned(), said.special.cast_unsigned());
        Self { numbers, names: numbers, count, special, marked: said.marked.into() }
    }
}

/// `BOTH`
#[repr(C)]
struct Both {
    named: Named,
    sorted: *const Sorted,
    other: *const Named,
}

type Take<T> = unsafe extern "system" fn(*mut c_void, *const T) -> HRESULT;

impl Caller {
    /// `IParts::Sorted`
    pub fn sorted(&self, said: Said) -> HRESULT {
        // SAFETY: slot 3; there is memory for the two numbers of the record.
        unsafe { self.slot::<Take<Sorted>>(3)(self.this(), &said.into()) }
    }

    /// `IParts::Named`
    pub fn named(&self, said: Said) -> HRESULT {
        // SAFETY: slot 4; as above.
        unsafe { self.slot::<Take<Named>>(4)(self.this(), &Named::of(said, [7; 2].as_ptr())) }
    }

    /// `IParts::Both`: a record that says one thing in place, and the others behind pointers.
    pub fn both(&self, in_place: Said, behind: Said) -> HRESULT {
        let numbers = [7; 2];
        let (sorted, other) = (behind.into(), Named::of(behind, numbers.as_ptr()));
        let both =
            Both { named: Named::of(in_place, numbers.as_ptr()), sorted: &raw const sorted, other: &raw const other };
        // SAFETY: slot 5; as above.
        unsafe { self.slot::<Take<Both>>(5)(self.this(), &both) }
    }

    /// `IMAPITable::SortTable` by `sorts` columns.
    pub fn sort_table(&self, sorts: u32, categories: u32, expanded: u32) -> HRESULT {
        type Sort = unsafe extern "system" fn(*mut c_void, *const u32, u32) -> HRESULT;
        let set: Vec<u32> = [sorts, categories, expanded].into_iter().chain((0..2 * sorts).map(|_| 3)).collect();
        // SAFETY: slot 17 of a table; there are as many columns of two numbers as the record says.
        unsafe { self.slot::<Sort>(17)(self.this(), set.as_ptr(), 0) }
    }
}

/// An object with the slots of an interface that believes what it is told.
#[repr(C)]
pub(crate) struct Believer {
    slots: *const Unknown,
    references: u32,
    said: Said,
}

type Give<T> = unsafe extern "system" fn(*mut Believer, *mut *mut T) -> HRESULT;

/// The first slots of any interface.
#[repr(C)]
pub(crate) struct Unknown {
    query: unsafe extern "system" fn(*mut Believer, *const GUID, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Believer) -> u32,
    release: unsafe extern "system" fn(*mut Believer) -> u32,
}

/// Those of a believer.
pub(crate) const UNKNOWN: Unknown = Unknown { query, add, release };

#[repr(C)]
struct Slots {
    unknown: Unknown,
    sorted: Take<Sorted>,
    named: Take<Named>,
    both: Take<Both>,
    give_sorted: Give<Sorted>,
    give_named: Give<Named>,
}

static SLOTS: Slots = Slots { unknown: UNKNOWN, sorted, named, both, give_sorted, give_named };

/// An object (`I` is `IParts`) that reads as many numbers as it is told are special, and as many of their names as it is
/// told are marked. The records that it gives say `said`.
#[must_use]
pub fn believer<I: Interface>(said: Said) -> I {
    // SAFETY: the slots are those of the interface.
    unsafe { believing((&raw const SLOTS).cast(), said) }
}

/// An object with these slots.
///
/// # Safety
/// They are those of `I`, and last for ever.
pub(crate) unsafe fn believing<I: Interface>(slots: *const Unknown, said: Said) -> I {
    let this = Box::into_raw(Box::new(Believer { slots, references: 1, said }));
    // SAFETY: the object has the slots, and its reference is given away.
    unsafe { I::from_raw(this.cast()) }
}

unsafe extern "system" fn query(_: *mut Believer, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the place is there.
    unsafe { out.write(null_mut()) };
    HRESULT(0x8000_4002_u32.cast_signed())
}

unsafe extern "system" fn add(this: *mut Believer) -> u32 {
    // SAFETY: the object is alive, and belongs to one thread.
    unsafe {
        (*this).references += 1;
        (*this).references
    }
}

unsafe extern "system" fn release(this: *mut Believer) -> u32 {
    // SAFETY: as above; it goes with its last reference.
    unsafe {
        (*this).references -= 1;
        let left = (*this).references;
        if left == 0 {
            drop(Box::from_raw(this));
        }
        left
    }
}

/// Reads the last numbers of the first `special` and `marked` ones, the latter from the names.
unsafe fn believe(numbers: *const i32, names: *const i32, special: i32, marked: i32) -> HRESULT {
    let last = |len: i32| usize::try_from(len).ok()?.checked_sub(1);
    // SAFETY: whoever has made the record has kept its rules; that is what is tried here.
    let read = unsafe { last(special).map_or(0, |at| *numbers.add(at)) + last(marked).map_or(0, |at| *names.add(at)) };
    HRESULT(i32::from(special < 0 || marked < 0 || read % 7 != 0) * i32::MIN)
}

unsafe extern "system" fn sorted(_: *mut c_void, set: *const Sorted) -> HRESULT {
    // SAFETY: the record is there with its numbers, of which there may be others than two.
    unsafe {
        let (said, numbers) = (set.cast::<Said32>().read(), (&raw const (*set).numbers).cast());
        believe(numbers, numbers, said.special, said.marked.into())
    }
}

unsafe extern "system" fn named(_: *mut c_void, set: *const Named) -> HRESULT {
    // SAFETY: the record is there.
    unsafe { believe((*set).numbers, (*set).names, (*set).special.cast_signed(), (*set).marked) }
}

unsafe extern "system" fn both(this: *mut c_void, set: *const Both) -> HRESULT {
    // SAFETY: the record is there.
    unsafe { named(this, &raw const (*set).named) }
}

unsafe extern "system" fn give_sorted(this: *mut Believer, out: *mut *mut Sorted) -> HRESULT {
    let chain = Chain::new(size_of::<Sorted>()).expect("memory");
    // SAFETY: the object is alive, the block has room for the record, and the place is there.
    unsafe {
        chain.root().as_ptr().cast::<Sorted>().write((*this).said.into());
        out.write(chain.into_root().as_ptr().cast());
    }
    HRESULT(0)
}

unsafe extern "system" fn give_named(this: *mut Believer, out: *mut *mut Named) -> HRESULT {
    let chain = Chain::new(size_of::<Named>()).expect("memory");
    let numbers = chain.more::<i32>(2).expect("memory").as_ptr();
    // SAFETY: as above; there is room for two numbers.
    unsafe {
        numbers.cast::<[i32; 2]>().write([7; 2]);
        chain.root().as_ptr().cast::<Named>().write(Named::of((*this).said, numbers));
        out.write(chain.into_root().as_ptr().cast());
    }
    HRESULT(0)
}
