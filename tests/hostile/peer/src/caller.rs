//! Duty: calls through the slots of an object that Rust has made.

use mapidl::com::{SAFEARRAY, VARIANT};
use mapidl::{GUID, HRESULT, IUnknown, Interface, u16cstr};
use std::ffi::c_void;
use std::ptr::{self, null_mut};

/// What lies beside the place of an answer.
const GUARD: *mut c_void = ptr::without_provenance_mut(0x5a5a_5a5a);

/// What an object answered to an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The code.
    pub code: HRESULT,
    /// Whether there was an object; its reference is given back.
    pub answered: bool,
    /// Whether more than one pointer was written.
    pub overrun: bool,
}

/// A caller of somebody's object.
#[derive(Clone, Debug)]
pub struct Caller(IUnknown);

impl Caller {
    /// Holds the object; `object` tells with its type which slots there are.
    pub fn of(object: &impl Interface) -> Self {
        let raw = object.as_raw();
        // SAFETY: every interface is one of IUnknown; the reference is borrowed and cloned.
        Self(unsafe { IUnknown::from_raw_borrowed(&raw) }.expect("not null").clone())
    }

    /// Where the object is.
    #[must_use]
    pub fn address(&self) -> usize {
        self.this().addr()
    }

    pub(crate) fn this(&self) -> *mut c_void {
        self.0.as_raw()
    }

    /// The function in a slot.
    pub(crate) unsafe fn slot<F: Copy>(&self, slot: usize) -> F {
        const { assert!(size_of::<F>() == size_of::<usize>()) };
        // SAFETY: the caller knows the slots of the interface.
        unsafe { (*self.this().cast::<*const F>()).add(slot).read() }
    }

    /// Asks a function that takes an identifier and the place of an answer.
    fn ask(&self, call: impl FnOnce(*const GUID, *mut *mut c_void) -> HRESULT, iid: &GUID) -> Asked {
        let mut place = [null_mut(), GUARD, GUARD];
        let code = call(iid, place.as_mut_ptr());
        let (answered, overrun) = (!place[0].is_null(), place[1..] != [GUARD; 2]);
        if code.is_ok() && answered && !overrun {
            // SAFETY: the answer is an interface pointer with a reference for us.
            drop(unsafe { IUnknown::from_raw(place[0]) });
        }
        Asked { code, answered, overrun }
    }

    /// `IUnknown::QueryInterface`
    #[must_use]
    pub fn query(&self, iid: &GUID) -> Asked {
        type Query = unsafe extern "system" fn(*mut c_void, *const GUID, *mut *mut c_void) -> HRESULT;
        // SAFETY: slot 0 of every interface.
        self.ask(|iid, out| unsafe { self.slot::<Query>(0)(self.this(), iid, out) }, iid)
    }

    /// A slot with an identifier and the place of an answer, such as `IGiver::Open`.
    #[must_use]
    pub fn open(&self, slot: usize, iid: &GUID) -> Asked {
        type Open = unsafe extern "system" fn(*mut c_void, *const GUID, *mut *mut c_void) -> HRESULT;
        // SAFETY: the slot of such a method.
        self.ask(|iid, out| unsafe { self.slot::<Open>(slot)(self.this(), iid, out) }, iid)
    }

    /// `IClassFactory::CreateInstance`
    #[must_use]
    pub fn create(&self, iid: &GUID) -> Asked {
        self.create_in(0, iid)
    }

    /// `IClassFactory::CreateInstance` of a part of another object, of which the address may lead nowhere.
    #[must_use]
    pub fn create_in(&self, outer: usize, iid: &GUID) -> Asked {
        type Create = unsafe extern "system" fn(*mut c_void, *mut c_void, *const GUID, *mut *mut c_void) -> HRESULT;
        let outer = ptr::without_provenance_mut(outer);
        // SAFETY: slot 3 of a class factory, which has no call to follow what it cannot become part of.
        self.ask(|iid, out| unsafe { self.slot::<Create>(3)(self.this(), outer, iid, out) }, iid)
    }

    /// Says that `data` has `count` elements, in a slot such as `ICounted::Signed`.
    pub fn put<C: Copy, T>(&self, slot: usize, count: C, data: Option<&[T]>) -> HRESULT {
        let data = data.map_or(ptr::null(), <[T]>::as_ptr);
        // SAFETY: the slot of a method with a count of that type and an array, which it only reads.
        unsafe {
            self.slot::<unsafe extern "system" fn(*mut c_void, C, *const T) -> HRESULT>(slot)(self.this(), count, data)
        }
    }

    /// `ICounted::Filled` with room for `room` bytes; the code and how many were said to be there.
    pub fn fill(&self, room: Option<&mut [u8]>, count: u32) -> (HRESULT, u32) {
        type Fill = unsafe extern "system" fn(*mut c_void, u32, *mut u8, *mut u32) -> HRESULT;
        let mut got = 0x5a5a;
        let room = room.map_or(null_mut(), <[u8]>::as_mut_ptr);
        // SAFETY: slot 6; there is as much room as is said, or none.
        (unsafe { self.slot::<Fill>(6)(self.this(), count, room, &mut got) }, got)
    }

    /// `IValues::Take`
    pub fn take(&self, value: VARIANT) -> HRESULT {
        // SAFETY: slot 3; the variant stays ours, and what it refers to is there until the call returns.
        unsafe { self.slot::<unsafe extern "system" fn(*mut c_void, VARIANT) -> HRESULT>(3)(self.this(), value) }
    }

    /// `IValues::Change`
    pub fn change(&self, array: &mut *mut SAFEARRAY) -> HRESULT {
        type Change = unsafe extern "system" fn(*mut c_void, *mut *mut SAFEARRAY) -> HRESULT;
        // SAFETY: slot 4; the array is replaced by another one of ours, or stays.
        unsafe { self.slot::<Change>(4)(self.this(), array) }
    }

    /// A slot as that of [`open`](Self::open), with nulls in the place of the identifier, the answer or both.
    pub fn open_nothing(&self, slot: usize) -> [HRESULT; 2] {
        type Open = unsafe extern "system" fn(*mut c_void, *const GUID, *mut *mut c_void) -> HRESULT;
        let mut place = null_mut();
        // SAFETY: the slot of such a method; a null is what it must look for.
        unsafe {
            let open = self.slot::<Open>(slot);
            [open(self.this(), ptr::null(), &mut place), open(self.this(), &IUnknown::IID, null_mut())]
        }
    }

    /// `IWidths::Texts`: "one" and "other", each as wide as a bit of the number says, and no longer.
    pub fn texts(&self, widths: u32) -> HRESULT {
        type Texts = unsafe extern "system" fn(*mut c_void, u32, *const u16, *const u16) -> HRESULT;
        let (one, other) = (u16cstr!("one").as_ptr(), u16cstr!("other").as_ptr());
        let first = if widths & 1 == 0 { c"one".as_ptr().cast() } else { one };
        let second = if widths & 0x8000_0000 == 0 { c"other".as_ptr().cast() } else { other };
        // SAFETY: slot 3; both texts end, in the width that the number says.
        unsafe { self.slot::<Texts>(3)(self.this(), widths, first, second) }
    }
}
