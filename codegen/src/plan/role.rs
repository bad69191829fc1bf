//! What a parameter can be to a safe signature.

use super::{Conv, Elem, Path, Ty};
use serde::Serialize;

/// What an ABI parameter is to a safe signature.
#[derive(Clone, Debug, Serialize)]
pub enum Role {
    /// A value that goes in; `set` is or-ed in by a caller.
    Value {
        /// How it becomes safe.
        conv: Conv,
        /// A flag that the caller method sets itself.
        set: Option<i128>,
    },
    /// Zero or null.
    Reserved,
    /// Counts the slice of another parameter.
    CountIn {
        /// That parameter.
        of: usize,
    },
    /// A slice that goes in.
    Slice {
        /// The elements.
        elem: Elem,
        /// The counting parameter, or a constant.
        count: CountBy,
        /// Whether it may be absent.
        optional: bool,
    },
    /// A record that is a counted list; it goes in as a slice.
    List {
        /// The record.
        record: Path,
        /// The elements.
        elem: Elem,
        /// Whether it may be absent.
        optional: bool,
        /// Whether the callee may put other blocks in the place of its blocks, so that it is passed as a copy.
        edited: bool,
    },
    /// A record with a view; it goes in.
    Record {
        /// The record.
        record: Path,
        /// Its view.
        view: Path,
        /// Whether the record ends in an array.
        tail: bool,
        /// Whether it may be absent.
        optional: bool,
    },
    /// A plain value behind a pointer; it goes in.
    Ref {
        /// The value's type.
        ty: Ty,
        /// Whether it may be absent.
        optional: bool,
    },
    /// A string, variant or array of automation that goes in; it stays the caller's.
    Lent {
        /// What it is.
        owned: Owned,
        /// Whether a pointer to it is passed.
        pointer: bool,
        /// Whether it may be absent.
        optional: bool,
    },
    /// The same, coming out as the caller's own.
    Given {
        /// What it is.
        owned: Owned,
        /// Whether the caller may refuse it.
        optional: bool,
    },
    /// The same, which the callee may replace.
    Swapped {
        /// What it is.
        owned: Owned,
        /// Whether it may be absent.
        optional: bool,
    },
    /// A string that goes in.
    Text {
        /// Its width.
        width: Width,
        /// Whether it may be absent.
        optional: bool,
    },
    /// An 8-bit string, or a number in place of its address, that goes in.
    Name {
        /// Whether it may be absent.
        optional: bool,
    },
    /// An interface that goes in.
    Interface {
        /// The interface.
        interface: Path,
        /// Whether it may be absent.
        optional: bool,
        /// Whether that is so because nothing is said about it: a caller then passes an interface or an option.
        open: bool,
    },
    /// The identifier of an interface that another parameter is.
    Iid {
        /// That parameter.
        of: usize,
        /// Whether it may be absent.
        optional: bool,
    },
    /// An interface whose identifier another parameter names; it goes in.
    DynIn {
        /// Whether it may be absent.
        optional: bool,
    },
    /// A value that goes in and out.
    InOut {
        /// How it becomes safe.
        conv: Conv,
        /// Whether it may be absent.
        optional: bool,
    },
    /// A list that may go in, and comes out where none went in. What goes in stays the caller's.
    ListOrOut {
        /// The record.
        record: Path,
        /// The elements.
        elem: Elem,
    },
    /// A record of the caller's MAPI heap that is changed in place: what it owns can be replaced.
    Change {
        /// The record.
        record: Path,
        /// Whether it is a list, of which the elements are changed.
        list: bool,
        /// Whether it may be absent.
        optional: bool,
    },
    /// A counted list of plain values that are changed in place; their number stays.
    ChangeList {
        /// The record.
        record: Path,
        /// The elements.
        elem: Elem,
        /// Whether it may be absent.
        optional: bool,
    },
    /// A MAPI record that the callee takes, and in whose place it leaves another one or none.
    Replace {
        /// The record.
        record: Path,
    },
    /// Memory of the caller's that the callee fills.
    Buffer {
        /// What it holds.
        elem: BufferElem,
        /// How much there is room for.
        count: CountBy,
        /// The parameter that says how much was filled; all of it where there is none.
        filled: Option<usize>,
        /// What comes in with it.
        holds: Holds,
        /// Whether it may be absent.
        optional: bool,
    },
    /// Says how much of a buffer was filled.
    Filled {
        /// That buffer.
        of: usize,
        /// Whether a caller may refuse it.
        optional: bool,
    },
    /// A value that comes out.
    OutValue {
        /// How it becomes safe.
        conv: Conv,
        /// Whether a caller may refuse it.
        optional: bool,
    },
    /// Counts the array that comes out of another parameter.
    CountOut {
        /// That parameter.
        of: usize,
    },
    /// An array that comes out.
    OutVec {
        /// The elements.
        elem: Elem,
        /// What counts them.
        count: OutCount,
        /// Whether a caller may refuse it.
        optional: bool,
        /// The flag that decides the width of strings.
        unicode: Option<UnicodeGate>,
        /// Who frees it with what.
        heap: Heap,
    },
    /// A MAPI record that comes out.
    OutBox {
        /// The record.
        record: Ty,
        /// Whether it can be missing although the call succeeds.
        nullable: bool,
        /// Whether a caller may refuse it.
        optional: bool,
        /// The flag that decides the width of its strings: without it the call is refused.
        unicode: Option<UnicodeGate>,
        /// Whether it is one block, also what elsewhere has blocks of its own.
        one_block: bool,
    },
    /// A string that comes out.
    OutText {
        /// Its width.
        width: Width,
        /// Who frees it with what.
        heap: Heap,
        /// Whether it can be missing although the call succeeds.
        nullable: bool,
        /// Whether a caller may refuse it.
        optional: bool,
    },
    /// An interface that comes out.
    OutInterface {
        /// The interface.
        interface: Path,
        /// Whether it can be missing although the call succeeds.
        nullable: bool,
        /// Whether a caller may refuse it.
        optional: bool,
        /// Whether it comes without a reference of its own.
        borrowed: bool,
    },
    /// An interface that comes out, whose identifier another parameter names.
    DynOut {
        /// That parameter.
        iid: usize,
        /// Whether the identifier may be absent.
        optional_iid: bool,
        /// Whether it can be missing although the call succeeds.
        nullable: bool,
    },
    /// Nothing is known: it stays a raw pointer.
    Raw(String),
}

/// What counts a slice.
#[derive(Clone, Debug, Serialize)]
pub enum CountBy {
    /// A parameter.
    Param(usize),
    /// A constant.
    Const(u64),
    /// A list that another parameter is: as many as that has.
    List(usize),
}

/// The allocator of what comes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Heap {
    /// MAPI's.
    Mapi,
    /// COM's own.
    Task,
}

/// What counts an array that comes out.
#[derive(Clone, Debug, Serialize)]
pub enum OutCount {
    /// A parameter that comes out too.
    Param(usize),
    /// The list that another parameter holds after the call.
    List(usize),
}

/// What a buffer of the caller's holds.
#[derive(Clone, Debug, Serialize)]
pub enum BufferElem {
    /// Plain values.
    Plain(Ty),
    /// Interfaces, each with a reference of its own, or null.
    Interface(Path),
}

/// What a buffer of the caller's holds before the call.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Holds {
    /// Nothing that anyone may read.
    Nothing,
    /// Values, all of them.
    Values,
    /// Characters that end with a zero, and nothing after that.
    Text,
}

/// The width of a string.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum Width {
    /// 16 bits.
    Wide,
    /// 8 bits.
    Narrow,
    /// As a flag in another parameter says.
    Flag(UnicodeGate),
}

/// The flag that says that strings are wide.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct UnicodeGate {
    /// The parameter that holds it.
    pub param: usize,
    /// Its bit, as a number of that parameter's type.
    pub flag: i128,
}

/// A type of automation that owns memory, and that the runtime crate has a type for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Owned {
    /// `BSTR`
    Bstr,
    /// `VARIANT`
    Variant,
    /// `SAFEARRAY *`, and `SAFEARRAY(type)`
    SafeArray,
}
