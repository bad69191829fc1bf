//! Duty: write a tree as IDL. Input: [`ast::File`](super::ast::File). Output: formatted text that parses to an equal
//! tree, documentation included. What the preprocessor took is not in the tree, and so not in the output: ordinary
//! comments, directives, and macros before their expansion.

mod attr;
mod declarator;
mod expr;
mod fill;
mod item;
mod types;

use super::ast::{AttrArg, Docs, Expr, File};

/// Lines up to this length are not broken.
const WIDTH: usize = 120;
const INDENT: &str = "    ";

/// Writes a file.
#[must_use]
pub fn print(file: &File) -> String {
    let mut printer = Printer::default();
    printer.doc_lines("//!", &file.docs);
    if !file.docs.0.is_empty() && !file.items.is_empty() {
        printer.out.push('\n');
    }
    printer.items(&file.items);
    printer.out
}

/// Writes an expression.
pub(crate) fn print_expr(expr: &Expr) -> String {
    Printer::default().aside(|printer| printer.expr(expr))
}

/// Writes an argument of an attribute.
pub(crate) fn print_arg(arg: &AttrArg) -> String {
    Printer::default().aside(|printer| printer.attr_arg(arg))
}

/// The text so far, and how deep the next line is indented.
#[derive(Default)]
struct Printer {
    out: String,
    depth: usize,
}

impl Printer {
    /// Begins a line.
    fn indent(&mut self) {
        (0..self.depth).for_each(|_| self.out.push_str(INDENT));
    }

    /// Writes a whole line.
    fn line(&mut self, text: &str) {
        self.indent();
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn docs(&mut self, docs: &Docs) {
        self.doc_lines("///", docs);
    }

    fn doc_lines(&mut self, mark: &str, docs: &Docs) {
        for line in &docs.0 {
            // A backslash at the end would join the next line to the comment.
            let end = if line.ends_with('\\') { " " } else { "" };
            let text = if line.is_empty() { mark.to_owned() } else { format!("{mark} {line}{end}") };
            self.line(&text);
        }
    }

    /// What `write` writes, as a text of its own. Lines after the first are indented as here.
    fn aside(&self, write: impl FnOnce(&mut Self)) -> String {
        let mut printer = Self { out: String::new(), depth: self.depth };
        write(&mut printer);
        printer.out
    }

    /// Whether a line with this text, begun here, is short enough.
    fn fits(&self, text: &str) -> bool {
        !text.contains('\n') && self.room() >= text.chars().count()
    }

    /// How much stands on a line that begins here.
    fn room(&self) -> usize {
        WIDTH.saturating_sub(self.depth * INDENT.len())
    }
}
