//! Mocks: a type per interface, a marker per method, and the trait through which stubs reach the engine.

use super::interface::{provider, vtbl};
use super::signature::{Side, has_outs, provider_params, return_type};
use super::types::{com, hresult, id, path};
use crate::names;
use crate::plan::{Conv, Interface, Method, Return, Ty};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// How many arguments the engine's expectations can have.
const MOST_ARGUMENTS: usize = 16;

/// A method with an expectation, and its types as an implementer sees them.
struct Mocked<'p> {
    method: &'p Method,
    /// The names and types of the arguments.
    params: Vec<(Ident, TokenStream)>,
    ret: Option<TokenStream>,
    marker: Ident,
}

impl<'p> Mocked<'p> {
    /// Reserved slots, very long signatures and methods whose return value the engine cannot make up have none.
    fn new(method: &'p Method) -> Option<Self> {
        if method.placeholder || !has_answer(method) {
            return None;
        }
        let (params, ret) = (provider_params(method), return_type(method, Side::Provider));
        (params.len() <= MOST_ARGUMENTS).then(|| Self { method, params, ret, marker: id(&method.field) })
    }

    /// The type of the answer.
    fn answer(&self) -> TokenStream {
        self.ret.clone().unwrap_or_else(|| quote!(()))
    }
}

pub(super) fn mock(item: &Interface) -> Vec<TokenStream> {
    let mut items = vec![mock_type(item)];
    let mocked: Vec<_> = item.methods.iter().filter_map(Mocked::new).collect();
    if !mocked.is_empty() {
        items.push(markers(item, &mocked));
        items.extend(mocked.iter().map(|m| signature(item, m)));
        items.push(expectations(item, &mocked));
    }
    items.push(face(item, &mocked));
    items
}

fn module(item: &Interface) -> Ident {
    com(&item.mock_module)
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

fn mock_type(item: &Interface) -> TokenStream {
    let (name, interface, vtbl) = (com(&item.mock), com(&item.name), vtbl(item));
    let base = path(&item.base.mock);
    let line = format!(" A mock of [`{}`]: a real COM object that a test scripts.", item.name);
    quote!(::mapidl::mock! { unsafe #[doc = #line] #name(#base): #interface, #vtbl })
}

fn markers(item: &Interface, mocked: &[Mocked<'_>]) -> TokenStream {
    let name = module(item);
    let line = format!(" The methods of [`{}`], as types of its mock's expectations.", item.name);
    let markers = mocked.iter().map(|m| {
        let (name, line) = (&m.marker, format!(" `{}`", m.method.com));
        quote! {
            #[doc = #line]
            #[derive(Debug)]
            pub enum #name {}
        }
    });
    // Where two interfaces differ in case or underscores alone, so do their modules.
    let snake = (!names::is_snake_case(&name.to_string())).then(|| quote!(, non_snake_case));
    quote! {
        #[doc = #line]
        #[allow(non_camel_case_types #snake)]
        pub mod #name {
            #(#markers)*
        }
    }
}

/// The signature of a marker. It stands outside of the markers' module, where a method may have the name of a type.
fn signature(item: &Interface, m: &Mocked<'_>) -> TokenStream {
    let (module, name, ret, com) = (module(item), &m.marker, m.answer(), &m.method.com);
    let method = format_ident!("Method{}", m.params.len());
    let types = m.params.iter().enumerate().map(|(i, (_, t))| {
        let letter = letter(i);
        let t = with_lifetime(t);
        quote!(type #letter<'a> = #t;)
    });
    let (full_name, code) = (format!("{}::{com}", item.name), hresult(item.unimplemented));
    quote! {
        #[allow(clippy::type_complexity)]
        impl ::mapidl::mock::#method for #module::#name {
            const NAME: &'static str = #full_name;
            const UNEXPECTED: ::mapidl::HRESULT = #code;
            #(#types)*
            type Return = #ret;
        }
    }
}

/// The associated types of the engine's method traits, in order.
fn letter(index: usize) -> Ident {
    const LETTERS: [&str; MOST_ARGUMENTS] =
        ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "N", "O", "P", "Q"];
    id(LETTERS[index])
}

/// The same type with its elided lifetimes named.
fn with_lifetime(t: &TokenStream) -> TokenStream {
    use proc_macro2::{Group, Punct, Spacing, TokenTree};
    let mut out = TokenStream::new();
    let mut tokens = t.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(p) if p.as_char() == '&' => {
                out.extend([TokenTree::Punct(p)]);
                out.extend(quote!('a));
            }
            TokenTree::Punct(p) if p.as_char() == '\'' => {
                tokens.next();
                let mut tick = Punct::new('\'', Spacing::Joint);
                tick.set_span(p.span());
                out.extend([TokenTree::Punct(tick), TokenTree::Ident(id("a"))]);
            }
            TokenTree::Group(g) => {
                let inner = with_lifetime(&g.stream());
                out.extend([TokenTree::Group(Group::new(g.delimiter(), inner))]);
            }
            other => out.extend([other]),
        }
    }
    out
}

fn expectations(item: &Interface, mocked: &[Mocked<'_>]) -> TokenStream {
    let (name, module) = (com(&item.mock), module(item));
    let methods = mocked.iter().map(|m| {
        let (marker, expect) = (&m.marker, id(&names::after("expect", &m.method.name)));
        let kind = format_ident!("Expect{}", m.params.len());
        let args = m.params.iter().map(|(name, t)| format!("{name}: {}", plain(t))).collect::<Vec<_>>().join(", ");
        let ret = plain(&m.answer());
        let line = format!(" Expects calls of `{}`, answered by `|{args}| -> {ret}`.", m.method.com);
        quote! {
            #[doc = #line]
            pub fn #expect(&self) -> ::mapidl::mock::#kind<#module::#marker> {
                ::mapidl::mock::#kind::new(self)
            }
        }
    });
    quote! {
        impl #name {
            #(#methods)*
        }
    }
}

/// A type as a person would write it.
fn plain(t: &TokenStream) -> String {
    let text = t.to_string().replace(":: core :: option :: ", "").replace(":: core :: ffi :: ", "");
    text.replace(":: mapidl :: ", "")
        .replace(" < ", "<")
        .replace(" <", "<")
        .replace("< ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace(" ,", ",")
        .replace("[ ", "[")
        .replace(" ]", "]")
        .replace('`', "'")
}

fn face(item: &Interface, mocked: &[Mocked<'_>]) -> TokenStream {
    let (provider, module) = (provider(item), module(item));
    let methods = mocked.iter().map(|m| {
        let (name, marker) = (id(&m.method.name), &m.marker);
        let call = format_ident!("call{}", m.params.len());
        let names: Vec<_> = m.params.iter().map(|(name, _)| name).collect();
        let types = m.params.iter().map(|(_, t)| t);
        let ret = m.ret.as_ref().map(|t| quote!(-> #t));
        let unsafety = (!m.method.raw.is_empty()).then(|| quote!(unsafe));
        quote! {
            #unsafety fn #name(&self, #(#names: #types),*) #ret {
                ::mapidl::mock::#call::<#module::#marker>(self, #(#names),*)
            }
        }
    });
    quote! {
        #[allow(clippy::too_many_arguments, clippy::type_complexity)]
        impl #provider for ::mapidl::mock::Face {
            #(#methods)*
        }
    }
}
