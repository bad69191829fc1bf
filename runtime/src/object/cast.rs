//! Duty: find the Rust object behind an interface.
//! Input: any interface. Output: a reference to the object that [`implement!`](crate::implement) made.

use super::kind::{OBJECT_IID, Vtable, kind, source};
use crate::codes::E_NOINTERFACE;
use crate::{ComObject, ComObjectInner, IUnknown, IUnknownImpl, Interface, Result};
use std::any::Any;
use std::ptr;
use windows_core::ComObjectInterface;

impl<T: ComObjectInner> ComObject<T> {
    /// Asks the object for an interface.
    ///
    /// # Errors
    /// `E_NOINTERFACE` when it has none.
    pub fn cast<I: Interface>(&self) -> Result<I>
    where
        T::Outer: ComObjectInterface<IUnknown>,
    {
        Interface::cast(&*self.as_interface::<IUnknown>())
    }

    /// A reference to the Rust object behind an interface.
    ///
    /// # Errors
    /// `E_NOINTERFACE` when it is none of [`implement!`](crate::implement) in this program or DLL, or of another type.
    /// `RPC_E_WRONG_THREAD` where it belongs to the apartment of another thread.
    pub fn cast_from<I: Interface>(interface: &I) -> Result<Self>
    where
        T::Outer: Any + IUnknownImpl<Impl = T>,
    {
        let answer = answer(interface).ok_or(E_NOINTERFACE)?;
        let this = Interface::as_raw(&answer);
        // SAFETY: every interface pointer points to the address of a vtable. Where that is ours, so is the object, which lives as
        // long as there is a reference: the answer holds one, and the result has another.
        let object = unsafe {
            if this.cast::<Vtable>().read_unaligned() != source() {
                return Err(E_NOINTERFACE.into());
            }
            &*(kind(this).itself)(this)?
        };
        object.downcast_ref::<T::Outer>().map(|object| object.to_object().into()).ok_or_else(|| E_NOINTERFACE.into())
    }
}

/// What answers to our identifier, an object of ours or not.
fn answer(object: &impl Interface) -> Option<IUnknown> {
    let mut out = ptr::null_mut();
    // SAFETY: the answer takes one pointer, and is a reference where there is one.
    unsafe {
        let code = object.query(&OBJECT_IID, &mut out);
        if code.0 < 0 || out.is_null() { None } else { Some(<IUnknown as Interface>::from_raw(out)) }
    }
}

/// Whether an object says that it was made by this crate, in whatever DLL.
#[cfg(windows)]
pub(crate) fn is_ours(object: &impl Interface) -> bool {
    answer(object).is_some()
}
