//! What a file declares for MIDL alone, in the place of something that C has from another header: its name is known, and
//! nothing else. Whatever leads to it stays raw.

use crate::model::{Decl, Head, Id, Interface, Record, Type};
use crate::plan::context::{Records, Types};

impl Types<'_> {
    /// By record: why nobody knows its layout.
    pub(crate) fn find_unknown_layouts(&self) -> Vec<Option<String>> {
        let mut unknown: Vec<Option<String>> = vec![None; self.model.records.len()];
        for id in self.by_value() {
            let record = &self.model.records[id];
            let fields = || record.fields.iter().find_map(|field| self.unknown_value(&field.param.ty, &unknown));
            let runtime = self.is_runtime(Decl::Record(id));
            let why = if runtime { None } else { stand_in(&record.head).or_else(fields) };
            unknown[id.index()] = why;
        }
        unknown
    }

    /// Why nobody knows how large a value is.
    fn unknown_value(&self, ty: &Type, unknown: &[Option<String>]) -> Option<String> {
        let mut ty = ty;
        loop {
            ty = match ty {
                Type::Alias(id) if let Some(why) = self.hides(Decl::Alias(*id)) => return Some(why),
                Type::Alias(id) => &self.model.aliases[*id].ty,
                Type::Array { of, .. } => of,
                Type::Record(id) => return unknown[id.index()].clone(),
                Type::Enum(id) => return self.hides(Decl::Enum(*id)),
                _ => return None,
            };
        }
    }

    /// Why nobody knows the slots of an interface, or of one that it is derived of. Where only its name is hidden there are
    /// none to be wrong about.
    pub(crate) fn stands_in(&self, interface: &Interface) -> Option<String> {
        let own = stand_in(&interface.head).filter(|_| !interface.declared_only);
        let base = || interface.base.filter(|&base| !self.is_runtime(Decl::Interface(base)));
        own.or_else(|| self.stands_in(&self.model.interfaces[base()?]))
    }

    /// Why a declaration is not what its name stands for; nothing where the runtime crate has it.
    fn hides(&self, decl: Decl) -> Option<String> {
        stand_in(self.model.head(decl)).filter(|_| !self.is_runtime(decl))
    }
}

impl Records<'_> {
    /// Checks that nothing which a type is made of or leads to stands in for something else.
    pub(crate) fn is_known(&self, ty: &Type) -> Result<(), String> {
        let mut ty = ty;
        loop {
            ty = match ty {
                Type::Alias(id) => match self.hides(Decl::Alias(*id)) {
                    Some(why) => return Err(why),
                    None if self.is_runtime(Decl::Alias(*id)) => return Ok(()),
                    None => &self.model.aliases[*id].ty,
                },
                Type::Pointer { to: of, .. } | Type::Array { of, .. } | Type::SafeArray(of) => of,
                Type::Record(id) => return self.has_layout(*id),
                Type::Enum(id) => return self.hides(Decl::Enum(*id)).map_or(Ok(()), Err),
                Type::Interface(id) => return self.stands_in(&self.model.interfaces[*id]).map_or(Ok(()), Err),
                _ => return Ok(()),
            };
        }
    }

    /// Checks that the layout of a record is known.
    pub(crate) fn has_layout(&self, id: Id<Record>) -> Result<(), String> {
        self.unknown[id.index()].clone().map_or(Ok(()), Err)
    }
}

fn stand_in(head: &Head) -> Option<String> {
    let by = head.hidden.as_ref()?;
    Some(format!("{} is hidden from C by {by}, and may be anything there", head.name))
}
