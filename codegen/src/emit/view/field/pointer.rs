//! Pointers to one record, or to one that ends in an array.

use super::{At, Payload, Shape, check_refs, copied, is_wide, release_items, set_wide, view};
use crate::emit::safe_ty::SafeTy;
use crate::emit::types::path;
use crate::plan::field::{ListPointer, Pointer, WidePointer};
use crate::plan::{Elem, Hold};
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for Pointer {
    fn given(&self) -> TokenStream {
        given(&self.elem)
    }

    fn taken(&self) -> TokenStream {
        taken(&self.elem)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, record) = (at.target(), SafeTy::record(&self.elem));
        quote!(::mapidl::record::opt_view::<#record>(#target.cast()))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let target = at.target();
        quote!(#target = ::mapidl::record::opt_ptr(#value).cast();)
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, record) = (at.target(), SafeTy::record(&self.elem));
        let copied = copied(self.hold, &quote!(::mapidl::record::copy_array::<#record>), &quote!(#target.cast(), 1));
        Some(quote!(#target = #copied.cast();))
    }

    fn release(&self, at: &At<'_>) -> Option<TokenStream> {
        (self.hold == Hold::Owning).then(|| release_items(&SafeTy::record(&self.elem), &at.target(), &quote!(1)))
    }

    fn check_refs(&self, at: &At<'_>) -> Option<TokenStream> {
        check_refs(&self.elem, &at.target(), &quote!(1))
    }

    fn payload(&self) -> Option<TokenStream> {
        let view = view(&self.elem);
        Some(quote!(&'a #view))
    }

    fn read_payload(&self, at: &At<'_>) -> Payload {
        let (target, view) = (at.target(), view(&self.elem));
        Payload::Maybe(quote!(::mapidl::record::opt_ref::<#view>(#target.cast())))
    }

    fn write_payload(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        self.write(at, &quote!(Some(#value)))
    }
}

impl Shape for WidePointer {
    fn given(&self) -> TokenStream {
        given(&self.elem)
    }

    fn taken(&self) -> TokenStream {
        taken(&self.elem)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, record, wide) = (at.target(), SafeTy::record(&self.elem), is_wide(at, &self.field, self.flag));
        quote!(if #wide { ::mapidl::record::opt_view::<#record>(#target.cast()) } else { None })
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let (target, set) = (at.target(), set_wide(at, &self.field, self.flag));
        quote! {
            #set
            #target = ::mapidl::record::opt_ptr(#value).cast();
        }
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, record, wide) = (at.target(), SafeTy::record(&self.elem), is_wide(at, &self.field, self.flag));
        Some(quote! {
            #target = if #wide {
                ::mapidl::record::copy_array::<#record>(#target.cast(), 1, chain)?.cast()
            } else {
                ::core::ptr::null_mut()
            };
        })
    }

    fn check_refs(&self, at: &At<'_>) -> Option<TokenStream> {
        check_refs(&self.elem, &at.target(), &quote!(1))
    }
}

impl Shape for ListPointer {
    fn given(&self) -> TokenStream {
        let record = path(&self.record);
        quote!(::core::option::Option<<#record as ::mapidl::record::Pointee>::View<'a>>)
    }

    fn taken(&self) -> TokenStream {
        let record = path(&self.record);
        quote!(::core::option::Option<&'a ::mapidl::MapiBox<#record>>)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, record) = (at.target(), path(&self.record));
        quote!(::mapidl::record::opt_view::<#record>(#target))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let target = at.target();
        quote!(#target = ::mapidl::record::box_ptr(#value);)
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, record) = (at.target(), path(&self.record));
        let copied = copied(self.hold, &quote!(::mapidl::list::copy::<#record>), &target);
        Some(quote!(#target = #copied;))
    }

    fn release(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, record) = (at.target(), path(&self.record));
        (self.hold == Hold::Owning).then(|| quote!(::mapidl::list::release::<#record>(#target, heap);))
    }

    fn check_refs(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, record) = (at.target(), path(&self.record));
        self.refs.then(|| quote!(::mapidl::refs::behind::<#record>(#target, walk)?;))
    }

    fn payload(&self) -> Option<TokenStream> {
        let record = path(&self.record);
        Some(quote!(::mapidl::MapiRef<'a, #record>))
    }

    fn read_payload(&self, at: &At<'_>) -> Payload {
        let (target, record) = (at.target(), path(&self.record));
        Payload::Maybe(quote!(::mapidl::MapiRef::<#record>::from_raw(#target)))
    }

    fn write_payload(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let target = at.target();
        quote!(#target = #value.as_ptr();)
    }
}

/// One record, or nothing.
fn given(elem: &Elem) -> TokenStream {
    let view = view(elem);
    quote!(::core::option::Option<#view>)
}

fn taken(elem: &Elem) -> TokenStream {
    let view = view(elem);
    quote!(::core::option::Option<&'a #view>)
}
