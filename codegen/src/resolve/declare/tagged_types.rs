//! What the pass notes of structs, unions and enums: where each stands, and what it is called.

use crate::model::{Decl, Id, Model, Record};
use crate::syntax::ast::{Attr, Docs, Name};
use std::borrow::Cow;

/// Where a type is written that may have a body.
pub(super) struct Spot<'a> {
    /// The typedef name that it is given.
    pub(super) own: Option<&'a Name>,
    /// The documentation before it.
    pub(super) docs: &'a Docs,
    /// The attributes before it.
    pub(super) attrs: Vec<&'a Attr>,
    /// What a type without a name is called after.
    pub(super) within: Within<'a>,
}

/// What a type without a name is called after.
#[derive(Clone)]
pub(super) enum Within<'a> {
    /// Its first enumerator, if anything.
    Nothing,
    /// A typedef of a pointer to it.
    Typedef(&'a str),
    /// A function and its parameter.
    Param(&'a str, &'a str),
    /// A record and its field.
    Field(Id<Record>, Cow<'a, str>),
}

/// What the pass knows of a record or enum beside what the model holds.
#[derive(Debug)]
pub(super) struct Side {
    /// Where it is first mentioned.
    pub(super) first: u32,
    /// Whether a typedef gave it a name.
    pub(super) named: bool,
    /// Whether its body was seen.
    pub(super) defined: bool,
    /// What it is called after, where it has no name at all.
    pub(super) hint: Option<Hint>,
}

/// What a type is called after that has no name.
#[derive(Debug)]
pub(super) enum Hint {
    /// A name.
    Name(String),
    /// A record and the name of its field.
    Field(Id<Record>, String),
}

/// What the pass knows of records and enums beside what the model holds.
#[derive(Debug, Default)]
pub(super) struct TaggedTypes {
    pub(super) records: Vec<Side>,
    pub(super) enums: Vec<Side>,
}

impl TaggedTypes {
    /// The records and enums that are known by their tag alone, or by a name made up here.
    pub(super) fn unnamed<'m>(&'m self, model: &'m Model) -> impl Iterator<Item = (String, Decl)> + 'm {
        let records = model.records.iter().filter(|(id, _)| !self.records[id.index()].named);
        let enums = model.enums.iter().filter(|(id, _)| !self.enums[id.index()].named);
        let records = records.map(|(id, record)| (record.head.name.clone(), Decl::Record(id)));
        records.chain(enums.map(|(id, one)| (one.head.name.clone(), Decl::Enum(id))))
    }

    /// The records and enums that are only declared, with the place where they are first mentioned.
    pub(super) fn forward(&self, model: &Model) -> Vec<(u32, Decl)> {
        let records = model.records.iter().filter(|(_, record)| record.declared_only);
        let enums = model.enums.ids().map(|id| (&self.enums[id.index()], Decl::Enum(id)));
        let enums = enums.filter(|(side, _)| !side.defined).map(|(side, decl)| (side.first, decl));
        records.map(|(id, _)| (self.records[id.index()].first, Decl::Record(id))).chain(enums).collect()
    }
}
