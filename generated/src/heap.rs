//! Duty: let this process use the heap that MAPI hands it.
//! Input: MAPI's three functions. Output: owned memory that comes from them.

use mapidl::heap::Heap;
use mapidl::{Error, Result};

/// Installs a heap, unless it is in use already.
///
/// # Errors
/// `E_UNEXPECTED` when another heap is in use: memory of one cannot be freed by the other.
pub(crate) fn install(heap: Heap) -> Result<()> {
    // SAFETY: MAPI's functions belong together, and do what MAPI describes.
    match unsafe { heap.install() } {
        Err(heap) if !is_same(heap, Heap::current()) => {
            Err(Error::new(crate::E_UNEXPECTED, "memory was allocated before MAPI's own functions were known"))
        }
        _ => Ok(()),
    }
}

fn is_same(a: Heap, b: Heap) -> bool {
    std::ptr::fn_addr_eq(a.allocate_buffer, b.allocate_buffer)
        && std::ptr::fn_addr_eq(a.allocate_more, b.allocate_more)
        && std::ptr::fn_addr_eq(a.free_buffer, b.free_buffer)
}
