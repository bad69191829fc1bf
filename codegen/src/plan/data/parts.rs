//! What roles are made of: whose memory, how much of it, how wide.

use super::{Path, Ty};
use serde::Serialize;

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
    /// `SAFEARRAY(type)`; of `SAFEARRAY *` nobody says what is in it.
    SafeArray(Option<Item>),
}

/// What the elements of an array of automation are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Item {
    /// A number of this primitive type of Rust.
    Number(&'static str),
    /// `VARIANT_BOOL`
    Truth,
    /// `DATE`
    Date,
    /// `CY`
    Currency,
    /// `DECIMAL`
    Decimal,
    /// `SCODE`
    Code,
    /// `BSTR`
    Text,
    /// `VARIANT`
    Variant,
    /// `IUnknown *`
    Unknown,
    /// `IDispatch *`
    Dispatch,
}

/// What the memory behind a parameter's pointer is to a call.
pub(crate) struct Memory {
    /// It is the caller's, lent to be read.
    pub(crate) lent: bool,
    /// Something must be there after a success. Elsewhere zero may be taken for an answer where something comes out, and what
    /// was there before where it is changed.
    pub(crate) needed: bool,
    /// What is there where nothing else says it.
    pub(crate) behind: Behind,
}

/// What a pointer stands for one of, by MIDL's rule.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behind {
    /// One value or record.
    One,
    /// One string, variant or array of automation's.
    Automation,
    /// One interface.
    Interface,
    /// A string that goes in, which its end counts.
    Text,
    /// As much as something else says: a count, a type that counts itself, or whose memory it is.
    Said,
}
