//! Safe signatures: what callers and implementers see of a method.

use super::types::{id, owned, path, record, safe, ty, view};
use crate::plan::{BufferElem, Conv, Elem, Heap, Method, Param, Return, Role, Width};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// Whose signature is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    /// A caller's; with `default`, the identifier of an out interface is left out.
    Caller {
        /// See above.
        default: bool,
    },
    /// An implementer's.
    Provider,
}

/// The type parameter of the interface that a parameter is.
pub(super) fn generic_name(p: &Param) -> Option<Ident> {
    p.generic.as_deref().map(id)
}

fn optional(t: TokenStream, optional: bool) -> TokenStream {
    if optional { quote!(::core::option::Option<#t>) } else { t }
}

/// The safe type of a parameter; `None` for one that the signature does not show.
pub(super) fn param_type(p: &Param, side: Side) -> Option<TokenStream> {
    let here = quote!('_);
    Some(match &p.role {
        Role::Value { conv, .. } => safe(conv),
        Role::Slice { elem, optional: o, .. } => {
            let view = slice_view(elem);
            optional(quote!(&[#view]), *o)
        }
        Role::List { elem, optional: o, .. } => {
            let view = view(elem, &here);
            optional(quote!(&[#view]), *o)
        }
        Role::Record { view, optional: o, .. } => {
            let view = path(view);
            optional(quote!(#view<'_>), *o)
        }
        Role::Ref { ty: t, optional: o } => {
            let t = ty(t);
            optional(quote!(&#t), *o)
        }
        Role::Lent { owned: kind, optional: o, .. } => {
            let t = owned(*kind);
            optional(quote!(&#t), *o)
        }
        Role::Swapped { owned: kind, optional: o } => {
            let t = owned(*kind);
            optional(quote!(&mut #t), *o)
        }
        Role::Text { width, optional: o } => {
            let text = if *width == Width::Narrow { quote!(&::core::ffi::CStr) } else { quote!(&::mapidl::U16CStr) };
            optional(text, *o)
        }
        Role::Name { optional: o } => optional(quote!(::mapidl::text::Name<'_>), *o),
        Role::Interface { interface, open: true, .. } if side != Side::Provider => {
            let interface = path(interface);
            quote!(impl ::core::convert::Into<::core::option::Option<&'i #interface>>)
        }
        Role::Interface { interface, optional: o, .. } => {
            let interface = path(interface);
            optional(quote!(&#interface), *o)
        }
        Role::Iid { optional: o, .. } if side == Side::Provider => optional(quote!(&::mapidl::GUID), *o),
        Role::DynIn { optional: o } if side == Side::Provider => optional(quote!(&::mapidl::IUnknown), *o),
        Role::DynIn { optional: o } => {
            let generic = generic_name(p);
            optional(quote!(&#generic), *o)
        }
        Role::InOut { conv, optional: o } => {
            let t = in_out_type(conv);
            optional(quote!(&mut #t), *o)
        }
        Role::ListOrOut { elem, .. } => {
            let view = view(elem, &here);
            quote!(::core::option::Option<&[#view]>)
        }
        Role::Change { .. } | Role::ChangeList { .. } | Role::Replace { .. } | Role::Buffer { .. } => changed(p, side),
        Role::Raw(_) => ty(&p.ty),
        _ => return None,
    })
}

/// The safe type of what a call changes in place.
fn changed(p: &Param, side: Side) -> TokenStream {
    match &p.role {
        Role::Change { record, list, optional: o } => {
            let record = path(record);
            let t = match (side, list) {
                (Side::Caller { .. }, _) => quote!(&mut ::mapidl::MapiBox<#record>),
                (Side::Provider, true) => quote!(::mapidl::ListMut<'_, #record>),
                (Side::Provider, false) => quote!(::mapidl::RecordMut<'_, #record>),
            };
            optional(t, *o)
        }
        Role::ChangeList { elem, optional: o, .. } => {
            let value = view(elem, &quote!('_));
            optional(quote!(&mut [#value]), *o)
        }
        Role::Replace { record } => {
            let record = path(record);
            quote!(&mut ::core::option::Option<::mapidl::MapiBox<#record>>)
        }
        Role::Buffer { elem, optional: o, .. } => {
            let value = buffer_value(elem);
            optional(quote!(&mut [#value]), *o)
        }
        _ => quote!(),
    }
}

fn buffer_value(elem: &BufferElem) -> TokenStream {
    match elem {
        BufferElem::Plain(t) => ty(t),
        BufferElem::Interface(interface) => {
            let interface = path(interface);
            quote!(::core::option::Option<#interface>)
        }
    }
}

/// Pointers to records in an array are made (and followed) by the wrapper, so that the signature shows the records.
fn slice_view(elem: &Elem) -> TokenStream {
    match elem {
        Elem::Pointer(to) => view(to, &quote!('_)),
        other => view(other, &quote!('_)),
    }
}

/// What goes in and out keeps its ABI bytes, so truth values stay integers.
pub(super) fn in_out_type(conv: &Conv) -> TokenStream {
    match conv {
        Conv::Bool32 => quote!(::mapidl::BOOL),
        Conv::Bool8 => quote!(u8),
        Conv::Bool16 => quote!(i16),
        other => safe(other),
    }
}

pub(super) fn safe_param(p: &Param, side: Side) -> Option<TokenStream> {
    let (name, t) = (id(&p.name), param_type(p, side)?);
    Some(quote!(#name: #t))
}

/// The parameters of the safe signature, as names and types.
pub(super) fn provider_params(m: &Method) -> Vec<(Ident, TokenStream)> {
    m.params.iter().filter_map(|p| Some((id(&p.name), param_type(p, Side::Provider)?))).collect()
}

/// The types of what comes out, in order.
fn out_types(m: &Method, side: Side) -> Vec<TokenStream> {
    let out = |p: &Param| {
        Some(match &p.role {
            Role::OutValue { conv, .. } => safe(conv),
            Role::Given { owned: kind, .. } => owned(*kind),
            Role::OutVec { elem, heap, .. } => {
                let (vec, record) = (vec(*heap), record(elem));
                quote!(#vec<#record>)
            }
            Role::OutBox { record, nullable, one_block, .. } => {
                let record = ty(record);
                let record = if *one_block { quote!(::mapidl::OneBlock<#record>) } else { record };
                optional(quote!(::mapidl::MapiBox<#record>), *nullable)
            }
            Role::Filled { .. } => quote!(usize),
            Role::ListOrOut { record, .. } => {
                let record = path(record);
                quote!(::core::option::Option<::mapidl::MapiBox<#record>>)
            }
            Role::OutText { width, heap, nullable, .. } => optional(text(width, *heap), *nullable),
            Role::OutInterface { interface, nullable, .. } => optional(path(interface), *nullable),
            Role::DynOut { nullable, .. } => {
                let interface = match side {
                    Side::Caller { default: false } => {
                        let generic = generic_name(p);
                        quote!(#generic)
                    }
                    _ => quote!(::mapidl::IUnknown),
                };
                optional(interface, *nullable)
            }
            _ => return None,
        })
    };
    m.params.iter().filter_map(out).collect()
}

/// An owned array.
pub(super) fn vec(heap: Heap) -> TokenStream {
    match heap {
        Heap::Mapi => quote!(::mapidl::MapiVec),
        Heap::Task => quote!(::mapidl::TaskVec),
    }
}

/// An owned string.
pub(super) fn text(width: &Width, heap: Heap) -> TokenStream {
    match (heap, width) {
        (Heap::Mapi, _) => quote!(::mapidl::MapiString),
        (Heap::Task, Width::Narrow) => quote!(::mapidl::TaskText),
        (Heap::Task, _) => quote!(::mapidl::TaskString),
    }
}

fn tuple(types: &[TokenStream]) -> TokenStream {
    match types {
        [one] => one.clone(),
        many => quote!((#(#many),*)),
    }
}

/// What the method itself returns, and what comes out beside it.
pub(super) fn with_outs(ret: &TokenStream, out: &[TokenStream]) -> TokenStream {
    if out.is_empty() { ret.clone() } else { quote!((#ret, #(#out),*)) }
}

/// What the safe method returns; `None` for nothing.
pub(super) fn return_type(m: &Method, side: Side) -> Option<TokenStream> {
    let out = out_types(m, side);
    let value = tuple(&out);
    Some(match &m.ret {
        Return::Code { warns: true } => quote!(::mapidl::Result<::mapidl::Success<#value>>),
        Return::Code { warns: false } => quote!(::mapidl::Result<#value>),
        Return::Value(_, conv) => with_outs(&safe(conv), &out),
        Return::Record(t) => with_outs(&ty(t), &out),
        Return::Nothing if out.is_empty() => return None,
        Return::Nothing => value,
    })
}

/// Whether something of the safe method's result comes from a parameter.
pub(super) fn is_out(p: &Param) -> bool {
    matches!(
        p.role,
        Role::OutValue { .. }
            | Role::Given { .. }
            | Role::OutVec { .. }
            | Role::OutBox { .. }
            | Role::OutText { .. }
            | Role::OutInterface { .. }
            | Role::DynOut { .. }
            | Role::ListOrOut { .. }
            | Role::Filled { .. }
    )
}
