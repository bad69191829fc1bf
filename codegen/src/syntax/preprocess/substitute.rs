//! Duty: put arguments in the place of parameters. Input: a macro's body and its arguments. Output: the tokens that
//! take the place of the call, not yet expanded again.

use super::lex::{self, Kind, Token};
use super::macros::Params;
use crate::source::Span;

/// An argument, as written and with its macros expanded.
pub(super) struct Argument {
    raw: Vec<Token>,
    expanded: Vec<Token>,
    /// How long it can become as a string.
    length: usize,
}

impl Argument {
    pub(super) fn new(raw: Vec<Token>, expanded: Vec<Token>) -> Self {
        let length = raw.iter().map(|token| 2 * token.text().len() + 1).sum();
        Self { raw, expanded, length }
    }
}

/// The parameters of a macro and the arguments of a call.
pub(super) type Call<'c> = Option<(&'c Params, &'c [Argument])>;

/// Tokens that `##` makes are at most this long; longer ones stay apart.
const MAX_PASTED: usize = 1 << 10;

fn argument<'c>(token: &Token, call: Call<'c>) -> Option<&'c Argument> {
    let (params, arguments) = call.filter(|_| token.kind == Kind::Name)?;
    params.names.iter().position(|name| name == token.text()).and_then(|index| arguments.get(index))
}

/// How many tokens [`substitute`] gives at the most, and how many bytes of text its strings have.
pub(super) fn cost(body: &[Token], call: Call<'_>) -> (usize, usize) {
    let (mut count, mut made) = (0_usize, 0_usize);
    for (index, token) in body.iter().enumerate() {
        let Some(argument) = argument(token, call) else {
            count = count.saturating_add(1);
            continue;
        };
        count = count.saturating_add(argument.raw.len().max(argument.expanded.len()));
        if index > 0 && body[index - 1].is("#") {
            made = made.saturating_add(argument.length);
        }
    }
    (count, made)
}

/// The body of an object-like macro, or of a function-like one with its arguments. All tokens that the body itself
/// gives have the span of the expansion. Also tells how many bytes of text were pasted.
pub(super) fn substitute(body: &[Token], call: Call<'_>, expansion: Span) -> (Vec<Token>, usize) {
    let mut out: Vec<Token> = Vec::with_capacity(body.len());
    let (mut index, mut text) = (0, 0);
    while let Some(token) = body.get(index) {
        let pasted = index > 0 && body[index - 1].is("##");
        let pastes = body.get(index + 1).is_some_and(|next| next.is("##"));
        let quoted = body.get(index + 1).filter(|_| token.is("#")).and_then(|next| argument(next, call));
        let (mut piece, length) = match (quoted, argument(token, call)) {
            (Some(quoted), _) => (vec![stringize(&quoted.raw, expansion)], 2),
            (_, Some(argument)) if pasted || pastes => (argument.raw.clone(), 1),
            (_, Some(argument)) => (argument.expanded.clone(), 1),
            _ if token.is("##") && index > 0 && index + 1 < body.len() => (Vec::new(), 1),
            _ => (vec![token.at(expansion)], 1),
        };
        if let Some(first) = piece.first_mut() {
            first.space = token.space;
        }
        if pasted {
            text += paste(&mut out, &mut piece, expansion);
        }
        out.append(&mut piece);
        index += length;
    }
    (out, text)
}

/// Joins the last token of `out` and the first of `piece`, and tells how many bytes that makes.
fn paste(out: &mut Vec<Token>, piece: &mut Vec<Token>, expansion: Span) -> usize {
    let fits =
        |left: &mut Token| piece.first().is_some_and(|right| left.text().len() + right.text().len() <= MAX_PASTED);
    let Some(left) = out.pop_if(fits) else { return 0 };
    let joined = format!("{}{}", left.text(), piece[0].text());
    piece.splice(..1, lex::tokens(&joined, 0).into_iter().map(|token| token.at(expansion)));
    if let Some(first) = piece.first_mut() {
        first.space = left.space;
    }
    joined.len()
}

/// `#x`: the argument as a string.
fn stringize(tokens: &[Token], expansion: Span) -> Token {
    let mut text = String::from("\"");
    for (index, token) in tokens.iter().enumerate() {
        if token.space && index > 0 {
            text.push(' ');
        }
        match token.kind {
            Kind::Quoted => text.push_str(&token.text().replace('\\', "\\\\").replace('"', "\\\"")),
            _ => text.push_str(token.text()),
        }
    }
    text.push('"');
    Token::new(Kind::Quoted, text, true, expansion)
}
