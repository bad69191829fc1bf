//! Duty: say which of several items of one name a module means.
//! Input: a [`Plan`]. Output: for each module, `use` lines that come before what its glob brings.
//!
//! Files that do not see one another may give one name to different things. In one tree of modules all of them are seen
//! through the same glob, which is ambiguous; a `use` that names the module decides. What the module declares itself
//! decides as well, and needs no line.

use super::features::names;
use crate::plan::{Item, Module, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// The modules of every name that more than one of them has.
pub(super) struct Meant<'p>(BTreeMap<String, Vec<&'p str>>);

impl<'p> Meant<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let mut homes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for module in &plan.modules {
            let own: BTreeSet<String> = module.items.iter().flat_map(written).collect();
            own.into_iter().for_each(|name| homes.entry(name).or_default().push(&module.name));
        }
        homes.retain(|_, modules| modules.len() > 1);
        Self(homes)
    }

    /// The lines for a module with this text, whose siblings are in `root`.
    pub(super) fn lines(&self, module: &Module, root: &str, text: &str) -> String {
        let mut lines = String::new();
        for (name, homes) in &self.0 {
            if homes.contains(&module.name.as_str()) || !text.contains(name.as_str()) {
                continue;
            }
            let home = module.imports.iter().find(|import| homes.contains(&import.as_str()));
            if let Some(home) = home {
                lines.push_str(&format!("#[allow(unused_imports)]\nuse {root}::{home}::{name};\n"));
            }
        }
        lines
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
