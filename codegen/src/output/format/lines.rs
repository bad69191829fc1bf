//! Duty: lay pieces out in lines, as rustfmt would.
//! Input: [`Pieces`] with their spaces. Output: text.
//!
//! Brackets stay on their line where they fit with what follows them up to the next brackets; where they do not, each
//! of their elements has lines of its own. Whether something fits is told by the columns that the pieces carry, so the
//! cost grows with the number of pieces.

use super::piece::{Bracket, Pieces, Role};

const INDENT: &str = "    ";

/// Appends an item, or several, with blank lines between those that have a body; lines have `width` columns.
pub(super) fn item(text: &mut String, pieces: &Pieces, width: usize) {
    let start = text.len();
    let mut writer = Writer { text, pieces, width, line: start, depth: 0, fresh: true };
    writer.statements(0, pieces.list.len(), true);
    writer.text.push('\n');
}

struct Writer<'a> {
    text: &'a mut String,
    pieces: &'a Pieces,
    /// How many columns a line has.
    width: usize,
    /// Where the line began.
    line: usize,
    depth: usize,
    /// Whether nothing stands on the line yet.
    fresh: bool,
}

impl Writer<'_> {
    fn role(&self, index: usize) -> Role {
        self.pieces.list[index].role
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        self.line = self.text.len();
        for _ in 0..self.depth {
            self.text.push_str(INDENT);
        }
        self.fresh = true;
    }

    fn statements(&mut self, mut index: usize, end: usize, items: bool) {
        let mut had_body = false;
        while index < end {
            let next = self.statement_end(index, end);
            let has_body = self.has_body(next);
            if !self.fresh {
                if items && (has_body || had_body) {
                    self.text.push('\n');
                }
                self.new_line();
            }
            self.line(index, next);
            if self.role(next - 1) == Role::LastComma {
                self.text.push(',');
            }
            (index, had_body) = (next, has_body);
        }
    }

    /// Whether what ends here ends with braces that have lines of their own.
    fn has_body(&self, end: usize) -> bool {
        let is_brace = self.role(end - 1) == Role::Close(Bracket::Brace);
        is_brace && self.pieces.list[..end].last().is_some_and(|close| self.pieces.list[close.partner as usize].forced)
    }

    /// The place after a statement, item or entry.
    fn statement_end(&self, mut index: usize, end: usize) -> usize {
        while index < end {
            let next = self.pieces.skip(index);
            match self.role(index) {
                Role::Semicolon | Role::Comma | Role::LastComma => return next,
                Role::Open(Bracket::Brace) if next < end && self.ends_before(next) => return next,
                _ => index = next,
            }
        }
        end
    }

    /// Whether a statement that ended with braces cannot go on with this token.
    fn ends_before(&self, index: usize) -> bool {
        match self.role(index) {
            Role::Keyword => !matches!(self.pieces.text(&self.pieces.list[index]), "else" | "as"),
            Role::Word | Role::Path | Role::Prefix | Role::Hash | Role::Doc | Role::Open(_) => true,
            _ => false,
        }
    }

    /// The place after an element of a list.
    fn element_end(&self, mut index: usize, end: usize) -> usize {
        while index < end && !matches!(self.role(index), Role::Comma | Role::LastComma) {
            index = self.pieces.skip(index);
        }
        (index + 1).min(end)
    }

    /// Writes what stands on one line if it can.
    fn line(&mut self, mut index: usize, end: usize) {
        let mut broke = false;
        let is_chain = self.role(end - 1) != Role::Close(Bracket::Brace) && !self.has_room(index, end - 1);
        while index < end {
            let next = self.pieces.skip(index);
            match self.role(index) {
                Role::Infix if is_chain && self.is_logical(index) => {
                    self.depth += 1;
                    self.new_line();
                    self.depth -= 1;
                    self.flat(index, next);
                }
                Role::Doc => self.own_line(index, next, end),
                Role::Hash if self.fresh => {
                    index = self.attribute(index, end);
                    continue;
                }
                Role::Open(bracket) => {
                    let goes_on = broke && self.is_else(index);
                    let is_empty = next == index + 2;
                    broke = !is_empty && (goes_on || !self.fits(index, end));
                    if broke { self.broken(index, bracket) } else { self.flat(index, next) }
                }
                _ => self.flat(index, next),
            }
            index = next;
        }
    }

    /// Writes an attribute, or the mark alone where none follows (as in a macro); the place after it.
    fn attribute(&mut self, hash: usize, end: usize) -> usize {
        // That of what is around it has a mark before its brackets.
        let opens = |at: &usize| *at < end && self.role(*at) == Role::Open(Bracket::Square);
        let Some(open) = [hash + 1, hash + 2].into_iter().find(opens) else {
            self.flat(hash, hash + 1);
            return hash + 1;
        };
        let after = self.pieces.skip(open);
        if self.has_room(hash, after - 1) {
            self.flat(hash, after);
        } else {
            self.flat(hash, open + 1);
            self.line(open + 1, after - 1);
            self.flat(after - 1, after);
        }
        self.break_before(after, end);
        after
    }

    /// Writes a line that nothing may follow.
    fn own_line(&mut self, index: usize, next: usize, end: usize) {
        if !self.fresh {
            self.new_line();
        }
        self.flat(index, next);
        self.break_before(next, end);
    }

    fn break_before(&mut self, index: usize, end: usize) {
        if index < end {
            self.new_line();
        }
    }

    fn is_logical(&self, index: usize) -> bool {
        matches!(self.pieces.text(&self.pieces.list[index]), "&&" | "||")
    }

    /// Whether the braces belong to an `else`.
    fn is_else(&self, open: usize) -> bool {
        let before = &self.pieces.list[open - 1];
        before.role == Role::Keyword && self.pieces.text(before) == "else"
    }

    /// Whether brackets fit on the line, with what follows them up to the next place where it can be broken.
    fn fits(&self, open: usize, end: usize) -> bool {
        if self.pieces.list[open].forced {
            return false;
        }
        let mut last = self.pieces.list[open].partner as usize;
        let mut index = last + 1;
        while index < end {
            let next = self.pieces.skip(index);
            match self.role(index) {
                Role::Open(Bracket::Angle | Bracket::None) => last = next - 1,
                // Brackets without content cannot be broken.
                Role::Open(_) if next == index + 2 || self.is_else(index) => last = next - 1,
                Role::Open(_) => {
                    last = index;
                    break;
                }
                _ => last = index,
            }
            index = next;
        }
        self.has_room(open, last)
    }

    /// Whether the pieces up to and with `last` fit on the line.
    fn has_room(&self, first: usize, last: usize) -> bool {
        let list = &self.pieces.list;
        let before = list[first].column as usize - self.pieces.width(first) as usize - usize::from(list[first].space);
        self.text.len() - self.line + list[last].column as usize - before <= self.width
    }

    /// Writes pieces on one line.
    fn flat(&mut self, index: usize, end: usize) {
        for piece in &self.pieces.list[index..end] {
            if piece.role == Role::LastComma {
                continue;
            }
            if piece.space && !self.fresh {
                self.text.push(' ');
            }
            self.text.push_str(self.pieces.text(piece));
            self.fresh = false;
        }
    }

    /// Writes brackets whose content does not fit on the line.
    fn broken(&mut self, open: usize, bracket: Bracket) {
        let close = self.pieces.list[open].partner as usize;
        self.flat(open, open + 1);
        match bracket {
            Bracket::Angle | Bracket::None => self.line(open + 1, close),
            Bracket::Brace => self.indented(|writer| {
                writer.statements(open + 1, close, writer.pieces.list[open].content.items);
            }),
            Bracket::Paren | Bracket::Square if self.hugs(open, close) => {
                self.fresh = true;
                self.line(open + 1, close);
            }
            Bracket::Paren | Bracket::Square => self.indented(|writer| writer.elements(open, close)),
        }
        // Only braces have spaces inside, and these have lines.
        self.text.push_str(self.pieces.text(&self.pieces.list[close]));
        self.fresh = false;
    }

    fn indented(&mut self, content: impl FnOnce(&mut Self)) {
        self.depth += 1;
        self.new_line();
        content(self);
        self.depth -= 1;
        self.new_line();
        self.fresh = false;
    }

    fn elements(&mut self, open: usize, close: usize) {
        let mut index = open + 1;
        while index < close {
            let next = self.element_end(index, close);
            let is_last_comma = self.role(next - 1) == Role::LastComma;
            self.line(index, if is_last_comma { next - 1 } else { next });
            let is_open_end = next == close && self.role(next - 1) != Role::Comma && self.role(index) != Role::Range;
            if is_last_comma || (is_open_end && self.pieces.list[open].content.list) {
                self.text.push(',');
            }
            self.break_before(next, close);
            index = next;
        }
    }

    /// Whether only the last brackets of the content are to have lines: those of a closure, or of the only argument.
    fn hugs(&self, open: usize, close: usize) -> bool {
        let content = self.pieces.list[open].content;
        let has_comma = self.role(close - 1) == Role::LastComma;
        let last = &self.pieces.list[close - 1 - usize::from(has_comma)];
        let Role::Close(bracket) = last.role else { return false };
        let inner = last.partner as usize;
        let is_last = match bracket {
            Bracket::Brace => true,
            Bracket::Paren | Bracket::Square => {
                // What follows a colon is a type: there the name is to have a line too.
                let is_typed = self.pieces.list[open + 1..inner].iter().any(|piece| piece.role == Role::Colon);
                content.commas == u32::from(has_comma) && !is_typed
            }
            _ => false,
        };
        let forced = u32::from(self.pieces.list[inner].forced);
        is_last && content.forced == forced && self.has_room(open + 1, inner)
    }
}
