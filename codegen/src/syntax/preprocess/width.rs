//! Duty: tell of conditions that ask for the width of a target, which nobody has given. Input: conditions that are read.
//! Output: warnings. One model describes targets of both widths, so that neither side of such a condition fits it.

use super::Preprocessor;
use super::lex::{self, Kind};
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, is_header};

/// What C compilers define for targets of 64 bits, and for processors.
const WIDE: &str = "_WIN64";
const PROCESSORS: [&str; 4] = ["_M_AMD64", "_M_X64", "_M_ARM64", NARROW];
/// The processor of 32 bits.
const NARROW: &str = "_M_IX86";

impl Preprocessor<'_> {
    /// Warns of the first name in a condition that asks for a width. C headers and bundled files are not the caller's.
    pub(super) fn ask_width(&mut self, condition: &str, offset: u32, file: FileId) {
        if !PROCESSORS.iter().chain([&WIDE]).any(|name| condition.contains(name)) || self.is_foreign(file) {
            return;
        }
        let tokens = lex::tokens(condition, offset);
        let asked = tokens.iter().find(|token| token.kind == Kind::Name && self.is_untold(token.text()));
        let Some(token) = asked else { return };
        let (name, read) = match token.text() {
            NARROW => (NARROW, "not as for 32-bit x86"),
            name if self.is_defined(WIDE) => (name, "as for another processor"),
            name => (name, "as for 32 bits"),
        };
        let message = format!("`{name}` is not defined: the text is read {read}");
        let other = if name == NARROW { WIDE } else { NARROW };
        let help = format!("`-D {name}` reads it the other way, `-D {other}` says that it is meant so");
        self.sink.push(Diagnostic::warning(Code::WIDTH_UNKNOWN, token.span, message).help(help));
    }

    /// Whether a name asks for a width, and nothing says which one it is.
    fn is_untold(&self, name: &str) -> bool {
        if name == WIDE {
            return !self.is_defined(WIDE) && !self.is_defined(NARROW);
        }
        let is_wide = name == NARROW && self.is_defined(WIDE);
        PROCESSORS.contains(&name) && !is_wide && !PROCESSORS.iter().any(|one| self.is_defined(one))
    }

    fn is_defined(&self, name: &str) -> bool {
        self.macros.find(name).is_some()
    }

    fn is_foreign(&self, file: FileId) -> bool {
        let file = self.sources.file(file);
        is_header(&file.name) || file.origin.is_bundled()
    }
}
