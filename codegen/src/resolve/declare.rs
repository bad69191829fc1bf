//! First pass: gives every declaration an id and every name an entry.

use super::attributes::AttrKind;
use super::conditions::Conditions;
use super::packing::Packing;
use super::worklist::{Kind, Owner, Task};
use super::{Parsed, Resolver, text};
use crate::diag::{Code, Diagnostic};
use crate::model::{
    Alias, Coclass, Const, Decl, Head, Id, Interface, InterfaceKind, Library, Module, ParamFacts, QuickFacts, Type,
    Value,
};
use crate::source::Span;
use crate::syntax::ast::{self, Attr, Item, ItemKind, Name, TypeKind};
use indexmap::IndexMap;
use pass::{Declare, NO_DOCS, PACKINGS};
use std::collections::HashSet;
use tagged_types::{Spot, Within};

mod cpp_quote;
mod nameless;
mod pass;
mod tagged_types;
mod types;

pub(super) use pass::head;

impl<'a> Resolver<'a> {
    /// Declares everything in all files.
    pub(super) fn declare(&mut self, files: &'a [Parsed]) {
        let ids: Vec<_> = self.model.files.ids().collect();
        let Some(&first) = ids.first() else { return };
        let mut pass = Declare::new(self, first);
        for (id, file) in ids.into_iter().zip(files) {
            pass.file = id;
            pass.packing = Packing::default();
            pass.conditions = Conditions::default();
            pass.unlike = &file.unlike;
            pass.items(&file.ast.items, Owner::Nothing);
            pass.r.declared.ends.push(pass.seq);
        }
        pass.name_the_nameless();
        pass.list_names();
        pass.list_order();
        // No longer: order of tokens, anonymous types, `#pragma pack`, quoted conditions, names declared twice.
    }
}

impl<'a> Declare<'_, 'a> {
    fn items(&mut self, items: &'a [Item], owner: Owner) {
        for item in items {
            self.around = item.loc.0;
            self.item(item, owner);
        }
    }

    fn item(&mut self, item: &'a Item, owner: Owner) {
        match &item.kind {
            ItemKind::Import(_) | ItemKind::ImportLib(_) => {}
            ItemKind::CppQuote(text) => self.cpp_quote(item, text),
            ItemKind::Pragma(pragma) => self.pragma(pragma, item.loc.0),
            ItemKind::Const(source) => self.constant(item, source),
            ItemKind::Typedef(typedef) => self.typedef(item, typedef),
            ItemKind::Tag(spec) => {
                let attrs = item.attrs.iter().collect();
                self.spec(spec, &Spot { own: None, docs: &item.docs, attrs, within: Within::Nothing });
            }
            ItemKind::Interface(source) => self.interface(item, source),
            ItemKind::Dispinterface(source) => self.dispinterface(item, source),
            ItemKind::Coclass(source) => self.coclass(item, source),
            ItemKind::Library(block) => self.library(item, block),
            ItemKind::Module(block) => self.module(item, block),
            ItemKind::Function(function) => self.function(item, function, owner),
            // The parser has reported it.
            ItemKind::Unsupported(_) => {}
        }
    }

    fn pragma(&mut self, pragma: &str, span: Span) {
        let mut words = pragma.split_whitespace();
        if words.next() == Some("mapidl") {
            return self.own_pragma(&words.collect::<Vec<_>>().join(" "), span);
        }
        if let Err(wrong) = self.packing.pragma(pragma) {
            self.r.sink.push(Diagnostic::error(Code::BAD_PACKING, span, wrong).help(PACKINGS));
        }
    }

    /// What mapidl's own pragmas say of the whole file.
    fn own_pragma(&mut self, pragma: &str, span: Span) {
        if pragma == "interfaces_not_null" {
            self.r.model.files[self.file].interfaces_not_null = true;
            return;
        }
        let message = format!("`{}` is not known", format!("#pragma mapidl {pragma}").trim_end());
        let help = "there is one: `#pragma mapidl interfaces_not_null`";
        self.r.sink.push(Diagnostic::warning(Code::UNKNOWN_ATTRIBUTE, span, message).help(help));
    }

    fn constant(&mut self, item: &'a Item, source: &'a ast::Const) {
        let Some(name) = &source.declarator.name else { return };
        let attrs: Vec<_> = item.attrs.iter().collect();
        let head = self.head(name, &item.docs, &attrs);
        let at = self.here();
        let id = self.r.model.consts.push(Const { head, ty: Type::Poison, value: Value::Int(0) });
        self.name(name, Decl::Const(id));
        self.defined(Decl::Const(id));
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Const(id, source) });
    }

    fn typedef(&mut self, item: &'a Item, typedef: &'a ast::Typedef) {
        let attrs: Vec<_> = item.attrs.iter().chain(&typedef.attrs).collect();
        let plain = |declarator: &&ast::Declarator| declarator.derive.is_empty() && declarator.name.is_some();
        let first = typedef.declarators.first().and_then(|declarator| declarator.name.as_ref());
        let own = typedef.declarators.iter().find(plain);
        let within = first.map_or(Within::Nothing, |name| Within::Typedef(&name.text));
        let own_name = own.and_then(|declarator| declarator.name.as_ref());
        let spot = Spot { own: own_name, docs: &item.docs, attrs: attrs.clone(), within };
        let named = self.spec(&typedef.ty, &spot);
        let has_body = self.has_body(&typedef.ty);
        for declarator in &typedef.declarators {
            let Some(name) = &declarator.name else { continue };
            let itself = own.is_some_and(|own| std::ptr::eq(own, declarator));
            if itself && let Some(decl) = named {
                self.name(name, decl);
            } else if itself && matches!(&typedef.ty.kind, TypeKind::Named(of) if of.text == name.text) {
                // `typedef interface IFoo IFoo;` says nothing new.
            } else {
                let (docs, kept) = if has_body { (&NO_DOCS, &[][..]) } else { (&item.docs, &attrs[..]) };
                let head = Head { hidden: self.hidden(&attrs), ..self.head(name, docs, kept) };
                self.alias(head, name, &typedef.ty, declarator, attrs.clone());
            }
        }
    }

    fn alias(
        &mut self,
        head: Head,
        name: &'a Name,
        ty: &'a ast::TypeSpec,
        declarator: &'a ast::Declarator,
        attrs: Vec<&'a Attr>,
    ) {
        let at = self.here();
        let id = self.r.model.aliases.push(Alias { head, ty: Type::Poison, facts: ParamFacts::default() });
        self.name(name, Decl::Alias(id));
        self.defined(Decl::Alias(id));
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Alias(id, ty, declarator) });
    }

    fn interface(&mut self, item: &'a Item, source: &'a ast::Interface) {
        let defines = source.items.is_some();
        let id = self.interface_id(item, &source.name, InterfaceKind::Rpc, defines);
        let Some(items) = &source.items else { return };
        let at = self.here();
        let kept = std::mem::replace(&mut self.ref_by_default, is_ref_by_default(&item.attrs));
        self.r.model.interfaces[id].ref_by_default = self.ref_by_default;
        self.items(items, Owner::Interface(id));
        self.ref_by_default = kept;
        self.defined(Decl::Interface(id));
        let attrs = item.attrs.iter().collect();
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Interface(id, source) });
    }

    fn dispinterface(&mut self, item: &'a Item, source: &'a ast::Dispinterface) {
        let defines = source.body.is_some();
        let id = self.interface_id(item, &source.name, InterfaceKind::Dispatch, defines);
        let Some(body) = &source.body else { return };
        let at = self.here();
        if let ast::DispBody::Members { properties, methods } = body {
            for field in properties {
                self.r.declared.tasks.push(Task { at, attrs: Vec::new(), kind: Kind::Property(id, field) });
            }
            self.items(methods, Owner::Dispinterface(id));
        }
        self.defined(Decl::Interface(id));
        let attrs = item.attrs.iter().collect();
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Dispinterface(id, body) });
    }

    /// The id of an interface, which may be known from a forward declaration.
    fn interface_id(&mut self, item: &'a Item, name: &'a Name, kind: InterfaceKind, defines: bool) -> Id<Interface> {
        let known = self.known_interface(&name.text, defines);
        let attrs: Vec<_> = item.attrs.iter().collect();
        let head = Head { hidden: self.hidden(&attrs), ..self.head(name, &item.docs, &attrs) };
        let interface = new_interface(head, kind, !defines);
        let id = match known {
            Some(id) if defines => {
                self.r.model.interfaces[id] = interface;
                id
            }
            Some(id) => id,
            None => self.r.model.interfaces.push(interface),
        };
        self.name(name, Decl::Interface(id));
        id
    }

    /// The interface that a forward declaration, or a definition after one, is about.
    fn known_interface(&self, name: &str, defines: bool) -> Option<Id<Interface>> {
        let seen = self.r.scope.clear(self.r.scope.names.entries(name), self.here());
        let mut known = seen.filter_map(|entry| match entry.decl {
            Decl::Interface(id) => Some((id, self.r.model.interfaces[id].declared_only)),
            _ => None,
        });
        if defines {
            known.find(|(_, declared_only)| *declared_only).map(|(id, _)| id)
        } else {
            known.min_by_key(|(_, declared_only)| *declared_only).map(|(id, _)| id)
        }
    }

    fn coclass(&mut self, item: &'a Item, source: &'a ast::Coclass) {
        let attrs: Vec<_> = item.attrs.iter().collect();
        let Some(members) = &source.members else { return };
        let head = self.head(&source.name, &item.docs, &attrs);
        let id = self.r.model.coclasses.push(Coclass { head, clsid: None, interfaces: Vec::new() });
        self.name(&source.name, Decl::Coclass(id));
        self.defined(Decl::Coclass(id));
        let at = self.here();
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Coclass(id, members) });
    }

    fn library(&mut self, item: &'a Item, block: &'a ast::Block) {
        let attrs: Vec<_> = item.attrs.iter().collect();
        let head = self.head(&block.name, &item.docs, &attrs);
        // Libraries and modules only hold declarations: their names may be those of what they hold.
        let id = self.r.model.libraries.push(Library { head, uuid: None, version: None });
        let at = self.here();
        self.items(&block.items, Owner::Nothing);
        self.defined(Decl::Library(id));
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Library(id) });
    }

    fn module(&mut self, item: &'a Item, block: &'a ast::Block) {
        let attrs: Vec<_> = item.attrs.iter().collect();
        let head = self.head(&block.name, &item.docs, &attrs);
        let id = self.r.model.modules.push(Module { head, dll: None, mapi_heap: false, functions: Vec::new() });
        let at = self.here();
        self.items(&block.items, Owner::Module(id));
        self.defined(Decl::Module(id));
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Module(id) });
    }

    fn function(&mut self, item: &'a Item, function: &'a ast::Function, owner: Owner) {
        let Some(name) = &function.declarator.name else { return };
        if owner == Owner::Nothing {
            let message = format!("the function `{}` is left out: it stands in no interface or module", name.text);
            let help = "declare a DLL's functions in a `module`";
            self.r.sink.push(Diagnostic::warning(Code::FUNCTION_LEFT_OUT, name.loc.0, message).help(help));
        }
        self.inline(&function.ret, Within::Param(&name.text, "ret"));
        self.params(&function.params, &name.text);
        let at = self.here();
        let attrs = item.attrs.iter().collect();
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Method(owner, item, function) });
    }

    /// Gives the model its table of names.
    fn list_names(&mut self) {
        let names = self.r.scope.names.iter().map(|(name, entries)| (name.clone(), entries[0].decl));
        let mut table: IndexMap<_, _> = names.collect();
        for (name, decl) in self.tagged.unnamed(&self.r.model) {
            table.entry(name).or_insert(decl);
        }
        self.r.model.names = table;
    }

    /// Gives the model its order. What is only declared stands where it is first mentioned.
    fn list_order(&mut self) {
        let model = &mut self.r.model;
        let mut listed = HashSet::new();
        for entry in self.r.scope.names.iter().flat_map(|(_, entries)| entries) {
            if let Decl::Interface(id) = entry.decl
                && model.interfaces[id].declared_only
                && listed.insert(id)
            {
                self.order.push((entry.place.seq, entry.decl));
            }
        }
        self.order.extend(self.tagged.forward(model));
        self.order.sort_by_key(|(seq, _)| *seq);
        model.order = self.order.iter().map(|(_, decl)| *decl).collect();
        self.r.declared.places = self.order.iter().map(|(seq, _)| *seq).collect();
    }
}

/// Whether pointers in records of an interface with these attributes are `ref`.
fn is_ref_by_default(attrs: &[Attr]) -> bool {
    let is_ref = |attr: &Attr| text::attribute(attr).args.first().is_some_and(|arg| arg == "ref");
    attrs.iter().any(|attr| AttrKind::PointerDefault.is(attr) && is_ref(attr))
}

fn new_interface(head: Head, kind: InterfaceKind, declared_only: bool) -> Interface {
    Interface {
        head,
        kind,
        iid: None,
        base: None,
        declared_only,
        methods: Vec::new(),
        first_slot: 0,
        members: Vec::new(),
        local: false,
        ref_by_default: false,
        free_threaded: false,
        confusable: None,
        facts: QuickFacts::default(),
        success: None,
        unimplemented: None,
        bad_pointer: None,
    }
}
