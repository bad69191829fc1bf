//! Structs and unions: their fields.

use super::function::member;
use super::pass::Define;
use crate::diag::{Code, Diagnostic};
use crate::layout::Target;
use crate::model::{Field, Id, Param, Record, Type};
use crate::resolve::fields::{DeclaredField, declared_fields, names, only_declares};
use crate::resolve::scope::Place;
use crate::resolve::types::{MAX_DEPTH, MAX_SIZE};
use crate::syntax::ast::{self, Docs, Loc, Name, TypeKind};
use std::collections::HashMap;

impl Define<'_, '_> {
    pub(super) fn define_record(&mut self, id: Id<Record>, fields: &[ast::Field], at: Place) {
        for declared in declared_fields(fields) {
            let field = self.field(&declared, at);
            self.r.model.records[id].fields.push(field);
        }
        self.field_names(fields);
        self.conformant(id);
        self.lay_out(id);
    }

    /// The struct that `union T switch (…) name { … }` stands for: the discriminant, then the union.
    pub(super) fn define_switched(&mut self, id: Id<Record>, inner: Id<Record>, source: &ast::SwitchUnion, at: Place) {
        let discriminant = self.r.resolve_type(&source.switch_ty, &[], at);
        let inner_name = Name { text: "tagged_union".to_owned(), loc: source.switch_name.loc };
        let names = [&source.switch_name, source.union_name.as_ref().unwrap_or(&inner_name)];
        for (name, ty) in names.into_iter().zip([discriminant, Type::Record(inner)]) {
            let param = member(name, &Docs::default(), &[], at.file, ty);
            self.r.model.records[id].fields.push(new_field(param, false, None));
        }
        self.lay_out(id);
    }

    fn field(&mut self, source: &DeclaredField<'_>, at: Place) -> Field {
        let ast::Field { docs, attrs, ty, .. } = source.declaration;
        let ty = ty.as_ref().map_or(Type::Void, |spec| {
            let ty = self.r.resolve_type(spec, source.derive(), at);
            let whole = match &ty {
                // The last field may be an array without a length.
                Type::Array { len: None, .. } => Some(()),
                _ => self.r.complete_type(&ty, spec.loc.0, at),
            };
            whole.map_or(Type::Poison, |()| ty)
        });
        let bits = source.bits().and_then(|expr| self.bit_width(expr, &ty, at));
        let name = Name { text: source.name.to_string(), loc: Loc(source.span()) };
        new_field(member(&name, docs, attrs, at.file, ty), source.anonymous(), bits)
    }

    fn bit_width(&mut self, expr: &ast::Expr, ty: &Type, at: Place) -> Option<u8> {
        let room = match self.r.model.strip(ty) {
            Type::Poison => return None,
            Type::Int { bits, .. } => *bits,
            Type::Boolean | Type::Byte | Type::Char { .. } => 8,
            Type::WChar => 16,
            Type::Enum(_) | Type::ErrorStatus => 32,
            _ => {
                let message = "a bit field must be an integer";
                self.r.sink.push(Diagnostic::error(Code::WRONG_KIND, expr.loc.0, message));
                return None;
            }
        };
        let width = self.r.eval_int(expr, at)?.value;
        let fits = u8::try_from(width).ok().filter(|width| *width <= room);
        if fits.is_none() {
            let message = format!("{width} bits do not fit into a type of {room}");
            self.r.sink.push(Diagnostic::error(Code::OVERFLOW, expr.loc.0, message));
        }
        fits
    }

    fn field_names(&mut self, fields: &[ast::Field]) {
        let mut seen = HashMap::new();
        for name in names(fields) {
            if let Some(first) = seen.insert(&name.text, name.loc.0) {
                let message = format!("the field `{}` is declared twice", name.text);
                let diagnostic = Diagnostic::error(Code::DUPLICATE_MEMBER, name.loc.0, message);
                self.r.sink.push(diagnostic.also(first, "first declared here"));
            }
        }
        for field in fields.iter().filter(|field| only_declares(field)) {
            if let Some(TypeKind::Base(_) | TypeKind::Named(_)) = field.ty.as_ref().map(|ty| &ty.kind) {
                let message = "a field without a name";
                self.r.sink.push(Diagnostic::error(Code::WRONG_KIND, field.loc.0, message));
            }
        }
    }

    /// An array without a length is the last field, or one arm of a union.
    fn conformant(&mut self, id: Id<Record>) {
        let record = &self.r.model.records[id];
        let but_last = record.fields.split_last().map_or(&[][..], |(_, fields)| fields);
        let wrong = but_last.iter().find(|field| matches!(field.param.ty, Type::Array { len: None, .. }));
        if let (Some(field), false) = (wrong, record.union) {
            let head = &field.param.head;
            let message = format!("the array `{}` has no length and is not the last field", head.name);
            self.r.sink.push(Diagnostic::error(Code::INCOMPLETE_TYPE, head.span, message));
        } else if record.fields.is_empty() {
            let message = format!("`{}` has no fields", record.head.name);
            self.r.sink.push(Diagnostic::error(Code::INCOMPLETE_TYPE, record.head.span, message));
        }
    }

    fn lay_out(&mut self, id: Id<Record>) {
        self.r.layouts.add(&self.r.model, id);
        let record = &self.r.model.records[id];
        let (name, span) = (&record.head.name, record.head.span);
        let depth = self.record_depth(record);
        let too_big = Target::ALL.iter().any(|target| self.r.layouts.record(id, *target).size > MAX_SIZE);
        let message = if too_big {
            Some((Code::TOO_BIG, format!("`{name}` is larger than 2 GiB")))
        } else if depth > MAX_DEPTH {
            Some((Code::TOO_DEEP, format!("more than {MAX_DEPTH} records are held by value in `{name}`")))
        } else {
            None
        };
        if let Some((code, message)) = message {
            self.r.sink.push(Diagnostic::error(code, span, message));
            self.r.rejected.insert(id);
        }
        self.record_depths.resize(self.r.model.records.len(), 0);
        self.record_depths[id.index()] = depth;
    }

    /// How many records are held by value in each other.
    fn record_depth(&self, record: &Record) -> usize {
        let held = record.fields.iter().map(|field| {
            let mut ty = self.r.model.strip(&field.param.ty);
            while let Type::Array { of, .. } = ty {
                ty = self.r.model.strip(of);
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
