//! Duty: read characters up to the zero in which they end, as C++ does where their name says that there is one.

use crate::parts::{UNKNOWN, Unknown, believing};
use crate::{Caller, Said};
use mapidl::{HRESULT, Interface};
use std::ffi::c_void;

#[repr(C)]
struct Slots {
    unknown: Unknown,
    given: Lent<u16>,
    name: Lent<u16>,
    changed: Lent<u8>,
    typed: Lent<u8>,
    part: Lent<u8>,
    both: unsafe extern "system" fn(*mut c_void, *mut u16, *mut u16) -> HRESULT,
    perhaps: unsafe extern "system" fn(*mut c_void, u32, *mut u16) -> HRESULT,
}

type Lent<T> = unsafe extern "system" fn(*mut c_void, *mut T) -> HRESULT;

static SLOTS: Slots = Slots { unknown: UNKNOWN, given: read, name, changed: read, typed: read, part, both, perhaps };

/// An object (`I` is `IEnds`) whose success is how many characters it has read.
#[must_use]
pub fn reads_on<I: Interface>() -> I {
    // SAFETY: the slots are those of the interface.
    unsafe { believing((&raw const SLOTS).cast(), Said { count: 0, special: 0, marked: 0 }) }
}

unsafe extern "system" fn read<T: Copy + Default + PartialEq>(_: *mut c_void, text: *mut T) -> HRESULT {
    let mut len = 0;
    // SAFETY: whoever lends a text has seen to its end; that is what is tried here.
    while unsafe { *text.add(len) } != T::default() {
        len += 1;
    }
    HRESULT(i32::try_from(len).unwrap_or(i32::MAX))
}

unsafe extern "system" fn name(_: *mut c_void, name: *mut u16) -> HRESULT {
    // SAFETY: there is room for eight.
    unsafe { name.cast::<[u16; 8]>().write_unaligned([u16::from(b'x'); 8]) };
    HRESULT(0)
}

unsafe extern "system" fn part(_: *mut c_void, part: *mut u8) -> HRESULT {
    // SAFETY: there are eight.
    HRESULT(i32::from(unsafe { part.add(7).read() }))
}

unsafe extern "system" fn both(this: *mut c_void, one: *mut u16, other: *mut u16) -> HRESULT {
    // SAFETY: as above.
    unsafe {
        let _ = name(this, one);
        read(this, other)
    }
}

unsafe extern "system" fn perhaps(this: *mut c_void, _: u32, text: *mut u16) -> HRESULT {
    // SAFETY: as above.
    if text.is_null() { HRESULT(0) } else { unsafe { read(this, text) } }
}

impl Caller {
    /// `IEnds::Both` or, with one text alone, `Perhaps`: what each text is afterwards, read up to its end.
    pub fn read_texts(&self, other: [u16; 8]) -> [(HRESULT, Vec<u16>); 3] {
        type Both = unsafe extern "system" fn(*mut c_void, *mut u16, *mut u16) -> HRESULT;
        type Perhaps = unsafe extern "system" fn(*mut c_void, u32, *mut u16) -> HRESULT;
        let [mut one, mut two, mut three] = [[7; 8], other, other].map(|text: [u16; 8]| Box::new(text));
        // SAFETY: slots 8 and 9, with room for eight characters each.
        let codes = unsafe {
            let code = self.slot::<Both>(8)(self.this(), one.as_mut_ptr(), two.as_mut_ptr());
            [code, code, self.slot::<Perhaps>(9)(self.this(), 8, three.as_mut_ptr())]
        };
        let mut texts = [one, two, three].into_iter();
        codes.map(|code| {
            let text = texts.next().expect("as many");
            let end = text.iter().position(|unit| *unit == 0).expect("an end, or C++ reads on");
            (code, text[..end].to_vec())
        })
    }
}
