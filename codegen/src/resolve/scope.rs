//! The names of a run and where each can be seen.

use super::nearest::nearest;
use crate::model::{Arena, Decl, Enum, File, Id, Record};
use crate::source::Span;
use indexmap::IndexMap;

/// A place in the order of a run: declarations count up, file after file, imported files before those that import
/// them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// The file.
    pub(super) file: Id<File>,
    /// The count of declarations before it.
    pub(super) seq: u32,
}

/// A declared name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// What it names.
    pub(super) decl: Decl,
    /// Where it is first declared.
    pub(super) place: Place,
    /// The name there.
    pub(super) span: Span,
}

/// How a name can be seen from a place, the best first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sight {
    /// It stands before the place, in the same file or in one that is imported.
    Clear,
    /// It stands in a file that was read before, but is not imported.
    Chance(Id<File>),
    /// Not at all.
    None,
}

impl Sight {
    fn better(self, other: Self) -> Self {
        match (self, other) {
            (Self::Clear, _) | (Self::Chance(_), Self::None | Self::Chance(_)) => self,
            _ => other,
        }
    }
}

/// What a tag names; tags have a name space of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag {
    /// `struct X` or `union X`
    Record(Id<Record>),
    /// `enum X`
    Enum(Id<Enum>),
}

/// The name tables. They keep the order of declaration, so that nothing depends on hashes.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// Interfaces, typedef names, constants, enumerators, coclasses, libraries, modules.
    names: IndexMap<String, Entry>,
    /// Further places where a name is declared: forward declarations, repeated typedefs.
    again: IndexMap<String, Vec<Place>>,
    /// The tags of structs, unions and enums.
    pub(super) tags: IndexMap<String, (Tag, Span)>,
    /// By file: the files that it imports, directly or not.
    reach: Vec<Vec<bool>>,
    /// The files that the user named.
    roots: Vec<Id<File>>,
}

impl Scope {
    /// The empty tables for files with these imports.
    pub(super) fn new(files: &Arena<File>) -> Self {
        let reach = files.ids().map(|from| reachable(files, from)).collect();
        let roots = files.iter().filter(|(_, file)| file.root).map(|(id, _)| id).collect();
        Self { reach, roots, ..Self::default() }
    }

    /// Declares a name unless it is declared already; then gives the entry that stands.
    pub(super) fn declare(&mut self, name: &str, entry: Entry) -> Option<Entry> {
        if let Some(known) = self.names.get(name) {
            return Some(*known);
        }
        self.names.insert(name.to_owned(), entry);
        None
    }

    /// Notes one more place where a name is declared.
    pub(super) fn declare_again(&mut self, name: &str, place: Place) {
        match self.again.get_mut(name) {
            Some(places) => places.push(place),
            None => {
                self.again.insert(name.to_owned(), vec![place]);
            }
        }
    }

    /// The entry of a name, wherever it can be seen from.
    pub(super) fn get(&self, name: &str) -> Option<Entry> {
        self.names.get(name).copied()
    }

    /// How the name of `entry` can be seen from `at`.
    pub(super) fn sight(&self, at: Place, name: &str, entry: &Entry) -> Sight {
        let again = self.again.get(name).into_iter().flatten();
        let places = std::iter::once(&entry.place).chain(again).filter(|place| place.seq <= at.seq);
        let sights = places.map(|place| {
            if place.file == at.file || self.imports(at.file, place.file) {
                Sight::Clear
            } else if self.share_a_root(at.file, place.file) {
                Sight::Chance(place.file)
            } else {
                Sight::None
            }
        });
        sights.reduce(Sight::better).unwrap_or(Sight::None)
    }

    /// Whether the name of `entry` can be seen from `at`, and not by chance.
    fn sees(&self, at: Place, name: &str, entry: &Entry) -> bool {
        self.sight(at, name, entry) == Sight::Clear
    }

    /// Whether one of the user's files imports both, directly or not.
    fn share_a_root(&self, file: Id<File>, other: Id<File>) -> bool {
        self.roots.iter().any(|root| {
            let reaches = |file: Id<File>| *root == file || self.imports(*root, file);
            reaches(file) && reaches(other)
        })
    }

    /// Whether the file imports the other one, directly or not.
    pub(super) fn imports(&self, file: Id<File>, other: Id<File>) -> bool {
        self.reach[file.index()][other.index()]
    }

    /// The name visible from `at`, among those that `wanted` accepts, that `name` most likely was meant to be.
    pub(super) fn nearest(&self, at: Place, name: &str, wanted: impl Fn(Decl) -> bool) -> Option<&str> {
        let visible = self.names.iter().filter(|(name, entry)| wanted(entry.decl) && self.sees(at, name, entry));
        nearest(name, visible.map(|(name, _)| name.as_str()))
    }

    /// All names in the order of their declaration.
    pub(super) fn names(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.names.iter()
    }
}

/// The files that `from` imports, directly or not.
fn reachable(files: &Arena<File>, from: Id<File>) -> Vec<bool> {
    let mut seen = vec![false; files.len()];
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for &import in &files[file].imports {
            if !std::mem::replace(&mut seen[import.index()], true) {
                open.push(import);
            }
        }
    }
    seen
}
