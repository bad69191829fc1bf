//! What a parameter can be to a safe signature.

use super::attribute::Attribute as A;
use super::parts::{Behind, BufferElem, CountBy, Heap, Holds, Memory, OutCount, Owned, UnicodeGate, Width};
use super::{Conv, Elem, Path, Ty};
use serde::Serialize;

/// What an ABI parameter is to a safe signature.
#[derive(Clone, Debug, Serialize)]
pub enum Role {
    /// A value that goes in; `set` is or-ed in by a caller.
    Value(Value),
    /// Zero or null.
    Reserved,
    /// The object that a new one would become part of: null, and refused where it is not.
    Outer,
    /// Counts the slice of another parameter.
    CountIn(CountIn),
    /// A slice that goes in.
    Slice(Slice),
    /// A record that is a counted list; it goes in as a slice.
    List(List),
    /// A record with a view; it goes in.
    Record(Record),
    /// A plain value behind a pointer; it goes in.
    Ref(Ref),
    /// A string, variant or array of automation that goes in; it stays the caller's.
    Lent(Lent),
    /// The same, coming out as the caller's own.
    Given(Given),
    /// The same, which the callee may replace.
    Swapped(Swapped),
    /// A string that goes in.
    Text(Text),
    /// An 8-bit string, or a number in place of its address, that goes in.
    Name(Name),
    /// An interface that goes in.
    Interface(Interface),
    /// The identifier of an interface that another parameter is.
    Iid(Iid),
    /// An interface whose identifier another parameter names; it goes in.
    DynIn(DynIn),
    /// A value that goes in and out.
    InOut(InOut),
    /// A list that may go in, and comes out where none went in. What goes in stays the caller's.
    ListOrOut(ListOrOut),
    /// A record of the caller's MAPI heap that is changed in place: what it owns can be replaced.
    Change(Change),
    /// A counted list of plain values that are changed in place; their number stays.
    ChangeList(ChangeList),
    /// A MAPI record that the callee takes, and in whose place it leaves another one or none.
    Replace(Replace),
    /// Memory of the caller's that the callee fills.
    Buffer(Buffer),
    /// Says how much of a buffer was filled.
    Filled(Filled),
    /// A value that comes out.
    OutValue(OutValue),
    /// Counts the array that comes out of another parameter.
    CountOut(CountOut),
    /// An array that comes out.
    OutVec(OutVec),
    /// A MAPI record that comes out.
    OutBox(OutBox),
    /// A string that comes out.
    OutText(OutText),
    /// An interface that comes out.
    OutInterface(OutInterface),
    /// An interface that comes out, whose identifier another parameter names.
    DynOut(DynOut),
    /// Nothing is known: it stays a raw pointer.
    Raw(String),
}

impl Role {
    /// What the memory behind its pointer is to a call; `goes_in` says of what is raw whether it only goes in.
    pub(crate) fn memory(&self, goes_in: bool) -> Memory {
        let lent = |behind| Memory { lent: true, needed: false, behind };
        let left = |behind| Memory { lent: false, needed: false, behind };
        let needed = |needed| Memory { lent: false, needed, behind: Behind::Said };
        match self {
            Self::Ref(_) | Self::Record(Record { tail: false, .. }) => lent(Behind::One),
            Self::Lent(Lent { pointer: true, .. }) => lent(Behind::Automation),
            Self::Text(_) => lent(Behind::Text),
            Self::Slice(_) | Self::List(_) | Self::Record(_) | Self::Lent(_) | Self::Name(_) => lent(Behind::Said),
            Self::OutValue(_) | Self::InOut(_) | Self::Change(Change { list: false, .. }) => left(Behind::One),
            Self::Given(_) | Self::Swapped(_) => left(Behind::Automation),
            Self::OutInterface(_) | Self::DynOut(_) => left(Behind::Interface),
            Self::OutBox(OutBox { nullable, .. }) | Self::OutText(OutText { nullable, .. }) => needed(!nullable),
            // The count that comes out with it is zero too, but a list may have elements.
            Self::OutVec(OutVec { count, .. }) => needed(matches!(count, OutCount::List(_))),
            // Whatever becomes of the call a string has an end, but after a failure it may be any.
            Self::Buffer(Buffer { text, .. }) => needed(*text),
            Self::Raw(_) => needed(!goes_in),
            Self::Value(_)
            | Self::Reserved
            | Self::Outer
            | Self::CountIn(_)
            | Self::Interface(_)
            | Self::Iid(_)
            | Self::DynIn(_)
            | Self::ListOrOut(_)
            | Self::Change(_)
            | Self::ChangeList(_)
            | Self::Replace(_)
            | Self::Filled(_)
            | Self::CountOut(_) => left(Behind::Said),
        }
    }

    /// The attributes that it was made of, before parameters are tied.
    pub(crate) fn attributes(&self) -> Vec<A> {
        let some = |attribute, is_used: bool| is_used.then_some(attribute);
        match self {
            Self::Slice(role) => {
                let used = [A::Size, A::LengthIs, A::BytesIs].into_iter().chain(some(A::String, role.text));
                used.chain(role.elem.attribute()).collect()
            }
            Self::Buffer(_) => vec![A::Size, A::LengthIs, A::BytesIs, A::String],
            Self::List(role) => some(A::Edited, role.edited).into_iter().collect(),
            Self::Text(role) => role.width.attributes(),
            Self::Name(_) => vec![A::NameOrId],
            Self::DynIn(_) | Self::DynOut(_) => vec![A::IidIs],
            Self::ListOrOut(_) => vec![A::MapiAlloc],
            Self::Replace(_) => vec![A::MapiAlloc, A::Replaces],
            Self::OutVec(OutVec { elem, unicode, heap, .. }) => {
                let used = [A::InnerSize, A::LengthIs, A::BytesIs, heap.attribute()];
                used.into_iter().chain(elem.attribute()).chain(some(A::UnicodeFlag, unicode.is_some())).collect()
            }
            Self::OutBox(OutBox { unicode, one_block, .. }) => {
                let used = [some(A::UnicodeFlag, unicode.is_some()), some(A::OneBlock, *one_block)];
                used.into_iter().flatten().chain([A::MapiAlloc]).collect()
            }
            Self::OutText(role) => role.width.attributes().into_iter().chain([role.heap.attribute()]).collect(),
            Self::Value(_)
            | Self::Reserved
            | Self::Outer
            | Self::CountIn(_)
            | Self::Record(_)
            | Self::Ref(_)
            | Self::Lent(_)
            | Self::Given(_)
            | Self::Swapped(_)
            | Self::Interface(_)
            | Self::Iid(_)
            | Self::InOut(_)
            | Self::Change(_)
            | Self::ChangeList(_)
            | Self::Filled(_)
            | Self::OutValue(_)
            | Self::OutInterface(_)
            | Self::CountOut(_)
            | Self::Raw(_) => Vec::new(),
        }
    }
}

/// A value that goes in; `set` is or-ed in by a caller.
#[derive(Clone, Debug, Serialize)]
pub struct Value {
    /// How it becomes safe.
    pub conv: Conv,
    /// A flag that the caller method sets itself.
    pub set: Option<i128>,
}

/// Counts the slice of another parameter.
#[derive(Clone, Debug, Serialize)]
pub struct CountIn {
    /// That parameter.
    pub of: usize,
}

/// A slice that goes in.
#[derive(Clone, Debug, Serialize)]
pub struct Slice {
    /// The elements.
    pub elem: Elem,
    /// The counting parameter, or a constant.
    pub count: CountBy,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether it is a string, which ends somewhere in it; nothing after that need be initialized.
    pub text: bool,
}

/// A record that is a counted list; it goes in as a slice.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    /// The record.
    pub record: Path,
    /// The elements.
    pub elem: Elem,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether the callee may put other blocks in the place of its blocks, so that it is passed as a copy.
    pub edited: bool,
}

/// A record with a view; it goes in.
#[derive(Clone, Debug, Serialize)]
pub struct Record {
    /// The record.
    pub record: Path,
    /// Its view.
    pub view: Path,
    /// Whether the record ends in an array.
    pub tail: bool,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether numbers in it can be something else than what they count: a view of a peer's shows it as it is, so that it
    /// has to be looked at before it is passed on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub can_miscount: bool,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refs: bool,
}

/// A plain value behind a pointer; it goes in.
#[derive(Clone, Debug, Serialize)]
pub struct Ref {
    /// The value's type.
    pub ty: Ty,
    /// Whether it may be absent.
    pub optional: bool,
}

/// A string, variant or array of automation that goes in; it stays the caller's.
#[derive(Clone, Debug, Serialize)]
pub struct Lent {
    /// What it is.
    pub owned: Owned,
    /// Whether a pointer to it is passed.
    pub pointer: bool,
    /// Whether it may be absent.
    pub optional: bool,
}

/// The same, coming out as the caller's own.
#[derive(Clone, Debug, Serialize)]
pub struct Given {
    /// What it is.
    pub owned: Owned,
    /// Whether the caller may refuse it.
    pub optional: bool,
}

/// The same, which the callee may replace.
#[derive(Clone, Debug, Serialize)]
pub struct Swapped {
    /// What it is.
    pub owned: Owned,
    /// Whether it may be absent.
    pub optional: bool,
}

/// A string that goes in.
#[derive(Clone, Debug, Serialize)]
pub struct Text {
    /// Its width.
    pub width: Width,
    /// Whether it may be absent.
    pub optional: bool,
}

/// An 8-bit string, or a number in place of its address, that goes in.
#[derive(Clone, Debug, Serialize)]
pub struct Name {
    /// Whether it may be absent.
    pub optional: bool,
}

/// An interface that goes in.
#[derive(Clone, Debug, Serialize)]
pub struct Interface {
    /// The interface.
    pub interface: Path,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether that is so because nothing is said about it: a caller then passes an interface or an option.
    pub open: bool,
}

/// The identifier of an interface that another parameter is.
#[derive(Clone, Debug, Serialize)]
pub struct Iid {
    /// That parameter.
    pub of: usize,
    /// Whether it may be absent.
    pub optional: bool,
}

/// An interface whose identifier another parameter names; it goes in.
#[derive(Clone, Debug, Serialize)]
pub struct DynIn {
    /// Whether it may be absent.
    pub optional: bool,
}

/// A value that goes in and out.
#[derive(Clone, Debug, Serialize)]
pub struct InOut {
    /// How it becomes safe.
    pub conv: Conv,
    /// Whether it may be absent.
    pub optional: bool,
}

/// A list that may go in, and comes out where none went in. What goes in stays the caller's.
#[derive(Clone, Debug, Serialize)]
pub struct ListOrOut {
    /// The record.
    pub record: Path,
    /// The elements.
    pub elem: Elem,
}

/// A record of the caller's MAPI heap that is changed in place: what it owns can be replaced.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The record.
    pub record: Path,
    /// Whether it is a list, of which the elements are changed.
    pub list: bool,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refs: bool,
}

/// A counted list of plain values that are changed in place; their number stays.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeList {
    /// The record.
    pub record: Path,
    /// The elements.
    pub elem: Elem,
    /// Whether it may be absent.
    pub optional: bool,
}

/// A MAPI record that the callee takes, and in whose place it leaves another one or none.
#[derive(Clone, Debug, Serialize)]
pub struct Replace {
    /// The record.
    pub record: Path,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refs: bool,
}

/// Memory of the caller's that the callee fills.
#[derive(Clone, Debug, Serialize)]
pub struct Buffer {
    /// What it holds.
    pub elem: BufferElem,
    /// How much there is room for.
    pub count: CountBy,
    /// The parameter that says how much was filled; all of it where there is none.
    pub filled: Option<usize>,
    /// What comes in with it.
    pub holds: Holds,
    /// Whether it is left with a string, which has an end.
    pub text: bool,
    /// Whether it may be absent.
    pub optional: bool,
}

/// Says how much of a buffer was filled.
#[derive(Clone, Debug, Serialize)]
pub struct Filled {
    /// That buffer.
    pub of: usize,
    /// Whether a caller may refuse it.
    pub optional: bool,
}

/// A value that comes out.
#[derive(Clone, Debug, Serialize)]
pub struct OutValue {
    /// How it becomes safe.
    pub conv: Conv,
    /// Whether a caller may refuse it.
    pub optional: bool,
}

/// Counts the array that comes out of another parameter.
#[derive(Clone, Debug, Serialize)]
pub struct CountOut {
    /// That parameter.
    pub of: usize,
}

/// An array that comes out.
#[derive(Clone, Debug, Serialize)]
pub struct OutVec {
    /// The elements.
    pub elem: Elem,
    /// What counts them.
    pub count: OutCount,
    /// Whether a caller may refuse it.
    pub optional: bool,
    /// The flag that decides the width of strings.
    pub unicode: Option<UnicodeGate>,
    /// Who frees it with what.
    pub heap: Heap,
}

/// A MAPI record that comes out.
#[derive(Clone, Debug, Serialize)]
pub struct OutBox {
    /// The record.
    pub record: Ty,
    /// Whether it can be missing although the call succeeds.
    pub nullable: bool,
    /// Whether a caller may refuse it.
    pub optional: bool,
    /// The flag that decides the width of its strings: without it the call is refused.
    pub unicode: Option<UnicodeGate>,
    /// Whether it is one block, also what elsewhere has blocks of its own.
    pub one_block: bool,
    /// Whether numbers in it can be something else than what they count, so that it has to be looked at.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub can_miscount: bool,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refs: bool,
}

/// A string that comes out.
#[derive(Clone, Debug, Serialize)]
pub struct OutText {
    /// Its width.
    pub width: Width,
    /// Who frees it with what.
    pub heap: Heap,
    /// Whether it can be missing although the call succeeds.
    pub nullable: bool,
    /// Whether a caller may refuse it.
    pub optional: bool,
}

/// An interface that comes out.
#[derive(Clone, Debug, Serialize)]
pub struct OutInterface {
    /// The interface.
    pub interface: Path,
    /// Whether it can be missing although the call succeeds.
    pub nullable: bool,
    /// Whether a caller may refuse it.
    pub optional: bool,
}

/// An interface that comes out, whose identifier another parameter names.
#[derive(Clone, Debug, Serialize)]
pub struct DynOut {
    /// That parameter.
    pub iid: usize,
    /// Whether the identifier may be absent.
    pub optional_iid: bool,
    /// Whether it can be missing although the call succeeds.
    pub nullable: bool,
}
