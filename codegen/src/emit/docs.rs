//! Documentation as attributes.
//!
//! What the IDL says is said once: at the caller's method, the view's getter and the record. What stands beside these links
//! to them.

use super::markdown::{inline, lines as markdown};
use super::shape::At;
use super::side::Side;
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

/// A line of our own making, links included.
pub(super) fn line(text: &str) -> TokenStream {
    let text = format!(" {text}");
    quote!(#[doc = #text])
}

/// A link of our own making; `name` is code.
pub(super) fn link(name: &str, target: &str) -> String {
    if name == target { format!("[`{name}`]") } else { format!("[`{name}`]({target})") }
}

/// The documentation of a method, with what its signature for `side` shows under the names that it has there.
pub(super) fn method(m: &Method, side: Side, fallback: &str) -> TokenStream {
    let said: Vec<_> = At::all(m, false).filter(|at| is_said(at, side)).collect();
    let renamed = |line: &String| rename(line, &said);
    let mut given: Vec<_> = m.docs.iter().map(renamed).collect();
    for rows in [params(m, side).iter().map(renamed).collect(), m.codes.clone()] {
        if !given.is_empty() && !rows.is_empty() {
            given.push(String::new());
        }
        given.extend(rows);
    }
    docs(&given, fallback)
}

/// A line with parameters under their Rust names, each where its own name alone is code. The name of one may be what another
/// becomes, so that each is looked up once.
fn rename(line: &str, params: &[At<'_>]) -> String {
    let renamed = |code: &str| params.iter().find(|at| at.param.com == code).map(plain);
    let mut parts: Vec<_> = line.split('`').map(str::to_owned).collect();
    for name in parts.iter_mut().skip(1).step_by(2) {
        *name = renamed(name).unwrap_or_else(|| std::mem::take(name));
    }
    parts.join("`")
}

/// The section on parameters. What comes out has no place in the signature but its result.
fn params(m: &Method, side: Side) -> Vec<String> {
    let rows = At::all(m, false).filter(|at| !at.param.docs.is_empty() && is_said(at, side)).map(|at| {
        let returns = if at.shape().shown(&at, side).is_none() { "returns " } else { "" };
        format!("- {returns}`{}`: {}", at.param.com, at.param.docs)
    });
    let rows: Vec<_> = rows.collect();
    let title = (!rows.is_empty()).then(|| "# Parameters".to_owned());
    title.into_iter().chain(rows).collect()
}

/// Whether a safe signature has a parameter, or its result has what comes out through it.
fn is_said(at: &At<'_>, side: Side) -> bool {
    at.shape().comes_out() || at.shape().shown(at, side).is_some()
}

fn plain(at: &At<'_>) -> String {
    at.param.name.trim_start_matches("r#").to_owned()
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
