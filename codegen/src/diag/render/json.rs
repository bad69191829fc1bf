//! The rendering for programs: one JSON object.

use super::{notes, severity};
use crate::diag::{Diagnostic, Label};
use crate::source::{SourceMap, Span};
use serde::Serialize;

#[derive(Serialize)]
struct Message<'a> {
    code: String,
    severity: &'static str,
    message: &'a str,
    /// The primary label's place, for readers that want no more.
    #[serde(flatten)]
    place: Option<Place<'a>>,
    labels: Vec<Labelled<'a>>,
    notes: Vec<String>,
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct Labelled<'a> {
    text: &'a str,
    #[serde(flatten)]
    place: Option<Place<'a>>,
}

/// Lines and columns count from 1; the end is the place behind the last character.
#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

pub(super) fn render(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let label = |label: &'_ Label| place(sources, label.span);
    let message = Message {
        code: diagnostic.code.to_string(),
        severity: severity(diagnostic.severity),
        message: &diagnostic.message,
        place: diagnostic.labels.first().and_then(label),
        labels: diagnostic.labels.iter().map(|each| Labelled { text: &each.text, place: label(each) }).collect(),
        notes: notes(diagnostic, sources),
        help: diagnostic.help.as_deref(),
    };
    // Strings and numbers under string keys cannot fail to become JSON.
    serde_json::to_string(&message).unwrap_or_default()
}

fn place(sources: &SourceMap, span: Span) -> Option<Place<'_>> {
    let span = sources.lift(span);
    let start = sources.locate(span)?;
    let end = sources.locate(Span::new(span.end.max(span.start), span.end)).filter(|end| end.file == start.file);
    let end = end.unwrap_or(start);
    Some(Place {
        file: &sources.file(start.file).display,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    })
}
