//! Duty: the slots of `IKeeper`: what is kept longer than the call, freed in it, or given away without being told.

use super::{Liar, Lie, add};
use crate::data::variant;
use mapidl::com::VARIANT;
use mapidl::{Bstr, HRESULT, IUnknown, Interface, TaskString, TaskVec, Variant, u16cstr};
use std::ffi::c_void;
use std::ptr::null_mut;

#[repr(C)]
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    keep: unsafe extern "system" fn(*mut Liar, *mut c_void) -> HRESULT,
    text: unsafe extern "system" fn(*mut Liar, *mut *mut u16) -> HRESULT,
    value: unsafe extern "system" fn(*mut Liar, *mut VARIANT) -> HRESULT,
    made: unsafe extern "system" fn(*mut Liar, *mut u32, *mut *mut i32, *mut *mut u16) -> HRESULT,
}

pub(super) const SLOTS: Keeper = Keeper { keep, text, value, made };

/// Keeps the object as long as it lives itself, also when it fails.
unsafe extern "system" fn keep(this: *mut Liar, object: *mut c_void) -> HRESULT {
    // SAFETY: the object is alive, and what it is given is null or another one.
    unsafe {
        (*this).kept.set(IUnknown::from_raw_borrowed(&object).cloned());
        (*this).lie.code()
    }
}

/// Frees the text, also when it fails, and gives another one or none.
unsafe extern "system" fn text(this: *mut Liar, place: *mut *mut u16) -> HRESULT {
    // SAFETY: the object is alive, and the place holds a text that is given away, or null.
    unsafe {
        let lie = (*this).lie;
        drop(Bstr::from_raw(place.read()));
        place.write(match lie {
            Lie::NothingAtAll | Lie::GarbageWithFailure => null_mut(),
            Lie::StrangeSuccess | Lie::NoType => Bstr::from_wide(&[0, 0xd800, 0]).into_raw(),
            Lie::TooMany => Bstr::from_bytes(b"odd").into_raw(),
        });
        lie.code()
    }
}

/// Frees the value, also when it fails, and gives itself, a reference to its own memory, or what has no type.
unsafe extern "system" fn value(this: *mut Liar, place: *mut VARIANT) -> HRESULT {
    // SAFETY: the object is alive, and the place holds a value that is given away.
    unsafe {
        let lie = (*this).lie;
        drop(Variant::from_raw(place.read()));
        let (vt, pointer): (u16, *mut c_void) = match lie {
            Lie::NothingAtAll | Lie::GarbageWithFailure => (0, null_mut()),
            Lie::StrangeSuccess => {
                add(this);
                (13, this.cast())
            }
            Lie::TooMany => (0x4003, (&raw mut (*this).number).cast()),
            Lie::NoType => (0x7fff, null_mut()),
        };
        place.write(variant(vt, pointer));
        lie.code()
    }
}

/// Gives half of what it should, says that less is there than it gives, or gives what leads nowhere, and fails.
unsafe extern "system" fn made(
    this: *mut Liar,
    count: *mut u32,
    numbers: *mut *mut i32,
    text: *mut *mut u16,
) -> HRESULT {
    let made = || TaskVec::new(&[7; 3]).expect("memory").into_raw().0;
    let named = || TaskString::new(u16cstr!("made")).expect("memory").into_raw();
    // SAFETY: the object is alive, and the places are there.
    unsafe {
        let lie = (*this).lie;
        let (n, p, t) = match lie {
            Lie::NothingAtAll | Lie::GarbageWithFailure => (lie.count(), lie.pointer(), lie.pointer()),
            Lie::StrangeSuccess => (1, made(), named()),
            Lie::TooMany => (3, made(), null_mut()),
            Lie::NoType => (0, made(), named()),
        };
        count.write(n);
        numbers.write(p);
        text.write(t);
        lie.code()
    }
}
