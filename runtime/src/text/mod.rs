//! Duty: nul-terminated strings of COM, wide and narrow, as Rust values.
//! Input: pointers to strings, or Rust strings. Output: borrowed `U16CStr` and `CStr`, and owned strings of a MAPI
//! heap.

mod answer;
mod buffer;
mod name;

pub use answer::{Answer, Answers, answer, answers, give};
pub use buffer::TextBuffer;
pub use name::{Name, NamePtr, opt_name, req_name};

use crate::MapiVec;
use crate::record::{Array, Pointing, Record, copy_string};
use crate::{Error, HRESULT, Result};
use std::borrow::Cow;
use std::ffi::{CStr, c_char};
use std::fmt;
use std::marker::PhantomData;
use widestring::{U16CStr, U16CString};

/// Borrows a wide string that may be null.
///
/// # Safety
/// `text` is null or points to units that end in a zero, valid for `'a`.
///
/// # Errors
/// `code` when the pointer is not aligned to two bytes.
#[inline]
pub unsafe fn opt_wide<'a>(text: *const u16, code: HRESULT) -> Result<Option<&'a U16CStr>> {
    if text.is_null() {
        Ok(None)
    } else if text.is_aligned() {
        // SAFETY: not null, aligned, ends in a zero as promised.
        Ok(Some(unsafe { U16CStr::from_ptr_str(text) }))
    } else {
        Err(Error::from_hresult(code))
    }
}

/// Borrows a wide string that must not be null.
///
/// # Safety
/// As for [`opt_wide`].
///
/// # Errors
/// `code` for a null or misaligned pointer.
#[inline]
pub unsafe fn req_wide<'a>(text: *const u16, code: HRESULT) -> Result<&'a U16CStr> {
    // SAFETY: as promised.
    unsafe { opt_wide(text, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// Borrows a narrow string that may be null.
///
/// # Safety
/// `text` is null or points to bytes that end in a zero, valid for `'a`.
#[inline]
#[must_use]
pub unsafe fn opt_narrow<'a>(text: *const u8) -> Option<&'a CStr> {
    // SAFETY: as promised.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text.cast::<c_char>()) })
}

/// Borrows a narrow string that must not be null.
///
/// # Safety
/// As for [`opt_narrow`].
///
/// # Errors
/// `code` for a null pointer.
#[inline]
pub unsafe fn req_narrow<'a>(text: *const u8, code: HRESULT) -> Result<&'a CStr> {
    // SAFETY: as promised.
    unsafe { opt_narrow(text) }.ok_or_else(|| Error::from_hresult(code))
}

/// Reads an `LPTSTR` that may be null: wide where `wide` says so, else narrow in the system's code page, converted.
///
/// # Safety
/// `text` is null or a string of that width, valid for `'a`.
///
/// # Errors
/// `code` for a misaligned wide string.
pub unsafe fn opt_tstr<'a>(text: *const u16, wide: bool, code: HRESULT) -> Result<Option<Cow<'a, U16CStr>>> {
    // SAFETY: as promised.
    unsafe {
        if wide {
            Ok(opt_wide(text, code)?.map(Cow::Borrowed))
        } else {
            Ok(opt_narrow(text.cast()).map(|text| Cow::Owned(ansi::decode(text))))
        }
    }
}

/// Reads an `LPTSTR` that must not be null.
///
/// # Safety
/// As for [`opt_tstr`].
///
/// # Errors
/// `code` for a null or misaligned pointer.
pub unsafe fn req_tstr<'a>(text: *const u16, wide: bool, code: HRESULT) -> Result<Cow<'a, U16CStr>> {
    // SAFETY: as promised.
    unsafe { opt_tstr(text, wide, code) }?.ok_or_else(|| Error::from_hresult(code))
}

/// The address of a string that may be absent.
#[inline]
#[must_use]
pub fn wide_ptr(text: Option<&U16CStr>) -> *mut u16 {
    text.map_or(std::ptr::null_mut(), |text| text.as_ptr().cast_mut())
}

/// The address of a narrow string that may be absent.
#[inline]
#[must_use]
pub fn narrow_ptr(text: Option<&CStr>) -> *mut u8 {
    text.map_or(std::ptr::null_mut(), |text| text.as_ptr().cast::<u8>().cast_mut())
}

/// Borrows the wide string that a field points to; nothing for a null or misaligned pointer.
///
/// # Safety
/// As for [`opt_wide`].
#[doc(hidden)]
#[must_use]
pub unsafe fn wide_field<'a>(text: *const u16) -> Option<&'a U16CStr> {
    // SAFETY: as promised.
    unsafe { opt_wide(text, HRESULT(0)) }.ok().flatten()
}

/// A wide string: borrowed where it is wide in memory, converted where it is narrow.
pub type Text<'a> = Cow<'a, U16CStr>;

/// Reads the string that a field points to, in the width that a flag says; nothing for a null or misaligned pointer.
///
/// # Safety
/// As for [`opt_tstr`].
#[doc(hidden)]
#[must_use]
pub unsafe fn either_field<'a>(text: *const u16, wide: bool) -> Option<Text<'a>> {
    // SAFETY: as promised.
    unsafe { opt_tstr(text, wide, HRESULT(0)) }.ok().flatten()
}

/// A wide string that a MAPI heap holds, and that is freed with it.
pub struct MapiString(MapiVec<u16>);

impl MapiString {
    /// Copies a string into the current heap.
    ///
    /// # Errors
    /// `MAPI_E_NOT_ENOUGH_MEMORY`
    pub fn new(text: &U16CStr) -> Result<Self> {
        MapiVec::new(text.as_slice_with_nul()).map(Self)
    }

    /// Takes over a string; null is none.
    ///
    /// # Safety
    /// `text` is null or a nul-terminated string in a block of the current heap, given away to the new owner.
    #[must_use]
    pub unsafe fn from_raw(text: *mut u16) -> Option<Self> {
        if text.is_null() {
            return None;
        }
        let mut len = 1;
        // SAFETY: the string ends in a zero unit.
        unsafe {
            while text.add(len - 1).read_unaligned() != 0 {
                len += 1;
            }
            Some(Self(MapiVec::from_raw(text, len)))
        }
    }

    /// Gives the string away.
    #[must_use]
    pub fn into_raw(self) -> *mut u16 {
        self.0.into_raw().0
    }

    /// The string.
    #[must_use]
    pub fn to_wide(&self) -> Cow<'_, U16CStr> {
        match self.0.as_array().to_slice() {
            Cow::Borrowed(units) => {
                U16CStr::from_slice_truncate(units).map_or_else(|_| Cow::Owned(U16CString::new()), Cow::Borrowed)
            }
            Cow::Owned(units) => Cow::Owned(U16CString::from_vec_truncate(units)),
        }
    }
}

impl fmt::Display for MapiString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_wide().to_string_lossy())
    }
}

impl fmt::Debug for MapiString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_wide().to_string_lossy(), f)
    }
}

macro_rules! string_element {
    ($(#[$doc:meta])* $record:ident, $view:ident, $unit:ty, $str:ty, $read:expr) => {
        $(#[$doc])*
        #[repr(transparent)]
        #[derive(Clone, Copy)]
        pub struct $record(pub *mut $unit);

        /// The view of a string in an array of strings.
        #[repr(transparent)]
        #[derive(Clone, Copy)]
        pub struct $view<'a>(*const $unit, PhantomData<&'a $unit>);

        // SAFETY: it borrows characters that nobody writes.
        unsafe impl Send for $view<'_> {}
        // SAFETY: as above.
        unsafe impl Sync for $view<'_> {}

        impl<'a> $view<'a> {
            /// No string.
            pub const NULL: Self = Self(std::ptr::null(), PhantomData);

            /// The string; `None` for a null pointer.
            #[must_use]
            pub fn get(self) -> Option<&'a $str> {
                // SAFETY: a view exists only while what it shows is valid.
                unsafe { $read(self.0) }
            }
        }

        impl<'a> From<&'a $str> for $view<'a> {
            fn from(text: &'a $str) -> Self {
                Self(text.as_ptr().cast(), PhantomData)
            }
        }

        impl PartialEq for $view<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.get() == other.get()
            }
        }

        impl fmt::Debug for $view<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.get().fmt(f)
            }
        }

        impl fmt::Debug for $record {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        // SAFETY: the view is transparent over the pointer; the string is copied into the same chain.
        unsafe impl Record for $record {
            type View<'a> = $view<'a>;

            unsafe fn deep_copy(&self, chain: &crate::heap::Chain) -> Result<Self> {
                // SAFETY: null or a string that ends in a zero.
                Ok(Self(unsafe { copy_string(self.0, chain) }?))
            }
        }

        impl Pointing for $record {
            fn is_null(&self) -> bool {
                self.0.is_null()
            }
        }
    };
}

string_element!(
    /// A pointer to a wide string, as an element of an array of strings.
    WidePtr, WideView, u16, U16CStr, wide_field
);
string_element!(
    /// A pointer to a narrow string, as an element of an array of strings.
    NarrowPtr, NarrowView, u8, CStr, opt_narrow
);

/// The system's code page.
///
/// On Windows the functions of kernel32 convert; elsewhere Windows-1252, the code page of Western installations,
/// stands in for it.
pub mod ansi {
    use std::ffi::CStr;
    use widestring::{U16CStr, U16CString};

    /// Decodes a narrow string.
    #[must_use]
    pub fn decode(text: &CStr) -> U16CString {
        U16CString::from_vec_truncate(super::code_page::decode(text.to_bytes()))
    }

    /// Encodes a wide string; the result ends in a zero byte. What the code page lacks becomes `?`.
    #[must_use]
    pub fn encode(text: &U16CStr) -> Vec<u8> {
        let mut bytes = super::code_page::encode(text.as_slice());
        bytes.push(0);
        bytes
    }
}

#[cfg(not(windows))]
mod code_page {
    /// What Windows-1252 has at 0x80 to 0x9f; zero where nothing is assigned.
    const HIGH: [u16; 32] = [
        0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d,
        0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,
        0x017e, 0x0178,
    ];

    pub(super) fn decode(bytes: &[u8]) -> Vec<u16> {
        let unit = |&byte: &u8| match byte {
            0x80..=0x9f if HIGH[usize::from(byte - 0x80)] != 0 => HIGH[usize::from(byte - 0x80)],
            _ => u16::from(byte),
        };
        bytes.iter().map(unit).collect()
    }

    pub(super) fn encode(units: &[u16]) -> Vec<u8> {
        let byte = |c: Result<char, _>| match c.map(u32::from) {
            Ok(c @ (0..=0x7f | 0xa0..=0xff)) => c as u8,
            Ok(c) => HIGH.iter().position(|&high| high != 0 && u32::from(high) == c).map_or(b'?', |i| 0x80 + i as u8),
            Err(_) => b'?',
        };
        char::decode_utf16(units.iter().copied()).map(byte).collect()
    }
}

#[cfg(windows)]
mod code_page {
    use std::ptr;

    const CP_ACP: u32 = 0;

    crate::__windows_core::link!("kernel32.dll" "system" fn MultiByteToWideChar(page: u32, flags: u32, from: *const u8, from_len: i32, to: *mut u16, to_len: i32) -> i32);
    crate::__windows_core::link!("kernel32.dll" "system" fn WideCharToMultiByte(page: u32, flags: u32, from: *const u16, from_len: i32, to: *mut u8, to_len: i32, fallback: *const u8, used: *mut i32) -> i32);

    pub(super) fn decode(bytes: &[u8]) -> Vec<u16> {
        let Ok(len) = i32::try_from(bytes.len()) else { return Vec::new() };
        // SAFETY: the first call only measures, the second writes as much as was measured.
        unsafe {
            let needed = MultiByteToWideChar(CP_ACP, 0, bytes.as_ptr(), len, ptr::null_mut(), 0).max(0);
            let mut units = vec![0; needed as usize];
            MultiByteToWideChar(CP_ACP, 0, bytes.as_ptr(), len, units.as_mut_ptr(), needed);
            units
        }
    }

    pub(super) fn encode(units: &[u16]) -> Vec<u8> {
        let Ok(len) = i32::try_from(units.len()) else { return Vec::new() };
        // SAFETY: the first call only measures, the second writes as much as was measured.
        unsafe {
            let none = (ptr::null(), ptr::null_mut());
            let needed = WideCharToMultiByte(CP_ACP, 0, units.as_ptr(), len, ptr::null_mut(), 0, none.0, none.1).max(0);
            let mut bytes = vec![0; needed as usize];
            WideCharToMultiByte(CP_ACP, 0, units.as_ptr(), len, bytes.as_mut_ptr(), needed, none.0, none.1);
            bytes
        }
    }
}

/// The strings of an array, for printing.
#[must_use]
pub fn to_strings<'a, R: Record<View<'a> = WideView<'a>>>(array: Array<'a, R>) -> Vec<String> {
    array.iter().map(|text| text.get().map(U16CStr::to_string_lossy).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use widestring::u16cstr;

    #[test]
    #[cfg(not(windows))]
    fn the_code_page_goes_both_ways() {
        let text = u16cstr!("na\u{ef}ve \u{20ac}5 \u{17e}");
        let narrow = ansi::encode(text);
        assert_eq!(narrow, b"na\xefve \x805 \x9e\0");
        assert_eq!(ansi::decode(CStr::from_bytes_with_nul(&narrow).unwrap()).as_ucstr(), text);
        assert_eq!(ansi::encode(u16cstr!("\u{4e2d}\u{1f600}")), b"??\0");
    }

    #[test]
    fn a_string_of_the_heap_round_trips() {
        let text = MapiString::new(u16cstr!("Inbox")).unwrap();
        // SAFETY: the string was just given away.
        let text = unsafe { MapiString::from_raw(text.into_raw()) }.unwrap();
        assert_eq!(text.to_string(), "Inbox");
    }

    #[test]
    fn null_and_misaligned_strings_are_refused() {
        let units = [0x41u16, 0x42, 0];
        let odd = units.as_ptr().wrapping_byte_add(1);
        // SAFETY: the pointers are null or refused before they are followed.
        unsafe {
            assert_eq!(opt_wide(std::ptr::null(), HRESULT(-5)).unwrap(), None);
            assert_eq!(opt_wide(odd, HRESULT(-5)).unwrap_err().code(), HRESULT(-5));
            assert_eq!(req_wide(std::ptr::null(), HRESULT(-6)).unwrap_err().code(), HRESULT(-6));
        }
    }
}
