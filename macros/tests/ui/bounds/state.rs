//! What exported functions and scripted closures keep is shared by threads: no state that cannot be.

use mapidl::com::{IPersist, IPersist_Impl, MockIPersist};
use mapidl::{HRESULT, implement};
use std::cell::Cell;

mapidl::coclass! {
    /// A class.
    Document, 0x6f1d3b52_5c1e_4c0e_9a55_3c2f0b9b0002, IPersist
}

struct Paper;
implement! { impl Paper as Paper_Impl: [IPersist] }
impl IPersist_Impl for Paper_Impl {}

static mut COUNT: u32 = 0;
static SHARED: Cell<u32> = Cell::new(0);

mapidl::export_classes! {
    Document => || {
        COUNT += 1;
        SHARED.set(1);
        Ok(Paper.into())
    }
}

fn scripted() {
    let mock = MockIPersist::new();
    mock.expect_get_class_id().returning(|| {
        COUNT += 1;
        Err(HRESULT(-1).into())
    });
}

fn main() {}
