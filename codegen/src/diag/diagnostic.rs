//! One message, as data.

use super::Code;
use crate::source::Span;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// The input is wrong: nothing is written.
    Error,
    /// The input is accepted, and something in it has no effect or looks like a slip.
    Warning,
}

/// A place and what to say beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The text to underline.
    pub span: Span,
    /// What to say there; may be empty for the primary label.
    pub text: String,
}

/// One message about a text.
///
/// The message is lower case, without a full stop, and says what is wrong with *this* text in IDL words; what to do
/// about it goes to [`Diagnostic::help`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The stable code.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where: the first label is the primary one. Empty only for messages about no text at all (an empty search path).
    pub labels: Vec<Label>,
    /// Facts that explain it.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at `span`.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, Some(span), message.into())
    }

    /// A warning at `span`.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, Some(span), message.into())
    }

    /// An error that no text is to blame for.
    pub fn global(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, None, message.into())
    }

    fn new(severity: Severity, code: Code, span: Option<Span>, message: String) -> Self {
        let labels = span.map(|span| Label { span, text: String::new() }).into_iter().collect();
        Self { code, severity, message, labels, notes: Vec::new(), help: None }
    }

    /// Sets what to say beside the primary place.
    #[must_use]
    pub fn here(mut self, text: impl Into<String>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The primary place.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}
