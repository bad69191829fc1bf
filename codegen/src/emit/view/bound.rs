//! Numbers of a record that must not exceed others.

use crate::emit::types::field_id;
use crate::plan::Bound;
use proc_macro2::TokenStream;
use quote::quote;

/// When a view is refused of which one number must not exceed another.
pub(super) fn rules(bounds: &[Bound]) -> Option<String> {
    let rules: Vec<_> = bounds.iter().map(|bound| &*bound.rule).collect();
    (!rules.is_empty()).then(|| format!("unless {}", rules.join(", and ")))
}

/// Asks whether the numbers of a record keep these rules.
pub(super) fn bounds(bounds: &[Bound], place: &TokenStream) -> Vec<TokenStream> {
    let ask = |bound: &Bound| {
        let (part, whole) = (field_id(&bound.part), field_id(&bound.whole));
        quote!(::mapidl::count::at_most(#place.#part, #place.#whole))
    };
    bounds.iter().map(ask).collect()
}

/// The same as a clause of the macro for records that end in an array.
pub(super) fn clause(bounds: &[Bound]) -> Option<TokenStream> {
    let rule = |bound: &Bound| {
        let (part, whole) = (field_id(&bound.part), field_id(&bound.whole));
        quote!(#part <= #whole,)
    };
    let rules = bounds.iter().map(rule);
    (!bounds.is_empty()).then(|| quote!(at_most { #(#rules)* }))
}
