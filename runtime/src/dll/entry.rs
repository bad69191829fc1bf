//! Duty: find the functions that a DLL exports, when they are first called.
//! Input: the names that `module` blocks give. Output: function pointers, or the error that says what is missing.
//!
//! DLLs exist on Windows only. Elsewhere, and in tests, a program can put functions of its own in their places with
//! [`Entry::replace`].

use crate::{Error, HRESULT, Result};
use std::ffi::{CStr, c_void};
use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicPtr, Ordering};

/// The DLL of an entry point is not there; it never is off Windows. `HRESULT_FROM_WIN32(ERROR_MOD_NOT_FOUND)`.
pub const DLL_NOT_FOUND: HRESULT = HRESULT(0x8007_007E_u32.cast_signed());

/// The DLL does not export the function. `HRESULT_FROM_WIN32(ERROR_PROC_NOT_FOUND)`.
pub const ENTRY_NOT_FOUND: HRESULT = HRESULT(0x8007_007F_u32.cast_signed());

crate::codes! { DLL_NOT_FOUND, ENTRY_NOT_FOUND, }

/// A DLL, by the names under which it may be found; the first that works is taken.
#[derive(Debug)]
pub struct Dll {
    names: &'static [&'static str],
    #[cfg_attr(not(windows), expect(dead_code, reason = "no DLL is found here"))]
    mapi_heap: bool,
    #[cfg(windows)]
    loaded: std::sync::OnceLock<Option<libloading::os::windows::Library>>,
}

impl Dll {
    /// Names a DLL. Nothing is loaded before the first call of one of its functions.
    ///
    /// # Safety
    /// Safe code loads it, on any thread and where `is_available` asks. So a DLL of one of these names must do no harm when
    /// it is loaded, and no one's `DllMain` may go against what this program relies on.
    #[must_use]
    pub const unsafe fn new(names: &'static [&'static str]) -> Self {
        Self::with(names, false)
    }

    /// Names a DLL that exports a MAPI heap, which its functions use. Owned memory comes from that heap from the moment
    /// that one of its functions is found; where another heap is in use by then, the functions are not to be had
    /// (`E_UNEXPECTED`), since a block must be freed by the heap that made it.
    ///
    /// # Safety
    /// As for [`new`](Self::new). What it exports as `MAPIAllocateBuffer`, `MAPIAllocateMore` and `MAPIFreeBuffer` must be a
    /// heap as MAPI describes it, which stays usable as long as the program runs.
    #[must_use]
    pub const unsafe fn with_mapi_heap(names: &'static [&'static str]) -> Self {
        Self::with(names, true)
    }

    const fn with(names: &'static [&'static str], mapi_heap: bool) -> Self {
        Self {
            names,
            mapi_heap,
            #[cfg(windows)]
            loaded: std::sync::OnceLock::new(),
        }
    }

    /// The names under which it is looked for.
    pub const fn names(&self) -> &'static [&'static str] {
        self.names
    }

    /// Whether the DLL is there. It is loaded if it was not yet.
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.find(c"DllMain").err().is_none_or(|error| error.code() != DLL_NOT_FOUND)
    }

    /// One that the process has loaded already comes first: inside Outlook that is Outlook's own.
    #[cfg(windows)]
    fn find(&self, name: &CStr) -> Result<*mut c_void> {
        use libloading::os::windows::{LOAD_LIBRARY_SEARCH_DEFAULT_DIRS, Library};
        let open = || self.names.iter().find_map(|name| Library::open_already_loaded(name).ok());
        let load = || {
            // SAFETY: who named the DLL vouches for what it does when it is loaded.
            let load = |name| unsafe { Library::load_with_flags(name, LOAD_LIBRARY_SEARCH_DEFAULT_DIRS) };
            self.names.iter().find_map(|name| load(name).ok())
        };
        let library = self.loaded.get_or_init(|| open().or_else(load)).as_ref();
        let library = library.ok_or_else(|| Error::from_hresult(DLL_NOT_FOUND))?;
        let found = symbol(library, name)?;
        if self.mapi_heap {
            share_heap(library)?;
        }
        Ok(found)
    }

    #[cfg(not(windows))]
    #[expect(clippy::unused_self, reason = "on Windows it is used")]
    fn find(&self, _: &CStr) -> Result<*mut c_void> {
        Err(Error::from_hresult(DLL_NOT_FOUND))
    }
}

#[cfg(windows)]
fn symbol(library: &libloading::os::windows::Library, name: &CStr) -> Result<*mut c_void> {
    // SAFETY: an address alone; what it is called as is the definition's.
    let symbol = unsafe { library.get::<*mut c_void>(name.to_bytes_with_nul()) };
    symbol.map(|symbol| symbol.as_raw_ptr()).map_err(|_| Error::from_hresult(ENTRY_NOT_FOUND))
}

/// Lets owned memory come from the heap of a DLL, where it exports one.
#[cfg(windows)]
fn share_heap(library: &libloading::os::windows::Library) -> Result<()> {
    use crate::heap::{AllocateBuffer, AllocateMore, FreeBuffer, Heap};
    let find = |plain, decorated| symbol(library, plain).or_else(|_| symbol(library, decorated)).ok();
    let buffer = find(c"MAPIAllocateBuffer", c"MAPIAllocateBuffer@8");
    let more = find(c"MAPIAllocateMore", c"MAPIAllocateMore@12");
    let free = find(c"MAPIFreeBuffer", c"MAPIFreeBuffer@4");
    let (Some(buffer), Some(more), Some(free)) = (buffer, more, free) else { return Ok(()) };
    // SAFETY: who named the DLL vouches for it.
    unsafe {
        let heap = Heap::new(
            std::mem::transmute::<*mut c_void, AllocateBuffer>(buffer),
            std::mem::transmute::<*mut c_void, AllocateMore>(more),
            std::mem::transmute::<*mut c_void, FreeBuffer>(free),
        );
        heap.share()
    }
}

/// A function that a DLL exports; `F` is the type of pointers to it.
pub struct Entry<F> {
    dll: &'static Dll,
    names: &'static [&'static CStr],
    found: AtomicPtr<c_void>,
    function: PhantomData<F>,
}

impl<F: Copy> Entry<F> {
    /// Names an entry point of a DLL: as its definition does, then as 32-bit compilers decorate it.
    ///
    /// # Safety
    /// `F` must be a type of function pointers, and that of the function of these names.
    #[must_use]
    pub const unsafe fn new(dll: &'static Dll, names: &'static [&'static CStr]) -> Self {
        assert!(size_of::<F>() == size_of::<*mut c_void>());
        Self { dll, names, found: AtomicPtr::new(std::ptr::null_mut()), function: PhantomData }
    }

    /// The function. It is looked for at the first call.
    ///
    /// # Errors
    /// [`DLL_NOT_FOUND`] when the DLL is not there, [`ENTRY_NOT_FOUND`] when it does not export the function.
    pub fn get(&self) -> Result<F> {
        let mut function = self.found.load(Ordering::Acquire);
        if function.is_null() {
            function = self.find()?;
            self.found.store(function, Ordering::Release);
        }
        // SAFETY: F is a function pointer's type by the contract of `new`, and this is not null.
        Ok(unsafe { std::mem::transmute_copy(&function) })
    }

    #[cold]
    fn find(&self) -> Result<*mut c_void> {
        let mut found = Err(Error::from_hresult(ENTRY_NOT_FOUND));
        for name in self.names {
            found = self.dll.find(name);
            if found.is_ok() {
                break;
            }
        }
        found
    }

    /// Puts another function in the place of the DLL's, for the whole process.
    ///
    /// # Safety
    /// The function must do what the definition of the entry point says, ownership included, for as long as anything
    /// may call it.
    pub unsafe fn replace(&self, function: F) {
        // SAFETY: F is a function pointer's type by the contract of `new`.
        let function = unsafe { std::mem::transmute_copy::<F, *mut c_void>(&function) };
        self.found.store(function, Ordering::Release);
    }

    /// Goes back to the DLL's function.
    pub fn restore(&self) {
        self.found.store(std::ptr::null_mut(), Ordering::Release);
    }
}

impl<F> fmt::Debug for Entry<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry").field("dll", &self.dll.names).field("names", &self.names).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Add = unsafe extern "system" fn(i32, i32) -> i32;

    // SAFETY: there is none.
    static DLL: Dll = unsafe { Dll::new(&["no-such-thing.dll"]) };
    // SAFETY: nothing exports it; the test puts a function of this type in its place.
    static ADD: Entry<Add> = unsafe { Entry::new(&DLL, &[c"Add", c"Add@8"]) };

    unsafe extern "system" fn add(a: i32, b: i32) -> i32 {
        a + b
    }

    #[test]
    fn a_missing_dll_is_an_error_until_its_function_is_replaced() {
        assert!(!DLL.is_available());
        assert_eq!(ADD.get().map(|_| ()).map_err(|e| e.code()), Err(DLL_NOT_FOUND));
        // SAFETY: it adds.
        unsafe { ADD.replace(add) };
        // SAFETY: as above.
        assert_eq!(ADD.get().map(|add| unsafe { add(2, 3) }), Ok(5));
        ADD.restore();
        assert!(ADD.get().is_err());
    }
}
