//! Calls of generated code: wrapper, vtable, provider stub, provider.

use mapi::{IMAPISyncProgressCallback, IMAPISyncProgressCallback_Impl, IMAPITable, IMAPITable_Impl};
use mapidl::{GUID, IUnknown, Interface, Result, U16CStr, implement, u16cstr};
use std::hint::black_box;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicU32, Ordering};

/// Sums what it is told, so that no call is in vain.
struct Table(AtomicU32);

implement! { impl Table as Table_Impl: [IMAPITable] }

impl IMAPITable_Impl for Table_Impl {
    fn seek_row_approx(&self, numerator: u32, denominator: u32) -> Result<()> {
        self.0.fetch_add(numerator ^ denominator, Ordering::Relaxed);
        Ok(())
    }
}

struct Display(AtomicU32);

implement! { impl Display as Display_Impl: [IMAPISyncProgressCallback] }

impl IMAPISyncProgressCallback_Impl for Display_Impl {
    fn progress(&self, words: Option<&U16CStr>, index: u32, _: u32) -> Result<()> {
        let length = words.map_or(0, |words| words.len() as u32);
        self.0.fetch_add(length ^ index, Ordering::Relaxed);
        Ok(())
    }
}

pub(crate) fn nothing(calls: u32) {
    for call in 0..calls {
        black_box(call);
    }
}

pub(crate) fn seek(calls: u32) {
    seek_on(&Table(AtomicU32::new(0)).into(), calls);
}

/// Calls any table; mocks go the same way.
pub(crate) fn seek_on(table: &IMAPITable, calls: u32) {
    let table = black_box(table);
    for call in 0..calls {
        assert!(table.seek_row_approx(call, 4).is_ok());
    }
}

pub(crate) fn progress(calls: u32) {
    show(None, calls);
}

pub(crate) fn progress_text(calls: u32) {
    show(Some(u16cstr!("Receiving 1 of 7")), calls);
}

fn show(words: Option<&U16CStr>, calls: u32) {
    let display: IMAPISyncProgressCallback = Display(AtomicU32::new(0)).into();
    let (display, words) = (black_box(&display), black_box(words));
    for call in 0..calls {
        assert!(display.progress(words, call, 4).is_ok());
    }
}

pub(crate) fn add_ref(calls: u32) {
    add_ref_on(&IMAPITable::from(Table(AtomicU32::new(0))), calls);
}

pub(crate) fn hit(calls: u32) {
    query_on(&IMAPITable::from(Table(AtomicU32::new(0))), &IMAPITable::IID, true, calls);
}

pub(crate) fn miss(calls: u32) {
    query_on(&IMAPITable::from(Table(AtomicU32::new(0))), &IMAPISyncProgressCallback::IID, false, calls);
}

/// Takes and gives back references, as any owner of a COM object does.
#[inline(never)]
pub(crate) fn add_ref_on(object: &IUnknown, calls: u32) {
    let object = black_box(object);
    for _ in 0..calls {
        drop(black_box(object.clone()));
    }
}

/// Asks for an interface; what is found is released.
#[inline(never)]
pub(crate) fn query_on(object: &IUnknown, iid: &GUID, found: bool, calls: u32) {
    let (object, iid) = (black_box(object), black_box(iid));
    for _ in 0..calls {
        let mut interface = null_mut();
        // SAFETY: both pointers are valid, and an interface that is found comes with a reference.
        let owned = unsafe {
            let code = object.query(iid, &mut interface);
            assert_eq!(code.is_ok(), found);
            (!interface.is_null()).then(|| IUnknown::from_raw(interface))
        };
        drop(owned);
    }
}
