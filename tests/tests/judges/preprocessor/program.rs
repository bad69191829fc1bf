//! Duty: programs for preprocessors, made at random. Input: random numbers. Output: a text that defines macros, chooses
//! by conditions, and has declarations `cpp_quote` that hold, as strings, what became of macros.

use fastrand::Rng;
use std::fmt::Write as _;

/// Makes a string of what its arguments become.
const QUOTING: &str = "#define QUOTE_(...) #__VA_ARGS__\n#define QUOTE(...) QUOTE_(__VA_ARGS__)\n";

/// Names of macros, so few that they are defined again and name each other and themselves.
const OBJECTS: [&str; 5] = ["A", "B", "C", "D", "E"];
/// Those of one parameter, of two, and of any number.
const ONE: [&str; 3] = ["F", "G", "H"];
const TWO: [&str; 2] = ["P", "Q"];
const ANY: &str = "V";
/// Tokens that mean nothing.
const TOKENS: [&str; 14] = ["x", "y1", "7", "0x1F", "1.5", "\"s t\"", "'c'", "+", "-", "*", "==", "[", "]", ";"];

/// A program of some lines.
pub(crate) fn program(rng: &mut Rng) -> String {
    let mut text = QUOTING.to_owned();
    for _ in 0..rng.usize(4..16) {
        match rng.u8(..10) {
            0..4 => define(&mut text, rng),
            4 => condition(&mut text, rng),
            5 => drop(writeln!(text, "#undef {}", word(&OBJECTS, rng))),
            _ => quote(&mut text, rng),
        }
    }
    text
}

fn quote(text: &mut String, rng: &mut Rng) {
    let _ = writeln!(text, "cpp_quote(QUOTE({}))", row(rng, 3, &[]));
}

fn define(text: &mut String, rng: &mut Rng) {
    let (head, params): (String, &[&str]) = match rng.u8(..8) {
        0..4 => (word(&OBJECTS, rng).to_owned(), &[]),
        4 | 5 => (format!("{}(a)", word(&ONE, rng)), &["a"]),
        6 => (format!("{}(a, b)", word(&TWO, rng)), &["a", "b"]),
        _ => (format!("{ANY}(a, ...)"), &["a", "__VA_ARGS__"]),
    };
    let name = head.split('(').next().unwrap_or(&head);
    let _ = writeln!(text, "#undef {name}\n#define {head} {}", row(rng, 2, params));
}

fn condition(text: &mut String, rng: &mut Rng) {
    let _ = writeln!(text, "#if {}", value(rng, 3));
    quote(text, rng);
    if rng.bool() {
        let _ = writeln!(text, "#elif {}", value(rng, 2));
        quote(text, rng);
    }
    text.push_str("#else\n");
    quote(text, rng);
    text.push_str("#endif\n");
}

/// An integer expression without a division by zero.
fn value(rng: &mut Rng, depth: usize) -> String {
    const OPERATORS: [&str; 16] =
        ["+", "-", "*", "|", "&", "^", "<<", "<", ">", "<=", ">=", "==", "!=", "&&", "||", ">>"];
    if depth == 0 {
        return match rng.u8(..4) {
            0 => format!("defined {}", word(&OBJECTS, rng)),
            1 => format!("defined({})", word(&ONE, rng)),
            2 => "unknown".to_owned(),
            _ => rng.u8(..60).to_string(),
        };
    }
    let next = depth - 1;
    match rng.u8(..7) {
        0 => format!("!{}", value(rng, 0)),
        1 => format!("~({})", value(rng, next)),
        2 => format!("({} ? {} : {})", value(rng, next), value(rng, next), value(rng, next)),
        3 => format!("({} / {})", value(rng, next), rng.u8(1..9)),
        4 => format!("({} % {})", value(rng, next), rng.u8(1..9)),
        5 => format!("(({}) << {})", value(rng, next), rng.u8(..8)),
        _ => {
            let operator = OPERATORS[rng.usize(..OPERATORS.len())];
            // What is shifted by is small and not negative.
            let right = if matches!(operator, "<<" | ">>") { rng.u8(..8).to_string() } else { value(rng, next) };
            format!("({} {operator} {right})", value(rng, next))
        }
    }
}

/// Tokens, names and calls of macros in a row. In a macro's body parameters stand there too, quoted or pasted.
fn row(rng: &mut Rng, depth: usize, params: &[&str]) -> String {
    let count = rng.usize(1..5);
    let pieces: Vec<String> = (0..count).map(|_| piece(rng, depth, params)).collect();
    pieces.join(if rng.bool() { " " } else { "  " })
}

fn piece(rng: &mut Rng, depth: usize, params: &[&str]) -> String {
    let next = depth.saturating_sub(1);
    match rng.u8(..12) {
        0..3 if !params.is_empty() => word(params, rng).to_owned(),
        3 if !params.is_empty() => format!("#{}", word(params, rng)),
        4 if !params.is_empty() => format!("x ## {}", word(params, rng)),
        5 if !params.is_empty() => format!("{} ## 1", params[0]),
        0..4 => word(&OBJECTS, rng).to_owned(),
        4 | 5 if depth > 0 => format!("{}({})", word(&ONE, rng), argument(rng, next, params)),
        6 if depth > 0 => {
            format!("{} ({}, {})", word(&TWO, rng), argument(rng, next, params), argument(rng, next, params))
        }
        7 if depth > 0 => format!("{ANY}({}, {}, y)", argument(rng, next, params), argument(rng, next, params)),
        8 => format!("({})", word(&TOKENS, rng)),
        9 => word(&ONE, rng).to_owned(),
        _ => word(&TOKENS, rng).to_owned(),
    }
}

/// What can be pasted and quoted as well: it begins and ends with a word.
fn argument(rng: &mut Rng, depth: usize, params: &[&str]) -> String {
    match rng.u8(..4) {
        0 if depth > 0 => format!("x {} y1", row(rng, depth - 1, params)),
        1 => word(&OBJECTS, rng).to_owned(),
        2 => format!("x ({}, y1) y1", word(&OBJECTS, rng)),
        _ => "x".to_owned(),
    }
}

fn word<'w>(words: &[&'w str], rng: &mut Rng) -> &'w str {
    words[rng.usize(..words.len())]
}
