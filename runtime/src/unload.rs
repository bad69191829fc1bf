//! Duty: keep a DLL where it is as long as code of its own may run.
//! Input: the static that a macro of exports puts into the DLL. Output: the DLL stays from the first call of an export on,
//! unless its author vouches that it may go.
//!
//! Objects and locks are counted. Nobody counts the threads that safe code starts, the destructors of its thread-local
//! values on threads of the host, and calls that have let the last object go and did not return yet. So a DLL of safe code
//! does not go.

use crate::codes::E_UNEXPECTED;
use crate::{Result, stub};
use std::ffi::c_void;
use std::sync::atomic::{AtomicBool, Ordering};

/// An author's word that a DLL may be unloaded: `unload: unsafe { MayUnload::new() }` is the first entry of
/// [`export_classes!`](crate::export_classes) or of mapi's `export_provider!`.
#[derive(Clone, Copy, Debug)]
pub struct MayUnload(());

impl MayUnload {
    /// Lets a DLL be unloaded once its objects are gone and nobody holds a lock. Without this it stays in its process.
    ///
    /// # Safety
    /// When its last object has gone, and after each call of an export, no code of the DLL may run any more but what
    /// returns from that call:
    ///
    /// - No thread that the DLL has started is left; it is joined before the last object goes.
    /// - No thread-local value with a destructor is left on a thread that goes on, the standard library's among them
    ///   (`std::thread::current`, channels and the like keep some). Windows is known to drop none after the DLL has gone.
    /// - Nothing else keeps a function of the DLL: no hook, timer, or callback.
    ///
    /// Whoever unloads the DLL has to see to it that no call is under way.
    #[must_use]
    pub const unsafe fn new() -> Self {
        Self(())
    }
}

/// What the exports of a DLL have in common; it lies in that DLL.
#[doc(hidden)]
#[derive(Debug)]
pub struct Exports {
    may_unload: bool,
    kept: AtomicBool,
}

impl Exports {
    /// Of a DLL whose author has given their word, or has not.
    #[must_use]
    pub const fn new(may_unload: &[MayUnload]) -> Self {
        Self { may_unload: !may_unload.is_empty(), kept: AtomicBool::new(false) }
    }

    /// What each export begins with, before any code of the user's: from now on the DLL stays.
    ///
    /// # Errors
    /// `E_UNEXPECTED` when the system does not keep it.
    pub fn enter(&'static self) -> Result<()> {
        if self.may_unload || self.kept.load(Ordering::Acquire) {
            return Ok(());
        }
        if !keep(std::ptr::from_ref(self).cast()) {
            return Err(stub::refuse(E_UNEXPECTED));
        }
        self.kept.store(true, Ordering::Release);
        Ok(())
    }

    /// Whether the DLL stays whatever becomes of its objects.
    #[must_use]
    pub fn stays(&self) -> bool {
        self.kept.load(Ordering::Acquire)
    }
}

/// Keeps the program or DLL in which an address lies, as long as the process runs. Whether that worked.
#[cfg(windows)]
fn keep(place: *const c_void) -> bool {
    crate::__windows_core::link!("kernel32.dll" "system" fn GetModuleHandleExW(flags: u32, place: *const u16, module: *mut *mut c_void) -> i32);
    /// `GET_MODULE_HANDLE_EX_FLAG_PIN`
    const PIN: u32 = 1;
    /// `GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS`
    const FROM_ADDRESS: u32 = 4;
    let mut module = std::ptr::null_mut();
    // SAFETY: with this flag the name is an address, and it lies in this DLL.
    unsafe { GetModuleHandleExW(PIN | FROM_ADDRESS, place.cast(), &mut module) != 0 }
}

/// As above. The loader does not find the program itself by its name, nor need it.
#[cfg(all(any(target_os = "linux", target_vendor = "apple"), not(miri)))]
fn keep(place: *const c_void) -> bool {
    let mut library = libc::Dl_info {
        dli_fname: std::ptr::null(),
        dli_fbase: std::ptr::null_mut(),
        dli_sname: std::ptr::null(),
        dli_saddr: std::ptr::null_mut(),
    };
    // SAFETY: the address is looked up, and the name is the loader's own. Nothing is loaded: no initialiser runs.
    unsafe {
        if libc::dladdr(place, &mut library) != 0 && !library.dli_fname.is_null() {
            libc::dlopen(library.dli_fname, libc::RTLD_LAZY | libc::RTLD_NOLOAD | libc::RTLD_NODELETE);
        }
    }
    true
}

/// Elsewhere whoever closes a library vouches for it.
#[cfg(not(any(windows, all(any(target_os = "linux", target_vendor = "apple"), not(miri)))))]
fn keep(_: *const c_void) -> bool {
    true
}
