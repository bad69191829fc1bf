//! The safe faces of records, and what their fields are.

use super::field::FieldRole;
use super::ty::{Elem, Ty};
use serde::Serialize;

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
    /// Numbers that must not exceed others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bounds: Vec<Bound>,
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub has_refs: bool,
    /// The fields that are such pointers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<RefField>,
    /// Whether its pointers can lead to a record of the same type, and so to any depth.
    pub recursive: bool,
    /// The one array that it owns, and that can be replaced where the record stands.
    pub own: Option<Box<OwnArray>>,
    /// Whether another thread may have it: nothing that it points to is an interface or a place to write to.
    pub portable: bool,
}

impl FixedView {
    /// Whether not everything fits that it can be made of.
    #[must_use]
    pub fn can_be_refused(&self) -> bool {
        !self.bounds.is_empty() || self.fields.iter().any(|field| field.role.can_be_refused())
    }
}

/// A pointer that must not be null.
#[derive(Clone, Debug, Serialize)]
pub struct RefField {
    /// The records in place that it stands in, from the outermost on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<String>,
    /// The field.
    pub field: String,
    /// The field beside it that counts what it points to: without elements it is null.
    pub count: Option<String>,
}

/// The members of a switched union that are pointers which must not be null, or hold such and are not described.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RefArms {
    /// Those that discriminants name.
    pub arms: Vec<RefArm>,
    /// Those of the member where no label names the discriminant.
    pub other: Vec<RefField>,
    /// All labels, where there is such a member.
    pub labels: Vec<i64>,
}

/// Such a member, where discriminants name it.
#[derive(Clone, Debug, Serialize)]
pub struct RefArm {
    /// The discriminants.
    pub values: Vec<i64>,
    /// The pointers: itself, or those in it.
    pub refs: Vec<RefField>,
}

impl RefArms {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.arms.is_empty() && self.other.is_empty()
    }
}

/// A number that says how much of an array it is about, and what it must not exceed.
#[derive(Clone, Debug, Serialize)]
pub struct Bound {
    /// The field with the number.
    pub part: String,
    /// The field with the number that it is at most: of elements of the array, or of another part of it.
    pub whole: String,
    /// The rule in the words of the view.
    pub rule: String,
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
    /// Whether one flag decides it and others, or one of its numbers must not exceed another: they are set together, when
    /// the record is made, or a new string could make another one be taken for what it is not.
    pub joint: bool,
}

impl ViewField {
    /// The fields of the record with numbers that it sets: itself where it is a value, its count where it is an array.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        let number = match &self.role {
            FieldRole::Value(_) => Some(&self.com),
            FieldRole::Counted(counted) => Some(&counted.count),
            _ => None,
        };
        number.into_iter().map(String::as_str)
    }
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
    /// Members that are pointers which must not be null.
    #[serde(skip_serializing_if = "RefArms::is_empty")]
    pub refs: RefArms,
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
    /// Numbers among them that must not exceed others, or the number of elements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bounds: Vec<Bound>,
}
