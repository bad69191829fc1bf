//! How a text that cannot be loaded is reported.

use super::{Code, Diagnostic};
use crate::source::{LoadError, Span};

impl Diagnostic {
    /// Reports that a text could not be loaded, at the `import` or `#include` that asks for it, if one does.
    #[must_use]
    pub fn cannot_load(error: &LoadError, span: Option<Span>) -> Self {
        let code = match error {
            LoadError::Missing { .. } if span.is_some() => Code::MISSING_IMPORT,
            LoadError::Missing { .. } | LoadError::Directory { .. } | LoadError::Unreadable { .. } => Code::CANNOT_READ,
            LoadError::NotUtf8 { .. } | LoadError::NotUtf16 { .. } => Code::NOT_UTF8,
            LoadError::TooLarge { .. } => Code::TOO_LARGE,
        };
        let message = error.to_string();
        let diagnostic = match span {
            Some(span) => Self::error(code, span, message),
            None => Self::global(code, message),
        };
        explain(diagnostic, error)
    }
}

fn explain(diagnostic: Diagnostic, error: &LoadError) -> Diagnostic {
    match error {
        LoadError::Missing { searched, .. } => {
            searched.iter().fold(diagnostic, |diagnostic, place| diagnostic.note(format!("looked for {place}")))
        }
        LoadError::NotUtf8 { .. } | LoadError::NotUtf16 { .. } => diagnostic.help("save it as UTF-8"),
        _ => diagnostic,
    }
}
