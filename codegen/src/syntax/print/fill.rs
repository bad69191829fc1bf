//! Filling lines. Input: attributes on one line. Output: the same in as few lines as they need, broken behind commas,
//! before `|`, and at the blanks of a string, which becomes several strings.

use super::{INDENT, Printer};

/// What may be done between two parts of a text.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    /// A blank, or a line end in its place.
    Blank,
    /// Nothing, or the end of a string, a line end, and the beginning of another string.
    String,
}

impl Printer {
    /// Writes a text behind so many columns of a line, and into further lines, indented once more, where it is too long.
    /// Returns the columns of the last line. Neither counts the blanks that all lines begin with.
    pub(super) fn filled(&mut self, text: &str, mut column: usize) -> usize {
        for (index, (gap, part)) in parts(text).into_iter().enumerate() {
            let width = part.chars().count();
            let glue = usize::from(gap == Gap::Blank && index > 0);
            // Where a string goes on in the next line there must be room for its quote.
            let is_cut = part.ends_with(' ');
            if index > 0 && column + glue + width + usize::from(is_cut) > self.room() {
                self.out.push_str(if gap == Gap::String { "\"\n" } else { "\n" });
                self.indent();
                self.out.push_str(INDENT);
                column = INDENT.len();
                if gap == Gap::String {
                    self.out.push('"');
                    column += 1;
                }
            } else if glue > 0 {
                self.out.push(' ');
                column += 1;
            }
            self.out.push_str(part);
            column += width;
        }
        column
    }
}

/// Cuts a text where lines may be broken; each part comes with the gap before it.
fn parts(text: &str) -> Vec<(Gap, &str)> {
    let bytes = text.as_bytes();
    let (mut parts, mut start, mut gap, mut at) = (Vec::new(), 0, Gap::Blank, 0);
    // The quote that an open literal ends with, and whether the literal can be cut: strings can, wide ones and
    // characters cannot.
    let mut literal = None;
    while at < bytes.len() {
        match (bytes[at], literal) {
            (b'\\', Some(_)) => at += 1,
            (quote @ (b'"' | b'\''), None) => literal = Some((quote, quote == b'"' && !bytes[..at].ends_with(b"L"))),
            (byte, Some((quote, _))) if byte == quote => literal = None,
            (b' ', Some((_, true))) => {
                parts.push((gap, &text[start..=at]));
                (start, gap) = (at + 1, Gap::String);
            }
            (b' ', None) if at > 0 && bytes[at - 1] == b',' || bytes[at + 1..].starts_with(b"| ") => {
                parts.push((gap, &text[start..at]));
                (start, gap) = (at + 1, Gap::Blank);
            }
            _ => {}
        }
        at += 1;
    }
    parts.push((gap, &text[start..]));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_commas_bars_and_in_strings() {
        let texts = |text| parts(text).into_iter().map(|(_, part)| part).collect::<Vec<_>>();
        assert_eq!(
            texts(r#"a(b, c | d, "e \" f", L"g h")"#),
            ["a(b,", "c", "| d,", r#""e "#, r#"\" "#, r#"f","#, r#"L"g h")"#]
        );
        assert_eq!(texts(r#"a('"', L'"' + 'b, \'', "'", 1)"#), [r#"a('"',"#, r#"L'"' + 'b, \'',"#, r#""'","#, "1)"]);
    }

    #[test]
    fn strings_go_on_in_the_next_line() {
        let mut printer = Printer { out: String::new(), depth: 1 };
        printer.indent();
        printer.filled(&format!("says(\"{}end\")", "word ".repeat(30)), 0);
        let lines: Vec<&str> = printer.out.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.len() <= super::super::WIDTH));
        assert!(lines[0].ends_with("word \"") && lines[1].starts_with("        \"word "));
    }
}
