//! Duty: let arrays have elements that are pointers which must not be null. Input: C memory. Output: the views of those that
//! may be, which are looked at where they leave.

use super::Record;
use crate::Result;
use crate::depth::Walk;
use crate::heap::{Chain, Heap};
use crate::refs::present;

/// An element that is a pointer.
#[doc(hidden)]
pub trait Pointing: Record {
    /// Whether it leads nowhere.
    fn is_null(&self) -> bool;
}

/// An element that is a pointer and must not be null (`ref`). It is viewed like one that may be, since what comes from
/// elsewhere may be anything; no array with a null is passed on.
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct NotNull<P>(pub P);

// SAFETY: it is the pointer, by whose rules it is viewed, copied and released.
unsafe impl<P: Pointing> Record for NotNull<P> {
    type View<'a> = P::View<'a>;

    const RELEASES: bool = P::RELEASES;

    #[inline]
    fn is_counted(&self) -> bool {
        self.0.is_counted()
    }

    const REFS: bool = true;

    #[inline]
    unsafe fn check_refs(&self, walk: &Walk) -> Result<()> {
        present(self.0.is_null())?;
        // SAFETY: as the caller promises.
        unsafe { self.0.check_refs(walk) }
    }

    unsafe fn deep_copy(&self, chain: &Chain) -> Result<Self> {
        // SAFETY: as the caller promises.
        Ok(Self(unsafe { self.0.deep_copy(chain) }?))
    }

    unsafe fn release(&self, heap: Heap) {
        // SAFETY: as the caller promises.
        unsafe { self.0.release(heap) }
    }
}
