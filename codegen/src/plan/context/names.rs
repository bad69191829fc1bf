//! The Rust names of items, and who has taken them.

use crate::model::Decl;
use crate::names::Made;
use crate::plan::Renamed;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Whose a name is: things of one name in files that do not see each other have one name in Rust too.
type Owner = (String, Option<Made>);

/// The names that are not the usual ones, and all names.
#[derive(Default)]
pub(crate) struct ItemNames {
    items: HashMap<Decl, String>,
    made: HashMap<(Decl, Made), String>,
    pub(crate) all: Arc<HashSet<String>>,
    pub(crate) renamed: Vec<Renamed>,
}

/// What is decided so far.
#[derive(Default)]
pub(crate) struct Taken {
    owners: HashMap<String, Owner>,
    names: ItemNames,
}

impl Taken {
    /// Gives the first name that is free to an owner.
    fn take(&mut self, wanted: &[String], owner: Owner) -> String {
        let longest = wanted.last().map_or("", |name| name.trim_start_matches("r#")).to_owned();
        let numbered = (2_u32..).map(|n| format!("{longest}_{n}"));
        let plain = |name: &String| name.trim_start_matches("r#").to_owned();
        let is_free = |name: &String| self.owners.get(&plain(name)).is_none_or(|other| *other == owner);
        let name = wanted.iter().cloned().chain(numbered).find(is_free).unwrap_or_default();
        self.owners.insert(plain(&name), owner);
        name
    }

    /// A name for a declaration that the IDL calls `idl`: `rust`, if that is free.
    pub(crate) fn item(&mut self, decl: Decl, idl: &str, rust: String) {
        let rust = self.take(&[rust], (idl.to_owned(), None));
        if rust != idl {
            self.names.renamed.push(Renamed { idl: format!("`{idl}`"), rust: rust.clone() });
            self.names.items.insert(decl, rust);
        }
    }

    /// A name for what is made beside a declaration: the first of those wanted that is free.
    pub(crate) fn made(&mut self, decl: Decl, kind: Made, idl: &str, wanted: &[String]) {
        // Functions are items of the IDL under names of their own, and cannot be told apart by that of their module.
        let rust = self.take(wanted, (idl.to_owned(), Some(kind)));
        if rust != wanted[0] {
            let idl = format!("`{}`, made for `{idl}`,", wanted[0]);
            self.names.renamed.push(Renamed { idl, rust: rust.clone() });
            self.names.made.insert((decl, kind), rust);
        }
    }

    /// The names, once all are taken.
    pub(crate) fn all(self) -> ItemNames {
        ItemNames { all: Arc::new(self.owners.into_keys().collect()), ..self.names }
    }
}

impl ItemNames {
    /// The Rust name of a declaration that the IDL calls `idl`.
    pub(crate) fn item(&self, decl: Decl, idl: &str) -> String {
        self.items.get(&decl).cloned().unwrap_or_else(|| idl.to_owned())
    }

    /// The name of what is made beside a declaration; usually it is `usual`.
    pub(crate) fn made(&self, decl: Decl, kind: Made, usual: String) -> String {
        self.made.get(&(decl, kind)).cloned().unwrap_or(usual)
    }
}
