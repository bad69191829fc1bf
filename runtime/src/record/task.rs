//! Duty: memory of COM's own allocator, which neighbours of MAPI hand out: each block is freed alone.
//! Input: values to copy, or blocks that a callee gave away. Output: [`TaskVec`], [`TaskString`] and [`TaskText`], which
//! free their blocks.
//!
//! On Windows `CoTaskMemAlloc` and `CoTaskMemFree` are used; elsewhere an allocator stands in for them that counts its
//! blocks as that of [`heap`](crate::heap) does, in the same [`Scope`](crate::heap::Scope).

use crate::codes::{E_OUTOFMEMORY, E_UNEXPECTED};
use crate::count::{Count, of_elements, refused};
use crate::record::{Array, Record};
use crate::{Error, Result};
use std::ffi::{CStr, c_char, c_void};
use std::fmt;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;
use std::sync::OnceLock;
use widestring::U16CStr;

/// The two functions of an allocator, as `CoTaskMemAlloc` and `CoTaskMemFree` are declared.
#[derive(Clone, Copy, Debug)]
pub struct TaskHeap {
    /// Gives a block, or null when there is no memory.
    allocate: unsafe extern "system" fn(size: usize) -> *mut c_void,
    /// Frees a block; does nothing to null.
    free: unsafe extern "system" fn(block: *mut c_void),
}

static INSTALLED: OnceLock<TaskHeap> = OnceLock::new();

impl TaskHeap {
    /// The allocator that is built in: it works on every system, and counts its blocks.
    pub const IN_PROCESS: Self = Self { allocate: in_process_allocate, free: in_process_free };

    /// An allocator of these functions: the first gives a block, or null when there is no memory; the other frees one, and
    /// does nothing to null.
    ///
    /// # Safety
    /// They must belong together and behave as COM describes them.
    #[must_use]
    pub const unsafe fn new(
        allocate: unsafe extern "system" fn(size: usize) -> *mut c_void,
        free: unsafe extern "system" fn(block: *mut c_void),
    ) -> Self {
        Self { allocate, free }
    }

    /// Its functions, in the order of [`new`](Self::new).
    #[must_use]
    pub const fn functions(
        self,
    ) -> (unsafe extern "system" fn(size: usize) -> *mut c_void, unsafe extern "system" fn(block: *mut c_void)) {
        (self.allocate, self.free)
    }

    /// The allocator in use.
    #[must_use]
    pub fn current() -> Self {
        *INSTALLED.get_or_init(|| DEFAULT)
    }

    /// Replaces the allocator for the rest of the process; this comes before the first allocation.
    ///
    /// # Safety
    /// The functions must belong together and behave as COM describes them.
    ///
    /// # Errors
    /// The allocator itself, when one is in use already.
    pub unsafe fn install(self) -> std::result::Result<(), Self> {
        INSTALLED.set(self)
    }
}

#[cfg(not(windows))]
const DEFAULT: TaskHeap = TaskHeap::IN_PROCESS;

#[cfg(windows)]
const DEFAULT: TaskHeap = TaskHeap { allocate: system::CoTaskMemAlloc, free: system::CoTaskMemFree };

#[cfg(windows)]
mod system {
    use std::ffi::c_void;

    crate::__windows_core::link!("ole32.dll" "system" fn CoTaskMemAlloc(size: usize) -> *mut c_void);
    crate::__windows_core::link!("ole32.dll" "system" fn CoTaskMemFree(block: *mut c_void));
}

unsafe extern "system" fn in_process_allocate(size: usize) -> *mut c_void {
    crate::heap::Heap::IN_PROCESS.allocate(size).map_or(std::ptr::null_mut(), NonNull::as_ptr)
}

unsafe extern "system" fn in_process_free(block: *mut c_void) {
    // SAFETY: the caller gives up a block of this allocator.
    unsafe { crate::heap::Heap::IN_PROCESS.free(block) }
}

/// An array of plain values that COM's allocator holds, and that is freed with it.
pub struct TaskVec<T> {
    start: *mut T,
    len: usize,
}

// SAFETY: it owns plain values.
unsafe impl<T: Send> Send for TaskVec<T> {}
// SAFETY: as above; nothing is changed through a shared reference.
unsafe impl<T: Sync> Sync for TaskVec<T> {}

impl<T> TaskVec<T>
where
    for<'v> T: Record<View<'v> = T>,
{
    /// Copies `items` into the current allocator.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`
    pub fn new(items: &[T]) -> Result<Self> {
        // SAFETY: any size may be asked for.
        let start = unsafe { (TaskHeap::current().allocate)(size_of_val(items).max(1)) }.cast::<T>();
        if start.is_null() {
            return Err(Error::from_hresult(E_OUTOFMEMORY));
        }
        // SAFETY: the block was just made large enough; bytes need no alignment.
        unsafe { start.cast::<u8>().copy_from_nonoverlapping(items.as_ptr().cast(), size_of_val(items)) };
        Ok(Self { start, len: items.len() })
    }

    /// Takes over an array.
    ///
    /// # Safety
    /// `start` is null, or a block of the current allocator with `len` values, given away to the new owner.
    #[must_use]
    pub unsafe fn from_raw(start: *mut T, len: usize) -> Self {
        Self { start, len: if start.is_null() { 0 } else { len } }
    }

    /// Takes over an array that a callee counts.
    ///
    /// # Safety
    /// `start` is null, or a block of the current allocator with as many values as `count` says, given away to the new
    /// owner.
    ///
    /// # Errors
    /// `E_UNEXPECTED` when the count is no length; the block is freed then.
    #[doc(hidden)]
    pub unsafe fn taken(start: *mut T, count: impl Count) -> Result<Self> {
        let len = count.length().and_then(of_elements::<T>);
        // SAFETY: as promised.
        let array = unsafe { Self::from_raw(start, len.unwrap_or(0)) };
        if start.is_null() || len.is_some() { Ok(array) } else { Err(refused(E_UNEXPECTED)) }
    }

    /// Gives the array away: the address (null for none) and the number of its elements.
    #[must_use]
    pub fn into_raw(self) -> (*mut T, usize) {
        let this = ManuallyDrop::new(self);
        (this.start, this.len)
    }

    /// The elements.
    #[must_use]
    pub fn as_array(&self) -> Array<'_, T> {
        // SAFETY: the values are ours and valid as long as `self` is.
        unsafe { Array::from_raw(self.start, self.len) }
    }

    /// How many elements it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl<T> Default for TaskVec<T> {
    /// No array: what a callee answers with a null pointer.
    fn default() -> Self {
        Self { start: std::ptr::null_mut(), len: 0 }
    }
}

impl<T> Drop for TaskVec<T> {
    fn drop(&mut self) {
        // Nobody asks whose nothing is, so that an allocator can be chosen later.
        if !self.start.is_null() {
            // SAFETY: the block is ours.
            unsafe { (TaskHeap::current().free)(self.start.cast()) }
        }
    }
}

impl<T> fmt::Debug for TaskVec<T>
where
    for<'v> T: Record<View<'v> = T> + fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.as_array()).finish()
    }
}

macro_rules! task_string {
    ($(#[$doc:meta])* $name:ident, $unit:ty, $str:ty, $with_nul:ident, $borrow:expr) => {
        $(#[$doc])*
        pub struct $name(NonNull<$unit>);

        // SAFETY: it owns characters.
        unsafe impl Send for $name {}
        // SAFETY: nothing is changed through a shared reference.
        unsafe impl Sync for $name {}

        impl $name {
            /// Copies a string into the current allocator.
            ///
            /// # Errors
            /// `E_OUTOFMEMORY`
            pub fn new(text: &$str) -> Result<Self> {
                let (start, _) = TaskVec::<$unit>::new(text.$with_nul())?.into_raw();
                NonNull::new(start).map(Self).ok_or_else(|| Error::from_hresult(E_OUTOFMEMORY))
            }

            /// Takes over a string; null is none.
            ///
            /// # Safety
            /// `text` is null or an aligned, nul-terminated string in a block of the current allocator, given away to
            /// the new owner.
            #[must_use]
            pub unsafe fn from_raw(text: *mut $unit) -> Option<Self> {
                NonNull::new(text).map(Self)
            }

            /// Gives the string away.
            #[must_use]
            pub fn into_raw(self) -> *mut $unit {
                ManuallyDrop::new(self).0.as_ptr()
            }
        }

        impl std::ops::Deref for $name {
            type Target = $str;

            fn deref(&self) -> &$str {
                // SAFETY: the string is ours and ends in a zero.
                unsafe { $borrow(self.0.as_ptr()) }
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                // SAFETY: the block is ours.
                unsafe { (TaskHeap::current().free)(self.0.as_ptr().cast()) }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }
    };
}

task_string!(
    /// A wide string that COM's allocator holds, and that is freed with it.
    TaskString, u16, U16CStr, as_slice_with_nul, |text: *mut u16| U16CStr::from_ptr_str(text)
);
task_string!(
    /// An 8-bit string that COM's allocator holds, and that is freed with it.
    TaskText, u8, CStr, to_bytes_with_nul, |text: *mut u8| CStr::from_ptr(text.cast::<c_char>())
);
