//! A provider whose methods panic: its host must live on, and get an error. It may be unloaded.

use mapi::provider::ProviderInit;
use mapi::{IMSProvider, IMSProvider_Impl};
use mapidl::unload::MayUnload;
use mapidl::{Result, implement};

/// The provider.
#[derive(Debug)]
struct Panics;

implement! { impl Panics as Panics_Impl: [IMSProvider] }

impl IMSProvider_Impl for Panics_Impl {
    fn shutdown(&self, _: &u32) -> Result<()> {
        panic!("on purpose, in Shutdown")
    }

    fn compare_store_ids(&self, _: &[u8], _: &[u8]) -> Result<u32> {
        panic!("on purpose, in CompareStoreIDs")
    }
}

fn load(_: &ProviderInit) -> Result<IMSProvider> {
    Ok(Panics.into())
}

mapi::export_provider! {
    // SAFETY: it has no threads, and only threads of a host that end after it use it; Windows drops nothing of a DLL's later.
    unload: unsafe { MayUnload::new() },
    message_store: load,
}
