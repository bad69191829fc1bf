//! Attributes.

use super::expr::quote;
use super::{INDENT, Printer};
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

    /// The attributes and what they belong to, on one line if that is short enough, else with the attributes on lines
    /// before it. `lead` stands before the attributes, with its blank, and `after` behind all, where it is not written
    /// here. The line is begun, and not ended.
    pub(super) fn attributed(&mut self, lead: &str, attrs: &[Attr], of: &str, after: &str) {
        let inline = self.aside(|printer| printer.attrs_inline(attrs));
        let first = of.lines().next().unwrap_or_default();
        if inline.is_empty() || self.fits(&format!("{lead}{inline}{first}{after}")) {
            self.out.push_str(&format!("{lead}{inline}{of}"));
            return;
        }
        self.out.push_str(lead);
        self.attrs_filled(attrs, lead.len());
        self.out.push('\n');
        self.indent();
        self.out.push_str(of);
    }

    /// `[a, b(1)]` behind so many columns of a line, in as few lines as are needed. An attribute is broken only where it
    /// is longer than a line.
    fn attrs_filled(&mut self, attrs: &[Attr], mut column: usize) {
        self.out.push('[');
        column += 1;
        let mut is_broken = false;
        for (index, attr) in attrs.iter().enumerate() {
            let end = if index + 1 < attrs.len() { ',' } else { ']' };
            let text = format!("{}{end}", self.aside(|printer| printer.attr(attr)));
            let width = text.chars().count();
            if index == 0 {
                (column, is_broken) = (self.filled(&text, column), column + width > self.room());
            } else if !is_broken && column + 1 + width <= self.room() {
                self.out.push(' ');
                self.out.push_str(&text);
                column += 1 + width;
            } else {
                self.out.push('\n');
                self.depth += 1;
                self.indent();
                is_broken = width > self.room();
                column = INDENT.len() + self.filled(&text, 0);
                self.depth -= 1;
            }
        }
    }

    /// The attributes of a declaration on lines of their own: one line if they fit, else a line for each.
    pub(super) fn attr_lines(&mut self, attrs: &[Attr]) {
        if attrs.is_empty() {
            return;
        }
        let line = self.aside(|printer| printer.attrs_inline(attrs));
        if attrs.len() == 1 || self.fits(line.trim_end()) {
            self.indent();
            self.attrs_filled(attrs, 0);
            self.out.push('\n');
            return;
        }
        self.line("[");
        self.depth += 1;
        for (index, attr) in attrs.iter().enumerate() {
            let comma = if index + 1 < attrs.len() { "," } else { "" };
            let text = self.aside(|printer| printer.attr(attr));
            self.indent();
            self.filled(&format!("{text}{comma}"), 0);
            self.out.push('\n');
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
