//! The result codes that every COM programmer knows, for files that name them without importing a definition.

use super::nearest::nearest;

/// The value of a well-known HRESULT.
pub(super) fn well_known(name: &str) -> Option<i32> {
    let found = WELL_KNOWN.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    Some(WELL_KNOWN[found].1.cast_signed())
}

/// The well-known HRESULT that a name most likely was meant to be.
pub(super) fn nearest_code(name: &str) -> Option<&'static str> {
    nearest(name, WELL_KNOWN.iter().map(|(known, _)| *known))
}

/// Sorted by name.
const WELL_KNOWN: &[(&str, u32)] = &[
    ("CLASS_E_CLASSNOTAVAILABLE", 0x8004_0111),
    ("CLASS_E_NOAGGREGATION", 0x8004_0110),
    ("CO_E_NOTINITIALIZED", 0x8004_01f0),
    ("DISP_E_BADINDEX", 0x8002_000b),
    ("DISP_E_BADPARAMCOUNT", 0x8002_000e),
    ("DISP_E_EXCEPTION", 0x8002_0009),
    ("DISP_E_MEMBERNOTFOUND", 0x8002_0003),
    ("DISP_E_TYPEMISMATCH", 0x8002_0005),
    ("DISP_E_UNKNOWNNAME", 0x8002_0006),
    ("E_ABORT", 0x8000_4004),
    ("E_ACCESSDENIED", 0x8007_0005),
    ("E_BOUNDS", 0x8000_000b),
    ("E_FAIL", 0x8000_4005),
    ("E_HANDLE", 0x8007_0006),
    ("E_INVALIDARG", 0x8007_0057),
    ("E_NOINTERFACE", 0x8000_4002),
    ("E_NOTIMPL", 0x8000_4001),
    ("E_OUTOFMEMORY", 0x8007_000e),
    ("E_PENDING", 0x8000_000a),
    ("E_POINTER", 0x8000_4003),
    ("E_UNEXPECTED", 0x8000_ffff),
    ("REGDB_E_CLASSNOTREG", 0x8004_0154),
    ("RPC_E_CALL_REJECTED", 0x8001_0001),
    ("RPC_E_CHANGED_MODE", 0x8001_0106),
    ("RPC_E_DISCONNECTED", 0x8001_0108),
    ("RPC_E_WRONG_THREAD", 0x8001_010e),
    ("STG_E_ACCESSDENIED", 0x8003_0005),
    ("STG_E_FILEALREADYEXISTS", 0x8003_0050),
    ("STG_E_FILENOTFOUND", 0x8003_0002),
    ("STG_E_INVALIDFUNCTION", 0x8003_0001),
    ("STG_E_INVALIDPARAMETER", 0x8003_0057),
    ("STG_E_INVALIDPOINTER", 0x8003_0009),
    ("STG_E_MEDIUMFULL", 0x8003_0070),
    ("STG_E_REVERTED", 0x8003_0102),
    ("S_FALSE", 1),
    ("S_OK", 0),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(WELL_KNOWN.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn finds_codes() {
        assert_eq!(well_known("S_OK"), Some(0));
        assert_eq!(well_known("E_FAIL"), Some(-2_147_467_259));
        assert_eq!(well_known("E_FOO"), None);
    }
}
