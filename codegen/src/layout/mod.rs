//! Duty: say how large every type is, how it is aligned, and where a record's members stand, on Windows.
//! Input: a `Model`, or as much of one as is resolved yet. Output: [`Layouts`], a side table by record.
//!
//! The target is always Windows, whatever the host: 8-byte types are 8-aligned on 32 bits too, `long` has 32 bits, bit
//! fields follow the Microsoft compiler, and a trailing array without a length counts as one element.

mod record;

pub use record::RecordLayout;

use crate::model::{Id, Model, Record, Type};

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
    const NONE: Self = Self { size: 0, align: 1 };

    /// A scalar, which is aligned to its size.
    const fn scalar(bytes: u64) -> Self {
        Self { size: bytes, align: bytes }
    }
}

/// The layouts of a model's records, for both targets.
#[derive(Debug, Default)]
pub struct Layouts {
    records: Vec<[RecordLayout; 2]>,
}

impl Layouts {
    /// Lays out every record of a resolved model.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let mut layouts = Self::default();
        for decl in &model.order {
            if let crate::model::Decl::Record(id) = decl {
                layouts.add(model, *id);
            }
        }
        layouts
    }

    /// Lays out one record, whose members' types are laid out already.
    ///
    /// A record is complete before another one holds it by value, so that adding records in the order of their
    /// definition is enough.
    pub fn add(&mut self, model: &Model, id: Id<Record>) {
        if self.records.len() <= id.index() {
            self.records.resize_with(id.index() + 1, Default::default);
        }
        let layouts = Target::ALL.map(|target| record::lay_out(self, model, &model.records[id], target));
        self.records[id.index()] = layouts;
    }

    /// The layout of a record; of an empty one where it is only declared.
    #[must_use]
    pub fn record(&self, id: Id<Record>, target: Target) -> &RecordLayout {
        static EMPTY: RecordLayout = RecordLayout::EMPTY;
        self.records.get(id.index()).map_or(&EMPTY, |layouts| &layouts[target as usize])
    }

    /// The room that a value of the type takes. Types without values (`void`, an interface, a function) take none; an
    /// array without a length takes one element.
    #[must_use]
    pub fn size_of(&self, model: &Model, ty: &Type, target: Target) -> Size {
        let mut ty = ty;
        let mut count = 1_u64;
        let element = loop {
            match model.strip(ty) {
                Type::Array { of, len, .. } => {
                    count = count.saturating_mul(len.unwrap_or(1));
                    ty = of;
                }
                Type::Record(id) => break self.record(*id, target).room(),
                other => break scalar(other, target),
            }
        };
        Size { size: element.size.saturating_mul(count), align: element.align }
    }
}

/// The room of a type that is neither a typedef, an array nor a record.
fn scalar(ty: &Type, target: Target) -> Size {
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
