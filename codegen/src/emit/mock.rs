//! Mocks: a type per interface, and a row per method, of which the runtime's macro makes what the engine knows it by.

use super::docs::{line, link};
use super::interface::{provider, vtbl};
use super::side::Side;
use super::signature::{has_outs, provider_params, return_type};
use super::types::{code, com, id, path};
use crate::names;
use crate::plan::{Conv, Interface, Method, Return, Ty};
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};
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
    let (expect, arity) = (id(&names::after("expect", &m.method.name)), format_ident!("arity{}", m.params.len()));
    let com = (*marker != com).then(|| quote!([#com]));
    let unsafety = (!m.method.raw.is_empty()).then(|| quote!([unsafe]));
    let params = m.params.iter().enumerate().map(|(i, (name, t))| {
        let (letter, t) = (letter(i), with_lifetime(t));
        quote!(#letter #name: #t)
    });
    let doc = expectation_docs(item, m);
    quote!(#doc #marker #com: #unsafety #arity #name => #expect(#(#params),*) -> #ret;)
}

fn expectation_docs(item: &Interface, m: &Mocked<'_>) -> TokenStream {
    let args = m.params.iter().map(|(name, t)| format!("{name}: {}", plain(t))).collect::<Vec<_>>().join(", ");
    let method = format!("{}::{}", item.provider, m.method.name.trim_start_matches("r#"));
    let (method, ret) = (link(&m.method.com, &method), plain(&m.answer()));
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

/// The same type with its elided lifetimes named.
fn with_lifetime(t: &TokenStream) -> TokenStream {
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

/// A type as a person would write it who has imported all names.
fn plain(t: &TokenStream) -> String {
    let mut text = String::new();
    write_plain(t.clone(), &mut text);
    // It stands in backticks.
    text.replace('`', "'")
}

fn write_plain(t: TokenStream, text: &mut String) {
    let mut tokens = t.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_path = |next: Option<&TokenTree>| matches!(next, Some(TokenTree::Punct(p)) if p.as_char() == ':');
        match token {
            TokenTree::Ident(_) if is_path(tokens.peek()) => {}
            TokenTree::Punct(p) if p.as_char() == ':' => {}
            TokenTree::Ident(name) => word(&name.to_string(), text),
            TokenTree::Literal(value) => word(&value.to_string(), text),
            TokenTree::Punct(p) => mark(p.as_char(), text),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                after_keyword(text);
                text.push_str(open);
                write_plain(group.stream(), text);
                text.push_str(close);
            }
        }
    }
}

fn word(word: &str, text: &mut String) {
    if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '"')) {
        text.push(' ');
    }
    text.push_str(word);
}

fn mark(mark: char, text: &mut String) {
    match mark {
        ',' | ';' => text.extend([mark, ' ']),
        '-' => text.push_str(" -"),
        '>' if text.ends_with(" -") => text.push_str("> "),
        '&' | '*' => {
            after_keyword(text);
            text.push(mark);
        }
        _ => text.push(mark),
    }
}

/// Ends a word after which a type begins.
fn after_keyword(text: &mut String) {
    if text.ends_with("mut") || text.ends_with("const") {
        text.push(' ');
    }
}
