//! Records that are nothing but a counted array: callers and implementers see the array.

use super::record::owned_refs;
use super::{At, Caller, Lends, Lengths, Shape, Stub, either};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::emit::types::path;
use crate::plan::role::{ChangeList, List, ListOrOut};
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for List {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::view(&self.elem).slice().by_ref().option(self.optional))
    }

    fn lengths(&self, at: &At<'_>) -> Lengths {
        if self.optional { Lengths::optional(&at.name) } else { Lengths::of(&at.name) }
    }

    fn said(&self, at: &At<'_>) -> TokenStream {
        let (raw, record) = (&at.raw, path(&self.record));
        quote!(::mapidl::list::len::<#record>(#raw))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, record) = (&at.name, path(&self.record));
        let make = if self.edited {
            quote!(::mapidl::MapiBox::<#record>::new)
        } else {
            quote!(::mapidl::list::slice_argument::<#record>)
        };
        let pass = match (self.optional, self.edited) {
            (true, true) => quote!(#name.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::MapiBox::as_mut_ptr)),
            (true, false) => quote!(::mapidl::call::Temp::optional(#name.as_mut())),
            (false, _) => quote!(#name.as_mut_ptr()),
        };
        // What makes a list for the call looks at it. A copy is looked at itself: not everything goes into it.
        let refs = (self.edited && self.elem.has_refs()).then(|| {
            let given = if self.optional { quote!(#name.as_ref()) } else { quote!(Some(&#name)) };
            quote!(::mapidl::refs::owned(#given)?;)
        });
        Caller::passes(pass).prepared(if self.optional {
            quote!(let mut #name = #name.map(#make).transpose()?; #refs)
        } else {
            quote!(let mut #name = #make(#name)?; #refs)
        })
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw, code) = (&at.name, &at.raw, at.refusal());
        let (record, function) = (path(&self.record), either(self.optional, "opt_slice", "req_slice"));
        let stub = Stub::binds(at, quote!(::mapidl::list::#function::<#record>(#raw, #code)?));
        let stub = stub.lending(Lends::Read(quote!(::mapidl::apart::list::<#record>(#raw))));
        stub.handing(if self.optional { quote!(#name.as_deref()) } else { quote!(&#name) })
    }
}

impl Shape for ListOrOut {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::view(&self.elem).slice().by_ref().option(true))
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::runtime_of("MapiBox", [SafeTy::item(&self.record)]).option(true))
    }

    fn said(&self, at: &At<'_>) -> TokenStream {
        let (raw, record) = (&at.raw, path(&self.record));
        quote!(::mapidl::list::len::<#record>(#raw))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw, record) = (&at.name, &at.raw, path(&self.record));
        let prepare = quote! {
            let mut #name = #name.map(::mapidl::list::slice_argument::<#record>).transpose()?;
            let mut #raw = #name.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::call::Temp::as_mut_ptr);
        };
        let take = quote!(let #name = ::mapidl::call::other_list(#name.as_mut(), #raw););
        Caller::passes(quote!(&mut #raw)).prepared(prepare).taking(take)
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw, code, record) = (&at.name, &at.raw, at.refusal(), path(&self.record));
        let bind = quote! {
            let #raw = ::mapidl::list::Place::<#record>::new(#raw);
            let #name = ::mapidl::list::opt_slice::<#record>(#raw.list(), #code)?;
        };
        // The place is read before another parameter is lent to be changed: it may be part of that.
        let lends = Lends::Bound(quote!(::mapidl::apart::list::<#record>(#raw.list())));
        let write = quote!(#raw.leave(#name););
        let convert = self.elem.has_refs().then(|| owned_refs(at, true));
        Stub { needed: true, lends, bind: Some(bind), convert, write, ..Stub::default() }
            .handing(quote!(#name.as_deref()))
    }
}

impl Shape for ChangeList {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::view(&self.elem).slice().by_mut().option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw, record) = (&at.name, &at.raw, path(&self.record));
        if self.optional {
            let pass =
                quote!(#raw.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::change::ListArgument::as_mut_ptr));
            let make = quote!(#name.map(::mapidl::change::ListArgument::<#record>::new).transpose()?);
            Caller::passes(pass).prepared(quote!(let mut #raw = #make;))
        } else {
            let make = quote!(::mapidl::change::ListArgument::<#record>::new(#name)?);
            Caller::passes(quote!(#raw.as_mut_ptr())).prepared(quote!(let mut #raw = #make;))
        }
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (raw, code) = (&at.raw, at.refusal());
        let (record, function) = (path(&self.record), either(self.optional, "opt_values", "req_values"));
        let stub = Stub::binds(at, quote!(::mapidl::change::#function::<#record>(#raw, #code)?));
        stub.lending(Lends::Changed(quote!(::mapidl::apart::list::<#record>(#raw))))
    }
}
