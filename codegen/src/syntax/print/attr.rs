//! Attributes.

use super::Printer;
use super::expr::quote;
use crate::syntax::ast::{Attr, AttrArg};

impl Printer {
    /// `[a, b(1)] `, with the blank behind it; nothing where there are none.
    pub(super) fn attrs_inline(&mut self, attrs: &[Attr]) {
        if attrs.is_empty() {
            return;
        }
        self.out.push('[');
        self.list(attrs, Self::attr);
        self.out.push_str("] ");
    }

    /// The attributes of a declaration on lines of their own: one line if they fit, else one for each.
    pub(super) fn attr_lines(&mut self, attrs: &[Attr]) {
        if attrs.is_empty() {
            return;
        }
        let line = self.aside(|printer| printer.attrs_inline(attrs));
        if self.fits(&line) {
            return self.line(line.trim_end());
        }
        self.line("[");
        self.depth += 1;
        for (index, attr) in attrs.iter().enumerate() {
            let comma = if index + 1 < attrs.len() { "," } else { "" };
            let text = self.aside(|printer| printer.attr(attr));
            self.line(&format!("{text}{comma}"));
        }
        self.depth -= 1;
        self.line("]");
    }

    fn attr(&mut self, attr: &Attr) {
        self.out.push_str(&attr.name.text);
        let Some(args) = &attr.args else { return };
        self.out.push('(');
        self.list(args, Self::attr_arg);
        self.out.push(')');
    }

    pub(super) fn attr_arg(&mut self, arg: &AttrArg) {
        match arg {
            AttrArg::Empty => {}
            AttrArg::Expr(expr) => self.expr(expr),
            AttrArg::Type(ty) => self.type_name(ty),
            AttrArg::Uuid(uuid) if is_uuid(&uuid.text) => self.out.push_str(&uuid.text),
            AttrArg::Uuid(uuid) => self.out.push_str(&quote(&uuid.text)),
        }
    }
}

/// Whether the text has the shape of a uuid, and can stand without quotes.
fn is_uuid(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let groups: Vec<&str> = text.split('-').collect();
    groups.len() == lengths.len()
        && groups
            .iter()
            .zip(lengths)
            .all(|(group, length)| group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
