//! Duty: names that are strings, or numbers in place of a string's address.
//! Input: pointers that a contract describes as such. Output: [`Name`].

use crate::heap::Chain;
use crate::record::{Pointing, Record, copy_string};
use crate::{Error, HRESULT, Result};
use std::ffi::{CStr, c_char};
use std::fmt;
use std::marker::PhantomData;

/// Addresses below this one are numbers: no memory is there.
const FIRST_ADDRESS: usize = 0x1_0000;

/// An 8-bit string, or a number of 16 bits.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Name<'a>(*const u8, PhantomData<&'a CStr>);

// SAFETY: it borrows characters that nobody writes.
unsafe impl Send for Name<'_> {}
// SAFETY: as above.
unsafe impl Sync for Name<'_> {}

impl<'a> Name<'a> {
    /// The string, unless it is a number.
    #[must_use]
    pub fn text(self) -> Option<&'a CStr> {
        // SAFETY: no number, so the address of a string that is valid for `'a`.
        self.id().is_none().then(|| unsafe { CStr::from_ptr(self.0.cast::<c_char>()) })
    }

    /// The number, unless it is a string.
    #[must_use]
    pub fn id(self) -> Option<u16> {
        u16::try_from(self.0.addr()).ok()
    }

    /// What stands for it in C.
    #[must_use]
    pub fn as_ptr(self) -> *const u8 {
        self.0
    }
}

impl<'a> From<&'a CStr> for Name<'a> {
    fn from(text: &'a CStr) -> Self {
        Self(text.as_ptr().cast(), PhantomData)
    }
}

impl From<u16> for Name<'_> {
    fn from(id: u16) -> Self {
        const { assert!(u16::MAX as usize + 1 == FIRST_ADDRESS) };
        Self(std::ptr::without_provenance(usize::from(id)), PhantomData)
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.id(), self.text()) == (other.id(), other.text())
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text() {
            Some(text) => text.fmt(f),
            None => self.0.addr().fmt(f),
        }
    }
}

/// A [`Name`] as an element of an array.
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct NamePtr(pub *const u8);

// SAFETY: the view is transparent over the pointer; a string is copied into the same chain, a number as it is.
unsafe impl Record for NamePtr {
    type View<'a> = Name<'a>;

    unsafe fn deep_copy(&self, chain: &Chain) -> Result<Self> {
        if self.0.addr() < FIRST_ADDRESS {
            return Ok(*self);
        }
        // SAFETY: a string that ends in a zero.
        Ok(Self(unsafe { copy_string(self.0, chain) }?))
    }
}

impl Pointing for NamePtr {
    fn is_null(&self) -> bool {
        self.0.is_null()
    }
}

/// Borrows a name that may be null.
///
/// # Safety
/// `name` is null, a number, or a nul-terminated string that is valid for `'a`.
#[doc(hidden)]
#[must_use]
pub unsafe fn opt_name<'a>(name: *const u8) -> Option<Name<'a>> {
    (!name.is_null()).then_some(Name(name, PhantomData))
}

/// Borrows a name that must not be null.
///
/// # Safety
/// As for [`opt_name`].
///
/// # Errors
/// `code` for null.
#[doc(hidden)]
pub unsafe fn req_name<'a>(name: *const u8, code: HRESULT) -> Result<Name<'a>> {
    // SAFETY: as promised.
    unsafe { opt_name(name) }.ok_or_else(|| Error::from_hresult(code))
}
