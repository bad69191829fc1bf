//! Duty: follow elements of arrays that are never null, as a definition says, as C++ does, and pass and give arrays in which
//! they are.

use crate::parts::{Believer, UNKNOWN, Unknown, believing};
use crate::{Caller, Said};
use mapidl::heap::Chain;
use mapidl::{HRESULT, Interface};
use std::ffi::c_void;
use std::ptr::{null, null_mut};

/// `SHEAF`
#[repr(C)]
struct Sheaf {
    texts: u32,
    text: *const *const u16,
    leaves: u32,
    leaf: *const *const *const i32,
    objects: u32,
    object: *const *const *const c_void,
    one: *const *const *const i32,
}

/// `TITLES`, with so many.
#[repr(C)]
struct Titles<const N: usize> {
    count: u32,
    items: [*const u8; N],
}

/// `ROOMS`, with so many.
#[repr(C)]
struct Rooms<const N: usize> {
    count: u32,
    items: [Room; N],
}

/// `ROOM`
#[repr(C)]
#[derive(Clone, Copy)]
struct Room {
    place: *const i32,
    count: u32,
    own: *const i32,
}

/// `WORDS`
#[repr(C)]
struct Words {
    count: u32,
    words: *const *const u16,
    others: u32,
    other: *const *const u16,
}

type Many<T> = unsafe extern "system" fn(*mut c_void, u32, *const *const T) -> HRESULT;
type Take<T> = unsafe extern "system" fn(*mut c_void, *const T) -> HRESULT;
type GiveAll = unsafe extern "system" fn(*mut Believer, *mut u32, *mut *mut *const u16) -> HRESULT;

#[repr(C)]
struct Slots {
    unknown: Unknown,
    texts: Many<u16>,
    objects: Many<*const c_void>,
    titles: Take<Titles<0>>,
    sheaf: Take<Sheaf>,
    seen: unsafe extern "system" fn(*mut c_void, u32, *const *const u16) -> u32,
    give_all: GiveAll,
    edit: Take<Rooms<0>>,
    wood: Take<c_void>,
}

static SLOTS: Slots = Slots { unknown: UNKNOWN, texts, objects, titles, sheaf, seen, give_all, edit, wood };

#[repr(C)]
struct ByDefault {
    unknown: Unknown,
    texts: Many<u16>,
    objects: Many<*const c_void>,
    words: Take<Words>,
}

static BY_DEFAULT: ByDefault = ByDefault { unknown: UNKNOWN, texts, objects: perhaps, words };

const NOTHING: Said = Said { count: 0, special: 0, marked: 0 };

/// An `IRefElements` that follows elements, and gives an array in which one is missing.
#[must_use]
pub fn follows_elements<I: Interface>() -> I {
    // SAFETY: the slots are those of the interface.
    unsafe { believing((&raw const SLOTS).cast(), NOTHING) }
}

/// An `IElementsByDefault` that follows elements.
#[must_use]
pub fn follows_elements_by_default<I: Interface>() -> I {
    // SAFETY: the slots are those of the interface.
    unsafe { believing((&raw const BY_DEFAULT).cast(), NOTHING) }
}

/// Reads the first part of what each of so many pointers leads to.
///
/// # Safety
/// It is there: that is what is tried here.
unsafe fn follow<T>(items: *const *const T, count: u32) {
    for at in 0..count as usize {
        // SAFETY: as promised.
        unsafe { items.add(at).read_unaligned().cast::<u8>().read_volatile() };
    }
}

unsafe extern "system" fn texts(_: *mut c_void, count: u32, texts: *const *const u16) -> HRESULT {
    // SAFETY: as above, and below.
    unsafe { follow(texts, count) };
    HRESULT(0)
}

unsafe extern "system" fn objects(_: *mut c_void, count: u32, objects: *const *const *const c_void) -> HRESULT {
    // SAFETY: as above.
    unsafe { follow(objects, count) };
    HRESULT(0)
}

unsafe extern "system" fn perhaps(_: *mut c_void, count: u32, objects: *const *const *const c_void) -> HRESULT {
    for at in 0..count as usize {
        // SAFETY: null is one of the values.
        unsafe { objects.add(at).read().as_ref() };
    }
    HRESULT(0)
}

unsafe extern "system" fn titles(_: *mut c_void, titles: *const Titles<0>) -> HRESULT {
    // SAFETY: as above.
    unsafe { follow((&raw const (*titles).items).cast::<*const u8>(), (*titles).count) };
    HRESULT(0)
}

unsafe extern "system" fn sheaf(_: *mut c_void, sheaf: *const Sheaf) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        follow((*sheaf).text, (*sheaf).texts);
        follow((*sheaf).leaf, (*sheaf).leaves);
        follow((*sheaf).object, (*sheaf).objects);
        follow((*sheaf).one, u32::from(!(*sheaf).one.is_null()));
        for at in 0..(*sheaf).leaves as usize {
            follow(*(*sheaf).leaf.add(at), 1);
        }
    }
    HRESULT(0)
}

unsafe extern "system" fn seen(_: *mut c_void, count: u32, texts: *const *const u16) -> u32 {
    // SAFETY: as above.
    unsafe { follow(texts, count) };
    count
}

unsafe extern "system" fn give_all(_: *mut Believer, count: *mut u32, out: *mut *mut *const u16) -> HRESULT {
    let chain = Chain::new(size_of::<*const u16>()).expect("memory");
    let texts = chain.into_root().as_ptr().cast::<*const u16>();
    // SAFETY: there is room for one, and the places are there.
    unsafe {
        texts.write(null());
        count.write(1);
        out.write(texts);
    }
    HRESULT(0)
}

unsafe extern "system" fn edit(_: *mut c_void, rooms: *const Rooms<0>) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        let items = (&raw const (*rooms).items).cast::<Room>();
        for at in 0..(*rooms).count as usize {
            (*items.add(at)).place.read_volatile();
        }
    }
    HRESULT(0)
}

unsafe extern "system" fn wood(_: *mut c_void, _: *const c_void) -> HRESULT {
    HRESULT(0)
}

unsafe extern "system" fn words(_: *mut c_void, words: *const Words) -> HRESULT {
    // SAFETY: as above; of the others null is a value.
    unsafe {
        follow((*words).words, (*words).count);
        for at in 0..(*words).others as usize {
            (*(*words).other.add(at)).as_ref();
        }
    }
    HRESULT(0)
}

const TEXT: *const u16 = [0x41, 0].as_ptr();
const NUMBER: *const i32 = &raw const SEVEN;
static SEVEN: i32 = 7;

impl Caller {
    /// `IRefElements::Texts`, `Objects` and `Titles`: the second of two is missing.
    pub fn missing_elements(&self) -> [HRESULT; 3] {
        let titles = Titles { count: 2, items: [c"title".as_ptr().cast(), null()] };
        // SAFETY: slots 3, 4 and 5; a null is what is tried here.
        unsafe {
            [
                self.slot::<Many<u16>>(3)(self.this(), 2, [TEXT, null()].as_ptr()),
                self.slot::<Many<*const c_void>>(4)(self.this(), 2, [self.this().cast_const().cast(), null()].as_ptr()),
                self.slot::<Take<Titles<2>>>(5)(self.this(), &titles),
            ]
        }
    }

    /// `IRefElements::Sheaf` with each of its arrays in turn, in which the second element is missing, then with a leaf that
    /// lacks its number, then with nothing where one pointer points to another, then with all that there must be.
    pub fn sheaves(&self) -> [HRESULT; 6] {
        let (full, empty) = ([NUMBER, null(), null()], [null::<i32>(); 3]);
        let (texts, objects) = ([TEXT, null()], [self.this().cast_const().cast(), null()]);
        let (leaves, bare) = ([full.as_ptr(), null()], [full.as_ptr(), empty.as_ptr()]);
        let none = Sheaf { texts: 0, text: null(), leaves: 0, leaf: null(), objects: 0, object: null(), one: null() };
        let sheaves = [
            Sheaf { texts: 2, text: texts.as_ptr(), ..none },
            Sheaf { leaves: 2, leaf: leaves.as_ptr(), ..none },
            Sheaf { objects: 2, object: objects.as_ptr(), ..none },
            Sheaf { leaves: 2, leaf: bare.as_ptr(), ..none },
            Sheaf { one: &leaves[1], ..none },
            Sheaf {
                texts: 1,
                text: texts.as_ptr(),
                leaves: 1,
                leaf: leaves.as_ptr(),
                objects: 1,
                object: objects.as_ptr(),
                one: &leaves[0],
            },
        ];
        // SAFETY: slot 6; as above.
        sheaves.map(|sheaf| unsafe { self.slot::<Take<Sheaf>>(6)(self.this(), &sheaf) })
    }

    /// `IRefElements::GiveAll`: what comes after a success is followed and freed.
    pub fn take_texts(&self) -> HRESULT {
        let (mut count, mut texts) = (0, null_mut());
        // SAFETY: slot 8, with its places; what comes out is ours.
        unsafe {
            let code = self.slot::<GiveAll>(8)(self.this().cast(), &mut count, &mut texts);
            follow(texts, count);
            mapidl::heap::Heap::current().free(texts.cast());
            code
        }
    }

    /// `IRefElements::Edit`: the first of two has a place.
    pub fn edit(&self) -> HRESULT {
        let room = Room { place: NUMBER, count: 0, own: null() };
        let rooms = Rooms { count: 2, items: [room, Room { place: null(), ..room }] };
        // SAFETY: slot 9; as above.
        unsafe { self.slot::<Take<Rooms<2>>>(9)(self.this(), &rooms) }
    }

    /// `IElementsByDefault::Texts`, `Objects` and `Words`, without an element.
    pub fn missing_by_default(&self) -> [HRESULT; 3] {
        let texts = [TEXT, null()];
        let words = Words { count: 2, words: texts.as_ptr(), others: 0, other: null() };
        // SAFETY: slots 3, 4 and 5; as above.
        unsafe {
            [
                self.slot::<Many<u16>>(3)(self.this(), 2, texts.as_ptr()),
                self.slot::<Many<*const c_void>>(4)(self.this(), 1, [null()].as_ptr()),
                self.slot::<Take<Words>>(5)(self.this(), &words),
            ]
        }
    }
}
