//! The rendering with underlined text, in rustc's shape.

use super::excerpt::{self, Excerpt};
use super::notes;
use crate::diag::{Diagnostic, Severity};
use crate::source::SourceMap;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

/// One diagnostic, without a line end.
pub(super) fn render(diagnostic: &Diagnostic, sources: &SourceMap, coloured: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&*diagnostic.message).id(diagnostic.code.to_string());
    let excerpts = excerpt::cut(sources, &diagnostic.labels);
    let mut group = Group::with_title(title).elements(excerpts.iter().map(|excerpt| snippet(sources, excerpt)));
    for note in notes(diagnostic, sources) {
        group = group.element(Level::NOTE.message(note));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(&**help));
    }
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.render(&[group]);
    excerpts.iter().fold(text, |text, excerpt| place_in_file(text, diagnostic, sources, excerpt))
}

fn snippet<'a>(sources: &'a SourceMap, excerpt: &'a Excerpt<'a>) -> Snippet<'a, Annotation<'a>> {
    let annotations = excerpt.labels.iter().map(|(index, range, text)| {
        let kind = if *index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(range.clone()).label((!text.is_empty()).then_some(*text))
    });
    Snippet::source(&*excerpt.text)
        .path(&*sources.file(excerpt.file).display)
        .line_start(excerpt.first_line as usize)
        .annotations(annotations)
}

/// Puts the column in the file in the place of the column in a line that was cut: the renderer knows only the latter.
fn place_in_file(text: String, diagnostic: &Diagnostic, sources: &SourceMap, excerpt: &Excerpt<'_>) -> String {
    let Some((index, range, _)) = excerpt.labels.iter().min_by_key(|(index, ..)| *index).filter(|_| excerpt.is_cut)
    else {
        return text;
    };
    let label = diagnostic.labels.get(*index);
    let Some(location) = label.and_then(|label| sources.locate(label.span)) else { return text };
    let line_start = excerpt.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let column = excerpt.text[line_start..range.start].chars().count() + 1;
    let line = format!("{}:{}", sources.file(excerpt.file).display, location.line);
    text.replacen(&format!("{line}:{column}"), &format!("{line}:{}", location.column), 1)
}
