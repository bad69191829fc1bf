//! Arrays that another field counts: behind a pointer, or as all that a record in place is.

use super::{At, Shape, check_refs, copied, release_items, view};
use crate::emit::safe_ty::SafeTy;
use crate::emit::types::{field_id, id};
use crate::plan::field::{Counted, Inline};
use crate::plan::{Elem, Hold, Ty};
use proc_macro2::TokenStream;
use quote::quote;

impl Shape for Counted {
    fn given(&self) -> TokenStream {
        given(&self.elem)
    }

    fn taken(&self) -> TokenStream {
        slice(&self.elem)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        read(&self.elem, &at.target(), &at.other(&self.count))
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let said = if self.can_be_refused() {
            quote!(::mapidl::count::fit(#value.len())?)
        } else {
            quote!(::mapidl::count::most(#value.len()))
        };
        write(&at.target(), &at.other(&self.count), value, &said)
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, count, record) = (at.target(), at.other(&self.count), SafeTy::record(&self.elem));
        let function = id(if self.hold == Hold::Own { "copy_array_own" } else { "copy_array" });
        let from = quote!(#target.cast(), ::mapidl::count::exact(#count)?);
        let copied = copied(self.hold, &quote!(::mapidl::record::#function::<#record>), &from);
        Some(quote!(#target = #copied.cast();))
    }

    fn release(&self, at: &At<'_>) -> Option<TokenStream> {
        let (target, record, count) = (at.target(), SafeTy::record(&self.elem), seen(&at.other(&self.count)));
        match self.hold {
            Hold::Owning => Some(release_items(&record, &target, &count)),
            Hold::Own => Some(quote! {
                let start = #target.cast::<#record>();
                ::mapidl::record::free_items(start, start, #count, heap);
            }),
            Hold::Chained | Hold::OneBlock => None,
        }
    }

    fn is_counted(&self, at: &At<'_>) -> Option<TokenStream> {
        self.can_miscount().then(|| is_length(&at.other(&self.count)))
    }

    fn check_refs(&self, at: &At<'_>) -> Option<TokenStream> {
        check_refs(&self.elem, &at.target(), &seen(&at.other(&self.count)))
    }
}

impl Inline {
    /// The array and its count.
    fn parts(&self, at: &At<'_>) -> (TokenStream, TokenStream) {
        let (target, start, count) = (at.target(), field_id(&self.start), field_id(&self.count));
        (quote!(#target.#start), quote!(#target.#count))
    }
}

impl Shape for Inline {
    fn given(&self) -> TokenStream {
        given(&self.elem)
    }

    fn taken(&self) -> TokenStream {
        slice(&self.elem)
    }

    fn read(&self, at: &At<'_>) -> TokenStream {
        let (start, count) = self.parts(at);
        read(&self.elem, &start, &count)
    }

    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        let (start, count) = self.parts(at);
        write(&start, &count, value, &quote!(::mapidl::count::most(#value.len())))
    }

    fn copy(&self, at: &At<'_>) -> Option<TokenStream> {
        let ((start, count), record) = (self.parts(at), SafeTy::record(&self.elem));
        let from = quote!(#start.cast(), ::mapidl::count::exact(#count)?);
        let copied = copied(self.hold, &quote!(::mapidl::record::copy_array::<#record>), &from);
        Some(quote!(#start = #copied.cast();))
    }

    fn release(&self, at: &At<'_>) -> Option<TokenStream> {
        let (start, count) = self.parts(at);
        (self.hold == Hold::Owning).then(|| release_items(&SafeTy::record(&self.elem), &start, &seen(&count)))
    }

    fn is_counted(&self, at: &At<'_>) -> Option<TokenStream> {
        self.can_miscount().then(|| is_length(&self.parts(at).1))
    }

    fn check_refs(&self, at: &At<'_>) -> Option<TokenStream> {
        let target = at.target();
        self.refs.then(|| quote!(::mapidl::record::Record::check_refs(&#target, walk)?;))
    }
}

pub(super) fn is_bytes(elem: &Elem) -> bool {
    *elem == Elem::Plain(Ty::Prim("u8"))
}

fn slice(elem: &Elem) -> TokenStream {
    let view = view(elem);
    quote!(&'a [#view])
}

/// Bytes need no alignment, so they are a slice; other elements are read one by one.
fn given(elem: &Elem) -> TokenStream {
    if is_bytes(elem) {
        return slice(elem);
    }
    let record = SafeTy::record(elem);
    quote!(::mapidl::Array<'a, #record>)
}

fn read(elem: &Elem, start: &TokenStream, count: &TokenStream) -> TokenStream {
    let count = seen(count);
    if is_bytes(elem) {
        quote!(::mapidl::record::bytes(#start.cast(), #count))
    } else {
        quote!(::mapidl::Array::from_raw(#start.cast(), #count))
    }
}

fn write(start: &TokenStream, count: &TokenStream, value: &TokenStream, said: &TokenStream) -> TokenStream {
    quote! {
        #count = #said;
        #start = ::mapidl::record::Start::start(&#value).cast_mut().cast();
    }
}

/// The length that a count says.
fn seen(count: &TokenStream) -> TokenStream {
    quote!(::mapidl::count::seen(#count))
}

fn is_length(count: &TokenStream) -> TokenStream {
    quote!(::mapidl::count::exact(#count).is_ok())
}
