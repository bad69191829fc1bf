//! The base files that every user has, whatever is installed.

use crate::source::MemoryLoader;

/// The label of the bundled texts, by which the model tells them from a user's own.
pub(super) const LABEL: &str = "bundled";

/// A loader of the bundled base files.
#[must_use]
pub fn bundled() -> MemoryLoader {
    FILES.iter().fold(MemoryLoader::new(LABEL), |loader, (name, text)| loader.with(name, *text))
}

const FILES: &[(&str, &str)] = &[
    ("oaidl.idl", include_str!("../../base/oaidl.idl")),
    ("objidl.idl", include_str!("../../base/objidl.idl")),
    ("ocidl.idl", include_str!("../../base/ocidl.idl")),
    ("propidl.idl", include_str!("../../base/propidl.idl")),
    ("unknwn.idl", include_str!("../../base/unknwn.idl")),
    ("urlmon.idl", include_str!("../../base/urlmon.idl")),
    ("wtypes.idl", include_str!("../../base/wtypes.idl")),
];
