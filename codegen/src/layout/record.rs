//! The layout of one record.

use super::target::Size;
use crate::model::{Field, Record, Type};

/// Where the members of a record stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordLayout {
    /// Its bytes, padding at the end included.
    pub size: u64,
    /// Its alignment.
    pub align: u64,
    /// The first byte of each member; of the storage unit, for a bit field.
    pub offsets: Vec<u64>,
    /// The first bit of each member within its storage unit; zero for those that are no bit fields.
    pub bits: Vec<u8>,
}

impl RecordLayout {
    /// The layout of nothing.
    pub(super) const EMPTY: Self = Self { size: 0, align: 1, offsets: Vec::new(), bits: Vec::new() };

    /// The room that a value takes.
    #[must_use]
    pub const fn room(&self) -> Size {
        Size { size: self.size, align: self.align }
    }
}

impl Default for RecordLayout {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// The storage unit that the last bit fields share.
struct Unit {
    offset: u64,
    size: u64,
    used: u8,
}

/// A layout in the making.
struct Cursor {
    layout: RecordLayout,
    pack: u64,
    /// The first free byte.
    end: u64,
    unit: Option<Unit>,
}

/// Lays out a record whose members take these rooms.
pub(super) fn lay_out(record: &Record, rooms: impl IntoIterator<Item = Size>) -> RecordLayout {
    let pack = record.pack.map_or(u64::MAX, u64::from);
    let mut cursor = Cursor { layout: RecordLayout::EMPTY, pack, end: 0, unit: None };
    for (field, room) in record.fields.iter().zip(rooms) {
        if record.union {
            cursor.end = 0;
            cursor.unit = None;
        }
        match field.bits {
            Some(width) => cursor.bit_field(room, width),
            None => cursor.field(field, room),
        }
        cursor.layout.size = cursor.layout.size.max(cursor.end);
    }
    let RecordLayout { size, align, .. } = cursor.layout;
    cursor.layout.size = round_up(size, align);
    cursor.layout
}

impl Cursor {
    fn field(&mut self, field: &Field, room: Size) {
        self.unit = None;
        if field.param.ty == Type::Void {
            // The empty arm of a union.
            self.put(self.end, 0);
            return;
        }
        let offset = self.place(room);
        self.put(offset, 0);
    }

    /// Bit fields of types of one size share a unit as long as they fit. A field of another size begins a unit of its
    /// own, even if the bits would fit. A width of zero closes a unit and aligns what follows; elsewhere it does
    /// nothing.
    fn bit_field(&mut self, room: Size, width: u8) {
        if width == 0 {
            if self.unit.take().is_some() {
                self.place(Size { size: 0, ..room });
            }
            self.put(self.end, 0);
            return;
        }
        let capacity = room.size * 8;
        if let Some(unit) = &mut self.unit
            && unit.size == room.size
            && u64::from(unit.used) + u64::from(width) <= capacity
        {
            let (offset, bit) = (unit.offset, unit.used);
            unit.used += width;
            self.put(offset, bit);
            return;
        }
        let offset = self.place(room);
        self.unit = Some(Unit { offset, size: room.size, used: width });
        self.put(offset, 0);
    }

    /// Takes room at the next aligned byte.
    fn place(&mut self, room: Size) -> u64 {
        let align = room.align.min(self.pack);
        self.layout.align = self.layout.align.max(align);
        let offset = round_up(self.end, align);
        self.end = offset.saturating_add(room.size);
        offset
    }

    fn put(&mut self, offset: u64, bit: u8) {
        self.layout.offsets.push(offset);
        self.layout.bits.push(bit);
    }
}

/// The next multiple of a power of two; the largest number where there is none.
fn round_up(value: u64, align: u64) -> u64 {
    value.checked_next_multiple_of(align).unwrap_or(u64::MAX)
}
