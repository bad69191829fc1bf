//! Duty: what each kind of field of a record is: in a view, in a deep copy, and as a member of a switched union.
//! Input: a field's role, and where the field stands. Output: its types, and what reads, sets, copies and frees it.
//!
//! A kind has one file. [`field`] is the one place in this room that tells the kinds apart.

mod array;
mod interface;
mod nested;
mod pointer;
mod text;
mod value;

use crate::emit::safe_ty::SafeTy;
use crate::emit::types::{field_id, number};
use crate::plan::{Elem, FieldRole, Hold};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// Where a field stands.
pub(super) struct At<'a> {
    /// The record.
    pub place: &'a TokenStream,
    /// The field's name there.
    pub member: &'a Ident,
}

impl At<'_> {
    /// The field.
    fn target(&self) -> TokenStream {
        let Self { place, member } = self;
        quote!(#place.#member)
    }

    /// Another field of the record.
    fn other(&self, name: &str) -> TokenStream {
        let (place, name) = (self.place, field_id(name));
        quote!(#place.#name)
    }
}

/// What a field is where a view shows it.
pub(super) trait Shape {
    /// The type that its accessor gives.
    fn given(&self) -> TokenStream;

    /// The type that its setter takes.
    fn taken(&self) -> TokenStream {
        self.given()
    }

    /// Whether to read it is to follow a pointer.
    fn is_followed(&self) -> bool {
        true
    }

    /// Reads it.
    fn read(&self, at: &At<'_>) -> TokenStream;

    /// Sets it to `value`.
    fn write(&self, at: &At<'_>, value: &TokenStream) -> TokenStream;

    /// Replaces what it points to by a copy.
    fn copy(&self, at: &At<'_>) -> Option<TokenStream>;

    /// Whether that takes `unsafe`.
    fn is_copy_unsafe(&self) -> bool {
        true
    }

    /// Frees what it owns beside the chain of its record.
    fn release(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }

    /// Whether its count is a length, where it can be something else.
    fn is_counted(&self, _: &At<'_>) -> Option<TokenStream> {
        None
    }

    /// Looks for null in what it points to, where there must be none. Each kind of field says whether it leads anywhere.
    fn check_refs(&self, at: &At<'_>) -> Option<TokenStream>;

    /// What showing and comparing it needs to know beside its accessor.
    fn kind(&self, _member: &Ident) -> Option<TokenStream> {
        None
    }

    /// What the variant of a switched union holds.
    fn payload(&self) -> Option<TokenStream> {
        Some(self.given())
    }

    /// Reads what the variant holds.
    fn read_payload(&self, at: &At<'_>) -> Payload {
        Payload::There(self.read(at))
    }

    /// Sets the member to `value`, which is what the variant holds.
    fn write_payload(&self, at: &At<'_>, value: &TokenStream) -> TokenStream {
        self.write(at, value)
    }
}

/// What a variant of a switched union holds.
pub(super) enum Payload {
    /// Nothing: there is no member.
    Nothing,
    /// A value.
    There(TokenStream),
    /// An option; without a value the member is null, which no variant stands for.
    Maybe(TokenStream),
}

/// What a field of this role is.
pub(super) fn field(role: &FieldRole) -> &dyn Shape {
    match role {
        FieldRole::Value(role) => role,
        FieldRole::Counted(role) => role,
        FieldRole::Inline(role) => role,
        FieldRole::Text(role) => role,
        FieldRole::TextBy(role) => role,
        FieldRole::Slot(role) => role,
        FieldRole::Pointer(role) => role,
        FieldRole::WidePointer(role) => role,
        FieldRole::ListPointer(role) => role,
        FieldRole::Nested(role) => role,
        FieldRole::Interface(role) => role,
        FieldRole::Empty => &value::Nothing,
    }
}

/// Whether elements are bytes: these need no alignment, so that a view shows them as a slice.
pub(super) fn is_bytes(elem: &Elem) -> bool {
    array::is_bytes(elem)
}

/// An element's view.
fn view(elem: &Elem) -> TokenStream {
    SafeTy::view(elem).under(Some(&quote!('a)))
}

/// Whether the flag is set that says how wide characters are.
fn is_wide(at: &At<'_>, field: &str, flag: i128) -> TokenStream {
    let (field, flag) = (at.other(field), number(flag));
    quote!(#field & #flag != 0)
}

/// Sets that flag.
fn set_wide(at: &At<'_>, field: &str, flag: i128) -> TokenStream {
    let (field, flag) = (at.other(field), number(flag));
    quote!(#field |= #flag;)
}

/// A call of what copies into the chain.
fn copied(hold: Hold, function: &TokenStream, from: &TokenStream) -> TokenStream {
    match hold {
        Hold::OneBlock => quote!(chain.whole(|chain| #function(#from, chain))?),
        Hold::Chained | Hold::Owning | Hold::Own => quote!(#function(#from, chain)?),
    }
}

/// Looks for null in so many records, where there must be none.
fn check_refs(elem: &Elem, start: &TokenStream, count: &TokenStream) -> Option<TokenStream> {
    let record = SafeTy::record(elem);
    elem.has_refs().then(|| quote!(::mapidl::refs::items::<#record>(#start.cast(), #count, walk)?;))
}

fn release_items(record: &SafeTy, start: &TokenStream, count: &TokenStream) -> TokenStream {
    quote!(::mapidl::record::release_items::<#record>(#start.cast(), #count, heap);)
}
