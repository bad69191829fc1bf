//! What a logical field of a record's view can be.

use super::ty::{Conv, Elem, Path, Ty};
use serde::Serialize;

/// What a logical field is.
#[derive(Clone, Debug, Serialize)]
pub enum FieldRole {
    /// A value.
    Value(Value),
    /// A pointer to elements that another field counts.
    Counted(Counted),
    /// A string.
    Text(Text),
    /// A string whose width a flag in another field decides.
    TextBy(TextBy),
    /// A pointer to where the reader stores a value, or null.
    Slot(Slot),
    /// A pointer to one record, or null.
    Pointer(Pointer),
    /// A pointer to one record, or null. Its strings are wide where a flag in another field says so; without the flag the
    /// record is not shown.
    WidePointer(WidePointer),
    /// A pointer to a record that ends in an array, or null.
    ListPointer(ListPointer),
    /// A record in place.
    Nested(Nested),
    /// A record in place that is nothing but one counted array: it is shown as that array.
    Inline(Inline),
    /// An interface, or null.
    Interface(Interface),
    /// Nothing: an arm without a member.
    Empty,
}

impl FieldRole {
    /// Whether it is a result code, which is shown by name.
    #[must_use]
    pub fn is_code(&self) -> bool {
        matches!(self, Self::Value(Value { conv: Conv::Same(Ty::Path(path)), .. }) if path.is_hresult())
    }

    /// Whether a value may not fit.
    #[must_use]
    pub fn can_be_refused(&self) -> bool {
        matches!(self, Self::Counted(counted) if counted.can_be_refused())
    }
}

/// A value.
#[derive(Clone, Debug, Serialize)]
pub struct Value {
    /// Its type in the record.
    pub abi: Ty,
    /// How it becomes safe.
    pub conv: Conv,
}

/// A pointer to elements that another field counts.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// The counting field.
    pub count: String,
    /// The counting field's type.
    pub count_ty: Ty,
    /// The elements.
    pub elem: Elem,
    /// Whose memory they are.
    pub hold: Hold,
}

impl Counted {
    /// Whether a slice may not fit: the count has so few bits that lengths beyond it are nothing unusual. A count of 32
    /// bits takes as many elements as it can say.
    #[must_use]
    pub fn can_be_refused(&self) -> bool {
        matches!(self.count_ty, Ty::Prim("u8" | "i8" | "u16" | "i16"))
    }

    /// Whether its count can be something else than a length.
    #[must_use]
    pub fn can_miscount(&self) -> bool {
        can_miscount(&self.count_ty)
    }
}

/// A string.
#[derive(Clone, Debug, Serialize)]
pub struct Text {
    /// Whether it is wide.
    pub wide: bool,
}

/// A string whose width a flag decides.
#[derive(Clone, Debug, Serialize)]
pub struct TextBy {
    /// The field that has the flag.
    pub field: String,
    /// The bit that says wide, as a number of its type.
    pub flag: i128,
}

/// A pointer to where the reader stores a value.
#[derive(Clone, Debug, Serialize)]
pub struct Slot {
    /// The value's type.
    pub ty: Ty,
}

/// A pointer to one record.
#[derive(Clone, Debug, Serialize)]
pub struct Pointer {
    /// The record.
    pub elem: Elem,
    /// Whose memory it is.
    pub hold: Hold,
}

/// A pointer to one record, whose strings are wide where a flag says so.
#[derive(Clone, Debug, Serialize)]
pub struct WidePointer {
    /// The record.
    pub elem: Elem,
    /// The field that has the flag.
    pub field: String,
    /// The bit that says wide, as a number of its type.
    pub flag: i128,
}

/// A pointer to a record that ends in an array.
#[derive(Clone, Debug, Serialize)]
pub struct ListPointer {
    /// The record.
    pub record: Path,
    /// Whose memory it is.
    pub hold: Hold,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refs: bool,
}

/// A record in place.
#[derive(Clone, Debug, Serialize)]
pub struct Nested {
    /// The record.
    pub record: Path,
    /// Its view.
    pub view: Path,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refs: bool,
}

/// A record in place that is nothing but one counted array.
#[derive(Clone, Debug, Serialize)]
pub struct Inline {
    /// The record.
    pub record: Path,
    /// The pointer field.
    pub start: String,
    /// The counting field.
    pub count: String,
    /// The counting field's type.
    pub count_ty: Ty,
    /// The elements.
    pub elem: Elem,
    /// Whose memory they are.
    pub hold: Hold,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refs: bool,
}

impl Inline {
    /// Whether its count can be something else than a length.
    #[must_use]
    pub fn can_miscount(&self) -> bool {
        can_miscount(&self.count_ty)
    }
}

/// An interface.
#[derive(Clone, Debug, Serialize)]
pub struct Interface {
    /// It.
    pub interface: Path,
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

/// Whether a count of this type can be negative, or more than memory has.
pub(crate) fn can_miscount(count: &Ty) -> bool {
    !matches!(count, Ty::Prim("u8" | "u16" | "u32" | "usize"))
}
