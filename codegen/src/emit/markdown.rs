//! Duty: documentation of the IDL as Markdown that rustdoc shows and never runs, follows or complains of.
//! Input: lines that anybody wrote. Output: lines without code to test, HTML, links by name, or characters that a
//! comment cannot hold.
//!
//! Only a fence at the very beginning of a line, which ends all lists and quotations, is kept as a block of plain text.
//! Every other way to code (fences in lists and quotations, fences without an end, indentation) becomes prose: which of
//! them mean code depends on all that stands before, and a mistake would compile somebody's text.

use crate::text::clean;

/// As many blanks before a line as can never make code of it.
const MAX_INDENT: usize = 3;

/// The lines as they may follow `///` and a blank.
pub(crate) fn lines<'t>(lines: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let lines = lines.into_iter().flat_map(|line| line.split(['\n', '\r', '\u{2028}', '\u{2029}']));
    let lines: Vec<_> = lines.map(|line| clean(line).trim_end().to_owned()).collect();
    let common = lines.iter().filter(|line| !line.is_empty()).map(|line| indent(line)).min().unwrap_or(0);
    let lines: Vec<_> = lines.iter().map(|line| line.get(common..).unwrap_or_default()).collect();
    let cells = in_tables(&lines);
    // A fence that finds no end leaves none for those after it that are as long.
    let (mut out, mut at, mut endless) = (Vec::new(), 0, [usize::MAX; 2]);
    while let Some(&line) = lines.get(at) {
        at += 1;
        let fence = Fence::at(line).filter(|fence| fence.marks.len() < endless[fence.kind()]);
        let end = fence.and_then(|fence| fence.end(&lines[at..]));
        match fence.zip(end) {
            Some((fence, length)) => {
                out.push(format!("{}text", fence.marks));
                out.extend(lines[at..=at + length].iter().map(|&line| line.to_owned()));
                at += length + 1;
            }
            None => {
                if let Some(fence) = fence {
                    endless[fence.kind()] = fence.marks.len();
                }
                out.push(prose(line, cells[at - 1]));
            }
        }
    }
    out
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The beginning of a block of code.
#[derive(Clone, Copy)]
struct Fence<'t> {
    marks: &'t str,
}

impl<'t> Fence<'t> {
    fn at(line: &'t str) -> Option<Self> {
        let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let rest = line.trim_start_matches(mark);
        let marks = &line[..line.len() - rest.len()];
        let is_fence = marks.len() >= 3 && !(mark == '`' && rest.contains('`'));
        is_fence.then_some(Self { marks })
    }

    /// Whether it is made of backticks or of tildes.
    fn kind(self) -> usize {
        usize::from(self.marks.starts_with('~'))
    }

    /// How many lines stand before the one that ends the block.
    fn end(self, lines: &[&str]) -> Option<usize> {
        lines.iter().position(|line| {
            let marks = line.trim_start_matches(' ');
            line.len() - marks.len() <= MAX_INDENT && marks.starts_with(self.marks) && {
                let mark = &self.marks[..1];
                marks.trim_start_matches(mark).trim_matches([' ', '\t']).is_empty()
            }
        })
    }
}

/// For each line whether its paragraph can be a table: one that has a line of dashes.
fn in_tables(lines: &[&str]) -> Vec<bool> {
    let is_rule = |line: &&str| line.contains('-') && line.chars().all(|c| "|:->\t ".contains(c));
    let paragraphs = lines.split_inclusive(|line| line.trim().is_empty());
    paragraphs.flat_map(|lines| std::iter::repeat_n(lines.iter().any(is_rule), lines.len())).collect()
}

/// A line outside of blocks.
fn prose(line: &str, is_cell: bool) -> String {
    let mut rest = line.trim_start_matches([' ', '\t']);
    let blanks = &line[..line.len() - rest.len()];
    let width = if blanks.contains('\t') { MAX_INDENT } else { blanks.len().min(MAX_INDENT) };
    let mut out = " ".repeat(width);
    // Many blanks behind the mark of a list or quotation are code in it.
    while let Some((mark, after)) = container(rest) {
        out.push_str(mark);
        rest = after.trim_start_matches([' ', '\t']);
        if !rest.is_empty() {
            out.push(' ');
        }
    }
    if rest.starts_with("~~~") {
        out.push('\\');
    }
    out.push_str(&spans(rest, is_cell));
    out
}

/// Splits off the mark of a list item or quotation.
fn container(text: &str) -> Option<(&str, &str)> {
    let ends = |at: usize| text.get(at..).filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let length = match text.as_bytes().get(digits)? {
        b'>' if digits == 0 => return Some(text.split_at(1)),
        b'-' | b'+' | b'*' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    ends(length).map(|rest| (&text[..length], rest))
}

/// Text in a line: code in backticks stays, URLs become links, and nothing else means more than itself.
pub(crate) fn inline(text: &str) -> String {
    spans(text, true)
}

/// In a table a bar ends a cell, and with it code.
fn spans(text: &str, is_cell: bool) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '`' => code(rest, is_cell, &mut out),
            '\\' => escape(rest, &mut out),
            '<' | 'h' => url(rest, &mut out),
            _ => 0,
        };
        if taken == 0 {
            if matches!(c, '<' | '[' | ']') {
                out.push('\\');
            }
            out.push(c);
        }
        rest = &rest[taken.max(c.len_utf8())..];
    }
    out
}

/// Copies code in backticks; backticks without an end are characters.
fn code(text: &str, is_cell: bool, out: &mut String) -> usize {
    let rest = text.trim_start_matches('`');
    let marks = &text[..text.len() - rest.len()];
    let mut at = 0;
    while let Some(found) = rest[at..].find('`') {
        let start = at + found;
        let run = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        at = start + run;
        if run == marks.len() {
            let length = marks.len() + at;
            if is_cell && text[..length].contains('|') {
                break;
            }
            out.push_str(&text[..length]);
            return length;
        }
    }
    out.push_str(&"\\`".repeat(marks.len()));
    marks.len()
}

/// Copies a character that is escaped already.
fn escape(text: &str, out: &mut String) -> usize {
    match text.as_bytes().get(1) {
        Some(next) if next.is_ascii_punctuation() => {
            out.push_str(&text[..2]);
            2
        }
        // At the end of a line it would be a line break.
        None => {
            out.push_str("\\\\");
            1
        }
        _ => 0,
    }
}

/// Writes a URL, in brackets or bare, as a link.
fn url(text: &str, out: &mut String) -> usize {
    let inner = text.strip_prefix('<').unwrap_or(text);
    let Some(rest) = inner.strip_prefix("http").map(|rest| rest.strip_prefix('s').unwrap_or(rest)) else { return 0 };
    let Some(host) = rest.strip_prefix("://") else { return 0 };
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    let end = host.find(|c: char| !is_part(c)).unwrap_or(host.len());
    let host = &host[host[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']).len()..];
    let link = &inner[..inner.len() - host.len()];
    if link.ends_with("://") {
        return 0;
    }
    if inner.len() == text.len() {
        out.push_str(&format!("<{link}>"));
        link.len()
    } else if host.starts_with('>') {
        out.push_str(&format!("<{link}>"));
        link.len() + 2
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> String {
        lines(text.lines()).join("\n")
    }

    #[test]
    fn prose_stays_what_it_is() {
        for text in [
            "Says `a[0] <b>`.",
            "# Title",
            "- one\n- two",
            "a * b",
            "1. one",
            "one\n   three",
            "``a ` b``",
            "\\[x\\]",
            "",
        ] {
            assert_eq!(all(text), text);
        }
    }

    #[test]
    fn nothing_is_html_or_a_link() {
        assert_eq!(all("a <b> [c](d) ![e]"), "a \\<b> \\[c\\](d) !\\[e\\]");
        assert_eq!(all("an ` alone <b>"), "an \\` alone \\<b>");
        assert_eq!(all("``a` <b>"), "\\`\\`a\\` \\<b>");
        assert_eq!(all("end\\"), "end\\\\");
        assert_eq!(all("see http://a.b/c?d=e."), "see <http://a.b/c?d=e>.");
        assert_eq!(
            all("see <https://a.b>, <http://> <https://a b>"),
            "see <https://a.b>, \\<http://> \\<<https://a> b>"
        );
    }

    #[test]
    fn fences_are_plain_text() {
        assert_eq!(all("```\nlet <a>\n    b\n```\nafter <"), "```text\nlet <a>\n    b\n```\nafter \\<");
        assert_eq!(all("~~~~rust\n~~~\n```\n~~~~~"), "~~~~text\n~~~\n```\n~~~~~");
        assert_eq!(all("  ```c\n  x\n  ```"), "```text\nx\n```");
    }

    #[test]
    fn other_ways_to_code_are_prose() {
        assert_eq!(all("```\nno end"), "\\`\\`\\`\nno end");
        assert_eq!(all("a\n\n    indented"), "a\n\n   indented");
        assert_eq!(all("a\n\n\tindented"), "a\n\n   indented");
        assert_eq!(all("-      x\n>\t y\n1)     z"), "- x\n> y\n1) z");
        assert_eq!(all("- ```\n  x\n  ```"), "- \\`\\`\\`\n  x\n  \\`\\`\\`");
        assert_eq!(all("> ~~~\n> x"), "> \\~~~\n> x");
        assert_eq!(all("> - ~~~"), "> - \\~~~");
    }

    #[test]
    fn the_cost_grows_with_the_text() {
        for line in ["```a", "~~~~ b", "|-|", "`"] {
            assert_eq!(lines(std::iter::repeat_n(line, 200_000)).len(), 200_000);
        }
    }

    #[test]
    fn a_cell_ends_code() {
        assert_eq!(all("`A | B`"), "`A | B`");
        assert_eq!(all("|a|b|\n|-|-|\n`<b>|`|`c`"), "|a|b|\n|-|-|\n\\`\\<b>|\\`|`c`");
        assert_eq!(inline("`a|<b>`"), "\\`a|\\<b>\\`");
    }

    #[test]
    fn no_line_ends_early() {
        assert_eq!(all("a\rb\u{2028}c\u{202e}d\u{b}"), "a\nb\nc\u{fffd}d\u{fffd}");
    }

    /// What no reader of Markdown may find: the judge is the one that rustdoc uses, with its options.
    fn found(text: &str) -> Option<String> {
        use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION;
        Parser::new_ext(text, options)
            .find_map(|event| match &event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &**info == "text" => None,
                Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) => None,
                Event::Start(Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock) => Some(event),
                Event::Start(Tag::FootnoteDefinition(_)) => Some(event),
                Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => Some(event),
                _ => None,
            })
            .map(|event| format!("{event:?}"))
    }

    /// What Markdown consists of.
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        "```", "````", "~~~", "~~~~", "`", "``", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\n    ", "\n\n     ",
        "- ", "-", "* ", "+ ", "> ", ">", "1. ", "14) ", "1.", "\n- ", "\n> ", "\n  - ", "# ", "#", "---", "===",
        "rust", "text", "a", "b c", "<b>", "</p>", "<!--", "-->", "<?", "?>", "<![CDATA[", "<script>", "<pre", ">",
        "<", "[a]", "(b)", "[a]: b", "[^1]", "[^1]: x", "![", "]", "\\", "\\\\", "&lt;", "&#96;", "http://a.bc",
        "<http://a.bc", "https://", "<mailto:a@b.c>", "<a@b.c>", "|", "|a|b|\n|-|-|\n", "~~", "*", "_", "\u{a0}",
        "\u{b}", "\u{feff}", "\r",
    ];

    /// These parts, in an order that nobody foresees.
    fn parts() -> impl proptest::strategy::Strategy<Value = String> {
        use proptest::strategy::Strategy as _;
        proptest::collection::vec(proptest::sample::select(PARTS), 0..24).prop_map(|parts| parts.concat())
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(4096))]

        #[test]
        fn no_text_becomes_code_html_or_a_link(text in parts(), more in parts()) {
            let lines: Vec<_> = lines([&*text, "Between.", &*more]);
            // Rustdoc takes away the blanks that all lines begin with.
            let common = lines.iter().filter(|line| !line.is_empty()).map(|line| indent(line)).min().unwrap_or(0);
            let unindented = lines.iter().map(|line| line.get(common..).unwrap_or_default().to_owned()).collect::<Vec<_>>();
            for lines in [lines, unindented] {
                let text = lines.join("\n");
                proptest::prop_assert_eq!(found(&text), None, "{}", text);
            }
        }
    }
}
