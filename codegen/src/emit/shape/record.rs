//! Records with views, as they go in, and as blocks of memory that come out.

use super::{At, Caller, Lends, Shape, Stub, either, give_away, required, required_record};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::emit::types::{hresult, path, ty};
use crate::plan::role::{OutBox, Record};
use proc_macro2::TokenStream;
use quote::quote;

const MAPI_E_BAD_CHARWIDTH: i32 = 0x8004_0103_u32.cast_signed();

impl Shape for Record {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::Borrowing(self.view.clone(), Vec::new()).option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, record) = (&at.name, path(&self.record));
        let check = quote!(::mapidl::call::counted_view::<#record>);
        let counted = self.can_miscount.then(|| match self.optional {
            true => quote!(#name.as_ref().map_or(Ok(()), #check)?;),
            false => quote!(#check(&#name)?;),
        });
        let given = if self.optional { quote!(#name.as_ref()) } else { quote!(Some(&#name)) };
        let refs = self.refs.then(|| quote!(::mapidl::refs::view::<#record>(#given)?;));
        let check = quote!(#counted #refs);
        match (self.tail, self.optional) {
            (true, true) => Caller::passes(quote!(::mapidl::call::Temp::optional(#name.as_mut()))).prepared(
                quote!(let mut #name = #name.map(<#record as ::mapidl::list::Tailed>::argument).transpose()?;),
            ),
            (true, false) => Caller::passes(quote!(#name.as_mut_ptr()))
                .prepared(quote!(let mut #name = <#record as ::mapidl::list::Tailed>::argument(#name)?;)),
            (false, true) => Caller::passes(
                quote!(#name.as_ref().map_or(::core::ptr::null(), ::core::ptr::from_ref).cast_mut().cast()),
            )
            .prepared(check),
            (false, false) => Caller::passes(quote!(::core::ptr::from_ref(&#name).cast_mut().cast())).prepared(check),
        }
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (raw, code) = (&at.raw, at.refusal());
        let (record, function) = (path(&self.record), either(self.optional, "given_view", "req_view"));
        let stub = Stub::binds(at, quote!(::mapidl::record::#function::<#record>(#raw, #code)?));
        stub.lending(if self.tail {
            Lends::Read(quote!(::mapidl::apart::list::<#record>(#raw)))
        } else {
            Lends::one(at, &record)
        })
    }
}

impl Shape for OutBox {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn comes_out(&self) -> bool {
        true
    }

    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        let record = SafeTy::Abi(self.record.clone());
        let record = if self.one_block { SafeTy::runtime_of("OneBlock", [record]) } else { record };
        Some(SafeTy::runtime_of("MapiBox", [record]).option(self.nullable))
    }

    fn may_be_refused(&self) -> bool {
        self.optional
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, place) = (&at.name, at.owned_place());
        let take = if self.one_block {
            let record = ty(&self.record);
            quote!(let #name = ::mapidl::MapiBox::<::mapidl::OneBlock<#record>>::from_raw(#place.cast());)
        } else {
            quote!(let #name = ::mapidl::MapiBox::from_raw(#place);)
        };
        Caller::place(at).taking(take).requiring(if self.can_miscount {
            Some(required_record(at, self.nullable))
        } else {
            required(at, self.nullable)
        })
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let into_raw = quote!(::mapidl::MapiBox::into_raw(value));
        let into_raw = if self.one_block { quote!(#into_raw.cast()) } else { into_raw };
        let stub = Stub::writes(give_away(at, self.nullable, &into_raw), self.optional);
        let stub = if self.refs { stub.converting(owned_refs(at, self.nullable)) } else { stub };
        Stub { gate: self.unicode.as_ref().map(|gate| refuse_narrow(at, gate)), ..stub }
    }
}

/// Refuses to give a record away in which a pointer is null that must not be.
pub(super) fn owned_refs(at: &At<'_>, nullable: bool) -> TokenStream {
    let name = &at.name;
    let given = if nullable { quote!(#name.as_ref()) } else { quote!(Some(&#name)) };
    quote!(::mapidl::refs::owned(#given)?;)
}

/// A record with strings of the other width is refused, as MAPI documents.
fn refuse_narrow(at: &At<'_>, gate: &crate::plan::UnicodeGate) -> TokenStream {
    let ((holder, flag), code) = (at.flag(gate), hresult(MAPI_E_BAD_CHARWIDTH));
    quote!(if #holder & #flag == 0 { return Err(::mapidl::stub::refuse(#code)); })
}
