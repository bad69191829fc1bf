//! When a DLL may go: alone in its program, since all objects of the program are counted.

use mapidl::class::can_unload_now;
use mapidl::com::{IPersist, IPersist_Impl};
use mapidl::{ComObject, HRESULT, IUnknown, Interface, implement};

struct Document(bool);

implement! { impl Document as Document_Impl: [IPersist] }

impl IPersist_Impl for Document_Impl {}

impl Drop for Document {
    fn drop(&mut self) {
        assert!(self.0, "broken");
    }
}

#[test]
fn objects_keep_the_dll_and_values_do_not() {
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
    assert_eq!(can_unload_now(), may_go);
}
