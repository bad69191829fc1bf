//! Parameters that a call changes in place, buffers that it fills, and what parameters have to do with each other.

use crate::model::{self, Count, CountTarget, Decl, Id, Type};
use crate::plan::context::Face;
use crate::plan::context::{Records, Types};
use crate::plan::records::duty::{constant, whole};
use crate::plan::{BufferElem, Conv, CountBy, Elem, Holds, OutCount, Owned, Role, Ty, View, Width, role};

impl Types<'_> {
    /// Ties parameters that belong together; what does not fit stays raw.
    pub(crate) fn tie(&self, method: &model::Method, roles: &mut [Role]) {
        for at in 0..roles.len() {
            // Where a parameter stays raw, the others are left as they are.
            match self.tied(method, roles, at) {
                Ok(changes) => changes.into_iter().for_each(|(at, role)| roles[at] = role),
                Err(why) => roles[at] = Role::Raw(why),
            }
        }
        self.tie_identifiers(method, roles);
        self.tie_lists(method, roles);
    }

    /// The parameters that one parameter changes; an error says why it stays raw itself.
    fn tied(&self, method: &model::Method, roles: &[Role], at: usize) -> Result<Vec<(usize, Role)>, String> {
        let does_not_count = |by: usize| format!("{} does not count it", method.params[by].head.name);
        let count = |by: usize| counting(roles, at, by).ok_or_else(|| does_not_count(by));
        match &roles[at] {
            Role::Slice(role::Slice { count: CountBy::Const(_), .. })
            | Role::Buffer(role::Buffer { count: CountBy::Const(_), .. })
                if !self.is_hresult(&method.ret) =>
            {
                Err("another number of elements could not be refused".into())
            }
            Role::Buffer(role::Buffer { holds: Holds::Text, .. }) | Role::Slice(role::Slice { text: true, .. })
                if !self.is_hresult(&method.ret) =>
            {
                Err("a string without its end could not be refused".into())
            }
            Role::Slice(role::Slice { count: CountBy::Param(by), .. }) => Ok(vec![count(*by)?]),
            Role::Buffer(role::Buffer { count: by, filled, .. }) => {
                let mut changes = Vec::new();
                if let Some(by) = *filled {
                    let Role::OutValue(role::OutValue { conv: Conv::Same(Ty::Prim(_)), optional }) = roles[by] else {
                        return Err(does_not_count(by));
                    };
                    changes.push((by, Role::Filled(role::Filled { of: at, optional })));
                }
                if let CountBy::Param(by) = *by {
                    changes.push(count(by)?);
                }
                Ok(changes)
            }
            Role::OutVec(role::OutVec { count, unicode, .. }) => {
                let mut changes: Vec<_> = flagged(roles, unicode.as_ref())?.into_iter().collect();
                if let OutCount::Param(by) = *count {
                    let Role::OutValue(role::OutValue { conv: Conv::Same(Ty::Prim(_)), .. }) = roles[by] else {
                        return Err(does_not_count(by));
                    };
                    changes.push((by, Role::CountOut(role::CountOut { of: at })));
                }
                Ok(changes)
            }
            Role::DynOut(role::DynOut { iid, nullable, .. }) => match roles[*iid] {
                Role::Iid(role::Iid { of, optional }) if of == at => {
                    let (iid, nullable) = (*iid, *nullable);
                    Ok(vec![(at, Role::DynOut(role::DynOut { iid, optional_iid: optional, nullable }))])
                }
                _ => Err("no parameter names its interface".into()),
            },
            Role::Text(role::Text { width: Width::Flag(gate), .. })
            | Role::OutText(role::OutText { width: Width::Flag(gate), .. }) => {
                Ok(flagged(roles, Some(gate))?.into_iter().collect())
            }
            Role::OutBox(role::OutBox { unicode, .. }) => Ok(flagged(roles, unicode.as_ref())?.into_iter().collect()),
            _ => Ok(Vec::new()),
        }
    }

    /// Arrays with as many elements as a list: the list stands before them, and its own field counts.
    fn tie_lists(&self, method: &model::Method, roles: &mut [Role]) {
        for at in 0..roles.len() {
            let by = match roles[at] {
                Role::Slice(role::Slice { count: CountBy::List(by), .. })
                    if by < at && matches!(roles[by], Role::List(_)) =>
                {
                    by
                }
                Role::OutVec(role::OutVec { count: OutCount::List(by), .. })
                    if matches!(roles[by], Role::ListOrOut(_)) =>
                {
                    by
                }
                Role::Slice(role::Slice { count: CountBy::List(by), .. })
                | Role::OutVec(role::OutVec { count: OutCount::List(by), .. }) => {
                    roles[at] = Role::Raw(format!("{} is no list before it", method.params[by].head.name));
                    continue;
                }
                _ => continue,
            };
            if !self.counts_its_list(&method.params[at], &method.params[by]) {
                roles[at] = Role::Raw(format!("{} does not count it", method.params[by].head.name));
            }
        }
    }

    /// Whether the field that counts an array is the one that counts the list.
    fn counts_its_list(&self, array: &model::Param, list: &model::Param) -> bool {
        let mut ty = self.model.strip(&list.ty);
        while let Type::Pointer { to, .. } = ty {
            ty = self.model.strip(to);
        }
        let Type::Record(id) = ty else { return false };
        let items = self.model.records[*id].fields.last();
        let own = items.and_then(|field| field.param.facts.size_is.first()?.as_ref());
        let (Some(Count { by: CountTarget::Index(own), .. }), Some(count)) =
            (own, array.facts.size_is.iter().flatten().next())
        else {
            return false;
        };
        matches!(count.by, CountTarget::Member { field, .. } if field == *own)
    }
}

impl Records<'_> {
    pub(crate) fn role_in_out(&self, param: &model::Param) -> Result<Role, String> {
        let facts = &param.facts;
        let to = self.target(&param.ty)?;
        if matches!(self.model.strip(&param.ty), Type::Pointer { is_const: true, .. }) {
            return Err("changed in place, and const".into());
        }
        let optional = facts.optional || facts.nullable == Some(true);
        if let Some(Some(count)) = facts.size_is.first() {
            let holds = if self.is_string(param) { Holds::Text } else { Holds::Values };
            return self.buffer(param, to, count, holds, optional);
        }
        whole(facts, 0)?;
        match self.model.strip(to) {
            Type::Pointer { to: inner, .. } if !matches!(self.abi(to), Ty::Path(_)) => match self.model.strip(inner) {
                Type::Record(id) if facts.mapi_alloc && facts.replaces => self.replace(*id),
                Type::Record(id) if facts.mapi_alloc && self.face(*id) == Face::List => {
                    match self.record_in(*id, true, false)? {
                        Role::List(role::List { record, elem, .. }) => {
                            Ok(Role::ListOrOut(role::ListOrOut { record, elem }))
                        }
                        _ => Err("no list".into()),
                    }
                }
                _ => Err("a pointer that the callee may replace".into()),
            },
            Type::Record(id) if !self.is_plain(*id) => self.change(*id, optional),
            _ => {
                self.is_one(facts, to)?;
                self.conv(to, facts).map(|conv| Role::InOut(role::InOut { conv, optional }))
            }
        }
    }

    fn replace(&self, id: Id<model::Record>) -> Result<Role, String> {
        let record = &self.model.records[id];
        if self.face(id) == Face::Raw {
            return Err(format!("{} has no safe view", record.head.name));
        }
        if record.fields.iter().any(|field| field.param.facts.at_most.is_some()) {
            return Err(format!("{} comes back with numbers that nobody could refuse", record.head.name));
        }
        Ok(Role::Replace(role::Replace { record: self.path(Decl::Record(id)), refs: self.has_refs(id) }))
    }

    /// A record that is changed in place: only what it owns can be replaced without anyone losing it.
    fn change(&self, id: Id<model::Record>, optional: bool) -> Result<Role, String> {
        let (record, refs) = (self.path(Decl::Record(id)), self.has_refs(id));
        match self.build_view(id)? {
            View::Fixed(view) if view.own.is_some() => {
                Ok(Role::Change(role::Change { record, list: false, optional, refs }))
            }
            View::List(list) if matches!(list.elem, Elem::Plain(_)) => {
                Ok(Role::ChangeList(role::ChangeList { record, elem: list.elem, optional }))
            }
            View::List(_) if self.owns_in_elements(id) => {
                Ok(Role::Change(role::Change { record, list: true, optional, refs }))
            }
            _ => Err(format!("{} is changed in place, and does not own what it points to", record.name)),
        }
    }

    /// Whether the elements of a list each own an array.
    fn owns_in_elements(&self, id: Id<model::Record>) -> bool {
        let of = self.model.records[id].fields.last().map(|field| self.model.strip(&field.param.ty));
        let Some(Type::Array { of, .. }) = of else { return false };
        matches!(self.model.strip(of), Type::Record(id) if self.own_array(*id).is_some())
    }

    /// Memory of the caller's that the callee fills, or changes.
    pub(crate) fn buffer(
        &self,
        param: &model::Param,
        to: &Type,
        count: &Count,
        holds: Holds,
        optional: bool,
    ) -> Result<Role, String> {
        let by = match count.by {
            CountTarget::Index(i) => CountBy::Param(i as usize),
            CountTarget::Const(n) => CountBy::Const(constant(n)?),
            _ => return Err(format!("a buffer of the caller's, counted by {}", count.text)),
        };
        if let Some(part) = &param.facts.part {
            return Err(format!("{part} says which part of it is there"));
        }
        if param.facts.size_is.iter().skip(1).any(Option::is_some) {
            return Err("a buffer of arrays".into());
        }
        let filled = match param.facts.length_is.first() {
            Some(Some(Count { by: CountTarget::Deref(i), .. })) => Some(*i as usize),
            Some(Some(length)) if length.by != count.by => return Err(format!("filled up to {}", length.text)),
            _ => None,
        };
        let text = self.is_string(param);
        if text && (self.text(to).is_err() || param.facts.unicode.is_some() || count.bytes) {
            return Err("a buffer of the caller's for a string".into());
        }
        if holds != Holds::Nothing && param.facts.length_is.iter().any(Option::is_some) {
            return Err("a buffer that is changed in place, and of which a part counts".into());
        }
        let elem = match self.counted_elem(param, to, count)? {
            Elem::Plain(ty) => BufferElem::Plain(ty),
            Elem::Interface(path) if !optional && holds == Holds::Nothing => BufferElem::Interface(path),
            _ => return Err("a buffer of the caller's for what points elsewhere".into()),
        };
        Ok(Role::Buffer(role::Buffer { elem, count: by, filled, holds, text, optional }))
    }
}

/// What makes a parameter the count of another one.
fn counting(roles: &[Role], at: usize, by: usize) -> Option<(usize, Role)> {
    match &roles[by] {
        Role::Value(role::Value { conv: Conv::Same(Ty::Prim(_)), set: None }) => {
            Some((by, Role::CountIn(role::CountIn { of: at })))
        }
        counting @ Role::CountIn(_) => Some((by, counting.clone())),
        _ => None,
    }
}

/// What makes a caller set the flag that says how wide strings are.
fn flagged(roles: &[Role], gate: Option<&crate::plan::UnicodeGate>) -> Result<Option<(usize, Role)>, String> {
    let Some(gate) = gate else { return Ok(None) };
    let Role::Value(role::Value { conv, set }) = &roles[gate.param] else {
        return Err("no flag says how wide its characters are".into());
    };
    // Several strings may have a flag each, in one parameter.
    let set = Some(set.unwrap_or_default() | gate.flag);
    Ok(Some((gate.param, Role::Value(role::Value { conv: conv.clone(), set }))))
}

/// Whether a caller method has to fail where a parameter is not what the definition says, or more than the ABI can say.
pub(crate) fn can_be_refused(role: &Role) -> bool {
    matches!(
        role,
        Role::List(_)
            | Role::ListOrOut(_)
            | Role::ChangeList(_)
            | Role::Record(
                role::Record { tail: true, .. }
                    | role::Record { can_miscount: true, .. }
                    | role::Record { refs: true, .. }
            )
            | Role::Change(role::Change { refs: true, .. })
            | Role::Replace(role::Replace { refs: true, .. })
            | Role::Slice(role::Slice { count: CountBy::List(_), .. })
            | Role::OutVec(role::OutVec { count: OutCount::List(_), .. })
            | Role::Lent(role::Lent { owned: Owned::SafeArray(Some(_)), .. })
            | Role::Given(role::Given { owned: Owned::SafeArray(Some(_)), .. })
            | Role::Swapped(role::Swapped { owned: Owned::SafeArray(Some(_)), .. })
    )
}
