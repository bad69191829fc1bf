//! Duty: which memory a value of automation owns or refers to, at any depth.
//! Input: values that a call lends. Output: blocks of memory, which nothing else of the call may be lent to be changed.

use super::value::DEPTH;
use super::{Bstr, Element, SafeArray, Value, Variant, vt};
use crate::apart::{Owns, Parts};
use crate::com::{CY, DECIMAL, SAFEARRAY, VARIANT};
use crate::{Result, depth};
use std::ffi::c_void;
use std::mem::ManuallyDrop;

impl Owns for Bstr {
    fn parts(&self, parts: &mut Parts) -> Result<()> {
        let (before, behind) = (size_of::<u32>(), size_of::<u16>());
        let text = self.as_raw().cast::<u8>();
        if text.is_null() { Ok(()) } else { parts.add(text.wrapping_sub(before), before + self.byte_len() + behind) }
    }
}

impl Owns for SafeArray {
    fn parts(&self, parts: &mut Parts) -> Result<()> {
        let _level = depth::enter()?;
        for (start, bytes) in self.blocks() {
            parts.add(start, bytes)?;
        }
        match self.element_type() {
            Some(vt::BSTR) => elements::<Bstr>(self, parts),
            Some(vt::VARIANT) => elements::<Variant>(self, parts),
            _ => Ok(()),
        }
    }
}

fn elements<T: Element + Owns>(array: &SafeArray, parts: &mut Parts) -> Result<()> {
    match array.elements::<T>() {
        Ok(elements) => elements.iter().try_for_each(|element| element.parts(parts)),
        // What is broken shows its elements to nobody.
        Err(_) => Ok(()),
    }
}

impl Owns for Variant {
    fn parts(&self, parts: &mut Parts) -> Result<()> {
        if self.is_reference() {
            // SAFETY: what it refers to is valid as long as it is itself.
            return unsafe { referred(self.as_raw(), DEPTH, parts) };
        }
        match self.value() {
            Value::Bstr(text) => text.parts(parts),
            Value::Array(array) => array.parts(parts),
            _ => Ok(()),
        }
    }
}

/// What a reference refers to, and what that owns.
///
/// # Safety
/// The variant is a reference, and what it refers to is valid.
unsafe fn referred(variant: &VARIANT, depth: u8, parts: &mut Parts) -> Result<()> {
    let kind = variant.vt & !vt::BYREF;
    // SAFETY: as promised; what is read there stays with its owner, and is read without an assumption of alignment.
    unsafe {
        let at = variant.u.byref.cast_const();
        if at.is_null() {
            return Ok(());
        }
        parts.add(at, width(kind))?;
        match kind {
            vt::VARIANT => {
                let inner = at.cast::<VARIANT>().read_unaligned();
                if inner.vt & vt::BYREF == 0 {
                    ManuallyDrop::new(Variant::from_raw(inner)).parts(parts)
                } else if depth > 0 {
                    referred(&inner, depth - 1, parts)
                } else {
                    Ok(())
                }
            }
            vt::BSTR => ManuallyDrop::new(Bstr::from_raw(at.cast::<*mut u16>().read_unaligned())).parts(parts),
            _ if kind & vt::ARRAY != 0 => {
                ManuallyDrop::new(SafeArray::from_raw(at.cast::<*mut SAFEARRAY>().read_unaligned())).parts(parts)
            }
            _ => Ok(()),
        }
    }
}

/// How many bytes a value of a type has.
const fn width(kind: u16) -> usize {
    match kind {
        vt::I1 | vt::UI1 => 1,
        vt::I2 | vt::UI2 | vt::BOOL => 2,
        vt::I4 | vt::UI4 | vt::INT | vt::UINT | vt::R4 | vt::ERROR => 4,
        vt::I8 | vt::UI8 | vt::R8 | vt::DATE => 8,
        vt::CY => size_of::<CY>(),
        vt::DECIMAL => size_of::<DECIMAL>(),
        vt::VARIANT => size_of::<VARIANT>(),
        _ => size_of::<*const c_void>(),
    }
}
