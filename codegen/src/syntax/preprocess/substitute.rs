//! Duty: put arguments in the place of parameters. Input: a macro's body and its arguments. Output: the tokens that
//! take the place of the call, not yet expanded again.

use super::lex::{self, Kind, Token};
use super::macros::Params;
use crate::source::Span;

/// An argument, as written and with its macros expanded.
pub(super) struct Argument {
    pub(super) raw: Vec<Token>,
    pub(super) expanded: Vec<Token>,
}

/// The body of an object-like macro, or of a function-like one with its arguments. All tokens that the body itself
/// gives have the span of the expansion.
pub(super) fn substitute(body: &[Token], call: Option<(&Params, &[Argument])>, expansion: Span) -> Vec<Token> {
    let argument = |token: &Token| -> Option<&Argument> {
        let (params, arguments) = call.filter(|_| token.kind == Kind::Name)?;
        params.names.iter().position(|name| name == token.text()).and_then(|index| arguments.get(index))
    };
    let mut out: Vec<Token> = Vec::with_capacity(body.len());
    let mut index = 0;
    while let Some(token) = body.get(index) {
        let pasted = index > 0 && body[index - 1].is("##");
        let pastes = body.get(index + 1).is_some_and(|next| next.is("##"));
        let (mut piece, length) = match (body.get(index + 1).and_then(argument), argument(token)) {
            (Some(next), _) if token.is("#") && call.is_some() => (vec![stringize(&next.raw, expansion)], 2),
            (_, Some(argument)) if pasted || pastes => (argument.raw.clone(), 1),
            (_, Some(argument)) => (argument.expanded.clone(), 1),
            _ if token.is("##") && index > 0 && index + 1 < body.len() => (Vec::new(), 1),
            _ => (vec![token.at(expansion)], 1),
        };
        if let Some(first) = piece.first_mut() {
            first.space = token.space;
        }
        if pasted {
            paste(&mut out, &mut piece, expansion);
        }
        out.append(&mut piece);
        index += length;
    }
    out
}

/// Joins the last token of `out` and the first of `piece`.
fn paste(out: &mut Vec<Token>, piece: &mut Vec<Token>, expansion: Span) {
    if piece.is_empty() {
        return;
    }
    let Some(left) = out.pop() else { return };
    let joined = format!("{}{}", left.text(), piece[0].text());
    let tokens = lex::tokens(&joined, 0).into_iter().map(|token| token.at(expansion));
    piece.splice(..1, tokens);
    if let Some(first) = piece.first_mut() {
        first.space = left.space;
    }
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
