//! Third pass: attributes become facts.

mod annotation;
mod args;
mod bound;
mod check;
mod codes;
mod count;
mod interface;
mod kind;
mod method;
mod places;
mod record;
mod row;
mod rules;
mod switch;
mod table;
mod value;

pub use args::Args;
pub(super) use args::alternatives;
pub use places::Places;
pub use row::{Effect, Meaning, Row, Whose};
pub use table::AttrKind;

use super::Resolver;
use super::scope::Place;
use super::worklist::{Kind, Task};
use crate::model::{Decl, Id, Interface};
use crate::syntax::ast::{Attr, AttrArg, Expr, ExprKind, Field, TypeKind, TypeSpec};
use std::collections::HashMap;

impl Resolver<'_> {
    /// Reads all attributes.
    pub(super) fn attributes(&mut self) {
        let tasks = std::mem::take(&mut self.declared.tasks);
        // What an interface says of all its methods is known before they are looked at.
        for task in &tasks {
            if let Kind::Interface(id, source) = task.kind {
                self.interface_facts(id, source.base.is_some(), &task.attrs, task.at);
            }
        }
        let mut counts = HashMap::new();
        for task in &tasks {
            if let Kind::Method(owner, item, function) = task.kind {
                let index = counts.entry(owner).or_insert(0);
                self.method_facts(owner, *index, item, function, task.at);
                *index += usize::from(function.declarator.name.is_some());
            } else {
                self.facts_of(task);
            }
        }
        self.declared.tasks = tasks;
        // No longer: attributes without a check, names and expressions in attributes.
    }

    fn facts_of(&mut self, task: &Task<'_>) {
        let (at, attrs) = (task.at, &*task.attrs);
        match task.kind {
            Kind::Alias(id, ty, _) => self.alias_facts(id, attrs, typedef_places(ty), at),
            Kind::Reference(Decl::Record(id)) | Kind::Switched(id, ..) => self.record_facts(id, attrs, at),
            Kind::Reference(Decl::Enum(id)) => self.enum_facts(id, &[], attrs),
            Kind::Record(id, fields) => {
                self.record_facts(id, attrs, at);
                self.field_facts(id, fields, at);
                self.check_union(id);
            }
            Kind::Enum(id, values) => self.enum_facts(id, values, attrs),
            Kind::Const(..) => drop(self.checked(attrs, Places::CONST)),
            Kind::Dispinterface(id, _) => self.dispinterface_facts(id, attrs),
            Kind::Property(id, field) => self.property_facts(id, field, at),
            Kind::Coclass(id, members) => self.coclass_facts(id, members, attrs, at),
            Kind::Library(id) => self.library_facts(id, attrs),
            Kind::Module(id) => self.module_facts(id, attrs),
            Kind::Reference(_) | Kind::Interface(..) | Kind::Method(..) => {}
        }
        if let Kind::Switched(id, inner, _) = task.kind {
            self.switched_facts(id, inner);
        }
    }
}

impl Resolver<'_> {
    /// What the attributes of a dispinterface's property say.
    fn property_facts(&mut self, of: Id<Interface>, field: &Field, at: Place) {
        let attrs = self.checked(&refs(&field.attrs), Places::METHOD.and(Places::PROPERTY));
        for name in field.declarators.iter().filter_map(|declarator| declarator.name.as_ref()) {
            self.member(of, &name.text, &attrs, at);
        }
    }
}

/// Where the attributes of a typedef may say something: of the name, and of the type that is written with it.
fn typedef_places(spec: &TypeSpec) -> Places {
    match &spec.kind {
        TypeKind::Struct(record) | TypeKind::Union(record) if record.fields.is_some() => {
            Places::TYPEDEF.and(Places::RECORD)
        }
        TypeKind::SwitchUnion(_) => Places::TYPEDEF.and(Places::RECORD),
        TypeKind::Enum(one) if one.values.is_some() => Places::TYPEDEF.and(Places::ENUM),
        _ => Places::TYPEDEF,
    }
}

/// References to attributes, as lists from several places are joined.
fn refs(attrs: &[Attr]) -> Vec<&Attr> {
    attrs.iter().collect()
}

/// The first argument where it is an expression.
fn first(attr: &Attr) -> Option<&Expr> {
    exprs(attr).next()
}

/// The arguments that are expressions.
fn exprs(attr: &Attr) -> impl Iterator<Item = &Expr> {
    attr.args.iter().flatten().filter_map(|arg| match arg {
        AttrArg::Expr(expr) => Some(expr),
        _ => None,
    })
}

/// The name that an expression consists of.
fn name(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::Name(name) => Some(name),
        _ => None,
    }
}

/// The string that an attribute has as its argument.
fn text(attr: &Attr) -> Option<String> {
    match &first(attr)?.kind {
        ExprKind::Str { value, .. } => Some(value.clone()),
        _ => None,
    }
}
