//! Conditions in text that is quoted for C: what a C compiler sees of the header that is written of a file.
//!
//! MIDL writes the quotes of a file between its declarations. What stands between `#if 0` and `#endif` is declared for
//! MIDL alone: C has it from another header, and what the file says of it is made up. Most conditions depend on what a
//! program defines; a declaration under one of those is meant for C, whether or not another header was first.

mod truth;

use truth::{Truth, defined, truth};

/// The conditions around a place of a file.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    open: Vec<Condition>,
    /// Whether a comment has begun that has not ended.
    in_comment: bool,
    /// The beginning of a line that a backslash continues.
    begun: String,
}

/// A condition, on one of its sides.
#[derive(Debug)]
struct Condition {
    /// The directives up to this side.
    text: String,
    /// Whether C sees this side.
    seen: Truth,
    /// Whether C sees one of the sides below it.
    left: Truth,
    /// Whether an earlier side may be seen.
    is_later: bool,
}

impl Conditions {
    /// The lines that a quote ends, without their comments.
    pub(super) fn lines(&mut self, text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for line in text.split('\n') {
            let line = self.without_comments(line);
            match line.trim_end().strip_suffix('\\') {
                Some(line) => self.begun.push_str(line),
                None => lines.push(std::mem::take(&mut self.begun) + &line),
            }
        }
        lines
    }

    /// Obeys a line if it is a condition or an end of one.
    pub(super) fn obey(&mut self, line: &str) -> bool {
        let Some(directive) = line.trim().strip_prefix('#').map(str::trim) else { return false };
        let end = directive.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(directive.len());
        let (word, rest) = directive.split_at(end);
        match word {
            "if" => self.begin(directive, truth(rest)),
            "ifdef" => self.begin(directive, defined(rest)),
            "ifndef" => self.begin(directive, defined(rest).not()),
            "elif" => self.turn(directive, truth(rest)),
            "else" => self.turn(directive, Truth::Yes),
            "endif" => drop(self.open.pop()),
            _ => return false,
        }
        true
    }

    /// Of the sides of a condition the first one that can be seen counts, since there is one model for all targets.
    pub(super) fn counts(&self) -> bool {
        !self.in_comment && self.open.iter().all(|one| one.seen != Truth::No && !one.is_later)
    }

    /// What hides a declaration from every C compiler, if something does.
    pub(super) fn hides(&self) -> Option<&str> {
        let never = self.open.iter().find(|one| one.seen == Truth::No);
        never.map(|one| one.text.as_str()).or_else(|| self.in_comment.then_some("a comment"))
    }

    fn begin(&mut self, directive: &str, seen: Truth) {
        self.open.push(Condition { text: spelled(directive), seen, left: seen.not(), is_later: false });
    }

    fn turn(&mut self, directive: &str, condition: Truth) {
        let Some(one) = self.open.last_mut() else { return };
        one.text = format!("{}, {}", one.text, spelled(directive));
        one.is_later |= one.seen != Truth::No;
        one.seen = one.left.and(condition);
        one.left = one.left.and(condition.not());
    }

    fn without_comments(&mut self, line: &str) -> String {
        let (mut kept, mut rest) = (String::new(), line);
        loop {
            if self.in_comment {
                let Some((_, after)) = rest.split_once("*/") else { return kept };
                (self.in_comment, rest) = (false, after);
            }
            let line = rest.find("//").unwrap_or(rest.len());
            match rest[..line].split_once("/*") {
                Some((before, _)) => {
                    kept.push_str(before);
                    kept.push(' ');
                    (self.in_comment, rest) = (true, &rest[before.len() + 2..]);
                }
                None => return kept + &rest[..line],
            }
        }
    }
}

/// A directive as it is shown.
fn spelled(directive: &str) -> String {
    let words: Vec<_> = directive.split_whitespace().collect();
    format!("#{}", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(quotes: &[&str]) -> Conditions {
        let mut conditions = Conditions::default();
        for quote in quotes {
            for line in conditions.lines(quote) {
                conditions.obey(&line);
            }
        }
        conditions
    }

    #[test]
    fn what_no_c_compiler_sees_is_hidden() {
        for hidden in [
            &["#if 0"][..],
            &["  #  if 0 /* winnt.h */"],
            &["#if (0)"],
            &["#if 0L // never"],
            &["#if !1"],
            &["#if 1", "typedef int X;\n#else"],
            &["#if 1\n#elif X"],
            &["#ifdef _NEVER_"],
            &["#ifdef MIDL_PASS"],
            &["#if defined(__midl) || defined VDS_MIDL_PASS"],
            &["#ifndef __midl", "#else"],
            &["#if 0 && X > 2"],
            &["#ifdef X", "#if 0"],
            &["#if 0", "#ifdef X"],
            &["#if 0", "#ifdef X", "#endif"],
            &["#if 0", "#else", "#endif", "#if X", "#elif 0"],
            &["#if \\", "0"],
            &["#if 0 \\\n || 0"],
            &["/* not for C"],
        ] {
            assert!(after(hidden).hides().is_some(), "{hidden:?}");
        }
        assert_eq!(after(&["#if 1 /* here */", "#else"]).hides(), Some("#if 1, #else"));
    }

    #[test]
    fn what_some_c_compiler_sees_is_not() {
        for seen in [
            &["#if 1"][..],
            &["#if 0", "#else"],
            &["#if 0", "#elif X"],
            &["#if 0", "#endif"],
            &["#ifdef X", "#else"],
            &["#ifndef __midl"],
            &["#if !defined(X) && defined(__cplusplus)"],
            &["#if 0 || X >= 5"],
            &["#if X", "#else", "#endif /* X */"],
            &["// #if 0"],
            &["/* #if 0 */"],
            &["/*", "#if 0", "*/"],
            &["#define X 0"],
            &["#endif", "#else", "#elif 0"],
        ] {
            assert_eq!(after(seen).hides(), None, "{seen:?}");
        }
    }

    #[test]
    fn the_first_side_that_may_be_seen_counts() {
        for (quotes, counts) in [
            (&["#ifdef _WIN64"][..], true),
            (&["#ifdef _WIN64", "#else"], false),
            (&["#if 0", "#else"], true),
            (&["#if 0", "#elif X", "#else"], false),
            (&["#if 0"], false),
        ] {
            assert_eq!(after(quotes).counts(), counts, "{quotes:?}");
        }
    }
}
