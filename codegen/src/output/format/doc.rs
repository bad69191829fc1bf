//! Duty: the text of documentation out of the literal that carries it.
//! Input: a string literal as it is spelled. Output: what follows `///`, or nothing where a comment cannot say it.

use std::borrow::Cow;

/// What stands after `///` to give the same documentation.
pub(super) fn line(literal: &str) -> Option<Cow<'_, str>> {
    let value = if let Some(raw) = literal.strip_prefix('r') {
        let marks = raw.len() - raw.trim_start_matches('#').len();
        Cow::Borrowed(raw.get(marks + 1..raw.len().checked_sub(marks + 1)?)?)
    } else {
        let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
        if inner.contains('\\') { Cow::Owned(unescape(inner)?) } else { Cow::Borrowed(inner) }
    };
    // Four slashes are no documentation, and a comment ends with its line.
    (!value.starts_with('/') && !value.contains(['\n', '\r'])).then_some(value)
}

fn unescape(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next()? {
                c @ ('\\' | '"' | '\'') => out.push(c),
                't' => out.push('\t'),
                _ => return None,
            },
            c => out.push(c),
        }
    }
    Some(out)
}
