//! Duty: expand macros. Input: a macro's name, in a file or in a list of tokens. Output: the tokens that it becomes.
//!
//! Replacements wait on a stack of frames and are read again, so that chains of macros need no recursion. Only the
//! arguments of a call are expanded by a nested run, to a bounded depth.

use super::Preprocessor;
use super::budget::MAX_CALL_DEPTH;
use super::lex::{self, Class, Kind, Token};
use super::line;
use super::macros::{Body, Macro, MacroId, Params};
use super::scan::Reader;
use super::substitute::{self, Argument};
use crate::diag::Code;
use crate::source::{Expansion, Span};
use std::rc::Rc;
use std::sync::Arc;

/// Tokens that are still to be read.
struct Frame {
    tokens: Tokens,
    /// The macro that gave them: it is busy until they are read.
    from: Option<MacroId>,
}

enum Tokens {
    /// Tokens as they are.
    Own(std::vec::IntoIter<Token>),
    /// The body of a macro from `next` on, as if written in the expansion; the first token has blanks before it if the
    /// macro's name had.
    Body { body: Rc<[Token]>, next: usize, expansion: Span, space: bool },
}

impl Tokens {
    fn peek(&self) -> Option<&Token> {
        match self {
            Self::Own(tokens) => tokens.as_slice().first(),
            Self::Body { body, next, .. } => body.get(*next),
        }
    }

    fn next(&mut self) -> Option<Token> {
        match self {
            Self::Own(tokens) => tokens.next(),
            Self::Body { body, next, expansion, space } => {
                let mut token = body.get(*next)?.at(*expansion);
                token.space = if *next == 0 { *space } else { token.space };
                *next += 1;
                Some(token)
            }
        }
    }
}

/// Where an expansion reads from: replacements first, the file after.
struct Source<'r> {
    frames: Vec<Frame>,
    file: Option<&'r mut Reader>,
}

impl Preprocessor<'_> {
    /// Expands the macro whose name was just read, and gives what it becomes to the output.
    pub(super) fn expand_in_file(&mut self, reader: &mut Reader, start: usize, id: MacroId) {
        let end = reader.pos;
        let name = lex::token(&reader.text, start, reader.base, false);
        let (call, new) = (name.span, self.sources.end());
        let callable = self.macros.get(id).is_some_and(|definition| definition.params.is_some());
        if callable && file_token(reader, reader.pos).is_none_or(|(token, _)| !token.is("(")) {
            return;
        }
        reader.pos = start;
        self.flush(reader, None);
        reader.pos = end;
        let frames = vec![Frame { tokens: Tokens::Own(vec![name].into_iter()), from: None }];
        let tokens = self.run(Source { frames, file: Some(reader) }, 0);
        reader.copied = reader.pos;
        self.emit(&tokens, call, new);
    }

    /// Expands a list of tokens by itself.
    pub(super) fn expand_list(&mut self, tokens: Vec<Token>, depth: usize) -> Vec<Token> {
        let known = |token: &Token| token.kind == Kind::Name && self.macros.find(token.text()).is_some();
        if !tokens.iter().any(known) {
            return tokens;
        }
        self.run(
            Source { frames: vec![Frame { tokens: Tokens::Own(tokens.into_iter()), from: None }], file: None },
            depth,
        )
    }

    /// Reads replacements until none are left.
    fn run(&mut self, mut source: Source<'_>, depth: usize) -> Vec<Token> {
        let mut out = Vec::new();
        while let Some(token) = self.next(&mut source) {
            if self.budget.is_spent() {
                break;
            }
            if let Some(token) = self.replace(token, &mut source, depth) {
                out.push(token);
            }
        }
        for frame in &source.frames {
            self.finish(frame);
        }
        out
    }

    /// Puts the replacement of a macro's name onto the frames, or gives the token back where it is none.
    fn replace(&mut self, mut token: Token, source: &mut Source<'_>, depth: usize) -> Option<Token> {
        if token.kind != Kind::Name || token.painted {
            return Some(token);
        }
        let Some(id) = self.macros.find(token.text()) else { return Some(token) };
        if self.macros.is_busy(id) {
            token.painted = true;
            return Some(token);
        }
        let Some(definition) = self.macros.get(id) else { return Some(token) };
        let arguments = match &definition.params {
            Some(_) if !self.calls(source) => return Some(token),
            Some(params) => Some((params, self.arguments(&token, params, source, depth)?)),
            None => None,
        };
        let tokens = self.replacement(&token, id, &definition, arguments)?;
        self.macros.set_busy(id, true);
        source.frames.push(Frame { tokens, from: Some(id) });
        None
    }

    /// What takes the place of a macro's name, or of its call; `None` when that passes a limit.
    fn replacement(
        &mut self,
        name: &Token,
        id: MacroId,
        definition: &Macro,
        arguments: Option<(&Params, Vec<Argument>)>,
    ) -> Option<Tokens> {
        let Body { tokens: body, pastes } = definition.body();
        let expansion = if body.is_empty() { name.span } else { self.expansion(name, id, definition)? };
        if arguments.is_none() && !pastes {
            self.spend(body.len(), 0, name.span)?;
            return Some(Tokens::Body { body, next: 0, expansion, space: name.space });
        }
        let call = arguments.as_ref().map(|(params, arguments)| (*params, arguments.as_slice()));
        let (count, text) = substitute::cost(&body, call);
        self.spend(count, text, name.span)?;
        let (mut tokens, pasted) = substitute::substitute(&body, call, expansion);
        self.spend(0, pasted, name.span)?;
        if let Some(first) = tokens.first_mut() {
            first.space = name.space;
        }
        Some(Tokens::Own(tokens.into_iter()))
    }

    /// Records the expansion, so that messages can tell of it.
    fn expansion(&mut self, token: &Token, id: MacroId, definition: &Macro) -> Option<Span> {
        let name = self.macros.name(id);
        let expansion = Expansion { name, definition: definition.definition, call: token.span };
        let span = self.sources.add_expansion(expansion);
        if span.is_none() {
            self.give_up(token.span, "there are too many macro expansions");
        }
        span
    }

    /// Takes what an expansion gives from the budget.
    fn spend(&mut self, tokens: usize, text: usize, span: Span) -> Option<()> {
        let within = self.budget.tokens(tokens + 1) && self.budget.text(text);
        if !within {
            self.give_up(span, "macros expand without end");
        }
        within.then_some(())
    }

    /// Whether `(` is the next token.
    fn calls(&mut self, source: &mut Source<'_>) -> bool {
        for frame in source.frames.iter().rev() {
            if let Some(token) = frame.tokens.peek() {
                return token.is("(");
            }
        }
        let file = source.file.as_ref();
        file.and_then(|reader| file_token(reader, reader.pos)).is_some_and(|(token, _)| token.is("("))
    }

    /// Reads the arguments of a call up to its closing parenthesis; `None` where they are wrong, which is reported.
    fn arguments(
        &mut self,
        name: &Token,
        params: &Params,
        source: &mut Source<'_>,
        depth: usize,
    ) -> Option<Vec<Argument>> {
        let mut raw = self.raw_arguments(name, params, source)?;
        let single = raw.len() == 1 && raw[0].is_empty();
        if single && params.names.is_empty() {
            raw.clear();
        }
        if params.variadic && raw.len() + 1 == params.names.len() {
            raw.push(Vec::new());
        }
        if raw.len() != params.names.len() {
            let (has, takes) = (raw.len(), params.names.len());
            let message = format!("the macro `{}` takes {takes} arguments, and is given {has}", name.text());
            self.error(Code::PREPROCESSOR, name.span, message);
            return None;
        }
        if depth == MAX_CALL_DEPTH {
            self.give_up(name.span, "calls of macros are nested too deep");
            return None;
        }
        let expand = |raw: Vec<Token>| {
            let expanded = self.expand_list(raw.clone(), depth + 1);
            Argument::new(raw, expanded)
        };
        Some(raw.into_iter().map(expand).collect())
    }

    /// The tokens between the parentheses of a call, split at its own commas.
    fn raw_arguments(&mut self, name: &Token, params: &Params, source: &mut Source<'_>) -> Option<Vec<Vec<Token>>> {
        let (mut list, mut last, mut open) = (Vec::new(), Vec::new(), 0_usize);
        loop {
            let Some(token) = self.next_in_call(source) else {
                let message = format!("the arguments of the macro `{}` do not end", name.text());
                self.error(Code::PREPROCESSOR, name.span, message);
                return None;
            };
            if !self.budget.tokens(1) {
                self.give_up(name.span, "macros expand without end");
                return None;
            }
            let rest = params.variadic && list.len() + 1 == params.names.len();
            let (opens, closes) = (token.is("("), token.is(")"));
            open = open + usize::from(opens) - usize::from(closes);
            if closes && open == 0 {
                list.push(last);
                return Some(list);
            } else if open == 1 && !rest && token.is(",") {
                list.push(std::mem::take(&mut last));
            } else if !(opens && open == 1) {
                last.push(token);
            }
        }
    }

    /// The next token of the frames.
    fn next(&mut self, source: &mut Source<'_>) -> Option<Token> {
        while let Some(frame) = source.frames.last_mut() {
            if let Some(token) = frame.tokens.next() {
                return Some(token);
            }
            if let Some(frame) = source.frames.pop() {
                self.finish(&frame);
            }
        }
        None
    }

    /// The next token of the frames, or of the file behind them: a call may begin in a replacement and end in the file.
    fn next_in_call(&mut self, source: &mut Source<'_>) -> Option<Token> {
        if let Some(token) = self.next(source) {
            return Some(token);
        }
        let reader = source.file.as_mut()?;
        let (token, end) = file_token(reader, reader.pos)?;
        reader.pos = end;
        Some(token)
    }

    fn finish(&mut self, frame: &Frame) {
        if let Some(id) = frame.from {
            self.macros.set_busy(id, false);
        }
    }

    /// Writes what `call` became, with a blank wherever one is needed or was written. Expansions made on the way have
    /// offsets from `new` on; what lies below is an argument's text.
    fn emit(&mut self, tokens: &[Token], call: Span, new: u32) {
        for token in tokens {
            let text = token.text();
            if token.kind == Kind::Quoted && !lex::is_closed(text) {
                self.open_string(token.span);
            }
            if !self.budget.text(text.len() + 1) {
                return self.give_up(token.span, "macros expand without end");
            }
            if token.space || self.would_join(text) {
                self.out.push_blank();
            }
            if token.span.start >= new {
                self.out.push_expanded(text, token.span, call);
            } else {
                self.out.push_slice(text, token.span.start);
            }
        }
        self.out.push_blank();
    }

    /// Whether `next` would become one token with what the output ends in.
    fn would_join(&self, next: &str) -> bool {
        let word = |byte: Option<&u8>| byte.is_some_and(|b| matches!(lex::class(*b), Class::Letter | Class::Digit));
        let (last, next) = (self.out.text.as_bytes().last(), next.as_bytes().first());
        (word(last) && word(next)) || (last == next && !word(next) && last.is_some_and(|b| b"+-&|<>=/".contains(b)))
    }
}

/// The token of the file at or after `pos`, past blanks and comments, and where it ends.
fn file_token(reader: &Reader, mut pos: usize) -> Option<(Token, usize)> {
    let text: &Arc<str> = &reader.text;
    let from = pos;
    loop {
        match lex::class(*text.as_bytes().get(pos)?) {
            Class::Blank | Class::Newline => pos += 1,
            Class::Slash => match line::comment_end(text, pos) {
                Some(end) => pos = end.ok()?,
                None => break,
            },
            Class::Backslash => match lex::continuation(text, pos) {
                Some(length) => pos += 1 + length,
                None => break,
            },
            _ => break,
        }
    }
    let token = lex::token(text, pos, reader.base, pos > from);
    let end = pos + token.text().len();
    Some((token, end))
}
