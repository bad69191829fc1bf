//! Names that mean something before any IDL is read: Rust's own, those of what every generated item has already, and
//! those that generated code gives to its variables. That none is missing shows the test of words in `tests/targets`.

/// Words that Rust keeps for itself, in any edition up to 2024.
pub(super) const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern", "false", "fn", "for", "gen",
    "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct",
    "trait", "true", "type", "unsafe", "use", "where", "while", "abstract", "become", "box", "do", "final", "macro",
    "override", "priv", "typeof", "unsized", "virtual", "yield", "try",
];

/// Keywords that cannot be raw identifiers.
pub(super) const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// What a module cannot be called: files that cargo or rustc give a meaning, the modules and features that every output
/// has, the crates that code names, and primitive types, which a module of their name would hide.
pub(super) const NO_MODULES: &[&str] = &[
    "mod", "lib", "main", "build", "mock", "full", "default", "core", "std", "alloc", "mapidl", "bool", "char", "str",
    "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f16", "f32", "f64",
    "f128",
];

/// Methods that every interface type, or every provider, has already.
pub(super) const TAKEN: &[&str] = &[
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

/// Fields that vtables have already, and what is named beside the functions of stubs, which have the names of fields.
pub const FIELDS: &[&str] = &["base__", "Ok", "Err", "Some", "None", "drop", "__OFFSET"];

/// What generated bodies name beside the parameters of their method: their variables and generics, and what they match with.
pub const BODIES: &[&str] =
    &["this", "code", "answer", "aggregate", "self", "None", "Some", "Ok", "Err", "drop", "__T", "__OFFSET"];

/// Variables of a DLL's functions beside those.
pub const ENTRIES: &[&str] = &["entry"];

/// Variables of stubs that stand beside raw values.
pub const STUBS: &[&str] = &["start", "len", "value"];

/// Names that no item can have, for generated code and the macros that it calls name Rust's own by them: primitive types,
/// tools that attributes are for, and what no IDL may take from the stubs.
pub(super) const ITEMS: &[&str] = &[
    "bool",
    "char",
    "str",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "f16",
    "f32",
    "f64",
    "f128",
    "rustfmt",
    "clippy",
    "diagnostic",
    "__T",
    "__OFFSET",
];

/// Names that no item can have which stands for a value, too: a pattern would mean that value in place of a new variable.
/// They are the variables of generated code and of the macros that it calls, and what the prelude has for patterns.
pub const LOCALS: &[&str] = &[
    "Ok",
    "Err",
    "Some",
    "None",
    "drop",
    "this",
    "self",
    "code",
    "answer",
    "aggregate",
    "entry",
    "value",
    "start",
    "len",
    "slice",
    "buffer",
    "kind",
    "copy",
    "chain",
    "walk",
    "heap",
    "other",
    "f",
    "bytes",
    "view",
    "record",
    "iid",
    "name",
    "known",
    "pointer",
    "count",
    "temp",
    "interface",
    "context",
    "mock",
    "wide",
    "narrow",
    "pick",
    "heads",
    "items",
    "vtables",
    "vtbl",
    "riid",
    "object",
    "set",
    "_level",
    "made__",
];
