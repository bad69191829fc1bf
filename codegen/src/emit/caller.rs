//! Safe caller methods.

use super::docs::docs;
use super::markdown::inline;
use super::signature::{Side, generic_name, is_out, return_type, safe_param, text, vec};
use super::types::{com, hresult, id, owned, path, to_abi, to_safe, ty};
use crate::plan::{
    BufferElem, Conv, CountBy, Elem, Holds, Interface, Method, OutCount, Owned, Param, Return, Role, Ty, Width,
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn methods(item: &Interface) -> Option<TokenStream> {
    let callable = || item.methods.iter().filter(|m| !m.placeholder);
    callable().next()?;
    let name = com(&item.name);
    let methods = callable().flat_map(|m| {
        let mut methods = vec![method(item, m, false)];
        if m.default.is_some() {
            methods.push(method(item, m, true));
        }
        methods
    });
    Some(quote! {
        #[allow(clippy::let_and_return, clippy::too_many_arguments, clippy::type_complexity, clippy::unnecessary_cast, non_snake_case)]
        impl #name {
            #(#methods)*
        }
    })
}

/// A safe function that calls an entry point of a DLL, which `entry` names.
pub(super) fn function(dll: &str, m: &Method, entry: &TokenStream) -> TokenStream {
    let name = id(&m.name);
    let alias = alias(m);
    let docs = method_docs(m, false);
    let generics = generics(m, false);
    let params = m.params.iter().filter_map(|p| safe_param(p, Side::Caller { default: false }));
    let unsafety = (!m.raw.is_empty()).then(|| quote!(unsafe));
    let ret = return_type(m, Side::Caller { default: false });
    let body = body(&Callee::Entry(dll), m, false);
    let (ret, body) = match &m.ret {
        Return::Code { .. } => (quote!(#ret), body),
        Return::Value(..) | Return::Record(_) => (quote!(::mapidl::Result<#ret>), quote!(Ok({ #body }))),
        Return::Nothing => {
            let ret = ret.unwrap_or_else(|| quote!(()));
            (quote!(::mapidl::Result<#ret>), quote!(Ok({ #body })))
        }
    };
    quote! {
        #docs
        #alias
        #[allow(clippy::let_and_return, clippy::too_many_arguments, clippy::type_complexity, clippy::unnecessary_cast, clippy::unit_arg, non_snake_case, unused_braces)]
        pub #unsafety fn #name #generics(#(#params),*) -> #ret {
            let entry = #entry.get()?;
            #body
        }
    }
}

/// What is called.
enum Callee<'a> {
    /// A slot of an interface.
    Slot(&'a Interface),
    /// An entry point of the DLL of this name.
    Entry(&'a str),
}

impl Callee<'_> {
    fn owner(&self) -> &str {
        match self {
            Self::Slot(interface) => &interface.name,
            Self::Entry(dll) => dll,
        }
    }

    fn call(&self, m: &Method, args: impl Iterator<Item = TokenStream>) -> TokenStream {
        let name = id(&m.field);
        match self {
            Self::Slot(_) => quote!((::mapidl::call::slots(self).#name)(::mapidl::call::this(self), #(#args),*)),
            Self::Entry(_) => quote!(entry(#(#args),*)),
        }
    }
}

/// The name by which programmers of C know it, for searches.
fn alias(m: &Method) -> Option<TokenStream> {
    let com = &m.com;
    (m.name.trim_start_matches("r#") != com).then(|| quote!(#[doc(alias = #com)]))
}

/// One caller method; `default` leaves the identifier of an out interface to the callee.
fn method(item: &Interface, m: &Method, default: bool) -> TokenStream {
    let name = id(m.default.as_ref().filter(|_| default).unwrap_or(&m.name));
    let alias = if default { None } else { alias(m) };
    let docs = method_docs(m, default);
    let generics = generics(m, default);
    let params = m.params.iter().filter_map(|p| safe_param(p, Side::Caller { default }));
    let unsafety = (!m.raw.is_empty()).then(|| quote!(unsafe));
    let ret = return_type(m, Side::Caller { default });
    let body = body(&Callee::Slot(item), m, default);
    let ret = ret.map(|t| quote!(-> #t));
    quote! {
        #docs
        #alias
        #[inline]
        pub #unsafety fn #name #generics(&self, #(#params),*) #ret {
            #body
        }
    }
}

fn method_docs(m: &Method, default: bool) -> TokenStream {
    let text = docs(&m.docs, &format!("Calls `{}`.", m.com));
    let default = default.then(|| {
        let line = format!(
            " As [`{0}`](Self::{0}), with the interface that the callee chooses.",
            m.name.trim_start_matches("r#")
        );
        quote!(#[doc = ""] #[doc = #line])
    });
    let raw = (!m.raw.is_empty()).then(|| {
        let line = format!(
            " The definition leaves pointers undescribed ({}); they must be what the callee expects.",
            inline(&m.raw.join("; "))
        );
        quote!(#[doc = ""] #[doc = " # Safety"] #[doc = #line])
    });
    quote!(#text #default #raw)
}

fn generics(m: &Method, default: bool) -> TokenStream {
    let names: Vec<_> = m
        .params
        .iter()
        .filter_map(|p| match p.role {
            Role::DynOut { .. } if default => None,
            _ => generic_name(p),
        })
        .collect();
    let lifetime = m.params.iter().any(|p| matches!(p.role, Role::Interface { open: true, .. })).then(|| quote!('i,));
    if names.is_empty() && lifetime.is_none() {
        return quote!();
    }
    quote!(<#lifetime #(#names: ::mapidl::Interface),*>)
}

fn body(callee: &Callee<'_>, m: &Method, default: bool) -> TokenStream {
    let agree = m.params.iter().filter_map(|p| agree(m, p));
    let ends = m.params.iter().filter_map(ends);
    let before = agree.chain(ends).chain(m.params.iter().map(prepare));
    let args = m.params.iter().enumerate().map(|(i, p)| argument(m, i, p, default));
    let hidden = matches!(m.ret, Return::Record(_)).then(|| quote!(&mut answer));
    let call = callee.call(m, hidden.into_iter().chain(args));
    let after: Vec<_> = m.params.iter().map(|p| take(m, p)).collect();
    let required: Vec<_> = m.params.iter().filter_map(|p| require(m, p)).collect();
    let outs: Vec<_> = m.params.iter().filter(|p| is_out(p)).map(|p| id(&p.name)).collect();
    let value = if let [one] = outs.as_slice() { quote!(#one) } else { quote!((#(#outs),*)) };
    let method_name = format!("{}::{}", callee.owner(), m.com);
    match &m.ret {
        Return::Code { warns } => {
            let answer = if *warns {
                quote!(::mapidl::call::with_code(code, #value))
            } else {
                quote!(::mapidl::call::plain(#method_name, code, #value))
            };
            // What is owned is there after a success only; the rest may be read in any case.
            let owns = m.params.iter().any(|p| is_owned(p) || is_out(p) && !matches!(p.role, Role::OutValue { .. }));
            let check = owns.then(|| quote!(let code = ::mapidl::call::check(code)?;));
            quote! {
                #(#before)*
                // SAFETY: the arguments are what the definition of the method describes.
                unsafe {
                    let code = #call;
                    #check
                    #(#after)*
                    #(#required)*
                    #answer
                }
            }
        }
        Return::Value(_, conv) if after.iter().all(TokenStream::is_empty) => {
            let result = to_safe(conv, &call);
            quote! {
                #(#before)*
                // SAFETY: the arguments are what the definition of the method describes.
                unsafe { #result }
            }
        }
        Return::Value(_, conv) => {
            let result = to_safe(conv, &quote!(answer));
            let result = if outs.is_empty() { result } else { quote!((#result, #(#outs),*)) };
            quote! {
                #(#before)*
                // SAFETY: the arguments are what the definition of the method describes.
                unsafe {
                    let answer = #call;
                    #(#after)*
                    #(#required)*
                    #result
                }
            }
        }
        Return::Record(t) => {
            let t = ty(t);
            let result = if outs.is_empty() { quote!(answer) } else { quote!((answer, #(#outs),*)) };
            quote! {
                #(#before)*
                // SAFETY: the arguments are what the definition of the method describes; a record of C can be zero.
                unsafe {
                    let mut answer: #t = ::core::mem::zeroed();
                    #call;
                    #(#after)*
                    #(#required)*
                    #result
                }
            }
        }
        Return::Nothing => {
            let value = (!outs.is_empty()).then_some(value);
            quote! {
                #(#before)*
                // SAFETY: the arguments are what the definition of the method describes.
                unsafe {
                    #call;
                    #(#after)*
                    #(#required)*
                    #value
                }
            }
        }
    }
}

/// Whether a buffer holds what has to be released.
fn is_owned(p: &Param) -> bool {
    matches!(p.role, Role::Buffer { elem: BufferElem::Interface(_), .. })
}

/// Arrays that a list or a constant counts have as many elements as that.
fn agree(m: &Method, p: &Param) -> Option<TokenStream> {
    if let Role::Slice { count: CountBy::Const(n), optional, .. }
    | Role::Buffer { count: CountBy::Const(n), optional, .. } = &p.role
    {
        let (name, n) = (id(&p.name), Literal::u64_unsuffixed(*n));
        let len = match (optional, &p.role) {
            (false, _) => quote!(Some(#name.len())),
            (true, Role::Buffer { .. }) => quote!(#name.as_deref().map(<[_]>::len)),
            (true, _) => quote!(#name.map(<[_]>::len)),
        };
        return Some(quote!(::mapidl::call::agree(Some(#n), #len)?;));
    }
    let Role::Slice { count: CountBy::List(by), optional, .. } = p.role else { return None };
    let len = |p: &Param, optional: bool| {
        let name = id(&p.name);
        if optional { quote!(#name.map(<[_]>::len)) } else { quote!(Some(#name.len())) }
    };
    let list = &m.params[by];
    let (list, array) = (len(list, matches!(list.role, Role::List { optional: true, .. })), len(p, optional));
    Some(quote!(::mapidl::call::agree(#list, #array)?;))
}

/// A buffer that holds a string holds its end too, or a callee would read on.
fn ends(p: &Param) -> Option<TokenStream> {
    let Role::Buffer { holds: Holds::Text, optional, .. } = &p.role else { return None };
    let name = id(&p.name);
    let buffer = if *optional { quote!(#name.as_deref()) } else { quote!(Some(&*#name)) };
    Some(quote!(::mapidl::buffer::ends(#buffer)?;))
}

/// What must stand before the call: out variables, temporary records.
fn prepare(p: &Param) -> TokenStream {
    let (name, raw) = (id(&p.name), id(&p.raw));
    match &p.role {
        Role::OutValue { .. } | Role::Given { .. } | Role::CountOut { .. } | Role::Filled { .. } => {
            let t = pointee(p);
            quote! {
                // SAFETY: zero is a value of a plain type.
                let mut #raw: #t = unsafe { ::mapidl::call::zeroed() };
            }
        }
        Role::ListOrOut { record, .. } => {
            let record = path(record);
            quote! {
                let mut #name = #name.map(::mapidl::list::slice_argument::<#record>).transpose()?;
                let mut #raw = #name.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::call::Temp::as_mut_ptr);
            }
        }
        _ if is_out(p) && is_const(p) => quote!(let mut #raw = ::core::ptr::null();),
        _ if is_out(p) => quote!(let mut #raw = ::core::ptr::null_mut();),
        Role::ChangeList { record, optional, .. } => {
            let record = path(record);
            if *optional {
                quote!(let mut #raw = #name.map(::mapidl::change::ListArgument::<#record>::new).transpose()?;)
            } else {
                quote!(let mut #raw = ::mapidl::change::ListArgument::<#record>::new(#name)?;)
            }
        }
        Role::Replace { .. } => quote!(let mut #raw = ::mapidl::change::Replacement::new(#name);),
        Role::Swapped { optional: true, .. } => {
            quote!(let mut #raw = #name.map(::mapidl::automation::Settled);)
        }
        Role::Swapped { .. } => quote!(let mut #raw = ::mapidl::automation::Settled(#name);),
        Role::Buffer { elem: BufferElem::Interface(_), .. } => {
            quote!(let mut #raw = ::mapidl::buffer::places(#name.len());)
        }
        Role::Buffer { optional: true, .. } => quote!(let mut #name = #name;),
        Role::List { record, optional, edited, .. } => {
            let record = path(record);
            let make = if *edited {
                quote!(::mapidl::MapiBox::<#record>::new)
            } else {
                quote!(::mapidl::list::slice_argument::<#record>)
            };
            if *optional {
                quote!(let mut #name = #name.map(#make).transpose()?;)
            } else {
                quote!(let mut #name = #make(#name)?;)
            }
        }
        Role::Record { record, tail: true, optional, .. } => {
            let record = path(record);
            if *optional {
                quote!(let mut #name = #name.map(<#record as ::mapidl::list::Tailed>::argument).transpose()?;)
            } else {
                quote!(let mut #name = <#record as ::mapidl::list::Tailed>::argument(#name)?;)
            }
        }
        Role::Slice { elem: Elem::Pointer(_), optional, .. } => {
            if *optional {
                quote!(let #name = #name.map(::mapidl::call::pointers);)
            } else {
                quote!(let #name = ::mapidl::call::pointers(#name);)
            }
        }
        _ => quote!(),
    }
}

/// Whether an out parameter is a pointer to what the definition lets nobody change.
pub(super) fn is_const(p: &Param) -> bool {
    matches!(&p.ty, Ty::Pointer(to, _) if matches!(**to, Ty::Pointer(_, true)))
}

/// The type behind an out parameter's pointer.
fn pointee(p: &Param) -> TokenStream {
    match &p.ty {
        Ty::Pointer(to, _) => ty(to),
        other => ty(other),
    }
}

/// What is passed for a parameter.
fn argument(m: &Method, index: usize, p: &Param, default: bool) -> TokenStream {
    let (name, raw) = (id(&p.name), id(&p.raw));
    match &p.role {
        Role::Value { conv, set } => value_argument(p, conv, *set),
        Role::Reserved => quote!(::core::mem::zeroed()),
        Role::CountIn { .. } => count_argument(m, index),
        Role::Slice { elem: Elem::Pointer(_), optional: true, .. } => {
            quote!(#name.as_deref().map_or(::core::ptr::null_mut(), |slice| slice.as_ptr().cast_mut()).cast())
        }
        Role::Slice { optional: true, .. } => {
            quote!(#name.map_or(::core::ptr::null_mut(), |slice| slice.as_ptr().cast_mut()).cast())
        }
        Role::Slice { .. } => quote!(#name.as_ptr().cast_mut().cast()),
        Role::List { optional: true, edited: true, .. } => {
            quote!(#name.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::MapiBox::as_mut_ptr))
        }
        Role::List { optional: true, .. } | Role::Record { tail: true, optional: true, .. } => {
            quote!(::mapidl::call::Temp::optional(#name.as_mut()))
        }
        Role::List { .. } | Role::Record { tail: true, .. } => quote!(#name.as_mut_ptr()),
        Role::Record { optional: true, .. } => {
            quote!(#name.as_ref().map_or(::core::ptr::null(), ::core::ptr::from_ref).cast_mut().cast())
        }
        Role::Record { .. } => quote!(::core::ptr::from_ref(&#name).cast_mut().cast()),
        Role::Ref { optional: true, .. } => {
            quote!(#name.map_or(::core::ptr::null(), ::core::ptr::from_ref).cast_mut().cast())
        }
        Role::Ref { .. } => quote!(::core::ptr::from_ref(#name).cast_mut().cast()),
        Role::Lent { owned, pointer: false, .. } => {
            let lent = quote!(::mapidl::automation::lend(#name));
            if *owned == Owned::Variant { lent } else { quote!(#lent.cast()) }
        }
        Role::Lent { optional: true, .. } => {
            quote!(#name.map_or(::core::ptr::null(), ::core::ptr::from_ref).cast_mut().cast())
        }
        Role::Lent { .. } => quote!(::core::ptr::from_ref(#name).cast_mut().cast()),
        Role::Text { width, optional } => {
            let function = id(if *width == Width::Narrow { "narrow_ptr" } else { "wide_ptr" });
            let value = if *optional { quote!(#name) } else { quote!(Some(#name)) };
            quote!(::mapidl::text::#function(#value).cast())
        }
        Role::Name { optional: true } => {
            quote!(#name.map_or(::core::ptr::null(), ::mapidl::text::Name::as_ptr).cast_mut().cast())
        }
        Role::Name { .. } => quote!(#name.as_ptr().cast_mut().cast()),
        Role::Interface { interface, open: true, .. } => {
            let interface = path(interface);
            quote!(::mapidl::call::raw::<#interface>(#name.into()))
        }
        Role::Interface { optional: true, .. } | Role::DynIn { optional: true } => quote!(::mapidl::call::raw(#name)),
        Role::Interface { .. } | Role::DynIn { .. } => quote!(::mapidl::call::this(#name)),
        Role::Iid { of, .. } if default && matches!(m.params[*of].role, Role::DynOut { .. }) => {
            quote!(::core::ptr::null_mut())
        }
        Role::Iid { of, optional } => iid_argument(m, *of, *optional),
        Role::InOut { optional: true, .. } => {
            quote!(#name.map_or(::core::ptr::null_mut(), ::core::ptr::from_mut).cast())
        }
        Role::InOut { .. } => quote!(::core::ptr::from_mut(#name).cast()),
        Role::Swapped { optional: true, .. } => {
            quote!(#raw.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::automation::Settled::as_mut_ptr).cast())
        }
        Role::Swapped { .. } => quote!(#raw.as_mut_ptr().cast()),
        Role::Change { optional: true, .. } => {
            quote!(#name.map_or(::core::ptr::null_mut(), ::mapidl::MapiBox::as_mut_ptr))
        }
        Role::Change { .. } => quote!(#name.as_mut_ptr()),
        Role::ChangeList { optional: true, .. } => {
            quote!(#raw.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::change::ListArgument::as_mut_ptr))
        }
        Role::ChangeList { .. } | Role::Replace { .. } => quote!(#raw.as_mut_ptr()),
        Role::Buffer { elem: BufferElem::Interface(_), .. } if is_const(p) => quote!(#raw.as_mut_ptr().cast()),
        Role::Buffer { elem: BufferElem::Interface(_), .. } => quote!(#raw.as_mut_ptr()),
        Role::Buffer { optional: true, .. } => {
            quote!(#name.as_mut().map_or(::core::ptr::null_mut(), |buffer| buffer.as_mut_ptr()).cast())
        }
        Role::Buffer { .. } => quote!(#name.as_mut_ptr().cast()),
        Role::Raw(_) => quote!(#name),
        _ => quote!(&mut #raw),
    }
}

fn value_argument(p: &Param, conv: &Conv, set: Option<i128>) -> TokenStream {
    let name = id(&p.name);
    let value = to_abi(conv, &quote!(#name), &p.ty);
    match set {
        Some(flag) => {
            let flag = super::types::number(flag);
            quote!(#value | #flag)
        }
        None => value,
    }
}

/// The identifier of an interface that goes in or out; an absent interface has none, where that may be.
fn iid_argument(m: &Method, of: usize, optional: bool) -> TokenStream {
    let generic = generic_name(&m.params[of]);
    let iid = quote!(::core::ptr::from_ref(&<#generic as ::mapidl::Interface>::IID).cast_mut());
    match &m.params[of].role {
        Role::DynIn { optional: true } if optional => {
            let name = id(&m.params[of].name);
            quote!(if #name.is_some() { #iid } else { ::core::ptr::null_mut() })
        }
        _ => iid,
    }
}

/// The count of the slices and buffers that this parameter counts; they must agree.
fn count_argument(m: &Method, index: usize) -> TokenStream {
    let counted = m.params.iter().filter_map(|q| {
        let name = id(&q.name);
        let (by, len) = match &q.role {
            Role::Slice { elem: Elem::Pointer(_), optional: true, count, .. }
            | Role::Buffer { optional: true, count, .. } => (count, quote!(#name.as_deref().map(<[_]>::len))),
            Role::Slice { optional: true, count, .. } => (count, quote!(#name.map(<[_]>::len))),
            Role::Slice { count, .. } | Role::Buffer { count, .. } => (count, quote!(Some(#name.len()))),
            _ => return None,
        };
        matches!(by, CountBy::Param(by) if *by == index).then_some(len)
    });
    let counted: Vec<_> = counted.collect();
    match m.ret {
        Return::Code { .. } => quote!(::mapidl::call::counts(&[#(#counted),*])?),
        _ => quote!(::mapidl::call::least(&[#(#counted),*])),
    }
}

/// What becomes of an out variable after a success.
fn take(m: &Method, p: &Param) -> TokenStream {
    let (name, raw) = (id(&p.name), id(&p.raw));
    // What comes out belongs to the caller, whatever it points to.
    let place = if is_const(p) { quote!(#raw.cast_mut()) } else { quote!(#raw) };
    match &p.role {
        Role::OutValue { conv, .. } => {
            let value = to_safe(conv, &quote!(#raw));
            quote!(let #name = #value;)
        }
        Role::Given { owned: kind, .. } => {
            let t = owned(*kind);
            quote!(let #name = ::mapidl::automation::own::<#t, _>(#raw);)
        }
        Role::OutVec { count, heap, .. } => {
            let (count, vec) = (out_count(m, count), vec(*heap));
            quote!(let #name = #vec::taken(#place.cast(), #count);)
        }
        Role::Filled { of, .. } => {
            let len = buffer_len(&m.params[*of]);
            quote!(let #name = ::mapidl::buffer::filled(#raw, #len);)
        }
        Role::Buffer { elem: BufferElem::Interface(_), filled, .. } => {
            let filled = filled.map_or_else(
                || buffer_len(p),
                |by| {
                    let by = id(&m.params[by].raw);
                    quote!(#by)
                },
            );
            quote!(::mapidl::buffer::take(#name, &#raw, #filled);)
        }
        Role::OutBox { record, one_block: true, .. } => {
            let record = ty(record);
            quote!(let #name = ::mapidl::MapiBox::<::mapidl::OneBlock<#record>>::from_raw(#place.cast());)
        }
        Role::OutBox { .. } => quote!(let #name = ::mapidl::MapiBox::from_raw(#place);),
        Role::OutText { width, heap, .. } => {
            let text = text(width, *heap);
            quote!(let #name = #text::from_raw(#place.cast());)
        }
        Role::OutInterface { borrowed: true, .. } => quote!(let #name = ::mapidl::call::borrowed_interface(#raw);),
        Role::OutInterface { .. } => quote!(let #name = ::mapidl::call::opt_interface(#raw);),
        Role::DynOut { .. } => quote!(let #name = ::mapidl::call::opt_interface(#raw);),
        Role::ListOrOut { .. } => quote!(let #name = ::mapidl::call::other_list(#name.as_mut(), #raw);),
        _ => quote!(),
    }
}

/// How many elements have come out.
fn out_count(m: &Method, count: &OutCount) -> TokenStream {
    let (OutCount::Param(by) | OutCount::List(by)) = count;
    let raw = id(&m.params[*by].raw);
    match &m.params[*by].role {
        Role::ListOrOut { record, .. } => {
            let record = path(record);
            quote!(::mapidl::list::len::<#record>(#raw))
        }
        _ => quote!(#raw),
    }
}

fn buffer_len(p: &Param) -> TokenStream {
    let name = id(&p.name);
    match p.role {
        Role::Buffer { optional: true, .. } => quote!(#name.as_deref().map_or(0, <[_]>::len)),
        _ => quote!(#name.len()),
    }
}

/// What must not be missing after a success, and what has to make sense: this comes when everything has its owner.
fn require(m: &Method, p: &Param) -> Option<TokenStream> {
    let name = id(&p.name);
    let object = matches!(p.role, Role::OutInterface { .. } | Role::DynOut { .. });
    let nullable = match &p.role {
        Role::OutVec { .. } | Role::Filled { .. } => {
            return Some(match m.ret {
                Return::Code { .. } => quote!(let #name = #name?;),
                // Without a code there is nothing to say it with: nothing has come out.
                _ => quote!(let #name = #name.unwrap_or_default();),
            });
        }
        _ if !matches!(m.ret, Return::Code { .. }) => return None,
        Role::OutBox { nullable, .. }
        | Role::OutText { nullable, .. }
        | Role::OutInterface { nullable, .. }
        | Role::DynOut { nullable, .. } => *nullable,
        _ => return None,
    };
    (!nullable).then(|| match object && m.nulls {
        true => quote!(let #name = ::mapidl::call::object(#name, code)?;),
        false => quote!(let #name = ::mapidl::call::required(#name)?;),
    })
}

/// The default answer of a method that an implementer leaves out.
pub(super) fn default_answer(m: &Method, unimplemented: i32) -> TokenStream {
    match &m.ret {
        Return::Code { .. } => {
            let code = hresult(unimplemented);
            quote!(Err(::mapidl::stub::refuse(#code)))
        }
        Return::Record(t) => {
            let t = ty(t);
            let outs: Vec<_> =
                m.params.iter().filter(|p| is_out(p)).map(|_| quote!(::core::default::Default::default())).collect();
            // Not every record has a default; each can be zero, as C has it.
            super::signature::with_outs(&quote!(unsafe { ::core::mem::zeroed::<#t>() }), &outs)
        }
        _ => quote!(::core::default::Default::default()),
    }
}
