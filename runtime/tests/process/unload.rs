//! When a DLL may go whose author lets it: all objects of the program are counted.

use mapidl::class;
use mapidl::com::{IPersist, IPersist_Impl};
use mapidl::unload::{Exports, MayUnload};
use mapidl::{ComObject, HRESULT, IUnknown, Interface, implement};

struct Document(bool);

implement! { impl Document as Document_Impl: [IPersist] }

impl IPersist_Impl for Document_Impl {}

impl Drop for Document {
    fn drop(&mut self) {
        assert!(self.0, "broken");
    }
}

/// One of a DLL that may go, one of a DLL that may not.
// SAFETY: a program is not unloaded.
static GOES: Exports = Exports::new(&[unsafe { MayUnload::new() }]);
static STAYS: Exports = Exports::new(&[]);

fn can_unload_now() -> HRESULT {
    class::can_unload_now(&GOES)
}

#[test]
fn objects_keep_the_dll_and_values_do_not() {
    let _turn = crate::turn();
    let (may_go, stays) = (HRESULT(0), HRESULT(1));
    assert_eq!(can_unload_now(), may_go);
    let object = ComObject::new(Document(true));
    assert_eq!(can_unload_now(), stays);
    let value = object.take().ok().expect("nobody else has it");
    assert_eq!(can_unload_now(), may_go, "the value is no object any more");
    drop(value);
    let interface: IUnknown = Document(true).into();
    let weak = interface.downgrade().expect("it has weak references");
    drop(interface);
    assert_eq!(can_unload_now(), stays, "the weak reference is an object too");
    drop(weak);
    assert_eq!(can_unload_now(), may_go);
    // A value whose drop panics is gone all the same.
    drop(IUnknown::from(Document(false)));
    GOES.enter().expect("nothing to do");
    assert_eq!((can_unload_now(), class::can_unload_now(&STAYS)), (may_go, may_go));
    STAYS.enter().expect("the system keeps it");
    assert_eq!((can_unload_now(), class::can_unload_now(&STAYS)), (may_go, stays), "an export of its has run");
}
