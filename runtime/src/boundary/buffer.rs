//! Duty: memory of the caller's that a callee fills.
//! Input: a slice, or the pointer and count that a stub receives. Output: the filled slice, and how much was filled.
//!
//! Generated code calls these functions; they are not meant to be called by hand.

use crate::codes::{E_INVALIDARG, E_UNEXPECTED};
use crate::count::{self, Count};
use crate::record::Record;
use crate::{Error, HRESULT, Interface, Result};
use std::ffi::c_void;

/// Empty places for `len` interfaces that a callee will fill.
#[must_use]
pub fn places(len: usize) -> Vec<*mut c_void> {
    vec![std::ptr::null_mut(); len]
}

/// Takes over the interfaces of the first `filled` places, after a success; the other slots become empty. A count that
/// is no length stands for none: nobody knows then what the places hold.
///
/// # Safety
/// Each of the first `filled` places is null or an interface pointer of type `I` with a reference to give away.
pub unsafe fn take<I: Interface>(slots: &mut [Option<I>], places: &[*mut c_void], filled: impl Count) {
    let filled = count::seen(filled);
    for (i, slot) in slots.iter_mut().enumerate() {
        let raw = if i < filled { places.get(i).copied() } else { None };
        // SAFETY: as promised.
        *slot = raw.and_then(|raw| unsafe { crate::call::opt_interface(raw) });
    }
}

/// Borrows a buffer that an implementer fills or changes; `fresh` memory is zeroed before anything can read it.
///
/// # Safety
/// `start` is null or valid for writes of `len` values that nothing else touches for `'a`; unless it is `fresh` they are
/// initialized.
///
/// # Errors
/// `code` for a null pointer with elements, or a misaligned one.
pub unsafe fn required<'a, T>(start: *mut T, len: usize, fresh: bool, code: HRESULT) -> Result<&'a mut [T]>
where
    for<'v> T: Record<View<'v> = T>,
{
    if len == 0 {
        return Ok(&mut []);
    }
    // SAFETY: as promised.
    unsafe { optional(start, len, fresh, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// Borrows a buffer that may be absent.
///
/// # Safety
/// As for [`required`].
///
/// # Errors
/// `code` for a misaligned pointer, or for more room than memory has.
pub unsafe fn optional<'a, T>(start: *mut T, len: usize, fresh: bool, code: HRESULT) -> Result<Option<&'a mut [T]>>
where
    for<'v> T: Record<View<'v> = T>,
{
    if start.is_null() {
        return Ok(None);
    }
    fits(start, len, code)?;
    // SAFETY: not null, aligned, valid as promised; zero is a value of a plain type.
    unsafe {
        if fresh {
            start.write_bytes(0, len);
        }
        Ok(Some(std::slice::from_raw_parts_mut(start, len)))
    }
}

/// Borrows a buffer with a string in it, which an implementer changes. What follows the string's end is zeroed: a caller
/// need not have written it.
///
/// # Safety
/// `start` is null or valid for writes of `len` values that nothing else touches for `'a`; those up to the first zero, or
/// all where there is none, are initialized.
///
/// # Errors
/// `code` for a null pointer with elements, or a misaligned one.
pub unsafe fn required_text<'a, T>(start: *mut T, len: usize, code: HRESULT) -> Result<&'a mut [T]>
where
    T: Default + PartialEq,
    for<'v> T: Record<View<'v> = T>,
{
    if len == 0 {
        return Ok(&mut []);
    }
    // SAFETY: as promised.
    unsafe { optional_text(start, len, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// The same for a buffer that may be absent.
///
/// # Safety
/// As for [`required_text`].
///
/// # Errors
/// `code` for a misaligned pointer.
pub unsafe fn optional_text<'a, T>(start: *mut T, len: usize, code: HRESULT) -> Result<Option<&'a mut [T]>>
where
    T: Default + PartialEq,
    for<'v> T: Record<View<'v> = T>,
{
    if start.is_null() {
        return Ok(None);
    }
    fits(start, len, code)?;
    // SAFETY: each value is read only where nothing before it is zero, so that it is initialized; what follows is written.
    unsafe {
        let end = (0..len).find(|&i| *start.add(i) == T::default()).unwrap_or(len);
        start.add(end).write_bytes(0, len - end);
        Ok(Some(std::slice::from_raw_parts_mut(start, len)))
    }
}

/// How many of the `len` values of a string that goes in are initialized: those up to its end. There is none to be found
/// behind a null.
///
/// # Safety
/// `start` is null or valid for reads of the values up to the first zero, or of `len` where there is none.
#[must_use]
pub unsafe fn text_len<T: Default + PartialEq>(start: *const T, len: usize) -> usize {
    if start.is_null() {
        return len;
    }
    // SAFETY: each value is read only where nothing before it is zero.
    (0..len).find(|&i| unsafe { start.add(i).read_unaligned() } == T::default()).map_or(len, |end| end + 1)
}

/// Whether memory of this length can be a slice.
fn fits<T>(start: *const T, len: usize, code: HRESULT) -> Result<()> {
    if start.is_aligned() && count::of_elements::<T>(len).is_some() { Ok(()) } else { Err(Error::from_hresult(code)) }
}

/// Whether a buffer that goes in with a string holds the string's end; an absent one needs none.
///
/// # Errors
/// `E_INVALIDARG` when it does not.
pub fn ends<T: Default + PartialEq>(buffer: Option<&[T]>) -> Result<()> {
    match buffer {
        Some(buffer) if !buffer.contains(&T::default()) => Err(Error::from_hresult(E_INVALIDARG)),
        _ => Ok(()),
    }
}

/// A buffer that an implementer leaves a text in. Whatever becomes of the call, the text has an end, or a caller would read
/// on: one without is made empty. Where there is no room there is no text.
#[derive(Debug)]
pub struct Ended<'a, T: Default + PartialEq>(Option<&'a mut [T]>);

impl<'a, T: Default + PartialEq> Ended<'a, T> {
    /// Watches a buffer, or one that is absent.
    #[inline]
    pub fn new(buffer: impl Into<Option<&'a mut [T]>>) -> Self {
        Self(buffer.into())
    }

    /// The buffer, which is there; one without room where it is not.
    #[inline]
    pub fn required(&mut self) -> &mut [T] {
        self.0.as_deref_mut().unwrap_or_default()
    }

    /// The buffer, where there is one.
    #[inline]
    pub fn optional(&mut self) -> Option<&mut [T]> {
        self.0.as_deref_mut()
    }

    /// Sees that the text has its end.
    ///
    /// # Errors
    /// `E_UNEXPECTED` when it does not; it is empty then.
    pub fn check(&mut self) -> Result<()> {
        let buffer = self.required();
        if buffer.is_empty() || buffer.contains(&T::default()) {
            return Ok(());
        }
        buffer[0] = T::default();
        Err(Error::from_hresult(E_UNEXPECTED))
    }
}

impl<T: Default + PartialEq> Drop for Ended<'_, T> {
    fn drop(&mut self) {
        // The call's own answer counts.
        let _ = self.check();
    }
}

/// Places of a caller's that an implementer fills with interfaces. They stay empty unless the call succeeds.
#[derive(Debug)]
pub struct Slots<I> {
    start: *mut *mut c_void,
    values: Vec<Option<I>>,
}

impl<I: Interface> Slots<I> {
    /// Empties the places.
    ///
    /// # Safety
    /// `start` is null or valid for writes of `len` pointers during the call.
    ///
    /// # Errors
    /// `code` for a null pointer with elements, or for more places than memory has.
    pub unsafe fn new(start: *mut *mut c_void, len: usize, code: HRESULT) -> Result<Self> {
        if start.is_null() && len > 0 || count::of_elements::<Option<I>>(len).is_none() {
            return Err(Error::from_hresult(code));
        }
        for i in 0..len {
            // SAFETY: as promised.
            unsafe { start.add(i).write_unaligned(std::ptr::null_mut()) }
        }
        Ok(Self { start, values: std::iter::repeat_with(|| None).take(len).collect() })
    }

    /// What the implementer fills.
    pub fn values(&mut self) -> &mut [Option<I>] {
        &mut self.values
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Gives the first `filled` interfaces away; all where nothing says how many.
    ///
    /// # Safety
    /// The places are still valid.
    pub unsafe fn give(self, filled: Option<usize>) {
        let filled = filled.unwrap_or(self.values.len());
        for (i, value) in self.values.into_iter().take(filled).enumerate() {
            let raw = value.map_or(std::ptr::null_mut(), Interface::into_raw);
            // SAFETY: as promised.
            unsafe { self.start.add(i).write_unaligned(raw) }
        }
    }
}

/// How much of a buffer was filled, as a callee says.
///
/// # Errors
/// `E_UNEXPECTED` for more than there is, and for a count that is no length.
#[inline]
pub fn filled(count: impl Count, len: usize) -> Result<usize> {
    within(count.length(), len)
}

/// How much of a buffer an implementer says to have filled, also as it is told to the caller.
///
/// # Errors
/// `E_UNEXPECTED` for more than there is, and for what cannot be told.
#[inline]
pub fn checked<C: Count>(filled: usize, len: usize) -> Result<(usize, C)> {
    let filled = within(Some(filled), len)?;
    Ok((filled, C::of(filled).ok_or_else(|| count::refused(E_UNEXPECTED))?))
}

fn within(filled: Option<usize>, len: usize) -> Result<usize> {
    filled.filter(|filled| *filled <= len).ok_or_else(|| count::refused(E_UNEXPECTED))
}
