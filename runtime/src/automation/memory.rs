//! Duty: the memory of automation's strings and arrays.
//! Input: sizes and bounds. Output: blocks laid out as oleaut32 lays them out: from oleaut32 on Windows, elsewhere from
//! the heap that is built in, whose [`Scope`](crate::heap::Scope) counts them.

use crate::com::{SAFEARRAY, SAFEARRAYBOUND};

/// The array's element type stands 4 bytes before it.
pub(super) const HAVE_VARTYPE: u16 = 0x80;
/// The array's elements are strings.
pub(super) const BSTR: u16 = 0x100;
/// The array's elements are interfaces.
pub(super) const UNKNOWN: u16 = 0x200;
/// The array's elements are interfaces that can be called by name.
pub(super) const DISPATCH: u16 = 0x400;
/// The array's elements are variants.
pub(super) const VARIANT: u16 = 0x800;
/// An array whose elements or descriptor were not allocated, or not apart: AUTO, STATIC, EMBEDDED.
pub(super) const NOT_OURS: u16 = 0x7;
/// An array that keeps its size: a variable of a fixed number of elements.
pub(super) const FIXED_SIZE: u16 = 0x10;
/// What stands before an array's descriptor: its type, or the identifier of its interface.
pub(super) const PREFIX: usize = 16;
/// The array's elements are records.
pub(super) const RECORD: u16 = 0x20;

/// A descriptor by value, with room for one bound. What is not aligned is none.
///
/// # Safety
/// `array` is null, not aligned, or valid.
pub(super) unsafe fn header(array: *const SAFEARRAY) -> Option<SAFEARRAY> {
    // SAFETY: valid, as promised.
    (!array.is_null() && array.is_aligned()).then(|| unsafe { array.read() })
}

/// The descriptor of an array that can be freed. As oleaut32 does, one that is locked, or was not allocated as a whole, is
/// left alone.
///
/// # Safety
/// As for [`header`].
pub(super) unsafe fn freeable(array: *const SAFEARRAY) -> Option<SAFEARRAY> {
    // SAFETY: as promised.
    unsafe { header(array) }.filter(|found| found.cLocks == 0 && found.fFeatures & NOT_OURS == 0)
}

#[cfg(windows)]
pub(super) use system::{clear_variant, create_array, destroy_array, free_string, new_string};

#[cfg(not(windows))]
pub(super) use in_process::{create_array, destroy_array, free_string, new_string};

#[cfg(windows)]
mod system {
    use super::{SAFEARRAY, SAFEARRAYBOUND};
    use crate::HRESULT;
    use crate::com::VARIANT;

    crate::__windows_core::link!("oleaut32.dll" "system" fn SysAllocStringByteLen(text: *const u8, len: u32) -> *mut u16);
    crate::__windows_core::link!("oleaut32.dll" "system" fn SysFreeString(text: *mut u16));
    crate::__windows_core::link!("oleaut32.dll" "system" fn SafeArrayCreate(vt: u16, dims: u32, bounds: *const SAFEARRAYBOUND) -> *mut SAFEARRAY);
    crate::__windows_core::link!("oleaut32.dll" "system" fn SafeArrayDestroy(array: *mut SAFEARRAY) -> HRESULT);
    crate::__windows_core::link!("oleaut32.dll" "system" fn VariantClear(value: *mut VARIANT) -> HRESULT);

    /// Room for `len` bytes, with zeros behind them; null when there is no memory.
    pub(in super::super) fn new_string(len: usize) -> *mut u16 {
        let Ok(len) = u32::try_from(len) else { return std::ptr::null_mut() };
        // SAFETY: without a text to copy it only makes room.
        unsafe { SysAllocStringByteLen(std::ptr::null(), len) }
    }

    /// # Safety
    /// `text` is null, or a string of this allocator that nobody uses any more.
    pub(in super::super) unsafe fn free_string(text: *mut u16) {
        // SAFETY: as promised.
        unsafe { SysFreeString(text) }
    }

    /// An array with zeros for elements; null when the type cannot be in one, or when there is no memory.
    pub(in super::super) fn create_array(vt: u16, _: usize, _: u16, bounds: &[SAFEARRAYBOUND]) -> *mut SAFEARRAY {
        let Ok(dims) = u32::try_from(bounds.len()) else { return std::ptr::null_mut() };
        // SAFETY: there are as many bounds as dimensions.
        unsafe { SafeArrayCreate(vt, dims, bounds.as_ptr()) }
    }

    /// Frees an array and what its elements own, of which oleaut32 itself knows what it is.
    ///
    /// # Safety
    /// `array` is null, or an array that nobody uses any more.
    pub(in super::super) unsafe fn destroy_array(array: *mut SAFEARRAY, _: unsafe fn(*mut SAFEARRAY)) {
        // SAFETY: as promised. One that is still locked stays, which only leaks.
        let _ = unsafe { SafeArrayDestroy(array) };
    }

    /// # Safety
    /// The variant is valid, and nobody uses what it holds.
    pub(in super::super) unsafe fn clear_variant(value: *mut VARIANT) {
        // SAFETY: as promised.
        let _ = unsafe { VariantClear(value) };
    }
}

#[cfg(not(windows))]
mod in_process {
    use super::{PREFIX, SAFEARRAY, SAFEARRAYBOUND};
    use crate::heap::Heap;
    use std::ptr;

    /// Room for `len` bytes, with zeros behind them; null when there is no memory.
    pub(in super::super) fn new_string(len: usize) -> *mut u16 {
        let Ok(count) = u32::try_from(len) else { return ptr::null_mut() };
        let Some(size) = len.checked_add(PREFIX + size_of::<u16>()) else { return ptr::null_mut() };
        let Ok(block) = Heap::IN_PROCESS.allocate(size) else { return ptr::null_mut() };
        // SAFETY: the block has room for the prefix, the text and the zeros.
        unsafe {
            let text = block.as_ptr().cast::<u8>().add(PREFIX);
            text.sub(size_of::<u32>()).cast::<u32>().write(count);
            text.add(len).write_bytes(0, size_of::<u16>());
            text.cast()
        }
    }

    /// # Safety
    /// `text` is null, or a string of this allocator that nobody uses any more.
    pub(in super::super) unsafe fn free_string(text: *mut u16) {
        if !text.is_null() {
            // SAFETY: as promised; the block begins before the text.
            unsafe { Heap::IN_PROCESS.free(text.cast::<u8>().sub(PREFIX).cast()) }
        }
    }

    /// An array with zeros for elements of `size` bytes; null when there is no memory.
    pub(in super::super) fn create_array(vt: u16, size: usize, kind: u16, bounds: &[SAFEARRAYBOUND]) -> *mut SAFEARRAY {
        let counts = bounds.iter().try_fold(size, |all, bound| all.checked_mul(usize::try_from(bound.cElements).ok()?));
        let (Some(bytes), Ok(dims), false) = (counts, u16::try_from(bounds.len()), bounds.is_empty()) else {
            return ptr::null_mut();
        };
        let Ok(data) = Heap::IN_PROCESS.allocate(bytes.max(1)) else { return ptr::null_mut() };
        let more = size_of_val(&bounds[1..]);
        let Ok(block) = Heap::IN_PROCESS.allocate(PREFIX + size_of::<SAFEARRAY>() + more) else {
            // SAFETY: it was just made.
            unsafe { Heap::IN_PROCESS.free(data.as_ptr()) };
            return ptr::null_mut();
        };
        // SAFETY: the blocks have room for the prefix, the descriptor with all bounds, and the elements.
        unsafe {
            data.as_ptr().cast::<u8>().write_bytes(0, bytes);
            block.as_ptr().cast::<u8>().write_bytes(0, PREFIX + size_of::<SAFEARRAY>() + more);
            let array = block.as_ptr().cast::<u8>().add(PREFIX).cast::<SAFEARRAY>();
            array.cast::<u8>().sub(size_of::<u32>()).cast::<u32>().write(vt.into());
            (*array).cDims = dims;
            (*array).fFeatures = super::HAVE_VARTYPE | kind;
            (*array).cbElements = u32::try_from(size).unwrap_or_default();
            (*array).pvData = data.as_ptr();
            let first = (&raw mut (*array).rgsabound).cast::<SAFEARRAYBOUND>();
            for (place, bound) in bounds.iter().rev().enumerate() {
                first.add(place).write(*bound);
            }
            array
        }
    }

    /// Frees an array and what its elements own, which `drop_elements` drops.
    ///
    /// # Safety
    /// `array` is null, or an array of this allocator that nobody uses any more.
    pub(in super::super) unsafe fn destroy_array(array: *mut SAFEARRAY, drop_elements: unsafe fn(*mut SAFEARRAY)) {
        // SAFETY: null or valid, as promised.
        let Some(found) = (unsafe { super::freeable(array) }) else { return };
        // SAFETY: the elements die with the array.
        unsafe {
            drop_elements(array);
            Heap::IN_PROCESS.free(found.pvData);
            Heap::IN_PROCESS.free(array.cast::<u8>().sub(PREFIX).cast());
        }
    }
}
