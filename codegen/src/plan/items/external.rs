//! Duty: what code names that stands in a module of somebody else's, and what has to be true of it there.
//! Input: what a declaration names. Output: an [`External`] for each, of which rustc makes sure where the code is compiled.
//!
//! The module may be anything: a path that somebody wrote, or what is in scope around a trait. Code that takes a type in it
//! for that of the IDL is sound only if it is.

use crate::layout::Target;
use crate::model::{Decl, Id, Record};
use crate::plan::context::Face;
use crate::plan::context::Records;
use crate::plan::{External, Layout, Proof};

impl Records<'_> {
    /// What a declaration that is written here names of other modules.
    pub(crate) fn externals(&self, decl: Decl) -> Vec<External> {
        if self.elsewhere(decl).is_some() {
            return Vec::new();
        }
        let mut named = self.named_through_typedefs(decl);
        if let Decl::Interface(id) = decl {
            named.extend(self.model.chain(id).into_iter().map(Decl::Interface));
        }
        let others = named.into_iter().filter(|decl| !self.is_runtime(*decl) && self.elsewhere(*decl).is_some());
        let path_of = |decl| (self.path(decl), decl);
        let others = others.map(path_of).filter(|(path, _)| path.module != "::mapidl::com");
        others.filter_map(|(path, decl)| Some(External { path, proof: self.proof(decl)? })).collect()
    }

    fn proof(&self, decl: Decl) -> Option<Proof> {
        match decl {
            Decl::Interface(id) => {
                let interface = &self.model.interfaces[id];
                let is_type = interface.declared_only || (interface.base.is_some() && self.is_counted(id));
                let iid = interface.iid.filter(|_| interface.confusable.is_none() && !interface.declared_only);
                is_type.then(|| Proof::Interface(iid.map(|iid| iid.0)))
            }
            Decl::Enum(_) => Some(Proof::Enum),
            Decl::Alias(id) => self.is_handle(id).then_some(Proof::Handle),
            Decl::Record(id) => (!self.model.records[id].declared_only).then(|| self.record_proof(id)),
            _ => None,
        }
    }

    fn record_proof(&self, id: Id<Record>) -> Proof {
        let (wide, narrow) = (self.layouts.record(id, Target::X86_64), self.layouts.record(id, Target::I686));
        let offsets = self.members(id).offsets;
        let layout = Layout { size: (wide.size, narrow.size), align: (wide.align, narrow.align), offsets };
        let viewed = matches!(self.face(id), Face::Fixed | Face::Tail);
        Proof::Record(layout, viewed.then(|| self.view_path(id)))
    }
}
