//! Types, records and enumerations.

use super::Printer;
use crate::syntax::ast::{
    Attr, AttrArg, BaseType, Enum, Field, Name, Record, Sign, SwitchUnion, TypeKind, TypeName, TypeSpec,
};

impl Printer {
    pub(super) fn type_spec(&mut self, ty: &TypeSpec) {
        self.out.push_str(if ty.is_const { "const " } else { "" });
        match &ty.kind {
            TypeKind::Base(base) => self.out.push_str(&base_type(*base)),
            TypeKind::Named(name) => self.out.push_str(&name.text),
            TypeKind::Struct(record) => self.record("struct", record),
            TypeKind::Union(record) => self.record("union", record),
            TypeKind::SwitchUnion(union) => self.switch_union(union),
            TypeKind::Enum(enumeration) => self.enumeration(enumeration),
            TypeKind::SafeArray(element) => {
                self.out.push_str("SAFEARRAY(");
                self.type_name(element);
                self.out.push(')');
            }
            TypeKind::Pipe(element) => {
                self.out.push_str("pipe ");
                self.type_spec(element);
            }
        }
    }

    pub(super) fn type_name(&mut self, name: &TypeName) {
        self.typed(&name.ty, &[&name.declarator]);
    }

    fn record(&mut self, keyword: &str, record: &Record) {
        self.tagged(keyword, &record.attrs, record.tag.as_ref());
        let Some(fields) = &record.fields else { return };
        self.braces(|printer| fields.iter().for_each(|field| printer.field(field)));
    }

    /// `struct [attrs] Tag`
    fn tagged(&mut self, keyword: &str, attrs: &[Attr], tag: Option<&Name>) {
        self.out.push_str(keyword);
        if !attrs.is_empty() {
            self.out.push(' ');
            self.attrs_inline(attrs);
            self.out.truncate(self.out.trim_end().len());
        }
        if let Some(tag) = tag {
            self.out.push(' ');
            self.out.push_str(&tag.text);
        }
    }

    /// Lines in braces, the opening one behind what is written already.
    pub(super) fn braces(&mut self, write: impl FnOnce(&mut Self)) {
        self.out.push(' ');
        self.block_braces(write);
    }

    /// Lines in braces.
    pub(super) fn block_braces(&mut self, write: impl FnOnce(&mut Self)) {
        self.out.push_str("{\n");
        self.depth += 1;
        write(self);
        self.depth -= 1;
        self.indent();
        self.out.push('}');
    }

    pub(super) fn field(&mut self, field: &Field) {
        self.docs(&field.docs);
        self.field_line(&field.attrs, field);
    }

    /// A field with these of its attributes.
    fn field_line(&mut self, attrs: &[Attr], field: &Field) {
        let of = self.aside(|printer| {
            if let Some(ty) = &field.ty {
                printer.typed(ty, &field.declarators.iter().collect::<Vec<_>>());
            }
            printer.out.push_str(";\n");
        });
        self.indent();
        self.attributed("", attrs, &of, "");
    }

    fn switch_union(&mut self, union: &SwitchUnion) {
        self.tagged("union", &[], union.tag.as_ref());
        self.out.push_str(" switch (");
        self.type_spec(&union.switch_ty);
        self.out.push(' ');
        self.out.push_str(&union.switch_name.text);
        self.out.push(')');
        if let Some(name) = &union.union_name {
            self.out.push(' ');
            self.out.push_str(&name.text);
        }
        self.braces(|printer| union.arms.iter().for_each(|arm| printer.arm(arm)));
    }

    /// An arm, whose labels are its first attributes.
    fn arm(&mut self, arm: &Field) {
        self.docs(&arm.docs);
        let mut attrs = arm.attrs.as_slice();
        if let [Attr { name, args: Some(cases), .. }, rest @ ..] = attrs
            && name.text == "case"
        {
            cases.iter().for_each(|case| self.case(case));
            attrs = rest;
        }
        if let [Attr { name, args: None, .. }, rest @ ..] = attrs
            && name.text == "default"
        {
            self.line("default:");
            attrs = rest;
        }
        self.depth += 1;
        self.field_line(attrs, arm);
        self.depth -= 1;
    }

    fn case(&mut self, case: &AttrArg) {
        if let AttrArg::Expr(value) = case {
            let value = self.aside(|printer| printer.expr(value));
            self.line(&format!("case {value}:"));
        }
    }

    fn enumeration(&mut self, enumeration: &Enum) {
        self.tagged("enum", &enumeration.attrs, enumeration.tag.as_ref());
        let Some(values) = &enumeration.values else { return };
        self.braces(|printer| {
            for (index, value) in values.iter().enumerate() {
                printer.docs(&value.docs);
                printer.indent();
                printer.attrs_inline(&value.attrs);
                printer.out.push_str(&value.name.text);
                if let Some(value) = &value.value {
                    printer.out.push_str(" = ");
                    printer.expr(value);
                }
                printer.out.push_str(if index + 1 < values.len() { ",\n" } else { "\n" });
            }
        });
    }
}

/// The words of a type of the language.
fn base_type(ty: BaseType) -> String {
    let (sign, word) = match ty {
        BaseType::Void => (Sign::Default, "void"),
        BaseType::Boolean => (Sign::Default, "boolean"),
        BaseType::Byte => (Sign::Default, "byte"),
        BaseType::Char(sign) => (sign, "char"),
        BaseType::WChar => (Sign::Default, "wchar_t"),
        BaseType::Small(sign) => (sign, "small"),
        BaseType::Short(sign) => (sign, "short"),
        BaseType::Int(sign) => (sign, "int"),
        BaseType::Long(sign) => (sign, "long"),
        BaseType::Hyper(sign) => (sign, "hyper"),
        BaseType::Int3264(sign) => (sign, "__int3264"),
        BaseType::Float => (Sign::Default, "float"),
        BaseType::Double => (Sign::Default, "double"),
        BaseType::ErrorStatus => (Sign::Default, "error_status_t"),
        BaseType::Handle => (Sign::Default, "handle_t"),
    };
    match sign {
        Sign::Default => word.to_owned(),
        Sign::Signed => format!("signed {word}"),
        Sign::Unsigned => format!("unsigned {word}"),
    }
}
