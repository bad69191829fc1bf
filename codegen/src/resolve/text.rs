//! Attributes as text, for declarations that keep what no stage gives a meaning.

use crate::model::Attribute;
use crate::syntax::ast::{Attr, AttrArg, BinaryOp, Expr, ExprKind, TypeKind, TypeName, UnaryOp};

/// An attribute with its arguments as written, up to spaces.
pub(super) fn attribute(attr: &Attr) -> Attribute {
    let args = attr.args.iter().flatten().map(arg).collect();
    Attribute { name: attr.name.text.clone(), args }
}

fn arg(arg: &AttrArg) -> String {
    match arg {
        AttrArg::Empty => String::new(),
        AttrArg::Expr(value) => expr(value),
        AttrArg::Uuid(name) => name.text.clone(),
        AttrArg::Type(ty) => type_name(ty),
    }
}

/// An expression as C writes it.
pub(super) fn expr(value: &Expr) -> String {
    match &value.kind {
        ExprKind::Int(text) | ExprKind::Float(text) | ExprKind::Name(text) => text.clone(),
        ExprKind::Char { value, wide } => {
            let text = char::from_u32(*value).unwrap_or(char::REPLACEMENT_CHARACTER);
            format!("{}'{}'", if *wide { "L" } else { "" }, text.escape_default())
        }
        ExprKind::Str { value, wide } => format!("{}{value:?}", if *wide { "L" } else { "" }),
        ExprKind::Unary(op, of) => format!("{}{}", unary(*op), operand(of)),
        ExprKind::Binary(op, left, right) => format!("{} {} {}", operand(left), binary(*op), operand(right)),
        ExprKind::Cond(of, yes, no) => format!("{} ? {} : {}", operand(of), operand(yes), operand(no)),
        ExprKind::Cast(ty, of) => format!("({}){}", type_name(ty), operand(of)),
        ExprKind::SizeOf(ty) => format!("sizeof({})", type_name(ty)),
        ExprKind::Member { of, name, arrow } => {
            format!("{}{}{}", operand(of), if *arrow { "->" } else { "." }, name.text)
        }
        ExprKind::Call(name, args) => {
            let args: Vec<_> = args.iter().map(expr).collect();
            format!("{}({})", name.text, args.join(", "))
        }
        ExprKind::Index(of, at) => format!("{}[{}]", operand(of), expr(at)),
    }
}

/// An operand, in parentheses where it is made of operators itself.
fn operand(value: &Expr) -> String {
    match value.kind {
        ExprKind::Binary(..) | ExprKind::Cond(..) => format!("({})", expr(value)),
        _ => expr(value),
    }
}

fn type_name(ty: &TypeName) -> String {
    match &ty.ty.kind {
        TypeKind::Named(name) => format!("{}{}", name.text, "*".repeat(ty.declarator.derive.len())),
        other => format!("{other:?}"),
    }
}

fn unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Neg => "-",
        UnaryOp::Plus => "+",
        UnaryOp::BitNot => "~",
        UnaryOp::Not => "!",
        UnaryOp::Deref => "*",
        UnaryOp::AddrOf => "&",
    }
}

fn binary(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Rem => "%",
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Shl => "<<",
        BinaryOp::Shr => ">>",
        BinaryOp::Lt => "<",
        BinaryOp::Gt => ">",
        BinaryOp::Le => "<=",
        BinaryOp::Ge => ">=",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitXor => "^",
        BinaryOp::BitOr => "|",
        BinaryOp::And => "&&",
        BinaryOp::Or => "||",
    }
}
