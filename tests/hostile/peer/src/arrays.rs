//! Duty: an object that follows what it is given as what it is said to be, and gives arrays of something else.

use crate::caller::Caller;
use mapidl::com::{SAFEARRAY, VARIANT};
use mapidl::{HRESULT, Interface, SafeArray};
use std::ffi::c_void;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How often an object of [`reader`] was called.
static CALLS: AtomicUsize = AtomicUsize::new(0);

#[repr(C)]
struct Reader {
    slots: &'static Slots,
    references: AtomicUsize,
    code: HRESULT,
}

type Lent = unsafe extern "system" fn(*mut Reader, *mut SAFEARRAY) -> HRESULT;
type Placed = unsafe extern "system" fn(*mut Reader, *mut *mut SAFEARRAY) -> HRESULT;

#[repr(C)]
struct Slots {
    query: unsafe extern "system" fn(*mut Reader, *const c_void, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Reader) -> u32,
    release: unsafe extern "system" fn(*mut Reader) -> u32,
    texts: Lent,
    values: Placed,
    objects: Placed,
    change: Placed,
    any: Lent,
}

const SLOTS: &Slots = &Slots { query, add, release, texts, values, objects, change, any };

/// An `IArrays` that answers with this code.
pub fn reader<I: Interface>(code: HRESULT) -> I {
    let object = Reader { slots: SLOTS, references: AtomicUsize::new(1), code };
    // SAFETY: the object has the slots of the interface, and one reference.
    unsafe { I::from_raw(Box::into_raw(Box::new(object)).cast()) }
}

/// How often one was called on since this was asked last.
pub fn calls() -> usize {
    CALLS.swap(0, Ordering::Relaxed)
}

/// An array of numbers, which are no addresses.
///
/// # Panics
/// Without memory.
#[must_use]
pub fn numbers() -> SafeArray {
    SafeArray::from_vec(vec![0x1001_u64; 4]).expect("memory")
}

unsafe extern "system" fn query(_: *mut Reader, _: *const c_void, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the place is there.
    unsafe { out.write(null_mut()) };
    HRESULT(0x8000_4002_u32.cast_signed())
}

unsafe extern "system" fn add(this: *mut Reader) -> u32 {
    // SAFETY: the object is alive.
    unsafe { (*this).references.fetch_add(1, Ordering::Relaxed) };
    1
}

unsafe extern "system" fn release(this: *mut Reader) -> u32 {
    // SAFETY: the object is alive, and goes with its last reference.
    unsafe {
        if (*this).references.fetch_sub(1, Ordering::AcqRel) == 1 {
            drop(Box::from_raw(this));
        }
    }
    0
}

/// Reads what is behind each element, as the definition has it.
unsafe fn follow<T: Copy>(array: *mut SAFEARRAY, text: impl Fn(T) -> *const u16) {
    CALLS.fetch_add(1, Ordering::Relaxed);
    // SAFETY: null, or an array with elements of that type, as the definition says.
    unsafe {
        let Some(array) = array.as_ref() else { return };
        let len = array.rgsabound[0].cElements as usize;
        for i in 0..len {
            let text = text(array.pvData.cast::<T>().add(i).read());
            if !text.is_null() {
                let bytes = text.cast::<u32>().sub(1).read_unaligned();
                assert!(bytes < 100);
            }
        }
    }
}

unsafe extern "system" fn texts(this: *mut Reader, array: *mut SAFEARRAY) -> HRESULT {
    // SAFETY: the object is alive, and the array one of strings.
    unsafe {
        follow::<*const u16>(array, |text| text);
        (*this).code
    }
}

unsafe extern "system" fn values(this: *mut Reader, array: *mut *mut SAFEARRAY) -> HRESULT {
    // SAFETY: the object is alive, and the array one of variants, which are empty or strings.
    unsafe {
        follow::<VARIANT>(*array, |value| {
            let bytes = (&raw const value).cast::<u8>();
            let kind = bytes.cast::<u16>().read();
            assert!(kind == 0 || kind == 8);
            if kind == 8 { bytes.add(8).cast::<*const u16>().read() } else { std::ptr::null() }
        });
        (*this).code
    }
}

unsafe extern "system" fn objects(this: *mut Reader, array: *mut *mut SAFEARRAY) -> HRESULT {
    CALLS.fetch_add(1, Ordering::Relaxed);
    // SAFETY: the object is alive, and the place is there.
    unsafe {
        if (*this).code.is_ok() {
            array.write(numbers().into_raw());
        }
        (*this).code
    }
}

unsafe extern "system" fn change(this: *mut Reader, array: *mut *mut SAFEARRAY) -> HRESULT {
    // SAFETY: the object is alive, and the array one of strings, which is replaced.
    unsafe {
        follow::<*const u16>(*array, |text| text);
        drop(SafeArray::from_raw(array.read()));
        array.write(numbers().into_raw());
        (*this).code
    }
}

unsafe extern "system" fn any(this: *mut Reader, _: *mut SAFEARRAY) -> HRESULT {
    // SAFETY: the object is alive.
    unsafe { (*this).code }
}

impl Caller {
    /// Lends an array by value, in a slot such as `IArrays::Texts`.
    pub fn lend_array(&self, slot: usize, array: &SafeArray) -> HRESULT {
        type Lend = unsafe extern "system" fn(*mut c_void, *mut SAFEARRAY) -> HRESULT;
        // SAFETY: the slot of such a method; the array stays ours.
        unsafe { self.slot::<Lend>(slot)(self.this(), array.as_raw()) }
    }

    /// Passes the place of an array, in a slot such as `IArrays::Change`; what stands there afterwards is ours.
    pub fn place_array(&self, slot: usize, array: &mut SafeArray) -> HRESULT {
        type Place = unsafe extern "system" fn(*mut c_void, *mut *mut SAFEARRAY) -> HRESULT;
        let mut raw = std::mem::take(array).into_raw();
        // SAFETY: the slot of such a method; the array is ours before and after.
        unsafe {
            let code = self.slot::<Place>(slot)(self.this(), &mut raw);
            *array = SafeArray::from_raw(raw);
            code
        }
    }
}
