//! Which records have safe faces, and of what kind.

use crate::model::{Decl, Field, Id, Record, Type};
use crate::plan::Ty;
use crate::plan::context::{Face, Records, Types};
use crate::plan::types::overlooked;
use std::collections::VecDeque;

impl Types<'_> {
    /// Whether a type is an integer, or an array of integers.
    pub(crate) fn is_numbers(&self, ty: &Type) -> bool {
        match self.model.strip(ty) {
            Type::Array { of, len, .. } => len.is_some() && self.is_numbers(of),
            Type::Int { .. } | Type::IntPtr { .. } => true,
            _ => false,
        }
    }

    fn shape(&self, id: Id<Record>) -> Face {
        let fields = &self.model.records[id].fields;
        let ends_open =
            fields.last().is_some_and(|f| matches!(self.model.strip(&f.param.ty), Type::Array { len: None, .. }));
        match (ends_open, fields.iter().filter(|f| !f.param.facts.reserved).count()) {
            (true, 2) => Face::List,
            (true, _) => Face::Tail,
            _ => Face::Fixed,
        }
    }
}

impl Records<'_> {
    pub(crate) fn face(&self, id: Id<Record>) -> Face {
        self.faces[id.index()]
    }

    pub(crate) fn is_plain(&self, id: Id<Record>) -> bool {
        self.is_runtime(Decl::Record(id)) || self.face(id) == Face::Plain
    }

    /// Decides the faces of all records: first those that point to nothing, then the largest set of others in which
    /// every pointer is described. `named` are the records that each names.
    pub(crate) fn decide_faces(&mut self, named: &[Vec<usize>]) {
        self.faces = vec![Face::Raw; self.model.records.len()];
        self.derived = vec![false; self.model.records.len()];
        for id in self.by_value() {
            self.derived[id.index()] = self.find_derives(&self.model.records[id]);
            if self.points_to_nothing(id) {
                self.faces[id.index()] = Face::Plain;
            }
        }
        let open: Vec<_> = self.model.records.ids().filter(|&id| self.could_have_face(id)).collect();
        for &id in &open {
            self.faces[id.index()] = self.shape(id);
        }
        self.keep_described(&open, named);
    }

    /// Takes the faces away of those of these records that cannot have them. Where one goes, those are looked at once
    /// more that name it, and no others.
    fn keep_described(&mut self, open: &[Id<Record>], named: &[Vec<usize>]) {
        let ids: Vec<_> = self.model.records.ids().collect();
        let mut naming = vec![Vec::new(); ids.len()];
        for (from, named) in named.iter().enumerate() {
            named.iter().for_each(|&to| naming[to].push(from));
        }
        let mut pending: VecDeque<usize> = open.iter().map(|id| id.index()).collect();
        let mut is_pending = vec![false; ids.len()];
        pending.iter().for_each(|&at| is_pending[at] = true);
        while let Some(at) = pending.pop_front() {
            is_pending[at] = false;
            if self.face(ids[at]) == Face::Raw || self.build_view(ids[at]).is_ok() {
                continue;
            }
            self.faces[at] = Face::Raw;
            for &from in &naming[at] {
                // A union has no face of its own: its members count where it is switched.
                let through = if self.model.records[ids[from]].union { naming[from].as_slice() } else { &[] };
                for &from in std::iter::once(&from).chain(through) {
                    if self.could_lose_face(ids[from]) && !std::mem::replace(&mut is_pending[from], true) {
                        pending.push_back(from);
                    }
                }
            }
        }
    }

    /// Whether the record has a face that depends on those of others.
    fn could_lose_face(&self, id: Id<Record>) -> bool {
        matches!(self.face(id), Face::Fixed | Face::List | Face::Tail)
    }

    fn could_have_face(&self, id: Id<Record>) -> bool {
        let record = &self.model.records[id];
        // A view refers to fields, and fields of packed records have no alignment.
        let whole = !record.declared_only && !record.union && self.packed(id).is_none();
        let whole = whole && self.has_layout(id).is_ok() && !self.is_made_up(id);
        self.face(id) == Face::Raw && whole && !record.fields.is_empty()
    }

    fn points_to_nothing(&self, id: Id<Record>) -> bool {
        let record = &self.model.records[id];
        let plain = |field: &Field| {
            let facts = &field.param.facts;
            let any = facts.plain_number && self.is_numbers(&field.param.ty) || self.plain_type(&field.param.ty);
            any && overlooked::none(facts, &[]).is_ok() && self.check_ends(&field.param, true).is_ok()
        };
        let known = !record.declared_only && self.has_layout(id).is_ok() && !self.is_made_up(id);
        let whole = || self.check_size(record).and_then(|()| self.check_addresses(record)).is_ok();
        known && !record.fields.is_empty() && record.fields.iter().all(plain) && whole()
    }

    /// Whether anybody may make any value of a type.
    pub(crate) fn plain_type(&self, ty: &Type) -> bool {
        if let Ty::Path(path) = self.abi(ty)
            && path.module == "::mapidl"
        {
            return true;
        }
        if self.is_known(ty).is_err() {
            return false;
        }
        match self.model.strip(ty) {
            Type::Record(id) => self.is_plain(*id),
            Type::Array { of, len, .. } => len.is_some() && self.plain_type(of),
            Type::Pointer { .. } => self.is_opaque(ty),
            Type::Int { .. } | Type::IntPtr { .. } => !self.is_address(ty),
            Type::SafeArray(_) | Type::Handle | Type::Poison | Type::Void | Type::Interface(_) | Type::Function(_) => {
                false
            }
            _ => true,
        }
    }
}
