//! What is known of one attribute.

use super::args::Args;
use super::places::Places;

/// All that is known of an attribute.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// Whose it is.
    pub whose: Whose,
    /// Where it may stand.
    pub places: Places,
    /// What it takes.
    pub args: Args,
    /// What comes of it.
    pub effect: Effect,
    /// Its documentation.
    pub meanings: &'static [Meaning],
}

/// Whose an attribute is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// MIDL's, or that of another compiler of IDL.
    Midl,
    /// mapidl's own: `prelude.h` defines it away for all others.
    Mapidl,
}

/// What comes of an attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// What is written, or what is reported, depends on it.
    Read,
    /// It is kept as text, for whoever asks about the declaration; nothing else depends on it.
    Kept,
    /// It says how much memory there is, who allocates it, or whose it is, and nothing makes use of that: a pointer on which
    /// it stands stays raw.
    Raw,
}

/// What an attribute means on one kind of declaration, for the reference.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Meaning {
    /// The kind of declaration.
    pub on: &'static str,
    /// How it is written there, in Markdown; empty where that is its bare name.
    pub written: &'static str,
    /// What follows.
    pub means: &'static str,
}

impl Row {
    /// Of what is written nothing depends on it.
    pub(super) const fn kept(self) -> Self {
        Self { effect: Effect::Kept, ..self }
    }

    /// A pointer on which it stands stays raw.
    pub(super) const fn raw(self) -> Self {
        Self { effect: Effect::Raw, ..self }
    }

    pub(super) const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }
}

/// An attribute of MIDL's that is read.
pub(super) const fn midl(places: Places, args: Args, meanings: &'static [Meaning]) -> Row {
    Row { name: "", whose: Whose::Midl, places, args, effect: Effect::Read, meanings }
}

/// An attribute of mapidl's own.
pub(super) const fn own(places: Places, args: Args, meanings: &'static [Meaning]) -> Row {
    Row { whose: Whose::Mapidl, ..midl(places, args, meanings) }
}

/// An attribute of MIDL's that says nothing about the binary interface or its contract.
pub(super) const fn silent(meanings: &'static [Meaning]) -> Row {
    midl(Places::ANY, Args::Any, meanings).kept()
}

/// What an attribute means where its bare name is written.
pub(super) const fn on(on: &'static str, means: &'static str) -> Meaning {
    Meaning { on, written: "", means }
}

/// What an attribute means where it is written like this.
pub(super) const fn with(on: &'static str, written: &'static str, means: &'static str) -> Meaning {
    Meaning { on, written, means }
}
