//! Whether a condition holds for a C compiler, as far as its text alone tells.

use std::collections::HashMap;

/// How deep parentheses are looked into.
const MAX_DEPTH: usize = 32;

/// What is known of a condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Truth {
    /// It never holds.
    No,
    /// No program has a say in it, and it is not found out. What stands under it may be for nobody.
    Untold,
    /// It depends on what a program defines.
    Unknown,
    /// It always holds.
    Yes,
}

/// Whether macros hold as conditions.
type Macros = HashMap<String, Truth>;

impl Truth {
    pub(crate) const fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Yes => Self::No,
            other => other,
        }
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Untold, _) | (_, Self::Untold) => Self::Untold,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Whether what stands under the condition is hidden, as far as is known.
    pub(crate) const fn hides(self) -> bool {
        matches!(self, Self::No | Self::Untold)
    }
}

/// Whether the condition of an `#if` holds.
pub(crate) fn truth(text: &str, macros: &Macros) -> Truth {
    within(text, macros, 0)
}

/// Whether a name is defined where C is compiled.
pub(crate) fn defined(name: &str) -> Truth {
    if is_of_idl_compilers(name.trim()) { Truth::No } else { Truth::Unknown }
}

/// Whether a macro is defined by IDL compilers, or for them, and never for C: by its name nobody else would.
pub(super) fn is_of_idl_compilers(name: &str) -> bool {
    matches!(name, "__midl" | "__WIDL__" | "_NEVER_") || name.ends_with("MIDL_PASS")
}

/// The most characters of a directive that are shown.
pub(crate) const MOST_SHOWN: usize = 100;

/// A directive as it is shown.
pub(crate) fn spelled(directive: &str) -> String {
    let words: Vec<_> = directive.split_whitespace().collect();
    let mut shown = format!("#{}", words.join(" "));
    if let Some((end, _)) = shown.char_indices().nth(MOST_SHOWN) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}

fn within(text: &str, macros: &Macros, depth: usize) -> Truth {
    if depth > MAX_DEPTH {
        return guess(text, macros);
    }
    let all = |part: &str| split(part, "&&").fold(Truth::Yes, |truth, part| truth.and(single(part, macros, depth)));
    // One of them holds unless none does.
    split(text, "||").fold(Truth::Yes, |none, part| none.and(all(part).not())).not()
}

/// Whether a part without `||` and `&&` holds.
fn single(text: &str, macros: &Macros, depth: usize) -> Truth {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('!').filter(|rest| !rest.starts_with('=')) {
        let is_one = !rest.contains(['=', '<', '>', '+', '-', '*', '/', '%', '&', '|', '^', '?']);
        let is_one = is_one || is_wrapped(rest.trim());
        return if is_one { within(rest, macros, depth + 1).not() } else { guess(text, macros) };
    }
    if is_wrapped(text) {
        return within(&text[1..text.len() - 1], macros, depth + 1);
    }
    if let Some(rest) = text.strip_prefix("defined").filter(|rest| rest.starts_with([' ', '\t', '('])) {
        let name = rest.trim();
        let name = name.strip_prefix('(').and_then(|name| name.strip_suffix(')')).unwrap_or(name);
        return if name.trim().contains(|c| !is_part(c)) { guess(text, macros) } else { defined(name) };
    }
    match (number(text), macros.get(text)) {
        (Some(0), _) => Truth::No,
        (Some(_), _) => Truth::Yes,
        (None, Some(truth)) => *truth,
        // A name that is no macro is 0.
        (None, None) if text == "false" || is_of_idl_compilers(text) => Truth::No,
        (None, None) => guess(text, macros),
    }
}

/// What is known of a text that is not understood: a program has a say in it if it has a name that is not decided.
fn guess(text: &str, macros: &Macros) -> Truth {
    let decided = |name: &str| name == "defined" || is_of_idl_compilers(name) || told(macros, name);
    let mut names =
        text.split(|c| !is_part(c)).filter(|word| word.starts_with(|c: char| is_part(c) && !c.is_ascii_digit()));
    if names.all(decided) { Truth::Untold } else { Truth::Unknown }
}

/// Whether a character may stand in a name.
pub(super) fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether no program has a say in what a macro is.
fn told(macros: &Macros, name: &str) -> bool {
    name == "false" || macros.get(name).is_some_and(|truth| *truth != Truth::Unknown)
}

/// The value of a number of C.
fn number(text: &str) -> Option<u64> {
    let digits = text.trim_end_matches(['l', 'L', 'u', 'U']);
    match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(hex) => u64::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    }
}

/// Whether the text is one pair of parentheses with what is between them.
fn is_wrapped(text: &str) -> bool {
    let mut depth = 0_usize;
    let closes = text.bytes().position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    text.starts_with('(') && closes.is_some_and(|at| at > 0 && at + 1 == text.len())
}

/// The parts between an operator of two bytes, outside of parentheses.
fn split<'t>(text: &'t str, operator: &'static str) -> impl Iterator<Item = &'t str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let part = rest.take()?;
        let mut depth = 0_usize;
        let at = part.bytes().enumerate().position(|(at, byte)| {
            match byte {
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && part.as_bytes()[at..].starts_with(operator.as_bytes())
        });
        let Some(at) = at else { return Some(part) };
        rest = Some(&part[at + operator.len()..]);
        Some(&part[..at])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_hold_as_far_as_their_text_tells() {
        for (text, expected) in [
            ("0", Truth::No),
            ("1", Truth::Yes),
            ("2UL", Truth::Yes),
            (" ( 0 ) ", Truth::No),
            ("!0", Truth::Yes),
            ("!(0 || 0)", Truth::Yes),
            ("X", Truth::Unknown),
            ("__midl", Truth::No),
            ("!defined(__midl)", Truth::Yes),
            ("defined __WIDL__ && X", Truth::No),
            ("defined (X) || 1", Truth::Yes),
            ("defined(X) || 0", Truth::Unknown),
            ("(0) && (1)", Truth::No),
            ("(0) || (1)", Truth::Yes),
            ("0x0UL", Truth::No),
            ("0x10", Truth::Yes),
            ("0 == 0", Truth::Untold),
            ("!0 == 0", Truth::Untold),
            ("!(0 == 0)", Truth::Untold),
            ("-0 && X", Truth::Untold),
            ("-0 || 1", Truth::Yes),
            ("0 == X", Truth::Unknown),
            ("defined(__midl) == 1", Truth::Untold),
            ("F(0 && 0)", Truth::Unknown),
            ("", Truth::Untold),
            (")(", Truth::Untold),
        ] {
            assert_eq!(truth(text, &Macros::new()), expected, "{text}");
        }
    }

    #[test]
    fn deep_parentheses_are_left_alone() {
        let text = "(".repeat(100_000) + "0" + &")".repeat(100_000);
        assert_eq!(truth(&text, &Macros::new()), Truth::Untold);
    }
}
