//! All that is to be written, by module, and the items of a module.

use super::external::External;
use super::interface::{Dll, Interface};
use super::record::Record;
use super::value::{Alias, Coclass, Const, Enum, Handle};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is to be written, by file.
#[derive(Debug, Default, Serialize)]
pub struct Plan {
    /// One module per IDL file.
    pub modules: Vec<Module>,
    /// What has another name in Rust than one would expect.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renamed: Vec<Renamed>,
    /// The constants that Rust has none for, by the IDL's names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

impl Plan {
    /// What a user should know of the plan, a line for each.
    pub fn notes(&self) -> impl Iterator<Item = String> {
        let renamed = self.renamed.iter().map(|one| {
            let rust = one.rust.trim_start_matches("r#");
            format!("{} is `{rust}` in Rust, where the name means something else", one.idl)
        });
        let left_out = self.left_out.iter();
        renamed.chain(
            left_out.map(|name| format!("the constant `{name}` is left out: Rust has none of its type and value")),
        )
    }

    /// The interfaces that are declared with their methods.
    pub fn interfaces(&self) -> impl Iterator<Item = &Interface> {
        self.modules.iter().flat_map(|module| &module.items).filter_map(|item| match item {
            Item::Interface(interface) if !interface.opaque => Some(&**interface),
            _ => None,
        })
    }
}

/// Something that has another name in Rust than one would expect, since that means something else there.
#[derive(Clone, Debug, Serialize)]
pub struct Renamed {
    /// What it is, by the name that one would expect.
    pub idl: String,
    /// Its name in Rust.
    pub rust: String,
}

impl Plan {
    /// The names that more than one module has, with these modules.
    #[must_use]
    pub fn repeated(&self) -> BTreeMap<&str, Vec<&Module>> {
        let mut homes: BTreeMap<&str, Vec<&Module>> = BTreeMap::new();
        for module in &self.modules {
            let names: BTreeSet<_> = module.items.iter().filter_map(Item::name).collect();
            names.into_iter().for_each(|name| homes.entry(name).or_default().push(module));
        }
        homes.retain(|_, modules| modules.len() > 1);
        homes
    }
}

/// The Rust module of one IDL file.
#[derive(Debug, Serialize)]
pub struct Module {
    /// Its name.
    pub name: String,
    /// The IDL file.
    pub source: String,
    /// Its documentation.
    pub docs: Vec<String>,
    /// What it names of other modules: names of items, and the modules.
    #[serde(skip)]
    pub foreign: BTreeSet<(String, String)>,
    /// Its items in the order of the text.
    pub items: Vec<Item>,
}

/// One declaration of the generated code.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "each holds what its name says")]
pub enum Item {
    Const(Const),
    Enum(Enum),
    Alias(Alias),
    Handle(Handle),
    Record(Box<Record>),
    Interface(Box<Interface>),
    Coclass(Coclass),
    Dll(Dll),
    /// The module's constants that are result codes, which are shown by name.
    Codes(Vec<String>),
    /// Something of another module that the items name.
    External(External),
}

impl Item {
    /// Its documentation, where it has one.
    pub(in crate::plan) fn docs_mut(&mut self) -> Option<&mut Vec<String>> {
        match self {
            Self::Const(item) => Some(&mut item.docs),
            Self::Enum(item) => Some(&mut item.docs),
            Self::Alias(item) => Some(&mut item.docs),
            Self::Handle(item) => Some(&mut item.docs),
            Self::Record(item) => Some(&mut item.docs),
            Self::Interface(item) => Some(&mut item.docs),
            Self::Coclass(item) => Some(&mut item.docs),
            Self::Dll(item) => Some(&mut item.docs),
            Self::Codes(_) | Self::External(_) => None,
        }
    }

    /// Its name, unless it is without one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Const(item) => Some(&item.name),
            Self::Enum(item) => Some(&item.name),
            Self::Alias(item) => Some(&item.name),
            Self::Handle(item) => Some(&item.name),
            Self::Record(item) => Some(&item.name),
            Self::Interface(item) => Some(&item.name),
            Self::Coclass(item) => Some(&item.name),
            Self::Dll(item) => Some(&item.name),
            Self::Codes(_) | Self::External(_) => None,
        }
    }
}
