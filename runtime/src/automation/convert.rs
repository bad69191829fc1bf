//! Duty: make variants of values of Rust, and values of variants.
//! Input: one of the two. Output: the other.

use super::{Bstr, Date, SafeArray, Value, Variant, vt};
use crate::codes::{DISP_E_BADVARTYPE, DISP_E_OVERFLOW, DISP_E_TYPEMISMATCH};
use crate::com::{CY, DECIMAL, IDispatch, VARIANT_u};
use crate::{Error, HRESULT, IUnknown, Interface, Result};
use std::ffi::c_void;

impl Variant {
    /// A value that owns nothing.
    pub(super) fn plain(value: &Value<'_>) -> Self {
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
        let mut variant = Self::new().into_raw();
        // SAFETY: a variant is at least as large as the number, and as aligned; all its bytes are values, and it owns nothing.
        unsafe {
            (&raw mut variant).cast::<DECIMAL>().write(value);
            variant.vt = vt::DECIMAL;
            Self::from_raw(variant)
        }
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
    type Error = Error;

    /// # Errors
    /// `DISP_E_BADVARTYPE` for an array that does not tell what its elements are.
    fn try_from(array: SafeArray) -> Result<Self> {
        let kind = array.element_type().ok_or(DISP_E_BADVARTYPE)?;
        Ok(Self::array(kind, array))
    }
}

macro_rules! from_plain {
    ($($ty:ty: $number:ident, $field:ident;)*) => {
        $(
            impl From<$ty> for Variant {
                fn from(value: $ty) -> Self {
                    Self::of(vt::$number, VARIANT_u { $field: value })
                }
            }
        )*
    };
}

from_plain! {
    i16: I2, iVal; i32: I4, lVal; i64: I8, llVal; u8: UI1, bVal; u16: UI2, uiVal; u32: UI4, ulVal; u64: UI8, ullVal;
    f32: R4, fltVal; f64: R8, dblVal; HRESULT: ERROR, scode; CY: CY, cyVal; Date: DATE, date;
}

macro_rules! try_whole {
    ($($ty:ty),*) => {
        $(
            impl TryFrom<&Variant> for $ty {
                type Error = Error;

                /// # Errors
                /// `DISP_E_TYPEMISMATCH` for what is no whole number, `DISP_E_OVERFLOW` for one that does not fit.
                fn try_from(variant: &Variant) -> Result<Self> {
                    let whole = variant.value().whole().ok_or(DISP_E_TYPEMISMATCH)?;
                    Self::try_from(whole).map_err(|_| DISP_E_OVERFLOW.into())
                }
            }
        )*
    };
}

try_whole!(i8, i16, i32, i64, u8, u16, u32, u64);

macro_rules! try_value {
    ($($ty:ty: $($pattern:pat => $value:expr),+;)*) => {
        $(
            impl TryFrom<&Variant> for $ty {
                type Error = Error;

                /// # Errors
                /// `DISP_E_TYPEMISMATCH`
                fn try_from(variant: &Variant) -> Result<Self> {
                    match variant.value() {
                        $($pattern => Ok($value),)+
                        _ => Err(DISP_E_TYPEMISMATCH.into()),
                    }
                }
            }
        )*
    };
}

try_value! {
    bool: Value::Bool(value) => value;
    f64: Value::R8(value) => value, Value::R4(value) => value.into();
    f32: Value::R4(value) => value;
    HRESULT: Value::Error(value) => value;
    CY: Value::Currency(value) => value;
    Date: Value::Date(value) => value;
    DECIMAL: Value::Decimal(value) => value;
    Bstr: Value::Bstr(value) => value.or_copy(Bstr::try_clone)?;
    String: Value::Bstr(value) => Self::try_from(&*value)?;
    IUnknown: Value::Unknown(Some(value)) => (*value).clone(), Value::Dispatch(Some(value)) => (**value).clone();
    IDispatch: Value::Dispatch(Some(value)) => (*value).clone();
    SafeArray: Value::Array(value) => value.or_copy(SafeArray::try_clone)?;
}
