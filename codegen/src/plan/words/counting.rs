//! What names of integers say of counts, and names of pointers of several things: the words, and nothing of what follows.

use crate::names;

/// What an integer counts, as far as its name says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
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

/// What there may be several of in one number.
const SETS: &[&str] = &["flags", "options", "capabilities", "caps", "attributes", "bits", "states", "styles"];

/// What is measured rather than listed: a number of this name is how many there are.
const MEASURES: &[&str] = &["bytes", "chars", "characters", "samples", "frames"];

/// Names of counts of something that they do not say, after the pointer's and the number's type.
const BARE: &[&str] = &["count", "num", "n", "c"];

/// Last words of numbers that say what was done with so many: `samplesWritten`.
const DONE: &[&str] = &["written", "copied", "read", "fetched", "processed", "transferred", "returned", "received"];

/// Hungarian for elements, between that for an array and a name: `rgdwIds`, `prgpInfo`. Not among them are the `b` of a color,
/// the `n` of a region and the `f` of flags.
const ELEMENTS: &[&str] =
    &["", "p", "pp", "elt", "var", "id", "guid", "w", "dw", "ul", "u", "ui", "i", "l", "ll", "fl", "dbl"];

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
pub(crate) fn unit(name: &str) -> Option<Unit> {
    let words = names::words(name);
    marked(&words).or_else(|| counted(&words)).or_else(|| numbered(&words))
}

/// Whether a number of this name counts bytes: `cbData`, `numBytes`.
pub(crate) fn counts_bytes(name: &str) -> bool {
    unit(name) == Some(Unit::Bytes) || names::words(name).last().is_some_and(|last| last == "bytes")
}

/// Whether a number of this name is one of something: `pcItems`, `ItemCount`. Where it only names what there would be so
/// many of (`values`, `StartBytes`), it may as well be those.
pub(crate) fn is_count(name: &str) -> bool {
    let words = names::words(name);
    let is_done = words.last().is_some_and(|last| DONE.contains(&last.as_str()));
    is_done || marked(&words).or_else(|| numbered(&words)).is_some()
}

/// What an integer of this name counts that is changed beside what comes out: `nPin`, `puiRanges`. By itself such a name says
/// nothing.
pub(crate) fn changed_unit(name: &str) -> Option<Unit> {
    let words = names::words(name);
    let (first, last) = (words.first()?, words.last()?);
    let numbered = words.len() > 1 && ["n", "pn", "lpn"].contains(&first.as_str());
    (!is_place(&words) && (numbered || are_several(last))).then_some(Unit::Elements)
}

/// Whether a number of this name is one of something that the name does not say: `pCount`, `pdwNum`, `pn`.
pub(crate) fn is_bare_count(name: &str) -> bool {
    let words = names::words(name);
    match words.as_slice() {
        [word] => {
            BARE.iter().any(|bare| word.strip_suffix(bare).is_some_and(|before| ["", "p", "lp"].contains(&before)))
        }
        [before, word] => is_type(before) && BARE.contains(&word.as_str()),
        _ => false,
    }
}

/// Whether the name of a pointer says that there are several of what comes out: `pCodes`. Of flags there are in one number,
/// and of frames one number says how many there are.
pub(crate) fn names_several(name: &str, is_number: bool) -> bool {
    let words = names::words(name);
    words.last().is_some_and(|last| are_several(last) && !(is_number && MEASURES.contains(&last.as_str())))
}

/// Whether the name of a pointer begins as those of arrays do: `rgItems`, `prgdwIds`, `apPin`.
pub(crate) fn says_array(name: &str) -> bool {
    let words = names::words(name);
    let Some((first, rest)) = words.split_first() else { return false };
    let bare = first.strip_prefix("lp").or_else(|| first.strip_prefix('p')).unwrap_or(first);
    let of = bare.strip_prefix("rg").filter(|of| ELEMENTS.contains(of));
    of.is_some_and(|of| !rest.is_empty() || !of.is_empty()) || first == "ap" && !rest.is_empty()
}

/// Whether the name of a pointer to a number ends as those of arrays do: `pwStreamNumArray`.
pub(crate) fn names_array(name: &str) -> bool {
    names::words(name).last().is_some_and(|last| last == "array")
}

/// Whether a number that is changed is one of several by its name: `Vals`; of fractions, which count nothing and are no
/// sets, any plural says so.
pub(crate) fn names_values(name: &str, is_float: bool) -> bool {
    let words = names::words(name);
    words.last().is_some_and(|last| is_float && is_plural(last) || ["vals", "values"].contains(&last.as_str()))
        && !is_count(name)
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

/// Whether a word names several things, each in a number of its own.
fn are_several(word: &str) -> bool {
    is_plural(word) && !SETS.contains(&word)
}

/// Whether a word is Hungarian for a pointer and the number's type: `p`, `lp`, `pdw`.
fn is_type(word: &str) -> bool {
    let bare = word.strip_prefix("lp").or_else(|| word.strip_prefix('p')).unwrap_or(word);
    ["", "u", "l", "i", "n"].contains(&bare) || TYPES.contains(&bare)
}

/// Whether a word seems to name several things.
fn is_plural(word: &str) -> bool {
    word.len() > 2 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
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
    fn what_is_called_an_array() {
        for name in "rgItems prgdwIds lprgCodes apPin rgpInfo prgelt rgelt rgguidKeys".split(' ') {
            assert!(says_array(name), "{name}");
        }
        for name in "rg rguidKey rgfInOut rgbColor rgnUpdate argument apply ap paper range apartment prg".split(' ') {
            assert!(!says_array(name), "{name}");
        }
        assert!(names_array("pwStreamNumArray") && !names_array("pArrayIndex"));
        assert!(names_values("Vals", false) && names_values("pPoints", true) && !names_values("pPoints", false));
        assert!(!names_values("pcValues", false) && !names_values("radius", true));
    }

    #[test]
    fn what_counts_where_it_is_changed() {
        for name in "nPin pnPin puiRanges entries".split(' ') {
            assert_eq!(changed_unit(name), Some(Elements), "{name}");
        }
        for name in "nIndex n pdwFlags Options plId pcx pStatus value".split(' ') {
            assert_eq!(changed_unit(name), None, "{name}");
        }
    }

    #[test]
    fn counts_of_what_they_do_not_say() {
        for name in "pCount count Num pn n pc lpcount pdwCount pulNum puiCount".split(' ') {
            assert!(is_bare_count(name), "{name}");
        }
        for name in "pcItems pCodeCount account an pcb countOf pIn pin p pdw hr".split(' ') {
            assert!(!is_bare_count(name), "{name}");
        }
        assert!("pCodes items".split(' ').all(|name| names_several(name, true)) && names_several("frames", false));
        assert!(!"pdwFlags status address p frames".split(' ').any(|name| names_several(name, true)));
    }

    #[test]
    fn what_was_done_with_so_many_is_a_count() {
        assert!("samplesWritten pulRead copied BytesReturned pcItems".split(' ').all(is_count));
        assert!(!"values entries points reader".split(' ').any(is_count));
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
