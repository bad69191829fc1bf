//! Duty: find the logical line that a directive stands on. Input: text and a place in it. Output: the line, with the
//! same length, in which comments and joints (`\` before a line end) are blanks.

use super::lex::{self, Class};
use std::borrow::Cow;

/// A logical line.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// The text, without comments and joints.
    pub(super) text: Cow<'t, str>,
    /// Where it ends: at a line end, or at the end of the text.
    pub(super) end: usize,
    /// Where a block comment begins that does not end.
    pub(super) open_comment: Option<usize>,
}

/// The logical line from `pos` on.
pub(super) fn logical(text: &str, pos: usize) -> Line<'_> {
    let bytes = text.as_bytes();
    let (mut at, mut blanks, mut open_comment) = (pos, Vec::new(), None);
    while at < bytes.len() && bytes[at] != b'\n' {
        let end = match lex::class(bytes[at]) {
            Class::Quote => {
                at = lex::quoted_end(text, at).unwrap_or_else(|end| end);
                continue;
            }
            Class::Slash => comment_end(text, at),
            Class::Backslash => lex::continuation(text, at).map(|length| Ok(at + 1 + length)),
            _ => None,
        };
        let Some(end) = end else {
            at += 1;
            continue;
        };
        open_comment = open_comment.or(end.is_err().then_some(at));
        let end = end.unwrap_or(text.len());
        blanks.push(at..end);
        at = end;
    }
    let end = at.min(text.len());
    Line { text: blank_out(text, pos, end, &blanks), end, open_comment }
}

fn blank_out<'t>(text: &'t str, pos: usize, end: usize, blanks: &[std::ops::Range<usize>]) -> Cow<'t, str> {
    if blanks.is_empty() {
        return Cow::Borrowed(&text[pos..end]);
    }
    let mut line = String::with_capacity(end - pos);
    let mut at = pos;
    for blank in blanks {
        line.push_str(&text[at..blank.start]);
        line.extend(std::iter::repeat_n(' ', blank.len()));
        at = blank.end;
    }
    line.push_str(&text[at..end]);
    Cow::Owned(line)
}

/// The end of the comment that begins at `pos`: `None` where none does, `Err` where it does not end. A line comment
/// ends before its line end, unless a joint continues it.
pub(super) fn comment_end(text: &str, pos: usize) -> Option<Result<usize, ()>> {
    match text.as_bytes().get(pos + 1) {
        Some(b'*') => Some(text[pos + 2..].find("*/").map(|length| pos + 2 + length + 2).ok_or(())),
        Some(b'/') => Some(Ok(line_comment_end(text, pos))),
        _ => None,
    }
}

fn line_comment_end(text: &str, pos: usize) -> usize {
    let mut from = pos;
    while let Some(length) = text[from..].find('\n') {
        let end = from + length;
        let line = text[pos..end].strip_suffix('\r').unwrap_or(&text[pos..end]);
        if !line.ends_with('\\') {
            return pos + line.len();
        }
        from = end + 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_joints_become_blanks() {
        let text = "a /* x\n y */ \"//\" \\\n b // c\nd";
        let line = logical(text, 0);
        assert_eq!(line.text.split_whitespace().collect::<Vec<_>>(), ["a", "\"//\"", "b"]);
        assert_eq!((line.text.len(), line.end), (text.len() - 2, text.len() - 2));
        assert!(matches!(logical("plain\nx", 0).text, Cow::Borrowed("plain")));
        assert_eq!(logical("a /* b", 0).open_comment, Some(2));
    }

    #[test]
    fn line_comments_can_be_joined() {
        assert_eq!(comment_end("// a\\\nb\nc", 0), Some(Ok(7)));
        assert_eq!(comment_end("// a\r\nb", 0), Some(Ok(4)));
        assert_eq!(comment_end("/ a", 0), None);
        assert_eq!(comment_end("/* a", 0), Some(Err(())));
    }
}
