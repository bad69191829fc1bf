//! The safe faces of records: wrappers with accessors, structs for those that end in an array.

mod copy;
mod switch;

use self::copy::record_impl;
use self::switch::{switch_accessors, switch_enum};
use super::docs::docs;
use super::types::{com, id, number, path, record, safe, to_abi, to_safe, ty, view as elem_view};
use crate::plan::{Elem, FieldRole, FixedView, List, OwnArray, Record, TailView, Ty, View, ViewField};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

pub(super) fn view(item: &Record) -> Vec<TokenStream> {
    let name = com(&item.name);
    match &item.view {
        View::Raw(_) => Vec::new(),
        View::Plain { .. } => vec![quote!(::mapidl::plain_record!(#name);)],
        View::Fixed(view) => fixed(&name, item, view),
        View::List(list) => list_view(&name, list),
        View::Tail(view) => tail_view(&name, item, view),
    }
}

fn a() -> TokenStream {
    quote!('a)
}

// ---- wrappers --------------------------------------------------------------------------------------------------------

fn fixed(name: &Ident, item: &Record, view: &FixedView) -> Vec<TokenStream> {
    let mut items = Vec::new();
    items.push(wrapper(name, item, view));
    if let Some(switch) = &view.switch {
        items.push(switch_enum(switch));
    }
    items.push(accessors(name, view));
    items.push(traits(view));
    items.push(record_impl(name, view));
    items.extend(view.own.as_ref().map(|own| own_array(name, own)));
    items
}

fn own_array(name: &Ident, own: &OwnArray) -> TokenStream {
    let (count, start) = (com(&own.count), com(&own.start));
    let (count_ty, item) = (ty(&own.count_ty), record(&own.elem));
    quote!(::mapidl::own_array! { #name: #count as #count_ty, #start: #item })
}

fn wrapper(name: &Ident, item: &Record, view: &FixedView) -> TokenStream {
    let view_name = com(&view.name);
    let threads = view.portable.then(|| {
        quote! {
            // SAFETY: everything that it points to is plain data that nobody writes while it is borrowed.
            unsafe impl ::core::marker::Send for #view_name<'_> {}
            // SAFETY: as above.
            unsafe impl ::core::marker::Sync for #view_name<'_> {}
        }
    });
    let mut lines = item.docs.clone();
    lines.push(String::new());
    lines.push(format!("A safe face of [`{}`]: the same bytes, borrowed for `'a`.", item.name));
    let docs = raw_docs(&lines);
    quote! {
        #docs
        #[repr(transparent)]
        #[derive(Clone, Copy)]
        pub struct #view_name<'a>(#name, ::core::marker::PhantomData<&'a ()>);
        #threads
    }
}

/// Documentation of our own making, links included.
fn raw_docs(lines: &[String]) -> TokenStream {
    let (own, given) = lines.split_last().map_or((String::new(), &[][..]), |(own, given)| (format!(" {own}"), given));
    let given = if given.iter().all(|l| l.trim().is_empty()) { quote!() } else { docs(given, "") };
    quote!(#given #[doc = #own])
}

/// The type that an accessor gives and a setter takes.
fn role_type(role: &FieldRole, setter: bool) -> TokenStream {
    match role {
        FieldRole::Value { conv, .. } => safe(conv),
        FieldRole::Counted { elem, .. } | FieldRole::Inline { elem, .. } => array_type(elem, setter),
        FieldRole::Text { wide } => {
            let text = text_type(*wide);
            quote!(::core::option::Option<&'a #text>)
        }
        FieldRole::TextBy { .. } if setter => quote!(::core::option::Option<&'a ::mapidl::U16CStr>),
        FieldRole::TextBy { .. } => quote!(::core::option::Option<::mapidl::text::Text<'a>>),
        FieldRole::Slot { ty: t } => {
            let t = ty(t);
            quote!(::core::option::Option<&'a ::core::cell::Cell<#t>>)
        }
        FieldRole::Pointer { elem, .. } | FieldRole::WidePointer { elem, .. } => {
            let view = elem_view(elem, &a());
            if setter { quote!(::core::option::Option<&'a #view>) } else { quote!(::core::option::Option<#view>) }
        }
        FieldRole::ListPointer { record, .. } => {
            let record = path(record);
            if setter {
                quote!(::core::option::Option<&'a ::mapidl::MapiBox<#record>>)
            } else {
                quote!(::core::option::Option<<#record as ::mapidl::record::Pointee>::View<'a>>)
            }
        }
        FieldRole::Nested { view, .. } => {
            let view = path(view);
            quote!(#view<'a>)
        }
        FieldRole::Interface { interface } => {
            let interface = path(interface);
            if setter {
                quote!(::core::option::Option<&'a #interface>)
            } else {
                quote!(::core::option::Option<::mapidl::Borrowed<'a, #interface>>)
            }
        }
        FieldRole::Empty => quote!(()),
    }
}

fn text_type(wide: bool) -> TokenStream {
    if wide { quote!(::mapidl::U16CStr) } else { quote!(::core::ffi::CStr) }
}

fn is_bytes(elem: &Elem) -> bool {
    *elem == Elem::Plain(Ty::Prim("u8"))
}

/// Bytes need no alignment, so they are a slice; other elements are read one by one.
fn array_type(elem: &Elem, setter: bool) -> TokenStream {
    let view = elem_view(elem, &a());
    if is_bytes(elem) || setter {
        quote!(&'a [#view])
    } else {
        let record = record(elem);
        quote!(::mapidl::Array<'a, #record>)
    }
}

/// Reads a logical field of the record at `place`.
fn read(role: &FieldRole, place: &TokenStream, member: &Ident) -> TokenStream {
    match role {
        FieldRole::Value { conv, .. } => to_safe(conv, &quote!(#place.#member)),
        FieldRole::Counted { count, elem, .. } => {
            let count = com(count);
            read_array(elem, &quote!(#place.#member), &quote!(#place.#count))
        }
        FieldRole::Inline { start, count, elem, .. } => {
            let (start, count) = (com(start), com(count));
            read_array(elem, &quote!(#place.#member.#start), &quote!(#place.#member.#count))
        }
        FieldRole::Text { wide: true } => quote!(::mapidl::text::wide_field(#place.#member.cast())),
        FieldRole::Text { wide: false } => quote!(::mapidl::text::opt_narrow(#place.#member.cast())),
        FieldRole::TextBy { field, flag } => {
            let wide = is_wide(place, field, *flag);
            quote!(::mapidl::text::either_field(#place.#member.cast(), #wide))
        }
        FieldRole::Slot { ty: t } => {
            let t = ty(t);
            quote!(::mapidl::record::opt_ref::<::core::cell::Cell<#t>>(#place.#member.cast()))
        }
        FieldRole::Pointer { elem, .. } => {
            let record = record(elem);
            quote!(::mapidl::record::opt_view::<#record>(#place.#member.cast()))
        }
        FieldRole::WidePointer { elem, field, flag } => {
            let (record, wide) = (record(elem), is_wide(place, field, *flag));
            quote!(if #wide { ::mapidl::record::opt_view::<#record>(#place.#member.cast()) } else { None })
        }
        FieldRole::ListPointer { record, .. } => {
            let record = path(record);
            quote!(::mapidl::record::opt_view::<#record>(#place.#member))
        }
        FieldRole::Nested { record, .. } => {
            let record = path(record);
            quote!(::mapidl::record::view_at::<#record>(&raw const #place.#member))
        }
        FieldRole::Interface { interface } => {
            let interface = path(interface);
            quote!(::mapidl::record::interface_field::<#interface>(#place.#member))
        }
        FieldRole::Empty => quote!(()),
    }
}

/// Whether the flag that says wide is set.
fn is_wide(place: &TokenStream, field: &str, flag: i128) -> TokenStream {
    let (field, flag) = (com(field), number(flag));
    quote!(#place.#field & #flag != 0)
}

fn read_array(elem: &Elem, start: &TokenStream, count: &TokenStream) -> TokenStream {
    if is_bytes(elem) {
        quote!(::mapidl::record::bytes(#start.cast(), ::mapidl::count::seen(#count)))
    } else {
        quote!(::mapidl::Array::from_raw(#start.cast(), ::mapidl::count::seen(#count)))
    }
}

/// What a count says of the slice `value`.
fn said(role: &FieldRole, value: &TokenStream) -> TokenStream {
    if role.can_be_refused() {
        quote!(::mapidl::count::fit(#value.len())?)
    } else {
        quote!(::mapidl::count::most(#value.len()))
    }
}

/// Writes `value` to a logical field of the record at `place`.
fn write(role: &FieldRole, place: &TokenStream, member: &Ident, value: &TokenStream) -> TokenStream {
    match role {
        FieldRole::Value { conv, abi } => {
            let value = to_abi(conv, value, abi);
            quote!(#place.#member = #value;)
        }
        FieldRole::Counted { count, .. } => {
            let (count, said) = (com(count), said(role, value));
            quote! {
                #place.#count = #said;
                #place.#member = ::mapidl::record::Start::start(&#value).cast_mut().cast();
            }
        }
        FieldRole::Inline { start, count, .. } => {
            let (start, count, said) = (com(start), com(count), said(role, value));
            quote! {
                #place.#member.#count = #said;
                #place.#member.#start = ::mapidl::record::Start::start(&#value).cast_mut().cast();
            }
        }
        FieldRole::Text { wide: true } => quote!(#place.#member = ::mapidl::text::wide_ptr(#value).cast();),
        FieldRole::Text { wide: false } => quote!(#place.#member = ::mapidl::text::narrow_ptr(#value).cast();),
        FieldRole::TextBy { field, flag } => {
            let (field, flag) = (com(field), number(*flag));
            quote! {
                #place.#field |= #flag;
                #place.#member = ::mapidl::text::wide_ptr(#value).cast();
            }
        }
        FieldRole::Pointer { .. } | FieldRole::Slot { .. } => {
            quote!(#place.#member = ::mapidl::record::opt_ptr(#value).cast();)
        }
        FieldRole::WidePointer { field, flag, .. } => {
            let (field, flag) = (com(field), number(*flag));
            quote! {
                #place.#field |= #flag;
                #place.#member = ::mapidl::record::opt_ptr(#value).cast();
            }
        }
        FieldRole::ListPointer { .. } => quote!(#place.#member = ::mapidl::record::box_ptr(#value);),
        FieldRole::Nested { record, .. } => {
            let record = path(record);
            quote!(#place.#member = ::mapidl::record::record_of::<#record>(#value);)
        }
        FieldRole::Interface { .. } => quote!(#place.#member = ::mapidl::call::raw(#value);),
        FieldRole::Empty => quote!(),
    }
}

fn accessors(name: &Ident, view: &FixedView) -> TokenStream {
    let view_name = com(&view.name);
    let constructor = constructor(name, view);
    let fields = view.fields.iter().map(field_accessors);
    let switch = view.switch.as_ref().map(switch_accessors);
    let refused = view.fields.iter().any(|f| f.role.can_be_refused());
    let question = refused.then(|| quote!(, clippy::needless_question_mark));
    quote! {
        #[allow(clippy::unnecessary_cast #question)]
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
    let args: Vec<_> = view.fields.iter().map(|f| (id(&f.name), role_type(&f.role, true))).collect();
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
        let writes =
            joint.iter().map(|f| write(&f.role, &quote!(made__.0), &com(&f.com), &id(&f.name).to_token_stream()));
        (quote!(let mut made__ = #value; #(#writes)*), quote!(made__))
    };
    let refused = view.fields.iter().any(|f| f.role.can_be_refused());
    let many = (count > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let (head, ret, value) = outcome(refused, quote!(#[doc = #line]), value);
    quote! {
        #head
        #many
        pub fn new(#(#params,)* #(#switch_param,)*) -> #ret {
            #before
            #value
        }
    }
}

/// What makes or changes a view: its documentation and attributes, its type and its value, where that may not fit.
fn outcome(refused: bool, docs: TokenStream, value: TokenStream) -> (TokenStream, TokenStream, TokenStream) {
    if refused {
        let errors =
            quote!(#[doc = ""] #[doc = " # Errors"] #[doc = " `E_INVALIDARG` for more elements than can be counted."]);
        (quote!(#docs #errors), quote!(::mapidl::Result<Self>), quote!(Ok(#value)))
    } else {
        (quote!(#docs #[must_use]), quote!(Self), value)
    }
}

fn field_accessors(field: &ViewField) -> TokenStream {
    let (name, member) = (id(&field.name), com(&field.com));
    let set = id(&field.setter);
    let (get_type, set_type) = (role_type(&field.role, false), role_type(&field.role, true));
    let docs = docs(&field.docs, &format!("`{}`", field.com));
    let read = read(&field.role, &quote!(self.0), &member);
    let write = match (&field.role, field.keep) {
        (FieldRole::Value { conv, abi }, keep) if keep != 0 => {
            let (value, keep) = (to_abi(conv, &quote!(#name), abi), number(keep));
            quote! {
                // These bits say how another field is to be read, and belong to its setter.
                self.0.#member = (self.0.#member & #keep) | (#value & !#keep);
            }
        }
        _ => write(&field.role, &quote!(self.0), &member, &quote!(#name)),
    };
    let body = if needs_unsafe(&field.role) {
        quote! {
            // SAFETY: a view exists only while all pointers of its record are valid.
            unsafe { #read }
        }
    } else {
        read
    };
    let setter = (!field.joint).then(|| {
        let (head, ret, value) = outcome(field.role.can_be_refused(), docs.clone(), quote!(self));
        quote! {
            #head
            pub fn #set(mut self, #name: #set_type) -> #ret {
                #write
                #value
            }
        }
    });
    // HRESULT is marked so already.
    let must_use = (!field.role.is_code()).then(|| quote!(#[must_use]));
    quote! {
        #docs
        #must_use
        pub fn #name(self) -> #get_type {
            #body
        }

        #setter
    }
}

/// What `Debug` is told of a field.
fn shown(role: &FieldRole, accessor: &Ident) -> TokenStream {
    if role.is_code() { quote!(::mapidl::codes::Named(self.#accessor())) } else { quote!(self.#accessor()) }
}

fn needs_unsafe(role: &FieldRole) -> bool {
    !matches!(role, FieldRole::Value { .. } | FieldRole::Empty)
}

fn traits(view: &FixedView) -> TokenStream {
    let name = com(&view.name);
    let text = &view.name;
    let mut parts: Vec<_> = view.fields.iter().map(|f| id(&f.name)).collect();
    parts.extend(view.switch.iter().map(|s| id(&s.accessor)));
    let shown = view.fields.iter().map(|f| shown(&f.role, &id(&f.name)));
    let shown = shown.chain(view.switch.iter().map(|s| {
        let accessor = id(&s.accessor);
        quote!(self.#accessor())
    }));
    let labels = parts.iter().map(|p| p.to_string().trim_start_matches("r#").to_owned());
    let equal = view.fields.iter().map(equal).chain(view.switch.iter().map(|s| {
        let accessor = id(&s.accessor);
        quote!(self.#accessor() == other.#accessor())
    }));
    let only_bytes = match view.fields.as_slice() {
        [only] if view.switch.is_none() && matches!(&only.role, FieldRole::Counted { elem, .. } if is_bytes(elem)) => {
            let refused = only.role.can_be_refused();
            Some(from_bytes(&name, &id(&only.name), refused))
        }
        _ => None,
    };
    // What is nested too deep is not looked at: it is shown as an ellipsis, and equals nothing.
    let level = |otherwise| quote!(let Ok(_level) = ::mapidl::depth::enter() else { return #otherwise };);
    let elided = view.recursive.then(|| level(quote!(f.write_str("…"))));
    let unequal = view.recursive.then(|| level(quote!(false)));
    let other = if parts.is_empty() { quote!(_) } else { quote!(other) };
    let equal = if parts.is_empty() { quote!(true) } else { quote!(#(#equal)&&*) };
    quote! {
        impl ::core::default::Default for #name<'_> {
            fn default() -> Self {
                // SAFETY: zero is a value of every field: no elements, no pointers.
                Self(unsafe { ::core::mem::zeroed() }, ::core::marker::PhantomData)
            }
        }

        impl ::core::fmt::Debug for #name<'_> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #elided
                f.debug_struct(#text)#(.field(#labels, &#shown))*.finish()
            }
        }

        impl ::core::cmp::PartialEq for #name<'_> {
            fn eq(&self, #other: &Self) -> bool {
                #unequal
                #equal
            }
        }

        #only_bytes
    }
}

/// Interfaces are equal when they are the same pointer.
fn equal(field: &ViewField) -> TokenStream {
    let (name, member) = (id(&field.name), com(&field.com));
    match field.role {
        FieldRole::Interface { .. } => quote!(self.0.#member == other.0.#member),
        _ => quote!(self.#name() == other.#name()),
    }
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
    let (count, items, count_ty, elem) = (com(&list.count), com(&list.items), ty(&list.count_ty), record(&list.elem));
    vec![quote!(::mapidl::list_record! { #name: #count as #count_ty, #items: #elem })]
}

fn tail_view(name: &Ident, item: &Record, view: &TailView) -> Vec<TokenStream> {
    let (view_name, items_name) = (com(&view.name), id(&view.items));
    let mut lines = item.docs.clone();
    lines.push(String::new());
    lines.push(format!("A safe face of [`{}`].", item.name));
    let docs_ = raw_docs(&lines);
    let elem = record(&view.list.elem);
    let (count, items, count_ty) = (com(&view.list.count), com(&view.list.items), ty(&view.list.count_ty));
    let fields = view.fields.iter().map(|f| {
        let (name, docs, t) = (id(&f.name), docs(&f.docs, &format!("`{}`", f.com)), role_type(&f.role, false));
        quote!(#docs pub #name: #t,)
    });
    let reads = view.fields.iter().map(|f| {
        let name = id(&f.name);
        let read = read(&f.role, &quote!(record), &com(&f.com));
        quote!(#name: #read,)
    });
    let writes = view.fields.iter().map(|f| {
        let name = id(&f.name);
        write(&f.role, &quote!(record), &com(&f.com), &quote!(view.#name))
    });
    let item_docs = format!(" `{}`", view.list.items);
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
                #name => #view_name: #count as #count_ty, #items: #elem => #items_name,
                read(record) { #(#reads)* }
                write(record, view) { #(#writes)* }
            }
        },
    ]
}
