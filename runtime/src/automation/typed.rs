//! Duty: see that an array holds what the definition of a method says, `SAFEARRAY(T)`.
//! Input: arrays that go in, come out, or both. Output: the same arrays; an error where the elements are of another type,
//! which whoever gets the array would take for what they are not.

use super::{Element, SafeArray, Settled};
use crate::Result;
use crate::com::SAFEARRAY;
use std::fmt;
use std::marker::PhantomData;

/// An array that is lent.
///
/// # Errors
/// `DISP_E_TYPEMISMATCH` when its elements are of another type, `E_INVALIDARG` for one that is broken.
#[doc(hidden)]
pub fn lent<T: Element>(array: &SafeArray) -> Result<&SafeArray> {
    array.data::<T>().map(|_| array)
}

/// An array that was given; one that is refused is freed.
///
/// # Errors
/// As for [`lent`].
#[doc(hidden)]
pub fn given<T: Element>(array: SafeArray) -> Result<SafeArray> {
    lent::<T>(&array)?;
    Ok(array)
}

/// An array that goes in and comes out: what stands there in the end has elements of the type, whatever became of the call.
#[doc(hidden)]
pub struct Typed<'a, T: Element>(Settled<'a, SafeArray>, PhantomData<T>);

impl<'a, T: Element> Typed<'a, T> {
    /// Checks what goes in.
    ///
    /// # Errors
    /// As for [`lent`].
    pub fn new(array: &'a mut SafeArray) -> Result<Self> {
        lent::<T>(array)?;
        Ok(Self(Settled(array), PhantomData))
    }

    /// The array, for whoever changes it.
    pub fn value(&mut self) -> &mut SafeArray {
        self.0.0
    }

    /// Its address, to pass.
    pub fn as_mut_ptr(&mut self) -> *mut *mut SAFEARRAY {
        self.0.as_mut_ptr()
    }

    /// Checks what has come out.
    ///
    /// # Errors
    /// As for [`lent`].
    pub fn check(&self) -> Result<()> {
        lent::<T>(self.0.0).map(drop)
    }
}

impl<T: Element> Drop for Typed<'_, T> {
    fn drop(&mut self) {
        if self.check().is_err() {
            *self.value() = SafeArray::new();
        }
    }
}

impl<T: Element> fmt::Debug for Typed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Typed").field(&self.0.0).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::automation::{Bstr, Variant};
    use crate::codes::DISP_E_TYPEMISMATCH;

    fn numbers() -> SafeArray {
        SafeArray::from_vec(vec![1_i64, 2]).expect("memory")
    }

    #[test]
    fn elements_of_another_type_are_refused() {
        assert!(lent::<i64>(&numbers()).is_ok() && lent::<Bstr>(&SafeArray::new()).is_ok());
        let refused = [
            lent::<Bstr>(&numbers()).map(drop),
            lent::<f64>(&numbers()).map(drop),
            given::<Variant>(numbers()).map(drop),
        ];
        assert!(refused.iter().all(|told| told.as_ref().is_err_and(|error| error.code() == DISP_E_TYPEMISMATCH)));
    }

    #[test]
    fn what_was_put_in_the_place_of_an_array_goes() {
        let mut array = SafeArray::from_vec(vec![Bstr::from("text")]).expect("memory");
        let mut typed = Typed::<Bstr>::new(&mut array).expect("strings");
        assert!(typed.check().is_ok());
        *typed.value() = numbers();
        assert!(typed.check().is_err());
        drop(typed);
        assert_eq!(array.dimensions(), 0);
        assert!(Typed::<Bstr>::new(&mut numbers()).is_err());
    }
}
