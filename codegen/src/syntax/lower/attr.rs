//! Attributes and their arguments.

use super::expr::string;
use super::{Lowering, Node, all, first};
use crate::syntax::ast::{Attr, AttrArg, Expr, ExprKind, Name, TypeKind, TypeName, TypeSpec};
use crate::syntax::parser::Rule;

impl Lowering<'_> {
    /// The attributes of all lists among the children of a pair.
    pub(super) fn attrs(&mut self, node: &Node<'_>) -> Vec<Attr> {
        all(node, Rule::attr_list).flat_map(|list| self.attr_list(list)).collect()
    }

    /// The attributes of a list; what macros left empty between commas is nothing.
    pub(super) fn attr_list(&mut self, list: Node<'_>) -> Vec<Attr> {
        all(&list, Rule::attr).map(|attr| self.attr(attr)).collect()
    }

    fn attr(&mut self, node: Node<'_>) -> Attr {
        let loc = self.loc(&node);
        let mut inner = node.into_inner();
        let name = inner.next().map_or_else(|| Name { text: String::new(), loc }, |word| self.name(&word));
        let args = inner.find_map(|child| match child.as_rule() {
            Rule::attr_args => Some(self.attr_args(child, name.text == "custom")),
            Rule::uuid_text | Rule::string => Some(vec![AttrArg::Uuid(self.uuid(child))]),
            _ => None,
        });
        Attr { name, args, loc }
    }

    /// Arguments between commas; `()` has none. `custom` takes a uuid first, which may stand in quotes.
    fn attr_args(&mut self, node: Node<'_>, custom: bool) -> Vec<AttrArg> {
        if node.as_str().trim().is_empty() {
            return Vec::new();
        }
        let mut args = vec![AttrArg::Empty];
        for child in node.into_inner() {
            match child.as_rule() {
                Rule::comma => args.push(AttrArg::Empty),
                _ => {
                    let quoted_uuid = custom && args.len() == 1;
                    let arg = self.attr_arg(child, quoted_uuid);
                    args.pop();
                    args.push(arg);
                }
            }
        }
        args
    }

    fn attr_arg(&mut self, node: Node<'_>, quoted_uuid: bool) -> AttrArg {
        let Some(child) = node.into_inner().next() else { return AttrArg::Empty };
        match child.as_rule() {
            Rule::uuid => AttrArg::Uuid(self.uuid(child)),
            Rule::type_name | Rule::pointer_type => type_arg(self.type_name(child)),
            _ => match self.expr(child) {
                Expr { kind: ExprKind::Str { value, .. }, loc } if quoted_uuid => {
                    AttrArg::Uuid(Name { text: bare_uuid(&value), loc })
                }
                expr => AttrArg::Expr(expr),
            },
        }
    }

    fn uuid(&mut self, node: Node<'_>) -> Name {
        let loc = self.loc(&node);
        let text = match string(&node) {
            ExprKind::Str { value, .. } if first(&node, Rule::quoted).is_some() => bare_uuid(&value),
            _ => bare_uuid(node.as_str()),
        };
        Name { text, loc }
    }
}

/// A type; one that is a mere name is taken as any other name.
fn type_arg(name: TypeName) -> AttrArg {
    let plain = !name.ty.is_const && name.declarator.name.is_none() && name.declarator.derive.is_empty();
    match name.ty.kind {
        TypeKind::Named(Name { text, loc }) if plain => AttrArg::Expr(Expr { kind: ExprKind::Name(text), loc }),
        kind => AttrArg::Type(TypeName { ty: TypeSpec { kind, ..name.ty }, ..name }),
    }
}

fn bare_uuid(text: &str) -> String {
    text.trim().trim_start_matches('{').trim_end_matches('}').to_owned()
}
