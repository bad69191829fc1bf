//! Declarations.

use super::Printer;
use super::expr::quote;
use crate::syntax::ast::{Block, Coclass, DispBody, Dispinterface, Interface, Item, ItemKind, Name, TypeSpec, Typedef};

impl Printer {
    /// Declarations, with an empty line around each that is more than a plain line.
    pub(super) fn items(&mut self, items: &[Item]) {
        let mut last_is_line = true;
        for (index, item) in items.iter().enumerate() {
            let text = self.aside(|printer| printer.item(item));
            let is_line = text.lines().count() == 1;
            if index > 0 && !(last_is_line && is_line) {
                self.out.push('\n');
            }
            self.out.push_str(&text);
            last_is_line = is_line;
        }
    }

    fn item(&mut self, item: &Item) {
        self.docs(&item.docs);
        self.attr_lines(&item.attrs);
        match &item.kind {
            ItemKind::Import(names) => {
                let names: Vec<String> = names.iter().map(|name| quote(&name.text)).collect();
                self.line(&format!("import {};", names.join(", ")));
            }
            ItemKind::ImportLib(name) => self.line(&format!("importlib({});", quote(&name.text))),
            ItemKind::CppQuote(text) => self.line(&format!("cpp_quote({})", quote(&text.text))),
            ItemKind::Pragma(text) if text.starts_with("midl_pragma") => self.line(text),
            ItemKind::Pragma(text) => self.line(&format!("#pragma {text}")),
            ItemKind::Const(constant) => self.written(|printer| {
                printer.out.push_str("const ");
                printer.typed(&constant.ty, &[&constant.declarator]);
                printer.out.push_str(" = ");
                printer.expr(&constant.value);
                printer.out.push(';');
            }),
            ItemKind::Typedef(typedef) => self.typedef(typedef),
            ItemKind::Tag(ty) => self.tag(ty),
            ItemKind::Interface(interface) => self.interface(interface),
            ItemKind::Dispinterface(interface) => self.dispinterface(interface),
            ItemKind::Coclass(coclass) => self.coclass(coclass),
            ItemKind::Library(block) => self.block("library", block),
            ItemKind::Module(block) => self.block("module", block),
            ItemKind::Function(function) => self.function(function),
            ItemKind::Unsupported(words) => self.unsupported(words),
        }
    }

    /// A line that `write` writes.
    fn written(&mut self, write: impl FnOnce(&mut Self)) {
        self.indent();
        write(self);
        self.out.push('\n');
    }

    fn typedef(&mut self, typedef: &Typedef) {
        let of = self.aside(|printer| {
            printer.typed(&typedef.ty, &typedef.declarators.iter().collect::<Vec<_>>());
            printer.out.push(';');
        });
        self.written(|printer| printer.attributed("typedef ", &typedef.attrs, &of, ""));
    }

    fn tag(&mut self, ty: &TypeSpec) {
        self.written(|printer| {
            printer.type_spec(ty);
            printer.out.push(';');
        });
    }

    /// A keyword and a name, with a body or, without one, a semicolon.
    fn declared(&mut self, head: &str, body: Option<impl FnOnce(&mut Self)>) {
        self.written(|printer| {
            printer.out.push_str(head);
            match body {
                Some(body) => {
                    printer.out.push('\n');
                    printer.indent();
                    printer.block_braces(body);
                }
                None => printer.out.push(';'),
            }
        });
    }

    fn interface(&mut self, interface: &Interface) {
        let base = interface.base.as_ref().map_or_else(String::new, |base| format!(" : {}", base.text));
        let body = interface.items.as_ref().map(|items| move |printer: &mut Self| printer.items(items));
        self.declared(&format!("interface {}{base}", interface.name.text), body);
    }

    fn dispinterface(&mut self, interface: &Dispinterface) {
        let body = interface.body.as_ref().map(|body| move |printer: &mut Self| printer.disp_body(body));
        self.declared(&format!("dispinterface {}", interface.name.text), body);
    }

    fn disp_body(&mut self, body: &DispBody) {
        match body {
            DispBody::Of(name) => self.line(&format!("interface {};", name.text)),
            DispBody::Members { properties, methods } => {
                self.labelled("properties:", |printer| properties.iter().for_each(|property| printer.field(property)));
                self.labelled("methods:", |printer| printer.items(methods));
            }
        }
    }

    /// Lines below a label.
    fn labelled(&mut self, label: &str, write: impl FnOnce(&mut Self)) {
        self.line(label);
        self.depth += 1;
        write(self);
        self.depth -= 1;
    }

    fn coclass(&mut self, coclass: &Coclass) {
        let body = coclass.members.as_ref().map(|members| {
            move |printer: &mut Self| {
                for member in members {
                    printer.indent();
                    printer.attrs_inline(&member.attrs);
                    let word = if member.dispinterface { "dispinterface" } else { "interface" };
                    printer.out.push_str(&format!("{word} {};\n", member.name.text));
                }
            }
        });
        self.declared(&format!("coclass {}", coclass.name.text), body);
    }

    fn block(&mut self, word: &str, block: &Block) {
        self.declared(&format!("{word} {}", block.name.text), Some(|printer: &mut Self| printer.items(&block.items)));
    }

    /// What was skipped has no text; enough is written to be known again.
    fn unsupported(&mut self, words: &Name) {
        let generic = if words.text.starts_with("interface") { "<T>" } else { "" };
        self.line(&format!("{}{generic} {{ }}", words.text));
    }
}
