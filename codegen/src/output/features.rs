//! Duty: let a crate be compiled in parts: which files become cargo features, and which features each one needs.
//! Input: a [`Plan`] and what its modules mention. Output: [`Features`].
//!
//! A file that declares interfaces becomes a feature of its name; so does a file that cannot do without such a file.
//! What is left (types, constants, codes) is always there.

use super::write::Text;
use crate::plan::{Item, Plan, View};
use std::collections::{BTreeMap, BTreeSet};

/// Features by name, with the features that each one needs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Features(BTreeMap<String, BTreeSet<String>>);

impl Features {
    /// Decides, from the modules that the written code of each module names.
    pub(super) fn of(plan: &Plan, texts: &[Text<'_>]) -> Self {
        let mut needs = BTreeMap::new();
        for (module, text) in plan.modules.iter().zip(texts) {
            let mut others = text.mentions.clone();
            others.remove(module.name.as_str());
            needs.insert(module.name.as_str(), others);
        }
        let mut gated: BTreeSet<&str> =
            plan.modules.iter().filter(|m| m.items.iter().any(is_interface)).map(|m| m.name.as_str()).collect();
        // A file without interfaces that needs a feature is one.
        while let Some(more) = needs.keys().find(|name| !gated.contains(*name) && !needs[*name].is_disjoint(&gated)) {
            gated.insert(more);
        }
        let own = |name: &&str| name.trim_start_matches("r#").to_owned();
        Self(gated.iter().map(|name| (own(name), needs[name].intersection(&gated).map(own).collect())).collect())
    }

    /// The attribute that switches a module on; empty where it is always on.
    pub(super) fn gate(&self, module: &str) -> String {
        let name = module.trim_start_matches("r#");
        if self.0.contains_key(name) { format!("#[cfg(feature = \"{name}\")]\n") } else { String::new() }
    }

    /// The features as the lines of a manifest's table `[features]`; `full` is all of them.
    #[must_use]
    pub fn manifest(&self) -> String {
        let line = |name: &str, needs: &mut dyn Iterator<Item = &String>| {
            let needs: Vec<_> = needs.map(|need| format!("\"{need}\"")).collect();
            format!("{name} = [{}]\n", needs.join(", "))
        };
        let mut text = line("full", &mut self.0.keys());
        text.extend(self.0.iter().map(|(name, needs)| line(name, &mut needs.iter())));
        text
    }
}

fn is_interface(item: &Item) -> bool {
    matches!(item, Item::Interface(interface) if !interface.opaque)
}

/// The module of each name.
pub(super) fn homes(plan: &Plan) -> BTreeMap<&str, &str> {
    let mut homes = BTreeMap::new();
    for module in &plan.modules {
        for item in &module.items {
            homes.extend(names(item).map(|name| (name, module.name.as_str())));
        }
    }
    homes
}

/// The names of an item: its own, and that of its view.
pub(super) fn names(item: &Item) -> impl Iterator<Item = &str> {
    let view = match item {
        Item::Record(record) => match &record.view {
            View::Fixed(view) => Some(&view.name),
            View::Tail(view) => Some(&view.name),
            _ => None,
        },
        _ => None,
    };
    item.name().into_iter().chain(view.map(String::as_str))
}
