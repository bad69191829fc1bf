//! Orders to synchronise in the background: who gets one follows each of its pointers, so none of them may be null.

use mapi::{IMAPISync, MockIMAPISession, MockIMAPISync, SyncOrder};
use mapidl::com::HANDLE;
use mapidl::refs::NULL_REF_POINTER;
use std::cell::Cell;

/// Hands out an order in which all is there.
pub(crate) fn with_order<T>(call: impl FnOnce(SyncOrder<'_>, &Cell<HANDLE>) -> T) -> T {
    let mock = MockIMAPISession::new();
    let (session, event) = (mock.to_interface(), Cell::new(HANDLE::NULL));
    let order = SyncOrder::default().with_sync(Some(&session)).with_call_back(Some(&session));
    call(order.with_sync_done_event(Some(&event)), &event)
}

#[test]
fn an_order_without_one_of_its_pointers_stays_here() {
    let mock = MockIMAPISync::new();
    mock.expect_synchronize_in_background().once().returning(|order| {
        assert!(order.sync().is_some() && order.call_back().is_some());
        order.sync_done_event().expect("a place for the event").set(HANDLE(1 as _));
        Ok(())
    });
    let sync: IMAPISync = mock.to_interface();
    with_order(|order, event| {
        for bad in [order.with_sync(None), order.with_call_back(None), order.with_sync_done_event(None)] {
            let refused = sync.synchronize_in_background(bad).map_err(|error| error.code());
            assert_eq!(refused, Err(NULL_REF_POINTER), "{bad:?}");
        }
        assert!(sync.synchronize_in_background(order).is_ok());
        assert_eq!(event.get(), HANDLE(1 as _));
    });
}
