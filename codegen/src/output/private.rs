//! Duty: keep items that are written into somebody else's module apart from what stands there.
//! Input: items. Output: a private module with them, and their re-export.
//!
//! The types of generated code are safe because their fields are private, and privacy ends at the module. Beside them, code
//! without `unsafe` could make an interface of any pointer, or a view of any record.

use super::{format, lints};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::iter;

/// Items in a module of their own; the module around it has them by their names nevertheless. `uses` are what the module
/// brings into scope.
#[must_use]
pub fn private(name: &str, uses: &TokenStream, items: &TokenStream) -> TokenStream {
    module(name, &TokenStream::new(), uses, items)
}

/// The same, where more lints are allowed.
fn module(name: &str, lints: &TokenStream, uses: &TokenStream, items: &TokenStream) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    let allowed = lints::OF_ALL.map(allowed);
    quote! {
        // Mocks that tests alone have stand amid other items.
        #(#allowed)*
        #[allow(clippy::items_after_test_module #lints)]
        #[rustfmt::skip]
        mod #name {
            #uses
            #items
        }

        #[allow(unused_imports, unreachable_pub)]
        pub use #name::*;
    }
}

/// An attribute that allows lints.
fn allowed(lints: &str) -> TokenStream {
    let lints: TokenStream = lints.parse().unwrap_or_default();
    quote!(#[allow(#lints)])
}

/// The same of items that are text already. A crate that denies unsafe code means its own: what a macro wrote rustc does
/// not ask, a file it does. (In a crate that forbids it nothing may be allowed, and a file cannot be included.)
pub(super) fn private_text(name: &str, items: &str) -> String {
    let (mut shell, nothing) = (String::new(), TokenStream::new());
    format::items(&mut shell, iter::once(module(name, &quote!(, unsafe_code), &nothing, &nothing)), "");
    // Neither an attribute nor a name has braces.
    shell.replacen("{}", &format!("{{{items}}}"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_tokens_say_the_same() {
        let items = "\npub struct Private(u32);\n";
        let text = private_text("m", items);
        assert!(text.contains("mod m {\npub struct Private(u32);\n}\n"), "{text}");
        let tokens = module("m", &quote!(, unsafe_code), &TokenStream::new(), &items.parse().unwrap());
        // How tokens are spaced is no part of what they say.
        let solid = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(solid(&text), solid(&tokens.to_string()));
    }
}
