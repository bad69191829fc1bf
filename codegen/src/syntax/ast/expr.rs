//! Expressions.

use super::{Loc, Name, TypeName};
use serde::Serialize;

/// An expression.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    #[serde(skip)]
    pub loc: Loc,
}

/// The kinds of expressions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum ExprKind {
    /// An integer as written, suffixes included: `0x80UL`, `017`, `42`.
    Int(String),
    /// A floating-point number as written.
    Float(String),
    /// A character; `wide` with the prefix L.
    Char {
        /// The character's value.
        value: u32,
        /// With the prefix `L`.
        wide: bool,
    },
    /// A string, unescaped; neighbours are joined.
    Str {
        /// The text.
        value: String,
        /// With the prefix `L`.
        wide: bool,
    },
    /// A name; `TRUE` and `FALSE` too.
    Name(String),
    /// `-x`, `+x`, `~x`, `!x`, `*x`, `&x`
    Unary(UnaryOp, Box<Expr>),
    /// `a + b` and so on
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a ? b : c`
    Cond(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `(T)x`
    Cast(Box<TypeName>, Box<Expr>),
    /// `sizeof(T)`
    SizeOf(Box<TypeName>),
    /// `a.b` (`arrow` false) or `a->b`
    Member {
        /// The left side.
        of: Box<Expr>,
        /// The member.
        name: Name,
        /// `->`
        arrow: bool,
    },
    /// `f(a, b)`, as in `PROP_TYPE(ulPropTag)`
    Call(Name, Vec<Expr>),
    /// `a[i]`
    Index(Box<Expr>, Box<Expr>),
}

/// Unary operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `+`
    Plus,
    /// `~`
    BitNot,
    /// `!`
    Not,
    /// `*`
    Deref,
    /// `&`
    AddrOf,
}

/// Binary operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[expect(missing_docs, reason = "each is the operator that its name says")]
pub enum BinaryOp {
    Mul,
    Div,
    Rem,
    Add,
    Sub,
    Shl,
    Shr,
    Lt,
    Gt,
    Le,
    Ge,
    Eq,
    Ne,
    BitAnd,
    BitXor,
    BitOr,
    And,
    Or,
}
