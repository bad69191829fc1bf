//! The data of the round trips in Rust's own types: what memory is made of, and what it must show again.
//!
//! Floating-point numbers are their bits, so that every one of them equals itself.

use mapidl::U16CString;
use mapidl::record::Pointee;
use std::ffi::CString;
use std::fmt::Debug;

use super::arena::Arena;
use super::wire::Wire;

/// A value that can be shown to mapidl, and be told again from memory in two ways.
pub(crate) trait Model: Clone + Debug + PartialEq {
    /// The ABI's record.
    type Record: Pointee;

    /// The safe face of it, made with the public builders; arrays that it needs are kept by `arena`.
    fn view<'a>(&'a self, arena: &'a Arena) -> <Self::Record as Pointee>::View<'a>;

    /// What the accessors of a view tell.
    fn of_view(view: <Self::Record as Pointee>::View<'_>) -> Self;

    /// What the fields of the record tell, without the code under test.
    ///
    /// # Safety
    /// The record and all that it points to are valid.
    unsafe fn of_raw(record: *const Self::Record) -> Self;

    /// Writes it down as C++ does.
    fn write(&self, to: &mut Wire);
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Prop {
    pub(crate) id: u16,
    pub(crate) value: Val,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Val {
    I2(i16),
    Long(i32),
    R4(u32),
    Double(u64),
    Boolean(u16),
    Currency(i64),
    Apptime(u64),
    Systime(u64),
    String8(CString),
    Binary(Vec<u8>),
    Unicode(U16CString),
    Clsid(u128),
    I8(i64),
    MvI2(Vec<i16>),
    MvLong(Vec<i32>),
    MvR4(Vec<u32>),
    MvDouble(Vec<u64>),
    MvCurrency(Vec<i64>),
    MvApptime(Vec<u64>),
    MvSystime(Vec<u64>),
    MvBinary(Vec<Vec<u8>>),
    MvString8(Vec<CString>),
    MvUnicode(Vec<U16CString>),
    MvClsid(Vec<u128>),
    MvI8(Vec<i64>),
    Error(i32),
    Null(i32),
    Object(i32),
    /// A type that MAPI does not have.
    Unknown(u16),
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Row(pub(crate) Vec<Prop>);

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Rows(pub(crate) Vec<Row>);

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Recipient(pub(crate) Vec<Prop>);

#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Recipients(pub(crate) Vec<Recipient>);

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Res {
    And(Vec<Res>),
    Or(Vec<Res>),
    Not(Option<Box<Res>>),
    Content {
        fuzzy: u32,
        tag: u32,
        prop: Option<Prop>,
    },
    Property {
        relop: u32,
        tag: u32,
        prop: Option<Prop>,
    },
    Compare([u32; 3]),
    Bits([u32; 3]),
    Size([u32; 3]),
    Exist(u32),
    Sub {
        object: u32,
        res: Option<Box<Res>>,
    },
    Comment {
        res: Option<Box<Res>>,
        props: Vec<Prop>,
    },
    Count {
        count: u32,
        res: Option<Box<Res>>,
    },
    Annotation {
        res: Option<Box<Res>>,
        props: Vec<Prop>,
    },
    /// A kind that MAPI does not have.
    Unknown(u32),
}

/// `MAPIERROR`
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Words {
    pub(crate) version: u32,
    pub(crate) error: Option<U16CString>,
    pub(crate) component: Option<U16CString>,
    pub(crate) low_level: u32,
    pub(crate) context: u32,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Event {
    Error {
        entry: Vec<u8>,
        code: i32,
        flags: u32,
        words: Option<Words>,
    },
    Mail {
        entry: Vec<u8>,
        parent: Vec<u8>,
        flags: u32,
        class: Option<U16CString>,
        state: u32,
    },
    Object {
        event: u32,
        kind: u32,
        ids: [Vec<u8>; 4],
        tags: Option<Tags>,
    },
    Table {
        event: u32,
        code: i32,
        index: Prop,
        prior: Prop,
        row: Row,
    },
    Extended {
        event: u32,
        parameters: Vec<u8>,
    },
    Status {
        entry: Vec<u8>,
        props: Vec<Prop>,
    },
    /// An event that MAPI does not have.
    Unknown(u32),
}

/// `SBinaryArray`, which is an `ENTRYLIST` too.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Entries(pub(crate) Vec<Vec<u8>>);

/// `SPropTagArray`
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Tags(pub(crate) Vec<u32>);

/// `SPropProblemArray`
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Problems(pub(crate) Vec<(u32, u32, i32)>);

/// `SSortOrderSet`
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Sorts {
    pub(crate) categories: u32,
    pub(crate) expanded: u32,
    pub(crate) orders: Vec<(u32, u32)>,
}

/// `MAPINAMEID`
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Name {
    pub(crate) set: Option<u128>,
    pub(crate) name: NameKind,
}

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum NameKind {
    Id(i32),
    String(U16CString),
    /// A kind that MAPI does not have.
    Unknown(u32),
}

/// `DTCTL`
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Control {
    pub(crate) flags: u32,
    pub(crate) notif: Vec<u8>,
    pub(crate) filter: Option<U16CString>,
    pub(crate) item: u32,
    pub(crate) kind: u32,
    /// The numbers that its structure consists of.
    pub(crate) structure: Vec<u32>,
}
