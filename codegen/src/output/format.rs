//! Items as text in rustfmt's look.
//!
//! prettyplease prints every item but calls of our own declaring macros, whose bodies are no Rust that it knows; those
//! are laid out here: one entry per line.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Appends items, a blank line and the attribute `gate` before each.
pub(super) fn items(text: &mut String, items: &[TokenStream], gate: &str) {
    for item in items {
        if item.is_empty() {
            continue;
        }
        text.push('\n');
        text.push_str(gate);
        match macro_call(item) {
            Some((path, body)) => declaring_macro(text, &path, body),
            None => rust_item(text, item),
        }
    }
}

fn rust_item(text: &mut String, item: &TokenStream) {
    match syn::parse2::<syn::File>(item.clone()) {
        Ok(file) => text.push_str(&prettyplease::unparse(&file)),
        // What emit writes always parses; if it ever does not, the text itself shows the reader where.
        Err(_) => text.push_str(&format!("{item}\n")),
    }
}

/// The path and body of `::mapidl::name! { … }` or `::mapidl::name!(…);`.
fn macro_call(item: &TokenStream) -> Option<(String, TokenStream)> {
    let mut path = String::new();
    let mut tokens = item.clone().into_iter();
    loop {
        match tokens.next()? {
            TokenTree::Punct(p) if p.as_char() == ':' => path.push(':'),
            TokenTree::Ident(name) => path.push_str(&name.to_string()),
            TokenTree::Punct(p) if p.as_char() == '!' => break,
            _ => return None,
        }
    }
    match tokens.next()? {
        TokenTree::Group(group) if path.starts_with("::mapidl::") => Some((path, group.stream())),
        _ => None,
    }
}

fn declaring_macro(text: &mut String, path: &str, body: TokenStream) {
    let flat = flat(body.clone());
    if !flat.contains("[doc =") && path.len() + flat.len() < 110 {
        text.push_str(&format!("{path}! {{ {flat} }}\n"));
        return;
    }
    text.push_str(&format!("{path}! {{\n"));
    lines(text, body, 1);
    text.push_str("}\n");
}

/// Lays out a body: attributes, entries that end in `,` or `;`, and braced groups each on lines of their own.
fn lines(text: &mut String, body: TokenStream, depth: usize) {
    let indent = "    ".repeat(depth);
    let mut line = Vec::new();
    let mut tokens = body.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(p) if p.as_char() == '#' => {
                if let Some(TokenTree::Group(attribute)) = tokens.next() {
                    flush(text, &indent, &mut line, "");
                    text.push_str(&format!("{indent}{}\n", attribute_line(&attribute.stream())));
                }
            }
            TokenTree::Punct(p) if matches!(p.as_char(), ',' | ';') => {
                flush(text, &indent, &mut line, if p.as_char() == ',' { "," } else { ";" });
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                flush(text, &indent, &mut line, " {");
                lines(text, group.stream(), depth + 1);
                text.push_str(&format!("{indent}}}\n"));
            }
            other => line.push(other),
        }
    }
    flush(text, &indent, &mut line, "");
}

fn flush(text: &mut String, indent: &str, line: &mut Vec<TokenTree>, end: &str) {
    if !line.is_empty() {
        let content = flat(line.drain(..).collect());
        text.push_str(&format!("{indent}{content}{end}\n"));
    }
}

/// `doc = "text"` as `/// text`, anything else as an attribute.
fn attribute_line(attribute: &TokenStream) -> String {
    if let Ok(syn::Meta::NameValue(pair)) = syn::parse2::<syn::Meta>(attribute.clone())
        && pair.path.is_ident("doc")
        && let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(doc), .. }) = pair.value
    {
        return format!("///{}", doc.value());
    }
    format!("#[{}]", flat(attribute.clone()))
}

/// Tokens on one line, spaced as people write them.
fn flat(tokens: TokenStream) -> String {
    let mut text = tokens.to_string();
    for (spaced, tight) in [
        (":: ", "::"),
        (" ::", "::"),
        (" :", ":"),
        (" ,", ","),
        (" ;", ";"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        ("[ ", "["),
        (" ]", "]"),
        (" . ", "."),
        ("& ", "&"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        ("* mut", "*mut"),
        ("* const", "*const"),
        (" !", "!"),
    ] {
        text = text.replace(spaced, tight);
    }
    text.replace("=>", " => ").replace("  ", " ").replace(",::", ", ::").replace("as::", "as ::").replace(":::", ": ::")
}
