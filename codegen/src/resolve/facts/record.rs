//! What the attributes of structs, unions, their fields, and enums say.

use super::value::Members;
use super::{first, name, refs};
use crate::model::{Enum, Id, Record, Switch};
use crate::resolve::Resolver;
use crate::resolve::attributes::Places;
use crate::resolve::define::members;
use crate::resolve::scope::Place;
use crate::syntax::ast::{self, Attr, Declarator, Loc};

impl Resolver<'_> {
    pub(super) fn record_facts(&mut self, id: Id<Record>, attrs: &[&Attr], at: Place) {
        for attr in self.checked(attrs, Places::TYPEDEF.and(Places::RECORD)) {
            match &*attr.name.text {
                "view" => self.model.records[id].view = first(attr).and_then(name).map(str::to_owned),
                "switch_type" => self.switch_type(attr, at),
                _ => {}
            }
        }
    }

    pub(super) fn field_facts(&mut self, id: Id<Record>, sources: &[ast::Field], at: Place) {
        let union = self.model.records[id].union;
        let mut fields = std::mem::take(&mut self.model.records[id].fields);
        let nameless = Declarator { name: None, derive: Vec::new(), bits: None, loc: Loc::default() };
        let mut lists = Vec::with_capacity(fields.len());
        let list = Members::of_fields(&fields);
        for (field, (source, declarator)) in fields.iter().zip(members(sources)) {
            let declarator = declarator.unwrap_or(&nameless);
            let facts = self.value_facts(&field.param.ty, &source.attrs, declarator, Places::FIELD, &list, at);
            self.check_field(&field.param, &facts, &source.attrs);
            lists.push(facts);
        }
        for ((field, facts), (source, _)) in fields.iter_mut().zip(lists).zip(members(sources)) {
            field.param.facts = facts;
            if union {
                self.cases(field, &refs(&source.attrs), at);
            } else if let Some(attr) = source.attrs.iter().find(|a| matches!(&*a.name.text, "case" | "default")) {
                let message = format!("`{}` stands in a struct", attr.name.text);
                self.bad(attr.loc.0, message, "it belongs on the arms of a union");
            }
        }
        self.model.records[id].fields = fields;
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
            match &*attr.name.text {
                "v1_enum" => self.model.enums[id].v1 = true,
                "flag_set" => self.model.enums[id].flags = true,
                _ => {}
            }
        }
        for value in values {
            self.checked(&refs(&value.attrs), Places::ENUMERATOR);
        }
    }
}
