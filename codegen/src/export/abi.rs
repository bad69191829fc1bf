//! The binary interface as JSON, for comparison with other compilers and headers: slots, types, offsets, values.
//!
//! Every interface with a vtable is there, of the bundled files only those that others derive from; every struct and
//! union; the constants and enumerators of all files but the bundled ones. Entries are sorted by name.

use crate::layout::{Layouts, Target};
use crate::model::{Const, Decl, Dialect, Id, Interface, InterfaceKind, Method, Model, Record, Type, Value};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct Abi<'m> {
    interfaces: BTreeMap<&'m str, InterfaceAbi<'m>>,
    structs: BTreeMap<&'m str, RecordAbi<'m>>,
    constants: BTreeMap<&'m str, serde_json::Value>,
}

#[derive(Serialize)]
struct InterfaceAbi<'m> {
    base: Option<&'m str>,
    iid: Option<String>,
    methods: Vec<MethodAbi<'m>>,
}

#[derive(Serialize)]
struct MethodAbi<'m> {
    slot: u32,
    name: &'m str,
    ret: String,
    ret_abi: String,
    params: Vec<ParamAbi<'m>>,
}

#[derive(Serialize)]
struct ParamAbi<'m> {
    name: &'m str,
    #[serde(rename = "type")]
    ty: String,
    abi: String,
}

#[derive(Serialize)]
struct RecordAbi<'m> {
    kind: &'static str,
    size: u64,
    align: u64,
    fields: Vec<FieldAbi<'m>>,
}

#[derive(Serialize)]
struct FieldAbi<'m> {
    name: &'m str,
    offset: u64,
    size: u64,
    /// The first bit and the number of bits of a bit field.
    #[serde(skip_serializing_if = "Option::is_none")]
    bits: Option<(u8, u8)>,
}

/// The binary interface for one Windows target, as JSON with a line break at its end.
#[must_use]
pub fn json(model: &Model, layouts: &Layouts, target: Target) -> String {
    let writer = Writer { model, layouts, target };
    let abi = Abi { interfaces: writer.interfaces(), structs: writer.records(), constants: writer.constants() };
    let mut text = serde_json::to_string_pretty(&abi).expect("maps with string keys, and finite numbers");
    text.push('\n');
    text
}

struct Writer<'m> {
    model: &'m Model,
    layouts: &'m Layouts,
    target: Target,
}

impl<'m> Writer<'m> {
    fn interfaces(&self) -> BTreeMap<&'m str, InterfaceAbi<'m>> {
        let with_vtable = self.model.interfaces.iter().filter(|(_, interface)| {
            interface.kind != InterfaceKind::Rpc
                && !interface.declared_only
                && !self.model.files[interface.head.file].bundled
        });
        let wanted: BTreeSet<usize> = with_vtable.flat_map(|(id, _)| self.model.chain(id)).map(Id::index).collect();
        let found = self.model.interfaces.iter().filter(|(id, _)| wanted.contains(&id.index()));
        found.map(|(_, interface)| (&*interface.head.name, self.interface(interface))).collect()
    }

    fn interface(&self, interface: &'m Interface) -> InterfaceAbi<'m> {
        InterfaceAbi {
            base: interface.base.map(|base| &*self.model.interfaces[base].head.name),
            iid: interface.iid.map(|iid| iid.to_string()),
            methods: interface.methods.iter().map(|method| self.method(method)).collect(),
        }
    }

    fn method(&self, method: &'m Method) -> MethodAbi<'m> {
        let params = method.params.iter().map(|param| ParamAbi {
            name: &param.head.name,
            ty: self.model.spell(&param.ty, Dialect::Idl),
            abi: self.param(&param.ty),
        });
        MethodAbi {
            slot: method.slot,
            name: &method.head.name,
            ret: self.model.spell(&method.ret, Dialect::Idl),
            ret_abi: self.abi(&method.ret),
            params: params.collect(),
        }
    }

    /// An array is passed as a pointer to its first element.
    fn param(&self, ty: &Type) -> String {
        match self.model.strip(ty) {
            Type::Array { .. } => "ptr".to_owned(),
            _ => self.abi(ty),
        }
    }

    fn abi(&self, ty: &Type) -> String {
        let model = self.model;
        let size = self.layouts.size_of(model, ty, self.target).size;
        let number = |letter: char| format!("{letter}{}", size * 8);
        match model.strip(ty) {
            Type::Boolean | Type::Byte | Type::WChar | Type::ErrorStatus => number('u'),
            Type::Char { signed } | Type::Int { signed, .. } | Type::IntPtr { signed } => {
                number(if *signed { 'i' } else { 'u' })
            }
            Type::F32 | Type::F64 => number('f'),
            Type::Handle | Type::Pointer { .. } | Type::SafeArray(_) => "ptr".to_owned(),
            Type::Record(id) => format!("record:{}:{size}", model.records[*id].head.name),
            Type::Enum(id) => format!("enum:{}:{size}", model.enums[*id].head.name),
            Type::Array { of, len, .. } => format!("array:{}:{}", self.abi(of), len.unwrap_or(1)),
            Type::Void | Type::Interface(_) | Type::Function(_) | Type::Poison | Type::Alias(_) => "void".to_owned(),
        }
    }

    fn records(&self) -> BTreeMap<&'m str, RecordAbi<'m>> {
        let defined = self.model.records.iter().filter(|(_, record)| !record.declared_only);
        defined.map(|(id, record)| (&*record.head.name, self.record(id, record))).collect()
    }

    fn record(&self, id: Id<Record>, record: &'m Record) -> RecordAbi<'m> {
        let layout = self.layouts.record(id, self.target);
        let places = layout.offsets.iter().zip(&layout.bits);
        let members = record.fields.iter().zip(places).filter(|(field, _)| field.param.ty != Type::Void);
        let fields = members.map(|(field, (offset, bit))| FieldAbi {
            name: &field.param.head.name,
            offset: *offset,
            size: self.layouts.size_of(self.model, &field.param.ty, self.target).size,
            bits: field.bits.map(|bits| (*bit, bits)),
        });
        let kind = if record.union { "union" } else { "struct" };
        RecordAbi { kind, size: layout.size, align: layout.align, fields: fields.collect() }
    }

    fn constants(&self) -> BTreeMap<&'m str, serde_json::Value> {
        let ours = self.model.order.iter().filter(|decl| !self.model.files[self.model.head(**decl).file].bundled);
        let mut constants = BTreeMap::new();
        for decl in ours {
            match decl {
                Decl::Const(id) => {
                    let constant = &self.model.consts[*id];
                    constants.insert(&*constant.head.name, value(constant));
                }
                Decl::Enum(id) => {
                    let values = self.model.enums[*id].values.iter();
                    constants.extend(values.map(|value| (&*value.name, value.value.into())));
                }
                _ => {}
            }
        }
        constants
    }
}

fn value(constant: &Const) -> serde_json::Value {
    match &constant.value {
        Value::Int(value) => match i64::try_from(*value) {
            Ok(value) => value.into(),
            Err(_) => u64::try_from(*value).unwrap_or(u64::MAX).into(),
        },
        Value::Float(value) => (*value).into(),
        Value::Str { value, .. } => value.as_str().into(),
        Value::Guid(guid) => guid.to_string().into(),
    }
}
