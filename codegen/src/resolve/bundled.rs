//! What the bundled files declare, for those who use a name and do not import its file.

use crate::source::BASE;

/// Of several files that bring a name the first one of these counts, since the others import it.
const FIRST: [&str; 5] = ["wtypes.idl", "unknwn.idl", "objidl.idl", "oaidl.idl", "ocidl.idl"];

/// What IDL calls types of C, C++ and Windows' headers that it does not have: those of the same size and meaning.
const TYPES: &[(&str, &str)] = &[
    ("bool", "boolean"),
    ("_Bool", "boolean"),
    ("TCHAR", "WCHAR"),
    ("_TCHAR", "WCHAR"),
    ("char8_t", "char"),
    ("char16_t", "wchar_t"),
    ("LPTSTR", "LPWSTR"),
    ("PTSTR", "LPWSTR"),
    ("LPCTSTR", "LPCWSTR"),
    ("PCTSTR", "LPCWSTR"),
    ("int8_t", "signed char"),
    ("uint8_t", "byte"),
    ("int16_t", "short"),
    ("uint16_t", "unsigned short"),
    ("int32_t", "long"),
    ("uint32_t", "unsigned long"),
    ("int64_t", "hyper"),
    ("uint64_t", "unsigned hyper"),
    ("intptr_t", "INT_PTR"),
    ("uintptr_t", "UINT_PTR"),
];

/// The bundled file to import for a name.
pub(super) fn file(name: &str) -> Option<&'static str> {
    let has = |text: &str| text.lines().any(|line| declares(line, name));
    let found = BASE.iter().filter(|(file, text)| file.ends_with(".idl") && has(text));
    let files: Vec<_> = found.map(|(file, _)| imported(file)).collect();
    FIRST.into_iter().find(|file| files.contains(file)).or_else(|| files.first().copied())
}

/// What people import to have a file: `wtypes.idl` for `wtypescore.idl`.
fn imported(file: &'static str) -> &'static str {
    let stem = ["core.idl", "base.idl"].iter().find_map(|end| file.strip_suffix(end));
    let whole = stem.and_then(|stem| BASE.iter().find(|(file, _)| file.strip_suffix(".idl") == Some(stem)));
    whole.map_or(file, |(file, _)| file)
}

/// What to write in place of a type of another language.
pub(super) fn of_c(name: &str) -> Option<&'static str> {
    TYPES.iter().find(|(c, _)| *c == name).map(|(_, idl)| *idl)
}

/// Whether a line of a bundled file declares a name: they write one declarator after another, and no two statements in a
/// line.
fn declares(line: &str, name: &str) -> bool {
    let line = line.split("//").next().unwrap_or_default().trim();
    if let Some(rest) = line.strip_prefix("interface ") {
        return rest.split([' ', ':']).next() == Some(name) && !rest.ends_with(';');
    }
    let typedef = line.starts_with("typedef ") || line.starts_with("} ");
    let Some(line) = line.strip_suffix(';').filter(|_| typedef) else { return false };
    line.split([',', ' ', '*']).any(|word| word == name) && {
        let mut declarators = line.rsplit(", ");
        declarators.any(|one| one.rsplit([' ', '*']).next() == Some(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_the_file_to_import() {
        let known = [
            ("HRESULT", "wtypes.idl"),
            ("BOOL", "wtypes.idl"),
            ("LPCWSTR", "wtypes.idl"),
            ("REFIID", "wtypes.idl"),
            ("ULONG_PTR", "wtypes.idl"),
            ("UINT", "wtypes.idl"),
            ("IUnknown", "unknwn.idl"),
            ("LPUNKNOWN", "unknwn.idl"),
            ("IClassFactory", "unknwn.idl"),
            ("IStream", "objidl.idl"),
            ("VARIANT", "oaidl.idl"),
            ("IDispatch", "oaidl.idl"),
            ("PROPVARIANT", "propidl.idl"),
            ("REFPROPVARIANT", "propidl.idl"),
            ("CONDITION_TYPE", "structuredquerycondition.idl"),
            ("IMultiQI", "objidl.idl"),
        ];
        for (name, wanted) in known {
            assert_eq!(file(name), Some(wanted), "{name}");
        }
        assert_eq!(file("typedef"), None);
        assert_eq!(file("Absent"), None);
    }
}
