//! Answers that fail half-way, from implementers and from callees: nothing is lost, nothing is promised that is not
//! there.

use mapidl::class::ClassFactory;
use mapidl::com::{FILETIME, IClassFactory, IPersist, IPersist_Impl, IStream};
use mapidl::heap::Scope;
use mapidl::hooks::{self, Event};
use mapidl::{
    Bstr, GUID, HRESULT, IUnknown, IUnknown_Vtbl, Interface, MapiBox, MapiString, MapiVec, Result, Success, Variant,
    implement, u16cstr,
};
use std::ffi::c_void;
use std::ptr;
use std::sync::atomic::{AtomicIsize, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

mapidl::include_idl!("tests/it/answers/answers.idl");

const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_NOINTERFACE: HRESULT = HRESULT(0x8000_4002_u32.cast_signed());
const E_UNEXPECTED: HRESULT = HRESULT(0x8000_FFFF_u32.cast_signed());

/// Counts the objects that are alive.
#[derive(Clone, Default)]
struct Live(Arc<AtomicIsize>);

impl Live {
    fn object(&self) -> IUnknown {
        self.0.fetch_add(1, Ordering::Relaxed);
        Child(self.clone()).into()
    }

    fn count(&self) -> isize {
        self.0.load(Ordering::Relaxed)
    }
}

struct Child(Live);

impl Drop for Child {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

implement! { impl Child as Child_Impl: [IPersist] }

impl IPersist_Impl for Child_Impl {}

/// Answers everything that it is asked for.
struct Generous(Live);

implement! { impl Generous as Generous_Impl: [IAnswers] }

type All = (Bstr, Variant, MapiVec<i32>, MapiString, MapiBox<FILETIME>, IUnknown, IUnknown);

impl IAnswers_Impl for Generous_Impl {
    fn two(&self, _: &GUID, _: &GUID) -> Result<Success<(IUnknown, IUnknown)>> {
        Ok((self.0.object(), self.0.object()).into())
    }

    fn fill(&self, _: &GUID, bytes: &mut [u8]) -> Result<Success<(IUnknown, usize)>> {
        Ok((self.0.object(), bytes.len() + 1).into())
    }

    fn everything(&self, _: &GUID) -> Result<Success<All>> {
        let (text, value) = (Bstr::from("text"), Variant::from(self.0.object()));
        let (numbers, name) = (MapiVec::new(&[1, 2])?, MapiString::new(u16cstr!("name"))?);
        let time = MapiBox::new(FILETIME { dwLowDateTime: 1, dwHighDateTime: 2 })?;
        Ok((text, value, numbers, name, time, self.0.object(), self.0.object()).into())
    }
}

#[test]
fn an_object_is_released_when_the_next_one_fails() {
    let live = Live::default();
    let answers: IAnswers = Generous(live.clone()).into();
    drop(answers.two::<IPersist, IPersist>().unwrap());
    assert_eq!(live.count(), 0);
    assert_eq!(answers.two::<IPersist, IStream>().unwrap_err().code(), E_NOINTERFACE);
    assert_eq!(answers.two::<IStream, IPersist>().unwrap_err().code(), E_NOINTERFACE);
    assert_eq!(live.count(), 0);
    let (mut first, mut second) = (dangling(), dangling());
    // SAFETY: identifiers, and places for two pointers, whatever these hold.
    let code = unsafe {
        (answers.vtable().Two)(answers.as_raw(), iid::<IPersist>(), &mut first, iid::<IStream>(), &mut second)
    };
    assert_eq!((code, first, second, live.count()), (E_NOINTERFACE, ptr::null_mut(), ptr::null_mut(), 0));
}

#[test]
fn an_object_is_released_when_the_buffer_has_no_room() {
    let live = Live::default();
    let answers: IAnswers = Generous(live.clone()).into();
    assert_eq!(answers.fill::<IPersist>(&mut [0; 4]).unwrap_err().code(), E_UNEXPECTED);
    assert_eq!(live.count(), 0);
}

#[test]
fn all_that_is_owned_is_freed_when_the_last_part_fails() {
    let (live, blocks) = (Live::default(), Scope::new());
    let answers: IAnswers = Generous(live.clone()).into();
    let entered = blocks.enter();
    assert_eq!(answers.everything::<IStream>().unwrap_err().code(), E_NOINTERFACE);
    assert_eq!((live.count(), blocks.live()), (0, 0));
    drop(answers.everything::<IPersist>().unwrap());
    assert_eq!((live.count(), blocks.live()), (0, 0));
    drop(entered);
}

#[test]
fn nothing_is_answered_to_who_passes_a_null_for_a_part() {
    let (live, blocks) = (Live::default(), Scope::new());
    let answers: IAnswers = Generous(live.clone()).into();
    let entered = blocks.enter();
    let (mut first, this) = (dangling(), answers.as_raw());
    // SAFETY: identifiers, a place for a pointer, and a null that is refused.
    let code =
        unsafe { (answers.vtable().Two)(this, iid::<IPersist>(), &mut first, iid::<IPersist>(), ptr::null_mut()) };
    assert_eq!((code, first, live.count(), blocks.live()), (E_POINTER, ptr::null_mut(), 0, 0));
    drop(entered);
}

/// Answers errors that are none.
struct Mistaken(HRESULT);

implement! { impl Mistaken as Mistaken_Impl: [IAnswers] }

impl IAnswers_Impl for Mistaken_Impl {
    fn numbers(&self) -> Result<Success<MapiVec<i32>>> {
        Err(self.0.into())
    }

    fn go(&self, _: u32) -> Result<Success<()>> {
        Err(windows_core::Error::from(self.0).into())
    }
}

#[test]
fn an_error_with_a_success_code_is_a_failure_and_reported() {
    let events = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&events);
    hooks::set_hook(move |event| {
        if let Event::MistakenError { method, code } = event {
            list.lock().unwrap().push((*method, *code));
        }
    });
    for code in [0, 1, 0x0004_0380].map(HRESULT) {
        let answers: IAnswers = Mistaken(code).into();
        assert_eq!(answers.numbers().unwrap_err().code(), E_UNEXPECTED);
        assert_eq!(answers.go(1).unwrap_err().code(), E_UNEXPECTED);
        let (mut count, mut numbers) = (7, dangling().cast());
        // SAFETY: places for both answers, whatever these hold.
        let answer = unsafe { (answers.vtable().Numbers)(answers.as_raw(), &mut count, &mut numbers) };
        assert_eq!((answer, count, numbers), (E_UNEXPECTED, 0, ptr::null_mut()));
        let factory: IClassFactory = ClassFactory::new(move || Err(code.into())).into();
        assert_eq!(factory.create_instance::<IPersist>().unwrap_err().code(), E_UNEXPECTED);
        let methods: Vec<_> = std::mem::take(&mut *events.lock().unwrap());
        let called = ["IAnswers::Numbers", "IAnswers::Go", "IAnswers::Numbers", "IClassFactory::CreateInstance"];
        assert_eq!(methods, called.map(|method| (method, code)));
    }
    hooks::clear_hook();
}

fn dangling() -> *mut c_void {
    ptr::without_provenance_mut(0x10)
}

fn iid<I: Interface>() -> *const GUID {
    &I::IID
}

/// What a peer that keeps to nothing but the ABI answers.
#[derive(Clone, Copy)]
enum Answer {
    /// A failure, with pointers to nowhere in the places of its answers.
    FailureWithGarbage,
    /// A success without its last object.
    SuccessWithoutLast,
}

/// Such a peer, played with raw vtable slots.
#[repr(C)]
struct Peer {
    vtable: *const IAnswers_Vtbl,
    answer: Answer,
    live: Live,
    references: AtomicU32,
}

impl Peer {
    const VTABLE: &IAnswers_Vtbl = &IAnswers_Vtbl {
        base__: IUnknown_Vtbl { QueryInterface: query, AddRef: add_ref, Release: release },
        Numbers: numbers,
        Go: go,
        Two: two,
        Fill: fill,
        Everything: everything,
    };

    fn make(answer: Answer, live: &Live) -> IAnswers {
        let peer = Self { vtable: Self::VTABLE, answer, live: live.clone(), references: AtomicU32::new(1) };
        // SAFETY: it begins with the pointer to its vtable, and has one reference.
        unsafe { IAnswers::from_raw(Box::into_raw(Box::new(peer)).cast()) }
    }

    /// Its part of an answer: garbage, or what it makes.
    fn give<T>(&self, out: *mut T, garbage: T, make: impl FnOnce() -> T) {
        let value = if matches!(self.answer, Answer::FailureWithGarbage) { garbage } else { make() };
        // SAFETY: callers pass places for what they want.
        unsafe { out.write_unaligned(value) }
    }

    fn code(&self) -> HRESULT {
        if matches!(self.answer, Answer::FailureWithGarbage) { HRESULT(-7) } else { HRESULT(0) }
    }
}

/// The peer behind a pointer.
///
/// # Safety
/// `this` is a peer's.
unsafe fn peer<'a>(this: *mut c_void) -> &'a Peer {
    // SAFETY: as promised.
    unsafe { &*this.cast::<Peer>() }
}

unsafe extern "system" fn query(_: *mut c_void, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: a place for the answer.
    unsafe { out.write(ptr::null_mut()) };
    E_NOINTERFACE
}

unsafe extern "system" fn add_ref(this: *mut c_void) -> u32 {
    // SAFETY: a peer's pointer.
    unsafe { peer(this) }.references.fetch_add(1, Ordering::Relaxed) + 1
}

unsafe extern "system" fn release(this: *mut c_void) -> u32 {
    // SAFETY: a peer's pointer; the last reference frees it.
    unsafe {
        let left = peer(this).references.fetch_sub(1, Ordering::AcqRel) - 1;
        if left == 0 {
            drop(Box::from_raw(this.cast::<Peer>()));
        }
        left
    }
}

unsafe extern "system" fn numbers(this: *mut c_void, count: *mut u32, out: *mut *mut i32) -> HRESULT {
    // SAFETY: a peer's pointer.
    let peer = unsafe { peer(this) };
    peer.give(count, u32::MAX, || 1);
    peer.give(out, dangling().cast(), || MapiVec::new(&[1]).unwrap().into_raw().0);
    peer.code()
}

unsafe extern "system" fn go(this: *mut c_void, _: u32) -> HRESULT {
    // SAFETY: a peer's pointer.
    unsafe { peer(this) }.code()
}

unsafe extern "system" fn two(
    this: *mut c_void,
    _: *const GUID,
    first: *mut *mut c_void,
    _: *const GUID,
    second: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: a peer's pointer.
    let peer = unsafe { peer(this) };
    peer.give(first, dangling(), || peer.live.object().into_raw());
    peer.give(second, dangling(), ptr::null_mut);
    peer.code()
}

unsafe extern "system" fn fill(
    this: *mut c_void,
    _: *const GUID,
    object: *mut *mut c_void,
    size: u32,
    _: *mut u8,
    length: *mut u32,
) -> HRESULT {
    // SAFETY: a peer's pointer.
    let peer = unsafe { peer(this) };
    peer.give(object, dangling(), || peer.live.object().into_raw());
    peer.give(length, u32::MAX, || size + 9);
    peer.code()
}

#[allow(clippy::too_many_arguments)]
unsafe extern "system" fn everything(
    this: *mut c_void,
    text: *mut mapidl::com::BSTR,
    value: *mut mapidl::com::VARIANT,
    count: *mut u32,
    out: *mut *mut i32,
    name: *mut *mut u16,
    time: *mut *mut FILETIME,
    plain: *mut *mut c_void,
    _: *const GUID,
    object: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: a peer's pointer.
    let peer = unsafe { peer(this) };
    peer.give(text.cast(), dangling(), || Bstr::from("text").into_raw().cast());
    if peer.code().0 == 0 {
        peer.give(value.cast(), Variant::default(), || Variant::from(peer.live.object()));
    }
    peer.give(count, u32::MAX, || 2);
    peer.give(out, dangling().cast(), || MapiVec::new(&[1, 2]).unwrap().into_raw().0);
    peer.give(name, dangling().cast(), || MapiString::new(u16cstr!("name")).unwrap().into_raw());
    peer.give(time, dangling().cast(), || {
        MapiBox::new(FILETIME { dwLowDateTime: 1, dwHighDateTime: 2 }).unwrap().into_raw()
    });
    peer.give(plain, dangling(), || peer.live.object().into_raw());
    peer.give(object, dangling(), ptr::null_mut);
    peer.code()
}

#[test]
fn what_a_failure_leaves_behind_is_not_looked_at() {
    let live = Live::default();
    let peer = Peer::make(Answer::FailureWithGarbage, &live);
    assert_eq!(peer.numbers().unwrap_err().code(), HRESULT(-7));
    assert_eq!(peer.go(1).unwrap_err().code(), HRESULT(-7));
    assert_eq!(peer.two::<IPersist, IPersist>().unwrap_err().code(), HRESULT(-7));
    assert_eq!(peer.fill::<IPersist>(&mut [0; 2]).unwrap_err().code(), HRESULT(-7));
    assert_eq!(peer.everything::<IPersist>().unwrap_err().code(), HRESULT(-7));
}

#[test]
fn what_came_is_freed_when_the_last_part_is_missing() {
    let (live, blocks) = (Live::default(), Scope::new());
    let peer = Peer::make(Answer::SuccessWithoutLast, &live);
    let entered = blocks.enter();
    assert!(peer.two::<IPersist, IPersist>().is_err());
    assert!(peer.everything::<IPersist>().is_err());
    assert_eq!((live.count(), blocks.live()), (0, 0));
    let filled = peer.fill::<IUnknown>(&mut [0; 2]);
    assert_eq!(filled.unwrap_err().code(), E_UNEXPECTED, "more than there is");
    assert_eq!(peer.numbers().unwrap().iter().collect::<Vec<_>>(), [1]);
    assert_eq!((live.count(), blocks.live()), (0, 0));
    drop(entered);
}
