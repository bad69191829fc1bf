//! Safe caller methods.

use super::docs::{self, safety};
use super::safe_ty::SafeTy;
use super::shape::{At, Caller};
use super::side::Side;
use super::signature::{names_lifetime, return_type, safe_params};
use super::types::{code, com, id, to_safe, ty};
use crate::plan::{Interface, Method, Return};
use proc_macro2::{Ident, TokenStream};
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
    let params = safe_params(m, Side::Caller { default: false });
    let unsafety = (!m.raw.is_empty()).then(|| quote!(unsafe));
    let ret = return_type(m, Side::Caller { default: false });
    let body = body(&Callee::Entry(dll), m, false);
    let (ret, body) = match &m.ret {
        Return::Code { .. } => (quote!(#ret), body),
        Return::Value(..) | Return::Record(_) => (quote!(::mapidl::Result<#ret>), quote!(Ok({ #body }))),
        Return::Nothing => {
            let ret = ret.unwrap_or_else(|| SafeTy::Tuple(Vec::new()));
            (quote!(::mapidl::Result<#ret>), quote!(Ok({ #body })))
        }
    };
    quote! {
        #docs
        #alias
        #[allow(clippy::unit_arg, unused_braces)]
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
    let params = safe_params(m, Side::Caller { default });
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
    let text = if default {
        let name = m.name.trim_start_matches("r#");
        docs::line(&format!("As [`{name}`](Self::{name}), with the interface that the callee chooses."))
    } else {
        docs::method(m, Side::Caller { default }, &format!("Calls `{}`.", m.com))
    };
    let raw = safety(m, " ({}); they must be what the callee expects");
    quote!(#text #raw)
}

fn generics(m: &Method, default: bool) -> TokenStream {
    let names: Vec<_> = At::all(m, default).filter_map(|at| at.shape().generic(&at)).collect();
    let lifetime = names_lifetime(m, Side::Caller { default }).then(|| quote!('i,));
    if names.is_empty() && lifetime.is_none() {
        return quote!();
    }
    quote!(<#lifetime #(#names: ::mapidl::Interface),*>)
}

fn body(callee: &Callee<'_>, m: &Method, default: bool) -> TokenStream {
    let params: Vec<_> = At::all(m, default).collect();
    let steps: Vec<Caller> = params.iter().map(|at| at.shape().caller(at)).collect();
    let checks = steps.iter().filter_map(|s| s.agree.as_ref()).chain(steps.iter().filter_map(|s| s.ends.as_ref()));
    let before = checks.chain(steps.iter().map(|s| &s.prepare));
    let after = steps.iter().map(|s| &s.take).chain(steps.iter().filter_map(|s| s.require.as_ref()));
    let (call, answer) = Call { callee, m, params: &params, steps: &steps }.and_answer();
    // SAFETY: the arguments are what the definition of the method describes; a record of C can be zero.
    quote! {
        #(#before)*
        unsafe {
            #call
            #(#after)*
            #answer
        }
    }
}

/// A call with all that it needs.
struct Call<'a> {
    callee: &'a Callee<'a>,
    m: &'a Method,
    params: &'a [At<'a>],
    steps: &'a [Caller],
}

impl Call<'_> {
    /// The statement that calls, and the value of the method, which is made when all that came out has an owner.
    fn and_answer(&self) -> (TokenStream, Option<TokenStream>) {
        let (call, outs) = (self.expression(), self.outs());
        let value = if let [one] = outs.as_slice() { quote!(#one) } else { quote!((#(#outs),*)) };
        let with_outs = |answer| if outs.is_empty() { answer } else { quote!((#answer, #(#outs),*)) };
        match &self.m.ret {
            Return::Code { warns } => {
                let check = self.check();
                (quote!(let code = #call; #check), Some(self.code_and(&value, *warns)))
            }
            Return::Value(_, conv) if self.steps.iter().all(|s| s.take.is_empty()) => {
                (quote!(), Some(to_safe(conv, &call)))
            }
            Return::Value(_, conv) => (quote!(let answer = #call;), Some(with_outs(to_safe(conv, &quote!(answer))))),
            Return::Record(t) => {
                let t = ty(t);
                (quote!(let mut answer: #t = ::core::mem::zeroed(); #call;), Some(with_outs(quote!(answer))))
            }
            Return::Nothing => (quote!(#call;), (!outs.is_empty()).then_some(value)),
        }
    }

    fn expression(&self) -> TokenStream {
        let hidden = matches!(self.m.ret, Return::Record(_)).then(|| quote!(&mut answer));
        self.callee.call(self.m, hidden.into_iter().chain(self.steps.iter().map(|s| s.pass.clone())))
    }

    /// What the safe method gives of its parameters.
    fn outs(&self) -> Vec<&Ident> {
        self.params.iter().filter(|at| at.shape().comes_out()).map(|at| &at.name).collect()
    }

    /// What is owned is there after a success only; the rest may be read in any case.
    fn check(&self) -> Option<TokenStream> {
        let owns = self.params.iter().any(|at| at.shape().needs_success());
        owns.then(|| quote!(let code = ::mapidl::call::check(code)?;))
    }

    fn code_and(&self, value: &TokenStream, warns: bool) -> TokenStream {
        if warns {
            return quote!(::mapidl::call::with_code(code, #value));
        }
        let method = format!("{}::{}", self.callee.owner(), self.m.com);
        quote!(::mapidl::call::plain(#method, code, #value))
    }
}

/// The default answer of a method that an implementer leaves out.
pub(super) fn default_answer(m: &Method, unimplemented: i32) -> TokenStream {
    match &m.ret {
        Return::Code { .. } => {
            let code = code(unimplemented);
            quote!(Err(::mapidl::stub::refuse(#code)))
        }
        Return::Record(t) => {
            let t = ty(t);
            let outs = At::all(m, false).filter(|at| at.shape().comes_out());
            let outs: Vec<_> = outs.map(|_| quote!(::core::default::Default::default())).collect();
            // Not every record has a default; each can be zero, as C has it.
            let zeroed = quote!(unsafe { ::core::mem::zeroed::<#t>() });
            if outs.is_empty() { zeroed } else { quote!((#zeroed, #(#outs),*)) }
        }
        _ => quote!(::core::default::Default::default()),
    }
}
