//! Interfaces, functions of DLLs, and their methods as the ABI has them.

use super::role::Role;
use super::ty::{Conv, Path, Ty};
use serde::Serialize;

/// An interface.
#[derive(Debug, Serialize)]
pub struct Interface {
    /// Its name.
    pub name: String,
    /// Documentation lines, quick facts included.
    pub docs: Vec<String>,
    /// Its identifier; `None` when it has none.
    pub iid: Option<u128>,
    /// Another interface of the same identifier with another vtable, so that asking for this one is not safe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confusable: Option<String>,
    /// Why nobody knows its slots, so that it is not safe to implement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    /// Its ancestors, the base first, IUnknown last.
    pub ancestors: Vec<Path>,
    /// The slots of each of them, IUnknown's first.
    pub inherited: Vec<Inherited>,
    /// Whether only its name is known.
    pub opaque: bool,
    /// Its own methods in vtable order.
    pub methods: Vec<Method>,
    /// The slot of the first of them.
    pub first_slot: u32,
    /// The numbers that automation calls members by, as constants.
    pub dispids: Vec<(String, i32)>,
    /// What a method answers that an implementer leaves out.
    pub unimplemented: i32,
    /// Whether any thread may call any object that has it, so that values must allow for that.
    pub free_threaded: bool,
    /// The vtable struct.
    pub vtable: String,
    /// The trait that an implementer writes.
    pub provider: String,
    /// The mock.
    pub mock: String,
    /// The module of the types of the mock's expectations.
    pub mock_module: String,
    /// What belongs to the base.
    pub base: Base,
}

/// The slots of a vtable that an ancestor has brought.
#[derive(Debug, Serialize)]
pub struct Inherited {
    /// The ancestor.
    pub interface: Path,
    /// The first slot.
    pub first: u32,
    /// How many there are.
    pub count: u32,
}

/// What belongs to the base of an interface.
#[derive(Debug, Serialize)]
pub struct Base {
    /// Its vtable struct.
    pub vtable: Path,
    /// The trait that an implementer of it writes.
    pub provider: Path,
    /// Its mock.
    pub mock: Path,
}

/// A DLL with functions.
#[derive(Debug, Serialize)]
pub struct Dll {
    /// Its name, as the IDL spells it.
    pub com: String,
    /// The Rust module of its entry points.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// The files that may be it; the first that works is taken.
    pub files: Vec<String>,
    /// Whether its functions hand out memory of the MAPI heap that it exports.
    pub mapi_heap: bool,
    /// Its functions.
    pub functions: Vec<Function>,
}

/// A function of a DLL.
#[derive(Debug, Serialize)]
pub struct Function {
    /// The names under which it may be exported.
    pub symbols: Vec<String>,
    /// Its signature. The slot means nothing.
    pub method: Method,
}

/// A method.
#[derive(Debug, Serialize)]
pub struct Method {
    /// Its name, as the IDL spells it.
    pub com: String,
    /// The safe method.
    pub name: String,
    /// The caller's method that leaves out the identifier of the interface that comes out, where it may be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// What expects calls of it, of its interface's mock.
    #[serde(skip)]
    pub expect: Option<String>,
    /// Its field in the vtable, its stub, and the type of its mock's expectations.
    pub field: String,
    /// Documentation lines, without those of parameters and codes.
    pub docs: Vec<String>,
    /// Documentation lines that tell its codes.
    pub codes: Vec<String>,
    /// Its slot.
    pub slot: u32,
    /// The ABI parameters.
    pub params: Vec<Param>,
    /// What it returns.
    pub ret: Return,
    /// Why it is unsafe; empty when it is not.
    pub raw: Vec<String>,
    /// Whether it is meant to be: each reason is one that the definition gives.
    pub meant: bool,
    /// Whether it is called with the C convention rather than stdcall.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cdecl: bool,
    /// Whether callers get no method: a reserved slot, or one that only C can call.
    pub placeholder: bool,
    /// What a forbidden null is answered with.
    pub bad_pointer: i32,
    /// Whether an interface that it answers may be null although it succeeds, which is an error of its own kind. Nothing
    /// that must be there comes out beside it.
    pub nulls: bool,
}

impl Method {
    /// Whether it has pointers that nothing describes, so that it is `unsafe` to call and to implement. Reserved slots are
    /// not: they have no signature.
    #[must_use]
    pub fn is_raw(&self) -> bool {
        !self.raw.is_empty() && !self.placeholder
    }
}

/// What a method returns.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum Return {
    /// An HRESULT; `warns` when there are success codes to keep.
    Code {
        /// Whether the safe method returns `Success`.
        warns: bool,
    },
    /// A value.
    Value(Ty, Conv),
    /// A record that a method writes behind a hidden pointer, which follows `this` and is returned too: so the Microsoft
    /// compiler passes what member functions return by value, whatever its size.
    Record(Ty),
    /// Nothing.
    Nothing,
}

/// An ABI parameter.
#[derive(Debug, Serialize)]
pub struct Param {
    /// Its name, as the IDL spells it.
    pub com: String,
    /// Its name in safe signatures.
    pub name: String,
    /// The name of the raw value in generated bodies: the IDL's, unless something else there has that name.
    pub raw: String,
    /// The same with an underscore before it, for where nobody looks at the value; none where something else has that name.
    #[serde(skip)]
    pub unused: Option<String>,
    /// The type parameter of a caller's method that is its type, where its interface is the caller's choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generic: Option<String>,
    /// Its type.
    pub ty: Ty,
    /// What it is to a safe signature.
    pub role: Role,
    /// What is said of it, in one line; empty where nothing is.
    pub docs: String,
}
