//! Strings, variants and arrays of automation, which own their memory.

use super::value::borrowed;
use super::{At, Caller, Shape, Stub, either, option};
use crate::emit::signature::Side;
use crate::emit::types::owned;
use crate::plan::Owned;
use crate::plan::role::{Given, Lent, Swapped};
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for Lent {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<TokenStream> {
        let t = owned(self.owned);
        Some(option(quote!(&#t), self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        if self.pointer {
            return Caller::passes(borrowed(at, self.optional));
        }
        let name = &at.name;
        let lent = quote!(::mapidl::automation::lend(#name));
        Caller::passes(if self.owned == Owned::Variant { lent } else { quote!(#lent.cast()) })
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (raw, code, t) = (&at.raw, at.refusal(), owned(self.owned));
        if !self.pointer {
            return Stub::binds(at, quote!(::mapidl::automation::borrow::<#t, _>(&#raw)));
        }
        let function = either(self.optional, "opt_ref", "req_ref");
        Stub::binds(at, quote!(::mapidl::stub::#function::<#t>(#raw.cast(), #code)?))
    }
}

impl Shape for Given {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<TokenStream> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<TokenStream> {
        Some(owned(self.owned))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw, t) = (&at.name, &at.raw, owned(self.owned));
        Caller::zeroed(at).taking(quote!(let #name = ::mapidl::automation::own::<#t, _>(#raw);))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw) = (&at.name, &at.raw);
        Stub::writes(quote!(::mapidl::stub::write(#raw.cast(), #name);), self.optional)
    }
}

impl Shape for Swapped {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<TokenStream> {
        let t = owned(self.owned);
        Some(option(quote!(&mut #t), self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw) = (&at.name, &at.raw);
        if self.optional {
            let settled = quote!(::mapidl::automation::Settled);
            let pass = quote!(#raw.as_mut().map_or(::core::ptr::null_mut(), #settled::as_mut_ptr).cast());
            Caller::passes(pass).prepared(quote!(let mut #raw = #name.map(#settled);))
        } else {
            Caller::passes(quote!(#raw.as_mut_ptr().cast()))
                .prepared(quote!(let mut #raw = ::mapidl::automation::Settled(#name);))
        }
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (raw, code) = (&at.raw, at.refusal());
        let (t, function) = (owned(self.owned), either(self.optional, "opt_mut", "req_mut"));
        Stub::binds(at, quote!(::mapidl::automation::#function::<#t>(#raw.cast(), #code)?))
    }
}
