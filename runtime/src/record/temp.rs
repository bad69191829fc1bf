//! Duty: room for a record that ends in a counted array, for the time of one call.
//! Input: how many bytes it takes. Output: zeroed memory, aligned as Windows aligns any record.

use crate::codes::E_OUTOFMEMORY;
use crate::{Error, Result};

/// Eight bytes at a multiple of 8: as much as Windows aligns any record to, also where the compiler aligns `u64` to less.
///
/// An array without elements of it takes no room in a record, and has what follows begin at such a place.
#[doc(hidden)]
#[repr(C, align(8))]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Align8(u64);

/// A record that ends in a counted array, made for the time of one call.
#[doc(hidden)]
#[derive(Debug)]
pub struct Temp(Vec<Align8>);

impl Temp {
    /// Room for `bytes` bytes, all zero.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`
    pub fn new(bytes: usize) -> Result<Self> {
        let (mut room, len) = (Vec::new(), bytes.div_ceil(size_of::<Align8>()));
        room.try_reserve_exact(len).map_err(|_| Error::from_hresult(E_OUTOFMEMORY))?;
        room.resize(len, Align8::default());
        Ok(Self(room))
    }

    /// The record, to fill in and to pass.
    #[must_use]
    pub fn as_mut_ptr<P>(&mut self) -> *mut P {
        const { assert!(align_of::<P>() <= align_of::<Align8>()) };
        self.0.as_mut_ptr().cast()
    }

    /// The record of an argument that may be absent.
    #[must_use]
    pub fn optional<P>(temp: Option<&mut Self>) -> *mut P {
        temp.map_or(std::ptr::null_mut(), Self::as_mut_ptr)
    }
}
