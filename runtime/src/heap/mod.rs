//! Duty: MAPI's memory: blocks that are freed as a whole, with everything chained to them.
//! Input: sizes. Output: memory of the installed [`Heap`], which works in process on every system until it is
//! replaced.
//!
//! `MAPIAllocateBuffer` gives a block, `MAPIAllocateMore` gives further ones that live and die with it, and
//! `MAPIFreeBuffer` frees the first and all the others. Caller and callee must use the same heap: on Windows that of
//! mapi32, elsewhere the one that is built in.

mod chain;
mod scope;

pub use chain::Chain;
pub use scope::{Entered, Scope};

use crate::codes::{E_INVALIDARG, E_OUTOFMEMORY, E_UNEXPECTED};
use crate::{Error, HRESULT, Result};
use std::alloc::Layout;
use std::ffi::c_void;
use std::ptr::{self, NonNull};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// `MAPIAllocateBuffer(size, &block)`
pub type AllocateBuffer = unsafe extern "system" fn(size: u32, block: *mut *mut c_void) -> HRESULT;
/// `MAPIAllocateMore(size, root, &block)`
pub type AllocateMore = unsafe extern "system" fn(size: u32, root: *mut c_void, block: *mut *mut c_void) -> HRESULT;
/// `MAPIFreeBuffer(block)`
pub type FreeBuffer = unsafe extern "system" fn(block: *mut c_void) -> u32;

/// The three functions of a MAPI heap, as MAPI itself hands them to providers. They belong together: safe code calls them.
#[derive(Clone, Copy, Debug)]
pub struct Heap {
    allocate_buffer: AllocateBuffer,
    allocate_more: AllocateMore,
    free_buffer: FreeBuffer,
}

static INSTALLED: OnceLock<Heap> = OnceLock::new();

impl Heap {
    /// The heap that is built in: it works on every system, and counts its blocks (see [`live_blocks`]).
    pub const IN_PROCESS: Self =
        Self { allocate_buffer: in_process_buffer, allocate_more: in_process_more, free_buffer: in_process_free };

    /// A heap of these functions.
    ///
    /// # Safety
    /// They must belong together and behave as MAPI describes them, on every thread and for as long as anything may use the
    /// heap.
    #[must_use]
    pub const unsafe fn new(buffer: AllocateBuffer, more: AllocateMore, free: FreeBuffer) -> Self {
        Self { allocate_buffer: buffer, allocate_more: more, free_buffer: free }
    }

    /// Its functions: what gives a block of its own, what gives one that lives and dies with another, and what frees a
    /// block with all that was chained to it.
    #[must_use]
    pub const fn functions(self) -> (AllocateBuffer, AllocateMore, FreeBuffer) {
        (self.allocate_buffer, self.allocate_more, self.free_buffer)
    }

    /// The heap in use.
    #[must_use]
    pub fn current() -> Self {
        *INSTALLED.get_or_init(|| Self::IN_PROCESS)
    }

    /// Replaces the built-in heap for the rest of the process. Memory of one heap cannot be freed by another, so this
    /// comes before the first allocation.
    ///
    /// # Safety
    /// The three functions must belong together and behave as MAPI describes them.
    ///
    /// # Errors
    /// The heap itself, when one is in use already.
    pub unsafe fn install(self) -> std::result::Result<(), Self> {
        INSTALLED.set(self)
    }

    /// Makes this the heap of the process for good, unless it is already.
    ///
    /// # Safety
    /// As for [`install`](Self::install).
    ///
    /// # Errors
    /// `E_UNEXPECTED` when another heap is in use: memory of one cannot be freed by the other.
    pub unsafe fn share(self) -> Result<()> {
        // SAFETY: as promised.
        match unsafe { self.install() } {
            Err(heap) if !heap.is(Self::current()) => {
                Err(Error::new(E_UNEXPECTED, "memory was allocated before MAPI's own functions were known"))
            }
            _ => Ok(()),
        }
    }

    fn is(self, other: Self) -> bool {
        ptr::fn_addr_eq(self.allocate_buffer, other.allocate_buffer)
            && ptr::fn_addr_eq(self.allocate_more, other.allocate_more)
            && ptr::fn_addr_eq(self.free_buffer, other.free_buffer)
    }

    /// Gives a block of at least `size` bytes; its content is undefined.
    ///
    /// # Errors
    /// What the heap answers: `E_OUTOFMEMORY`.
    pub fn allocate(self, size: usize) -> Result<NonNull<c_void>> {
        let size = u32::try_from(size).map_err(|_| Error::from_hresult(E_OUTOFMEMORY))?;
        let mut block = ptr::null_mut();
        // SAFETY: `block` is valid for the write.
        let code = unsafe { (self.allocate_buffer)(size, &mut block) };
        answer(code, block)
    }

    /// Gives a block of at least `size` bytes that lives and dies with `root`.
    ///
    /// # Safety
    /// `root` must come from [`allocate`](Self::allocate) of this heap and not be freed yet.
    ///
    /// # Errors
    /// What the heap answers: `E_OUTOFMEMORY`.
    pub unsafe fn allocate_more(self, root: NonNull<c_void>, size: usize) -> Result<NonNull<c_void>> {
        let size = u32::try_from(size).map_err(|_| Error::from_hresult(E_OUTOFMEMORY))?;
        let mut block = ptr::null_mut();
        // SAFETY: `root` as promised, `block` is valid for the write.
        let code = unsafe { (self.allocate_more)(size, root.as_ptr(), &mut block) };
        answer(code, block)
    }

    /// Frees a block and all that was chained to it.
    ///
    /// # Safety
    /// `block` is null, or a block of [`allocate`](Self::allocate) of this heap that nobody uses any more.
    pub unsafe fn free(self, block: *mut c_void) {
        // SAFETY: as promised.
        unsafe { (self.free_buffer)(block) };
    }
}

fn answer(code: HRESULT, block: *mut c_void) -> Result<NonNull<c_void>> {
    if code.is_err() {
        return Err(Error::from_hresult(code));
    }
    NonNull::new(block).ok_or_else(|| Error::from_hresult(E_OUTOFMEMORY))
}

/// How many blocks of [`Heap::IN_PROCESS`] are allocated and not freed, those chained to others not counted.
#[must_use]
pub fn live_blocks() -> usize {
    LIVE.load(Ordering::Acquire)
}

static LIVE: AtomicUsize = AtomicUsize::new(0);

/// What stands before each block of the built-in heap.
#[repr(C, align(16))]
struct Header {
    /// The whole allocation.
    layout: Layout,
    /// The first of the blocks chained to this one.
    chained: AtomicPtr<Header>,
    /// Who counts it.
    scope: Option<Scope>,
    /// The next block in the chain that this one belongs to.
    next: *mut Header,
    /// Tells a block of this heap from a pointer that is none; wiped when the block is freed.
    mark: usize,
}

const ROOT: usize = 0x4d41_5049;
const CHAINED: usize = 0x4d6f_7265;

/// The layout of a block with its header; `None` when no block can be so large, as may be where addresses have 32 bits.
fn layout_for(size: u32) -> Option<Layout> {
    let content = Layout::from_size_align(usize::try_from(size).ok()?, align_of::<Header>()).ok()?;
    Layout::new::<Header>().extend(content).ok().map(|(layout, _)| layout)
}

fn new_block(size: u32, mark: usize) -> *mut Header {
    let Some(layout) = layout_for(size) else { return ptr::null_mut() };
    // SAFETY: the layout has at least the header's size.
    let header = unsafe { std::alloc::alloc(layout) }.cast::<Header>();
    if !header.is_null() {
        let content =
            Header { layout, chained: AtomicPtr::new(ptr::null_mut()), scope: None, next: ptr::null_mut(), mark };
        // SAFETY: freshly allocated, large enough, aligned to 16.
        unsafe { header.write(content) };
    }
    header
}

/// The header of a block, unless the pointer is no block of this heap.
unsafe fn header_of(block: *mut c_void, mark: usize) -> Option<NonNull<Header>> {
    if block.is_null() || !block.cast::<Header>().is_aligned() {
        return None;
    }
    let header = NonNull::new(block.cast::<Header>().wrapping_sub(1))?;
    // SAFETY: the caller vouches that `block` came from this heap, so its header stands before it.
    (unsafe { (*header.as_ptr()).mark } == mark).then_some(header)
}

unsafe extern "system" fn in_process_buffer(size: u32, block: *mut *mut c_void) -> HRESULT {
    if block.is_null() {
        return E_INVALIDARG;
    }
    let header = new_block(size, ROOT);
    if header.is_null() {
        return E_OUTOFMEMORY;
    }
    let scope = Scope::entered();
    LIVE.fetch_add(1, Ordering::AcqRel);
    if let Some(scope) = &scope {
        scope.count();
    }
    // SAFETY: the header is ours; `block` is not null and the caller vouches for it; the content follows the header.
    unsafe {
        (*header).scope = scope;
        block.write_unaligned(header.add(1).cast());
    }
    HRESULT(0)
}

unsafe extern "system" fn in_process_more(size: u32, root: *mut c_void, block: *mut *mut c_void) -> HRESULT {
    // SAFETY: the caller vouches for `root`.
    let (Some(root), false) = (unsafe { header_of(root, ROOT) }, block.is_null()) else {
        return E_INVALIDARG;
    };
    let header = new_block(size, CHAINED);
    if header.is_null() {
        return E_OUTOFMEMORY;
    }
    // SAFETY: the root is live, the new header is ours until it is published below.
    unsafe {
        let chained = &root.as_ref().chained;
        let mut first = chained.load(Ordering::Acquire);
        loop {
            (*header).next = first;
            match chained.compare_exchange_weak(first, header, Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => break,
                Err(now) => first = now,
            }
        }
        block.write_unaligned(header.add(1).cast());
    }
    HRESULT(0)
}

unsafe extern "system" fn in_process_free(block: *mut c_void) -> u32 {
    if block.is_null() {
        return 0;
    }
    // SAFETY: the caller vouches for `block`.
    let Some(root) = (unsafe { header_of(block, ROOT) }) else {
        return E_INVALIDARG.0.cast_unsigned();
    };
    // SAFETY: the block is live and given up by its owner; each header of the chain is freed once.
    unsafe {
        let mut chained = (*root.as_ptr()).chained.load(Ordering::Acquire);
        while !chained.is_null() {
            let next = (*chained).next;
            release(chained);
            chained = next;
        }
        if let Some(scope) = (*root.as_ptr()).scope.take() {
            scope.uncount();
        }
        release(root.as_ptr());
    }
    LIVE.fetch_sub(1, Ordering::AcqRel);
    0
}

unsafe fn release(header: *mut Header) {
    // SAFETY: the caller gives up a live header.
    unsafe {
        let layout = (*header).layout;
        (&raw mut (*header).mark).write_volatile(0);
        std::alloc::dealloc(header.cast(), layout);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_freed_as_a_whole() {
        let scope = Scope::new();
        let entered = scope.enter();
        let chain = Chain::new(10).unwrap();
        for _ in 0..3 {
            let more = chain.more::<u64>(4).unwrap();
            assert!(more.is_aligned());
            // SAFETY: four values were asked for.
            unsafe { more.as_ptr().write_bytes(0xff, 4) };
        }
        drop(entered);
        assert_eq!(scope.live(), 1);
        drop(chain);
        assert_eq!(scope.live(), 0);
    }

    #[test]
    fn what_is_no_block_is_refused() {
        let heap = Heap::IN_PROCESS;
        let mut block = ptr::null_mut();
        // SAFETY: null pointers are part of the functions' contract; the chained block is live.
        unsafe {
            assert_eq!((heap.allocate_buffer)(8, ptr::null_mut()), E_INVALIDARG);
            assert_eq!((heap.allocate_more)(8, ptr::null_mut(), &mut block), E_INVALIDARG);
            assert_eq!((heap.free_buffer)(ptr::null_mut()), 0);
            let chain = Chain::new_in(heap, 8).unwrap();
            let chained = chain.more::<u8>(8).unwrap();
            assert_eq!((heap.free_buffer)(chained.as_ptr().cast()).cast_signed(), E_INVALIDARG.0);
            assert_eq!((heap.allocate_more)(8, chained.as_ptr().cast(), &mut block), E_INVALIDARG);
        }
    }

    #[test]
    fn threads_count_for_themselves() {
        let (one, two) = (Scope::new(), Scope::new());
        let _entered = one.enter();
        let inner = two.clone();
        let block = std::thread::spawn(move || {
            let _entered = inner.enter();
            Heap::IN_PROCESS.allocate(1).unwrap().as_ptr() as usize
        });
        let block = block.join().unwrap();
        assert_eq!((one.live(), two.live()), (0, 1));
        // SAFETY: the block is ours.
        unsafe { Heap::IN_PROCESS.free(block as *mut c_void) };
        assert_eq!(two.live(), 0);
    }
    #[test]
    fn what_cannot_be_had_is_no_small_block() {
        assert!(layout_for(u32::MAX).is_none_or(|layout| layout.size() > u32::MAX as usize));
        // Where addresses have 32 bits, no block is larger than half of them.
        let half = layout_for(0x8000_0000).map(|layout| layout.size());
        assert!(half.is_none_or(|size| size > 0x8000_0000), "{half:?}");
        assert!(layout_for(0x7fff_ffff - 8).is_none_or(|layout| layout.size() > 0x7fff_ffff));
        if usize::BITS == 32 {
            let refused = Heap::IN_PROCESS.allocate(0x8000_0000).map(drop);
            assert_eq!(refused.map_err(|error| error.code()), Err(E_OUTOFMEMORY));
            let chain = Chain::new_in(Heap::IN_PROCESS, 8).unwrap();
            assert!(chain.more::<u64>(0x1000_0000).is_err() && chain.more::<u64>(usize::MAX).is_err());
        }
    }
}
