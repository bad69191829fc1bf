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
    /// - Objects that this crate did not make have gone: those of windows-core's `#[implement]` are not counted.
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

/// As above. What the loader knows nothing of was not loaded by it, and a program stays.
#[cfg(all(any(target_os = "linux", target_vendor = "apple"), not(miri)))]
fn keep(place: *const c_void) -> bool {
    let Some(image) = image_of(place) else { return true };
    // SAFETY: the name is the loader's own. Nothing is loaded: no initialiser runs.
    let kept = unsafe { libc::dlopen(image.dli_fname, libc::RTLD_LAZY | libc::RTLD_NOLOAD | libc::RTLD_NODELETE) };
    !kept.is_null() || is_program(&image)
}

/// The program or library in which an address lies.
#[cfg(all(any(target_os = "linux", target_vendor = "apple"), not(miri)))]
fn image_of(place: *const c_void) -> Option<libc::Dl_info> {
    let mut image = libc::Dl_info {
        dli_fname: std::ptr::null(),
        dli_fbase: std::ptr::null_mut(),
        dli_sname: std::ptr::null(),
        dli_saddr: std::ptr::null_mut(),
    };
    // SAFETY: the address is looked up, not followed.
    let known = unsafe { libc::dladdr(place, &mut image) } != 0;
    (known && !image.dli_fname.is_null()).then_some(image)
}

/// Whether this is the program itself: on Linux the loader does not find it by its name.
#[cfg(all(target_os = "linux", not(miri)))]
fn is_program(image: &libc::Dl_info) -> bool {
    // SAFETY: a number of the process that the system keeps.
    let headers = unsafe { libc::getauxval(libc::AT_PHDR) };
    image_of(std::ptr::with_exposed_provenance(headers as usize))
        .is_some_and(|program| program.dli_fbase == image.dli_fbase)
}

/// As above. macOS finds the program by its name as it does a library.
#[cfg(all(target_vendor = "apple", not(miri)))]
fn is_program(_: &libc::Dl_info) -> bool {
    false
}

/// Elsewhere whoever closes a library vouches for it.
#[cfg(not(any(windows, all(any(target_os = "linux", target_vendor = "apple"), not(miri)))))]
fn keep(_: *const c_void) -> bool {
    true
}

#[cfg(all(test, target_os = "linux", not(miri)))]
mod tests {
    use super::Exports;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    static EXPORTS: Exports = Exports::new(&[]);

    /// The name that the loader has of a program is what its parent called it, which need not lead to its file.
    #[test]
    fn a_program_stays_whatever_it_is_called() {
        const CHILD: &str = "MAPIDL_TEST_CHILD";
        if std::env::var_os(CHILD).is_some() {
            return EXPORTS.enter().expect("a program stays");
        }
        let test = std::env::current_exe().expect("a test has a path");
        let mut child = Command::new(test);
        child
            .arg0("no path at all")
            .env(CHILD, "1")
            .args(["--exact", "unload::tests::a_program_stays_whatever_it_is_called"]);
        let output = child.output().expect("a test can be run");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}
