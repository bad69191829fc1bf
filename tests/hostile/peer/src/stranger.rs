//! Duty: calls on a thread that an object does not belong to.

use crate::Caller;
use mapidl::{GUID, HRESULT, IUnknown, Interface};
use std::ffi::c_void;
use std::ptr::{null_mut, without_provenance_mut};
use std::thread;

/// `IWeakReferenceSource`
const WEAK: GUID = GUID::from_u128(0x00000038_0000_0000_c000_000000000046);

/// A pointer that another thread may have, whatever COM says.
struct Taken(*mut c_void);

// SAFETY: it is no more than an address to who has it.
unsafe impl Send for Taken {}

impl Taken {
    /// The function in a slot.
    unsafe fn slot<F: Copy>(&self, slot: usize) -> F {
        // SAFETY: the caller knows the slots of the interface.
        unsafe { (*self.0.cast::<*const F>()).add(slot).read() }
    }
}

/// What the slots of `ILocal` answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// `Count`
    pub code: HRESULT,
    /// Its number; it was no number before.
    pub count: u32,
    /// `Next`
    pub next: u32,
}

/// Runs one function on a thread of its own, while the other one runs here.
fn beside<R: Send>(there: impl FnOnce(Taken) -> R + Send, this: *mut c_void, here: impl FnOnce()) -> R {
    let this = Taken(this);
    thread::scope(|scope| {
        let other = scope.spawn(move || there(this));
        here();
        other.join().expect("no panic")
    })
}

impl Caller {
    /// All slots of `ILocal` on another thread, and a reference that is added and given up there.
    pub fn elsewhere(&self, here: impl FnOnce()) -> Told {
        type Count = unsafe extern "system" fn(*mut c_void, *mut u32) -> HRESULT;
        type Plain = unsafe extern "system" fn(*mut c_void) -> u32;
        type Skip = unsafe extern "system" fn(*mut c_void);
        // SAFETY: slots 1 to 5, of an object that lives until the thread ends.
        let there = |this: Taken| unsafe {
            let mut count = 77;
            this.slot::<Plain>(1)(this.0);
            let code = this.slot::<Count>(3)(this.0, &mut count);
            let next = this.slot::<Plain>(4)(this.0);
            this.slot::<Skip>(5)(this.0);
            this.slot::<Plain>(2)(this.0);
            Told { code, count, next }
        };
        beside(there, self.this(), here)
    }

    /// A weak reference that another thread asks the object for; whether there is one.
    pub fn weak_elsewhere(&self) -> (HRESULT, bool) {
        type Weak = unsafe extern "system" fn(*mut c_void, *mut *mut c_void) -> HRESULT;
        let this = self.this();
        let mut source = null_mut();
        // SAFETY: the object is alive; what it answers is a reference of ours.
        let source = unsafe {
            let unknown = IUnknown::from_raw_borrowed(&this).expect("not null");
            assert!(unknown.query(&WEAK, &mut source).is_ok());
            IUnknown::from_raw(source)
        };
        // SAFETY: slot 3; the place has room for its answer.
        let there = |this: Taken| unsafe {
            let mut weak = without_provenance_mut::<c_void>(8);
            let code = this.slot::<Weak>(3)(this.0, &mut weak);
            (code, !weak.is_null())
        };
        beside(there, source.as_raw(), || ())
    }
}
