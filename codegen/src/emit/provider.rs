//! Safe provider traits.

use super::caller::default_answer;
use super::docs::{self, safety};
use super::interface::{is_root, provider};
use super::side::Side;
use super::signature::{provider_params, return_type};
use super::types::{id, path};
use crate::plan::{Interface, Method};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn trait_(item: &Interface) -> TokenStream {
    let name = provider(item);
    let base = supertraits(item);
    let methods = item.methods.iter().map(|m| trait_method(item, m));
    let line = format!(
        " What an implementer of [`{}`] writes. A method that is left out answers that it is not supported.",
        item.name
    );
    let safety = item.unknown.as_ref().map(|why| {
        let why = format!(" {why}: the slots must be those that its callers know.");
        quote!(#[doc = ""] #[doc = " # Safety"] #[doc = #why])
    });
    let unsafety = item.unknown.is_some().then(|| quote!(unsafe));
    quote! {
        #[doc = #line]
        #safety
        #[allow(unused_variables)]
        pub #unsafety trait #name: #base {
            #(#methods)*
        }
    }
}

/// The provider trait of the base, and what any thread's calls want of the value.
fn supertraits(item: &Interface) -> TokenStream {
    let base = path(&item.base.provider);
    match (is_root(&item.ancestors[0]), item.free_threaded) {
        (_, false) => base,
        (true, true) => quote!(#base<Impl: ::mapidl::Agile>),
        (false, true) => quote!(#base + ::mapidl::IUnknownImpl<Impl: ::mapidl::Agile>),
    }
}

fn trait_method(item: &Interface, m: &Method) -> TokenStream {
    let name = id(&m.name);
    let docs = if m.placeholder {
        docs::method(m, Side::Provider, &format!("`{}`", m.com))
    } else {
        docs::line(&format!("What [`{}::{}`] calls.", item.name, m.name.trim_start_matches("r#")))
    };
    let safety = safety(m, ": {}");
    let unsafety = (!m.raw.is_empty()).then(|| quote!(unsafe));
    let params = provider_params(m);
    let names: Vec<_> = params.iter().map(|(name, _)| name).collect();
    let types = params.iter().map(|(_, t)| t);
    let ret = return_type(m, Side::Provider).map(|t| quote!(-> #t));
    let answer = default_answer(m, item.unimplemented);
    quote! {
        #docs
        #safety
        #unsafety fn #name(&self, #(#names: #types),*) #ret {
            #answer
        }
    }
}
