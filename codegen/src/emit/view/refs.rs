//! Looks for null in records where there must be none.

use super::super::types::field_id;
use super::field::{At, field};
use super::switch::{discriminant, label, labels};
use crate::plan::{FixedView, RefField, Switch};
use proc_macro2::TokenStream;
use quote::quote;

/// What a record says of such pointers in it, and in what it leads to.
pub(super) fn check_refs(view: &FixedView) -> Option<TokenStream> {
    if !view.has_refs {
        return None;
    }
    let level = view.recursive.then(|| quote!(let _level = ::mapidl::depth::enter()?;));
    let place = quote!(self);
    let here = view.refs.iter().map(|one| of_field(one, &place));
    let deeper =
        view.fields.iter().filter_map(|f| field(&f.role).check_refs(&At { place: &place, member: &field_id(&f.com) }));
    let switch = view.switch.as_ref().and_then(of_switch);
    Some(quote! {
        const REFS: bool = true;

        #[allow(unused_unsafe, unused_variables)]
        unsafe fn check_refs(&self, walk: &::mapidl::depth::Walk) -> ::mapidl::Result<()> {
            #level
            // SAFETY: the caller vouches for the pointers of the record, and the discriminant says which member is valid.
            unsafe {
                #(#here)*
                #(#deeper)*
                #switch
            }
            Ok(())
        }
    })
}

/// Which nulls are not passed on, in the words of the view.
pub(super) fn rule(view: &FixedView) -> Option<String> {
    let shown = view.fields.iter().filter(|f| view.refs.iter().any(|one| one.field == f.com && one.count.is_none()));
    let shown: Vec<_> = shown.map(|f| format!("`{}`", f.name)).collect();
    let (last, others) = shown.split_last()?;
    let names = if others.is_empty() { last.clone() } else { format!("{} or {last}", others.join(", ")) };
    Some(format!(" To pass it without {names} is [`NULL_REF_POINTER`](::mapidl::refs::NULL_REF_POINTER)."))
}

fn of_field(one: &RefField, place: &TokenStream) -> TokenStream {
    let (member, within) = (field_id(&one.field), one.within.iter().map(|name| field_id(name)));
    let place = quote!(#place #(.#within)*);
    let counted = one.count.as_ref().map(|count| {
        let count = field_id(count);
        quote!(&& ::mapidl::count::seen(#place.#count) != 0)
    });
    quote!(::mapidl::refs::present(#place.#member.is_null() #counted)?;)
}

/// Looks at the member that the discriminant names.
fn of_switch(switch: &Switch) -> Option<TokenStream> {
    let union = field_id(&switch.field);
    let place = quote!(self.#union);
    let mut arms: Vec<(i64, TokenStream)> = Vec::new();
    for (value, one) in &switch.refs.arms {
        add(&mut arms, *value, of_field(one, &place));
    }
    for arm in &switch.arms {
        // An arm without a member leads nowhere.
        let Some(deeper) = (!arm.member.is_empty())
            .then(|| field(&arm.role).check_refs(&At { place: &place, member: &field_id(&arm.member) }))
            .flatten()
        else {
            continue;
        };
        add(&mut arms, arm.value, deeper);
    }
    if arms.is_empty() && switch.refs.other.is_empty() {
        return None;
    }
    let kind = discriminant(switch);
    let rest = labels(switch.refs.labels.iter().copied().filter(|one| arms.iter().all(|(value, _)| value != one)));
    let rest = rest.map(|labels| quote!(#labels => {}));
    let other = switch.refs.other.iter().map(|one| of_field(one, &place));
    let arms = arms.iter().map(|(value, checks)| {
        let value = label(*value);
        quote!(#value => { #checks })
    });
    Some(quote! {
        #[allow(clippy::single_match, clippy::manual_range_patterns)]
        match #kind {
            #(#arms)*
            #rest
            _ => { #(#other)* }
        }
    })
}

/// Adds what is to be looked at for a discriminant.
fn add(arms: &mut Vec<(i64, TokenStream)>, value: i64, checks: TokenStream) {
    match arms.iter_mut().find(|(known, _)| *known == value) {
        Some((_, known)) => known.extend(checks),
        None => arms.push((value, checks)),
    }
}
