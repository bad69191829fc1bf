//! Duty: bytes in, text out. Input: the bytes of a file. Output: UTF-8 text without a byte order mark, or why not.

use super::LoadError;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

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

/// Decodes UTF-8, and UTF-16 with a byte order mark, which is stripped. Any other text is of the code page that old files of
/// Windows are in: all that IDL itself is written with is the same there, so that only comments and strings can be wrong.
pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<String, LoadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes)
        && encoding != UTF_8
    {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
        return text.map(Into::into).ok_or_else(|| LoadError::NotUtf16 { path: path.to_owned() });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(strip_mark(text)),
        Err(error) if error.as_bytes().iter().any(is_of_no_text) => {
            Err(LoadError::NotUtf8 { path: path.to_owned(), offset: error.utf8_error().valid_up_to() })
        }
        Err(error) => Ok(WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into()),
    }
}

/// Whether a byte is in no text: a control character that neither ends a line nor a file, nor is blank.
fn is_of_no_text(byte: &u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t'..=b'\r' | 0x1a)
}

/// Strips a byte order mark.
pub(super) fn strip_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        decode("a.idl", bytes.to_vec()).ok()
    }

    #[test]
    fn all_encodings_of_files() {
        assert_eq!(text("caf\u{e9}".as_bytes()).as_deref(), Some("caf\u{e9}"));
        assert_eq!(text(b"\xef\xbb\xbfa").as_deref(), Some("a"));
        assert_eq!(text(b"\xff\xfea\0\xac\x20").as_deref(), Some("a\u{20ac}"));
        assert_eq!(text(b"\xfe\xff\0a").as_deref(), Some("a"));
        assert_eq!(text(b"don\x92t caf\xe9\x1a").as_deref(), Some("don\u{2019}t caf\u{e9}\u{1a}"));
    }

    #[test]
    fn what_is_no_text() {
        for bytes in [&b"\xff\xfea"[..], b"\xfe\xff\xd8\0", b"\xe9\0", b"\x7fELF\xff", b"\xef\xbb\xbf\xff\x02"] {
            assert_eq!(text(bytes), None, "{bytes:?}");
        }
    }
}
