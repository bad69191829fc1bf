//! Duty: arrays and variants within one another: an element can be a variant, which can be an array again, or refer to a value
//! elsewhere.
//! Input: values nested to any depth. Output: copies; values without references; errors where one is not allowed; memory
//! given back without using up the stack.
//!
//! `safe_array` knows no variants, and `variant` does not look into its arrays: here both are known.

use super::{Bstr, Date, Element, Owner, SafeArray, Value, Variant, VariantBool, memory, vt};
use crate::codes::{DISP_E_BADVARTYPE, E_INVALIDARG};
use crate::com::{CY, DECIMAL, IDispatch, SAFEARRAY, VARIANT};
use crate::{Error, HRESULT, IUnknown, Result, depth};
use std::mem::ManuallyDrop;

// SAFETY: zeros are the empty variant, and what is not owns what the feature says.
unsafe impl Element for Variant {
    const TYPE: u16 = vt::VARIANT;
    const OWNS: u16 = memory::VARIANT;

    fn copy(&self) -> Result<Self> {
        self.try_clone()
    }
}

// SAFETY: it is transparent over the pointer; null is the array without dimensions.
unsafe impl Owner for SafeArray {
    type Abi = *mut SAFEARRAY;

    /// Puts values in the place of references among the elements. An array that is nested too deep, or of which nobody can
    /// tell what is in it, becomes one without dimensions.
    fn settle(&mut self) {
        if !self.holds_variants() {
            return;
        }
        let Ok(_level) = depth::enter() else {
            *self = Self::new();
            return;
        };
        if let Ok(mut elements) = self.elements_mut::<Variant>() {
            elements.iter_mut().for_each(Owner::settle);
            return;
        }
        *self = Self::new();
    }

    /// Whoever may change it may keep it, beyond the call: so neither it nor an array in it may be a variable of the
    /// caller's, and no element a reference.
    fn check_change(&self) -> Result<()> {
        if self.stays() {
            return Err(E_INVALIDARG.into());
        }
        if !self.holds_variants() {
            return Ok(());
        }
        let _level = depth::enter()?;
        // Of what is broken nobody can tell what it refers to.
        let elements = self.elements::<Variant>().map_err(|_| Error::from(E_INVALIDARG))?;
        elements.iter().try_for_each(Owner::check_change)
    }
}

// SAFETY: it is transparent over the struct; zeros are the empty variant.
unsafe impl Owner for Variant {
    type Abi = VARIANT;

    /// The value takes the place of a reference to it; what cannot be copied becomes the empty variant.
    fn settle(&mut self) {
        if self.is_reference() {
            *self = self.try_clone().unwrap_or_default();
        } else if let Some(array) = self.array_mut() {
            array.settle();
        }
    }

    /// A reference could be moved to where it outlives the call.
    fn check_change(&self) -> Result<()> {
        if self.is_reference() {
            return Err(E_INVALIDARG.into());
        }
        match self.value() {
            Value::Array(array) => array.check_change(),
            _ => Ok(()),
        }
    }
}

impl SafeArray {
    /// A copy that shares nothing with this one but the objects that both refer to. Of an element that is a reference the
    /// value is copied.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`, `DISP_E_BADVARTYPE` for records and other elements of no known type,
    /// [`TOO_DEEP`](depth::TOO_DEEP) for arrays in arrays.
    pub fn try_clone(&self) -> Result<Self> {
        if self.header().is_none() {
            return Ok(Self::new());
        }
        let _level = depth::enter()?;
        match self.element_type().unwrap_or_default() {
            vt::I1 => self.copy_as::<i8>(),
            vt::I2 => self.copy_as::<i16>(),
            vt::I4 | vt::INT => self.copy_as::<i32>(),
            vt::I8 => self.copy_as::<i64>(),
            vt::UI1 => self.copy_as::<u8>(),
            vt::UI2 => self.copy_as::<u16>(),
            vt::UI4 | vt::UINT => self.copy_as::<u32>(),
            vt::UI8 => self.copy_as::<u64>(),
            vt::R4 => self.copy_as::<f32>(),
            vt::R8 => self.copy_as::<f64>(),
            vt::CY => self.copy_as::<CY>(),
            vt::DATE => self.copy_as::<Date>(),
            vt::DECIMAL => self.copy_as::<DECIMAL>(),
            vt::ERROR => self.copy_as::<HRESULT>(),
            vt::BOOL => self.copy_as::<VariantBool>(),
            vt::BSTR => self.copy_as::<Bstr>(),
            vt::VARIANT => self.copy_as::<Variant>(),
            vt::UNKNOWN => self.copy_as::<Option<IUnknown>>(),
            vt::DISPATCH => self.copy_as::<Option<IDispatch>>(),
            _ => Err(DISP_E_BADVARTYPE.into()),
        }
    }
}

impl Variant {
    /// A copy that shares nothing with this one but the objects that both refer to. Of a reference the value is copied.
    ///
    /// # Errors
    /// `DISP_E_BADVARTYPE` for records and types that are not known, `E_OUTOFMEMORY`,
    /// [`TOO_DEEP`](depth::TOO_DEEP).
    pub fn try_clone(&self) -> Result<Self> {
        Ok(match self.value() {
            Value::Bstr(text) => text.or_copy(Bstr::try_clone)?.into(),
            Value::Unknown(object) => object.map(|object| (*object).clone()).into(),
            Value::Dispatch(object) => object.map(|object| (*object).clone()).into(),
            Value::Array(array) => {
                let kind = array.element_type().unwrap_or(self.kind());
                Self::array(kind, array.or_copy(SafeArray::try_clone)?)
            }
            Value::Decimal(number) => number.into(),
            Value::Other(_) => return Err(DISP_E_BADVARTYPE.into()),
            plain => Self::plain(&plain),
        })
    }
}

impl Drop for SafeArray {
    fn drop(&mut self) {
        // SAFETY: the array is ours.
        unsafe { destroy(self.as_raw()) }
    }
}

/// Frees an array, and those in it one after the other rather than each inside of another.
///
/// # Safety
/// `array` is null, or an array that nobody uses any more.
unsafe fn destroy(array: *mut SAFEARRAY) {
    let (mut next, mut others) = (Some(array), Vec::new());
    while let Some(array) = next {
        // SAFETY: as promised; what is taken out of it is in nothing else.
        unsafe {
            take_arrays(array, &mut others);
            memory::destroy_array(array, drop_elements);
        }
        next = others.pop();
    }
}

/// Takes the arrays out of the elements of an array, if it is going to be freed.
///
/// # Safety
/// As for [`destroy`].
unsafe fn take_arrays(array: *mut SAFEARRAY, others: &mut Vec<*mut SAFEARRAY>) {
    // SAFETY: null or valid, as promised.
    let found = unsafe { memory::freeable(array) };
    if found.is_none_or(|found| found.fFeatures & memory::VARIANT == 0) {
        return;
    }
    // SAFETY: valid, as promised; it is only borrowed here.
    let mut array = ManuallyDrop::new(unsafe { SafeArray::from_raw(array) });
    if let Ok(mut elements) = array.elements_mut::<Variant>() {
        others.extend(elements.iter_mut().filter_map(Variant::array_mut).map(|array| std::mem::take(array).into_raw()));
    }
}

/// Drops all elements of an array.
///
/// # Safety
/// `array` is valid, and nobody uses its elements any more.
unsafe fn drop_elements(array: *mut SAFEARRAY) {
    // SAFETY: as promised; the array is only borrowed here.
    unsafe {
        let array = ManuallyDrop::new(SafeArray::from_raw(array));
        array.drop_each::<Bstr>();
        array.drop_each::<Option<IUnknown>>();
        array.drop_each::<Option<IDispatch>>();
        array.drop_each::<Variant>();
    }
}
