//! Attributes by their names.

use super::row::Effect;
use super::table::AttrKind;
use crate::syntax::ast::Attr;
use std::fmt;
use std::sync::LazyLock;

/// All kinds, sorted by name.
static BY_NAME: LazyLock<Vec<AttrKind>> = LazyLock::new(|| {
    let mut all = AttrKind::ALL.to_vec();
    all.sort_by_key(|kind| kind.name());
    all
});

impl AttrKind {
    /// The attribute of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = BY_NAME.binary_search_by_key(&name, |kind| kind.name()).ok()?;
        Some(BY_NAME[found])
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether an attribute is of this kind.
    #[must_use]
    pub fn is(self, attr: &Attr) -> bool {
        attr.name.text == self.name()
    }

    /// Whether it may say of memory what nothing makes use of.
    pub(super) fn is_unread(attr: &Attr) -> bool {
        Self::named(&attr.name.text).is_none_or(|kind| kind.row().effect == Effect::Raw)
    }
}

impl fmt::Display for AttrKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// All names, sorted.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    BY_NAME.iter().map(|kind| kind.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_that_of_one_kind() {
        for kind in AttrKind::ALL {
            assert_eq!(AttrKind::named(kind.name()), Some(*kind), "{kind}");
        }
        assert!(names().is_sorted_by(|a, b| a < b));
        assert_eq!(AttrKind::named("colour"), None);
    }

    #[test]
    fn the_reference_writes_each_attribute() {
        for kind in AttrKind::ALL {
            assert!(!kind.row().meanings.is_empty(), "{kind} is not explained");
            for meaning in kind.row().meanings.iter().filter(|meaning| !meaning.written.is_empty()) {
                assert!(meaning.written.contains(kind.name()), "{kind}: {}", meaning.written);
            }
        }
    }
}
