//! The fields that a list of declarations declares, and the names of those that have none.

use crate::source::Span;
use crate::syntax::ast::{Declarator, Derive, Expr, Field, Name, TypeKind};
use std::borrow::Cow;
use std::collections::HashSet;

/// A field of a struct or union: one for each name, and one for each declaration that needs none.
#[derive(Debug)]
pub(super) struct DeclaredField<'f> {
    /// What declares it.
    pub(super) declaration: &'f Field,
    /// What stands around its name.
    declarator: Option<&'f Declarator>,
    /// Its name, made up where none is written.
    pub(super) name: Cow<'f, str>,
}

impl<'f> DeclaredField<'f> {
    /// Whether its name is made up.
    pub(super) fn anonymous(&self) -> bool {
        matches!(self.name, Cow::Owned(_))
    }

    /// Its name's place, or the field's.
    pub(super) fn span(&self) -> Span {
        self.declarator
            .and_then(|declarator| declarator.name.as_ref())
            .map_or(self.declaration.loc.0, |name| name.loc.0)
    }

    /// The steps from its name to its type.
    pub(super) fn derive(&self) -> &'f [Derive] {
        self.declarator.map_or(&[], |declarator| &declarator.derive)
    }

    /// The width of a bit field.
    pub(super) fn bits(&self) -> Option<&'f Expr> {
        self.declarator?.bits.as_ref()
    }
}

/// The fields that a list of declarations declares, in order.
pub(super) fn declared_fields(fields: &[Field]) -> Vec<DeclaredField<'_>> {
    let mut made_up = MadeUp::new(fields);
    let mut declared = Vec::with_capacity(fields.len());
    for field in fields.iter().filter(|field| !only_declares(field)) {
        let nameless = field.declarators.is_empty().then_some(None);
        for declarator in nameless.into_iter().chain(field.declarators.iter().map(Some)) {
            let name = match declarator.and_then(|declarator| declarator.name.as_ref()) {
                Some(name) => Cow::Borrowed(&*name.text),
                None => Cow::Owned(made_up.name(field)),
            };
            declared.push(DeclaredField { declaration: field, declarator, name });
        }
    }
    declared
}

/// The names that are written.
pub(super) fn names(fields: &[Field]) -> impl Iterator<Item = &Name> {
    fields.iter().flat_map(|field| &field.declarators).filter_map(|declarator| declarator.name.as_ref())
}

/// Whether a declaration has no name and declares no field: `struct S { … };` inside another struct only declares `S`.
pub(super) fn only_declares(field: &Field) -> bool {
    let tagless = match field.ty.as_ref().map(|ty| &ty.kind) {
        Some(TypeKind::Struct(record) | TypeKind::Union(record)) => record.tag.is_none(),
        None => true,
        Some(_) => false,
    };
    field.declarators.is_empty() && !tagless
}

/// Makes up names: `u` for a union and `s` for a struct, as C's headers have it where members must have names, then
/// `Anonymous1` and so on.
struct MadeUp<'f> {
    taken: HashSet<&'f str>,
    count: usize,
    union: bool,
    record: bool,
}

impl<'f> MadeUp<'f> {
    fn new(fields: &'f [Field]) -> Self {
        Self { taken: names(fields).map(|name| name.text.as_str()).collect(), count: 0, union: false, record: false }
    }

    fn name(&mut self, field: &Field) -> String {
        let short = match field.ty.as_ref().map(|ty| &ty.kind) {
            Some(TypeKind::Union(_)) if !std::mem::replace(&mut self.union, true) => "u",
            Some(TypeKind::Struct(_)) if !std::mem::replace(&mut self.record, true) => "s",
            _ => "",
        };
        if !short.is_empty() && !self.taken.contains(short) {
            return short.to_owned();
        }
        loop {
            self.count += 1;
            let name = format!("Anonymous{}", self.count);
            if !self.taken.contains(name.as_str()) {
                return name;
            }
        }
    }
}
