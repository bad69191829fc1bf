//! Types as tokens.

use crate::plan::{ArrayItem, Conv, Elem, Heap, Owned, Path, Ty, Width};
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

/// The type that implements `Record` for an element.
pub(super) fn record(elem: &Elem) -> TokenStream {
    match elem {
        Elem::Plain(t) => ty(t),
        Elem::Viewed { record, .. } => path(record),
        Elem::Text { wide: true } => quote!(::mapidl::text::WidePtr),
        Elem::Text { wide: false } => quote!(::mapidl::text::NarrowPtr),
        Elem::Pointer(to) => {
            let to = record(to);
            quote!(::mapidl::record::Ptr<#to>)
        }
        Elem::Interface(interface) => {
            let interface = path(interface);
            quote!(::mapidl::record::InterfacePtr<#interface>)
        }
        Elem::Name => quote!(::mapidl::text::NamePtr),
        Elem::NotNull(of) => {
            let of = record(of);
            quote!(::mapidl::record::NotNull<#of>)
        }
    }
}

/// The view of an element, borrowed for `lifetime`.
pub(super) fn view(elem: &Elem, lifetime: &TokenStream) -> TokenStream {
    match elem {
        Elem::Plain(t) => ty(t),
        Elem::Viewed { view, .. } => {
            let view = path(view);
            quote!(#view<#lifetime>)
        }
        Elem::Text { wide: true } => quote!(::mapidl::text::WideView<#lifetime>),
        Elem::Text { wide: false } => quote!(::mapidl::text::NarrowView<#lifetime>),
        Elem::Pointer(to) => {
            let to = record(to);
            quote!(::mapidl::record::PtrView<#lifetime, #to>)
        }
        Elem::Interface(interface) => {
            let interface = path(interface);
            quote!(::core::option::Option<::mapidl::Borrowed<#lifetime, #interface>>)
        }
        Elem::Name => quote!(::mapidl::text::Name<#lifetime>),
        // It is shown as it is, null or not.
        Elem::NotNull(of) => view(of, lifetime),
    }
}

/// The safe type of a value.
pub(super) fn safe(conv: &Conv) -> TokenStream {
    match conv {
        Conv::Same(t) => ty(t),
        Conv::Enum { path: p, .. } => path(p),
        Conv::Bool32 | Conv::Bool8 | Conv::Bool16 => quote!(bool),
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

/// An owned array.
pub(super) fn owned_array(heap: Heap) -> TokenStream {
    match heap {
        Heap::Mapi => quote!(::mapidl::MapiVec),
        Heap::Task => quote!(::mapidl::TaskVec),
    }
}

/// An owned string.
pub(super) fn owned_text(width: &Width, heap: Heap) -> TokenStream {
    match (heap, width) {
        (Heap::Mapi, _) => quote!(::mapidl::MapiString),
        (Heap::Task, Width::Narrow) => quote!(::mapidl::TaskText),
        (Heap::Task, _) => quote!(::mapidl::TaskString),
    }
}

/// The runtime's type for what automation owns.
pub(super) fn owned(owned: Owned) -> TokenStream {
    match owned {
        Owned::Bstr => quote!(::mapidl::Bstr),
        Owned::Variant => quote!(::mapidl::Variant),
        Owned::SafeArray(_) => quote!(::mapidl::SafeArray),
    }
}

/// The runtime's type for elements of automation's arrays.
pub(super) fn item(item: ArrayItem) -> TokenStream {
    match item {
        ArrayItem::Number(name) => {
            let name = id(name);
            quote!(#name)
        }
        ArrayItem::Truth => quote!(::mapidl::automation::VariantBool),
        ArrayItem::Date => quote!(::mapidl::Date),
        ArrayItem::Currency => quote!(::mapidl::com::CY),
        ArrayItem::Decimal => quote!(::mapidl::com::DECIMAL),
        ArrayItem::Code => quote!(::mapidl::HRESULT),
        ArrayItem::Text => quote!(::mapidl::Bstr),
        ArrayItem::Variant => quote!(::mapidl::Variant),
        ArrayItem::Unknown => quote!(::core::option::Option<::mapidl::IUnknown>),
        ArrayItem::Dispatch => quote!(::core::option::Option<::mapidl::com::IDispatch>),
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
