//! Duty: change a text at random. Input: a corpus and random numbers. Output: one of its texts, changed.

use super::corpus::Corpus;
use fastrand::Rng;
use std::ops::Range;

/// What can be done to a text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Some tokens are missing.
    Delete,
    /// Some tokens stand there many times.
    Repeat,
    /// Two tokens have changed places.
    Swap,
    /// A token of another text, or an extreme one, stands in the place of one.
    Replace,
    /// The end is missing.
    Truncate,
    /// Some bytes are random.
    Bytes,
    /// The end is that of another text.
    Splice,
}

impl Kind {
    pub(crate) const ALL: [Self; 7] =
        [Self::Delete, Self::Repeat, Self::Swap, Self::Replace, Self::Truncate, Self::Bytes, Self::Splice];
}

/// Tokens that texts seldom hold.
const EXTREMES: [&str; 30] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ",",
    "*",
    "\"",
    "'",
    "/*",
    "*/",
    "//",
    "\\\n",
    "\0",
    "é",
    "...",
    "?",
    ":",
    "-1",
    "0",
    "1.5e999",
    "0xFFFFFFFFFFFFFFFF",
    "18446744073709551616",
    "sizeof(long)",
    "\n#if 1\n",
    "\n#endif\n",
    "\n#define long (long\n",
    "\n#pragma pack(push, 3)\n",
];

/// A text of the corpus after some changes of one kind.
pub(crate) fn mutate(corpus: &Corpus, rng: &mut Rng) -> (String, Kind) {
    let kind = Kind::ALL[rng.usize(..Kind::ALL.len())];
    let mut text = (*rng.choice(&corpus.texts).expect("a text")).to_owned();
    for _ in 0..rng.usize(1..4) {
        let tokens = tokens(&text);
        if !tokens.is_empty() {
            text = change(&text, &tokens, kind, corpus, rng);
        }
    }
    (text, kind)
}

/// A text of the corpus in which a word stands in the place of another one: of all changes that which is accepted most often.
pub(crate) fn reword(corpus: &Corpus, rng: &mut Rng) -> String {
    let text = *rng.choice(&corpus.texts).expect("a text");
    let from = if rng.bool() { text } else { *rng.choice(&corpus.texts).expect("a text") };
    let (place, word) = (word_of(text, rng), word_of(from, rng));
    format!("{}{}{}", &text[..place.start], &from[word], &text[place.end..])
}

fn word_of(text: &str, rng: &mut Rng) -> Range<usize> {
    let mut words = tokens(text);
    words.retain(|token| text[token.clone()].starts_with(char::is_alphabetic));
    rng.choice(words).unwrap_or(0..0)
}

fn change(text: &str, tokens: &[Range<usize>], kind: Kind, corpus: &Corpus, rng: &mut Rng) -> String {
    let first = rng.usize(..tokens.len());
    let at = tokens[first].start;
    let end = tokens[(first + rng.usize(..12)).min(tokens.len() - 1)].end;
    match kind {
        Kind::Delete => format!("{}{}", &text[..at], &text[end..]),
        Kind::Repeat => {
            let piece = format!("{} ", &text[at..end]).repeat(rng.usize(1..200));
            format!("{}{piece}{}", &text[..at], &text[at..])
        }
        Kind::Swap => {
            let (low, high) = ordered(first, rng.usize(..tokens.len()));
            let (low, high) = (tokens[low].clone(), tokens[high].clone());
            let between = text.get(low.end..high.start).unwrap_or("");
            format!("{}{}{between}{}{}", &text[..low.start], &text[high.clone()], &text[low], &text[high.end..])
        }
        Kind::Replace => {
            let with = if rng.bool() { *rng.choice(&EXTREMES).expect("a token") } else { token_of(corpus, rng) };
            format!("{}{with}{}", &text[..at], &text[tokens[first].end..])
        }
        Kind::Truncate => text[..at].to_owned(),
        Kind::Bytes => bytes(text, at, rng),
        Kind::Splice => {
            let other = *rng.choice(&corpus.texts).expect("a text");
            let from = other.floor_char_boundary(rng.usize(..=other.len()));
            format!("{}{}", &text[..at], &other[from..])
        }
    }
}

fn ordered(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}

fn token_of(corpus: &Corpus, rng: &mut Rng) -> &'static str {
    let text: &'static str = rng.choice(&corpus.texts).expect("a text");
    let tokens = tokens(text);
    rng.choice(&tokens).map_or("", |token| &text[token.clone()])
}

/// Random bytes from `at` on, as the nearest UTF-8.
fn bytes(text: &str, at: usize, rng: &mut Rng) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let end = (at + rng.usize(1..16)).min(bytes.len());
    rng.fill(&mut bytes[at..end]);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Words, and characters that are no part of one.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (mut list, mut at) = (Vec::new(), 0);
    while let Some(first) = text[at..].chars().next() {
        let word = text[at..].find(|c| !is_word(c)).unwrap_or(text.len() - at);
        let end = at + if is_word(first) { word } else { first.len_utf8() };
        if !first.is_whitespace() {
            list.push(at..end);
        }
        at = end;
    }
    list
}
