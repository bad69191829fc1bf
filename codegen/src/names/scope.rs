//! One Rust name space: each name is given once.

use std::collections::HashSet;
use std::sync::Arc;

/// Gives each name of a scope once: clashes are resolved in the order of declaration, by the fuller COM name and then
/// by a number.
#[derive(Debug, Default)]
pub struct Scope {
    taken: HashSet<String>,
    /// The names around it, which none here can have: a variable of the name of a constant is a pattern that means it.
    outer: Arc<HashSet<String>>,
}

impl Scope {
    /// A scope in which `taken` are in use.
    #[must_use]
    pub fn with(taken: &[&str]) -> Self {
        Self::inside(&Arc::default(), taken)
    }

    /// The same inside of other names.
    #[must_use]
    pub fn inside(outer: &Arc<HashSet<String>>, taken: &[&str]) -> Self {
        Self { taken: taken.iter().map(|&name| name.to_owned()).collect(), outer: Arc::clone(outer) }
    }

    /// Takes `name`, or `fuller` when that is in use, or one with a number.
    pub fn take(&mut self, name: String, fuller: impl FnOnce() -> String) -> String {
        let fuller = if self.is_free(&name) { name } else { fuller() };
        // `self_` and a number are `self_2`: two underscores are no snake case.
        let base = match plain(&fuller).trim_end_matches('_') {
            "" => plain(&fuller).to_owned(),
            base => base.to_owned(),
        };
        let numbered = (2_u32..).map(|n| format!("{base}_{n}"));
        let free = std::iter::once(fuller).chain(numbered).find(|name| self.is_free(name)).unwrap_or(base);
        self.taken.insert(plain(&free).to_owned());
        free
    }

    /// Takes `name`, or `name1`, `name2` and so on.
    pub fn take_numbered(&mut self, name: &str) -> String {
        let numbered = (1_u32..).map(|n| format!("{name}{n}"));
        let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| self.is_free(name));
        let free = free.unwrap_or_default();
        self.taken.insert(plain(&free).to_owned());
        free
    }

    /// Whether nothing has this name.
    #[must_use]
    pub fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(plain(name)) && !self.outer.contains(plain(name))
    }
}

/// A name without the mark of a raw identifier, which does not tell names apart.
fn plain(name: &str) -> &str {
    name.trim_start_matches("r#")
}
