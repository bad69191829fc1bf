//! windows-core's own attribute implements generated interfaces, and its `cast` finds them.
//!
//! Objects of that crate are reached through a pointer to one of their interfaces alone, which Stacked Borrows
//! rejects.
#![cfg(not(miri))]

use crate::sync_order::with_order;
use mapi::{IMAPIProp_Impl, IMAPISync, IMAPISync_Impl, IMsgStore, IMsgStore_Impl, MAPI_SAVE_FLAGS, SyncOrder};
use windows_core::Interface;

#[windows_core::implement(IMsgStore, IMAPISync)]
struct Store;

impl IMAPIProp_Impl for Store_Impl {
    fn save_changes(&self, flags: MAPI_SAVE_FLAGS) -> mapidl::Result<()> {
        assert_eq!(flags, MAPI_SAVE_FLAGS::FORCE_SAVE);
        Ok(())
    }
}

impl IMsgStore_Impl for Store_Impl {}

impl IMAPISync_Impl for Store_Impl {
    fn synchronize_in_background(&self, order: SyncOrder<'_>) -> mapidl::Result<()> {
        assert_eq!(order.size(), 20);
        Ok(())
    }
}

#[test]
fn the_attribute_of_windows_core_works() -> mapidl::Result<()> {
    let store: IMsgStore = Store.into();
    store.save_changes(MAPI_SAVE_FLAGS::FORCE_SAVE)?;
    let sync: IMAPISync = store.cast()?;
    with_order(|order, _| sync.synchronize_in_background(order.with_size(20)))?;
    let prop: mapi::IMAPIProp = sync.cast()?;
    assert_eq!(prop.as_raw(), store.as_raw());
    let base: &mapi::IMAPIProp = &store;
    assert_eq!(*base, prop);
    Ok(())
}
