//! Constants, property tags, names of properties and identifiers: those of `idl/` beside those of the facts.

use super::comparison::Comparison;
use super::extract::{self, Properties, hex};
use mapidl_codegen::model::{Model, Value};
use std::collections::BTreeMap;

/// Everything of `idl/` that has a name and a value, and where it stands.
#[derive(Default)]
pub(crate) struct Declared<'m> {
    numbers: BTreeMap<&'m str, i128>,
    strings: BTreeMap<&'m str, &'m str>,
    guids: BTreeMap<String, String>,
    /// The documentation of a constant, or of the enumeration that an enumerator belongs to.
    docs: BTreeMap<&'m str, String>,
}

impl<'m> Declared<'m> {
    /// Collects them. An interface's identifier has the name that C gives it: `IID_IMessage`.
    pub(crate) fn of(model: &'m Model) -> Self {
        let mut declared = Self::default();
        for (_, constant) in model.consts.iter() {
            let name = constant.head.name.as_str();
            declared.docs.insert(name, constant.head.docs.join(" "));
            match &constant.value {
                Value::Int(value) => drop(declared.numbers.insert(name, *value)),
                Value::Str { value, .. } => drop(declared.strings.insert(name, value)),
                Value::Guid(guid) => drop(declared.guids.insert(name.to_owned(), guid.to_string())),
                Value::Float(_) => {}
            }
        }
        for (_, e) in model.enums.iter() {
            for value in &e.values {
                declared.numbers.insert(&value.name, value.value.into());
                declared.docs.insert(&value.name, e.head.docs.join(" "));
            }
        }
        let identified = model.interfaces.iter().filter_map(|(_, i)| Some((format!("IID_{}", i.head.name), i.iid?)));
        declared.guids.extend(identified.map(|(name, iid)| (name, iid.to_string())));
        declared
    }

    /// Constants and enumerators: equal in the 32 bits that they have in C.
    pub(crate) fn constants(&self, facts: &BTreeMap<String, i64>) -> Comparison {
        let mut seen = Comparison::default();
        for (name, theirs) in facts {
            compare_number(&mut seen, name, self.numbers.get(name.as_str()), *theirs as u32);
        }
        seen
    }

    /// Tags of properties, their identifiers where no type is known, and the numbers and strings of named ones.
    pub(crate) fn properties(&self, facts: &Properties) -> Comparison {
        let mut seen = Comparison::default();
        for (name, tag) in &facts.tags {
            compare_number(&mut seen, name, self.numbers.get(name.as_str()), hex(tag));
        }
        for (name, id) in &facts.ids {
            let shifted = self.numbers.get(name.as_str()).map(|tag| tag >> 16);
            compare_number(&mut seen, name, shifted.as_ref(), hex(id));
        }
        for (name, (set, number)) in &facts.numbers {
            compare_number(&mut seen, name, self.numbers.get(name.as_str()), hex(number));
            if let Some(set) = set {
                self.set(&mut seen, name, set);
            }
        }
        for (name, (set, string)) in &facts.strings {
            compare_text(&mut seen, name, self.strings.get(name.as_str()).copied(), string);
            self.set(&mut seen, name, set);
        }
        seen
    }

    /// Identifiers of interfaces, classes, property sets, …
    pub(crate) fn guids(&self, facts: &BTreeMap<String, String>) -> Comparison {
        let mut seen = Comparison::default();
        for (name, guid) in facts {
            compare_text(&mut seen, name, self.guids.get(name).map(String::as_str), guid);
        }
        seen
    }

    /// The documentation tells the property set: no other place has it.
    fn set(&self, seen: &mut Comparison, name: &str, set: &str) {
        let Some(docs) = self.docs.get(name) else { return };
        seen.compared += 1;
        let words = |c: char| !c.is_alphanumeric() && c != '_';
        if !docs.split(words).any(|word| word == set) {
            seen.differences.push(format!("{name}: not in the set {set}"));
        }
    }
}

fn compare_number(seen: &mut Comparison, name: &str, ours: Option<&i128>, theirs: u32) {
    compare_text(seen, name, ours.map(|ours| format!("{:#010x}", *ours as u32)).as_deref(), &format!("{theirs:#010x}"));
}

fn compare_text(seen: &mut Comparison, name: &str, ours: Option<&str>, theirs: &str) {
    match ours {
        Some(ours) => seen.same(name, ours, theirs),
        None => drop(seen.undeclared.insert(name.to_owned())),
    }
}

/// All values at once.
pub(crate) fn compare(model: &Model) -> Comparison {
    let declared = Declared::of(model);
    let parts = [
        declared.constants(&extract::constants()),
        declared.properties(&extract::properties()),
        declared.guids(&extract::guids()),
    ];
    let mut all = Comparison::default();
    for part in parts {
        all.differences.extend(part.differences);
        all.compared += part.compared;
        all.undeclared.extend(part.undeclared);
    }
    all
}
