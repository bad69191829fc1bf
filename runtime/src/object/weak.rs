//! Duty: weak references to objects.
//! Input: an object. Output: what finds it as long as it lives, without keeping it alive.

use super::IWeakReference;
use super::interface::same_object;
use super::refcount::{Cell, Strong, Target};
use super::threads::{Here, Home};
use crate::codes::{E_POINTER, RPC_E_WRONG_THREAD};
use crate::{AgileReference, Error, GUID, IUnknown, Interface, Result, implement};
use std::ffi::c_void;
use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;
use windows_core::ComObject;
use windows_core::imp::{IWeakReference_Impl, IWeakReferenceSource};

/// A reference that does not keep its object alive; [`Interface::downgrade`] makes it.
///
/// It stays on its thread, as an interface does; [`AgileWeak`] may be sent.
#[derive(Clone)]
pub struct Weak<I>(Option<IWeakReference>, PhantomData<I>);

impl<I> PartialEq for Weak<I> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => same_object(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl<I> Eq for Weak<I> {}

impl<I: Interface> Weak<I> {
    /// A reference to nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(None, PhantomData)
    }

    pub(crate) fn of(object: &I) -> Result<Self> {
        let source = object.cast::<IWeakReferenceSource>()?;
        let mut out: *mut c_void = std::ptr::null_mut();
        // SAFETY: the pointer is valid; what comes out is a reference of the kind, or null.
        unsafe {
            (source.vtable().GetWeakReference)(source.as_raw(), (&raw mut out).cast()).ok()?;
            super::pointer::interface(out).map(|reference| Self(Some(reference), PhantomData))
        }
    }

    /// The object, unless it is gone.
    #[must_use]
    pub fn upgrade(&self) -> Option<I> {
        let reference = self.0.as_ref()?;
        let mut out: *mut c_void = std::ptr::null_mut();
        // SAFETY: both pointers are valid; what comes out is a reference of the asked kind, or null.
        unsafe {
            if (reference.vtable().Resolve)(reference.as_raw(), &I::IID, (&raw mut out).cast()).0 < 0 {
                return None;
            }
            super::pointer::opt_interface(out)
        }
    }
}

impl<I: Interface> Default for Weak<I> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I> fmt::Debug for Weak<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Weak")
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
        match &weak.0 {
            Some(reference) if super::agile::is_agile(object) && super::agile::is_agile(reference) => Ok(Self(weak)),
            _ => Err(super::agile::not_agile()),
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

/// The COM object that all weak references to an object of ours share.
#[derive(Debug)]
pub(crate) struct WeakCell {
    target: Target,
    /// The thread that alone may find the object.
    home: Option<Thread>,
}

/// A thread's name; the mark that keeps [`Here`] there is not needed for what only compares it.
#[derive(Debug)]
struct Thread(Here);

// SAFETY: it is compared and nothing else.
unsafe impl Send for Thread {}
// SAFETY: as above.
unsafe impl Sync for Thread {}

implement! { impl WeakCell as pub(crate) WeakCell_Impl: [IWeakReference] }

impl WeakCell {
    /// # Safety
    /// As for [`Target::new`].
    pub(crate) unsafe fn new(identity: NonNull<c_void>, strong: &Strong, agile: bool) -> Self {
        // SAFETY: as promised.
        let target = unsafe { Target::new(identity, strong) };
        Self { target, home: (!agile).then(|| Thread(Here::here())) }
    }
}

impl Cell for ComObject<WeakCell> {
    fn target(&self) -> &Target {
        &self.get().target
    }
}

impl IWeakReference_Impl for WeakCell_Impl {
    fn Resolve(&self, iid: *const GUID, out: *mut *mut c_void) -> windows_core::Result<()> {
        if iid.is_null() || out.is_null() {
            return Err(Error::from(E_POINTER).into());
        }
        // SAFETY: whoever calls through the vtable passes valid pointers.
        unsafe { out.write(std::ptr::null_mut()) };
        if self.home.as_ref().is_some_and(|home| !home.0.is_here()) {
            return Err(Error::from(RPC_E_WRONG_THREAD).into());
        }
        // An object that is gone is no error: the answer is null.
        let Some(object) = self.target.upgrade() else { return Ok(()) };
        // SAFETY: the reference that was taken is given to the interface; the pointers are valid.
        unsafe { Interface::query(&<IUnknown as Interface>::from_raw(object.as_ptr()), iid, out).ok() }
    }
}
