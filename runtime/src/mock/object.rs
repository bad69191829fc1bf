//! The COM object of a mock: its interfaces, its reference count, its record of failures.

use super::script::{Frame, Method, Script, Taken};
use super::sync::{Mutex, lock};
use crate::codes::{E_NOINTERFACE, E_POINTER};
use crate::heap::Scope;
use crate::{ComObjectInner, GUID, HRESULT, IUnknown, IUnknownImpl, Interface};
use std::cell::Cell;
use std::ffi::c_void;
use std::fmt;
use std::fmt::Write as _;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicI32, AtomicIsize, Ordering};
use std::sync::{Arc, Weak};
use windows_core::imp::IAgileObject;

/// What the engine must know of an interface to give a mock that interface.
pub struct FaceSpec<I> {
    name: &'static str,
    vtable: Vtable,
    matches: fn(&GUID) -> bool,
    interface: PhantomData<fn() -> I>,
}

impl<I: Interface> FaceSpec<I> {
    /// Tells the interface's name, its vtable, and whether an identifier names the interface or one of its bases.
    ///
    /// # Safety
    /// The vtable must be made for [`Face`] and offset 0; `matches` must know no identifier of another interface.
    #[doc(hidden)]
    #[must_use]
    pub const unsafe fn new(name: &'static str, vtable: &'static I::Vtable, matches: fn(&GUID) -> bool) -> Self {
        Self { name, vtable: Vtable(std::ptr::from_ref(vtable).cast()), matches, interface: PhantomData }
    }
}

impl<I> fmt::Debug for FaceSpec<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FaceSpec").field(&self.name).finish()
    }
}

/// The address of a vtable.
#[repr(transparent)]
struct Vtable(*const c_void);

// SAFETY: a vtable is immutable.
unsafe impl Send for Vtable {}
// SAFETY: as above.
unsafe impl Sync for Vtable {}

/// One interface of a mock object: what its interface pointer points to.
#[repr(C)]
pub struct Face {
    vtable: Vtable,
    name: &'static str,
    matches: fn(&GUID) -> bool,
    script: Script,
    object: Weak<Object>,
}

/// Mocks are called on any thread.
const _: () = {
    const fn is_shared<T: Send + Sync>() {}
    is_shared::<Face>();
    is_shared::<Object>();
};

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Face").field(&self.name).finish()
    }
}

/// The object behind all faces. It outlives both the test's handles and the references that COM callers hold.
pub(super) struct Object {
    references: AtomicIsize,
    /// Keeps the object alive while COM callers hold references.
    kept_by_com: Mutex<Option<Arc<Object>>>,
    faces: Mutex<Vec<Arc<Face>>>,
    failures: Mutex<Vec<String>>,
    /// What an unexpected call is answered with; 0 for the interface's own code.
    unexpected: AtomicI32,
    /// The MAPI blocks that scripted closures allocated.
    blocks: Scope,
}

impl Object {
    /// An object without interfaces.
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            references: AtomicIsize::new(0),
            kept_by_com: Mutex::new(None),
            faces: Mutex::default(),
            failures: Mutex::default(),
            unexpected: AtomicI32::new(0),
            blocks: Scope::new(),
        })
    }

    /// How many references COM callers hold.
    pub(super) fn references(&self) -> usize {
        usize::try_from(self.references.load(Ordering::Acquire)).unwrap_or(0)
    }

    pub(super) fn answer_unexpected(&self, code: HRESULT) {
        self.unexpected.store(code.0, Ordering::Release);
    }

    fn fail(&self, failure: String) {
        lock(&self.failures).push(failure);
    }

    /// Records an unexpected call, and tells its answer.
    #[cold]
    fn unexpected(&self, method: &Method, failure: String) -> HRESULT {
        self.fail(failure);
        match self.unexpected.load(Ordering::Acquire) {
            0 => method.unexpected,
            code => HRESULT(code),
        }
    }

    pub(super) fn add_face<I>(self: &Arc<Self>, spec: FaceSpec<I>) -> Arc<Face> {
        let FaceSpec { name, vtable, matches, .. } = spec;
        let face = Arc::new(Face { vtable, name, matches, script: Script::default(), object: Arc::downgrade(self) });
        lock(&self.faces).push(Arc::clone(&face));
        face
    }

    pub(super) fn add_ref(self: &Arc<Self>) -> u32 {
        let now = self.references.fetch_add(1, Ordering::AcqRel) + 1;
        if now == 1 {
            self.keep_or_let_go();
        }
        u32::try_from(now).unwrap_or(0)
    }

    fn release(self: &Arc<Self>) -> u32 {
        let now = self.references.fetch_sub(1, Ordering::AcqRel) - 1;
        if now < 0 {
            self.references.fetch_add(1, Ordering::AcqRel);
            self.fail("Release was called once more than AddRef".to_owned());
        }
        if now == 0 {
            self.keep_or_let_go();
        }
        u32::try_from(now).unwrap_or(0)
    }

    /// Makes the reference to itself agree with the count, which is read anew: another thread may have changed it since.
    fn keep_or_let_go(self: &Arc<Self>) {
        let mut kept = lock(&self.kept_by_com);
        let before =
            if self.references.load(Ordering::Acquire) > 0 { kept.replace(Arc::clone(self)) } else { kept.take() };
        drop(kept);
        drop(before);
    }

    /// Ends all expectations and says what went wrong. What scripted closures own may call the mock when it is dropped;
    /// that is told too.
    pub(super) fn settle(&self) -> String {
        let mut report = String::new();
        self.tell_failures(&mut report);
        let faces = lock(&self.faces).clone();
        let settled: Vec<_> = faces.iter().map(|face| face.script.settle(&mut report)).collect();
        drop(settled);
        self.tell_failures(&mut report);
        report
    }

    fn tell_failures(&self, report: &mut String) {
        for failure in std::mem::take(&mut *lock(&self.failures)) {
            let _ = writeln!(report, "{failure}");
        }
    }

    pub(super) fn leaks(&self) -> String {
        let mut report = String::new();
        let references = self.references();
        if references > 0 {
            let _ = writeln!(report, "{references} reference(s) were not released");
        }
        let blocks = self.blocks.live();
        if blocks > 0 {
            let _ = writeln!(report, "{blocks} MAPI block(s) that the mock handed out were not freed");
        }
        report
    }
}

impl Face {
    fn object(&self) -> Option<Arc<Object>> {
        self.object.upgrade()
    }

    pub(super) fn pointer(self: &Arc<Self>) -> *mut c_void {
        Arc::as_ptr(self).cast_mut().cast()
    }

    /// Plays one call of the method that `frame` belongs to. Where the frame gets no answer, the answer is this error.
    pub(crate) fn play(&self, method: &'static Method, frame: Frame) -> HRESULT {
        let Some(object) = self.object() else { return method.unexpected };
        let watch = PanicWatch { object: &object, method: method.name, does: Cell::new("looks at the arguments of") };
        let failure = match self.script.take(method, frame) {
            Ok(expectation) => {
                watch.does.set("answers");
                let scope = object.blocks.enter();
                let taken = expectation.answer(frame);
                drop(scope);
                // The last one, where the mock was settled meanwhile: what its closure owns is dropped.
                drop(expectation);
                match taken {
                    Taken::Answered => None,
                    Taken::Refused(code) => return watch.relieve(code),
                    unanswered => Some(unanswered.describe(method.name)),
                }
            }
            Err(failure) => Some(failure),
        };
        let code = failure.map_or(HRESULT(0), |failure| object.unexpected(method, failure));
        watch.relieve(code)
    }

    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    pub(super) fn script(&self) -> &Script {
        &self.script
    }
}

impl Taken {
    #[cold]
    fn describe(self, name: &str) -> String {
        match self {
            Self::Busy => format!("{name} was called by the closure that answers it"),
            Self::Spent => format!("{name} was called again, and its closure answers one call: add once()"),
            _ => format!("{name} was called, and its expectation has no answer: add returning(…)"),
        }
    }
}

/// Records a panic of a scripted closure while it unwinds to the stub, which turns it into an error code.
struct PanicWatch<'a> {
    object: &'a Object,
    method: &'static str,
    /// What the closure is there for.
    does: Cell<&'static str>,
}

impl PanicWatch<'_> {
    /// Ends the watch.
    fn relieve(self, code: HRESULT) -> HRESULT {
        std::mem::forget(self);
        code
    }
}

impl Drop for PanicWatch<'_> {
    fn drop(&mut self) {
        self.object.fail(format!("the closure that {} {} panicked", self.does.get(), self.method));
    }
}

impl IUnknownImpl for Face {
    type Impl = Self;

    fn get_impl(&self) -> &Self {
        self
    }

    fn get_impl_mut(&mut self) -> &mut Self {
        self
    }

    fn into_inner(self) -> Self {
        self
    }

    unsafe fn QueryInterface(&self, iid: *const GUID, interface: *mut *mut c_void) -> HRESULT {
        if interface.is_null() {
            return E_POINTER;
        }
        // SAFETY: not null; the caller vouches for both pointers.
        unsafe {
            interface.write(std::ptr::null_mut());
            if iid.is_null() {
                return E_POINTER;
            }
            let iid = iid.read_unaligned();
            let Some(object) = self.object() else { return E_NOINTERFACE };
            let faces = lock(&object.faces);
            // The first face is the object's identity. Mocks may be called on any thread, and say so.
            let identity = iid == IUnknown::IID || iid == IAgileObject::IID;
            let found = if identity { faces.first() } else { faces.iter().find(|f| (f.matches)(&iid)) };
            let Some(face) = found else { return E_NOINTERFACE };
            interface.write(face.pointer());
            drop(faces);
            object.add_ref();
        }
        HRESULT(0)
    }

    fn AddRef(&self) -> u32 {
        self.object().map_or(0, |object| object.add_ref())
    }

    unsafe fn Release(self_: *mut Self) -> u32 {
        // SAFETY: the face lives as long as its object, which the upgrade keeps alive until the end of this call.
        unsafe { (*self_).object() }.map_or(0, |object| object.release())
    }

    fn is_reference_count_one(&self) -> bool {
        self.object().is_some_and(|object| object.references.load(Ordering::Acquire) == 1)
    }

    unsafe fn GetTrustLevel(&self, value: *mut i32) -> HRESULT {
        // SAFETY: the caller vouches for the pointer.
        unsafe { crate::stub::Out::new(value) }.write(0);
        HRESULT(0)
    }

    fn to_object(&self) -> windows_core::ComObject<Self> {
        unreachable!("a face is made by the engine alone, never by ComObject")
    }
}

impl ComObjectInner for Face {
    type Outer = Self;

    fn into_object(self) -> windows_core::ComObject<Self> {
        unreachable!("a face is made by the engine alone, never by ComObject")
    }
}
