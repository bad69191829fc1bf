//! Diagnostics as text.

use super::Diagnostic;
use crate::source::SourceMap;

/// `file:line:column: error[IDL0101]: message`
#[must_use]
pub fn short(diagnostic: &Diagnostic, _sources: &SourceMap) -> String {
    format!("error[{}]: {}", diagnostic.code, diagnostic.message)
}

/// All diagnostics, plain.
#[must_use]
pub fn plain(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    diagnostics.iter().map(|d| short(d, sources) + "\n").collect()
}
