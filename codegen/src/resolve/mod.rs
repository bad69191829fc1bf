//! Duty: make one [`Model`] of the parsed files: look up every name, evaluate every expression, read every attribute.
//! Input: [`Parsed`] files, imported ones before those that import them. Output: a `Model`; mistakes go to the `Sink`.
//!
//! The passes, each of which ends with a note on what no longer exists after it:
//!
//! 1. `declare`: every declaration gets an id, every name an entry.
//! 2. `define`: types are resolved and constants evaluated, in source order; then the macros in quoted text.
//! 3. `attributes`: attributes become facts.
//! 4. `interfaces`: bases are found and slots given.
//! 5. `unify`: declarations of one name and one meaning become one.
//! 6. `stand_ins`: of declarations that are hidden from C those that are what C has are no longer hidden.
//! 7. `identifiers`: interfaces that share one are told apart, or not asked for.
//!
//! A mistake is reported once: what cannot be resolved becomes `Type::Poison` or is left out, and nothing more is said
//! of it. Syntax trees are at most 128 levels deep, so walking one recursively is safe; nothing here recurses over
//! what several declarations build together (chains of typedefs, of bases, of records in records).

pub mod attributes;
mod bundled;
mod codes;
mod conditions;
mod declare;
mod define;
mod eval;
mod fields;
mod identifiers;
mod integer;
mod interfaces;
mod lookup;
mod packing;
mod scope;
mod stand_ins;
mod text;
mod types;
mod unify;
mod worklist;

use crate::diag::Sink;
use crate::layout::Layouts;
use crate::model::{Arena, File, Id, Model, Record};
use crate::syntax::{Unlike, ast};
use scope::Scope;
use std::collections::HashSet;
use worklist::Declared;

/// A parsed file and its place in the graph of imports.
#[derive(Debug)]
pub struct Parsed {
    /// The path it was found by: relative to the include folder or the importing file, with `/`.
    pub name: String,
    /// Whether it was named by the user, rather than imported.
    pub root: bool,
    /// Whether it is one of the bundled base files.
    pub bundled: bool,
    /// Whether it is one of them, has the name of one, or is imported by such files alone.
    pub base: bool,
    /// Its tree.
    pub ast: ast::File,
    /// What C has otherwise of the C headers that it imports.
    pub unlike: Vec<Unlike>,
    /// The files that it imports, by their index in the list of files. In a circle of imports the file that is read
    /// first does without those that import it.
    pub imports: Vec<usize>,
}

/// Resolves the files of a run. Where the sink has errors afterwards, the model is whole but not to be relied on.
#[must_use]
pub fn resolve(files: &[Parsed], sink: &mut Sink) -> Model {
    let mut resolver = Resolver::new(files, sink);
    resolver.declare(files);
    resolver.define();
    resolver.attributes();
    resolver.interfaces();
    resolver.unify();
    resolver.stand_ins();
    resolver.identifiers();
    resolver.model
}

/// What the passes share.
struct Resolver<'a> {
    /// What is built.
    model: Model,
    /// Who sees which name.
    scope: Scope,
    /// What the first pass leaves to the later ones.
    declared: Declared<'a>,
    /// The files that use names of others without importing them.
    chances: HashSet<(Id<File>, Id<File>)>,
    /// The records that are too large or too deep to be held by others.
    rejected: HashSet<Id<Record>>,
    /// The layouts of the records that are complete, for `sizeof`.
    layouts: Layouts,
    sink: &'a mut Sink,
}

impl<'a> Resolver<'a> {
    fn new(files: &[Parsed], sink: &'a mut Sink) -> Self {
        let model = Model { files: file_list(files), ..Model::default() };
        let scope = Scope::new(&model.files);
        Self {
            model,
            scope,
            declared: Declared::default(),
            chances: HashSet::new(),
            rejected: HashSet::new(),
            layouts: Layouts::default(),
            sink,
        }
    }
}

/// The files as the model lists them.
fn file_list(files: &[Parsed]) -> Arena<File> {
    let mut list = Arena::default();
    for file in files {
        let docs = file.ast.docs.0.clone();
        let Parsed { name, root, bundled, base, .. } = file;
        list.push(File {
            name: name.clone(),
            root: *root,
            bundled: *bundled,
            base: *base,
            interfaces_not_null: false,
            docs,
            imports: Vec::new(),
        });
    }
    let ids: Vec<_> = list.ids().collect();
    for (id, file) in list.ids().zip(files) {
        list[id].imports = file.imports.iter().filter_map(|import| ids.get(*import).copied()).collect();
    }
    list
}
