//! Arrays that another parameter, a constant or a list counts, and those counts.

use super::{At, Caller, Lends, Lengths, Shape, Stub, either, memory, required_count};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::plan::role::{CountIn, CountOut, OutVec, Slice};
use crate::plan::{CountBy, Elem, Heap, OutCount};
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for CountIn {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    /// The count of all the slices and buffers that it counts, which must agree.
    fn caller(&self, at: &At<'_>) -> Caller {
        let counted = At::all(at.method, at.default).filter_map(|one| match one.shape().counted_by() {
            Some(CountBy::Param(by)) if *by == at.index => Some(one.shape().lengths(&one).passed),
            _ => None,
        });
        Caller::passes(if at.has_code() {
            quote!(::mapidl::call::counts(&[#(#counted),*])?)
        } else {
            quote!(::mapidl::call::least(&[#(#counted),*]))
        })
    }

    fn stub(&self, _: &At<'_>) -> Stub {
        Stub::default()
    }
}

impl Slice {
    /// Whether the wrapper makes an array of pointers of it.
    fn of_pointers(&self) -> bool {
        matches!(self.elem, Elem::Pointer(_))
    }
}

/// The runtime's owned array.
fn owned_array(heap: Heap) -> &'static str {
    match heap {
        Heap::Mapi => "MapiVec",
        Heap::Task => "TaskVec",
    }
}

/// The type that implements `Record` for what a safe signature shows.
fn shown(elem: &Elem) -> &Elem {
    match elem {
        // Pointers to records in an array are made (and followed) by the wrapper, so that the signature shows the records.
        Elem::Pointer(to) => to,
        other => other,
    }
}

impl Slice {
    /// Looks for null where there must be none. A method that cannot say so passes the elements before.
    fn check_refs(&self, at: &At<'_>, given: &TokenStream) -> TokenStream {
        let (name, record) = (&at.name, SafeTy::record(shown(&self.elem)));
        match (at.has_code(), self.optional) {
            (true, _) => quote!(::mapidl::refs::views::<#record>(#given)?;),
            (false, true) => quote!(let #name = #name.map(::mapidl::refs::whole::<#record>);),
            (false, false) => quote!(let #name = ::mapidl::refs::whole::<#record>(#name);),
        }
    }
}

impl Shape for Slice {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::view(shown(&self.elem)).slice().by_ref().option(self.optional))
    }

    fn counted_by(&self) -> Option<&CountBy> {
        Some(&self.count)
    }

    fn lengths(&self, at: &At<'_>) -> Lengths {
        let name = &at.name;
        if !self.optional {
            return Lengths::of(name);
        }
        let lengths = Lengths::optional(name);
        let passed = if self.of_pointers() { quote!(#name.as_deref().map(<[_]>::len)) } else { lengths.passed };
        Lengths { passed, ..lengths }
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        let pass = match (self.optional, self.of_pointers()) {
            (true, true) => {
                quote!(#name.as_deref().map_or(::core::ptr::null_mut(), |slice| slice.as_ptr().cast_mut()).cast())
            }
            (true, false) => quote!(#name.map_or(::core::ptr::null_mut(), |slice| slice.as_ptr().cast_mut()).cast()),
            (false, _) => quote!(#name.as_ptr().cast_mut().cast()),
        };
        let prepare = match (self.of_pointers(), self.optional) {
            (false, _) => quote!(),
            (true, true) => quote!(let #name = #name.map(::mapidl::call::pointers);),
            (true, false) => quote!(let #name = ::mapidl::call::pointers(#name);),
        };
        let agree = at.agree(&self.count, &self.lengths(at).given);
        let given = if self.optional { quote!(#name) } else { quote!(Some(#name)) };
        let refs = self.elem.has_refs().then(|| self.check_refs(at, &given));
        let ends = self.text.then(|| quote!(::mapidl::buffer::ends(#given)?;));
        Caller { agree, ends, ..Caller::passes(pass).prepared(quote!(#refs #prepare)) }
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw, code, count) = (&at.name, &at.raw, at.refusal(), at.count(&self.count));
        let (function, record) = match &self.elem {
            Elem::Pointer(to) => (either(self.optional, "opt_pointers", "req_pointers"), SafeTy::record(to)),
            other => (either(self.optional, "opt_slice", "req_slice"), SafeTy::record(other)),
        };
        let t = if self.of_pointers() { quote!(*const #record) } else { quote!(#record) };
        let lends = Lends::Read(memory(at, &t, &at.room(&self.count)));
        let count = if self.text { quote!(::mapidl::buffer::text_len::<#record>(#raw.cast(), #count)) } else { count };
        let stub =
            Stub::binds(at, quote!(::mapidl::record::#function::<#record>(#raw.cast(), #count, #code)?)).lending(lends);
        stub.handing(if self.optional { quote!(#name.as_deref()) } else { quote!(&#name) })
    }
}

impl Shape for CountOut {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        Caller::zeroed(at)
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let needed = !at.other(self.of).shape().may_be_refused();
        Stub { out: true, needed, ..Stub::default() }
    }
}

impl Shape for OutVec {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::runtime_of(owned_array(self.heap), [SafeTy::record(&self.elem)]))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, place, vec) = (&at.name, at.owned_place(), SafeTy::runtime(owned_array(self.heap)));
        let (OutCount::Param(by) | OutCount::List(by)) = self.count;
        let by = at.other(by);
        let count = by.shape().said(&by);
        let take = quote!(let #name = #vec::taken(#place.cast(), #count););
        Caller::place(at).taking(take).requiring(Some(required_count(at)))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw) = (&at.name, &at.raw);
        let refs = self.elem.has_refs().then(|| quote!(::mapidl::refs::array(&#name)?;));
        let (convert, write) = match self.count {
            OutCount::Param(by) => {
                let (by, array) = (at.other(by), self.answer(at));
                let (counter, t) = (&by.raw, by.pointee());
                let write = quote! {
                    if !#raw.is_refused() {
                        #counter.write(#name.0);
                        #raw.write(#name.1.into_raw().0.cast());
                    }
                };
                (quote!(let #name = (::mapidl::count::fit::<#t>(#name.len())?, #array);), write)
            }
            OutCount::List(by) => {
                let by = at.other(by);
                let (list, place) = (&by.name, &by.raw);
                let write = quote! {
                    if !#raw.is_refused() {
                        #raw.write(#name.into_raw().0.cast());
                    }
                };
                let len = quote!(#place.len_after(#list.as_ref()));
                (quote!(::mapidl::stub::agree(#name.len(), #len)?;), write)
            }
        };
        Stub::writes(write, self.optional).converting(quote!(#refs #convert))
    }
}

impl OutVec {
    /// The array, with its strings as wide as a flag asks for.
    fn answer(&self, at: &At<'_>) -> TokenStream {
        let name = &at.name;
        self.unicode.as_ref().map_or_else(
            || quote!(#name),
            |gate| {
                let wide = at.is_wide(gate);
                quote!(::mapidl::text::answers(#name, #wide)?)
            },
        )
    }
}
