//! Interface types.

use super::consts::guid;
use super::docs::{docs, line, link};
use super::types::{com, id, path};
use crate::plan::{Inherited, Interface, Mocks, Path};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// The name of an interface's vtable struct.
pub(super) fn vtbl(item: &Interface) -> Ident {
    com(&item.vtable)
}

/// The name of an interface's provider trait.
pub(super) fn provider(item: &Interface) -> Ident {
    com(&item.provider)
}

/// The base's vtable struct.
pub(super) fn base_vtbl(item: &Interface) -> TokenStream {
    path(&item.base.vtable)
}

/// Whether the base is IUnknown, which takes no part in `matches` and needs no provider trait.
pub(super) fn is_root(base: &Path) -> bool {
    base.module == "::mapidl" && base.name == "IUnknown"
}

pub(super) fn interface(item: &Interface, mocks: &Mocks) -> Vec<TokenStream> {
    let (name, docs) = (com(&item.name), docs(&item.docs, "An interface."));
    let ancestors = item.ancestors.iter().map(path);
    if item.opaque {
        return vec![quote!(::mapidl::opaque_interface! { unsafe #docs #name })];
    }
    let faces = faces(item, mocks);
    let vtbl = vtbl(item);
    let iid = identifier(item);
    let definition = quote!(::mapidl::interface! { unsafe #docs #faces #name, #vtbl, #iid, #(#ancestors),* });
    let mut items = vec![definition];
    items.extend(item.free_threaded.then(|| quote!(unsafe impl ::mapidl::FreeThreaded for #name {})));
    items.extend(shared_iid(item));
    items.extend(dispids(item));
    items
}

/// Where to find what else is written of the interface. The mock is not there without its feature.
fn faces(item: &Interface, mocks: &Mocks) -> TokenStream {
    let (slots, implement) = (line(&slots(item)), line(&format!("To implement it is to write [`{}`].", item.provider)));
    let mock = format!(" Tests script it as [`{}`].", item.mock);
    let mock = match mocks {
        Mocks::Always if item.unknown.is_none() => quote!(#[doc = #mock]),
        Mocks::Feature(feature) if item.unknown.is_none() => quote!(#[cfg_attr(feature = #feature, doc = #mock)]),
        _ => quote!(),
    };
    quote!(#[doc = ""] #slots #implement #mock)
}

/// Whose the slots are.
fn slots(item: &Interface) -> String {
    let mut of: Vec<_> = item
        .inherited
        .iter()
        .map(|Inherited { interface, first, count }| {
            let target = if interface.module.is_empty() { interface.name.clone() } else { interface.text() };
            format!("{} of {}", range(*first, *count), link(&interface.name, &target))
        })
        .collect();
    let own = range(item.first_slot, item.methods.len() as u32);
    of.extend((!item.methods.is_empty()).then(|| format!("{own} its own, which [`{}`] lists", item.vtable)));
    format!("Its slots are {}.", of.join(", "))
}

fn range(first: u32, count: u32) -> String {
    if count == 1 { first.to_string() } else { format!("{first}–{}", first + count.saturating_sub(1)) }
}

/// The identifier, or what fails to compile where it is used.
fn identifier(item: &Interface) -> TokenStream {
    match (&item.confusable, item.iid) {
        (Some(other), _) => {
            let message = format!(
                "`{}` has the identifier of `{other}`, and another vtable: an object that is asked for one may answer with \
                 the other, so that no safe code can ask for it",
                item.name
            );
            quote!(::mapidl::interface::confusable(#message))
        }
        (None, Some(iid)) => guid(iid),
        (None, None) => quote!(::mapidl::interface::NO_IID),
    }
}

/// Where an identifier that only `unsafe` code can ask by is found.
fn shared_iid(item: &Interface) -> Option<TokenStream> {
    item.confusable.as_ref()?;
    let (name, iid) = (com(&item.name), guid(item.iid?));
    Some(quote! {
        impl #name {
            /// The identifier that another interface has too.
            pub const SHARED_IID: ::mapidl::GUID = ::mapidl::GUID::from_u128(#iid);
        }
    })
}

fn dispids(item: &Interface) -> Option<TokenStream> {
    let name = com(&item.name);
    let numbers = item.dispids.iter().map(|(name, number)| {
        let (name, number) = (id(name), Literal::i32_unsuffixed(*number));
        quote!(#name = #number,)
    });
    (!item.dispids.is_empty()).then(|| quote!(::mapidl::dispids! { #name { #(#numbers)* } }))
}
