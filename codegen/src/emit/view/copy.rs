//! Deep copies of records, and what frees them.

use super::super::types::{com, field_id};
use super::bound::bounds;
use super::field::{At, field};
use super::refs::check_refs;
use super::switch::{switch_copy, switch_release};
use crate::plan::{FixedView, ViewField};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) fn record_impl(name: &Ident, view: &FixedView) -> TokenStream {
    let view_name = com(&view.name);
    let (copy, source) = (quote!(copy), quote!(self));
    let copy = |f: &ViewField| field(&f.role).copy(&At { place: &copy, member: &field_id(&f.com) });
    let release = |f: &ViewField| field(&f.role).release(&At { place: &source, member: &field_id(&f.com) });
    let checks = bounds(&view.bounds, &source);
    let copies: Vec<_> = view.fields.iter().filter_map(copy).collect();
    let switch = view.switch.as_ref().map(switch_copy);
    let zeros: Vec<_> = view.zeros.iter().map(|name| field_id(name)).collect();
    let level = view.recursive.then(|| quote!(let _level = ::mapidl::depth::enter()?;));
    let mut releases: Vec<_> = view.fields.iter().filter_map(release).collect();
    releases.extend(view.switch.as_ref().and_then(switch_release));
    let something = !copies.is_empty() || switch.is_some() || !zeros.is_empty() || !checks.is_empty();
    let deep_copy = something.then(|| {
        quote! {
            #[allow(unused_mut, unused_variables)]
            unsafe fn deep_copy(&self, chain: &::mapidl::heap::Chain) -> ::mapidl::Result<Self> {
                #level
                #(#checks?;)*
                let mut copy = *self;
                // SAFETY: the caller vouches for the pointers of the record; zero is a value of reserved fields and unions.
                unsafe {
                    #(copy.#zeros = ::core::mem::zeroed();)*
                    #(#copies)*
                    #switch
                }
                Ok(copy)
            }
        }
    });
    // What is nested too deep is left where it is.
    let level = view.recursive.then(|| quote!(let Ok(_level) = ::mapidl::depth::enter() else { return };));
    let owns = (!releases.is_empty()).then(|| {
        quote!(
            const RELEASES: bool = true;
        )
    });
    let release = (!releases.is_empty()).then(|| {
        quote! {
            #[allow(unused_variables)]
            unsafe fn release(&self, heap: ::mapidl::heap::Heap) {
                #level
                // SAFETY: the caller gives up the record and what it owns.
                unsafe { #(#releases)* }
            }
        }
    });
    let (is_counted, check_refs) = (is_counted(view), check_refs(view));
    quote! {
        // SAFETY: the view is transparent over the record; every pointer is copied by the record's definition.
        unsafe impl ::mapidl::record::Record for #name {
            type View<'a> = #view_name<'a>;

            #owns
            #is_counted
            #check_refs
            #deep_copy
            #release
        }
    }
}

/// Looks at counts that may be no lengths or more than others, in the record and in those that stand in it.
fn is_counted(view: &FixedView) -> Option<TokenStream> {
    let place = quote!(self);
    let at = |f: &ViewField| field(&f.role).is_counted(&At { place: &place, member: &field_id(&f.com) });
    let bounds = bounds(&view.bounds, &place).into_iter().map(|bound| quote!(#bound.is_ok()));
    let checks: Vec<_> = view.fields.iter().filter_map(at).chain(bounds).collect();
    (!checks.is_empty()).then(|| {
        quote! {
            fn is_counted(&self) -> bool {
                #(#checks)&&*
            }
        }
    })
}
