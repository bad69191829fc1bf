//! Safe signatures: what callers and implementers see of a method.

use super::shape::At;
use super::side::Side;
use super::types::{safe, ty};
use crate::plan::{Method, Return};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The parameters of the safe signature of a side.
pub(super) fn safe_params(m: &Method, side: Side) -> impl Iterator<Item = TokenStream> {
    shown(m, side).map(|(name, t)| quote!(#name: #t))
}

fn shown(m: &Method, side: Side) -> impl Iterator<Item = (Ident, TokenStream)> {
    At::all(m, side.default()).filter_map(move |at| at.shape().shown(&at, side).map(|t| (at.name, t)))
}

/// The parameters of an implementer's signature, as names and types.
pub(super) fn provider_params(m: &Method) -> Vec<(Ident, TokenStream)> {
    shown(m, Side::Provider).collect()
}

/// Whether something comes out of a method beside what it returns.
pub(super) fn has_outs(m: &Method) -> bool {
    At::all(m, false).any(|at| at.shape().comes_out())
}

/// The types of what comes out, in order.
fn out_types(m: &Method, side: Side) -> Vec<TokenStream> {
    At::all(m, side.default()).filter_map(|at| at.shape().out(&at, side)).collect()
}

fn tuple(types: &[TokenStream]) -> TokenStream {
    match types {
        [one] => one.clone(),
        many => quote!((#(#many),*)),
    }
}

/// What the method itself returns, and what comes out beside it.
pub(super) fn with_outs(ret: &TokenStream, out: &[TokenStream]) -> TokenStream {
    if out.is_empty() { ret.clone() } else { quote!((#ret, #(#out),*)) }
}

/// What the safe method returns; `None` for nothing.
pub(super) fn return_type(m: &Method, side: Side) -> Option<TokenStream> {
    let out = out_types(m, side);
    let value = tuple(&out);
    Some(match &m.ret {
        Return::Code { warns: true } => quote!(::mapidl::Result<::mapidl::Success<#value>>),
        Return::Code { warns: false } => quote!(::mapidl::Result<#value>),
        Return::Value(_, conv) => with_outs(&safe(conv), &out),
        Return::Record(t) => with_outs(&ty(t), &out),
        Return::Nothing if out.is_empty() => return None,
        Return::Nothing => value,
    })
}
