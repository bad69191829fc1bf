//! The members of a record as Rust can declare them: bit fields become the storage units that hold them, and accessors.

use crate::layout::{Size, Target};
use crate::model::{self, Id, Type};
use crate::names::{self, Scope};
use crate::plan::context::{Records, Types};
use crate::plan::types::ty::primitive;
use crate::plan::{BitField, BitValue, Conv, Field, Ty};

/// What the ABI struct of a record holds.
#[derive(Default)]
pub(crate) struct Members {
    pub(crate) fields: Vec<Field>,
    /// The offset of each, for 64 and 32 bits.
    pub(crate) offsets: Vec<(String, u64, u64)>,
    pub(crate) bits: Vec<BitField>,
    /// The names of the accessors.
    names: Scope,
    /// The names of the fields.
    own: Scope,
    /// The storage unit that the last member stands in.
    unit: Option<String>,
    /// The first byte behind the last member, with pointers of 32 bit.
    end: u64,
    /// Whether members of 8 bytes stand at multiples of 8 on Windows.
    align8: bool,
}

/// What 32-bit x86 aligns numbers of 8 bytes to inside of records, other than on Windows.
const SYSTEM_V_ALIGN: u64 = 4;

impl Members {
    /// Adds a member; `host` is the room that it takes on x86 of 32 bit other than Windows.
    fn push(&mut self, field: Field, at: (u64, u64), host: Size) {
        let misplaced = self.align8 && self.end.checked_next_multiple_of(host.align) != Some(at.1);
        let aligner = misplaced.then(|| {
            let name = format!("_align{}", self.fields.len());
            self.own.take(name.clone(), || name)
        });
        self.end = at.1.saturating_add(host.size);
        self.offsets.push((field.name.clone(), at.0, at.1));
        self.fields.push(Field { aligner, ..field });
    }

    /// Begins a storage unit.
    fn begin(&mut self, ty: Ty, at: (u64, u64), host: Size) -> String {
        let name = format!("_bits{}", self.fields.len());
        let name = self.own.take(name.clone(), || name);
        self.push(plain(&name, &["Holds bit fields.".to_owned()], ty), at, host);
        name
    }
}

fn plain(name: &str, docs: &[String], ty: Ty) -> Field {
    Field { name: name.to_owned(), docs: docs.to_vec(), ty, reserved: false, aligner: None }
}

impl Types<'_> {
    /// The room of a member on x86 of 32 bit other than Windows. Records say there how they are aligned; numbers cannot.
    fn host_room(&self, ty: &Type) -> Size {
        let room = self.layouts.size_of(self.model, ty, Target::I686);
        match self.element(ty) {
            Type::Record(_) => room,
            _ => Size { align: room.align.min(SYSTEM_V_ALIGN), ..room },
        }
    }

    fn bit_number(&self, ty: &Type) -> &'static str {
        match self.model.strip(ty) {
            Type::Enum(id) => self.enum_repr(*id),
            other => primitive(other),
        }
    }
}

impl Records<'_> {
    pub(crate) fn members(&self, id: Id<model::Record>) -> Members {
        let record = &self.model.records[id];
        let (wide, narrow) = (self.layouts.record(id, Target::X86_64), self.layouts.record(id, Target::I686));
        let fields: Vec<&str> = record.fields.iter().map(|field| field.param.head.name.as_str()).collect();
        let align8 = !record.union && narrow.align == 8;
        let mut members = Members { own: Scope::with(&fields), align8, ..Members::default() };
        for (i, field) in record.fields.iter().enumerate() {
            let at = (wide.offsets[i], narrow.offsets[i]);
            match field.bits {
                _ if *self.model.strip(&field.param.ty) == Type::Void => {}
                // In a union, each bit field has a unit of its own, and begins at its lowest bit.
                Some(width) if !record.union => self.bit_field(&mut members, field, width, wide.bits[i], at),
                Some(0) => {}
                _ => {
                    let (head, ty) = (&field.param.head, &field.param.ty);
                    members.unit = None;
                    let reserved = field.param.facts.reserved;
                    let member = Field { reserved, ..plain(&head.name, &head.docs, self.abi(ty)) };
                    members.push(member, at, self.host_room(ty));
                }
            }
        }
        // Rust has no union without a field.
        if record.union && members.fields.is_empty() {
            let room = Size { size: wide.size.min(narrow.size), align: 1 };
            let nothing = Ty::Array(Box::new(Ty::Prim("u8")), room.size);
            members.push(plain("_nothing", &["No arm has a member.".to_owned()], nothing), (0, 0), room);
        }
        members
    }

    /// A width of zero ends the unit before it, and aligns what follows as its type is aligned.
    fn bit_field(&self, members: &mut Members, field: &model::Field, width: u8, shift: u8, at: (u64, u64)) {
        let (prim, host) = (self.bit_number(&field.param.ty), self.host_room(&field.param.ty));
        let open = members.unit.take();
        if width == 0 {
            if open.is_some() {
                members.begin(Ty::Array(Box::new(Ty::Prim(prim)), 0), at, Size { size: 0, ..host });
            }
            return;
        }
        let unit = open.filter(|_| shift > 0).unwrap_or_else(|| members.begin(Ty::Prim(prim), at, host));
        members.unit = Some(unit.clone());
        if field.anonymous {
            return;
        }
        let com = &field.param.head.name;
        let name = members.names.take(names::parameter(com), || names::full(com));
        let setter = names::after("set", &name);
        let setter = members.names.take(setter.clone(), || setter);
        members.bits.push(BitField {
            name,
            setter,
            com: com.clone(),
            docs: field.param.head.docs.clone(),
            unit,
            shift,
            width,
            value: self.bit_value(&field.param, prim),
        });
    }

    fn bit_value(&self, param: &model::Param, prim: &'static str) -> BitValue {
        match (self.conv(&param.ty, &param.facts), self.model.strip(&param.ty)) {
            (Ok(Conv::Bool32 | Conv::Bool8), _) => BitValue::Truth,
            (Ok(Conv::Enum { path, repr }), _) => BitValue::Named(path, repr),
            (Ok(Conv::Same(Ty::Path(path))), Type::Enum(_)) => BitValue::Named(path, prim),
            _ => BitValue::Number(prim),
        }
    }
}
