//! Duty: go through a file once. Input: its text. Output: slices that no macro touches go to the output as they are;
//! comments, directives and macros are handed to those who know them.

use super::Preprocessor;
use super::budget::MAX_INCLUDE_DEPTH;
use super::comment::{self, Purpose};
use super::group::Group;
use super::lex::{self, Class};
use super::line;
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Span};
use crate::syntax::hopeless;
use std::sync::Arc;

/// How many `#if`s without an end are told of.
const MAX_OPEN_GROUPS: usize = 10;

/// A place in a file that is being read.
pub(super) struct Reader {
    pub(super) file: FileId,
    pub(super) text: Arc<str>,
    /// The offset of the text's first byte.
    pub(super) base: u32,
    pub(super) pos: usize,
    /// Everything before it went to the output.
    pub(super) copied: usize,
    /// Whether only blanks and comments stand before `pos` in its line.
    pub(super) line_start: bool,
    /// The open `#if`s.
    pub(super) groups: Vec<Group>,
}

impl Reader {
    /// The span of a range of the text.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.base + start as u32, self.base + end as u32)
    }
}

impl Preprocessor<'_> {
    /// Reads a file from its first to its last byte.
    pub(super) fn file(&mut self, file: FileId) {
        let source = self.sources.file(file);
        let (text, base) = (Arc::clone(&source.text), source.start);
        let mut reader = Reader { file, text, base, pos: 0, copied: 0, line_start: true, groups: Vec::new() };
        if self.depth >= MAX_INCLUDE_DEPTH || !self.budget.read(reader.text.len()) {
            let asked = self.sources.file(file).imported.unwrap_or(reader.span(0, 0));
            return self.give_up(asked, "files include each other without end");
        }
        self.depth += 1;
        self.scan(&mut reader);
        self.flush(&mut reader, None);
        self.depth -= 1;
        for group in reader.groups.iter().take(MAX_OPEN_GROUPS) {
            let error = Diagnostic::error(Code::PREPROCESSOR, group.span, "this `#if` has no `#endif`");
            self.sink.push(error);
        }
    }

    fn scan(&mut self, reader: &mut Reader) {
        let text = Arc::clone(&reader.text);
        while let Some(byte) = text.as_bytes().get(reader.pos) {
            match lex::class(*byte) {
                Class::Blank => reader.pos += 1,
                Class::Newline => {
                    reader.pos += 1;
                    reader.line_start = true;
                }
                Class::Hash if reader.line_start => self.directive(reader),
                Class::Slash => self.slash(reader),
                class => {
                    reader.line_start = false;
                    self.ordinary(reader, class);
                }
            }
            if self.budget.is_spent() || hopeless(self.sink) {
                return;
            }
        }
    }

    /// What is neither blank nor comment nor directive.
    fn ordinary(&mut self, reader: &mut Reader, class: Class) {
        let start = reader.pos;
        match class {
            Class::Letter => {
                reader.pos = lex::word_end(&reader.text, start);
                if let Some(id) = self.macros.find(&reader.text[start..reader.pos]) {
                    self.expand_in_file(reader, start, id);
                }
            }
            Class::Digit => reader.pos = lex::number_end(&reader.text, start),
            Class::Quote => {
                reader.pos = lex::quoted_end(&reader.text, start).unwrap_or_else(|end| {
                    self.open_string(reader.span(start, end));
                    end
                });
            }
            Class::Backslash => self.backslash(reader),
            Class::Nul => self.nul(reader),
            _ => reader.pos += 1,
        }
    }

    /// A joint of two lines is a blank; any other backslash is left for the parser to refuse.
    fn backslash(&mut self, reader: &mut Reader) {
        match lex::continuation(&reader.text, reader.pos) {
            Some(length) => self.flush(reader, Some(reader.pos + 1 + length)),
            None => reader.pos += 1,
        }
    }

    fn nul(&mut self, reader: &mut Reader) {
        let start = reader.pos;
        let run = reader.text.as_bytes()[start..].iter().position(|byte| *byte != 0);
        let end = run.map_or(reader.text.len(), |length| start + length);
        self.error(Code::NUL_BYTE, reader.span(start, end), "a NUL byte in the text");
        self.flush(reader, Some(end));
    }

    fn slash(&mut self, reader: &mut Reader) {
        let start = reader.pos;
        match line::comment_end(&reader.text, start) {
            None => {
                reader.pos += 1;
                reader.line_start = false;
            }
            Some(Ok(end)) => {
                self.flush(reader, Some(end));
                self.keep_doc(reader, start, end);
            }
            Some(Err(())) => {
                self.open_comment(reader.span(start, start + 2));
                self.flush(reader, Some(reader.text.len()));
            }
        }
    }

    /// Reports a string that does not end.
    pub(super) fn open_string(&mut self, span: Span) {
        self.error(Code::UNTERMINATED, span, "this string does not end on its line");
    }

    /// Reports a block comment that does not end.
    pub(super) fn open_comment(&mut self, span: Span) {
        self.error(Code::UNTERMINATED, span, "this comment does not end");
    }

    fn keep_doc(&mut self, reader: &Reader, start: usize, end: usize) {
        let comment = &reader.text[start..end];
        match comment::purpose(comment) {
            Purpose::Ordinary => {}
            purpose => self.out.mark_doc(comment::lines(comment), purpose, reader.span(start, end)),
        }
    }

    /// Gives what was read to the output. With `skip_to`, a blank takes the place of the text up to there.
    pub(super) fn flush(&mut self, reader: &mut Reader, skip_to: Option<usize>) {
        self.out.push_slice(&reader.text[reader.copied..reader.pos], reader.base + reader.copied as u32);
        if let Some(end) = skip_to {
            self.out.push_blank();
            reader.pos = end;
        }
        reader.copied = reader.pos;
    }
}
