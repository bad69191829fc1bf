//! What must be true of items of other modules.

use super::consts::guid;
use super::record::layout_of;
use super::types::path;
use crate::plan::{External, Proof};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn external(item: &External) -> TokenStream {
    let name = path(&item.path);
    match &item.proof {
        Proof::Interface(iid) => {
            let iid = iid.map(guid);
            quote!(::mapidl::external! { interface #name, #iid })
        }
        Proof::Enum => quote!(::mapidl::external! { value #name, ::core::primitive::u32 }),
        Proof::Handle => quote!(::mapidl::external! { value #name, ::core::primitive::usize }),
        Proof::Record(layout, view) => {
            let (layout, view) = (layout_of(layout), view.as_ref().map(path).map(|view| quote!(#view<'static>)));
            quote!(::mapidl::external! { record #name, #view; #layout })
        }
    }
}
