//! The same calls through windows-core's own `#[interface]` and `#[implement]`.

use crate::generated::{add_ref_on, query_on};
use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering};
use windows_core::{IUnknown, Interface, PCWSTR, Result, implement, interface, w};

#[interface("00020301-0000-0000-c000-0000000000b0")]
unsafe trait ITable: IUnknown {
    fn SeekRowApprox(&self, numerator: u32, denominator: u32) -> Result<()>;
}

#[interface("5024a386-2d44-486a-81a8-8f0ecb6071b0")]
unsafe trait IDisplay: IUnknown {
    fn Progress(&self, words: PCWSTR, index: u32, index_max: u32) -> Result<()>;
}

#[implement(ITable)]
struct Table(AtomicU32);

impl ITable_Impl for Table_Impl {
    unsafe fn SeekRowApprox(&self, numerator: u32, denominator: u32) -> Result<()> {
        self.0.fetch_add(numerator ^ denominator, Ordering::Relaxed);
        Ok(())
    }
}

#[implement(IDisplay)]
struct Display(AtomicU32);

impl IDisplay_Impl for Display_Impl {
    unsafe fn Progress(&self, words: PCWSTR, index: u32, _: u32) -> Result<()> {
        // SAFETY: null, or a string that ends in a zero.
        let length = unsafe { units(words) };
        self.0.fetch_add(length ^ index, Ordering::Relaxed);
        Ok(())
    }
}

/// `PCWSTR::len` asks the C library, whose wide characters are of 32 bits outside of Windows.
unsafe fn units(words: PCWSTR) -> u32 {
    let mut length = 0;
    // SAFETY: the caller vouches for the string.
    while !words.is_null() && unsafe { *words.0.add(length) } != 0 {
        length += 1;
    }
    length as u32
}

fn table() -> ITable {
    Table(AtomicU32::new(0)).into()
}

pub(crate) fn seek(calls: u32) {
    let table = table();
    let table = black_box(&table);
    for call in 0..calls {
        // SAFETY: two numbers.
        assert!(unsafe { table.SeekRowApprox(call, 4) }.is_ok());
    }
}

pub(crate) fn progress(calls: u32) {
    show(PCWSTR::null(), calls);
}

pub(crate) fn progress_text(calls: u32) {
    show(w!("Receiving 1 of 7"), calls);
}

fn show(words: PCWSTR, calls: u32) {
    let display: IDisplay = Display(AtomicU32::new(0)).into();
    let (display, words) = (black_box(&display), black_box(words));
    for call in 0..calls {
        // SAFETY: null, or a string that ends in a zero.
        assert!(unsafe { display.Progress(words, call, 4) }.is_ok());
    }
}

pub(crate) fn add_ref(calls: u32) {
    add_ref_on(&table(), calls);
}

pub(crate) fn hit(calls: u32) {
    query_on(&table(), &ITable::IID, true, calls);
}

pub(crate) fn miss(calls: u32) {
    query_on(&table(), &IDisplay::IID, false, calls);
}
