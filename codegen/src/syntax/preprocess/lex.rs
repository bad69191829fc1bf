//! Duty: cut text into preprocessing tokens. Input: text and a place in it. Output: the kind and the end of the token
//! there. What the scanner, macro bodies, arguments and conditions all agree on.

use crate::source::Span;
use std::sync::Arc;

/// What a byte can begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// Spaces other than line ends.
    Blank,
    /// `\n`
    Newline,
    /// A letter or `_`.
    Letter,
    /// A digit.
    Digit,
    /// `"` or `'`
    Quote,
    /// `/`
    Slash,
    /// `#`
    Hash,
    /// `\`
    Backslash,
    /// A NUL byte.
    Nul,
    /// Everything else.
    Other,
}

static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut table = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => Class::Blank,
            b'\n' => Class::Newline,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'"' | b'\'' => Class::Quote,
            b'/' => Class::Slash,
            b'#' => Class::Hash,
            b'\\' => Class::Backslash,
            0 => Class::Nul,
            _ => Class::Other,
        };
        byte += 1;
    }
    table
}

/// The class of a byte.
pub(super) fn class(byte: u8) -> Class {
    CLASSES[byte as usize]
}

/// The kinds of tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A name.
    Name,
    /// A number in the wide sense of C: a digit and all letters, digits and points after it.
    Number,
    /// A string or character.
    Quoted,
    /// Anything else: one character, or an operator that directives know (`##`, `&&`, `<<` …).
    Punct,
}

/// A token of a macro's body or argument.
#[derive(Clone, Debug)]
pub(super) struct Token {
    owner: Arc<str>,
    start: u32,
    end: u32,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether blanks stand before it.
    pub(super) space: bool,
    /// Whether it is a macro's name that was met inside of that macro's own expansion: it is never expanded again.
    pub(super) painted: bool,
    /// Where it is written, or the expansion that gave it.
    pub(super) span: Span,
}

impl Token {
    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.owner[self.start as usize..self.end as usize]
    }

    /// Whether it is this operator or name.
    pub(super) fn is(&self, text: &str) -> bool {
        self.kind != Kind::Quoted && self.text() == text
    }

    /// The same token, as if written at `span`.
    pub(super) fn at(&self, span: Span) -> Self {
        Self { owner: Arc::clone(&self.owner), span, ..*self }
    }

    /// A token of its own text.
    pub(super) fn new(kind: Kind, text: String, space: bool, span: Span) -> Self {
        let end = text.len() as u32;
        Self { owner: text.into(), start: 0, end, kind, space, painted: false, span }
    }
}

/// The end of the run of letters, digits and `_` from `pos` on.
pub(super) fn word_end(text: &str, pos: usize) -> usize {
    let word = |byte: &u8| !matches!(class(*byte), Class::Letter | Class::Digit);
    text.as_bytes()[pos..].iter().position(word).map_or(text.len(), |length| pos + length)
}

/// The end of the number that begins at `pos`.
pub(super) fn number_end(text: &str, pos: usize) -> usize {
    let part = |byte: &u8| !matches!(class(*byte), Class::Letter | Class::Digit) && *byte != b'.';
    text.as_bytes()[pos..].iter().position(part).map_or(text.len(), |length| pos + length)
}

/// The end of the string or character that begins at `pos`, its closing quote included; `Err` with the end of the line
/// when it does not close.
pub(super) fn quoted_end(text: &str, pos: usize) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let mut at = pos + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\n' => return Err(at),
            b'\\' => at += 1 + continuation(text, at).unwrap_or(1),
            quote if *quote == bytes[pos] => return Ok(at + 1),
            _ => at += 1,
        }
    }
    Err(text.len())
}

/// Whether a token that begins with a quote, or with `L` and a quote, ends with one.
pub(super) fn is_closed(text: &str) -> bool {
    quoted_end(text, usize::from(text.starts_with('L'))).is_ok()
}

/// The length of the line end behind the backslash at `pos`, which it joins to the next line.
pub(super) fn continuation(text: &str, pos: usize) -> Option<usize> {
    match &text.as_bytes()[pos + 1..] {
        [b'\n', ..] => Some(1),
        [b'\r', b'\n', ..] => Some(2),
        _ => None,
    }
}

/// Operators of two characters that conditions and macro bodies know.
const PAIRS: [&str; 9] = ["##", "&&", "||", "<<", ">>", "<=", ">=", "==", "!="];

/// The kind and end of the token at `pos`, where no blank and no comment stands.
pub(super) fn token_at(text: &str, pos: usize) -> (Kind, usize) {
    let rest = &text[pos..];
    match class(text.as_bytes()[pos]) {
        Class::Letter => {
            let end = word_end(text, pos);
            if &text[pos..end] == "L" && text[end..].starts_with(['"', '\'']) {
                return (Kind::Quoted, either(quoted_end(text, end)));
            }
            (Kind::Name, end)
        }
        Class::Digit => (Kind::Number, number_end(text, pos)),
        Class::Quote => (Kind::Quoted, either(quoted_end(text, pos))),
        _ if rest.starts_with("...") => (Kind::Punct, pos + 3),
        _ if PAIRS.iter().any(|pair| rest.starts_with(pair)) => (Kind::Punct, pos + 2),
        _ => (Kind::Punct, pos + rest.chars().next().map_or(1, char::len_utf8)),
    }
}

fn either(result: Result<usize, usize>) -> usize {
    result.unwrap_or_else(|end| end)
}

/// The token at `pos` of `text`, whose first byte has the offset `base`.
pub(super) fn token(text: &Arc<str>, pos: usize, base: u32, space: bool) -> Token {
    let (kind, end) = token_at(text, pos);
    let span = Span::new(base + pos as u32, base + end as u32);
    Token { owner: Arc::clone(text), start: pos as u32, end: end as u32, kind, space, painted: false, span }
}

/// All tokens of `text`, which has no comments.
pub(super) fn tokens(text: &str, base: u32) -> Vec<Token> {
    let text: Arc<str> = text.into();
    let mut list = Vec::new();
    let (mut pos, mut space) = (0, false);
    while pos < text.len() {
        if matches!(class(text.as_bytes()[pos]), Class::Blank | Class::Newline) {
            (pos, space) = (pos + 1, true);
            continue;
        }
        let token = token(&text, pos, base, space);
        (pos, space) = (token.end as usize, false);
        list.push(token);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_into_tokens() {
        let list = tokens("a1 + 0x1F.5##L\"x\\\"y\" 'c'<<=...é", 0);
        let texts: Vec<&str> = list.iter().map(Token::text).collect();
        assert_eq!(texts, ["a1", "+", "0x1F.5", "##", "L\"x\\\"y\"", "'c'", "<<", "=", "...", "é"]);
        assert!(list[1].space && !list[3].space);
    }

    #[test]
    fn quotes_end_with_their_line() {
        assert_eq!(quoted_end("\"ab\" c", 0), Ok(4));
        assert_eq!(quoted_end("\"ab\nc\"", 0), Err(3));
        assert_eq!(quoted_end("\"a\\", 0), Err(3));
        assert_eq!(quoted_end("\"a\\\nb\"", 0), Ok(6));
    }
}
