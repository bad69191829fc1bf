//! The extracts of `tests/facts`, read.

use mapidl_tests::root;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;

/// What is known of an interface.
#[derive(Deserialize)]
pub(crate) struct Interface {
    pub(crate) base: String,
    pub(crate) iid: Option<String>,
    pub(crate) first_slot: u32,
    pub(crate) methods: Vec<Method>,
}

/// Slot, name, type returned, parameters with their names where they have one. Reserved slots whose signature nobody
/// tells have the first two alone.
#[derive(Deserialize)]
pub(crate) struct Method(
    pub(crate) u32,
    pub(crate) String,
    #[serde(default)] pub(crate) Option<String>,
    #[serde(default)] pub(crate) Option<Vec<(Option<String>, String)>>,
);

/// What is known of a struct or union.
#[derive(Deserialize)]
pub(crate) struct Record {
    pub(crate) tag: Option<String>,
    pub(crate) kind: String,
    pub(crate) pack: Option<u8>,
    pub(crate) members: Vec<Member>,
}

/// Name, type, and the members of a struct or union that is written inside.
#[derive(Deserialize)]
pub(crate) struct Member(
    pub(crate) Option<String>,
    pub(crate) String,
    #[serde(default)] pub(crate) Option<Vec<Member>>,
);

/// What is known of properties, by name.
#[derive(Deserialize)]
pub(crate) struct Properties {
    /// The tag.
    pub(crate) tags: BTreeMap<String, String>,
    /// The upper half of the tag, where the type is unknown.
    pub(crate) ids: BTreeMap<String, String>,
    /// Property set and number of a named property.
    pub(crate) numbers: BTreeMap<String, (Option<String>, String)>,
    /// Property set and string of a named property.
    pub(crate) strings: BTreeMap<String, (String, String)>,
}

/// Interfaces by name.
pub(crate) fn interfaces() -> BTreeMap<String, Interface> {
    read("interfaces.json")
}

/// Structs and unions by name.
pub(crate) fn records() -> BTreeMap<String, Record> {
    read("records.json")
}

/// The values of constants and enumerators by name.
pub(crate) fn constants() -> BTreeMap<String, i64> {
    read("constants.json")
}

/// Identifiers by symbol.
pub(crate) fn guids() -> BTreeMap<String, String> {
    read("guids.json")
}

pub(crate) fn properties() -> Properties {
    read("properties.json")
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = root().join("tests/facts").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A number as the extracts write it: `0x0ffe0003`.
pub(crate) fn hex(text: &str) -> u32 {
    let digits = text.strip_prefix("0x").unwrap_or_else(|| panic!("{text} is not hexadecimal"));
    u32::from_str_radix(digits, 16).unwrap_or_else(|e| panic!("{text}: {e}"))
}
