//! Duty: arrays that know their bounds: `SAFEARRAY`.
//! Input: bounds and elements, or an array that a COM call handed over. Output: [`SafeArray`], whose elements are reached
//! through locks that are counted.
//!
//! What is done to all that an array holds, at any depth (to free it, to copy it), is in `nested`.

use super::{Element, memory, vt};
use crate::codes::{DISP_E_BADINDEX, DISP_E_TYPEMISMATCH, E_INVALIDARG, E_OUTOFMEMORY};
use crate::com::{SAFEARRAY, SAFEARRAYBOUND};
use crate::{Error, Result, depth};
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU32, Ordering};

/// An array of any number of dimensions, each with a first index of its own, and of elements whose type is known while
/// the program runs.
///
/// Null is an array without dimensions, which needs no memory. Elements stand one after the other with the first index
/// running fastest.
#[repr(transparent)]
pub struct SafeArray(*mut SAFEARRAY);

/// The features that say what elements own, with the numbers of their types.
const MARKS: [(u16, u16); 5] = [
    (memory::BSTR, vt::BSTR),
    (memory::UNKNOWN, vt::UNKNOWN),
    (memory::DISPATCH, vt::DISPATCH),
    (memory::VARIANT, vt::VARIANT),
    (memory::RECORD, vt::RECORD),
];

/// How many elements an array has; `None` when that does not fit.
///
/// # Safety
/// `array` is valid, with as many bounds as dimensions.
unsafe fn count(array: *const SAFEARRAY) -> Option<usize> {
    // SAFETY: as promised.
    let (first, dimensions) = unsafe { ((&raw const (*array).rgsabound).cast::<SAFEARRAYBOUND>(), (*array).cDims) };
    (0..usize::from(dimensions)).try_fold(1_usize, |all, dimension| {
        // SAFETY: there are as many bounds as dimensions.
        let bound = unsafe { first.add(dimension).read() };
        all.checked_mul(usize::try_from(bound.cElements).ok()?)
    })
}

impl SafeArray {
    /// The array without dimensions.
    #[must_use]
    pub const fn new() -> Self {
        Self(std::ptr::null_mut())
    }

    /// An array with these bounds, one for each dimension; its elements are zero or empty.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`, also when there are too many elements; `E_INVALIDARG` without bounds.
    pub fn with_bounds<T: Element>(bounds: &[SAFEARRAYBOUND]) -> Result<Self> {
        if bounds.is_empty() || u16::try_from(bounds.len()).is_err() {
            return Err(E_INVALIDARG.into());
        }
        // oleaut32 counts bytes in 32 bits, and not every version notices when there are more.
        let bytes = bounds.iter().try_fold(size_of::<T>(), |all, bound| {
            all.checked_mul(usize::try_from(bound.cElements).ok()?).filter(|bytes| u32::try_from(*bytes).is_ok())
        });
        if bytes.is_none() {
            return Err(E_OUTOFMEMORY.into());
        }
        let array = memory::create_array(T::TYPE, size_of::<T>(), T::OWNS, bounds);
        if array.is_null() { Err(E_OUTOFMEMORY.into()) } else { Ok(Self(array)) }
    }

    /// An array of one dimension that begins at 0, with these elements.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`, also when there are too many elements.
    pub fn from_vec<T: Element>(elements: Vec<T>) -> Result<Self> {
        let count = u32::try_from(elements.len()).map_err(|_| Error::from(E_OUTOFMEMORY))?;
        let mut array = Self::with_bounds::<T>(&[SAFEARRAYBOUND { cElements: count, lLbound: 0 }])?;
        for (place, element) in array.elements_mut::<T>()?.iter_mut().zip(elements) {
            *place = element;
        }
        Ok(array)
    }

    /// Takes over an array.
    ///
    /// # Safety
    /// `array` is null, or an array of SafeArrayCreate (off Windows: of [`into_raw`](Self::into_raw)) with valid elements,
    /// given away to the new owner.
    #[must_use]
    pub const unsafe fn from_raw(array: *mut SAFEARRAY) -> Self {
        Self(array)
    }

    /// Gives the array away; one without dimensions may be null.
    #[must_use]
    pub fn into_raw(self) -> *mut SAFEARRAY {
        ManuallyDrop::new(self).0
    }

    /// Its address, or null.
    #[must_use]
    pub const fn as_raw(&self) -> *mut SAFEARRAY {
        self.0
    }

    /// The descriptor by value: its locks are counted while it is borrowed.
    pub(super) fn header(&self) -> Option<SAFEARRAY> {
        // SAFETY: null or valid as long as `self` is.
        unsafe { memory::header(self.0) }
    }

    /// How many dimensions it has.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.header().map_or(0, |header| header.cDims.into())
    }

    /// How many indices a dimension has, and the first of them.
    #[must_use]
    pub fn bound(&self, dimension: usize) -> Option<SAFEARRAYBOUND> {
        // They are stored in the order of BASIC, the last one first.
        let place = self.dimensions().checked_sub(dimension + 1)?;
        // SAFETY: there are as many bounds as dimensions.
        Some(unsafe { (&raw const (*self.0).rgsabound).cast::<SAFEARRAYBOUND>().add(place).read() })
    }

    /// The bounds of all dimensions in the order of the indices.
    #[must_use]
    pub fn bounds(&self) -> Vec<SAFEARRAYBOUND> {
        (0..self.dimensions()).filter_map(|dimension| self.bound(dimension)).collect()
    }

    /// How many elements it has in all dimensions together.
    #[must_use]
    pub fn len(&self) -> usize {
        if self.dimensions() == 0 {
            return 0;
        }
        // SAFETY: not null, and valid as long as `self` is.
        unsafe { count(self.0) }.unwrap_or(0)
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it cannot be given away: it is, or lies in, a variable of somebody's, or must keep its size.
    pub(super) fn stays(&self) -> bool {
        self.header().is_some_and(|header| header.fFeatures & (memory::NOT_OURS | memory::FIXED_SIZE) != 0)
    }

    /// Whether its elements are variants, which can be anything, or may be taken for some.
    pub(super) fn holds_variants(&self) -> bool {
        let told = self.header().map(|header| self.told_type(header.fFeatures));
        told.is_some_and(|told| told.map_or(true, |told| told == Some(vt::VARIANT)))
    }

    /// The number of the elements' type: what the array says, or what its features tell; `None` where neither does, or
    /// where they contradict each other.
    #[must_use]
    pub fn element_type(&self) -> Option<u16> {
        self.told_type(self.header()?.fFeatures).ok().flatten()
    }

    /// The type that the features tell, and the number that they may say stands before the descriptor. Some readers go by
    /// the one and some by the other, and memory is given back by the features alone; so what owns something must be told
    /// by both, where both are there.
    ///
    /// # Errors
    /// `DISP_E_TYPEMISMATCH` where one contradicts another.
    fn told_type(&self, features: u16) -> Result<Option<u16>> {
        let mut marks = MARKS.iter().filter(|(mark, _)| features & mark != 0).map(|(_, number)| u32::from(*number));
        let (marked, twice) = (marks.next(), marks.next().is_some());
        let stored = (features & memory::HAVE_VARTYPE != 0).then(|| {
            // SAFETY: the feature says that the number stands there.
            unsafe { self.0.cast::<u8>().sub(size_of::<u32>()).cast::<u32>().read_unaligned() }
        });
        let owning = |number: u32| MARKS.iter().any(|(_, marked)| u32::from(*marked) == number);
        let told = match (marked, stored) {
            _ if twice => return Err(DISP_E_TYPEMISMATCH.into()),
            (None, Some(number)) if owning(number) => return Err(DISP_E_TYPEMISMATCH.into()),
            (Some(mark), Some(number)) if mark != number => return Err(DISP_E_TYPEMISMATCH.into()),
            (marked, stored) => marked.or(stored),
        };
        told.map(|number| u16::try_from(number).map_err(|_| DISP_E_TYPEMISMATCH.into())).transpose()
    }

    /// How often it is locked.
    #[must_use]
    pub fn locks(&self) -> u32 {
        self.lock_count().map_or(0, |locks| locks.load(Ordering::Acquire))
    }

    fn lock_count(&self) -> Option<&AtomicU32> {
        // SAFETY: it has a descriptor, which is valid as long as `self` is; everyone changes the count atomically.
        self.header().map(|_| unsafe { AtomicU32::from_ptr(&raw mut (*self.0).cLocks) })
    }

    /// Locks the array and shows its elements.
    ///
    /// # Errors
    /// `DISP_E_TYPEMISMATCH` when they are of another type, `E_INVALIDARG` for an array that is broken.
    pub fn elements<T: Element>(&self) -> Result<Elements<'_, T>> {
        let (start, len) = self.data::<T>()?;
        self.lock();
        Ok(Elements { array: self, start, len, elements: PhantomData })
    }

    /// Locks the array, so that its elements can be changed.
    ///
    /// # Errors
    /// As for [`elements`](Self::elements).
    pub fn elements_mut<T: Element>(&mut self) -> Result<ElementsMut<'_, T>> {
        self.elements().map(ElementsMut)
    }

    fn lock(&self) {
        if let Some(locks) = self.lock_count() {
            locks.fetch_add(1, Ordering::AcqRel);
        }
    }

    fn unlock(&self) {
        if let Some(locks) = self.lock_count() {
            locks.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// Its descriptor, with what stands before it and all bounds, and its elements: where they begin, and how many bytes
    /// they have.
    pub(super) fn blocks(&self) -> [(*const u8, usize); 2] {
        let Some(header) = self.header() else { return [(std::ptr::null(), 0); 2] };
        let more = usize::from(header.cDims).saturating_sub(1) * size_of::<SAFEARRAYBOUND>();
        let bytes = usize::try_from(header.cbElements).unwrap_or(usize::MAX).saturating_mul(self.len());
        [
            (
                self.0.cast_const().cast::<u8>().wrapping_sub(memory::PREFIX),
                memory::PREFIX + size_of::<SAFEARRAY>() + more,
            ),
            (header.pvData.cast_const().cast(), bytes),
        ]
    }

    /// Where the elements begin, and how many there are, when they are of this type. Whoever touches elements gets them
    /// here, also to drop them: what the descriptor says of them (type, size, number, address) may not go together.
    pub(super) fn data<T: Element>(&self) -> Result<(*mut T, usize)> {
        let Some(header) = self.header() else { return Ok((std::ptr::NonNull::dangling().as_ptr(), 0)) };
        let size = usize::try_from(header.cbElements).ok();
        let same = match self.told_type(header.fFeatures)? {
            Some(number) => same_type(number, T::TYPE),
            // Without a type, only what owns nothing can be told by its size.
            None => T::OWNS == 0,
        };
        if !same || size != Some(size_of::<T>()) {
            return Err(DISP_E_TYPEMISMATCH.into());
        }
        let (start, len) = (header.pvData.cast::<T>(), self.len());
        if len == 0 {
            return Ok((std::ptr::NonNull::dangling().as_ptr(), 0));
        }
        let fits = len.checked_mul(size_of::<T>()).is_some_and(|bytes| isize::try_from(bytes).is_ok());
        let valid = fits && !start.is_null() && start.is_aligned();
        if valid { Ok((start, len)) } else { Err(E_INVALIDARG.into()) }
    }

    /// Drops the elements, if they are of this type and the array owns them. What is broken has none.
    ///
    /// # Safety
    /// Nobody uses the elements any more.
    pub(super) unsafe fn drop_each<T: Element>(&self) {
        if self.header().is_none_or(|header| header.fFeatures & T::OWNS == 0) {
            return;
        }
        if let Ok((start, len)) = self.data::<T>() {
            // SAFETY: as promised; so many stand there.
            unsafe { std::ptr::slice_from_raw_parts_mut(start, len).drop_in_place() }
        }
    }

    /// The place of an element among all, by one index for each dimension.
    ///
    /// # Errors
    /// `DISP_E_BADINDEX`
    pub fn position(&self, indices: &[i32]) -> Result<usize> {
        let bounds = self.bounds();
        let (mut place, mut step) = (0_usize, 1_usize);
        if bounds.is_empty() || bounds.len() != indices.len() {
            return Err(DISP_E_BADINDEX.into());
        }
        for (bound, index) in bounds.iter().zip(indices) {
            let offset = u32::try_from(i64::from(*index) - i64::from(bound.lLbound)).ok();
            let offset =
                offset.filter(|offset| *offset < bound.cElements).and_then(|offset| usize::try_from(offset).ok());
            let offset = offset.ok_or_else(|| Error::from(DISP_E_BADINDEX))?;
            place = step.checked_mul(offset).and_then(|far| place.checked_add(far)).ok_or(E_INVALIDARG)?;
            step = usize::try_from(bound.cElements).ok().and_then(|n| step.checked_mul(n)).ok_or(E_INVALIDARG)?;
        }
        Ok(place)
    }

    /// A copy of the element with these indices.
    ///
    /// # Errors
    /// `DISP_E_BADINDEX`, `DISP_E_TYPEMISMATCH`, or why it cannot be copied.
    pub fn get<T: Element>(&self, indices: &[i32]) -> Result<T> {
        let place = self.position(indices)?;
        self.elements::<T>()?.get(place).ok_or_else(|| Error::from(DISP_E_BADINDEX))?.copy()
    }

    /// Replaces the element with these indices.
    ///
    /// # Errors
    /// `DISP_E_BADINDEX`, `DISP_E_TYPEMISMATCH`.
    pub fn set<T: Element>(&mut self, indices: &[i32], value: T) -> Result<()> {
        let place = self.position(indices)?;
        *self.elements_mut::<T>()?.get_mut(place).ok_or_else(|| Error::from(DISP_E_BADINDEX))? = value;
        Ok(())
    }

    /// Copies all elements.
    ///
    /// # Errors
    /// `DISP_E_TYPEMISMATCH`, or why an element cannot be copied.
    pub fn to_vec<T: Element>(&self) -> Result<Vec<T>> {
        self.elements::<T>()?.iter().map(Element::copy).collect()
    }

    /// A copy of an array with elements of this type.
    pub(super) fn copy_as<T: Element>(&self) -> Result<Self> {
        let from = self.elements::<T>()?;
        depth::spend(from.len.saturating_mul(size_of::<T>()))?;
        let mut copy = Self::with_bounds::<T>(&self.bounds())?;
        for (i, place) in copy.elements_mut::<T>()?.iter_mut().take(from.len).enumerate() {
            // SAFETY: it is locked, and has as many elements. Each is read when its turn comes, without a reference to it
            // that lasts: the array may be somebody else's variable, and a copy of an object calls that object.
            let element = ManuallyDrop::new(unsafe { from.start.add(i).read() });
            *place = element.copy()?;
        }
        Ok(copy)
    }
}

/// Numbers of the same Rust type.
fn same_type(number: u16, wanted: u16) -> bool {
    let plain = |number| match number {
        vt::INT => vt::I4,
        vt::UINT => vt::UI4,
        other => other,
    };
    plain(number) == wanted
}

impl Default for SafeArray {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for SafeArray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("SafeArray");
        shown.field("element_type", &self.element_type()).field("bounds", &self.bounds()).finish_non_exhaustive()
    }
}

/// The elements of an array, which stays locked until this is dropped.
pub struct Elements<'a, T> {
    array: &'a SafeArray,
    start: *mut T,
    len: usize,
    elements: PhantomData<&'a [T]>,
}

impl<T> Deref for Elements<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        // SAFETY: as many elements of the type stand there as long as the array is locked.
        unsafe { std::slice::from_raw_parts(self.start, self.len) }
    }
}

impl<T> Drop for Elements<'_, T> {
    fn drop(&mut self) {
        self.array.unlock();
    }
}

impl<T: fmt::Debug> fmt::Debug for Elements<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// The elements of an array, to be changed. It stays locked until this is dropped.
pub struct ElementsMut<'a, T>(Elements<'a, T>);

impl<T> Deref for ElementsMut<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> DerefMut for ElementsMut<'_, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as for reading; it was made of an exclusive borrow of the array.
        unsafe { std::slice::from_raw_parts_mut(self.0.start, self.0.len) }
    }
}

impl<T: fmt::Debug> fmt::Debug for ElementsMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
