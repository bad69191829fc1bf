//! Expressions: a row of operands and operators becomes a tree.

use super::literal::unquote;
use super::{Lowering, Node, all, first};
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, Loc, UnaryOp};
use crate::syntax::depth::MAX_DEPTH;
use crate::syntax::parser::Rule;
use pest::iterators::Pairs;
use std::iter::Peekable;
use std::ops::Range;

/// An expression and what its parents must know of it.
struct Tall {
    expr: Expr,
    /// The height of the tree, which is bounded: later stages walk it by recursion.
    height: usize,
    /// Where it stands in the preprocessed text.
    range: Range<usize>,
}

/// Operands and operators that are still to be taken.
type Row<'t> = Peekable<Pairs<'t, Rule>>;

impl Lowering<'_> {
    pub(in crate::syntax) fn expr(&mut self, node: Node<'_>) -> Expr {
        self.tall(node).expr
    }

    /// `a + b * c ? d : e`
    fn tall(&mut self, node: Node<'_>) -> Tall {
        let range = self.range(&node);
        let mut row = node.into_inner().peekable();
        let condition = self.climb(&mut row, 0);
        let mut branches = row.filter(|part| part.as_rule() == Rule::expr).map(|part| self.tall(part));
        let (Some(yes), Some(no)) = (branches.next(), branches.next()) else { return condition };
        let height = condition.height.max(yes.height).max(no.height);
        let kind = ExprKind::Cond(Box::new(condition.expr), Box::new(yes.expr), Box::new(no.expr));
        self.grow(kind, height, range)
    }

    /// Takes operands for as long as the operators between them bind at least as tightly as `least`.
    fn climb(&mut self, row: &mut Row<'_>, least: u8) -> Tall {
        let mut left = self.operand(row);
        let tight = |part: &Node<'_>| part.as_rule() == Rule::operator && precedence(binary_op(part.as_str())) >= least;
        while let Some(part) = row.next_if(tight) {
            let operator = binary_op(part.as_str());
            let right = self.climb(row, precedence(operator) + 1);
            let (height, range) = (left.height.max(right.height), left.range.start..right.range.end);
            left = self.grow(ExprKind::Binary(operator, Box::new(left.expr), Box::new(right.expr)), height, range);
        }
        left
    }

    /// Takes one operand with its prefixes and postfixes.
    fn operand(&mut self, row: &mut Row<'_>) -> Tall {
        let mut prefixes = Vec::new();
        while let Some(prefix) = row.next_if(|part| matches!(part.as_rule(), Rule::prefix | Rule::cast)) {
            prefixes.push(prefix);
        }
        let mut value = match row.next() {
            Some(part) => self.primary(part),
            // The grammar has no row without operands.
            None => self.grow(zero(), 0, 0..0),
        };
        row.next_if(|part| part.as_rule() == Rule::rparen);
        while let Some(part) = row.next_if(|part| part.as_rule() == Rule::postfix) {
            value = self.postfix(value, part);
        }
        prefixes.into_iter().rev().fold(value, |value, prefix| self.prefix(prefix, value))
    }

    /// A node above nodes of `height`; a mere 0 where the tree would grow too tall, which is reported.
    fn grow(&mut self, kind: ExprKind, height: usize, range: Range<usize>) -> Tall {
        let span = self.spans.of(range.clone());
        let (kind, height) = if height < MAX_DEPTH {
            (kind, height + 1)
        } else {
            self.too_deep(span);
            (zero(), 1)
        };
        Tall { expr: Expr { kind, loc: Loc(span) }, height, range }
    }

    fn prefix(&mut self, prefix: Node<'_>, value: Tall) -> Tall {
        let range = self.range(&prefix).start..value.range.end;
        let operand = Box::new(value.expr);
        let kind = match prefix.as_rule() {
            Rule::cast => ExprKind::Cast(Box::new(self.cast_type(prefix)), operand),
            _ => ExprKind::Unary(unary_op(prefix.as_str()), operand),
        };
        self.grow(kind, value.height, range)
    }

    fn primary(&mut self, node: Node<'_>) -> Tall {
        let range = self.range(&node);
        let kind = match node.as_rule() {
            Rule::expr => {
                let inner = self.tall(node);
                return Tall { range: self.with_parentheses(range), ..inner };
            }
            Rule::number => self.number(&node),
            Rule::char => character(node.as_str()),
            Rule::string => string(&node),
            Rule::size_of => match first(&node, Rule::type_name) {
                Some(ty) => ExprKind::SizeOf(Box::new(self.type_name(ty))),
                None => zero(),
            },
            _ => return self.reference(node, range),
        };
        self.grow(kind, 0, range)
    }

    /// The range of an expression with the parentheses around it.
    fn with_parentheses(&self, range: Range<usize>) -> Range<usize> {
        let text = &self.output.text;
        let open = text[..range.start].trim_end().len().saturating_sub(1);
        let close = text.len() - text[range.end..].trim_start().len() + 1;
        open..close.min(text.len())
    }

    /// A name, or a call.
    fn reference(&mut self, node: Node<'_>, range: Range<usize>) -> Tall {
        let Some(list) = first(&node, Rule::call_args) else {
            return self.grow(ExprKind::Name(node.as_str().trim_end().to_owned()), 0, range);
        };
        let name = first(&node, Rule::name).map_or_else(|| self.name(&node), |name| self.name(&name));
        let args: Vec<Tall> = all(&list, Rule::expr).map(|arg| self.tall(arg)).collect();
        let height = args.iter().map(|arg| arg.height).max().unwrap_or(0);
        self.grow(ExprKind::Call(name, args.into_iter().map(|arg| arg.expr).collect()), height, range)
    }

    /// `.name`, `->name` or `[index]` behind `of`.
    fn postfix(&mut self, of: Tall, node: Node<'_>) -> Tall {
        let range = of.range.start..self.range(&node).end;
        let arrow = node.as_str().starts_with("->");
        if let Some(name) = first(&node, Rule::name) {
            let kind = ExprKind::Member { of: Box::new(of.expr), name: self.name(&name), arrow };
            return self.grow(kind, of.height, range);
        }
        let Some(index) = first(&node, Rule::expr) else { return of };
        let index = self.tall(index);
        let height = of.height.max(index.height);
        self.grow(ExprKind::Index(Box::new(of.expr), Box::new(index.expr)), height, range)
    }

    /// A number, whose suffix the grammar has not looked at.
    fn number(&mut self, node: &Node<'_>) -> ExprKind {
        let text = node.as_str();
        let (suffix, float) = suffix(text);
        if !is_suffix(suffix, float) {
            self.error(node, format!("`{text}` is no number: `{suffix}` is no suffix"));
        }
        if float { ExprKind::Float(text.to_owned()) } else { ExprKind::Int(text.to_owned()) }
    }
}

fn zero() -> ExprKind {
    ExprKind::Int("0".to_owned())
}

/// What stands behind the digits and the exponent of a number, and whether it is a floating-point number.
fn suffix(text: &str) -> (&str, bool) {
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return (hex.trim_start_matches(|c: char| c.is_ascii_hexdigit()), false);
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let power = rest.strip_prefix(['e', 'E']).map(|power| power.strip_prefix(['+', '-']).unwrap_or(power));
    match power.filter(|power| power.starts_with(|c: char| c.is_ascii_digit())) {
        Some(power) => (power.trim_start_matches(|c: char| c.is_ascii_digit()), true),
        None => (rest, text.contains('.') || matches!(rest, "f" | "F")),
    }
}

fn is_suffix(suffix: &str, float: bool) -> bool {
    let suffix = suffix.to_ascii_lowercase();
    match float {
        true => matches!(suffix.as_str(), "" | "f" | "l"),
        false => matches!(suffix.as_str(), "" | "u" | "l" | "ul" | "lu" | "ll" | "ull" | "llu" | "i64" | "ui64"),
    }
}

/// How tightly an operator binds.
pub(in crate::syntax) fn precedence(operator: BinaryOp) -> u8 {
    match operator {
        BinaryOp::Or => 1,
        BinaryOp::And => 2,
        BinaryOp::BitOr => 3,
        BinaryOp::BitXor => 4,
        BinaryOp::BitAnd => 5,
        BinaryOp::Eq | BinaryOp::Ne => 6,
        BinaryOp::Lt | BinaryOp::Gt | BinaryOp::Le | BinaryOp::Ge => 7,
        BinaryOp::Shl | BinaryOp::Shr => 8,
        BinaryOp::Add | BinaryOp::Sub => 9,
        BinaryOp::Mul | BinaryOp::Div | BinaryOp::Rem => 10,
    }
}

fn binary_op(text: &str) -> BinaryOp {
    BINARY.iter().find(|(_, spelling)| *spelling == text).map_or(BinaryOp::BitOr, |(operator, _)| *operator)
}

fn unary_op(text: &str) -> UnaryOp {
    UNARY.iter().find(|(_, spelling)| *spelling == text).map_or(UnaryOp::Plus, |(operator, _)| *operator)
}

/// The binary operators as they are written.
pub(in crate::syntax) const BINARY: [(BinaryOp, &str); 18] = [
    (BinaryOp::Mul, "*"),
    (BinaryOp::Div, "/"),
    (BinaryOp::Rem, "%"),
    (BinaryOp::Add, "+"),
    (BinaryOp::Sub, "-"),
    (BinaryOp::Shl, "<<"),
    (BinaryOp::Shr, ">>"),
    (BinaryOp::Lt, "<"),
    (BinaryOp::Gt, ">"),
    (BinaryOp::Le, "<="),
    (BinaryOp::Ge, ">="),
    (BinaryOp::Eq, "=="),
    (BinaryOp::Ne, "!="),
    (BinaryOp::BitAnd, "&"),
    (BinaryOp::BitXor, "^"),
    (BinaryOp::BitOr, "|"),
    (BinaryOp::And, "&&"),
    (BinaryOp::Or, "||"),
];

/// The unary operators as they are written.
pub(in crate::syntax) const UNARY: [(UnaryOp, &str); 6] = [
    (UnaryOp::Neg, "-"),
    (UnaryOp::Plus, "+"),
    (UnaryOp::BitNot, "~"),
    (UnaryOp::Not, "!"),
    (UnaryOp::Deref, "*"),
    (UnaryOp::AddrOf, "&"),
];

fn character(text: &str) -> ExprKind {
    let (value, wide) = unquote(text);
    // A constant of several characters is a number in base 256, as compilers for Windows have it.
    let value = value.chars().fold(0_u32, |value, char| (value << 8) | u32::from(char));
    ExprKind::Char { value, wide }
}

/// A string, whose neighbours are parts of it.
pub(super) fn string(node: &Node<'_>) -> ExprKind {
    let (mut value, mut wide) = (String::new(), false);
    for part in all(node, Rule::quoted) {
        let (text, part_is_wide) = unquote(part.as_str());
        value.push_str(&text);
        wide |= part_is_wide;
    }
    ExprKind::Str { value, wide }
}
