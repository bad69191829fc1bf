//! Duty: carry interfaces from thread to thread.
//! Input: an interface. Output: a reference, strong or weak, that may be sent, and gives the interface again on another
//! thread.
//!
//! There are three kinds of object. Those that say that they are agile (those of [`implement!`](crate::implement), unless
//! they belong to an apartment, and all mocks do) are called from anywhere. Those whose contract says so without the
//! object saying it, as MAPI's does, are too, when the caller invokes that contract. All others go through COM's Global
//! Interface Table on Windows, which gives a proxy where one is needed. Elsewhere there are no apartments, hence no
//! proxies: such an object stays on its thread.

use crate::codes::RPC_E_WRONG_THREAD;
use crate::{Error, IUnknown, Interface, Result, Weak};
use std::fmt;
use windows_core::imp::IAgileObject;

/// Interfaces whose every implementation may be called, and released, on any thread: the contract says so, and objects
/// need not.
///
/// Its provider trait asks that values are [`Agile`](crate::Agile).
///
/// # Safety
/// The contract of the interface must say it, and its provider trait, or that of a base, must ask it.
#[diagnostic::on_unimplemented(
    message = "nothing says that any thread may call what has the interface `{Self}`",
    label = "not `FreeThreaded`",
    note = "`AgileReference::new` asks the object; `free_threaded` in the IDL is a promise for all objects"
)]
pub unsafe trait FreeThreaded: Interface {}

/// A reference to an object that may be sent to another thread, where [`resolve`](Self::resolve) gives the interface.
///
/// It holds the object. On Windows, a thread that resolves it must be in an apartment; see
/// [`init_mta`](crate::init_mta).
#[derive(Clone)]
pub struct AgileReference<I>(Held<I>);

#[derive(Clone)]
enum Held<I> {
    Object(I),
    #[cfg(windows)]
    Table(std::sync::Arc<table::Registration>),
}

// SAFETY: the object may be called on any thread (it says so, its contract does, or whoever made this), or is in the
// table, which may be used on any thread. References are counted atomically by all of them.
unsafe impl<I: Interface> Send for AgileReference<I> {}
// SAFETY: as above.
unsafe impl<I: Interface> Sync for AgileReference<I> {}

impl<I: Interface> AgileReference<I> {
    /// Makes a reference to an object.
    ///
    /// # Errors
    /// For an object that does not say that it is agile: on Windows what the Global Interface Table answers, such as
    /// `CO_E_NOTINITIALIZED` on a thread in no apartment; `E_NOINTERFACE` or `REGDB_E_IIDNOTREG` when nobody knows how to
    /// marshal the interface, as is so of MAPI's. Elsewhere `RPC_E_WRONG_THREAD`: there are no apartments, and nobody
    /// else can tell that the object may be called on other threads. The same code is given on Windows for an object of
    /// `implement! { apartment impl … }` whose thread is in no single-threaded apartment.
    pub fn new(object: &I) -> Result<Self> {
        if is_agile(object) {
            return Ok(Self(Held::Object(object.clone())));
        }
        Self::through_the_table(object)
    }

    /// Makes a reference to an object that does not say that it is agile, though it is.
    ///
    /// # Safety
    /// The object must be one that any thread may call and release, several at once.
    pub unsafe fn assume_agile(object: &I) -> Self {
        Self(Held::Object(object.clone()))
    }

    /// Gives the object, or a proxy of it for this thread's apartment.
    ///
    /// # Errors
    /// On Windows, what the Global Interface Table answers.
    pub fn resolve(&self) -> Result<I> {
        match &self.0 {
            Held::Object(object) => Ok(object.clone()),
            #[cfg(windows)]
            Held::Table(registration) => registration.resolve(),
        }
    }

    #[cfg(windows)]
    fn through_the_table(object: &I) -> Result<Self> {
        // The table gives the object itself to all threads of the apartment that many share.
        if super::is_ours(object) && !super::apartment::is_single_threaded() {
            return Err(not_agile());
        }
        table::Registration::new(object).map(|registration| Self(Held::Table(registration.into())))
    }

    #[cfg(not(windows))]
    fn through_the_table(_: &I) -> Result<Self> {
        Err(not_agile())
    }
}

impl<I: FreeThreaded> AgileReference<I> {
    /// Makes a reference to an object that may be called on any thread because the contract of its interface says so.
    pub fn of_free_threaded(object: &I) -> Self {
        Self(Held::Object(object.clone()))
    }
}

/// The failure of an object that is not agile, and that no proxy can stand for.
#[cold]
fn not_agile() -> Error {
    Error::new(RPC_E_WRONG_THREAD, "the object does not say that other threads may call it")
}

/// Whether the object says that it may be called on any thread.
fn is_agile(object: &impl Interface) -> bool {
    // SAFETY: every interface is one of IUnknown; the reference is borrowed for the call.
    let unknown =
        unsafe { <IUnknown as Interface>::from_raw_borrowed(&object.as_raw()).map(Interface::cast::<IAgileObject>) };
    matches!(unknown, Some(Ok(_)))
}

impl<I> fmt::Debug for AgileReference<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.0 {
            Held::Object(_) => "object",
            #[cfg(windows)]
            Held::Table(_) => "in the table",
        };
        write!(f, "AgileReference({kind})")
    }
}

/// A weak reference to an object that may be called on any thread; it may be sent there.
#[derive(Clone, PartialEq, Eq)]
pub struct AgileWeak<I>(Weak<I>);

// SAFETY: the object says that it may be called on any thread, and so does its weak reference.
unsafe impl<I: Interface> Send for AgileWeak<I> {}
// SAFETY: as above.
unsafe impl<I: Interface> Sync for AgileWeak<I> {}

impl<I: Interface> AgileWeak<I> {
    /// Makes a weak reference to an object that says that it is agile, as those of [`implement!`](crate::implement) do.
    ///
    /// # Errors
    /// `RPC_E_WRONG_THREAD` for an object that belongs to an apartment, `E_NOINTERFACE` for one that has no weak
    /// references.
    pub fn new(object: &I) -> Result<Self> {
        let weak = Weak::of(object)?;
        match weak.source() {
            Some(source) if is_agile(object) && is_agile(source) => Ok(Self(weak)),
            _ => Err(not_agile()),
        }
    }

    /// The object, unless it is gone.
    #[must_use]
    pub fn upgrade(&self) -> Option<I> {
        self.0.upgrade()
    }
}

impl<I: Interface> AgileReference<I> {
    /// A weak reference to the same object.
    ///
    /// # Errors
    /// As [`AgileWeak::new`], and as [`resolve`](Self::resolve).
    pub fn downgrade(&self) -> Result<AgileWeak<I>> {
        AgileWeak::new(&self.resolve()?)
    }
}

impl<I> fmt::Debug for AgileWeak<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AgileWeak")
    }
}

/// COM's Global Interface Table.
#[cfg(windows)]
mod table {
    use super::super::reference::interface;
    use crate::result::check;
    use crate::{GUID, HRESULT, IUnknown, IUnknown_Vtbl, Interface, Result};
    use std::ffi::c_void;
    use std::ptr;

    const CLSID_STD_GLOBAL_INTERFACE_TABLE: GUID = GUID::from_u128(0x00000323_0000_0000_c000_000000000046);
    const CLSCTX_INPROC_SERVER: u32 = 1;

    // SAFETY: its vtable is that of the interface.
    crate::interface! { unsafe
        /// The process's table of interfaces, by cookies.
        IGlobalInterfaceTable,
        IGlobalInterfaceTable_Vtbl,
        0x00000146_0000_0000_c000_000000000046,
        IUnknown
    }

    #[repr(C)]
    #[allow(missing_debug_implementations, reason = "a table of functions")]
    pub struct IGlobalInterfaceTable_Vtbl {
        base__: IUnknown_Vtbl,
        register: unsafe extern "system" fn(*mut c_void, *mut c_void, *const GUID, *mut u32) -> HRESULT,
        revoke: unsafe extern "system" fn(*mut c_void, u32) -> HRESULT,
        get: unsafe extern "system" fn(*mut c_void, u32, *const GUID, *mut *mut c_void) -> HRESULT,
    }

    crate::__windows_core::link!("ole32.dll" "system" fn CoCreateInstance(class: *const GUID, outer: *mut c_void, context: u32, iid: *const GUID, out: *mut *mut c_void) -> HRESULT);

    fn table() -> Result<IGlobalInterfaceTable> {
        let (class, iid) = (CLSID_STD_GLOBAL_INTERFACE_TABLE, IGlobalInterfaceTable::IID);
        let mut out = ptr::null_mut();
        // SAFETY: all pointers are valid; what comes out is a reference of the asked kind, or null with an error.
        unsafe {
            let _ = check(CoCreateInstance(&class, ptr::null_mut(), CLSCTX_INPROC_SERVER, &iid, &mut out))?;
            Ok(IGlobalInterfaceTable::from_raw(out))
        }
    }

    /// An entry of the table, which goes with this value.
    pub(super) struct Registration {
        table: IGlobalInterfaceTable,
        cookie: u32,
    }

    impl Registration {
        pub(super) fn new<I: Interface>(object: &I) -> Result<Self> {
            let (table, mut cookie) = (table()?, 0);
            // SAFETY: the table takes a reference of its own to a valid object.
            let _ = unsafe { check((table.vtable().register)(table.as_raw(), object.as_raw(), &I::IID, &mut cookie))? };
            Ok(Self { table, cookie })
        }

        pub(super) fn resolve<I: Interface>(&self) -> Result<I> {
            let mut out = ptr::null_mut();
            // SAFETY: what comes out is a reference of the asked kind, or null.
            unsafe {
                let _ = check((self.table.vtable().get)(self.table.as_raw(), self.cookie, &I::IID, &mut out))?;
                interface(out)
            }
        }
    }

    impl Drop for Registration {
        fn drop(&mut self) {
            // SAFETY: the cookie is the table's, and is used up here. There is nobody to tell of a failure.
            let _ = unsafe { (self.table.vtable().revoke)(self.table.as_raw(), self.cookie) };
        }
    }
}
