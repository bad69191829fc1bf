//! Duty: follow what a definition says is never null (`ref`), as C++ does, and pass and give records in which it is.

use crate::parts::{Believer, UNKNOWN, Unknown, believing};
use crate::{Caller, Said};
use mapidl::com::DISPPARAMS;
use mapidl::heap::Chain;
use mapidl::{HRESULT, Interface};
use std::ffi::c_void;
use std::ptr::{null, null_mut};

/// `LEAF`, and `BUD` where it begins.
#[repr(C)]
#[derive(Clone, Copy)]
struct Leaf {
    must: *const i32,
    may: *const i32,
    bare: *const i32,
}

impl Leaf {
    const EMPTY: Self = Self { must: null(), may: null(), bare: null() };
}

/// `LEAVES`
#[repr(C)]
struct Leaves {
    count: u32,
    items: [Leaf; 0],
}

/// `CHOICE`
#[repr(C)]
#[derive(Clone, Copy)]
struct Choice {
    kind: u32,
    union: Member,
}

#[repr(C)]
#[derive(Clone, Copy)]
union Member {
    text: *const u16,
    inner: *const Choice,
    leaf: Leaf,
    any: *const i32,
}

/// `MIXED`
#[repr(C)]
struct Mixed {
    kind: u32,
    union: Couple,
}

/// `COUPLE`, and where it begins the one pointer of `LEAF` that must be there.
#[repr(C)]
#[derive(Clone, Copy)]
struct Couple {
    one: *const i32,
    count: u32,
    all: *const i32,
}

/// `CROWN`
#[repr(C)]
struct Crown {
    count: u32,
    leaves: *const Leaf,
    choice: *const Choice,
    list: *const Leaves,
}

type Take<T> = unsafe extern "system" fn(*mut c_void, *const T) -> HRESULT;
type Many<T> = unsafe extern "system" fn(*mut c_void, u32, *const T) -> HRESULT;

#[repr(C)]
struct Slots {
    unknown: Unknown,
    one: Take<Leaf>,
    all: Many<Leaf>,
    pointers: Many<*const Leaf>,
    listed: Take<Leaves>,
    choose: Take<Choice>,
    crown: Take<Crown>,
    seen: unsafe extern "system" fn(*mut c_void, u32, *const Leaf) -> u32,
    give: unsafe extern "system" fn(*mut Believer, *mut *mut Leaf) -> HRESULT,
    give_all: unsafe extern "system" fn(*mut Believer, *mut u32, *mut *mut Leaf) -> HRESULT,
    replace: unsafe extern "system" fn(*mut Believer, *mut *mut Leaf) -> HRESULT,
    mixed: Take<Mixed>,
    called: Take<DISPPARAMS>,
}

static SLOTS: Slots =
    Slots { unknown: UNKNOWN, one, all, pointers, listed, choose, crown, seen, give, give_all, replace, mixed, called };

/// An object (`I` is `IRefs` or `IRefsByDefault`) that follows what must be there, and gives records without it.
#[must_use]
pub fn follows<I: Interface>() -> I {
    // SAFETY: the slots are those of the interface.
    unsafe { believing((&raw const SLOTS).cast(), Said { count: 0, special: 0, marked: 0 }) }
}

/// Follows what must be there.
///
/// # Safety
/// It is there: that is what is tried here.
unsafe fn follow(leaves: *const Leaf, count: u32) {
    for at in 0..count as usize {
        // SAFETY: as promised.
        unsafe { (*leaves.add(at)).must.read_volatile() };
    }
}

unsafe extern "system" fn one(_: *mut c_void, leaf: *const Leaf) -> HRESULT {
    // SAFETY: as above, and below.
    unsafe { (*leaf).must.read_volatile() };
    HRESULT(0)
}

unsafe extern "system" fn all(_: *mut c_void, count: u32, leaves: *const Leaf) -> HRESULT {
    // SAFETY: as above.
    unsafe { follow(leaves, count) };
    HRESULT(0)
}

unsafe extern "system" fn pointers(_: *mut c_void, count: u32, leaves: *const *const Leaf) -> HRESULT {
    for at in 0..count as usize {
        // SAFETY: as above.
        unsafe { follow(*leaves.add(at), 1) };
    }
    HRESULT(0)
}

unsafe extern "system" fn listed(_: *mut c_void, leaves: *const Leaves) -> HRESULT {
    // SAFETY: as above.
    unsafe { follow((&raw const (*leaves).items).cast(), (*leaves).count) };
    HRESULT(0)
}

unsafe extern "system" fn choose(_: *mut c_void, mut choice: *const Choice) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        while !choice.is_null() && (*choice).kind == 2 {
            choice = (*choice).union.inner;
        }
        match choice.as_ref() {
            Some(Choice { kind: 1, union }) => drop(union.text.read_volatile()),
            Some(Choice { kind: 4, union }) => drop(union.leaf.must.read_volatile()),
            Some(Choice { kind: 3, .. }) | None => {}
            Some(Choice { union, .. }) => drop(union.any.cast::<u8>().read_volatile()),
        }
    }
    HRESULT(0)
}

unsafe extern "system" fn crown(this: *mut c_void, crown: *const Crown) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        follow((*crown).leaves, (*crown).count);
        follow((&raw const (*(*crown).list).items).cast(), (*(*crown).list).count);
        choose(this, (*crown).choice)
    }
}

unsafe extern "system" fn seen(_: *mut c_void, count: u32, leaves: *const Leaf) -> u32 {
    // SAFETY: as above.
    unsafe { follow(leaves, count) };
    count
}

/// A block with a record in which all is missing.
fn block() -> *mut Leaf {
    let chain = Chain::new(size_of::<Leaf>()).expect("memory");
    let leaf = chain.into_root().as_ptr().cast::<Leaf>();
    // SAFETY: there is room for the record.
    unsafe { leaf.write(Leaf::EMPTY) };
    leaf
}

unsafe extern "system" fn give(_: *mut Believer, out: *mut *mut Leaf) -> HRESULT {
    // SAFETY: the place is there.
    unsafe { out.write(block()) };
    HRESULT(0)
}

unsafe extern "system" fn give_all(_: *mut Believer, count: *mut u32, out: *mut *mut Leaf) -> HRESULT {
    // SAFETY: the places are there.
    unsafe {
        count.write(1);
        out.write(block());
    }
    HRESULT(0)
}

unsafe extern "system" fn replace(_: *mut Believer, leaf: *mut *mut Leaf) -> HRESULT {
    // SAFETY: the place is there, with null or with a record; it is left as it is.
    unsafe { follow(*leaf, u32::from(!(*leaf).is_null())) };
    HRESULT(0)
}

unsafe extern "system" fn mixed(_: *mut c_void, mixed: *const Mixed) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        let Mixed { kind, union: Couple { one, count, all } } = mixed.read();
        if kind != 1 {
            one.read_volatile();
        }
        if kind == 2 && count > 0 {
            all.read_volatile();
        }
    }
    HRESULT(0)
}

unsafe extern "system" fn called(_: *mut c_void, params: *const DISPPARAMS) -> HRESULT {
    // SAFETY: as above; by reference, an array, or a record.
    unsafe {
        for at in 0..(*params).cArgs as usize {
            let value = (*params).rgvarg.add(at);
            if (*value).vt & 0x6000 != 0 || (*value).vt == 36 {
                (*value).u.byref.cast::<u8>().read_volatile();
            }
        }
    }
    HRESULT(0)
}

impl Caller {
    /// `IRefs::One` or `IRefsByDefault::One`, without what must be there.
    pub fn one_leaf(&self) -> HRESULT {
        // SAFETY: slot 3; a null is what is tried here.
        unsafe { self.slot::<Take<Leaf>>(3)(self.this(), &Leaf::EMPTY) }
    }

    /// `IRefs::All`, `Pointers` and `Listed` with one record each, without what must be there.
    pub fn many_leaves(&self) -> [HRESULT; 3] {
        #[repr(C)]
        struct One(u32, Leaf);
        let leaf = Leaf::EMPTY;
        // SAFETY: slots 4, 5 and 6; as above.
        unsafe {
            [
                self.slot::<Many<Leaf>>(4)(self.this(), 1, &leaf),
                self.slot::<Many<*const Leaf>>(5)(self.this(), 1, &(&raw const leaf)),
                self.slot::<Take<One>>(6)(self.this(), &One(1, leaf)),
            ]
        }
    }

    /// `IRefs::Choose`, without what must be there, or with something that has something else inside, without it.
    pub fn choose(&self, kind: u32) -> [HRESULT; 2] {
        let choice = Choice { kind, union: Member { leaf: Leaf::EMPTY } };
        let mut outer = Choice { kind: 2, union: Member { leaf: Leaf::EMPTY } };
        outer.union.inner = &choice;
        // SAFETY: slot 7; as above.
        unsafe {
            let choose = self.slot::<Take<Choice>>(7);
            [choose(self.this(), &choice), choose(self.this(), &outer)]
        }
    }

    /// `IRefs::Mixed`: without either pointer, without the array, without anything in it, then with all.
    pub fn mixed(&self, kind: u32) -> [HRESULT; 4] {
        let (number, none) = (7, null());
        let number = &raw const number;
        let couples = [(none, 0, number), (number, 1, none), (number, 0, none), (number, 1, number)];
        // SAFETY: slot 13; as above. A leaf is no larger than a couple.
        couples.map(|(one, count, all)| unsafe {
            self.slot::<Take<Mixed>>(13)(self.this(), &Mixed { kind, union: Couple { one, count, all } })
        })
    }

    /// `IRefs::Crown` with as many leaves as are said, but for those that are missing.
    pub fn crown(&self, count: u32) -> HRESULT {
        let list = Leaves { count: 0, items: [] };
        // SAFETY: slot 8; as above.
        unsafe {
            self.slot::<Take<Crown>>(8)(
                self.this(),
                &Crown { count, leaves: null(), choice: null(), list: &raw const list },
            )
        }
    }

    /// `IRefs::Give`, `GiveAll` and `Replace`: what comes after a success is followed and freed.
    pub fn take_leaves(&self) -> [HRESULT; 3] {
        type Give = unsafe extern "system" fn(*mut c_void, *mut *mut Leaf) -> HRESULT;
        type GiveAll = unsafe extern "system" fn(*mut c_void, *mut u32, *mut *mut Leaf) -> HRESULT;
        let (mut one, mut count, mut all, mut other) = (null_mut(), 0, null_mut(), block());
        let heap = mapidl::heap::Heap::current();
        // SAFETY: slots 10, 11 and 12, with their places; what comes out is ours.
        unsafe {
            let codes = [
                self.slot::<Give>(10)(self.this(), &mut one),
                self.slot::<GiveAll>(11)(self.this(), &mut count, &mut all),
                self.slot::<Give>(12)(self.this(), &mut other),
            ];
            follow(one, u32::from(!one.is_null()));
            follow(all, count);
            follow(other, u32::from(!other.is_null()));
            [one, all, other].into_iter().for_each(|block| heap.free(block.cast()));
            codes
        }
    }
}
