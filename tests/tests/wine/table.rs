//! The table of the corpus: how far each file comes. It is committed, so that each change of it is seen.

use super::corpus::Corpus;
use mapidl_tests::{bless, root};
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

/// How far a file comes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Stage {
    /// Its text is not understood.
    Refused(String),
    /// It is understood, and something in it is refused.
    Parsed(String),
    /// Rust is written, which does not compile.
    Emitted(String),
    /// Its Rust compiles.
    Compiled,
}

impl Stage {
    fn why(&self) -> &str {
        match self {
            Self::Refused(why) | Self::Parsed(why) | Self::Emitted(why) => why,
            Self::Compiled => "",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self {
            Self::Refused(_) => "refused",
            Self::Parsed(_) => "parsed",
            Self::Emitted(_) => "parsed, resolved, emitted",
            Self::Compiled => "parsed, resolved, emitted, compiled",
        };
        f.write_str(word)
    }
}

/// Every file with its stage and what else is to be said.
pub(crate) struct Table {
    rows: BTreeMap<String, (Stage, String)>,
    winrt: usize,
}

impl Table {
    /// The table of a corpus, given which of the emitted files do not compile.
    pub(crate) fn new(corpus: &Corpus, broken: &BTreeMap<String, String>) -> Self {
        let alone = |name: &str| match (corpus.refused.get(name), broken.get(name)) {
            (Some(refusal), _) if refusal.parsed => Stage::Parsed(refusal.why.clone()),
            (Some(refusal), _) => Stage::Refused(refusal.why.clone()),
            (None, Some(why)) => Stage::Emitted(why.clone()),
            (None, None) => Stage::Compiled,
        };
        let row = |name: &String| match corpus.fragments.get(name) {
            Some(whole) => (alone(whole), format!("as a part of {whole}")),
            None => (alone(name), alone(name).why().to_owned()),
        };
        let rows: BTreeMap<_, _> = corpus.texts.keys().map(|name| (name.clone(), row(name))).collect();
        let winrt = rows.values().filter(|(stage, _)| stage.why().contains("IDL0108")).count();
        Self { rows, winrt }
    }

    /// Compares the table with the committed one, or rewrites that.
    ///
    /// # Panics
    /// Where they differ.
    pub(crate) fn check(&self) {
        let path = path();
        if bless() {
            return std::fs::write(path, self.text()).expect("the table is written");
        }
        let committed = std::fs::read_to_string(&path).expect("the table; BLESS=1 writes it");
        let diff = similar::TextDiff::from_lines(committed.as_str(), &self.text()).unified_diff().context_radius(0).to_string();
        assert!(diff.is_empty(), "{} differs; BLESS=1 rewrites it\n{diff}", path.display());
    }

    /// How many files came how far.
    pub(crate) fn totals(&self) -> String {
        let (all, winrt) = (self.rows.len(), self.winrt);
        let compiled = self.rows.values().filter(|(stage, _)| *stage == Stage::Compiled).count();
        let emitted = self.rows.values().filter(|(stage, _)| *stage >= Stage::Emitted(String::new())).count();
        let classic = all - winrt;
        format!("{all} files, {winrt} of them WinRT's; of {classic} classic ones {emitted} emitted, {compiled} compiled")
    }

    fn text(&self) -> String {
        let rows = self.rows.iter().map(|(name, (stage, note))| format!("{name}\t{stage}\t{note}").trim_end().to_owned() + "\n");
        format!("# {}\n{}", self.totals(), rows.collect::<String>())
    }
}

fn path() -> PathBuf {
    root().join("tests/wine/corpus.tsv")
}
