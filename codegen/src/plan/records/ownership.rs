//! What a record leads to: all records that its pointers and members reach, and what follows for ownership.
//!
//! It follows from the model alone, so it is found once, for all records in one walk of the graph that they are.

use crate::model::{Id, Interface, Param, Record, Type};
use crate::plan::context::{Reached, Records, Types};
use crate::plan::records::components::components;
use crate::plan::{Hold, OwnArray, View};
use std::collections::HashSet;

impl Types<'_> {
    /// The records that the fields of each record name, by their indices.
    pub(crate) fn named_records(&self) -> Vec<Vec<usize>> {
        let records = self.model.records.iter().map(|(_, record)| {
            let inner = record.fields.iter().filter_map(|field| match self.innermost(&field.param.ty) {
                Type::Record(inner) => Some(inner.index()),
                _ => None,
            });
            let mut inner: Vec<usize> = inner.collect();
            inner.sort_unstable();
            inner.dedup();
            inner
        });
        records.collect()
    }

    /// All records, each after those that it holds by value. In the text that is not always so: what is written inside
    /// of another record comes after it.
    pub(crate) fn by_value(&self) -> Vec<Id<Record>> {
        let held = self.model.records.iter().map(|(_, record)| {
            let inner = record.fields.iter().filter_map(|field| match self.element(&field.param.ty) {
                Type::Record(inner) => Some(inner.index()),
                _ => None,
            });
            inner.collect::<Vec<_>>()
        });
        let ids: Vec<_> = self.model.records.ids().collect();
        components(&held.collect::<Vec<_>>()).into_iter().flatten().map(|at| ids[at]).collect()
    }

    /// What arrays of arrays have as elements.
    pub(crate) fn element<'m>(&'m self, ty: &'m Type) -> &'m Type {
        let mut ty = self.model.strip(ty);
        while let Type::Array { of, .. } = ty {
            ty = self.model.strip(of);
        }
        ty
    }

    /// Finds what each record leads to; `named` are the records that each names.
    pub(crate) fn find_reached(&self, named: &[Vec<usize>]) -> Vec<Reached> {
        let mut all: Vec<Reached> = self.model.records.iter().map(|(_, record)| self.own(record)).collect();
        for component in components(named) {
            let mut joined = Reached::default();
            for &record in &component {
                joined.join(all[record]);
                // Those of other components are complete; those of this one add nothing but what is joined anyway.
                named[record].iter().for_each(|&inner| joined.join(all[inner]));
            }
            for &record in &component {
                let recursive = component.len() > 1 || named[record].contains(&record);
                all[record] = Reached { recursive, ..joined };
            }
        }
        all
    }

    /// What is true of the fields of a record themselves.
    fn own(&self, record: &Record) -> Reached {
        let any = |wanted: &dyn Fn(&Param) -> bool| record.fields.iter().any(|field| wanted(&field.param));
        Reached {
            recursive: false,
            slots: any(&|param| param.facts.slot),
            interfaces: any(&|param| self.is_interface(param)),
            blocks: any(&|param| param.facts.mapi_alloc),
            refs: any(&|param| self.is_ref(param) || self.has_refs_inside(param)),
            writable: any(&|param| self.is_writable(param)),
        }
    }

    /// Whether a field points to memory that nothing makes constant. Strings and objects are as C has them everywhere.
    fn is_writable(&self, param: &Param) -> bool {
        let writable = matches!(self.model.strip(&param.ty), Type::Pointer { is_const: false, .. });
        writable && !param.facts.string && !self.is_interface(param)
    }

    /// The interfaces that a method, a function or a record names, or that a class is known by.
    pub(crate) fn named_interfaces(&self) -> HashSet<Id<Interface>> {
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

    fn is_interface(&self, param: &Param) -> bool {
        matches!(self.innermost(&param.ty), Type::Interface(id) if self.is_counted(*id))
    }
}

impl Records<'_> {
    /// Whether what a record leads to can be a record of its own type, and so nested to any depth.
    pub(crate) fn is_recursive(&self, id: Id<Record>) -> bool {
        self.reached[id.index()].recursive
    }

    /// Whether nothing that a record points to, however far, is bound to a thread.
    pub(crate) fn is_portable(&self, id: Id<Record>) -> bool {
        let reached = self.reached[id.index()];
        !reached.slots && !reached.interfaces
    }

    /// Whether a pointer that must not be null is in a record, or in what it leads to.
    pub(crate) fn has_refs(&self, id: Id<Record>) -> bool {
        self.reached[id.index()].refs
    }

    /// The same of what a type is, or points to.
    pub(crate) fn leads_to_refs(&self, ty: &Type) -> bool {
        matches!(self.innermost(ty), Type::Record(id) if self.has_refs(*id))
    }

    /// Whether something is a pointer to records, or several of them, that lead to memory that nothing makes constant.
    pub(crate) fn leads_to_writable(&self, ty: &Type) -> bool {
        matches!(self.innermost(ty), Type::Record(id) if self.reached[id.index()].writable)
    }

    /// Whether something behind a type has to be released before its memory is freed.
    fn owns(&self, ty: &Type) -> bool {
        match self.innermost(ty) {
            Type::Interface(id) => self.is_counted(*id),
            Type::Record(id) => {
                let reached = self.reached[id.index()];
                reached.blocks || reached.interfaces
            }
            _ => false,
        }
    }

    /// Whose memory a field points to.
    pub(crate) fn hold(&self, param: &Param, pointee: &Type) -> Result<Hold, String> {
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
    pub(crate) fn check_one_block(&self, ty: &Type) -> Result<(), String> {
        match self.innermost(ty) {
            Type::Interface(_) => Err("an interface in one block".into()),
            Type::Record(id) if self.reached[id.index()].interfaces => {
                Err(format!("{} holds interfaces, in one block", self.model.records[*id].head.name))
            }
            _ => Ok(()),
        }
    }

    /// The one array that a record owns.
    pub(crate) fn own_array(&self, id: Id<Record>) -> Option<OwnArray> {
        match self.build_view(id).ok()? {
            View::Fixed(view) => view.own.map(|own| *own),
            _ => None,
        }
    }
}
