//! Duty: numbers of elements, between what C counts with and the lengths of slices.
//! Input: counts of any width, signed or not, that come from outside; lengths that go there. Output: lengths that memory
//! can have and counts that say exactly as much; what is neither is refused.
//!
//! Nothing else in the runtime or in generated code turns a count into a length or a length into a count. A cast would
//! make a large number of -1, and a small one of a length that is too large.

use crate::codes::E_INVALIDARG;
use crate::{Error, HRESULT, Result};

/// A number type that C counts with.
pub trait Count: Copy {
    /// The largest count.
    const MOST: Self;

    /// The length that it says; `None` for a negative number, and for one that no memory has.
    fn length(self) -> Option<usize>;

    /// What says this length; `None` where the type has no such number.
    fn of(len: usize) -> Option<Self>;
}

macro_rules! counts {
    ($($name:ident),*) => {
        $(impl Count for $name {
            const MOST: Self = $name::MAX;

            #[inline]
            fn length(self) -> Option<usize> {
                usize::try_from(self).ok()
            }

            #[inline]
            fn of(len: usize) -> Option<Self> {
                $name::try_from(len).ok()
            }
        })*
    };
}

counts!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize);

/// The length that a count from outside says.
///
/// # Errors
/// `code` when it is none.
#[inline]
pub fn taken<C: Count>(count: C, code: HRESULT) -> Result<usize> {
    count.length().ok_or_else(|| refused(code))
}

/// The length that the count in a record says, to be copied.
///
/// # Errors
/// `E_INVALIDARG` when it is none.
#[inline]
pub fn exact<C: Count>(count: C) -> Result<usize> {
    taken(count, E_INVALIDARG)
}

/// The length that the count in a record says; none where it says no length.
#[inline]
pub fn seen<C: Count>(count: C) -> usize {
    count.length().unwrap_or(0)
}

/// What says a length to the outside.
///
/// # Errors
/// `E_INVALIDARG` when the type cannot say so many.
#[inline]
pub fn fit<C: Count>(len: usize) -> Result<C> {
    C::of(len).ok_or_else(|| refused(E_INVALIDARG))
}

/// What says a length to the outside, or the largest number there is: then that many elements are seen, the first ones.
#[inline]
#[must_use]
pub fn most<C: Count>(len: usize) -> C {
    C::of(len).unwrap_or(C::MOST)
}

/// Whether a number that says how much of an array it is about is at most another one; both must be lengths.
///
/// # Errors
/// `E_INVALIDARG` when it is not.
#[inline]
pub fn at_most<P: Count, W: Count>(part: P, whole: W) -> Result<()> {
    match (part.length(), whole.length()) {
        (Some(part), Some(whole)) if part <= whole => Ok(()),
        _ => Err(refused(E_INVALIDARG)),
    }
}

/// The length again, unless so many elements of this type would be more than memory can have.
#[inline]
#[must_use]
pub fn of_elements<T>(len: usize) -> Option<usize> {
    (len <= isize::MAX.cast_unsigned() / const { if size_of::<T>() == 0 { 1 } else { size_of::<T>() } }).then_some(len)
}

/// The error for a count that is refused.
#[cold]
pub(crate) fn refused(code: HRESULT) -> Error {
    Error::from_hresult(code)
}

#[cfg(test)]
mod tests {
    use super::{Count, at_most, exact, fit, most, of_elements, seen};

    /// What is a length of elements, and what is none.
    fn check<C: Count>(good: &[C], bad: &[C]) {
        assert!(good.iter().all(|count| count.length().is_some() && exact(*count).is_ok()));
        assert!(bad.iter().all(|count| count.length().is_none() && exact(*count).is_err() && seen(*count) == 0));
    }

    #[test]
    fn negative_counts_and_those_beyond_memory_are_no_lengths() {
        check(&[0, 1, u8::MAX], &[]);
        check(&[0, i8::MAX], &[-1, i8::MIN]);
        check(&[0, i16::MAX], &[-1, i16::MIN]);
        check(&[0, i32::MAX], &[-1, i32::MIN]);
        check(&[0, isize::MAX], &[-1, isize::MIN]);
        check(&[0, u32::MAX], &[]);
        check(&[0, 7], &[-1, i64::MIN]);
        let beyond = if cfg!(target_pointer_width = "32") { vec![u64::MAX, 1 << 32] } else { vec![] };
        check(&[0, 7, u64::from(u32::MAX)], &beyond);
    }

    #[test]
    fn lengths_that_a_type_cannot_say_are_refused_or_cut() {
        assert_eq!((fit::<i8>(127).ok(), fit::<i8>(128).ok(), most::<i8>(200)), (Some(127), None, 127));
        assert_eq!((fit::<u8>(255).ok(), fit::<u8>(256).ok(), most::<u8>(256)), (Some(255), None, 255));
        assert_eq!((fit::<i16>(40_000).ok(), most::<i16>(40_000)), (None, i16::MAX));
        assert_eq!((fit::<i32>(usize::MAX).ok(), most::<i32>(usize::MAX)), (None, i32::MAX));
        assert_eq!(fit::<u64>(usize::MAX).ok(), u64::try_from(usize::MAX).ok());
    }

    #[test]
    fn numbers_of_parts_are_lengths_up_to_that_of_the_whole() {
        let good = [at_most(0_u32, 0_u32), at_most(2_u32, 2_u32), at_most(1_i16, 2_u64), at_most(-0_i32, u8::MAX)];
        let bad = [at_most(3_u32, 2_u32), at_most(-1_i32, 2_u32), at_most(-2_i32, -1_i32), at_most(0_u32, i32::MIN)];
        assert!(good.iter().all(Result::is_ok) && bad.iter().all(Result::is_err));
        assert!(at_most(u32::MAX, i32::MAX).is_err() && at_most(u32::MAX, 0_i8).is_err());
    }

    #[test]
    fn more_elements_than_memory_has_are_none() {
        let most = isize::MAX.cast_unsigned();
        assert_eq!((of_elements::<u8>(most), of_elements::<u8>(most + 1)), (Some(most), None));
        assert_eq!((of_elements::<u64>(most / 8), of_elements::<u64>(most / 8 + 1)), (Some(most / 8), None));
        assert_eq!(of_elements::<()>(most), Some(most));
    }
}
