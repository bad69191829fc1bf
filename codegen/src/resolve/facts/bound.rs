//! `at_most`: numbers that say something of a part of an array.

use super::value::Members;
use super::{first, name};
use crate::model::{CountTarget, Field, Type};
use crate::resolve::Resolver;
use crate::resolve::members::Member;
use crate::source::Span;
use crate::syntax::ast::Attr;

impl Resolver<'_> {
    /// The field that a number must not exceed.
    pub(super) fn at_most(&mut self, attr: &Attr, members: &Members<'_>) -> Option<u32> {
        let expr = first(attr)?;
        let whole = name(expr)?;
        let found = members.find(whole);
        if found.is_none() {
            self.unknown_member(attr, whole, expr.loc.0, members);
        }
        found
    }

    /// Reports numbers of parts where there is no whole.
    pub(super) fn check_bounds(&mut self, fields: &[Field], sources: &[Member<'_>], union: bool) {
        for (at, source) in sources.iter().enumerate() {
            let Some(whole) = fields[at].param.facts.at_most else { continue };
            let attr = source.field.attrs.iter().find(|attr| attr.name.text == "at_most");
            let span = attr.map_or(fields[at].param.head.span, |attr| attr.loc.0);
            if union {
                self.bad(span, "`at_most` stands in a union", "it ties two fields that are there together");
            } else {
                self.check_bound(fields, at, whole as usize, span);
            }
        }
    }

    fn check_bound(&mut self, fields: &[Field], at: usize, whole: usize, span: Span) {
        let name = |at: usize| &fields[at].param.head.name;
        if fields[at].param.ty == Type::Poison || fields[whole].param.ty == Type::Poison {
            return;
        }
        let (message, help) = if at == whole {
            (format!("`at_most` names `{}`, on which it stands", name(at)), "name the field that counts the array")
        } else if !self.is_counter(&fields[at]) {
            let message = format!("`at_most` stands on `{}`, which is no integer", name(at));
            (message, "it says of a number how great it can be")
        } else if !self.is_counter(&fields[whole]) {
            (format!("`at_most` names `{}`, which is no integer", name(whole)), "name the field that counts the array")
        } else if !counts(fields, whole) {
            let help = "name the field that `size_is` of the array names, or one that is `at_most` that one";
            (format!("`at_most` names `{}`, which counts no array", name(whole)), help)
        } else {
            return;
        };
        self.bad(span, message, help);
    }

    /// Whether a field can count: a whole number in bytes of its own.
    fn is_counter(&self, field: &Field) -> bool {
        let ty = self.model.strip(&field.param.ty);
        field.bits.is_none()
            && matches!(ty, Type::Int { .. } | Type::IntPtr { .. } | Type::Byte | Type::Char { .. } | Type::Poison)
    }
}

/// Whether a field counts an array, or is at most what counts one.
fn counts(fields: &[Field], by: usize) -> bool {
    let counts = |by: usize| {
        let mut all =
            fields.iter().flat_map(|field| field.param.facts.size_is.iter().chain(&field.param.facts.length_is));
        all.any(|count| count.as_ref().is_some_and(|count| count.by == CountTarget::Index(by as u32)))
    };
    let next = |by: &usize| fields[*by].param.facts.at_most.map(|whole| whole as usize);
    // What is at most itself leads round in a circle.
    std::iter::successors(Some(by), next).take(fields.len()).any(counts)
}
