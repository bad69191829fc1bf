//! Duty: data that means harm.

use mapi::{NEWMAIL_NOTIFICATION, NewMailNotification, PropValue, SPropValue, SRestriction};
use mapidl::com::{VARIANT, VARIANT_u, VARIANT_u_brecVal};
use mapidl::heap::Chain;
use mapidl::{MapiVec, U16CStr, u16cstr};
use std::ffi::{CStr, c_void};
use std::mem::MaybeUninit;
use std::ptr::{self, null_mut};

/// What a table of rules answers: one value of PT_SRESTRICTION, whose restriction lies in the same allocation.
#[must_use]
pub fn rule_row() -> MapiVec<SPropValue> {
    // SAFETY: both structs are zeroed and then written where they lie, and the restriction lives as long as the value.
    unsafe {
        let chain = Chain::new(size_of::<SPropValue>()).expect("memory");
        let condition = chain.more::<SRestriction>(1).expect("memory");
        condition.as_ptr().cast::<u8>().write_bytes(0, size_of::<SRestriction>());
        condition.as_ptr().cast::<u32>().write(8); // RES_EXIST
        let value = chain.root().cast::<SPropValue>().as_ptr();
        value.cast::<u8>().write_bytes(0, size_of::<SPropValue>());
        (*value).ulPropTag = 0x6679_00fd; // PR_RULE_CONDITION
        (*value).Value.lpv = condition.as_ptr().cast();
        MapiVec::from_raw(chain.into_root().cast().as_ptr(), 1)
    }
}

/// What a receiver of rules does: follows the conditions of those that have one, and gives their kinds.
#[must_use]
pub fn consume(props: &[PropValue<'_>]) -> Vec<u32> {
    let raw = props.as_ptr().cast::<SPropValue>();
    // SAFETY: a view has the bytes of its record; a value of that type points to a restriction or to nothing.
    let follow = |place| unsafe {
        let value = &*raw.add(place);
        (value.ulPropTag & 0xffff == 0xfd && !value.Value.lpv.is_null()).then(|| value.Value.lpv.cast::<u32>().read())
    };
    (0..props.len()).filter_map(follow).collect()
}

/// A variant of that type with a pointer. The other pointer, which that of a record has, is null.
pub(crate) fn variant(vt: u16, pointer: *mut c_void) -> VARIANT {
    let u = VARIANT_u { brecVal: VARIANT_u_brecVal { pvRecord: pointer, pRecInfo: null_mut() } };
    VARIANT { vt, wReserved1: 0xffff, wReserved2: 0xffff, wReserved3: 0xffff, u }
}

/// Shows variants whose types and pointers mean harm, each with what it is.
pub fn variants(mut show: impl FnMut(&str, VARIANT)) {
    const BYREF: u16 = 0x4000;
    for vt in [0x0008, 0x0009, 0x000d, 0x2003, 0x200c, BYREF | 3, BYREF | 8, BYREF | 9, BYREF | 12, BYREF | 0x2003] {
        show("null", variant(vt, null_mut()));
    }
    for vt in [0x000f, 0x0024, 0x0fff, 0x1003, 0x2000, 0x7fff, 0xffff, 0x8003, BYREF, BYREF | 1] {
        show("of no type", variant(vt, null_mut()));
    }
    let mut inner = variant(3, null_mut());
    let mut middle = variant(BYREF | 12, (&raw mut inner).cast());
    show("a reference to a reference", variant(BYREF | 12, (&raw mut middle).cast()));
    let mut circle = variant(BYREF | 12, null_mut());
    let place = &raw mut circle;
    // SAFETY: the variant is ours, and refers to itself from here on.
    unsafe { (*place).u.byref = place.cast() };
    show("a reference to itself", variant(BYREF | 12, place.cast()));
    let mut text = [u16::from(b'x'); 3];
    show("a reference to a number", variant(BYREF | 2, text.as_mut_ptr().cast()));
    show("a reference out of line", variant(BYREF | 3, text.as_mut_ptr().cast::<u8>().wrapping_add(1).cast()));
}

/// What C reads as the class of a message: the flag says how wide its characters are.
#[must_use]
pub fn class_of(mail: &NewMailNotification<'_>) -> Option<String> {
    // SAFETY: a view has the bytes of its record; its text is null, or ends with a zero of the width that the flag says.
    unsafe {
        let raw = &*ptr::from_ref(mail).cast::<NEWMAIL_NOTIFICATION>();
        let text = raw.lpszMessageClass;
        if text.is_null() {
            None
        } else if raw.ulFlags & 0x8000_0000 == 0 {
            Some(CStr::from_ptr(text.cast()).to_string_lossy().into_owned())
        } else {
            Some(U16CStr::from_ptr_str(text.cast()).to_string_lossy())
        }
    }
}

/// Shows a notification whose flags say how wide its text is, and more.
pub fn new_mail(flags: u32, wide: bool, show: impl FnOnce(&NewMailNotification<'_>)) {
    let mut record = MaybeUninit::<NEWMAIL_NOTIFICATION>::zeroed();
    let text: *const c_void = if wide { u16cstr!("class").as_ptr().cast() } else { c"class".as_ptr().cast() };
    // SAFETY: numbers and pointers may be zero; the text has the width that the flags say, and a view has the bytes of its
    // record.
    unsafe {
        let raw = record.assume_init_mut();
        raw.ulFlags = flags;
        raw.lpszMessageClass = text.cast_mut().cast();
        show(&*ptr::from_ref(raw).cast());
    }
}
