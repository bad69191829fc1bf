//! Duty: find the declarations inside text that is quoted for C headers.
//! Input: the text of a `cpp_quote`. Output: a constant for each `DEFINE_GUID`, which is how MIDL files declare
//! identifiers that belong to no interface; each `#define` that may be one, for `define` to look at.

use super::pass::{Declare, PACKINGS};
use crate::diag::{Code, Diagnostic};
use crate::model::{Const, Decl, Guid, Type, Value};
use crate::resolve::packing;
use crate::resolve::worklist::Macro;
use crate::source::Span;
use crate::syntax::ast::{Item, Name};

/// The last eight bytes of the identifiers that COM has set aside for OLE.
const OLE_TAIL: u128 = 0xc000_0000_0000_0046;

impl Declare<'_, '_> {
    /// Obeys the text's conditions and packings, and declares what it defines.
    pub(super) fn cpp_quote(&mut self, item: &Item, text: &Name) {
        for line in self.conditions.lines(&text.text) {
            if !self.conditions.obey(&line)
                && let Some(pragma) = packing::quoted(&line)
            {
                self.packed(&pragma, text.loc.0);
            }
        }
        self.defines(item, text);
    }

    /// Obeys what C compilers see of packing. MIDL itself does not, so that what is not understood is no error.
    fn packed(&mut self, pragma: &str, span: Span) {
        let told = if self.conditions.counts() {
            self.packing.pragma(pragma).map_err(|wrong| (wrong, PACKINGS))
        } else if self.conditions.may_be_seen() {
            let message = format!("`#pragma {pragma}` is not obeyed: it stands on a later side of a quoted condition");
            Err((message, "of the sides of a condition the first one that C may see counts"))
        } else {
            Ok(())
        };
        if let Err((message, help)) = told {
            self.r.sink.push(Diagnostic::warning(Code::BAD_PACKING, span, message).help(help));
        }
    }

    /// Declares what the text defines. Headers often quote one identifier twice, under opposite conditions: the first
    /// one counts. What C never sees defines nothing.
    fn defines(&mut self, item: &Item, text: &Name) {
        if self.conditions.hides().is_some() {
            return;
        }
        if let Some((name, body)) = macro_of(&text.text) {
            let name = Name { text: name.to_owned(), loc: text.loc };
            let head = self.head(&name, &item.docs, &[]);
            let at = self.tick();
            self.r.declared.macros.push(Macro { head, body: body.to_owned(), at });
        }
        let Some((name, guid)) = defined_guid(&text.text) else { return };
        if self.r.visible(name, self.here()).is_some() {
            return;
        }
        let name = Name { text: name.to_owned(), loc: text.loc };
        let head = self.head(&name, &item.docs, &[]);
        let id = self.r.model.consts.push(Const { head, ty: Type::Poison, value: Value::Guid(guid) });
        self.name(&name, Decl::Const(id));
        self.defined(Decl::Const(id));
    }
}

/// The name and body of `#define NAME body` on a line of its own. A name without a capital is left to C: in Rust it would
/// be taken for a function or variable.
fn macro_of(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim().strip_prefix('#')?.trim_start().strip_prefix("define")?;
    let (name, body) = rest.trim_start().split_once([' ', '\t'])?;
    let fits = rest.starts_with([' ', '\t']) && is_identifier(name) && name.contains(|c: char| c.is_ascii_uppercase());
    let body = body.split("//").next().unwrap_or_default().trim();
    (fits && !body.is_empty() && !text.trim().contains('\n')).then_some((name, body))
}

/// The name and value of `DEFINE_GUID(name, l, w1, w2, b1, …, b8)` or `DEFINE_OLEGUID(name, l, w1, w2)`.
fn defined_guid(text: &str) -> Option<(&str, Guid)> {
    let (call, rest) = text.trim().split_once('(')?;
    let (arguments, _) = rest.split_once(')')?;
    let mut arguments = arguments.split(',').map(str::trim);
    let name = arguments.next().filter(|name| is_identifier(name))?;
    let numbers: Vec<u64> = arguments.map(number).collect::<Option<_>>()?;
    let widths: &[u32] = match (call.trim(), numbers.len()) {
        ("DEFINE_GUID", 11) => &[32, 16, 16, 8, 8, 8, 8, 8, 8, 8, 8],
        ("DEFINE_OLEGUID", 3) => &[32, 16, 16],
        _ => return None,
    };
    let mut value = 0_u128;
    for (number, &width) in numbers.into_iter().zip(widths) {
        if number >> width != 0 {
            return None;
        }
        value = value << width | u128::from(number);
    }
    Some((name, Guid(if widths.len() == 3 { value << 64 | OLE_TAIL } else { value })))
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn number(text: &str) -> Option<u64> {
    let text = text.trim_end_matches(['l', 'L', 'u', 'U']);
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn defined(text: &str) -> Option<String> {
        defined_guid(text).map(|(name, guid)| format!("{name} {guid}"))
    }

    #[test]
    fn identifiers_are_read_as_headers_write_them() {
        assert_eq!(
            defined("DEFINE_GUID(PS_MAPI, 0x20328, 0, 0x00, 0xC0,0,0,0, 0,0,0,0x46);").as_deref(),
            Some("PS_MAPI 00020328-0000-0000-c000-000000000046")
        );
        assert_eq!(
            defined("  DEFINE_OLEGUID( IID_X, 0x00020303L, 0, 0)").as_deref(),
            Some("IID_X 00020303-0000-0000-c000-000000000046")
        );
    }

    #[test]
    fn macros_of_one_line_have_a_name_and_a_body() {
        assert_eq!(macro_of("#define MOST 42"), Some(("MOST", "42")));
        assert_eq!(macro_of("  #  define\tBits\t (1 | 2)  // some"), Some(("Bits", "(1 | 2)")));
        for text in ["#define GUARD", "#define MAX(a, b) a", "#define most 42", "#defined A 1", "#define A 1\n2", "A 1"]
        {
            assert_eq!(macro_of(text), None, "{text}");
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        for text in [
            "#include <x.h>",
            "DEFINE_GUID(A, 1, 2, 3);",
            "DEFINE_GUID(A, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 256)",
            "DEFINE_GUID(1A, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)",
            "DEFINE_GUID(A, 1, 0x10000, 3, 4, 5, 6, 7, 8, 9, 10, 11)",
            "DEFINE_GUID(A, 1, 2",
            "DEFINE_GUID(",
        ] {
            assert_eq!(defined(text), None, "{text}");
        }
    }
}
