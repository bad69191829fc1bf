//! Safe provider traits, and the stubs that stand between a vtable and them.

use super::caller::{default_answer, is_const};
use super::docs::docs;
use super::interface::{abi_return, base_vtbl, hidden_param, is_root, provider, vtbl};
use super::markdown::inline;
use super::signature::{Side, in_out_type, is_out, provider_params, return_type};
use super::types::{com, hresult, id, owned, path, record, to_abi, to_safe, ty};
use crate::plan::{
    BufferElem, Conv, CountBy, Elem, Heap, Holds, Interface, Method, OutCount, Param, Return, Role, Ty, UnicodeGate,
    Width,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

const MAPI_E_BAD_CHARWIDTH: i32 = 0x8004_0103_u32.cast_signed();

pub(super) fn trait_(item: &Interface) -> TokenStream {
    let name = provider(item);
    let base = supertraits(item);
    let methods = item.methods.iter().map(|m| trait_method(item, m));
    let line = format!(
        " What an implementer of [`{}`] writes. A method that is left out answers that it is not supported.",
        item.name
    );
    quote! {
        #[doc = #line]
        #[allow(non_camel_case_types, clippy::too_many_arguments, clippy::type_complexity)]
        pub trait #name: #base {
            #(#methods)*
        }
    }
}

/// The provider trait of the base, and what any thread's calls want of the value.
fn supertraits(item: &Interface) -> TokenStream {
    let base = path(&item.base.provider);
    match (is_root(&item.ancestors[0]), item.free_threaded) {
        (_, false) => base,
        (true, true) => quote!(#base<Impl: ::mapidl::Agile>),
        (false, true) => quote!(#base + ::mapidl::IUnknownImpl<Impl: ::mapidl::Agile>),
    }
}

fn trait_method(item: &Interface, m: &Method) -> TokenStream {
    let name = id(&m.name);
    let docs = docs(&m.docs, &format!("`{}`", m.com));
    let safety = (!m.raw.is_empty()).then(|| {
        let line = format!(" The definition leaves pointers undescribed: {}.", inline(&m.raw.join("; ")));
        quote!(#[doc = ""] #[doc = " # Safety"] #[doc = #line])
    });
    let unsafety = (!m.raw.is_empty()).then(|| quote!(unsafe));
    let params = provider_params(m);
    let names: Vec<_> = params.iter().map(|(name, _)| name).collect();
    let types = params.iter().map(|(_, t)| t);
    let ret = return_type(m, Side::Provider).map(|t| quote!(-> #t));
    let answer = default_answer(m, item.unimplemented);
    let unused = (!names.is_empty()).then(|| quote!(let _ = (#(#names,)*);));
    quote! {
        #docs
        #safety
        #unsafety fn #name(&self, #(#names: #types),*) #ret {
            #unused
            #answer
        }
    }
}

pub(super) fn vtable_impl(item: &Interface) -> TokenStream {
    let (vtbl, base, provider, name) = (vtbl(item), base_vtbl(item), provider(item), com(&item.name));
    let stubs = item.methods.iter().map(|m| stub(item, m));
    let entries = item.methods.iter().map(|m| {
        let name = id(&m.field);
        quote!(#name: #name::<__T, __OFFSET>,)
    });
    let base_matches = (!is_root(&item.ancestors[0])).then(|| quote!(|| #base::matches(iid)));
    let own_match = match item.iid {
        Some(_) => quote!(::mapidl::interface::same(iid, &<#name as ::mapidl::Interface>::IID)),
        None => quote!(false),
    };
    let unused = (item.iid.is_none() && base_matches.is_none()).then(|| quote!(let _ = iid;));
    quote! {
        #[allow(
            non_snake_case, clippy::too_many_arguments, clippy::unnecessary_cast, clippy::missing_safety_doc,
            clippy::extra_unused_type_parameters
        )]
        impl #vtbl {
            /// The vtable of an implementer: it starts `__OFFSET` pointers from the interface pointer.
            #[must_use]
            pub const fn new<__T: #provider, const __OFFSET: isize>() -> Self {
                #(#stubs)*
                Self {
                    base__: #base::new::<__T, __OFFSET>(),
                    #(#entries)*
                }
            }

            /// Whether an identifier names the interface or one of its bases but IUnknown.
            #[inline]
            #[must_use]
            pub fn matches(iid: &::mapidl::GUID) -> bool {
                #unused
                #own_match #base_matches
            }
        }
    }
}

fn stub(item: &Interface, m: &Method) -> TokenStream {
    let (name, provider) = (id(&m.field), provider(item));
    let (params, ret) = (stub_params(m), abi_return(m));
    let zeroes = m.params.iter().filter(|p| is_zeroed(p)).map(|p| {
        let name = id(&p.raw);
        quote!(::mapidl::stub::zero(#name);)
    });
    let full_name = format!("{}::{}", item.name, m.com);
    let runner = match m.ret {
        Return::Code { .. } if m.nulls => quote!(hresult_or_null),
        Return::Code { .. } => quote!(hresult),
        _ => quote!(value),
    };
    let body = body(m, &provider);
    let aggregate = matches!(m.ret, Return::Record(_));
    let (zero, give) = if aggregate {
        (Some(quote!(::mapidl::stub::zero(aggregate);)), Some(quote!(; aggregate)))
    } else {
        (None, None)
    };
    quote! {
        unsafe extern "system" fn #name<__T: #provider, const __OFFSET: isize>(
            this: *mut ::core::ffi::c_void, #params
        ) #ret {
            ::mapidl::stub::#runner(#full_name, &mut || {
                // SAFETY: a caller passes what the definition of the method describes.
                unsafe {
                    #zero
                    #(#zeroes)*
                    #body
                }
            }) #give
        }
    }
}

/// The ABI parameters; those that a stub does not look at have no name.
fn stub_params(m: &Method) -> TokenStream {
    let params = m.params.iter().map(|p| {
        let t = ty(&p.ty);
        if matches!(p.role, Role::Reserved) {
            return quote!(_: #t);
        }
        let name = id(&p.raw);
        quote!(#name: #t)
    });
    let hidden = hidden_param(m);
    quote!(#hidden #(#params),*)
}

fn is_zeroed(p: &Param) -> bool {
    let comes_in = matches!(p.role, Role::ListOrOut { .. });
    (is_out(p) && !comes_in) || matches!(p.role, Role::CountOut { .. })
}

fn body(m: &Method, provider: &Ident) -> TokenStream {
    let code = hresult(m.bad_pointer);
    let checks = m.params.iter().filter_map(|p| check(m, p, &code));
    let gates = m.params.iter().filter_map(|p| gate(m, p));
    let binds = m.params.iter().filter_map(|p| bind(m, p, &code));
    let args = m.params.iter().filter_map(argument);
    let name = id(&m.name);
    // A base may have a method of this name too.
    let call = quote!(<__T as #provider>::#name(::mapidl::stub::object::<__T, __OFFSET>(this), #(#args),*));
    let outs: Vec<_> = m.params.iter().filter(|p| is_out(p)).collect();
    let names: Vec<Ident> = outs.iter().map(|p| id(&p.name)).collect();
    let fallible = outs.iter().filter_map(|p| convert(m, p, &code));
    let writes = outs.iter().map(|p| write(m, p)).chain(m.params.iter().filter_map(|p| give(m, p)));
    let pattern = if let [one] = names.as_slice() { quote!(#one) } else { quote!((#(#names),*)) };
    let (answer, last) = answer(m, &call, &pattern, &names);
    quote! {
        #(#checks)*
        #(#gates)*
        #(#binds)*
        #answer
        #(#fallible)*
        #(#writes)*
        #last
    }
}

/// The call of the implementer, and what the stub ends with.
fn answer(m: &Method, call: &TokenStream, pattern: &TokenStream, names: &[Ident]) -> (TokenStream, TokenStream) {
    let no_outs = names.is_empty();
    match &m.ret {
        Return::Code { warns: true } if no_outs => (quote!(let code = #call?.code();), quote!(Ok(code))),
        Return::Code { warns: true } => (
            quote!(let answer = #call?; let code = answer.code(); let #pattern = answer.into_value();),
            quote!(Ok(code)),
        ),
        Return::Code { warns: false } if no_outs => (quote!(#call?;), quote!(Ok(::mapidl::HRESULT(0)))),
        Return::Code { warns: false } => (quote!(let #pattern = #call?;), quote!(Ok(::mapidl::HRESULT(0)))),
        Return::Value(abi, conv) => {
            let value = to_abi(conv, &quote!(answer), abi);
            if no_outs {
                (quote!(let answer = #call;), quote!(Ok(#value)))
            } else {
                (quote!(let (answer, #(#names),*) = #call;), quote!(Ok(#value)))
            }
        }
        Return::Record(_) => {
            let pattern = if no_outs { quote!(answer) } else { quote!((answer, #(#names),*)) };
            (quote!(let #pattern = #call;), quote!(::mapidl::stub::write(aggregate, answer); Ok(())))
        }
        Return::Nothing if no_outs => (quote!(#call;), quote!(Ok(()))),
        Return::Nothing => (quote!(let #pattern = #call;), quote!(Ok(()))),
    }
}

/// Whether a caller may pass null for an out pointer.
fn may_be_refused(p: &Param) -> bool {
    match &p.role {
        Role::OutValue { optional, .. }
        | Role::Given { optional, .. }
        | Role::OutVec { optional, .. }
        | Role::OutBox { optional, .. }
        | Role::OutText { optional, .. }
        | Role::Filled { optional, .. }
        | Role::OutInterface { optional, .. } => *optional,
        _ => false,
    }
}

fn check(m: &Method, p: &Param, code: &TokenStream) -> Option<TokenStream> {
    let counts_optional = |of: usize| may_be_refused(&m.params[of]);
    let needed = match p.role {
        Role::CountOut { of } => !counts_optional(of),
        _ => is_out(p) && !may_be_refused(p),
    };
    let name = id(&p.raw);
    needed.then(|| quote!(::mapidl::stub::not_null(#name, #code)?;))
}

/// A record with strings of the other width is refused, as MAPI documents.
fn gate(m: &Method, p: &Param) -> Option<TokenStream> {
    let Role::OutBox { unicode: Some(gate), .. } = &p.role else { return None };
    let (holder, flag) = holder_and_flag(m, gate);
    let code = hresult(MAPI_E_BAD_CHARWIDTH);
    Some(quote!(if #holder & #flag == 0 { return Err(::mapidl::stub::refuse(#code)); }))
}

fn is_wide(m: &Method, gate: &UnicodeGate) -> TokenStream {
    let (holder, flag) = holder_and_flag(m, gate);
    quote!(#holder & #flag != 0)
}

/// The raw parameter that says how wide strings are, and its bit.
fn holder_and_flag(m: &Method, gate: &UnicodeGate) -> (Ident, TokenStream) {
    (id(&m.params[gate.param].raw), super::types::number(gate.flag))
}

/// What makes a safe value of raw arguments, where that takes more than an expression in the call.
fn bind(m: &Method, p: &Param, code: &TokenStream) -> Option<TokenStream> {
    let (name, raw) = (id(&p.name), id(&p.raw));
    let value = match &p.role {
        Role::Slice { elem, count, optional } => slice(m, elem, count, *optional, &raw, code),
        Role::List { record, optional, .. } => {
            let record = path(record);
            if *optional {
                quote!(::mapidl::list::opt_slice::<#record>(#raw, #code)?)
            } else {
                quote!(::mapidl::list::req_slice::<#record>(#raw, #code)?)
            }
        }
        Role::Record { record, optional, .. } => {
            let record = path(record);
            if *optional {
                quote!(::mapidl::record::given_view::<#record>(#raw, #code)?)
            } else {
                quote!(::mapidl::record::req_view::<#record>(#raw, #code)?)
            }
        }
        Role::Ref { ty: t, optional } => {
            let (t, function) = (ty(t), id(if *optional { "opt_ref" } else { "req_ref" }));
            quote!(::mapidl::stub::#function::<#t>(#raw.cast(), #code)?)
        }
        Role::Lent { owned: kind, pointer, optional } => lent(&owned(*kind), *pointer, *optional, &raw, code),
        Role::Swapped { owned: kind, optional } => {
            let (t, function) = (owned(*kind), id(if *optional { "opt_mut" } else { "req_mut" }));
            quote!(::mapidl::automation::#function::<#t>(#raw.cast(), #code)?)
        }
        Role::Text { width, optional } => text(m, width, *optional, &raw, code),
        Role::Name { optional: true } => quote!(::mapidl::text::opt_name(#raw.cast())),
        Role::Name { .. } => quote!(::mapidl::text::req_name(#raw.cast(), #code)?),
        Role::Interface { interface, optional, .. } => {
            let interface = path(interface);
            interface_argument(&interface, *optional, p, code)
        }
        Role::DynIn { optional } => interface_argument(&quote!(::mapidl::IUnknown), *optional, p, code),
        Role::Iid { optional, .. } => {
            let function = id(if *optional { "opt_ref" } else { "req_ref" });
            quote!(::mapidl::stub::#function::<::mapidl::GUID>(#raw, #code)?)
        }
        Role::InOut { conv, optional } => {
            let (t, function) = (in_out_type(conv), id(if *optional { "opt_mut" } else { "req_mut" }));
            quote!(::mapidl::stub::#function::<#t>(#raw.cast(), #code)?)
        }
        Role::ListOrOut { record, .. } => {
            let record = path(record);
            quote!(::mapidl::list::opt_slice::<#record>(#raw.read_unaligned(), #code)?)
        }
        _ => return bind_changed(m, p, code),
    };
    Some(quote!(let #name = #value;))
}

/// What automation owns, and the caller lends.
fn lent(t: &TokenStream, pointer: bool, optional: bool, raw: &Ident, code: &TokenStream) -> TokenStream {
    match (pointer, optional) {
        (false, _) => quote!(::mapidl::automation::borrow::<#t, _>(&#raw)),
        (true, true) => quote!(::mapidl::stub::opt_ref::<#t>(#raw.cast(), #code)?),
        (true, false) => quote!(::mapidl::stub::req_ref::<#t>(#raw.cast(), #code)?),
    }
}

/// The same for what the implementer changes in place.
fn bind_changed(m: &Method, p: &Param, code: &TokenStream) -> Option<TokenStream> {
    let (name, raw) = (id(&p.name), id(&p.raw));
    let function = |optional: bool| id(if optional { "optional" } else { "required" });
    Some(match &p.role {
        Role::Change { optional, .. } => {
            let function = function(*optional);
            quote!(let #name = ::mapidl::change::#function(#raw, #code)?;)
        }
        Role::ChangeList { record, optional, .. } => {
            let (record, function) = (path(record), id(if *optional { "opt_values" } else { "req_values" }));
            quote!(let #name = ::mapidl::change::#function::<#record>(#raw, #code)?;)
        }
        Role::Replace { .. } => quote!(let mut #name = ::mapidl::change::Replaced::new(#raw, #code)?;),
        Role::Buffer { elem: BufferElem::Plain(t), count, optional, holds, .. } => {
            let (t, count, function) = (ty(t), count_of(m, count, code), function(*optional));
            if *holds == Holds::Text {
                let function = quote::format_ident!("{function}_text");
                return Some(quote!(let #name = ::mapidl::buffer::#function::<#t>(#raw.cast(), #count, #code)?;));
            }
            let fresh = *holds == Holds::Nothing;
            quote!(let #name = ::mapidl::buffer::#function::<#t>(#raw.cast(), #count, #fresh, #code)?;)
        }
        Role::Buffer { elem: BufferElem::Interface(interface), count, .. } => {
            let (interface, count) = (path(interface), count_of(m, count, code));
            let raw = if is_const(p) { quote!(#raw.cast()) } else { quote!(#raw) };
            quote!(let mut #name = ::mapidl::buffer::Slots::<#interface>::new(#raw, #count, #code)?;)
        }
        _ => return None,
    })
}

fn interface_argument(interface: &TokenStream, optional: bool, p: &Param, code: &TokenStream) -> TokenStream {
    let raw = id(&p.raw);
    // The same pointer, where the definition lets it point to something constant.
    let is_const = matches!(p.ty, Ty::Pointer(_, true));
    let raw = if is_const { quote!(&*::core::ptr::from_ref(&#raw).cast()) } else { quote!(&#raw) };
    if optional {
        quote!(::mapidl::stub::opt_interface::<#interface>(#raw))
    } else {
        quote!(::mapidl::stub::req_interface::<#interface>(#raw, #code)?)
    }
}

fn slice(m: &Method, elem: &Elem, count: &CountBy, optional: bool, raw: &Ident, code: &TokenStream) -> TokenStream {
    let count = count_of(m, count, code);
    let (function, record) = match elem {
        Elem::Pointer(to) => (if optional { "opt_pointers" } else { "req_pointers" }, record(to)),
        other => (if optional { "opt_slice" } else { "req_slice" }, record(other)),
    };
    let function = id(function);
    quote!(::mapidl::record::#function::<#record>(#raw.cast(), #count, #code)?)
}

/// How many elements come in, or have room.
fn count_of(m: &Method, count: &CountBy, code: &TokenStream) -> TokenStream {
    match count {
        CountBy::Param(by) => {
            let by = id(&m.params[*by].raw);
            quote!(::mapidl::count::taken(#by, #code)?)
        }
        CountBy::Const(n) => {
            let n = proc_macro2::Literal::u64_unsuffixed(*n);
            quote!(#n)
        }
        CountBy::List(by) => {
            let list = id(&m.params[*by].name);
            match m.params[*by].role {
                Role::List { optional: true, .. } => quote!(#list.as_deref().map_or(0, <[_]>::len)),
                _ => quote!(#list.len()),
            }
        }
    }
}

fn text(m: &Method, width: &Width, optional: bool, raw: &Ident, code: &TokenStream) -> TokenStream {
    match (width, optional) {
        (Width::Wide, true) => quote!(::mapidl::text::opt_wide(#raw.cast(), #code)?),
        (Width::Wide, false) => quote!(::mapidl::text::req_wide(#raw.cast(), #code)?),
        (Width::Narrow, true) => quote!(::mapidl::text::opt_narrow(#raw.cast())),
        (Width::Narrow, false) => quote!(::mapidl::text::req_narrow(#raw.cast(), #code)?),
        (Width::Flag(gate), optional) => {
            let (wide, function) = (is_wide(m, gate), id(if optional { "opt_tstr" } else { "req_tstr" }));
            quote!(::mapidl::text::#function(#raw.cast(), #wide, #code)?)
        }
    }
}

/// What the implementer is given for a parameter; `None` for one that its signature does not show.
fn argument(p: &Param) -> Option<TokenStream> {
    let (name, raw) = (id(&p.name), id(&p.raw));
    Some(match &p.role {
        Role::Value { conv, .. } => to_safe(conv, &quote!(#raw)),
        Role::Slice { optional: true, .. } | Role::List { optional: true, .. } | Role::ListOrOut { .. } => {
            quote!(#name.as_deref())
        }
        Role::Slice { .. } | Role::List { .. } => quote!(&#name),
        Role::Text { width: Width::Flag(_), optional: true } => quote!(#name.as_deref()),
        Role::Text { width: Width::Flag(_), .. } => quote!(&#name),
        Role::Record { .. }
        | Role::Ref { .. }
        | Role::Lent { .. }
        | Role::Swapped { .. }
        | Role::Text { .. }
        | Role::Interface { .. }
        | Role::DynIn { .. }
        | Role::Iid { .. }
        | Role::Name { .. }
        | Role::InOut { .. }
        | Role::Change { .. }
        | Role::ChangeList { .. } => quote!(#name),
        Role::Replace { .. } => quote!(#name.value()),
        Role::Buffer { elem: BufferElem::Interface(_), .. } => quote!(#name.values()),
        Role::Buffer { .. } => quote!(#name),
        Role::Raw(_) => quote!(#raw),
        _ => return None,
    })
}

/// Conversions of out values that can fail; they come before anything is written.
fn convert(m: &Method, p: &Param, code: &TokenStream) -> Option<TokenStream> {
    let name = id(&p.name);
    match &p.role {
        Role::OutText { width, nullable, heap: Heap::Mapi, .. } => {
            let wide = match width {
                Width::Flag(gate) => is_wide(m, gate),
                _ => quote!(true),
            };
            Some(if *nullable {
                quote!(let #name = ::mapidl::text::answer(#name, #wide)?;)
            } else {
                quote!(let #name = ::mapidl::text::answer(Some(#name), #wide)?;)
            })
        }
        Role::OutVec { count: OutCount::Param(by), unicode, .. } => {
            let t = counted_type(&m.params[*by]);
            let array = unicode.as_ref().map_or_else(
                || quote!(#name),
                |gate| {
                    let wide = is_wide(m, gate);
                    quote!(::mapidl::text::answers(#name, #wide)?)
                },
            );
            Some(quote!(let #name = (::mapidl::count::fit::<#t>(#name.len())?, #array);))
        }
        Role::OutVec { count: OutCount::List(by), .. } => {
            let (list, place) = (id(&m.params[*by].name), id(&m.params[*by].raw));
            Some(quote!(::mapidl::stub::agree(#name.len(), ::mapidl::list::len_after(#place, #list.as_ref()))?;))
        }
        Role::Filled { of, .. } => {
            let Role::Buffer { count, .. } = &m.params[*of].role else { return None };
            let (len, t) = (count_of(m, count, code), counted_type(p));
            Some(quote!(let #name = ::mapidl::buffer::checked::<#t>(#name, #len)?;))
        }
        Role::DynOut { iid, optional_iid, nullable } => {
            let iid = id(&m.params[*iid].name);
            let iid = if *optional_iid { quote!(#iid) } else { quote!(Some(#iid)) };
            let function = id(if *nullable { "opt_answer_iid" } else { "answer_iid" });
            Some(quote!(let #name = ::mapidl::stub::#function(#name, #iid)?;))
        }
        _ => None,
    }
}

fn write(m: &Method, p: &Param) -> TokenStream {
    let (name, raw) = (id(&p.name), id(&p.raw));
    match &p.role {
        Role::OutValue { conv, .. } => {
            let target = match &p.ty {
                crate::plan::Ty::Pointer(to, _) => to.as_ref(),
                other => other,
            };
            let value = match conv {
                Conv::Same(_) => quote!(#name),
                other => to_abi(other, &quote!(#name), target),
            };
            quote!(::mapidl::stub::write(#raw, #value);)
        }
        Role::Given { .. } => quote!(::mapidl::stub::write(#raw.cast(), #name);),
        Role::OutVec { count: OutCount::Param(count), .. } => {
            let counter = id(&m.params[*count].raw);
            quote! {
                if !#raw.is_null() {
                    ::mapidl::stub::write(#counter, #name.0);
                    ::mapidl::stub::write(#raw, #name.1.into_raw().0.cast());
                }
            }
        }
        Role::OutVec { .. } => quote! {
            if #raw.is_null() {
                drop(#name);
            } else {
                ::mapidl::stub::write(#raw, #name.into_raw().0.cast());
            }
        },
        Role::Filled { .. } => {
            quote!(::mapidl::stub::write(#raw, #name.1);)
        }
        Role::OutBox { nullable, one_block: true, .. } => {
            own(&name, &raw, *nullable, &quote!(::mapidl::MapiBox::into_raw(value).cast()))
        }
        Role::OutBox { nullable, .. } => own(&name, &raw, *nullable, &quote!(::mapidl::MapiBox::into_raw(value))),
        Role::OutInterface { nullable, .. } => {
            own(&name, &raw, *nullable, &quote!(::mapidl::Interface::into_raw(value)))
        }
        Role::ListOrOut { .. } => quote! {
            // What came in is the caller's and stays.
            if let (Some(value), true) = (#name, #raw.read_unaligned().is_null()) {
                ::mapidl::stub::write(#raw, ::mapidl::MapiBox::into_raw(value));
            }
        },
        Role::OutText { heap: Heap::Mapi, .. } => quote!(::mapidl::text::give(#raw.cast(), #name);),
        Role::OutText { nullable, .. } => own(&name, &raw, *nullable, &quote!(value.into_raw().cast())),
        Role::DynOut { .. } => quote!(::mapidl::stub::write(#raw.cast(), #name);),
        _ => quote!(),
    }
}

/// Gives the interfaces in a buffer away.
fn give(m: &Method, p: &Param) -> Option<TokenStream> {
    let Role::Buffer { elem: BufferElem::Interface(_), filled, .. } = &p.role else { return None };
    let name = id(&p.name);
    let filled = filled.map_or_else(
        || quote!(::core::option::Option::None),
        |by| {
            let by = id(&m.params[by].name);
            quote!(::core::option::Option::Some(#by.0))
        },
    );
    Some(quote!(#name.give(#filled);))
}

fn counted_type(p: &Param) -> TokenStream {
    match &p.ty {
        crate::plan::Ty::Pointer(to, _) => ty(to),
        other => ty(other),
    }
}

/// Gives an owned value away, unless the caller refuses it (null): then it is dropped.
fn own(name: &Ident, raw: &Ident, nullable: bool, into_raw: &TokenStream) -> TokenStream {
    let value = if nullable { quote!(#name) } else { quote!(Some(#name)) };
    quote! {
        if let (Some(value), false) = (#value, #raw.is_null()) {
            ::mapidl::stub::write(#raw, #into_raw);
        }
    }
}
