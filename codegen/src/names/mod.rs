//! Duty: every Rust name that is not the IDL's own spelling.
//! Input: COM names. Output: snake case methods, parameters and modules, CamelCase variants, escaped keywords, and no
//! two equal names in one scope.

use crate::model::Property;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use std::collections::HashSet;

/// Acronyms and run-together words that heck would split in the wrong place, with their snake case.
const WORDS: &[(&str, &str)] = &[
    ("EntryIDs", "EntryIds"),
    ("EntryID", "EntryId"),
    ("IDs", "Ids"),
    ("UIDs", "Uids"),
    ("OpenEntryID", "OpenEntryId"),
    ("MAPI", "Mapi"),
    ("RTF", "Rtf"),
    ("PAB", "Pab"),
];

/// Hungarian prefixes that say how a value is passed, which the Rust type says already; longest first.
const PREFIXES: &[&str] = &[
    "lpppsz", "lppsz", "lpsz", "lpcsz", "pwcsz", "pwsz", "lppp", "ppsz", "lpul", "lprg", "rgiid", "ppv", "psz", "wsz",
    "rgp", "lpp", "lpv", "lpb", "punk", "pses", "psib", "pul", "pcb", "pdw", "prg", "pwc", "ppw", "lpf", "lpl", "sz",
    "lp", "pp", "ul", "bk", "cb", "rg", "dw", "pv", "pb", "pf", "lpc", "pc", "ph", "c", "p", "l", "h", "f",
];

/// Words that Rust keeps for itself, in any edition up to 2024.
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern", "false", "fn", "for", "gen",
    "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct",
    "trait", "true", "type", "unsafe", "use", "where", "while", "abstract", "become", "box", "do", "final", "macro",
    "override", "priv", "typeof", "unsized", "virtual", "yield", "try",
];

/// Keywords that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// What a module cannot be called: files that cargo or rustc give a meaning, the modules and features that every output
/// has, the crates that code names, and primitive types, which a module of their name would hide.
const NO_MODULES: &[&str] = &[
    "mod", "lib", "main", "build", "mock", "full", "default", "core", "std", "alloc", "mapidl", "bool", "char", "str",
    "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f16", "f32", "f64",
    "f128",
];

/// Methods that every interface type, or every provider, has already.
const TAKEN: &[&str] = &[
    "cast",
    "query",
    "as_raw",
    "into_raw",
    "from_raw",
    "from_raw_borrowed",
    "vtable",
    "assume_vtable",
    "to_ref",
    "clone",
    "eq",
    "ne",
    "deref",
    "fmt",
    "into",
    "from",
    "downgrade",
    "is_object",
    "cast_object",
    "cast_object_ref",
    "cast_to_any",
    "get_impl",
    "get_impl_mut",
    "into_inner",
    "to_object",
    "as_interface",
    "to_interface",
    "is_reference_count_one",
    "type_id",
    "drop",
];

/// A name as an identifier: keywords get `r#`, or `_` where Rust allows no raw form; a leading digit gets `_` before it.
#[must_use]
pub fn escape(name: &str) -> String {
    if NEVER_RAW.contains(&name) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else if name.starts_with(|c: char| c.is_ascii_digit()) || name.is_empty() {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

fn snake(name: &str) -> String {
    // Most names have no capitals in a row, and so none of the words.
    if !has_capitals_in_a_row(name) {
        return name.to_snake_case();
    }
    let respelt = WORDS.iter().fold(name.to_owned(), |text, (word, spelling)| text.replace(word, spelling));
    respelt.to_snake_case()
}

fn has_capitals_in_a_row(name: &str) -> bool {
    name.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase))
}

/// The safe method of a COM method: `GetIDsFromNames` is `get_ids_from_names`.
#[must_use]
pub fn method(name: &str) -> String {
    let snake = snake(name);
    if TAKEN.contains(&snake.as_str()) { format!("{snake}_") } else { escape(&snake) }
}

/// The safe accessor of a property, by its name without prefix, as Rust names such methods: `name` reads `Name`, and
/// `set_name` writes it. `None` where that name is taken or a keyword: `get_type` reads better than `r#type`.
#[must_use]
pub fn accessor(property: Property, name: &str) -> Option<String> {
    let snake = snake(name);
    match property {
        Property::Get if TAKEN.contains(&snake.as_str()) || escape(&snake) != snake => None,
        Property::Get => Some(snake),
        Property::Put | Property::PutRef => Some(format!("set_{snake}")),
    }
}

/// The constant of a member's number: that of `OnQuit` is `DISPID_ON_QUIT`.
#[must_use]
pub fn dispid(name: &str) -> String {
    format!("DISPID_{}", snake(name).to_shouty_snake_case())
}

/// What a file asks its module to be called: `core_objects.idl` asks for `core_objects`, `a/types.idl` for `a_types`.
#[must_use]
pub fn module_stem(file: &str) -> String {
    let (folders, name) = file.rsplit_once('/').unwrap_or(("", file));
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let clean = |part: &str| part.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect::<String>();
    match snake(&clean(&format!("{folders}/{name}"))) {
        stem if stem.is_empty() => "file".to_owned(),
        stem => stem,
    }
}

/// A module of generated code, by what its file asks for. Names that would hide something get a `_`, which no file can
/// ask for.
#[must_use]
pub fn module(stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut name = if NO_MODULES.contains(&stem) || is_device(stem) { format!("{stem}_") } else { escape(stem) };
    while is_taken(&name) {
        name.push('_');
    }
    name
}

/// Whether Windows has no files of this name, whatever the extension.
fn is_device(name: &str) -> bool {
    let numbered = ["com", "lpt"].iter().find_map(|device| name.strip_prefix(device));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
}

/// A safe parameter or field: `lpPropTagArray` is `prop_tag_array`.
#[must_use]
pub fn parameter(name: &str) -> String {
    escape(&snake(strip_prefix(name)))
}

fn strip_prefix(name: &str) -> &str {
    for prefix in PREFIXES {
        if let Some(rest) = name.strip_prefix(prefix)
            && rest.starts_with(|c: char| c.is_ascii_uppercase())
        {
            return rest;
        }
    }
    name
}

/// A variant of a view's enum, from a label without the prefix that it shares with its neighbours.
#[must_use]
pub fn variant(label: &str) -> String {
    let name = label.to_upper_camel_case();
    if NEVER_RAW.contains(&name.as_str()) { format!("{name}_") } else { escape(&name) }
}

/// A type name made of an IDL name that has none in Rust: `_PV` is `Pv`.
#[must_use]
pub fn type_name(name: &str) -> String {
    escape(&name.to_upper_camel_case())
}

/// The prefix that all labels share, cut back to the end of a word: of `RES_AND`, `RES_OR` it is `RES_`.
#[must_use]
pub fn common_prefix(labels: &[&str]) -> usize {
    let Some(first) = labels.first() else { return 0 };
    if labels.len() < 2 {
        return first.find('_').map_or(0, |at| at + 1);
    }
    let shared = labels
        .iter()
        .skip(1)
        .fold(first.len(), |len, label| first.bytes().zip(label.bytes()).take(len).take_while(|(a, b)| a == b).count());
    let ends_word = |at: usize| {
        let (before, after) = (first.as_bytes()[at - 1], first.as_bytes().get(at).copied().unwrap_or(b'A'));
        before == b'_' || (before.is_ascii_lowercase() && after.is_ascii_uppercase())
    };
    (1..=shared.min(first.len())).rev().find(|&at| ends_word(at)).unwrap_or(0)
}

/// Gives each name of a scope once: clashes are resolved in the order of declaration, by the fuller COM name and then
/// by a number.
#[derive(Debug, Default)]
pub struct Scope(HashSet<String>);

impl Scope {
    /// A scope in which `taken` are in use.
    #[must_use]
    pub fn with(taken: &[&str]) -> Self {
        Self(taken.iter().map(|&name| name.to_owned()).collect())
    }

    /// Takes `name`, or `fuller` when that is in use, or one with a number.
    pub fn take(&mut self, name: String, fuller: impl FnOnce() -> String) -> String {
        if self.0.insert(name.clone()) {
            return name;
        }
        let fuller = fuller();
        if self.0.insert(fuller.clone()) {
            return fuller;
        }
        let free = (2..).map(|n| format!("{fuller}_{n}")).find(|candidate| !self.0.contains(candidate));
        let free = free.unwrap_or(fuller);
        self.0.insert(free.clone());
        free
    }
}

/// A safe name with nothing left out: what a clash falls back to.
#[must_use]
pub fn full(name: &str) -> String {
    escape(&snake(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_lose_their_prefix() {
        for (com, rust) in [
            ("lpPropTagArray", "prop_tag_array"),
            ("ulFlags", "flags"),
            ("lpszMessageClass", "message_class"),
            ("pwcszProgress", "progress"),
            ("hResult", "result"),
            ("cbEntryID1", "entry_id1"),
            ("lRowCount", "row_count"),
            ("type", "r#type"),
            ("self", "self_"),
            ("punkCallBack", "call_back"),
            ("phSyncDoneEvent", "sync_done_event"),
        ] {
            assert_eq!(parameter(com), rust);
        }
    }

    #[test]
    fn words_have_capitals_in_a_row() {
        assert!(WORDS.iter().all(|(word, _)| has_capitals_in_a_row(word)));
    }

    #[test]
    fn methods_are_snake_case() {
        assert_eq!(method("GetIDsFromNames"), "get_ids_from_names");
        assert_eq!(method("CompareEntryIDs"), "compare_entry_ids");
        assert_eq!(method("Clone"), "clone_");
        assert_eq!(method("Yield"), "r#yield");
    }

    #[test]
    fn accessors_are_named_as_in_rust() {
        assert_eq!(accessor(Property::Get, "ReadyState").as_deref(), Some("ready_state"));
        assert_eq!(accessor(Property::Put, "ReadyState").as_deref(), Some("set_ready_state"));
        assert_eq!(accessor(Property::PutRef, "Parent").as_deref(), Some("set_parent"));
        assert_eq!(accessor(Property::Put, "type").as_deref(), Some("set_type"));
        assert_eq!(accessor(Property::Get, "type"), None);
        assert_eq!(accessor(Property::Get, "From"), None);
        assert_eq!(dispid("onReadyStateChange"), "DISPID_ON_READY_STATE_CHANGE");
    }

    #[test]
    fn labels_lose_what_they_share() {
        assert_eq!(common_prefix(&["RES_AND", "RES_OR"]), 4);
        assert_eq!(common_prefix(&["fnevNewMail", "fnevExtended"]), 4);
        assert_eq!(common_prefix(&["PT_I2"]), 3);
        assert_eq!(common_prefix(&["A", "B"]), 0);
    }

    #[test]
    fn clashes_are_resolved_in_order() {
        let mut scope = Scope::default();
        assert_eq!(scope.take("flags".into(), || full("ulFlags")), "flags");
        assert_eq!(scope.take("flags".into(), || full("lpulFlags")), "lpul_flags");
        assert_eq!(scope.take("flags".into(), || full("ulFlags")), "ul_flags");
        assert_eq!(scope.take("flags".into(), || full("ulFlags")), "ul_flags_2");
    }
}
