//! Duty: values with their type: `VARIANT`.
//! Input: values of Rust, or a variant that a COM call handed over. Output: [`Variant`], which frees what it holds.

use super::{Bstr, Owner, SafeArray, Value, vt};
use crate::codes::{DISP_E_BADVARTYPE, DISP_E_PARAMNOTFOUND, E_INVALIDARG};
use crate::com::{DECIMAL, IDispatch, VARIANT, VARIANT_u};
use crate::{IUnknown, Interface, Result};
use std::ffi::c_void;
use std::fmt;
use std::mem::ManuallyDrop;

/// A value of automation with its type: a number, a string, an object, an array. [`value`](Self::value) shows it.
///
/// Made by `From` of what it is to hold; taken apart by `TryFrom<&Variant>`, which changes the width of whole numbers and
/// nothing else.
#[repr(transparent)]
pub struct Variant(VARIANT);

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

impl Variant {
    /// No value: `VT_EMPTY`.
    #[must_use]
    pub const fn new() -> Self {
        Self::of(vt::EMPTY, VARIANT_u { llVal: 0 })
    }

    /// The null of databases: `VT_NULL`.
    #[must_use]
    pub const fn null() -> Self {
        Self::of(vt::NULL, VARIANT_u { llVal: 0 })
    }

    /// An optional argument that is left out.
    #[must_use]
    pub const fn missing() -> Self {
        Self::of(vt::ERROR, VARIANT_u { scode: DISP_E_PARAMNOTFOUND })
    }

    /// A value that is in `value`, and ours if it owns something.
    pub(super) const fn of(kind: u16, value: VARIANT_u) -> Self {
        Self(VARIANT { vt: kind, wReserved1: 0, wReserved2: 0, wReserved3: 0, u: value })
    }

    /// Takes over a variant.
    ///
    /// # Safety
    /// It is valid, and given away to the new owner. What a `VT_BYREF` refers to must live as long as the new owner.
    #[must_use]
    pub const unsafe fn from_raw(variant: VARIANT) -> Self {
        Self(variant)
    }

    /// Gives the variant away.
    #[must_use]
    pub fn into_raw(self) -> VARIANT {
        ManuallyDrop::new(self).0
    }

    /// The struct that it is.
    #[must_use]
    pub const fn as_raw(&self) -> &VARIANT {
        &self.0
    }

    /// The number of its type, `VT_BYREF` and `VT_ARRAY` included.
    #[must_use]
    pub const fn kind(&self) -> u16 {
        self.0.vt
    }

    /// Whether there is no value.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.vt == vt::EMPTY
    }

    /// Whether it refers to a value that stands elsewhere: `VT_BYREF`.
    #[must_use]
    pub const fn is_reference(&self) -> bool {
        self.0.vt & vt::BYREF != 0
    }

    /// Whether it stands for an optional argument that is left out.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.value(), Value::Error(DISP_E_PARAMNOTFOUND))
    }

    /// A copy that shares nothing with this one but the objects that both refer to. Of a reference the value is copied.
    ///
    /// # Errors
    /// `DISP_E_BADVARTYPE` for records and types that are not known, `E_OUTOFMEMORY`,
    /// [`TOO_DEEP`](crate::depth::TOO_DEEP).
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

    /// A value that owns nothing.
    fn plain(value: &Value<'_>) -> Self {
        match *value {
            Value::Null => Self::null(),
            Value::I1(value) => value.into(),
            Value::I2(value) => value.into(),
            Value::I4(value) => value.into(),
            Value::I8(value) => value.into(),
            Value::Ui1(value) => value.into(),
            Value::Ui2(value) => value.into(),
            Value::Ui4(value) => value.into(),
            Value::Ui8(value) => value.into(),
            Value::Int(value) => Self::of(vt::INT, VARIANT_u { intVal: value }),
            Value::Uint(value) => Self::of(vt::UINT, VARIANT_u { uintVal: value }),
            Value::R4(value) => value.into(),
            Value::R8(value) => value.into(),
            Value::Bool(value) => value.into(),
            Value::Error(value) => value.into(),
            Value::Currency(value) => value.into(),
            Value::Date(value) => value.into(),
            _ => Self::new(),
        }
    }

    /// The array that it holds itself.
    pub(super) fn array_mut(&mut self) -> Option<&mut SafeArray> {
        let holds = self.0.vt & vt::ARRAY != 0 && !self.is_reference();
        // SAFETY: the type says that an array stands there, which is transparent over its pointer.
        holds.then(|| unsafe { &mut *(&raw mut self.0.u.byref).cast() })
    }

    /// An array whose elements are of the type that is part of `kind`.
    fn array(kind: u16, array: SafeArray) -> Self {
        Self::of((kind | vt::ARRAY) & !vt::BYREF, VARIANT_u { byref: array.into_raw().cast() })
    }
}

impl Default for Variant {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(windows)]
impl Drop for Variant {
    fn drop(&mut self) {
        if let Some(array) = self.array_mut() {
            drop(std::mem::take(array));
        }
        // SAFETY: what the variant holds is ours.
        unsafe { super::memory::clear_variant(&raw mut self.0) }
    }
}

#[cfg(not(windows))]
impl Drop for Variant {
    /// What a reference refers to is not ours. Records, which need oleaut32, do not exist here and are left alone.
    fn drop(&mut self) {
        let kind = self.0.vt;
        // SAFETY: the type says what the variant holds, and that is ours.
        unsafe {
            match kind {
                _ if kind & vt::BYREF != 0 => {}
                _ if kind & vt::ARRAY != 0 => drop(SafeArray::from_raw(self.0.u.byref.cast())),
                vt::BSTR => drop(Bstr::from_raw(self.0.u.bstrVal)),
                vt::UNKNOWN | vt::DISPATCH => drop(crate::call::opt_interface::<IUnknown>(self.0.u.punkVal)),
                _ => {}
            }
        }
    }
}

impl From<bool> for Variant {
    fn from(value: bool) -> Self {
        Self::of(vt::BOOL, VARIANT_u { boolVal: if value { -1 } else { 0 } })
    }
}

impl From<i8> for Variant {
    fn from(value: i8) -> Self {
        Self::of(vt::I1, VARIANT_u { cVal: value.cast_unsigned() })
    }
}

impl From<DECIMAL> for Variant {
    /// The number takes the whole place, but for the bits that tell the type.
    fn from(value: DECIMAL) -> Self {
        let mut variant = Self::new();
        // SAFETY: a variant is at least as large as the number, and as aligned; all its bytes are values.
        unsafe { (&raw mut variant.0).cast::<DECIMAL>().write(value) };
        variant.0.vt = vt::DECIMAL;
        variant
    }
}

impl From<Bstr> for Variant {
    fn from(text: Bstr) -> Self {
        Self::of(vt::BSTR, VARIANT_u { bstrVal: text.into_raw() })
    }
}

impl From<&str> for Variant {
    fn from(text: &str) -> Self {
        Bstr::from(text).into()
    }
}

impl From<String> for Variant {
    fn from(text: String) -> Self {
        Bstr::from(text).into()
    }
}

impl From<Option<IUnknown>> for Variant {
    fn from(object: Option<IUnknown>) -> Self {
        Self::of(vt::UNKNOWN, VARIANT_u { punkVal: given(object) })
    }
}

impl From<IUnknown> for Variant {
    fn from(object: IUnknown) -> Self {
        Some(object).into()
    }
}

impl From<Option<IDispatch>> for Variant {
    fn from(object: Option<IDispatch>) -> Self {
        Self::of(vt::DISPATCH, VARIANT_u { pdispVal: given(object) })
    }
}

impl From<IDispatch> for Variant {
    fn from(object: IDispatch) -> Self {
        Some(object).into()
    }
}

fn given<I: Interface>(object: Option<I>) -> *mut c_void {
    object.map_or(std::ptr::null_mut(), Interface::into_raw)
}

impl TryFrom<SafeArray> for Variant {
    type Error = crate::Error;

    /// # Errors
    /// `DISP_E_BADVARTYPE` for an array that does not tell what its elements are.
    fn try_from(array: SafeArray) -> Result<Self> {
        let kind = array.element_type().ok_or(DISP_E_BADVARTYPE)?;
        Ok(Self::array(kind, array))
    }
}

impl fmt::Debug for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}
