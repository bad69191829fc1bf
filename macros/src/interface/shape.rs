//! Duty: refuse what a Rust trait can say and a COM interface cannot be. Input: the trait. Output: the name of its base,
//! and the parameters of its methods; or errors at the tokens that are too much.

use crate::report::{Errors, bad_trait};
use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{
    Attribute, FnArg, Generics, ItemTrait, Pat, Receiver, Result, Signature, TraitItem, TraitItemFn, Type,
    TypeParamBound, Visibility,
};

/// A parameter of a method.
pub(super) struct Param<'t> {
    pub(super) attrs: &'t [Attribute],
    pub(super) name: &'t Ident,
    pub(super) ty: &'t Type,
}

/// Checks what stands before the methods.
pub(super) fn check_head(item: &ItemTrait) -> Result<()> {
    let mut errors = Errors::default();
    if !matches!(item.vis, Visibility::Public(_)) {
        let help = "write `pub trait`, in a private module if need be";
        errors.push(bad_trait(&item.ident, "what is made of the trait is public", help));
    }
    refuse(&mut errors, item.unsafety.as_ref(), "an interface is not marked `unsafe`");
    refuse(&mut errors, item.auto_token.as_ref(), "an interface is no auto trait");
    refuse_generics(&mut errors, &item.generics);
    errors.into_result()
}

/// The name of the base.
pub(super) fn base(item: &ItemTrait) -> Result<Option<&Ident>> {
    let mut bounds = item.supertraits.iter();
    let (first, second) = (bounds.next(), bounds.next());
    if let Some(second) = second {
        return Err(bad_trait(second, "an interface has one base", "name the others where they are implemented"));
    }
    let Some(first) = first else { return Ok(None) };
    let name = match first {
        TypeParamBound::Trait(bound) if bound.lifetimes.is_none() => bound.path.get_ident(),
        _ => None,
    };
    let refused = || bad_trait(first, "this is no name of an interface", "write the base's name alone");
    name.ok_or_else(refused).map(Some)
}

/// The method that an item of the trait is.
pub(super) fn method(item: &TraitItem) -> Result<(&TraitItemFn, Vec<Param<'_>>)> {
    let TraitItem::Fn(method) = item else {
        return Err(bad_trait(item, "an interface has methods only", "move this out of the trait"));
    };
    let sig = &method.sig;
    let mut errors = Errors::default();
    refuse_qualifiers(&mut errors, sig);
    if let Some(body) = &method.default {
        let help = "end the method with `;`: `unimplemented(CODE)` says what one answers that is left out";
        errors.push(bad_trait(body, "a method of an interface has no body", help));
    }
    let mut inputs = sig.inputs.iter();
    let receiver = inputs.next();
    if !matches!(receiver, Some(FnArg::Receiver(receiver)) if is_shared_self(receiver)) {
        let found = receiver.map_or_else(|| sig.ident.to_token_stream(), ToTokens::to_token_stream);
        errors.push(bad_trait(found, "the object is passed as `&self`", "write `&self` as the first parameter"));
    }
    let params: Vec<_> = inputs.filter_map(|input| errors.take(param(input))).collect();
    errors.into_result().map(|()| (method, params))
}

fn is_shared_self(receiver: &Receiver) -> bool {
    let plain = matches!(&receiver.reference, Some((_, None))) && receiver.mutability.is_none();
    plain && receiver.colon_token.is_none() && receiver.attrs.is_empty()
}

fn refuse_qualifiers(errors: &mut Errors, sig: &Signature) {
    refuse(errors, sig.constness.as_ref(), "a method of an interface is not `const`");
    refuse(errors, sig.asyncness.as_ref(), "a method of an interface is not `async`");
    refuse(errors, sig.unsafety.as_ref(), "whether a method is `unsafe` follows from its parameters");
    refuse(errors, sig.abi.as_ref(), "the calling convention is always that of COM");
    refuse(errors, sig.variadic.as_ref(), "a method of an interface has a fixed number of parameters");
    refuse_generics(errors, &sig.generics);
}

fn refuse_generics(errors: &mut Errors, generics: &Generics) {
    let params = (!generics.params.is_empty()).then_some(&generics.params);
    refuse(errors, params, "a vtable has no room for generics");
    refuse(errors, generics.where_clause.as_ref(), "a vtable has no room for bounds");
}

fn refuse(errors: &mut Errors, found: Option<&impl ToTokens>, message: &str) {
    if let Some(found) = found {
        errors.push(bad_trait(found, message, "remove it"));
    }
}

fn param(input: &FnArg) -> Result<Param<'_>> {
    let FnArg::Typed(typed) = input else {
        return Err(bad_trait(input, "the object is passed as `&self`", "write `&self` as the first parameter"));
    };
    match &*typed.pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.mutability.is_none() && pat.subpat.is_none() => {
            Ok(Param { attrs: &typed.attrs, name: &pat.ident, ty: &typed.ty })
        }
        pat => Err(bad_trait(pat, "a parameter is a plain name", "write `name: type`")),
    }
}

/// A name as IDL writes it.
pub(super) fn plain(ident: &Ident) -> String {
    ident.unraw().to_string()
}
