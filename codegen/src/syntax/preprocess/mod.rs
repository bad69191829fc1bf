//! Duty: do what a C preprocessor does: comments, directives, macros.
//! Input: a file of the `SourceMap`, and a `Loader` for what it includes. Output: [`Output`], one text without comments
//! and directives, with a map back to the files; documentation comments and pragmas are kept aside as marks.
//!
//! Text that no macro touches is copied in slices. All work is bounded by a [`Budget`].

mod budget;
mod comment;
mod condition;
mod directive;
mod expand;
mod group;
mod lex;
mod line;
mod macros;
mod output;
mod scan;
mod substitute;
#[cfg(test)]
mod tests;
mod unlike;
mod width;

pub(super) use output::{Output, Spans};
pub use unlike::Unlike;

use crate::diag::{Code, Diagnostic, Sink};
use crate::source::{FileId, Loader, SourceMap, Span};
use budget::Budget;
use macros::{Macro, Macros};
use std::collections::HashSet;
use unlike::Unseen;

/// What to define before the first line, and what to forget again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MacroOption {
    /// `-D name=value`; without a value it is `1`.
    Define {
        /// The macro's name.
        name: String,
        /// Its text.
        value: String,
    },
    /// `-U name`
    Undefine(String),
}

impl MacroOption {
    /// Reads the argument of `-D`: `NAME` or `NAME=VALUE`.
    #[must_use]
    pub fn define(text: &str) -> Self {
        let (name, value) = text.split_once('=').unwrap_or((text, "1"));
        Self::Define { name: name.to_owned(), value: value.to_owned() }
    }
}

/// The macros that stand in every file: the compiler's own mark, the version that MIDL gives itself, and what the C
/// preprocessor that MIDL runs defines for Windows of every width.
const PREDEFINED: [(&str, &str); 4] = [("__MAPIDL__", "1"), ("__midl", "801"), ("__WIDL__", "1"), ("_WIN32", "1")];

/// Preprocesses `file`, and says what C reads otherwise; `None` when a limit was passed, which is reported.
pub(super) fn run(
    sources: &mut SourceMap,
    loader: &dyn Loader,
    file: FileId,
    options: &[MacroOption],
    sink: &mut Sink,
) -> Option<(Output, Vec<Unlike>)> {
    let mut run = Preprocessor {
        sources,
        loader,
        sink,
        macros: initial_macros(options),
        out: Output::default(),
        budget: Budget::default(),
        once: HashSet::new(),
        depth: 0,
        unseen: Unseen::default(),
    };
    run.file(file);
    (!run.budget.is_spent()).then_some((run.out, run.unseen.into_unlike()))
}

fn initial_macros(options: &[MacroOption]) -> Macros {
    let mut macros = Macros::default();
    for (name, value) in PREDEFINED {
        macros.define(name, Macro::object(value));
    }
    for option in options {
        match option {
            MacroOption::Define { name, value } => macros.define(name, Macro::object(value)),
            MacroOption::Undefine(name) => macros.undefine(name),
        }
    }
    macros
}

/// The state of one run.
struct Preprocessor<'a> {
    sources: &'a mut SourceMap,
    loader: &'a dyn Loader,
    sink: &'a mut Sink,
    macros: Macros,
    out: Output,
    budget: Budget,
    /// The files with `#pragma once`.
    once: HashSet<FileId>,
    /// How many files are open.
    depth: usize,
    /// What C does not see at this place, and what it reads otherwise up to here.
    unseen: Unseen,
}

impl Preprocessor<'_> {
    fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.sink.push(Diagnostic::error(code, span, message));
    }

    /// Reports that a limit was passed, once: nothing goes on after it.
    fn give_up(&mut self, span: Span, message: impl Into<String>) {
        if !self.budget.is_spent() {
            self.budget.spend_all();
            let error = Diagnostic::error(Code::MACRO_LIMIT, span, message);
            self.sink.push(error.help("look for macros or includes that repeat themselves"));
        }
    }
}
