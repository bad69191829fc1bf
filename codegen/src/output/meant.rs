//! Duty: say which of several items of one name a module means.
//! Input: a [`Plan`]. Output: for each module, `use` lines that come before what its glob brings.
//!
//! Files that do not see one another may give one name to different things. In one tree of modules all of them are seen
//! through the same glob, which is ambiguous; a `use` that names the module decides. What the module declares itself
//! decides as well, and needs no line.

use super::features::names;
use crate::plan::{Item, Module, Plan};
use std::collections::BTreeSet;

/// The names that more than one module has.
pub(super) struct Meant<'p> {
    plan: &'p Plan,
    ambiguous: BTreeSet<&'p str>,
}

impl<'p> Meant<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        Self { plan, ambiguous: plan.repeated().into_keys().collect() }
    }

    /// Whether a module has a name that another one has too.
    pub(super) fn is_ambiguous(&self, module: &Module) -> bool {
        module.items.iter().filter_map(Item::name).any(|name| self.ambiguous.contains(name))
    }

    /// The lines for a module.
    pub(super) fn lines(&self, module: &Module) -> String {
        let foreign = self.items(module).flat_map(|(home, item)| written(item).map(move |name| (home, name)));
        foreign.map(|(home, name)| line(&format!("super::{home}::{name}"))).collect()
    }

    /// The lines for the mocks of a module, to which its own items are those of another.
    pub(super) fn mock_lines(&self, module: &Module) -> String {
        let own = module.items.iter().filter(|item| item.name().is_some_and(|name| self.ambiguous.contains(name)));
        let mut text = String::new();
        for (home, item) in self.items(module).chain(own.map(|item| (module.name.as_str(), item))) {
            text.extend(written(item).map(|name| line(&format!("super::super::{home}::{name}"))));
            if let Item::Interface(interface) = item
                && home != module.name
                && !interface.opaque
            {
                text.push_str(&line(&format!("super::{home}::{}", interface.mock)));
            }
        }
        text
    }

    /// The ambiguous items that a module means, and the modules that have them.
    fn items<'m>(&'m self, module: &'m Module) -> impl Iterator<Item = (&'m str, &'m Item)> {
        let meant = module.foreign.iter().filter(|(name, _)| self.ambiguous.contains(name.as_str()));
        meant.flat_map(|(name, home)| {
            let home_module = self.plan.modules.iter().find(|module| module.name == *home);
            let items = home_module.into_iter().flat_map(|module| &module.items);
            items.filter(move |item| item.name() == Some(name)).map(|item| (home.as_str(), item))
        })
    }
}

fn line(path: &str) -> String {
    format!("#[allow(unused_imports)]\nuse {path};\n")
}

/// The names under which an item is written.
fn written(item: &Item) -> impl Iterator<Item = String> {
    let mut all: Vec<String> = names(item).map(str::to_owned).collect();
    if let Item::Interface(interface) = item
        && !interface.opaque
    {
        all.extend([interface.vtable.clone(), interface.provider.clone()]);
    }
    all.into_iter()
}
