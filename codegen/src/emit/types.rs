//! Types as tokens.

use crate::plan::{Conv, Path, Ty};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// An identifier; `r#name` gives a raw one.
pub(super) fn id(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// The identifier of an IDL name, which may be a Rust keyword.
pub(super) fn com(name: &str) -> Ident {
    id(&crate::names::escape(name))
}

/// The identifier of a field of a record.
pub(super) fn field_id(name: &str) -> Ident {
    id(&crate::names::field(name))
}

/// A path with its module.
pub(super) fn path(path: &Path) -> TokenStream {
    let name = com(&path.name);
    if path.module.is_empty() {
        return quote!(#name);
    }
    let root = path.module.starts_with("::").then(|| quote!(::));
    let parts = path.module.trim_start_matches("::").split("::").map(id);
    quote!(#root #(#parts ::)* #name)
}

/// A type as the ABI has it.
pub(super) fn ty(t: &Ty) -> TokenStream {
    match t {
        Ty::Prim(name) => {
            let name = id(name);
            quote!(#name)
        }
        Ty::Void => quote!(::core::ffi::c_void),
        Ty::Path(p) => path(p),
        Ty::Pointer(to, is_const) => {
            let to = ty(to);
            if *is_const { quote!(*const #to) } else { quote!(*mut #to) }
        }
        Ty::Array(of, len) => {
            let (of, len) = (ty(of), Literal::u64_unsuffixed(*len));
            quote!([#of; #len])
        }
        Ty::Function(params, ret, cdecl) => {
            let params = params.iter().map(ty);
            let ret = ret.as_ref().map(|r| {
                let r = ty(r);
                quote!(-> #r)
            });
            let abi = if *cdecl { "C" } else { "system" };
            quote!(::core::option::Option<unsafe extern #abi fn(#(#params),*) #ret>)
        }
    }
}

/// A value of the ABI as a safe one.
pub(super) fn to_safe(conv: &Conv, value: &TokenStream) -> TokenStream {
    match conv {
        Conv::Same(_) => value.clone(),
        Conv::Enum { path: p, repr } => {
            let (p, repr) = (path(p), id(repr));
            quote!(#p(#value as #repr))
        }
        Conv::Bool32 => quote!(#value.0 != 0),
        Conv::Bool8 | Conv::Bool16 => quote!(#value != 0),
    }
}

/// A safe value as one of the ABI.
pub(super) fn to_abi(conv: &Conv, value: &TokenStream, abi: &Ty) -> TokenStream {
    match conv {
        Conv::Same(_) => value.clone(),
        Conv::Enum { .. } => {
            let abi = ty(abi);
            quote!(#value.0 as #abi)
        }
        Conv::Bool32 => quote!(::mapidl::BOOL::from(#value)),
        Conv::Bool8 => quote!(u8::from(#value)),
        Conv::Bool16 => quote!(-i16::from(#value)),
    }
}

/// Codes that the runtime crate has names for, among those that generated code answers.
const NAMED: [(u32, &str); 3] = [(0x8000_4001, "E_NOTIMPL"), (0x8000_4003, "E_POINTER"), (0x8007_0057, "E_INVALIDARG")];

/// An HRESULT that generated code answers, by its name where the runtime crate has one.
pub(super) fn code(code: i32) -> TokenStream {
    match NAMED.iter().find(|(known, _)| *known == code.cast_unsigned()) {
        Some((_, name)) => {
            let name = id(name);
            quote!(::mapidl::codes::#name)
        }
        None => hresult(code),
    }
}

/// An HRESULT.
pub(super) fn hresult(code: i32) -> TokenStream {
    let bits = hex(u64::from(code.cast_unsigned()));
    quote!(::mapidl::code(#bits))
}

/// A number in hexadecimal, as flags and codes are read.
pub(super) fn hex(value: u64) -> TokenStream {
    let text = if value < 10 { value.to_string() } else { format!("{value:#x}") };
    text.parse().unwrap_or_else(|_| {
        let value = Literal::u64_unsuffixed(value);
        quote!(#value)
    })
}

/// A whole number of any type; a negative one is a magnitude with its sign.
pub(super) fn number(value: i128) -> TokenStream {
    match u64::try_from(value) {
        Ok(value) => hex(value),
        Err(_) => {
            let magnitude = hex(u64::try_from(value.unsigned_abs()).unwrap_or(u64::MAX));
            quote!(-#magnitude)
        }
    }
}
