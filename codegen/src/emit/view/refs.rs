//! Looks for null in records where there must be none.

use super::super::types::field_id;
use super::field::{At, field};
use super::switch::{discriminant, labels};
use crate::plan::{Arm, FixedView, RefField, Switch};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeMap;

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

/// What is looked at for a discriminant, by places in lists: pointers of the member that it names, and what a described one
/// leads to.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Looks {
    refs: Option<usize>,
    deeper: Option<usize>,
}

/// Looks at the member that the discriminant names.
fn of_switch(switch: &Switch) -> Option<TokenStream> {
    let union = field_id(&switch.field);
    let place = quote!(self.#union);
    let members: Vec<_> = switch.arms.chunk_by(|one, next| one.member == next.member).collect();
    let deeper: Vec<_> = members.iter().map(|arms| of_member(&arms[0], &place)).collect();
    let mut looks: BTreeMap<i64, Looks> = BTreeMap::new();
    for (at, arm) in switch.refs.arms.iter().enumerate() {
        arm.values.iter().for_each(|value| looks.entry(*value).or_default().refs = Some(at));
    }
    for (at, arms) in members.iter().enumerate().filter(|(at, _)| deeper[*at].is_some()) {
        arms.iter().for_each(|arm| looks.entry(arm.value).or_default().deeper = Some(at));
    }
    if looks.is_empty() && switch.refs.other.is_empty() {
        return None;
    }
    let kind = discriminant(switch);
    let rest = labels(switch.refs.labels.iter().copied().filter(|label| !looks.contains_key(label)));
    let rest = rest.map(|labels| quote!(#labels => {}));
    let other = switch.refs.other.iter().map(|one| of_field(one, &place));
    // A member that many discriminants name is looked at in one place.
    let mut values: BTreeMap<Looks, Vec<i64>> = BTreeMap::new();
    looks.into_iter().for_each(|(value, looks)| values.entry(looks).or_default().push(value));
    let arms = values.into_iter().map(|(looks, values)| {
        let labels = labels(values.into_iter());
        let refs = looks.refs.into_iter().flat_map(|at| &switch.refs.arms[at].refs).map(|one| of_field(one, &place));
        let deeper = looks.deeper.map(|at| &deeper[at]);
        quote!(#labels => { #(#refs)* #deeper })
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

/// What a described member leads to. An arm without one leads nowhere.
fn of_member(arm: &Arm, place: &TokenStream) -> Option<TokenStream> {
    let is_member = !arm.member.is_empty();
    is_member.then(|| field(&arm.role).check_refs(&At { place, member: &field_id(&arm.member) })).flatten()
}
