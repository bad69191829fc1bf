//! Duty: bound how far data that comes from elsewhere is followed: how deep, and how much of it.
//! Input: walks over data that can be nested in itself, or shared. Output: a [`Level`] for each step down, or an error before the
//! stack is used up, or before a walk that meets the same data again and again takes too long.
//!
//! The levels of a thread are counted together, whatever walks: what one walk calls, an object's method say, stands on the
//! same stack. Its work is counted from the first step down to the return from that: data of which each level refers twice
//! to the next one is small, but as a tree it doubles with each level. Where arrays refer to arrays a [`Walk`] counts what is
//! met, since no level need be nested in itself for that.

use crate::{Error, HRESULT, Result};
use std::cell::Cell;
use std::marker::PhantomData;

/// How many levels are followed: a restriction within a restriction takes two.
pub const LIMIT: u32 = 256;

/// How much one walk may do: how many steps down it may take altogether, copied bytes counted as some. (Miri takes as long
/// for a thousand as others for a million.)
pub const WORK: usize = if cfg!(miri) { 1 << 9 } else { 1 << 18 };

/// How many copied bytes count as one step.
const BYTES: usize = 4096;

/// Data is nested too deep to be followed, or is too much when each part of it is followed wherever it is referred to.
/// `HRESULT_FROM_WIN32(ERROR_STACK_OVERFLOW)`, whose text is "Recursion too deep".
pub const TOO_DEEP: HRESULT = HRESULT(0x8007_03E9_u32.cast_signed());

crate::codes! { TOO_DEEP, }

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static DONE: Cell<usize> = const { Cell::new(0) };
}

/// One step down, until it is dropped.
#[derive(Debug)]
pub struct Level(PhantomData<*const ()>);

/// Steps down.
///
/// # Errors
/// [`TOO_DEEP`]
#[inline]
pub fn enter() -> Result<Level> {
    let depth = DEPTH.get();
    let done = if depth == 0 { 0 } else { DONE.get() };
    if depth >= LIMIT || done >= WORK {
        return Err(too_deep());
    }
    DEPTH.set(depth + 1);
    DONE.set(done + 1);
    Ok(Level(PhantomData))
}

/// Tells of bytes that are going to be copied. Where nothing is nested they may be any number.
///
/// # Errors
/// [`TOO_DEEP`] for too many of them in one walk.
#[inline]
pub fn spend(bytes: usize) -> Result<()> {
    if DEPTH.get() == 0 {
        return Ok(());
    }
    let done = DONE.get().saturating_add(bytes / BYTES);
    if done > WORK {
        return Err(too_deep());
    }
    DONE.set(done);
    Ok(())
}

/// How many records one look may meet beside those that it begins with. (Miri takes as long for a thousand as others for a
/// million.)
const RECORDS: usize = if cfg!(miri) { 1 << 11 } else { 1 << 24 };

/// One look at what is passed on, or one copy: how many records it may still meet. Arrays to which others refer more than once are small,
/// but as a tree they are what the numbers of their elements multiply to.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Walk {
    left: Cell<usize>,
}

impl Walk {
    /// Begins a look at so many records.
    #[inline]
    pub(crate) fn over(len: usize) -> Self {
        Self { left: Cell::new(RECORDS.saturating_add(len)) }
    }

    /// Goes on where another one that began as this one has come to.
    #[inline]
    pub(crate) fn go_on(&self, from: &Self) {
        self.left.set(from.left.get());
    }

    /// Meets some of them.
    ///
    /// # Errors
    /// [`TOO_DEEP`]
    #[inline]
    pub(crate) fn meet(&self, len: usize) -> Result<()> {
        self.left.set(self.left.get().checked_sub(len).ok_or_else(too_deep)?);
        Ok(())
    }
}

#[cold]
fn too_deep() -> Error {
    Error::from_hresult(TOO_DEEP)
}

impl Drop for Level {
    #[inline]
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_counted_from_the_first_level_on() {
        for _ in 0..2 {
            let level = enter().unwrap();
            spend(WORK * BYTES - 2 * BYTES).unwrap();
            drop(enter().unwrap());
            assert_eq!(enter().map(drop).map_err(|error| error.code()), Err(TOO_DEEP));
            assert_eq!(spend(BYTES).map_err(|error| error.code()), Err(TOO_DEEP));
            drop(level);
            spend(usize::MAX).unwrap();
        }
    }

    #[test]
    fn levels_are_counted_and_given_back() {
        let levels: Vec<_> = (0..LIMIT).map(|_| enter().unwrap()).collect();
        assert_eq!(enter().map(drop).map_err(|error| error.code()), Err(TOO_DEEP));
        assert!(std::thread::spawn(|| enter().is_ok()).join().unwrap(), "each thread has a stack of its own");
        drop(levels);
        assert!(enter().is_ok());
    }
}
