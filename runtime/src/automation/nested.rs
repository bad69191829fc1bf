//! Duty: arrays of variants, in which each element can be an array again, or refer to a value elsewhere.
//! Input: arrays nested to any depth. Output: arrays without references; errors where one is not allowed; memory given
//! back without using up the stack.

use super::safe_array::header;
use super::{Owner, SafeArray, Variant, memory};
use crate::codes::E_INVALIDARG;
use crate::com::SAFEARRAY;
use crate::{Error, Result, depth};

/// Puts values in the place of references among the elements. An array that is nested too deep, or of which nobody can
/// tell what is in it, becomes one without dimensions.
pub(super) fn settle(array: &mut SafeArray) {
    if !array.holds_variants() {
        return;
    }
    let Ok(_level) = depth::enter() else {
        *array = SafeArray::new();
        return;
    };
    if let Ok(mut elements) = array.elements_mut::<Variant>() {
        elements.iter_mut().for_each(Owner::settle);
        return;
    }
    *array = SafeArray::new();
}

/// Checks that the array, and what it holds, can be moved to where it outlives the call: that none is a variable of the
/// caller's, and no element a reference.
pub(super) fn check_change(array: &SafeArray) -> Result<()> {
    if array.stays() {
        return Err(E_INVALIDARG.into());
    }
    if !array.holds_variants() {
        return Ok(());
    }
    let _level = depth::enter()?;
    // Of what is broken nobody can tell what it refers to.
    let elements = array.elements::<Variant>().map_err(|_| Error::from(E_INVALIDARG))?;
    elements.iter().try_for_each(Owner::check_change)
}

/// Frees an array, and those in it one after the other rather than each inside of another.
///
/// # Safety
/// `array` is null, or an array that nobody uses any more.
pub(super) unsafe fn destroy(array: *mut SAFEARRAY) {
    let (mut next, mut others) = (Some(array), Vec::new());
    while let Some(array) = next {
        // SAFETY: as promised; what is taken out of it is in nothing else.
        unsafe {
            take_arrays(array, &mut others);
            memory::destroy_array(array);
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
    let Some(found) = (unsafe { header(array) }) else { return };
    let stays = found.cLocks != 0 || found.fFeatures & memory::NOT_OURS != 0;
    if stays || found.fFeatures & memory::VARIANT == 0 {
        return;
    }
    // SAFETY: valid, as promised; it is only borrowed here.
    let mut array = std::mem::ManuallyDrop::new(unsafe { SafeArray::from_raw(array) });
    if let Ok(mut elements) = array.elements_mut::<Variant>() {
        others.extend(elements.iter_mut().filter_map(Variant::array_mut).map(|array| std::mem::take(array).into_raw()));
    }
}
