//! Duty: judge what is said about a text. Input: diagnostics. Output: a panic where one makes no sense.

use mapidl_codegen::diag::{Diagnostic, Severity, Sink, render};
use mapidl_codegen::source::{SourceMap, Span};

/// There are not too many; each points at a piece of a text, has words, and can be shown in every form.
pub(crate) fn check(diagnostics: &[Diagnostic], sources: &SourceMap) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    assert!(errors <= Sink::MAX_ERRORS, "{errors} errors");
    for diagnostic in diagnostics {
        assert!(!diagnostic.message.trim().is_empty(), "{diagnostic:?} has no words");
        diagnostic.labels.iter().for_each(|label| check_place(label.span, sources));
        drop(render::json(diagnostic, sources));
        drop(render::short(diagnostic, sources));
    }
    drop(render::plain(diagnostics, sources));
}

/// Places are shown clipped to their file, so what must hold is asked of the span itself.
fn check_place(span: Span, sources: &SourceMap) {
    let lifted = sources.lift(span);
    let Some((file, _)) = sources.place(span) else { panic!("{span:?} is in no file") };
    let (whole, text) = (sources.span_of(file), &sources.file(file).text);
    let (start, end) = (lifted.start.checked_sub(whole.start), lifted.end.checked_sub(whole.start));
    let piece = start.zip(end).and_then(|(start, end)| text.get(start as usize..end as usize));
    assert!(piece.is_some(), "{lifted:?} is no piece of the text at {whole:?}");
}
