//! The COM object of a mock: its interfaces, its reference count, its record of failures.

use super::script::{Expectation, Frame, Method, Script, Taken, lock};
use crate::heap::Scope;
use crate::{ComObject, ComObjectInner, GUID, HRESULT, IUnknown, IUnknownImpl, Interface};
use std::ffi::c_void;
use std::fmt;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicI32, AtomicIsize, Ordering};
use std::sync::{Arc, Mutex, Weak};
use windows_core::imp::IAgileObject;

const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_NOINTERFACE: HRESULT = HRESULT(0x8000_4002_u32.cast_signed());

/// What the engine must know of an interface to give a mock that interface.
#[derive(Clone, Copy)]
pub struct FaceSpec {
    /// The interface's name.
    pub name: &'static str,
    /// The vtable made for [`Face`] and offset 0.
    pub vtable: *const c_void,
    /// Whether an identifier names the interface or one of its bases.
    pub matches: fn(&GUID) -> bool,
}

impl fmt::Debug for FaceSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FaceSpec").field(&self.name).finish()
    }
}

/// A generated mock type.
pub trait MockInterface: Sized {
    /// The interface that it stands in for.
    type Interface: Interface;
    /// How to make its face.
    const SPEC: FaceSpec;

    /// Wraps a handle on a face of that interface.
    fn from_mock(mock: Mock) -> Self;
}

/// One interface of a mock object: what its interface pointer points to.
#[repr(C)]
pub struct Face {
    vtable: *const c_void,
    spec: FaceSpec,
    script: Script,
    object: Weak<Object>,
}

// SAFETY: the vtable is immutable; everything else is synchronised.
unsafe impl Send for Face {}
// SAFETY: as above.
unsafe impl Sync for Face {}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Face").field(&self.spec.name).finish()
    }
}

/// The object behind all faces. It outlives both the test's handles and the references that COM callers hold.
struct Object {
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
    fn fail(&self, failure: String) {
        lock(&self.failures).push(failure);
    }

    fn add_face(self: &Arc<Self>, spec: FaceSpec) -> Arc<Face> {
        let face =
            Arc::new(Face { vtable: spec.vtable, spec, script: Script::default(), object: Arc::downgrade(self) });
        lock(&self.faces).push(Arc::clone(&face));
        face
    }

    fn add_ref(self: &Arc<Self>) -> u32 {
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

    /// Lets an expectation answer; the blocks that it allocates are counted.
    fn run(&self, expectation: &Expectation, frame: Frame) -> Taken {
        let watch = PanicWatch { object: self, method: expectation.method.name };
        let _scope = self.blocks.enter();
        let taken = expectation.answer(frame);
        std::mem::forget(watch);
        taken
    }

    fn settle(&self) -> String {
        let mut report = String::new();
        for failure in lock(&self.failures).drain(..) {
            let _ = writeln!(report, "{failure}");
        }
        for face in lock(&self.faces).iter() {
            face.script.settle(&mut report);
        }
        report
    }

    fn leaks(&self) -> String {
        let mut report = String::new();
        let references = self.references.load(Ordering::Acquire);
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

    fn pointer(self: &Arc<Self>) -> *mut c_void {
        Arc::as_ptr(self).cast_mut().cast()
    }

    /// Plays one call of the method that `frame` belongs to. Where the frame gets no answer, the answer is this error.
    pub(crate) fn play(&self, method: &'static Method, frame: Frame) -> HRESULT {
        let Some(object) = self.object() else { return method.unexpected };
        let failure = match self.script.take(method, frame) {
            Ok(expectation) => match object.run(&expectation, frame) {
                Taken::Answered => return HRESULT(0),
                Taken::Refused(code) => return code,
                Taken::Busy => format!("{} was called by the closure that answers it", method.name),
                Taken::Unscripted => {
                    format!("{} was called, and its expectation has no answer: add returning(…)", method.name)
                }
            },
            Err(failure) => failure,
        };
        object.fail(failure);
        match object.unexpected.load(Ordering::Acquire) {
            0 => method.unexpected,
            code => HRESULT(code),
        }
    }

    pub(crate) fn expect(&self, method: &'static Method) -> Arc<Expectation> {
        self.script.add(method)
    }
}

/// Records a panic of a scripted closure while it unwinds to the stub, which turns it into an error code.
struct PanicWatch<'a> {
    object: &'a Object,
    method: &'static str,
}

impl Drop for PanicWatch<'_> {
    fn drop(&mut self) {
        self.object.fail(format!("the closure that answers {} panicked", self.method));
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
            let found = if identity { faces.first() } else { faces.iter().find(|f| (f.spec.matches)(&iid)) };
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
        unsafe { crate::stub::write(value, 0) };
        HRESULT(0)
    }

    fn to_object(&self) -> ComObject<Self> {
        unreachable!("a face is made by the engine alone, never by ComObject")
    }
}

impl ComObjectInner for Face {
    type Outer = Self;

    fn into_object(self) -> ComObject<Self> {
        unreachable!("a face is made by the engine alone, never by ComObject")
    }
}

/// A handle on one interface of a mock object; generated mock types wrap it.
///
/// The handle that made the object checks it when it is dropped: expectations that were not met, unexpected calls,
/// references that COM callers did not release and MAPI blocks that they did not free fail the test.
pub struct Mock {
    object: Arc<Object>,
    face: Arc<Face>,
    owner: bool,
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mock").field("interface", &self.face.spec.name).field("references", &self.references()).finish()
    }
}

impl Mock {
    /// Makes an object with one interface.
    #[must_use]
    pub fn new(spec: FaceSpec) -> Self {
        let object = Arc::new(Object {
            references: AtomicIsize::new(0),
            kept_by_com: Mutex::new(None),
            faces: Mutex::default(),
            failures: Mutex::default(),
            unexpected: AtomicI32::new(0),
            blocks: Scope::new(),
        });
        let face = object.add_face(spec);
        Self { object, face, owner: true }
    }

    /// Gives the same object one more interface.
    #[must_use]
    pub fn also<M: MockInterface>(&self) -> M {
        let face = self.object.add_face(M::SPEC);
        M::from_mock(Self { object: Arc::clone(&self.object), face, owner: false })
    }

    /// A new reference to the object, as a COM caller gets it.
    ///
    /// # Safety
    /// `I` must be the interface of this handle's face, or one of its bases.
    #[doc(hidden)]
    #[must_use]
    pub unsafe fn interface<I: Interface>(&self) -> I {
        self.object.add_ref();
        // SAFETY: the face's pointer is of this interface, and the reference was just added.
        unsafe { I::from_raw(self.face.pointer()) }
    }

    /// How many references COM callers hold.
    #[must_use]
    pub fn references(&self) -> usize {
        usize::try_from(self.object.references.load(Ordering::Acquire)).unwrap_or(0)
    }

    /// What unexpected calls are answered with, instead of the code that the interface definition names.
    pub fn answer_unexpected(&self, code: HRESULT) {
        self.object.unexpected.store(code.0, Ordering::Release);
    }

    /// Checks all expectations of the object and forgets them.
    ///
    /// # Errors
    /// A line for each failure.
    pub fn try_checkpoint(&self) -> Result<(), String> {
        let report = self.object.settle();
        if report.is_empty() { Ok(()) } else { Err(report) }
    }

    /// Checks all expectations of the object and forgets them.
    ///
    /// # Panics
    /// When a call was unexpected, or an expected one did not come.
    #[track_caller]
    pub fn checkpoint(&self) {
        if let Err(report) = self.try_checkpoint() {
            panic!("mock of {}:\n{report}", self.face.spec.name);
        }
    }

    /// Ends the mock: what its drop would panic about is returned instead.
    ///
    /// # Errors
    /// A line for each failure and each leak.
    pub fn finish(self) -> Result<(), String> {
        let mut this = self;
        this.owner = false;
        let report = this.object.settle() + &this.object.leaks();
        if report.is_empty() { Ok(()) } else { Err(report) }
    }

    pub(crate) fn expect(&self, method: &'static Method) -> Arc<Expectation> {
        self.face.expect(method)
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        if !self.owner || std::thread::panicking() {
            return;
        }
        let report = self.object.settle() + &self.object.leaks();
        if !report.is_empty() {
            panic!("mock of {}:\n{report}", self.face.spec.name);
        }
    }
}

/// Declares a generated mock type.
#[doc(hidden)]
#[macro_export]
macro_rules! mock {
    ($(#[$meta:meta])* $name:ident($base:ty): $interface:ident, $vtbl:ident) => {
        $(#[$meta])*
        #[derive(Debug)]
        #[allow(non_camel_case_types)]
        pub struct $name($base);

        impl $name {
            /// Makes a mock object with this interface; calls without an expectation fail the test.
            #[must_use]
            #[expect(clippy::new_without_default, reason = "a mock is made to be scripted")]
            pub fn new() -> Self {
                $crate::mock::MockInterface::from_mock($crate::mock::Mock::new(
                    <Self as $crate::mock::MockInterface>::SPEC,
                ))
            }

            /// A new reference to the object, as a COM caller gets it.
            #[must_use]
            pub fn to_interface(&self) -> $interface {
                // SAFETY: the face was made for this interface.
                unsafe { self.interface() }
            }

            /// Ends the mock: what its drop would panic about is returned instead.
            ///
            /// # Errors
            /// A line for each failure and each leak.
            pub fn finish(self) -> ::core::result::Result<(), ::std::string::String> {
                self.0.finish()
            }
        }

        impl ::core::ops::Deref for $name {
            type Target = $base;

            fn deref(&self) -> &$base {
                &self.0
            }
        }

        impl $crate::mock::MockInterface for $name {
            type Interface = $interface;
            const SPEC: $crate::mock::FaceSpec = $crate::mock::FaceSpec {
                name: stringify!($interface),
                vtable: {
                    const VTABLE: &$vtbl = &$vtbl::new::<$crate::mock::Face, 0>();
                    ::core::ptr::from_ref(VTABLE).cast()
                },
                matches: $vtbl::matches,
            };

            fn from_mock(mock: $crate::mock::Mock) -> Self {
                Self(<$base as $crate::mock::FromMock>::from_mock(mock))
            }
        }

        impl $crate::mock::FromMock for $name {
            fn from_mock(mock: $crate::mock::Mock) -> Self {
                Self(<$base as $crate::mock::FromMock>::from_mock(mock))
            }
        }
    };
}

/// A type that wraps a [`Mock`], however deep.
#[doc(hidden)]
pub trait FromMock {
    /// Wraps it.
    fn from_mock(mock: Mock) -> Self;
}

impl FromMock for Mock {
    fn from_mock(mock: Mock) -> Self {
        mock
    }
}
