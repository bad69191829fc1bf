//! The handles that a test scripts a mock with, and the types that the generated ones are made of.

use super::accept::Tally;
use super::object::{Face, FaceSpec, Object};
use super::script::Method;
use crate::{HRESULT, Interface};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A generated mock type.
pub trait MockInterface: Sized {
    /// The interface that it stands in for.
    type Interface: Interface;
    /// How to make its face.
    const SPEC: FaceSpec<Self::Interface>;

    /// Wraps a handle on a face of that interface.
    fn from_mock(mock: MockOf<Self::Interface>) -> Self;
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
        f.debug_struct("Mock").field("interface", &self.face.name()).field("references", &self.references()).finish()
    }
}

impl Mock {
    /// Makes an object with one interface.
    #[must_use]
    #[expect(clippy::new_ret_no_self, reason = "a handle knows the interface that its object was made with")]
    pub fn new<I: Interface>(spec: FaceSpec<I>) -> MockOf<I> {
        let object = Object::new();
        let face = object.add_face(spec);
        MockOf(Self { object, face, owner: true }, PhantomData)
    }

    /// Gives the same object one more interface.
    #[must_use]
    pub fn also<M: MockInterface>(&self) -> M {
        let face = self.object.add_face(M::SPEC);
        M::from_mock(MockOf(Self { object: Arc::clone(&self.object), face, owner: false }, PhantomData))
    }

    /// How many references COM callers hold.
    #[must_use]
    pub fn references(&self) -> usize {
        self.object.references()
    }

    /// What unexpected calls are answered with, instead of the code that the interface definition names.
    pub fn answer_unexpected(&self, code: HRESULT) {
        self.object.answer_unexpected(code);
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
            panic!("mock of {}:\n{report}", self.face.name());
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

    pub(crate) fn expect(&self, method: &'static Method) -> (Arc<Face>, Tally) {
        (Arc::clone(&self.face), self.face.script().add(method))
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        if !self.owner || std::thread::panicking() {
            return;
        }
        let report = self.object.settle() + &self.object.leaks();
        if !report.is_empty() {
            panic!("mock of {}:\n{report}", self.face.name());
        }
    }
}

/// A handle on a face of interface `I`: whose face it is, no safe code can mistake.
///
/// ```compile_fail,E0308
/// use mapidl::com::{MockIPersist, MockIStream};
/// use mapidl::mock::{Mock, MockInterface};
///
/// let mock = Mock::new(<MockIPersist as MockInterface>::SPEC);
/// let stream = <MockIStream as MockInterface>::from_mock(mock); // another interface
/// ```
#[repr(transparent)]
pub struct MockOf<I>(Mock, PhantomData<fn() -> I>);

impl<I> fmt::Debug for MockOf<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<I: Interface> MockOf<I> {
    /// A new reference to the object, as a COM caller gets it.
    #[must_use]
    pub fn to_interface(&self) -> I {
        self.0.object.add_ref();
        // SAFETY: the face was made for this interface, and the reference was just added.
        unsafe { I::from_raw(self.0.face.pointer()) }
    }

    /// Ends the mock; see [`Mock::finish`].
    ///
    /// # Errors
    /// A line for each failure and each leak.
    pub fn finish(self) -> Result<(), String> {
        self.0.finish()
    }

    /// The same handle as one of a base.
    ///
    /// # Safety
    /// `B` must be [`Mock`], or the mock of a base of `I`.
    #[doc(hidden)]
    #[must_use]
    pub unsafe fn base<B: MockBase>(&self) -> &B {
        // SAFETY: both are transparent wrappers of a handle, and a face of `I` is one of its bases as well.
        unsafe { &*std::ptr::from_ref(self).cast() }
    }
}

/// What a mock type can dereference to.
///
/// # Safety
/// It must be a transparent wrapper of a [`Mock`].
#[doc(hidden)]
pub unsafe trait MockBase {}

// SAFETY: it is one.
unsafe impl MockBase for Mock {}
