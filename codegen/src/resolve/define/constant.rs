//! Constants: the value as the declared type holds it.

use super::pass::Define;
use crate::diag::{Code, Diagnostic};
use crate::model::{Const, Id, Type, Value};
use crate::resolve::eval::Constant;
use crate::resolve::integer::{Int, integer_type, range};
use crate::resolve::scope::Place;
use crate::source::Span;
use crate::syntax::ast;

impl Define<'_, '_> {
    pub(super) fn define_const(&mut self, id: Id<Const>, source: &ast::Const, at: Place) {
        let ty = self.r.resolve_type(&source.ty, &source.declarator.derive, at);
        let value = self.r.eval(&source.value, at);
        let (Some(value), false) = (value, ty == Type::Poison) else { return };
        if let Some(value) = self.held(value, &ty, source.value.loc.0) {
            let constant = &mut self.r.model.consts[id];
            constant.ty = ty;
            constant.value = value;
        }
    }

    /// The value as a constant of this type holds it.
    fn held(&mut self, value: Constant, ty: &Type, span: Span) -> Option<Value> {
        let stripped = self.r.model.strip(ty).clone();
        match (value, &stripped) {
            (Constant::Int(int), Type::F32 | Type::F64) => Some(Value::Float(int.value as f64)),
            (Constant::Float(value), Type::F32 | Type::F64) => Some(Value::Float(value)),
            (Constant::Str { value, wide }, Type::Pointer { to: of, .. } | Type::Array { of, .. }) => {
                match self.r.model.strip(of) {
                    Type::WChar => Some(Value::Str { value, wide: true }),
                    Type::Char { .. } | Type::Byte | Type::Int { bits: 8, .. } if !wide => {
                        Some(Value::Str { value, wide })
                    }
                    _ => self.misfit(span),
                }
            }
            // `(HANDLE)-1`: no memory, but a value that stands out.
            (Constant::Int(int), Type::Pointer { .. }) => Some(Value::Int(int.value)),
            (Constant::Int(int), ty) => match integer_type(ty) {
                Some((bits, signed)) => self.assigned(int, bits, signed, span),
                None => self.misfit(span),
            },
            _ => self.misfit(span),
        }
    }

    /// The value as an integer type holds it. As in C, a number of the other sign and the same width becomes what its
    /// bits are there.
    fn assigned(&mut self, int: Int, bits: u32, signed: bool, span: Span) -> Option<Value> {
        if let Some(value) = int.assigned(bits, signed) {
            return Some(Value::Int(value));
        }
        let (low, high) = range(bits, signed);
        let note = format!("the type holds {low} to {high}");
        let message = format!("{} does not fit the constant's type", int.value);
        // What is all ones from some bit on stays the same number of the other sign.
        let narrowed = Int { value: int.wrapped(int.bits, true), ..int };
        if int.fits(bits, true) || int.fits(bits, false) || narrowed.fits(bits, true) {
            let value = int.wrapped(bits, signed);
            let message = format!("{message}: it becomes {value}");
            let diagnostic = Diagnostic::warning(Code::OVERFLOW, span, message).note(note);
            self.r.sink.push(diagnostic.help("write the pattern of bits in hexadecimal, or a cast"));
            return Some(Value::Int(value));
        }
        self.r.sink.push(Diagnostic::error(Code::OVERFLOW, span, message).note(note));
        None
    }

    fn misfit<T>(&mut self, span: Span) -> Option<T> {
        let message = "the value is of another kind than the constant's type";
        self.r.sink.push(Diagnostic::error(Code::WRONG_KIND, span, message));
        None
    }
}
