//! Interfaces: what the model of `idl/` says, beside what the facts say.

use super::extract;
use mapidl_codegen::model::{self, Dialect, InterfaceKind, Model};
use std::collections::{BTreeMap, BTreeSet};

/// Two spellings of one type.
pub(crate) struct SameType {
    /// In `idl/`.
    pub(crate) ours: &'static str,
    /// In the facts.
    pub(crate) theirs: &'static str,
    /// Why both are right.
    pub(crate) why: &'static str,
}

/// What a comparison saw.
#[derive(Default)]
pub(crate) struct Comparison {
    /// What differs, as texts.
    pub(crate) differences: Vec<String>,
    /// How many single things were compared.
    pub(crate) compared: usize,
    /// How many reserved slots have no known signature.
    pub(crate) reserved: usize,
    /// The spellings of [`SameType`] that were met: their `ours` and `theirs`.
    pub(crate) met: BTreeSet<(&'static str, &'static str)>,
}

impl Comparison {
    fn same<T: PartialEq + std::fmt::Display>(&mut self, place: &str, ours: T, theirs: T) {
        self.compared += 1;
        if ours != theirs {
            self.differences.push(format!("{place}: {ours}, not {theirs}"));
        }
    }
}

/// Compares all interfaces that either side has.
pub(crate) fn compare(model: &Model, facts: &BTreeMap<String, extract::Interface>, same: &[SameType]) -> Comparison {
    let mut judge = Judge { model, same, seen: Comparison::default() };
    let ours = interfaces(model);
    for name in ours.keys().filter(|name| !facts.contains_key(**name)) {
        judge.seen.differences.push(format!("{name}: the facts have no such interface"));
    }
    for (name, theirs) in facts {
        match ours.get(name.as_str()) {
            Some(interface) => judge.interface(interface, theirs),
            None => judge.seen.differences.push(format!("{name}: not declared")),
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

struct Judge<'m> {
    model: &'m Model,
    same: &'m [SameType],
    seen: Comparison,
}

impl Judge<'_> {
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
                self.ty(&format!("{place} returns"), &ours.ret, ret);
                for (index, (ours, (name, ty))) in ours.params.iter().zip(params).enumerate() {
                    let place = format!("{place} parameter {}", index + 1);
                    if let Some(name) = name {
                        self.seen.same(&place, ours.head.name.as_str(), name);
                    }
                    self.ty(&place, &ours.ty, ty);
                }
            }
            _ => self.reserved(&place, ours),
        }
    }

    /// Nobody tells the signature: the IDL must say so, and nothing more.
    fn reserved(&mut self, place: &str, ours: &model::Method) {
        self.seen.reserved += 1;
        self.seen.same(&format!("{place} is a placeholder"), ours.facts.placeholder, true);
        self.seen.same(&format!("{place} parameters"), ours.params.len(), 0);
    }

    fn ty(&mut self, place: &str, ours: &model::Type, theirs: &str) {
        let (ours, theirs) = (canonical(&self.model.spell(ours, Dialect::Idl)), canonical(theirs));
        let same = self.same.iter().find(|same| same.ours == ours && same.theirs == theirs);
        match same {
            Some(same) => {
                self.seen.met.insert((same.ours, same.theirs));
                self.seen.compared += 1;
            }
            None => self.seen.same(place, ours, theirs),
        }
    }
}

/// One spelling for one type of a parameter: arrays are pointers, and whether the copy that the callee gets is const
/// does not matter.
fn canonical(ty: &str) -> String {
    let spaced = ty.replace("[]", "*").replace('*', " * ");
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    if words.last() == Some(&"const") {
        words.pop();
    } else if words.first() == Some(&"const") && !words.contains(&"*") {
        words.remove(0);
    }
    words.join(" ")
}
