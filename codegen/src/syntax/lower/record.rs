//! Structs, unions and enumerations.

use super::ty::{nameless, void};
use super::{Lowering, Node, all, first};
use crate::syntax::ast::{Attr, AttrArg, Declarator, Enum, Enumerator, Expr, Field, Loc, Name, Record, SwitchUnion};
use crate::syntax::parser::Rule;

impl Lowering<'_> {
    pub(super) fn record(&mut self, node: Node<'_>) -> Record {
        Record {
            attrs: self.attrs(&node),
            tag: self.tag(&node),
            fields: first(&node, Rule::fields).map(|f| self.fields(f)),
        }
    }

    fn tag(&self, node: &Node<'_>) -> Option<Name> {
        first(node, Rule::name).map(|name| self.name(&name))
    }

    fn fields(&mut self, node: Node<'_>) -> Vec<Field> {
        // A lone semicolon declares nothing.
        let empty = |field: &Field| field.ty.is_none() && field.attrs.is_empty();
        all(&node, Rule::field).map(|field| self.field(field)).filter(|field| !empty(field)).collect()
    }

    pub(super) fn field(&mut self, node: Node<'_>) -> Field {
        let (docs, loc, attrs) = (self.docs(&node), self.loc(&node), self.attrs(&node));
        let ty = first(&node, Rule::type_spec).map(|ty| self.type_spec(ty));
        let declarators = all(&node, Rule::member).map(|member| self.member(member)).collect();
        Field { docs, attrs, ty, declarators, loc }
    }

    fn member(&mut self, node: Node<'_>) -> Declarator {
        let bits = first(&node, Rule::expr).map(|expr| self.expr(expr));
        let mut declarator = match first(&node, Rule::declarator) {
            Some(inner) => self.declarator(inner),
            None => nameless(self.loc(&node)),
        };
        declarator.bits = bits;
        declarator
    }

    /// A union whose discriminant stands in its head. The first name is the tag if it stands before `switch`.
    pub(super) fn switch_union(&mut self, node: Node<'_>) -> SwitchUnion {
        let loc = self.loc(&node);
        let (mut tag, mut switch_name, mut union_name, mut switch_ty, mut arms) = (None, None, None, None, Vec::new());
        for child in node.into_inner() {
            match child.as_rule() {
                Rule::name if switch_ty.is_none() => tag = Some(self.name(&child)),
                Rule::name => switch_name = Some(self.name(&child)),
                Rule::union_name => union_name = Some(self.name(&child)),
                Rule::type_spec => switch_ty = Some(self.type_spec(child)),
                Rule::arms => arms = all(&child, Rule::arm).map(|arm| self.arm(arm)).collect(),
                _ => {}
            }
        }
        SwitchUnion {
            tag,
            switch_ty: switch_ty.unwrap_or_else(|| void(loc)),
            switch_name: switch_name.unwrap_or_else(|| Name { text: String::new(), loc }),
            union_name,
            arms,
        }
    }

    /// `case 1: case 2: T x;` is the field `[case(1, 2)] T x;`.
    fn arm(&mut self, node: Node<'_>) -> Field {
        let (docs, loc) = (self.docs(&node), self.loc(&node));
        let (mut cases, mut labels): (Vec<Expr>, Vec<Attr>) = (Vec::new(), Vec::new());
        let mut case_loc = loc;
        for label in all(&node, Rule::label) {
            let label_loc = self.loc(&label);
            match first(&label, Rule::expr) {
                Some(value) => {
                    case_loc = if cases.is_empty() { label_loc } else { case_loc };
                    cases.push(self.expr(value));
                }
                None => labels.push(label_attr("default", None, label_loc)),
            }
        }
        if !cases.is_empty() {
            labels.insert(0, label_attr("case", Some(cases), case_loc));
        }
        let mut field = match first(&node, Rule::field) {
            Some(field) => self.field(field),
            None => Field { docs: docs.clone(), attrs: Vec::new(), ty: None, declarators: Vec::new(), loc },
        };
        labels.append(&mut field.attrs);
        field.attrs = labels;
        field.docs.0.splice(..0, docs.0);
        field
    }

    pub(super) fn enumeration(&mut self, node: Node<'_>) -> Enum {
        let values = first(&node, Rule::enumerators);
        let values = values.map(|list| all(&list, Rule::enumerator).map(|value| self.enumerator(value)).collect());
        Enum { attrs: self.attrs(&node), tag: self.tag(&node), values }
    }

    fn enumerator(&mut self, node: Node<'_>) -> Enumerator {
        let (docs, attrs) = (self.docs(&node), self.attrs(&node));
        let name = first(&node, Rule::name).map_or_else(|| self.name(&node), |name| self.name(&name));
        let value = first(&node, Rule::expr).map(|expr| self.expr(expr));
        Enumerator { docs, attrs, name, value }
    }
}

fn label_attr(name: &str, cases: Option<Vec<Expr>>, loc: Loc) -> Attr {
    let args = cases.map(|cases| cases.into_iter().map(AttrArg::Expr).collect());
    Attr { name: Name { text: name.to_owned(), loc }, args, loc }
}
