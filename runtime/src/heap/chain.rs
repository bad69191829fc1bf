//! Duty: make a deep copy that is either whole or gone.
//! Input: what is copied, piece by piece. Output: a block with everything chained to it; until it is given away, all that
//! was allocated and every reference that was taken for it goes with it.

use super::Heap;
use crate::codes::E_OUTOFMEMORY;
use crate::depth::Walk;
use crate::{Error, IUnknown, Interface, Result, depth};
use std::cell::{Cell, RefCell};
use std::ffi::c_void;
use std::ptr::NonNull;

/// How many bytes count as one block more. What is shared is copied as often as it is referred to.
const BYTES: usize = 64;

/// Where a deep copy puts what the copied records point to. When it fails, dropping the chain undoes all of it.
#[derive(Debug)]
pub struct Chain {
    heap: Heap,
    root: NonNull<c_void>,
    whole: Cell<bool>,
    /// How much may still be copied.
    walk: Walk,
    /// Blocks of their own that belong to the copy.
    blocks: RefCell<Vec<NonNull<c_void>>>,
    /// References that belong to the copy.
    references: RefCell<Vec<IUnknown>>,
}

impl Chain {
    /// Begins a chain with a block of `size` bytes in the current heap.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`
    pub fn new(size: usize) -> Result<Self> {
        Self::new_in(Heap::current(), size)
    }

    /// Begins a chain with a block of `size` bytes in `heap`.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`
    pub fn new_in(heap: Heap, size: usize) -> Result<Self> {
        Self::with(heap, size, Walk::over(0))
    }

    fn with(heap: Heap, size: usize, walk: Walk) -> Result<Self> {
        depth::spend(size)?;
        let (blocks, references) = (RefCell::default(), RefCell::default());
        Ok(Self { heap, root: heap.allocate(size)?, whole: Cell::new(false), walk, blocks, references })
    }

    /// Begins a chain in the same heap for a part of this copy, which is going to be [adopted](Self::adopt).
    ///
    /// # Errors
    /// As for [`more`](Self::more).
    pub(crate) fn part(&self, size: usize) -> Result<Self> {
        self.meet(size)?;
        Self::with(self.heap, size, self.walk.clone())
    }

    /// Counts a block that is copied because something refers to it.
    fn meet(&self, size: usize) -> Result<()> {
        self.walk.meet(1 + size / BYTES)
    }

    /// The first block.
    #[must_use]
    pub fn root(&self) -> NonNull<c_void> {
        self.root
    }

    /// The heap it is in.
    #[must_use]
    pub fn heap(&self) -> Heap {
        self.heap
    }

    /// Whether everything goes into the chain, also what elsewhere has blocks of its own.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.whole.get()
    }

    /// Runs `copy` with everything going into the chain.
    ///
    /// # Errors
    /// Those of `copy`.
    pub fn whole<T>(&self, copy: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let outer = self.whole.replace(true);
        let copied = copy(self);
        self.whole.set(outer);
        copied
    }

    /// Adds a block for `count` values of type `T`.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`; [`TOO_DEEP`](depth::TOO_DEEP) where nested data becomes too much, or where all of it would: 2²⁴
    /// blocks, or a GiB.
    pub fn more<T>(&self, count: usize) -> Result<NonNull<T>> {
        let size = count.checked_mul(size_of::<T>()).ok_or_else(|| Error::from_hresult(E_OUTOFMEMORY))?;
        depth::spend(size)?;
        self.meet(size)?;
        // SAFETY: the root is live as long as the chain is.
        Ok(unsafe { self.heap.allocate_more(self.root, size) }?.cast())
    }

    /// Takes over what was copied into a chain of its own, in the same heap, which will free it; gives the address of that
    /// block.
    pub(crate) fn adopt(&self, own: Self) -> NonNull<c_void> {
        self.walk.go_on(&own.walk);
        let mut blocks = self.blocks.borrow_mut();
        blocks.append(&mut own.blocks.borrow_mut());
        self.references.borrow_mut().append(&mut own.references.borrow_mut());
        let root = own.into_root();
        blocks.push(root);
        root
    }

    /// Takes a reference to an object for the copy.
    ///
    /// # Safety
    /// `raw` is null or a live interface pointer.
    pub unsafe fn reference(&self, raw: *const c_void) {
        let raw = raw.cast_mut();
        // SAFETY: as promised; every interface begins with the methods of IUnknown.
        let object = unsafe { IUnknown::from_raw_borrowed(&raw) }.cloned();
        self.references.borrow_mut().extend(object);
    }

    /// Gives the copy away, with all that was allocated and every reference that was taken for it.
    #[must_use]
    pub fn into_root(self) -> NonNull<c_void> {
        let root = self.root;
        self.blocks.take();
        self.references.take().into_iter().for_each(std::mem::forget);
        std::mem::forget(self);
        root
    }
}

impl Drop for Chain {
    fn drop(&mut self) {
        for block in self.blocks.take() {
            // SAFETY: the block was taken over, and nobody has seen it.
            unsafe { self.heap.free(block.as_ptr()) }
        }
        // SAFETY: the root is ours and live.
        unsafe { self.heap.free(self.root.as_ptr()) }
    }
}
