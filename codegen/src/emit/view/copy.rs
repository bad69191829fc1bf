//! Deep copies of records, and what frees them.

use super::super::types::{com, field_id};
use super::bound::bounds;
use super::field::{At, field};
use super::refs::check_refs;
use super::switch::{is_copy_unsafe, switch_copy, switch_release};
use crate::plan::{FixedView, ViewField};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) fn record_impl(name: &Ident, view: &FixedView) -> TokenStream {
    let view_name = com(&view.name);
    let (deep_copy, release) = (deep_copy(view), release(view));
    let owns = release.is_some().then(|| {
        quote!(
            const RELEASES: bool = true;
        )
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

/// Copies what the record points to, or refuses; nothing for a record whose bytes are all of it.
fn deep_copy(view: &FixedView) -> Option<TokenStream> {
    let copy = quote!(copy);
    let copy = |f: &ViewField| field(&f.role).copy(&At { place: &copy, member: &field_id(&f.com) });
    let checks = bounds(&view.bounds, &quote!(self));
    let copies: Vec<_> = view.fields.iter().filter_map(copy).collect();
    let switch = view.switch.as_ref().map(switch_copy);
    let zeros: Vec<_> = view.zeros.iter().map(|name| field_id(name)).collect();
    if copies.is_empty() && switch.is_none() && zeros.is_empty() && checks.is_empty() {
        return None;
    }
    let level = view.recursive.then(|| quote!(let _level = ::mapidl::depth::enter()?;));
    let mut body = quote! {
        #(copy.#zeros = ::core::mem::zeroed();)*
        #(#copies)*
        #switch
    };
    let is_unsafe = view.fields.iter().any(|f| field(&f.role).is_copy_unsafe());
    if is_unsafe || !zeros.is_empty() || view.switch.as_ref().is_some_and(is_copy_unsafe) {
        body = quote! {
            // SAFETY: the caller vouches for the pointers of the record; zero is a value of reserved fields and unions.
            unsafe { #body }
        };
    }
    Some(quote! {
        #[allow(unused_mut, unused_variables)]
        unsafe fn deep_copy(&self, chain: &::mapidl::heap::Chain) -> ::mapidl::Result<Self> {
            #level
            #(#checks?;)*
            let mut copy = *self;
            #body
            Ok(copy)
        }
    })
}

/// Frees what the record owns beside the chain of its copy.
fn release(view: &FixedView) -> Option<TokenStream> {
    let source = quote!(self);
    let release = |f: &ViewField| field(&f.role).release(&At { place: &source, member: &field_id(&f.com) });
    let mut releases: Vec<_> = view.fields.iter().filter_map(release).collect();
    releases.extend(view.switch.as_ref().and_then(switch_release));
    // What is nested too deep is left where it is.
    let level = view.recursive.then(|| quote!(let Ok(_level) = ::mapidl::depth::enter() else { return };));
    (!releases.is_empty()).then(|| {
        quote! {
            #[allow(unused_variables)]
            unsafe fn release(&self, heap: ::mapidl::heap::Heap) {
                #level
                // SAFETY: the caller gives up the record and what it owns.
                unsafe { #(#releases)* }
            }
        }
    })
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
