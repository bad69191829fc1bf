//! Interfaces.

use super::{At, Shape};
use crate::emit::types::path;
use crate::plan::field::Interface;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl Shape for Interface {
    fn given(&self) -> TokenStream {
        let interface = path(&self.interface);
        quote!(::core::option::Option<::mapidl::Borrowed<'a, #interface>>)
    }

    fn taken(&self) -> TokenStream {
        let interface = path(&self.interface);
        quote!(::core::option::Option<&'a #interface>)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, interface) = (at.target(), path(&self.interface));
        quote!(::mapidl::record::interface_field::<#interface>(#target))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let target = at.target();
        quote!(#target = ::mapidl::call::raw(#value);)
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let target = at.target();
        Some(quote!(chain.reference(#target);))
    }

    fn check_refs(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }

    fn release(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, interface) = (at.target(), path(&self.interface));
        Some(quote!(drop(::mapidl::call::opt_interface::<#interface>(#target));))
    }

    /// Interfaces are equal when they are the same pointer.
    fn kind(&self, member: &Ident) -> Option<TokenStream> {
        Some(quote!(: interface(#member)))
    }

    fn write_payload(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let target = at.target();
        quote!(#target = ::mapidl::record::borrowed_ptr(#value);)
    }
}
