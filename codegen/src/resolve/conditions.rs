//! Conditions in text that is quoted for C: what a C compiler sees of the header that is written of a file.
//!
//! MIDL writes the quotes of a file between its declarations. What stands between `#if 0` and `#endif` is declared for
//! MIDL alone: C has it from another header, and what the file says of it is made up. Most conditions depend on what a
//! program defines; a declaration under one of those is meant for C, whether or not another header was first.

use crate::syntax::truth::{Truth, defined, spelled, truth};
use std::collections::HashMap;

/// The conditions around a place of a file.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    open: Vec<Condition>,
    /// Whether macros hold that the file itself defines for every C compiler, as conditions.
    macros: HashMap<String, Truth>,
    /// Whether a comment has begun that has not ended.
    in_comment: bool,
    /// The beginning of a line that a backslash continues.
    begun: String,
}

/// A condition, on one of its sides. What is asked of all that are open is kept by the innermost one: only that one
/// turns and ends.
#[derive(Debug)]
struct Condition {
    /// The first directive, as it is shown.
    first: String,
    /// The directive of this side, if that is another one.
    last: Option<String>,
    /// Whether C sees this side.
    seen: Truth,
    /// Whether C sees one of the sides below it.
    left: Truth,
    /// Whether an earlier side may be seen.
    is_later: bool,
    /// The place of the outermost condition around this one that C never sees.
    hidden_in: Option<usize>,
    /// Whether all conditions around this one are on the sides that count.
    around_counts: bool,
}

impl Conditions {
    /// The lines that a quote ends, without their comments.
    pub(super) fn lines(&mut self, text: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for line in text.split('\n') {
            match line.trim_end().strip_suffix('\\') {
                Some(line) => self.begun.push_str(line),
                None => {
                    // Lines are put together before comments are looked for, which may go on as they do.
                    let whole = std::mem::take(&mut self.begun) + line;
                    lines.push(without_comments(&whole, &mut self.in_comment));
                }
            }
        }
        lines
    }

    /// Obeys a line if it is a condition or an end of one.
    pub(super) fn obey(&mut self, line: &str) -> bool {
        let Some(directive) = directive(line) else { return false };
        let (word, rest) = split_word(directive);
        match word {
            "if" => self.begin(directive, truth(rest, &self.macros)),
            "ifdef" => self.begin(directive, defined(rest)),
            "ifndef" => self.begin(directive, defined(rest).not()),
            "elif" => self.turn(directive, truth(rest, &self.macros)),
            "elifdef" => self.turn(directive, defined(rest)),
            "elifndef" => self.turn(directive, defined(rest).not()),
            "else" => self.turn(directive, Truth::Yes),
            "endif" => drop(self.open.pop()),
            "define" | "undef" => {
                self.define(word, rest);
                return false;
            }
            _ => return false,
        }
        true
    }

    /// Notes what a macro is that the file defines. Where that depends on a program, the macro does too.
    fn define(&mut self, word: &str, rest: &str) {
        let rest = rest.trim_start();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (name, body) = rest.split_at(end);
        let always = self.open.iter().rev().take(MOST_AROUND).all(|one| one.seen == Truth::Yes);
        if word == "define" && always && self.open.len() <= MOST_AROUND && body.starts_with([' ', '\t']) {
            let truth = truth(body, &self.macros);
            self.macros.insert(name.to_owned(), truth);
        } else if self.hidden_in().is_none() {
            self.macros.remove(name);
        }
    }

    /// Of the sides of a condition the first one that can be seen counts, since there is one model for all targets.
    pub(super) fn counts(&self) -> bool {
        self.open.last().is_none_or(Condition::counts)
    }

    /// Whether a C compiler may see the place.
    pub(super) fn may_be_seen(&self) -> bool {
        self.hidden_in().is_none()
    }

    /// What hides a declaration from every C compiler, if something does.
    pub(super) fn hides(&self) -> Option<String> {
        match self.hidden_in() {
            Some(at) => Some(self.open[at].shown()),
            None => self.in_comment.then(|| "a comment".to_owned()),
        }
    }

    /// The place of the outermost condition that C never sees.
    fn hidden_in(&self) -> Option<usize> {
        let inner = self.open.last()?;
        inner.hidden_in.or_else(|| inner.seen.hides().then(|| self.open.len() - 1))
    }

    fn begin(&mut self, directive: &str, seen: Truth) {
        let (hidden_in, around_counts) = (self.hidden_in(), self.open.last().is_none_or(Condition::counts));
        let (first, last, left, is_later) = (spelled(directive), None, seen.not(), false);
        self.open.push(Condition { first, last, seen, left, is_later, hidden_in, around_counts });
    }

    fn turn(&mut self, directive: &str, condition: Truth) {
        let Some(one) = self.open.last_mut() else { return };
        one.last = Some(spelled(directive));
        one.is_later |= !one.seen.hides();
        one.seen = one.left.and(condition);
        one.left = one.left.and(condition.not());
    }
}

impl Condition {
    /// Whether this side counts, and those of all conditions around it.
    fn counts(&self) -> bool {
        self.around_counts && !self.seen.hides() && !self.is_later
    }

    /// The directives as they are shown: what stands between the first and the last one tells nothing.
    fn shown(&self) -> String {
        self.last.as_ref().map_or_else(|| self.first.clone(), |last| format!("{}, {last}", self.first))
    }
}

/// What follows the mark of a directive, however it is spelled.
fn directive(line: &str) -> Option<&str> {
    let line = line.trim();
    ["#", "%:", "??="].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim)
}

/// The word that a directive begins with, and the rest.
fn split_word(directive: &str) -> (&str, &str) {
    directive.split_at(directive.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(directive.len()))
}

/// A line without what is in comments, one of which may have begun before, or go on.
fn without_comments(line: &str, in_comment: &mut bool) -> String {
    let (mut kept, mut rest) = (String::new(), line);
    loop {
        if *in_comment {
            let Some((_, after)) = rest.split_once("*/") else { return kept };
            (*in_comment, rest) = (false, after);
        }
        let (code, comment) = rest.split_at(comment_in(rest));
        kept.push_str(code);
        let Some(after) = comment.strip_prefix("/*") else { return kept };
        kept.push(' ');
        (*in_comment, rest) = (true, after);
    }
}

/// Where the first comment begins, or the text ends. In a literal there is none.
fn comment_in(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut literal) = (0, None);
    while let Some(&byte) = bytes.get(at) {
        match (literal, byte) {
            (Some(_), b'\\') => at += 1,
            (Some(end), _) if end == byte => literal = None,
            (None, b'"' | b'\'') => literal = Some(byte),
            (None, b'/') if matches!(bytes.get(at + 1), Some(b'/' | b'*')) => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// Inside of how many conditions a macro is noted.
const MOST_AROUND: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::truth::MOST_SHOWN;

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
            &["#if 0x0"],
            &["#if -0"],
            &["#if !-0"],
            &["#if '\\0'"],
            &["#if 1 == 2", "#else"],
            &["#if false"],
            &["#if 1", "#elifdef X"],
            &["#if __midl >= 500"],
            &["%:if 0"],
            &["??=if 0"],
            &["#define NO 0", "#if NO"],
            &["#define NO (0)", "#define NONE NO && 1", "#if NONE || NO"],
            &["#define ONE 1", "#if !ONE"],
            &["#if X", "#define NO 1", "#endif", "#if 0"],
            &["x(\"//\") /* not for C"],
            &["'\"' /* not for C"],
            &["\"\\\"//\" /* not for C"],
            &["#if 0", "// goes on \\", "#endif"],
        ] {
            assert!(after(hidden).hides().is_some(), "{hidden:?}");
        }
        assert_eq!(after(&["#if 1 /* here */", "#else"]).hides().as_deref(), Some("#if 1, #else"));
        assert_eq!(after(&["#if 1", "#elif A", "#elif B"]).hides().as_deref(), Some("#if 1, #elif B"));
        let long = after(&[&format!("#if 0 && {}", "é".repeat(200))]).hides().expect("hidden");
        assert_eq!((long.chars().count(), long.starts_with("#if 0 && éé")), (MOST_SHOWN + 1, true));
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
            &["\"/*\"", "'/*'", "#if 0 /**/ // /*", "#endif"],
            &["// goes on \\", "#if 0"],
            &["#define X 0"],
            &["#define X 1", "#if X"],
            &["#define X 0", "#undef X", "#if X"],
            &["#ifdef Y", "#define X 0", "#endif", "#if X"],
            &["#define X 0", "#ifdef Y", "#define X 1", "#endif", "#if X"],
            &["#define X(a) 0", "#if X"],
            &["#if 0x500 && X"],
            &["#if true"],
            &["#if 0", "#elifndef X"],
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
            (&["#if X", "#else", "#if Y"], false),
            (&["#if X", "#else", "#if Y", "#endif", "#endif"], true),
        ] {
            assert_eq!(after(quotes).counts(), counts, "{quotes:?}");
        }
    }
}
