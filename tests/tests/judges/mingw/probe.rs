//! A probe: one C++ source with an assertion for everything that the headers and `idl/` both declare.
//!
//! The message of each assertion says what is asserted, so that those that fail can be read off the compiler's errors.

use super::headers::Headers;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::layout::{Layouts, Target};
use mapidl_codegen::model::{Enum, Guid, Id, Interface, InterfaceKind, Method, Model, Record, Type, Value};
use std::fmt::Write as _;

/// A probe and what it asks.
pub(crate) struct Probe {
    /// The source.
    pub(crate) text: String,
    /// How many assertions it makes.
    pub(crate) assertions: usize,
    /// How many interfaces it asks about.
    pub(crate) interfaces: usize,
    /// How many records.
    pub(crate) records: usize,
    /// How many identifiers.
    pub(crate) identifiers: usize,
    /// How many constants.
    pub(crate) constants: usize,
}

/// The probe for one target, of the files that the user named.
pub(crate) fn probe(compilation: &Compilation, headers: &Headers, target: Target) -> Probe {
    let (model, layouts) = (&compilation.model, &compilation.layouts);
    let probe = Probe {
        text: headers.prelude.to_owned(),
        assertions: 0,
        interfaces: 0,
        records: 0,
        identifiers: 0,
        constants: 0,
    };
    let mut writer = Writer { model, layouts, target, headers, probe };
    writer.interfaces();
    writer.records();
    writer.constants();
    writer.probe
}

struct Writer<'a> {
    model: &'a Model,
    layouts: &'a Layouts,
    target: Target,
    headers: &'a Headers,
    probe: Probe,
}

impl<'a> Writer<'a> {
    fn assert(&mut self, condition: &str, message: &str) {
        let _ = writeln!(self.probe.text, "static_assert({condition}, \"{message}\");");
        self.probe.assertions += 1;
    }

    fn interfaces(&mut self) {
        let model = self.model;
        for (id, interface) in model.interfaces.iter() {
            let asked = model.files[interface.head.file].root;
            if !asked || interface.declared_only || interface.kind != InterfaceKind::Object {
                continue;
            }
            let name = &interface.head.name;
            if let Some(iid) = interface.iid {
                self.identifier(&format!("IID_{name}"), iid);
            }
            if self.headers.interface(name) {
                self.interface(id, name);
            }
        }
    }

    /// The whole vtable, since the C form of an interface repeats what it inherits.
    fn interface(&mut self, id: Id<Interface>, name: &str) {
        let model = self.model;
        self.probe.interfaces += 1;
        for base in model.chain(id) {
            for method in &model.interfaces[base].methods {
                let own = model.interfaces[base].head.name == name;
                self.method(name, method, own);
            }
        }
        let slots = model.slot_count(id);
        self.assert(&format!("sizeof({name}Vtbl) / sizeof(void *) == {slots}"), &format!("{name} has {slots} slots"));
    }

    /// The slot; for methods that the interface does not inherit, how each value is passed.
    fn method(&mut self, interface: &str, method: &Method, own: bool) {
        let (name, slot) = (&method.head.name, method.slot);
        self.assert(&format!("SLOT({interface}, {name}) == {slot}"), &format!("{interface}::{name} is in slot {slot}"));
        if !own {
            return;
        }
        let (place, count) = (format!("METHOD({interface}, {name})"), method.params.len());
        let said = format!("{interface}::{name} has {count} parameters");
        self.assert(&format!("{place}.parameters == {count}"), &said);
        let returned = self.shape(&method.ret);
        self.assert(&format!("{place}.at(0) == {returned}"), &format!("{interface}::{name} returns {returned}"));
        for (index, param) in method.params.iter().enumerate() {
            let (index, shape, param) = (index + 1, self.shape(&param.ty), &param.head.name);
            let said = format!("{interface}::{name} takes {param} as {shape}");
            self.assert(&format!("{place}.at({index}) == {shape}"), &said);
        }
    }

    fn records(&mut self) {
        for (id, record) in self.model.records.iter() {
            let own = self.model.files[record.head.file].root && !record.declared_only && !record.nested;
            if own && self.headers.word(&record.head.name) {
                self.record(id, record);
            }
        }
    }

    fn record(&mut self, id: Id<Record>, record: &Record) {
        self.probe.records += 1;
        let (name, layout) = (&record.head.name, self.layouts.record(id, self.target));
        let (size, align) = (layout.size, layout.align);
        self.assert(&format!("sizeof({name}) == {size}"), &format!("{name} has {size} bytes"));
        self.assert(&format!("alignof({name}) == {align}"), &format!("{name} is aligned to {align}"));
        for (field, offset) in record.fields.iter().zip(&layout.offsets) {
            if !field.anonymous && field.bits.is_none() && field.param.ty != Type::Void {
                let field = &field.param.head.name;
                let said = format!("{name}.{field} is at {offset}");
                self.assert(&format!("OFFSET({name}, {field}) == {offset}"), &said);
            }
        }
    }

    fn constants(&mut self) {
        for (_, constant) in self.model.consts.iter() {
            if !self.model.files[constant.head.file].root {
                continue;
            }
            match &constant.value {
                Value::Int(value) => self.constant(&constant.head.name, *value as u32),
                Value::Guid(guid) => self.identifier(&constant.head.name, *guid),
                Value::Float(_) | Value::Str { .. } => {}
            }
        }
        for (_, e) in self.model.enums.iter() {
            if self.model.files[e.head.file].root {
                self.enumerators(e);
            }
        }
    }

    fn enumerators(&mut self, e: &Enum) {
        for value in &e.values {
            self.constant(&value.name, value.value as u32);
        }
    }

    /// The 32 bits that a constant of MAPI has.
    fn constant(&mut self, name: &str, value: u32) {
        if self.headers.constant(name) {
            self.probe.constants += 1;
            self.assert(&format!("(unsigned)({name}) == {value:#x}u"), &format!("{name} is {value:#x}"));
        }
    }

    fn identifier(&mut self, name: &str, guid: Guid) {
        if self.headers.identifier(name) {
            self.probe.identifiers += 1;
            let bytes: Vec<String> = guid.0.to_be_bytes()[8..].iter().map(|byte| format!("{byte:#x}")).collect();
            let (a, b, c) = ((guid.0 >> 96) as u32, (guid.0 >> 80) as u16, (guid.0 >> 64) as u16);
            let value = format!("GUID{{{a:#x}, {b:#x}, {c:#x}, {{{}}}}}", bytes.join(", "));
            self.assert(&format!("same(identifiers::{name}, {value})"), &format!("{name} is {guid}"));
        }
    }

    /// As the prelude's `shape` has it.
    fn shape(&self, ty: &Type) -> String {
        let (mut stars, mut ty) = (0, self.model.strip(ty));
        while let Type::Pointer { to: inner, .. } | Type::Array { of: inner, .. } = ty {
            (stars, ty) = (stars + 1, self.model.strip(inner));
        }
        let size = self.layouts.size_of(self.model, ty, self.target).size * 8;
        let (kind, bits) = match ty {
            Type::Record(id) if self.model.records[*id].declared_only => ('o', 0),
            Type::Record(_) => ('r', size),
            Type::Enum(_) => ('e', size),
            Type::F32 | Type::F64 => ('d', size),
            Type::WChar => ('w', 16),
            Type::Char { signed: false } => ('c', 8),
            Type::Char { signed } | Type::Int { signed, .. } | Type::IntPtr { signed } => {
                (if *signed { 'i' } else { 'u' }, size)
            }
            Type::Boolean | Type::Byte | Type::ErrorStatus => ('u', size),
            Type::Function(_) => ('f', 0),
            _ => ('o', 0),
        };
        format!("Shape{{{stars}, '{kind}', {bits}}}")
    }
}
