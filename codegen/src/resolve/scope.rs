//! The names of a run and where each can be seen.

use crate::model::{Arena, Decl, Enum, File, Id, Record};
use crate::source::Span;
use crate::suggest::nearest;
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

/// A place where a name is declared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<T = Decl> {
    /// What it names.
    pub(super) decl: T,
    /// Where it is declared.
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

/// What a tag names; tags have a name space of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag {
    /// `struct X` or `union X`
    Record(Id<Record>),
    /// `enum X`
    Enum(Id<Enum>),
}

/// How many declarations of one name are kept of one file; with more of them it has errors enough.
const MAX_REPEATS: usize = 8;

/// Names, each with the places that declare it. Files that do not see each other may give one name several meanings.
///
/// The order of declaration is kept, so that nothing depends on hashes.
#[derive(Debug)]
pub(super) struct Table<T>(IndexMap<String, Vec<Entry<T>>>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T: Copy + PartialEq> Table<T> {
    /// Notes that a name is declared here.
    pub(super) fn declare(&mut self, name: &str, entry: Entry<T>) {
        match self.0.get_mut(name) {
            None => {
                self.0.insert(name.to_owned(), vec![entry]);
            }
            Some(known) => {
                let here = known.iter().rev().take_while(|old| old.place.file == entry.place.file);
                // A second place in one file is seen from nowhere that the first one is not.
                let seen = here.clone().any(|old| old.decl == entry.decl);
                if !seen && here.take(MAX_REPEATS).count() < MAX_REPEATS {
                    known.push(entry);
                }
            }
        }
    }

    /// All places where a name is declared, in order.
    pub(super) fn entries(&self, name: &str) -> &[Entry<T>] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// All names in the order of their declaration.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &[Entry<T>])> {
        self.0.iter().map(|(name, entries)| (name, entries.as_slice()))
    }
}

/// The name tables, and which file sees which other one.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// Interfaces, typedef names, constants, enumerators, coclasses, libraries, modules.
    pub(super) names: Table<Decl>,
    /// The tags of structs, unions and enums.
    pub(super) tags: Table<Tag>,
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

    /// The best of the entries that can be seen from `at`: one that is whole, is seen clearly and stands in the same
    /// file; the first of equals.
    pub(super) fn best<T: Copy>(
        &self,
        entries: &[Entry<T>],
        at: Place,
        whole: impl Fn(T) -> bool,
    ) -> Option<(Entry<T>, Sight)> {
        let rank =
            |entry: &Entry<T>, sight: Sight| (whole(entry.decl), sight == Sight::Clear, entry.place.file == at.file);
        let mut best: Option<(Entry<T>, Sight)> = None;
        let mut clear = false;
        for entry in entries {
            let sight = self.sight(at, entry.place);
            clear |= sight == Sight::Clear;
            if sight != Sight::None && best.is_none_or(|(old, seen)| rank(entry, sight) > rank(&old, seen)) {
                best = Some((*entry, sight));
            }
        }
        // A name that is declared here is not seen by chance, wherever it is defined.
        best.map(|(entry, sight)| (entry, if clear { Sight::Clear } else { sight }))
    }

    /// The entries that are seen clearly from `at`.
    pub(super) fn clear<'e, T>(&self, entries: &'e [Entry<T>], at: Place) -> impl Iterator<Item = &'e Entry<T>> {
        entries.iter().filter(move |entry| self.sight(at, entry.place) == Sight::Clear)
    }

    /// How a place can be seen from `at`.
    pub(super) fn sight(&self, at: Place, place: Place) -> Sight {
        if place.seq > at.seq {
            Sight::None
        } else if place.file == at.file || self.imports(at.file, place.file) {
            Sight::Clear
        } else if self.share_a_root(at.file, place.file) {
            Sight::Chance(place.file)
        } else {
            Sight::None
        }
    }

    /// Whether one of the user's files imports both, directly or not.
    pub(super) fn share_a_root(&self, file: Id<File>, other: Id<File>) -> bool {
        self.roots.iter().any(|root| {
            let reaches = |file: Id<File>| *root == file || self.imports(*root, file);
            reaches(file) && reaches(other)
        })
    }

    /// Whether the file imports the other one, directly or not.
    pub(super) fn imports(&self, file: Id<File>, other: Id<File>) -> bool {
        self.reach[file.index()][other.index()]
    }

    /// The name clearly visible from `at`, among those that `wanted` accepts, that `name` most likely was meant to be.
    pub(super) fn nearest(&self, at: Place, name: &str, wanted: impl Fn(Decl) -> bool) -> Option<&str> {
        let sees = |entry: &Entry| wanted(entry.decl) && self.sight(at, entry.place) == Sight::Clear;
        let visible = self.names.iter().filter(|(_, entries)| entries.iter().any(sees));
        nearest(name, visible.map(|(name, _)| name.as_str()))
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
