//! Second pass: resolves types and evaluates constants, in source order.
//!
//! Order matters as in C: what a declaration needs by value stands before it, so one walk is enough.

mod constant;
mod cpp_quote;
mod function;
mod pass;
mod record;

use super::Resolver;
use super::declare::head;
use super::integer::Int;
use super::scope::Place;
use super::types::MAX_DEPTH;
use super::worklist::{Kind, Task};
use crate::diag::{Code, Diagnostic};
use crate::model::{Enum, EnumValue, Id, Type};
use crate::source::Span;
use crate::syntax::ast::{self, TypeSpec};
use pass::Define;

impl Resolver<'_> {
    /// Gives every declaration its types and values.
    pub(super) fn define(&mut self) {
        let tasks = std::mem::take(&mut self.declared.tasks);
        let mut pass = Define { r: self, alias_depths: Vec::new(), record_depths: Vec::new() };
        for task in &tasks {
            pass.define_one(task);
        }
        pass.define_macros();
        self.declared.tasks = tasks;
        // No longer: macros in quoted text, type names, tags, declarators, constant expressions.
    }
}

impl Define<'_, '_> {
    fn define_one(&mut self, task: &Task<'_>) {
        let at = task.at;
        match task.kind {
            Kind::Alias(id, ty, declarator) => {
                let ty = self.alias_type(ty, declarator, at);
                self.r.model.aliases[id].ty = ty;
            }
            Kind::Record(id, fields) => self.define_record(id, fields, at),
            Kind::Switched(id, inner, source) => self.define_switched(id, inner, source, at),
            Kind::Enum(id, values) => self.define_enum(id, values, at),
            Kind::Const(id, source) => self.define_const(id, source, at),
            Kind::Method(owner, item, function) => self.define_function(owner, item, function, at),
            Kind::Property(_, field) => self.property(field, at),
            Kind::Reference(_)
            | Kind::Interface(..)
            | Kind::Dispinterface(..)
            | Kind::Coclass(..)
            | Kind::Library(_)
            | Kind::Module(_) => {}
        }
    }

    fn alias_type(&mut self, spec: &TypeSpec, declarator: &ast::Declarator, at: Place) -> Type {
        let ty = self.r.resolve_type(spec, &declarator.derive, at);
        let depth = self.alias_depth(&ty) + 1;
        self.alias_depths.push(depth);
        if depth > MAX_DEPTH {
            let message = format!("more than {MAX_DEPTH} typedefs build on each other");
            self.r.sink.push(Diagnostic::error(Code::TOO_DEEP, declarator.loc.0, message));
            return Type::Poison;
        }
        ty
    }

    /// How many typedefs the type builds on.
    fn alias_depth(&self, ty: &Type) -> usize {
        let mut ty = ty;
        loop {
            ty = match ty {
                Type::Pointer { to: of, .. } | Type::Array { of, .. } | Type::SafeArray(of) => of,
                Type::Alias(id) => return self.alias_depths.get(id.index()).copied().unwrap_or(0),
                _ => return 0,
            };
        }
    }

    fn define_enum(&mut self, id: Id<Enum>, values: &[ast::Enumerator], at: Place) {
        let mut next = Int::new(0);
        for value in values {
            let int = match &value.value {
                Some(expr) => self.r.eval_int(expr, at).unwrap_or(next),
                None => next,
            };
            let span = value.value.as_ref().map_or(value.name.loc.0, |expr| expr.loc.0);
            let number = self.enum_value(int, span);
            next = Int { value: i128::from(number) + 1, ..Int::new(0) };
            self.r.model.enums[id].values.push(EnumValue {
                name: value.name.text.clone(),
                value: number,
                docs: value.docs.0.clone(),
                span: value.name.loc.0,
            });
        }
    }

    /// An enum is 32 bits wide; its values may be written with or without a sign.
    fn enum_value(&mut self, int: Int, span: Span) -> i64 {
        if !int.fits(32, true) && !int.fits(32, false) {
            let message = format!("{} does not fit into an enum", int.value);
            let help = "an enum is 32 bits wide";
            self.r.sink.push(Diagnostic::error(Code::OVERFLOW, span, message).help(help));
            return 0;
        }
        i64::try_from(int.value).unwrap_or(0)
    }
}
