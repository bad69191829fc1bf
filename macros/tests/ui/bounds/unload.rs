//! A DLL of safe code stays: only a word that `unsafe` gives lets it go, and a crate that forbids it cannot give it.

#![forbid(unsafe_code)]

use mapidl::com::{IPersist, IPersist_Impl};
use mapidl::implement;
use mapidl::unload::MayUnload;

mapidl::coclass! {
    /// A class.
    Document, 0x6f1d3b52_5c1e_4c0e_9a55_3c2f0b9b0003, IPersist
}

struct Paper;
implement! { impl Paper as Paper_Impl: [IPersist] }
impl IPersist_Impl for Paper_Impl {}

mapidl::export_classes! {
    unload: unsafe { MayUnload::new() },
    Document => || Ok(Paper.into())
}

fn main() {}
