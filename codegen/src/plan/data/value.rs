//! Items without fields or methods: constants, enumerations, typedefs, handles, classes.

use super::ty::{Path, Ty};
use serde::Serialize;

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
