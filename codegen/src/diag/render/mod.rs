//! Duty: show diagnostics to people and programs. Input: [`Diagnostic`]s and the texts they speak of. Output: one of four
//! renderings: snippets in rustc's shape, plain or coloured, the short form on one line, and JSON on one line.

mod excerpt;
mod json;
mod snippet;
#[cfg(test)]
mod tests;

use super::{Diagnostic, Severity};
use crate::source::{SourceMap, Span};
use std::fmt;

/// The diagnostics with the text underlined, in rustc's shape, with an empty line after each.
#[must_use]
pub fn plain(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    diagnostics.iter().map(|diagnostic| snippet::render(diagnostic, sources, false) + "\n\n").collect()
}

/// As [`plain`], coloured by ANSI escapes.
#[must_use]
pub fn coloured(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    diagnostics.iter().map(|diagnostic| snippet::render(diagnostic, sources, true) + "\n\n").collect()
}

/// `file:line:column: error[IDL0101]: message`, without a line end.
#[must_use]
pub fn short(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let Diagnostic { code, message, .. } = diagnostic;
    let said = format!("{}[{code}]: {message}", severity(diagnostic.severity));
    match diagnostic.span().and_then(|span| place(sources, span, true)) {
        Some(place) => format!("{place}: {said}"),
        None => said,
    }
}

/// The diagnostic as a JSON object on one line, without a line end.
#[must_use]
pub fn json(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    json::render(diagnostic, sources)
}

/// The diagnostic's own notes, and how its place came to be read: macros and imports.
fn notes(diagnostic: &Diagnostic, sources: &SourceMap) -> Vec<String> {
    let mut notes = diagnostic.notes.clone();
    if let Some(span) = diagnostic.span() {
        notes.extend(macro_notes(sources, span));
        notes.extend(import_notes(sources, span));
    }
    notes
}

/// A diagnostic on the texts it speaks of; it displays as its short form.
#[derive(Clone, Copy, Debug)]
pub struct Located<'a> {
    diagnostic: &'a Diagnostic,
    sources: &'a SourceMap,
}

impl Diagnostic {
    /// The diagnostic on the texts it speaks of, ready to be shown.
    #[must_use]
    pub fn on<'a>(&'a self, sources: &'a SourceMap) -> Located<'a> {
        Located { diagnostic: self, sources }
    }
}

impl Located<'_> {
    /// The message with the text underlined, without a line end.
    #[must_use]
    pub fn snippet(&self, coloured: bool) -> String {
        snippet::render(self.diagnostic, self.sources, coloured)
    }
}

impl fmt::Display for Located<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&short(self.diagnostic, self.sources))
    }
}

/// The word for a severity.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// `file:line` or `file:line:column`
fn place(sources: &SourceMap, span: Span, column: bool) -> Option<String> {
    let location = sources.locate(span)?;
    let mut place = format!("{}:{}", sources.file(location.file).display, location.line);
    if column {
        place.push_str(&format!(":{}", location.column));
    }
    Some(place)
}

/// How many steps of a chain of macros or imports are told.
const MAX_CHAIN: usize = 6;

/// The macros that a place came through.
fn macro_notes(sources: &SourceMap, span: Span) -> impl Iterator<Item = String> {
    sources.expansions(span).take(MAX_CHAIN).map(|expansion| {
        let defined = expansion.definition.and_then(|definition| place(sources, definition, false));
        match defined {
            Some(defined) => format!("in the expansion of the macro `{}`, defined at {defined}", expansion.name),
            None => format!("in the expansion of the macro `{}`", expansion.name),
        }
    })
}

/// The imports that led to the file of a place.
fn import_notes(sources: &SourceMap, span: Span) -> impl Iterator<Item = String> {
    let import = |span: Span| sources.locate(span).and_then(|location| sources.file(location.file).imported);
    let chain = std::iter::successors(import(span), move |span| import(*span));
    chain.take(MAX_CHAIN).filter_map(|span| place(sources, span, false)).map(|place| format!("imported from {place}"))
}
