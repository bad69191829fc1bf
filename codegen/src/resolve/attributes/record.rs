//! What the attributes of structs, unions, their fields, and enums say.

use super::places::Places;
use super::table::AttrKind;
use super::value::Members;
use super::{first, name, refs};
use crate::model::{Enum, Field, Id, Record, Switch, Type};
use crate::resolve::Resolver;
use crate::resolve::fields::declared_fields;
use crate::resolve::scope::Place;
use crate::syntax::ast::{self, Attr};

/// What says of a member of a union when it is there.
const LABELS: [AttrKind; 2] = [AttrKind::Case, AttrKind::Default];

impl Resolver<'_> {
    pub(super) fn record_facts(&mut self, id: Id<Record>, attrs: &[&Attr], at: Place) {
        for attr in self.checked(attrs, Places::TYPEDEF.and(Places::RECORD)) {
            match attr.kind {
                AttrKind::View => self.model.records[id].view = first(&attr).and_then(name).map(str::to_owned),
                AttrKind::SwitchType => self.switch_type(&attr, at),
                _ => {}
            }
        }
    }

    pub(super) fn field_facts(&mut self, id: Id<Record>, sources: &[ast::Field], at: Place) {
        let mut fields = std::mem::take(&mut self.model.records[id].fields);
        let (sources, by_default) = (declared_fields(sources), self.model.records[id].ref_by_default);
        let mut lists = Vec::with_capacity(fields.len());
        let list = Members::of_fields(&fields);
        for (field, source) in fields.iter().zip(&sources) {
            let attrs = &source.declaration.attrs;
            let mut facts = self.value_facts(&field.param.ty, attrs, source.derive(), Places::FIELD, &list, at);
            let is_array = matches!(self.model.strip(&field.param.ty), Type::Array { .. });
            facts.elements_nullable =
                facts.nullable.filter(|_| is_array).or(self.default_of_elements(&field.param.ty, by_default));
            // Of pointers to interfaces no default says anything: null is one of their values.
            let is_ref = by_default && !self.is_object(&field.param.ty);
            facts.nullable = facts.nullable.or(is_ref.then_some(false));
            self.check_field(&field.param, &facts, attrs);
            lists.push(facts);
        }
        for ((field, facts), source) in fields.iter_mut().zip(lists).zip(&sources) {
            field.param.facts = facts;
            self.arm(self.model.records[id].union, field, &source.declaration.attrs, at);
        }
        self.check_bounds(&fields, &sources, self.model.records[id].union);
        self.model.records[id].fields = fields;
    }

    /// Whether a type is a pointer to an interface.
    fn is_object(&self, ty: &Type) -> bool {
        matches!(self.model.strip(ty), Type::Pointer { to, .. } if matches!(self.model.strip(to), Type::Interface(_)))
    }

    /// What a default says of pointers that are elements of a type, or that it points to.
    pub(super) fn default_of_elements(&self, ty: &Type, ref_by_default: bool) -> Option<bool> {
        let is_object = matches!(self.innermost(ty), Type::Interface(_));
        (ref_by_default && !is_object).then_some(false)
    }

    /// The labels of an arm, which fields of structs do not have.
    fn arm(&mut self, union: bool, field: &mut Field, attrs: &[Attr], at: Place) {
        if union {
            self.cases(field, &refs(attrs), at);
        } else if let Some(attr) = attrs.iter().find(|attr| LABELS.iter().any(|label| label.is(attr))) {
            let message = format!("`{}` stands in a struct", attr.name.text);
            self.bad(attr.loc.0, message, "it belongs on the arms of a union");
        }
    }

    /// The struct of `union … switch`: its first field tells which arm of the second is valid.
    pub(super) fn switched_facts(&mut self, id: Id<Record>, inner: Id<Record>) {
        if let [by, union] = self.model.records[id].fields.as_mut_slice() {
            let text = by.param.head.name.clone();
            union.param.facts.switch_is = Some(Switch { by: 0, mask: u64::MAX, text });
        }
        self.check_union(inner);
    }

    pub(super) fn enum_facts(&mut self, id: Id<Enum>, values: &[ast::Enumerator], attrs: &[&Attr]) {
        for attr in self.checked(attrs, Places::TYPEDEF.and(Places::ENUM)) {
            self.model.enums[id].flags |= attr.kind == AttrKind::FlagSet;
        }
        for value in values {
            self.checked(&refs(&value.attrs), Places::ENUMERATOR);
        }
    }
}
