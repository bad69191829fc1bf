//! The parts that all pages have.

use mapidl_codegen::driver::Compilation;
use mapidl_codegen::layout::Target;
use mapidl_codegen::model::Head;
use std::fmt::Display;

/// A page in the making: a title, facts, tables.
#[derive(Debug)]
pub(super) struct Page(String);

/// How far the facts stand in from the left.
const TITLE_WIDTH: usize = 16;

impl Page {
    /// A page that begins with what every declaration has.
    pub(super) fn new(compilation: &Compilation, title: impl Display, head: &Head) -> Self {
        let mut page = Self(format!("{title}\n"));
        for line in first_paragraph(&head.docs) {
            page.0.push_str(&format!("  {line}\n"));
        }
        page.fact("declared in", place(compilation, head));
        if !head.origin.is_empty() {
            page.fact("origin", head.origin.join(", "));
        }
        for open in &head.unverified {
            page.fact("not verified", open);
        }
        page
    }

    /// Adds a line `title  fact`.
    pub(super) fn fact(&mut self, title: &str, fact: impl Display) {
        self.0.push_str(&format!("  {title:TITLE_WIDTH$}{fact}\n"));
    }

    /// Adds a line `title  fact` where there is a fact.
    pub(super) fn maybe(&mut self, title: &str, fact: Option<impl Display>) {
        if let Some(fact) = fact {
            self.fact(title, fact);
        }
    }

    /// Adds a table or other block after a blank line.
    pub(super) fn block(&mut self, block: impl Display) {
        self.0.push_str(&format!("\n{block}"));
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

fn first_paragraph(docs: &[String]) -> impl Iterator<Item = &str> {
    docs.iter().map(|line| line.trim()).take_while(|line| !line.is_empty())
}

fn place(compilation: &Compilation, head: &Head) -> String {
    let sources = &compilation.sources;
    let file = &compilation.model.files[head.file];
    let bundled = if file.bundled { ", which the compiler brings along" } else { "" };
    match sources.locate(head.span) {
        Some(at) => format!("{}:{}{bundled}", sources.file(at.file).display, at.line),
        None => format!("{}{bundled}", file.name),
    }
}

/// An offset as debuggers print it.
pub(super) fn hex(offset: u64) -> String {
    format!("{offset:#x}")
}

/// A value for each target, in the order of the columns.
pub(super) fn per_target(value: impl Fn(Target) -> u64) -> [u64; 2] {
    Target::ALL.map(value)
}
