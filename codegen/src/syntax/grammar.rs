//! Duty: run the parser. Input: an entry rule and the text of one declaration. Output: its tree, or what is wrong, in
//! words that know IDL and not the grammar.

use super::parser::{IdlParser, Rule};
use super::split::{skip_blanks, step, word_end};
use pest::Parser;
use pest::error::{Error, ErrorVariant, InputLocation};
use pest::iterators::Pair;
use std::ops::Range;

/// Why a declaration is not IDL.
#[derive(Debug)]
pub(super) struct Failure {
    /// The token that cannot stand here; empty at the end of the text.
    pub(super) at: Range<usize>,
    /// `expected …, found …`
    pub(super) message: String,
}

/// Parses a range of `text` as a whole.
pub(super) fn parse(rule: Rule, text: &str, range: Range<usize>) -> Result<Pair<'_, Rule>, Failure> {
    let mut pairs = IdlParser::parse(rule, &text[range.clone()]).map_err(|error| explain(&error, text, range.start))?;
    pairs.next().ok_or_else(|| Failure { at: range, message: "expected a declaration".to_owned() })
}

/// What is wrong in the part of `text` that begins at `start`. What stands behind the part is named too: a declaration
/// that lacks its end is followed by what is in its way.
fn explain(error: &Error<Rule>, text: &str, start: usize) -> Failure {
    let (InputLocation::Pos(pos) | InputLocation::Span((pos, _))) = error.location;
    let at = token(text, skip_blanks(text.as_bytes(), start + pos));
    let found = match &text[at.clone()] {
        "" => "the end".to_owned(),
        token => format!("`{}`", shorten(token)),
    };
    let expected = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => expected(positives),
        ErrorVariant::CustomError { message } => message.clone(),
    };
    Failure { at, message: format!("expected {expected}, found {found}") }
}

/// The token at `pos`.
fn token(text: &str, pos: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let Some(first) = text[pos..].chars().next() else { return pos..pos };
    let word = word_end(bytes, pos);
    let end = if word > pos { word } else { step(bytes, pos).max(pos + first.len_utf8()) };
    pos..end
}

fn shorten(token: &str) -> String {
    const LONGEST: usize = 40;
    match token.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &token[..end]),
        None => token.to_owned(),
    }
}

/// Names what the rules stand for: `a type`, `` `;` or `,` ``.
fn expected(rules: &[Rule]) -> String {
    let pick = |wanted: Weight| -> Vec<&'static str> {
        let mut words: Vec<_> = rules
            .iter()
            .map(|rule| describe(*rule))
            .filter(|(weight, _)| *weight == wanted)
            .map(|(_, words)| words)
            .collect();
        words.sort_unstable();
        words.dedup();
        if words.contains(&EXPRESSION) {
            words.retain(|word| !matches!(*word, "a name" | "a string"));
        }
        words
    };
    let words = [Weight::Main, Weight::Likely, Weight::Side].map(pick).into_iter().find(|words| !words.is_empty());
    let words = words.unwrap_or_default();
    match words.as_slice() {
        [] => "something else".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// What begins with a name or a string, among others.
const EXPRESSION: &str = "an expression";

/// How telling it is that a rule was expected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// What the text needs.
    Main,
    /// What it needs where it needs nothing of the first kind.
    Likely,
    /// What it could have as well: told only when there is nothing else to tell.
    Side,
}

/// The words for a rule.
fn describe(rule: Rule) -> (Weight, &'static str) {
    use Weight::{Likely, Main, Side};
    match rule {
        Rule::type_spec | Rule::type_ref | Rule::type_name | Rule::type_word => (Main, "a type"),
        Rule::name | Rule::declarator | Rule::group | Rule::member | Rule::union_name => (Main, "a name"),
        Rule::expr | Rule::number | Rule::reference | Rule::char => (Main, EXPRESSION),
        Rule::field | Rule::property => (Main, "a field"),
        Rule::fields | Rule::enumerators | Rule::arms => (Main, "`{`"),
        Rule::enumerator => (Main, "an enumerator"),
        Rule::param => (Main, "a parameter"),
        Rule::arm | Rule::label | Rule::kw_case | Rule::kw_default => (Main, "`case` or `default`"),
        Rule::attr | Rule::attr_name => (Main, "an attribute"),
        Rule::attr_arg | Rule::attr_args => (Main, "an argument"),
        Rule::uuid_text => (Main, "a uuid"),
        Rule::string => (Main, "a string"),
        Rule::quoted => (Likely, "a string"),
        Rule::EOI => (Main, "the end of the declaration"),
        Rule::semi => (Main, "`;`"),
        Rule::comma => (Main, "`,`"),
        Rule::colon => (Likely, "`:`"),
        Rule::equals => (Main, "`=`"),
        Rule::lparen => (Likely, "`(`"),
        Rule::rparen => (Main, "`)`"),
        Rule::rbracket => (Main, "`]`"),
        Rule::rbrace => (Main, "`}`"),
        Rule::interface_word | Rule::interface_ref => (Main, "`interface` or `dispinterface`"),
        Rule::kw_switch => (Side, "`switch`"),
        Rule::ellipsis => (Side, "`...`"),
        Rule::array | Rule::params | Rule::call_args | Rule::postfix | Rule::range => (Side, "`(` or `[`"),
        Rule::operator => (Side, "an operator"),
        Rule::attr_list => (Side, "attributes"),
        Rule::pointer | Rule::star => (Side, "`*`"),
        Rule::call_conv => (Side, "a calling convention"),
        Rule::qualifier => (Side, "`const`"),
        _ => (Side, "a declaration"),
    }
}
