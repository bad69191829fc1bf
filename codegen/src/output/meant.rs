//! Duty: say which of several items of one name a module means.
//! Input: a [`Plan`]. Output: for each module, `use` lines that come before what its glob brings.
//!
//! Files that do not see one another may give one name to different things. In one tree of modules all of them are seen
//! through the same glob, which is ambiguous; a `use` that names the module decides. What the module declares itself
//! decides as well, and needs no line.

use super::features::names;
use crate::plan::{Item, Module, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// The names that more than one module has.
pub(super) struct Meant<'p> {
    plan: &'p Plan,
    ambiguous: BTreeSet<&'p str>,
}

impl<'p> Meant<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let mut homes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for module in &plan.modules {
            for name in module.items.iter().filter_map(Item::name) {
                homes.entry(name).or_default().insert(&module.name);
            }
        }
        let ambiguous = homes.into_iter().filter(|(_, modules)| modules.len() > 1).map(|(name, _)| name).collect();
        Self { plan, ambiguous }
    }

    /// The lines for a module whose siblings are in `root`.
    pub(super) fn lines(&self, module: &Module, root: &str) -> String {
        let meant = module.foreign.iter().filter(|(name, _)| self.ambiguous.contains(name.as_str()));
        let lines = meant.flat_map(|(name, home)| {
            let home_module = self.plan.modules.iter().find(|module| module.name == *home);
            let items = home_module.into_iter().flat_map(|module| &module.items);
            let names = items.filter(move |item| item.name() == Some(name)).flat_map(written);
            names.map(move |name| format!("#[allow(unused_imports)]\nuse {root}::{home}::{name};\n"))
        });
        lines.collect()
    }
}

/// The names under which an item is written.
fn written(item: &Item) -> Vec<String> {
    let mut all: Vec<String> = names(item).map(str::to_owned).collect();
    if let Item::Interface(interface) = item
        && !interface.opaque
    {
        all.extend(["_Vtbl", "_Impl"].map(|suffix| format!("{}{suffix}", interface.name)));
    }
    all
}
