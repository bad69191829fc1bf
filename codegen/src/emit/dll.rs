//! Entry points of DLLs, and the safe functions that call them.

use super::abi;
use super::caller;
use super::docs::docs;
use super::types::id;
use crate::plan::{Dll, Function};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::ffi::CString;

/// A module of entry points, then the safe functions.
pub(super) fn dll(item: &Dll) -> Vec<TokenStream> {
    let module = id(&item.name);
    let docs = docs(&item.docs, "Entry points of a DLL.");
    let files = &item.files;
    let new = id(if item.mapi_heap { "with_mapi_heap" } else { "new" });
    let entries = item.functions.iter().map(entry);
    let points = quote! {
        #docs
        pub mod #module {
            #[allow(unused_imports)]
            use super::*;

            /// The DLL.
            // SAFETY: the definition names the DLL, and vouches for it.
            pub static DLL: ::mapidl::entry::Dll = unsafe { ::mapidl::entry::Dll::#new(&[#(#files),*]) };

            #(#entries)*
        }
    };
    let functions = item.functions.iter().map(|function| {
        let name = id(&function.method.field);
        caller::function(&item.com, &function.method, &quote!(#module::#name))
    });
    std::iter::once(points).chain(functions).collect()
}

fn entry(function: &Function) -> TokenStream {
    let m = &function.method;
    let (name, params, ret) = (id(&m.field), abi::params(m, |_| false), abi::answer(m));
    let convention = abi::convention(m);
    let line = format!(" [`{}`](super::{}).", m.com, m.name.trim_start_matches("r#"));
    let ty = quote!(unsafe extern #convention fn(#(#params),*) #ret);
    let symbols = function.symbols.iter().map(|symbol| {
        let symbol = CString::new(symbol.as_str()).unwrap_or_default();
        Literal::c_string(&symbol)
    });
    quote! {
        #[doc = #line]
        // SAFETY: the type is that of the definition.
        pub static #name: ::mapidl::entry::Entry<#ty> = unsafe { ::mapidl::entry::Entry::new(&DLL, &[#(#symbols),*]) };
    }
}
