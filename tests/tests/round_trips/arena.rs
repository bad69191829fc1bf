//! Duty: keep the arrays that views borrow while a value is shown. Output: slices that live as long as the arena.

use mapi::{PropTag, SPropTagArray};
use mapidl::MapiBox;
use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::{OnceCell, RefCell};
use std::ptr::NonNull;

/// Arrays of anything without a destructor, and lists of tags.
#[derive(Default)]
pub(crate) struct Arena {
    arrays: RefCell<Vec<(NonNull<u8>, Layout)>>,
    tags: Shelf<MapiBox<SPropTagArray>>,
}

impl Arena {
    pub(crate) fn array<T: Copy>(&self, items: impl IntoIterator<Item = T>) -> &[T] {
        let items: Vec<T> = items.into_iter().collect();
        let layout = Layout::for_value(items.as_slice());
        if layout.size() == 0 {
            return &[];
        }
        // SAFETY: the layout has a size.
        let block = NonNull::new(unsafe { alloc(layout) }).unwrap_or_else(|| handle_alloc_error(layout));
        self.arrays.borrow_mut().push((block, layout));
        // SAFETY: the block is new, of that layout, and freed with the arena only.
        unsafe {
            block.as_ptr().cast::<T>().copy_from_nonoverlapping(items.as_ptr(), items.len());
            std::slice::from_raw_parts(block.as_ptr().cast(), items.len())
        }
    }

    pub(crate) fn one<T: Copy>(&self, item: T) -> &T {
        &self.array([item])[0]
    }

    pub(crate) fn tags(&self, tags: &[PropTag]) -> &MapiBox<SPropTagArray> {
        self.tags.keep(MapiBox::new(tags).expect("memory for a few tags"))
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        for (block, layout) in self.arrays.take() {
            // SAFETY: the block is the arena's own. What still borrowed it would now read nonsense.
            unsafe {
                block.as_ptr().write_bytes(0xdd, layout.size());
                dealloc(block.as_ptr(), layout);
            }
        }
    }
}

/// A list that only grows.
struct Shelf<T>(OnceCell<Box<(T, Shelf<T>)>>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

impl<T> Shelf<T> {
    fn keep(&self, item: T) -> &T {
        let mut end = self;
        while let Some(filled) = end.0.get() {
            end = &filled.1;
        }
        &end.0.get_or_init(|| Box::new((item, Self::default()))).0
    }
}
