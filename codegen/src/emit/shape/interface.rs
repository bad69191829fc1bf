//! Interfaces, and the identifiers that say which ones.

use super::{At, Caller, Lends, Shape, Stub, either, give_away};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::emit::types::path;
use crate::plan::Ty;
use crate::plan::role::{DynIn, DynOut, Iid, Interface, OutInterface};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl Shape for Interface {
    fn shown(&self, _: &At<'_>, side: Side) -> Option<SafeTy> {
        Some(match (side, self.open) {
            (Side::Caller { .. }, true) => SafeTy::Into(self.interface.clone()),
            _ => SafeTy::item(&self.interface).by_ref().option(self.optional),
        })
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        if !self.open {
            return Caller::passes(passed(name, self.optional));
        }
        let interface = path(&self.interface);
        Caller::passes(quote!(::mapidl::call::raw::<#interface>(#name.into())))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        Stub::binds(at, bound(at, &path(&self.interface), self.optional))
    }
}

fn passed(name: &Ident, optional: bool) -> TokenStream {
    if optional { quote!(::mapidl::call::raw(#name)) } else { quote!(::mapidl::call::this(#name)) }
}

fn bound(at: &At<'_>, interface: &TokenStream, optional: bool) -> TokenStream {
    let (raw, code) = (&at.raw, at.refusal());
    // The same pointer, where the definition lets it point to something constant.
    let is_const = matches!(at.param.ty, Ty::Pointer(_, true));
    let raw = if is_const { quote!(&*::core::ptr::from_ref(&#raw).cast()) } else { quote!(&#raw) };
    if optional {
        quote!(::mapidl::stub::opt_interface::<#interface>(#raw))
    } else {
        quote!(::mapidl::stub::req_interface::<#interface>(#raw, #code)?)
    }
}

impl Shape for Iid {
    fn shown(&self, _: &At<'_>, side: Side) -> Option<SafeTy> {
        (side == Side::Provider).then(|| SafeTy::runtime("GUID").by_ref().option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let named = at.other(self.of);
        Caller::passes(named.shape().identifier(&named, self.optional))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (raw, code, function) = (&at.raw, at.refusal(), either(self.optional, "opt_ref", "req_ref"));
        let stub = Stub::binds(at, quote!(::mapidl::stub::#function::<::mapidl::GUID>(#raw, #code)?));
        stub.lending(Lends::one(at, &quote!(::mapidl::GUID)))
    }
}

/// The identifier of a type parameter.
fn iid(generic: Option<Ident>) -> TokenStream {
    quote!(::core::ptr::from_ref(&<#generic as ::mapidl::Interface>::IID).cast_mut())
}

impl Shape for DynIn {
    fn shown(&self, at: &At<'_>, side: Side) -> Option<SafeTy> {
        let t = match (side, &at.param.generic) {
            (Side::Caller { .. }, Some(name)) => SafeTy::generic(name),
            _ => SafeTy::runtime("IUnknown"),
        };
        Some(t.by_ref().option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        Caller::passes(passed(&at.name, self.optional))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        Stub::binds(at, bound(at, &quote!(::mapidl::IUnknown), self.optional))
    }

    /// An absent interface has none, where that may be.
    fn identifier(&self, at: &At<'_>, optional: bool) -> TokenStream {
        let (name, iid) = (&at.name, iid(self.generic(at)));
        if self.optional && optional {
            quote!(if #name.is_some() { #iid } else { ::core::ptr::null_mut() })
        } else {
            iid
        }
    }
}

impl Shape for OutInterface {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::item(&self.interface).option(self.nullable))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw) = (&at.name, &at.raw);
        let take = quote!(let #name = ::mapidl::call::opt_interface(#raw););
        Caller::place(at).taking(take).requiring(object(at, self.nullable))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let write = give_away(at, self.nullable, &quote!(::mapidl::Interface::into_raw(value)));
        Stub::writes(write, self.optional)
    }
}

/// Refuses a null that came out with a success, as an error of its own kind where the contract allows it.
fn object(at: &At<'_>, nullable: bool) -> Option<TokenStream> {
    if at.has_code() && !nullable && at.method.nulls {
        let name = &at.name;
        return Some(quote!(let #name = ::mapidl::call::object(#name, code)?;));
    }
    super::required(at, nullable)
}

impl Shape for DynOut {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, at: &At<'_>, side: Side) -> Option<SafeTy> {
        let interface = match (side, &at.param.generic) {
            (Side::Caller { default: false }, Some(name)) => SafeTy::generic(name),
            _ => SafeTy::runtime("IUnknown"),
        };
        Some(interface.option(self.nullable))
    }

    fn generic(&self, at: &At<'_>) -> Option<Ident> {
        at.param.generic.as_deref().filter(|_| !at.default).map(crate::emit::types::id)
    }

    fn identifier(&self, at: &At<'_>, _: bool) -> TokenStream {
        if at.default { quote!(::core::ptr::null_mut()) } else { iid(self.generic(at)) }
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw) = (&at.name, &at.raw);
        let take = quote!(let #name = ::mapidl::call::opt_interface(#raw););
        Caller::place(at).taking(take).requiring(object(at, self.nullable))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw) = (&at.name, &at.raw);
        let iid = at.other(self.iid).name;
        let iid = if self.optional_iid { quote!(#iid) } else { quote!(Some(#iid)) };
        let function = either(self.nullable, "opt_answer_iid", "answer_iid");
        Stub::writes(quote!(#raw.give(#name);), false)
            .converting(quote!(let #name = ::mapidl::stub::#function(#name, #iid)?;))
    }
}
