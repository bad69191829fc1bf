//! What is asked of a model again and again.

use super::{Decl, Head, Id, Interface, Model, Type};

impl Model {
    /// The interface and all its bases, IUnknown first.
    #[must_use]
    pub fn chain(&self, id: Id<Interface>) -> Vec<Id<Interface>> {
        let mut chain = vec![id];
        while let Some(base) = self.interfaces[chain[chain.len() - 1]].base {
            chain.push(base);
        }
        chain.reverse();
        chain
    }

    /// How many slots the interface's vtable has.
    #[must_use]
    pub fn slot_count(&self, id: Id<Interface>) -> u32 {
        let interface = &self.interfaces[id];
        interface.first_slot + u32::try_from(interface.methods.len()).unwrap_or(u32::MAX)
    }

    /// The type behind all typedefs.
    #[must_use]
    pub fn strip<'a>(&'a self, mut ty: &'a Type) -> &'a Type {
        while let Type::Alias(id) = ty {
            ty = &self.aliases[*id].ty;
        }
        ty
    }

    /// What every declaration has, for any of them but an enumerator.
    #[must_use]
    pub fn head(&self, decl: Decl) -> &Head {
        match decl {
            Decl::Interface(id) => &self.interfaces[id].head,
            Decl::Record(id) => &self.records[id].head,
            Decl::Enum(id) | Decl::Enumerator(id, _) => &self.enums[id].head,
            Decl::Alias(id) => &self.aliases[id].head,
            Decl::Const(id) => &self.consts[id].head,
            Decl::Coclass(id) => &self.coclasses[id].head,
            Decl::Library(id) => &self.libraries[id].head,
            Decl::Module(id) => &self.modules[id].head,
        }
    }
}
