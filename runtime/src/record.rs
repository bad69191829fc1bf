//! Duty: let C records be read and written safely where they stand, and own those that a MAPI heap holds.
//! Input: pointers to C memory that a contract describes. Output: [`Array`] and the views of records.
//!
//! Generated code implements [`Record`] for every fixed-size record and [`Pointee`] for everything a pointer can
//! stand for; alignment is never assumed of memory that came from elsewhere.

mod interface;

pub use interface::{Borrowed, InterfacePtr, borrowed_ptr, interface_field};

use crate::count::{of_elements, refused};
use crate::heap::{Chain, Heap};
use crate::owned::MapiBox;
use crate::{Error, HRESULT, Result};
use std::borrow::Cow;
use std::ffi::c_void;
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// A fixed-size C record (or scalar) that can stand in an array, with its safe face.
///
/// # Safety
/// `View<'a>` must be `repr(transparent)` over `Self`; [`deep_copy`](Self::deep_copy) must leave no pointer to what the
/// source points to, and tell the chain of all that it takes beside it ([`adopt`](Chain::adopt),
/// [`reference`](Chain::reference)); [`release`](Self::release) must free exactly that.
pub unsafe trait Record: Copy + 'static {
    /// The safe face: the same bytes, with accessors that borrow for `'a`.
    type View<'a>: Copy;

    /// Whether the counts in the record are lengths. What a record with another count is said to have is not looked at.
    #[inline]
    fn is_counted(&self) -> bool {
        true
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
    ($($name:ty),* $(,)?) => {
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

plain_record!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64, crate::GUID, crate::HRESULT, crate::BOOL);

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

/// An array in C memory, borrowed for `'a`; its elements are read by value, so that it need not be aligned.
pub struct Array<'a, R: Record> {
    start: *const R,
    len: usize,
    borrow: PhantomData<&'a R>,
}

// SAFETY: it borrows records as their views do.
unsafe impl<'a, R: Record<View<'a>: Send>> Send for Array<'a, R> {}
// SAFETY: as above.
unsafe impl<'a, R: Record<View<'a>: Sync>> Sync for Array<'a, R> {}

impl<R: Record> Copy for Array<'_, R> {}

impl<R: Record> Clone for Array<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, R: Record> Array<'a, R> {
    /// No elements.
    pub const EMPTY: Self = Self { start: std::ptr::null(), len: 0, borrow: PhantomData };

    /// An array at `start`; a null pointer is an empty one, and so is one with more elements than memory can have.
    ///
    /// # Safety
    /// `start` is null or points to `len` records that are valid, and not written, for `'a`.
    #[inline]
    #[must_use]
    pub unsafe fn from_raw(start: *const R, len: usize) -> Self {
        match of_elements::<R>(len) {
            Some(len) if !start.is_null() && len > 0 => Self { start, len, borrow: PhantomData },
            _ => Self::EMPTY,
        }
    }

    /// How many elements it has.
    #[must_use]
    pub fn len(self) -> usize {
        self.len
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The element at `index`.
    #[must_use]
    pub fn get(self, index: usize) -> Option<R::View<'a>> {
        // SAFETY: below `len`, so within the array.
        (index < self.len).then(|| view(unsafe { self.start.add(index).read_unaligned() }))
    }

    /// The elements in order.
    #[must_use]
    pub fn iter(self) -> Iter<'a, R> {
        Iter { array: self, at: 0 }
    }

    /// The elements as a slice: in place where they are aligned, else copied (shallowly).
    #[must_use]
    pub fn to_slice(self) -> Cow<'a, [R::View<'a>]> {
        if self.len == 0 {
            Cow::Borrowed(&[])
        } else if self.start.cast::<R::View<'a>>().is_aligned() {
            // SAFETY: aligned, valid for `'a`; views have the layout of records.
            Cow::Borrowed(unsafe { std::slice::from_raw_parts(self.start.cast(), self.len) })
        } else {
            Cow::Owned(self.iter().collect())
        }
    }

    /// The elements in a vector.
    #[must_use]
    pub fn to_vec(self) -> Vec<R::View<'a>> {
        self.iter().collect()
    }

    /// The address of the first element; null when there is none.
    #[must_use]
    pub fn as_ptr(self) -> *const R {
        self.start
    }
}

impl<'a, R: Record, const N: usize> From<&'a [R::View<'a>; N]> for Array<'a, R> {
    fn from(array: &'a [R::View<'a>; N]) -> Self {
        Self::from(array.as_slice())
    }
}

impl<'a, R: Record> From<&'a [R::View<'a>]> for Array<'a, R> {
    fn from(slice: &'a [R::View<'a>]) -> Self {
        // SAFETY: views have the layout of records, and live as long as the slice.
        unsafe { Self::from_raw(slice.as_ptr().cast(), slice.len()) }
    }
}

impl<'a, R: Record> IntoIterator for Array<'a, R> {
    type Item = R::View<'a>;
    type IntoIter = Iter<'a, R>;

    fn into_iter(self) -> Iter<'a, R> {
        self.iter()
    }
}

impl<'a, R: Record<View<'a>: fmt::Debug>> fmt::Debug for Array<'a, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a, R: Record<View<'a>: PartialEq>> PartialEq for Array<'a, R> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().zip(other.iter()).all(|(a, b)| a == b)
    }
}

/// The elements of an [`Array`].
pub struct Iter<'a, R: Record> {
    array: Array<'a, R>,
    at: usize,
}

impl<'a, R: Record> Iterator for Iter<'a, R> {
    type Item = R::View<'a>;

    fn next(&mut self) -> Option<R::View<'a>> {
        let item = self.array.get(self.at)?;
        self.at += 1;
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.array.len - self.at;
        (left, Some(left))
    }
}

impl<R: Record> ExactSizeIterator for Iter<'_, R> {}

impl<R: Record> fmt::Debug for Iter<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iter").field("at", &self.at).field("len", &self.array.len).finish()
    }
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
}

// SAFETY: a pointer to a fixed-size record stands for that one record, which is read, copied and freed by its own rules.
unsafe impl<R: Record> Pointee for R {
    type View<'a> = <R as Record>::View<'a>;

    unsafe fn view<'a>(pointer: *const Self) -> <R as Record>::View<'a> {
        // SAFETY: as the caller promises.
        unsafe { view_at(pointer) }
    }

    #[inline]
    unsafe fn is_counted(pointer: *const Self) -> bool {
        // SAFETY: as the caller promises.
        <R as Record>::is_counted(&unsafe { pointer.read_unaligned() })
    }

    fn allocate(view: <R as Record>::View<'_>, heap: Heap) -> Result<NonNull<Self>> {
        allocate_items::<R, R>(std::slice::from_ref(&view), 0, heap)
    }

    unsafe fn free(pointer: NonNull<Self>, heap: Heap) {
        // SAFETY: as the caller promises.
        unsafe { free_items(pointer.as_ptr(), pointer.as_ptr(), 1, heap) }
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

/// Allocates `header` bytes (rounded up to the records' alignment by the caller) and deep copies of `items` behind
/// them; gives the address of the first item's copy when `header` is 0, else of the block.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub fn allocate_items<T, R: Record>(items: &[R::View<'_>], header: usize, heap: Heap) -> Result<NonNull<T>> {
    let bytes = items.len().checked_mul(size_of::<R>()).and_then(|bytes| bytes.checked_add(header));
    let bytes = bytes.ok_or_else(|| Error::from_hresult(HRESULT(0x8007_000E_u32.cast_signed())))?;
    let chain = Chain::new_in(heap, bytes.max(size_of::<T>()))?;
    let block = chain.root();
    // SAFETY: the block has room for the header and all items; views have the records' layout, and their pointers are
    // valid because a view exists only while they are.
    unsafe { copy_into(items.as_ptr().cast::<R>(), items.len(), block.as_ptr().byte_add(header).cast::<R>(), &chain) }?;
    Ok(chain.into_root().cast())
}

/// Deep-copies `len` records.
///
/// # Safety
/// `from` and `to` are valid for `len` records; `from`'s pointers are valid.
///
/// # Errors
/// Those of [`Record::deep_copy`].
#[doc(hidden)]
pub unsafe fn copy_into<R: Record>(from: *const R, len: usize, to: *mut R, chain: &Chain) -> Result<()> {
    for i in 0..len {
        // SAFETY: as promised.
        unsafe { to.add(i).write_unaligned(from.add(i).read_unaligned().deep_copy(chain)?) }
    }
    Ok(())
}

/// Releases what `len` records own, and leaves the memory that they stand in.
///
/// # Safety
/// `items` is null or valid for `len` valid records, whose content nobody uses any more.
#[doc(hidden)]
pub unsafe fn release_items<R: Record>(items: *const R, len: usize, heap: Heap) {
    // SAFETY: as promised.
    let items = unsafe { Array::from_raw(items, len) };
    for i in 0..items.len {
        // SAFETY: the caller vouches for as many valid records.
        unsafe { items.start.add(i).read_unaligned().release(heap) }
    }
}

/// Releases `len` records and frees the block that they stand in.
///
/// # Safety
/// The records are valid and in `block`, a block of `heap`; nobody uses them any more.
#[doc(hidden)]
pub unsafe fn free_items<T, R: Record>(block: *const T, items: *const R, len: usize, heap: Heap) {
    // SAFETY: as promised.
    unsafe {
        release_items(items, len, heap);
        heap.free(block.cast::<c_void>().cast_mut());
    }
}

/// A copy of an array in a chain; what a field with a counted pointer is copied with. No elements are a null pointer.
///
/// # Safety
/// `from` is null or valid for `len` records, whose pointers are valid.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub unsafe fn copy_array<R: Record>(from: *const R, len: usize, chain: &Chain) -> Result<*mut R> {
    if from.is_null() || len == 0 {
        return Ok(std::ptr::null_mut());
    }
    let to = chain.more::<R>(len)?.as_ptr();
    // SAFETY: room for `len` records was just made.
    unsafe { copy_into(from, len, to, chain) }?;
    Ok(to)
}

/// A copy of an array in a block of its own, unless all is to be in one; what a field marked `mapi_alloc` is copied with.
///
/// # Safety
/// As for [`copy_array`].
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub unsafe fn copy_array_own<R: Record>(from: *const R, len: usize, chain: &Chain) -> Result<*mut R> {
    if from.is_null() || len == 0 {
        return Ok(std::ptr::null_mut());
    }
    if chain.is_whole() {
        // SAFETY: as promised.
        return unsafe { copy_array(from, len, chain) };
    }
    let bytes =
        len.checked_mul(size_of::<R>()).ok_or_else(|| Error::from_hresult(HRESULT(0x8007_000E_u32.cast_signed())))?;
    let own = Chain::new_in(chain.heap(), bytes)?;
    // SAFETY: room for `len` records was just made.
    unsafe { copy_into(from, len, own.root().as_ptr().cast::<R>(), &own) }?;
    Ok(chain.adopt(own).as_ptr().cast())
}

/// A copy of a nul-terminated string in a chain.
///
/// # Safety
/// `from` is null or a string that ends in a zero unit.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub unsafe fn copy_string<U: Record + Default + PartialEq>(from: *const U, chain: &Chain) -> Result<*mut U> {
    if from.is_null() {
        return Ok(std::ptr::null_mut());
    }
    let mut len = 1;
    // SAFETY: the string ends in a zero unit, which is copied with it.
    unsafe {
        while from.add(len - 1).read_unaligned() != U::default() {
            len += 1;
        }
        copy_array(from, len, chain)
    }
}

/// Where an array begins that a record points to; null when it has no elements.
#[doc(hidden)]
pub trait Start {
    /// The elements.
    type Item;

    /// The address.
    fn start(&self) -> *const Self::Item;
}

impl<T> Start for &[T] {
    type Item = T;

    fn start(&self) -> *const T {
        if self.is_empty() { std::ptr::null() } else { self.as_ptr() }
    }
}

impl<R: Record> Start for Array<'_, R> {
    type Item = R;

    fn start(&self) -> *const R {
        self.as_ptr()
    }
}

/// Borrows bytes that a field points to; none where there are more than memory can have.
///
/// # Safety
/// `start` is null or valid for `len` bytes for `'a`.
#[doc(hidden)]
#[must_use]
pub unsafe fn bytes<'a>(start: *const u8, len: usize) -> &'a [u8] {
    match of_elements::<u8>(len) {
        // SAFETY: as promised; bytes need no alignment.
        Some(len) if !start.is_null() => unsafe { std::slice::from_raw_parts(start, len) },
        _ => &[],
    }
}

/// Views what a field points to; nothing for null.
///
/// # Safety
/// `pointer` is null or valid for `'a` as its definition describes it.
#[doc(hidden)]
#[must_use]
pub unsafe fn opt_view<'a, P: Pointee>(pointer: *const P) -> Option<P::View<'a>> {
    // SAFETY: as promised.
    (!pointer.is_null()).then(|| unsafe { P::view(pointer) })
}

/// Views what a parameter points to.
///
/// # Safety
/// As for [`opt_view`].
///
/// # Errors
/// `code` for null, and for a record with a count that is no length.
#[doc(hidden)]
pub unsafe fn req_view<'a, P: Pointee>(pointer: *const P, code: HRESULT) -> Result<P::View<'a>> {
    // SAFETY: as promised.
    unsafe { given_view(pointer, code) }?.ok_or_else(|| refused(code))
}

/// Views what a parameter points to that may be absent.
///
/// # Safety
/// As for [`opt_view`].
///
/// # Errors
/// `code` for a record with a count that is no length.
#[doc(hidden)]
pub unsafe fn given_view<'a, P: Pointee>(pointer: *const P, code: HRESULT) -> Result<Option<P::View<'a>>> {
    // SAFETY: as promised.
    unsafe { if pointer.is_null() || P::is_counted(pointer) { Ok(opt_view(pointer)) } else { Err(refused(code)) } }
}

/// Borrows a view that a field points to; nothing for a null or misaligned pointer.
///
/// # Safety
/// `pointer` is null or valid for `'a`; `V` is transparent over what it points to.
#[doc(hidden)]
#[must_use]
pub unsafe fn opt_ref<'a, V>(pointer: *const V) -> Option<&'a V> {
    // SAFETY: not null, aligned, valid as promised.
    (!pointer.is_null() && pointer.is_aligned()).then(|| unsafe { &*pointer })
}

/// The address of a view that may be absent.
#[doc(hidden)]
#[must_use]
pub fn opt_ptr<V>(view: Option<&V>) -> *mut V {
    view.map_or(std::ptr::null_mut(), |view| std::ptr::from_ref(view).cast_mut())
}

/// The address of a record that may be absent.
#[doc(hidden)]
#[must_use]
pub fn box_ptr<P: Pointee>(record: Option<&MapiBox<P>>) -> *mut P {
    record.map_or(std::ptr::null_mut(), |record| record.as_ptr().cast_mut())
}

/// Borrows an array that may be null as a slice.
///
/// # Safety
/// `start` is null or valid for `len` records for `'a`.
///
/// # Errors
/// `code` for more elements than memory can have.
#[doc(hidden)]
pub unsafe fn opt_slice<'a, R: Record>(
    start: *const R,
    len: usize,
    code: HRESULT,
) -> Result<Option<Cow<'a, [R::View<'a>]>>> {
    let len = of_elements::<R>(len).ok_or_else(|| refused(code))?;
    // SAFETY: as promised.
    Ok((!start.is_null()).then(|| unsafe { Array::from_raw(start, len) }.to_slice()))
}

/// Borrows an array as a slice; null stands for no elements.
///
/// # Safety
/// As for [`opt_slice`].
///
/// # Errors
/// `code` for a null pointer with elements, or for more than memory can have.
#[doc(hidden)]
pub unsafe fn req_slice<'a, R: Record>(start: *const R, len: usize, code: HRESULT) -> Result<Cow<'a, [R::View<'a>]>> {
    if start.is_null() && len > 0 {
        return Err(Error::from_hresult(code));
    }
    // SAFETY: as promised.
    Ok(unsafe { opt_slice(start, len, code) }?.unwrap_or(Cow::Borrowed(&[])))
}

/// Follows an array of pointers that may be null.
///
/// # Safety
/// `start` is null or valid for `len` pointers, each null or valid for `'a`.
///
/// # Errors
/// `code` for a null among the pointers.
#[doc(hidden)]
pub unsafe fn opt_pointers<'a, R: Record>(
    start: *const *const R,
    len: usize,
    code: HRESULT,
) -> Result<Option<Vec<R::View<'a>>>> {
    if start.is_null() {
        return Ok(None);
    }
    // SAFETY: as promised.
    unsafe { req_pointers(start, len, code) }.map(Some)
}

/// Follows an array of pointers; null stands for no elements.
///
/// # Safety
/// As for [`opt_pointers`].
///
/// # Errors
/// `code` for a null pointer with elements, for a null among the pointers, or for more than memory can have.
#[doc(hidden)]
pub unsafe fn req_pointers<'a, R: Record>(
    start: *const *const R,
    len: usize,
    code: HRESULT,
) -> Result<Vec<R::View<'a>>> {
    if start.is_null() && len > 0 || of_elements::<*const R>(len).is_none() {
        return Err(refused(code));
    }
    // SAFETY: as promised.
    (0..len).map(|i| unsafe { req_view(start.add(i).read_unaligned(), code) }).collect()
}

/// A pointer to a record, as an element of an array of pointers.
#[repr(transparent)]
pub struct Ptr<R: Record>(pub *mut R);

impl<R: Record> Copy for Ptr<R> {}

impl<R: Record> Clone for Ptr<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Record> fmt::Debug for Ptr<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The view of a [`Ptr`]: a record, or nothing.
#[repr(transparent)]
pub struct PtrView<'a, R: Record>(*const R, PhantomData<&'a R>);

// SAFETY: it borrows a record as its view does.
unsafe impl<'a, R: Record<View<'a>: Send>> Send for PtrView<'a, R> {}
// SAFETY: as above.
unsafe impl<'a, R: Record<View<'a>: Sync>> Sync for PtrView<'a, R> {}

impl<R: Record> Copy for PtrView<'_, R> {}

impl<R: Record> Clone for PtrView<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, R: Record> PtrView<'a, R> {
    /// Points to nothing.
    pub const NULL: Self = Self(std::ptr::null(), PhantomData);

    /// Points to a record that Rust holds.
    #[must_use]
    pub fn new(view: &'a R::View<'a>) -> Self {
        Self(std::ptr::from_ref(view).cast(), PhantomData)
    }

    /// The record; `None` for a null pointer.
    #[must_use]
    pub fn get(self) -> Option<R::View<'a>> {
        // SAFETY: a view exists only while what it shows is valid.
        (!self.0.is_null()).then(|| unsafe { view_at(self.0) })
    }
}

impl<'a, R: Record<View<'a>: PartialEq>> PartialEq for PtrView<'a, R> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<'a, R: Record<View<'a>: fmt::Debug>> fmt::Debug for PtrView<'a, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

// SAFETY: the view is transparent over the pointer; the record is copied into the same chain.
unsafe impl<R: Record> Record for Ptr<R> {
    type View<'a> = PtrView<'a, R>;

    unsafe fn deep_copy(&self, chain: &Chain) -> Result<Self> {
        // SAFETY: null or one valid record.
        Ok(Self(unsafe { copy_array(self.0, 1, chain) }?))
    }

    unsafe fn release(&self, heap: Heap) {
        // SAFETY: null or one valid record, which the copy's owner gives up.
        unsafe { release_items(self.0, 1, heap) }
    }
}
