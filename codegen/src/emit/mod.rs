//! Duty: write what the plan says; one file per product.
//! Input: a [`Plan`](crate::plan::Plan). Output: tokens per item. Nothing is decided here.

mod abi;
mod caller;
mod consts;
mod dll;
pub(crate) mod docs;
mod external;
mod interface;
pub(crate) mod markdown;
mod mock;
mod provider;
mod record;
mod safe_ty;
mod shape;
mod side;
mod signature;
mod types;
mod view;
mod vtable;

use crate::plan::{Interface, Item, Mocks, Module, Options};
use proc_macro2::TokenStream;

/// The items of a module, mocks apart.
#[derive(Debug, Default)]
pub struct Tokens {
    /// Types, interfaces, traits, constants; one stream per item.
    pub items: Vec<TokenStream>,
    /// Mocks; one stream per item.
    pub mocks: Vec<TokenStream>,
}

/// Writes the items of a module.
#[must_use]
pub fn module(module: &Module, options: &Options) -> Tokens {
    let mut tokens = Tokens::default();
    module.items.iter().for_each(|item| write_item(item, options, &mut tokens));
    tokens
}

/// Writes one item of a module.
#[must_use]
pub fn item(item: &Item, options: &Options) -> Tokens {
    let mut tokens = Tokens::default();
    write_item(item, options, &mut tokens);
    tokens
}

fn write_item(item: &Item, options: &Options, tokens: &mut Tokens) {
    match item {
        Item::Const(item) => tokens.items.push(consts::constant(item)),
        Item::Enum(item) => tokens.items.extend(consts::enumeration(item)),
        Item::Alias(item) => tokens.items.push(consts::alias(item)),
        Item::Handle(item) => tokens.items.push(consts::handle(item)),
        Item::Dll(item) => tokens.items.extend(dll::dll(item)),
        Item::Codes(names) => tokens.items.push(consts::codes(names)),
        Item::External(item) => tokens.items.push(external::external(item)),
        Item::Coclass(item) => tokens.items.push(consts::coclass(item)),
        Item::Record(item) => {
            tokens.items.extend(record::record(item));
            tokens.items.extend(view::view(item));
        }
        Item::Interface(item) => interface_items(item, options, tokens),
    }
}

fn interface_items(item: &Interface, options: &Options, tokens: &mut Tokens) {
    tokens.items.extend(interface::interface(item, &options.mocks));
    if item.opaque {
        return;
    }
    tokens.items.extend(caller::methods(item));
    tokens.items.push(provider::trait_(item));
    tokens.items.push(vtable::vtable(item));
    // A mock can be made without `unsafe`, and be given to whoever knows of other slots.
    if options.mocks != Mocks::None && item.unknown.is_none() {
        tokens.mocks.push(mock::mock(item));
    }
}
