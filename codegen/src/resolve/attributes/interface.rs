//! What the attributes of interfaces, coclasses, libraries and modules say.

use super::check::{Checked, find, has};
use super::places::Places;
use super::table::AttrKind;
use super::{first, name, refs, text};
use crate::diag::{Code, Diagnostic};
use crate::model::{
    Coclass, CoclassInterface, CodeRef, Decl, Guid, Id, Interface, InterfaceKind, Library, Module, QuickFacts,
};
use crate::resolve::Resolver;
use crate::resolve::lookup::Query;
use crate::resolve::scope::Place;
use crate::resolve::text as spelling;
use crate::syntax::ast::{Attr, CoclassMember};

/// Each says of an interface that it has a vtable.
const OBJECT: [AttrKind; 4] = [AttrKind::Object, AttrKind::Odl, AttrKind::Dual, AttrKind::OleAutomation];

/// The kinds of pointers.
const POINTERS: [AttrKind; 3] = [AttrKind::Ref, AttrKind::Unique, AttrKind::Ptr];

impl Resolver<'_> {
    pub(super) fn interface_facts(&mut self, id: Id<Interface>, has_base: bool, attrs: &[&Attr], at: Place) {
        let attrs = self.checked(attrs, Places::INTERFACE);
        let object = has_base || OBJECT.iter().any(|kind| has(&attrs, *kind));
        let iid = self.identifier(id, &attrs, object);
        let success = find(&attrs, AttrKind::Success).map(|attr| self.codes(attr, at));
        let unimplemented = self.one_code(&attrs, AttrKind::Unimplemented, at);
        let bad_pointer = self.one_code(&attrs, AttrKind::BadPointer, at);
        self.pointer_default(&attrs);
        let (local, free_threaded) = (has(&attrs, AttrKind::Local), has(&attrs, AttrKind::FreeThreaded));
        let interface = &mut self.model.interfaces[id];
        interface.kind = if object { InterfaceKind::Object } else { InterfaceKind::Rpc };
        interface.iid = iid.filter(|_| object);
        interface.local = local;
        interface.free_threaded = free_threaded;
        interface.facts = quick_facts(&attrs);
        interface.success = success;
        interface.unimplemented = unimplemented;
        interface.bad_pointer = bad_pointer;
    }

    pub(super) fn dispinterface_facts(&mut self, id: Id<Interface>, attrs: &[&Attr]) {
        let attrs = self.checked(attrs, Places::INTERFACE);
        let iid = self.identifier(id, &attrs, true);
        let interface = &mut self.model.interfaces[id];
        interface.iid = iid;
        interface.facts = quick_facts(&attrs);
    }

    /// The identifier of an interface, which one with a vtable has or is without on purpose.
    fn identifier(&mut self, id: Id<Interface>, attrs: &[Checked<'_>], required: bool) -> Option<Guid> {
        match (find(attrs, AttrKind::Uuid), find(attrs, AttrKind::NoIid)) {
            (Some(uuid), Some(none)) => {
                let message = "`no_iid` contradicts `uuid`";
                let diagnostic = Diagnostic::error(Code::CONFLICTING_ATTRIBUTES, none.loc.0, message);
                self.sink.push(diagnostic.also(uuid.loc.0, "the identifier").help("remove one of them"));
                None
            }
            (Some(uuid), None) => self.uuid(uuid),
            (None, None) if required => {
                let head = &self.model.interfaces[id].head;
                let message = format!("the interface `{}` has no uuid", head.name);
                let help = "write `uuid(…)`, or `no_iid` where no identifier is known";
                self.sink.push(Diagnostic::warning(Code::MISSING_UUID, head.span, message).help(help));
                None
            }
            _ => None,
        }
    }

    fn one_code(&mut self, attrs: &[Checked<'_>], kind: AttrKind, at: Place) -> Option<CodeRef> {
        let expr = first(find(attrs, kind)?)?;
        self.code(name(expr)?, expr.loc.0, at)
    }

    fn pointer_default(&mut self, attrs: &[Checked<'_>]) {
        if let Some(expr) = find(attrs, AttrKind::PointerDefault).and_then(|attr| first(attr))
            && !name(expr).is_some_and(|name| POINTERS.iter().any(|kind| kind.name() == name))
        {
            self.bad(expr.loc.0, "this is no kind of pointer", "write `ref`, `unique` or `ptr`");
        }
    }

    pub(super) fn coclass_facts(&mut self, id: Id<Coclass>, members: &[CoclassMember], attrs: &[&Attr], at: Place) {
        let attrs = self.checked(attrs, Places::COCLASS);
        let uuid = find(&attrs, AttrKind::Uuid);
        self.model.coclasses[id].clsid = uuid.and_then(|uuid| self.uuid(uuid));
        for member in members {
            let attrs = self.checked(&refs(&member.attrs), Places::MEMBER);
            let wanted = |decl| matches!(decl, Decl::Interface(_));
            let (code, what) = (Code::UNKNOWN_INTERFACE, "an interface");
            let at = self.end_of_file(at);
            let query = Query { name: &member.name.text, span: member.name.loc.0, at, code, what, wanted };
            if self.visible(query.name, at).is_none() {
                self.left_out(query);
            } else if let Some(Decl::Interface(interface)) = self.find(query) {
                let (default, source) = (has(&attrs, AttrKind::Default), has(&attrs, AttrKind::Source));
                let listed = CoclassInterface { interface, default, source };
                self.model.coclasses[id].interfaces.push(listed);
            }
        }
    }

    /// A coclass says which interfaces its objects have; to leave one out changes no layout.
    fn left_out(&mut self, query: Query<'_>) {
        let message = format!("the interface `{}` is not known, and left out of the coclass", query.name);
        let help = match self.suggestion(query) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "import the file that declares it".to_owned(),
        };
        self.sink.push(Diagnostic::warning(query.code, query.span, message).help(help));
    }

    pub(super) fn library_facts(&mut self, id: Id<Library>, attrs: &[&Attr]) {
        let attrs = self.checked(attrs, Places::LIBRARY);
        let version = find(&attrs, AttrKind::Version).map(|attr| spelling::attribute(attr).args.join(", "));
        let uuid = find(&attrs, AttrKind::Uuid).and_then(|uuid| self.uuid(uuid));
        let library = &mut self.model.libraries[id];
        library.uuid = uuid;
        library.version = version;
    }

    pub(super) fn module_facts(&mut self, id: Id<Module>, attrs: &[&Attr]) {
        let attrs = self.checked(attrs, Places::MODULE);
        self.model.modules[id].dll = find(&attrs, AttrKind::DllName).and_then(|attr| text(attr));
        self.model.modules[id].mapi_heap = has(&attrs, AttrKind::MapiHeap);
    }
}

fn quick_facts(attrs: &[Checked<'_>]) -> QuickFacts {
    let say = |kind| find(attrs, kind).and_then(|attr| text(attr));
    QuickFacts {
        header: say(AttrKind::Header),
        exposed_by: say(AttrKind::ExposedBy),
        implemented_by: say(AttrKind::ImplementedBy),
        called_by: say(AttrKind::CalledBy),
        transaction: say(AttrKind::Transaction),
    }
}
