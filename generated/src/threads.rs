//! Duty: say which interfaces of MAPI may be called on any thread.
//! Input: MAPI's threading model. Output: what [`AgileReference::of_free_threaded`](mapidl::AgileReference) takes.
//!
//! MAPI's objects and those of its providers are free-threaded: a pointer is used on every thread on which MAPI is
//! initialised, without marshalling, and an advise sink is called on whichever thread has something to tell. (A client
//! that wants its sink on one thread wraps it with `HrThisThreadAdviseSink`.) The objects themselves do not say so to
//! COM. Forms and what serves them live on the thread of their windows, and are not here.

use mapidl::FreeThreaded;

macro_rules! free_threaded {
    ($feature:literal: $($interface:ident),+) => {$(
        // SAFETY: MAPI's threading model, as told above.
        #[cfg(feature = $feature)]
        unsafe impl FreeThreaded for crate::$interface {}
    )+};
}

free_threaded!("core_objects": IMAPIAdviseSink, IMAPIProp, IMAPITable, IMsgStore, IMAPIFolder, IMessage, IAttach);
free_threaded!("session_profile": IMAPISession, IProfSect, IAddrBook);
free_threaded!("providers_spi": IMAPISupport);
free_threaded!("sync": IMAPISyncProgressCallback);
