//! What counts an array: `size_is`, `bytes_is`, `max_is`, `length_is`.

use super::check::Checked;
use super::row::Whose;
use super::table::AttrKind;
use super::value::Members;
use crate::diag::{Code, Diagnostic};
use crate::model::{Count, CountTarget, Type};
use crate::resolve::Resolver;
use crate::resolve::scope::Place;
use crate::source::Span;
use crate::suggest::nearest;
use crate::syntax::ast::{AttrArg, Expr, ExprKind, UnaryOp};
use crate::syntax::print_expr;

impl Resolver<'_> {
    /// The counts of an attribute, one for each level of pointers.
    pub(super) fn counts(&mut self, attr: &Checked<'_>, members: &Members<'_>, at: Place) -> Vec<Option<Count>> {
        let args = attr.args.iter().flatten();
        let count = |arg: &AttrArg| match arg {
            AttrArg::Expr(expr) => self.count(attr, expr, members, at),
            _ => None,
        };
        args.map(count).collect()
    }

    /// The count of an array that says itself how long it is: `float colour[4]`.
    pub(super) fn own_length(&self, ty: &Type) -> Option<Count> {
        match self.model.strip(ty) {
            Type::Array { len: Some(len), .. } => {
                Some(Count { by: CountTarget::Const(*len), bytes: false, text: len.to_string() })
            }
            _ => None,
        }
    }

    fn count(&mut self, attr: &Checked<'_>, expr: &Expr, members: &Members<'_>, at: Place) -> Option<Count> {
        let by = self.count_target(attr, expr, members, at)?;
        let text = print_expr(expr);
        let (bytes, is_greatest) = (attr.kind == AttrKind::BytesIs, attr.kind == AttrKind::MaxIs);
        Some(match by {
            // The greatest index is one less than the count.
            CountTarget::Const(max) if is_greatest => {
                let count = max.saturating_add(1);
                Count { by: CountTarget::Const(count), bytes, text: count.to_string() }
            }
            _ if is_greatest => Count { by: CountTarget::Expr, bytes, text: format!("{text} + 1") },
            by => Count { by, bytes, text },
        })
    }

    fn count_target(
        &mut self,
        attr: &Checked<'_>,
        expr: &Expr,
        members: &Members<'_>,
        at: Place,
    ) -> Option<CountTarget> {
        if let ExprKind::Name(name) = &expr.kind
            && let Some(index) = members.find(name)
        {
            return self.counter(attr, name, members.ty(index), expr.loc.0, 0).then_some(CountTarget::Index(index));
        }
        if let ExprKind::Unary(UnaryOp::Deref, of) = &expr.kind
            && let ExprKind::Name(name) = &of.kind
            && let Some(index) = members.find(name)
        {
            return self.counter(attr, name, members.ty(index), expr.loc.0, 1).then_some(CountTarget::Deref(index));
        }
        if let Some((of, field)) = self.member_of(expr, members) {
            return Some(CountTarget::Member { of, field });
        }
        if self.member_names_in(attr, expr, members, at)? {
            return Some(CountTarget::Expr);
        }
        let int = self.eval_int(expr, at)?;
        let count = u64::try_from(int.value).ok();
        if count.is_none() {
            let message = format!("`{}` cannot count {}", attr.kind, int.value);
            self.bad(expr.loc.0, message, "a count is zero or positive");
        }
        count.map(CountTarget::Const)
    }

    /// The field that `p->n` or `(*p)->n` names, where it is an integer.
    fn member_of(&self, expr: &Expr, members: &Members<'_>) -> Option<(u32, u32)> {
        let ExprKind::Member { of, name: field, arrow: true } = &expr.kind else { return None };
        let (name, stars) = match &of.kind {
            ExprKind::Name(name) => (name.as_str(), 1),
            ExprKind::Unary(UnaryOp::Deref, inner) => (super::name(inner)?, 2),
            _ => return None,
        };
        let of = members.find(name)?;
        let mut ty = self.model.strip(members.ty(of));
        for _ in 0..stars {
            ty = self.model.strip(ty.pointee()?);
        }
        let Type::Record(id) = ty else { return None };
        let fields = &self.model.records[*id].fields;
        let at = fields.iter().position(|f| f.param.head.name == field.text)?;
        let integer = matches!(self.model.strip(&fields[at].param.ty), Type::Int { .. } | Type::IntPtr { .. });
        integer.then_some((of, u32::try_from(at).ok()?))
    }

    /// Whether a member counts as it is written: an integer behind as many pointers as there are stars.
    fn counter(&mut self, attr: &Checked<'_>, name: &str, ty: &Type, span: Span, stars: u32) -> bool {
        let attribute = attr.kind;
        let mut ty = self.model.strip(ty);
        let mut pointers = 0;
        while let Type::Pointer { to, .. } = ty {
            ty = self.model.strip(to);
            pointers += 1;
        }
        let integer =
            matches!(ty, Type::Int { .. } | Type::IntPtr { .. } | Type::Enum(_) | Type::Byte | Type::Char { .. });
        let message = match ty {
            Type::Poison => return false,
            _ if integer && pointers == stars => return true,
            _ if integer && pointers > stars => format!("`{attribute}` counts with the pointer `{name}`"),
            _ if integer => format!("`{attribute}` follows `{name}`, which is no pointer"),
            _ => format!("`{attribute}` counts with `{name}`, which is no integer"),
        };
        let help = match integer {
            true => format!("write `{}{name}`", "*".repeat(pointers as usize)),
            false => "name an integer".to_owned(),
        };
        self.bad(span, message, help);
        false
    }

    /// Whether an expression names members; every other name in it must be a constant. `None` when one is not.
    pub(super) fn member_names_in(
        &mut self,
        attr: &Checked<'_>,
        expr: &Expr,
        members: &Members<'_>,
        at: Place,
    ) -> Option<bool> {
        let mut open = vec![expr];
        let (mut found, mut whole) = (false, true);
        while let Some(expr) = open.pop() {
            match &expr.kind {
                ExprKind::Name(name) if members.find(name).is_some() => found = true,
                ExprKind::Name(name) if self.visible(name, at).is_none() => {
                    self.unknown_member(attr, name, expr.loc.0, members);
                    whole = false;
                }
                _ => open.extend(operands(expr)),
            }
        }
        whole.then_some(found)
    }

    /// A name in an attribute that is neither a member nor a constant.
    pub(super) fn unknown_member(&mut self, attr: &Checked<'_>, name: &str, span: Span, members: &Members<'_>) {
        let message = format!("`{}` names `{name}`, which is no {} here", attr.kind, members.word);
        let code = if attr.kind == AttrKind::SwitchIs { Code::BAD_SWITCH } else { Code::UNKNOWN_SIZE };
        // MIDL writes no code by what its attributes say of such a method.
        let diagnostic = if members.local && attr.kind.row().whose == Whose::Midl {
            Diagnostic::warning(code, span, message).note("the pointer stays raw")
        } else {
            Diagnostic::error(code, span, message)
        };
        self.sink.push(match nearest(name, members.names()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        });
    }
}

/// The parts of an expression.
fn operands(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Unary(_, of) | ExprKind::Cast(_, of) | ExprKind::Member { of, .. } => vec![of],
        ExprKind::Binary(_, left, right) | ExprKind::Index(left, right) => vec![left, right],
        ExprKind::Cond(of, yes, no) => vec![of, yes, no],
        ExprKind::Call(_, args) => args.iter().collect(),
        _ => Vec::new(),
    }
}
