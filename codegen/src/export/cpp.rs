//! A C and C++ header of the model: for mingw-w64 on top of `<unknwn.h>`, for other hosts on its own.
//!
//! In C++ an interface is an abstract struct whose virtual functions stand in the order of the slots; in C it is a
//! struct with a pointer to its table of functions. Sizes and offsets are those of Windows on every host, and asserted.

mod constant;
mod interface;
mod prologue;
mod record;

use crate::layout::Layouts;
use crate::model::{Decl, Dialect, Enum, Field, File, Id, Model, Record, Type};
use crate::text::clean;
use std::collections::HashSet;

/// The header of a model.
#[must_use]
pub fn header(model: &Model, layouts: &Layouts) -> String {
    let anonymous = anonymous_records(model);
    let reached = model.reached(|decl| !model.files[model.head(decl).file].in_runtime());
    let mut header = Header { model, layouts, anonymous, reached, out: String::new(), bundled: false };
    header.prologue();
    header.forward();
    for decl in &model.order {
        header.item(*decl);
    }
    header.end_bundled();
    header.out
}

/// The header in the making.
struct Header<'m> {
    model: &'m Model,
    layouts: &'m Layouts,
    /// The records whose members C reaches directly: they are written inside the record that holds them.
    anonymous: HashSet<Id<Record>>,
    /// What the input leads to, of the files outside the runtime crate.
    reached: HashSet<Decl>,
    out: String,
    /// Whether what is being written is left to Windows' own headers there.
    bundled: bool,
}

impl Header<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn docs(&mut self, indent: &str, docs: &[String]) {
        for line in docs.iter().flat_map(|line| line.split('\n')) {
            let line = clean(line);
            let line = line.trim_end();
            // A backslash at the end, also one that is written as a trigraph, would pull the next line into the comment.
            let end = if line.ends_with('\\') || line.ends_with("??/") { " ." } else { "" };
            let space = if line.is_empty() { "" } else { " " };
            self.line(&format!("{indent}///{space}{line}{end}"));
        }
    }

    /// Whether the declaration belongs into the header.
    fn is_wanted(&self, decl: Decl) -> bool {
        self.model.files[self.model.head(decl).file].in_runtime() || self.reached.contains(&decl)
    }

    fn item(&mut self, decl: Decl) {
        let model = self.model;
        match decl {
            _ if !self.is_wanted(decl) => return,
            Decl::Library(_) | Decl::Coclass(_) | Decl::Enumerator(..) => return,
            Decl::Record(id) if model.records[id].declared_only || self.anonymous.contains(&id) => return,
            Decl::Interface(id) if model.interfaces[id].declared_only => return,
            // C++ has no enumeration of which only the name is known.
            Decl::Enum(id) if model.enums[id].values.is_empty() => return,
            _ => {}
        }
        let head = model.head(decl);
        self.region(head.file);
        match decl {
            Decl::Record(id) => self.record(id),
            Decl::Enum(id) => self.enumeration(&model.enums[id]),
            Decl::Alias(id) => self.alias(&model.aliases[id]),
            Decl::Const(id) => self.constant(&model.consts[id]),
            Decl::Interface(id) => self.interface(id),
            Decl::Module(id) => self.module(&model.modules[id]),
            Decl::Library(_) | Decl::Coclass(_) | Decl::Enumerator(..) => {}
        }
    }

    /// Leaves what the bundled files declare to Windows' own headers.
    fn region(&mut self, file: Id<File>) {
        let bundled = self.model.files[file].bundled;
        if bundled && !self.bundled {
            self.line("\n#ifndef _WIN32");
        } else if !bundled {
            self.end_bundled();
        }
        self.bundled = bundled;
    }

    fn end_bundled(&mut self) {
        if std::mem::take(&mut self.bundled) {
            self.line("\n#endif");
        }
    }

    /// Names all records and interfaces, so that pointers to them can stand anywhere.
    fn forward(&mut self) {
        let model = self.model;
        for decl in &model.order {
            let (keyword, head) = match *decl {
                _ if !self.is_wanted(*decl) => continue,
                Decl::Record(id) if !self.anonymous.contains(&id) => {
                    let record = &model.records[id];
                    (if record.union { "union" } else { "struct" }, &record.head)
                }
                Decl::Interface(id) => ("struct", &model.interfaces[id].head),
                _ => continue,
            };
            self.region(head.file);
            self.line(&format!("typedef {keyword} {0} {0};", head.name));
        }
        self.end_bundled();
    }

    fn alias(&mut self, alias: &crate::model::Alias) {
        let head = &alias.head;
        let declaration = self.declare(&alias.ty, &head.name);
        let by_unicode = prologue::DECIDED_BY_UNICODE.contains(&&*head.name);
        self.line("");
        if by_unicode {
            self.line("#ifndef _WIN32");
        }
        self.docs("", &head.docs);
        if let (Some(rest), Type::Pointer { to, is_const: true }) = (head.name.strip_prefix("REF"), &alias.ty)
            && self.bundled
            && !rest.is_empty()
        {
            let target = self.spell(to);
            self.line(&format!("MAPIDL_REFERENCE({target}, {});", head.name));
        } else {
            self.line(&format!("typedef {declaration};"));
        }
        if by_unicode {
            self.line("#endif");
        }
    }

    fn enumeration(&mut self, item: &Enum) {
        self.line("");
        self.docs("", &item.head.docs);
        self.line(&format!("typedef enum {} {{", item.head.name));
        let signed = item.values.iter().any(|value| value.value < 0);
        for value in &item.values {
            self.docs("    ", &value.docs);
            // One negative value makes the others signed too, so that all fit into 32 bits.
            let number = if signed { i64::from(value.value as i32) } else { value.value };
            self.line(&format!("    {} = {},", value.name, constant::integer(number.into())));
        }
        self.line(&format!("}} {};", item.head.name));
    }

    fn declare(&self, ty: &Type, name: &str) -> String {
        self.model.declare(ty, &prologue::escape(name), Dialect::Cpp)
    }

    fn spell(&self, ty: &Type) -> String {
        self.model.spell(ty, Dialect::Cpp)
    }
}

/// The records that some field without a name holds.
fn anonymous_records(model: &Model) -> HashSet<Id<Record>> {
    let fields = model.records.iter().flat_map(|(_, record)| &record.fields);
    fields.filter_map(anonymous_record).collect()
}

/// The record that a field without a name holds.
fn anonymous_record(field: &Field) -> Option<Id<Record>> {
    match field.param.ty {
        Type::Record(id) if field.anonymous => Some(id),
        _ => None,
    }
}
