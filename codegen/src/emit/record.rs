//! Structs and unions as the ABI has them, and the assertions of their layout.

use super::docs::docs;
use super::types::{com, field_id, id, path, ty};
use crate::plan::{BitValue, Layout, Record, Ty, View};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn record(item: &Record) -> Vec<TokenStream> {
    let mut items = vec![definition(item)];
    items.extend(default(item));
    items.push(layout(item));
    items.extend(bit_fields(item));
    items
}

/// `Default`, which every plain record has, where it cannot be derived: of unions, and what has one, and of long arrays,
/// since the library has it for up to 32 elements only.
fn default(item: &Record) -> Option<TokenStream> {
    let name = com(&item.name);
    let is_plain = matches!(item.view, View::Plain { .. });
    (is_plain && (!has_plain_face(item) || has_long_array(item))).then(|| {
        quote! {
            impl ::core::default::Default for #name {
                fn default() -> Self {
                    // SAFETY: every pattern of bits is a value of it.
                    unsafe { ::core::mem::zeroed() }
                }
            }
        }
    })
}

fn has_plain_face(item: &Record) -> bool {
    matches!(item.view, View::Plain { derives: true })
}

fn has_long_array(item: &Record) -> bool {
    item.fields.iter().any(|field| !field.reserved && is_long(&field.ty))
}

/// Whether a type is a long array, or one of such.
fn is_long(t: &Ty) -> bool {
    matches!(t, Ty::Array(of, len) if *len > 32 || is_long(of))
}

fn definition(item: &Record) -> TokenStream {
    let (name, docs_) = (com(&item.name), docs(&item.docs, "A record."));
    let repr = match (item.packed, item.align8) {
        (Some(n), _) => {
            let n = Literal::u32_unsuffixed(n);
            quote!(#[repr(C, packed(#n))])
        }
        // Said only where it is not so by itself: rustc refuses a packed record that holds one of which it is said.
        (None, true) => quote!(#[repr(C)] #[cfg_attr(all(target_arch = "x86", not(windows)), repr(align(8)))]),
        (None, false) => quote!(#[repr(C)]),
    };
    let derives = match (has_plain_face(item), has_long_array(item)) {
        (true, false) => quote!(#[derive(Clone, Copy, Debug, PartialEq, Default)]),
        (true, true) => quote!(#[derive(Clone, Copy, Debug, PartialEq)]),
        (false, _) => quote!(#[derive(Clone, Copy)]),
    };
    let fields = item.fields.iter().map(|field| {
        let (name, docs, t) = (field_id(&field.name), docs(&field.docs, "A field."), ty(&field.ty));
        let t = if field.reserved { quote!(::mapidl::record::Reserved<#t>) } else { t };
        let aligner = field.aligner.as_deref().map(aligner);
        quote!(#aligner #docs pub #name: #t,)
    });
    let keyword = if item.union { quote!(union) } else { quote!(struct) };
    quote!(#docs_ #repr #derives pub #keyword #name { #(#fields)* })
}

/// What stands before a field that System V's ABI for 32 bit would put at a multiple of 4, and Windows puts at one of 8.
fn aligner(name: &str) -> TokenStream {
    let name = id(name);
    quote! {
        #[doc(hidden)]
        #[cfg(all(target_arch = "x86", not(windows)))]
        pub #name: [::mapidl::layout::Align8; 0],
    }
}

/// What reads and writes bit fields.
fn bit_fields(item: &Record) -> Option<TokenStream> {
    let name = com(&item.name);
    let accessors = item.bits.iter().map(|bits| {
        let docs = docs(&bits.docs, &format!("The bit field `{}`.", bits.com));
        let (get, set, unit) = (id(&bits.name), id(&bits.setter), id(&bits.unit));
        let (shift, width) = (Literal::u8_unsuffixed(bits.shift), Literal::u8_unsuffixed(bits.width));
        let value = match &bits.value {
            BitValue::Number(prim) => {
                let prim = id(prim);
                quote!(number(#prim))
            }
            BitValue::Truth => quote!(truth()),
            BitValue::Named(named, prim) => {
                let (prim, named) = (id(prim), path(named));
                quote!(named(#prim #named))
            }
        };
        quote!(#docs #get, #set: #value = #unit[#shift, #width],)
    });
    (!item.bits.is_empty()).then(|| quote!(::mapidl::bit_fields! { #name { #(#accessors)* } }))
}

/// What must hold on every host: the layout of the Windows target with pointers of the same width.
fn layout(item: &Record) -> TokenStream {
    let (name, layout) = (com(&item.name), layout_of(&item.layout));
    quote!(::mapidl::layout! { unsafe #name: #layout })
}

/// A layout, as the macros of the runtime crate take it.
pub(super) fn layout_of(layout: &Layout) -> TokenStream {
    let n = Literal::u64_unsuffixed;
    let ((size64, size32), (align64, align32)) = (layout.size, layout.align);
    let (size64, size32, align64, align32) = (n(size64), n(size32), n(align64), n(align32));
    let offsets = layout.offsets.iter().map(|(field, wide, narrow)| {
        let (field, wide, narrow) = (field_id(field), n(*wide), n(*narrow));
        quote!(#field = #wide | #narrow,)
    });
    quote!(size #size64 | #size32 align #align64 | #align32 { #(#offsets)* })
}
