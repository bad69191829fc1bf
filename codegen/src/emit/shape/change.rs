//! Records of MAPI's heap that a call changes in place, or replaces.

use super::{At, Caller, Lends, Shape, Stub, either, ended};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use crate::emit::types::path;
use crate::plan::role::{Change, Replace};
use quote::quote;

impl Shape for Change {
    fn shown(&self, _: &At<'_>, side: Side) -> Option<SafeTy> {
        let record = [SafeTy::item(&self.record)];
        let t = match (side, self.list) {
            (Side::Caller { .. }, _) => SafeTy::runtime_of("MapiBox", record).by_mut(),
            (Side::Provider, true) => SafeTy::borrowing("ListMut", record),
            (Side::Provider, false) => SafeTy::borrowing("RecordMut", record),
        };
        Some(t.option(self.optional))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        let given = if self.optional { quote!(#name.as_deref()) } else { quote!(Some(&*#name)) };
        let refs = self.refs.then(|| quote!(::mapidl::refs::owned(#given)?;));
        Caller::passes(if self.optional {
            quote!(#name.map_or(::core::ptr::null_mut(), ::mapidl::MapiBox::as_mut_ptr))
        } else {
            quote!(#name.as_mut_ptr())
        })
        .prepared(quote!(#refs))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (raw, code, function) = (&at.raw, at.refusal(), either(self.optional, "optional", "required"));
        let record = path(&self.record);
        Stub::binds(at, quote!(::mapidl::change::#function(#raw, #code)?)).lending(if self.list {
            Lends::Changed(quote!(::mapidl::apart::list::<#record>(#raw)))
        } else {
            Lends::one_changed(at, &record)
        })
    }
}

impl Shape for Replace {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::runtime_of("MapiBox", [SafeTy::item(&self.record)]).option(true).by_mut())
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let (name, raw) = (&at.name, &at.raw);
        let refs = self.refs.then(|| quote!(::mapidl::refs::owned(#name.as_ref())?;));
        Caller::passes(quote!(#raw.as_mut_ptr()))
            .prepared(quote!(#refs let mut #raw = ::mapidl::change::Replacement::new(#name);))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let (name, raw, code) = (&at.name, &at.raw, at.refusal());
        let bind = quote!(let mut #name = ::mapidl::change::Replaced::new(#raw, #code)?;);
        let lends = Lends::one_changed(at, &quote!(*mut ::core::ffi::c_void));
        let record = path(&self.record);
        let owner = quote!(::core::option::Option::Some(&::mapidl::apart::block::<#record>(#raw)));
        let convert = self.refs.then(|| quote!(#name.check_refs()?;));
        let stub = Stub { lends, bind: Some(bind), convert, end: Some(ended(name)), ..Stub::default() };
        stub.owned(owner).handing(quote!(#name.value()))
    }
}
