//! Duty: data that means harm.

use mapi::{PropValue, SPropValue, SRestriction};
use mapidl::MapiVec;
use mapidl::com::{VARIANT, VARIANT_u};
use mapidl::heap::Chain;
use std::ffi::c_void;
use std::ptr::null_mut;

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

fn variant(vt: u16, pointer: *mut c_void) -> VARIANT {
    VARIANT { vt, wReserved1: 0xffff, wReserved2: 0xffff, wReserved3: 0xffff, u: VARIANT_u { byref: pointer } }
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
