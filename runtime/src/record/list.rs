//! Duty: records that end in a counted array of any length.
//! Input: a slice, or a pointer to such a record. Output: temporary records for a call, copies in a MAPI heap, and
//! arrays that read them in place.

use super::Temp;
use crate::codes::{E_INVALIDARG, E_OUTOFMEMORY};
use crate::depth::Walk;
use crate::heap::{Chain, Heap};
use crate::record::{Array, Pointee, Record, copy_into, free_items};
use crate::refs;
use crate::{Error, HRESULT, MapiBox, Result};
use std::borrow::Cow;
use std::ptr::NonNull;

/// A record that ends in an array, with a field that counts it.
///
/// # Safety
/// `ITEMS_AT` is the offset of the array, whose elements are `Item`s; `count` and `set_count` use the counting field.
pub unsafe trait Listed: Sized + 'static {
    /// The elements.
    type Item: Record;
    /// Where the array begins, in bytes.
    const ITEMS_AT: usize;

    /// Reads the count; `None` when it says no length that so many elements can have.
    ///
    /// # Safety
    /// `record` is valid for a read, of any alignment.
    unsafe fn count(record: *const Self) -> Option<usize>;

    /// Writes the count.
    ///
    /// # Safety
    /// `record` is valid for a write, of any alignment.
    ///
    /// # Errors
    /// `E_INVALIDARG` when the field cannot say so many.
    unsafe fn set_count(record: *mut Self, count: usize) -> Result<()>;
}

/// The elements of a record; none where its count says no length.
///
/// # Safety
/// `record` is not null; it and its elements are valid for `'a`.
pub unsafe fn items<'a, L: Listed>(record: *const L) -> Array<'a, L::Item> {
    // SAFETY: as promised.
    unsafe { counted_items(record) }.unwrap_or(Array::EMPTY)
}

/// The elements of a record; `None` where its count says no length.
///
/// # Safety
/// As for [`items`].
unsafe fn counted_items<'a, L: Listed>(record: *const L) -> Option<Array<'a, L::Item>> {
    // SAFETY: as promised; the array stands at its offset.
    unsafe { L::count(record).map(|len| Array::from_raw(record.byte_add(L::ITEMS_AT).cast(), len)) }
}

fn bytes_for<L: Listed>(items: usize) -> Result<usize> {
    let bytes = items.checked_mul(size_of::<L::Item>()).and_then(|bytes| bytes.checked_add(L::ITEMS_AT));
    bytes.map(|bytes| bytes.max(size_of::<L>())).ok_or_else(|| Error::from_hresult(E_OUTOFMEMORY))
}

/// Makes a record for the time of one call; other fields are zero.
///
/// # Errors
/// `E_INVALIDARG` when there are more elements than the record can count; `E_OUTOFMEMORY`; those of [`Record::check_refs`].
pub fn argument<L: Listed>(items: Array<'_, L::Item>) -> Result<Temp> {
    // SAFETY: an array exists only while its elements are valid.
    unsafe { refs::row(items.as_ptr(), items.len()) }?;
    let mut temp = Temp::new(bytes_for::<L>(items.len())?)?;
    let record = temp.as_mut_ptr::<L>();
    // SAFETY: the buffer has room for the record with all elements; they are copied bytewise, of any alignment.
    unsafe {
        L::set_count(record, items.len())?;
        let to = record.byte_add(L::ITEMS_AT).cast::<u8>();
        if !items.is_empty() {
            to.copy_from_nonoverlapping(items.as_ptr().cast(), items.len() * size_of::<L::Item>());
        }
    }
    Ok(temp)
}

/// Makes a record of a slice for the time of one call; other fields are zero.
///
/// # Errors
/// `E_INVALIDARG` when there are more elements than the record can count; `E_OUTOFMEMORY`; those of [`Record::check_refs`].
pub fn slice_argument<L: Listed>(items: &[<L::Item as Record>::View<'_>]) -> Result<Temp> {
    // SAFETY: views have the layout of records; the array is used only here.
    argument::<L>(unsafe { Array::from_raw(items.as_ptr().cast(), items.len()) })
}

/// Puts a record with deep copies of the elements into a block of its own; other fields are zero.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`, or `E_INVALIDARG` when there are more elements than the record can count.
pub fn allocate<L: Listed>(items: Array<'_, L::Item>, heap: Heap) -> Result<NonNull<L>> {
    let chain = Chain::new_in(heap, bytes_for::<L>(items.len())?)?;
    // SAFETY: the block has just been made large enough; views keep what the elements point to valid.
    unsafe { fill::<L>(chain.root().cast(), items, &chain) }?;
    Ok(chain.into_root().cast())
}

unsafe fn fill<L: Listed>(to: NonNull<L>, items: Array<'_, L::Item>, chain: &Chain) -> Result<()> {
    // SAFETY: the caller vouches for the room behind `to` and for the elements.
    unsafe {
        to.as_ptr().cast::<u8>().write_bytes(0, size_of::<L>());
        L::set_count(to.as_ptr(), items.len())?;
        copy_into(items.as_ptr(), items.len(), to.as_ptr().byte_add(L::ITEMS_AT).cast::<L::Item>(), chain)
    }
}

/// Frees a record and what its elements own.
///
/// # Safety
/// `record` is a block of `heap` with valid content that nobody uses any more.
pub unsafe fn free<L: Listed>(record: NonNull<L>, heap: Heap) {
    // SAFETY: as promised.
    unsafe {
        let items = items(record.as_ptr().cast_const());
        free_items(record.as_ptr(), items.as_ptr(), items.len(), heap);
    }
}

/// A copy of a record in a chain; what a field that points to one is copied with.
///
/// # Safety
/// `record` is null or valid with its elements.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`, or `E_INVALIDARG` when a number in it is not what it counts.
pub unsafe fn copy<L: Listed + Pointee>(record: *const L, chain: &Chain) -> Result<*mut L> {
    if record.is_null() {
        return Ok(std::ptr::null_mut());
    }
    // SAFETY: as promised; the copy has room for the fields before the array and for all elements.
    unsafe {
        checked(record)?;
        let from = items(record);
        let to = chain.more::<u8>(bytes_for::<L>(from.len())?)?.cast::<L>();
        fill(to, from, chain)?;
        to.cast::<u8>().as_ptr().copy_from_nonoverlapping(record.cast(), L::ITEMS_AT);
        Ok(to.as_ptr())
    }
}

/// Refuses a record with a number in it that is not what it counts.
///
/// # Safety
/// `record` is valid with its elements.
///
/// # Errors
/// `E_INVALIDARG`
#[doc(hidden)]
pub unsafe fn checked<P: Pointee>(record: *const P) -> Result<()> {
    // SAFETY: as promised.
    if unsafe { P::is_counted(record) } { Ok(()) } else { Err(crate::count::refused(E_INVALIDARG)) }
}

/// The same of a record in a block of its own, which is freed then.
///
/// # Safety
/// As for [`checked`]; `record` is a block of `heap` that nobody else uses.
///
/// # Errors
/// `E_INVALIDARG`
#[doc(hidden)]
pub unsafe fn checked_or_freed<P: Pointee>(record: NonNull<P>, heap: Heap) -> Result<NonNull<P>> {
    // SAFETY: as promised.
    unsafe {
        match checked(record.as_ptr()) {
            Ok(()) => Ok(record),
            Err(error) => {
                P::free(record, heap);
                Err(error)
            }
        }
    }
}

/// Looks for null pointers in the elements of a record, where the definition says `ref`.
///
/// # Safety
/// `record` is valid with its elements.
///
/// # Errors
/// Those of [`Record::check_refs`].
#[doc(hidden)]
pub unsafe fn check_refs<L: Listed>(record: *const L, walk: &Walk) -> Result<()> {
    // SAFETY: as promised.
    unsafe {
        let items = items(record);
        refs::items(items.as_ptr(), items.len(), walk)
    }
}

/// Releases what the elements of a record own, and leaves the record's memory.
///
/// # Safety
/// `record` is null or valid with its elements, whose content nobody uses any more.
pub unsafe fn release<L: Listed>(record: *const L, heap: Heap) {
    if !record.is_null() {
        // SAFETY: as promised.
        unsafe {
            let items = items(record);
            crate::record::release_items(items.as_ptr(), items.len(), heap);
        }
    }
}

/// How many bytes a record has with its elements; those of more elements than memory can have end with it.
///
/// # Safety
/// `record` is valid for a read, of any alignment.
#[must_use]
pub unsafe fn bytes<L: Listed>(record: *const L) -> usize {
    // SAFETY: as promised.
    let count = unsafe { L::count(record) }.unwrap_or(0);
    count.saturating_mul(size_of::<L::Item>()).saturating_add(L::ITEMS_AT).max(size_of::<L>())
}

/// How many elements a list has that may be absent.
///
/// # Safety
/// `record` is null or valid for a read.
#[must_use]
pub unsafe fn len<L: Listed>(record: *const L) -> usize {
    // SAFETY: as promised.
    if record.is_null() { 0 } else { unsafe { items(record) }.len() }
}

/// The place of a list that may come in, and goes out where none came in. It is read once: it may be part of what an
/// implementer changes.
#[doc(hidden)]
#[derive(Debug)]
pub struct Place<L> {
    place: *mut *mut L,
    came_in: *mut L,
}

impl<L: Listed + Pointee> Place<L> {
    /// Looks at what came in.
    ///
    /// # Safety
    /// `place` is valid for a read and a write during the call, of any alignment; what it holds is null or a valid record.
    #[must_use]
    pub unsafe fn new(place: *mut *mut L) -> Self {
        // SAFETY: as promised.
        Self { place, came_in: unsafe { place.read_unaligned() } }
    }

    /// What came in.
    #[must_use]
    pub const fn list(&self) -> *const L {
        self.came_in
    }

    /// How many elements the list has after the call: the one that came in, else the one that goes out.
    ///
    /// # Safety
    /// What came in is still valid.
    #[must_use]
    pub unsafe fn len_after(&self, out: Option<&MapiBox<L>>) -> usize {
        // SAFETY: as promised; an owned record is valid.
        unsafe { if self.came_in.is_null() { out.map_or(0, |out| len(out.as_ptr())) } else { len(self.came_in) } }
    }

    /// Gives a list away where none came in. What came in is the caller's and stays.
    ///
    /// # Safety
    /// The place is still valid.
    pub unsafe fn leave(self, out: Option<MapiBox<L>>) {
        if let (Some(out), true) = (out, self.came_in.is_null()) {
            // SAFETY: as promised.
            unsafe { self.place.write_unaligned(out.into_raw()) }
        }
    }
}

/// The elements of a record as a slice.
type Items<'a, L> = Cow<'a, [<<L as Listed>::Item as Record>::View<'a>]>;

/// Reads a record that may be null as a slice.
///
/// # Safety
/// `record` is null or valid with its elements for `'a`.
///
/// # Errors
/// `code` when its count says no length.
pub unsafe fn opt_slice<'a, L: Listed>(record: *const L, code: HRESULT) -> Result<Option<Items<'a, L>>> {
    if record.is_null() {
        return Ok(None);
    }
    // SAFETY: as promised.
    let items = unsafe { counted_items(record) };
    Ok(Some(items.ok_or_else(|| Error::from_hresult(code))?.to_slice()))
}

/// Reads a record that must not be null as a slice.
///
/// # Safety
/// As for [`opt_slice`].
///
/// # Errors
/// `code` for a null pointer, or when its count says no length.
pub unsafe fn req_slice<'a, L: Listed>(record: *const L, code: HRESULT) -> Result<Items<'a, L>> {
    // SAFETY: as promised.
    unsafe { opt_slice(record, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// Implements [`Listed`] and what follows for a record that is nothing but a count and an array.
#[doc(hidden)]
#[macro_export]
macro_rules! list_record {
    (unsafe $name:ident: $count:ident as $count_ty:ty, $items:ident: $item:ty) => {
        $crate::listed! { unsafe $name: $count as $count_ty, $items: $item }

        // SAFETY: the record is read, copied and freed by its count.
        unsafe impl $crate::record::Pointee for $name {
            type View<'a> = $crate::Array<'a, $item>;

            unsafe fn view<'a>(pointer: *const Self) -> Self::View<'a> {
                // SAFETY: as the caller promises.
                unsafe { $crate::list::items(pointer) }
            }

            unsafe fn is_counted(pointer: *const Self) -> bool {
                // SAFETY: as the caller promises.
                unsafe { <Self as $crate::list::Listed>::count(pointer) }.is_some()
            }

            const REFS: bool = <$item as $crate::record::Record>::REFS;

            unsafe fn check_refs(pointer: *const Self, walk: &$crate::depth::Walk) -> $crate::Result<()> {
                // SAFETY: as the caller promises.
                unsafe { $crate::list::check_refs(pointer, walk) }
            }

            fn allocate(view: Self::View<'_>, heap: $crate::heap::Heap) -> $crate::Result<::core::ptr::NonNull<Self>> {
                $crate::list::allocate(view, heap)
            }

            unsafe fn free(pointer: ::core::ptr::NonNull<Self>, heap: $crate::heap::Heap) {
                // SAFETY: as the caller promises.
                unsafe { $crate::list::free(pointer, heap) }
            }

            unsafe fn bytes(pointer: *const Self) -> usize {
                // SAFETY: as the caller promises.
                unsafe { $crate::list::bytes(pointer) }
            }
        }
    };
}

/// Implements [`Listed`] and what follows for a record with other fields before the array.
#[doc(hidden)]
#[macro_export]
macro_rules! tail_record {
    (unsafe $name:ident => $view:ident: $count:ident as $count_ty:ty, $items:ident: $item:ty => $view_items:ident,
        read($record:ident) { $($field:ident: $read:expr,)* } write($to:ident, $from:ident) { $($write:tt)* }
        $(at_most { $($part:ident <= $whole:ident,)* })?) => {
        $crate::listed! { unsafe $name: $count as $count_ty, $items: $item }

        impl $name {
            /// Fills in the fields before the array.
            #[allow(clippy::unnecessary_cast)]
            fn write_head($to: &mut Self, $from: $view<'_>) {
                $($write)*
            }
        }

        // SAFETY: the record is read, copied and freed by its count.
        unsafe impl $crate::record::Pointee for $name {
            type View<'a> = $view<'a>;

            #[allow(clippy::unnecessary_cast)]
            unsafe fn view<'a>(pointer: *const Self) -> Self::View<'a> {
                // SAFETY: as the caller promises; the fields before the array are plain.
                unsafe {
                    let $record = pointer.read_unaligned();
                    $view { $($field: $read,)* $view_items: $crate::list::items(pointer) }
                }
            }

            unsafe fn is_counted(pointer: *const Self) -> bool {
                // SAFETY: as the caller promises.
                unsafe {
                    <Self as $crate::list::Listed>::count(pointer).is_some()
                        $($(&& $crate::count::at_most(
                            (&raw const (*pointer).$part).read_unaligned(),
                            (&raw const (*pointer).$whole).read_unaligned(),
                        ).is_ok())*)?
                }
            }

            const REFS: bool = <$item as $crate::record::Record>::REFS;

            unsafe fn check_refs(pointer: *const Self, walk: &$crate::depth::Walk) -> $crate::Result<()> {
                // SAFETY: as the caller promises.
                unsafe { $crate::list::check_refs(pointer, walk) }
            }

            fn allocate(
                view: Self::View<'_>,
                heap: $crate::heap::Heap,
            ) -> $crate::Result<::core::ptr::NonNull<Self>> {
                let mut record = $crate::list::allocate::<Self>(view.$view_items, heap)?;
                // SAFETY: the record was just made, of this heap; nobody else has it.
                unsafe {
                    Self::write_head(record.as_mut(), view);
                    $crate::list::checked_or_freed(record, heap)
                }
            }

            unsafe fn free(pointer: ::core::ptr::NonNull<Self>, heap: $crate::heap::Heap) {
                // SAFETY: as the caller promises.
                unsafe { $crate::list::free(pointer, heap) }
            }

            unsafe fn bytes(pointer: *const Self) -> usize {
                // SAFETY: as the caller promises.
                unsafe { $crate::list::bytes(pointer) }
            }
        }

        impl $crate::list::Tailed for $name {
            fn argument(view: Self::View<'_>) -> $crate::Result<$crate::call::Temp> {
                let mut temp = $crate::list::argument::<Self>(view.$view_items)?;
                // SAFETY: the record was just made in an aligned buffer.
                unsafe {
                    Self::write_head(&mut *temp.as_mut_ptr::<Self>(), view);
                    $crate::list::checked::<Self>(temp.as_mut_ptr())?;
                }
                Ok(temp)
            }
        }
    };
}

/// A record with other fields before the array.
#[doc(hidden)]
pub trait Tailed: crate::record::Pointee {
    /// Makes a record for the time of one call.
    ///
    /// # Errors
    /// `E_INVALIDARG` when there are more elements than the record can count, or fewer than a field says.
    fn argument(view: Self::View<'_>) -> Result<Temp>;
}

/// Implements [`Listed`].
#[doc(hidden)]
#[macro_export]
macro_rules! listed {
    (unsafe $name:ident: $count:ident as $count_ty:ty, $items:ident: $item:ty) => {
        // SAFETY: the fields are those that the record's definition names.
        unsafe impl $crate::list::Listed for $name {
            type Item = $item;
            const ITEMS_AT: usize = ::core::mem::offset_of!($name, $items);

            unsafe fn count(record: *const Self) -> ::core::option::Option<usize> {
                // SAFETY: as the caller promises.
                let count = unsafe { (&raw const (*record).$count).read_unaligned() };
                $crate::count::of_elements::<$item>($crate::count::Count::length(count)?)
            }

            unsafe fn set_count(record: *mut Self, count: usize) -> $crate::Result<()> {
                let count = $crate::count::fit::<$count_ty>(count)?;
                // SAFETY: as the caller promises.
                unsafe { (&raw mut (*record).$count).write_unaligned(count) };
                Ok(())
            }
        }
    };
}
