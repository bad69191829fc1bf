//! Duty: say why a COM call failed.
//! Input: a failure code, with or without words. Output: [`Error`], which names the code when it is shown.

use crate::HRESULT;
use crate::codes::Named;
use crate::codes::{E_POINTER, E_UNEXPECTED};
use std::fmt;

/// The failure of a COM call: its code, and what is known beyond it.
///
/// `Debug` and `Display` name the code (`MAPI_E_NOT_FOUND`) wherever an interface definition in the program declares
/// it. It converts from and to windows-core's own error, so that `?` works with both, and from a bare code:
/// `Err(MAPI_E_NOT_FOUND.into())`.
///
/// An error is a failure whatever it was made of: where that was a success code (`S_FALSE`), which would promise values
/// that nobody wrote, the code is `E_UNEXPECTED`, and [`message`](Self::message) tells which one it was. A success that
/// is not `S_OK` is a [`Success`](crate::Success), in `Ok`.
///
/// One kind of error is about a call that succeeded: it gave null in the place of an interface ([`Error::null`]), as COM
/// allows. [`optional`](crate::OptionalExt::optional) makes an `Option` of it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Error(Kind);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Kind {
    /// The call failed.
    Failed(windows_core::Error),
    /// The call succeeded with this code, and there is no object.
    Null(HRESULT),
}

/// The result of a COM call.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A failure with words of its own. On Windows they reach callers in the same process; elsewhere no error has room for them,
    /// and [`message`](Self::message) is empty.
    #[must_use]
    pub fn new(code: HRESULT, message: impl AsRef<str>) -> Self {
        Self(Kind::Failed(windows_core::Error::new(code, message)))
    }

    /// A failure that its code describes.
    #[must_use]
    #[inline]
    pub fn from_hresult(code: HRESULT) -> Self {
        Self(Kind::Failed(windows_core::Error::from_hresult(code)))
    }

    /// A success without an object: a method that gives an interface gave null, with this success code.
    ///
    /// An implementer returns it where there is nothing to give: the caller's place gets null, and its call this code.
    /// It is the failure `E_POINTER` where the definition forbids a null, wherever no interface comes out, and where something
    /// else comes out that must be there: a record, a string, text in a caller's buffer.
    ///
    /// ```
    /// use mapidl::{Error, HRESULT, OptionalExt, Result, Success, com::IStream};
    ///
    /// let nothing: Result<Success<IStream>> = Err(Error::null(HRESULT(1)));
    /// let stream: Success<Option<IStream>> = nothing.optional()?;
    /// assert_eq!((stream.is_none(), stream.code()), (true, HRESULT(1)));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn null(success: HRESULT) -> Self {
        if success.0 < 0 { success.into() } else { Self(Kind::Null(success)) }
    }

    /// The success code of a call that gave null in the place of an interface; `None` for every other error.
    #[must_use]
    pub fn null_code(&self) -> Option<HRESULT> {
        match self.0 {
            Kind::Null(code) => Some(code),
            Kind::Failed(_) => None,
        }
    }

    /// The code, which is never that of a success.
    #[inline]
    pub fn code(&self) -> HRESULT {
        match &self.0 {
            Kind::Failed(error) if error.code().0 < 0 => error.code(),
            Kind::Failed(_) => E_UNEXPECTED,
            Kind::Null(_) => E_POINTER,
        }
    }

    /// The success code that this was wrongly made of.
    pub(crate) fn mistaken(&self) -> Option<HRESULT> {
        match &self.0 {
            Kind::Failed(error) => Some(error.code()).filter(|code| code.0 >= 0),
            Kind::Null(_) => None,
        }
    }

    /// The name of the code, where one is known.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        crate::codes::name(self.code())
    }

    /// What the system or the failed call says in words; empty where neither says anything.
    #[must_use]
    pub fn message(&self) -> String {
        match self.mistaken() {
            Some(code) => format!("an error was made of the success code {}", Named(code)),
            None => match &self.0 {
                Kind::Failed(error) => words(error),
                Kind::Null(code) => format!("the call succeeded with {} and gave no object", Named(*code)),
            },
        }
    }
}

/// What an error says beside its code, which stands in the place of words where there are none.
fn words(error: &windows_core::Error) -> String {
    let (message, code) = (error.message(), error.code());
    if message.eq_ignore_ascii_case(&format!("{:#010x}", code.0)) { String::new() } else { message }
}

impl std::error::Error for Error {}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = f.debug_tuple("Error");
        tuple.field(&Named(self.code()));
        let message = self.message();
        if !message.is_empty() {
            tuple.field(&message);
        }
        tuple.finish()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, message) = (Named(self.code()), self.message());
        if message.is_empty() { write!(f, "{code}") } else { write!(f, "{message}: {code}") }
    }
}

impl From<HRESULT> for Error {
    #[inline]
    fn from(code: HRESULT) -> Self {
        Self(Kind::Failed(code.into()))
    }
}

impl From<windows_core::Error> for Error {
    #[inline]
    fn from(error: windows_core::Error) -> Self {
        Self(Kind::Failed(error))
    }
}

impl From<Error> for windows_core::Error {
    #[inline]
    fn from(error: Error) -> Self {
        match (error.mistaken(), error.0) {
            (None, Kind::Failed(error)) => error,
            (Some(_), _) => E_UNEXPECTED.into(),
            (None, Kind::Null(_)) => E_POINTER.into(),
        }
    }
}

impl From<Error> for HRESULT {
    #[inline]
    fn from(error: Error) -> Self {
        error.code()
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self(Kind::Failed(error.into()))
    }
}

impl From<Error> for std::io::Error {
    fn from(error: Error) -> Self {
        windows_core::Error::from(error).into()
    }
}

/// Turns a failure code into an error.
#[inline]
pub fn check(code: HRESULT) -> Result<HRESULT> {
    if code.0 < 0 { Err(failed(code)) } else { Ok(code) }
}

/// The error of a failure code, kept out of the way of what succeeds.
#[cold]
pub(crate) fn failed(code: HRESULT) -> Error {
    Error::from(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const Y_E_BROKEN: HRESULT = HRESULT(0x8766_0001_u32.cast_signed());
    crate::codes! { Y_E_BROKEN, }

    #[test]
    fn an_error_is_shown_by_name() {
        let error = Error::from(Y_E_BROKEN);
        assert_eq!((error.code(), error.name()), (Y_E_BROKEN, Some("Y_E_BROKEN")));
        assert_eq!((error.message(), error.to_string()), (String::new(), "Y_E_BROKEN (0x87660001)".into()));
        assert_eq!(format!("{error:?}"), "Error(Y_E_BROKEN)");
        let unknown = Error::from_hresult(HRESULT(0x8766_ABCD_u32.cast_signed()));
        assert_eq!((unknown.message(), unknown.to_string()), (String::new(), "0x8766ABCD".into()));
    }

    #[test]
    fn a_null_keeps_its_success_code() {
        let error = Error::null(HRESULT(1));
        assert_eq!((error.code(), error.null_code(), error.mistaken()), (E_POINTER, Some(HRESULT(1)), None));
        assert_eq!(HRESULT::from(error.clone()), E_POINTER);
        assert_eq!(windows_core::Error::from(error.clone()).code(), E_POINTER);
        assert!(error.to_string().contains("gave no object"), "{error}");
        assert_eq!(Error::null(Y_E_BROKEN).null_code(), None, "a failure is no success");
    }

    #[test]
    fn both_kinds_of_errors_convert() {
        fn theirs() -> windows_core::Result<()> {
            Err(Y_E_BROKEN.into())
        }
        fn ours() -> Result<()> {
            Ok(theirs()?)
        }
        assert_eq!(ours().map_err(windows_core::Error::from), theirs());
    }

    #[test]
    fn an_error_is_no_success() {
        for code in [0, 1, 0x0004_0380, i32::MAX].map(HRESULT) {
            let errors = [
                Error::from(code),
                Error::from_hresult(code),
                // windows-core tells the system of words, which ends the program in Wine 8: combase has no RoOriginateErrorW.
                #[cfg(not(windows))]
                Error::new(code, "words"),
                windows_core::Error::from(code).into(),
            ];
            for error in errors {
                assert_eq!((error.code(), error.mistaken()), (E_UNEXPECTED, Some(code)));
                assert_eq!(HRESULT::from(error.clone()), E_UNEXPECTED);
                assert_eq!(windows_core::Error::from(error.clone()).code(), E_UNEXPECTED);
                let system = std::io::Error::from(error.clone());
                assert_eq!(Error::from(system).code(), E_UNEXPECTED);
                assert!(error.to_string().contains("success code"), "{error}");
                assert!(error.to_string().contains("0x8000FFFF"), "{error}");
            }
        }
        assert_eq!(windows_core::Error::from(Error::from(windows_core::Error::empty())).code(), E_UNEXPECTED);
    }
}
