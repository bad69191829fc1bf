//! Duty: read comments. Input: the text of one comment. Output: whether it documents something, and its lines without
//! marks.

/// What a comment is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Purpose {
    /// `//` and `/*`, decorations such as `////` and `/***`, and what trails a declaration (`///<`).
    Ordinary,
    /// `///` and `/**`: documents what follows.
    Outer,
    /// `//!` and `/*!`: documents the file.
    Inner,
}

/// The purpose of `comment`, which begins with `//` or `/*`.
pub(super) fn purpose(comment: &str) -> Purpose {
    let rest = &comment.as_bytes()[2..];
    let block = comment.starts_with("/*");
    let mark = if block { b'*' } else { b'/' };
    match rest {
        [b'!', ..] => Purpose::Inner,
        // `///<` speaks of what stands before it.
        [first, b'<', ..] if *first == mark => Purpose::Ordinary,
        // The star of `/**/` is the closing one.
        [b'*', b'/'] if block => Purpose::Ordinary,
        [first, second, ..] if *first == mark && *second == mark => Purpose::Ordinary,
        [first, ..] if *first == mark => Purpose::Outer,
        _ => Purpose::Ordinary,
    }
}

/// The lines of a documentation comment.
pub(super) fn lines(comment: &str) -> Vec<String> {
    let body = &comment[3..];
    if comment.starts_with("//") {
        return vec![body.strip_prefix(' ').unwrap_or(body).trim_end().to_owned()];
    }
    let body = body.strip_suffix("*/").unwrap_or(body);
    let lines: Vec<String> = body.lines().enumerate().map(|(index, line)| block_line(line, index == 0)).collect();
    let full = |line: &String| !line.is_empty();
    match (lines.iter().position(full), lines.iter().rposition(full)) {
        (Some(first), Some(last)) => lines[first..=last].to_vec(),
        _ => Vec::new(),
    }
}

/// One line of a block comment, without the star that decorates its left edge.
fn block_line(line: &str, first: bool) -> String {
    let inner = line.trim_start();
    let inner = match inner.strip_prefix('*') {
        Some(rest) if !first => rest,
        _ => inner,
    };
    inner.strip_prefix(' ').unwrap_or(inner).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes() {
        for (comment, expected) in [
            ("// a", Purpose::Ordinary),
            ("//", Purpose::Ordinary),
            ("/// a", Purpose::Outer),
            ("///", Purpose::Outer),
            ("//// a", Purpose::Ordinary),
            ("///< a", Purpose::Ordinary),
            ("//! a", Purpose::Inner),
            ("/* a */", Purpose::Ordinary),
            ("/**/", Purpose::Ordinary),
            ("/** a */", Purpose::Outer),
            ("/*** a */", Purpose::Ordinary),
            ("/*! a */", Purpose::Inner),
        ] {
            assert_eq!(purpose(comment), expected, "{comment}");
        }
    }

    #[test]
    fn marks_are_taken_off() {
        assert_eq!(lines("///  indented "), [" indented"]);
        assert_eq!(lines("/** one */"), ["one"]);
        assert_eq!(lines("/**\n * one\n *\n *   two\n */"), ["one", "", "  two"]);
        assert_eq!(lines("/** */"), [""; 0]);
        assert_eq!(lines("/** * a list */"), ["* a list"]);
    }
}
