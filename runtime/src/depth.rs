//! Duty: bound how deep data that comes from elsewhere is followed.
//! Input: walks over data that can be nested in itself. Output: a [`Level`] for each step down, or an error before the
//! stack is used up.
//!
//! The levels of a thread are counted together, whatever walks: what one walk calls, an object's method say, stands on the
//! same stack.

use crate::{Error, HRESULT, Result};
use std::cell::Cell;
use std::marker::PhantomData;

/// How many levels are followed: a restriction within a restriction takes two.
pub const LIMIT: u32 = 256;

/// Data is nested too deep to be followed. `HRESULT_FROM_WIN32(ERROR_STACK_OVERFLOW)`, whose text is "Recursion too deep".
pub const TOO_DEEP: HRESULT = HRESULT(0x8007_03E9_u32.cast_signed());

crate::codes! { TOO_DEEP, }

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
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
    if depth >= LIMIT {
        return Err(too_deep());
    }
    DEPTH.set(depth + 1);
    Ok(Level(PhantomData))
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
    fn levels_are_counted_and_given_back() {
        let levels: Vec<_> = (0..LIMIT).map(|_| enter().unwrap()).collect();
        assert_eq!(enter().map(drop).map_err(|error| error.code()), Err(TOO_DEEP));
        assert!(std::thread::spawn(|| enter().is_ok()).join().unwrap(), "each thread has a stack of its own");
        drop(levels);
        assert!(enter().is_ok());
    }
}
