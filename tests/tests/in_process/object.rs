//! What `implement!` makes is a COM object, and a Rust value at the same time.

use crate::sync_order::with_order;
use mapi::{IMAPIProp, IMAPIProp_Impl, IMAPISync, IMAPISync_Impl, IMAPITable, IMsgStore, IMsgStore_Impl};
use mapi::{MAPI_SAVE_FLAGS, SyncOrder};
use mapidl::hooks::{self, Event};
use mapidl::{AgileWeak, AsImpl, ComObject, IUnknown, Interface, Result, implement};
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// A store that counts what is saved, and whose drop is seen.
#[derive(Debug)]
struct Store {
    saved: AtomicU32,
    alive: Arc<()>,
}

implement! { impl Store as Store_Impl: [IMsgStore, IMAPISync] }

impl IMAPIProp_Impl for Store_Impl {
    fn save_changes(&self, _: MAPI_SAVE_FLAGS) -> Result<()> {
        self.saved.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

impl IMsgStore_Impl for Store_Impl {}

impl IMAPISync_Impl for Store_Impl {
    fn synchronize_in_background(&self, _: SyncOrder<'_>) -> Result<()> {
        Ok(())
    }
}

fn store() -> (Store, Arc<()>) {
    let alive = Arc::new(());
    (Store { saved: AtomicU32::new(0), alive: Arc::clone(&alive) }, alive)
}

/// The count of an object, as its caller sees it.
fn references(object: &IUnknown) -> u32 {
    // SAFETY: one reference more, and one less.
    unsafe {
        let slots = object.vtable();
        (slots.AddRef)(object.as_raw());
        (slots.Release)(object.as_raw())
    }
}

#[test]
fn all_interfaces_are_one_object() -> Result<()> {
    let (store, alive) = store();
    let store: IMsgStore = store.into();
    let prop: IMAPIProp = store.cast()?;
    let sync: IMAPISync = prop.cast()?;
    let identity: IUnknown = sync.cast()?;
    assert_eq!(prop.as_raw(), store.as_raw());
    assert_ne!(sync.as_raw(), store.as_raw());
    assert_eq!(identity.as_raw(), store.cast::<IUnknown>()?.as_raw());
    assert_eq!(identity.as_raw(), sync.cast::<IMsgStore>()?.cast::<IUnknown>()?.as_raw());
    assert_eq!(store.cast::<IMAPITable>().unwrap_err().code().0.cast_unsigned(), 0x8000_4002);
    with_order(|order, _| sync.synchronize_in_background(order))?;
    assert_eq!(references(&sync), 4);
    drop((store, prop, sync));
    assert_eq!((references(&identity), Arc::strong_count(&alive)), (1, 2));
    drop(identity);
    assert_eq!(Arc::strong_count(&alive), 1);
    Ok(())
}

#[test]
fn query_interface_refuses_null() {
    let store: IMsgStore = store().0.into();
    let mut out = std::ptr::null_mut();
    // SAFETY: null is what is refused; the rest is valid.
    unsafe {
        assert_eq!(store.query(std::ptr::null(), &mut out).0.cast_unsigned(), 0x8000_4003);
        assert_eq!(store.query(&IUnknown::IID, std::ptr::null_mut()).0.cast_unsigned(), 0x8000_4003);
    }
    assert_eq!(references(&store), 1);
}

#[test]
fn the_value_stays_within_reach() -> Result<()> {
    let (store, alive) = store();
    let mut object = ComObject::new(store);
    object.get_mut().expect("nobody else has it").saved = AtomicU32::new(5);
    let interface: IMAPISync = object.to_interface();
    assert!(object.get_mut().is_none());
    interface.cast::<IMsgStore>()?.save_changes(MAPI_SAVE_FLAGS::FORCE_SAVE)?;
    // SAFETY: the interface is that of a Store.
    assert_eq!(unsafe { AsImpl::<Store>::as_impl(&interface) }.saved.load(Ordering::Relaxed), 6);
    assert_eq!(interface.cast_object::<Store>()?.saved.load(Ordering::Relaxed), 6);
    assert!(ComObject::<Store>::cast_from(&interface)?.alive.as_ref() == &());
    let object = object.take().expect_err("the interface has it too");
    drop(interface);
    let value = object.take().expect("it is the last reference");
    assert_eq!((value.saved.into_inner(), Arc::strong_count(&alive)), (6, 2));
    Ok(())
}

#[test]
fn weak_references_see_the_end() -> Result<()> {
    let (store, alive) = store();
    let mut object = ComObject::new(store);
    let interface: IMAPISync = object.to_interface();
    let weak = interface.downgrade()?;
    let again = weak.upgrade().expect("it is alive");
    assert_eq!((again.as_raw(), references(&again)), (interface.as_raw(), 3));
    assert!(weak == interface.downgrade()?);
    drop((interface, again));
    assert!(object.get_mut().is_none(), "the weak reference can become a strong one at any time");
    drop(object);
    assert_eq!(Arc::strong_count(&alive), 1);
    assert!(weak.upgrade().is_none());
    Ok(())
}

#[test]
fn references_are_counted_across_threads() {
    let (store, alive) = store();
    let object = ComObject::new(store);
    let weak = AgileWeak::new(&object.to_interface::<IMAPISync>()).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let (object, weak) = (object.clone(), weak.clone());
            scope.spawn(move || {
                for _ in 0..1_000 {
                    drop(object.clone());
                    drop(weak.upgrade().expect("it is alive"));
                }
                drop(object);
                while weak.upgrade().is_some() {}
            });
        }
        drop(object);
    });
    assert_eq!(Arc::strong_count(&alive), 1);
}

/// Panics when it is dropped.
struct Fragile;

implement! { impl Fragile as Fragile_Impl: [IMAPISync] }

impl IMAPISync_Impl for Fragile_Impl {}

impl Drop for Fragile {
    fn drop(&mut self) {
        panic!("broken");
    }
}

#[test]
fn a_panic_of_drop_stops_at_release() {
    let told = Arc::new(Mutex::new(Vec::new()));
    // The other tests of this program have the same hook, and panics of their own.
    let (hook, here) = (Arc::clone(&told), thread::current().id());
    hooks::set_hook(move |event| {
        if let (Event::Panic { method, message }, true) = (event, thread::current().id() == here) {
            hook.lock().unwrap().push(format!("{method}: {message}"));
        }
    });
    let object: IMAPISync = Fragile.into();
    assert!(catch_unwind(move || drop(object)).is_ok());
    hooks::clear_hook();
    assert_eq!(*told.lock().unwrap(), ["IUnknown::Release: broken"]);
}

/// An object of any type.
struct Holder<T, U>(T, U);

implement! {
    impl<T, U> Holder as Holder_Impl: [IMAPISync, IMAPIProp]
    where T: Fn() -> u32 + Send + Sync + 'static, U: Send + Sync + 'static
}

impl<T: Fn() -> u32 + Send + Sync + 'static, U: Send + Sync + 'static> IMAPISync_Impl for Holder_Impl<T, U> {}

impl<T: Fn() -> u32 + Send + Sync + 'static, U: Send + Sync + 'static> IMAPIProp_Impl for Holder_Impl<T, U> {
    fn save_changes(&self, _: MAPI_SAVE_FLAGS) -> Result<()> {
        assert_eq!((self.0)(), 7);
        let _ = &self.1;
        Ok(())
    }
}

#[test]
fn generic_types_are_objects_too() -> Result<()> {
    let seven = 7;
    let prop: IMAPIProp = Holder(move || seven, "text").into();
    prop.save_changes(MAPI_SAVE_FLAGS::FORCE_SAVE)?;
    prop.cast::<IMAPISync>()?;
    Ok(())
}
