//! Duty: calls that lend memory which something else of the same call owns, and may free.

use crate::Caller;
use crate::data::variant;
use crate::twice::Two;
use mapidl::com::{SAFEARRAY, VARIANT};
use mapidl::record::Pointee;
use mapidl::{Bstr, HRESULT, MapiBox, SafeArray};
use std::ffi::c_void;
use std::mem::forget;
use std::ptr;

/// A slot with something by value before a pointer.
type Then<A, B> = unsafe extern "system" fn(*mut c_void, A, *mut B) -> HRESULT;

impl Caller {
    /// `IOwners::Texts` with one text for both, or with two; what is replaced afterwards.
    pub fn texts_of_one(&self, one: bool) -> (HRESULT, String) {
        let text = Bstr::from("text");
        let mut other = if one { text.as_raw() } else { Bstr::from("text").into_raw() };
        // SAFETY: slot 3; both are ours, and that in the place is given away.
        unsafe {
            let code = self.slot::<Then<*mut u16, *mut u16>>(3)(self.this(), text.as_raw(), &mut other);
            let other = Bstr::from_raw(other);
            let left = other.to_string_lossy();
            if one {
                forget(text);
            }
            (code, left)
        }
    }

    /// `IOwners::Room` with two bytes that begin at one of a text, or behind it; the text afterwards.
    pub fn room_in_text(&self, at: usize) -> (HRESULT, String) {
        type Room = unsafe extern "system" fn(*mut c_void, *mut u16, u32, *mut u8) -> HRESULT;
        let (text, mut beside) = (Bstr::from("text"), [0; 2]);
        assert!(at <= 8);
        let room = if at < 8 { text.as_raw().cast::<u8>().wrapping_add(at) } else { beside.as_mut_ptr() };
        // SAFETY: slot 4; the room is within the text and its end, or beside it.
        let code = unsafe { self.slot::<Room>(4)(self.this(), text.as_raw(), 2, room) };
        (code, text.to_string_lossy())
    }

    /// `IOwners::Values` with one value for both, of which both own the pointer.
    pub fn values_of_one(&self, vt: u16, pointer: *mut c_void) -> HRESULT {
        let mut other = variant(vt, pointer);
        // SAFETY: slot 5; the value is ours, and a call that is refused leaves it.
        unsafe { self.slot::<Then<VARIANT, VARIANT>>(5)(self.this(), variant(vt, pointer), &mut other) }
    }

    /// `IOwners::Elements` with the first of these texts in the place of one that is replaced.
    pub fn an_element(&self, texts: &SafeArray) -> HRESULT {
        let array: *mut SAFEARRAY = texts.as_raw();
        // SAFETY: slot 6; the array holds texts. A call that is refused leaves them.
        unsafe {
            let mut text = (*array).pvData.cast::<*mut u16>().read();
            self.slot::<Then<*mut SAFEARRAY, *mut u16>>(6)(self.this(), array, &mut text)
        }
    }

    /// `IOwners::Records` with one record for both; what is left.
    pub fn one_record<P: Pointee>(&self, record: MapiBox<P>) -> (HRESULT, Option<MapiBox<P>>) {
        let mut raw = record.into_raw();
        // SAFETY: slot 7; a record of the heap, given away; what is left there is ours.
        unsafe {
            let code = self.slot::<Two<P, *mut P>>(7)(self.this(), raw, &mut raw);
            (code, MapiBox::from_raw(raw))
        }
    }

    /// `IOwners::Referred` with a number that a variant refers to (directly, or as part of another variant), or another one.
    pub fn a_referred_number(&self, one: bool, nested: bool) -> HRESULT {
        let mut numbers = [3, 3];
        let start = numbers.as_mut_ptr();
        let mut inner = variant(0x4003, start.cast());
        let value = if nested { variant(0x400c, (&raw mut inner).cast()) } else { inner };
        // SAFETY: slot 8; both numbers are there.
        unsafe {
            let place = if one { start } else { start.add(1) };
            self.slot::<Then<VARIANT, i32>>(8)(self.this(), value, place)
        }
    }

    /// `IOwners::Placed`: an answer to a text that is replaced, or beside it; what is left of the text.
    pub fn answer_in_text(&self, within: bool) -> (HRESULT, String) {
        let mut beside = 0;
        let mut text = Bstr::from("text").into_raw();
        let place = if within { text.cast() } else { &raw mut beside };
        // SAFETY: slot 9; a text of ours, given away, and a place that is there when the call begins.
        unsafe {
            let code = self.slot::<Two<*mut u16, i32>>(9)(self.this(), ptr::from_mut(&mut text), place);
            (code, Bstr::from_raw(text).to_string_lossy())
        }
    }
}
