//! What comes out.

use crate::model::{self, CountTarget, Decl, Type};
use crate::plan::context::{Face, Records};
use crate::plan::records::duty::whole;
use crate::plan::{Elem, Heap, Holds, OutCount, Role, Ty, Width, role};

impl Records<'_> {
    pub(crate) fn role_out(&self, method: &model::Method, param: &model::Param) -> Result<Role, String> {
        let facts = &param.facts;
        let to = self.target(&param.ty)?;
        let (optional, nullable) = (facts.optional || facts.nullable == Some(true), facts.may_be_null);
        if let Some(Some(count)) = facts.size_is.first() {
            return self.buffer(param, to, count, Holds::Nothing, optional);
        }
        // Of an interface it is the inner pointer that matters to who says so.
        let no_object = nullable || facts.nullable == Some(true);
        let inner = self.model.strip(to);
        if !matches!(inner, Type::Pointer { .. }) || matches!(self.abi(to), Ty::Path(_)) {
            self.is_one(facts, to)?;
            return self.conv(to, facts).map(|conv| Role::OutValue(role::OutValue { conv, optional }));
        }
        whole(facts, 1)?;
        if facts.no_addref {
            return Err("it comes without a reference of its own, and nothing says how long it stays".into());
        }
        if let Some(iid) = facts.iid_is {
            if !matches!(self.model.strip(self.target(inner)?), Type::Interface(_) | Type::Void) {
                return Err("an identifier says what interface it is, and it is no interface".into());
            }
            return Ok(Role::DynOut(role::DynOut { iid: iid as usize, optional_iid: false, nullable: no_object }));
        }
        if let Some(id) = self.interface_behind(to) {
            let interface = self.path(Decl::Interface(id));
            return Ok(Role::OutInterface(role::OutInterface { interface, nullable: no_object, optional }));
        }
        self.role_out_memory(method, param, self.target(inner)?, (optional, nullable))
    }

    /// Memory that comes out: who frees it must be known.
    fn role_out_memory(
        &self,
        method: &model::Method,
        param: &model::Param,
        to: &Type,
        (optional, nullable): (bool, bool),
    ) -> Result<Role, String> {
        let facts = &param.facts;
        let heap = match (facts.mapi_alloc, facts.task_alloc) {
            (true, _) => Heap::Mapi,
            (false, true) => Heap::Task,
            (false, false) => return Err("who frees it is not said".into()),
        };
        let unicode = self.gate(method, param)?;
        if let Some(Some(count)) = facts.size_is.get(1) {
            let by = match count.by {
                CountTarget::Deref(by) => OutCount::Param(by as usize),
                CountTarget::Member { of, .. } => OutCount::List(of as usize),
                _ => return Err(format!("counted by {}", count.text)),
            };
            self.counts_elements(to, count)?;
            let elem = self.out_elem(param, to, count.bytes)?;
            if heap == Heap::Task && !matches!(elem, Elem::Plain(_)) {
                return Err("an array of what has blocks of its own".into());
            }
            let unicode = unicode.filter(|_| elem.is_text());
            return Ok(Role::OutVec(role::OutVec { elem, count: by, optional, unicode, heap }));
        }
        if facts.string {
            return match (self.width(method, param, to)?, heap) {
                (Width::Narrow, Heap::Mapi) => Err("an 8-bit string in MAPI's memory".into()),
                (Width::Flag(_), Heap::Task) => {
                    Err("a flag decides the width of a string that is no MAPI block".into())
                }
                (width, heap) => Ok(Role::OutText(role::OutText { width, heap, nullable, optional })),
            };
        }
        if heap == Heap::Task {
            return Err("a record that is no MAPI block".into());
        }
        let record = self.boxed(param, to)?;
        let can_miscount = matches!(self.model.strip(to), Type::Record(id) if self.can_miscount(*id));
        if facts.one_block {
            self.check_one_block(to)?;
            if matches!(self.model.strip(to), Type::Record(id) if matches!(self.face(*id), Face::List | Face::Tail)) {
                return Err("a list in one block with what it points to".into());
            }
        }
        let (one_block, refs) = (facts.one_block, self.leads_to_refs(to));
        Ok(Role::OutBox(role::OutBox { record, nullable, optional, unicode, one_block, can_miscount, refs }))
    }

    /// The elements of an array that comes out. Strings whose width a flag decides are asked for as wide ones.
    fn out_elem(&self, param: &model::Param, to: &Type, bytes: bool) -> Result<Elem, String> {
        if bytes {
            return self.bytes(to);
        }
        let elem = self.elem(to, param)?;
        Ok(if param.facts.unicode.is_some() { elem.widened() } else { elem })
    }

    /// The type whose pointer an owned box can be made of.
    fn boxed(&self, param: &model::Param, to: &Type) -> Result<Ty, String> {
        match self.model.strip(to) {
            Type::Record(id) if self.face(*id) != Face::Raw || self.is_plain(*id) => Ok(self.abi(to)),
            Type::Record(id) => Err(format!("{} has no safe view", self.model.records[*id].head.name)),
            Type::Void => Err("memory of no known type".into()),
            _ => match self.elem(to, param)? {
                Elem::Plain(ty) => Ok(ty),
                _ => Err("a pointer to a pointer".into()),
            },
        }
    }
}
