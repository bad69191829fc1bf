//! Pointers of records that must not be null.
//!
//! The rule is MIDL's: a pointer in a record is `unique`, so that null is one of its values, unless it says `ref`, or
//! stands in an interface that has `pointer_default(ref)` and says nothing. A view shows either as an option; a null where
//! there must be none is not passed on.

use crate::model::{Count, CountTarget, Field, Param, Record, Type};
use crate::plan::context::{Records, Types};
use crate::plan::{RefArm, RefArms, RefField, Ty};
use std::collections::HashSet;
use std::mem::take;

/// How many fields of records in records are looked at for one union: each record may hold the one before twice.
const FIELDS: usize = 512;

/// How many records the paths to what is found there lead through, all together. Each path is written out, and those into
/// a record again for every member, and every union, that has it.
const STEPS: usize = 128;

/// A walk through the records that stand in the members of a union.
#[derive(Default)]
struct InPlace {
    /// The records that it is in, from the outermost on.
    within: Vec<String>,
    /// What it has found in this member.
    found: Vec<RefField>,
    /// How many fields of such records it has met.
    fields: usize,
    /// How many records the paths lead through.
    steps: usize,
}

impl InPlace {
    fn check(&self) -> Result<(), String> {
        if self.fields > FIELDS || self.steps > STEPS {
            return Err("too many pointers that must not be null, in members that nothing describes".into());
        }
        Ok(())
    }
}

impl Types<'_> {
    /// Whether a field is a pointer that must not be null. A reserved one is null.
    pub(crate) fn is_ref(&self, param: &Param) -> bool {
        let is_pointer = matches!(self.model.strip(&param.ty), Type::Pointer { .. });
        is_pointer && param.facts.nullable == Some(false) && !param.facts.reserved
    }

    /// Whether a pointer that stands in an array, or behind another pointer, must not be null: its typedef says so, or
    /// what it stands in.
    pub(crate) fn is_ref_inside(&self, ty: &Type, param: &Param) -> bool {
        let of_alias = if let Type::Alias(id) = ty { self.model.aliases[*id].facts.nullable } else { None };
        matches!(self.model.strip(ty), Type::Pointer { .. })
            && of_alias.or(param.facts.elements_nullable) == Some(false)
    }

    /// Whether there is such a pointer in what a field is or points to, itself left aside.
    pub(crate) fn has_refs_inside(&self, param: &Param) -> bool {
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
}

impl Records<'_> {
    /// Those of a struct.
    pub(crate) fn refs(&self, record: &Record) -> Result<Vec<RefField>, String> {
        let all = record.fields.iter().map(|field| self.ref_field(record, &field.param, &[]));
        all.filter_map(Result::transpose).collect()
    }

    fn ref_field(&self, record: &Record, param: &Param, within: &[String]) -> Result<Option<RefField>, String> {
        if !self.is_shown_ref(param) {
            return Ok(None);
        }
        let count = match param.facts.size_is.first() {
            None | Some(None | Some(Count { by: CountTarget::Const(_), .. })) => None,
            Some(Some(count)) => Some(self.count_field(record, param, count)?.0),
        };
        Ok(Some(RefField { within: within.to_vec(), field: param.head.name.clone(), count }))
    }

    /// Those of a switched union, each member with the discriminants for which it is there.
    pub(crate) fn ref_arms(&self, union: &Record, by: &Type, mask: u64) -> Result<RefArms, String> {
        let (mut walk, mut known) = (InPlace::default(), HashSet::new());
        let (mut labels, mut arms) = (Vec::new(), Vec::new());
        for field in &union.fields {
            let refs = self.refs_of_arm(union, field, self.arm_role(union, field).is_ok(), &mut walk)?;
            let values = field.cases.iter().filter_map(|label| self.discriminant(by, mask, *label));
            // Of two labels that are one number there, the first counts.
            let values: Vec<_> = values.filter(|value| known.insert(*value)).collect();
            labels.extend(&values);
            if !refs.is_empty() && !values.is_empty() {
                arms.push(RefArm { values, refs });
            }
        }
        // No variant stands for the rest, so that nothing else looks at it.
        let other = union.fields.iter().find(|field| field.default);
        let other = other.map_or(Ok(Vec::new()), |field| self.refs_of_arm(union, field, false, &mut walk))?;
        let labels = if other.is_empty() { Vec::new() } else { labels };
        Ok(RefArms { arms, labels, other })
    }

    /// Those of an arm: itself, or what it holds where it is no described record.
    fn refs_of_arm(
        &self,
        union: &Record,
        field: &Field,
        described: bool,
        walk: &mut InPlace,
    ) -> Result<Vec<RefField>, String> {
        if described {
            return Ok(self.ref_field(union, &field.param, &[])?.into_iter().collect());
        }
        self.refs_in_place(union, &field.param, walk)?;
        Ok(take(&mut walk.found))
    }

    /// Those of a record in place that nothing else looks at. Of an array, or a union, no one place can be named.
    fn refs_in_place(&self, record: &Record, param: &Param, walk: &mut InPlace) -> Result<(), String> {
        let name = &param.head.name;
        let hides = || Err(format!("{name} has pointers that must not be null, in a member that nothing describes"));
        if let Some(one) = self.ref_field(record, param, &walk.within)? {
            walk.found.push(one);
            walk.steps += walk.within.len();
        }
        match self.model.strip(&param.ty) {
            Type::Array { .. } if self.has_refs_inside(param) || self.leads_to_refs(&param.ty) => hides(),
            Type::Record(id) if self.model.records[*id].union && self.has_refs(*id) => hides(),
            Type::Record(id) if self.has_refs(*id) => {
                let inner = &self.model.records[*id];
                walk.fields += inner.fields.len();
                walk.check()?;
                walk.within.push(name.clone());
                inner.fields.iter().try_for_each(|field| self.refs_in_place(inner, &field.param, walk))?;
                walk.within.pop();
                walk.check()
            }
            _ => Ok(()),
        }
    }
}
