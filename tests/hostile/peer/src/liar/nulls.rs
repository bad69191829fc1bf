//! Duty: the slots of `INulls`: nothing where an object was asked for, whatever the code.

use super::{Answer, Liar, child, query};
use mapidl::{GUID, HRESULT};
use std::ffi::c_void;

#[repr(C)]
#[derive(Clone, Copy)]
pub(super) struct Nulls {
    next: unsafe extern "system" fn(*mut Liar, *mut *mut c_void) -> HRESULT,
    find: unsafe extern "system" fn(*mut Liar, *mut *mut c_void) -> HRESULT,
    typed: Answer,
    take: unsafe extern "system" fn(*mut Liar, *mut c_void, *mut c_void) -> HRESULT,
    need: unsafe extern "system" fn(*mut Liar, *mut c_void) -> HRESULT,
    by_identifier: unsafe extern "system" fn(*mut Liar, *const GUID, *mut c_void) -> HRESULT,
}

pub(super) const SLOTS: Nulls = Nulls { next: child, find: child, typed: query, take, need, by_identifier };

unsafe extern "system" fn take(this: *mut Liar, _: *mut c_void, _: *mut c_void) -> HRESULT {
    // SAFETY: the object is alive.
    unsafe { (*this).lie.code() }
}

unsafe extern "system" fn need(this: *mut Liar, _: *mut c_void) -> HRESULT {
    // SAFETY: the object is alive.
    unsafe { (*this).lie.code() }
}

unsafe extern "system" fn by_identifier(this: *mut Liar, _: *const GUID, _: *mut c_void) -> HRESULT {
    // SAFETY: the object is alive.
    unsafe { (*this).lie.code() }
}
