//! The table of the corpus, `tests/wine/table.txt`: how far each file comes. It is committed, so that a change is seen.

use super::corpus::Corpus;
use mapidl_tests::{bless, root};
use std::fmt::Write as _;

/// The table, for a corpus whose Rust compiles.
pub(crate) fn text(corpus: &Corpus) -> String {
    let mut text = String::new();
    for name in corpus.texts.keys() {
        let stages = match (corpus.fragments.get(name), corpus.refused.get(name)) {
            (Some(whole), _) => format!("part of {whole}"),
            (None, Some(refusal)) => format!("refused: {refusal}"),
            (None, None) => "parsed, resolved, emitted, compiled".to_owned(),
        };
        let _ = writeln!(text, "{name}: {stages}");
    }
    text
}

/// Compares the table with the committed one, or with `BLESS=1` writes that.
///
/// # Panics
/// With the lines that differ.
pub(crate) fn assert_committed(text: &str) {
    let path = root().join("tests/wine/table.txt");
    if bless() {
        return std::fs::write(path, text).expect("the table is written");
    }
    let committed = std::fs::read_to_string(&path).expect("the table; BLESS=1 writes it");
    let diff = similar::TextDiff::from_lines(committed.as_str(), text);
    let lines: String = diff.unified_diff().context_radius(0).to_string();
    assert!(lines.is_empty(), "the table differs; BLESS=1 rewrites it\n{lines}");
}
