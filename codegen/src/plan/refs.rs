//! Pointers of records that must not be null.
//!
//! The rule is MIDL's: a pointer in a record is `unique`, so that null is one of its values, unless it says `ref`, or
//! stands in an interface that has `pointer_default(ref)` and says nothing. A view shows either as an option; a null where
//! there must be none is not passed on.

use super::build::Planner;
use super::{RefArms, RefField, Ty};
use crate::model::{CountTarget, Param, Record, Type};

impl Planner<'_> {
    /// Whether a field is a pointer that must not be null. A reserved one is null.
    pub(super) fn is_ref(&self, param: &Param) -> bool {
        let is_pointer = matches!(self.model.strip(&param.ty), Type::Pointer { .. });
        is_pointer && param.facts.nullable == Some(false) && !param.facts.reserved
    }

    /// Whether a pointer that stands in an array, or behind another pointer, must not be null: its typedef says so, or
    /// what it stands in.
    pub(super) fn is_ref_inside(&self, ty: &Type, param: &Param) -> bool {
        let of_alias = if let Type::Alias(id) = ty { self.model.aliases[*id].facts.nullable } else { None };
        matches!(self.model.strip(ty), Type::Pointer { .. })
            && of_alias.or(param.facts.elements_nullable) == Some(false)
    }

    /// Whether there is such a pointer in what a field is or points to, itself left aside.
    pub(super) fn has_refs_inside(&self, param: &Param) -> bool {
        let mut ty = self.model.strip(&param.ty);
        while let Type::Pointer { to: of, .. } | Type::Array { of, .. } = ty {
            if self.is_ref_inside(of, param) && !param.facts.reserved {
                return true;
            }
            ty = self.model.strip(of);
        }
        false
    }

    /// Whether Rust sees a pointer there, and no opaque value.
    fn is_shown_ref(&self, param: &Param) -> bool {
        self.is_ref(param) && matches!(self.abi(&param.ty), Ty::Pointer(..))
    }

    /// Those of a struct.
    pub(super) fn refs(&self, record: &Record) -> Vec<RefField> {
        let params = record.fields.iter().map(|field| &field.param).filter(|param| self.is_shown_ref(param));
        let field = |param: &Param| {
            let count = param.facts.size_is.first().and_then(Option::as_ref).and_then(|count| match count.by {
                CountTarget::Index(by) => Some(record.fields[by as usize].param.head.name.clone()),
                _ => None,
            });
            RefField { field: param.head.name.clone(), count }
        };
        params.map(field).collect()
    }

    /// Those of a switched union, each with the discriminants for which it is there.
    pub(super) fn ref_arms(&self, union: &Record, by: &Type, mask: u64) -> RefArms {
        let (mut labels, mut arms) = (Vec::new(), Vec::new());
        for field in &union.fields {
            for value in field.cases.iter().filter_map(|label| self.discriminant(by, mask, *label)) {
                // Of two labels that are one number there, the first counts.
                if labels.contains(&value) {
                    continue;
                }
                labels.push(value);
                if self.is_shown_ref(&field.param) {
                    arms.push((value, field.param.head.name.clone()));
                }
            }
        }
        let other = union.fields.iter().find(|field| field.default && self.is_shown_ref(&field.param));
        let other = other.map(|field| field.param.head.name.clone());
        RefArms { arms, labels: if other.is_some() { labels } else { Vec::new() }, other }
    }
}
