//! Duty: what is in a variant.
//! Input: a variant of any type, references followed. Output: [`Value`], and conversions to the types of Rust.

use super::{Bstr, DISP_E_OVERFLOW, DISP_E_TYPEMISMATCH, Date, SafeArray, Variant, vt};
use crate::com::{CY, DECIMAL, IDispatch, VARIANT, VARIANT_u};
use crate::record::interface_field;
use crate::{Borrowed, Error, HRESULT, IUnknown};

/// The value of a variant, borrowed from it.
#[derive(Debug)]
#[non_exhaustive]
pub enum Value<'a> {
    /// `VT_EMPTY`: no value.
    Empty,
    /// `VT_NULL`: the null of databases.
    Null,
    /// `VT_I1`
    I1(i8),
    /// `VT_I2`
    I2(i16),
    /// `VT_I4`
    I4(i32),
    /// `VT_I8`
    I8(i64),
    /// `VT_UI1`
    Ui1(u8),
    /// `VT_UI2`
    Ui2(u16),
    /// `VT_UI4`
    Ui4(u32),
    /// `VT_UI8`
    Ui8(u64),
    /// `VT_INT`
    Int(i32),
    /// `VT_UINT`
    Uint(u32),
    /// `VT_R4`
    R4(f32),
    /// `VT_R8`
    R8(f64),
    /// `VT_BOOL`
    Bool(bool),
    /// `VT_ERROR`: a result code.
    Error(HRESULT),
    /// `VT_CY`
    Currency(CY),
    /// `VT_DATE`
    Date(Date),
    /// `VT_DECIMAL`
    Decimal(DECIMAL),
    /// `VT_BSTR`
    Bstr(&'a Bstr),
    /// `VT_UNKNOWN`
    Unknown(Option<Borrowed<'a, IUnknown>>),
    /// `VT_DISPATCH`
    Dispatch(Option<Borrowed<'a, IDispatch>>),
    /// `VT_ARRAY`, whatever its elements are.
    Array(&'a SafeArray),
    /// A type that has no face here (a record), or a reference to nothing.
    Other(u16),
}

/// How many references are followed: a variant may refer to another one, which refers to a value.
const DEPTH: u8 = 2;

impl Variant {
    /// What is in it. A reference (`VT_BYREF`) is followed.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        // SAFETY: the variant is valid as long as it is borrowed, what it refers to included.
        unsafe { value(self.as_raw(), DEPTH) }
    }
}

/// # Safety
/// `variant` is valid for `'a`, with what it refers to.
unsafe fn value<'a>(variant: *const VARIANT, depth: u8) -> Value<'a> {
    // SAFETY: as promised; it is aligned as a variant is.
    let kind = unsafe { (*variant).vt };
    if kind & vt::BYREF == 0 {
        // SAFETY: as promised. A decimal takes the whole place.
        return unsafe { direct(kind, (&raw const (*variant).u).cast::<u8>(), variant.cast()) };
    }
    // SAFETY: a reference is a pointer whatever it refers to.
    let to = unsafe { (*variant).u.byref }.cast_const().cast::<u8>();
    if to.is_null() {
        return Value::Other(kind);
    }
    match kind & !vt::BYREF {
        vt::VARIANT if depth > 0 && to.cast::<VARIANT>().is_aligned() => {
            // SAFETY: it refers to a variant.
            unsafe { value(to.cast(), depth - 1) }
        }
        // SAFETY: it refers to a value of this type.
        target => unsafe { direct(target, to, to.cast()) },
    }
}

/// # Safety
/// A value of the type stands at `at`, a decimal number at `decimal`, and lives for `'a`.
unsafe fn direct<'a>(kind: u16, at: *const u8, decimal: *const DECIMAL) -> Value<'a> {
    // SAFETY: as promised; nothing is assumed of the alignment where a value is copied.
    unsafe {
        match kind {
            vt::EMPTY => Value::Empty,
            vt::NULL => Value::Null,
            vt::I1 => Value::I1(read(at)),
            vt::I2 => Value::I2(read(at)),
            vt::I4 => Value::I4(read(at)),
            vt::I8 => Value::I8(read(at)),
            vt::UI1 => Value::Ui1(read(at)),
            vt::UI2 => Value::Ui2(read(at)),
            vt::UI4 => Value::Ui4(read(at)),
            vt::UI8 => Value::Ui8(read(at)),
            vt::INT => Value::Int(read(at)),
            vt::UINT => Value::Uint(read(at)),
            vt::R4 => Value::R4(read(at)),
            vt::R8 => Value::R8(read(at)),
            vt::BOOL => Value::Bool(read::<i16>(at) != 0),
            vt::ERROR => Value::Error(read(at)),
            vt::CY => Value::Currency(read(at)),
            vt::DATE => Value::Date(read(at)),
            vt::DECIMAL => Value::Decimal(DECIMAL { wReserved: 0, ..decimal.read_unaligned() }),
            vt::UNKNOWN => Value::Unknown(interface_field(read(at))),
            vt::DISPATCH => Value::Dispatch(interface_field(read(at))),
            vt::BSTR if at.cast::<Bstr>().is_aligned() => Value::Bstr(&*at.cast()),
            _ if kind & vt::ARRAY != 0 && at.cast::<SafeArray>().is_aligned() => Value::Array(&*at.cast()),
            _ => Value::Other(kind),
        }
    }
}

/// # Safety
/// A value of `T` stands at `at`.
unsafe fn read<T: Copy>(at: *const u8) -> T {
    // SAFETY: as promised.
    unsafe { at.cast::<T>().read_unaligned() }
}

impl Value<'_> {
    /// Any of the whole numbers.
    fn whole(&self) -> Option<i128> {
        Some(match *self {
            Self::I1(value) => value.into(),
            Self::I2(value) => value.into(),
            Self::I4(value) | Self::Int(value) => value.into(),
            Self::I8(value) => value.into(),
            Self::Ui1(value) => value.into(),
            Self::Ui2(value) => value.into(),
            Self::Ui4(value) | Self::Uint(value) => value.into(),
            Self::Ui8(value) => value.into(),
            _ => return None,
        })
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
                fn try_from(variant: &Variant) -> Result<Self, Error> {
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
                fn try_from(variant: &Variant) -> Result<Self, Error> {
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
    Bstr: Value::Bstr(value) => value.clone();
    String: Value::Bstr(value) => Self::try_from(value)?;
    IUnknown: Value::Unknown(Some(value)) => (*value).clone(), Value::Dispatch(Some(value)) => (**value).clone();
    IDispatch: Value::Dispatch(Some(value)) => (*value).clone();
    SafeArray: Value::Array(value) => value.try_clone()?;
}
