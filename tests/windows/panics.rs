//! A provider whose methods panic: its host must live on, and get an error.

use mapi::provider::ProviderInit;
use mapi::{IMSProvider, IMSProvider_Impl};
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

mapi::export_provider! { message_store: load }
