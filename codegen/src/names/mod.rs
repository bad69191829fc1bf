//! Duty: every Rust name that is not the IDL's own spelling.
//! Input: COM names. Output: snake case methods, parameters and modules, CamelCase variants, escaped keywords, and no
//! two equal names in one scope.

mod reserved;
mod scope;

pub use reserved::{BODIES, ENTRIES, FIELDS, LOCALS, STUBS};
pub use scope::Scope;

use crate::model::Property;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use reserved::{ITEMS, KEYWORDS, NEVER_RAW, NO_MODULES, TAKEN};

/// What is made beside an item of the IDL, and named after it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Made {
    /// The safe face of a record.
    View,
    /// The enum that shows a record's switched union.
    Switch,
    /// The vtable struct of an interface.
    Vtable,
    /// The trait that implementers of an interface write.
    Provider,
    /// The mock of an interface.
    Mock,
    /// The module of the types of that mock's expectations.
    MockModule,
    /// The module of a DLL's entry points.
    Dll,
    /// A safe function of a DLL, by its place in the IDL.
    Function(usize),
}

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

/// A field's name as an identifier. Fields are named in many places, by themselves: what gets a `_`, as Rust allows no raw
/// form of it, makes room among those that have one already.
#[must_use]
pub fn field(name: &str) -> String {
    let has_stem = |stem: &&&str| name.strip_prefix(**stem).is_some_and(|rest| rest.bytes().all(|byte| byte == b'_'));
    if NEVER_RAW.iter().any(|stem| has_stem(&stem)) { format!("{name}_") } else { escape(name) }
}

/// The Rust name of an item that the IDL names: its own spelling, unless all Rust code relies on another meaning. A
/// `value` stands in expressions too, where generated code has variables.
#[must_use]
pub fn item(name: &str, value: bool) -> String {
    let reserved = NEVER_RAW.contains(&name) || ITEMS.contains(&name) || value && LOCALS.contains(&name);
    if reserved { format!("{name}_") } else { name.to_owned() }
}

/// What is made beside the item `name` of the IDL: its usual name, and a longer one for where that is in use. A DLL's
/// functions have names of their own.
#[must_use]
pub fn made(kind: Made, name: &str) -> [String; 2] {
    let both = |name: String| [name.clone(), name];
    match kind {
        Made::View => [format!("{}View", type_name(name).trim_start_matches("r#")), format!("{name}View")],
        Made::Switch => {
            let [usual, longer] = made(Made::View, name);
            [format!("{usual}Data"), format!("{longer}Data")]
        }
        Made::Vtable => both(format!("{name}_Vtbl")),
        Made::Provider => both(format!("{name}_Impl")),
        Made::Mock => both(format!("Mock{name}")),
        Made::MockModule => [after("mock", &single(&name.to_lowercase())), format!("mock_{name}")],
        Made::Dll => [module(&module_stem(name), |_| false), after("dll", &full(name))],
        Made::Function(_) => [method(name), full(name)],
    }
}

/// A name that begins with a word of ours: `expect_get_row`. As Rust wants no two underscores in a row, that of `_2d`,
/// where it only keeps a digit from being first, is left out, and any others move to the end: no two names become one.
#[must_use]
pub fn after(word: &str, name: &str) -> String {
    let name = name.trim_start_matches("r#");
    let stem = name.trim_start_matches('_');
    match &name[..name.len() - stem.len()] {
        "_" if !stem.is_empty() => format!("{word}_{stem}"),
        leading => format!("{word}_{stem}{leading}"),
    }
}

/// A name that ends with a word of ours: `get_row_default`. Those underscores are left out that `clone_` ends with.
#[must_use]
pub fn before(name: &str, word: &str) -> String {
    let name = name.trim_start_matches("r#");
    match name.trim_end_matches('_') {
        "" => format!("{name}_{word}"),
        stem => format!("{stem}_{word}"),
    }
}

/// The same name with one underscore where there are several in a row.
fn single(name: &str) -> String {
    let after_another = |at: usize| name.as_bytes()[..at].ends_with(b"_");
    name.char_indices().filter(|&(at, c)| c != '_' || !after_another(at)).map(|(_, c)| c).collect()
}

/// Whether rustc finds a name to be in snake case.
#[must_use]
pub fn is_snake_case(name: &str) -> bool {
    !name.trim_matches('_').contains("__") && !name.contains(char::is_uppercase)
}

fn snake(name: &str) -> String {
    // Most names have no capitals in a row, and so none of the words.
    if !has_capitals_in_a_row(name) {
        return unless_empty(name.to_snake_case(), name);
    }
    let respelt = WORDS.iter().fold(name.to_owned(), |text, (word, spelling)| text.replace(word, spelling));
    unless_empty(respelt.to_snake_case(), name)
}

/// The words of a name, without capitals and digits: of `ulNumViews2` they are `ul`, `num` and `views`.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let snake = name.to_snake_case();
    let words = snake.split('_').map(|word| word.trim_matches(|c: char| c.is_ascii_digit()));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Of a name that is nothing but underscores no word is left: it stays as it is.
fn unless_empty(words: String, name: &str) -> String {
    if words.is_empty() { name.to_owned() } else { words }
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
        stem if stem.trim_matches('_').is_empty() => "file".to_owned(),
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

/// The private module of items that are written into somebody else's module, by what they are made of: a file or a trait.
/// Messages of rustc show it, so that it is readable; a number tells apart what is spelt alike (FNV-1a, which is the same
/// everywhere).
#[must_use]
pub fn private_module(text: &str) -> String {
    let name = text.rsplit(['/', '\\']).next().unwrap_or(text);
    let clean: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("__{clean}_{hash:08x}")
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
    let name = unless_empty(label.to_upper_camel_case(), label);
    if NEVER_RAW.contains(&name.as_str()) { format!("{name}_") } else { escape(&name) }
}

/// A type name made of an IDL name that has none in Rust: `_PV` is `Pv`.
#[must_use]
pub fn type_name(name: &str) -> String {
    escape(&unless_empty(name.to_upper_camel_case(), name))
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

/// A safe name with nothing left out: what a clash falls back to.
#[must_use]
pub fn full(name: &str) -> String {
    escape(&snake(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_apart() {
        let names =
            ["self", "self_", "self__", "_", "__", "Self", "Self_", "super", "crate_", "selfish", "type", "type_"];
        let made = names.map(field);
        assert_eq!(made.iter().collect::<std::collections::HashSet<_>>().len(), names.len(), "{made:?}");
        assert_eq!([field("self"), field("self_"), field("type")], ["self_", "self__", "r#type"]);
    }

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
    fn names_after_a_word_are_snake_case_and_keep_apart() {
        let names = ["_", "__", "_2d", "___2", "_2d_2", "r#type", "clone_", "get_row", "_1", "_11"];
        let made: std::collections::HashSet<_> = names.iter().map(|name| after("expect", name)).collect();
        assert_eq!(made.len(), names.len(), "{made:?}");
        assert!(made.iter().all(|name| is_snake_case(name)), "{made:?}");
        assert_eq!(["_2d", "get_row"].map(|name| after("expect", name)), ["expect_2d", "expect_get_row"]);
        let [module, longer] = ["_Worksheet", "I__Two"].map(|name| super::made(Made::MockModule, name));
        assert_eq!((module[0].as_str(), longer[0].as_str()), ("mock_worksheet", "mock_i_two"));
        assert_eq!(["clone_", "r#type", "__"].map(|name| before(name, "x")), ["clone_x", "type_x", "___x"]);
    }

    #[test]
    fn private_modules_are_told_apart() {
        assert_eq!(private_module("a"), "__a_e40c292c");
        assert!(private_module("../idl/greeter.idl").starts_with("__greeter_idl_"));
        let names = ["a-b.idl", "a_b.idl", "a/b.idl", "a.b.idl", "b.idl", "a\\b.idl", "ä.idl"].map(private_module);
        let mut apart = names.to_vec();
        apart.sort();
        apart.dedup();
        assert_eq!(apart.len(), names.len(), "{names:?}");
        assert!(names.iter().all(|name| name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())), "{names:?}");
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
