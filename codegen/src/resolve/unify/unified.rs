//! Which declarations were made one.

use crate::model::Decl;
use std::collections::HashMap;

/// What declarations count as, where that is not themselves.
#[derive(Debug, Default)]
pub(super) struct Unified(pub(super) HashMap<Decl, Decl>);

impl Unified {
    /// The declaration that counts.
    pub(super) fn of(&self, decl: Decl) -> Decl {
        let mut decl = decl;
        while let Some(first) = self.0.get(&decl) {
            decl = *first;
        }
        decl
    }
}
