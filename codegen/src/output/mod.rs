//! Duty: turn items into texts, and texts into files that are replaced whole or not at all.
//! Input: a [`Plan`], through `emit`. Output: [`Outputs`], which can be written, or compared with what is on disk.

mod disk;
mod features;
mod files;
mod format;
mod lints;
mod meant;
mod private;
mod stage;
mod write;

pub use disk::{Replace, WriteError};
pub use features::Features;
pub use files::{Change, Outputs};
pub use private::private;

use crate::emit;
use crate::emit::docs::lines;
use crate::names;
use crate::plan::{Module, Options, Plan};
use crate::text::clean;
use disk::MARK;
use meant::Meant;
use proc_macro2::TokenStream;
use std::collections::BTreeMap;
use write::Writer;

/// How the generated Rust is spread over files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Layout {
    /// A `mod.rs` and a file per IDL file, mocks in a folder of their own.
    Tree,
    /// One file, for `include!`: its items stand in a private module, and are re-exported.
    Single(String),
}

/// Writes a plan as Rust files.
#[must_use]
pub fn rust(plan: &Plan, options: &Options, layout: &Layout) -> Outputs {
    match layout {
        Layout::Tree => tree(plan, options),
        Layout::Single(name) => single(plan, options, name),
    }
}

/// All items of a plan as one stream of tokens, for macros; these put it into a [`private`] module.
#[must_use]
pub fn tokens(plan: &Plan, options: &Options) -> TokenStream {
    let modules = plan.modules.iter().map(|module| emit::module(module, options));
    modules.flat_map(|tokens| tokens.items.into_iter().chain(tokens.mocks)).collect()
}

fn header(sources: &[&str]) -> String {
    format!("// {MARK} from {}; do not edit.\n", clean(&sources.join(", ")))
}

fn single(plan: &Plan, options: &Options, name: &str) -> Outputs {
    let writer = Writer { plan, options, mock_gate: options.mocks.gate(), homes: BTreeMap::new() };
    let items: String = writer.modules().into_iter().map(|module| module.items + &module.mocks).collect();
    let text = header(&sources(plan)) + &private::private_text(&names::private_module(name), &items);
    Outputs::from_iter([(name.to_owned(), text)])
}

fn tree(plan: &Plan, options: &Options) -> Outputs {
    let mut outputs = Outputs::default();
    let mut mocked = Vec::new();
    let homes = if options.features { features::homes(plan) } else { BTreeMap::new() };
    let texts = Writer { plan, options, mock_gate: String::new(), homes }.modules();
    let features = if options.features { Features::of(plan, &texts) } else { Features::default() };
    let meant = Meant::of(plan);
    for (module, text) in plan.modules.iter().zip(texts) {
        let file = file_name(&module.name);
        outputs.insert(format!("{file}.rs"), module_text(module, "super", &meant.lines(module), text.items));
        if !text.mocks.is_empty() {
            let meant = meant.mock_lines(module);
            outputs.insert(format!("mock/{file}.rs"), module_text(module, "super::super", &meant, text.mocks));
            mocked.push(module);
        }
    }
    outputs.insert("mod.rs".to_owned(), root(plan, &mocked, options, &features, &meant));
    if !mocked.is_empty() {
        outputs.insert("mock/mod.rs".to_owned(), mock_root(&mocked, &features, &meant));
    }
    if options.features {
        outputs.insert("features.toml".to_owned(), manifest(plan, &features));
    }
    outputs
}

/// The table that the crate's own manifest needs.
fn manifest(plan: &Plan, features: &Features) -> String {
    let text = header(&sources(plan)).replacen("//", "#", 1);
    format!("{text}# Cargo.toml needs these lines.\n\n[features]\n{}", features.manifest())
}

fn sources(plan: &Plan) -> Vec<&str> {
    plan.modules.iter().map(|m| m.source.as_str()).collect()
}

fn file_name(module: &str) -> &str {
    module.trim_start_matches("r#")
}

fn module_text(module: &Module, root: &str, meant: &str, mut items: String) -> String {
    let mut text = header(&[&module.source]);
    text.push_str(&format!("\n#[allow(unused_imports)]\nuse {root}::*;\n"));
    text.push_str(meant);
    // The head is the shorter part by far: the rest is moved, and there is no second copy of it.
    items.insert_str(0, &text);
    items
}

fn root(plan: &Plan, mocked: &[&Module], options: &Options, features: &Features, meant: &Meant<'_>) -> String {
    let mut text = format!("{}\n{}", header(&sources(plan)), lints::head());
    for module in &plan.modules {
        text.push('\n');
        let gate = features.gate(&module.name);
        let docs = lines(&module.docs, &format!("What `{}` declares.", module.source));
        declare(&mut text, docs, module, &gate, meant);
    }
    if !mocked.is_empty() {
        let gate = options.mocks.gate();
        // The module stands last: it may be one of tests alone, after which clippy wants nothing.
        text.push_str(&format!("\n{gate}pub use self::mock::*;\n/// Mocks of the interfaces.\n{gate}pub mod mock;\n"));
    }
    text
}

fn mock_root(mocked: &[&Module], features: &Features, meant: &Meant<'_>) -> String {
    let sources: Vec<_> = mocked.iter().map(|m| m.source.as_str()).collect();
    let mut text = header(&sources);
    for module in mocked {
        text.push('\n');
        let gate = features.gate(&module.name);
        let docs = lines(&[], &format!("Mocks of what `{}` declares.", module.source));
        declare(&mut text, docs, module, &gate, meant);
    }
    text
}

fn declare(text: &mut String, docs: Vec<String>, module: &Module, gate: &str, meant: &Meant<'_>) {
    for line in docs {
        text.push_str(format!("/// {line}").trim_end());
        text.push('\n');
    }
    // The declarations are re-exported by glob; a module that gives none is no mistake, nor is a name that another one has
    // too: it is named by its module.
    let ambiguous = if meant.is_ambiguous(module) { ", ambiguous_glob_reexports" } else { "" };
    let name = &module.name;
    let re_export = format!("{gate}#[allow(unused_imports{ambiguous})]\npub use self::{name}::*;\n");
    text.push_str(&format!("{gate}#[rustfmt::skip]\npub mod {name};\n{re_export}"));
}
