//! The declarations of a run with their trees, in the order of their definition: what the later passes walk.

use super::scope::Place;
use crate::model::{Alias, Coclass, Const, Decl, Enum, Id, Interface, Library, Module, Record};
use crate::syntax::ast;

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
