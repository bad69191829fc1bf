//! Structs and unions, with assertions of their layout.

use super::prologue::escape;
use super::{Header, anonymous_record};
use crate::layout::Target;
use crate::model::{Field, Id, Record, Type};

impl Header<'_> {
    pub(super) fn record(&mut self, id: Id<Record>) {
        let record = &self.model.records[id];
        let name = &record.head.name;
        self.line("");
        if let Some(pack) = record.pack {
            self.line(&format!("#pragma pack(push, {pack})"));
        }
        self.docs("", &record.head.docs);
        let bits = record.fields.iter().any(|field| field.bits.is_some());
        let attribute = if bits { "MAPIDL_MS_STRUCT " } else { "" };
        self.line(&format!("{} {attribute}{name} {{", keyword(record)));
        self.members(record, 1);
        self.line("};");
        if record.pack.is_some() {
            self.line("#pragma pack(pop)");
        }
        self.assertions(id);
        if name == "GUID" && self.bundled {
            self.guid_operators();
        }
    }

    fn members(&mut self, record: &Record, depth: usize) {
        let indent = "    ".repeat(depth);
        for field in &record.fields {
            if field.param.ty == Type::Void {
                // The empty arm of a union.
                continue;
            }
            self.docs(&indent, &field.param.head.docs);
            if let Some(inner) = anonymous_record(field) {
                let inner = &self.model.records[inner];
                self.line(&format!("{indent}{} {{", keyword(inner)));
                self.members(inner, depth + 1);
                self.line(&format!("{indent}}};"));
            } else {
                let member = self.member(record, field);
                self.line(&format!("{indent}{member};"));
            }
        }
    }

    fn member(&self, record: &Record, field: &Field) -> String {
        // A trailing array without a length has room for one element.
        let one = match &field.param.ty {
            Type::Array { of, is_const, len: None } => {
                Some(Type::Array { of: of.clone(), is_const: *is_const, len: Some(1) })
            }
            _ => None,
        };
        let ty = one.as_ref().unwrap_or(&field.param.ty);
        let name = if field.anonymous { "" } else { &field.param.head.name };
        let align = if field.bits.is_none() && self.needs_alignment(record, ty) { "MAPIDL_ALIGN8 " } else { "" };
        let bits = field.bits.map_or_else(String::new, |bits| format!(" : {bits}"));
        format!("{align}{}{bits}", self.declare(ty, name))
    }

    /// Whether the host may align the member less than Windows does: 8-byte numbers in 32-bit programs. A record brings
    /// its own alignment.
    fn needs_alignment(&self, record: &Record, ty: &Type) -> bool {
        let mut element = self.model.strip(ty);
        while let Type::Array { of, .. } = element {
            element = self.model.strip(of);
        }
        let number = matches!(element, Type::Int { bits: 64, .. } | Type::F64);
        number && record.pack.is_none_or(|pack| pack >= 8)
    }

    fn assertions(&mut self, id: Id<Record>) {
        let record = &self.model.records[id];
        let name = &record.head.name;
        let [wide, narrow] = Target::ALL.map(|target| self.layouts.record(id, target));
        self.line(&format!("MAPIDL_ASSERT(sizeof({name}) == {});", by_width(wide.size, narrow.size)));
        for (index, field) in record.fields.iter().enumerate() {
            if field.anonymous || field.bits.is_some() {
                continue;
            }
            let offset = by_width(wide.offsets[index], narrow.offsets[index]);
            let field = escape(&field.param.head.name);
            self.line(&format!("MAPIDL_ASSERT(offsetof({name}, {field}) == {offset});"));
        }
    }

    /// What `<guiddef.h>` gives on Windows.
    fn guid_operators(&mut self) {
        self.line("#ifdef __cplusplus");
        for (operator, result) in [("==", "=="), ("!=", "!=")] {
            self.line(&format!("inline bool operator{operator}(const GUID &a, const GUID &b) {{"));
            self.line(&format!("    return memcmp(&a, &b, sizeof(GUID)) {result} 0;\n}}"));
        }
        self.line("#endif");
    }
}

const fn keyword(record: &Record) -> &'static str {
    if record.union { "union" } else { "struct" }
}

/// A number that may depend on the width of pointers.
fn by_width(wide: u64, narrow: u64) -> String {
    if wide == narrow { wide.to_string() } else { format!("MAPIDL_BY_WIDTH({wide}, {narrow})") }
}
