//! What attributes take between their parentheses.

use crate::syntax::ast::{Attr, AttrArg, BinaryOp, Expr, ExprKind};

/// What arguments an attribute takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Args {
    /// None.
    None,
    /// Whatever is written: the attribute has no meaning here.
    Any,
    /// A string.
    Text,
    /// Strings, joined with `|`.
    Texts,
    /// A uuid.
    Uuid,
    /// A name.
    Name,
    /// Names, joined with `|`.
    Names,
    /// An expression.
    Expr,
    /// One or more expressions.
    Exprs,
    /// One or more expressions, any of them left out.
    Counts,
    /// The names of a flag and a parameter.
    Flag,
    /// Anything, but not nothing.
    Some,
}

impl Args {
    /// Whether `attr` has such arguments.
    pub(super) fn accept(self, attr: &Attr) -> bool {
        let args = attr.args.as_deref().unwrap_or_default();
        match self {
            Self::Any => true,
            Self::None => args.is_empty(),
            Self::Text => matches!(args, [AttrArg::Expr(one)] if is_text(one)),
            Self::Texts => !args.is_empty() && args.iter().all(|arg| list(arg, is_text)),
            Self::Uuid => matches!(args, [AttrArg::Uuid(_) | AttrArg::Expr(_)]),
            Self::Name => matches!(args, [AttrArg::Expr(one)] if is_name(one)),
            Self::Names => !args.is_empty() && args.iter().all(|arg| list(arg, is_name)),
            Self::Expr => matches!(args, [AttrArg::Expr(_)]),
            Self::Exprs => !args.is_empty() && args.iter().all(|arg| matches!(arg, AttrArg::Expr(_))),
            Self::Counts => {
                args.iter().any(|arg| *arg != AttrArg::Empty)
                    && args.iter().all(|arg| matches!(arg, AttrArg::Expr(_) | AttrArg::Empty))
            }
            Self::Flag => matches!(args, [AttrArg::Expr(a), AttrArg::Expr(b)] if is_name(a) && is_name(b)),
            Self::Some => !args.is_empty(),
        }
    }

    /// What is taken, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "no arguments",
            Self::Any => "any arguments",
            Self::Text => "one string",
            Self::Texts => "strings joined with `|`",
            Self::Uuid => "one uuid",
            Self::Name => "one name",
            Self::Names => "names joined with `|`",
            Self::Expr => "one expression",
            Self::Exprs => "one or more expressions",
            Self::Counts => "an expression for each level of pointers",
            Self::Flag => "the names of a flag and of a parameter",
            Self::Some => "an argument",
        }
    }
}

fn is_text(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Str { .. })
}

fn is_name(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Name(_))
}

fn list(arg: &AttrArg, accept: fn(&Expr) -> bool) -> bool {
    matches!(arg, AttrArg::Expr(expr) if alternatives(expr).into_iter().all(accept))
}

/// The operands of `a | b | c`, in order.
pub(in crate::resolve) fn alternatives(expr: &Expr) -> Vec<&Expr> {
    let mut rest = expr;
    let mut found = Vec::new();
    while let ExprKind::Binary(BinaryOp::BitOr, left, right) = &rest.kind {
        found.push(&**right);
        rest = left;
    }
    found.push(rest);
    found.reverse();
    found
}
