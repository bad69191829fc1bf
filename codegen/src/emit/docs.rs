//! Documentation as attributes.

use super::markdown::lines as markdown;
use proc_macro2::TokenStream;
use quote::quote;

/// Documentation lines; a declaration without any says so rather than stay silent.
pub(super) fn docs(given: &[String], fallback: &str) -> TokenStream {
    let lines = lines(given, fallback).into_iter().map(|line| if line.is_empty() { line } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// Documentation lines as they may follow `///` and a blank; `fallback` where there are none.
pub(crate) fn lines(given: &[String], fallback: &str) -> Vec<String> {
    if given.iter().all(|line| line.trim().is_empty()) {
        return markdown([fallback]);
    }
    markdown(given.iter().map(String::as_str))
}
