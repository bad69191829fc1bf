//! Structs and unions: their members.

use super::function::member;
use crate::diag::{Code, Diagnostic};
use crate::layout::Target;
use crate::model::{Field, Id, Param, Record, Type};
use crate::resolve::Resolver;
use crate::resolve::scope::Place;
use crate::resolve::types::{MAX_DEPTH, MAX_SIZE};
use crate::source::Span;
use crate::syntax::ast::{self, Docs, Loc, Name, TypeKind};
use std::collections::{HashMap, HashSet};

/// The members that a list of fields declares, in order: one for each name, and one for each field that needs none.
pub(in crate::resolve) fn members<'f>(
    fields: &'f [ast::Field],
) -> impl Iterator<Item = (&'f ast::Field, Option<&'f ast::Declarator>)> {
    fields.iter().filter(|field| !only_declares(field)).flat_map(|field| {
        let nameless = field.declarators.is_empty().then_some(None);
        nameless.into_iter().chain(field.declarators.iter().map(Some)).map(move |declarator| (field, declarator))
    })
}

/// Whether a field has no name and is no member: `struct S { … };` inside another struct only declares `S`.
fn only_declares(field: &ast::Field) -> bool {
    let tagless = match field.ty.as_ref().map(|ty| &ty.kind) {
        Some(TypeKind::Struct(record) | TypeKind::Union(record)) => record.tag.is_none(),
        None => true,
        Some(_) => false,
    };
    field.declarators.is_empty() && !tagless
}

impl Resolver<'_> {
    pub(super) fn define_record(&mut self, id: Id<Record>, fields: &[ast::Field], at: Place) {
        let mut names = Names::new(fields);
        for (field, declarator) in members(fields) {
            let member = self.field(&mut names, field, declarator, at);
            self.model.records[id].fields.push(member);
        }
        self.member_names(fields);
        self.conformant(id);
        self.lay_out(id);
    }

    /// The struct that `union T switch (…) name { … }` stands for: the discriminant, then the union.
    pub(super) fn define_switched(&mut self, id: Id<Record>, inner: Id<Record>, source: &ast::SwitchUnion, at: Place) {
        let discriminant = self.resolve_type(&source.switch_ty, &[], at);
        let inner_name = Name { text: "tagged_union".to_owned(), loc: source.switch_name.loc };
        let names = [&source.switch_name, source.union_name.as_ref().unwrap_or(&inner_name)];
        for (name, ty) in names.into_iter().zip([discriminant, Type::Record(inner)]) {
            let param = member(name, &Docs::default(), &[], at.file, ty);
            self.model.records[id].fields.push(new_field(param, false, None));
        }
        self.lay_out(id);
    }

    fn field(
        &mut self,
        names: &mut Names<'_>,
        field: &ast::Field,
        declarator: Option<&ast::Declarator>,
        at: Place,
    ) -> Field {
        let derive = declarator.map_or(&[][..], |declarator| &declarator.derive);
        let ty = field.ty.as_ref().map_or(Type::Void, |spec| {
            let ty = self.resolve_type(spec, derive, at);
            let whole = match &ty {
                // The last member may be an array without a length.
                Type::Array { len: None, .. } => Some(()),
                _ => self.complete_type(&ty, spec.loc.0, at),
            };
            whole.map_or(Type::Poison, |()| ty)
        });
        let bits = declarator.and_then(|declarator| declarator.bits.as_ref());
        let bits = bits.and_then(|expr| self.bit_width(expr, &ty, at));
        let written = declarator.and_then(|declarator| declarator.name.clone());
        let anonymous = written.is_none();
        let name = written.unwrap_or_else(|| Name { text: names.make_up(field), loc: Loc(field.loc.0) });
        new_field(member(&name, &field.docs, &field.attrs, at.file, ty), anonymous, bits)
    }

    fn bit_width(&mut self, expr: &ast::Expr, ty: &Type, at: Place) -> Option<u8> {
        let room = match self.model.strip(ty) {
            Type::Poison => return None,
            Type::Int { bits, .. } => *bits,
            Type::Boolean | Type::Byte | Type::Char { .. } => 8,
            Type::WChar => 16,
            Type::Enum(_) | Type::ErrorStatus => 32,
            _ => {
                let message = "a bit field must be an integer";
                self.sink.push(Diagnostic::error(Code::WRONG_KIND, expr.loc.0, message));
                return None;
            }
        };
        let width = self.eval_int(expr, at)?.value;
        let fits = u8::try_from(width).ok().filter(|width| *width <= room);
        if fits.is_none() {
            let message = format!("{width} bits do not fit into a type of {room}");
            self.sink.push(Diagnostic::error(Code::OVERFLOW, expr.loc.0, message));
        }
        fits
    }

    fn member_names(&mut self, fields: &[ast::Field]) {
        let mut seen = HashMap::new();
        for name in names(fields) {
            if let Some(first) = seen.insert(&name.text, name.loc.0) {
                let message = format!("the field `{}` is declared twice", name.text);
                let diagnostic = Diagnostic::error(Code::DUPLICATE_MEMBER, name.loc.0, message);
                self.sink.push(diagnostic.also(first, "first declared here"));
            }
        }
        for field in fields.iter().filter(|field| only_declares(field)) {
            if let Some(TypeKind::Base(_) | TypeKind::Named(_)) = field.ty.as_ref().map(|ty| &ty.kind) {
                let message = "a field without a name";
                self.sink.push(Diagnostic::error(Code::WRONG_KIND, field.loc.0, message));
            }
        }
    }

    /// An array without a length is the last member, or one arm of a union.
    fn conformant(&mut self, id: Id<Record>) {
        let record = &self.model.records[id];
        let but_last = record.fields.split_last().map_or(&[][..], |(_, fields)| fields);
        let wrong = but_last.iter().find(|field| matches!(field.param.ty, Type::Array { len: None, .. }));
        if let (Some(field), false) = (wrong, record.union) {
            let head = &field.param.head;
            let message = format!("the array `{}` has no length and is not the last field", head.name);
            self.sink.push(Diagnostic::error(Code::INCOMPLETE_TYPE, head.span, message));
        } else if record.fields.is_empty() {
            let message = format!("`{}` has no fields", record.head.name);
            self.sink.push(Diagnostic::error(Code::INCOMPLETE_TYPE, record.head.span, message));
        }
    }

    fn lay_out(&mut self, id: Id<Record>) {
        self.layouts.add(&self.model, id);
        let record = &self.model.records[id];
        let (name, span) = (&record.head.name, record.head.span);
        let depth = self.record_depth(record);
        let too_big = Target::ALL.iter().any(|target| self.layouts.record(id, *target).size > MAX_SIZE);
        let message = if too_big {
            Some((Code::TOO_BIG, format!("`{name}` is larger than 2 GiB")))
        } else if depth > MAX_DEPTH {
            Some((Code::TOO_DEEP, format!("more than {MAX_DEPTH} records are held by value in `{name}`")))
        } else {
            None
        };
        if let Some((code, message)) = message {
            self.reject(id, code, span, message);
        }
        self.record_depths.resize(self.model.records.len(), 0);
        self.record_depths[id.index()] = depth;
    }

    /// Reports a record that cannot be used, and takes its members away so that no other one grows by it.
    fn reject(&mut self, id: Id<Record>, code: Code, span: Span, message: String) {
        self.sink.push(Diagnostic::error(code, span, message));
        self.model.records[id].fields.clear();
        self.layouts.add(&self.model, id);
    }

    /// How many records are held by value in each other.
    fn record_depth(&self, record: &Record) -> usize {
        let held = record.fields.iter().map(|field| {
            let mut ty = self.model.strip(&field.param.ty);
            while let Type::Array { of, .. } = ty {
                ty = self.model.strip(of);
            }
            match ty {
                Type::Record(id) => self.record_depths.get(id.index()).copied().unwrap_or(0) + 1,
                _ => 1,
            }
        });
        held.max().unwrap_or(1)
    }
}

/// A field whose attributes are not read yet.
fn new_field(param: Param, anonymous: bool, bits: Option<u8>) -> Field {
    Field { param, anonymous, bits, cases: Vec::new(), case_names: Vec::new(), default: false }
}

fn names(fields: &[ast::Field]) -> impl Iterator<Item = &Name> {
    fields.iter().flat_map(|field| &field.declarators).filter_map(|declarator| declarator.name.as_ref())
}

/// Makes up the names of members that have none: `u` for a union and `s` for a struct, as C's headers have it where
/// members must have names, then `Anonymous1` and so on.
struct Names<'f> {
    taken: HashSet<&'f str>,
    count: usize,
    union: bool,
    record: bool,
}

impl<'f> Names<'f> {
    fn new(fields: &'f [ast::Field]) -> Self {
        Self { taken: names(fields).map(|name| name.text.as_str()).collect(), count: 0, union: false, record: false }
    }

    fn make_up(&mut self, field: &ast::Field) -> String {
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
