//! Constant expressions: their values.

use super::Resolver;
use super::integer::{Fault, Int, integer_type};
use super::lookup::Query;
use super::scope::Place;
use crate::diag::{Code, Diagnostic};
use crate::layout::Target;
use crate::model::{Decl, Type, Value};
use crate::source::Span;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, TypeName, UnaryOp};

/// The value of an expression.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Constant {
    /// An integer.
    Int(Int),
    /// A floating-point number.
    Float(f64),
    /// A string.
    Str {
        /// The text.
        value: String,
        /// With the prefix `L`.
        wide: bool,
    },
}

impl Resolver<'_> {
    /// The value of an expression; `None` when it has none, which was then reported.
    pub(super) fn eval(&mut self, expr: &Expr, at: Place) -> Option<Constant> {
        let span = expr.loc.0;
        match &expr.kind {
            ExprKind::Int(text) => self.literal(text, span),
            ExprKind::Float(text) => self.float(text, span),
            ExprKind::Char { value, .. } => Some(Constant::Int(Int::new(i128::from(*value)))),
            ExprKind::Str { value, wide } => Some(Constant::Str { value: value.clone(), wide: *wide }),
            ExprKind::Name(name) => self.named(name, span, at),
            ExprKind::Unary(op, of) => self.unary(*op, of, span, at),
            ExprKind::Binary(op, left, right) => self.binary(*op, left, right, span, at),
            ExprKind::Cond(of, yes, no) => {
                let branch = if self.truth(of, at)? { yes } else { no };
                self.eval(branch, at)
            }
            ExprKind::Cast(ty, of) => self.cast(ty, of, at),
            ExprKind::SizeOf(ty) => self.size_of(ty, span, at),
            ExprKind::Member { .. } | ExprKind::Index(..) => self.not_constant(span, "a member or element"),
            ExprKind::Call(..) => self.not_constant(span, "a call"),
        }
    }

    /// The value of an expression that must be an integer.
    pub(super) fn eval_int(&mut self, expr: &Expr, at: Place) -> Option<Int> {
        match self.eval(expr, at)? {
            Constant::Int(int) => Some(int),
            Constant::Float(_) | Constant::Str { .. } => {
                let message = "an integer is needed here";
                self.sink.push(Diagnostic::error(Code::WRONG_KIND, expr.loc.0, message));
                None
            }
        }
    }

    fn literal(&mut self, text: &str, span: Span) -> Option<Constant> {
        let int = Int::parse(text);
        if int.is_none() {
            let message = format!("`{text}` does not fit into 64 bits");
            self.sink.push(Diagnostic::error(Code::OVERFLOW, span, message));
        }
        int.map(Constant::Int)
    }

    fn float(&mut self, text: &str, span: Span) -> Option<Constant> {
        let digits = text.trim_end_matches(['f', 'F', 'l', 'L']);
        match digits.parse() {
            Ok(value) => Some(Constant::Float(value)),
            Err(_) => self.not_constant(span, "this number"),
        }
    }

    fn named(&mut self, name: &str, span: Span, at: Place) -> Option<Constant> {
        if self.visible(name, at).is_none()
            && let Some(value) = builtin(name)
        {
            return Some(Constant::Int(Int::new(value)));
        }
        let wanted = |decl| matches!(decl, Decl::Const(_) | Decl::Enumerator(..));
        let query = Query { name, span, at, code: Code::UNKNOWN_NAME, what: "a constant", wanted };
        match self.find(query)? {
            Decl::Const(id) => {
                let found = &self.model.consts[id];
                let ty = self.model.strip(&found.ty);
                match &found.value {
                    Value::Guid(_) => {
                        let message = format!("`{name}` is a GUID, not a number");
                        self.sink.push(Diagnostic::error(Code::UNKNOWN_NAME, span, message));
                        None
                    }
                    _ if *ty == Type::Poison => None,
                    Value::Int(value) => Some(Constant::Int(typed(*value, ty))),
                    Value::Float(value) => Some(Constant::Float(*value)),
                    Value::Str { value, wide } => Some(Constant::Str { value: value.clone(), wide: *wide }),
                }
            }
            Decl::Enumerator(id, index) => match self.model.enums[id].values.get(index as usize) {
                Some(value) => Some(Constant::Int(Int::new(i128::from(value.value)))),
                None => {
                    let message = format!("`{name}` is used before it has a value");
                    self.sink.push(Diagnostic::error(Code::UNKNOWN_NAME, span, message));
                    None
                }
            },
            _ => None,
        }
    }

    fn unary(&mut self, op: UnaryOp, of: &Expr, span: Span, at: Place) -> Option<Constant> {
        if matches!(op, UnaryOp::Deref | UnaryOp::AddrOf) {
            return self.not_constant(span, "what a pointer points to");
        }
        match self.eval(of, at)? {
            Constant::Int(int) => self.settle(int.unary(op)?, span),
            Constant::Float(value) => match float_unary(op, value) {
                Some(result) => Some(result),
                None => self.not_constant(span, "this operation on a floating-point number"),
            },
            Constant::Str { .. } => self.not_constant(span, "an operation on a string"),
        }
    }

    fn binary(&mut self, op: BinaryOp, left: &Expr, right: &Expr, span: Span, at: Place) -> Option<Constant> {
        // As in C, the right side is not looked at when the left one decides.
        if matches!(op, BinaryOp::And | BinaryOp::Or) {
            let truth =
                if self.truth(left, at)? == (op == BinaryOp::Or) { op == BinaryOp::Or } else { self.truth(right, at)? };
            return Some(Constant::Int(Int::new(i128::from(truth))));
        }
        if let (ExprKind::Name(name), Some(op)) = (&left.kind, sign(op))
            && let Some(ty) = self.type_named(name, at)
        {
            let value = self.unary(op, right, span, at)?;
            return self.converted(&ty, value, left.loc.0);
        }
        let (a, b) = (self.eval(left, at), self.eval(right, at));
        match (a?, b?) {
            (Constant::Int(a), Constant::Int(b)) => self.settle(Int::binary(op, a, b), span),
            (Constant::Str { .. }, _) | (_, Constant::Str { .. }) => self.not_constant(span, "an operation on strings"),
            (a, b) => match float_binary(op, as_float(&a), as_float(&b)) {
                Some(result) => Some(result),
                None => self.not_constant(span, "this operation on floating-point numbers"),
            },
        }
    }

    fn truth(&mut self, expr: &Expr, at: Place) -> Option<bool> {
        match self.eval(expr, at)? {
            Constant::Int(int) => Some(int.value != 0),
            Constant::Float(value) => Some(value != 0.0),
            Constant::Str { .. } => Some(true),
        }
    }

    fn cast(&mut self, ty: &TypeName, of: &Expr, at: Place) -> Option<Constant> {
        let resolved = self.resolve_type(&ty.ty, &ty.declarator.derive, at);
        let value = self.eval(of, at)?;
        self.converted(&resolved, value, ty.ty.loc.0)
    }

    /// The type of a name, where it is one: `(HANDLE)-1` looks like a difference until then.
    fn type_named(&self, name: &str, at: Place) -> Option<Type> {
        match self.visible(name, at)? {
            Decl::Alias(id) => Some(Type::Alias(id)),
            Decl::Enum(id) => Some(Type::Enum(id)),
            _ => None,
        }
    }

    fn converted(&mut self, ty: &Type, value: Constant, span: Span) -> Option<Constant> {
        match (self.model.strip(ty).clone(), value) {
            (Type::Poison, _) => None,
            (Type::F32 | Type::F64, value @ (Constant::Int(_) | Constant::Float(_))) => {
                Some(Constant::Float(as_float(&value)))
            }
            // A string keeps its own type: `(LPWSTR)L"…"` says nothing new.
            (Type::Pointer { .. }, value @ Constant::Str { .. }) => Some(value),
            (Type::Pointer { .. }, value @ Constant::Int(_)) => Some(value),
            (ty, Constant::Int(int)) if integer_type(&ty).is_some() => {
                integer_type(&ty).map(|(bits, signed)| Constant::Int(int.cast(bits, signed)))
            }
            (ty, Constant::Float(value)) if integer_type(&ty).is_some() => {
                integer_type(&ty).map(|(bits, signed)| Constant::Int(Int::new(value as i128).cast(bits, signed)))
            }
            _ => self.not_constant(span, "a cast to this type"),
        }
    }

    fn size_of(&mut self, ty: &TypeName, span: Span, at: Place) -> Option<Constant> {
        let resolved = self.resolve_type(&ty.ty, &ty.declarator.derive, at);
        self.complete_type(&resolved, span, at)?;
        let [wide, narrow] = Target::ALL.map(|target| self.layouts.size_of(&self.model, &resolved, target).size);
        if wide != narrow {
            let message = "the size depends on the width of a pointer";
            let note = format!("{wide} bytes with pointers of 64 bits, {narrow} with 32");
            self.sink.push(Diagnostic::error(Code::NOT_CONSTANT, span, message).note(note));
            return None;
        }
        Some(Constant::Int(Int { value: i128::from(wide), bits: 32, signed: false, pattern: false }))
    }

    fn settle(&mut self, result: Result<Int, Fault>, span: Span) -> Option<Constant> {
        let (code, message) = match result {
            Ok(int) => return Some(Constant::Int(int)),
            Err(Fault::Overflow) => (Code::OVERFLOW, "the result does not fit into 64 bits"),
            Err(Fault::DivisionByZero) => (Code::DIVISION_BY_ZERO, "this divides by zero"),
            Err(Fault::Shift) => (Code::OVERFLOW, "this shifts by less than 0 or more than 63 bits"),
        };
        self.sink.push(Diagnostic::error(code, span, message));
        None
    }

    fn not_constant<T>(&mut self, span: Span, what: &str) -> Option<T> {
        self.sink.push(Diagnostic::error(Code::NOT_CONSTANT, span, format!("{what} is not constant")));
        None
    }
}

/// The sign that an operator between two operands is in front of one.
fn sign(op: BinaryOp) -> Option<UnaryOp> {
    match op {
        BinaryOp::Sub => Some(UnaryOp::Neg),
        BinaryOp::Add => Some(UnaryOp::Plus),
        _ => None,
    }
}

/// The names that C's headers define and no IDL file does.
fn builtin(name: &str) -> Option<i128> {
    match name {
        "TRUE" | "true" => Some(1),
        "FALSE" | "false" | "NULL" => Some(0),
        _ => None,
    }
}

/// A constant's value with the type that it was declared with.
fn typed(value: i128, ty: &Type) -> Int {
    match integer_type(ty) {
        Some((bits @ (32 | 64), signed)) => Int { value, bits, signed, pattern: false },
        _ => Int::new(value),
    }
}

fn as_float(value: &Constant) -> f64 {
    match value {
        Constant::Int(int) => int.value as f64,
        Constant::Float(value) => *value,
        Constant::Str { .. } => f64::NAN,
    }
}

fn float_unary(op: UnaryOp, value: f64) -> Option<Constant> {
    match op {
        UnaryOp::Neg => Some(Constant::Float(-value)),
        UnaryOp::Plus => Some(Constant::Float(value)),
        UnaryOp::Not => Some(Constant::Int(Int::new(i128::from(value == 0.0)))),
        _ => None,
    }
}

fn float_binary(op: BinaryOp, a: f64, b: f64) -> Option<Constant> {
    let truth = |value: bool| Some(Constant::Int(Int::new(i128::from(value))));
    match op {
        BinaryOp::Add => Some(Constant::Float(a + b)),
        BinaryOp::Sub => Some(Constant::Float(a - b)),
        BinaryOp::Mul => Some(Constant::Float(a * b)),
        BinaryOp::Div => Some(Constant::Float(a / b)),
        BinaryOp::Lt => truth(a < b),
        BinaryOp::Gt => truth(a > b),
        BinaryOp::Le => truth(a <= b),
        BinaryOp::Ge => truth(a >= b),
        BinaryOp::Eq => truth(a == b),
        BinaryOp::Ne => truth(a != b),
        _ => None,
    }
}
