//! Coclasses: what their objects are known by, and what their documentation lists.

use crate::model::{self, Decl, Id, Interface};
use crate::plan::Coclass;
use crate::plan::context::Types;
use crate::plan::docs::{docs, section};
use crate::plan::types::ty::runtime;

impl Types<'_> {
    pub(crate) fn coclass(&self, id: Id<model::Coclass>) -> Option<Coclass> {
        let class = &self.model.coclasses[id];
        let default = self.default_interface(class).map(|interface| self.path(Decl::Interface(interface)));
        Some(Coclass {
            name: self.name(Decl::Coclass(id)),
            docs: self.class_docs(class),
            clsid: class.clsid?.0,
            default: default.unwrap_or_else(|| runtime("IUnknown")),
        })
    }

    /// The interface that an object is known by: the one that is said to be, or else the first that it implements.
    pub(crate) fn default_interface(&self, class: &model::Coclass) -> Option<Id<Interface>> {
        let own = || class.interfaces.iter().filter(|listed| !listed.source && self.is_counted(listed.interface));
        own().find(|listed| listed.default).or_else(|| own().next()).map(|listed| listed.interface)
    }

    fn class_docs(&self, class: &model::Coclass) -> Vec<String> {
        let mut lines = docs(&class.head);
        for (title, source) in [("Interfaces", false), ("Calls back", true)] {
            let listed = class.interfaces.iter().filter(|listed| listed.source == source);
            let names: Vec<_> =
                listed.map(|listed| format!("`{}`", self.model.interfaces[listed.interface].head.name)).collect();
            if !names.is_empty() {
                section(&mut lines, &[&format!("{title}: {}", names.join(", "))]);
            }
        }
        lines
    }
}
