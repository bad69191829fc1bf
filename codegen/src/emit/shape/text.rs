//! Strings that end with a zero.

use super::{At, Caller, Lends, Shape, Stub, either, give_away, required};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::emit::types::number;
use crate::plan::role::{Name, OutText, Text};
use crate::plan::{Heap, UnicodeGate, Width};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl At<'_> {
    /// The raw parameter that says how wide strings are, and its bit.
    pub(super) fn flag(&self, gate: &UnicodeGate) -> (Ident, TokenStream) {
        (self.other(gate.param).raw, number(gate.flag))
    }

    /// Whether that bit is set.
    pub(super) fn is_wide(&self, gate: &UnicodeGate) -> TokenStream {
        let (holder, flag) = self.flag(gate);
        quote!(#holder & #flag != 0)
    }
}

impl Shape for Text {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        let narrow = self.width == Width::Narrow;
        let text = if narrow { SafeTy::c_str() } else { SafeTy::runtime("U16CStr") };
        Some(text.by_ref().option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        let function = either(self.width == Width::Narrow, "narrow_ptr", "wide_ptr");
        let value = if self.optional { quote!(#name) } else { quote!(Some(#name)) };
        Caller::passes(quote!(::mapidl::text::#function(#value).cast()))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let name = &at.name;
        let text = match (&self.width, self.optional) {
            (Width::Flag(_), true) => quote!(#name.as_deref()),
            (_, true) => quote!(#name),
            (Width::Flag(_), false) => quote!(Some(&*#name)),
            (_, false) => quote!(Some(#name)),
        };
        self.bound(at).lending(Lends::Bound(quote!(::mapidl::apart::borrowed(#text))))
    }
}

impl Text {
    fn bound(&self, at: &At<'_>) -> Stub {
        let (name, raw, code) = (&at.name, &at.raw, at.refusal());
        match (&self.width, self.optional) {
            (Width::Wide, true) => Stub::binds(at, quote!(::mapidl::text::opt_wide(#raw.cast(), #code)?)),
            (Width::Wide, false) => Stub::binds(at, quote!(::mapidl::text::req_wide(#raw.cast(), #code)?)),
            (Width::Narrow, true) => Stub::binds(at, quote!(::mapidl::text::opt_narrow(#raw.cast()))),
            (Width::Narrow, false) => Stub::binds(at, quote!(::mapidl::text::req_narrow(#raw.cast(), #code)?)),
            (Width::Flag(gate), optional) => {
                let (wide, function) = (at.is_wide(gate), either(optional, "opt_tstr", "req_tstr"));
                let stub = Stub::binds(at, quote!(::mapidl::text::#function(#raw.cast(), #wide, #code)?));
                stub.handing(if optional { quote!(#name.as_deref()) } else { quote!(&#name) })
            }
        }
    }
}

impl Shape for Name {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::borrowing("text::Name", []).option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        Caller::passes(if self.optional {
            quote!(#name.map_or(::core::ptr::null(), ::mapidl::text::Name::as_ptr).cast_mut().cast())
        } else {
            quote!(#name.as_ptr().cast_mut().cast())
        })
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw, code) = (&at.name, &at.raw, at.refusal());
        let stub = Stub::binds(
            at,
            if self.optional {
                quote!(::mapidl::text::opt_name(#raw.cast()))
            } else {
                quote!(::mapidl::text::req_name(#raw.cast(), #code)?)
            },
        );
        let value = if self.optional { quote!(#name) } else { quote!(Some(#name)) };
        stub.lending(Lends::Bound(quote!(::mapidl::apart::borrowed(#value.and_then(::mapidl::text::Name::text)))))
    }
}

impl Shape for OutText {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::owned_text(&self.width, self.heap).option(self.nullable))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, place, text) = (&at.name, at.owned_place(), SafeTy::owned_text(&self.width, self.heap));
        let take = quote!(let #name = #text::from_raw(#place.cast()););
        Caller::place(at).taking(take).requiring(required(at, self.nullable))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw) = (&at.name, &at.raw);
        if self.heap == Heap::Task {
            return Stub::writes(give_away(at, self.nullable, &quote!(value.into_raw().cast())), self.optional);
        }
        let wide = match &self.width {
            Width::Flag(gate) => at.is_wide(gate),
            Width::Wide | Width::Narrow => quote!(true),
        };
        let text = if self.nullable { quote!(#name) } else { quote!(Some(#name)) };
        Stub::writes(quote!(::mapidl::text::give(#raw, #name);), self.optional)
            .converting(quote!(let #name = ::mapidl::text::answer(#text, #wide)?;))
    }
}
