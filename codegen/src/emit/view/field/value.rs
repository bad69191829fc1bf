//! Values, and places to write values to.

use super::{At, Payload, Shape};
use crate::emit::safe_ty::SafeTy;
use crate::emit::types::{to_abi, to_safe, ty};
use crate::plan::field::{Slot, Value};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

impl Shape for Value {
    fn given(&self) -> TokenStream {
        SafeTy::value(&self.conv).to_token_stream()
    }

    fn is_followed(&self) -> bool {
        false
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        to_safe(&self.conv, &at.target())
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let (target, value) = (at.target(), to_abi(&self.conv, value, &self.abi));
        quote!(#target = #value;)
    }

    fn copy(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }

    fn is_copy_unsafe(&self) -> bool {
        false
    }

    fn check_refs(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }
}

impl Shape for Slot {
    fn given(&self) -> TokenStream {
        let t = ty(&self.ty);
        quote!(::core::option::Option<::mapidl::record::Slot<'a, #t>>)
    }

    fn taken(&self) -> TokenStream {
        let t = ty(&self.ty);
        quote!(::core::option::Option<&'a ::core::cell::Cell<#t>>)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, t) = (at.target(), ty(&self.ty));
        quote!(::mapidl::record::Slot::<#t>::at(#target.cast()))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let target = at.target();
        quote!(#target = ::mapidl::record::opt_ptr(#value).cast();)
    }

    fn write_payload(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let target = at.target();
        quote!(#target = ::mapidl::record::Slot::address(#value).cast();)
    }

    /// A copy can outlive the place that a slot points to.
    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let target = at.target();
        Some(quote!(#target = ::core::ptr::null_mut();))
    }

    fn is_copy_unsafe(&self) -> bool {
        false
    }

    fn check_refs(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }
}

/// An arm without a member.
pub(super) struct Nothing;

impl Shape for Nothing {
    fn given(&self) -> TokenStream {
        quote!(())
    }

    fn is_followed(&self) -> bool {
        false
    }

    fn read(&self, _: &At<'_>) -> TokenStream {
        quote!(())
    }

    fn write(&self, _: &At<'_>, _: &TokenStream) -> TokenStream {
        quote!()
    }

    fn copy(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }

    fn check_refs(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }

    fn payload(&self) -> Option<TokenStream> {
        None
    }

    fn read_payload(&self, _: &At<'_>) -> Payload {
        Payload::Nothing
    }
}
