//! Duty: whether what a caller lends to one call is apart: no memory that is changed is lent twice.
//! Input: the memory behind the parameters of a call, as a stub receives them. Output: a refusal where an implementer
//! would be given `&mut` to memory that another borrow names too.
//!
//! Generated code calls these functions; they are not meant to be called by hand.

use crate::codes::{E_INVALIDARG, E_OUTOFMEMORY};
use crate::list::Listed;
use crate::record::Pointee;
use crate::{Error, Result};

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
    Lent::new(record.addr(), unsafe { crate::list::bytes(record) })
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

/// What owns memory, or refers to some.
pub trait Owns {
    /// Names all of it.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`; [`TOO_DEEP`](crate::depth::TOO_DEEP).
    fn parts(&self, parts: &mut Parts) -> Result<()>;
}

/// One block of memory.
impl Owns for Lent {
    fn parts(&self, parts: &mut Parts) -> Result<()> {
        parts.push(*self)
    }
}

/// The memory that values own.
#[derive(Debug, Default)]
pub struct Parts(Vec<Lent>);

impl Parts {
    /// Adds `bytes` bytes.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`
    pub fn add<T>(&mut self, start: *const T, bytes: usize) -> Result<()> {
        self.push(Lent::new(start.addr(), bytes))
    }

    fn push(&mut self, part: Lent) -> Result<()> {
        if part.start < part.end {
            self.0.try_reserve(1).map_err(|_| Error::from_hresult(E_OUTOFMEMORY))?;
            self.0.push(part);
        }
        Ok(())
    }

    fn of(lent: &[Lent], owners: &[Option<&dyn Owns>]) -> Result<Self> {
        let mut parts = Self::default();
        lent.iter().try_for_each(|one| parts.push(*one))?;
        owners.iter().flatten().try_for_each(|owner| owner.parts(&mut parts))?;
        Ok(parts)
    }

    /// The same in the order of their addresses, which are apart.
    fn sorted(mut self) -> Result<Self> {
        self.0.sort_unstable_by_key(|part| part.start);
        let apart = self.0.windows(2).all(|two| !two[0].overlaps(two[1]));
        if apart { Ok(self) } else { Err(refused()) }
    }

    /// Checks that other memory is no part of this.
    fn check(&self, others: &[Lent]) -> Result<()> {
        let apart = others.iter().all(|other| {
            let next = self.0.partition_point(|part| part.end <= other.start);
            self.0.get(next).is_none_or(|part| !part.overlaps(*other))
        });
        if apart { Ok(()) } else { Err(refused()) }
    }
}

/// What owns something behind a pointer. A pointer that nothing can be borrowed from leads to none.
///
/// # Safety
/// `value` is null, not aligned, or points to a valid value that nobody changes for `'a`.
#[must_use]
pub unsafe fn owner<'a, T: Owns + 'a>(value: *const T) -> Option<&'a dyn Owns> {
    if value.is_null() || !value.is_aligned() {
        return None;
    }
    // SAFETY: not null, aligned, valid as promised.
    Some(unsafe { &*value })
}

/// The block of a record that a place holds.
///
/// # Safety
/// `place` is null or valid for a read; what it holds is null or a valid record.
#[must_use]
pub unsafe fn block<P: Pointee>(place: *const *mut P) -> Lent {
    if place.is_null() {
        return Lent::new(0, 0);
    }
    // SAFETY: as promised.
    unsafe {
        let record = place.read_unaligned();
        Lent::new(record.addr(), if record.is_null() { 0 } else { P::bytes(record) })
    }
}

/// As [`check`], where some of what is lent owns memory: that of `replaced` may be freed, and is nobody else's; that of
/// `owners` is read. Nothing will be written to `places` before all that is lent is let go of, so that they are compared with
/// what may have been freed by then.
///
/// # Errors
/// `E_INVALIDARG`, and those of [`Owns::parts`].
pub fn check_owned(
    changed: &[Lent],
    read: &[Lent],
    replaced: &[Option<&dyn Owns>],
    owners: &[Option<&dyn Owns>],
    places: &[Lent],
) -> Result<()> {
    Parts::of(&[], replaced)?.sorted()?.check(places)?;
    Parts::of(changed, replaced)?.sorted()?.check(&Parts::of(read, owners)?.0)
}

#[cold]
fn refused() -> Error {
    Error::from_hresult(E_INVALIDARG)
}

#[cfg(test)]
mod tests {
    use super::{Lent, Owns, borrowed, check, check_owned, values};

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
    fn what_is_owned_is_apart_too() {
        let (cell, text, other) = (at(100, 8), at(200, 20), at(300, 20));
        let owns = |part: &Lent, changed: &[Lent], read: &[Lent], owner: &Lent, place: Lent| {
            let replaced: &[Option<&dyn Owns>] = &[Some(part), None];
            check_owned(changed, read, replaced, &[Some(owner)], &[place]).is_ok()
        };
        let nothing = at(0, 0);
        assert!(owns(&text, &[cell], &[], &other, nothing));
        assert!(owns(&text, &[cell, at(90, 10)], &[at(108, 92), at(220, 80)], &other, at(90, 110)));
        assert!(!owns(&text, &[cell], &[], &at(219, 1), nothing), "it is read by an owner");
        assert!(!owns(&text, &[cell], &[at(150, 51)], &other, nothing), "it is read");
        assert!(!owns(&text, &[cell, at(210, 1)], &[], &other, nothing), "it is changed");
        assert!(!owns(&text, &[cell], &[], &other, at(219, 4)), "an answer comes there");
        assert!(owns(&text, &[cell], &[], &other, cell) && owns(&text, &[cell], &[], &other, other));
        assert!(!owns(&nothing, &[at(310, 1)], &[], &other, nothing), "what is read is changed");
        assert!(!owns(&at(99, 9), &[cell], &[], &other, nothing), "it holds its own place");
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
