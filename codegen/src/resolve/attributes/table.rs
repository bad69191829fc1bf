//! The attributes: which are known, where each may stand, and what arguments it takes.

use crate::syntax::ast::{Attr, AttrArg, BinaryOp, Expr, ExprKind};

/// A set of kinds of declarations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Places(u16);

impl Places {
    /// An interface or dispinterface.
    pub(super) const INTERFACE: Self = Self(1);
    /// A coclass.
    pub(super) const COCLASS: Self = Self(1 << 1);
    /// An interface that a coclass lists.
    pub(super) const MEMBER: Self = Self(1 << 2);
    /// A library.
    pub(super) const LIBRARY: Self = Self(1 << 3);
    /// A module.
    pub(super) const MODULE: Self = Self(1 << 4);
    /// A method, or a function of a module.
    pub(super) const METHOD: Self = Self(1 << 5);
    /// A parameter.
    pub(super) const PARAM: Self = Self(1 << 6);
    /// A member of a struct or union.
    pub(super) const FIELD: Self = Self(1 << 7);
    /// A typedef.
    pub(super) const TYPEDEF: Self = Self(1 << 8);
    /// A struct or union.
    pub(super) const RECORD: Self = Self(1 << 9);
    /// An enumeration.
    pub(super) const ENUM: Self = Self(1 << 10);
    /// An enumerator.
    pub(super) const ENUMERATOR: Self = Self(1 << 11);
    /// A constant.
    pub(super) const CONST: Self = Self(1 << 12);
    /// A property of a dispinterface, which is no more than a name, a number and a type.
    pub(super) const PROPERTY: Self = Self(1 << 13);

    const ANY: Self = Self(u16::MAX);
    const VALUE: Self = Self::PARAM.and(Self::FIELD).and(Self::TYPEDEF);

    const NAMES: [(Self, &'static str); 14] = [
        (Self::INTERFACE, "an interface"),
        (Self::COCLASS, "a coclass"),
        (Self::MEMBER, "an interface of a coclass"),
        (Self::LIBRARY, "a library"),
        (Self::MODULE, "a module"),
        (Self::METHOD, "a method"),
        (Self::PARAM, "a parameter"),
        (Self::FIELD, "a field"),
        (Self::TYPEDEF, "a typedef"),
        (Self::RECORD, "a struct or union"),
        (Self::ENUM, "an enum"),
        (Self::ENUMERATOR, "an enumerator"),
        (Self::CONST, "a constant"),
        (Self::PROPERTY, "a property of a dispinterface"),
    ];

    /// Both sets.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets have a kind in common.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The kinds in words: `a parameter, a field or a typedef`.
    pub(super) fn words(self) -> String {
        let names = Self::NAMES.iter().filter(|(place, _)| self.meets(*place)).map(|(_, name)| *name);
        enumerate(names, "or")
    }
}

/// `a, b or c`
pub(super) fn enumerate<'n>(words: impl Iterator<Item = &'n str>, last: &str) -> String {
    let words: Vec<_> = words.collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}

/// What arguments an attribute takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Args {
    /// None.
    None,
    /// Whatever is written: the attribute has no meaning here.
    Any,
    /// A string.
    Text,
    /// Strings, joined with `|`.
    Texts,
    /// A uuid.
    Uuid,
    /// A name.
    Name,
    /// Names, joined with `|`.
    Names,
    /// An expression.
    Expr,
    /// One or more expressions.
    Exprs,
    /// One or more expressions, any of them left out.
    Counts,
    /// The names of a flag and a parameter.
    Flag,
    /// Anything, but not nothing.
    Some,
}

impl Args {
    /// Whether `attr` has such arguments.
    pub(super) fn accept(self, attr: &Attr) -> bool {
        let args = attr.args.as_deref().unwrap_or_default();
        match self {
            Self::Any => true,
            Self::None => args.is_empty(),
            Self::Text => matches!(args, [AttrArg::Expr(one)] if is_text(one)),
            Self::Texts => !args.is_empty() && args.iter().all(|arg| list(arg, is_text)),
            Self::Uuid => matches!(args, [AttrArg::Uuid(_) | AttrArg::Expr(_)]),
            Self::Name => matches!(args, [AttrArg::Expr(one)] if is_name(one)),
            Self::Names => !args.is_empty() && args.iter().all(|arg| list(arg, is_name)),
            Self::Expr => matches!(args, [AttrArg::Expr(_)]),
            Self::Exprs => !args.is_empty() && args.iter().all(|arg| matches!(arg, AttrArg::Expr(_))),
            Self::Counts => {
                args.iter().any(|arg| *arg != AttrArg::Empty)
                    && args.iter().all(|arg| matches!(arg, AttrArg::Expr(_) | AttrArg::Empty))
            }
            Self::Flag => matches!(args, [AttrArg::Expr(a), AttrArg::Expr(b)] if is_name(a) && is_name(b)),
            Self::Some => !args.is_empty(),
        }
    }

    /// What is taken, in words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::None => "no arguments",
            Self::Any => "any arguments",
            Self::Text => "one string",
            Self::Texts => "strings joined with `|`",
            Self::Uuid => "one uuid",
            Self::Name => "one name",
            Self::Names => "names joined with `|`",
            Self::Expr => "one expression",
            Self::Exprs => "one or more expressions",
            Self::Counts => "an expression for each level of pointers",
            Self::Flag => "the names of a flag and of a parameter",
            Self::Some => "an argument",
        }
    }
}

fn is_text(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Str { .. })
}

fn is_name(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Name(_))
}

fn list(arg: &AttrArg, accept: fn(&Expr) -> bool) -> bool {
    matches!(arg, AttrArg::Expr(expr) if alternatives(expr).into_iter().all(accept))
}

/// The operands of `a | b | c`, in order.
pub(in crate::resolve) fn alternatives(expr: &Expr) -> Vec<&Expr> {
    let mut rest = expr;
    let mut found = Vec::new();
    while let ExprKind::Binary(BinaryOp::BitOr, left, right) = &rest.kind {
        found.push(&**right);
        rest = left;
    }
    found.push(rest);
    found.reverse();
    found
}

/// A known attribute.
#[derive(Debug)]
pub(super) struct Known {
    /// Its name.
    pub(super) name: &'static str,
    /// Where it may stand.
    pub(super) places: Places,
    /// Its arguments.
    pub(super) args: Args,
    /// Whether it says of the memory behind a pointer what nothing makes use of.
    pub(super) of_memory: bool,
}

/// The attribute of this name.
pub(super) fn known(name: &str) -> Option<&'static Known> {
    let found = KNOWN.binary_search_by(|known| known.name.cmp(name)).ok()?;
    Some(&KNOWN[found])
}

/// The names of all attributes.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().map(|known| known.name)
}

const fn fact(name: &'static str, places: Places, args: Args) -> Known {
    Known { name, places, args, of_memory: false }
}

/// An attribute of MIDL that says nothing about the binary interface or its contract: it is kept as text.
const fn silent(name: &'static str) -> Known {
    Known { name, places: Places::ANY, args: Args::Any, of_memory: false }
}

/// One that says how much memory there is, who allocates it, or whose it is, and that nothing makes use of.
const fn of_memory(known: Known) -> Known {
    Known { of_memory: true, ..known }
}

/// A typedef, or a type that is written with it.
const TYPE: Places = Places::TYPEDEF.and(Places::RECORD).and(Places::ENUM);

const POINTER: Places = Places::VALUE.and(Places::METHOD);

/// Sorted by name.
const KNOWN: &[Known] = &[
    silent("aggregatable"),
    of_memory(silent("allocate")),
    silent("annotation"),
    silent("appobject"),
    silent("async"),
    silent("async_uuid"),
    fact("at_most", Places::FIELD, Args::Name),
    silent("auto_handle"),
    fact("bad_pointer", Places::INTERFACE, Args::Name),
    silent("bindable"),
    silent("broadcast"),
    of_memory(silent("byte_count")),
    fact("bytes_is", Places::VALUE, Args::Counts),
    fact("call_as", Places::METHOD, Args::Name),
    silent("callback"),
    fact("called_by", Places::INTERFACE, Args::Text),
    fact("case", Places::FIELD, Args::Exprs),
    silent("code"),
    silent("comm_status"),
    of_memory(fact("context_handle", POINTER, Args::None)),
    of_memory(silent("context_handle_noserialize")),
    of_memory(silent("context_handle_serialize")),
    silent("control"),
    silent("custom"),
    silent("decode"),
    fact("default", Places::FIELD.and(Places::MEMBER).and(Places::INTERFACE).and(Places::COCLASS), Args::None),
    silent("defaultbind"),
    silent("defaultcollelem"),
    fact("defaultvalue", Places::PARAM, Args::Some),
    silent("defaultvtable"),
    silent("disable_consistency_check"),
    silent("displaybind"),
    fact("dllname", Places::MODULE, Args::Text),
    fact("dual", Places::INTERFACE, Args::None),
    fact("edited", Places::PARAM, Args::None),
    silent("enable_allocate"),
    silent("encode"),
    silent("endpoint"),
    fact("entry", Places::METHOD.and(Places::CONST), Args::Some),
    fact("errors", Places::METHOD, Args::Names),
    silent("explicit_handle"),
    fact("exposed_by", Places::INTERFACE, Args::Text),
    silent("fault_status"),
    fact("first_is", Places::VALUE, Args::Counts),
    fact("flag_set", Places::ENUM, Args::None),
    fact("flags", Places::VALUE, Args::Name),
    silent("force_allocate"),
    fact("free_threaded", Places::INTERFACE, Args::None),
    fact("free_with", Places::VALUE, Args::Name),
    silent("handle"),
    fact("header", Places::INTERFACE, Args::Text),
    silent("helpcontext"),
    silent("helpfile"),
    silent("helpstring"),
    silent("helpstringcontext"),
    silent("helpstringdll"),
    silent("hidden"),
    fact("id", Places::METHOD.and(Places::FIELD).and(Places::LIBRARY), Args::Expr),
    silent("idempotent"),
    fact("ignore", Places::FIELD, Args::None),
    fact("iid_is", Places::PARAM.and(Places::FIELD), Args::Expr),
    silent("immediatebind"),
    fact("implemented_by", Places::INTERFACE, Args::Text),
    silent("implicit_handle"),
    fact("in", Places::PARAM, Args::None),
    fact("last_is", Places::VALUE, Args::Counts),
    silent("lcid"),
    fact("length_is", Places::VALUE, Args::Counts),
    silent("licensed"),
    fact("local", Places::INTERFACE.and(Places::METHOD).and(Places::PARAM), Args::None),
    fact("mapi_alloc", Places::VALUE, Args::None),
    fact("mapi_heap", Places::MODULE, Args::None),
    fact("max_is", Places::VALUE, Args::Counts),
    fact("may_be_null", Places::VALUE, Args::None),
    silent("maybe"),
    silent("message"),
    silent("ms_union"),
    fact("name_or_id", Places::VALUE, Args::None),
    fact("no_addref", Places::PARAM, Args::None),
    fact("no_iid", Places::INTERFACE, Args::None),
    silent("nocode"),
    silent("nonbrowsable"),
    silent("noncreatable"),
    silent("nonextensible"),
    silent("notify"),
    silent("notify_flag"),
    fact("object", Places::INTERFACE, Args::None),
    fact("odl", Places::INTERFACE, Args::None),
    fact("oleautomation", Places::INTERFACE, Args::None),
    fact("one_block", Places::PARAM.and(Places::FIELD), Args::None),
    fact("opaque", Places::VALUE, Args::None),
    silent("optimize"),
    fact("optional", Places::PARAM, Args::None),
    fact("origin", Places::ANY, Args::Texts),
    fact("out", Places::PARAM, Args::None),
    fact("partial_ignore", Places::PARAM, Args::None),
    fact("placeholder", Places::METHOD, Args::None),
    fact("plain_number", Places::VALUE, Args::None),
    fact("pointer_default", Places::INTERFACE, Args::Name),
    silent("predeclid"),
    silent("progid"),
    fact("propget", Places::METHOD, Args::None),
    fact("propput", Places::METHOD, Args::None),
    fact("propputref", Places::METHOD, Args::None),
    silent("proxy"),
    fact("ptr", POINTER, Args::None),
    silent("public"),
    silent("range"),
    fact("raw", Places::PARAM.and(Places::FIELD).and(Places::METHOD), Args::Text),
    silent("readonly"),
    fact("ref", POINTER, Args::None),
    silent("replaceable"),
    fact("replaces", Places::PARAM, Args::None),
    fact("represent_as", TYPE, Args::Some),
    silent("requestedit"),
    fact("reserved", Places::PARAM.and(Places::FIELD), Args::None),
    silent("restricted"),
    fact("retval", Places::PARAM, Args::None),
    fact("size_is", Places::VALUE, Args::Counts),
    fact("slot", Places::FIELD, Args::None),
    fact("source", Places::MEMBER.and(Places::METHOD).and(Places::COCLASS).and(Places::INTERFACE), Args::None),
    silent("strict_context_handle"),
    fact("string", POINTER, Args::None),
    fact("success", Places::INTERFACE.and(Places::METHOD), Args::Names),
    fact("switch_is", Places::PARAM.and(Places::FIELD), Args::Expr),
    fact("switch_type", Places::RECORD.and(Places::FIELD).and(Places::PARAM), Args::Some),
    silent("system_handle"),
    fact("task_alloc", Places::VALUE, Args::None),
    silent("threading"),
    fact("transaction", Places::INTERFACE, Args::Text),
    silent("transmit_as"),
    silent("uidefault"),
    fact("unicode_flag", Places::PARAM.and(Places::FIELD), Args::Flag),
    fact("unimplemented", Places::INTERFACE, Args::Name),
    fact("unique", POINTER, Args::None),
    fact("unverified", Places::ANY, Args::Text),
    fact("user_marshal", TYPE, Args::Some),
    silent("usesgetlasterror"),
    fact("uuid", Places::ANY, Args::Uuid),
    fact("v1_enum", Places::ENUM, Args::None),
    fact("values", Places::VALUE, Args::Name),
    silent("vararg"),
    fact("version", Places::ANY, Args::Some),
    silent("vi_progid"),
    fact("view", Places::RECORD, Args::Name),
    fact("wide", Places::FIELD, Args::None),
    silent("wire_marshal"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(KNOWN.is_sorted_by(|a, b| a.name < b.name));
    }

    #[test]
    fn places_in_words() {
        assert_eq!(Places::PARAM.words(), "a parameter");
        assert_eq!(Places::VALUE.words(), "a parameter, a field or a typedef");
    }
}
