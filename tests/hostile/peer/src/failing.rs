//! Duty: an object of automation whose calls fail, and that leaves its own texts where it tells of failures.

use mapidl::com::{DISPPARAMS, EXCEPINFO, IDispatch, VARIANT};
use mapidl::{Bstr, GUID, HRESULT, Interface};
use std::ffi::c_void;
use std::ptr::NonNull;

/// The code with which a callee gives its texts away.
const DISP_E_EXCEPTION: HRESULT = HRESULT(0x8002_0009_u32.cast_signed());

#[repr(C)]
struct Object {
    slots: &'static Slots,
    references: usize,
    code: HRESULT,
    text: Bstr,
}

type Invoke = unsafe extern "system" fn(
    *mut Object,
    i32,
    *const GUID,
    u32,
    u16,
    *mut DISPPARAMS,
    *mut VARIANT,
    *mut EXCEPINFO,
    *mut u32,
) -> HRESULT;

#[repr(C)]
struct Slots {
    query: unsafe extern "system" fn(*mut Object, *const GUID, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Object) -> u32,
    release: unsafe extern "system" fn(*mut Object) -> u32,
    unused: [usize; 3],
    invoke: Invoke,
}

const SLOTS: &Slots = &Slots { query, add, release, unused: [0; 3], invoke };

/// An object whose every call fails with this code. Its text is given away with `DISP_E_EXCEPTION` only, and stands there
/// with every code.
#[must_use]
pub fn failing(code: HRESULT, text: &str) -> IDispatch {
    let object = Box::new(Object { slots: SLOTS, references: 1, code, text: Bstr::from(text) });
    // SAFETY: the object has the slots that are called, and one reference.
    unsafe { IDispatch::from_raw(Box::into_raw(object).cast()) }
}

unsafe extern "system" fn query(this: *mut Object, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the place is there, and the object alive.
    unsafe {
        add(this);
        out.write(this.cast());
    }
    HRESULT(0)
}

unsafe extern "system" fn add(this: *mut Object) -> u32 {
    // SAFETY: the object is alive, and belongs to one thread.
    unsafe { (*this).references += 1 };
    1
}

unsafe extern "system" fn release(this: *mut Object) -> u32 {
    // SAFETY: as above; it goes with its last reference.
    unsafe {
        (*this).references -= 1;
        if (*this).references == 0 {
            drop(Box::from_raw(this));
        }
    }
    0
}

unsafe extern "system" fn invoke(
    this: *mut Object,
    _: i32,
    _: *const GUID,
    _: u32,
    _: u16,
    _: *mut DISPPARAMS,
    _: *mut VARIANT,
    told: *mut EXCEPINFO,
    _: *mut u32,
) -> HRESULT {
    // SAFETY: the object is alive, and the place is there.
    unsafe {
        let (code, text) = ((*this).code, &(*this).text);
        if code == DISP_E_EXCEPTION {
            (*told).bstrDescription = text.try_clone().map_or(std::ptr::null_mut(), Bstr::into_raw);
        } else {
            let text = text.as_raw();
            ((*told).bstrSource, (*told).bstrDescription, (*told).bstrHelpFile) = (text, text, text);
            (*told).pfnDeferredFillIn = NonNull::dangling().as_ptr();
        }
        code
    }
}
