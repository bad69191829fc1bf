//! Macros in text that is quoted for C headers: those that are numbers or strings are constants, and all others are none
//! of our business. So nothing is reported here.
//!
//! A macro is left alone where the name means anything else in the run, or is defined in two ways: which of them holds is
//! known to the C preprocessor alone.

use super::pass::Define;
use crate::model::{Const, Decl, Head, Type, Value};
use crate::resolve::eval::Constant;
use crate::resolve::integer::{Int, integer_type};
use crate::resolve::scope::{Entry, Place};
use crate::syntax::ast::{Expr, ExprKind};
use crate::syntax::quoted_expr;
use std::collections::HashMap;

/// Names that Rust's prelude gives to values.
const PRELUDE: &[&str] = &["Some", "None", "Ok", "Err"];

impl Define<'_, '_> {
    /// Makes constants of the macros that are numbers or strings.
    pub(super) fn define_macros(&mut self) {
        let macros = std::mem::take(&mut self.r.declared.macros);
        // What each name stands for; nothing where it stands for two things.
        let mut bodies: HashMap<String, Option<String>> = HashMap::new();
        for one in &macros {
            let known = bodies.entry(one.head.name.clone()).or_insert_with(|| Some(one.body.clone()));
            if known.as_ref() != Some(&one.body) {
                *known = None;
            }
        }
        let mut made = Vec::new();
        for one in macros {
            if bodies[&one.head.name].is_some()
                && self.is_free(&one.head.name)
                && let Some(decl) = self.define_macro(one.head, &one.body, one.at)
            {
                made.push((one.at.seq, decl));
            }
        }
        let order = std::mem::take(&mut self.r.model.order);
        made.extend(std::mem::take(&mut self.r.declared.places).into_iter().zip(order));
        made.sort_by_key(|(seq, _)| *seq);
        self.r.model.order = made.into_iter().map(|(_, decl)| decl).collect();
    }

    /// Whether the name means nothing yet.
    fn is_free(&self, name: &str) -> bool {
        let scope = &self.r.scope;
        scope.names.entries(name).is_empty() && scope.tags.entries(name).is_empty() && !PRELUDE.contains(&name)
    }

    fn define_macro(&mut self, head: Head, body: &str, at: Place) -> Option<Decl> {
        let expr = quoted_expr(body, head.span)?;
        let told = std::mem::take(self.r.sink);
        let found = self.macro_value(&expr, at);
        *self.r.sink = told;
        let (ty, value) = found?;
        let (name, span) = (head.name.clone(), head.span);
        let decl = Decl::Const(self.r.model.consts.push(Const { head, ty, value }));
        self.r.scope.names.declare(&name, Entry { decl, place: at, span });
        self.r.model.names.insert(name, decl);
        Some(decl)
    }

    /// The value of a macro, with the type that a cast gives it, or else that of C. A pattern of bits is without a sign.
    fn macro_value(&mut self, expr: &Expr, at: Place) -> Option<(Type, Value)> {
        match self.r.eval(expr, at)? {
            Constant::Int(int) => {
                let said = self.cast_of(expr, at);
                let ty = said.unwrap_or(Type::Int { bits: int.bits as u8, signed: is_signed(int), int: false });
                Some((ty, Value::Int(int.value)))
            }
            Constant::Float(value) => Some((if is_single(expr) { Type::F32 } else { Type::F64 }, Value::Float(value))),
            Constant::Str { value, wide } => {
                let character = if wide { Type::WChar } else { Type::Char { signed: false } };
                let fits = !value.contains('\0');
                fits.then_some((character.pointer(true), Value::Str { value, wide }))
            }
        }
    }

    /// The integer type that the whole expression is cast to.
    fn cast_of(&mut self, expr: &Expr, at: Place) -> Option<Type> {
        let ExprKind::Cast(name, _) = &expr.kind else { return None };
        let ty = self.r.resolve_type(&name.ty, &name.declarator.derive, at);
        integer_type(self.r.model.strip(&ty)).is_some().then_some(ty)
    }
}

/// Whether a number is of single precision: its literal ends so (`2.2f`).
fn is_single(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Float(text) => text.ends_with(['f', 'F']),
        ExprKind::Unary(_, inner) => is_single(inner),
        _ => false,
    }
}

const fn is_signed(int: Int) -> bool {
    int.signed && !(int.pattern && int.value >= 0)
}
