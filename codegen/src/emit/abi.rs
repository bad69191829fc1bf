//! Methods and functions as the ABI has them.

use super::shape::At;
use super::types::{id, ty};
use crate::plan::{Method, Return};
use proc_macro2::TokenStream;
use quote::quote;

/// The calling convention: stdcall where there is one, else C's.
pub(super) const fn convention(method: &Method) -> &'static str {
    if method.cdecl { "C" } else { "system" }
}

/// The parameters with their names; the name of one that nobody looks at begins with an underscore.
pub(super) fn params(m: &Method, is_ignored: impl Fn(&At<'_>) -> bool) -> impl Iterator<Item = TokenStream> {
    let params = At::all(m, false).map(move |at| {
        let (name, t) = (&at.raw, ty(&at.param.ty));
        match (is_ignored(&at), &at.param.unused) {
            (true, Some(unused)) => {
                let name = id(unused);
                quote!(#name: #t)
            }
            (true, None) => quote!(_: #t),
            (false, _) => quote!(#name: #t),
        }
    });
    hidden_param(m).into_iter().chain(params)
}

/// The place of a record that is returned by value.
fn hidden_param(method: &Method) -> Option<TokenStream> {
    let Return::Record(t) = &method.ret else { return None };
    let t = ty(t);
    Some(quote!(aggregate: *mut #t))
}

/// The return type with its arrow.
pub(super) fn answer(method: &Method) -> TokenStream {
    match &method.ret {
        Return::Code { .. } => quote!(-> ::mapidl::HRESULT),
        Return::Value(t, _) => {
            let t = ty(t);
            quote!(-> #t)
        }
        Return::Record(t) => {
            let t = ty(t);
            quote!(-> *mut #t)
        }
        Return::Nothing => quote!(),
    }
}
