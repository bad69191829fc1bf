//! Documentation as attributes.

use proc_macro2::TokenStream;
use quote::quote;

/// Documentation lines; a declaration without any says so rather than stay silent.
pub(super) fn docs(lines: &[String], fallback: &str) -> TokenStream {
    if lines.iter().all(|line| line.trim().is_empty()) {
        let line = format!(" {fallback}");
        return quote!(#[doc = #line]);
    }
    let lines = lines.iter().map(|line| {
        let line = escape(line.trim_end());
        if line.is_empty() || line.starts_with(' ') { line } else { format!(" {line}") }
    });
    quote!(#(#[doc = #lines])*)
}

/// Keeps rustdoc from taking `<x>` for HTML and `[x]` for a link in plain text.
fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut code = false;
    for c in line.chars() {
        match c {
            '`' => code = !code,
            '<' | '[' | ']' if !code => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
    out
}
