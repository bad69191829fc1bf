//! Result codes in attributes: `success(A | B)`, `errors(…)` and the like.

use super::args::alternatives;
use super::{exprs, name};
use crate::diag::Code;
use crate::model::{CodeRef, Decl, Type, Value};
use crate::resolve::Resolver;
use crate::resolve::codes::well_known;
use crate::resolve::integer::Int;
use crate::resolve::lookup::Query;
use crate::resolve::scope::Place;
use crate::source::Span;
use crate::syntax::ast::Attr;

/// What a list of codes holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Successes.
    Success,
    /// Failures.
    Failure,
}

impl Resolver<'_> {
    /// The codes of an attribute such as `success(A | B)`. S_OK goes without saying.
    pub(super) fn codes(&mut self, attr: &Attr, at: Place) -> Vec<CodeRef> {
        self.spanned_codes(attr, at).into_iter().map(|(code, _)| code).collect()
    }

    /// The codes of an attribute on a method that returns an HRESULT: their sign tells success from failure.
    pub(super) fn outcomes(&mut self, attr: &Attr, outcome: Outcome, at: Place) -> Vec<CodeRef> {
        let codes = self.spanned_codes(attr, at);
        for (code, span) in &codes {
            let name = &code.name;
            match (outcome, code.value < 0) {
                (Outcome::Success, true) => {
                    self.bad(*span, format!("`{name}` is a failure"), format!("write `errors({name})`"));
                }
                (Outcome::Failure, false) => {
                    self.bad(*span, format!("`{name}` is no failure"), format!("write `success({name})`"));
                }
                _ => {}
            }
        }
        codes.into_iter().map(|(code, _)| code).collect()
    }

    fn spanned_codes(&mut self, attr: &Attr, at: Place) -> Vec<(CodeRef, Span)> {
        let mut codes = Vec::new();
        for expr in exprs(attr).flat_map(alternatives) {
            let Some(name) = name(expr) else { continue };
            match self.code(name, expr.loc.0, at) {
                Some(code) if code.name != "S_OK" => codes.push((code, expr.loc.0)),
                _ => {}
            }
        }
        codes
    }

    /// A constant's name and its value in 32 bits.
    pub(super) fn code(&mut self, name: &str, span: Span, at: Place) -> Option<CodeRef> {
        if !self.clearly_visible(name, at)
            && let Some(value) = well_known(name)
        {
            return Some(CodeRef { name: name.to_owned(), value });
        }
        let wanted = |decl| matches!(decl, Decl::Const(_) | Decl::Enumerator(..));
        let value = match self.find(Query { name, span, at, code: Code::UNKNOWN_NAME, what: "a constant", wanted })? {
            Decl::Const(id) => match (&self.model.consts[id].ty, &self.model.consts[id].value) {
                (Type::Poison, _) => return None,
                (_, Value::Int(value)) => Some(*value),
                _ => None,
            },
            Decl::Enumerator(id, index) => {
                self.model.enums[id].values.get(index as usize).map(|value| i128::from(value.value))
            }
            _ => None,
        };
        let int = value.map(|value| Int { pattern: true, ..Int::new(value) });
        let value = int.and_then(|int| int.assigned(32, true)).and_then(|value| i32::try_from(value).ok());
        if value.is_none() {
            self.bad(span, format!("`{name}` is no number of 32 bits"), "name a constant that is");
        }
        value.map(|value| CodeRef { name: name.to_owned(), value })
    }

    /// Whether a type is a result code, whose sign tells success from failure.
    pub(super) fn is_result(&self, ty: &Type) -> bool {
        match ty {
            Type::Alias(id) => matches!(&*self.model.aliases[*id].head.name, "HRESULT" | "SCODE"),
            _ => false,
        }
    }
}
