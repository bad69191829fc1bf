//! Structs and unions: their members beside those of the facts.

use super::comparison::{Comparison, Types};
use super::extract;
use mapidl_codegen::model::{Field, Model, Record, Type};
use std::collections::BTreeMap;

/// Compares all records that both sides have.
pub(crate) fn compare(facts: &BTreeMap<String, extract::Record>, types: &mut Types<'_>) -> Comparison {
    let ours = records(types.model);
    let mut judge = Judge { model: types.model, types, seen: Comparison::default() };
    for (name, theirs) in facts {
        let by_tag = theirs.tag.as_ref().and_then(|tag| ours.get(tag.as_str()));
        match ours.get(name.as_str()).or(by_tag) {
            // The base IDL spells Windows' own types as every MIDL compiler does.
            Some(record) if judge.model.files[record.head.file].bundled => {}
            Some(record) => judge.record(name, record, theirs),
            None => drop(judge.seen.undeclared.insert(name.clone())),
        }
    }
    judge.seen
}

/// The records that are defined, by name and by tag.
fn records(model: &Model) -> BTreeMap<&str, &Record> {
    let defined = model.records.iter().map(|(_, record)| record).filter(|record| !record.declared_only);
    let named = defined.flat_map(|record| {
        let names = [Some(record.head.name.as_str()), record.tag.as_deref()];
        names.into_iter().flatten().map(move |name| (name, record))
    });
    named.collect()
}

struct Judge<'j, 'm> {
    model: &'m Model,
    types: &'j mut Types<'m>,
    seen: Comparison,
}

impl Judge<'_, '_> {
    fn record(&mut self, name: &str, ours: &Record, theirs: &extract::Record) {
        let kind = if ours.union { "union" } else { "struct" };
        self.seen.same(&format!("{name} kind"), kind, &theirs.kind);
        let pack = |pack: Option<u8>| pack.map_or_else(|| "none".to_owned(), |pack| pack.to_string());
        self.seen.same(&format!("{name} packing"), pack(ours.pack), pack(theirs.pack));
        self.members(name, ours, &theirs.members);
    }

    fn members(&mut self, name: &str, ours: &Record, theirs: &[extract::Member]) {
        // The empty arm of a union is none in C.
        let fields: Vec<&Field> = ours.fields.iter().filter(|field| field.param.ty != Type::Void).collect();
        self.seen.same(&format!("{name} members"), fields.len(), theirs.len());
        for (index, (ours, extract::Member(member, ty, inner))) in fields.into_iter().zip(theirs).enumerate() {
            let place = format!("{name} member {}", index + 1);
            let unnamed = "none".to_owned();
            let own = if ours.anonymous { &unnamed } else { &ours.param.head.name };
            self.seen.same(&place, own, member.as_ref().unwrap_or(&unnamed));
            match (inner, self.model.strip(&ours.param.ty)) {
                (Some(inner), Type::Record(id)) => self.members(&place, &self.model.records[*id], inner),
                // An array of as many elements as another member tells has one in C.
                (None, Type::Array { len: None, .. }) => {
                    self.types.compare(&mut self.seen, &place, &ours.param.ty, &ty.replace("[1]", "[]"));
                }
                _ => self.types.compare(&mut self.seen, &place, &ours.param.ty, ty),
            }
        }
    }
}
