//! A probe: what our model says of one file, as assertions in C.
//!
//! Every assertion stands on a line of its own, so that the lines of the compiler's errors tell which ones it denies.
//! Types are compared level by level: a method's against the names of its parameters' types, each such name against
//! what it stands for where its own file is probed.

use mapidl_codegen::driver::Compilation;
use mapidl_codegen::layout::{Layouts, Target};
use mapidl_codegen::model::{
    Alias, Const, Decl, Dialect, Enum, File, FnType, Guid, Id, Interface, InterfaceKind, Method, Model, Record, Type,
    Value,
};
use std::collections::BTreeSet;
use std::fmt;

/// One assertion.
pub(crate) struct Claim {
    /// The claim in words.
    pub(crate) said: String,
    /// The line of C that does not compile where it is wrong.
    line: String,
}

/// What was compared.
#[derive(Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) files: usize,
    pub(crate) interfaces: usize,
    pub(crate) methods: usize,
    pub(crate) parameters: usize,
    pub(crate) records: usize,
    pub(crate) fields: usize,
    pub(crate) aliases: usize,
    pub(crate) enums: usize,
    pub(crate) values: usize,
    pub(crate) identifiers: usize,
}

impl Counts {
    /// Adds those of another file.
    pub(crate) fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.interfaces += other.interfaces;
        self.methods += other.methods;
        self.parameters += other.parameters;
        self.records += other.records;
        self.fields += other.fields;
        self.aliases += other.aliases;
        self.enums += other.enums;
        self.values += other.values;
        self.identifiers += other.identifiers;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, interfaces, methods, parameters, records, fields, aliases, enums, values, identifiers } =
            self;
        write!(f, "{files} files, {interfaces} interfaces with {methods} methods and {parameters} parameters, ")?;
        write!(f, "{records} records with {fields} fields, {aliases} typedefs, {enums} enumerations, ")?;
        write!(f, "{values} values, {identifiers} identifiers")
    }
}

/// The claims about a file.
#[derive(Default)]
pub(crate) struct Probe {
    /// In the order of their lines.
    pub(crate) claims: Vec<Claim>,
    /// The tags of records and enumerations, as declarations that make them known without their keywords. A header that
    /// has another type of that name denies them.
    pub(crate) tags: Vec<String>,
    /// What they are about.
    pub(crate) counts: Counts,
}

impl Probe {
    /// The lines of C for the claims.
    pub(crate) fn text(&self) -> String {
        self.claims.iter().map(|claim| format!("{}\n", claim.line)).collect()
    }
}

/// The probe of a file for a target.
pub(crate) fn probe(compilation: &Compilation, file: Id<File>, target: Target) -> Probe {
    let (model, layouts) = (&compilation.model, &compilation.layouts);
    let mut writer = Writer { model, layouts, target, probe: Probe::default(), tags: BTreeSet::new() };
    let here = model.order.iter().copied().filter(|decl| model.head(*decl).file == file);
    for decl in here {
        writer.declaration(decl);
    }
    let mut probe = writer.probe;
    probe.counts.files = 1;
    probe.tags = writer.tags.into_iter().collect();
    probe
}

struct Writer<'a> {
    model: &'a Model,
    layouts: &'a Layouts,
    target: Target,
    probe: Probe,
    /// What makes types that may have no name but their tag known by the bare tag.
    tags: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    fn claim(&mut self, said: String, condition: &str) {
        self.probe.claims.push(Claim { said, line: format!("_Static_assert({condition}, \"\");") });
    }

    fn declaration(&mut self, decl: Decl) {
        let model = self.model;
        match decl {
            Decl::Interface(id) => self.interface(id, &model.interfaces[id]),
            Decl::Record(id) => self.record(id, &model.records[id]),
            Decl::Enum(id) => self.enumeration(&model.enums[id]),
            Decl::Alias(id) => self.alias(&model.aliases[id]),
            Decl::Const(id) => self.constant(&model.consts[id]),
            Decl::Coclass(id) => self.identifier("CLSID_", &model.coclasses[id].head.name, model.coclasses[id].clsid),
            Decl::Library(id) => self.identifier("LIBID_", &model.libraries[id].head.name, model.libraries[id].uuid),
            Decl::Module(_) | Decl::Enumerator(..) => {}
        }
    }

    fn interface(&mut self, id: Id<Interface>, interface: &Interface) {
        let name = &interface.head.name;
        let prefix = match interface.kind {
            InterfaceKind::Object => "IID_",
            InterfaceKind::Dispatch => "DIID_",
            InterfaceKind::Rpc => return,
        };
        if interface.declared_only {
            return;
        }
        self.probe.counts.interfaces += 1;
        self.identifier(prefix, name, interface.iid);
        let slots = self.model.slot_count(id);
        self.claim(format!("{name} has {slots} slots"), &format!("sizeof({name}Vtbl) == {slots} * sizeof(void *)"));
        let mut seen = BTreeSet::new();
        for base in self.model.chain(id) {
            for method in &self.model.interfaces[base].methods {
                let mut member = method.head.name.clone();
                if !seen.insert(&method.head.name) {
                    // C knows no overloads: the later one has its interface's name before its own.
                    member = format!("{}_{member}", self.model.interfaces[base].head.name);
                }
                let slot = method.slot;
                let place = format!("offsetof({name}Vtbl, {member}) == {slot} * sizeof(void *)");
                self.claim(format!("{name}::{member} is in slot {slot}"), &place);
                if base == id {
                    self.method(id, method, &member);
                }
            }
        }
    }

    /// That a method has this type, with the object as its first parameter.
    fn method(&mut self, interface: Id<Interface>, method: &Method, member: &str) {
        self.probe.counts.methods += 1;
        self.probe.counts.parameters += method.params.len();
        let name = &self.model.interfaces[interface].head.name;
        let mut params = vec![("This".to_owned(), Type::Interface(interface).pointer(false))];
        let mut ret = method.ret.clone();
        if matches!(self.model.strip(&ret), Type::Record(_)) {
            // As the Microsoft compiler has it, a record is returned in memory of the caller, behind the object.
            ret = ret.pointer(false);
            params.push(("__ret".to_owned(), ret.clone()));
        }
        params.extend(method.params.iter().map(|param| (param.head.name.clone(), param.ty.clone())));
        let function = FnType { ret, params, cdecl: method.cdecl, variadic: method.variadic };
        let ty = Type::Function(Box::new(function)).pointer(false);
        let said = self.model.declare(&ty, member, Dialect::Idl);
        self.same_type(format!("{name}: {said}"), &format!("(({name}Vtbl *)0)->{member}"), &ty);
    }

    fn record(&mut self, id: Id<Record>, record: &Record) {
        if record.declared_only || record.nested {
            return;
        }
        self.probe.counts.records += 1;
        let ty = self.spell(&Type::Record(id));
        let name = &record.head.name;
        let layout = self.layouts.record(id, self.target);
        let (size, align) = (layout.size, layout.align);
        self.claim(format!("{name} has {size} bytes"), &format!("sizeof({ty}) == {size}"));
        self.claim(format!("{name} is aligned to {align}"), &format!("_Alignof({ty}) == {align}"));
        self.fields(name, id, "", 0);
    }

    /// The fields of a record, or of one that a field of it holds.
    fn fields(&mut self, outer: &str, id: Id<Record>, path: &str, start: u64) {
        let (record, layout) = (&self.model.records[id], self.layouts.record(id, self.target));
        for (field, offset) in record.fields.iter().zip(&layout.offsets) {
            let (ty, offset, name) = (&field.param.ty, start + offset, &field.param.head.name);
            if field.bits.is_some() || *ty == Type::Void {
                continue;
            }
            let inner = match ty {
                Type::Record(inner) if self.model.records[*inner].nested => Some(*inner),
                _ => None,
            };
            // Wine's headers define these names as macros without a text.
            let anonymous =
                field.anonymous || ["DUMMYUNIONNAME", "DUMMYSTRUCTNAME"].iter().any(|n| name.starts_with(n));
            let place = if anonymous { path.to_owned() } else { format!("{path}{name}") };
            if !anonymous {
                self.probe.counts.fields += 1;
                let said = format!("{outer}.{place} is at {offset}");
                self.claim(said, &format!("offsetof({outer}, {place}) == {offset}"));
            }
            match inner {
                Some(inner) if anonymous => self.fields(outer, inner, path, offset),
                Some(inner) => self.fields(outer, inner, &format!("{place}."), offset),
                None if !anonymous && has_a_name(self.model, ty) => {
                    let ty = with_length(ty);
                    let said = format!("{outer}: {}", self.model.declare(&ty, &place, Dialect::Idl));
                    self.same_type(said, &format!("(({outer} *)0)->{place}"), &ty);
                }
                None => {}
            }
        }
    }

    fn enumeration(&mut self, item: &Enum) {
        self.probe.counts.enums += 1;
        for value in &item.values {
            self.probe.counts.values += 1;
            let (name, value) = (&value.name, value.value);
            self.claim(format!("{name} is {value}"), &format!("(unsigned)({name}) == {:#x}u", value as u32));
        }
    }

    fn alias(&mut self, alias: &Alias) {
        if has_a_name(self.model, &alias.ty) {
            self.probe.counts.aliases += 1;
            let said = format!("typedef {}", self.model.declare(&alias.ty, &alias.head.name, Dialect::Idl));
            self.same_type(said, &alias.head.name, &alias.ty);
        }
    }

    fn constant(&mut self, constant: &Const) {
        let name = &constant.head.name;
        let (said, condition) = match &constant.value {
            Value::Int(value) => {
                let ty = self.spell(&constant.ty);
                (format!("{name} is {value}"), format!("({ty})({name}) == ({ty}){value}ull"))
            }
            Value::Float(value) => {
                let ty = self.spell(&constant.ty);
                (format!("{name} is {value}"), format!("({ty})({name}) == ({ty}){value:?}"))
            }
            Value::Str { value, wide: false } => {
                (format!("{name} is {value:?}"), format!("__builtin_strcmp({name}, {value:?}) == 0"))
            }
            Value::Str { value, wide: true } => {
                let units = value.encode_utf16().count() + 1;
                (format!("{name} is {value:?}"), format!("sizeof({name}) == {units} * sizeof(WCHAR)"))
            }
            Value::Guid(guid) => return self.identifier("", name, Some(*guid)),
        };
        self.probe.counts.values += 1;
        self.claim(said, &condition);
    }

    fn identifier(&mut self, prefix: &str, name: &str, guid: Option<Guid>) {
        let Some(guid) = guid else { return };
        self.probe.counts.identifiers += 1;
        let parts: Vec<String> = (0..8).rev().map(|part| format!("{:#x}", (guid.0 >> (16 * part)) as u16)).collect();
        self.claim(format!("{prefix}{name} is {guid}"), &format!("GUID_IS({prefix}{name}, {})", parts.join(", ")));
    }

    fn same_type(&mut self, said: String, expression: &str, ty: &Type) {
        let ty = self.spell(&self.descriptors(ty));
        self.claim(said, &format!("__builtin_types_compatible_p(__typeof__({expression}), {ty})"));
    }

    /// A type as C spells it.
    fn spell(&mut self, ty: &Type) -> String {
        self.tags_of(ty);
        self.model.spell(ty, Dialect::Cpp)
    }

    /// A type as C sees it, which has no word for the elements of a SAFEARRAY.
    fn descriptors(&self, ty: &Type) -> Type {
        match ty {
            Type::SafeArray(_) => match self.model.records.iter().find(|(_, record)| record.head.name == "SAFEARRAY") {
                Some((id, _)) => Type::Record(id).pointer(false),
                None => ty.clone(),
            },
            Type::Pointer { to, is_const } => self.descriptors(to).pointer(*is_const),
            Type::Array { of, len, is_const } => {
                Type::Array { of: Box::new(self.descriptors(of)), len: *len, is_const: *is_const }
            }
            Type::Function(function) => {
                let params = function.params.iter().map(|(name, ty)| (name.clone(), self.descriptors(ty))).collect();
                let (ret, cdecl, variadic) = (self.descriptors(&function.ret), function.cdecl, function.variadic);
                Type::Function(Box::new(FnType { ret, params, cdecl, variadic }))
            }
            other => other.clone(),
        }
    }

    fn tags_of(&mut self, ty: &Type) {
        let model = self.model;
        let (keyword, head, tag) = match ty {
            Type::Pointer { to: inner, .. } | Type::Array { of: inner, .. } => return self.tags_of(inner),
            Type::Function(function) => {
                self.tags_of(&function.ret);
                return function.params.iter().for_each(|(_, ty)| self.tags_of(ty));
            }
            Type::Record(id) => {
                let record = &model.records[*id];
                (if record.union { "union" } else { "struct" }, &record.head, &record.tag)
            }
            Type::Enum(id) => ("enum", &model.enums[*id].head, &model.enums[*id].tag),
            _ => return,
        };
        let name = &head.name;
        if tag.as_ref() == Some(name) {
            self.tags.insert(format!("typedef {keyword} {name} {name};"));
        }
    }
}

/// Whether a type can be spelled outside of the record that holds it.
fn has_a_name(model: &Model, ty: &Type) -> bool {
    match ty {
        Type::Pointer { to: inner, .. } | Type::Array { of: inner, .. } => has_a_name(model, inner),
        Type::Record(id) => !model.records[*id].nested,
        _ => true,
    }
}

/// The type of a field: a trailing array without a length has one element.
fn with_length(ty: &Type) -> Type {
    match ty {
        Type::Array { of, len: None, is_const } => Type::Array { of: of.clone(), len: Some(1), is_const: *is_const },
        other => other.clone(),
    }
}
