//! Duty: obey directives. Input: a reader that stands at a `#`. Output: macros defined, files included, groups skipped.

use super::Preprocessor;
use super::group::{Group, State};
use super::lex::{self, Class, Kind, Token};
use super::line::{self, Line};
use super::macros::{Macro, Params};
use super::scan::Reader;
use super::unlike::Edge;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use std::sync::Arc;

/// A directive: its name and what follows it.
struct Directive<'t> {
    name: &'t str,
    rest: &'t str,
    /// The offset of `rest`.
    rest_at: u32,
    span: Span,
}

impl<'t> Directive<'t> {
    /// What it is to the sides of a condition.
    fn edge(&self, reader: &Reader) -> Edge<'t> {
        Edge { name: self.name, rest: self.rest, file: reader.file, span: reader.span(reader.copied, reader.pos) }
    }
}

impl Preprocessor<'_> {
    /// Obeys the directive at the reader's place, and skips the group that it turns off.
    pub(super) fn directive(&mut self, reader: &mut Reader) {
        self.flush(reader, None);
        let text = Arc::clone(&reader.text);
        let line = self.take_line(&text, reader);
        let directive = split(&line, reader);
        if !self.conditional(&directive, reader) {
            self.unconditional(&directive, reader);
        }
        while reader.groups.last().is_some_and(|group| group.state != State::Taking) && reader.pos < text.len() {
            self.skip_line(&text, reader);
        }
        reader.copied = reader.pos;
    }

    /// Moves the reader to the end of the logical line that begins at its place.
    fn take_line<'t>(&mut self, text: &'t str, reader: &mut Reader) -> Line<'t> {
        let line = line::logical(text, reader.pos);
        if let Some(at) = line.open_comment {
            self.open_comment(reader.span(at, at + 2));
        }
        reader.copied = reader.pos;
        reader.pos = line.end;
        line
    }

    /// Passes over a line of a group that is not read, and obeys it when it ends or switches the group.
    fn skip_line(&mut self, text: &str, reader: &mut Reader) {
        while reader.pos < text.len()
            && matches!(lex::class(text.as_bytes()[reader.pos]), Class::Blank | Class::Newline)
        {
            reader.pos += 1;
        }
        let directive = text[reader.pos..].starts_with('#');
        let line = self.take_line(text, reader);
        if directive {
            self.conditional(&split(&line, reader), reader);
        }
    }

    /// Obeys `#if` and its kin; `false` for any other directive.
    fn conditional(&mut self, directive: &Directive<'_>, reader: &mut Reader) -> bool {
        let active = reader.groups.last().is_none_or(|group| group.state == State::Taking);
        match directive.name {
            "if" | "ifdef" | "ifndef" => {
                let state = match active {
                    false => State::Done,
                    true if self.test(directive, reader) => State::Taking,
                    true => State::Waiting,
                };
                let side = active
                    .then(|| self.unseen.begin_side(self.sources, directive.edge(reader), state == State::Taking));
                reader.groups.push(Group { state, has_else: false, span: directive.span, side });
            }
            "elif" | "else" => self.branch(directive, reader),
            "endif" => match reader.groups.pop() {
                None => self.stray(directive),
                Some(Group { side, .. }) => {
                    if let Some(side) = side {
                        self.unseen.end_side(self.sources, &side, directive.edge(reader));
                    }
                }
            },
            _ => return false,
        }
        true
    }

    fn branch(&mut self, directive: &Directive<'_>, reader: &mut Reader) {
        let Some(group) = reader.groups.last_mut() else { return self.stray(directive) };
        if group.has_else {
            let error = Diagnostic::error(
                Code::PREPROCESSOR,
                directive.span,
                format!("`#{}` after the `#else` of the same `#if`", directive.name),
            );
            return self.sink.push(error.also(group.span, "this one"));
        }
        group.has_else = directive.name == "else";
        let waiting = group.state == State::Waiting;
        let state = if waiting && (directive.name == "else" || self.test(directive, reader)) {
            State::Taking
        } else if waiting {
            State::Waiting
        } else {
            State::Done
        };
        let side = reader.groups.last_mut().and_then(|group| group.side.take());
        let side =
            side.map(|side| self.unseen.turn_side(self.sources, &side, directive.edge(reader), state == State::Taking));
        if let Some(group) = reader.groups.last_mut() {
            (group.state, group.side) = (state, side);
        }
    }

    fn stray(&mut self, directive: &Directive<'_>) {
        self.wrong(directive.span, format!("`#{}` without an `#if` in this file", directive.name));
    }

    /// The truth of a condition.
    fn test(&mut self, directive: &Directive<'_>, reader: &Reader) -> bool {
        self.ask_width(directive.rest, directive.rest_at, reader.file);
        if !directive.name.starts_with("ifdef") && !directive.name.starts_with("ifndef") {
            return self.condition(directive.rest, directive.rest_at, directive.span);
        }
        match leading_name(directive.rest) {
            Some(name) => self.macros.find(name).is_some() == (directive.name == "ifdef"),
            None => {
                self.wrong(directive.span, format!("`#{}` without a name", directive.name));
                false
            }
        }
    }

    fn unconditional(&mut self, directive: &Directive<'_>, reader: &mut Reader) {
        match directive.name {
            "define" => self.define(directive),
            "undef" => match leading_name(directive.rest) {
                Some(name) => self.macros.undefine(name),
                None => self.wrong(directive.span, "`#undef` without a name"),
            },
            "include" => self.include(directive, reader),
            "pragma" if directive.rest == "once" => {
                self.once.insert(reader.file);
            }
            "pragma" => self.out.mark_pragma(directive.rest.to_owned(), directive.span),
            "error" => {
                let message = if directive.rest.is_empty() { "#error" } else { directive.rest };
                self.error(Code::USER_ERROR, directive.span, message);
            }
            "warning" => self.sink.push(Diagnostic::warning(Code::USER_ERROR, directive.span, directive.rest)),
            // `#line`, the `# 1 "file"` that preprocessors leave behind, and a lone `#`, which C allows.
            "line" | "ident" | "" => {}
            name => self.wrong(directive.span, format!("`#{name}` is no directive")),
        }
    }

    fn define(&mut self, directive: &Directive<'_>) {
        let Some(name) = leading_name(directive.rest) else {
            return self.wrong(directive.span, "`#define` without a name");
        };
        if name == "defined" {
            return self.wrong(directive.span, "`defined` cannot be a macro");
        }
        let after = &directive.rest[name.len()..];
        let definition = Some(Span::new(directive.rest_at, directive.rest_at + name.len() as u32));
        let (params, body) = match after.strip_prefix('(').map(parameters) {
            None => (None, after),
            Some(Ok((params, length))) => (Some(params), &after[1 + length..]),
            Some(Err(reason)) => return self.wrong(directive.span, format!("the parameters of `{name}` {reason}")),
        };
        self.unseen.note(name);
        self.macros.define(name, Macro::new(params, body.trim().to_owned(), definition));
    }

    fn include(&mut self, directive: &Directive<'_>, reader: &mut Reader) {
        let Some(name) = self.include_name(directive) else {
            return self.wrong(directive.span, "`#include` needs a file name in quotes or angle brackets");
        };
        let origin = self.sources.file(reader.file).origin.clone();
        let loaded = self.loader.load(Some(&origin), &name);
        match loaded.and_then(|loaded| self.sources.add(loaded, Some(directive.span))) {
            Ok(file) if self.once.contains(&file) => {}
            Ok(file) => self.file(file),
            Err(error) => self.sink.push(Diagnostic::cannot_load(&error, Some(directive.span))),
        }
    }

    /// The name in `"…"` or `<…>`, which macros may give.
    fn include_name(&mut self, directive: &Directive<'_>) -> Option<String> {
        if let Some(name) = quoted_name(directive.rest) {
            return Some(name.to_owned());
        }
        let tokens = self.expand_list(lex::tokens(directive.rest, directive.rest_at), 0);
        let spelled: String = tokens.iter().map(Token::text).collect();
        quoted_name(&spelled).map(str::to_owned)
    }

    /// Reports a directive that is wrong.
    pub(super) fn wrong(&mut self, span: Span, message: impl Into<String>) {
        self.error(Code::PREPROCESSOR, span, message);
    }
}

/// Takes apart the line of a directive.
fn split<'l>(line: &'l Line<'_>, reader: &Reader) -> Directive<'l> {
    let text: &str = &line.text;
    let blanks = |text: &str| text.len() - text.trim_start().len();
    let name_at = 1 + blanks(&text[1..]);
    let name_end = lex::word_end(text, name_at);
    let digits = text[name_at..].starts_with(|c: char| c.is_ascii_digit());
    let name = if digits { "" } else { &text[name_at..name_end] };
    let rest_at = name_end + blanks(&text[name_end..]);
    let span = reader.span(reader.copied, reader.copied + text.trim_end().len());
    let rest_offset = reader.base + (reader.copied + rest_at) as u32;
    Directive { name, rest: text[rest_at..].trim_end(), rest_at: rest_offset, span }
}

fn leading_name(text: &str) -> Option<&str> {
    let first = *text.as_bytes().first()?;
    (lex::class(first) == Class::Letter).then(|| &text[..lex::word_end(text, 0)])
}

fn quoted_name(text: &str) -> Option<&str> {
    let close = match text.as_bytes().first()? {
        b'"' => '"',
        b'<' => '>',
        _ => return None,
    };
    let inner = &text[1..];
    inner.find(close).map(|end| inner[..end].trim()).filter(|name| !name.is_empty())
}

/// How many parameters a macro may have.
const MAX_PARAMETERS: usize = 256;

/// Reads `a, b, ...)` and its length.
fn parameters(text: &str) -> Result<(Params, usize), &'static str> {
    let close = text.find(')').ok_or("do not end")?;
    let mut params = Params::default();
    let list = lex::tokens(&text[..close], 0);
    for (index, part) in list.split(|token| token.is(",")).enumerate() {
        match part {
            [] if index == 0 && list.is_empty() => {}
            _ if params.variadic => return Err("go on after `...`"),
            _ if index == MAX_PARAMETERS => return Err("are too many"),
            [name] if name.kind == Kind::Name && params.names.iter().any(|other| other == name.text()) => {
                return Err("have one name twice");
            }
            [name] if name.kind == Kind::Name => params.names.push(name.text().to_owned()),
            [dots] if dots.is("...") => {
                params.variadic = true;
                params.names.push("__VA_ARGS__".to_owned());
            }
            _ => return Err("are not names between commas"),
        }
    }
    Ok((params, close + 1))
}
