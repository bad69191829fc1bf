//! The tree of one IDL file, as written: owned, in source order, with attributes and documentation where they stood.
//!
//! Nothing is looked up here: a name is a name, an expression is not evaluated. Equality ignores positions, so that a
//! printed and reparsed file equals its origin.

mod expr;

pub use expr::{BinaryOp, Expr, ExprKind, UnaryOp};

use crate::source::Span;
use serde::Serialize;

/// Where a node stands. Two locations are always equal: positions take no part in the comparison of trees.
#[derive(Clone, Copy, Debug, Default)]
pub struct Loc(pub Span);

impl PartialEq for Loc {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Loc {}

impl Serialize for Loc {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

/// A name and where it stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Name {
    /// The text.
    pub text: String,
    /// Its place.
    #[serde(skip)]
    pub loc: Loc,
}

/// The lines of the documentation comments before a declaration, without comment marks.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Docs(pub Vec<String>);

/// One IDL file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct File {
    /// Inner documentation (`//!` or `/*! */`) at the top of the file.
    pub docs: Docs,
    /// The declarations in source order.
    pub items: Vec<Item>,
}

/// One declaration, at file level or inside an interface, library or module.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Item {
    /// The documentation before it.
    pub docs: Docs,
    /// The attribute list before it, `[a, b(1)]`; several lists in a row are joined.
    pub attrs: Vec<Attr>,
    /// What is declared.
    pub kind: ItemKind,
    /// The whole declaration.
    #[serde(skip)]
    pub loc: Loc,
}

/// The kinds of declarations.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum ItemKind {
    /// `import "a.idl", "b.idl";`
    Import(Vec<Name>),
    /// `importlib("stdole2.tlb");`
    ImportLib(Name),
    /// `cpp_quote("…")`; the unescaped text.
    CppQuote(Name),
    /// `midl_pragma warning(…)`, whole, or what follows `#pragma` where the preprocessor passed one on: `pack(push, 4)`.
    Pragma(String),
    /// `const T NAME = value;`
    Const(Const),
    /// `typedef [attrs] T a, *b;`. Attributes written between `typedef` and the type are in [`Typedef::attrs`].
    Typedef(Typedef),
    /// `struct S { … };`, `enum E { … };`, `union U;` and the like: a type that stands for itself.
    Tag(TypeSpec),
    /// An interface, or its forward declaration.
    Interface(Interface),
    /// A dispinterface, or its forward declaration.
    Dispinterface(Dispinterface),
    /// A coclass, or its forward declaration.
    Coclass(Coclass),
    /// `library Name { … };`
    Library(Block),
    /// `module Name { … };`: functions and constants of a DLL.
    Module(Block),
    /// A method of an interface, or a function of a module. Its attributes are the item's.
    Function(Function),
    /// A construct that this compiler knows of and does not support (WinRT `namespace`, `runtimeclass`, …), named so
    /// that it can be reported; its text is skipped.
    Unsupported(Name),
}

/// `const T NAME = value;`
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Const {
    /// The type.
    pub ty: TypeSpec,
    /// Name and derivations.
    pub declarator: Declarator,
    /// The value, not evaluated.
    pub value: Expr,
}

/// `typedef [attrs] T a, *b;`
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Typedef {
    /// The attributes between `typedef` and the type.
    pub attrs: Vec<Attr>,
    /// The type.
    pub ty: TypeSpec,
    /// The names that it is given, each with its own derivations.
    pub declarators: Vec<Declarator>,
}

/// An interface.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Interface {
    /// Its name.
    pub name: Name,
    /// The base after the colon.
    pub base: Option<Name>,
    /// The declarations in braces; `None` for a forward declaration.
    pub items: Option<Vec<Item>>,
}

/// A dispinterface.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Dispinterface {
    /// Its name.
    pub name: Name,
    /// What stands in the braces; `None` for a forward declaration.
    pub body: Option<DispBody>,
}

/// The two forms of a dispinterface's body.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum DispBody {
    /// `interface IFoo;`
    Of(Name),
    /// `properties: … methods: …`
    Members {
        /// The properties.
        properties: Vec<Field>,
        /// The methods; each item is a [`ItemKind::Function`].
        methods: Vec<Item>,
    },
}

/// A coclass.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Coclass {
    /// Its name.
    pub name: Name,
    /// The interfaces that it lists; `None` for a forward declaration.
    pub members: Option<Vec<CoclassMember>>,
}

/// One line in a coclass: `[default, source] interface IFoo;`
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CoclassMember {
    /// Its attributes.
    pub attrs: Vec<Attr>,
    /// Whether `dispinterface` is written rather than `interface`.
    pub dispinterface: bool,
    /// The interface's name.
    pub name: Name,
}

/// The name and contents of a library or module.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Block {
    /// The name.
    pub name: Name,
    /// The declarations in braces.
    pub items: Vec<Item>,
}

/// A function: a method of an interface or an entry point of a module.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Function {
    /// The type before the name, without the pointer stars, which are in the declarator.
    pub ret: TypeSpec,
    /// The name, with the derivations of the return type; the function's own parameter list is not among them.
    pub declarator: Declarator,
    /// `__stdcall`, `__cdecl` and the like, as written.
    pub call_conv: Option<Name>,
    /// The parameters; `(void)` and `()` give none.
    pub params: Vec<Param>,
    /// Whether the list ends in `...`.
    pub variadic: bool,
}

/// A parameter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Param {
    /// The documentation before it.
    pub docs: Docs,
    /// Its attributes.
    pub attrs: Vec<Attr>,
    /// Its type.
    pub ty: TypeSpec,
    /// Its name, which may be missing, and derivations.
    pub declarator: Declarator,
    /// The whole parameter.
    #[serde(skip)]
    pub loc: Loc,
}

/// The type in front of a declarator.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TypeSpec {
    /// The type.
    pub kind: TypeKind,
    /// Whether `const` stands with it.
    pub is_const: bool,
    /// Where it stands.
    #[serde(skip)]
    pub loc: Loc,
}

/// The kinds of types.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum TypeKind {
    /// A type of the language.
    Base(BaseType),
    /// A name (also `interface IFoo`, which means the same).
    Named(Name),
    /// `struct …`
    Struct(Record),
    /// `union …`
    Union(Record),
    /// `union Tag switch (T name) arm { … }`: MIDL's encapsulated union.
    SwitchUnion(Box<SwitchUnion>),
    /// `enum …`
    Enum(Enum),
    /// `SAFEARRAY(T)`
    SafeArray(Box<TypeName>),
    /// `pipe T`
    Pipe(Box<TypeSpec>),
}

/// The types of the language.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub enum BaseType {
    /// `void`
    Void,
    /// `boolean`: one byte.
    Boolean,
    /// `byte`: one byte, never converted.
    Byte,
    /// `char`, which MIDL takes as unsigned unless told otherwise.
    Char(Sign),
    /// `wchar_t`: always 16 bits.
    WChar,
    /// `small`: an integer of 8 bits.
    Small(Sign),
    /// `short`: 16 bits.
    Short(Sign),
    /// `int`: 32 bits.
    Int(Sign),
    /// `long`: always 32 bits.
    Long(Sign),
    /// `hyper`, `long long`, `__int64`: 64 bits.
    Hyper(Sign),
    /// `__int3264`: as wide as a pointer.
    Int3264(Sign),
    /// `float`: 32 bits.
    Float,
    /// `double`: 64 bits.
    Double,
    /// `error_status_t`: 32 bits, unsigned.
    ErrorStatus,
    /// `handle_t`: an RPC binding, a pointer.
    Handle,
}

/// What is written of an integer's sign.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub enum Sign {
    /// Nothing: the type's own default.
    Default,
    /// `signed`
    Signed,
    /// `unsigned`
    Unsigned,
}

/// A struct or union.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Record {
    /// Attributes written between the keyword and the tag, or (for unions) before the keyword inside a typedef.
    pub attrs: Vec<Attr>,
    /// The tag.
    pub tag: Option<Name>,
    /// The members; `None` for a mere reference.
    pub fields: Option<Vec<Field>>,
}

/// A member of a struct or union; `case` and `default` are attributes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Field {
    /// The documentation before it.
    pub docs: Docs,
    /// Its attributes.
    pub attrs: Vec<Attr>,
    /// Its type; `None` for the empty arm `[default] ;`.
    pub ty: Option<TypeSpec>,
    /// The names; empty for an anonymous member or an empty arm.
    pub declarators: Vec<Declarator>,
    /// The whole member.
    #[serde(skip)]
    pub loc: Loc,
}

/// `union Tag switch (T name) arm { case 1: … default: … }`
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SwitchUnion {
    /// The tag.
    pub tag: Option<Name>,
    /// The discriminant's type.
    pub switch_ty: TypeSpec,
    /// The discriminant's name.
    pub switch_name: Name,
    /// The name of the union inside; `tagged_union` where none is written.
    pub union_name: Option<Name>,
    /// The arms: their labels are given as `case` and `default` attributes.
    pub arms: Vec<Field>,
}

/// An enumeration.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Enum {
    /// Attributes written between `typedef` and `enum` stay with the typedef; these stand after the keyword.
    pub attrs: Vec<Attr>,
    /// The tag.
    pub tag: Option<Name>,
    /// The enumerators; `None` for a mere reference.
    pub values: Option<Vec<Enumerator>>,
}

/// One enumerator.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Enumerator {
    /// The documentation before it.
    pub docs: Docs,
    /// Its attributes.
    pub attrs: Vec<Attr>,
    /// Its name.
    pub name: Name,
    /// Its value where one is written.
    pub value: Option<Expr>,
}

/// A name with the derivations of its type.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Declarator {
    /// The name; parameters and bit fields may lack one.
    pub name: Option<Name>,
    /// What the name is, read outwards from it: `*a[3]` is `[Array(3), Pointer]`, `(*p)[3]` is `[Pointer, Array(3)]`.
    pub derive: Vec<Derive>,
    /// The width of a bit field.
    pub bits: Option<Expr>,
    /// The whole declarator.
    #[serde(skip)]
    pub loc: Loc,
}

/// One step of a declarator.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum Derive {
    /// A pointer; `is_const` when the pointer itself is const.
    Pointer {
        /// `* const`
        is_const: bool,
        /// Attributes in brackets beside the star, which old files have.
        attrs: Vec<Attr>,
    },
    /// An array; `None` for `[]` and `[*]`.
    Array(Option<Expr>),
    /// A function (after a [`Derive::Pointer`]: a pointer to one).
    Function {
        /// The parameters.
        params: Vec<Param>,
        /// The calling convention where one is written.
        call_conv: Option<Name>,
        /// Whether the list ends in `...`.
        variadic: bool,
    },
}

/// A type without a name, as in a cast or `sizeof`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TypeName {
    /// The type.
    pub ty: TypeSpec,
    /// Its derivations; the declarator has no name.
    pub declarator: Declarator,
}

/// An attribute: `name`, `name()` or `name(args)`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Attr {
    /// Its name.
    pub name: Name,
    /// Its arguments; `None` where no parentheses are written.
    pub args: Option<Vec<AttrArg>>,
    /// The whole attribute.
    #[serde(skip)]
    pub loc: Loc,
}

/// One argument of an attribute.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub enum AttrArg {
    /// Nothing, as the first one in `size_is(, *count)`.
    Empty,
    /// An expression; also names, numbers and strings.
    Expr(Expr),
    /// A uuid, as written but without quotes and braces; whether it is well formed is not judged here.
    Uuid(Name),
    /// A type that is no mere name, as in `switch_type(unsigned long)`.
    Type(TypeName),
}
