//! Records in place.

use super::{At, Shape};
use crate::emit::types::path;
use crate::plan::field::Nested;
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for Nested {
    fn given(&self) -> TokenStream {
        let view = path(&self.view);
        quote!(#view<'a>)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (target, record) = (at.target(), path(&self.record));
        quote!(::mapidl::record::view_at::<#record>(&raw const #target))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let (target, record) = (at.target(), path(&self.record));
        quote!(#target = ::mapidl::record::record_of::<#record>(#value);)
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let target = at.target();
        Some(quote!(#target = ::mapidl::record::Record::deep_copy(&#target, chain)?;))
    }

    fn release(&self, at: &At<'_>) -> Option<TokenStream> {
        let target = at.target();
        Some(quote!(::mapidl::record::Record::release(&#target, heap);))
    }

    fn is_counted(&self, at: &At<'_>) -> Option<TokenStream> {
        let target = at.target();
        Some(quote!(::mapidl::record::Record::is_counted(&#target)))
    }

    fn check_refs(&self, at: &At<'_>) -> Option<TokenStream> {
        let target = at.target();
        self.refs.then(|| quote!(::mapidl::record::Record::check_refs(&#target, walk)?;))
    }
}
