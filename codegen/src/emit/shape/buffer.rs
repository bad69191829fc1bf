//! Memory of the caller's that a call fills, and how much of it was filled.

use super::{At, Caller, Lends, Lengths, Shape, Stub, either, ended, memory, required_count};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::emit::types::{path, ty};
use crate::plan::role::{Buffer, Filled};
use crate::plan::{BufferElem, CountBy, Holds, Path, Ty};
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for Buffer {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        let value = match &self.elem {
            BufferElem::Plain(t) => SafeTy::Abi(t.clone()),
            BufferElem::Interface(interface) => SafeTy::item(interface).option(true),
        };
        Some(value.slice().by_mut().option(self.optional))
    }

    fn needs_success(&self) -> bool {
        matches!(self.elem, BufferElem::Interface(_))
    }

    fn counted_by(&self) -> Option<&CountBy> {
        Some(&self.count)
    }

    fn lengths(&self, at: &At<'_>) -> Lengths {
        let name = &at.name;
        if !self.optional {
            return Lengths::of(name);
        }
        let some = quote!(#name.as_deref().map(<[_]>::len));
        Lengths { given: some.clone(), passed: some, ..Lengths::optional(name) }
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let agree = at.agree(&self.count, &self.lengths(at).given);
        match &self.elem {
            BufferElem::Plain(_) => Caller { agree, ends: self.ends(at), ..self.values(at) },
            BufferElem::Interface(_) => Caller { agree, ..self.interfaces(at) },
        }
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (t, stub) = match &self.elem {
            BufferElem::Plain(t) => (ty(t), self.bind_values(at, t)),
            BufferElem::Interface(interface) => (quote!(*mut ::core::ffi::c_void), self.bind_interfaces(at, interface)),
        };
        stub.lending(Lends::Changed(memory(at, &t, &at.room(&self.count))))
    }
}

impl Buffer {
    /// A buffer that holds a string holds its end too, or a callee would read on.
    fn ends(&self, at: &At<'_>) -> Option<TokenStream> {
        let name = &at.name;
        let buffer = if self.optional { quote!(#name.as_deref()) } else { quote!(Some(&*#name)) };
        (self.holds == Holds::Text).then(|| quote!(::mapidl::buffer::ends(#buffer)?;))
    }

    fn values(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        if !self.optional {
            return Caller::passes(quote!(#name.as_mut_ptr().cast()));
        }
        let pass = quote!(#name.as_mut().map_or(::core::ptr::null_mut(), |buffer| buffer.as_mut_ptr()).cast());
        Caller::passes(pass).prepared(quote!(let mut #name = #name;))
    }

    fn interfaces(&self, at: &At<'_>) -> Caller {
        let (name, raw) = (&at.name, &at.raw);
        let filled = self.filled.map_or_else(
            || self.lengths(at).room,
            |by| {
                let by = at.other(by).raw;
                quote!(#by)
            },
        );
        let cast = at.gives_const().then(|| quote!(.cast()));
        Caller::passes(quote!(#raw.as_mut_ptr()#cast))
            .prepared(quote!(let mut #raw = ::mapidl::buffer::places(#name.len());))
            .taking(quote!(::mapidl::buffer::take(#name, &#raw, #filled);))
    }

    fn bind_values(&self, at: &At<'_>, t: &Ty) -> Stub {
        let (name, raw, code, t, count) = (&at.name, &at.raw, at.refusal(), ty(t), at.count(&self.count));
        let room = if self.holds == Holds::Text {
            let function = either(self.optional, "optional_text", "required_text");
            quote!(::mapidl::buffer::#function::<#t>(#raw.cast(), #count, #code)?)
        } else {
            let (function, fresh) = (either(self.optional, "optional", "required"), self.holds == Holds::Nothing);
            quote!(::mapidl::buffer::#function::<#t>(#raw.cast(), #count, #fresh, #code)?)
        };
        if !self.text {
            return Stub::binds(at, room);
        }
        let part = either(self.optional, "optional", "required");
        let bind = quote!(let mut #name = ::mapidl::buffer::Ended::new(#room););
        let stub = Stub { bind: Some(bind), end: Some(ended(name)), ..Stub::default() };
        stub.handing(quote!(#name.#part())).converting(quote!(#name.check()?;))
    }

    fn bind_interfaces(&self, at: &At<'_>, interface: &Path) -> Stub {
        let (name, raw, code) = (&at.name, &at.raw, at.refusal());
        let (interface, count) = (path(interface), at.count(&self.count));
        let cast = at.gives_const().then(|| quote!(.cast()));
        let bind = quote!(let mut #name = ::mapidl::buffer::Slots::<#interface>::new(#raw #cast, #count, #code)?;);
        let filled = self.filled.map_or_else(
            || quote!(::core::option::Option::None),
            |by| {
                let by = at.other(by).name;
                quote!(::core::option::Option::Some(#by.0))
            },
        );
        let give = quote!(#name.give(#filled););
        Stub { bind: Some(bind), end: Some(give), ..Stub::default() }.handing(quote!(#name.values()))
    }
}

impl Shape for Filled {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::prim("usize"))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw, buffer) = (&at.name, &at.raw, at.other(self.of));
        let room = buffer.shape().lengths(&buffer).room;
        Caller::zeroed(at)
            .taking(quote!(let #name = ::mapidl::buffer::filled(#raw, #room);))
            .requiring(Some(required_count(at)))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw, t) = (&at.name, &at.raw, at.pointee());
        let stub = Stub::writes(quote!(#raw.write(#name.1);), self.optional);
        let room = at.other(self.of).shape().counted_by().map(|by| at.count(by));
        Stub { convert: room.map(|room| quote!(let #name = ::mapidl::buffer::checked::<#t>(#name, #room)?;)), ..stub }
    }
}
