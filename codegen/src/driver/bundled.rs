//! The base files that every user has, whatever is installed.

use crate::source::MemoryLoader;

/// The label of the bundled texts, by which the model tells them from a user's own.
pub(super) const LABEL: &str = "bundled";

/// A loader of the bundled base files.
#[must_use]
pub fn bundled() -> MemoryLoader {
    FILES.iter().fold(MemoryLoader::new(LABEL), |loader, (name, text)| loader.with(name, *text))
}

/// Whether a file with this name, wherever it lies, stands in for one that is bundled.
pub(super) fn stands_in(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    FILES.iter().any(|(bundled, _)| bundled.eq_ignore_ascii_case(name))
}

/// The files that declare what the runtime crate has in Rust.
pub(super) fn in_runtime() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name).filter(|name| name.ends_with("core.idl"))
}

/// The identifiers of the interfaces that the runtime crate has, as they are written, but for that of IUnknown: whoever
/// declares that one has its own beside it.
pub(super) fn runtimes_uuids() -> impl Iterator<Item = &'static str> {
    let texts = FILES.iter().filter(|(name, _)| name.ends_with("core.idl")).map(|(_, text)| *text);
    let after = texts.flat_map(|text| text.split("uuid(").skip(1));
    after.filter_map(|rest| Some(rest.split_once(')')?.0)).filter(|uuid| !uuid.starts_with("00000000-"))
}

/// What the runtime crate has in Rust stands in `…core.idl`; see [`File::in_runtime`](crate::model::File::in_runtime).
const FILES: &[(&str, &str)] = &[
    ("activscp.idl", include_str!("../../base/activscp.idl")),
    ("basetsd.h", include_str!("../../base/basetsd.h")),
    ("comcat.idl", include_str!("../../base/comcat.idl")),
    ("dispex.idl", include_str!("../../base/dispex.idl")),
    ("docobj.idl", include_str!("../../base/docobj.idl")),
    ("eventtoken.idl", include_str!("../../base/eventtoken.idl")),
    ("guiddef.h", include_str!("../../base/guiddef.h")),
    ("hstring.idl", include_str!("../../base/hstring.idl")),
    ("inspectable.idl", include_str!("../../base/inspectable.idl")),
    ("oaidl.idl", include_str!("../../base/oaidl.idl")),
    ("oaidlcore.idl", include_str!("../../base/oaidlcore.idl")),
    ("objectarray.idl", include_str!("../../base/objectarray.idl")),
    ("objidl.idl", include_str!("../../base/objidl.idl")),
    ("objidlbase.idl", include_str!("../../base/objidlbase.idl")),
    ("objidlcore.idl", include_str!("../../base/objidlcore.idl")),
    ("ocidl.idl", include_str!("../../base/ocidl.idl")),
    ("ocidlcore.idl", include_str!("../../base/ocidlcore.idl")),
    ("oleidl.idl", include_str!("../../base/oleidl.idl")),
    ("propidl.idl", include_str!("../../base/propidl.idl")),
    ("propidlcore.idl", include_str!("../../base/propidlcore.idl")),
    ("propsys.idl", include_str!("../../base/propsys.idl")),
    ("servprov.idl", include_str!("../../base/servprov.idl")),
    ("shtypes.idl", include_str!("../../base/shtypes.idl")),
    ("structuredquerycondition.idl", include_str!("../../base/structuredquerycondition.idl")),
    ("unknwn.idl", include_str!("../../base/unknwn.idl")),
    ("unknwnbase.idl", include_str!("../../base/unknwnbase.idl")),
    ("unknwncore.idl", include_str!("../../base/unknwncore.idl")),
    ("urlmon.idl", include_str!("../../base/urlmon.idl")),
    ("urlmoncore.idl", include_str!("../../base/urlmoncore.idl")),
    ("winerrorcore.idl", include_str!("../../base/winerrorcore.idl")),
    ("wtypes.idl", include_str!("../../base/wtypes.idl")),
    ("wtypesbase.idl", include_str!("../../base/wtypesbase.idl")),
    ("wtypescore.idl", include_str!("../../base/wtypescore.idl")),
];
