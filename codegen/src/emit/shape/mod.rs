//! Duty: how each kind of parameter crosses between Rust and COM, in both directions.
//! Input: a parameter, and the method that it belongs to. Output: its types in safe signatures, the steps of a caller's
//! method, and the steps of an implementer's stub.
//!
//! A kind has one file, in which both directions stand side by side. [`shape`] is the one place in this room that tells
//! the kinds apart.

mod automation;
mod buffer;
mod change;
mod interface;
mod list;
mod raw;
mod record;
mod slice;
mod text;
mod value;

use super::safe_ty::SafeTy;
use super::side::Side;
use super::types::{code, id};
use crate::plan::{CountBy, Method, Param, Return, Role, Ty};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

/// What a kind of parameter is on both sides of a call.
pub(super) trait Shape {
    /// Its type in the safe signature of a side; `None` where the signature does not show it.
    fn shown(&self, at: &At<'_>, side: Side) -> Option<SafeTy>;

    /// What a caller's method does with it.
    fn caller(&self, at: &At<'_>) -> Caller;

    /// What a stub does with it.
    fn stub(&self, at: &At<'_>) -> Stub;

    /// Whether something of the safe method's result comes through it; then [`out`](Self::out) is its type.
    fn comes_out(&self) -> bool {
        false
    }

    /// The type of what comes out.
    fn out(&self, _: &At<'_>, _: Side) -> Option<SafeTy> {
        None
    }

    /// Whether a caller may pass null for its out pointer.
    fn may_be_refused(&self) -> bool {
        false
    }

    /// Whether what it leaves is there after a success only.
    fn needs_success(&self) -> bool {
        self.comes_out()
    }

    /// Whether a stub does not look at it.
    fn is_ignored(&self) -> bool {
        false
    }

    /// The type parameter of a caller's method that is its interface.
    fn generic(&self, at: &At<'_>) -> Option<Ident> {
        at.param.generic.as_deref().map(id)
    }

    /// What counts its elements.
    fn counted_by(&self) -> Option<&CountBy> {
        None
    }

    /// How many elements it has.
    fn lengths(&self, at: &At<'_>) -> Lengths {
        Lengths::of(&at.name)
    }

    /// The identifier that is passed for it, where another parameter names its interface.
    fn identifier(&self, at: &At<'_>, _optional: bool) -> TokenStream {
        let generic = self.generic(at);
        quote!(::core::ptr::from_ref(&<#generic as ::mapidl::Interface>::IID).cast_mut())
    }

    /// How many elements its raw value says that there are, where it counts an array: after a caller's call if that comes
    /// out, in a stub if that goes in.
    fn said(&self, at: &At<'_>) -> TokenStream {
        let raw = &at.raw;
        quote!(#raw)
    }
}

/// What a caller's method does with a parameter, in this order for all of them.
pub(super) struct Caller {
    /// Checks that it has as many elements as something else says.
    pub agree: Option<TokenStream>,
    /// Checks that a buffer holds the end of its string.
    pub ends: Option<TokenStream>,
    /// Makes out variables and temporary records.
    pub prepare: TokenStream,
    /// What is passed.
    pub pass: TokenStream,
    /// Takes what has come out.
    pub take: TokenStream,
    /// Checks what has come out, when everything has its owner.
    pub require: Option<TokenStream>,
}

impl Caller {
    /// Only passes something.
    fn passes(pass: TokenStream) -> Self {
        Self { agree: None, ends: None, prepare: quote!(), pass, take: quote!(), require: None }
    }

    /// Prepares it before.
    fn prepared(self, prepare: TokenStream) -> Self {
        Self { prepare, ..self }
    }

    /// Passes the address of an out variable that begins as null.
    fn place(at: &At<'_>) -> Self {
        let raw = &at.raw;
        let null = if at.gives_const() { quote!(null) } else { quote!(null_mut) };
        Self::passes(quote!(&mut #raw)).prepared(quote!(let mut #raw = ::core::ptr::#null();))
    }

    /// Passes the address of an out variable that begins as zero.
    fn zeroed(at: &At<'_>) -> Self {
        let (raw, t) = (&at.raw, at.pointee());
        Self::passes(quote!(&mut #raw)).prepared(quote! {
            // SAFETY: zero is a value of a plain type.
            let mut #raw: #t = unsafe { ::mapidl::call::zeroed() };
        })
    }

    /// Takes what came out.
    fn taking(self, take: TokenStream) -> Self {
        Self { take, ..self }
    }

    /// Checks what came out.
    fn requiring(self, require: Option<TokenStream>) -> Self {
        Self { require, ..self }
    }
}

/// What a stub does with a parameter, in this order for all of them.
#[derive(Default)]
pub(super) struct Stub {
    /// Whether something comes out through it alone: its place is zero in the end, unless something is written to it.
    pub out: bool,
    /// Whether null is refused.
    pub needed: bool,
    /// Refuses what a flag does not allow.
    pub gate: Option<TokenStream>,
    /// The memory of the caller's that the implementer is given.
    pub lends: Lends,
    /// What owns memory behind what it lends: an `Option<&dyn Owns>`, of what arrives. Where it lends memory that is changed,
    /// what is owned may be freed.
    pub owner: Option<TokenStream>,
    /// Makes a safe value of the raw one, where that takes more than an expression in the call.
    pub bind: Option<TokenStream>,
    /// What the implementer is given; `None` where its signature does not show it.
    pub hand: Option<TokenStream>,
    /// Converts what comes out, where that can fail; it comes before anything is written.
    pub convert: Option<TokenStream>,
    /// Gives away what a buffer holds, or lets go of what was lent: a place of what comes out may be part of it.
    pub end: Option<TokenStream>,
    /// Writes what comes out.
    pub write: TokenStream,
}

impl Stub {
    /// Hands on what an expression binds to its name.
    fn binds(at: &At<'_>, value: TokenStream) -> Self {
        let name = &at.name;
        Self { bind: Some(quote!(let #name = #value;)), hand: Some(quote!(#name)), ..Self::default() }
    }

    /// Lends memory of the caller's to the implementer.
    fn lending(self, lends: Lends) -> Self {
        Self { lends, ..self }
    }

    /// Lends what owns memory.
    fn owned(self, owner: TokenStream) -> Self {
        Self { owner: Some(owner), ..self }
    }

    /// Has the implementer given something else.
    fn handing(self, hand: TokenStream) -> Self {
        Self { hand: Some(hand), ..self }
    }

    /// Writes what comes out to its place, which only some callers may leave out.
    fn writes(write: TokenStream, may_be_refused: bool) -> Self {
        Self { out: true, needed: !may_be_refused, write, ..Self::default() }
    }

    /// Converts it before.
    fn converting(self, convert: TokenStream) -> Self {
        Self { convert: Some(convert), ..self }
    }
}

/// The memory of the caller's that a stub lends, as an expression of what arrives.
#[derive(Default)]
pub(super) enum Lends {
    /// None.
    #[default]
    Nothing,
    /// Memory that is read.
    Read(TokenStream),
    /// The same, of which the expression knows no more than what was made of it: it comes after `bind`.
    Bound(TokenStream),
    /// Memory that is changed, so that nothing else may name it as long as the call lasts.
    Changed(TokenStream),
}

impl Lends {
    /// One value behind the pointer, which is read.
    fn one(at: &At<'_>, t: &impl ToTokens) -> Self {
        Self::Read(memory(at, t, &quote!(1)))
    }

    /// One value behind the pointer, which is changed.
    fn one_changed(at: &At<'_>, t: &impl ToTokens) -> Self {
        Self::Changed(memory(at, t, &quote!(1)))
    }
}

/// So many values behind a pointer.
fn memory(at: &At<'_>, t: &impl ToTokens, count: &impl ToTokens) -> TokenStream {
    let raw = &at.raw;
    quote!(::mapidl::apart::values::<#t>(#raw.cast(), #count))
}

/// How many elements an array has, as expressions.
pub(super) struct Lengths {
    /// As the caller gave it: `Option<usize>`.
    pub given: TokenStream,
    /// The same, when it is prepared.
    pub passed: TokenStream,
    /// How many it has room for, in a caller's method.
    pub room: TokenStream,
    /// In a stub.
    pub bound: TokenStream,
}

impl Lengths {
    fn of(name: &Ident) -> Self {
        let (some, len) = (quote!(Some(#name.len())), quote!(#name.len()));
        Self { given: some.clone(), passed: some, room: len.clone(), bound: len }
    }

    fn optional(name: &Ident) -> Self {
        let (some, len) = (quote!(#name.map(<[_]>::len)), quote!(#name.as_deref().map_or(0, <[_]>::len)));
        Self { given: some.clone(), passed: some, room: len.clone(), bound: len }
    }
}

/// A parameter where it stands.
pub(super) struct At<'p> {
    pub method: &'p Method,
    pub index: usize,
    pub param: &'p Param,
    /// Its name in the safe signature.
    pub name: Ident,
    /// The name of the raw value.
    pub raw: Ident,
    /// Whether the caller's method leaves the identifier of an interface that comes out to the callee.
    pub default: bool,
}

impl<'p> At<'p> {
    fn new(method: &'p Method, index: usize, default: bool) -> Self {
        let param = &method.params[index];
        Self { method, index, param, name: id(&param.name), raw: id(&param.raw), default }
    }

    /// All parameters of a method.
    pub(super) fn all(method: &'p Method, default: bool) -> impl Iterator<Item = Self> {
        (0..method.params.len()).map(move |index| Self::new(method, index, default))
    }

    /// Another parameter of the same method.
    fn other(&self, index: usize) -> Self {
        Self::new(self.method, index, self.default)
    }

    /// What it is.
    pub(super) fn shape(&self) -> &'p dyn Shape {
        shape(&self.param.role)
    }

    /// The type behind its pointer.
    fn pointee(&self) -> TokenStream {
        match &self.param.ty {
            Ty::Pointer(to, _) => super::types::ty(to),
            other => super::types::ty(other),
        }
    }

    /// Whether it is a place for a pointer to what the definition lets nobody change.
    fn gives_const(&self) -> bool {
        matches!(&self.param.ty, Ty::Pointer(to, _) if matches!(**to, Ty::Pointer(_, true)))
    }

    /// The pointer that came out. What it points to belongs to the caller, constant or not.
    fn owned_place(&self) -> TokenStream {
        let raw = &self.raw;
        if self.gives_const() { quote!(#raw.cast_mut()) } else { quote!(#raw) }
    }

    /// The code that says that a pointer or a count is wrong.
    fn refusal(&self) -> TokenStream {
        code(self.method.bad_pointer)
    }

    /// Whether the method returns a code, with which it can refuse something.
    fn has_code(&self) -> bool {
        matches!(self.method.ret, Return::Code { .. })
    }

    /// How many elements come in, or have room: in a stub.
    fn count(&self, by: &CountBy) -> TokenStream {
        match by {
            CountBy::Param(by) => {
                let (by, code) = (self.other(*by).raw, self.refusal());
                quote!(::mapidl::count::taken(#by, #code)?)
            }
            CountBy::Const(n) => {
                let n = proc_macro2::Literal::u64_unsuffixed(*n);
                quote!(#n)
            }
            CountBy::List(by) => {
                let list = self.other(*by);
                list.shape().lengths(&list).bound
            }
        }
    }

    /// The same, known before anything is bound.
    fn room(&self, by: &CountBy) -> TokenStream {
        match by {
            CountBy::Param(_) | CountBy::Const(_) => self.count(by),
            CountBy::List(by) => {
                let list = self.other(*by);
                list.shape().said(&list)
            }
        }
    }

    /// Checks in a caller's method that an array has as many elements as a list or a constant says.
    fn agree(&self, by: &CountBy, given: &TokenStream) -> Option<TokenStream> {
        let count = match by {
            CountBy::Param(_) => return None,
            CountBy::Const(n) => {
                let n = proc_macro2::Literal::u64_unsuffixed(*n);
                quote!(Some(#n))
            }
            CountBy::List(by) => {
                let list = self.other(*by);
                list.shape().lengths(&list).given
            }
        };
        Some(quote!(::mapidl::call::agree(#count, #given)?;))
    }
}

/// What a parameter is.
pub(super) fn shape(role: &Role) -> &dyn Shape {
    match role {
        Role::Value(shape) => shape,
        Role::Reserved => &raw::Reserved,
        Role::Outer => &raw::Outer,
        Role::CountIn(shape) => shape,
        Role::Slice(shape) => shape,
        Role::List(shape) => shape,
        Role::Record(shape) => shape,
        Role::Ref(shape) => shape,
        Role::Lent(shape) => shape,
        Role::Given(shape) => shape,
        Role::Swapped(shape) => shape,
        Role::Text(shape) => shape,
        Role::Name(shape) => shape,
        Role::Interface(shape) => shape,
        Role::Iid(shape) => shape,
        Role::DynIn(shape) => shape,
        Role::InOut(shape) => shape,
        Role::ListOrOut(shape) => shape,
        Role::Change(shape) => shape,
        Role::ChangeList(shape) => shape,
        Role::Replace(shape) => shape,
        Role::Buffer(shape) => shape,
        Role::Filled(shape) => shape,
        Role::OutValue(shape) => shape,
        Role::CountOut(shape) => shape,
        Role::OutVec(shape) => shape,
        Role::OutBox(shape) => shape,
        Role::OutText(shape) => shape,
        Role::OutInterface(shape) => shape,
        Role::DynOut(shape) => shape,
        Role::Raw(_) => &raw::Pointer,
    }
}

/// One of two functions of the runtime: for what may be absent, or for what must be there.
fn either(optional: bool, absent: &str, present: &str) -> Ident {
    id(if optional { absent } else { present })
}

/// Ends a guard of memory that was lent.
fn ended(guard: &Ident) -> TokenStream {
    quote!(::core::mem::drop(#guard);)
}

/// Gives an owned value away, unless the caller refuses it: then it is dropped.
fn give_away(at: &At<'_>, nullable: bool, into_raw: &TokenStream) -> TokenStream {
    let (name, raw) = (&at.name, &at.raw);
    let value = if nullable { quote!(#name) } else { quote!(Some(#name)) };
    quote! {
        if let (Some(value), false) = (#value, #raw.is_refused()) {
            #raw.write(#into_raw);
        }
    }
}

/// Refuses a null that came out with a success, where there is a code to say it with.
fn required(at: &At<'_>, nullable: bool) -> Option<TokenStream> {
    let name = &at.name;
    (at.has_code() && !nullable).then(|| quote!(let #name = ::mapidl::call::required(#name)?;))
}

/// The same for a record, of which the numbers must be what they count: so it is also refused where a null is none.
fn required_record(at: &At<'_>, nullable: bool) -> TokenStream {
    let name = &at.name;
    match (at.has_code(), nullable) {
        (true, false) => quote!(let #name = ::mapidl::call::required_record(#name)?;),
        (true, true) => quote!(let #name = ::mapidl::call::counted_record(#name)?;),
        (false, _) => quote!(let #name = ::mapidl::call::counted_record(#name).unwrap_or_default();),
    }
}

/// The same for a number of elements; without a code there is nothing to say it with, and nothing has come out.
fn required_count(at: &At<'_>) -> TokenStream {
    let name = &at.name;
    if at.has_code() { quote!(let #name = #name?;) } else { quote!(let #name = #name.unwrap_or_default();) }
}
