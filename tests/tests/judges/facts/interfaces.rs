//! Interfaces: what the model of `idl/` says, beside what the facts say.

use super::comparison::{Comparison, Types};
use super::extract;
use mapidl_codegen::model::{self, InterfaceKind, Model};
use std::collections::BTreeMap;

/// Compares all interfaces that either side has.
pub(crate) fn compare(facts: &BTreeMap<String, extract::Interface>, types: &mut Types<'_>) -> Comparison {
    let ours = interfaces(types.model);
    let mut judge = Judge { model: types.model, types, seen: Comparison::default() };
    for name in ours.keys().filter(|name| !facts.contains_key(**name)) {
        judge.seen.differences.push(format!("{name}: the facts have no such interface"));
    }
    for (name, theirs) in facts {
        match ours.get(name.as_str()) {
            Some(interface) => judge.interface(interface, theirs),
            None => drop(judge.seen.undeclared.insert(name.clone())),
        }
    }
    judge.seen
}

/// The interfaces of `idl/` itself by name.
fn interfaces(model: &Model) -> BTreeMap<&str, &model::Interface> {
    let own = model.interfaces.iter().map(|(_, interface)| interface).filter(|interface| {
        interface.kind == InterfaceKind::Object && !interface.declared_only && !model.files[interface.head.file].bundled
    });
    own.map(|interface| (interface.head.name.as_str(), interface)).collect()
}

struct Judge<'j, 'm> {
    model: &'m Model,
    types: &'j mut Types<'m>,
    seen: Comparison,
}

impl Judge<'_, '_> {
    fn interface(&mut self, ours: &model::Interface, theirs: &extract::Interface) {
        let name = &ours.head.name;
        let base = ours.base.map_or("none", |base| &self.model.interfaces[base].head.name);
        let iid = ours.iid.map_or_else(|| "none".to_owned(), |iid| iid.to_string());
        self.seen.same(&format!("{name} base"), base, &theirs.base);
        self.seen.same(&format!("{name} IID"), &iid, theirs.iid.as_ref().unwrap_or(&"none".to_owned()));
        self.seen.same(&format!("{name} first slot"), ours.first_slot, theirs.first_slot);
        self.seen.same(&format!("{name} methods"), ours.methods.len(), theirs.methods.len());
        for (ours, theirs) in ours.methods.iter().zip(&theirs.methods) {
            self.method(name, ours, theirs);
        }
    }

    fn method(&mut self, interface: &str, ours: &model::Method, theirs: &extract::Method) {
        let extract::Method(slot, name, ret, params) = theirs;
        let place = format!("{interface}::{name}");
        self.seen.same(&format!("{place} name"), ours.head.name.as_str(), name);
        self.seen.same(&format!("{place} slot"), ours.slot, *slot);
        match (ret, params) {
            (Some(ret), Some(params)) => {
                self.seen.same(&format!("{place} parameters"), ours.params.len(), params.len());
                self.types.compare(&mut self.seen, &format!("{place} returns"), &ours.ret, ret);
                for (index, (ours, (name, ty))) in ours.params.iter().zip(params).enumerate() {
                    let place = format!("{place} parameter {}", index + 1);
                    if let Some(name) = name {
                        self.seen.same(&place, ours.head.name.as_str(), name);
                    }
                    self.types.compare(&mut self.seen, &place, &ours.ty, ty);
                }
            }
            _ => self.reserved(&place, ours),
        }
    }

    /// Nobody tells the signature: the IDL must say so, and nothing more.
    fn reserved(&mut self, place: &str, ours: &model::Method) {
        self.seen.same(&format!("{place} is a placeholder"), ours.facts.placeholder, true);
        self.seen.same(&format!("{place} parameters"), ours.params.len(), 0);
    }
}
