//! Strings that end with a zero.

use super::{At, Payload, Shape, is_wide, set_wide};
use crate::emit::types::id;
use crate::plan::field::{Text, TextBy};
use proc_macro2::TokenStream;
use quote::quote;

impl Text {
    fn ty(&self) -> TokenStream {
        if self.wide { quote!(::mapidl::U16CStr) } else { quote!(::core::ffi::CStr) }
    }
}

impl Shape for Text {
    fn given(&self) -> TokenStream {
        let text = self.ty();
        quote!(::core::option::Option<&'a #text>)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, function) = (at.target(), id(if self.wide { "wide_field" } else { "opt_narrow" }));
        quote!(::mapidl::text::#function(#target.cast()))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let (target, function) = (at.target(), id(if self.wide { "wide_ptr" } else { "narrow_ptr" }));
        quote!(#target = ::mapidl::text::#function(#value).cast();)
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, unit) = (at.target(), id(if self.wide { "u16" } else { "u8" }));
        Some(quote!(#target = ::mapidl::record::copy_string::<#unit>(#target.cast(), chain)?.cast();))
    }

    fn check_refs(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }

    fn payload(&self) -> Option<TokenStream> {
        let text = self.ty();
        Some(quote!(&'a #text))
    }

    fn read_payload(&self, at: &At<'_>) -> Payload {
        Payload::Maybe(self.read(at))
    }

    fn write_payload(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        self.write(at, &quote!(Some(#value)))
    }
}

impl Shape for TextBy {
    fn given(&self) -> TokenStream {
        quote!(::core::option::Option<::mapidl::text::Text<'a>>)
    }

    fn taken(&self) -> TokenStream {
        quote!(::core::option::Option<&'a ::mapidl::U16CStr>)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, wide) = (at.target(), is_wide(at, &self.field, self.flag));
        quote!(::mapidl::text::either_field(#target.cast(), #wide))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let (target, set) = (at.target(), set_wide(at, &self.field, self.flag));
        quote! {
            #set
            #target = ::mapidl::text::wide_ptr(#value).cast();
        }
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, wide) = (at.target(), is_wide(at, &self.field, self.flag));
        Some(quote! {
            #target = if #wide {
                ::mapidl::record::copy_string::<u16>(#target.cast(), chain)?.cast()
            } else {
                ::mapidl::record::copy_string::<u8>(#target.cast(), chain)?.cast()
            };
        })
    }

    fn check_refs(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }
}
