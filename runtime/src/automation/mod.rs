//! Duty: the values of automation, as Rust owns them: strings, variants, arrays that know their bounds, numbers, dates.
//! Input: Rust values, or memory that a COM call handed over. Output: owners whose bytes are those of the ABI.
//!
//! [`Bstr`], [`Variant`] and [`SafeArray`] are transparent over what crosses the boundary, so that lending one copies
//! nothing: `&Bstr` is a pointer to a `BSTR`. All zeros are the empty value of each, which owns nothing. On Windows their
//! memory comes from oleaut32, elsewhere from the heap that is built in, with the same bytes in the same places.

mod bstr;
mod convert;
mod currency;
mod date;
mod decimal;
mod dispatch;
mod element;
mod held;
mod memory;
mod nested;
mod number;
mod parts;
mod safe_array;
mod typed;
mod value;
mod variant;

pub use bstr::Bstr;
pub use date::Date;
pub use dispatch::{Argument, InvokeError, MemberId};
pub use element::{Element, VariantBool};
pub use held::Held;
pub use safe_array::{Elements, ElementsMut, SafeArray};
#[doc(hidden)]
pub use typed::{Typed, given, lent};
pub use value::Value;
pub use variant::Variant;

use crate::{HRESULT, Result};

/// An owner with the bytes of an ABI value.
///
/// # Safety
/// The type is transparent over `Abi`, and all zeros are a value that owns nothing.
pub unsafe trait Owner: Sized {
    /// What crosses the boundary.
    type Abi: Copy;

    /// Makes a value that was handed over one that stands on its own: a reference in it, at any depth, may outlive what
    /// it refers to once the call is over.
    fn settle(&mut self) {}

    /// Checks a value that the implementer of a method may change.
    ///
    /// # Errors
    /// Why it must not be changed.
    fn check_change(&self) -> Result<()> {
        Ok(())
    }
}

/// The bytes of a value, lent to a call.
#[doc(hidden)]
#[inline]
pub fn lend<T: Owner>(value: &T) -> T::Abi {
    // SAFETY: the type is transparent over it.
    unsafe { std::ptr::from_ref(value).cast::<T::Abi>().read() }
}

/// Looks at a value that a caller lends by value.
///
/// # Safety
/// `raw` holds a valid value of `T`, which stays the caller's.
#[doc(hidden)]
#[inline]
pub unsafe fn borrow<T: Owner, A>(raw: &A) -> &T {
    const { assert!(size_of::<A>() == size_of::<T>() && align_of::<A>() >= align_of::<T>()) };
    // SAFETY: as promised; the type is transparent over it.
    unsafe { &*std::ptr::from_ref(raw).cast() }
}

/// Takes over what a call has given.
///
/// # Safety
/// `raw` holds a valid value of `T`, given away to the new owner.
#[doc(hidden)]
#[inline]
pub unsafe fn own<T: Owner, A: Copy>(raw: A) -> T {
    const { assert!(size_of::<A>() == size_of::<T>() && align_of::<A>() >= align_of::<T>()) };
    // SAFETY: as promised; the type is transparent over it.
    let mut value = unsafe { std::ptr::from_ref(&raw).cast::<T>().read() };
    value.settle();
    value
}

/// What may come back in the place of a value that goes in and out: it stands on its own when this is dropped, whatever
/// became of the call.
#[doc(hidden)]
#[derive(Debug)]
pub struct Settled<'a, T: Owner>(pub &'a mut T);

impl<T: Owner> Settled<'_, T> {
    /// The value's address, to pass.
    #[inline]
    pub fn as_mut_ptr(&mut self) -> *mut T::Abi {
        std::ptr::from_mut(self.0).cast()
    }
}

impl<T: Owner> Drop for Settled<'_, T> {
    fn drop(&mut self) {
        self.0.settle();
    }
}

/// Borrows a value that goes in and out; null is refused.
///
/// # Safety
/// As for [`opt_mut`].
///
/// # Errors
/// `code` for null, or why the value must not be changed.
#[doc(hidden)]
pub unsafe fn req_mut<'a, T: Owner>(pointer: *mut T, code: HRESULT) -> Result<&'a mut T> {
    // SAFETY: as promised.
    unsafe { opt_mut(pointer, code) }?.ok_or_else(|| crate::Error::from_hresult(code))
}

/// Borrows a value that goes in and out, or nothing.
///
/// # Safety
/// `pointer` is null or points to a valid value of `T` that nothing else touches for `'a`.
///
/// # Errors
/// `code` for a pointer that is not aligned, or why the value must not be changed.
#[doc(hidden)]
pub unsafe fn opt_mut<'a, T: Owner>(pointer: *mut T, code: HRESULT) -> Result<Option<&'a mut T>> {
    // SAFETY: as promised.
    let value = unsafe { crate::stub::opt_mut(pointer, code) }?;
    value.as_deref().map_or(Ok(()), Owner::check_change)?;
    Ok(value)
}

/// The numbers of types in variants and arrays, as fields hold them.
pub(crate) mod vt {
    use crate::com::VARENUM;

    macro_rules! types {
        ($($name:ident = $of:ident)*) => { $(pub(crate) const $name: u16 = VARENUM::$of.0 as u16;)* };
    }
    types! {
        EMPTY = VT_EMPTY NULL = VT_NULL I2 = VT_I2 I4 = VT_I4 R4 = VT_R4 R8 = VT_R8 CY = VT_CY DATE = VT_DATE
        BSTR = VT_BSTR DISPATCH = VT_DISPATCH ERROR = VT_ERROR BOOL = VT_BOOL VARIANT = VT_VARIANT
        UNKNOWN = VT_UNKNOWN DECIMAL = VT_DECIMAL I1 = VT_I1 UI1 = VT_UI1 UI2 = VT_UI2 UI4 = VT_UI4 I8 = VT_I8
        UI8 = VT_UI8 INT = VT_INT UINT = VT_UINT RECORD = VT_RECORD ARRAY = VT_ARRAY BYREF = VT_BYREF
    }
}
