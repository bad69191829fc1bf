//! Deep copies of records, and what frees them.

use super::super::types::{com, id, path, record};
use super::is_wide;
use super::switch::{switch_copy, switch_release};
use crate::plan::{FieldRole, FixedView, Hold};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) fn record_impl(name: &Ident, view: &FixedView) -> TokenStream {
    let view_name = com(&view.name);
    let copies: Vec<_> = view
        .fields
        .iter()
        .filter_map(|f| {
            let member = com(&f.com);
            copy(&f.role, &quote!(copy), &member)
        })
        .collect();
    let switch = view.switch.as_ref().map(switch_copy);
    let zeros: Vec<_> = view.zeros.iter().map(|name| com(name)).collect();
    let level = view.recursive.then(|| quote!(let _level = ::mapidl::depth::enter()?;));
    let mut releases: Vec<_> =
        view.fields.iter().filter_map(|f| release(&f.role, &quote!(self), &com(&f.com))).collect();
    releases.extend(view.switch.as_ref().and_then(switch_release));
    let deep_copy = (!copies.is_empty() || switch.is_some() || !zeros.is_empty()).then(|| {
        quote! {
            #[allow(unused_mut, unused_variables)]
            unsafe fn deep_copy(&self, chain: &::mapidl::heap::Chain) -> ::mapidl::Result<Self> {
                #level
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
    let is_counted = is_counted(view);
    quote! {
        // SAFETY: the view is transparent over the record; every pointer is copied by the record's definition.
        unsafe impl ::mapidl::record::Record for #name {
            type View<'a> = #view_name<'a>;

            #is_counted
            #deep_copy
            #release
        }
    }
}

/// Looks at counts that may be no lengths, in the record and in those that stand in it.
fn is_counted(view: &FixedView) -> Option<TokenStream> {
    let checks = view.fields.iter().filter_map(|field| {
        let member = com(&field.com);
        Some(match &field.role {
            FieldRole::Counted { count, .. } if field.role.can_miscount() => {
                let count = com(count);
                quote!(::mapidl::count::exact(self.#count).is_ok())
            }
            FieldRole::Inline { count, .. } if field.role.can_miscount() => {
                let count = com(count);
                quote!(::mapidl::count::exact(self.#member.#count).is_ok())
            }
            FieldRole::Nested { .. } => quote!(::mapidl::record::Record::is_counted(&self.#member)),
            _ => return None,
        })
    });
    let checks: Vec<_> = checks.collect();
    (!checks.is_empty()).then(|| {
        quote! {
            fn is_counted(&self) -> bool {
                #(#checks)&&*
            }
        }
    })
}

/// Replaces what a field of `place` points to by a copy.
pub(super) fn copy(role: &FieldRole, place: &TokenStream, member: &Ident) -> Option<TokenStream> {
    let target = quote!(#place.#member);
    Some(match role {
        FieldRole::Value { .. } | FieldRole::Empty => return None,
        // A copy can outlive the place that a slot points to.
        FieldRole::Slot { .. } => quote!(#target = ::core::ptr::null_mut();),
        FieldRole::TextBy { field, flag } => {
            let wide = is_wide(place, field, *flag);
            quote! {
                #target = if #wide {
                    ::mapidl::record::copy_string::<u16>(#target.cast(), chain)?.cast()
                } else {
                    ::mapidl::record::copy_string::<u8>(#target.cast(), chain)?.cast()
                };
            }
        }
        FieldRole::Counted { count, elem, hold, .. } => {
            let (count, record) = (com(count), record(elem));
            let function = id(if *hold == Hold::Own { "copy_array_own" } else { "copy_array" });
            let from = quote!(#target.cast(), ::mapidl::count::exact(#place.#count)?);
            let copied = copied(*hold, &quote!(::mapidl::record::#function::<#record>), &from);
            quote!(#target = #copied.cast();)
        }
        FieldRole::Inline { start, count, elem, hold, .. } => {
            let (start, count, record) = (com(start), com(count), record(elem));
            let from = quote!(#target.#start.cast(), ::mapidl::count::exact(#target.#count)?);
            let copied = copied(*hold, &quote!(::mapidl::record::copy_array::<#record>), &from);
            quote!(#target.#start = #copied.cast();)
        }
        FieldRole::Text { wide } => {
            let unit = id(if *wide { "u16" } else { "u8" });
            quote!(#target = ::mapidl::record::copy_string::<#unit>(#target.cast(), chain)?.cast();)
        }
        FieldRole::Pointer { elem, hold } => {
            let record = record(elem);
            let copied = copied(*hold, &quote!(::mapidl::record::copy_array::<#record>), &quote!(#target.cast(), 1));
            quote!(#target = #copied.cast();)
        }
        FieldRole::WidePointer { elem, field, flag } => {
            let (record, wide) = (record(elem), is_wide(place, field, *flag));
            quote! {
                #target = if #wide {
                    ::mapidl::record::copy_array::<#record>(#target.cast(), 1, chain)?.cast()
                } else {
                    ::core::ptr::null_mut()
                };
            }
        }
        FieldRole::ListPointer { record, hold } => {
            let record = path(record);
            let copied = copied(*hold, &quote!(::mapidl::list::copy::<#record>), &quote!(#target));
            quote!(#target = #copied;)
        }
        FieldRole::Nested { .. } => quote!(#target = ::mapidl::record::Record::deep_copy(&#target, chain)?;),
        FieldRole::Interface { .. } => quote!(chain.reference(#target);),
    })
}

/// A call of what copies into the chain.
fn copied(hold: Hold, function: &TokenStream, from: &TokenStream) -> TokenStream {
    match hold {
        Hold::OneBlock => quote!(chain.whole(|chain| #function(#from, chain))?),
        _ => quote!(#function(#from, chain)?),
    }
}

/// Frees what a field of `place` owns beside the chain.
pub(super) fn release(role: &FieldRole, place: &TokenStream, member: &Ident) -> Option<TokenStream> {
    match role {
        FieldRole::Counted { count, elem, hold: Hold::Owning, .. } => {
            let (count, record) = (com(count), record(elem));
            Some(release_items(&record, &quote!(#place.#member), &seen(&quote!(#place.#count))))
        }
        FieldRole::Inline { start, count, elem, hold: Hold::Owning, .. } => {
            let (start, count, record) = (com(start), com(count), record(elem));
            let (start, count) = (quote!(#place.#member.#start), seen(&quote!(#place.#member.#count)));
            Some(release_items(&record, &start, &count))
        }
        FieldRole::Pointer { elem, hold: Hold::Owning } => {
            Some(release_items(&record(elem), &quote!(#place.#member), &quote!(1)))
        }
        FieldRole::ListPointer { record, hold: Hold::Owning } => {
            let record = path(record);
            Some(quote!(::mapidl::list::release::<#record>(#place.#member, heap);))
        }
        FieldRole::Counted { count, elem, hold: Hold::Own, .. } => {
            let (count, record) = (com(count), record(elem));
            let count = seen(&quote!(#place.#count));
            Some(quote! {
                let start = #place.#member.cast::<#record>();
                ::mapidl::record::free_items(start, start, #count, heap);
            })
        }
        FieldRole::Nested { .. } => Some(quote!(::mapidl::record::Record::release(&#place.#member, heap);)),
        FieldRole::Interface { interface } => {
            let interface = path(interface);
            Some(quote!(drop(::mapidl::call::opt_interface::<#interface>(#place.#member));))
        }
        _ => None,
    }
}

/// The length that a count says.
fn seen(count: &TokenStream) -> TokenStream {
    quote!(::mapidl::count::seen(#count))
}

fn release_items(record: &TokenStream, start: &TokenStream, count: &TokenStream) -> TokenStream {
    quote!(::mapidl::record::release_items::<#record>(#start.cast(), #count, heap);)
}
