//! Duty: what is in a variant.
//! Input: the struct, of any type, references followed. Output: [`Value`].

use super::{Bstr, Date, Held, SafeArray, vt};
use crate::call::borrowed_interface;
use crate::com::{CY, DECIMAL, IDispatch, VARIANT};
use crate::{HRESULT, IUnknown};
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
pub(super) const DEPTH: u8 = 2;

impl<'a> Value<'a> {
    /// What is in a variant.
    ///
    /// # Safety
    /// The variant is valid for `'a`, and what it refers to is now.
    pub(super) unsafe fn of(variant: &'a VARIANT) -> Self {
        let at = (&raw const variant.u).cast::<u8>();
        // SAFETY: as promised.
        unsafe {
            if variant.vt & vt::BYREF != 0 {
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
    pub(super) fn whole(&self) -> Option<i128> {
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
