//! Structs, unions and typedefs: sizes and offsets for both targets.

use super::page::{Page, hex, per_target};
use crate::signature;
use crate::table::{Column, Table};
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::layout::{RecordLayout, Target};
use mapidl_codegen::model::{Alias, Dialect, Field, Id, Record, Type};

/// A struct or union: size, alignment, members.
pub(super) fn record(compilation: &Compilation, id: Id<Record>) -> String {
    let record = &compilation.model.records[id];
    let keyword = if record.union { "union" } else { "struct" };
    let mut page = Page::new(compilation, format!("{keyword} {}", record.head.name), &record.head);
    page.maybe("tag", record.tag.as_ref().filter(|tag| **tag != record.head.name));
    if record.declared_only {
        page.fact("layout", "not known: only the name is declared here");
        return page.finish();
    }
    page.maybe("packing", record.pack);
    page.maybe("safe view", record.view.as_ref());
    let ty = Type::Record(id);
    room(&mut page, compilation, &ty);
    page.block(members(compilation, id));
    page.finish()
}

/// A typedef: what it stands for, and how large that is.
pub(super) fn alias(compilation: &Compilation, id: Id<Alias>) -> String {
    let model = &compilation.model;
    let alias = &model.aliases[id];
    let title = format!("typedef {}", model.declare(&alias.ty, &alias.head.name, Dialect::Idl));
    let mut page = Page::new(compilation, title, &alias.head);
    room(&mut page, compilation, &alias.ty);
    page.finish()
}

fn room(page: &mut Page, compilation: &Compilation, ty: &Type) {
    let room = |target| compilation.layouts.size_of(&compilation.model, ty, target);
    let [x86_64, i686] = Target::ALL.map(|target| room(target).size);
    if x86_64 == 0 {
        return;
    }
    page.fact("size", format!("{x86_64} (x86_64), {i686} (i686)"));
    let [x86_64, i686] = Target::ALL.map(|target| room(target).align);
    page.fact("alignment", format!("{x86_64} (x86_64), {i686} (i686)"));
}

fn members(compilation: &Compilation, id: Id<Record>) -> Table {
    let columns = [
        Column::Right("x86_64"),
        Column::Right("size"),
        Column::Right("i686"),
        Column::Right("size"),
        Column::Left("member"),
    ];
    let mut table = Table::new(&columns);
    let (model, layouts) = (&compilation.model, &compilation.layouts);
    for (index, field) in model.records[id].fields.iter().enumerate() {
        let [wide, narrow] = per_target(|target| layouts.size_of(model, &field.param.ty, target).size);
        let place = |target| offset(layouts.record(id, target), field, index);
        let [wide_place, narrow_place] = Target::ALL.map(place);
        let cells = [wide_place, wide.to_string(), narrow_place, narrow.to_string(), member(compilation, field)];
        table.row(cells);
    }
    table
}

/// The first byte, and for bit fields the first bit: `0x4:3`.
fn offset(layout: &RecordLayout, field: &Field, index: usize) -> String {
    let byte = hex(layout.offsets.get(index).copied().unwrap_or_default());
    match field.bits {
        Some(_) => format!("{byte}:{}", layout.bits.get(index).copied().unwrap_or_default()),
        None => byte,
    }
}

/// A member as IDL declares it. Cases are among its attributes.
fn member(compilation: &Compilation, field: &Field) -> String {
    if field.param.ty == Type::Void {
        return "[default] ;".to_owned();
    }
    let text = signature::parameter(&compilation.model, &field.param);
    match field.bits {
        Some(bits) => format!("{text} : {bits}"),
        None => text,
    }
}
