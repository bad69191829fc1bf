//! Interfaces and what lists them: vtables, coclasses, libraries, modules.

use super::page::{Page, hex, per_target};
use crate::signature;
use crate::table::{Column, Table};
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::model::{Coclass, Id, Interface, InterfaceKind, Library, Model, Module};

/// An interface: quick facts, then its vtable.
pub(super) fn interface(compilation: &Compilation, id: Id<Interface>) -> String {
    let model = &compilation.model;
    let interface = &model.interfaces[id];
    let mut page = Page::new(compilation, title(model, interface), &interface.head);
    if interface.declared_only {
        page.fact("vtable", "not known: the interface is declared, and defined nowhere here");
        return page.finish();
    }
    match interface.iid {
        Some(iid) => page.fact("identifier", iid),
        None => page.fact("identifier", "none"),
    }
    quick_facts(&mut page, interface);
    if interface.kind == InterfaceKind::Rpc {
        page.fact("vtable", "none: the interface is not an [object]");
        return page.finish();
    }
    page.fact("slots", format!("{}, {} of them its own", model.slot_count(id), interface.methods.len()));
    page.block(vtable(model, id));
    page.finish()
}

fn title(model: &Model, interface: &Interface) -> String {
    let keyword = if interface.kind == InterfaceKind::Dispatch { "dispinterface" } else { "interface" };
    let base = interface.base.map(|base| format!(" : {}", model.interfaces[base].head.name)).unwrap_or_default();
    format!("{keyword} {}{base}", interface.head.name)
}

fn quick_facts(page: &mut Page, interface: &Interface) {
    let facts = &interface.facts;
    page.maybe("header", facts.header.as_ref());
    page.maybe("exposed by", facts.exposed_by.as_ref());
    page.maybe("implemented by", facts.implemented_by.as_ref());
    page.maybe("called by", facts.called_by.as_ref());
    page.maybe("transactions", facts.transaction.as_ref());
    page.maybe("default answer", interface.unimplemented.as_ref().map(|code| &code.name));
}

fn vtable(model: &Model, id: Id<Interface>) -> Table {
    let columns = [
        Column::Right("slot"),
        Column::Right("x86_64"),
        Column::Right("i686"),
        Column::Left("from"),
        Column::Left("method"),
    ];
    let mut table = Table::new(&columns);
    for owner in model.chain(id) {
        let from = if owner == id { "" } else { model.interfaces[owner].head.name.as_str() };
        for method in &model.interfaces[owner].methods {
            let [wide, narrow] = per_target(|target| u64::from(method.slot) * target.pointer_size());
            let cells = [method.slot.to_string(), hex(wide), hex(narrow), from.to_owned()];
            table.row(cells.into_iter().chain([signature::method(model, method)]));
        }
    }
    table
}

/// A coclass and the interfaces that it lists.
pub(super) fn coclass(compilation: &Compilation, class: &Coclass) -> String {
    let mut page = Page::new(compilation, format!("coclass {}", class.head.name), &class.head);
    page.maybe("identifier", class.clsid);
    let mut table = Table::new(&[Column::Left("interface"), Column::Left("role")]);
    for listed in &class.interfaces {
        let name = compilation.model.interfaces[listed.interface].head.name.clone();
        let default = listed.default.then_some("default");
        let source = listed.source.then_some("source");
        let role: Vec<_> = default.into_iter().chain(source).collect();
        table.row([name, role.join(", ")]);
    }
    page.block(table);
    page.finish()
}

/// A library.
pub(super) fn library(compilation: &Compilation, library: &Library) -> String {
    let mut page = Page::new(compilation, format!("library {}", library.head.name), &library.head);
    page.maybe("identifier", library.uuid);
    page.maybe("version", library.version.as_ref());
    page.finish()
}

/// A module and its functions.
pub(super) fn module(compilation: &Compilation, module: &Module) -> String {
    let mut page = Page::new(compilation, format!("module {}", module.head.name), &module.head);
    page.maybe("DLL", module.dll.as_ref());
    let mut table = Table::new(&[Column::Left("convention"), Column::Left("function")]);
    for function in &module.functions {
        let convention = if function.cdecl { "cdecl" } else { "stdcall" };
        table.row([convention.to_owned(), signature::method(&compilation.model, function)]);
    }
    page.block(table);
    page.finish()
}
