//! Safe signatures: what callers and implementers see of a method.

use super::safe_ty::SafeTy;
use super::shape::At;
use super::side::Side;
use crate::plan::{Method, Return};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The parameters of the safe signature of a side.
pub(super) fn safe_params(m: &Method, side: Side) -> impl Iterator<Item = TokenStream> {
    shown(m, side).map(|(name, t)| quote!(#name: #t))
}

/// Whether a type of a caller's parameter names the lifetime `'i`.
pub(super) fn names_lifetime(m: &Method, side: Side) -> bool {
    shown(m, side).any(|(_, t)| t.names_lifetime())
}

fn shown(m: &Method, side: Side) -> impl Iterator<Item = (Ident, SafeTy)> {
    At::all(m, side.default()).filter_map(move |at| at.shape().shown(&at, side).map(|t| (at.name, t)))
}

/// The parameters of an implementer's signature, as names and types.
pub(super) fn provider_params(m: &Method) -> Vec<(Ident, SafeTy)> {
    shown(m, Side::Provider).collect()
}

/// Whether something comes out of a method beside what it returns.
pub(super) fn has_outs(m: &Method) -> bool {
    At::all(m, false).any(|at| at.shape().comes_out())
}

/// The types of what comes out, in order.
fn out_types(m: &Method, side: Side) -> Vec<SafeTy> {
    At::all(m, side.default()).filter_map(|at| at.shape().out(&at, side)).collect()
}

/// What the method itself returns, and what comes out beside it.
fn with_outs(ret: SafeTy, out: Vec<SafeTy>) -> SafeTy {
    SafeTy::tuple(std::iter::once(ret).chain(out).collect())
}

/// What the safe method returns; `None` for nothing.
pub(super) fn return_type(m: &Method, side: Side) -> Option<SafeTy> {
    let out = out_types(m, side);
    Some(match &m.ret {
        Return::Code { warns: true } => {
            SafeTy::runtime_of("Result", [SafeTy::runtime_of("Success", [SafeTy::tuple(out)])])
        }
        Return::Code { warns: false } => SafeTy::runtime_of("Result", [SafeTy::tuple(out)]),
        Return::Value(_, conv) => with_outs(SafeTy::value(conv), out),
        Return::Record(t) => with_outs(SafeTy::Abi(t.clone()), out),
        Return::Nothing if out.is_empty() => return None,
        Return::Nothing => SafeTy::tuple(out),
    })
}
