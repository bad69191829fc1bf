//! Duty: weak references to the objects of [`implement!`](crate::implement).
//! Input: an object, and word of its end. Output: a COM object that finds the first one as long as it lives.

use crate::object::{Count, IWeakReference};
use crate::{GUID, IUnknown, Interface, implement};
use std::ffi::c_void;
use std::ptr::NonNull;
use std::sync::{Mutex, PoisonError};
use windows_core::imp::IWeakReference_Impl;

/// A weak reference; all those to one object share it.
#[derive(Debug)]
pub(crate) struct WeakCell(Mutex<Option<Target>>);

/// An object that is not dropped yet.
#[derive(Clone, Copy, Debug)]
struct Target {
    identity: NonNull<c_void>,
    count: NonNull<Count>,
}

// SAFETY: the count is atomic; the identity is used by those alone who got a reference.
unsafe impl Send for Target {}

implement! { impl WeakCell as pub(crate) WeakCell_Impl: [IWeakReference] }

impl WeakCell {
    pub(crate) fn new(identity: NonNull<c_void>, count: &Count) -> Self {
        Self(Mutex::new(Some(Target { identity, count: NonNull::from(count) })))
    }

    /// The object is about to be dropped, and waits for those who look at its count just now.
    pub(crate) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn object(&self) -> Option<IUnknown> {
        let target = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Target { identity, count } = (*target)?;
        // SAFETY: an object is not dropped before it was cleared, which the lock prevents; the reference that was taken
        // is given to the interface.
        unsafe { count.as_ref().add_to_some().then(|| IUnknown::from_raw(identity.as_ptr())) }
    }
}

impl IWeakReference_Impl for WeakCell_Impl {
    fn Resolve(&self, iid: *const GUID, out: *mut *mut c_void) -> windows_core::Result<()> {
        // SAFETY: whoever calls through the vtable passes valid pointers.
        unsafe {
            out.write(std::ptr::null_mut());
            // An object that is gone is no error: the answer is null.
            self.object().map_or(Ok(()), |object| object.query(iid, out).ok())
        }
    }
}
