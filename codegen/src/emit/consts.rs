//! Constants, enumerations, typedefs, handles, class identifiers.

use super::docs::docs;
use super::types::{com, hresult, id, number, path, ty};
use crate::plan::{Alias, Coclass, Const, Enum, Handle, Literal, Ty};
use proc_macro2::{Literal as Lit, TokenStream};
use quote::quote;

pub(super) fn constant(item: &Const) -> TokenStream {
    let (name, docs) = (com(&item.name), docs(&item.docs, "A constant."));
    let t = match &item.value {
        Literal::Wide(_) => quote!(&::mapidl::U16CStr),
        Literal::Narrow(_) => quote!(&::core::ffi::CStr),
        Literal::Guid(_) => quote!(::mapidl::GUID),
        _ => ty(&item.ty),
    };
    let value = literal(&item.value, &item.ty);
    quote!(#docs pub const #name: #t = #value;)
}

fn literal(value: &Literal, t: &Ty) -> TokenStream {
    match value {
        Literal::Code(code) => hresult(*code),
        Literal::Int(value) => number(*value),
        Literal::Wrapped(value) => {
            let (t, value) = (ty(t), literal(value, &Ty::Prim("f64")));
            quote!(#t(#value))
        }
        Literal::Pattern(bits) => {
            let (t, bits) = (ty(t), Lit::u64_suffixed(*bits));
            quote!(#bits as #t)
        }
        Literal::Float(value) => float(*value, t),
        Literal::Wide(text) => quote!(::mapidl::u16cstr!(#text)),
        Literal::Narrow(text) => {
            // Without a NUL, or it would have been left out.
            let text = std::ffi::CString::new(text.as_str()).unwrap_or_default();
            let text = Lit::c_string(&text);
            quote!(#text)
        }
        Literal::Guid(value) => identifier(*value),
    }
}

/// A floating-point number; what no literal can say has a name.
fn float(value: f64, t: &Ty) -> TokenStream {
    let held = if *t == Ty::Prim("f32") { f64::from(value as f32) } else { value };
    let t = ty(t);
    if held.is_nan() {
        quote!(#t::NAN)
    } else if held.is_infinite() {
        let name = id(if held > 0.0 { "INFINITY" } else { "NEG_INFINITY" });
        quote!(#t::#name)
    } else {
        let value = Lit::f64_unsuffixed(value);
        quote!(#value)
    }
}

/// An enumeration; one without a name gives constants of their own.
pub(super) fn enumeration(item: &Enum) -> Vec<TokenStream> {
    let repr = id(item.repr);
    let values = item.values.iter().map(|(name, value, lines)| {
        let (name, docs) = (com(name), docs(lines, "A value."));
        let value = number(i128::from(*value));
        (docs, name, value)
    });
    if item.name.is_empty() {
        return values.map(|(docs, name, value)| quote!(#docs pub const #name: #repr = #value;)).collect();
    }
    let (name, docs) = (com(&item.name), docs(&item.docs, if item.flags { "A set of bits." } else { "A choice." }));
    let values = values.map(|(docs, name, value)| quote!(#docs #name = #value,));
    let kind = id(if item.flags { "flag_set" } else { "choice" });
    vec![quote!(::mapidl::#kind! { unsafe #docs #name: #repr { #(#values)* } })]
}

pub(super) fn alias(item: &Alias) -> TokenStream {
    let (name, docs, t) = (com(&item.name), docs(&item.docs, "Another name."), ty(&item.ty));
    quote!(#docs pub type #name = #t;)
}

pub(super) fn handle(item: &Handle) -> TokenStream {
    let (name, docs) = (com(&item.name), docs(&item.docs, "An opaque value."));
    quote!(::mapidl::handle! { unsafe #docs #name })
}

pub(super) fn coclass(item: &Coclass) -> TokenStream {
    let (name, docs) = (com(&item.name), docs(&item.docs, "A class."));
    let (clsid, default) = (guid(item.clsid), path(&item.default));
    quote!(::mapidl::coclass! { #docs #name, #clsid, #default })
}

/// Makes result codes known by name.
pub(super) fn codes(names: &[String]) -> TokenStream {
    let names = names.iter().map(|name| com(name));
    quote!(::mapidl::codes! { #(#names,)* })
}

fn identifier(value: u128) -> TokenStream {
    let value = guid(value);
    quote!(::mapidl::GUID::from_u128(#value))
}

/// The 128 bits of an identifier, grouped as it is written.
pub(super) fn guid(value: u128) -> TokenStream {
    let digits = format!("{value:032x}");
    let (a, b, c, d, e) = (&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]);
    format!("0x{a}_{b}_{c}_{d}_{e}").parse().unwrap_or_default()
}
