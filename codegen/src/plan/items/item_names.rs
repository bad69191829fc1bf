//! The Rust names of all items that are written: those that the IDL names, and those that are made beside them.
//!
//! They are decided before anything else is planned, in one name space for the whole run, since modules see each other's
//! items through globs. What the IDL names keeps its name, unless all Rust code relies on another meaning of it; what is
//! made takes a free one, in the order of declaration.

use crate::model::{Decl, Type};
use crate::names::{self, Made};
use crate::plan::Path;
use crate::plan::context::{Face, ItemNames, Records, Taken, Types};

impl Types<'_> {
    /// The items that a declaration gives under the IDL's names.
    fn items_of(&self, decl: Decl) -> Vec<(Decl, &str)> {
        let name = self.model.head(decl).name.as_str();
        match decl {
            // The values of an enumeration without a name are constants.
            Decl::Enum(id) if name.is_empty() => {
                let values = (0_u32..).zip(&self.model.enums[id].values);
                values.map(|(at, value)| (Decl::Enumerator(id, at), value.name.as_str())).collect()
            }
            Decl::Module(_) | Decl::Library(_) | Decl::Enumerator(..) => Vec::new(),
            // A name for a type that it already has in Rust gives no item.
            Decl::Alias(id) if self.renames_itself(id) => Vec::new(),
            _ => vec![(decl, name)],
        }
    }

    /// A path to something that is made beside a declaration, and named after `idl`.
    pub(crate) fn made_path(&self, decl: Decl, kind: Made, idl: &str) -> Path {
        let path = self.path(decl);
        let [usual, _] = names::made(kind, idl);
        Path { name: self.names.made(decl, kind, usual), ..path }
    }
}

impl Records<'_> {
    /// Decides the names of these declarations and of what is made beside them.
    pub(crate) fn item_names(&self, wanted: &[Decl]) -> ItemNames {
        let mut taken = Taken::default();
        let all: Vec<(Decl, &str)> = wanted.iter().flat_map(|&decl| self.items_of(decl)).collect();
        let (kept, changed): (Vec<_>, Vec<_>) = all
            .into_iter()
            .map(|(decl, idl)| (decl, idl, names::item(idl, is_value(decl))))
            .partition(|(_, idl, rust)| idl == rust);
        for (decl, idl, rust) in kept.into_iter().chain(changed) {
            taken.item(decl, idl, rust);
        }
        for &decl in wanted {
            for (kind, idl, wanted) in self.made_beside(decl) {
                taken.made(decl, kind, idl, &wanted);
            }
        }
        taken.all()
    }

    /// What is made beside a declaration: its kind, the name that tells it apart, the names that it may have.
    fn made_beside(&self, decl: Decl) -> Vec<(Made, &str, Vec<String>)> {
        let name = self.model.head(decl).name.as_str();
        let usual = |kind| (kind, name, names::made(kind, name).to_vec());
        match decl {
            Decl::Record(id) => self.made_beside_record(id),
            Decl::Interface(id) if !self.model.interfaces[id].declared_only => {
                [Made::Vtable, Made::Provider, Made::Mock, Made::MockModule].map(usual).to_vec()
            }
            Decl::Module(id) if self.model.modules[id].dll.is_some() => {
                let functions = self.model.modules[id].functions.iter().enumerate().map(|(at, function)| {
                    let (kind, name) = (Made::Function(at), function.head.name.as_str());
                    (kind, name, names::made(kind, name).to_vec())
                });
                std::iter::once(usual(Made::Dll)).chain(functions).collect()
            }
            _ => Vec::new(),
        }
    }

    fn made_beside_record(&self, id: crate::model::Id<crate::model::Record>) -> Vec<(Made, &str, Vec<String>)> {
        let (record, mut made) = (&self.model.records[id], Vec::new());
        let name = record.head.name.as_str();
        if !matches!(self.face(id), Face::Fixed | Face::Tail) {
            return made;
        }
        let mut wanted: Vec<_> = record.view.iter().cloned().collect();
        wanted.extend(names::made(Made::View, name));
        made.push((Made::View, name, wanted));
        for field in record.fields.iter().filter(|field| field.param.facts.switch_is.is_some()) {
            let Type::Record(union) = self.model.strip(&field.param.ty) else { continue };
            let mut wanted: Vec<_> = self.model.records[*union].view.iter().cloned().collect();
            wanted.extend(record.view.iter().map(|view| format!("{view}Data")));
            wanted.extend(names::made(Made::Switch, name));
            made.push((Made::Switch, name, wanted));
        }
        made
    }
}

/// Whether an item's name stands for a value too: a constant, or what is made of its parts by its name.
fn is_value(decl: Decl) -> bool {
    matches!(decl, Decl::Const(_) | Decl::Enumerator(..) | Decl::Enum(_) | Decl::Interface(_) | Decl::Alias(_))
}
