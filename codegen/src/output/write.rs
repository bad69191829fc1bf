//! Duty: write items as text, on as many processors as there are.
//! Input: a [`Plan`]. Output: a [`Text`] per module, the same whatever the number of processors.

use super::format;
use crate::emit;
use crate::plan::{Item, Module, Options, Plan};
use crate::threads;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many methods or other items make it worth while to begin a part.
const PART: usize = 128;

/// What is written of a module.
#[derive(Debug, Default)]
pub(super) struct Text<'p> {
    /// The items, mocks apart.
    pub(super) items: String,
    /// The mocks.
    pub(super) mocks: String,
    /// The modules whose names stand in the items.
    pub(super) mentions: BTreeSet<&'p str>,
}

/// What is asked for.
pub(super) struct Writer<'p, 'o> {
    pub(super) plan: &'p Plan,
    pub(super) options: &'o Options,
    /// The attribute before each mock.
    pub(super) mock_gate: String,
    /// The module of each name; mentions are only looked for where there are any.
    pub(super) homes: BTreeMap<&'p str, &'p str>,
}

/// Items of one module.
struct Part {
    module: usize,
    items: Range<usize>,
}

impl<'p> Writer<'p, '_> {
    /// Writes all modules, in their order.
    pub(super) fn modules(&self) -> Vec<Text<'p>> {
        let parts = parts(&self.plan.modules);
        let mut texts: Vec<_> = self.plan.modules.iter().map(|_| Text::default()).collect();
        threads::for_each(&parts, |part| self.part(part), |part, text| texts[part.module].append(text));
        texts
    }

    fn part(&self, part: &Part) -> Text<'p> {
        let mut text = Text::default();
        let items = &self.plan.modules[part.module].items[part.items.clone()];
        for item in items {
            let tokens = emit::item(item, self.options);
            if !self.homes.is_empty() {
                tokens.items.iter().for_each(|tokens| self.mentioned(tokens, &mut text.mentions));
            }
            format::items(&mut text.items, tokens.items, "");
            format::items(&mut text.mocks, tokens.mocks, &self.mock_gate);
        }
        text
    }

    /// Collects the modules whose names stand among the tokens.
    fn mentioned(&self, tokens: &TokenStream, found: &mut BTreeSet<&'p str>) {
        for token in tokens.clone() {
            match token {
                TokenTree::Ident(name) => found.extend(self.homes.get(name.to_string().as_str()).copied()),
                TokenTree::Group(group) => self.mentioned(&group.stream(), found),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

impl Text<'_> {
    fn append(&mut self, mut more: Self) {
        self.items.push_str(&more.items);
        self.mocks.push_str(&more.mocks);
        self.mentions.append(&mut more.mentions);
    }
}

/// Cuts modules into parts of about the same size.
fn parts(modules: &[Module]) -> Vec<Part> {
    let mut parts = Vec::new();
    for (module, content) in modules.iter().enumerate() {
        let (mut start, mut size) = (0, 0);
        for (index, item) in content.items.iter().enumerate() {
            size += weight(item);
            if size >= PART {
                parts.push(Part { module, items: start..index + 1 });
                (start, size) = (index + 1, 0);
            }
        }
        parts.push(Part { module, items: start..content.items.len() });
    }
    parts
}

fn weight(item: &Item) -> usize {
    match item {
        Item::Interface(interface) => 1 + interface.methods.len(),
        _ => 1,
    }
}
