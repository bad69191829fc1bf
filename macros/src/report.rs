//! Duty: show the compiler's diagnostics where Rust's own appear.
//! Input: a [`Compilation`], and where in the Rust text its texts come from. Output: an error with one message for each
//! error; or warnings as tokens.

use mapidl_codegen::diag::{Code, Diagnostic, Label, Severity, render};
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::source::{SourceMap, Span};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, TokenStreamExt, format_ident, quote_spanned};
use syn::Error;

/// A run of Rust tokens, by its first and last one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The first token.
    pub(crate) first: proc_macro2::Span,
    /// The last token.
    pub(crate) last: proc_macro2::Span,
}

impl From<proc_macro2::Span> for Place {
    fn from(span: proc_macro2::Span) -> Self {
        Self { first: span, last: span }
    }
}

/// As tokens a place is all that `syn` asks of what it underlines: two tokens with these spans.
impl ToTokens for Place {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Ident::new("first", self.first));
        tokens.append(Ident::new("last", self.last));
    }
}

/// Gives the warnings of a run as tokens.
///
/// `locate` finds the Rust text that a span comes from. What comes from none is shown at `door` and names its file and
/// line.
///
/// # Errors
/// The errors of the run, each with a message of its own.
pub(crate) fn judge(
    compilation: &Compilation,
    door: proc_macro2::Span,
    locate: impl Fn(Span) -> Option<Place>,
) -> syn::Result<TokenStream> {
    let (mut errors, mut warnings) = (Errors::default(), TokenStream::new());
    for diagnostic in &compilation.diagnostics {
        let text = text(diagnostic, &compilation.sources, &locate);
        let place = diagnostic.span().and_then(&locate).unwrap_or_else(|| door.into());
        match diagnostic.severity {
            Severity::Error => errors.push(Error::new_spanned(place, text)),
            Severity::Warning => warnings.extend(warning(diagnostic.code, place, &text)),
        }
    }
    let shown = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    if compilation.errors > shown {
        errors.push(Error::new(door, format!("there are {} more errors", compilation.errors - shown)));
    }
    errors.into_result().map(|()| warnings)
}

/// The message with what explains it. Where rustc shows the place, the message does not name it again.
fn text(diagnostic: &Diagnostic, sources: &SourceMap, locate: impl Fn(Span) -> Option<Place>) -> String {
    let mut text = match diagnostic.span() {
        Some(span) if locate(span).is_none() => render::short(diagnostic, sources),
        _ => format!("{}: {}", diagnostic.code, diagnostic.message),
    };
    let aside = |label: &Label| match locate(label.span) {
        Some(_) => format!("`{}`: {}", sources.text(label.span), label.text),
        None => format!("{}{}", position(label.span, sources), label.text),
    };
    let asides = diagnostic.labels.iter().skip(1).map(|label| ("note", aside(label)));
    let notes = diagnostic.notes.iter().map(|note| ("note", note.clone()));
    let help = diagnostic.help.iter().map(|help| ("help", help.clone()));
    for (kind, line) in asides.chain(notes).chain(help) {
        text.push_str(&format!("\n{kind}: {line}"));
    }
    text
}

/// `file:line:column: `
fn position(span: Span, sources: &SourceMap) -> String {
    let position = sources.locate(span);
    let text = position.map(|at| format!("{}:{}:{}: ", sources.file(at.file).display, at.line, at.column));
    text.unwrap_or_default()
}

/// An error of the trait door itself.
pub(crate) fn bad_trait(place: impl ToTokens, message: &str, help: &str) -> Error {
    Error::new_spanned(place, format!("{}: {message}\nhelp: {help}", Code::BAD_TRAIT))
}

/// A warning. Macros cannot print one on stable Rust; the use of something deprecated shows the text.
fn warning(code: Code, place: Place, text: &str) -> TokenStream {
    let name = format_ident!("{}", code.to_string(), span = place.first);
    let note = text.strip_prefix(&format!("{code}: ")).unwrap_or(text);
    quote_spanned! {place.first=>
        const _: () = {
            #[deprecated(note = #note)]
            const #name: () = ();
            #name
        };
    }
}

/// Several errors as one.
#[derive(Debug, Default)]
pub(crate) struct Errors(Option<Error>);

impl Errors {
    /// Adds an error.
    pub(crate) fn push(&mut self, error: Error) {
        match &mut self.0 {
            Some(all) => all.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// Keeps the error of a result and gives its value.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// The errors, if there are any.
    pub(crate) fn into_result(self) -> syn::Result<()> {
        self.0.map_or(Ok(()), Err)
    }
}
