//! Duty: turn text into [`ast`] and back.
//! Input: texts of a `SourceMap`. Output: [`ast::File`]; mistakes go to the `Sink`. No parser type leaves this module.
//!
//! ```text
//! text ─preprocess→ text without directives ─split→ declarations ─grammar→ pairs ─lower→ ast ─print→ text
//! ```
//!
//! Each declaration is parsed alone, so that a mistake costs one message and the rest is still checked.

pub mod ast;
mod depth;
mod file;
mod grammar;
mod lower;
#[expect(dead_code, unreachable_pub, reason = "the generator writes it so")]
#[rustfmt::skip]
mod parser;
mod preprocess;
mod print;
mod split;
#[cfg(test)]
mod tests;
pub(crate) mod truth;

pub use preprocess::{MacroOption, Unlike};
pub use print::print;
pub(crate) use print::{print_arg, print_expr};

use crate::diag::Sink;
use crate::source::{FileId, Loader, SourceMap, Span};

/// What a caller can set.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Macros to define or undefine before the first line, in order.
    pub macros: Vec<MacroOption>,
}

/// Parses one file of `sources`. What it includes is loaded and becomes part of it; what it imports stays in the tree
/// as [`ast::ItemKind::Import`], to be parsed as files of their own.
pub fn parse(
    sources: &mut SourceMap,
    loader: &dyn Loader,
    file: FileId,
    options: &Options,
    sink: &mut Sink,
) -> ast::File {
    parse_header(sources, loader, file, options, sink).0
}

/// Reads a file that C reads too, and what it is to C otherwise.
pub fn parse_header(
    sources: &mut SourceMap,
    loader: &dyn Loader,
    file: FileId,
    options: &Options,
    sink: &mut Sink,
) -> (ast::File, Vec<Unlike>) {
    match preprocess::run(sources, loader, file, &options.macros, sink) {
        Some((output, unlike)) => (file::read(sources, &output, file, sink), unlike),
        None => Default::default(),
    }
}

/// Reads an expression that stands in quoted text; `None` where the text is something else, of which nobody is told. All
/// of it is said to stand at `span`.
pub(crate) fn quoted_expr(text: &str, span: Span) -> Option<ast::Expr> {
    file::read_expr(text, span)
}

/// Whether there are so many errors already that looking for more is of no use.
fn hopeless(sink: &Sink) -> bool {
    sink.error_count() > 10 * Sink::MAX_ERRORS
}
