//! What automation's own types are to a safe signature: strings, variants and arrays that own memory, truth values.
//!
//! They are told by the names that the bundled base files give them. A file that declares the same names anew means
//! something of its own, whose ownership nobody has described.

use super::build::Planner;
use super::{Owned, Role, role};
use crate::model::{Decl, Direction, Param, Type};

impl Planner<'_> {
    /// What a parameter of such a type is, or a pointer to one; `None` for all others.
    pub(super) fn automation_role(&self, param: &Param) -> Option<Role> {
        let facts = &param.facts;
        if facts.string || facts.size_is.first().is_some_and(Option::is_some) {
            return None;
        }
        let direction = facts.direction.unwrap_or(Direction::Unsaid);
        if let Some(owned) = self.owned(&param.ty) {
            return Some(match direction {
                Direction::In | Direction::Unsaid => Role::Lent(role::Lent { owned, pointer: false, optional: false }),
                Direction::Out | Direction::InOut => {
                    Role::Raw("it comes out, and lacks a pointer to come through".into())
                }
            });
        }
        let owned = self.owned(self.model.strip(&param.ty).pointee()?)?;
        let optional = facts.optional || facts.nullable == Some(true);
        match direction {
            Direction::Unsaid => None,
            // A variant that is left out is one that says so, not a null.
            Direction::In => {
                let optional = facts.nullable == Some(true) || facts.optional && owned != Owned::Variant;
                Some(Role::Lent(role::Lent { owned, pointer: true, optional }))
            }
            Direction::Out => Some(Role::Given(role::Given { owned, optional })),
            Direction::InOut => Some(Role::Swapped(role::Swapped { owned, optional })),
        }
    }

    /// The owning type that a type is.
    fn owned(&self, ty: &Type) -> Option<Owned> {
        if self.is_named(ty, "BSTR") {
            return Some(Owned::Bstr);
        }
        match self.model.strip(ty) {
            Type::SafeArray(_) => Some(Owned::SafeArray),
            Type::Record(id) if self.is_bundled(Decl::Record(*id), "VARIANT") => Some(Owned::Variant),
            Type::Pointer { to, .. } => match self.model.strip(to) {
                Type::Record(id) if self.is_bundled(Decl::Record(*id), "SAFEARRAY") => Some(Owned::SafeArray),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a type is automation's truth value.
    pub(super) fn is_variant_bool(&self, ty: &Type) -> bool {
        self.is_named(ty, "VARIANT_BOOL")
    }

    /// Whether a type is this typedef of the bundled files, or another name for it.
    pub(super) fn is_bstr(&self, ty: &Type) -> bool {
        self.is_named(ty, "BSTR")
    }

    fn is_named(&self, ty: &Type, name: &str) -> bool {
        let mut ty = ty;
        while let Type::Alias(id) = ty {
            if self.is_bundled(Decl::Alias(*id), name) {
                return true;
            }
            ty = &self.model.aliases[*id].ty;
        }
        false
    }

    fn is_bundled(&self, decl: Decl, name: &str) -> bool {
        let head = self.model.head(decl);
        head.name == name && self.model.files[head.file].bundled
    }
}
