//! Switched unions: an enum that shows them, their accessors, copies of the member that is valid.

use super::super::docs::docs;
use super::super::types::{com, field_id, id, number, ty};
use super::field::{At, Payload, field};
use crate::plan::{Arm, FieldRole, Switch};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) fn switch_enum(switch: &Switch) -> TokenStream {
    let (name, docs_) =
        (com(&switch.name), docs(&switch.docs, &format!("What `{}` can be, by `{}`.", switch.field, switch.by)));
    let arms = switch.arms.iter().map(|arm| {
        let (variant, docs) = (id(&arm.variant), docs(&arm.docs, &format!("`{}`", arm.member)));
        let payload = field(&arm.role).payload().map(|p| quote!((#p)));
        quote!(#docs #variant #payload,)
    });
    let by = ty(&switch.by_ty);
    let debug = switch_debug(switch);
    let derived = debug.is_none().then(|| quote!(Debug,));
    quote! {
        #docs_
        #[derive(Clone, Copy, #derived PartialEq)]
        #[non_exhaustive]
        pub enum #name<'a> {
            #(#arms)*
            /// A discriminant that no case names, or one whose pointer is null.
            Unknown(#by, ::core::marker::PhantomData<&'a ()>),
        }
        #debug
    }
}

/// `Debug` of the enum, where one of its variants is a result code: it shows by name.
fn switch_debug(switch: &Switch) -> Option<TokenStream> {
    switch.arms.iter().find(|arm| arm.role.is_code())?;
    let name = com(&switch.name);
    let arms = switch.arms.iter().map(|arm| {
        let (variant, label) = (id(&arm.variant), &arm.variant);
        match &arm.role {
            FieldRole::Empty => quote!(Self::#variant => f.write_str(#label),),
            role if role.is_code() => {
                quote!(Self::#variant(value) => f.debug_tuple(#label).field(&::mapidl::codes::Named(*value)).finish(),)
            }
            _ => quote!(Self::#variant(value) => f.debug_tuple(#label).field(value).finish(),),
        }
    });
    Some(quote! {
        impl ::core::fmt::Debug for #name<'_> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unknown(kind, _) => f.debug_tuple("Unknown").field(kind).finish(),
                }
            }
        }
    })
}

pub(super) fn switch_accessors(switch: &Switch) -> TokenStream {
    let (name, accessor, by, union) =
        (com(&switch.name), id(&switch.accessor), field_id(&switch.by), field_id(&switch.field));
    let set = id(&switch.setter);
    let by_ty = ty(&switch.by_ty);
    let (mask, dot) = (mask(switch), number_of(switch));
    let reads = switch.arms.iter().map(|arm| read_arm(arm, &name, &union));
    let writes = switch.arms.iter().map(|arm| write_arm(arm, &name, &union));
    let docs = docs(&switch.docs, &format!("`{}`, by `{}`.", switch.field, switch.by));
    let store = match switch.mask.map(number) {
        // The rest of the field says something else and is kept.
        Some(bits) => quote!(self.0.#by = (self.0.#by & !#bits) | (kind as #by_ty & #bits);),
        None if switch.by_enum => quote!(self.0.#by = #by_ty(kind as _);),
        None => quote!(self.0.#by = kind as #by_ty;),
    };
    let kind = quote!(self.0.#by #mask);
    let mut read = quote! {
        match kind #dot as i64 {
            #(#reads)*
            _ => #name::Unknown(kind, ::core::marker::PhantomData),
        }
    };
    if switch.arms.iter().any(|arm| !matches!(arm.role, FieldRole::Empty)) {
        read = quote! {
            // SAFETY: the discriminant says which member is valid; a view exists only while its pointers are.
            unsafe { #read }
        };
    }
    quote! {
        #docs
        #[must_use]
        pub fn #accessor(self) -> #name<'a> {
            let kind = #kind;
            #read
        }

        /// Sets the member and its discriminant.
        #[must_use]
        pub fn #set(mut self, #accessor: #name<'a>) -> Self {
            // No byte of another member is left to be read as part of this one.
            // SAFETY: zero is a value of every member.
            self.0.#union = unsafe { ::core::mem::zeroed() };
            let kind: i64 = match #accessor {
                #(#writes)*
                #name::Unknown(kind, _) => kind #dot as i64,
            };
            #store
            self
        }
    }
}

fn mask(switch: &Switch) -> Option<TokenStream> {
    switch.mask.map(|mask| {
        let mask = number(mask);
        quote!(& #mask)
    })
}

fn read_arm(arm: &Arm, name: &Ident, union: &Ident) -> TokenStream {
    let (variant, value) = (id(&arm.variant), label(arm.value));
    let at = At { place: &quote!(self.0.#union), member: &field_id(arm_member(arm)) };
    match field(&arm.role).read_payload(&at) {
        Payload::Nothing => quote!(#value => #name::#variant,),
        Payload::There(read) => quote!(#value => #name::#variant(#read),),
        Payload::Maybe(read) => {
            let unknown = quote!(#name::Unknown(kind, ::core::marker::PhantomData));
            quote!(#value => #read.map_or(#unknown, #name::#variant),)
        }
    }
}

fn write_arm(arm: &Arm, name: &Ident, union: &Ident) -> TokenStream {
    let (variant, value) = (id(&arm.variant), label(arm.value));
    let at = At { place: &quote!(self.0.#union), member: &field_id(arm_member(arm)) };
    let shape = field(&arm.role);
    if shape.payload().is_none() {
        return quote!(#name::#variant => #value,);
    }
    let write = shape.write_payload(&at, &quote!(value));
    quote!(#name::#variant(value) => { #write #value })
}

pub(super) fn label(value: i64) -> TokenStream {
    number(value.into())
}

/// Copies the member that the discriminant names. Where there is none no byte of the union is copied; where nothing says
/// which one it is, or how to copy it, the copy fails.
pub(super) fn switch_copy(switch: &Switch) -> TokenStream {
    let (kind, union) = (discriminant(switch), field_id(&switch.field));
    let deeper = switch.arms.iter().filter_map(|arm| {
        let copy = field(&arm.role).copy(&At { place: &quote!(copy.#union), member: &field_id(arm_member(arm)) })?;
        let value = label(arm.value);
        Some(quote!(#value => { #copy }))
    });
    let plain = switch.arms.iter().filter(|arm| matches!(arm.role, FieldRole::Value(_)));
    let plain = labels(plain.map(|arm| arm.value)).map(|labels| quote!(#labels => {}));
    let empty = labels(switch.arms.iter().filter(|arm| matches!(arm.role, FieldRole::Empty)).map(|arm| arm.value));
    let undescribed = labels(switch.undescribed.iter().copied());
    let (zero, fail) =
        (quote!(copy.#union = ::core::mem::zeroed()), quote!(return Err(::mapidl::record::no_such_member())));
    let others = if switch.others_are_empty {
        let undescribed = undescribed.map(|labels| quote!(#labels => #fail,));
        quote!(#undescribed _ => #zero,)
    } else {
        let empty = empty.map(|labels| quote!(#labels => #zero,));
        quote!(#empty _ => #fail,)
    };
    quote! {
        #[allow(clippy::manual_range_patterns)]
        match #kind {
            #(#deeper)*
            #plain
            #others
        }
    }
}

/// Whether the copy takes `unsafe`. Where there is no member zero is written.
pub(super) fn is_copy_unsafe(switch: &Switch) -> bool {
    switch.others_are_empty || switch.arms.iter().any(|arm| field(&arm.role).is_copy_unsafe())
}

/// A pattern for several discriminants; nothing for none.
pub(super) fn labels(values: impl Iterator<Item = i64>) -> Option<TokenStream> {
    let labels: Vec<_> = values.map(label).collect();
    (!labels.is_empty()).then(|| quote!(#(#labels)|*))
}

/// Frees what the member that the discriminant names owns beside the chain.
pub(super) fn switch_release(switch: &Switch) -> Option<TokenStream> {
    let (kind, union) = (discriminant(switch), field_id(&switch.field));
    let arms: Vec<_> = switch
        .arms
        .iter()
        .filter_map(|arm| {
            // An arm without a member has no name, and owns nothing.
            let release =
                field(&arm.role).release(&At { place: &quote!(self.#union), member: &field_id(arm_member(arm)) })?;
            let value = label(arm.value);
            Some(quote!(#value => { #release }))
        })
        .collect();
    (!arms.is_empty()).then(|| {
        quote! {
            #[allow(clippy::single_match)]
            match #kind {
                #(#arms)*
                _ => {}
            }
        }
    })
}

/// The discriminant of a record, as labels are compared with it.
pub(super) fn discriminant(switch: &Switch) -> TokenStream {
    let (by, mask, dot) = (field_id(&switch.by), mask(switch), number_of(switch));
    quote!((self.#by #dot #mask) as i64)
}

/// The number of a discriminant that is an enumeration.
fn number_of(switch: &Switch) -> Option<TokenStream> {
    switch.by_enum.then(|| quote!(.0))
}

/// The union's member of an arm; a name that is not used for one without.
fn arm_member(arm: &Arm) -> &str {
    if arm.member.is_empty() { "_none" } else { &arm.member }
}
