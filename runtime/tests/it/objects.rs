//! Objects of `implement!` in one process, with callers that know nothing but vtables: run under Miri, too.

use mapidl::com::{IPersist, IPersist_Impl, IPersistStream, IPersistStream_Impl};
use mapidl::object::{self, Object};
use mapidl::{
    AgileReference, AgileWeak, Apartment, ComObject, GUID, HRESULT, IUnknown, Interface, Result, Success, Weak,
    implement, stub,
};
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr;
use std::rc::Rc;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

const E_NOINTERFACE: HRESULT = HRESULT(0x8000_4002_u32.cast_signed());
const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const RPC_E_WRONG_THREAD: HRESULT = HRESULT(0x8001_010E_u32.cast_signed());

/// windows-core's private identifier: its own objects answer it with two pointers.
const TWO_POINTERS: GUID = GUID::from_u128(0xae49d5cb_143f_431c_874c_2729336e4eca);
const IAGILE_OBJECT: GUID = GUID::from_u128(0x94ea2b94_e9cc_49e0_c0ff_ee64ca8f5b90);

/// A document, whose name is its own.
#[derive(Debug)]
struct Document {
    /// Fields of the names that an object might have for its own parts.
    this: String,
    count: u32,
    vtables: Arc<()>,
}

implement! { impl Document as Document_Impl: [IPersistStream] }

impl IPersist_Impl for Document_Impl {
    fn get_class_id(&self) -> Result<Success<GUID>> {
        assert_eq!((self.this.as_str(), self.count), ("text", 7));
        assert!(Arc::strong_count(&self.vtables) > 0);
        Ok(GUID::zeroed().into())
    }
}

impl IPersistStream_Impl for Document_Impl {}

fn document() -> (Document, Arc<()>) {
    let alive = Arc::new(());
    (Document { this: "text".into(), count: 7, vtables: Arc::clone(&alive) }, alive)
}

/// Whether the value is gone.
fn is_gone(alive: &Arc<()>) -> bool {
    Arc::strong_count(alive) == 1
}

#[test]
fn any_pointer_may_be_the_last() -> Result<()> {
    // The one that was there first, one that was asked for, one that was cloned, one that was borrowed first.
    let ends: [fn(Document) -> Result<()>; 6] = [
        |value| {
            let first: IPersistStream = value.into();
            let second = first.clone();
            drop(first);
            second.get_class_id().map(drop)
        },
        |value| {
            let first: IPersistStream = value.into();
            let second: IPersist = first.cast()?;
            drop(first);
            second.get_class_id().map(drop)
        },
        |value| {
            let object = ComObject::new(value);
            let interface: IUnknown = object.to_interface();
            drop(object);
            interface.cast::<IPersist>()?.get_class_id().map(drop)
        },
        |value| ComObject::new(value).into_interface::<IPersistStream>().get_class_id().map(drop),
        |value| {
            let first: IPersistStream = value.into();
            let weak = first.downgrade()?;
            let second = weak.upgrade().expect("it is alive");
            drop(first);
            let _ = second.get_class_id()?;
            drop(second);
            assert!(weak.upgrade().is_none());
            Ok(())
        },
        |value| {
            let first: IPersistStream = value.into();
            let object: ComObject<Document> = first.cast_object()?;
            drop(first);
            assert_eq!(object.get().count, 7);
            object.to_interface::<IPersistStream>().get_class_id().map(drop)
        },
    ];
    for end in ends {
        let (value, alive) = document();
        end(value)?;
        assert!(is_gone(&alive));
    }
    Ok(())
}

#[test]
fn the_object_behind_any_interface_is_found() -> Result<()> {
    let (value, alive) = document();
    let stream: IPersistStream = value.into();
    let unknown: IUnknown = stream.cast()?;
    let weak = stream.downgrade()?;
    assert!(unknown.is_object::<Document>() && !unknown.is_object::<Apartment<Window>>());
    assert_eq!(stream.cast_object::<Document>()?.this, "text");
    assert_eq!(ComObject::<Document>::cast_from(&stream)?.this, "text");
    let object: ComObject<Document> = unknown.cast_object()?;
    drop((stream, unknown));
    let mut object = object.take().expect_err("a weak reference may find it");
    assert!(object.get_mut().is_none());
    drop(object);
    assert!(is_gone(&alive) && weak.upgrade().is_none());
    Ok(())
}

#[test]
fn who_is_alone_may_change_and_take_the_value() {
    let (value, alive) = document();
    let mut object = ComObject::new(value);
    object.get_mut().expect("it is alone").count = 8;
    let interface: IPersist = object.to_interface::<IPersistStream>().into();
    assert!(object.get_mut().is_none());
    drop(interface);
    assert_eq!(object.get_mut().expect("it is alone again").count, 8);
    let value = object.take().expect("it is alone");
    assert!(!is_gone(&alive));
    drop(value);
    assert!(is_gone(&alive));
}

/// Asks with room for one pointer, and looks whether what stands behind it was written.
fn ask(object: &IUnknown, iid: &GUID) -> (HRESULT, *mut c_void) {
    let mut room = [ptr::without_provenance_mut::<c_void>(1); 2];
    // SAFETY: there is room for one pointer; Miri sees that no more is used.
    let code = unsafe { object.query(iid, &raw mut room[0]) };
    assert_eq!(room[1].addr(), 1);
    (code, room[0])
}

#[test]
fn no_identifier_writes_more_than_a_pointer() {
    let object: IUnknown = document().0.into();
    let nothing = (E_NOINTERFACE, ptr::null_mut());
    assert_eq!(ask(&object, &TWO_POINTERS), nothing);
    assert_eq!(stub::answer_iid(object.clone(), Some(&TWO_POINTERS)).unwrap_err().code(), E_NOINTERFACE);
    let mut number = 0x6d61_7069_646c_4f62_8a65_6374_0a5e_11f3_u128; // the runtime's own
    for _ in 0..200 {
        let (code, out) = ask(&object, &GUID::from_u128(number));
        if code.0 == 0 {
            // SAFETY: a success comes with a reference.
            drop(unsafe { IUnknown::from_raw(out) });
        } else {
            assert_eq!((code, out), nothing);
        }
        number = number.rotate_left(7).wrapping_mul(0x2545_f491_4f6c_dd1d_9e37_79b9_7f4a_7c15);
    }
}

/// Another copy of the runtime may ask for the interface of our own: it has the slots of a source of weak references, and tells
/// by the address of its vtable alone whose the object is.
#[test]
fn another_copy_of_the_runtime_learns_nothing() {
    #[repr(C)]
    struct Slots {
        unknown: mapidl::IUnknown_Vtbl,
        weak: unsafe extern "system" fn(*mut c_void, *mut *mut c_void) -> HRESULT,
    }
    let ours = GUID::from_u128(0x6d61_7069_646c_4f62_8a65_6374_0a5e_11f3);
    let (object, other): (IUnknown, IUnknown) = (document().0.into(), window().into());
    let ((code, source), (other_code, other_source)) = (ask(&object, &ours), ask(&other, &ours));
    assert_eq!((code, other_code), (HRESULT(0), HRESULT(0)));
    // SAFETY: a success comes with a reference; the vtable is as above.
    unsafe {
        let (source, other_source) = (IUnknown::from_raw(source), IUnknown::from_raw(other_source));
        let slots = *source.as_raw().cast::<*const Slots>();
        assert_eq!(slots, *other_source.as_raw().cast::<*const Slots>(), "one vtable for all types");
        assert_eq!(((*slots).weak)(source.as_raw(), ptr::null_mut()), E_POINTER);
        let mut reference = ptr::null_mut();
        assert_eq!(((*slots).weak)(source.as_raw(), &mut reference), HRESULT(0));
        drop(IUnknown::from_raw(reference));
        assert_eq!(
            source.cast::<IUnknown>().map(|identity| identity.as_raw()),
            object.cast::<IUnknown>().map(|it| it.as_raw())
        );
    }
}

/// What cannot be shared, on one thread.
struct Window {
    calls: Cell<u32>,
    name: Rc<str>,
}

implement! { apartment impl Window as Window_Impl: [IPersist] }

impl IPersist_Impl for Window_Impl {
    fn get_class_id(&self) -> Result<Success<GUID>> {
        self.calls.set(self.calls.get() + 1);
        assert_eq!(&*self.name.clone(), "window");
        Ok(GUID::zeroed().into())
    }
}

fn window() -> Window {
    Window { calls: Cell::new(0), name: "window".into() }
}

#[test]
fn an_object_of_an_apartment_stays_there() -> Result<()> {
    let window: IPersist = window().into();
    let _ = window.get_class_id()?;
    assert_eq!(ask(&window, &IAGILE_OBJECT), (E_NOINTERFACE, ptr::null_mut()));
    assert_eq!(ask(&window, &TWO_POINTERS), (E_NOINTERFACE, ptr::null_mut()));
    assert_eq!(AgileReference::new(&window).unwrap_err().code(), RPC_E_WRONG_THREAD);
    assert_eq!(AgileWeak::new(&window).unwrap_err().code(), RPC_E_WRONG_THREAD);
    let mut object: ComObject<Apartment<Window>> = window.cast_object()?;
    assert_eq!(object.calls.get(), 1);
    let weak: Weak<IPersist> = window.downgrade()?;
    let _ = weak.upgrade().expect("it is alive").get_class_id()?;
    assert_eq!(object.calls.get(), 2);
    drop(window);
    assert!(object.get_mut().is_none(), "a weak reference may find it");
    drop(object);
    assert!(weak.upgrade().is_none());
    let mut alone = ComObject::new(Apartment::new(self::window()));
    alone.get_mut().expect("it is alone").calls.set(5);
    assert_eq!(alone.take().ok().map(|window| window.into_inner().calls.get()), Some(5));
    Ok(())
}

/// A pointer that foreign code carries to another thread, whatever the object says.
struct Carried(*mut c_void);

// SAFETY: the tests say what they do with it.
unsafe impl Send for Carried {}

impl Carried {
    fn raw(&self) -> *mut c_void {
        self.0
    }
}

/// Asks on another thread, and gives up the reference there.
fn elsewhere(object: IUnknown, iid: GUID) -> HRESULT {
    let carried = Carried(object.into_raw());
    let ask_there = move || {
        // SAFETY: the reference came along; that the thread is the wrong one is what is tried.
        let object = unsafe { IUnknown::from_raw(carried.raw()) };
        ask(&object, &iid).0
    };
    thread::spawn(ask_there).join().expect("no panic")
}

/// The object that is left; Miri looks for memory that nobody can reach.
static STAYS: AtomicPtr<c_void> = AtomicPtr::new(ptr::null_mut());

#[test]
fn a_wrong_thread_gets_no_interface_and_drops_no_value() -> Result<()> {
    let name: Rc<str> = "window".into();
    let window: IPersist = Window { calls: Cell::new(0), name: Rc::clone(&name) }.into();
    assert_eq!(elsewhere(window.clone().into(), IPersist::IID), RPC_E_WRONG_THREAD);
    // A weak reference is an object that any thread may have, but it leads nowhere there.
    let source = window.cast::<IUnknown>()?;
    let (weak, raw) = (window.downgrade()?, window.as_raw());
    drop(window);
    assert!(weak.upgrade().is_some());
    assert_eq!(elsewhere(source, IUnknown::IID), RPC_E_WRONG_THREAD);
    // That was the last reference: the value stays where it is, for good.
    STAYS.store(raw, Ordering::Relaxed);
    assert_eq!(Rc::strong_count(&name), 2);
    assert!(weak.upgrade().is_none());
    Ok(())
}

#[test]
fn threads_may_do_everything_at_once() {
    let rounds = if cfg!(miri) { 3 } else { 300 };
    for round in 0..rounds {
        let (value, alive) = document();
        let object: IPersistStream = value.into();
        let barrier = Arc::new(Barrier::new(4));
        let threads: Vec<_> = (0..3)
            .map(|number| {
                let agile = AgileReference::new(&object).expect("it says so");
                let weak = agile.downgrade().expect("it is alive");
                let barrier = Arc::clone(&barrier);
                thread::spawn(move || {
                    let object = agile.resolve().expect("it is agile");
                    drop(agile);
                    barrier.wait();
                    use_and_drop(object, &weak, (number + round) % 3).expect("it is alive");
                })
            })
            .collect();
        barrier.wait();
        drop(object);
        threads.into_iter().for_each(|thread| thread.join().expect("no panic"));
        assert!(is_gone(&alive));
    }
}

fn use_and_drop(object: IPersistStream, weak: &AgileWeak<IPersistStream>, how: usize) -> Result<()> {
    match how {
        0 => {
            let base: IPersist = object.cast()?;
            drop(object);
            base.get_class_id().map(drop)
        }
        1 => {
            drop(object);
            for _ in 0..10 {
                if let Some(object) = weak.upgrade() {
                    let _ = object.get_class_id()?;
                    let again = object.downgrade()?;
                    drop(object);
                    drop(again.upgrade());
                }
            }
            Ok(())
        }
        _ => {
            let counted: ComObject<Document> = object.cast_object()?;
            drop(object);
            assert_eq!(counted.get().this, "text");
            counted.into_interface::<IPersistStream>().get_class_id().map(drop)
        }
    }
}

#[test]
fn borrowed_objects_give_counted_ones() {
    let (value, alive) = document();
    let object = ComObject::new(value);
    let again = object::to_object::<Document_Impl>(&object);
    drop(object);
    assert_eq!(<Document_Impl as Object>::VTABLES, 2);
    assert_eq!(again.get().count, 7);
    drop(again);
    assert!(is_gone(&alive));
}
