//! Mocks: a type per interface, and a row per method, of which the runtime's macro makes what the engine knows it by.

use super::docs::{line, link};
use super::interface::{provider, vtbl};
use super::safe_ty::SafeTy;
use super::side::Side;
use super::signature::{has_outs, provider_params, return_type};
use super::types::{code, com, id, path};
use crate::plan::{Conv, Interface, Method, Return, Ty};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// How many arguments the engine's expectations can have.
const MOST_ARGUMENTS: usize = 16;

/// A method with an expectation, and its types as an implementer sees them.
struct Mocked<'p> {
    method: &'p Method,
    /// The names and types of the arguments.
    params: Vec<(Ident, SafeTy)>,
    ret: Option<SafeTy>,
    marker: Ident,
    /// What expects calls of it.
    expect: &'p str,
}

impl<'p> Mocked<'p> {
    /// Reserved slots, very long signatures and methods whose return value the engine cannot make up have none.
    fn new(method: &'p Method) -> Option<Self> {
        if method.placeholder || !has_answer(method) {
            return None;
        }
        let (params, ret) = (provider_params(method), return_type(method, Side::Provider));
        let expect = method.expect.as_deref().filter(|_| params.len() <= MOST_ARGUMENTS)?;
        Some(Self { method, params, ret, marker: id(&method.field), expect })
    }

    /// The type of the answer.
    fn answer(&self) -> SafeTy {
        self.ret.clone().unwrap_or_else(|| SafeTy::Tuple(Vec::new()))
    }
}

pub(super) fn mock(item: &Interface) -> TokenStream {
    let (name, interface, vtbl, provider) = (com(&item.mock), com(&item.name), vtbl(item), provider(item));
    let (base, module, unexpected) = (path(&item.base.mock), com(&item.mock_module), code(item.unimplemented));
    let line = format!(" A mock of [`{}`]: a real COM object that a test scripts.", item.name);
    let rows: Vec<_> = item.methods.iter().filter_map(Mocked::new).map(|m| row(item, &m)).collect();
    let rows = (!rows.is_empty()).then(|| quote!({ #(#rows)* }));
    quote! {
        ::mapidl::mock! {
            unsafe #[doc = #line] #name(#base): #interface, #vtbl, #provider, #unexpected, mod #module #rows
        }
    }
}

/// What a mock declares of a method.
fn row(item: &Interface, m: &Mocked<'_>) -> TokenStream {
    let (marker, name, ret, com) = (&m.marker, id(&m.method.name), m.answer(), &m.method.com);
    let (expect, arity) = (id(m.expect), format_ident!("arity{}", m.params.len()));
    let com = (*marker != com).then(|| quote!([#com]));
    let unsafety = (!m.method.raw.is_empty()).then(|| quote!([unsafe]));
    let params = m.params.iter().enumerate().map(|(i, (name, t))| {
        let (letter, t) = (letter(i), t.under(Some(&quote!('a))));
        quote!(#letter #name: #t)
    });
    let doc = expectation_docs(item, m);
    quote!(#doc #marker #com: #unsafety #arity #name => #expect(#(#params),*) -> #ret;)
}

fn expectation_docs(item: &Interface, m: &Mocked<'_>) -> TokenStream {
    let args = m.params.iter().map(|(name, t)| format!("{name}: {}", t.text())).collect::<Vec<_>>().join(", ");
    let method = format!("{}::{}", item.provider, m.method.name.trim_start_matches("r#"));
    let (method, ret) = (link(&m.method.com, &method), m.answer().text());
    line(&format!("Expects calls of {method}, answered by `|{args}| -> {ret}`."))
}

/// Whether the engine knows what to answer to a call that nothing expects: a code, or one number.
fn has_answer(m: &Method) -> bool {
    let alone = !has_outs(m);
    match &m.ret {
        Return::Code { .. } => true,
        Return::Value(_, Conv::Bool32 | Conv::Bool8 | Conv::Same(Ty::Prim(_) | Ty::Pointer(_, false))) => alone,
        Return::Value(..) | Return::Record(_) => false,
        Return::Nothing => alone,
    }
}

/// The associated types of the engine's method traits, in order.
fn letter(index: usize) -> Ident {
    const LETTERS: [&str; MOST_ARGUMENTS] =
        ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "N", "O", "P", "Q"];
    id(LETTERS[index])
}
