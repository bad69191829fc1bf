//! Duty: make the tree of `ast` from the parser's pairs. Input: the pair of an entry rule. Output: an `ast` node.
//!
//! The grammar has checked the shape, so that a pair that is not where it should be is passed over, not complained
//! about. What the grammar cannot see (types of impossible words, expressions of impossible depth) is reported here.

mod attr;
mod declarator;
mod expr;
mod item;
mod literal;
mod record;
mod ty;

pub(super) use expr::{BINARY, UNARY, precedence};
pub(super) use item::{Head, echoed};

use super::ast::{Docs, Loc, Name};
use super::depth::MAX_DEPTH;
use super::parser::Rule;
use super::preprocess::{Output, Spans};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::Span;
use pest::iterators::Pair;
use std::ops::Range;

pub(in crate::syntax) type Node<'t> = Pair<'t, Rule>;

/// Makes the nodes of one declaration of its pairs.
pub(super) struct Lowering<'a> {
    pub(super) output: &'a Output,
    pub(super) spans: &'a Spans<'a>,
    pub(super) sink: &'a mut Sink,
    /// Where the declaration begins in the preprocessed text: the pairs count from there.
    pub(super) base: usize,
    /// Whether it was reported that the declaration is nested too deep: once is enough.
    pub(super) deep: bool,
}

impl Lowering<'_> {
    /// Where a pair stands in the preprocessed text. Rules that end in an optional part end behind the blanks before it.
    fn range(&self, node: &Node<'_>) -> Range<usize> {
        let start = self.base + node.as_span().start();
        start..start + node.as_str().trim_end().len()
    }

    fn span(&self, node: &Node<'_>) -> Span {
        self.spans.of(self.range(node))
    }

    fn loc(&self, node: &Node<'_>) -> Loc {
        Loc(self.span(node))
    }

    fn name(&self, node: &Node<'_>) -> Name {
        Name { text: node.as_str().to_owned(), loc: self.loc(node) }
    }

    /// The documentation between a pair and what stands before it.
    fn docs(&self, node: &Node<'_>) -> Docs {
        let offset = self.base + node.as_span().start();
        let marks = &self.output.docs;
        if marks.is_empty() {
            return Docs::default();
        }
        let before = self.output.text[..offset].trim_end().len();
        let first = marks.partition_point(|mark| mark.at < before);
        let last = marks.partition_point(|mark| mark.at <= offset);
        let outer = marks[first..last].iter().filter(|mark| !mark.inner);
        Docs(outer.flat_map(|mark| mark.lines.iter().cloned()).collect())
    }

    fn error(&mut self, node: &Node<'_>, message: impl Into<String>) {
        let span = self.span(node);
        self.sink.push(Diagnostic::error(Code::SYNTAX, span, message));
    }

    fn too_deep(&mut self, span: Span) {
        if !std::mem::replace(&mut self.deep, true) {
            let message = format!("this is nested more than {MAX_DEPTH} deep");
            self.sink.push(Diagnostic::error(Code::TOO_DEEP, span, message));
        }
    }
}

/// The children of a pair that have the rule.
fn all<'t>(node: &Node<'t>, rule: Rule) -> impl Iterator<Item = Node<'t>> {
    node.clone().into_inner().filter(move |child| child.as_rule() == rule)
}

/// The first child of a pair that has the rule.
fn first<'t>(node: &Node<'t>, rule: Rule) -> Option<Node<'t>> {
    all(node, rule).next()
}
