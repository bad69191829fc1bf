//! Duty: read C memory as C does, field by field, for comparison. Nothing of the code under test is used but the
//! records' declarations.

use mapidl::{GUID, U16CString};
use std::ffi::CString;

/// Reads `count` values from `start` on; null is none.
///
/// # Safety
/// `start` is null or valid for `count` values.
pub(crate) unsafe fn each<T: Copy, M>(start: *const T, count: u32, mut read: impl FnMut(*const T) -> M) -> Vec<M> {
    let count = if start.is_null() { 0 } else { count as usize };
    // SAFETY: within the array.
    (0..count).map(|i| read(unsafe { start.add(i) })).collect()
}

/// # Safety
/// As for [`each`].
pub(crate) unsafe fn values<T: Copy>(start: *const T, count: u32) -> Vec<T> {
    // SAFETY: as promised.
    unsafe { each(start, count, |at| at.read_unaligned()) }
}

/// # Safety
/// `text` is null or ends in a zero.
pub(crate) unsafe fn narrow(text: *const u8) -> Option<CString> {
    // SAFETY: the string is followed up to its zero.
    let units = unsafe { up_to_zero(text) }?;
    Some(CString::new(units).expect("no zero before the end"))
}

/// # Safety
/// `text` is null or ends in a zero.
pub(crate) unsafe fn wide(text: *const u16) -> Option<U16CString> {
    // SAFETY: the string is followed up to its zero.
    let units = unsafe { up_to_zero(text) }?;
    Some(U16CString::from_vec(units).expect("no zero before the end"))
}

unsafe fn up_to_zero<U: Copy + Default + PartialEq>(text: *const U) -> Option<Vec<U>> {
    let unit = |i| {
        // SAFETY: not behind the zero, as the caller promises.
        let unit = unsafe { text.add(i).read_unaligned() };
        (unit != U::default()).then_some(unit)
    };
    (!text.is_null()).then(|| (0..).map_while(unit).collect())
}

/// # Safety
/// `guid` is null or valid.
pub(crate) unsafe fn guid(guid: *const GUID) -> Option<u128> {
    // SAFETY: as promised.
    (!guid.is_null()).then(|| unsafe { guid.read_unaligned() }.to_u128())
}
