//! Duty: write values down in the one form that both languages know (`tests/cpp/mingw/walk.hpp`).

use mapidl::U16CStr;
use std::ffi::CStr;

/// Numbers of 32 or 64 bits, the low byte first; counts before what they count; a flag before what may be missing.
#[derive(Default)]
pub(crate) struct Wire(pub(crate) Vec<u8>);

impl Wire {
    pub(crate) fn number(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    pub(crate) fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        numbers.into_iter().for_each(|number| self.number(number));
    }

    pub(crate) fn long(&mut self, number: u64) {
        self.0.extend(number.to_le_bytes());
    }

    pub(crate) fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).expect("few items"));
    }

    pub(crate) fn all<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.count(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    pub(crate) fn maybe<T>(&mut self, item: Option<&T>, write: impl FnOnce(&mut Self, &T)) {
        self.number(u32::from(item.is_some()));
        if let Some(item) = item {
            write(self, item);
        }
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.extend(bytes);
    }

    pub(crate) fn narrow(&mut self, text: &CStr) {
        self.bytes(text.to_bytes());
    }

    pub(crate) fn wide(&mut self, text: &U16CStr) {
        self.count(text.len());
        text.as_slice().iter().for_each(|unit| self.0.extend(unit.to_le_bytes()));
    }

    pub(crate) fn guid(&mut self, guid: &u128) {
        let guid = mapidl::GUID::from_u128(*guid);
        self.number(guid.data1);
        self.0.extend(guid.data2.to_le_bytes());
        self.0.extend(guid.data3.to_le_bytes());
        self.0.extend(guid.data4);
    }
}
