//! Duty: calls that give an object that Rust has made what it may keep or replace, and take it away afterwards.

use crate::Caller;
use mapidl::com::VARIANT;
use mapidl::{Bstr, GUID, HRESULT, IUnknown, Interface, Variant};
use std::ffi::c_void;
use std::ptr::{self, NonNull, null_mut};

impl Caller {
    /// Gives an object, or null, in a slot such as `IKeeper::Keep`, and lets go of it.
    pub fn give(&self, slot: usize, object: Option<IUnknown>) -> HRESULT {
        type Give = unsafe extern "system" fn(*mut c_void, *mut c_void) -> HRESULT;
        let raw = object.as_ref().map_or(null_mut(), Interface::as_raw);
        // SAFETY: the slot of such a method; the object lives as long as the call.
        unsafe { self.slot::<Give>(slot)(self.this(), raw) }
    }

    /// `INulls::Take` with two nulls.
    pub fn give_nothing_twice(&self) -> HRESULT {
        type Take = unsafe extern "system" fn(*mut c_void, *mut c_void, *mut c_void) -> HRESULT;
        // SAFETY: slot 6; nulls are what it must look for.
        unsafe { self.slot::<Take>(6)(self.this(), null_mut(), null_mut()) }
    }

    /// `INulls::ByIdentifier` with null for the object, and for the identifier too.
    pub fn give_nothing_of(&self, iid: &GUID) -> [HRESULT; 2] {
        type Take = unsafe extern "system" fn(*mut c_void, *const GUID, *mut c_void) -> HRESULT;
        // SAFETY: slot 8; nulls are what it must look for.
        unsafe {
            let take = self.slot::<Take>(8);
            [take(self.this(), iid, null_mut()), take(self.this(), ptr::null(), null_mut())]
        }
    }

    /// `INulls::ByIdentifier` with an object, and an identifier that need not be one of its own.
    pub fn give_of(&self, iid: &GUID, object: &impl Interface) -> HRESULT {
        type Take = unsafe extern "system" fn(*mut c_void, *const GUID, *mut c_void) -> HRESULT;
        // SAFETY: slot 8; the object is one of IUnknown, whatever the identifier says.
        unsafe { self.slot::<Take>(8)(self.this(), iid, object.as_raw()) }
    }

    /// Asks for an object in a slot such as `INulls::Next`, with a place that leads nowhere: the code, and whether there is
    /// one; and the code when there is no place for it.
    pub fn get(&self, slot: usize) -> (HRESULT, bool, HRESULT) {
        type Get = unsafe extern "system" fn(*mut c_void, *mut *mut c_void) -> HRESULT;
        let mut place = NonNull::dangling().as_ptr();
        // SAFETY: the slot of such a method. It writes an object with a reference, or null.
        unsafe {
            let get = self.slot::<Get>(slot);
            let code = get(self.this(), &mut place);
            let answered = !place.is_null();
            if answered {
                drop(IUnknown::from_raw(place));
            }
            (code, answered, get(self.this(), null_mut()))
        }
    }

    /// `IKeeper::Text`: what is there afterwards, and is ours.
    pub fn replace_text(&self, text: Bstr) -> (HRESULT, Bstr) {
        type Text = unsafe extern "system" fn(*mut c_void, *mut *mut u16) -> HRESULT;
        let mut place = text.into_raw();
        // SAFETY: slot 4; the text is given away, and another one comes back.
        unsafe {
            let code = self.slot::<Text>(4)(self.this(), &mut place);
            (code, Bstr::from_raw(place))
        }
    }

    /// `IKeeper::Value`: what is there afterwards, and is ours.
    pub fn replace_value(&self, mut value: VARIANT) -> (HRESULT, Variant) {
        type Value = unsafe extern "system" fn(*mut c_void, *mut VARIANT) -> HRESULT;
        // SAFETY: slot 5; the value is given away, and another one comes back.
        unsafe {
            let code = self.slot::<Value>(5)(self.this(), &mut value);
            (code, Variant::from_raw(value))
        }
    }
}
