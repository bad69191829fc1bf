//! What a comparison saw, and the comparison of types.

use mapidl_codegen::model::{Dialect, Model, Type};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// What a comparison saw.
#[derive(Default)]
pub(crate) struct Comparison {
    /// What differs, as texts.
    pub(crate) differences: Vec<String>,
    /// How many single things were compared.
    pub(crate) compared: usize,
    /// What the facts have and `idl/` has not.
    pub(crate) undeclared: BTreeSet<String>,
}

impl Comparison {
    /// Compares one thing.
    pub(crate) fn same<T: PartialEq + Display>(&mut self, place: &str, ours: T, theirs: T) {
        self.compared += 1;
        if ours != theirs {
            self.differences.push(format!("{place}: {ours}, not {theirs}"));
        }
    }
}

/// Two spellings of one type.
pub(crate) struct SameType {
    /// In `idl/`.
    pub(crate) ours: &'static str,
    /// In the facts.
    pub(crate) theirs: &'static str,
    /// Why both are right.
    pub(crate) why: &'static str,
}

/// Compares types by their spelling.
pub(crate) struct Types<'m> {
    /// What they belong to.
    pub(crate) model: &'m Model,
    /// The names of records by their tags.
    tags: BTreeMap<&'m str, &'m str>,
    same: &'m [SameType],
    /// Which of `same` were met.
    met: BTreeSet<usize>,
}

impl<'m> Types<'m> {
    pub(crate) fn new(model: &'m Model, same: &'m [SameType]) -> Self {
        let records = model.records.iter().map(|(_, record)| record);
        let tags = records.filter_map(|record| Some((record.tag.as_deref()?, record.head.name.as_str()))).collect();
        Self { model, tags, same, met: BTreeSet::new() }
    }

    /// Compares one type.
    pub(crate) fn compare(&mut self, seen: &mut Comparison, place: &str, ours: &Type, theirs: &str) {
        let (ours, theirs) = (self.canonical(&self.model.spell(ours, Dialect::Idl)), self.canonical(theirs));
        match self.same.iter().position(|same| same.ours == ours && same.theirs == theirs) {
            Some(known) => {
                self.met.insert(known);
                seen.compared += 1;
            }
            None => seen.same(place, ours, theirs),
        }
    }

    /// The spellings that were not met, with their reasons.
    pub(crate) fn unmet(&self) -> Vec<(&'static str, &'static str)> {
        let unmet = self.same.iter().enumerate().filter(|(index, _)| !self.met.contains(index));
        unmet.map(|(_, same)| (same.ours, same.why)).collect()
    }

    /// One spelling for one type: arrays without a length are pointers, tags are names, and whether the copy that a
    /// callee gets is const does not matter.
    fn canonical(&self, ty: &str) -> String {
        let spaced = ty.replace("[]", "*").replace('*', " * ").replace('[', " [");
        let mut words: Vec<&str> =
            spaced.split_whitespace().filter(|word| !["struct", "union"].contains(word)).collect();
        if words.last() == Some(&"const") {
            words.pop();
        } else if words.first() == Some(&"const") && !words.contains(&"*") {
            words.remove(0);
        } else if words.get(1) == Some(&"const") {
            words.swap(0, 1);
        }
        if let [.., "short", "int"] | [.., "short", "int", "*"] = words[..] {
            words.retain(|word| *word != "int");
        }
        words.iter().map(|word| *self.tags.get(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
    }
}
