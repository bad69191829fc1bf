//! Duty: strings in buffers of a fixed size, which a method fills.
//! Input: slices of characters. Output: the string in them up to its end, or the error that it does not fit.

use crate::codes::E_UNEXPECTED;
use crate::{Error, HRESULT, Result};
use std::ffi::CStr;
use widestring::U16CStr;

const INSUFFICIENT_BUFFER: HRESULT = HRESULT(0x8007_007A_u32.cast_signed());

/// A buffer for a string that ends with a zero, as `[out, string] WCHAR name[64]` describes it: `[u16]`, or `[u8]` for
/// characters of 8 bits.
///
/// ```
/// use mapidl::text::TextBuffer;
/// use mapidl::u16cstr;
///
/// let mut name = [0_u16; 6];
/// name.set_text(u16cstr!("Ada"))?; // what an implementer does
/// assert_eq!(name.text()?, u16cstr!("Ada")); // what a caller does
/// assert!(name.set_text(u16cstr!("Lovelace")).is_err(), "there is no room");
/// # Ok::<(), mapidl::Error>(())
/// ```
pub trait TextBuffer {
    /// The string.
    type Text: ?Sized;

    /// The string up to its end.
    ///
    /// # Errors
    /// `E_UNEXPECTED` when the buffer holds no zero, as a callee leaves it that broke its contract.
    fn text(&self) -> Result<&Self::Text>;

    /// Puts a string into the buffer, with its end.
    ///
    /// # Errors
    /// `HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER)` when it does not fit; the buffer stays as it was.
    fn set_text(&mut self, text: &Self::Text) -> Result<()>;
}

impl TextBuffer for [u16] {
    type Text = U16CStr;

    fn text(&self) -> Result<&U16CStr> {
        U16CStr::from_slice_truncate(self).map_err(|_| Error::from_hresult(E_UNEXPECTED))
    }

    fn set_text(&mut self, text: &U16CStr) -> Result<()> {
        put(self, text.as_slice_with_nul())
    }
}

impl TextBuffer for [u8] {
    type Text = CStr;

    fn text(&self) -> Result<&CStr> {
        CStr::from_bytes_until_nul(self).map_err(|_| Error::from_hresult(E_UNEXPECTED))
    }

    fn set_text(&mut self, text: &CStr) -> Result<()> {
        put(self, text.to_bytes_with_nul())
    }
}

fn put<T: Copy>(buffer: &mut [T], text: &[T]) -> Result<()> {
    let place = buffer.get_mut(..text.len()).ok_or_else(|| Error::from_hresult(INSUFFICIENT_BUFFER))?;
    place.copy_from_slice(text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::u16cstr;

    #[test]
    fn a_string_fits_with_its_end_or_not_at_all() {
        let mut buffer = [7_u16; 4];
        assert_eq!(buffer.text().unwrap_err().code(), E_UNEXPECTED);
        assert_eq!(buffer.set_text(u16cstr!("four")).unwrap_err().code(), INSUFFICIENT_BUFFER);
        assert_eq!(buffer, [7; 4]);
        buffer.set_text(u16cstr!("abc")).unwrap();
        assert_eq!(buffer.text().unwrap(), u16cstr!("abc"));
        let mut narrow = *b"123456";
        narrow.set_text(c"ab").unwrap();
        assert_eq!((narrow.text().unwrap(), narrow), (c"ab", *b"ab\x00456"));
        assert!(<[u8]>::text(&[]).is_err());
    }
}
