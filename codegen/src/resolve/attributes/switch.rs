//! Discriminated unions: `switch_is`, `switch_type`, `case`, `default`.

use super::check::Checked;
use super::table::AttrKind;
use super::value::Members;
use super::{exprs, first};
use crate::diag::{Code, Diagnostic};
use crate::model::{Decl, Field, Id, Record, Switch, Type};
use crate::resolve::Resolver;
use crate::resolve::lookup::Query;
use crate::resolve::scope::Place;
use crate::source::Span;
use crate::syntax::ast::{Attr, AttrArg, BinaryOp, Expr, ExprKind};
use crate::syntax::print_expr;
use std::collections::HashMap;

impl Resolver<'_> {
    /// The discriminant of a union: a member, or a member under a mask.
    pub(super) fn switch_is(&mut self, attr: &Checked<'_>, members: &Members<'_>, at: Place) -> Option<Switch> {
        let expr = first(attr)?;
        if !self.member_names_in(attr, expr, members, at)? {
            let message = format!("`switch_is` names no {}", members.word);
            self.sink.push(Diagnostic::error(Code::BAD_SWITCH, expr.loc.0, message));
            return None;
        }
        let (by, mask) = match &expr.kind {
            ExprKind::Binary(BinaryOp::BitAnd, left, right) => match (member(left, members), member(right, members)) {
                (Some(by), None) => (Some(by), Some(&**right)),
                (None, Some(by)) => (Some(by), Some(&**left)),
                _ => (None, None),
            },
            _ => (member(expr, members), None),
        };
        let Some(by) = by else {
            let message = "the discriminant cannot be computed both ways: the union stays raw";
            let help = format!("write a {}, or a {0} `&` a mask", members.word);
            self.sink.push(Diagnostic::warning(Code::BAD_SWITCH, expr.loc.0, message).help(help));
            return None;
        };
        let mask = match mask {
            Some(mask) => u64::try_from(self.eval_int(mask, at)?.wrapped(64, false)).ok()?,
            None => u64::MAX,
        };
        Some(Switch { by, mask, text: print_expr(expr) })
    }

    /// The type of the discriminant is looked up, and said no more of.
    pub(super) fn switch_type(&mut self, attr: &Attr, at: Place) {
        match attr.args.as_deref().and_then(<[_]>::first) {
            Some(AttrArg::Type(ty)) => {
                self.resolve_type(&ty.ty, &ty.declarator.derive, at);
            }
            Some(AttrArg::Expr(Expr { kind: ExprKind::Name(name), loc })) => {
                let wanted = |decl| matches!(decl, Decl::Alias(_) | Decl::Enum(_));
                let (code, what) = (Code::UNKNOWN_TYPE, "an integer type");
                self.find(Query { name, span: loc.0, at, code, what, wanted });
            }
            _ => self.bad(attr.loc.0, "`switch_type` takes a type", "write `switch_type(unsigned long)`"),
        }
    }

    /// The values for which an arm of a union is valid.
    pub(super) fn cases(&mut self, field: &mut Field, attrs: &[&Attr], at: Place) {
        for attr in attrs {
            if AttrKind::Default.is(attr) {
                field.default = true;
            } else if AttrKind::Case.is(attr) {
                exprs(attr).for_each(|expr| self.case(field, expr, at));
            }
        }
    }

    fn case(&mut self, field: &mut Field, expr: &Expr, at: Place) {
        let Some(int) = self.eval_int(expr, at) else { return };
        match i64::try_from(int.value) {
            Ok(value) => {
                field.cases.push(value);
                field.case_names.push(print_expr(expr));
            }
            Err(_) => self.bad(expr.loc.0, "a case has 64 bits", "write a smaller number"),
        }
    }

    /// The arms of a discriminated union: each says when it is valid, and every value has one.
    pub(super) fn check_union(&mut self, id: Id<Record>) {
        let record = &self.model.records[id];
        let switched = record.fields.iter().any(|field| field.default || !field.cases.is_empty());
        if !record.union || !switched {
            return;
        }
        let mut seen: HashMap<i64, Span> = HashMap::new();
        let mut defaults = 0;
        let mut wrong = Vec::new();
        for field in &record.fields {
            let head = &field.param.head;
            defaults += usize::from(field.default);
            // An arm without a case is a second name for bytes that another arm shows, as unions of C have them.
            for (value, label) in field.cases.iter().zip(&field.case_names) {
                if let Some(first) = seen.insert(*value, head.span) {
                    wrong.push((head.span, format!("the case `{label}` stands twice"), Some(first)));
                }
            }
            if field.default && defaults == 2 {
                wrong.push((head.span, "the union has two defaults".to_owned(), None));
            }
        }
        let head = &record.head;
        if defaults == 0 {
            let message = format!("the union `{}` has no default", head.name);
            let help = "add `[default] ;`";
            self.sink.push(Diagnostic::warning(Code::MISSING_DEFAULT, head.span, message).help(help));
        }
        for (span, message, first) in wrong {
            let diagnostic = Diagnostic::error(Code::BAD_SWITCH, span, message);
            self.sink.push(match first {
                Some(first) => diagnostic.also(first, "it stands here first"),
                None => diagnostic,
            });
        }
    }

    /// `switch_is` stands on a union.
    pub(super) fn check_switched(&mut self, attr: &Attr, ty: &Type) {
        let mut ty = self.model.strip(ty);
        while let Type::Pointer { to: of, .. } | Type::Array { of, .. } = ty {
            ty = self.model.strip(of);
        }
        let union = match ty {
            Type::Poison => true,
            Type::Record(id) => self.model.records[*id].union || self.model.records[*id].declared_only,
            _ => false,
        };
        if !union {
            let message = "`switch_is` stands on what is no union";
            self.sink.push(Diagnostic::error(Code::BAD_SWITCH, attr.loc.0, message));
        }
    }
}

fn member(expr: &Expr, members: &Members<'_>) -> Option<u32> {
    super::name(expr).and_then(|name| members.find(name))
}
