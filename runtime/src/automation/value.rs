//! Duty: what is in a variant.
//! Input: a variant of any type, references followed. Output: [`Value`], and conversions to the types of Rust.

use super::{Bstr, Date, Held, SafeArray, Variant, vt};
use crate::call::borrowed_interface;
use crate::codes::{DISP_E_OVERFLOW, DISP_E_TYPEMISMATCH};
use crate::com::{CY, DECIMAL, IDispatch, VARIANT, VARIANT_u};
use crate::{Error, HRESULT, IUnknown};
use std::ffi::c_void;
use std::mem::ManuallyDrop;

/// The value of a variant, borrowed from it; of one that is a reference, a copy.
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
    Bstr(Held<'a, Bstr>),
    /// `VT_UNKNOWN`
    Unknown(Option<Held<'a, IUnknown>>),
    /// `VT_DISPATCH`
    Dispatch(Option<Held<'a, IDispatch>>),
    /// `VT_ARRAY`, whatever its elements are.
    Array(Held<'a, SafeArray>),
    /// A type that has no face here (a record), or a reference to nothing, or to what cannot be copied.
    Other(u16),
}

/// How many references are followed: a variant may refer to another one, which refers to a value.
const DEPTH: u8 = 2;

impl Variant {
    /// What is in it. A reference (`VT_BYREF`) is followed, and what it leads to is copied: that is somebody else's
    /// variable, which may be assigned while other code runs. What cannot be copied is [`Value::Other`].
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        let (variant, at) = (self.as_raw(), (&raw const self.as_raw().u).cast::<u8>());
        // SAFETY: the variant is valid as long as it is borrowed, and what it refers to is now.
        unsafe {
            if self.is_reference() {
                return copied(*variant, DEPTH).unwrap_or(Value::Other(variant.vt));
            }
            plain(variant.vt, at, std::ptr::from_ref(variant).cast()).unwrap_or_else(|| lent(variant.vt, at))
        }
    }
}

/// A value that owns nothing.
///
/// # Safety
/// A value of the type stands at `at`, a decimal number at `decimal`.
unsafe fn plain<'a>(kind: u16, at: *const u8, decimal: *const DECIMAL) -> Option<Value<'a>> {
    // SAFETY: as promised; nothing is assumed of the alignment.
    Some(unsafe {
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
            _ => return None,
        }
    })
}

/// A value that a variant itself owns.
///
/// # Safety
/// `at` is the place for values in a variant of this type, which lives for `'a`.
unsafe fn lent<'a>(kind: u16, at: *const u8) -> Value<'a> {
    // SAFETY: as promised; an owner is transparent over the pointer that stands there, as aligned as it has to be.
    unsafe {
        match kind {
            vt::UNKNOWN => Value::Unknown(present(at).then(|| Held::Lent(&*at.cast()))),
            vt::DISPATCH => Value::Dispatch(present(at).then(|| Held::Lent(&*at.cast()))),
            vt::BSTR => Value::Bstr(Held::Lent(&*at.cast())),
            _ if kind & vt::ARRAY != 0 => Value::Array(Held::Lent(&*at.cast())),
            _ => Value::Other(kind),
        }
    }
}

/// # Safety
/// A pointer stands at `at`.
unsafe fn present(at: *const u8) -> bool {
    // SAFETY: as promised.
    !unsafe { read::<*const c_void>(at) }.is_null()
}

/// A copy of what a reference leads to. It is read once: nothing that can be assigned meanwhile is looked at again.
///
/// # Safety
/// The variant is a reference, and what it refers to is valid now.
unsafe fn copied<'a>(variant: VARIANT, depth: u8) -> Option<Value<'a>> {
    let kind = variant.vt & !vt::BYREF;
    // SAFETY: a reference is a pointer whatever it refers to; it refers to a value of this type.
    unsafe {
        let at = variant.u.byref.cast_const().cast::<u8>();
        if at.is_null() {
            return None;
        }
        if kind != vt::VARIANT {
            return plain(kind, at, at.cast()).or_else(|| copy(kind, at));
        }
        let inner: VARIANT = read(at);
        if inner.vt & vt::BYREF != 0 {
            return if depth > 0 { copied(inner, depth - 1) } else { None };
        }
        let at = (&raw const inner.u).cast::<u8>();
        plain(inner.vt, at, (&raw const inner).cast()).or_else(|| copy(inner.vt, at))
    }
}

/// A copy of a value that owns something.
///
/// # Safety
/// A value of the type stands at `at`.
unsafe fn copy<'a>(kind: u16, at: *const u8) -> Option<Value<'a>> {
    // SAFETY: as promised; the copies that are not dropped stay with their owner.
    unsafe {
        match kind {
            vt::UNKNOWN => Some(Value::Unknown(borrowed_interface(read(at)).map(Held::Copied))),
            vt::DISPATCH => Some(Value::Dispatch(borrowed_interface(read(at)).map(Held::Copied))),
            vt::BSTR => {
                let text = ManuallyDrop::new(Bstr::from_raw(read(at)));
                text.try_clone().ok().map(|text| Value::Bstr(Held::Copied(text)))
            }
            _ if kind & vt::ARRAY != 0 => {
                let array = ManuallyDrop::new(SafeArray::from_raw(read(at)));
                array.try_clone().ok().map(|array| Value::Array(Held::Copied(array)))
            }
            _ => None,
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
    Bstr: Value::Bstr(value) => value.or_copy(Bstr::try_clone)?;
    String: Value::Bstr(value) => Self::try_from(&*value)?;
    IUnknown: Value::Unknown(Some(value)) => (*value).clone(), Value::Dispatch(Some(value)) => (**value).clone();
    IDispatch: Value::Dispatch(Some(value)) => (*value).clone();
    SafeArray: Value::Array(value) => value.or_copy(SafeArray::try_clone)?;
}
