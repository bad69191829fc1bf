//! Integers that seem to count what a pointer stands for, although no attribute says so.
//!
//! A pointer without a count is one value by MIDL's rule. Many a definition was written for C alone, and leaves out
//! `size_is`; then only names tell. So where an integer that goes in is named as a count, and no attribute makes any use
//! of it, the pointers beside it that could be what it counts stay raw. This takes safety away and never gives any: a
//! name that is missed in the list is a hole, and one too many costs a `plain_number`.

use super::build::Planner;
use super::{FieldRole, Role, role};
use crate::model::{self, CountTarget, Direction, Param, Record, Type};
use crate::names;

/// What an integer counts, as far as its name says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    /// Bytes, which may be those of numbers and records, but hardly of pointers.
    Bytes,
    /// Characters.
    Characters,
    /// Characters, or elements of an array.
    Length,
    /// Elements of an array.
    Elements,
    /// Any of them.
    Any,
}

/// Words that say that a number counts, wherever in a name they stand.
const WORDS: &[(&str, Unit)] = &[
    ("cb", Unit::Bytes),
    ("cch", Unit::Characters),
    ("len", Unit::Length),
    ("length", Unit::Length),
    // Hungarian of OLE: a count of elements.
    ("celt", Unit::Elements),
    ("cidl", Unit::Elements),
    ("cwch", Unit::Characters),
    ("npts", Unit::Elements),
    ("cpt", Unit::Elements),
    ("nelts", Unit::Elements),
    ("nelems", Unit::Elements),
    ("argc", Unit::Elements),
    ("ubound", Unit::Elements),
    ("total", Unit::Any),
    ("quantity", Unit::Any),
    ("count", Unit::Any),
    ("cnt", Unit::Any),
    ("size", Unit::Any),
    ("capacity", Unit::Any),
];

/// Words that say so where a name ends in them: `StartBytes`, `Entries`. In the middle they are what else is said of.
const LAST_WORDS: &[(&str, Unit)] = &[
    ("bytes", Unit::Bytes),
    ("chars", Unit::Characters),
    ("characters", Unit::Characters),
    ("elements", Unit::Elements),
    ("elems", Unit::Elements),
    ("elts", Unit::Elements),
    ("points", Unit::Elements),
    ("samples", Unit::Elements),
    ("frames", Unit::Elements),
    ("records", Unit::Elements),
    ("rows", Unit::Elements),
    ("objects", Unit::Elements),
    ("streams", Unit::Elements),
    ("words", Unit::Elements),
    ("args", Unit::Elements),
    ("entries", Unit::Elements),
    ("items", Unit::Elements),
    ("colors", Unit::Elements),
    ("ports", Unit::Elements),
    ("keys", Unit::Elements),
    ("max", Unit::Any),
    ("maximum", Unit::Any),
];

/// Ends of words that are written without a capital: `buflen`, `datasize`, `ncount`.
const ENDINGS: &[(&str, Unit)] =
    &[("len", Unit::Length), ("length", Unit::Length), ("size", Unit::Any), ("count", Unit::Any)];

/// What is counted in words that are written without a capital: `nitems`, `cnames`, `numbuffers`.
const COUNTED: &[&str] =
    &["items", "names", "elems", "elts", "bytes", "buffers", "entries", "points", "rows", "objects", "records", "args"];

/// Names that are nothing but these count, with the number's type before them or without: `number`, `ulNumber`.
const ALONE: &[(&str, Unit)] = &[
    ("number", Unit::Any),
    ("num", Unit::Any),
    ("nr", Unit::Any),
    ("nb", Unit::Any),
    ("qty", Unit::Any),
    ("howmany", Unit::Any),
    ("requested", Unit::Any),
    ("limit", Unit::Any),
    ("dim", Unit::Elements),
    ("dims", Unit::Elements),
    ("params", Unit::Elements),
    ("props", Unit::Elements),
    ("values", Unit::Elements),
];

/// Words with such an end that count nothing.
const OTHER_WORDS: &[&str] = &["account", "discount", "fontsize", "resize", "wavelength"];

/// Words after which a number is a place, a kind or a unit: `cbOffset`, `CountType`, `nMaxIndex`.
const PLACES: &[&str] = &["offset", "index", "idx", "type", "mode", "id", "pos", "position", "stride", "pitch"];

/// Hungarian for the type of a number, which may stand before that of a count: `ulcItems`, `dwcbData`.
const TYPES: &[&str] = &["ul", "dw", "ui"];

/// What an integer of this name counts.
pub(super) fn unit(name: &str) -> Option<Unit> {
    let words = names::words(name);
    marked(&words).or_else(|| counted(&words)).or_else(|| numbered(&words))
}

/// Whether a number of this name counts bytes: `cbData`, `numBytes`.
pub(super) fn counts_bytes(name: &str) -> bool {
    unit(name) == Some(Unit::Bytes) || names::words(name).last().is_some_and(|last| last == "bytes")
}

/// Whether a number of this name is one of something: `pcItems`, `ItemCount`. Where it only names what there would be so
/// many of (`values`, `StartBytes`), it may as well be those.
fn is_count(name: &str) -> bool {
    let words = names::words(name);
    marked(&words).or_else(|| numbered(&words)).is_some()
}

/// What a mark or a word of its own says.
fn marked(words: &[String]) -> Option<Unit> {
    let first = words.first().filter(|_| !is_place(words))?;
    hungarian(first, &words[1..]).or_else(|| words.iter().find_map(|word| found(WORDS, word)))
}

/// What the name of so many things says at its end.
fn counted(words: &[String]) -> Option<Unit> {
    let [first, .., last] = words else {
        return words.first().and_then(|word| found(LAST_WORDS, word).or_else(|| found(ALONE, word)));
    };
    let alone = || if words.len() == 2 && TYPES.contains(&first.as_str()) { found(ALONE, last) } else { None };
    if is_place(words) { None } else { found(LAST_WORDS, last).or_else(alone) }
}

/// Whether a number is a place, a kind or a unit. `cIds` are still so many.
fn is_place(words: &[String]) -> bool {
    let [first, .., last] = words else { return false };
    let elements = hungarian(first, &words[1..]) == Some(Unit::Elements) && !first.ends_with('n');
    PLACES.contains(&last.as_str()) && !elements
}

fn found(list: &[(&str, Unit)], word: &str) -> Option<Unit> {
    list.iter().find(|(known, _)| *known == word).map(|(_, unit)| *unit)
}

/// What several words say together, or a part of one. `max` and `num` before what there is of, `number` before what it is of, and what is to be done with so many. At the end
/// of a name `Num` is which one: `StreamNum`.
fn numbered(words: &[String]) -> Option<Unit> {
    let pair = |pair: &[String]| match (pair[0].as_str(), pair[1].as_str()) {
        ("max" | "maximum", what) => is_plural(what),
        ("num", _) => true,
        ("number" | "no", of) => of == "of",
        ("to", what) => ["read", "write", "copy", "send"].contains(&what),
        _ => false,
    };
    if is_place(words) {
        return None;
    }
    words.windows(2).any(pair).then_some(Unit::Any).or_else(|| words.iter().find_map(|word| ending(word)))
}

/// What a first word says that is a prefix: of a pointer, of a type, and of a count.
fn hungarian(first: &str, rest: &[String]) -> Option<Unit> {
    let pointed = first.strip_prefix("lp").or_else(|| first.strip_prefix('p'));
    let bare = std::iter::once(first).chain(pointed);
    let typed = |word| TYPES.iter().filter_map(move |ty| str::strip_prefix(word, ty));
    let all = bare.flat_map(|word| std::iter::once(word).chain(typed(word)));
    all.filter_map(|word| match word {
        "c" | "cul" => Some(Unit::Elements),
        // Of any number too: `nIndex`.
        "n" => rest.last().map_or(Some(Unit::Any), |last| is_several(last).then_some(Unit::Elements)),
        "cb" => Some(Unit::Bytes),
        "cch" => Some(Unit::Characters),
        "celt" => Some(Unit::Elements),
        "num" => Some(Unit::Any),
        _ => None,
    })
    .next()
}

/// What a word without capitals says by its beginning or end.
fn ending(word: &str) -> Option<Unit> {
    if OTHER_WORDS.contains(&word) {
        return None;
    }
    if word.starts_with("cch") {
        return Some(Unit::Characters);
    }
    let counted = |prefix: &&str| word.strip_prefix(*prefix).is_some_and(|what| COUNTED.contains(&what));
    if ["c", "n", "num"].iter().any(counted) {
        return Some(Unit::Any);
    }
    ENDINGS.iter().find(|(end, _)| word.ends_with(end)).map(|(_, unit)| *unit)
}

/// Whether there are several of what a word names, where a number of it is given: `nElem`.
fn is_several(word: &str) -> bool {
    is_plural(word) || ["elem", "elt"].contains(&word)
}

/// Whether a word seems to name several things.
fn is_plural(word: &str) -> bool {
    word.len() > 2 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
}

/// What a pointer that nothing counts stands for one of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum One {
    /// A number of so many bits.
    Number(u8),
    /// A record.
    Record,
    /// A string, variant or array of automation's, each of which knows its own size.
    Automation,
    /// A pointer to an interface.
    Interface,
    /// A string that goes in, which its end counts; in memory that is constant, or may be written to.
    Text { constant: bool },
}

impl One {
    /// Whether a count in this unit could be of it.
    fn is_counted_in(self, unit: Unit) -> bool {
        match self {
            Self::Number(16) => true,
            Self::Number(_) | Self::Record => unit != Unit::Characters,
            Self::Automation | Self::Interface => !matches!(unit, Unit::Characters | Unit::Bytes),
            // Of what nobody writes to only its own length can be said.
            Self::Text { constant: true } => matches!(unit, Unit::Characters | Unit::Length | Unit::Bytes),
            Self::Text { constant: false } => unit != Unit::Elements,
        }
    }
}

/// An integer that seems to count, and no attribute says what.
struct Idle<'m> {
    at: usize,
    name: &'m str,
    unit: Unit,
    /// Whether a pointer to it is passed.
    pointer: bool,
}

/// Why a pointer stays raw beside integers: those that could count it.
fn reason(idle: &[Idle<'_>], at: usize, one: One) -> Option<String> {
    let counts: Vec<_> = idle.iter().filter(|count| count.at != at && one.is_counted_in(count.unit)).collect();
    let [Idle { name, pointer, .. }] = counts.as_slice() else {
        let names: Vec<_> = counts.iter().map(|count| count.name).collect();
        let (last, others) = names.split_last()?;
        let names = format!("{} or {last}", others.join(", "));
        return Some(format!(
            "{names} may count it, or all of them, which `size_is` would say; `plain_number` says of each that it does not"
        ));
    };
    let star = if *pointer { "*" } else { "" };
    Some(format!(
        "{name} may count it, which `size_is({star}{name})` would say; `plain_number` on {name} says that it does not"
    ))
}

impl Planner<'_> {
    /// Leaves raw what stands for one value, beside an integer that seems to count it.
    pub(super) fn find_uncounted(&self, method: &model::Method, roles: &mut [Role]) {
        let used = used(method.params.iter());
        let idle: Vec<_> = (0..roles.len())
            .filter(|at| !used.contains(at) && !matches!(roles[*at], Role::Raw(_) | Role::Reserved))
            .filter_map(|at| self.idle(at, &method.params[at]))
            .collect();
        if idle.is_empty() {
            return;
        }
        for (at, param) in method.params.iter().enumerate() {
            // By automation's rule a method returns one value.
            if param.facts.retval || used.contains(&at) {
                continue;
            }
            let Some(one) = self.one(param, &roles[at]) else { continue };
            // What comes out may be a count itself, and so may what goes in and out.
            let goes_in = param.facts.direction == Some(Direction::In);
            if !goes_in && self.is_integer_behind(param) && is_count(&param.head.name) {
                continue;
            }
            if let Some(reason) = reason(&idle, at, one) {
                roles[at] = Role::Raw(reason);
            }
        }
    }

    /// The same of the fields of a record.
    pub(super) fn check_counts(&self, record: &Record) -> Result<(), String> {
        let params = || record.fields.iter().map(|field| &field.param);
        let used = used(params());
        let idle = params().enumerate().filter(|(at, param)| !used.contains(at) && !param.facts.reserved);
        let idle: Vec<_> = idle.filter_map(|(at, param)| self.idle(at, param)).collect();
        for (at, param) in params().enumerate() {
            if idle.is_empty() || used.contains(&at) || param.facts.reserved {
                continue;
            }
            let Some(one) = self.one_of_field(record, param) else { continue };
            if let Some(reason) = reason(&idle, at, one) {
                return Err(format!("{}: {reason}", param.head.name));
            }
        }
        Ok(())
    }

    /// The integer that goes in and seems to count; a parameter's may lie behind a pointer.
    fn idle<'m>(&self, at: usize, param: &'m Param) -> Option<Idle<'m>> {
        let facts = &param.facts;
        // What says what else a number is says that it is no count.
        if facts.plain_number || facts.flags.is_some() {
            return None;
        }
        let (ty, pointer) = match self.model.strip(&param.ty) {
            // An array, whatever it is called, is what is counted.
            Type::Pointer { .. } if !facts.size_is.is_empty() || facts.string => return None,
            Type::Pointer { to, .. } if matches!(facts.direction, Some(Direction::In | Direction::InOut)) => {
                (&**to, true)
            }
            _ => (&param.ty, false),
        };
        let integer = matches!(self.model.strip(ty), Type::Int { .. } | Type::IntPtr { .. });
        let whole = matches!(self.conv(ty, facts), Ok(super::Conv::Same(super::Ty::Prim(_))));
        let unit = unit(&param.head.name).filter(|_| integer && whole)?;
        Some(Idle { at, name: &param.head.name, unit, pointer })
    }

    /// Whether a pointer leads to an integer.
    fn is_integer_behind(&self, param: &Param) -> bool {
        let to = self.target(&param.ty).ok().map(|to| self.model.strip(to));
        matches!(to, Some(Type::Int { .. } | Type::IntPtr { .. }))
    }

    /// What a parameter stands for one of, by what it is seen alone.
    fn one(&self, param: &Param, role: &Role) -> Option<One> {
        let to = self.target(&param.ty).ok();
        // `a[1]` is how C writes that there are some.
        if let Type::Array { of, len: Some(1), .. } = self.model.strip(&param.ty)
            && !matches!(role, Role::Raw(_) | Role::Reserved)
        {
            return Some(self.one_behind(of));
        }
        match role {
            // A reference of C++ is of one value.
            Role::Ref(_) if self.is_reference(&param.ty) => None,
            Role::Ref(_)
            | Role::OutValue(_)
            | Role::InOut(_)
            | Role::Record(role::Record { tail: false, .. })
            | Role::Change(role::Change { list: false, .. }) => to.map(|to| self.one_behind(to)),
            Role::Lent(role::Lent { pointer: true, .. }) | Role::Given(_) | Role::Swapped(_) => Some(One::Automation),
            Role::OutInterface(_) | Role::DynOut(_) => Some(One::Interface),
            Role::Text(_) => Some(One::Text { constant: self.is_constant(&param.ty) }),
            Role::Value(_)
            | Role::Reserved
            | Role::Outer
            | Role::CountIn(_)
            | Role::Slice(_)
            | Role::List(_)
            | Role::Record(_)
            | Role::Lent(_)
            | Role::Name(_)
            | Role::Interface(_)
            | Role::Iid(_)
            | Role::DynIn(_)
            | Role::ListOrOut(_)
            | Role::Change(_)
            | Role::ChangeList(_)
            | Role::Replace(_)
            | Role::Buffer(_)
            | Role::Filled(_)
            | Role::CountOut(_)
            | Role::OutVec(_)
            // Whose memory it is says how much of it there is.
            | Role::OutText(_)
            | Role::OutBox(_)
            | Role::Raw(_) => None,
        }
    }

    fn one_of_field(&self, record: &Record, param: &Param) -> Option<One> {
        let to = self.target(&param.ty).ok()?;
        match self.field_role(record, param).ok()? {
            FieldRole::Slot { .. } | FieldRole::Pointer { .. } | FieldRole::WidePointer { .. } => {
                Some(self.one_behind(to))
            }
            FieldRole::Text { .. } | FieldRole::TextBy { .. } => {
                Some(One::Text { constant: self.is_constant(&param.ty) })
            }
            FieldRole::Value { .. }
            | FieldRole::Counted { .. }
            | FieldRole::ListPointer { .. }
            | FieldRole::Nested { .. }
            | FieldRole::Inline { .. }
            | FieldRole::Interface { .. }
            | FieldRole::Empty => None,
        }
    }

    fn one_behind(&self, to: &Type) -> One {
        match self.model.strip(to) {
            Type::Int { bits, .. } => One::Number(*bits),
            Type::Record(_) => One::Record,
            _ if self.interface_behind(to).is_some() => One::Interface,
            _ => One::Number(32),
        }
    }

    fn is_constant(&self, ty: &Type) -> bool {
        matches!(self.model.strip(ty), Type::Pointer { is_const: true, .. } | Type::Array { is_const: true, .. })
    }

    /// Whether a type is what C++ has a reference for: `REFIID`.
    fn is_reference(&self, ty: &Type) -> bool {
        matches!(ty, Type::Alias(id) if self.model.aliases[*id].head.name.starts_with("REF"))
    }
}

/// The parameters, or fields, that attributes make use of.
fn used<'m>(params: impl Iterator<Item = &'m Param>) -> Vec<usize> {
    let of = |param: &'m Param| {
        let facts = &param.facts;
        let counts = facts.size_is.iter().chain(&facts.length_is).flatten();
        let counts = counts.filter_map(|count| match count.by {
            CountTarget::Index(by) | CountTarget::Deref(by) | CountTarget::Member { of: by, .. } => Some(by),
            CountTarget::Const(_) | CountTarget::Expr => None,
        });
        let others = [facts.iid_is, facts.unicode.as_ref().map(|unicode| unicode.param)];
        let switch = facts.switch_is.as_ref().map(|switch| switch.by);
        counts.chain(others.into_iter().flatten()).chain(switch).map(|by| by as usize).collect::<Vec<_>>()
    };
    params.flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::Unit::{Any, Bytes, Characters, Elements, Length};
    use super::*;

    #[test]
    fn counts() {
        for (unit_, names) in [
            (
                Elements,
                "cElements c celt celtFetched nItems maxItems entries pcItems lpcValues ulcTypes cIds cidl nelems ubound objects dim argc nElem ulProps dwValues params",
            ),
            (Bytes, "cb cbData pcb lpcbData dwcbData StartBytes"),
            (Characters, "cch cchMax pcchName cchbuf ulNumChars"),
            (Length, "len buflen ulLength NameLength"),
            (
                Any,
                "num NumViews num_inputs uNumBuffers n count Count pulCount ncount size bufsize nSize SizeOfBuffer maxBuffers ulMax ulNumber dwNum NoOfParams bytesToRead toRead qty howmany limit nitems cnames numbuffers total number max NumberOfLevels capacity",
            ),
        ] {
            for name in names.split(' ') {
                assert_eq!(unit(name), Some(unit_), "{name}");
            }
        }
    }

    #[test]
    fn other_numbers() {
        let names = "lcid nIndex nMode index cbOffset countType account cx code StreamNum record_num fontsize channel current MaxLevel maxAge id \
            ulFlags dwCookie discount resize BytesPerSample itemsMode numberer build_number dimmer ulLimits to_do readTo no nElementary cmdId celtic";
        for name in names.split_whitespace() {
            assert_eq!(unit(name), None, "{name}");
        }
    }
}
