//! Duty: find where declarations end, without understanding them. Input: preprocessed text. Output: one [`Chunk`] per
//! declaration, each of which is then parsed alone, so that a broken one does no harm to its neighbours.
//!
//! A declaration ends at its semicolon outside of braces, or, if it has a body of declarations, at the closing brace.

use std::ops::Range;

/// A declaration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Chunk {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What it looks like.
    pub(super) shape: Shape,
}

/// What a declaration looks like from outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// One without a body of declarations.
    Simple,
    /// An interface, library and the like with the text between its braces. `closed` is false where the closing brace
    /// is missing.
    Container { body: Range<usize>, closed: bool },
    /// A construct of WinRT, by the words that begin it.
    Foreign(Range<usize>),
    /// A closing brace that closes nothing.
    Stray,
    /// One with a brace that is never closed, at this place.
    Unclosed(usize),
}

impl Shape {
    /// Whether a brace is open at the end.
    pub(super) fn is_unclosed(&self) -> bool {
        matches!(self, Self::Unclosed(_) | Self::Container { closed: false, .. })
    }
}

/// Declarations in a row.
#[derive(Debug)]
pub(super) struct Share<'c> {
    /// One at least.
    pub(super) chunks: &'c [Chunk],
    /// Whether they are whole, of no foreign language, and together not much longer than a share is to be.
    pub(super) is_plain: bool,
}

/// Cuts declarations into shares of about `size` bytes. Those that are longer, or not plain, are shares of their own.
pub(super) fn shares(chunks: &[Chunk], size: usize) -> impl Iterator<Item = Share<'_>> {
    let is_plain = move |chunk: &Chunk| {
        let whole = matches!(chunk.shape, Shape::Simple | Shape::Container { closed: true, .. });
        whole && chunk.range.len() <= size
    };
    let mut length = 0;
    let rows = chunks.chunk_by(move |one, next| {
        length += one.range.len();
        let goes_on = length < size && is_plain(one) && is_plain(next);
        length *= usize::from(goes_on);
        goes_on
    });
    rows.map(move |chunks| Share { chunks, is_plain: chunks.first().is_some_and(is_plain) })
}

/// Words before a body of declarations.
const CONTAINERS: [&str; 5] = ["interface", "dispinterface", "coclass", "library", "module"];
/// Words that only WinRT declarations begin with.
const FOREIGN: [&str; 6] = ["namespace", "runtimeclass", "apicontract", "delegate", "declare", "attributeclass"];
/// Words of declarations that end at a parenthesis.
const CALLS: [&str; 3] = ["cpp_quote", "importlib", "midl_pragma"];
/// Words that begin a line only where a new declaration begins.
const OPENERS: [&str; 8] =
    ["interface", "dispinterface", "coclass", "library", "module", "typedef", "import", "cpp_quote"];

/// The first declaration in `within`; `None` where only blanks and semicolons are left.
pub(super) fn next(text: &str, within: Range<usize>) -> Option<Chunk> {
    let bytes = &text.as_bytes()[..within.end];
    let skipped = bytes[within.start..].iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b';')?;
    let start = within.start + skipped;
    if bytes[start] == b'}' {
        return Some(Chunk { range: start..start + 1, shape: Shape::Stray });
    }
    let at = after_attributes(bytes, start);
    let word = &text[at..word_end(bytes, at)];
    let (end, shape) = if FOREIGN.contains(&word) && names_something(bytes, at + word.len()) {
        foreign(bytes, at)
    } else if CONTAINERS.contains(&word) {
        container(text, bytes, at)
    } else if CALLS.contains(&word) {
        (call_end(bytes, at), Shape::Simple)
    } else {
        simple(text, bytes, at)
    };
    Some(Chunk { range: start..end, shape })
}

/// A declaration up to its semicolon.
fn simple(text: &str, bytes: &[u8], at: usize) -> (usize, Shape) {
    let mut open = Vec::new();
    for (pos, mark) in Marks::new(bytes, at, &ENDS) {
        match mark {
            b'{' => open.push(pos),
            b'}' if open.pop().is_none() => return (pos, Shape::Simple),
            b';' if open.is_empty() => return (pos + 1, Shape::Simple),
            _ => {}
        }
    }
    match open.first() {
        Some(brace) => (recover(text, bytes, *brace), Shape::Unclosed(*brace)),
        None => (bytes.len(), Shape::Simple),
    }
}

/// Where a declaration seems to begin after the unclosed brace at `brace`.
fn recover(text: &str, bytes: &[u8], brace: usize) -> usize {
    let mut pos = brace;
    while let Some(length) = bytes[pos..].iter().position(|byte| *byte == b'\n') {
        let line = pos + length + 1;
        let first = skip_blanks(bytes, line);
        if bytes.get(line) == Some(&b'[') || OPENERS.contains(&&text[first..word_end(bytes, first)]) {
            return line;
        }
        pos = line;
    }
    bytes.len()
}

/// `interface` and the like: a body, a forward declaration, or merely the type of a function.
fn container(text: &str, bytes: &[u8], at: usize) -> (usize, Shape) {
    let stop = bytes[at..].iter().position(|byte| b"{;(*=,)<".contains(byte)).map_or(bytes.len(), |length| at + length);
    let head = &text[at..stop];
    match bytes.get(stop) {
        Some(b'<') => foreign(bytes, at),
        _ if head.split_ascii_whitespace().nth(2) == Some("requires") => foreign(bytes, at),
        Some(b'{') => {
            let (close, closed) = close_brace(bytes, stop);
            let end = if closed { close + 1 } else { close };
            (end, Shape::Container { body: stop + 1..close, closed })
        }
        _ => simple(text, bytes, at),
    }
}

/// A construct of WinRT, up to its semicolon or the end of its braces.
fn foreign(bytes: &[u8], at: usize) -> (usize, Shape) {
    let name = skip_blanks(bytes, word_end(bytes, at));
    let name_end = bytes[name..].iter().position(|byte| !is_word(*byte) && *byte != b'.');
    let words = at..name_end.map_or(bytes.len(), |length| (name + length).max(word_end(bytes, at)));
    for (pos, mark) in Marks::new(bytes, at, &ENDS) {
        match mark {
            b';' => return (pos + 1, Shape::Foreign(words)),
            b'{' => {
                let (close, closed) = close_brace(bytes, pos);
                return (close + usize::from(closed), Shape::Foreign(words));
            }
            _ => {}
        }
    }
    (bytes.len(), Shape::Foreign(words))
}

/// Whether a name or a brace follows: `delegate` and the like are plain names elsewhere.
fn names_something(bytes: &[u8], at: usize) -> bool {
    bytes.get(skip_blanks(bytes, at)).is_some_and(|byte| is_word(*byte) || *byte == b'{')
}

/// The brace that closes the one at `open`, and whether there is one.
fn close_brace(bytes: &[u8], open: usize) -> (usize, bool) {
    let mut depth = 0_usize;
    for (pos, mark) in Marks::new(bytes, open, &BRACES) {
        match mark {
            b'{' => depth += 1,
            _ if depth == 1 => return (pos, true),
            _ => depth -= 1,
        }
    }
    (bytes.len(), false)
}

/// The end of `word(…)`, with the semicolon that may follow.
fn call_end(bytes: &[u8], at: usize) -> usize {
    let mut depth = 0_usize;
    for (pos, mark) in Marks::new(bytes, at, &CALL_ENDS) {
        match mark {
            b'(' => depth += 1,
            b')' if depth <= 1 => {
                let after = skip_blanks(bytes, pos + 1);
                return if bytes.get(after) == Some(&b';') { after + 1 } else { pos + 1 };
            }
            b')' => depth -= 1,
            _ if depth == 0 => return pos + 1,
            _ => {}
        }
    }
    bytes.len()
}

/// The place after the attribute lists that begin at `start`. A list that does not close ends nothing: the parser will
/// say so.
fn after_attributes(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while bytes.get(at) == Some(&b'[') {
        match close_bracket(bytes, at) {
            Some(close) => at = skip_blanks(bytes, close + 1),
            None => return start,
        }
    }
    at
}

fn close_bracket(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (pos, mark) in Marks::new(bytes, open, &LIST_ENDS) {
        match mark {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(pos),
            b']' => depth -= 1,
            _ => return None,
        }
    }
    None
}

/// A set of characters, and the quotes.
pub(super) type Set = [bool; 256];

static ENDS: Set = set(b"{};");
static BRACES: Set = set(b"{}");
static CALL_ENDS: Set = set(b"();");
static LIST_ENDS: Set = set(b"[];");

/// The set of `chars`.
pub(super) const fn set(chars: &[u8]) -> Set {
    let mut table = [false; 256];
    let mut index = 0;
    while index < chars.len() {
        table[chars[index] as usize] = true;
        index += 1;
    }
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table
}

/// The places of the characters of a set, outside of strings.
pub(super) struct Marks<'t> {
    bytes: &'t [u8],
    pos: usize,
    set: &'static Set,
}

impl<'t> Marks<'t> {
    /// The places from `pos` on.
    pub(super) fn new(bytes: &'t [u8], pos: usize, set: &'static Set) -> Self {
        Self { bytes, pos, set }
    }
}

impl Iterator for Marks<'_> {
    type Item = (usize, u8);

    fn next(&mut self) -> Option<(usize, u8)> {
        loop {
            let length = self.bytes.get(self.pos..)?.iter().position(|byte| self.set[*byte as usize])?;
            let at = self.pos + length;
            self.pos = step(self.bytes, at);
            if !matches!(self.bytes[at], b'"' | b'\'') {
                return Some((at, self.bytes[at]));
            }
        }
    }
}

/// The place after the character, or the whole string, at `pos`.
pub(super) fn step(bytes: &[u8], pos: usize) -> usize {
    match bytes[pos] {
        b'"' | b'\'' => string_end(bytes, pos).unwrap_or_else(|end| end),
        _ => pos + 1,
    }
}

/// The end of the string at `pos`, its closing quote included; `Err` with the end of the line where it does not close.
fn string_end(bytes: &[u8], pos: usize) -> Result<usize, usize> {
    let mut at = pos + 1;
    while at < bytes.len() && bytes[at] != b'\n' {
        match bytes[at] {
            b'\\' => at += if bytes[at..].starts_with(b"\\\r\n") { 3 } else { 2 },
            byte if byte == bytes[pos] => return Ok(at + 1),
            _ => at += 1,
        }
    }
    Err(at.min(bytes.len()))
}

/// Whether a string begins at `pos` that does not end on its line: the preprocessor told of it.
pub(super) fn is_open_string(bytes: &[u8], pos: usize) -> bool {
    let quote = pos + usize::from(bytes.get(pos) == Some(&b'L'));
    matches!(bytes.get(quote), Some(b'"' | b'\'')) && string_end(bytes, quote).is_err()
}

pub(super) fn skip_blanks(bytes: &[u8], pos: usize) -> usize {
    bytes[pos..].iter().position(|byte| !byte.is_ascii_whitespace()).map_or(bytes.len(), |length| pos + length)
}

pub(super) fn word_end(bytes: &[u8], pos: usize) -> usize {
    bytes[pos..].iter().position(|byte| !is_word(*byte)).map_or(bytes.len(), |length| pos + length)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(text: &str) -> Vec<(&str, Shape)> {
        let (mut list, mut pos) = (Vec::new(), 0);
        while let Some(chunk) = next(text, pos..text.len()) {
            pos = chunk.range.end;
            list.push((&text[chunk.range], chunk.shape));
        }
        list
    }

    fn texts(text: &str) -> Vec<&str> {
        chunks(text).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn declarations_end_at_their_semicolon() {
        assert_eq!(
            texts(" import \"a;b\"; ; typedef struct { int a; } A; cpp_quote(\"};\") midl_pragma w(d: 1)\nint f();"),
            ["import \"a;b\";", "typedef struct { int a; } A;", "cpp_quote(\"};\")", "midl_pragma w(d: 1)", "int f();"]
        );
    }

    #[test]
    fn a_missing_parenthesis_costs_one_declaration() {
        assert_eq!(texts("int f([in int a; int g();"), ["int f([in int a;", "int g();"]);
    }

    #[test]
    fn bodies_are_found() {
        let text = "[object] interface A : B { int f(); }; interface C; interface D *f();";
        let [(_, Shape::Container { body, closed: true }), forward, function] = &chunks(text)[..] else {
            panic!("{:?}", chunks(text))
        };
        assert_eq!(&text[body.clone()], " int f(); ");
        assert_eq!((forward, function), (&("interface C;", Shape::Simple), &("interface D *f();", Shape::Simple)));
    }

    #[test]
    fn winrt_is_told_apart() {
        for text in ["namespace A.B { interface C {} }", "delegate HRESULT F();", "interface I<T> : J { }"] {
            assert!(matches!(&chunks(text)[..], [(whole, Shape::Foreign(_))] if *whole == text), "{:?}", chunks(text));
        }
        assert_eq!(chunks("delegate *f();")[0].1, Shape::Simple);
    }

    #[test]
    fn braces_that_do_not_match() {
        let list = chunks("struct A { int a;\ninterface B { int f(); }\n");
        assert!(matches!(list[0].1, Shape::Unclosed(9)));
        assert!(matches!(list[1].1, Shape::Container { closed: true, .. }));
        assert_eq!(chunks("int f(); }")[1].1, Shape::Stray);
    }
}
