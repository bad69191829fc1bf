//! What the later passes walk: the declarations of a run with their trees, in the order of their definition, and what else
//! the first pass leaves to them.

use super::scope::Place;
use crate::model::{Alias, Coclass, Const, Decl, Enum, Head, Id, Interface, Library, Module, Record};
use crate::syntax::ast;
use std::collections::{HashMap, HashSet};

/// What the first pass leaves to the later ones.
#[derive(Debug, Default)]
pub(super) struct Declared<'a> {
    /// The declarations with their trees, in the order of their definition.
    pub(super) tasks: Vec<Task<'a>>,
    /// By file: the count of declarations at its end.
    pub(super) ends: Vec<u32>,
    /// The macros in quoted text that may be constants.
    pub(super) macros: Vec<Macro>,
    /// By place in the model's order: the count of declarations there, until `define` has added to it.
    pub(super) places: Vec<u32>,
    /// What the trees of types with a body became. A tree stays in place during a run, so its address names it.
    pub(super) records: HashMap<*const ast::Record, Id<Record>>,
    pub(super) enums: HashMap<*const ast::Enum, Id<Enum>>,
    pub(super) switched: HashMap<*const ast::SwitchUnion, Id<Record>>,
    /// The records and enums whose names are made up.
    pub(super) made_up: HashSet<Decl>,
    /// By record: the count of declarations at which it is complete.
    pub(super) complete: Vec<Option<u32>>,
}

/// `#define NAME body` in quoted text.
#[derive(Debug)]
pub(super) struct Macro {
    /// Name, file, documentation.
    pub(super) head: Head,
    /// What it stands for.
    pub(super) body: String,
    /// Its place among the declarations.
    pub(super) at: Place,
}

/// One declaration to work on.
#[derive(Clone, Debug)]
pub(super) struct Task<'a> {
    /// What it can see: all that is declared before this place.
    pub(super) at: Place,
    /// The attributes that say something of it.
    pub(super) attrs: Vec<&'a ast::Attr>,
    /// The declaration.
    pub(super) kind: Kind<'a>,
}

/// The kinds of declarations, with the trees that they are made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'a> {
    /// A typedef name.
    Alias(Id<Alias>, &'a ast::TypeSpec, &'a ast::Declarator),
    /// A record or enum that a typedef names by its tag.
    Reference(Decl),
    /// A struct or union with its members.
    Record(Id<Record>, &'a [ast::Field]),
    /// `union … switch`: a struct of a discriminant and the union, which has a task of its own.
    Switched(Id<Record>, Id<Record>, &'a ast::SwitchUnion),
    /// An enumeration.
    Enum(Id<Enum>, &'a [ast::Enumerator]),
    /// A constant.
    Const(Id<Const>, &'a ast::Const),
    /// An interface with a body.
    Interface(Id<Interface>, &'a ast::Interface),
    /// A dispinterface with a body.
    Dispinterface(Id<Interface>, &'a ast::DispBody),
    /// A property of a dispinterface: its type is looked at, and its number.
    Property(Id<Interface>, &'a ast::Field),
    /// A method or function.
    Method(Owner, &'a ast::Item, &'a ast::Function),
    /// A coclass with a body.
    Coclass(Id<Coclass>, &'a [ast::CoclassMember]),
    /// A library.
    Library(Id<Library>),
    /// A module.
    Module(Id<Module>),
}

/// What a function belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Owner {
    /// An interface.
    Interface(Id<Interface>),
    /// A module.
    Module(Id<Module>),
    /// A dispinterface, whose methods take no slots.
    Dispinterface(Id<Interface>),
    /// A file or library.
    Nothing,
}
