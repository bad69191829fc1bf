//! Calls of mocks: a generated one, which is a COM object, and mockall's of the same method, which is a Rust value.

use crate::generated::{add_ref_on, query_on, seek_on};
use mapi::{IMAPISyncProgressCallback, IMAPITable, MockIMAPITable};
use mapidl::{Interface, Result};
use std::hint::black_box;

#[mockall::automock]
trait Table {
    fn seek_row_approx(&self, numerator: u32, denominator: u32) -> Result<()>;
}

pub(crate) fn seek(calls: u32) {
    let mock = MockIMAPITable::new();
    mock.expect_seek_row_approx().returning(|numerator, denominator| {
        black_box(numerator ^ denominator);
        Ok(())
    });
    seek_on(&mock.to_interface(), calls);
}

pub(crate) fn seek_mockall(calls: u32) {
    let mut mock = MockTable::new();
    mock.expect_seek_row_approx().returning(|numerator, denominator| {
        black_box(numerator ^ denominator);
        Ok(())
    });
    let table: &dyn Table = black_box(&mock);
    for call in 0..calls {
        assert!(table.seek_row_approx(call, 4).is_ok());
    }
}

pub(crate) fn add_ref(calls: u32) {
    let mock = MockIMAPITable::new();
    add_ref_on(&mock.to_interface(), calls);
}

pub(crate) fn hit(calls: u32) {
    let mock = MockIMAPITable::new();
    query_on(&mock.to_interface(), &IMAPITable::IID, true, calls);
}

pub(crate) fn miss(calls: u32) {
    let mock = MockIMAPITable::new();
    query_on(&mock.to_interface(), &IMAPISyncProgressCallback::IID, false, calls);
}
