//! Duty: the resolved declarations of a run, as plain data, and questions about them.
//! Input: `resolve` builds it. Output: every later stage reads it. There is no name to look up here: every reference is
//! a typed id, attributes are facts, expressions are values.

mod arena;
mod attr;
mod lookup;
mod reach;
mod spell;
mod ty;

pub use arena::{Arena, Id};
pub use attr::{
    Annotation, Attribute, Count, CountTarget, Direction, MethodFacts, ParamFacts, Property, Switch, Unicode,
};
pub use spell::Dialect;
pub use ty::{FnType, Type};

use crate::source::Span;
use indexmap::IndexMap;
use serde::Serialize;

/// All declarations of a run, those of imported files included, in the order of their definition.
#[derive(Debug, Default, Serialize)]
pub struct Model {
    /// The files read, imported ones before those that import them.
    pub files: Arena<File>,
    /// The interfaces.
    pub interfaces: Arena<Interface>,
    /// Structs and unions.
    pub records: Arena<Record>,
    /// Enumerations.
    pub enums: Arena<Enum>,
    /// Typedefs other than those that merely name a record's or enum's own tag.
    pub aliases: Arena<Alias>,
    /// Constants.
    pub consts: Arena<Const>,
    /// Coclasses.
    pub coclasses: Arena<Coclass>,
    /// Libraries.
    pub libraries: Arena<Library>,
    /// Modules: functions of DLLs.
    pub modules: Arena<Module>,
    /// The one name space of interfaces, types, constants, enumerators and coclasses.
    #[serde(skip)]
    pub names: IndexMap<String, Decl>,
    /// Every declaration in the order it was defined, so that output follows the text.
    pub order: Vec<Decl>,
}

/// Any named declaration.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[expect(missing_docs, reason = "each holds the id of what its name says")]
pub enum Decl {
    Interface(Id<Interface>),
    Record(Id<Record>),
    Enum(Id<Enum>),
    Alias(Id<Alias>),
    Const(Id<Const>),
    /// One value of an enumeration, by index.
    Enumerator(Id<Enum>, u32),
    Coclass(Id<Coclass>),
    Library(Id<Library>),
    Module(Id<Module>),
}

/// A file that was read.
#[derive(Debug, Serialize)]
pub struct File {
    /// The path it was found by: relative to the include folder or the importing file, with `/`.
    pub name: String,
    /// Whether it was named by the user, rather than imported.
    pub root: bool,
    /// Whether it is one of the bundled base files.
    pub bundled: bool,
    /// Whether it is one of them, has the name of one, or is imported by such files alone: what nobody names of it is
    /// not written.
    pub base: bool,
    /// `#pragma mapidl interfaces_not_null`: no method in it takes or gives a null in the place of an interface, unless
    /// its attributes say so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub interfaces_not_null: bool,
    /// Its inner documentation.
    pub docs: Vec<String>,
    /// The files it imports.
    pub imports: Vec<Id<File>>,
}

impl File {
    /// Whether its Rust is part of the runtime crate: that of the bundled files `…core.idl` is.
    #[must_use]
    pub fn in_runtime(&self) -> bool {
        self.bundled && self.name.ends_with("core.idl")
    }
}

/// What every declaration has.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// The name as the IDL spells it.
    pub name: String,
    /// The file it stands in.
    pub file: Id<File>,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// `origin("…")`: where the definition comes from.
    pub origin: Vec<String>,
    /// `unverified("…")`: what the sources leave open.
    pub unverified: Vec<String>,
    /// Every attribute as text, for those that no stage gives a meaning of their own.
    pub attributes: Vec<Attribute>,
    /// Of a type: what hides it from C, and in which file. It only stands in for one of another header, and nobody knows
    /// what that one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<String>,
    /// Where the name stands.
    #[serde(skip)]
    pub span: Span,
}

/// An interface.
#[derive(Debug, Serialize)]
pub struct Interface {
    /// Name, file, documentation.
    pub head: Head,
    /// How it came to be.
    pub kind: InterfaceKind,
    /// Its identifier; `None` with `[no_iid]`, without `[object]`, or when it is only declared.
    pub iid: Option<Guid>,
    /// Another interface of the same identifier, if its vtable is not this one: an object that is asked for this one may
    /// answer with that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confusable: Option<Id<Interface>>,
    /// Its base; `None` for IUnknown, for interfaces without `[object]`, and when it is only declared.
    pub base: Option<Id<Interface>>,
    /// Whether only a forward declaration was seen: usable behind a pointer, nothing more.
    pub declared_only: bool,
    /// The methods that take new slots, in order. A method that a base has already, with the same
    /// parameters, is not among them.
    pub methods: Vec<Method>,
    /// The slot of the first method here: the number of methods of all bases.
    pub first_slot: u32,
    /// The members of a dispinterface, which take no slots.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// `local`: not remotable, so pointers may be undescribed.
    pub local: bool,
    /// `pointer_default(ref)`: pointers behind its parameters, and in records that stand in it, are `ref` unless they say
    /// otherwise. Elsewhere they are `unique`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ref_by_default: bool,
    /// `free_threaded`: any thread may call any object that has it, whether the object says so or not.
    pub free_threaded: bool,
    /// The quick facts that a reference page tables.
    pub facts: QuickFacts,
    /// `success(…)` on the interface: the success codes of methods that do not name their own. `None` when it says
    /// nothing.
    pub success: Option<Vec<CodeRef>>,
    /// `unimplemented(CODE)`: what a method answers that an implementer leaves out, and a mock that expects no call;
    /// `None` means E_NOTIMPL.
    pub unimplemented: Option<CodeRef>,
    /// `bad_pointer(CODE)`: what a method answers to a null that the contract forbids; `None` means E_POINTER.
    pub bad_pointer: Option<CodeRef>,
}

/// A property or method of a dispinterface.
#[derive(Debug, Serialize)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// `id(n)`
    pub dispid: i32,
}

/// The kinds of interfaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum InterfaceKind {
    /// `[object]`: a COM interface with a vtable.
    Object,
    /// A dispinterface: its vtable is IDispatch's.
    Dispatch,
    /// An RPC interface without `[object]`: it only holds types and constants here.
    Rpc,
}

/// What a reference page says of an interface in its table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct QuickFacts {
    /// `header("…")`: the C header that declares it.
    pub header: Option<String>,
    /// `exposed_by("…")`: the objects that have it.
    pub exposed_by: Option<String>,
    /// `implemented_by("…")`: who writes such objects.
    pub implemented_by: Option<String>,
    /// `called_by("…")`: who calls them.
    pub called_by: Option<String>,
    /// `transaction("…")`: whether changes need SaveChanges.
    pub transaction: Option<String>,
}

/// A named result code and its value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CodeRef {
    /// The name as written.
    pub name: String,
    /// The value.
    pub value: i32,
}

/// A 128-bit identifier in its canonical order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Guid(pub u128);

impl std::fmt::Display for Guid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let v = self.0;
        let part = |shift: u32, mask: u128| (v >> shift) & mask;
        write!(
            f,
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            part(96, 0xffff_ffff),
            part(80, 0xffff),
            part(64, 0xffff),
            part(48, 0xffff),
            part(0, 0xffff_ffff_ffff)
        )
    }
}

impl Serialize for Guid {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A method of an interface, or a function of a module.
#[derive(Debug, Serialize)]
pub struct Method {
    /// Name, file, documentation.
    pub head: Head,
    /// Its absolute slot: QueryInterface is 0. Zero for functions of modules.
    pub slot: u32,
    /// What it returns.
    pub ret: Type,
    /// Its parameters.
    pub params: Vec<Param>,
    /// Whether it is called with the C convention rather than stdcall.
    pub cdecl: bool,
    /// Whether its list of parameters ends in `...`: only C can call it.
    pub variadic: bool,
    /// What its attributes say.
    pub facts: MethodFacts,
}

/// A parameter, or a field of a record.
#[derive(Debug, Serialize)]
pub struct Param {
    /// Name, file, documentation. Unnamed ones get `arg0`, `arg1`, …
    pub head: Head,
    /// Its type.
    pub ty: Type,
    /// What its attributes say.
    pub facts: ParamFacts,
}

/// A struct or union.
#[derive(Debug, Serialize)]
pub struct Record {
    /// Name, file, documentation. The name is the first typedef name, else the tag; anonymous members get a name made
    /// of the outer record's and the field's.
    pub head: Head,
    /// The tag where one is written.
    pub tag: Option<String>,
    /// Struct or union.
    pub union: bool,
    /// Whether it was written inside another record without a tag.
    pub nested: bool,
    /// Whether only its name is known.
    pub declared_only: bool,
    /// `#pragma pack` in force at its definition.
    pub pack: Option<u8>,
    /// The members.
    pub fields: Vec<Field>,
    /// `view(Name)`: what the safe view is called in Rust.
    pub view: Option<String>,
    /// Whether its pointers are `ref` unless they say otherwise: it stands in an interface that has `pointer_default(ref)`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ref_by_default: bool,
}

/// A member of a record.
#[derive(Debug, Serialize)]
pub struct Field {
    /// The member as a parameter: name, type, attributes. Anonymous members have the name `u`, `s` or `Anonymous1`….
    /// The empty arm of a union (`[default] ;`) is an anonymous member of type `void`.
    pub param: Param,
    /// Whether it has no name of its own, so that C reaches its members directly.
    pub anonymous: bool,
    /// The width of a bit field.
    pub bits: Option<u8>,
    /// `case(…)`: the discriminant's values for which this arm is valid.
    pub cases: Vec<i64>,
    /// The same labels as written: the name of a constant or enumerator, or the number. As many as `cases`.
    pub case_names: Vec<String>,
    /// `default`: the arm for all other values.
    pub default: bool,
}

/// An enumeration.
#[derive(Debug, Serialize)]
pub struct Enum {
    /// Name, file, documentation.
    pub head: Head,
    /// The tag where one is written.
    pub tag: Option<String>,
    /// `flag_set`: a set of bits, not a choice.
    pub flags: bool,
    /// Its values.
    pub values: Vec<EnumValue>,
}

/// One enumerator.
#[derive(Debug, Serialize)]
pub struct EnumValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: i64,
    /// Its documentation.
    pub docs: Vec<String>,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// A typedef.
#[derive(Debug, Serialize)]
pub struct Alias {
    /// Name, file, documentation.
    pub head: Head,
    /// What it stands for.
    pub ty: Type,
    /// What the typedef's own attributes say of every use: `string`, `unique`, `context_handle`, …
    pub facts: ParamFacts,
}

/// A constant.
#[derive(Debug, Serialize)]
pub struct Const {
    /// Name, file, documentation.
    pub head: Head,
    /// Its type.
    pub ty: Type,
    /// Its value.
    pub value: Value,
}

/// The value of a constant.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub enum Value {
    /// An integer, as its mathematical value.
    Int(i128),
    /// A floating-point number.
    Float(f64),
    /// A string; `wide` for WCHAR.
    Str {
        /// The text.
        value: String,
        /// Whether it is made of WCHARs.
        wide: bool,
    },
    /// An identifier.
    Guid(Guid),
}

/// A coclass.
#[derive(Debug, Serialize)]
pub struct Coclass {
    /// Name, file, documentation.
    pub head: Head,
    /// Its class identifier.
    pub clsid: Option<Guid>,
    /// The interfaces it lists.
    pub interfaces: Vec<CoclassInterface>,
}

/// An interface that a coclass lists.
#[derive(Debug, Serialize)]
pub struct CoclassInterface {
    /// The interface.
    pub interface: Id<Interface>,
    /// `default`
    pub default: bool,
    /// `source`: called by the class, not implemented by it.
    pub source: bool,
}

/// A library block.
#[derive(Debug, Serialize)]
pub struct Library {
    /// Name, file, documentation.
    pub head: Head,
    /// Its identifier.
    pub uuid: Option<Guid>,
    /// `version(1.0)` as written.
    pub version: Option<String>,
}

/// A module: functions that a DLL exports.
#[derive(Debug, Serialize)]
pub struct Module {
    /// Name, file, documentation.
    pub head: Head,
    /// `dllname("…")`
    pub dll: Option<String>,
    /// `mapi_heap`: what its functions hand out is of the heap whose functions the DLL exports.
    pub mapi_heap: bool,
    /// Its functions.
    pub functions: Vec<Method>,
}
