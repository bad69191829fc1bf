//! Resolved types.

use super::{Alias, Enum, Id, Interface, Record};
use serde::Serialize;

/// A type. Typedefs are kept as [`Type::Alias`], so that a type can be printed as the IDL spells it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub enum Type {
    /// `void`
    Void,
    /// `boolean`: one byte, 0 or 1.
    Boolean,
    /// `byte`
    Byte,
    /// `char`
    Char {
        /// `signed char`
        signed: bool,
    },
    /// `wchar_t`: 16 bits.
    WChar,
    /// An integer.
    Int {
        /// 8, 16, 32 or 64.
        bits: u8,
        /// Whether it has a sign.
        signed: bool,
        /// Whether `int` rather than `long` was written, which C++ mangles and prints differently.
        int: bool,
    },
    /// `__int3264`: as wide as a pointer.
    IntPtr {
        /// Whether it has a sign.
        signed: bool,
    },
    /// `float`
    F32,
    /// `double`
    F64,
    /// `error_status_t`
    ErrorStatus,
    /// `handle_t`
    Handle,
    /// `T *`
    Pointer {
        /// What it points to.
        to: Box<Type>,
        /// Whether what it points to is const.
        is_const: bool,
    },
    /// `T x[n]`; `len` is `None` for a conformant array.
    Array {
        /// The element.
        of: Box<Type>,
        /// Whether the elements are const.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        is_const: bool,
        /// How many.
        len: Option<u64>,
    },
    /// A struct or union.
    Record(Id<Record>),
    /// An enumeration.
    Enum(Id<Enum>),
    /// A typedef.
    Alias(Id<Alias>),
    /// An interface; only behind a pointer.
    Interface(Id<Interface>),
    /// A function; only behind a pointer.
    Function(Box<FnType>),
    /// `SAFEARRAY(T)`: a pointer to a SAFEARRAY descriptor.
    SafeArray(Box<Type>),
    /// Stands for a type that could not be resolved; the error was reported, and nothing more is said of it.
    Poison,
}

/// The type of a function behind a pointer.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct FnType {
    /// What it returns.
    pub ret: Type,
    /// The types of its parameters, with their names.
    pub params: Vec<(String, Type)>,
    /// Whether it is called with the C convention rather than stdcall.
    pub cdecl: bool,
    /// Whether its list of parameters ends in `...`: only C can call it.
    pub variadic: bool,
}

impl Type {
    /// A pointer to `self`.
    #[must_use]
    pub fn pointer(self, is_const: bool) -> Self {
        Self::Pointer { to: Box::new(self), is_const }
    }

    /// What a pointer points to.
    #[must_use]
    pub fn pointee(&self) -> Option<&Self> {
        match self {
            Self::Pointer { to, .. } => Some(to),
            _ => None,
        }
    }
}
