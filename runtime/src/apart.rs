//! Duty: whether what a caller lends to one call is apart: no memory that is changed is lent twice.
//! Input: the memory behind the parameters of a call, as a stub receives them. Output: a refusal where an implementer
//! would be given `&mut` to memory that another borrow names too.
//!
//! Generated code calls these functions; they are not meant to be called by hand.

use crate::list::Listed;
use crate::{Error, HRESULT, Result};

const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());

/// Memory that a caller lends: the addresses from `start` up to `end`. What is absent or empty has none.
#[derive(Clone, Copy, Debug)]
pub struct Lent {
    start: usize,
    end: usize,
}

impl Lent {
    #[inline]
    fn new(start: usize, bytes: usize) -> Self {
        if start == 0 || bytes == 0 {
            Self { start: 0, end: 0 }
        } else {
            Self { start, end: start.saturating_add(bytes) }
        }
    }

    #[inline]
    fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The memory of `len` values.
#[inline]
#[must_use]
pub fn values<T>(start: *const T, len: usize) -> Lent {
    Lent::new(start.addr(), len.saturating_mul(size_of::<T>()))
}

/// The memory of what is borrowed already: of a string, whose length shows when it is read.
#[inline]
#[must_use]
pub fn borrowed<T: ?Sized>(value: Option<&T>) -> Lent {
    value.map_or(Lent::new(0, 0), |value| Lent::new(std::ptr::from_ref(value).addr(), size_of_val(value)))
}

/// The memory of a list, its elements included.
///
/// # Safety
/// `record` is null or valid for a read of its count.
#[inline]
#[must_use]
pub unsafe fn list<L: Listed>(record: *const L) -> Lent {
    if record.is_null() {
        return Lent::new(0, 0);
    }
    // SAFETY: not null, so valid for a read as promised.
    let count = unsafe { L::count(record) }.unwrap_or(0);
    let bytes = count.saturating_mul(size_of::<L::Item>()).saturating_add(L::ITEMS_AT);
    Lent::new(record.addr(), bytes.max(size_of::<L>()))
}

/// Refuses a call that lends memory twice, of which one is to be changed. Nothing was read, written or freed then.
///
/// # Errors
/// `E_INVALIDARG`
#[inline]
pub fn check(changed: &[Lent], read: &[Lent]) -> Result<()> {
    for (i, one) in changed.iter().enumerate() {
        if changed.iter().skip(i + 1).chain(read).any(|other| one.overlaps(*other)) {
            return Err(refused());
        }
    }
    Ok(())
}

#[cold]
fn refused() -> Error {
    Error::from_hresult(E_INVALIDARG)
}

#[cfg(test)]
mod tests {
    use super::{Lent, borrowed, check, values};

    fn at(start: usize, bytes: usize) -> Lent {
        Lent::new(start, bytes)
    }

    #[test]
    fn memory_that_is_changed_is_apart_from_all_other() {
        let buffer = at(100, 10);
        for (other, apart) in [
            (at(90, 10), true),
            (at(110, 10), true),
            (at(90, 11), false),
            (at(109, 1), false),
            (at(100, 10), false),
            (at(104, 2), false),
            (at(0, 500), true),
            (at(105, 0), true),
            (at(105, usize::MAX), false),
        ] {
            assert_eq!(check(&[buffer], &[other]).is_ok(), apart, "{other:?} is read");
            assert_eq!(check(&[other], &[buffer]).is_ok(), apart, "{other:?} is changed");
            assert_eq!(check(&[at(200, 1), buffer, other], &[]).is_ok(), apart, "{other:?} too");
            assert!(check(&[], &[buffer, other]).is_ok(), "what is read may be one");
        }
        let error = check(&[buffer, buffer], &[]).map_err(|error| error.code());
        assert_eq!(error, Err(super::E_INVALIDARG));
    }

    #[test]
    fn memory_is_as_long_as_its_values() {
        let numbers = [1_u32, 2, 3];
        let (all, tail) = (values(numbers.as_ptr(), 3), values(&raw const numbers[2], 1));
        assert!(all.overlaps(tail) && !values(numbers.as_ptr(), 2).overlaps(tail));
        assert!(borrowed(Some(&numbers[1..])).overlaps(tail) && !borrowed(Some(&numbers[..2])).overlaps(tail));
        assert!(!borrowed::<str>(None).overlaps(all) && !values::<u32>(std::ptr::null(), 3).overlaps(all));
        assert!(values(numbers.as_ptr(), usize::MAX).overlaps(tail), "more than there is ends with all there is");
    }
}
