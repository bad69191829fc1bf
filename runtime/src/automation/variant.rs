//! Duty: values with their type: `VARIANT`.
//! Input: values of Rust, or a variant that a COM call handed over. Output: [`Variant`], which frees what it holds.

use super::{SafeArray, Value, vt};
use crate::codes::DISP_E_PARAMNOTFOUND;
use crate::com::{VARIANT, VARIANT_u};
use std::fmt;
use std::mem::ManuallyDrop;

/// A value of automation with its type: a number, a string, an object, an array. [`value`](Self::value) shows it.
///
/// Made by `From` of what it is to hold; taken apart by `TryFrom<&Variant>`, which changes the width of whole numbers and
/// nothing else.
#[repr(transparent)]
pub struct Variant(VARIANT);

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

    /// What is in it. A reference (`VT_BYREF`) is followed, and what it leads to is copied: that is somebody else's
    /// variable, which may be assigned while other code runs. What cannot be copied is [`Value::Other`].
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        // SAFETY: the variant is valid as long as it is borrowed, and what it refers to is now.
        unsafe { Value::of(&self.0) }
    }

    /// Whether it stands for an optional argument that is left out.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.value(), Value::Error(DISP_E_PARAMNOTFOUND))
    }

    /// The array that it holds itself.
    pub(super) fn array_mut(&mut self) -> Option<&mut SafeArray> {
        let holds = self.0.vt & vt::ARRAY != 0 && !self.is_reference();
        // SAFETY: the type says that an array stands there, which is transparent over its pointer.
        holds.then(|| unsafe { &mut *(&raw mut self.0.u.byref).cast() })
    }

    /// An array whose elements are of the type that is part of `kind`.
    pub(super) fn array(kind: u16, array: SafeArray) -> Self {
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
                vt::BSTR => drop(super::Bstr::from_raw(self.0.u.bstrVal)),
                vt::UNKNOWN | vt::DISPATCH => drop(crate::call::opt_interface::<crate::IUnknown>(self.0.u.punkVal)),
                _ => {}
            }
        }
    }
}

impl fmt::Debug for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}
