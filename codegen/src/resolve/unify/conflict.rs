//! Names with two meanings that one file sees.

use super::unified::Unified;
use super::{Group, comparable};
use crate::diag::{Code, Diagnostic};
use crate::layout::{Size, Target};
use crate::model::{Decl, File, Id, Type};
use crate::resolve::Resolver;
use crate::resolve::scope::Entry;
use std::collections::HashSet;

impl Resolver<'_> {
    /// Reports them; each declaration once, by the first of its names.
    pub(super) fn conflicts(&mut self, groups: &[Group], unified: &Unified) {
        let mut reported = HashSet::new();
        for group in groups {
            for (at, entry) in group.entries.iter().enumerate() {
                let rival = group.entries[..at].iter().find(|rival| self.clashes(rival, entry, unified));
                if let Some(rival) = rival
                    && reported.insert(entry.decl)
                {
                    let diagnostic = self.conflict(group, rival, entry);
                    self.sink.push(diagnostic);
                }
            }
        }
    }

    /// Whether the entries are two declarations that cannot both be.
    fn clashes(&self, rival: &Entry, entry: &Entry, unified: &Unified) -> bool {
        if rival.decl == entry.decl || self.only_declares(rival.decl, entry.decl) {
            return false;
        }
        let file = |decl| self.model.head(decl).file;
        let one_file = file(rival.decl) == file(entry.decl);
        if unified.of(rival.decl) == unified.of(entry.decl) {
            // A typedef or constant may be repeated anywhere, a definition not in one file.
            return one_file && !matches!(entry.decl, Decl::Alias(_) | Decl::Const(_));
        }
        rival.place.file == entry.place.file || self.scope.share_a_root(rival.place.file, entry.place.file)
    }

    /// Whether one of two declarations of one kind says no more than its name.
    fn only_declares(&self, left: Decl, right: Decl) -> bool {
        comparable(left, right) && !(self.is_whole(left) && self.is_whole(right))
    }

    fn conflict(&self, group: &Group, rival: &Entry, entry: &Entry) -> Diagnostic {
        let name = &group.name;
        let subject = if group.tag { format!("the tag `{name}`") } else { format!("`{name}`") };
        let diagnostic = if self.fit(rival.decl, entry.decl) && rival.place.file != entry.place.file {
            let message = format!("{subject} is declared twice, with types of the same size");
            let help = "each file uses its own: let one import the other's";
            Diagnostic::warning(Code::DUPLICATE_NAME, entry.span, message).help(help)
        } else {
            let help = "a file sees each name with one meaning: rename one";
            Diagnostic::error(Code::DUPLICATE_NAME, entry.span, format!("{subject} is declared twice")).help(help)
        };
        let diagnostic = diagnostic.also(rival.span, "first declared here");
        match self.common_root(rival.place.file, entry.place.file) {
            Some(root) => diagnostic.note(format!("`{}` imports both", self.model.files[root].name)),
            None => diagnostic,
        }
    }

    /// The root that sees both files, where neither sees the other.
    fn common_root(&self, left: Id<File>, right: Id<File>) -> Option<Id<File>> {
        if left == right || self.scope.imports(left, right) || self.scope.imports(right, left) {
            return None;
        }
        let sees = |root: Id<File>, file| root == file || self.scope.imports(root, file);
        let mut roots = self.model.files.iter().filter(|(_, file)| file.root).map(|(id, _)| id);
        roots.find(|root| sees(*root, left) && sees(*root, right))
    }

    /// Whether two types take the same room, so that what mentions them has one layout with either.
    fn fit(&self, left: Decl, right: Decl) -> bool {
        let sizes = |decl| -> Option<[Size; 2]> {
            let ty = match decl {
                Decl::Alias(id) => Type::Alias(id),
                Decl::Record(id) => Type::Record(id),
                _ => return None,
            };
            Some(Target::ALL.map(|target| self.layouts.size_of(&self.model, &ty, target)))
        };
        sizes(left).is_some_and(|left| sizes(right) == Some(left))
    }
}
