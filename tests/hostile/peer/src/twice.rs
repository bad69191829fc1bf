//! Duty: calls that lend one object's memory for two parameters, wholly or in part.

use crate::Caller;
use crate::data::variant;
use mapidl::com::VARIANT;
use mapidl::record::Pointee;
use mapidl::{Bstr, HRESULT, MapiBox, MapiVec, SafeArray};
use std::ffi::c_void;
use std::ptr;

/// A slot with two pointers to memory of that type.
pub(crate) type Two<A, B> = unsafe extern "system" fn(*mut c_void, *mut A, *mut B) -> HRESULT;

/// A slot with a count before the first or the second of two pointers.
type Counted<A, B> = unsafe extern "system" fn(*mut c_void, u32, *mut A, *mut B) -> HRESULT;

/// `NUMBERS`
#[repr(C)]
struct Numbers {
    count: u32,
    numbers: *mut i32,
}

impl Caller {
    /// `ITwice::Rooms`, with `n` bytes at each of these places of one memory; its bytes afterwards.
    pub fn rooms(&self, n: u32, a: usize, b: usize) -> (HRESULT, [u8; 8]) {
        let mut memory = *b"abcdefgh";
        assert!(a.max(b) + n as usize <= 8);
        let start = memory.as_mut_ptr();
        // SAFETY: slot 3; both rooms are within the memory.
        let code = unsafe { self.slot::<Counted<u8, u8>>(3)(self.this(), n, start.add(a), start.add(b)) };
        (code, memory)
    }

    /// `ITwice::Pointers` with one number for both, or with two; the second one afterwards.
    pub fn pointers(&self, one: bool) -> (HRESULT, i32) {
        let mut numbers = [1, 1];
        let start = numbers.as_mut_ptr();
        // SAFETY: slot 4; both are there.
        unsafe {
            let second = if one { start } else { start.add(1) };
            let code = self.slot::<Two<i32, i32>>(4)(self.this(), start, second);
            (code, second.read())
        }
    }

    /// `ITwice::Text`: a text of three units with its end, and four units that begin at one of this memory.
    pub fn text_in_room(&self, at: usize) -> (HRESULT, [u16; 8]) {
        type Text = unsafe extern "system" fn(*mut c_void, *const u16, u32, *mut u16) -> HRESULT;
        let mut memory = [1, 2, 3, 0, 5, 6, 7, 8];
        assert!(at <= 4);
        let start = memory.as_mut_ptr();
        // SAFETY: slot 5; the text ends, and the room is within the memory.
        let code = unsafe { self.slot::<Text>(5)(self.this(), start, 4, start.add(at)) };
        (code, memory)
    }

    /// `ITwice::Strings` with one string for both.
    pub fn one_string(&self, mut text: Bstr) -> (HRESULT, Bstr) {
        let place = (&raw mut text).cast::<*mut u16>();
        // SAFETY: slot 6; a string of ours, which may be replaced.
        let code = unsafe { self.slot::<Two<*mut u16, *mut u16>>(6)(self.this(), place, place) };
        (code, text)
    }

    /// `ITwice::Replaced` with one place for both; what it holds afterwards.
    pub fn one_place<P: Pointee>(&self, record: Option<MapiBox<P>>) -> (HRESULT, Option<MapiBox<P>>) {
        let mut raw = record.map_or(ptr::null_mut(), MapiBox::into_raw);
        let place = &raw mut raw;
        // SAFETY: slot 7; a record of the heap, given away, or null; what is left there is ours.
        unsafe {
            let code = self.slot::<Two<*mut P, *mut P>>(7)(self.this(), place, place);
            (code, MapiBox::from_raw(raw))
        }
    }

    /// `ITwice::Out` with one number for all three; what it is afterwards.
    pub fn one_answer(&self) -> (HRESULT, i32) {
        type Out = unsafe extern "system" fn(*mut c_void, *const i32, *mut i32, *mut i32) -> HRESULT;
        let mut number = 7;
        let place = &raw mut number;
        // SAFETY: slot 8; the number is there.
        (unsafe { self.slot::<Out>(8)(self.this(), place, place, place) }, number)
    }

    /// `ITwice::Objects`: two numbers in the places of objects; whether they are there afterwards.
    pub fn numbers_in_places(&self) -> (HRESULT, bool) {
        type Objects = unsafe extern "system" fn(*mut c_void, u32, *const i32, u32, *mut *mut c_void) -> HRESULT;
        let mut places = [ptr::without_provenance_mut::<c_void>(7); 2];
        let start = places.as_mut_ptr();
        // SAFETY: slot 9; each place has room for a number, and is one.
        let code = unsafe { self.slot::<Objects>(9)(self.this(), 2, start.cast(), 2, start) };
        (code, places.iter().all(|place| place.addr() == 7))
    }

    /// `ITwice::Guarded` with one place, which holds nothing, for both; how long the array is that it holds afterwards.
    pub fn one_array(&self) -> (HRESULT, usize) {
        let mut array = SafeArray::new();
        let place = (&raw mut array).cast::<*mut c_void>();
        // SAFETY: slot 11; an array of ours, in whose place another one may be put.
        let code = unsafe { self.slot::<Two<*mut c_void, *mut c_void>>(11)(self.this(), place, place) };
        (code, array.len())
    }

    /// `ITwice::Left` with one place, which holds that record, for both; what it holds afterwards.
    pub fn one_left<P: Pointee>(&self, record: Option<MapiBox<P>>) -> (HRESULT, Option<MapiBox<P>>) {
        let mut raw = record.map_or(ptr::null_mut(), MapiBox::into_raw);
        let place = &raw mut raw;
        // SAFETY: slot 12; a record of the heap, given away, or null; what is left there is ours.
        unsafe {
            let code = self.slot::<Two<*mut P, *mut P>>(12)(self.this(), place, place);
            (code, MapiBox::from_raw(raw))
        }
    }

    /// `ITwice::Listed` without a list, whose place is the room.
    pub fn list_in_room(&self) -> HRESULT {
        type Listed = unsafe extern "system" fn(*mut c_void, *mut *mut c_void, u32, *mut u8, *mut *mut i32) -> HRESULT;
        let (mut list, mut numbers) = (ptr::null_mut(), ptr::null_mut());
        let (place, room) = (&raw mut list, size_of_val(&list).try_into().expect("a few bytes"));
        // SAFETY: slot 13; there is a pointer, whose bytes are the room. The numbers that come out are ours, if any.
        unsafe {
            let code = self.slot::<Listed>(13)(self.this(), place, room, place.cast(), &mut numbers);
            drop(MapiVec::from_raw(numbers, 0));
            code
        }
    }

    /// `ITwice::Place` with a list of 7 and 8, whose place is the room that comes before it.
    pub fn room_of_a_place(&self) -> HRESULT {
        let mut list = [2, 7, 8];
        let mut start = list.as_mut_ptr();
        let (place, room) = (&raw mut start, size_of_val(&start).try_into().expect("a few bytes"));
        // SAFETY: slot 16; there is a pointer to a list, and its bytes are the room.
        unsafe { self.slot::<Counted<u8, *mut i32>>(16)(self.this(), room, place.cast(), place) }
    }

    /// `ITwice::Half`: a text in a variant, and an answer to the first half of the text's address; the answer.
    pub fn half_an_address(&self, text: Bstr) -> (HRESULT, u16) {
        let address = text.into_raw();
        let mut value = variant(8, address.cast());
        let place = (&raw mut value.u).cast::<u16>();
        // SAFETY: slot 14; the variant is valid when the call begins, and nobody uses it when it has returned.
        unsafe {
            let code = self.slot::<Two<VARIANT, u16>>(14)(self.this(), &raw mut value, place);
            drop(Bstr::from_raw(address));
            (code, place.read())
        }
    }

    /// `ITwice::Pointed`: two numbers, and an answer to the first half of their address; the answer.
    pub fn half_of_a_record(&self) -> (HRESULT, u16) {
        let mut numbers = [3, 4];
        let mut record = Numbers { count: 2, numbers: numbers.as_mut_ptr() };
        let place = (&raw mut record.numbers).cast::<u16>();
        // SAFETY: slot 15; the record is valid when the call begins.
        unsafe {
            let code = self.slot::<Two<Numbers, u16>>(15)(self.this(), &raw mut record, place);
            (code, place.read())
        }
    }

    /// `ITwice::Out` with places that hold something: they afterwards.
    pub fn answers(&self, number: Option<i32>) -> (HRESULT, [i32; 2]) {
        type Out = unsafe extern "system" fn(*mut c_void, *const i32, *mut i32, *mut i32) -> HRESULT;
        let (mut one, mut other) = (5, 6);
        let number = number.as_ref().map_or(ptr::null(), ptr::from_ref);
        // SAFETY: slot 8; the number is there or not, and the places are.
        (unsafe { self.slot::<Out>(8)(self.this(), number, &mut one, &mut other) }, [one, other])
    }

    /// `ITwice::Read` with the same numbers for both.
    pub fn read_twice(&self) -> HRESULT {
        let mut numbers = [3, 4];
        let start = numbers.as_mut_ptr();
        // SAFETY: slot 10; they are there.
        unsafe { self.slot::<Counted<i32, i32>>(10)(self.this(), 2, start, start) }
    }
}
