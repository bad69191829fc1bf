//! What a record leads to: all records that its pointers and members reach, and what follows for ownership.

use super::build::Planner;
use super::{Hold, OwnArray, View};
use crate::model::{Id, Interface, Param, Record, Type};
use std::collections::HashSet;

impl Planner<'_> {
    /// A record and all that can be reached from it, each once.
    fn reach(&self, id: Id<Record>) -> Vec<Id<Record>> {
        let (mut seen, mut at) = (vec![id], 0);
        while let Some(&id) = seen.get(at) {
            at += 1;
            for field in &self.model.records[id].fields {
                if let Type::Record(inner) = self.innermost(&field.param.ty)
                    && !seen.contains(inner)
                {
                    seen.push(*inner);
                }
            }
        }
        seen
    }

    /// The interfaces that a method, a function or a record names, or that a class is known by.
    pub(super) fn named_interfaces(&self) -> HashSet<Id<Interface>> {
        let model = self.model;
        let methods = model.interfaces.iter().flat_map(|(_, interface)| &interface.methods);
        let functions = model.modules.iter().flat_map(|(_, module)| &module.functions);
        let signatures = methods.chain(functions).flat_map(|m| m.params.iter().map(|p| &p.ty).chain([&m.ret]));
        let fields = model.records.iter().flat_map(|(_, record)| &record.fields).map(|field| &field.param.ty);
        let named = signatures.chain(fields).filter_map(|ty| match self.innermost(ty) {
            Type::Interface(id) => Some(*id),
            _ => None,
        });
        let defaults = model.coclasses.iter().filter_map(|(_, class)| self.default_interface(class));
        named.chain(defaults).collect()
    }

    /// The type behind all pointers and arrays.
    fn innermost<'t>(&'t self, ty: &'t Type) -> &'t Type {
        let mut ty = self.model.strip(ty);
        while let Type::Pointer { to: of, .. } | Type::Array { of, .. } = ty {
            ty = self.model.strip(of);
        }
        ty
    }

    fn reaches(&self, id: Id<Record>, wanted: impl Fn(&Param) -> bool) -> bool {
        self.reach(id).iter().any(|&id| self.model.records[id].fields.iter().any(|field| wanted(&field.param)))
    }

    fn is_interface(&self, param: &Param) -> bool {
        matches!(self.innermost(&param.ty), Type::Interface(id) if self.is_counted(*id))
    }

    /// Whether what a record leads to can be a record of its own type, and so nested to any depth.
    pub(super) fn is_recursive(&self, id: Id<Record>) -> bool {
        self.reaches(id, |param| matches!(self.innermost(&param.ty), Type::Record(inner) if *inner == id))
    }

    /// Whether nothing that a record points to, however far, is bound to a thread.
    pub(super) fn is_portable(&self, id: Id<Record>) -> bool {
        !self.reaches(id, |param| param.facts.slot || self.is_interface(param))
    }

    /// Whether something behind a type has to be released before its memory is freed.
    fn owns(&self, ty: &Type) -> bool {
        match self.innermost(ty) {
            Type::Interface(id) => self.is_counted(*id),
            Type::Record(id) => self.reaches(*id, |param| param.facts.mapi_alloc || self.is_interface(param)),
            _ => false,
        }
    }

    /// Whose memory a field points to.
    pub(super) fn hold(&self, param: &Param, pointee: &Type) -> Result<Hold, String> {
        if param.facts.one_block {
            return self.check_one_block(pointee).map(|()| Hold::OneBlock);
        }
        Ok(match (param.facts.mapi_alloc, self.owns(pointee)) {
            (true, _) => Hold::Own,
            (false, true) => Hold::Owning,
            (false, false) => Hold::Chained,
        })
    }

    /// A block that is freed as a whole cannot hold references.
    pub(super) fn check_one_block(&self, ty: &Type) -> Result<(), String> {
        match self.innermost(ty) {
            Type::Interface(_) => Err("an interface in one block".into()),
            Type::Record(id) if self.reaches(*id, |param| self.is_interface(param)) => {
                Err(format!("{} holds interfaces, in one block", self.model.records[*id].head.name))
            }
            _ => Ok(()),
        }
    }

    /// The one array that a record owns.
    pub(super) fn own_array(&self, id: Id<Record>) -> Option<OwnArray> {
        match self.build_view(id).ok()? {
            View::Fixed(view) => view.own.map(|own| *own),
            _ => None,
        }
    }
}
