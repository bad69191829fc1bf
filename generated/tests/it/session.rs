//! When MAPI ends: functions of the test's own stand in the places of mapi32's.

use mapi::{MAPI_INIT_FLAGS, MAPIINIT_0, Mapi, mapi32};
use mapidl::HRESULT;
use std::sync::atomic::{AtomicU32, Ordering};

static BEGUN: AtomicU32 = AtomicU32::new(0);
static ENDED: AtomicU32 = AtomicU32::new(0);

unsafe extern "system" fn begin(_: *mut MAPIINIT_0) -> HRESULT {
    BEGUN.fetch_add(1, Ordering::Relaxed);
    HRESULT(0)
}

unsafe extern "system" fn end() {
    ENDED.fetch_add(1, Ordering::Relaxed);
}

/// Objects and memory of MAPI's may be anywhere when a `Mapi` is dropped.
#[test]
fn mapi_ends_when_somebody_answers_for_it() {
    // SAFETY: both do what the definition says, for a MAPI that has nothing.
    unsafe {
        mapi32::MAPIInitialize.replace(begin);
        mapi32::MAPIUninitialize.replace(end);
    }
    let mapi = Mapi::initialize(MAPI_INIT_FLAGS::NONE).expect("it begins");
    {
        let _second = Mapi::initialize(MAPI_INIT_FLAGS::NONE).expect("it begins again");
        let _copy = mapi.clone();
    }
    let count = |of: &AtomicU32| of.load(Ordering::Relaxed);
    assert_eq!((count(&BEGUN), count(&ENDED)), (2, 0));
    // SAFETY: it is called once for the first of two, and MAPI made nothing.
    unsafe { mapi.uninitialize() }.expect("the function is there");
    assert_eq!((count(&BEGUN), count(&ENDED)), (2, 1));
}
