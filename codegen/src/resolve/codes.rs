//! The result codes that every COM programmer knows, for files that name them without importing a definition.

use crate::suggest::nearest;
use std::sync::LazyLock;

/// The value of a well-known HRESULT.
pub(super) fn well_known(name: &str) -> Option<i32> {
    let (_, value) = WELL_KNOWN.iter().find(|(known, _)| *known == name)?;
    Some(value.cast_signed())
}

/// The well-known HRESULT that a name most likely was meant to be.
pub(super) fn nearest_code(name: &str) -> Option<&'static str> {
    nearest(name, WELL_KNOWN.iter().map(|(known, _)| *known))
}

/// What the base file declares.
static WELL_KNOWN: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
    let text = include_str!("../../base/winerrorcore.idl");
    text.lines().filter_map(declared).collect()
});

/// The name and the value in a line of the base file such as `const HRESULT S_FALSE = 0x00000001;`.
fn declared(line: &str) -> Option<(&str, u32)> {
    let (name, value) = line.strip_prefix("const HRESULT ")?.split_once(" = 0x")?;
    Some((name, u32::from_str_radix(value.strip_suffix(';')?, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_base_file_is_known() {
        let text = include_str!("../../base/winerrorcore.idl");
        assert_eq!(WELL_KNOWN.len(), text.matches("const HRESULT").count());
    }

    #[test]
    fn finds_codes() {
        assert_eq!(well_known("S_OK"), Some(0));
        assert_eq!(well_known("E_FAIL"), Some(-2_147_467_259));
        assert_eq!(well_known("E_FOO"), None);
    }
}
