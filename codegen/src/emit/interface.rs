//! Interface types and vtable structs.

use super::consts::guid;
use super::docs::{docs, line, link};
use super::types::{com, id, path, ty};
use crate::plan::{Inherited, Interface, Method, Mocks, Path, Return};
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
    let (slots_, faces) = (slot_docs(item), face_docs(item, mocks));
    let docs = quote!(#docs #faces #slots_);
    let vtbl = vtbl(item);
    let iid = identifier(item);
    let definition = quote!(::mapidl::interface! { unsafe #docs #name, #vtbl, #iid, #(#ancestors),* });
    let mut items = vec![definition, vtable(item), slots(item)];
    items.extend(item.free_threaded.then(|| quote!(unsafe impl ::mapidl::FreeThreaded for #name {})));
    items.extend(shared_iid(item));
    items.extend(dispids(item));
    items
}

/// Where to find what else is written of the interface. The mock is not there without its feature.
fn face_docs(item: &Interface, mocks: &Mocks) -> TokenStream {
    let own = format!("To implement it is to write [`{}`]; its vtable is [`{}`].", item.provider, item.vtable);
    let own = line(&own);
    let mock = format!(" Tests script it as [`{}`].", item.mock);
    let mock = match mocks {
        Mocks::Always if item.unknown.is_none() => quote!(#[doc = #mock]),
        Mocks::Feature(feature) if item.unknown.is_none() => quote!(#[cfg_attr(feature = #feature, doc = #mock)]),
        _ => quote!(),
    };
    quote!(#[doc = ""] #own #mock)
}

/// The order of the slots.
fn slot_docs(item: &Interface) -> TokenStream {
    let of_bases = item.inherited.iter().map(|Inherited { interface, first, count }| {
        let target = if interface.module.is_empty() { interface.name.clone() } else { interface.text() };
        let range = if *count == 1 { first.to_string() } else { format!("{first}–{}", first + count - 1) };
        format!("| {range} | those of {} |", link(&interface.name, &target))
    });
    let own = item.methods.iter().map(|m| {
        let caller = (!m.placeholder).then(|| m.name.trim_start_matches("r#"));
        let name = caller.map_or_else(|| format!("`{}`", m.com), |name| link(&m.com, &format!("Self::{name}")));
        format!("| {} | {name} |", m.slot)
    });
    let head = ["| Slot | Method |", "|--:|:--|"].map(str::to_owned);
    let rows = head.into_iter().chain(of_bases).chain(own).map(|row| line(&row));
    quote!(#[doc = ""] #(#rows)*)
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

fn vtable(item: &Interface) -> TokenStream {
    let (vtbl, base) = (vtbl(item), base_vtbl(item));
    let entries = item.methods.iter().map(entry);
    let line = format!(" The vtable of [`{}`].", item.name);
    quote! {
        #[doc = #line]
        #[repr(C)]
        pub struct #vtbl {
            /// The slots of the base.
            pub base__: #base,
            #(#entries)*
        }
    }
}

fn entry(method: &Method) -> TokenStream {
    let name = id(&method.field);
    let params = abi_params(method);
    let ret = abi_return(method);
    let line = format!(" Slot {}.", method.slot);
    let convention = convention(method);
    quote!(#[doc = #line] pub #name: unsafe extern #convention fn(this: *mut ::core::ffi::c_void, #params) #ret,)
}

/// The calling convention: stdcall where there is one, else C's.
pub(super) const fn convention(method: &Method) -> &'static str {
    if method.cdecl { "C" } else { "system" }
}

/// The ABI parameters with their names.
pub(super) fn abi_params(method: &Method) -> TokenStream {
    let params = method.params.iter().map(|p| {
        let (name, t) = (id(&p.raw), ty(&p.ty));
        quote!(#name: #t)
    });
    let hidden = hidden_param(method);
    quote!(#hidden #(#params),*)
}

/// The place of a record that is returned by value.
pub(super) fn hidden_param(method: &Method) -> Option<TokenStream> {
    let Return::Record(t) = &method.ret else { return None };
    let t = ty(t);
    Some(quote!(aggregate: *mut #t,))
}

/// The ABI return type with its arrow.
pub(super) fn abi_return(method: &Method) -> TokenStream {
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

fn slots(item: &Interface) -> TokenStream {
    let vtbl = vtbl(item);
    let slots = item.methods.iter().map(|m| {
        let (name, slot) = (id(&m.field), Literal::u32_unsuffixed(m.slot));
        quote!(#name = #slot,)
    });
    let count = Literal::usize_unsuffixed(item.first_slot as usize + item.methods.len());
    quote!(::mapidl::slots! { unsafe #vtbl: #count { #(#slots)* } })
}
