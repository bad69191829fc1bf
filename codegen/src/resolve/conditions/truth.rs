//! Whether a condition holds for a C compiler, as far as its text alone tells.

/// How deep parentheses are looked into.
const MAX_DEPTH: usize = 32;

/// What is known of a condition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Truth {
    /// It never holds.
    No,
    /// It depends on what a program defines.
    Unknown,
    /// It always holds.
    Yes,
}

impl Truth {
    pub(super) const fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }

    pub(super) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }
}

/// Whether the condition of an `#if` holds.
pub(super) fn truth(text: &str) -> Truth {
    within(text, 0)
}

/// Whether a name is defined where C is compiled.
pub(super) fn defined(name: &str) -> Truth {
    if is_of_idl_compilers(name.trim()) { Truth::No } else { Truth::Unknown }
}

/// Whether a macro is defined by IDL compilers, or for them, and never for C: by its name nobody else would.
fn is_of_idl_compilers(name: &str) -> bool {
    matches!(name, "__midl" | "__WIDL__" | "_NEVER_") || name.ends_with("MIDL_PASS")
}

fn within(text: &str, depth: usize) -> Truth {
    if depth > MAX_DEPTH {
        return Truth::Unknown;
    }
    let all = |part: &str| split(part, "&&").fold(Truth::Yes, |truth, part| truth.and(single(part, depth)));
    // One of them holds unless none does.
    split(text, "||").fold(Truth::Yes, |none, part| none.and(all(part).not())).not()
}

/// Whether a part without `||` and `&&` holds.
fn single(text: &str, depth: usize) -> Truth {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('!').filter(|rest| !rest.starts_with('=')) {
        let is_one = !rest.contains(['=', '<', '>', '+', '-', '*', '/', '%', '&', '|', '^', '?']);
        return if is_one || is_wrapped(rest.trim()) { within(rest, depth + 1).not() } else { Truth::Unknown };
    }
    if is_wrapped(text) {
        return within(&text[1..text.len() - 1], depth + 1);
    }
    if let Some(rest) = text.strip_prefix("defined").filter(|rest| rest.starts_with([' ', '\t', '('])) {
        let name = rest.trim();
        let name = name.strip_prefix('(').and_then(|name| name.strip_suffix(')')).unwrap_or(name);
        return defined(name);
    }
    let digits = text.trim_end_matches(['l', 'L', 'u', 'U']);
    match digits.parse::<u64>() {
        Ok(0) => Truth::No,
        Ok(_) => Truth::Yes,
        // A name that is no macro is 0.
        Err(_) => defined(text),
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
            ("0 == 0", Truth::Unknown),
            ("!0 == 0", Truth::Unknown),
            ("F(0 && 0)", Truth::Unknown),
            ("", Truth::Unknown),
            (")(", Truth::Unknown),
        ] {
            assert_eq!(truth(text), expected, "{text}");
        }
    }

    #[test]
    fn deep_parentheses_are_left_alone() {
        let text = "(".repeat(100_000) + "0" + &")".repeat(100_000);
        assert_eq!(truth(&text), Truth::Unknown);
    }
}
