//! What a safe signature does not show, or shows as it is.

use super::{At, Caller, Shape, Stub};
use crate::emit::safe_ty::SafeTy;
use crate::emit::side::Side;
use quote::quote;

/// Zero or null.
pub(super) struct Reserved;

impl Shape for Reserved {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn caller(&self, _: &At<'_>) -> Caller {
        Caller::passes(quote!(::core::mem::zeroed()))
    }

    fn stub(&self, _: &At<'_>) -> Stub {
        Stub::default()
    }

    fn is_ignored(&self) -> bool {
        true
    }
}

/// The object that a new one would become part of: no safe method has one.
pub(super) struct Outer;

impl Shape for Outer {
    fn shown(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    fn caller(&self, _: &At<'_>) -> Caller {
        Caller::passes(quote!(::core::ptr::null_mut()))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let raw = &at.raw;
        Stub { gate: Some(quote!(::mapidl::stub::no_outer(#raw)?;)), ..Stub::default() }
    }
}

/// What the definition does not describe.
pub(super) struct Pointer;

impl Shape for Pointer {
    fn shown(&self, at: &At<'_>, _: Side) -> Option<SafeTy> {
        Some(SafeTy::Abi(at.param.ty.clone()))
    }

    fn caller(&self, at: &At<'_>) -> Caller {
        let name = &at.name;
        Caller::passes(quote!(#name))
    }

    fn stub(&self, at: &At<'_>) -> Stub {
        let raw = &at.raw;
        Stub::default().handing(quote!(#raw))
    }
}
