//! `at_most`: numbers that say something of a part of an array.

use super::check::Checked;
use super::table::AttrKind;
use super::value::Members;
use super::{first, name};
use crate::model::{CountTarget, Field, Type};
use crate::resolve::Resolver;
use crate::resolve::fields::DeclaredField;
use crate::source::Span;

impl Resolver<'_> {
    /// The field that a number must not exceed.
    pub(super) fn at_most(&mut self, attr: &Checked<'_>, members: &Members<'_>) -> Option<u32> {
        let expr = first(attr)?;
        let whole = name(expr)?;
        let found = members.find(whole);
        if found.is_none() {
            self.unknown_member(attr, whole, expr.loc.0, members);
        }
        found
    }

    /// Reports numbers of parts where there is no whole.
    pub(super) fn check_bounds(&mut self, fields: &[Field], sources: &[DeclaredField<'_>], union: bool) {
        let mut counts = None;
        for (at, source) in sources.iter().enumerate() {
            let Some(whole) = fields[at].param.facts.at_most else { continue };
            let attr = source.declaration.attrs.iter().find(|attr| AttrKind::AtMost.is(attr));
            let span = attr.map_or(fields[at].param.head.span, |attr| attr.loc.0);
            if union {
                self.bad(span, "`at_most` stands in a union", "it ties two fields that are there together");
            } else {
                let counts = counts.get_or_insert_with(|| counting(fields));
                self.check_bound(fields, at, (whole as usize, counts[whole as usize]), span);
            }
        }
    }

    fn check_bound(&mut self, fields: &[Field], at: usize, (whole, counts): (usize, bool), span: Span) {
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
        } else if !counts {
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

/// Of each field whether it counts an array, or is at most what counts one.
fn counting(fields: &[Field]) -> Vec<bool> {
    let mut known = vec![None; fields.len()];
    let counts = fields.iter().flat_map(|field| field.param.facts.size_is.iter().chain(&field.param.facts.length_is));
    for count in counts.flatten() {
        if let CountTarget::Index(by) = count.by {
            known[by as usize] = Some(true);
        }
    }
    let mut chain = Vec::new();
    for start in 0..fields.len() {
        let mut next = Some(start);
        let counts = loop {
            let Some(at) = next else { break false };
            if let Some(counts) = known[at] {
                break counts;
            }
            // What is at most itself leads round in a circle, and comes to this.
            known[at] = Some(false);
            chain.push(at);
            next = fields[at].param.facts.at_most.map(|whole| whole as usize);
        };
        chain.drain(..).for_each(|at| known[at] = Some(counts));
    }
    known.into_iter().map(|counts| counts == Some(true)).collect()
}
