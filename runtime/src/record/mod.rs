//! Duty: let C records be read and written safely where they stand, and own those that a MAPI heap holds.
//! Input: pointers to C memory that a contract describes. Output: [`Array`] and the views of records.
//!
//! Generated code implements [`Record`] for every fixed-size record and [`Pointee`] for everything a pointer can
//! stand for; alignment is never assumed of memory that came from elsewhere.

mod array;
mod copy;
mod interface;
mod lend;
pub mod list;
mod not_null;
mod owned;
mod pointer;
pub mod refs;
mod reserved;
mod slot;
pub mod task;
mod temp;
mod view;

pub use array::{Array, Iter};
pub(crate) use copy::free_array;
pub use copy::{allocate_items, copy_array, copy_array_own, copy_into, copy_string, free_items, release_items};
pub use interface::{Borrowed, InterfacePtr, borrowed_ptr, interface_field};
pub use lend::{
    Start, box_ptr, bytes, given_view, opt_pointers, opt_ptr, opt_ref, opt_slice, opt_view, req_pointers, req_slice,
    req_view,
};
pub use not_null::{NotNull, Pointing};
pub use owned::{MapiBox, MapiRef, MapiVec, OneBlock};
pub use pointer::{Ptr, PtrView};
pub use reserved::Reserved;
pub use slot::Slot;
pub use temp::{Align8, Temp};
#[doc(hidden)]
pub use view::label;

use crate::depth::Walk;
use crate::heap::{Chain, Heap};
use crate::{Error, HRESULT, Result};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// A fixed-size C record (or scalar) that can stand in an array, with its safe face.
///
/// # Safety
/// `View<'a>` must be `repr(transparent)` over `Self`; [`deep_copy`](Self::deep_copy) must leave no pointer to what the
/// source points to, and tell the chain of all that it takes beside it ([`copy_array_own`],
/// [`reference`](Chain::reference)); [`release`](Self::release) must free exactly that, and nothing where the record is zero.
/// A type whose `release` does something says so ([`RELEASES`](Self::RELEASES)).
pub unsafe trait Record: Copy + 'static {
    /// The safe face: the same bytes, with accessors that borrow for `'a`.
    type View<'a>: Copy;

    /// Whether [`release`](Self::release) does anything.
    const RELEASES: bool = false;

    /// Whether the counts in the record are lengths. What a record with another count is said to have is not looked at.
    #[inline]
    fn is_counted(&self) -> bool {
        true
    }

    /// Whether a pointer that must not be null (`ref`) is in the record, or in what it leads to.
    const REFS: bool = false;

    /// Looks for such pointers that are null. Where there are no elements to point to, null is their array.
    ///
    /// # Safety
    /// All pointers of the record are valid as its definition describes them.
    ///
    /// # Errors
    /// [`NULL_REF_POINTER`](crate::refs::NULL_REF_POINTER); [`TOO_DEEP`](crate::depth::TOO_DEEP).
    #[inline]
    unsafe fn check_refs(&self, walk: &Walk) -> Result<()> {
        let _ = walk;
        Ok(())
    }

    /// Copies the record with everything that it points to into `chain`. After an error the chain is to be dropped.
    ///
    /// # Safety
    /// All pointers of the record are valid as its definition describes them.
    ///
    /// # Errors
    /// `MAPI_E_NOT_ENOUGH_MEMORY`; [`NO_SUCH_MEMBER`] for a union whose discriminant names no described member;
    /// [`TOO_DEEP`](crate::depth::TOO_DEEP).
    unsafe fn deep_copy(&self, chain: &Chain) -> Result<Self> {
        let _ = chain;
        Ok(*self)
    }

    /// Frees what the record points to and that is an allocation of its own, as `FreeProws` does for each row.
    ///
    /// # Safety
    /// The pointers are valid, of the heap `heap`, and nobody uses them any more.
    unsafe fn release(&self, heap: Heap) {
        let _ = heap;
    }
}

/// Declares types whose every bit pattern is a value, and that point to nothing, as their own views.
#[macro_export]
#[doc(hidden)]
macro_rules! plain_record {
    (unsafe $($name:ty),* $(,)?) => {
        $(
            // SAFETY: the type is its own view and points to nothing.
            unsafe impl $crate::record::Record for $name {
                type View<'a> = Self;
            }
        )*
    };
}

/// A union that cannot be copied: nothing says what its discriminant stands for. `HRESULT_FROM_WIN32(RPC_S_INVALID_TAG)`.
pub const NO_SUCH_MEMBER: HRESULT = HRESULT(0x8007_06C5_u32.cast_signed());

crate::codes! { NO_SUCH_MEMBER, }

/// The error that says so.
#[doc(hidden)]
#[cold]
#[must_use]
pub fn no_such_member() -> Error {
    Error::from_hresult(NO_SUCH_MEMBER)
}

// SAFETY: they are numbers, or nothing but numbers.
plain_record!(unsafe u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64, crate::GUID, crate::HRESULT, crate::BOOL);

// SAFETY: what its elements are, the array is: its own view, and without a pointer.
unsafe impl<T, const N: usize> Record for [T; N]
where
    for<'v> T: Record<View<'v> = T>,
{
    type View<'a> = Self;
}

/// Views a record.
#[inline]
fn view<'a, R: Record>(record: R) -> R::View<'a> {
    const { assert!(size_of::<R>() == size_of::<R::View<'static>>()) };
    let record = ManuallyDrop::new(record);
    // SAFETY: the view is transparent over the record.
    unsafe { std::mem::transmute_copy(&*record) }
}

/// What a pointer to `Self` stands for: one record, or a record that ends in an array of any length.
///
/// # Safety
/// [`view`](Self::view) must only read what the definition describes, [`allocate`](Self::allocate) must give a block
/// that [`free`](Self::free) frees without a rest.
pub unsafe trait Pointee: 'static {
    /// The safe face.
    type View<'a>: Copy;

    /// Looks at a record.
    ///
    /// # Safety
    /// `pointer` is not null; it and all pointers in the record are valid for `'a` as the definition describes them.
    unsafe fn view<'a>(pointer: *const Self) -> Self::View<'a>;

    /// Whether the counts in the record are lengths.
    ///
    /// # Safety
    /// As for [`view`](Self::view).
    #[inline]
    unsafe fn is_counted(pointer: *const Self) -> bool {
        let _ = pointer;
        true
    }

    /// [`Record::REFS`]
    const REFS: bool = false;

    /// [`Record::check_refs`]
    ///
    /// # Safety
    /// As for [`view`](Self::view).
    ///
    /// # Errors
    /// Those of [`Record::check_refs`].
    #[inline]
    unsafe fn check_refs(pointer: *const Self, walk: &Walk) -> Result<()> {
        let _ = (pointer, walk);
        Ok(())
    }

    /// Puts a deep copy into a block of its own.
    ///
    /// # Errors
    /// `MAPI_E_NOT_ENOUGH_MEMORY`, or `E_INVALIDARG` when there are more elements than the record can count.
    fn allocate(view: Self::View<'_>, heap: Heap) -> Result<NonNull<Self>>
    where
        Self: Sized;

    /// Frees a block and what the records in it own.
    ///
    /// # Safety
    /// `pointer` is a block of `heap` with valid content that nobody uses any more.
    unsafe fn free(pointer: NonNull<Self>, heap: Heap)
    where
        Self: Sized;

    /// How many bytes the record has, its own array included.
    ///
    /// # Safety
    /// `pointer` is valid for a read, of any alignment.
    #[inline]
    unsafe fn bytes(pointer: *const Self) -> usize
    where
        Self: Sized,
    {
        let _ = pointer;
        size_of::<Self>()
    }
}

/// Views the record at `pointer`, of any alignment.
///
/// # Safety
/// `pointer` is valid for a read, and the record's pointers for `'a`.
#[doc(hidden)]
#[inline]
pub unsafe fn view_at<'a, R: Record>(pointer: *const R) -> R::View<'a> {
    // SAFETY: as promised.
    view(unsafe { pointer.read_unaligned() })
}

/// The record that a view is made of.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn record_of<R: Record>(view: R::View<'_>) -> R {
    // SAFETY: the view is transparent over the record.
    unsafe { std::mem::transmute_copy(&view) }
}
