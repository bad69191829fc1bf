//! Duty: what arrays that know their bounds can hold.
//! Input: types. Output: [`Element`], which ties each to its number and to how an array marks it.

use super::{Bstr, Date, memory, vt};
use crate::com::{CY, DECIMAL, IDispatch};
use crate::{HRESULT, IUnknown};
use std::fmt;

/// A type that an array can hold.
///
/// # Safety
/// Its bytes are those of the elements of an array with this number; all zeros are a value.
pub unsafe trait Element: Sized {
    /// The number of the type in variants.
    const TYPE: u16;
    /// How an array marks that its elements own something; 0 for those that own nothing.
    const OWNS: u16 = 0;

    /// A copy that owns what it refers to.
    ///
    /// # Errors
    /// When it cannot be copied.
    fn copy(&self) -> crate::Result<Self>;
}

macro_rules! plain {
    ($($ty:ty: $number:ident,)*) => {
        $(
            // SAFETY: every bit pattern of the type is a value of this number.
            unsafe impl Element for $ty {
                const TYPE: u16 = vt::$number;

                fn copy(&self) -> crate::Result<Self> {
                    Ok(*self)
                }
            }
        )*
    };
}

plain! {
    i8: I1, i16: I2, i32: I4, i64: I8, u8: UI1, u16: UI2, u32: UI4, u64: UI8, f32: R4, f64: R8,
    CY: CY, Date: DATE, DECIMAL: DECIMAL, HRESULT: ERROR, VariantBool: BOOL,
}

macro_rules! owning {
    ($($ty:ty: $number:ident, $feature:ident, $copy:expr;)*) => {
        $(
            // SAFETY: null is a value, and what is not null owns what the feature says.
            unsafe impl Element for $ty {
                const TYPE: u16 = vt::$number;
                const OWNS: u16 = memory::$feature;

                fn copy(&self) -> crate::Result<Self> {
                    $copy(self)
                }
            }
        )*
    };
}

owning! {
    Bstr: BSTR, BSTR, Bstr::try_clone;
    Option<IUnknown>: UNKNOWN, UNKNOWN, |object: &Self| Ok(object.clone());
    Option<IDispatch>: DISPATCH, DISPATCH, |object: &Self| Ok(object.clone());
}

/// A truth value of 16 bits, as arrays hold it.
#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct VariantBool(pub i16);

impl From<bool> for VariantBool {
    fn from(value: bool) -> Self {
        Self(if value { -1 } else { 0 })
    }
}

impl From<VariantBool> for bool {
    fn from(value: VariantBool) -> Self {
        value.0 != 0
    }
}

impl fmt::Debug for VariantBool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bool::from(*self).fmt(f)
    }
}
