//! Duty: let this process use the heap that MAPI hands it.
//! Input: MAPI's three functions. Output: owned memory that comes from them.

use mapidl::Result;
use mapidl::heap::Heap;

/// Installs a heap, unless it is in use already.
///
/// # Errors
/// `E_UNEXPECTED` when another heap is in use: memory of one cannot be freed by the other.
pub(crate) fn install(heap: Heap) -> Result<()> {
    // SAFETY: MAPI's functions belong together, and do what MAPI describes.
    unsafe { heap.share() }
}
