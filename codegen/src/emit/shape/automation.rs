//! Strings, variants and arrays of automation, which own their memory.

use super::value::borrowed;
use super::{At, Caller, Lends, Shape, Stub, either, ended};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::plan::Owned;
use crate::plan::role::{Given, Lent, Swapped};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl Owned {
    /// The type of an array's elements, where the definition says it: then each array is checked.
    fn item(self) -> Option<SafeTy> {
        if let Self::SafeArray(Some(of)) = self { Some(SafeTy::array_item(of)) } else { None }
    }
}

/// An array that may be absent, checked where it says of what it is.
fn checked(array: &TokenStream, of: Option<&SafeTy>, optional: bool) -> TokenStream {
    match of {
        None => array.clone(),
        Some(of) if optional => quote!(#array.map(::mapidl::automation::lent::<#of>).transpose()?),
        Some(of) => quote!(::mapidl::automation::lent::<#of>(#array)?),
    }
}

impl Shape for Lent {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::owned(self.owned).by_ref().option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        let lent = quote!(::mapidl::automation::lend(#name));
        let caller = Caller::passes(match self.owned {
            _ if self.pointer => borrowed(at, self.optional),
            Owned::Variant => lent,
            Owned::Bstr | Owned::SafeArray(_) => quote!(#lent.cast()),
        });
        let Some(of) = self.owned.item() else { return caller };
        let checked = checked(&quote!(#name), Some(&of), self.optional);
        caller.prepared(quote!(let #name = #checked;))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (raw, code, t) = (&at.raw, at.refusal(), SafeTy::owned(self.owned));
        let function = either(self.optional, "opt_ref", "req_ref");
        let borrowed = if self.pointer {
            quote!(::mapidl::stub::#function::<#t>(#raw.cast(), #code)?)
        } else {
            quote!(::mapidl::automation::borrow::<#t, _>(&#raw))
        };
        let stub = Stub::binds(at, checked(&borrowed, self.owned.item().as_ref(), self.optional));
        if self.pointer {
            stub.lending(Lends::one(at, &t)).owned(quote!(::mapidl::apart::owner::<#t>(#raw.cast())))
        } else {
            stub.owned(quote!(::mapidl::apart::owner::<#t>((&raw const #raw).cast())))
        }
    }
}

impl Shape for Given {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::owned(self.owned))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw, t) = (&at.name, &at.raw, SafeTy::owned(self.owned));
        let take = quote!(let #name = ::mapidl::automation::own::<#t, _>(#raw););
        Caller::zeroed(at).taking(take).requiring(self.of_its_type(at))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw) = (&at.name, &at.raw);
        let write = Stub::writes(quote!(#raw.give(#name);), self.optional);
        Stub { convert: self.of_its_type(at), ..write }
    }
}

impl Given {
    /// Refuses an array of something else.
    fn of_its_type(&self, at: &At<'_>) -> Option<TokenStream> {
        let name = &at.name;
        let of = self.owned.item()?;
        Some(quote!(let #name = ::mapidl::automation::given::<#of>(#name)?;))
    }
}

impl Shape for Swapped {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::owned(self.owned).by_mut().option(self.optional))
    }

    /// What came back is looked at after a success alone: a callee that failed may leave anything.
    fn needs_success(&self) -> bool {
        self.owned.item().is_some()
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw) = (&at.name, &at.raw);
        let (guard, make) = match self.owned.item() {
            None => (quote!(::mapidl::automation::Settled), None),
            Some(of) => (quote!(::mapidl::automation::Typed::<#of>), Some(quote!(::new))),
        };
        let fails = make.as_ref();
        let (pass, value) = if self.optional {
            let fails = fails.map(|_| quote!(.transpose()?));
            let pass = quote!(#raw.as_mut().map_or(::core::ptr::null_mut(), #guard::as_mut_ptr).cast());
            (pass, quote!(#name.map(#guard #make) #fails))
        } else {
            let fails = fails.map(|_| quote!(?));
            (quote!(#raw.as_mut_ptr().cast()), quote!(#guard #make(#name) #fails))
        };
        Caller::passes(pass).prepared(quote!(let mut #raw = #value;)).requiring(self.check(raw))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw, code) = (&at.name, &at.raw, at.refusal());
        let (t, function) = (SafeTy::owned(self.owned), either(self.optional, "opt_mut", "req_mut"));
        let borrowed = quote!(::mapidl::automation::#function::<#t>(#raw.cast(), #code)?);
        let lends = Lends::one_changed(at, &t);
        let owner = quote!(::mapidl::apart::owner::<#t>(#raw.cast()));
        let Some(of) = self.owned.item() else { return Stub::binds(at, borrowed).lending(lends).owned(owner) };
        let guard = quote!(::mapidl::automation::Typed::<#of>);
        let (value, hand) = if self.optional {
            (quote!(#borrowed.map(#guard::new).transpose()?), quote!(#name.as_mut().map(#guard::value)))
        } else {
            (quote!(#guard::new(#borrowed)?), quote!(#name.value()))
        };
        let bind = Some(quote!(let mut #name = #value;));
        Stub { lends, bind, convert: self.check(name), end: Some(ended(name)), ..Stub::default() }
            .owned(owner)
            .handing(hand)
    }
}

impl Swapped {
    /// Refuses an array of something else that was put in the place of one.
    fn check(&self, guard: &Ident) -> Option<TokenStream> {
        self.owned.item()?;
        Some(if self.optional {
            quote!(if let Some(array) = &#guard { array.check()?; })
        } else {
            quote!(#guard.check()?;)
        })
    }
}
