//! Duty: hold what is decided so far, so that nothing asks for what comes later.
//! Input: a model with its layouts. Output: [`Types`], which know what Rust calls things; [`Records`] on top of them, which
//! know what each record is to safe code.

mod face;
mod names;
mod reached;

pub(crate) use face::Face;
pub(crate) use names::{ItemNames, Taken};
pub(crate) use reached::Reached;

use crate::layout::Layouts;
use crate::model::Model;
use crate::plan::Options;
use std::ops::Deref;

/// The definitions, and what Rust calls them.
pub(crate) struct Types<'a> {
    pub(crate) model: &'a Model,
    pub(crate) layouts: &'a Layouts,
    pub(crate) options: &'a Options,
    /// The Rust names of items; until they are decided, the usual ones.
    pub(crate) names: ItemNames,
}

/// What is decided of records, each by its index.
pub(crate) struct Records<'a> {
    pub(crate) types: Types<'a>,
    pub(crate) faces: Vec<Face>,
    /// Why nobody knows its layout.
    pub(crate) unknown: Vec<Option<String>>,
    /// What it leads to.
    pub(crate) reached: Vec<Reached>,
    /// Whether numbers of it can be something else than what they count.
    pub(crate) miscounting: Vec<bool>,
    /// Whether it is compared and printed by derivation, if it is plain.
    pub(crate) derived: Vec<bool>,
}

impl<'a> Records<'a> {
    /// Nothing is decided yet.
    pub(crate) fn new(types: Types<'a>) -> Self {
        Self {
            types,
            faces: Vec::new(),
            unknown: Vec::new(),
            reached: Vec::new(),
            miscounting: Vec::new(),
            derived: Vec::new(),
        }
    }
}

impl<'a> Deref for Records<'a> {
    type Target = Types<'a>;

    fn deref(&self) -> &Types<'a> {
        &self.types
    }
}
