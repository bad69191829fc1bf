//! Duty: say how large every type is, how it is aligned, and where a record's members stand, on Windows.
//! Input: a `Model`, or as much of one as is resolved yet. Output: [`Layouts`], a side table by record.
//!
//! The target is always Windows, whatever the host: 8-byte types are 8-aligned on 32 bits too, `long` has 32 bits, bit
//! fields follow the Microsoft compiler, and a trailing array without a length counts as one element.

mod record;
mod target;

pub use record::RecordLayout;
pub use target::{Size, Target};

use crate::model::{Id, Model, Record, Type};
use target::scalar;

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
        let layouts = Target::ALL.map(|target| {
            let rooms = model.records[id].fields.iter().map(|field| self.size_of(model, &field.param.ty, target));
            record::lay_out(&model.records[id], rooms)
        });
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
