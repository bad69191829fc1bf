//! Puts the declarations that count in the place of those that mean the same.

use super::unified::Unified;
use crate::model::{Decl, Id, Interface, Method, Model, Param, Type};

/// Makes every reference one to a declaration that counts, and takes the others out of the order and the names.
pub(super) fn rewrite(model: &mut Model, unified: &Unified) {
    if unified.0.is_empty() {
        return;
    }
    for id in model.aliases.ids() {
        unified.ty(&mut model.aliases[id].ty);
    }
    for id in model.consts.ids() {
        unified.ty(&mut model.consts[id].ty);
    }
    for id in model.records.ids() {
        for field in &mut model.records[id].fields {
            unified.param(&mut field.param);
        }
    }
    for id in model.interfaces.ids() {
        let interface = &mut model.interfaces[id];
        interface.base = interface.base.map(|base| unified.interface(base));
        interface.methods.iter_mut().for_each(|method| unified.method(method));
    }
    for id in model.modules.ids() {
        model.modules[id].functions.iter_mut().for_each(|function| unified.method(function));
    }
    for id in model.coclasses.ids() {
        for listed in &mut model.coclasses[id].interfaces {
            listed.interface = unified.interface(listed.interface);
        }
    }
    model.order.retain(|decl| unified.of(*decl) == *decl);
    for decl in model.names.values_mut() {
        *decl = match *decl {
            Decl::Enumerator(id, index) => match unified.of(Decl::Enum(id)) {
                Decl::Enum(first) => Decl::Enumerator(first, index),
                _ => *decl,
            },
            decl => unified.of(decl),
        };
    }
}

impl Unified {
    fn method(&self, method: &mut Method) {
        self.ty(&mut method.ret);
        method.params.iter_mut().for_each(|param| self.param(param));
    }

    fn param(&self, param: &mut Param) {
        self.ty(&mut param.ty);
        let facts = &mut param.facts;
        facts.flags = facts.flags.map(|id| match self.of(Decl::Enum(id)) {
            Decl::Enum(first) => first,
            _ => id,
        });
    }

    fn interface(&self, id: Id<Interface>) -> Id<Interface> {
        match self.of(Decl::Interface(id)) {
            Decl::Interface(first) => first,
            _ => id,
        }
    }

    fn ty(&self, ty: &mut Type) {
        match ty {
            Type::Record(id) => {
                if let Decl::Record(first) = self.of(Decl::Record(*id)) {
                    *id = first;
                }
            }
            Type::Enum(id) => {
                if let Decl::Enum(first) = self.of(Decl::Enum(*id)) {
                    *id = first;
                }
            }
            Type::Alias(id) => {
                if let Decl::Alias(first) = self.of(Decl::Alias(*id)) {
                    *id = first;
                }
            }
            Type::Interface(id) => *id = self.interface(*id),
            Type::Pointer { to: of, .. } | Type::Array { of, .. } | Type::SafeArray(of) => self.ty(of),
            Type::Function(function) => {
                self.ty(&mut function.ret);
                function.params.iter_mut().for_each(|(_, param)| self.ty(param));
            }
            _ => {}
        }
    }
}
