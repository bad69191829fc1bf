//! Structs and unions as the ABI has them.

use super::ty::{Path, Ty};
use super::view::View;
use serde::Serialize;

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
    /// Whether the Windows layout is aligned to 8 bytes for either width, and a host's own of 32 bit might not be.
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
    /// Whether nobody reads it, so that nobody need have written it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reserved: bool,
    /// What tells a host of 32 bit that it begins at a multiple of 8 bytes, where that host would not know: the name of a
    /// field without room before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aligner: Option<String>,
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
