//! Duty: strings that know their length: `BSTR`.
//! Input: Rust strings, UTF-16 units or bytes. Output: [`Bstr`], which frees its memory, and lends it.

use super::{Owner, memory};
use crate::codes::{DISP_E_TYPEMISMATCH, E_OUTOFMEMORY};
use crate::count::of_elements;
use crate::{Error, depth};
use std::alloc::{Layout, handle_alloc_error};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::{fmt, ptr};

/// A string of automation: UTF-16 units, zeros among them allowed, with the number of its bytes before the first.
///
/// Null and the empty string are the same. It can hold any bytes, also an odd number of them; as a slice of units it then
/// ends before the last one.
#[repr(transparent)]
pub struct Bstr(*mut u16);

// SAFETY: it owns characters.
unsafe impl Send for Bstr {}
// SAFETY: nothing is changed through a shared reference.
unsafe impl Sync for Bstr {}

// SAFETY: it is transparent over the pointer; null is the empty string.
unsafe impl Owner for Bstr {
    type Abi = *mut u16;
}

impl Bstr {
    /// The empty string, which needs no memory.
    #[must_use]
    pub const fn new() -> Self {
        Self(ptr::null_mut())
    }

    /// Copies UTF-16 units. Like Rust's own strings it ends the program when there is no memory.
    #[must_use]
    pub fn from_wide(units: &[u16]) -> Self {
        // SAFETY: units are bytes.
        Self::from_bytes(unsafe { std::slice::from_raw_parts(units.as_ptr().cast(), size_of_val(units)) })
    }

    /// Copies bytes, as SysAllocStringByteLen does. Like Rust's own strings it ends the program when there is no memory.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self::try_from_bytes(bytes).unwrap_or_else(|_| handle_alloc_error(Layout::for_value(bytes)))
    }

    /// Copies bytes.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`, also when there are more of them than a string can have.
    pub fn try_from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.is_empty() {
            return Ok(Self::new());
        }
        let text = memory::new_string(bytes.len());
        if text.is_null() {
            return Err(E_OUTOFMEMORY.into());
        }
        // SAFETY: there is room for as many bytes.
        unsafe { text.cast::<u8>().copy_from_nonoverlapping(bytes.as_ptr(), bytes.len()) };
        Ok(Self(text))
    }

    /// A copy.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`; [`TOO_DEEP`](depth::TOO_DEEP) where it is part of too large a whole.
    pub fn try_clone(&self) -> Result<Self, Error> {
        depth::spend(self.byte_len())?;
        Self::try_from_bytes(self.as_bytes())
    }

    /// Takes over a string.
    ///
    /// # Safety
    /// `text` is null, or a string of SysAllocString (off Windows: of [`into_raw`](Self::into_raw)), given away to the new
    /// owner.
    #[must_use]
    pub const unsafe fn from_raw(text: *mut u16) -> Self {
        Self(text)
    }

    /// Gives the string away; an empty one may be null.
    #[must_use]
    pub fn into_raw(self) -> *mut u16 {
        ManuallyDrop::new(self).0
    }

    /// The address of the first unit, or null.
    #[must_use]
    pub const fn as_raw(&self) -> *mut u16 {
        self.0
    }

    /// How many bytes it has. Somebody else's string that no slice could be made of, because it is longer than memory can
    /// be or is not aligned, shows none.
    #[must_use]
    pub fn byte_len(&self) -> usize {
        if self.0.is_null() || !self.0.is_aligned() {
            return 0;
        }
        // SAFETY: the count stands before the text.
        let len = unsafe { self.0.cast::<u8>().sub(size_of::<u32>()).cast::<u32>().read_unaligned() };
        usize::try_from(len).ok().and_then(of_elements::<u8>).unwrap_or(0)
    }

    /// Its bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match self.byte_len() {
            0 => &[],
            // SAFETY: as many bytes stand there, which fit a slice.
            len => unsafe { std::slice::from_raw_parts(self.0.cast(), len) },
        }
    }

    /// Its UTF-16 units.
    #[must_use]
    pub fn as_wide(&self) -> &[u16] {
        match self.byte_len() / size_of::<u16>() {
            0 => &[],
            // SAFETY: as many units stand there, aligned.
            len => unsafe { std::slice::from_raw_parts(self.0, len) },
        }
    }

    /// As a Rust string, with U+FFFD for what is no UTF-16.
    #[must_use]
    pub fn to_string_lossy(&self) -> String {
        String::from_utf16_lossy(self.as_wide())
    }
}

impl Default for Bstr {
    fn default() -> Self {
        Self::new()
    }
}

impl Clone for Bstr {
    fn clone(&self) -> Self {
        Self::from_bytes(self.as_bytes())
    }
}

impl Drop for Bstr {
    fn drop(&mut self) {
        // SAFETY: the string is ours.
        unsafe { memory::free_string(self.0) }
    }
}

impl Deref for Bstr {
    type Target = [u16];

    fn deref(&self) -> &[u16] {
        self.as_wide()
    }
}

impl From<&str> for Bstr {
    fn from(text: &str) -> Self {
        Self::from_wide(&text.encode_utf16().collect::<Vec<_>>())
    }
}

impl From<String> for Bstr {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&String> for Bstr {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl TryFrom<&Bstr> for String {
    type Error = Error;

    /// # Errors
    /// `DISP_E_TYPEMISMATCH` for what is no UTF-16.
    fn try_from(text: &Bstr) -> Result<Self, Error> {
        Self::from_utf16(text).map_err(|_| DISP_E_TYPEMISMATCH.into())
    }
}

impl PartialEq for Bstr {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Bstr {}

impl PartialEq<str> for Bstr {
    fn eq(&self, other: &str) -> bool {
        self.byte_len().is_multiple_of(2) && self.iter().copied().eq(other.encode_utf16())
    }
}

impl PartialEq<&str> for Bstr {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl PartialOrd for Bstr {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bstr {
    /// By units, then by the odd byte.
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_wide().cmp(other.as_wide()).then_with(|| self.as_bytes().cmp(other.as_bytes()))
    }
}

impl Hash for Bstr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl fmt::Display for Bstr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_string_lossy())
    }
}

impl fmt::Debug for Bstr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string_lossy(), f)
    }
}
