//! Duty: tell the program what a COM boundary cannot.
//! Input: a panic caught in a provider method, a success code nobody declared, or one in the place of an error. Output: a
//! call of the hook that the program installed.

use crate::HRESULT;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::RwLock;

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
}

type Hook = dyn Fn(&Event<'_>) + Send + Sync;

static HOOK: RwLock<Option<Box<Hook>>> = RwLock::new(None);

/// Installs the hook that is told of [`Event`]s; it replaces the one before.
///
/// It is called on the thread of the COM call and should return soon. A panic in it is swallowed.
pub fn set_hook(hook: impl Fn(&Event<'_>) + Send + Sync + 'static) {
    if let Ok(mut slot) = HOOK.write() {
        *slot = Some(Box::new(hook));
    }
}

/// Removes the hook.
pub fn clear_hook() {
    if let Ok(mut slot) = HOOK.write() {
        *slot = None;
    }
}

pub(crate) fn report(event: &Event<'_>) {
    let call = || {
        if let Ok(hook) = HOOK.read()
            && let Some(hook) = hook.as_ref()
        {
            hook(event);
        }
    };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(call)) {
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

/// Gets rid of a payload whose own drop may panic.
pub(crate) fn forget_payload(payload: Box<dyn Any + Send>) {
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(second);
    }
}
