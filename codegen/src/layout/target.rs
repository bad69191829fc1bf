//! The targets, and what room single values take on each.

use crate::model::Type;

/// The Windows targets.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// 64 bits.
    X86_64,
    /// 32 bits.
    I686,
}

impl Target {
    /// Both targets.
    pub const ALL: [Self; 2] = [Self::X86_64, Self::I686];

    /// How many bytes a pointer has.
    #[must_use]
    pub const fn pointer_size(self) -> u64 {
        match self {
            Self::X86_64 => 8,
            Self::I686 => 4,
        }
    }

    /// The name as it stands in target triples.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::X86_64 => "x86_64",
            Self::I686 => "i686",
        }
    }

    /// The target of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.name() == name)
    }
}

/// How much room a type takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    /// Its bytes; saturated, never wrapped.
    pub size: u64,
    /// Its alignment.
    pub align: u64,
}

impl Size {
    /// No room at all: types that have no values of their own.
    pub(super) const NONE: Self = Self { size: 0, align: 1 };

    /// A scalar, which is aligned to its size.
    const fn scalar(bytes: u64) -> Self {
        Self { size: bytes, align: bytes }
    }
}

/// The room of a type that is neither a typedef, an array nor a record.
pub(super) fn scalar(ty: &Type, target: Target) -> Size {
    match ty {
        Type::Boolean | Type::Byte | Type::Char { .. } => Size::scalar(1),
        Type::WChar => Size::scalar(2),
        Type::Int { bits, .. } => Size::scalar(u64::from(*bits / 8)),
        Type::F32 | Type::ErrorStatus | Type::Enum(_) => Size::scalar(4),
        Type::F64 => Size::scalar(8),
        Type::IntPtr { .. } | Type::Handle | Type::Pointer { .. } | Type::SafeArray(_) => {
            Size::scalar(target.pointer_size())
        }
        Type::Void | Type::Interface(_) | Type::Function(_) | Type::Poison => Size::NONE,
        Type::Alias(_) | Type::Array { .. } | Type::Record(_) => unreachable!("taken apart by the caller"),
    }
}
