//! Duty: what weak references to an object of [`implement!`](crate::implement) lead to.
//! Input: an object. Output: a COM object that finds it as long as it lives, without keeping it alive.

use super::IWeakReference;
use super::refcount::{Cell, Strong, Target};
use super::threads::{Here, Home};
use crate::codes::{E_POINTER, RPC_E_WRONG_THREAD};
use crate::{Error, GUID, IUnknown, Interface, implement};
use std::ffi::c_void;
use std::ptr::NonNull;
use windows_core::ComObject;
use windows_core::imp::IWeakReference_Impl;

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
