//! Enumerations and constants.

use super::page::Page;
use crate::table::{Column, Table};
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::model::{Const, Dialect, Enum, Value};

/// An enumeration and its values; `marked` is the one that was asked for.
pub(super) fn enumeration(compilation: &Compilation, one: &Enum, marked: Option<u32>) -> String {
    let mut page = Page::new(compilation, format!("enum {}", one.head.name), &one.head);
    page.maybe("tag", one.tag.as_ref().filter(|tag| **tag != one.head.name));
    page.fact("kind", if one.flags { "a set of bits" } else { "a choice" });
    let columns = [Column::Left(""), Column::Right("value"), Column::Right("hex"), Column::Left("name")];
    let mut table = Table::new(&columns);
    for (index, value) in one.values.iter().enumerate() {
        let mark = if marked.is_some_and(|marked| marked as usize == index) { ">" } else { "" };
        table.row([mark.to_owned(), value.value.to_string(), hex32(value.value.into()), value.name.clone()]);
    }
    page.block(table);
    page.finish()
}

/// A constant and its value.
pub(super) fn constant(compilation: &Compilation, constant: &Const) -> String {
    let declaration = match constant.value {
        Value::Guid(_) => format!("GUID {}", constant.head.name),
        _ => compilation.model.declare(&constant.ty, &constant.head.name, Dialect::Idl),
    };
    let mut page = Page::new(compilation, format!("const {declaration}"), &constant.head);
    match &constant.value {
        Value::Int(value) => page.fact("value", format!("{value} ({})", hex32(*value))),
        Value::Float(value) => page.fact("value", value),
        Value::Str { value, wide } => page.fact("value", format!("{}{value:?}", if *wide { "L" } else { "" })),
        Value::Guid(guid) => page.fact("value", guid),
    }
    page.finish()
}

/// A value in hexadecimal, with a sign taken for the highest of 32 bits, where that is what it is.
fn hex32(value: i128) -> String {
    match i32::try_from(value) {
        Ok(value) => format!("{:#010x}", value.cast_unsigned()),
        Err(_) => format!("{value:#010x}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_look_as_people_know_them() {
        assert_eq!(hex32(-2147221246), "0x80040102");
        assert_eq!(hex32(0x8004_0102), "0x80040102");
        assert_eq!(hex32(1), "0x00000001");
    }
}
