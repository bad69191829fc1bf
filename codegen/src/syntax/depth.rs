//! Duty: keep the parser's stack finite. Input: the text of a declaration. Output: where it is nested too deep, if it is.
//!
//! The grammar recurses at brackets and at `?`, and nowhere else.

use super::split::{Marks, Set, set};

/// How deep brackets, conditional expressions and operators may be nested.
pub(super) const MAX_DEPTH: usize = 128;

static NESTING: Set = set(b"([{}])?,;");

/// The place that is nested deeper than [`MAX_DEPTH`].
pub(super) fn too_deep(text: &str) -> Option<usize> {
    // For each open bracket, and the outside, the number of `?` in the expression that is being read there.
    let mut open = vec![0_usize];
    let mut depth = 0_usize;
    for (pos, mark) in Marks::new(text.as_bytes(), 0, &NESTING) {
        match mark {
            b'(' | b'[' | b'{' => {
                open.push(0);
                depth += 1;
            }
            b'?' => {
                *open.last_mut()? += 1;
                depth += 1;
            }
            b',' | b';' => depth -= std::mem::take(open.last_mut()?),
            _ if open.len() > 1 => depth -= 1 + open.pop()?,
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(pos);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted() {
        let nested = |n: usize| format!("{}{}", "([{".repeat(n), "}])".repeat(n));
        assert_eq!(too_deep(&nested(42)), None);
        assert_eq!(too_deep(&nested(43)), Some(128));
        assert_eq!(too_deep(&"a ? b : ".repeat(129)), Some(128 * 8 + 2));
        assert_eq!(too_deep(&"a ? b : c, (d ? e : f), ".repeat(500)), None);
        assert_eq!(too_deep(&"'('".repeat(500)), None);
    }
}
