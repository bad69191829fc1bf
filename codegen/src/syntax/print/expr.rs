//! Expressions and literals.

use super::Printer;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, TypeName, UnaryOp};
use crate::syntax::lower::{BINARY, UNARY, precedence};
use std::fmt::Write;

/// How tightly an expression holds together: what binds less tightly needs parentheses in its place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tightness {
    Conditional,
    Binary(u8),
    Prefixed,
    Primary,
}

fn tightness(expr: &Expr) -> Tightness {
    match &expr.kind {
        ExprKind::Cond(..) => Tightness::Conditional,
        ExprKind::Binary(operator, ..) => Tightness::Binary(precedence(*operator)),
        ExprKind::Unary(..) | ExprKind::Cast(..) => Tightness::Prefixed,
        _ => Tightness::Primary,
    }
}

impl Printer {
    pub(super) fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Int(text) | ExprKind::Float(text) | ExprKind::Name(text) => self.out.push_str(text),
            ExprKind::Char { value, wide } => self.character(*value, *wide),
            ExprKind::Str { value, wide } => {
                self.out.push_str(if *wide { "L" } else { "" });
                self.out.push_str(&quote(value));
            }
            ExprKind::Unary(operator, operand) => {
                self.out.push_str(unary(*operator));
                self.expr_within(operand, Tightness::Prefixed);
            }
            ExprKind::Binary(operator, left, right) => {
                let level = precedence(*operator);
                self.expr_within(left, Tightness::Binary(level));
                let _ = write!(self.out, " {} ", binary(*operator));
                self.expr_within(right, Tightness::Binary(level + 1));
            }
            ExprKind::Cond(condition, yes, no) => self.conditional(condition, yes, no),
            ExprKind::Cast(ty, operand) => self.cast(ty, operand),
            ExprKind::SizeOf(ty) => {
                self.out.push_str("sizeof(");
                self.type_name(ty);
                self.out.push(')');
            }
            ExprKind::Member { of, name, arrow } => {
                self.postfixed(of);
                let _ = write!(self.out, "{}{}", if *arrow { "->" } else { "." }, name.text);
            }
            ExprKind::Call(name, args) => {
                self.out.push_str(&name.text);
                self.out.push('(');
                self.list(args, Self::expr);
                self.out.push(')');
            }
            ExprKind::Index(of, index) => {
                self.postfixed(of);
                self.out.push('[');
                self.expr(index);
                self.out.push(']');
            }
        }
    }

    fn conditional(&mut self, condition: &Expr, yes: &Expr, no: &Expr) {
        self.expr_within(condition, Tightness::Binary(0));
        self.out.push_str(" ? ");
        self.expr(yes);
        self.out.push_str(" : ");
        self.expr(no);
    }

    /// Writes elements with commas between them.
    pub(super) fn list<T>(&mut self, elements: &[T], mut write: impl FnMut(&mut Self, &T)) {
        for (index, element) in elements.iter().enumerate() {
            self.out.push_str(if index > 0 { ", " } else { "" });
            write(self, element);
        }
    }

    fn expr_within(&mut self, expr: &Expr, least: Tightness) {
        if tightness(expr) < least {
            self.parenthesized(expr);
        } else {
            self.expr(expr);
        }
    }

    fn parenthesized(&mut self, expr: &Expr) {
        self.out.push('(');
        self.expr(expr);
        self.out.push(')');
    }

    /// A cast. Only a word behind it is surely taken for its operand: a sign may be an operator.
    fn cast(&mut self, ty: &TypeName, operand: &Expr) {
        self.out.push('(');
        self.type_name(ty);
        self.out.push(')');
        let text = self.aside(|printer| printer.expr(operand));
        let word = text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        if word && tightness(operand) == Tightness::Primary {
            self.out.push_str(&text);
        } else {
            let _ = write!(self.out, "({text})");
        }
    }

    /// What a member or index is taken of. A number would take the point for its own.
    fn postfixed(&mut self, of: &Expr) {
        match of.kind {
            ExprKind::Name(_) | ExprKind::Call(..) | ExprKind::Member { .. } | ExprKind::Index(..) => self.expr(of),
            _ => self.parenthesized(of),
        }
    }

    /// A character. What is none is written byte by byte, as a number in base 256.
    fn character(&mut self, value: u32, wide: bool) {
        self.out.push_str(if wide { "L'" } else { "'" });
        match char::from_u32(value).filter(|_| wide || value <= 0xff) {
            Some(char) => escape(&mut self.out, char, '\''),
            None => {
                let bytes = value.to_be_bytes();
                let first = bytes.iter().position(|byte| *byte != 0).unwrap_or(3);
                bytes[first..].iter().for_each(|byte| escape(&mut self.out, char::from(*byte), '\''));
            }
        }
        self.out.push('\'');
    }
}

/// A string in quotes.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    text.chars().for_each(|char| escape(&mut out, char, '"'));
    out.push('"');
    out
}

/// Writes a character as it stands between quotes of the kind `quote`.
fn escape(out: &mut String, char: char, quote: char) {
    match char {
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        char if char == quote => out.extend(['\\', quote]),
        // Three octal digits end an escape, whatever follows.
        char if char.is_ascii_control() => out.push_str(&format!("\\{:03o}", u32::from(char))),
        char => out.push(char),
    }
}

fn binary(operator: BinaryOp) -> &'static str {
    BINARY.iter().find(|(known, _)| *known == operator).map_or("|", |(_, text)| text)
}

fn unary(operator: UnaryOp) -> &'static str {
    UNARY.iter().find(|(known, _)| *known == operator).map_or("+", |(_, text)| text)
}
