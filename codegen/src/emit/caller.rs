//! Safe caller methods.

use super::docs::docs;
use super::types::{com, hresult, id, path, record, safe, to_abi, to_safe, ty, view};
use crate::plan::{Conv, CountBy, Elem, Interface, Method, Param, Return, Role, Width};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

pub(super) fn methods(item: &Interface) -> Option<TokenStream> {
    let callable = || item.methods.iter().filter(|m| !m.placeholder);
    callable().next()?;
    let name = com(&item.name);
    let methods = callable().flat_map(|m| {
        let mut methods = vec![method(item, m, false)];
        if has_optional_iid(m) {
            methods.push(method(item, m, true));
        }
        methods
    });
    Some(quote! {
        #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::unnecessary_cast, non_snake_case)]
        impl #name {
            #(#methods)*
        }
    })
}

fn has_optional_iid(method: &Method) -> bool {
    method.params.iter().any(|p| matches!(p.role, Role::DynOut { optional_iid: true, .. }))
}

/// A safe function that calls an entry point of a DLL, which `entry` names.
pub(super) fn function(dll: &str, m: &Method, entry: &TokenStream) -> TokenStream {
    let name = id(&m.name);
    let alias = alias(m);
    let docs = method_docs(m, false);
    let generics = generics(m, false);
    let params = m.params.iter().filter_map(|p| safe_param(m, p, Side::Caller { default: false }));
    let unsafety = (!m.raw.is_empty()).then(|| quote!(unsafe));
    let ret = return_type(m, Side::Caller { default: false });
    let body = body(&Callee::Entry(dll), m, false);
    let (ret, body) = match &m.ret {
        Return::Code { .. } => (quote!(#ret), body),
        Return::Value(..) => (quote!(::mapidl::Result<#ret>), quote!(Ok({ #body }))),
        Return::Nothing => {
            let ret = ret.unwrap_or_else(|| quote!(()));
            (quote!(::mapidl::Result<#ret>), quote!(Ok({ #body })))
        }
    };
    quote! {
        #docs
        #alias
        #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::unnecessary_cast, clippy::unit_arg, non_snake_case, unused_braces)]
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
        let name = com(&m.com);
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
    let name = if default { format_ident!("{}_default", id(&m.name)) } else { id(&m.name) };
    let alias = if default { None } else { alias(m) };
    let docs = method_docs(m, default);
    let generics = generics(m, default);
    let params = m.params.iter().filter_map(|p| safe_param(m, p, Side::Caller { default }));
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
        let line = format!(" As [`{0}`](Self::{0}), with the interface that the callee chooses.", m.name);
        quote!(#[doc = ""] #[doc = #line])
    });
    let raw = (!m.raw.is_empty()).then(|| {
        let line = format!(
            " The definition leaves pointers undescribed ({}); they must be what the callee expects.",
            m.raw.join("; ")
        );
        quote!(#[doc = ""] #[doc = " # Safety"] #[doc = #line])
    });
    quote!(#text #default #raw)
}

/// Whose signature is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    /// A caller's; with `default`, the identifier of an out interface is left out.
    Caller {
        /// See above.
        default: bool,
    },
    /// An implementer's.
    Provider,
}

fn generics(m: &Method, default: bool) -> TokenStream {
    let names: Vec<_> = m
        .params
        .iter()
        .enumerate()
        .filter_map(|(i, p)| match p.role {
            Role::DynOut { .. } if default => None,
            Role::DynOut { .. } | Role::DynIn { .. } => Some(generic_name(m, i)),
            _ => None,
        })
        .collect();
    if names.is_empty() { quote!() } else { quote!(<#(#names: ::mapidl::Interface),*>) }
}

/// The type parameter of the interface that a parameter is: `I`, and `I1`, `I2` where there are more.
fn generic_name(m: &Method, index: usize) -> Ident {
    let dynamic = |p: &&Param| matches!(p.role, Role::DynOut { .. } | Role::DynIn { .. });
    match m.params[..index].iter().filter(dynamic).count() {
        0 => format_ident!("I"),
        n => format_ident!("I{}", n),
    }
}

fn optional(t: TokenStream, optional: bool) -> TokenStream {
    if optional { quote!(::core::option::Option<#t>) } else { t }
}

/// The safe type of a parameter; `None` for one that the signature does not show.
pub(super) fn param_type(m: &Method, p: &Param, side: Side) -> Option<TokenStream> {
    let here = quote!('_);
    Some(match &p.role {
        Role::Value { conv, .. } => safe(conv),
        Role::Slice { elem, optional: o, .. } => {
            let view = slice_view(elem);
            optional(quote!(&[#view]), *o)
        }
        Role::List { elem, optional: o, .. } => {
            let view = view(elem, &here);
            optional(quote!(&[#view]), *o)
        }
        Role::Record { view, optional: o, .. } => {
            let view = path(view);
            optional(quote!(#view<'_>), *o)
        }
        Role::Ref { ty: t, optional: o } => {
            let t = ty(t);
            optional(quote!(&#t), *o)
        }
        Role::Text { width, optional: o } => {
            let text = if *width == Width::Narrow { quote!(&::core::ffi::CStr) } else { quote!(&::mapidl::U16CStr) };
            optional(text, *o)
        }
        Role::Interface { interface, optional: o } => {
            let interface = path(interface);
            optional(quote!(&#interface), *o)
        }
        Role::Iid { optional: o, .. } if side == Side::Provider => optional(quote!(&::mapidl::GUID), *o),
        Role::DynIn { optional: o } if side == Side::Provider => optional(quote!(&::mapidl::IUnknown), *o),
        Role::DynIn { optional: o } => {
            let generic = m.params.iter().position(|q| std::ptr::eq(q, p)).map(|i| generic_name(m, i));
            optional(quote!(&#generic), *o)
        }
        Role::InOut { conv, optional: o } => {
            let t = in_out_type(conv);
            optional(quote!(&mut #t), *o)
        }
        Role::ListOrOut { elem, .. } => {
            let view = view(elem, &here);
            quote!(::core::option::Option<&[#view]>)
        }
        Role::Raw(_) => ty(&p.ty),
        _ => return None,
    })
}

/// Pointers to records in an array are made (and followed) by the wrapper, so that the signature shows the records.
fn slice_view(elem: &Elem) -> TokenStream {
    match elem {
        Elem::Pointer(to) => view(to, &quote!('_)),
        other => view(other, &quote!('_)),
    }
}

/// What goes in and out keeps its ABI bytes, so truth values stay integers.
pub(super) fn in_out_type(conv: &Conv) -> TokenStream {
    match conv {
        Conv::Bool32 => quote!(::mapidl::BOOL),
        Conv::Bool8 => quote!(u8),
        other => safe(other),
    }
}

fn safe_param(m: &Method, p: &Param, side: Side) -> Option<TokenStream> {
    let (name, t) = (id(&p.name), param_type(m, p, side)?);
    Some(quote!(#name: #t))
}

/// The parameters of the safe signature, as names and types.
pub(super) fn provider_params(m: &Method) -> Vec<(Ident, TokenStream)> {
    m.params.iter().filter_map(|p| Some((id(&p.name), param_type(m, p, Side::Provider)?))).collect()
}

/// The types of what comes out, in order.
fn out_types(m: &Method, side: Side) -> Vec<TokenStream> {
    let out = |(i, p): (usize, &Param)| {
        Some(match &p.role {
            Role::OutValue { conv, .. } => safe(conv),
            Role::OutVec { elem, .. } => {
                let record = record(elem);
                quote!(::mapidl::MapiVec<#record>)
            }
            Role::OutBox { record, nullable, .. } => {
                let record = ty(record);
                optional(quote!(::mapidl::MapiBox<#record>), *nullable)
            }
            Role::ListOrOut { record, .. } => {
                let record = path(record);
                quote!(::core::option::Option<::mapidl::MapiBox<#record>>)
            }
            Role::OutText { nullable, .. } => optional(quote!(::mapidl::MapiString), *nullable),
            Role::OutInterface { interface, nullable, .. } => optional(path(interface), *nullable),
            Role::DynOut { .. } => match side {
                Side::Caller { default: false } => {
                    let generic = generic_name(m, i);
                    quote!(#generic)
                }
                _ => quote!(::mapidl::IUnknown),
            },
            _ => return None,
        })
    };
    m.params.iter().enumerate().filter_map(out).collect()
}

fn tuple(types: &[TokenStream]) -> TokenStream {
    match types {
        [one] => one.clone(),
        many => quote!((#(#many),*)),
    }
}

/// What the safe method returns; `None` for nothing.
pub(super) fn return_type(m: &Method, side: Side) -> Option<TokenStream> {
    let out = out_types(m, side);
    let value = tuple(&out);
    Some(match &m.ret {
        Return::Code { warns: true } => quote!(::mapidl::Result<::mapidl::Success<#value>>),
        Return::Code { warns: false } => quote!(::mapidl::Result<#value>),
        Return::Value(_, conv) if out.is_empty() => safe(conv),
        Return::Value(_, conv) => {
            let ret = safe(conv);
            quote!((#ret, #(#out),*))
        }
        Return::Nothing if out.is_empty() => return None,
        Return::Nothing => value,
    })
}

fn body(callee: &Callee<'_>, m: &Method, default: bool) -> TokenStream {
    let before = m.params.iter().map(prepare);
    let args = m.params.iter().enumerate().map(|(i, p)| argument(m, i, p, default));
    let call = callee.call(m, args);
    let after: Vec<_> = m.params.iter().map(|p| take(m, p)).collect();
    let required: Vec<_> = m.params.iter().filter_map(require).collect();
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
            let owns = m.params.iter().any(|p| is_out(p) && !matches!(p.role, Role::OutValue { .. }));
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
                    #value
                }
            }
        }
    }
}

fn is_out(p: &Param) -> bool {
    matches!(
        p.role,
        Role::OutValue { .. }
            | Role::OutVec { .. }
            | Role::OutBox { .. }
            | Role::OutText { .. }
            | Role::OutInterface { .. }
            | Role::DynOut { .. }
            | Role::ListOrOut { .. }
    )
}

/// What must stand before the call: out variables, temporary records.
fn prepare(p: &Param) -> TokenStream {
    let (name, raw) = (id(&p.name), id(&p.raw));
    match &p.role {
        Role::OutValue { .. } | Role::CountOut { .. } => {
            let t = pointee(p);
            quote! {
                // SAFETY: zero is a value of a plain type.
                let mut #raw: #t = unsafe { ::mapidl::call::zeroed() };
            }
        }
        Role::ListOrOut { record, .. } => {
            let (record, list) = (path(record), list_variable(p));
            quote! {
                let mut #list = #name.map(::mapidl::list::slice_argument::<#record>).transpose()?;
                let mut #raw = #list.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::call::Temp::as_mut_ptr);
            }
        }
        _ if is_out(p) => quote!(let mut #raw = ::core::ptr::null_mut();),
        Role::List { record, optional, .. } => {
            let record = path(record);
            if *optional {
                quote!(let mut #name = #name.map(::mapidl::list::slice_argument::<#record>).transpose()?;)
            } else {
                quote!(let mut #name = ::mapidl::list::slice_argument::<#record>(#name)?;)
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

/// The variable of a list that may go in.
fn list_variable(p: &Param) -> Ident {
    format_ident!("{}_in", id(&p.name))
}

/// The type behind an out parameter's pointer.
fn pointee(p: &Param) -> TokenStream {
    match &p.ty {
        crate::plan::Ty::Pointer(to, _) => ty(to),
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
        Role::List { optional: true, .. } | Role::Record { tail: true, optional: true, .. } => {
            quote!(#name.as_mut().map_or(::core::ptr::null_mut(), ::mapidl::call::Temp::as_mut_ptr))
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
        Role::Text { width, optional } => {
            let function = id(if *width == Width::Narrow { "narrow_ptr" } else { "wide_ptr" });
            let value = if *optional { quote!(#name) } else { quote!(Some(#name)) };
            quote!(::mapidl::text::#function(#value).cast())
        }
        Role::Interface { optional: true, .. } | Role::DynIn { optional: true } => quote!(::mapidl::call::raw(#name)),
        Role::Interface { .. } | Role::DynIn { .. } => quote!(::mapidl::call::this(#name)),
        Role::Iid { of, .. } if default && matches!(m.params[*of].role, Role::DynOut { .. }) => {
            quote!(::core::ptr::null_mut())
        }
        Role::Iid { of, .. } => iid_argument(m, *of),
        Role::InOut { optional: true, .. } => {
            quote!(#name.map_or(::core::ptr::null_mut(), ::core::ptr::from_mut).cast())
        }
        Role::InOut { .. } => quote!(::core::ptr::from_mut(#name).cast()),
        Role::Raw(_) => quote!(#name),
        _ => quote!(&mut #raw),
    }
}

fn value_argument(p: &Param, conv: &Conv, set: Option<i32>) -> TokenStream {
    let name = id(&p.name);
    let value = to_abi(conv, &quote!(#name), &p.ty);
    match set {
        Some(flag) => {
            let flag = super::types::hex(u64::from(flag.cast_unsigned()));
            quote!(#value | #flag)
        }
        None => value,
    }
}

/// The identifier of an interface that goes in or out; an absent interface has none.
fn iid_argument(m: &Method, of: usize) -> TokenStream {
    let generic = generic_name(m, of);
    let iid = quote!(::core::ptr::from_ref(&<#generic as ::mapidl::Interface>::IID).cast_mut());
    match &m.params[of].role {
        Role::DynIn { optional: true } => {
            let name = id(&m.params[of].name);
            quote!(if #name.is_some() { #iid } else { ::core::ptr::null_mut() })
        }
        _ => iid,
    }
}

/// The count of the slices that this parameter counts; they must agree.
fn count_argument(m: &Method, index: usize) -> TokenStream {
    let counted: Vec<_> = m
        .params
        .iter()
        .filter(|q| matches!(&q.role, Role::Slice { count: CountBy::Param(by), .. } if *by == index))
        .map(|q| {
            let name = id(&q.name);
            match q.role {
                Role::Slice { elem: Elem::Pointer(_), optional: true, .. } => quote!(#name.as_deref().map(<[_]>::len)),
                Role::Slice { optional: true, .. } => quote!(#name.map(<[_]>::len)),
                _ => quote!(Some(#name.len())),
            }
        })
        .collect();
    match m.ret {
        Return::Code { .. } => quote!(::mapidl::call::counts(&[#(#counted),*])?),
        _ => quote!(::mapidl::call::least(&[#(#counted),*])),
    }
}

/// What becomes of an out variable after a success.
fn take(m: &Method, p: &Param) -> TokenStream {
    let (name, raw) = (id(&p.name), id(&p.raw));
    match &p.role {
        Role::OutValue { conv, .. } => {
            let value = to_safe(conv, &quote!(#raw));
            quote!(let #name = #value;)
        }
        Role::OutVec { count, .. } => {
            let count = id(&m.params[*count].raw);
            quote!(let #name = ::mapidl::MapiVec::from_raw(#raw.cast(), #count as usize);)
        }
        Role::OutBox { .. } => quote!(let #name = ::mapidl::MapiBox::from_raw(#raw);),
        Role::OutText { .. } => quote!(let #name = ::mapidl::MapiString::from_raw(#raw.cast());),
        Role::OutInterface { borrowed: true, .. } => quote!(let #name = ::mapidl::call::borrowed_interface(#raw);),
        Role::OutInterface { .. } => quote!(let #name = ::mapidl::call::opt_interface(#raw);),
        Role::DynOut { .. } => quote!(let #name = ::mapidl::call::opt_interface(#raw);),
        Role::ListOrOut { .. } => {
            let list = list_variable(p);
            quote!(let #name = if #list.is_some() { None } else { ::mapidl::MapiBox::from_raw(#raw) };)
        }
        _ => quote!(),
    }
}

/// What must not be missing after a success.
fn require(p: &Param) -> Option<TokenStream> {
    let name = id(&p.name);
    let nullable = match &p.role {
        Role::OutBox { nullable, .. } | Role::OutText { nullable, .. } | Role::OutInterface { nullable, .. } => {
            *nullable
        }
        Role::DynOut { .. } => false,
        _ => return None,
    };
    (!nullable).then(|| quote!(let #name = ::mapidl::call::required(#name)?;))
}

/// The default answer of a method that an implementer leaves out.
pub(super) fn default_answer(m: &Method, unimplemented: i32) -> TokenStream {
    match &m.ret {
        Return::Code { .. } => {
            let code = hresult(unimplemented);
            quote!(Err(::mapidl::stub::refuse(#code)))
        }
        _ => quote!(::core::default::Default::default()),
    }
}
