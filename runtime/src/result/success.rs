//! Duty: keep what a COM method says when it succeeds.
//! Input: the HRESULT of a call, or of an implementer. Output: [`Success`], a value together with its success code.

use crate::HRESULT;
use crate::codes::Named;
use std::fmt;
use std::ops::{Deref, DerefMut};

/// A value and the success code that came with it.
///
/// COM methods can succeed with a code other than `S_OK`, and still return values: `MAPI_W_ERRORS_RETURNED` comes with
/// the properties that could be read, `S_FALSE` with fewer elements than asked for. A generated method whose interface
/// definition allows for that returns `Result<Success<T>>`: a caller sees both, and an implementer can return both.
///
/// `Success<T>` dereferences to `T`; compare [`code`](Self::code) where the warning matters. An implementer with
/// nothing to warn of writes `Ok(value.into())`, or `Ok(Success::OK)` where there is no value.
#[derive(Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Success<T = ()> {
    /// What the method returned through its out parameters.
    pub value: T,
    code: HRESULT,
}

impl Success {
    /// No value and no warning.
    pub const OK: Self = Self { value: (), code: HRESULT(0) };

    /// No value, with a warning. A failure code is no success: it is replaced by `S_FALSE` (1).
    pub const fn warning(code: HRESULT) -> Self {
        Self::with((), code)
    }
}

impl<T> Success<T> {
    /// A value without a warning.
    pub const fn new(value: T) -> Self {
        Self { value, code: HRESULT(0) }
    }

    /// A value with a warning. A failure code is no success: it is replaced by `S_FALSE` (1).
    pub const fn with(value: T, code: HRESULT) -> Self {
        Self { value, code: if code.0 < 0 { HRESULT(1) } else { code } }
    }

    /// The success code: `S_OK`, or the warning.
    pub const fn code(&self) -> HRESULT {
        self.code
    }

    /// Whether the code is another than `S_OK`.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        self.code.0 != 0
    }

    /// The value alone.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }

    /// The same code with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Success<U> {
        Success { value: f(self.value), code: self.code }
    }
}

impl<T> From<T> for Success<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: fmt::Debug> fmt::Debug for Success<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Success").field("value", &self.value).field("code", &Named(self.code)).finish()
    }
}

impl<T> Deref for Success<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Success<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_no_success() {
        assert_eq!(Success::with(1, HRESULT(-1)).code(), HRESULT(1));
        assert_eq!(Success::with(1, HRESULT(0x0004_0380)).code(), HRESULT(0x0004_0380));
        assert!(!Success::new(1).is_warning());
    }
}
