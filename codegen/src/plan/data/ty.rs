//! Types of the ABI, names, and how values become safe ones.

use serde::Serialize;

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
        /// Whether a pointer that must not be null is in it, or in what it leads to.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        refs: bool,
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
    /// One of these that are pointers, which must not be null.
    NotNull(Box<Elem>),
}

impl Elem {
    /// Whether a pointer that must not be null is in it, or in what it leads to.
    #[must_use]
    pub fn has_refs(&self) -> bool {
        match self {
            Self::Viewed { refs, .. } => *refs,
            Self::Pointer(to) => to.has_refs(),
            Self::NotNull(_) => true,
            Self::Plain(_) | Self::Text { .. } | Self::Interface(_) | Self::Name => false,
        }
    }

    /// Whether it is a string, which may be null or not.
    #[must_use]
    pub fn is_text(&self) -> bool {
        match self {
            Self::Text { .. } => true,
            Self::NotNull(of) => of.is_text(),
            Self::Plain(_) | Self::Viewed { .. } | Self::Pointer(_) | Self::Interface(_) | Self::Name => false,
        }
    }

    /// A wide string in the place of one of either width; anything else as it is.
    #[must_use]
    pub fn widened(self) -> Self {
        match self {
            Self::Text { .. } => Self::Text { wide: true },
            Self::NotNull(of) => Self::NotNull(Box::new(of.widened())),
            other => other,
        }
    }
}
