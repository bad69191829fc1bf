//! Duty: variables that a caller passes by reference, and assigns while the call lasts, as scripts do in their events;
//! arrays and strings whose parts do not go together.

use crate::data::variant;
use mapidl::com::{SAFEARRAYBOUND, VARIANT};
use mapidl::heap::Heap;
use mapidl::{Bstr, GUID, HRESULT, IUnknown, Interface, SafeArray, Variant};
use std::ffi::c_void;
use std::mem::ManuallyDrop;
use std::ptr::null_mut;

const BYREF: u16 = 0x4000;

/// Variables of each kind, with the slots of `IGiver`, of which `Go` assigns all of them.
#[repr(C)]
struct Variables {
    slots: *const Slots,
    references: usize,
    text: Bstr,
    numbers: SafeArray,
    values: SafeArray,
    object: Option<IUnknown>,
    any: Variant,
}

#[repr(C)]
struct Slots {
    query: unsafe extern "system" fn(*mut Variables, *const GUID, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Variables) -> u32,
    release: unsafe extern "system" fn(*mut Variables) -> u32,
    unused: [usize; 3],
    go: unsafe extern "system" fn(*mut Variables, u32) -> HRESULT,
}

static SLOTS: Slots = Slots { query, add, release, unused: [0; 3], go };

impl Variables {
    fn new(text: &str, object: Option<IUnknown>) -> *mut Self {
        Box::into_raw(Box::new(Self {
            slots: &raw const SLOTS,
            references: 1,
            text: text.into(),
            numbers: SafeArray::from_vec(vec![1, 2, 3]).expect("memory"),
            values: SafeArray::from_vec(vec![Variant::from(text), Variant::new()]).expect("memory"),
            object,
            any: text.into(),
        }))
    }
}

/// Shows variants that refer to variables, each with an object whose `Go` assigns these.
pub fn assigned<I: Interface>(mut show: impl FnMut(&str, VARIANT, I)) {
    for kind in [8, 0x2003, 0x200c, 13, 12] {
        // SAFETY: each object has the slots of `IGiver` and a reference for whoever gets it; the variables are there as long
        // as it is.
        unsafe {
            let this = Variables::new("text", Some(IUnknown::from_raw(Variables::new("other", None).cast())));
            let place: *mut c_void = match kind {
                8 => (&raw mut (*this).text).cast(),
                0x2003 => (&raw mut (*this).numbers).cast(),
                0x200c => (&raw mut (*this).values).cast(),
                13 => (&raw mut (*this).object).cast(),
                _ => (&raw mut (*this).any).cast(),
            };
            let object = I::from_raw(this.cast());
            show(&format!("a reference to {kind:#x}"), variant(BYREF | kind, place), object.clone());
        }
    }
}

unsafe extern "system" fn query(this: *mut Variables, iid: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the object is alive, the identifier and the place are there.
    unsafe {
        let known = *iid == IUnknown::IID;
        out.write(if known { this.cast() } else { null_mut() });
        if known {
            add(this);
        }
        HRESULT(if known { 0 } else { 0x8000_4002_u32.cast_signed() })
    }
}

unsafe extern "system" fn add(this: *mut Variables) -> u32 {
    // SAFETY: the object is alive, and belongs to one thread.
    unsafe {
        (*this).references += 1;
        (*this).references as u32
    }
}

unsafe extern "system" fn release(this: *mut Variables) -> u32 {
    // SAFETY: as above; it goes with its last reference.
    unsafe {
        (*this).references -= 1;
        let left = (*this).references as u32;
        if left == 0 {
            drop(Box::from_raw(this));
        }
        left
    }
}

unsafe extern "system" fn go(this: *mut Variables, _: u32) -> HRESULT {
    // SAFETY: the object is alive; what its variables held before was its own.
    unsafe {
        (*this).text = "another, longer text".into();
        (*this).numbers = SafeArray::new();
        (*this).values = SafeArray::new();
        (*this).object = None;
        (*this).any = Variant::from(7);
    }
    HRESULT(0)
}

/// Sets a feature of an array, or takes it back.
pub fn mark(array: &SafeArray, feature: u16) {
    // SAFETY: callers have an array with a descriptor, at which nobody else looks meanwhile.
    unsafe { (*array.as_raw()).fFeatures ^= feature };
}

/// Exchanges the number of the elements' type that stands before the descriptor of an array. Gives the old one.
pub fn store_type(array: &SafeArray, number: u32) -> u32 {
    // SAFETY: callers have an array with a descriptor, before which the number stands and at which nobody else looks.
    unsafe { array.as_raw().cast::<u32>().sub(1).replace(number) }
}

/// Gives arrays of strings, variants or objects whose descriptors contradict themselves, as calls hand them over.
pub fn broken_arrays(mut show: impl FnMut(&str, SafeArray)) {
    fn broken<T: mapidl::automation::Element>(what: u32) -> SafeArray {
        let raw =
            SafeArray::with_bounds::<T>(&[SAFEARRAYBOUND { cElements: 3, lLbound: 0 }]).expect("memory").into_raw();
        // SAFETY: the array is ours, and so is its block of zeros.
        unsafe {
            match what {
                0 => {
                    Heap::IN_PROCESS.free((*raw).pvData);
                    (*raw).pvData = null_mut();
                }
                1 => (*raw).cbElements = 1,
                2 => (*raw).cDims = 0,
                3 => (*raw).fFeatures |= 0xf20,
                4 => (*raw).rgsabound[0].cElements = u32::MAX / 2 + 1,
                _ => (*raw).cbElements = u32::MAX,
            }
            // There is no room for so many, and only 32 bits can tell.
            if what == 4 && size_of::<usize>() > 4 {
                (*raw).rgsabound[0].cElements = 3;
            }
            SafeArray::from_raw(raw)
        }
    }
    for (what, name) in ["no memory", "small", "flat", "all at once", "huge", "large"].iter().enumerate() {
        let what = what as u32;
        show(name, broken::<Bstr>(what));
        show(name, broken::<Variant>(what));
        show(name, broken::<Option<IUnknown>>(what));
    }
}

/// Lends strings that no slice can be made of.
pub fn odd_texts(mut show: impl FnMut(&Bstr)) {
    let mut block = [0_u32; 8];
    let start = block.as_mut_ptr();
    // SAFETY: there is a count before each text. The first has as many bytes as memory has, in 32 bits; nothing reads
    // so many where a slice can be longer.
    unsafe {
        let text = start.cast::<u8>().add(5);
        text.sub(4).cast::<u32>().write_unaligned(4);
        show(&ManuallyDrop::new(Bstr::from_raw(text.cast())));
        if size_of::<usize>() == 4 {
            start.write(0xffff_fffe);
            show(&ManuallyDrop::new(Bstr::from_raw(start.add(1).cast())));
        }
    }
}

/// Shows a reference to an array of two references to an array of two …
pub fn shared_arrays(levels: usize, show: impl FnOnce(&Variant)) {
    let mut arrays = vec![Box::new(SafeArray::from_vec(vec![1]).expect("memory"))];
    let refer = |kind, array: &SafeArray| {
        // SAFETY: the arrays outlive all that refers to them.
        unsafe { Variant::from_raw(variant(BYREF | 0x2000 | kind, std::ptr::from_ref(array).cast_mut().cast())) }
    };
    for level in 0..levels {
        let (kind, last) = (if level == 0 { 3 } else { 12 }, &arrays[level]);
        let two = vec![refer(kind, last), refer(kind, last)];
        arrays.push(Box::new(SafeArray::from_vec(two).expect("memory")));
    }
    show(&refer(12, &arrays[levels]));
}
