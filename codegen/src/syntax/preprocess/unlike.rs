//! Duty: find what an IDL compiler reads of a C header and a C compiler does not, or the other way round: what stands under
//! conditions that ask for an IDL compiler. Input: conditions, in order. Output: [`Unlike`] parts of texts.

use crate::source::{FileId, SourceMap, Span};
use crate::syntax::truth::{Truth, defined, is_of_idl_compilers, is_part, spelled, truth};
use std::collections::{HashMap, HashSet};

/// A part of a text that a C compiler does not read, or that it alone reads.
#[derive(Clone, Debug)]
pub struct Unlike {
    /// The part.
    pub span: Span,
    /// The condition that it stands under, and the file.
    pub by: String,
}

/// What C does not see at a place, and what it reads otherwise up to there.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// What it reads otherwise.
    unlike: Vec<Unlike>,
    /// How many sides around the place it does not see.
    sides: usize,
    /// The macros that were defined where it does not.
    macros: HashSet<String>,
}

impl Unseen {
    /// Notes that a macro is defined.
    pub(super) fn note(&mut self, name: &str) {
        if self.sides > 0 {
            self.macros.insert(name.to_owned());
        } else {
            self.macros.remove(name);
        }
    }

    /// What C reads otherwise.
    pub(super) fn into_unlike(self) -> Vec<Unlike> {
        self.unlike
    }
}

/// A side of an open `#if`.
#[derive(Debug)]
pub(super) struct Side {
    /// Whether C sees it.
    seen: Truth,
    /// Whether C sees one of those below it.
    left: Truth,
    /// Whether it is read here.
    taken: bool,
    /// Whether a condition up to here asks for an IDL compiler.
    asks: bool,
    /// The condition, as it is shown.
    shown: String,
    /// Where it begins, in its file and in the space of what is expanded and included meanwhile.
    start: u32,
    inner: u32,
}

impl Side {
    fn is_unseen(&self) -> bool {
        self.taken && self.asks && self.seen.hides()
    }
}

/// A directive that a side begins or ends with.
#[derive(Clone, Copy)]
pub(super) struct Edge<'t> {
    /// Its name.
    pub(super) name: &'t str,
    /// What follows it.
    pub(super) rest: &'t str,
    /// Its file.
    pub(super) file: FileId,
    /// Where it begins, and ends.
    pub(super) span: Span,
}

impl Unseen {
    /// The first side of a condition that is read.
    pub(super) fn begin_side(&mut self, sources: &SourceMap, edge: Edge<'_>, taken: bool) -> Side {
        let (seen, asks) = self.seen(edge);
        self.open_side(sources, edge, (seen, seen.not()), taken, asks)
    }

    /// The next side of one.
    pub(super) fn turn_side(&mut self, sources: &SourceMap, side: &Side, edge: Edge<'_>, taken: bool) -> Side {
        self.end_side(sources, side, edge);
        let (seen, asks) = self.seen(edge);
        self.open_side(sources, edge, (side.left.and(seen), side.left.and(seen.not())), taken, side.asks || asks)
    }

    fn open_side(
        &mut self,
        sources: &SourceMap,
        edge: Edge<'_>,
        (seen, left): (Truth, Truth),
        taken: bool,
        asks: bool,
    ) -> Side {
        let shown = spelled(&format!("{} {}", edge.name, edge.rest));
        let start = edge.span.end;
        let side = Side { seen, left, taken, asks, shown, start, inner: sources.end() };
        self.sides += usize::from(side.is_unseen());
        side
    }

    /// The last line of a side was read: what C has otherwise there is noted.
    pub(super) fn end_side(&mut self, sources: &SourceMap, side: &Side, edge: Edge<'_>) {
        self.sides -= usize::from(side.is_unseen());
        let is_missed = !side.taken && side.asks && !side.seen.hides();
        if !side.is_unseen() && !is_missed {
            return;
        }
        let file = &sources.file(edge.file).name;
        let by = format!("`{}` in {}", side.shown, file.rsplit('/').next().unwrap_or(file));
        let own = Span::new(side.start, edge.span.start);
        let inner = Span::new(side.inner, sources.end());
        self.unlike.extend([own, inner].map(|span| Unlike { span, by: by.clone() }));
    }

    /// Whether a condition holds for C, and whether it asks for an IDL compiler. What other conditions are to C is not
    /// asked: they are taken to be the same.
    fn seen(&self, directive: Edge<'_>) -> (Truth, bool) {
        if directive.name == "else" {
            return (Truth::Yes, false);
        }
        let is_asked = |word: &str| is_of_idl_compilers(word) || self.macros.contains(word);
        if !directive.rest.split(|c| !is_part(c)).any(is_asked) {
            return (Truth::Unknown, false);
        }
        // What is defined for an IDL compiler alone is a name of one.
        let parts = directive.rest.split_inclusive(|c| !is_part(c));
        let named: String = parts.map(|part| self.as_c_has_it(part)).collect();
        let seen = match directive.name {
            "ifdef" => defined(&named),
            "ifndef" => defined(&named).not(),
            _ => truth(&named, &HashMap::new()),
        };
        (seen, true)
    }

    /// A word with what follows it.
    fn as_c_has_it(&self, part: &str) -> String {
        let word = part.trim_end_matches(|c| !is_part(c));
        let is_unseen = self.macros.contains(word);
        if is_unseen { part.replacen(word, "__midl", 1) } else { part.to_owned() }
    }
}
