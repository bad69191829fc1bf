//! A message store provider to begin one's own with: a mailbox in memory, in safe Rust.
//!
//! MAPI loads the library, calls an export for the provider (`provider`), and logs on: that gives a logon object for
//! MAPI (`logon`) and a store for clients (`store`). Through these, folders (`folder`) and messages (`message`) are
//! opened by their entry identifiers (`id`, `open`), their lists are read as tables (`table`), and clients are told of
//! changes (`sinks`). Background synchronisation is in `sync`.
//!
//! All of them show the mailbox (`mailbox`), which is what a provider of one's own replaces.

#![forbid(unsafe_code)]

mod compare;
mod folder;
mod id;
mod logon;
mod mailbox;
mod message;
mod object;
mod open;
mod profile;
mod properties;
mod provider;
mod restriction;
mod service;
mod sinks;
mod store;
mod sync;
mod table;

mapi::export_provider! {
    message_store: provider::load,
    service: service::call,
}
