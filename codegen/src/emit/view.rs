//! The safe faces of records: wrappers with accessors, structs for those that end in an array.

mod bound;
mod copy;
mod field;
mod refs;
mod switch;

use self::bound::{bounds, clause, rules};
use self::copy::record_impl;
use self::field::{At, field, is_bytes};
use self::switch::{switch_accessors, switch_enum};
use super::docs::{docs, line};
use super::safe_ty::SafeTy;
use super::types::{com, field_id, id, number, to_abi, ty};
use crate::plan::field::{Counted, Value};
use crate::plan::{FieldRole, FixedView, List, OwnArray, Record, TailView, View, ViewField};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

pub(super) fn view(item: &Record) -> Vec<TokenStream> {
    let name = com(&item.name);
    match &item.view {
        View::Raw(_) => Vec::new(),
        View::Plain { .. } => vec![quote!(::mapidl::plain_record!(unsafe #name);)],
        View::Fixed(view) => fixed(&name, item, view),
        View::List(list) => list_view(&name, list),
        View::Tail(view) => tail_view(&name, item, view),
    }
}

// ---- wrappers --------------------------------------------------------------------------------------------------------

fn fixed(name: &Ident, item: &Record, view: &FixedView) -> Vec<TokenStream> {
    let mut items = Vec::new();
    items.push(wrapper(name, item, view));
    if let Some(switch) = &view.switch {
        items.push(switch_enum(switch));
    }
    items.push(accessors(name, view));
    items.extend(bytes(view));
    items.push(record_impl(name, view));
    items.extend(view.own.as_ref().map(|own| own_array(name, own)));
    items
}

fn own_array(name: &Ident, own: &OwnArray) -> TokenStream {
    let (count, start) = (field_id(&own.count), field_id(&own.start));
    let (count_ty, item) = (ty(&own.count_ty), SafeTy::record(&own.elem));
    quote!(::mapidl::own_array! { unsafe #name: #count as #count_ty, #start: #item })
}

/// The view's type.
fn wrapper(name: &Ident, item: &Record, view: &FixedView) -> TokenStream {
    let view_name = com(&view.name);
    let rule = refs::rule(view).unwrap_or_default();
    let docs = line(&format!("A safe face of [`{}`]: the same bytes, borrowed for `'a`.{rule}", item.name));
    let portable = view.portable.then(|| quote!(portable));
    let nested = view.recursive.then(|| quote!(nested));
    let fields = view.fields.iter().map(|f| {
        let name = id(&f.name);
        let kind = if f.role.is_code() { Some(quote!(: code)) } else { field(&f.role).kind(&field_id(&f.com)) };
        quote!(#name #kind,)
    });
    let switch = view.switch.iter().map(|s| {
        let accessor = id(&s.accessor);
        quote!(#accessor,)
    });
    quote!(::mapidl::view! { unsafe #docs #view_name(#name) #portable #nested { #(#fields)* #(#switch)* } })
}

fn accessors(name: &Ident, view: &FixedView) -> TokenStream {
    let view_name = com(&view.name);
    let constructor = constructor(name, view);
    let fields = view.fields.iter().map(field_accessors);
    let switch = view.switch.as_ref().map(switch_accessors);
    quote! {
        impl<'a> #view_name<'a> {
            #constructor
            #(#fields)*
            #switch
        }
    }
}

/// `new` takes all logical fields when there are few, or where some can only be set together; else one starts from
/// `default()` and the setters.
fn constructor(name: &Ident, view: &FixedView) -> TokenStream {
    let count = view.fields.len() + usize::from(view.switch.is_some());
    let joint: Vec<_> = view.fields.iter().filter(|f| f.joint).collect();
    if count == 0 || count > 4 && joint.is_empty() {
        return quote!();
    }
    let args: Vec<_> = view.fields.iter().map(|f| (id(&f.name), field(&f.role).taken())).collect();
    let switch_arg = view.switch.as_ref().map(|s| (id(&s.accessor), com(&s.name), id(&s.setter)));
    let params = args.iter().map(|(arg, t)| quote!(#arg: #t));
    let switch_param = switch_arg.iter().map(|(arg, t, _)| quote!(#arg: #t<'a>));
    let sets = view.fields.iter().filter(|f| !f.joint).map(|field| {
        let (arg, set) = (id(&field.name), id(&field.setter));
        let refused = field.role.can_be_refused().then(|| quote!(?));
        quote!(.#set(#arg)#refused)
    });
    let switch_set = switch_arg.iter().map(|(arg, _, set)| quote!(.#set(#arg)));
    let line = format!(" Makes a [`{name}`] that borrows what it points to.");
    let value = quote!(Self::default() #(#sets)* #(#switch_set)*);
    let (before, value) = if joint.is_empty() {
        (quote!(), value)
    } else {
        let writes = joint.iter().map(|f| write(f, &quote!(made__.0), &id(&f.name).to_token_stream()));
        let checks = bounds(&view.bounds, &quote!(made__.0));
        (quote!(let mut made__ = #value; #(#writes)* #(#checks?;)*), quote!(made__))
    };
    let too_many = view.fields.iter().any(|f| f.role.can_be_refused());
    let refused: Vec<_> = too_many.then(|| TOO_MANY.to_owned()).into_iter().chain(rules(&view.bounds)).collect();
    let (head, ret, value) = outcome(&refused, quote!(#[doc = #line]), value);
    quote! {
        #head
        pub fn new(#(#params,)* #(#switch_param,)*) -> #ret {
            #before
            #value
        }
    }
}

/// When a view is refused that counts in few bits.
const TOO_MANY: &str = "for more elements than can be counted";

/// What makes or changes a view: its documentation and attributes, its type and its value; `refused` says when that is an
/// error.
fn outcome(refused: &[String], docs: TokenStream, value: TokenStream) -> (TokenStream, TokenStream, TokenStream) {
    if refused.is_empty() {
        return (quote!(#docs #[must_use]), quote!(Self), value);
    }
    let errors = format!(" `E_INVALIDARG` {}.", refused.join(", and "));
    let errors = quote!(#[doc = ""] #[doc = " # Errors"] #[doc = #errors]);
    (quote!(#docs #errors), quote!(::mapidl::Result<Self>), quote!(Ok(#value)))
}

/// Sets a logical field of the record at `place`.
fn write(f: &ViewField, place: &TokenStream, value: &TokenStream) -> TokenStream {
    field(&f.role).write(&At { place, member: &field_id(&f.com) }, value)
}

/// Reads one.
fn read(f: &ViewField, place: &TokenStream) -> TokenStream {
    field(&f.role).read(&At { place, member: &field_id(&f.com) })
}

fn field_accessors(f: &ViewField) -> TokenStream {
    let (name, set, shape) = (id(&f.name), id(&f.setter), field(&f.role));
    let (given, taken) = (shape.given(), shape.taken());
    let docs = docs(&f.docs, &format!("`{}`", f.com));
    let read = read(f, &quote!(self.0));
    let body = if shape.is_followed() {
        quote! {
            // SAFETY: a view exists only while all pointers of its record are valid.
            unsafe { #read }
        }
    } else {
        read
    };
    let setter = (!f.joint).then(|| {
        let refused: Vec<_> = f.role.can_be_refused().then(|| TOO_MANY.to_owned()).into_iter().collect();
        let link = line(&format!("Sets [`{0}`](Self::{0}).", f.name.trim_start_matches("r#")));
        let (head, ret, value) = outcome(&refused, link, quote!(self));
        let write = write_own_bits(f, &name);
        quote! {
            #head
            pub fn #set(mut self, #name: #taken) -> #ret {
                #write
                #value
            }
        }
    });
    // HRESULT is marked so already.
    let must_use = (!f.role.is_code()).then(|| quote!(#[must_use]));
    quote! {
        #docs
        #must_use
        pub fn #name(self) -> #given {
            #body
        }

        #setter
    }
}

/// Sets a field, but for bits that say how another field is to be read: these belong to its setter.
fn write_own_bits(f: &ViewField, value: &Ident) -> TokenStream {
    match &f.role {
        FieldRole::Value(Value { conv, abi }) if f.keep != 0 => {
            let (member, value, keep) = (field_id(&f.com), to_abi(conv, &quote!(#value), abi), number(f.keep));
            quote!(self.0.#member = (self.0.#member & #keep) | (#value & !#keep);)
        }
        _ => write(f, &quote!(self.0), &quote!(#value)),
    }
}

/// Conversions from and to bytes, where these are all that it holds.
fn bytes(view: &FixedView) -> Option<TokenStream> {
    let [only] = view.fields.as_slice() else { return None };
    let is_only = view.switch.is_none();
    let of_bytes = matches!(&only.role, FieldRole::Counted(Counted { elem, .. }) if is_bytes(elem));
    (is_only && of_bytes).then(|| from_bytes(&com(&view.name), &id(&only.name), view.can_be_refused()))
}

fn from_bytes(name: &Ident, field: &Ident, refused: bool) -> TokenStream {
    let made = if refused {
        quote! {
            impl<'a> ::core::convert::TryFrom<&'a [u8]> for #name<'a> {
                type Error = ::mapidl::Error;

                fn try_from(bytes: &'a [u8]) -> ::mapidl::Result<Self> {
                    Self::new(bytes)
                }
            }
        }
    } else {
        quote! {
            impl<'a> ::core::convert::From<&'a [u8]> for #name<'a> {
                fn from(bytes: &'a [u8]) -> Self {
                    Self::new(bytes)
                }
            }
        }
    };
    quote! {
        #made

        impl<'a> ::core::convert::From<#name<'a>> for &'a [u8] {
            fn from(view: #name<'a>) -> Self {
                view.#field()
            }
        }
    }
}

// ---- records that end in an array -------------------------------------------------------------------------------------

fn list_view(name: &Ident, list: &List) -> Vec<TokenStream> {
    let (count, items, count_ty, elem) =
        (field_id(&list.count), field_id(&list.items), ty(&list.count_ty), SafeTy::record(&list.elem));
    vec![quote!(::mapidl::list_record! { unsafe #name: #count as #count_ty, #items: #elem })]
}

fn tail_view(name: &Ident, item: &Record, view: &TailView) -> Vec<TokenStream> {
    let (view_name, items_name) = (com(&view.name), id(&view.items));
    let refused =
        rules(&view.bounds).map(|rules| format!(" To pass it or to put it into memory is `E_INVALIDARG` {rules}."));
    let docs_ = line(&format!("A safe face of [`{}`].{}", item.name, refused.unwrap_or_default()));
    let elem = SafeTy::record(&view.list.elem);
    let (count, items, count_ty) = (field_id(&view.list.count), field_id(&view.list.items), ty(&view.list.count_ty));
    let fields = view.fields.iter().map(|f| {
        let (name, docs, t) = (id(&f.name), docs(&f.docs, &format!("`{}`", f.com)), field(&f.role).given());
        quote!(#docs pub #name: #t,)
    });
    let reads = view.fields.iter().map(|f| {
        let name = id(&f.name);
        let read = read(f, &quote!(record));
        quote!(#name: #read,)
    });
    let writes = view.fields.iter().map(|f| {
        let name = id(&f.name);
        write(f, &quote!(record), &quote!(view.#name))
    });
    let item_docs = format!(" `{}`", view.list.items);
    let at_most = clause(&view.bounds);
    vec![
        quote! {
            #docs_
            #[derive(Clone, Copy, Debug, PartialEq)]
            pub struct #view_name<'a> {
                #(#fields)*
                #[doc = #item_docs]
                pub #items_name: ::mapidl::Array<'a, #elem>,
            }
        },
        quote! {
            ::mapidl::tail_record! {
                unsafe #name => #view_name: #count as #count_ty, #items: #elem => #items_name,
                read(record) { #(#reads)* }
                write(record, view) { #(#writes)* }
                #at_most
            }
        },
    ]
}
