//! Duty: decide what Rust to write, before any of it is written.
//! Input: a [`Model`](crate::model::Model), its layouts, and [`Options`]. Output: a [`Plan`] of Rust-shaped values
//! without tokens, which can be printed so that a reviewer sees *why* a wrapper looks as it does.

mod automation;
mod bits;
mod build;
mod change;
mod class;
mod components;
mod counts;
mod dll;
mod duty;
mod extent;
mod external;
mod item_names;
mod members;
mod method;
mod modules;
mod overlooked;
mod reach;
mod record;
pub mod role;
mod stand_ins;
mod ty;
mod values;

pub use build::plan;
pub use external::{External, Proof};
pub use role::{BufferElem, CountBy, Heap, Holds, Item as ArrayItem, OutCount, Owned, Role, UnicodeGate, Width};

use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a caller of the planner chooses.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Options {
    /// When mocks are there.
    pub mocks: Mocks,
    /// Rust paths of files that are generated elsewhere: file name to module path.
    pub extern_files: Vec<(String, String)>,
    /// The Rust path to what the root file does not define itself, where that is the module around it: the macro for traits
    /// writes the trait's interface alone.
    pub around: Option<String>,
    /// Whether files that declare interfaces are cargo features (in a tree of modules only).
    pub features: bool,
    /// Whether the bundled base files are written too (only the runtime crate wants that).
    pub own_bundled: bool,
}

/// When mocks are there. They need the feature `mock` of the crate `mapidl`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub enum Mocks {
    /// Never.
    None,
    /// In tests of the crate that the code is generated for.
    Tests,
    /// With a feature of that crate, so that its users can have them too.
    Feature(String),
    /// Always.
    #[default]
    Always,
}

impl Mocks {
    /// The attribute that switches them on; empty where there is none.
    #[must_use]
    pub fn gate(&self) -> String {
        match self {
            Self::None | Self::Always => String::new(),
            Self::Tests => "#[cfg(test)]\n".to_owned(),
            Self::Feature(name) => format!("#[cfg(feature = \"{name}\")]\n"),
        }
    }
}

/// Everything that is to be written, by file.
#[derive(Debug, Default, Serialize)]
pub struct Plan {
    /// One module per IDL file.
    pub modules: Vec<Module>,
    /// What has another name in Rust than one would expect.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renamed: Vec<Renamed>,
    /// The constants that Rust has none for, by the IDL's names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

impl Plan {
    /// What a user should know of the plan, a line for each.
    pub fn notes(&self) -> impl Iterator<Item = String> {
        let renamed = self.renamed.iter().map(|one| {
            let rust = one.rust.trim_start_matches("r#");
            format!("{} is `{rust}` in Rust, where the name means something else", one.idl)
        });
        let left_out = self.left_out.iter();
        renamed.chain(
            left_out.map(|name| format!("the constant `{name}` is left out: Rust has none of its type and value")),
        )
    }
}

/// Something that has another name in Rust than one would expect, since that means something else there.
#[derive(Clone, Debug, Serialize)]
pub struct Renamed {
    /// What it is, by the name that one would expect.
    pub idl: String,
    /// Its name in Rust.
    pub rust: String,
}

impl Plan {
    /// The names that more than one module has, with these modules.
    #[must_use]
    pub fn repeated(&self) -> BTreeMap<&str, Vec<&Module>> {
        let mut homes: BTreeMap<&str, Vec<&Module>> = BTreeMap::new();
        for module in &self.modules {
            let names: BTreeSet<_> = module.items.iter().filter_map(Item::name).collect();
            names.into_iter().for_each(|name| homes.entry(name).or_default().push(module));
        }
        homes.retain(|_, modules| modules.len() > 1);
        homes
    }
}

/// The Rust module of one IDL file.
#[derive(Debug, Serialize)]
pub struct Module {
    /// Its name.
    pub name: String,
    /// The IDL file.
    pub source: String,
    /// Its documentation.
    pub docs: Vec<String>,
    /// What it names of other modules: names of items, and the modules.
    #[serde(skip)]
    pub foreign: BTreeSet<(String, String)>,
    /// Its items in the order of the text.
    pub items: Vec<Item>,
}

/// One declaration of the generated code.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "each holds what its name says")]
pub enum Item {
    Const(Const),
    Enum(Enum),
    Alias(Alias),
    Handle(Handle),
    Record(Box<Record>),
    Interface(Box<Interface>),
    Coclass(Coclass),
    Dll(Dll),
    /// The module's constants that are result codes, which are shown by name.
    Codes(Vec<String>),
    /// Something of another module that the items name.
    External(External),
}

impl Item {
    /// Its documentation, where it has one.
    pub(super) fn docs_mut(&mut self) -> Option<&mut Vec<String>> {
        match self {
            Self::Const(item) => Some(&mut item.docs),
            Self::Enum(item) => Some(&mut item.docs),
            Self::Alias(item) => Some(&mut item.docs),
            Self::Handle(item) => Some(&mut item.docs),
            Self::Record(item) => Some(&mut item.docs),
            Self::Interface(item) => Some(&mut item.docs),
            Self::Coclass(item) => Some(&mut item.docs),
            Self::Dll(item) => Some(&mut item.docs),
            Self::Codes(_) | Self::External(_) => None,
        }
    }

    /// Its name, unless it is without one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Const(item) => Some(&item.name),
            Self::Enum(item) => Some(&item.name),
            Self::Alias(item) => Some(&item.name),
            Self::Handle(item) => Some(&item.name),
            Self::Record(item) => Some(&item.name),
            Self::Interface(item) => Some(&item.name),
            Self::Coclass(item) => Some(&item.name),
            Self::Dll(item) => Some(&item.com),
            Self::Codes(_) | Self::External(_) => None,
        }
    }
}

/// A constant.
#[derive(Debug, Serialize)]
pub struct Const {
    /// Its name, as the IDL spells it.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// Its type.
    pub ty: Ty,
    /// Its value.
    pub value: Literal,
}

/// The value of a constant.
#[derive(Debug, Serialize)]
pub enum Literal {
    /// An integer.
    Int(i128),
    /// The code of an HRESULT.
    Code(i32),
    /// What a type that wraps a number holds.
    Wrapped(Box<Literal>),
    /// The bits of an integer as wide as a pointer; the upper half is dropped where pointers have 32.
    Pattern(u64),
    /// A floating-point number.
    Float(f64),
    /// A string without NUL bytes: wide strings become arrays of units.
    Wide(String),
    /// A narrow string.
    Narrow(String),
    /// An identifier.
    Guid(u128),
}

/// An enumeration.
#[derive(Debug, Serialize)]
pub struct Enum {
    /// Its name, as the IDL spells it.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// Set of bits or choice.
    pub flags: bool,
    /// `u32` or `i32`.
    pub repr: &'static str,
    /// Names, values, documentation.
    pub values: Vec<(String, i64, Vec<String>)>,
}

/// A typedef that only renames.
#[derive(Debug, Serialize)]
pub struct Alias {
    /// Its name, as the IDL spells it.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// What it stands for.
    pub ty: Ty,
}

/// An opaque pointer-sized value.
#[derive(Debug, Serialize)]
pub struct Handle {
    /// Its name, as the IDL spells it.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
}

/// A class that can be created.
#[derive(Debug, Serialize)]
pub struct Coclass {
    /// Its name.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// Its class identifier.
    pub clsid: u128,
    /// The interface that its objects are known by.
    pub default: Path,
}

/// A struct or union.
#[derive(Debug, Serialize)]
pub struct Record {
    /// Its name, as the IDL spells it.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// Struct or union.
    pub union: bool,
    /// The ABI fields; the storage units of bit fields stand for these.
    pub fields: Vec<Field>,
    /// The bit fields of a struct.
    pub bits: Vec<BitField>,
    /// `repr(packed(n))`
    pub packed: Option<u32>,
    /// `repr(align(8))`, where the Windows layout has it and a host's own might not.
    pub align8: bool,
    /// The sizes, alignments and offsets to assert: for 64 and 32 bit.
    pub layout: Layout,
    /// The safe face.
    pub view: View,
}

/// A field as the ABI has it.
#[derive(Debug, Serialize)]
pub struct Field {
    /// Its name, as the IDL spells it.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// Its type.
    pub ty: Ty,
}

/// A bit field: bits of a storage unit, read and written by methods.
#[derive(Debug, Serialize)]
pub struct BitField {
    /// What reads it.
    pub name: String,
    /// What writes it.
    pub setter: String,
    /// Its name, as the IDL spells it.
    pub com: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// The field that is its storage unit.
    pub unit: String,
    /// Its lowest bit there.
    pub shift: u8,
    /// How many bits it has.
    pub width: u8,
    /// What its bits are.
    pub value: BitValue,
}

/// What the bits of a bit field are.
#[derive(Debug, Serialize)]
pub enum BitValue {
    /// A number of this type.
    Number(&'static str),
    /// A truth value.
    Truth,
    /// A value of an enumeration, which holds a number of this type.
    Named(Path, &'static str),
}

/// What is asserted of a record; pairs are (64 bit, 32 bit).
#[derive(Clone, Debug, Serialize)]
pub struct Layout {
    /// Size in bytes.
    pub size: (u64, u64),
    /// Alignment in bytes.
    pub align: (u64, u64),
    /// Field offsets in bytes.
    pub offsets: Vec<(String, u64, u64)>,
}

/// The array that a record owns: a block of its own, which can be replaced.
#[derive(Debug, Serialize)]
pub struct OwnArray {
    /// The pointer field.
    pub start: String,
    /// The counting field.
    pub count: String,
    /// The counting field's type.
    pub count_ty: Ty,
    /// The elements.
    pub elem: Elem,
}

/// The safe face of a record.
#[derive(Debug, Serialize)]
pub enum View {
    /// None, and why.
    Raw(String),
    /// The record itself: every bit pattern is a value, and it points to nothing.
    Plain {
        /// Whether equality and printing can be derived (unions cannot).
        derives: bool,
    },
    /// A transparent wrapper with accessors.
    Fixed(FixedView),
    /// A count and an array of any length, nothing else: the face is the array.
    List(List),
    /// More fields than those: the face is a struct of values and an array.
    Tail(TailView),
}

/// A transparent wrapper with accessors.
#[derive(Debug, Serialize)]
pub struct FixedView {
    /// Its name.
    pub name: String,
    /// The logical fields.
    pub fields: Vec<ViewField>,
    /// The logical field that is a switched union.
    pub switch: Option<Switch>,
    /// Reserved fields that point somewhere, or may: they are zero in a copy.
    pub zeros: Vec<String>,
    /// Whether its pointers can lead to a record of the same type, and so to any depth.
    pub recursive: bool,
    /// The one array that it owns, and that can be replaced where the record stands.
    pub own: Option<Box<OwnArray>>,
    /// Whether another thread may have it: nothing that it points to is an interface or a place to write to.
    pub portable: bool,
}

/// A logical field of a view.
#[derive(Debug, Serialize)]
pub struct ViewField {
    /// Its accessor.
    pub name: String,
    /// Its setter, where it has one.
    pub setter: String,
    /// Its name in the record.
    pub com: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// What it is.
    pub role: FieldRole,
    /// Bits of the field that say how another one is to be read; a setter leaves them alone, or a safe program could
    /// make a number be taken for a pointer.
    pub keep: i128,
    /// Whether one flag decides it and others: they are set together, when the record is made, or a new string could make
    /// another one be taken for what it is not.
    pub joint: bool,
}

/// What a logical field is.
#[derive(Clone, Debug, Serialize)]
pub enum FieldRole {
    /// A value.
    Value {
        /// Its type in the record.
        abi: Ty,
        /// How it becomes safe.
        conv: Conv,
    },
    /// A pointer to elements that another field counts.
    Counted {
        /// The counting field.
        count: String,
        /// The counting field's type.
        count_ty: Ty,
        /// The elements.
        elem: Elem,
        /// Whose memory they are.
        hold: Hold,
    },
    /// A string.
    Text {
        /// Whether it is wide.
        wide: bool,
    },
    /// A string whose width a flag in another field decides.
    TextBy {
        /// That field.
        field: String,
        /// The bit that says wide, as a number of its type.
        flag: i128,
    },
    /// A pointer to where the reader stores a value, or null.
    Slot {
        /// The value's type.
        ty: Ty,
    },
    /// A pointer to one record, or null.
    Pointer {
        /// The record.
        elem: Elem,
        /// Whose memory it is.
        hold: Hold,
    },
    /// A pointer to one record, or null. Its strings are wide where a flag in another field says so; without the flag the
    /// record is not shown.
    WidePointer {
        /// The record.
        elem: Elem,
        /// That field.
        field: String,
        /// The bit that says wide, as a number of its type.
        flag: i128,
    },
    /// A pointer to a record that ends in an array, or null.
    ListPointer {
        /// The record.
        record: Path,
        /// Whose memory it is.
        hold: Hold,
    },
    /// A record in place.
    Nested {
        /// The record.
        record: Path,
        /// Its view.
        view: Path,
    },
    /// A record in place that is nothing but one counted array: it is shown as that array.
    Inline {
        /// The record.
        record: Path,
        /// The pointer field.
        start: String,
        /// The counting field.
        count: String,
        /// The counting field's type.
        count_ty: Ty,
        /// The elements.
        elem: Elem,
        /// Whose memory they are.
        hold: Hold,
    },
    /// An interface, or null.
    Interface {
        /// The interface.
        interface: Path,
    },
    /// Nothing: an arm without a member.
    Empty,
}

impl FieldRole {
    /// Whether it is a result code, which is shown by name.
    #[must_use]
    pub fn is_code(&self) -> bool {
        matches!(self, Self::Value { conv: Conv::Same(Ty::Path(path)), .. } if path.is_hresult())
    }

    /// Whether its count can be something else than a length: negative, or more than memory has.
    #[must_use]
    pub fn can_miscount(&self) -> bool {
        match self {
            Self::Counted { count_ty, .. } | Self::Inline { count_ty, .. } => {
                !matches!(count_ty, Ty::Prim("u8" | "u16" | "u32" | "usize"))
            }
            _ => false,
        }
    }

    /// Whether a value may not fit: the count has so few bits that lengths beyond it are nothing unusual. A count of 32
    /// bits takes as many elements as it can say.
    #[must_use]
    pub fn can_be_refused(&self) -> bool {
        matches!(self, Self::Counted { count_ty: Ty::Prim("u8" | "i8" | "u16" | "i16"), .. })
    }
}

/// Whose memory it is that a field points to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Hold {
    /// It is chained to the block of the record, and owns nothing.
    Chained,
    /// It is chained to the block of the record; what it owns is freed before.
    Owning,
    /// It is chained to the block of the record with all that it points to, also what elsewhere has blocks of its own.
    OneBlock,
    /// It is an allocation of its own.
    Own,
}

/// A union with its discriminant.
#[derive(Debug, Serialize)]
pub struct Switch {
    /// The name of the enum that shows it.
    pub name: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// The union's field in the record.
    pub field: String,
    /// The accessor.
    pub accessor: String,
    /// The setter.
    pub setter: String,
    /// The field that holds the discriminant.
    pub by: String,
    /// Its type.
    pub by_ty: Ty,
    /// Whether that is an enumeration, whose number is behind a field of its own.
    pub by_enum: bool,
    /// The bits of that field that count, as a number of its type, where it holds more than the discriminant.
    pub mask: Option<i128>,
    /// The arms, one per label.
    pub arms: Vec<Arm>,
    /// Discriminants of members that nothing describes.
    pub undescribed: Vec<i64>,
    /// Whether a discriminant without a label says that no member is valid.
    pub others_are_empty: bool,
}

/// One label of a switched union.
#[derive(Debug, Serialize)]
pub struct Arm {
    /// The variant.
    pub variant: String,
    /// Documentation lines.
    pub docs: Vec<String>,
    /// The discriminant.
    pub value: i64,
    /// The union's member; empty for an arm without one.
    pub member: String,
    /// What it is.
    pub role: FieldRole,
}

/// A count and an array of any length.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    /// The counting field.
    pub count: String,
    /// Its type.
    pub count_ty: Ty,
    /// The array.
    pub items: String,
    /// Its elements.
    pub elem: Elem,
}

/// Values and an array of any length.
#[derive(Debug, Serialize)]
pub struct TailView {
    /// The name of the struct that shows it.
    pub name: String,
    /// The array.
    pub list: List,
    /// The array's field in the view.
    pub items: String,
    /// The other fields.
    pub fields: Vec<ViewField>,
}

/// An element of an array, by the type that implements `Record`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum Elem {
    /// A type that is its own view.
    Plain(Ty),
    /// A record with a view.
    Viewed {
        /// The record.
        record: Path,
        /// Its view.
        view: Path,
    },
    /// A string.
    Text {
        /// Whether it is wide.
        wide: bool,
    },
    /// A pointer to a record.
    Pointer(Box<Elem>),
    /// An interface, or null.
    Interface(Path),
    /// An 8-bit string, or a number in place of its address.
    Name,
}

/// A type as the ABI has it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum Ty {
    /// A primitive type.
    Prim(&'static str),
    /// `c_void` behind a pointer.
    Void,
    /// A named type.
    Path(Path),
    /// A pointer.
    Pointer(Box<Ty>, bool),
    /// An array.
    Array(Box<Ty>, u64),
    /// A function pointer that may be null.
    Function(Vec<Ty>, Option<Box<Ty>>, bool),
}

/// A name and where it lives.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Path {
    /// The module, as a Rust path; empty for the generated module itself.
    pub module: String,
    /// The name.
    pub name: String,
}

impl Path {
    /// The whole of it.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}::{}", self.module, self.name)
    }

    /// Whether it is the HRESULT of the runtime crate.
    #[must_use]
    pub fn is_hresult(&self) -> bool {
        self.module == "::mapidl" && self.name == "HRESULT"
    }
}

/// How a value of the ABI becomes a safe one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum Conv {
    /// It is safe as it is.
    Same(Ty),
    /// An integer becomes an enumeration.
    Enum {
        /// The enumeration.
        path: Path,
        /// Its integer.
        repr: &'static str,
    },
    /// A 32-bit truth value becomes `bool`.
    Bool32,
    /// An 8-bit truth value becomes `bool`.
    Bool8,
    /// A truth value of automation, of which all 16 bits are the same, becomes `bool`.
    Bool16,
}

/// An interface.
#[derive(Debug, Serialize)]
pub struct Interface {
    /// Its name.
    pub name: String,
    /// Documentation lines, quick facts and vtable order included.
    pub docs: Vec<String>,
    /// Its identifier; `None` when it has none.
    pub iid: Option<u128>,
    /// Another interface of the same identifier with another vtable, so that asking for this one is not safe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confusable: Option<String>,
    /// Its ancestors, the base first, IUnknown last.
    pub ancestors: Vec<Path>,
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
    /// Its field in the vtable, its stub, and the type of its mock's expectations.
    pub field: String,
    /// Documentation lines.
    pub docs: Vec<String>,
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
    /// Whether an interface that it answers may be null although it succeeds, which is an error of its own kind.
    pub nulls: bool,
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
    /// The type parameter of a caller's method that is its type, where its interface is the caller's choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generic: Option<String>,
    /// Its type.
    pub ty: Ty,
    /// What it is to a safe signature.
    pub role: Role,
    /// Documentation lines.
    pub docs: Vec<String>,
}
