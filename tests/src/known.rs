//! Reviewed differences between our definitions and an outside judge.
//!
//! A judge collects differences as texts. Each must be in a table with its reason, and each entry of the table must
//! still occur: so neither a new mistake nor an excuse that is no longer needed goes unseen.

use std::collections::BTreeSet;

/// Differences that have one reason.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Why they are right as they are.
    pub why: &'static str,
    /// The differences, word for word.
    pub what: &'static [&'static str],
}

/// The differences that no table lists, and the entries that do not occur, as lines.
#[must_use]
pub fn unexplained(found: &[String], tables: &[&[Known]]) -> Vec<String> {
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    let known: BTreeSet<&str> = tables.iter().copied().flatten().flat_map(|known| known.what).copied().collect();
    let new = found.difference(&known).map(|what| format!("differs: {what}"));
    new.chain(known.difference(&found).map(|what| format!("no longer differs: {what}"))).collect()
}

/// Fails unless the tables list exactly what was found.
///
/// # Panics
/// With the lines of [`unexplained`], if there are any.
pub fn assert_explained(found: &[String], tables: &[&[Known]]) {
    let lines = unexplained(found, tables);
    assert!(lines.is_empty(), "{} lines:\n{}", lines.len(), lines.join("\n"));
}
