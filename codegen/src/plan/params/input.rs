//! What goes in.

use crate::model::{self, Count, CountTarget, Decl, Id, Type};
use crate::plan::context::{Face, Records};
use crate::plan::records::duty::{constant, whole};
use crate::plan::{CountBy, Elem, Role, Ty, View, role};

impl Records<'_> {
    pub(crate) fn role_in(&self, method: &model::Method, param: &model::Param) -> Result<Role, String> {
        let facts = &param.facts;
        let optional = facts.optional || facts.nullable == Some(true);
        let to = self.target(&param.ty)?;
        whole(facts, 0)?;
        if facts.iid_is.is_some() {
            return match self.model.strip(to) {
                Type::Interface(_) | Type::Void if facts.size_is.is_empty() => {
                    Ok(Role::DynIn(role::DynIn { optional }))
                }
                _ => Err("an identifier says what interface it is, and it is no interface".into()),
            };
        }
        if let Some(Some(count)) = facts.size_is.first() {
            return self.slice(param, to, count, optional);
        }
        if facts.string {
            return self.width(method, param, to).map(|width| Role::Text(role::Text { width, optional }));
        }
        if facts.name_or_id && self.is_name(to) {
            return Ok(Role::Name(role::Name { optional }));
        }
        if let Some(of) = facts.names_iid_of
            && self.is_guid(to)
        {
            return Ok(Role::Iid(role::Iid { of: of as usize, optional }));
        }
        match self.model.strip(to) {
            Type::Interface(id) if !self.is_counted(*id) => Err("an interface without IUnknown".into()),
            Type::Interface(id) => Ok(Role::Interface(role::Interface {
                interface: self.path(Decl::Interface(*id)),
                optional,
                open: false,
            })),
            Type::Record(id) if !self.is_plain(*id) => self.record_in(*id, optional, facts.edited),
            Type::Void => Err("memory of no known type".into()),
            Type::Pointer { .. } if !matches!(self.abi(to), Ty::Path(_)) => Err("a pointer to a pointer".into()),
            _ if let Err(why) = self.is_one(facts, to) => Err(why),
            _ => match self.elem(to, param)? {
                Elem::Plain(ty) => Ok(Role::Ref(role::Ref { ty, optional })),
                _ => Err("a pointer that nothing describes".into()),
            },
        }
    }

    pub(crate) fn record_in(&self, id: Id<model::Record>, optional: bool, edited: bool) -> Result<Role, String> {
        let record = self.path(Decl::Record(id));
        let view = self.view_path(id);
        match self.face(id) {
            Face::List => match self.build_view(id)? {
                View::List(list) => Ok(Role::List(role::List { record, elem: list.elem, optional, edited })),
                _ => Err("no list".into()),
            },
            _ if edited => Err("no list, although it is edited".into()),
            Face::Tail | Face::Fixed => {
                let (tail, can_miscount) = (self.face(id) == Face::Tail, self.can_miscount(id));
                let refs = self.has_refs(id);
                Ok(Role::Record(role::Record { record, view, tail, optional, can_miscount, refs }))
            }
            _ => Err(format!("{} has no safe view", self.model.records[id].head.name)),
        }
    }

    fn slice(&self, param: &model::Param, to: &Type, count: &Count, optional: bool) -> Result<Role, String> {
        let by = match count.by {
            CountTarget::Index(i) => CountBy::Param(i as usize),
            CountTarget::Const(n) => CountBy::Const(constant(n)?),
            // Whether it is the count of that list is seen when parameters are tied.
            CountTarget::Member { of, .. } => CountBy::List(of as usize),
            CountTarget::Deref(_) | CountTarget::Expr => return Err(format!("counted by {}", count.text)),
        };
        let elem = match self.counted_elem(param, to, count)? {
            // The wrapper makes these pointers, and follows them.
            Elem::NotNull(of) if matches!(*of, Elem::Pointer(_)) => *of,
            elem => elem,
        };
        let text = self.is_string(param) && !count.bytes && self.text(to).is_ok();
        Ok(Role::Slice(role::Slice { elem, count: by, optional, text }))
    }
}
