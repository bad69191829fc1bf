//! Fifth pass: declarations of one name and one meaning become one.
//!
//! In C every root file is compiled alone, with what it imports. So a name may have several meanings in a run, as long
//! as no file sees two of them; and a declaration that is repeated with the same meaning, as headers do for one another,
//! is one declaration, of which the first counts.
//!
//! Meanings refer to one another. So it is assumed of all candidates that they mean the same, and the assumption is
//! taken back from those that differ under it, until nothing changes.

mod compare;
mod conflict;
mod rewrite;
mod unified;

use super::Resolver;
use super::scope::{Entry, Tag};
use crate::model::Decl;
use compare::Compare;
use unified::Unified;

/// With how many earlier declarations of its name one is compared.
const MAX_RIVALS: usize = 8;

/// How often all candidates are compared. Where that is not enough, none of them becomes another one.
const MAX_ROUNDS: usize = 16;

/// A name or tag with several declarations.
struct Group {
    name: String,
    tag: bool,
    entries: Vec<Entry>,
}

/// A declaration that may be one of those before it.
struct Claim {
    decl: Decl,
    rivals: Vec<Decl>,
    /// The rival that it is taken for.
    at: usize,
}

impl Resolver<'_> {
    /// Makes one declaration of those that mean the same, and reports names with two meanings that one file sees.
    pub(super) fn unify(&mut self) {
        let groups = self.groups();
        if groups.is_empty() {
            return;
        }
        let mut unified = Unified::default();
        let claims = self.claims(&groups, &mut unified);
        self.take_back(claims, &mut unified);
        self.take_back_forward(&groups, &mut unified);
        self.conflicts(&groups, &unified);
        self.show_what_is_shown(&unified);
        rewrite::rewrite(&mut self.model, &unified);
        // No longer: second declarations of one thing.
    }

    /// The names and tags with more than one declaration.
    fn groups(&self) -> Vec<Group> {
        let mut groups = Vec::new();
        for (name, entries) in self.scope.names.iter() {
            let owners = entries.iter().map(|entry| Entry { decl: owner(entry.decl), ..*entry });
            group(name, false, owners, &mut groups);
        }
        for (name, entries) in self.scope.tags.iter() {
            let decl = |tag| match tag {
                Tag::Record(id) => Decl::Record(id),
                Tag::Enum(id) => Decl::Enum(id),
            };
            let owners =
                entries.iter().map(|entry| Entry { decl: decl(entry.decl), place: entry.place, span: entry.span });
            group(name, true, owners, &mut groups);
        }
        groups
    }

    /// Takes every declaration for the first one of its name and kind.
    fn claims(&self, groups: &[Group], unified: &mut Unified) -> Vec<Claim> {
        let mut claims = Vec::new();
        for group in groups {
            let mut wholes: Vec<Decl> = Vec::new();
            for decl in group.decls().filter(|decl| self.is_whole(*decl)) {
                let rivals: Vec<_> = wholes.iter().copied().filter(|other| comparable(*other, decl)).collect();
                if wholes.len() < MAX_RIVALS {
                    wholes.push(decl);
                }
                if let Some(&first) = rivals.first()
                    && !unified.0.contains_key(&decl)
                {
                    unified.0.insert(decl, first);
                    claims.push(Claim { decl, rivals, at: 0 });
                }
            }
            for decl in group.decls().filter(|decl| !self.is_whole(*decl)) {
                if let Some(first) = self.definitions(group, decl).first() {
                    unified.0.insert(decl, *first);
                }
            }
        }
        claims
    }

    /// Takes back what does not hold.
    fn take_back(&self, mut claims: Vec<Claim>, unified: &mut Unified) {
        for _ in 0..MAX_ROUNDS {
            let mut changed = false;
            claims.retain_mut(|claim| {
                let holds =
                    |unified: &Unified, at: usize| Compare::new(self, unified).decls(claim.decl, claim.rivals[at]);
                let before = claim.at;
                while claim.at < claim.rivals.len() && !holds(unified, claim.at) {
                    claim.at += 1;
                }
                changed |= claim.at != before;
                match claim.rivals.get(claim.at) {
                    Some(rival) => unified.0.insert(claim.decl, *rival),
                    None => unified.0.remove(&claim.decl),
                };
                claim.at < claim.rivals.len()
            });
            if !changed {
                return self.adopt(&claims, unified);
            }
        }
        for claim in claims {
            unified.0.remove(&claim.decl);
        }
    }

    /// What has no name of its own follows the declaration that it is written in.
    fn adopt(&self, claims: &[Claim], unified: &mut Unified) {
        for claim in claims {
            let mut compare = Compare::new(self, unified);
            compare.decls(claim.decl, claim.rivals[claim.at]);
            for (inner, first) in compare.into_nameless() {
                unified.0.insert(inner, first);
            }
        }
    }

    /// What is only declared stands for its definition only if there is just one that may be meant.
    fn take_back_forward(&self, groups: &[Group], unified: &mut Unified) {
        for group in groups {
            for decl in group.decls().filter(|decl| !self.is_whole(*decl)) {
                let mut meant = self.definitions(group, decl).into_iter().map(|definition| unified.of(definition));
                let first = meant.next();
                if first.is_some() && !meant.all(|other| Some(other) == first) {
                    unified.0.remove(&decl);
                }
            }
        }
    }

    /// What is hidden from C in one file, and declared to it in another with the same meaning, is what C has.
    fn show_what_is_shown(&mut self, unified: &Unified) {
        let is_shown = |decl: &Decl| self.is_whole(*decl) && self.model.head(*decl).hidden.is_none();
        let shown: Vec<_> = unified.0.keys().filter(|decl| is_shown(decl)).map(|decl| unified.of(*decl)).collect();
        shown.into_iter().for_each(|decl| self.show(decl));
    }

    /// The definitions that a mere declaration may stand for: those of its own roots, or else of any.
    fn definitions(&self, group: &Group, decl: Decl) -> Vec<Decl> {
        let places = |decl| group.entries.iter().filter(move |entry| entry.decl == decl).map(|entry| entry.place.file);
        let near =
            |other: Decl| places(decl).any(|file| places(other).any(|other| self.scope.share_a_root(file, other)));
        let fits = |other: &Decl| comparable(*other, decl) && self.is_whole(*other);
        let all: Vec<_> = group.decls().filter(fits).take(MAX_RIVALS).collect();
        let close: Vec<_> = all.iter().copied().filter(|other| near(*other)).collect();
        if close.is_empty() { all } else { close }
    }
}

impl Group {
    /// The declarations, each once.
    fn decls(&self) -> impl Iterator<Item = Decl> {
        let first = |at: usize| self.entries[..at].iter().all(|entry| entry.decl != self.entries[at].decl);
        (0..self.entries.len()).filter(move |at| first(*at)).map(|at| self.entries[at].decl)
    }
}

/// The declaration that a name belongs to: that of an enumerator is its enum.
fn owner(decl: Decl) -> Decl {
    match decl {
        Decl::Enumerator(id, _) => Decl::Enum(id),
        other => other,
    }
}

fn group(name: &str, tag: bool, entries: impl Iterator<Item = Entry>, groups: &mut Vec<Group>) {
    let mut entries = entries.peekable();
    let Some(first) = entries.peek().map(|entry| entry.decl) else { return };
    let entries: Vec<_> = entries.collect();
    if entries.iter().any(|entry| entry.decl != first) {
        groups.push(Group { name: name.to_owned(), tag, entries });
    }
}

/// Whether the declarations are of one kind, so that one may be the other.
fn comparable(left: Decl, right: Decl) -> bool {
    std::mem::discriminant(&left) == std::mem::discriminant(&right)
}
