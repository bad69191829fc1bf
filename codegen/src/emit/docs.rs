//! Documentation as attributes.

use super::markdown::{inline, lines as markdown};
use crate::plan::{Method, Role};
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

/// The section on safety of a method that is raw; `duty` follows what is said of pointers.
pub(super) fn safety(m: &Method, duty: &str) -> Option<TokenStream> {
    let why = inline(&m.raw.join("; "));
    let undescribed = m.params.iter().any(|param| matches!(param.role, Role::Raw(_)));
    let line = if undescribed {
        format!(" The definition leaves pointers undescribed{}.", duty.replace("{}", &why))
    } else {
        format!(" The definition keeps it raw: {why}.")
    };
    (!m.raw.is_empty()).then(|| quote!(#[doc = ""] #[doc = " # Safety"] #[doc = #line]))
}
