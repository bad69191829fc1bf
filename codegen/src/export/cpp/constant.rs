//! Constants.

use super::Header;
use super::interface::initializer;
use crate::model::{Const, Type, Value};

impl Header<'_> {
    /// A constant, unless a macro of that name is known: Windows' headers define theirs so.
    pub(super) fn constant(&mut self, item: &Const) {
        let name = &item.head.name;
        self.line(&format!("\n#ifndef {name}"));
        self.docs("", &item.head.docs);
        let (ty, value) = match &item.value {
            Value::Str { value, wide } => (format!("MAPIDL_CONST {} {name}[]", character(*wide)), string(value, *wide)),
            Value::Int(value) if matches!(self.model.strip(&item.ty), Type::Pointer { .. } | Type::Handle) => {
                // A pointer made of a number is no constant of C++.
                self.line(&format!("#define {name} (({})(intptr_t){})", self.spell(&item.ty), integer(*value)));
                self.line("#endif");
                return;
            }
            Value::Int(value) => (self.typed(item), format!("({}){}", self.spell(&item.ty), integer(*value))),
            Value::Float(value) => (self.typed(item), format!("{value:?}")),
            Value::Guid(guid) => (format!("MAPIDL_CONST GUID {name}"), initializer(*guid)),
        };
        self.line(&format!("{ty} = {value};"));
        self.line("#endif");
    }

    fn typed(&self, item: &Const) -> String {
        format!("MAPIDL_CONST {}", self.declare(&item.ty, &item.head.name))
    }
}

/// An integer that every compiler reads with its value.
pub(super) fn integer(value: i128) -> String {
    match value {
        -2_147_483_648 => "(-2147483647 - 1)".to_owned(),
        -9_223_372_036_854_775_808 => "(-9223372036854775807LL - 1)".to_owned(),
        -2_147_483_647..=2_147_483_647 => value.to_string(),
        2_147_483_648..=4_294_967_295 => format!("0x{value:08x}u"),
        _ if value > i128::from(i64::MAX) => format!("0x{value:x}ULL"),
        _ => format!("{value}LL"),
    }
}

const fn character(wide: bool) -> &'static str {
    if wide { "MAPIDL_WCHAR" } else { "char" }
}

/// A string literal. Narrow characters beyond ASCII are bytes of UTF-8.
fn string(value: &str, wide: bool) -> String {
    let mut text = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            // Trigraphs are made of question marks.
            '?' => text.push_str("\\?"),
            ' '..='~' => text.push(c),
            _ if wide && u32::from(c) >= 0xa0 => text.push_str(&wide_escape(c)),
            _ => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| text.push_str(&format!("\\{byte:03o}"))),
        }
    }
    text.push('"');
    if wide { format!("MAPIDL_TEXT({text})") } else { text }
}

fn wide_escape(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_keep_their_value() {
        assert_eq!(integer(-1), "-1");
        assert_eq!(integer(i32::MIN.into()), "(-2147483647 - 1)");
        assert_eq!(integer(0x8000_0000), "0x80000000u");
        assert_eq!(integer(u64::MAX.into()), "0xffffffffffffffffULL");
        assert_eq!(integer(-5_000_000_000), "-5000000000LL");
    }

    #[test]
    fn strings_are_escaped() {
        assert_eq!(string("a\"\\\n?", false), r#""a\"\\\012\?""#);
        assert_eq!(string("\u{e4}", false), r#""\303\244""#);
        assert_eq!(string("\u{e4}\u{1f600}", true), r#"MAPIDL_TEXT("\u00e4\U0001f600")"#);
    }
}
