//! Where diagnostics are gathered.

use super::{Diagnostic, Severity};
use std::collections::HashSet;

/// Gathers the diagnostics of a run: drops repeats, sorts by place, caps the number of errors.
#[derive(Debug, Default)]
pub struct Sink {
    list: Vec<Diagnostic>,
    seen: HashSet<(u16, Option<crate::source::Span>, String)>,
    errors: usize,
}

impl Sink {
    /// How many errors a run shows at the most; the rest are only counted.
    pub const MAX_ERRORS: usize = 100;

    /// An empty sink.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a diagnostic in, unless the same one is there.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let key = (diagnostic.code.number(), diagnostic.span(), diagnostic.message.clone());
        if !self.seen.insert(key) {
            return;
        }
        if diagnostic.severity == Severity::Error {
            self.errors += 1;
            if self.errors > Self::MAX_ERRORS {
                return;
            }
        }
        self.list.push(diagnostic);
    }

    /// Takes in what another sink has gathered.
    pub fn append(&mut self, other: Self) {
        let only_counted = other.errors.saturating_sub(Self::MAX_ERRORS);
        other.list.into_iter().for_each(|diagnostic| self.push(diagnostic));
        self.errors += only_counted;
    }

    /// Whether an error was taken in: the question that each gate between stages asks.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// How many errors were taken in, those beyond the cap included.
    #[must_use]
    pub fn error_count(&self) -> usize {
        self.errors
    }

    /// The diagnostics, sorted by place.
    #[must_use]
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|d| (d.span(), d.severity, d.code));
        self.list
    }
}
