//! What automation's own types are to a safe signature: strings, variants and arrays that own memory, truth values.
//!
//! They are told by the names that the bundled base files give them. A file that declares the same names anew means
//! something of its own, whose ownership nobody has described.

use crate::model::{Decl, Direction, Param, Type};
use crate::plan::context::Types;
use crate::plan::types::ty::primitive;
use crate::plan::{ArrayItem, Owned, Role, role};

/// What elements of arrays are by the names of typedefs, records and interfaces.
const TYPEDEFS: [(&str, ArrayItem); 5] = [
    ("BSTR", ArrayItem::Text),
    ("VARIANT_BOOL", ArrayItem::Truth),
    ("DATE", ArrayItem::Date),
    ("SCODE", ArrayItem::Code),
    ("HRESULT", ArrayItem::Code),
];
const RECORDS: [(&str, ArrayItem); 3] =
    [("VARIANT", ArrayItem::Variant), ("DECIMAL", ArrayItem::Decimal), ("CY", ArrayItem::Currency)];
const INTERFACES: [(&str, ArrayItem); 2] = [("IUnknown", ArrayItem::Unknown), ("IDispatch", ArrayItem::Dispatch)];

impl Types<'_> {
    /// What a parameter of such a type is, or a pointer to one; `None` for all others.
    pub(crate) fn automation_role(&self, param: &Param) -> Option<Role> {
        let facts = &param.facts;
        if facts.string || facts.size_is.first().is_some_and(Option::is_some) {
            return None;
        }
        let direction = facts.direction.unwrap_or(Direction::Unsaid);
        if let Some(owned) = self.owned(&param.ty) {
            return Some(match (direction, owned) {
                (Direction::Out | Direction::InOut, _) => {
                    Role::Raw("it comes out, and lacks a pointer to come through".into())
                }
                (_, Err(why)) => Role::Raw(why),
                (_, Ok(owned)) => Role::Lent(role::Lent { owned, pointer: false, optional: false }),
            });
        }
        let owned = match self.owned(self.model.strip(&param.ty).pointee()?)? {
            Ok(owned) => owned,
            Err(why) => return Some(Role::Raw(why)),
        };
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

    /// The owning type that a type is, or why nobody can tell what it owns.
    fn owned(&self, ty: &Type) -> Option<Result<Owned, String>> {
        if self.is_named(ty, "BSTR") {
            return Some(Ok(Owned::Bstr));
        }
        match self.model.strip(ty) {
            Type::SafeArray(of) => {
                let why = || "nothing in an array tells whether its elements are of this type".to_owned();
                Some(self.array_item(of).map(|item| Owned::SafeArray(Some(item))).ok_or_else(why))
            }
            Type::Record(id) if self.is_bundled(Decl::Record(*id), "VARIANT") => Some(Ok(Owned::Variant)),
            Type::Pointer { to, .. } => match self.model.strip(to) {
                Type::Record(id) if self.is_bundled(Decl::Record(*id), "SAFEARRAY") => Some(Ok(Owned::SafeArray(None))),
                _ => None,
            },
            _ => None,
        }
    }

    /// What arrays call elements of a type; `None` where they have no word for it, as for records, and for interfaces other
    /// than the two that they know.
    fn array_item(&self, of: &Type) -> Option<ArrayItem> {
        if let Some((_, item)) = TYPEDEFS.iter().find(|(name, _)| self.is_named(of, name)) {
            return Some(*item);
        }
        match self.model.strip(of) {
            Type::Record(id) => self.called(Decl::Record(*id), &RECORDS),
            Type::Pointer { to, .. } => match self.model.strip(to) {
                Type::Interface(id) => self.called(Decl::Interface(*id), &INTERFACES),
                _ => None,
            },
            // Automation counts enumerations among the numbers, and characters of 8 bits among those with a sign.
            Type::Enum(_) => Some(ArrayItem::Number("i32")),
            Type::Char { .. } => Some(ArrayItem::Number("i8")),
            number @ (Type::Boolean | Type::Byte | Type::WChar | Type::Int { .. } | Type::F32 | Type::F64) => {
                Some(ArrayItem::Number(primitive(number)))
            }
            _ => None,
        }
    }

    /// Whether a type is automation's truth value.
    pub(crate) fn is_variant_bool(&self, ty: &Type) -> bool {
        self.is_named(ty, "VARIANT_BOOL")
    }

    /// Whether a type is this typedef of the bundled files, or another name for it.
    pub(crate) fn is_bstr(&self, ty: &Type) -> bool {
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

    /// What a declaration of the bundled files is among these.
    fn called(&self, decl: Decl, items: &[(&str, ArrayItem)]) -> Option<ArrayItem> {
        items.iter().find(|(name, _)| self.is_bundled(decl, name)).map(|(_, item)| *item)
    }

    fn is_bundled(&self, decl: Decl, name: &str) -> bool {
        let head = self.model.head(decl);
        head.name == name && self.model.files[head.file].bundled
    }
}
