//! Duty: let threads of one's own use COM.
//! Input: nothing. Output: a process in which every thread is in an apartment.

use crate::Result;

/// Puts all threads that are in no apartment, those to come too, into the one that many threads share, until the
/// process ends.
///
/// A thread that a program starts itself cannot resolve an [`AgileReference`](crate::AgileReference) on Windows before
/// that; a program calls it once, before the first such thread. Elsewhere there are no apartments, and it does nothing.
///
/// # Errors
/// What `CoIncrementMTAUsage` answers.
pub fn init_mta() -> Result<()> {
    #[cfg(windows)]
    windows_core::init_mta()?;
    Ok(())
}

/// Whether this thread is in an apartment that it does not share with others.
#[cfg(windows)]
pub(crate) fn is_single_threaded() -> bool {
    const STA: i32 = 0;
    const MAIN_STA: i32 = 3;
    windows_core::link!("ole32.dll" "system" fn CoGetApartmentType(kind: *mut i32, qualifier: *mut i32) -> crate::HRESULT);
    let (mut kind, mut qualifier) = (-1, 0);
    // SAFETY: both pointers are valid.
    let code = unsafe { CoGetApartmentType(&mut kind, &mut qualifier) };
    code.0 == 0 && matches!(kind, STA | MAIN_STA)
}
