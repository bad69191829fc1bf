//! Duty: begin MAPI, and sessions with it.
//! Input: flags, a profile's name. Output: [`Mapi`], and [`Session`], which logs off when it is dropped.

use crate::{
    IMAPISession, IProfAdmin, MAPI_INIT_FLAGS, MAPI_INIT_VERSION, MAPI_LOGON_FLAGS, MAPI_SESSION_LOGOFF_FLAGS,
    MAPIINIT_0, entry_points, mapi_admin_profiles, mapi_initialize, mapi_logon_ex, mapi_uninitialize,
};
use mapidl::entry::{DLL_NOT_FOUND, ENTRY_NOT_FOUND};
use mapidl::heap::Heap;
use mapidl::{Result, Success, U16CStr};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// MAPI, initialised for this thread.
///
/// Dropping it ends nothing: MAPI's objects and memory, which may be anywhere in the process, must not outlive MAPI, and
/// nobody counts them. The end of the process ends MAPI too; who wants it earlier calls
/// [`uninitialize`](Self::uninitialize).
///
/// It exists on Windows with a mail client installed. Elsewhere [`initialize`](Self::initialize) answers
/// [`DLL_NOT_FOUND`](mapidl::entry::DLL_NOT_FOUND), unless a program has put functions of its own in the places of the
/// [entry points](crate::mapi32).
///
/// ```
/// use mapi::{MAPI_INIT_FLAGS, Mapi};
///
/// match Mapi::initialize(MAPI_INIT_FLAGS::NONE) {
///     Ok(mapi) => println!("{:?}", mapi.profiles()),
///     Err(error) => println!("no MAPI here: {error}"),
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Mapi {
    // Its thread is the one that was initialised.
    thread: PhantomData<*const ()>,
}

impl Mapi {
    /// Initialises MAPI, and makes this process allocate with MAPI's own functions.
    ///
    /// # Errors
    /// [`DLL_NOT_FOUND`](mapidl::entry::DLL_NOT_FOUND) where there is no MAPI; what `MAPIInitialize` answers; and
    /// `E_UNEXPECTED` when memory was allocated before, which MAPI could not free. MAPI is not initialised then.
    pub fn initialize(flags: MAPI_INIT_FLAGS) -> Result<Self> {
        let init = MAPIINIT_0 { ulVersion: MAPI_INIT_VERSION, ulFlags: flags.0 };
        // First, so that there is nothing to undo where it fails.
        share_heap()?;
        mapi_initialize(Some(&init))?;
        Ok(Self { thread: PhantomData })
    }

    /// Undoes one [`initialize`](Self::initialize).
    ///
    /// # Errors
    /// [`ENTRY_NOT_FOUND`](mapidl::entry::ENTRY_NOT_FOUND) where the DLL does not export `MAPIUninitialize`.
    ///
    /// # Safety
    /// It must be called at most once for each `initialize` that succeeded, whatever was cloned. Where it undoes the last
    /// one, all of MAPI's objects must have been released before, in the whole process, and all owned memory dropped (rows,
    /// values, `MapiVec`, `MapiBox` and the like); neither may come to be before MAPI is initialised again.
    pub unsafe fn uninitialize(self) -> Result<()> {
        // SAFETY: as promised.
        unsafe { mapi_uninitialize() }
    }

    /// Begins a session. Without a profile the flags say which one is taken.
    ///
    /// `MAPI_EXTENDED` is added to the flags, as Extended MAPI wants it.
    ///
    /// # Errors
    /// What `MAPILogonEx` answers.
    pub fn log_on(&self, profile: Option<&U16CStr>, flags: MAPI_LOGON_FLAGS) -> Result<Success<Session>> {
        let session = mapi_logon_ex(0, profile, None, flags | MAPI_LOGON_FLAGS::MAPI_EXTENDED)?;
        Ok(session.map(|session| Session { session, mapi: self.clone() }))
    }

    /// The object that makes, copies, renames and deletes profiles.
    ///
    /// # Errors
    /// What `MAPIAdminProfiles` answers.
    pub fn profiles(&self) -> Result<IProfAdmin> {
        mapi_admin_profiles()
    }
}

/// A session, which is logged off when it is dropped.
///
/// It dereferences to [`IMAPISession`]. Objects that were opened through it should be released before.
pub struct Session {
    session: IMAPISession,
    mapi: Mapi,
}

impl Session {
    /// MAPI, as the session was begun with it.
    #[must_use]
    pub const fn mapi(&self) -> &Mapi {
        &self.mapi
    }
}

impl Deref for Session {
    type Target = IMAPISession;

    fn deref(&self) -> &IMAPISession {
        &self.session
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Nobody is left to be told of a failure; the session ends with its last reference in any case.
        let _ = self.session.logoff(0, MAPI_SESSION_LOGOFF_FLAGS::NONE);
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("session", &self.session).finish_non_exhaustive()
    }
}

/// Lets owned memory come from MAPI's heap, where there is one: caller and callee must use the same.
fn share_heap() -> Result<()> {
    match heap() {
        Err(error) if [DLL_NOT_FOUND, ENTRY_NOT_FOUND].contains(&error.code()) => Ok(()),
        shared => shared.map(drop),
    }
}

/// MAPI's heap, which owned memory comes from from now on.
pub(crate) fn heap() -> Result<Heap> {
    let buffer = entry_points::mapi32::MAPIAllocateBuffer.get()?;
    let more = entry_points::mapi32::MAPIAllocateMore.get()?;
    let free = entry_points::mapi32::MAPIFreeBuffer.get()?;
    // SAFETY: MAPI's functions belong together, and do what MAPI describes.
    let heap = unsafe { Heap::new(buffer, more, free) };
    crate::heap::install(heap).map(|()| heap)
}
