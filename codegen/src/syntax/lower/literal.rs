//! Numbers, characters and strings.

/// The value of a quoted string or character, without its prefix, quotes and escapes, and whether the prefix is `L`.
pub(super) fn unquote(text: &str) -> (String, bool) {
    let (text, wide) = match text.strip_prefix('L') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let inner = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
    (unescape(inner), wide)
}

/// Puts characters in the place of C's escapes. A joint of two lines is nothing.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let (value, length) = escape(&rest[at + 1..]);
        out.extend(value);
        rest = &rest[at + 1 + length..];
    }
    out.push_str(rest);
    out
}

/// The character that the text after a backslash stands for, and the length of that text.
fn escape(text: &str) -> (Option<char>, usize) {
    let Some(first) = text.chars().next() else { return (Some('\\'), 0) };
    match first {
        'n' => (Some('\n'), 1),
        't' => (Some('\t'), 1),
        'r' => (Some('\r'), 1),
        'a' => (Some('\x07'), 1),
        'b' => (Some('\x08'), 1),
        'f' => (Some('\x0c'), 1),
        'v' => (Some('\x0b'), 1),
        'x' => numeric(&text[1..], 16, 8).map_or((Some('x'), 1), |(value, length)| (Some(value), 1 + length)),
        '0'..='7' => numeric(text, 8, 3).map_or((Some(first), 1), |(value, length)| (Some(value), length)),
        '\n' => (None, 1),
        '\r' if text.starts_with("\r\n") => (None, 2),
        other => (Some(other), other.len_utf8()),
    }
}

fn numeric(text: &str, radix: u32, longest: usize) -> Option<(char, usize)> {
    let length = text.bytes().take(longest).take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let value = u32::from_str_radix(&text[..length], radix).ok()?;
    Some((char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_unescaped() {
        assert_eq!(unquote(r#""a\"b\\\n\x41\101\0z""#), ("a\"b\\\nAA\0z".to_owned(), false));
        assert_eq!(unquote("L'é'"), ("é".to_owned(), true));
        assert_eq!(unquote("\"a\\\nb\""), ("ab".to_owned(), false));
        assert_eq!(unquote(r#""\xffffffff""#).0, "\u{fffd}");
        assert_eq!(unquote(r#""\x""#).0, "x");
    }
}
