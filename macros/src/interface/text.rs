//! Duty: IDL text that remembers which Rust tokens it was made of. Input: pieces of text, with and without a token.
//! Output: the text, and the [`Place`] of any range of it.

use crate::report::Place;
use proc_macro2::Span;
use std::ops::Range;

/// IDL text with its origins.
#[derive(Debug, Default)]
pub(super) struct Text {
    text: String,
    /// The pieces that come from a token, in order.
    marks: Vec<(Range<usize>, Span)>,
}

impl Text {
    /// The text.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds text of no token.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds text that a token stands for.
    pub(super) fn push_at(&mut self, text: &str, span: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        self.marks.push((start..self.text.len(), span));
    }

    /// Adds all of another text.
    pub(super) fn append(&mut self, other: Self) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.into_iter().map(|(range, span)| (range.start + shift..range.end + shift, span)));
    }

    /// The tokens that a range was made of; where it was made of none, the one before it.
    pub(super) fn place(&self, range: Range<usize>) -> Option<Place> {
        let first = self.marks.partition_point(|(mark, _)| mark.end <= range.start);
        let end = self.marks.partition_point(|(mark, _)| mark.start < range.end);
        let first = if first < end { first } else { first.saturating_sub(1) };
        let last = end.max(first + 1) - 1;
        Some(Place { first: self.marks.get(first)?.1, last: self.marks.get(last)?.1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::TokenStream;
    use std::str::FromStr;

    /// The column at which the place of a range begins, and the one at which it ends.
    fn columns(text: &Text, range: Range<usize>) -> Option<(usize, usize)> {
        text.place(range).map(|place| (place.first.start().column, place.last.end().column))
    }

    #[test]
    fn ranges_lead_back_to_tokens() {
        let tokens = TokenStream::from_str("one two").unwrap();
        let mut tokens = tokens.into_iter().map(|token| token.span());
        let (mut text, mut rest) = (Text::default(), Text::default());
        assert_eq!(columns(&text, 0..1), None);
        text.push("[");
        text.push_at("eins", tokens.next().unwrap());
        rest.push("] ");
        rest.push_at("zwei", tokens.next().unwrap());
        rest.push(";");
        text.append(rest);
        assert_eq!(text.as_str(), "[eins] zwei;");
        assert_eq!(columns(&text, 1..5), Some((0, 3)));
        assert_eq!(columns(&text, 7..9), Some((4, 7)), "a part of a token");
        assert_eq!(columns(&text, 0..12), Some((0, 7)), "all of them");
        assert_eq!(columns(&text, 5..6), Some((0, 3)), "no token: the one before");
        assert_eq!(columns(&text, 12..12), Some((4, 7)), "the end");
        assert_eq!(columns(&text, 0..0), Some((0, 3)), "before the first one");
    }
}
