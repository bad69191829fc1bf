//! Duty: the preprocessed text and the way back. Input: slices of files and tokens of expansions, in order. Output:
//! the text, the span of any range of it, and the marks that were kept aside.

use super::comment::Purpose;
use crate::source::{SourceMap, Span};
use std::cell::Cell;
use std::ops::Range;

/// Preprocessed text.
#[derive(Debug, Default)]
pub(in crate::syntax) struct Output {
    /// The text: no comments, no directives.
    pub(in crate::syntax) text: String,
    /// The documentation comments, in order.
    pub(in crate::syntax) docs: Vec<DocMark>,
    /// The pragmas, in order.
    pub(in crate::syntax) pragmas: Vec<PragmaMark>,
    segments: Vec<Segment>,
}

/// The way back from preprocessed text to the files.
#[derive(Debug)]
pub(in crate::syntax) struct Spans<'a> {
    output: &'a Output,
    sources: &'a SourceMap,
    /// The segment that was last looked up: lookups go through the text in order, or nearly so.
    last: Cell<usize>,
}

/// A documentation comment that stood at an offset of the text.
#[derive(Debug)]
pub(in crate::syntax) struct DocMark {
    /// The offset.
    pub(in crate::syntax) at: usize,
    /// Its lines, without marks.
    pub(in crate::syntax) lines: Vec<String>,
    /// Whether it documents the file rather than what follows.
    pub(in crate::syntax) inner: bool,
    /// The comment.
    pub(in crate::syntax) span: Span,
}

/// A `#pragma` that stood at an offset of the text.
#[derive(Debug)]
pub(in crate::syntax) struct PragmaMark {
    /// The offset.
    pub(in crate::syntax) at: usize,
    /// What follows the word `#pragma`.
    pub(in crate::syntax) text: String,
    /// The directive.
    pub(in crate::syntax) span: Span,
}

/// From `out` on, up to the next segment, the text comes from `source`.
#[derive(Clone, Copy, Debug)]
struct Segment {
    out: usize,
    source: Source,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Source {
    /// Byte by byte from this offset on.
    Copied(u32),
    /// All of it from one expansion, whose outermost call is the second span.
    Expanded(Span, Span),
}

impl Output {
    /// Text that was quoted, all of it at one place.
    pub(in crate::syntax) fn of_quoted(text: &str, span: Span) -> Self {
        let mut output = Self::default();
        output.push_expanded(text, span, span);
        output
    }

    /// Adds a slice of a file that begins at the offset `start`.
    pub(super) fn push_slice(&mut self, text: &str, start: u32) {
        if !text.is_empty() {
            self.segments.push(Segment { out: self.text.len(), source: Source::Copied(start) });
            self.text.push_str(text);
        }
    }

    /// Adds text that an expansion gives, in the course of the outermost `call`.
    pub(super) fn push_expanded(&mut self, text: &str, expansion: Span, call: Span) {
        let source = Source::Expanded(expansion, call);
        if self.segments.last().is_none_or(|last| last.source != source) {
            self.segments.push(Segment { out: self.text.len(), source });
        }
        self.text.push_str(text);
    }

    /// Adds a blank, which belongs to what stands before it.
    pub(super) fn push_blank(&mut self) {
        self.text.push(' ');
    }

    /// Keeps a documentation comment aside.
    pub(super) fn mark_doc(&mut self, lines: Vec<String>, purpose: Purpose, span: Span) {
        self.docs.push(DocMark { at: self.text.len(), lines, inner: purpose == Purpose::Inner, span });
    }

    /// Keeps a pragma aside.
    pub(super) fn mark_pragma(&mut self, text: String, span: Span) {
        self.pragmas.push(PragmaMark { at: self.text.len(), text, span });
    }

    /// The origin of `length` bytes at `offset`, which lie in the segment `index`, and the call that gave them.
    fn place(&self, index: usize, offset: usize, length: u32) -> (Span, Option<Span>) {
        match self.segments.get(index) {
            None => (Span::default(), None),
            Some(Segment { source: Source::Expanded(span, call), .. }) => (*span, Some(*call)),
            Some(Segment { source: Source::Copied(start), out }) => {
                let start = start + offset.saturating_sub(*out) as u32;
                (Span::new(start, start + length), None)
            }
        }
    }
}

impl<'a> Spans<'a> {
    /// The way from `output` to `sources`.
    pub(in crate::syntax) fn new(output: &'a Output, sources: &'a SourceMap) -> Self {
        Self { output, sources, last: Cell::new(0) }
    }

    /// Where a range of the text comes from.
    pub(in crate::syntax) fn of(&self, range: Range<usize>) -> Span {
        let length = u32::from(range.end > range.start);
        let last = range.end.saturating_sub(1).max(range.start);
        let first = self.segment(range.start);
        let (first_span, first_call) = self.output.place(first, range.start, length);
        if self.output.segments.get(first + 1).is_none_or(|next| last < next.out) {
            return first_span.to(self.output.place(first, last, length).0);
        }
        let (last_span, last_call) = self.output.place(self.segment(last), last, length);
        if first_span == last_span {
            first_span
        } else if first_call.is_some() && first_call == last_call {
            first_call.unwrap_or(first_span)
        } else {
            self.sources.join(first_call.unwrap_or(first_span), last_call.unwrap_or(last_span))
        }
    }

    /// The segment of an offset.
    fn segment(&self, offset: usize) -> usize {
        let beyond = |index: usize| self.output.segments.get(index).is_none_or(|segment| segment.out > offset);
        let mut index = self.last.get();
        if beyond(index) || !beyond(index + 2) {
            index = self.output.segments.partition_point(|segment| segment.out <= offset).saturating_sub(1);
        } else if !beyond(index + 1) {
            index += 1;
        }
        self.last.set(index);
        index
    }
}
