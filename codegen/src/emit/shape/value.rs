//! Values, and values behind pointers.

use super::{At, Caller, Lends, Shape, Stub, either};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::emit::types::{number, to_abi, to_safe, ty};
use crate::plan::role::{InOut, OutValue, Ref, Value};
use crate::plan::{Conv, Ty};
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for Value {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::value(&self.conv))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        let value = to_abi(&self.conv, &quote!(#name), &at.param.ty);
        Caller::passes(match self.set {
            Some(flag) => {
                let flag = number(flag);
                quote!(#value | #flag)
            }
            None => value,
        })
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let raw = &at.raw;
        Stub::default().handing(to_safe(&self.conv, &quote!(#raw)))
    }
}

impl Shape for Ref {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::Abi(self.ty.clone()).by_ref().option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        Caller::passes(borrowed(at, self.optional))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (t, function) = (ty(&self.ty), either(self.optional, "opt_ref", "req_ref"));
        let (raw, code) = (&at.raw, at.refusal());
        Stub::binds(at, quote!(::mapidl::stub::#function::<#t>(#raw.cast(), #code)?)).lending(Lends::one(at, &t))
    }
}

/// The address of what is borrowed, or null.
pub(super) fn borrowed(at: &At<'_>, optional: bool) -> TokenStream {
    let name = &at.name;
    if optional {
        quote!(#name.map_or(::core::ptr::null(), ::core::ptr::from_ref).cast_mut().cast())
    } else {
        quote!(::core::ptr::from_ref(#name).cast_mut().cast())
    }
}

impl Shape for InOut {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(in_place(&self.conv).by_mut().option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        Caller::passes(if self.optional {
            quote!(#name.map_or(::core::ptr::null_mut(), ::core::ptr::from_mut).cast())
        } else {
            quote!(::core::ptr::from_mut(#name).cast())
        })
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (t, function) = (in_place(&self.conv), either(self.optional, "opt_mut", "req_mut"));
        let (raw, code) = (&at.raw, at.refusal());
        let stub = Stub::binds(at, quote!(::mapidl::stub::#function::<#t>(#raw.cast(), #code)?));
        stub.lending(Lends::one_changed(at, &t))
    }
}

/// What goes in and out keeps its ABI bytes, so truth values stay integers.
fn in_place(conv: &Conv) -> SafeTy {
    match conv {
        Conv::Bool32 => SafeTy::runtime("BOOL"),
        Conv::Bool8 => SafeTy::prim("u8"),
        Conv::Bool16 => SafeTy::prim("i16"),
        Conv::Same(_) | Conv::Enum { .. } => SafeTy::value(conv),
    }
}

impl Shape for OutValue {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::value(&self.conv))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    /// A plain value may be read whatever the code is.
    fn needs_success(&self) -> bool {
        false
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw) = (&at.name, &at.raw);
        let value = to_safe(&self.conv, &quote!(#raw));
        Caller::zeroed(at).taking(quote!(let #name = #value;))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw) = (&at.name, &at.raw);
        let target = match &at.param.ty {
            Ty::Pointer(to, _) => to.as_ref(),
            other => other,
        };
        let value = to_abi(&self.conv, &quote!(#name), target);
        Stub::writes(quote!(#raw.write(#value);), self.optional)
    }
}
