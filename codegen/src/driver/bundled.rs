//! The base files that every user has, whatever is installed.

use crate::source::{BASE, BUNDLED, MemoryLoader};

/// A loader of the bundled base files.
#[must_use]
pub fn bundled() -> MemoryLoader {
    BASE.iter().fold(MemoryLoader::new(BUNDLED), |loader, (name, text)| loader.with(name, *text))
}

/// Whether a file with this name, wherever it lies, stands in for one that is bundled.
pub(super) fn stands_in(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    BASE.iter().any(|(bundled, _)| bundled.eq_ignore_ascii_case(name))
}

/// The files that declare what the runtime crate has in Rust.
pub(super) fn in_runtime() -> impl Iterator<Item = &'static str> {
    BASE.iter().map(|(name, _)| *name).filter(|name| name.ends_with("core.idl"))
}

/// The identifiers of the interfaces that the runtime crate has, as they are written, but for that of IUnknown: whoever
/// declares that one has its own beside it.
pub(super) fn runtimes_uuids() -> impl Iterator<Item = &'static str> {
    let texts = BASE.iter().filter(|(name, _)| name.ends_with("core.idl")).map(|(_, text)| *text);
    let after = texts.flat_map(|text| text.split("uuid(").skip(1));
    after.filter_map(|rest| Some(rest.split_once(')')?.0)).filter(|uuid| !uuid.starts_with("00000000-"))
}
