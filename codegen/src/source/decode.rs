//! Duty: bytes in, text out. Input: the bytes of a file. Output: UTF-8 text without a byte order mark, or why not.

use super::LoadError;

/// The size that a single text may have: 64 MiB.
pub const MAX_FILE: u64 = 64 << 20;

/// The size that all texts of a run may have together: 1 GiB.
pub const MAX_TOTAL: u64 = 1 << 30;

/// Refuses what is longer than [`MAX_FILE`].
pub(super) fn check_size(path: &str, size: u64) -> Result<(), LoadError> {
    if size > MAX_FILE {
        return Err(LoadError::TooLarge { path: path.to_owned(), size, limit: MAX_FILE });
    }
    Ok(())
}

/// Decodes UTF-8 and strips a byte order mark.
pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<String, LoadError> {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    match String::from_utf8(bytes) {
        Ok(text) => Ok(strip_mark(text)),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            Err(LoadError::NotUtf8 { path: path.to_owned(), offset, utf16 })
        }
    }
}

/// Strips a byte order mark.
pub(super) fn strip_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}
