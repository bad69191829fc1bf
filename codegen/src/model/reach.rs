//! What the input leads to: its own declarations, and of imported base files those that they name, however far.

use super::{Decl, Id, Interface, Method, Model, Param, Type};
use std::collections::HashSet;

impl Model {
    /// The declarations of the user's files that are `ours`, and all that they name and that is `ours` as well.
    ///
    /// What is not ours is somebody else's to declare, and so is all that only it names.
    pub fn reached(&self, ours: impl Fn(Decl) -> bool) -> HashSet<Decl> {
        let is_users = |decl: &Decl| {
            let file = &self.files[self.head(*decl).file];
            !file.base || file.root
        };
        let mut pending: Vec<_> = self.order.iter().copied().filter(is_users).collect();
        let mut reached = HashSet::new();
        while let Some(decl) = pending.pop() {
            if ours(decl) && reached.insert(decl) {
                self.named_by(decl, &mut pending);
            }
        }
        reached
    }

    /// Adds what a declaration names.
    pub(crate) fn named_by(&self, decl: Decl, named: &mut Vec<Decl>) {
        match decl {
            Decl::Interface(id) => self.named_by_interface(id, named),
            Decl::Record(id) => self.records[id].fields.iter().for_each(|field| parameter(&field.param, named)),
            Decl::Alias(id) => declarations(&self.aliases[id].ty, named),
            Decl::Const(id) => declarations(&self.consts[id].ty, named),
            Decl::Coclass(id) => {
                named.extend(self.coclasses[id].interfaces.iter().map(|listed| Decl::Interface(listed.interface)));
            }
            Decl::Module(id) => self.modules[id].functions.iter().for_each(|function| signature(function, named)),
            Decl::Enum(_) | Decl::Enumerator(..) | Decl::Library(_) => {}
        }
    }

    fn named_by_interface(&self, id: Id<Interface>, named: &mut Vec<Decl>) {
        let interface = &self.interfaces[id];
        named.extend(interface.base.map(Decl::Interface));
        interface.methods.iter().for_each(|method| signature(method, named));
    }
}

fn signature(method: &Method, named: &mut Vec<Decl>) {
    declarations(&method.ret, named);
    method.params.iter().for_each(|param| parameter(param, named));
}

/// Adds what a parameter or a field is made of, and what its attributes say it is.
fn parameter(param: &Param, named: &mut Vec<Decl>) {
    declarations(&param.ty, named);
    named.extend(param.facts.flags.map(Decl::Enum));
}

/// Adds the declarations that a type is made of.
fn declarations(ty: &Type, named: &mut Vec<Decl>) {
    let mut pending = vec![ty];
    while let Some(ty) = pending.pop() {
        match ty {
            Type::Pointer { to: of, .. } | Type::Array { of, .. } | Type::SafeArray(of) => pending.push(of),
            Type::Function(function) => {
                pending.push(&function.ret);
                pending.extend(function.params.iter().map(|(_, ty)| ty));
            }
            Type::Record(id) => named.push(Decl::Record(*id)),
            Type::Enum(id) => named.push(Decl::Enum(*id)),
            Type::Alias(id) => named.push(Decl::Alias(*id)),
            Type::Interface(id) => named.push(Decl::Interface(*id)),
            _ => {}
        }
    }
}
