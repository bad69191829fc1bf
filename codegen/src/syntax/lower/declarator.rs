//! Declarators: names with stars, brackets and parameters around them, read from the inside outwards.

use super::ty::nameless;
use super::{Lowering, Node, all, first};
use crate::syntax::ast::{BaseType, BinaryOp, Declarator, Derive, Expr, ExprKind, Name, Param, TypeKind};
use crate::syntax::depth::MAX_DEPTH;
use crate::syntax::parser::Rule;

impl Lowering<'_> {
    /// Any of the declarator rules.
    pub(super) fn declarator(&mut self, node: Node<'_>) -> Declarator {
        let mut out = nameless(self.loc(&node));
        self.derive(node, &mut out);
        if out.derive.len() > MAX_DEPTH {
            self.too_deep(out.loc.0);
            out.derive.truncate(MAX_DEPTH);
        }
        out
    }

    /// Adds what a declarator or group derives to `out`: what is inside first, then what follows, then the stars before
    /// it. Gives the calling convention that nothing here has taken.
    fn derive(&mut self, node: Node<'_>, out: &mut Declarator) -> Option<Name> {
        let (mut pointers, mut call_conv) = (Vec::new(), None);
        for child in node.into_inner() {
            match child.as_rule() {
                Rule::pointer => pointers.push(self.pointer(child)),
                Rule::call_conv => call_conv = Some(self.name(&child)),
                Rule::name => out.name = Some(self.name(&child)),
                Rule::group | Rule::any_group | Rule::declarator | Rule::any_declarator => {
                    call_conv = self.derive(child, out).or(call_conv);
                }
                Rule::array => {
                    let length = self.array_length(&child);
                    out.derive.push(Derive::Array(length));
                }
                Rule::params => {
                    let (params, variadic) = self.params(child);
                    out.derive.push(Derive::Function { params, call_conv: call_conv.take(), variadic });
                }
                _ => {}
            }
        }
        out.derive.extend(pointers.into_iter().rev());
        call_conv
    }

    pub(super) fn pointer(&mut self, node: Node<'_>) -> Derive {
        let is_const = all(&node, Rule::qualifier).any(|qualifier| qualifier.as_str() == "const");
        Derive::Pointer { is_const, attrs: self.attrs(&node) }
    }

    /// `[n]`; `[]` and `[*]` have no length. `[lo..hi]` counts from 0 in COM, whatever `lo` says.
    fn array_length(&mut self, node: &Node<'_>) -> Option<Expr> {
        let loc = self.loc(node);
        let ranged = first(node, Rule::range).is_some();
        let mut bounds: Vec<Expr> = all(node, Rule::expr).map(|expr| self.expr(expr)).collect();
        if !ranged {
            return bounds.pop();
        }
        let high = if bounds.len() == 2 { bounds.pop()? } else { return None };
        let one = Expr { kind: ExprKind::Int("1".to_owned()), loc };
        Some(Expr { kind: ExprKind::Binary(BinaryOp::Add, Box::new(high), Box::new(one)), loc })
    }

    /// The parameters, of which `(void)` has none, and whether `...` ends them.
    fn params(&mut self, node: Node<'_>) -> (Vec<Param>, bool) {
        let variadic = first(&node, Rule::ellipsis).is_some();
        let params: Vec<Param> = all(&node, Rule::param).map(|param| self.param(param)).collect();
        match params.as_slice() {
            [only] if is_void(only) => (Vec::new(), variadic),
            _ => (params, variadic),
        }
    }

    fn param(&mut self, node: Node<'_>) -> Param {
        let (docs, loc, attrs) = (self.docs(&node), self.loc(&node), self.attrs(&node));
        let name = self.type_name(node);
        Param { docs, attrs, ty: name.ty, declarator: name.declarator, loc }
    }
}

fn is_void(param: &Param) -> bool {
    param.ty.kind == TypeKind::Base(BaseType::Void)
        && param.declarator.name.is_none()
        && param.declarator.derive.is_empty()
}
