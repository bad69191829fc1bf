//! Duty: tell the program what a COM boundary cannot.
//! Input: a panic caught in a provider method, a success code nobody declared, or one in the place of an error. Output: a
//! call of the hook that the program installed.

use crate::HRESULT;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};

/// What happened at a boundary where an HRESULT says too little.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A provider method panicked; its caller got `E_UNEXPECTED` (or zero, where the method returns no HRESULT).
    Panic {
        /// `Interface::Method`.
        method: &'static str,
        /// The panic's message.
        message: &'a str,
    },
    /// A method returned a success code that its definition does not allow for, and that its safe signature cannot
    /// carry.
    UndeclaredSuccess {
        /// `Interface::Method`.
        method: &'static str,
        /// The code.
        code: HRESULT,
    },
    /// A provider method answered `Err` with a success code. Its values were never written, so its caller got
    /// `E_UNEXPECTED`.
    MistakenError {
        /// `Interface::Method`.
        method: &'static str,
        /// The code.
        code: HRESULT,
    },
    /// An object that belongs to an apartment was called on another thread, where that cannot be answered otherwise.
    /// After `IUnknown::Release` the object is leaked: its value must not be dropped there.
    WrongThread {
        /// `Interface::Method`.
        method: &'static str,
    },
}

type Hook = Arc<dyn Fn(&Event<'_>) + Send + Sync>;

static HOOK: RwLock<Option<Hook>> = RwLock::new(None);

/// Installs the hook that is told of [`Event`]s; it replaces the one before.
///
/// It is called on the thread of the COM call and should return soon. It may do whatever other code may, also install
/// another hook; what happens inside it is told to the hook again. A panic in it is swallowed, and so is one in the drop of
/// the hook that it replaces.
pub fn set_hook(hook: impl Fn(&Event<'_>) + Send + Sync + 'static) {
    replace(Some(Arc::new(hook)));
}

/// Removes the hook.
///
/// A call of it that has begun on another thread may end later.
pub fn clear_hook() {
    replace(None);
}

/// No code of others runs while the lock is held: neither a hook nor the drop of one.
fn replace(hook: Option<Hook>) {
    let before = std::mem::replace(&mut *HOOK.write().unwrap_or_else(PoisonError::into_inner), hook);
    quietly(|| drop(before));
}

pub(crate) fn report(event: &Event<'_>) {
    let hook = HOOK.read().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some(hook) = hook {
        quietly(|| hook(event));
        // The last reference, if another hook was installed meanwhile.
        quietly(|| drop(hook));
    }
}

/// Runs code of others whose panic has nowhere to go.
fn quietly(run: impl FnOnce()) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(run)) {
        forget_payload(payload);
    }
}

/// The text of a panic's payload.
pub(crate) fn panic_message(payload: &(dyn Any + Send)) -> &str {
    if let Some(text) = payload.downcast_ref::<&str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        "a panic without a message"
    }
}

/// Gets rid of a payload whose own drop may panic, with a payload whose drop may panic; one that never ends is leaked.
pub(crate) fn forget_payload(mut payload: Box<dyn Any + Send>) {
    for _ in 0..8 {
        match catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            Ok(()) => return,
            Err(next) => payload = next,
        }
    }
    std::mem::forget(payload);
}
