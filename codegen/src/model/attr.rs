//! What attributes say, as facts.

use super::{CodeRef, Enum, Id};
use serde::Serialize;

/// An attribute as text: its name and its arguments as written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Attribute {
    /// The name.
    pub name: String,
    /// The arguments; empty where there are none.
    pub args: Vec<String>,
}

/// What a method's attributes say.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MethodFacts {
    /// `success(A | B)`: success codes beside S_OK. `None` when neither the method nor its interface says anything.
    pub success: Option<Vec<CodeRef>>,
    /// `errors(A | B)`: documented failures.
    pub errors: Vec<CodeRef>,
    /// `placeholder`: a reserved slot whose signature nobody documents.
    pub placeholder: bool,
    /// `local`
    pub local: bool,
    /// `call_as(Name)`
    pub call_as: Option<String>,
    /// `propget`, `propput` or `propputref`.
    pub property: Option<Property>,
    /// `id(n)`
    pub dispid: Option<i32>,
    /// `raw("why")`: meant to be unsafe to call.
    pub raw: Option<String>,
    /// `entry("Name")` of a module's function.
    pub entry: Option<String>,
}

impl MethodFacts {
    /// Whether they say the same about how the method is called.
    #[must_use]
    pub fn calls_like(&self, other: &Self) -> bool {
        (self.placeholder, self.local, self.property, &self.raw)
            == (other.placeholder, other.local, other.property, &other.raw)
    }
}

/// The kinds of property accessors.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub enum Property {
    /// `propget`
    Get,
    /// `propput`
    Put,
    /// `propputref`
    PutRef,
}

impl Property {
    /// What the binary name of such an accessor begins with.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Get => "get_",
            Self::Put => "put_",
            Self::PutRef => "putref_",
        }
    }
}

/// Whether a value goes in, out or both ways.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Direction {
    /// `in`
    In,
    /// `out`
    Out,
    /// `in, out`
    InOut,
    /// Nothing is written: a pointer stays raw, a value goes in.
    Unsaid,
}

impl Direction {
    /// Whether the callee receives a value.
    #[must_use]
    pub fn is_in(self) -> bool {
        matches!(self, Self::In | Self::InOut | Self::Unsaid)
    }

    /// Whether the caller receives a value.
    #[must_use]
    pub fn is_out(self) -> bool {
        matches!(self, Self::Out | Self::InOut)
    }
}

/// What counts the elements (or bytes) of an array.
///
/// For `size_is(a, b)` on `T **p`, the first count belongs to the outer pointer, the second to the inner one; an
/// argument left out gives `None` at its place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Count {
    /// The parameter or field whose value counts.
    pub by: CountTarget,
    /// Whether bytes are counted, not elements (`bytes_is`).
    pub bytes: bool,
    /// The expression as written, for messages and headers.
    pub text: String,
}

/// The values that can count.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum CountTarget {
    /// The parameter or field with this index.
    Index(u32),
    /// What the pointer parameter with this index points to (`*count`).
    Deref(u32),
    /// A field of the record that a pointer parameter points to: `p->n`, or `(*p)->n`.
    Member {
        /// The index of the parameter.
        of: u32,
        /// The index of the field.
        field: u32,
    },
    /// A constant.
    Const(u64),
    /// Any other expression: the pointer stays raw.
    Expr,
}

/// `unicode_flag(MAPI_UNICODE, ulFlags)`: an LPTSTR whose width a flag decides.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Unicode {
    /// The flag's name and value.
    pub flag: CodeRef,
    /// The index of the parameter that holds it.
    pub param: u32,
}

/// What the attributes of a parameter, field or typedef say.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ParamFacts {
    /// `in`, `out`.
    pub direction: Option<Direction>,
    /// `retval`
    pub retval: bool,
    /// `optional`: a caller may pass null.
    pub optional: bool,
    /// `unique`, `ptr`: a caller may pass null. `ref`: it may not.
    pub nullable: Option<bool>,
    /// Whether pointers that are its elements, or that it points to, may be null where their typedef does not say it: `ref`,
    /// `unique` or `ptr` on an array of them in a record, or the interface's `pointer_default`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elements_nullable: Option<bool>,
    /// `may_be_null`: an out pointer that can stay null although the call succeeds.
    pub may_be_null: bool,
    /// `string`
    pub string: bool,
    /// `size_is`, `max_is` (with `bytes` unset) or `bytes_is`, one per level of pointers.
    pub size_is: Vec<Option<Count>>,
    /// `length_is`: how much of the array is meaningful.
    pub length_is: Vec<Option<Count>>,
    /// `first_is` or `last_is`: only a part of the array is there. Holds the attribute's name.
    pub part: Option<String>,
    /// `ignore`: MIDL sends nothing of what the pointer leads to, so that nothing says what is there.
    pub ignore: bool,
    /// `partial_ignore`: the same of what goes in.
    pub partial_ignore: bool,
    /// `iid_is(p)`: the index of the parameter that names the interface.
    pub iid_is: Option<u32>,
    /// `switch_is(expr)`: the discriminant of a union.
    pub switch_is: Option<Switch>,
    /// `flags(SET)`: an integer that holds bits or values of this enum.
    pub flags: Option<Id<Enum>>,
    /// `plain_number`: an integer that is no address which anyone follows, and no size of memory.
    pub plain_number: bool,
    /// `at_most(n)` on a field: the index of the field that its number must not exceed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
    /// `reserved`: zero or null.
    pub reserved: bool,
    /// `unicode_flag(…)`
    pub unicode: Option<Unicode>,
    /// `mapi_alloc`: allocated with MAPIAllocateBuffer, freed with MAPIFreeBuffer.
    pub mapi_alloc: bool,
    /// `task_alloc`: allocated with CoTaskMemAlloc, freed with CoTaskMemFree.
    pub task_alloc: bool,
    /// `name_or_id`: a string, or a number below 0x10000 in place of its address.
    pub name_or_id: bool,
    /// `opaque` on a typedef of a pointer: a number that its maker checks before it follows it, so that anyone may make one.
    pub opaque: bool,
    /// `edited`: the callee may change what comes in, and put other blocks in the place of its blocks.
    pub edited: bool,
    /// `one_block`: whatever the record owns is chained to its block, also what elsewhere has blocks of its own.
    pub one_block: bool,
    /// `replaces`: the callee takes what comes in, frees it if it likes, and leaves another one in its place.
    pub replaces: bool,
    /// `raw("why")`: meant to stay a raw value.
    pub raw: Option<String>,
    /// `wide` on a field: an LPTSTR that is UTF-16, because every method that passes the record asks for that.
    pub wide: bool,
    /// `slot` on a field: a pointer to where the reader of the record stores a value.
    pub slot: bool,
    /// `no_addref`: the pointer comes without a reference of its own.
    pub no_addref: bool,
    /// `defaultvalue(v)` as written.
    pub default_value: Option<String>,
    /// `iid`: a GUID that names the interface of another parameter; set on the target of `iid_is`.
    pub names_iid_of: Option<u32>,
    /// An attribute that is not known, or that says something of memory which nothing makes use of: the pointer that it
    /// stands on stays raw. Holds its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<String>,
    /// `annotation("…")`: what is said in Microsoft's source annotation language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<Annotation>,
}

/// What an annotation in Microsoft's source annotation language says of a pointer.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Annotation {
    /// As written.
    pub text: String,
    /// The direction that it names.
    pub direction: Option<Direction>,
    /// How much memory there is: what stands in its parentheses first, which may be nothing.
    pub size: Option<String>,
    /// Whether that counts bytes.
    pub bytes: bool,
    /// Whether it says who keeps or frees the memory.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub owned: bool,
    /// Whether it is said of what a pointer behind the pointer points to.
    pub inner: bool,
    /// Whether there are characters that end with a zero.
    pub string: bool,
    /// Whether the pointer may be null.
    pub optional: bool,
}

/// `switch_is(expr)` with `expr` one of the forms that can be computed both ways.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Switch {
    /// The index of the field or parameter in the expression.
    pub by: u32,
    /// The mask of `field & MASK`, all ones for the bare field.
    pub mask: u64,
    /// The expression as written.
    pub text: String,
}
