//! Duty: records of a MAPI heap that a call changes in place, or in whose place it leaves others.
//! Input: a caller's owned records, or the raw pointers that a stub receives. Output: editors that keep the rules of
//! ownership, and guards that put back what must be there after a call, whatever becomes of it.

use crate::codes::E_INVALIDARG;
use crate::list::{Listed, items, slice_argument};
use crate::record::Temp;
use crate::record::{Array, Iter, Pointee, Record, free_array, view_at};
use crate::{Error, HRESULT, MapiBox, MapiVec, Result};
use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;

/// A record that owns one array, in a block of its own.
///
/// # Safety
/// The functions use the fields that the record's definition names.
#[doc(hidden)]
pub unsafe trait OwnArray: Record {
    /// The elements.
    type Item: Record;

    /// The array and its length.
    ///
    /// # Safety
    /// `record` is valid for a read, of any alignment.
    unsafe fn own(record: *const Self) -> (*mut Self::Item, usize);

    /// Writes the array and its length.
    ///
    /// # Safety
    /// `record` is valid for a write, of any alignment.
    ///
    /// # Errors
    /// `E_INVALIDARG` when the field cannot say so many; nothing is written then.
    unsafe fn set_own(record: *mut Self, start: *mut Self::Item, len: usize) -> Result<()>;
}

/// An array that its record owns; a definition may say that nobody but the owner changes its elements.
#[doc(hidden)]
#[must_use]
pub const fn start<T>(start: *const T) -> *mut T {
    start.cast_mut()
}

/// Implements [`OwnArray`].
#[doc(hidden)]
#[macro_export]
macro_rules! own_array {
    (unsafe $name:ident: $count:ident as $count_ty:ty, $start:ident: $item:ty) => {
        // SAFETY: the fields are those that the record's definition names.
        unsafe impl $crate::change::OwnArray for $name {
            type Item = $item;

            unsafe fn own(record: *const Self) -> (*mut $item, usize) {
                // SAFETY: as the caller promises.
                unsafe {
                    let start = $crate::change::start((&raw const (*record).$start).read_unaligned());
                    (start.cast(), $crate::count::seen((&raw const (*record).$count).read_unaligned()))
                }
            }

            unsafe fn set_own(record: *mut Self, start: *mut $item, len: usize) -> $crate::Result<()> {
                let count = $crate::count::fit::<$count_ty>(len)?;
                // SAFETY: as the caller promises.
                unsafe {
                    (&raw mut (*record).$start).write_unaligned(start.cast());
                    (&raw mut (*record).$count).write_unaligned(count);
                }
                Ok(())
            }
        }
    };
}

/// A record that can be changed where it stands: the array that it owns can be replaced by another one.
pub struct RecordMut<'a, R: OwnArray>(NonNull<R>, PhantomData<&'a mut R>);

impl<R: OwnArray> RecordMut<'_, R> {
    /// Looks at the record.
    #[must_use]
    pub fn view(&self) -> R::View<'_> {
        // SAFETY: the record is valid, and not changed while `self` is borrowed.
        unsafe { view_at(self.0.as_ptr()) }
    }

    /// Puts `items` in the place of the record's array, which is freed.
    ///
    /// # Errors
    /// `E_INVALIDARG` when the record cannot count so many elements, [`NULL_REF_POINTER`](crate::refs::NULL_REF_POINTER) for
    /// a null in them where the definition says `ref`; it stays as it was then.
    pub fn replace(&mut self, items: MapiVec<R::Item>) -> Result<()> {
        crate::refs::array(&items)?;
        let (record, len) = (self.0.as_ptr(), items.len());
        // SAFETY: the record is ours to change; what it had is an array of the heap that nobody else owns, and `items`
        // are given away only once the record holds them.
        unsafe {
            let (old, old_len) = R::own(record);
            R::set_own(record, items.as_ptr(), len)?;
            let _ = items.into_raw();
            free_array(old, old_len);
        }
        Ok(())
    }
}

impl<R: OwnArray> fmt::Debug for RecordMut<'_, R>
where
    for<'v> R::View<'v>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().fmt(f)
    }
}

/// A list whose elements can be changed where they stand; it keeps its length.
pub struct ListMut<'a, L>(NonNull<L>, PhantomData<&'a mut L>);

impl<L: Listed<Item: OwnArray>> ListMut<'_, L> {
    /// The elements.
    #[must_use]
    pub fn as_array(&self) -> Array<'_, L::Item> {
        // SAFETY: the list is valid, and not changed while `self` is borrowed.
        unsafe { items(self.0.as_ptr().cast_const()) }
    }

    /// How many elements it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.as_array().len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The element at `index`.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<<L::Item as Record>::View<'_>> {
        self.as_array().get(index)
    }

    /// The elements in order.
    pub fn iter(&self) -> Iter<'_, L::Item> {
        self.as_array().iter()
    }

    /// The element at `index`, to be changed.
    #[must_use]
    pub fn get_mut(&mut self, index: usize) -> Option<RecordMut<'_, L::Item>> {
        let array = self.as_array();
        let start = NonNull::new(array.as_ptr().cast_mut())?;
        // SAFETY: below the length, so within the array, which is ours to change.
        (index < array.len()).then(|| RecordMut(unsafe { start.add(index) }, PhantomData))
    }

    /// Puts `items` in the place of the array of the element at `index`, which is freed.
    ///
    /// # Errors
    /// `E_INVALIDARG` when there is no such element; those of [`RecordMut::replace`].
    pub fn replace(&mut self, index: usize, items: MapiVec<<L::Item as OwnArray>::Item>) -> Result<()> {
        self.get_mut(index).ok_or_else(|| Error::from_hresult(E_INVALIDARG))?.replace(items)
    }
}

impl<L: Listed<Item: OwnArray>> fmt::Debug for ListMut<'_, L>
where
    for<'v> <L::Item as Record>::View<'v>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_array().fmt(f)
    }
}

impl<P: Pointee> MapiBox<P> {
    /// The elements of the list, to be changed.
    #[must_use]
    pub fn items_mut(&mut self) -> ListMut<'_, P>
    where
        P: Listed<Item: OwnArray>,
    {
        ListMut(self.as_non_null(), PhantomData)
    }

    /// The record, to be changed.
    #[must_use]
    pub fn record_mut(&mut self) -> RecordMut<'_, P>
    where
        P: OwnArray,
    {
        RecordMut(self.as_non_null(), PhantomData)
    }
}

/// What a stub makes of a pointer to a record that is changed in place.
#[doc(hidden)]
pub trait Changed<P> {
    /// Borrows the record.
    ///
    /// # Safety
    /// `record` is a record of the caller's heap with valid content, which nothing else touches as long as the result
    /// lives.
    unsafe fn changed(record: NonNull<P>) -> Self;
}

impl<R: OwnArray> Changed<R> for RecordMut<'_, R> {
    unsafe fn changed(record: NonNull<R>) -> Self {
        Self(record, PhantomData)
    }
}

impl<L> Changed<L> for ListMut<'_, L> {
    unsafe fn changed(record: NonNull<L>) -> Self {
        Self(record, PhantomData)
    }
}

/// Borrows a record that an implementer may change.
///
/// # Safety
/// `record` is null or as [`Changed::changed`] wants it.
///
/// # Errors
/// `code` for null.
#[doc(hidden)]
pub unsafe fn required<P, C: Changed<P>>(record: *mut P, code: HRESULT) -> Result<C> {
    // SAFETY: as promised.
    unsafe { optional(record, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// Borrows a record that an implementer may change, and that may be absent.
///
/// # Safety
/// As for [`required`].
///
/// # Errors
/// None here; for symmetry with [`required`].
#[doc(hidden)]
pub unsafe fn optional<P, C: Changed<P>>(record: *mut P, _: HRESULT) -> Result<Option<C>> {
    // SAFETY: as promised.
    Ok(NonNull::new(record).map(|record| unsafe { C::changed(record) }))
}

/// Borrows the values of a list that an implementer may change.
///
/// # Safety
/// `record` is null or a list that nothing else touches for `'a`.
///
/// # Errors
/// `code` for null, for values that are not aligned, or when the count says no length.
#[doc(hidden)]
pub unsafe fn req_values<'a, L: Listed>(record: *mut L, code: HRESULT) -> Result<&'a mut [L::Item]>
where
    for<'v> L::Item: Record<View<'v> = L::Item>,
{
    // SAFETY: as promised.
    unsafe { opt_values(record, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// Borrows the values of a list that may be absent.
///
/// # Safety
/// As for [`req_values`].
///
/// # Errors
/// `code` for values that are not aligned, or when the count says no length.
#[doc(hidden)]
pub unsafe fn opt_values<'a, L: Listed>(record: *mut L, code: HRESULT) -> Result<Option<&'a mut [L::Item]>>
where
    for<'v> L::Item: Record<View<'v> = L::Item>,
{
    if record.is_null() {
        return Ok(None);
    }
    // SAFETY: a list with as many values as it says, which are initialized and nobody else's for `'a`.
    unsafe {
        let start = record.byte_add(L::ITEMS_AT).cast::<L::Item>();
        let len = L::count(record).ok_or_else(|| Error::from_hresult(code))?;
        crate::buffer::optional(start, len, false, code)
    }
}

/// A list of plain values that a callee changes: a record for the time of one call, whose values come back into the
/// caller's slice when this is dropped, after a failure too.
#[doc(hidden)]
pub struct ListArgument<'a, L: Listed> {
    temp: Temp,
    values: &'a mut [L::Item],
}

impl<'a, L: Listed> ListArgument<'a, L>
where
    for<'v> L::Item: Record<View<'v> = L::Item>,
{
    /// Makes the record.
    ///
    /// # Errors
    /// `E_INVALIDARG` when there are more values than the record can count.
    pub fn new(values: &'a mut [L::Item]) -> Result<Self> {
        Ok(Self { temp: slice_argument::<L>(values)?, values })
    }

    /// The record, to pass.
    #[must_use]
    pub fn as_mut_ptr(&mut self) -> *mut L {
        self.temp.as_mut_ptr()
    }
}

impl<L: Listed> fmt::Debug for ListArgument<'_, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListArgument").field("len", &self.values.len()).finish()
    }
}

impl<L: Listed> Drop for ListArgument<'_, L> {
    fn drop(&mut self) {
        // SAFETY: the record was made with room for as many values; every bit pattern of a plain type is a value.
        unsafe {
            let from = self.temp.as_mut_ptr::<L>().byte_add(L::ITEMS_AT).cast::<u8>();
            let bytes = size_of_val(self.values);
            self.values.as_mut_ptr().cast::<u8>().copy_from_nonoverlapping(from, bytes);
        }
    }
}

/// A caller's record on its way to one who may replace it: what the pointer holds when this is dropped is the caller's.
#[doc(hidden)]
pub struct Replacement<'a, P: Pointee> {
    owner: &'a mut Option<MapiBox<P>>,
    raw: *mut P,
}

impl<'a, P: Pointee> Replacement<'a, P> {
    /// Takes the record from its owner.
    pub fn new(owner: &'a mut Option<MapiBox<P>>) -> Self {
        let raw = owner.take().map_or(std::ptr::null_mut(), MapiBox::into_raw);
        Self { owner, raw }
    }

    /// The pointer's address, to pass.
    pub fn as_mut_ptr(&mut self) -> *mut *mut P {
        &mut self.raw
    }
}

impl<P: Pointee> fmt::Debug for Replacement<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Replacement").field(&self.raw).finish()
    }
}

impl<P: Pointee> Drop for Replacement<'_, P> {
    fn drop(&mut self) {
        // SAFETY: what came from the owner, or what the callee left in its place.
        *self.owner = unsafe { MapiBox::from_raw(self.raw) };
    }
}

/// A record that an implementer may replace: what it leaves is written back when this is dropped, after a failure or a
/// panic too.
#[doc(hidden)]
pub struct Replaced<P: Pointee> {
    place: *mut *mut P,
    value: Option<MapiBox<P>>,
}

impl<P: Pointee> Replaced<P> {
    /// Takes the record that the pointer holds.
    ///
    /// # Safety
    /// `place` is null or valid for reads and writes; what it holds is null or a record of the current heap that is
    /// given away.
    ///
    /// # Errors
    /// `code` for a null `place`.
    pub unsafe fn new(place: *mut *mut P, code: HRESULT) -> Result<Self> {
        if place.is_null() {
            return Err(Error::from_hresult(code));
        }
        // SAFETY: as promised. It is taken out of its place, so that nobody finds it there who is given the same place again.
        let value = unsafe {
            let raw = place.read_unaligned();
            place.write_unaligned(std::ptr::null_mut());
            MapiBox::from_raw(raw)
        };
        Ok(Self { place, value })
    }

    /// What the implementer sees.
    pub fn value(&mut self) -> &mut Option<MapiBox<P>> {
        &mut self.value
    }

    /// Frees what the implementer leaves, where a pointer in it is null that must not be.
    ///
    /// # Errors
    /// Those of [`Record::check_refs`].
    pub fn check_refs(&mut self) -> Result<()> {
        crate::refs::owned(self.value.as_ref()).inspect_err(|_| self.value = None)
    }
}

impl<P: Pointee> fmt::Debug for Replaced<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Replaced").field(&self.place).finish()
    }
}

impl<P: Pointee> Drop for Replaced<P> {
    fn drop(&mut self) {
        // After a failure too; the call's own answer counts.
        let _ = self.check_refs();
        let raw = self.value.take().map_or(std::ptr::null_mut(), MapiBox::into_raw);
        // SAFETY: valid for a write as long as the call lasts.
        unsafe { self.place.write_unaligned(raw) }
    }
}
