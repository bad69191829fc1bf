//! Duty: text from elsewhere that goes into a line of something written.
//! Input: what anybody wrote. Output: the same, in one line and in the order in which it is read.

/// Text without the characters that end a line or change the direction in which it is read.
pub(crate) fn clean(text: &str) -> String {
    let is_odd =
        |c: char| (c.is_control() && c != '\t') || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if is_odd(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[test]
fn a_line_stays_one() {
    assert_eq!(clean("a\nb\u{2066}c\td\u{202e}"), "a\u{fffd}b\u{fffd}c\td\u{fffd}");
}
