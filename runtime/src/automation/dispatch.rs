//! Duty: calls by name or number, through `IDispatch`.
//! Input: names or numbers, and variants. Output: the result, or what the object tells of its failure.

use super::{Bstr, Variant, lend};
use crate::codes::DISP_E_EXCEPTION;
use crate::com::{DISPPARAMS, EXCEPINFO, IDispatch, VARIANT};
use crate::{Error, GUID, HRESULT, Result};
use std::ffi::c_void;
use std::fmt;

const METHOD: u16 = 1;
const PROPERTY_GET: u16 = 2;
const PROPERTY_PUT: u16 = 4;
const PROPERTY_PUT_REF: u16 = 8;
/// The number of the new value among the arguments of a call that sets a property.
const NEW_VALUE: i32 = -3;
/// The language of names and arguments: the user's own.
const LANGUAGE: u32 = 0x400;

/// An argument of a call by name that itself is named.
#[derive(Clone, Copy, Debug)]
pub struct Argument<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: &'a Variant,
}

/// Why a call by name failed, in the object's own words where it gives any.
#[derive(Clone, Debug)]
pub struct InvokeError {
    error: Error,
    /// What failed, in words; empty where the object does not say.
    pub description: Bstr,
    /// The program or class that failed; empty where the object does not say.
    pub source: Bstr,
    /// The file that holds help on it; empty where there is none.
    pub help_file: Bstr,
    /// Where in that file.
    pub help_context: u32,
    /// A code of the object's own that is no result code; 0 where there is none.
    pub number: u16,
    /// The argument that is to blame, by its place in the call: those without names first.
    pub argument: Option<usize>,
}

impl InvokeError {
    /// The result code: the object's own where it gives one.
    pub fn code(&self) -> HRESULT {
        self.error.code()
    }
}

impl fmt::Display for InvokeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.source.is_empty(), self.description.is_empty()) {
            (_, true) => self.error.fmt(f),
            (true, false) => write!(f, "{}: {}", self.description, self.error),
            (false, false) => write!(f, "{}: {}: {}", self.source, self.description, self.error),
        }
    }
}

impl std::error::Error for InvokeError {}

impl From<Error> for InvokeError {
    fn from(error: Error) -> Self {
        Self {
            error,
            description: Bstr::new(),
            source: Bstr::new(),
            help_file: Bstr::new(),
            help_context: 0,
            number: 0,
            argument: None,
        }
    }
}

impl From<InvokeError> for Error {
    /// Keeps the code; the words too, where errors can carry them.
    fn from(error: InvokeError) -> Self {
        if error.description.is_empty() { error.error } else { Self::new(error.code(), error.description.to_string()) }
    }
}

/// What a member of an object is called by: its name, or its number, which saves asking for it. Generated interfaces have
/// the numbers as constants: `IFoo::DISPID_NAME`.
pub trait MemberId: sealed::Sealed {
    /// The number.
    #[doc(hidden)]
    fn number(&self, object: &IDispatch) -> Result<i32>;
}

impl MemberId for &str {
    fn number(&self, object: &IDispatch) -> Result<i32> {
        object.member(self)
    }
}

impl MemberId for i32 {
    fn number(&self, _: &IDispatch) -> Result<i32> {
        Ok(*self)
    }
}

mod sealed {
    /// Keeps what members are called by to names and numbers.
    pub trait Sealed {}
    impl Sealed for &str {}
    impl Sealed for i32 {}
}

/// Calls by name or number.
///
/// ```no_run
/// # fn example(object: &mapidl::com::IDispatch) -> Result<(), mapidl::automation::InvokeError> {
/// const DISPID_VISIBLE: i32 = 7;
/// object.put("Visible", true)?;
/// object.put(DISPID_VISIBLE, true)?; // without asking for the number first
/// # Ok(())
/// # }
/// ```
impl IDispatch {
    /// The number of a member.
    ///
    /// # Errors
    /// `DISP_E_UNKNOWNNAME`, or what the object answers.
    pub fn member(&self, name: &str) -> Result<i32> {
        Ok(self.members(name, &[])?[0])
    }

    /// The numbers of a member and of its arguments with names.
    fn members(&self, name: &str, arguments: &[Argument<'_>]) -> Result<Vec<i32>> {
        let wide = |name: &str| name.encode_utf16().chain([0]).collect::<Vec<u16>>();
        let mut names: Vec<_> = std::iter::once(name).chain(arguments.iter().map(|a| a.name)).map(wide).collect();
        let mut pointers: Vec<_> = names.iter_mut().map(Vec::as_mut_ptr).collect();
        let mut numbers = vec![-1; names.len()];
        let (function, count) = (crate::call::slots(self).GetIDsOfNames, crate::call::counts(&[Some(names.len())])?);
        // SAFETY: there are as many names and places as the count says.
        let code = unsafe {
            let (names, numbers) = (pointers.as_mut_ptr(), numbers.as_mut_ptr());
            function(crate::call::this(self), &GUID::zeroed(), names.cast(), count, LANGUAGE, numbers)
        };
        let _ = crate::call::check(code)?;
        Ok(numbers)
    }

    /// Reads a property.
    ///
    /// # Errors
    /// What the object answers.
    pub fn get(&self, member: impl MemberId) -> Result<Variant, InvokeError> {
        self.get_at(member, &[])
    }

    /// Reads a property that takes arguments: an element of a collection.
    ///
    /// # Errors
    /// What the object answers.
    pub fn get_at(&self, member: impl MemberId, arguments: &[Variant]) -> Result<Variant, InvokeError> {
        self.invoke_number(member.number(self)?, PROPERTY_GET, arguments.iter(), &[])
    }

    /// Sets a property to a value.
    ///
    /// # Errors
    /// What the object answers.
    pub fn put(&self, member: impl MemberId, value: impl Into<Variant>) -> Result<(), InvokeError> {
        self.put_at(member, &[], value)
    }

    /// Sets a property that takes arguments: an element of a collection.
    ///
    /// # Errors
    /// What the object answers.
    pub fn put_at(
        &self,
        member: impl MemberId,
        arguments: &[Variant],
        value: impl Into<Variant>,
    ) -> Result<(), InvokeError> {
        let (member, value) = (member.number(self)?, value.into());
        let arguments = arguments.iter().chain([&value]);
        self.invoke_number(member, PROPERTY_PUT, arguments, &[NEW_VALUE]).map(drop)
    }

    /// Sets a property to an object itself rather than to its value.
    ///
    /// # Errors
    /// What the object answers.
    pub fn put_ref(&self, member: impl MemberId, object: impl Into<Variant>) -> Result<(), InvokeError> {
        let (member, object) = (member.number(self)?, object.into());
        self.invoke_number(member, PROPERTY_PUT_REF, [&object].into_iter(), &[NEW_VALUE]).map(drop)
    }

    /// Calls a method.
    ///
    /// # Errors
    /// What the object answers.
    pub fn call(&self, member: impl MemberId, arguments: &[Variant]) -> Result<Variant, InvokeError> {
        self.invoke_number(member.number(self)?, METHOD, arguments.iter(), &[])
    }

    /// Calls a method with arguments some of which have names.
    ///
    /// # Errors
    /// What the object answers.
    pub fn call_named(
        &self,
        name: &str,
        arguments: &[Variant],
        named: &[Argument<'_>],
    ) -> Result<Variant, InvokeError> {
        let numbers = self.members(name, named)?;
        let arguments = arguments.iter().chain(named.iter().map(|argument| argument.value));
        // The last argument comes first, and its name with it.
        let names: Vec<_> = numbers[1..].iter().rev().copied().collect();
        self.invoke_number(numbers[0], METHOD, arguments, &names)
    }

    /// Calls a member by its number. The last of the arguments have these names, in the reverse order.
    fn invoke_number<'v>(
        &self,
        member: i32,
        what: u16,
        arguments: impl DoubleEndedIterator<Item = &'v Variant>,
        names: &[i32],
    ) -> Result<Variant, InvokeError> {
        let mut values: Vec<VARIANT> = arguments.rev().map(lend).collect();
        let mut names = names.to_vec();
        let mut parameters = DISPPARAMS {
            rgvarg: values.as_mut_ptr(),
            rgdispidNamedArgs: names.as_mut_ptr(),
            cArgs: crate::call::counts(&[Some(values.len())])?,
            cNamedArgs: crate::call::counts(&[Some(names.len())])?,
        };
        let (mut result, mut blame) = (Variant::new().into_raw(), u32::MAX);
        // SAFETY: zero and null are values of all fields.
        let mut told: EXCEPINFO = unsafe { std::mem::zeroed() };
        // Nobody waits for the result of setting a property, and some objects refuse a place for it.
        let place = if what & (PROPERTY_PUT | PROPERTY_PUT_REF) == 0 { &raw mut result } else { std::ptr::null_mut() };
        let function = crate::call::slots(self).Invoke;
        // SAFETY: the arguments are lent for the call, and the places are valid for it.
        let code = unsafe {
            let (this, none) = (crate::call::this(self), GUID::zeroed());
            function(this, member, &none, LANGUAGE, what, &mut parameters, place, &mut told, &mut blame)
        };
        if code.is_ok() {
            // SAFETY: the object has given the result away.
            return Ok(unsafe { super::own::<Variant, _>(result) });
        }
        // SAFETY: with that code the object has filled it in, or left it zero.
        let mut error = unsafe { failure(code, told) };
        // The peer's number may be any.
        let place = usize::try_from(blame).ok().and_then(|place| place.checked_add(1));
        error.argument = place.and_then(|place| values.len().checked_sub(place));
        Err(error)
    }
}

/// What the object tells of its failure: with the code for that, and with no other, it has given strings away.
///
/// # Safety
/// With `DISP_E_EXCEPTION` the strings in `told` are ours, and the function in it can be called.
unsafe fn failure(code: HRESULT, mut told: EXCEPINFO) -> InvokeError {
    type FillIn = unsafe extern "system" fn(*mut EXCEPINFO) -> HRESULT;
    if code != DISP_E_EXCEPTION {
        return Error::from(code).into();
    }
    if !told.pfnDeferredFillIn.is_null() {
        // SAFETY: a function of this type, as promised. When it fails, there is less to tell.
        let _ = unsafe { std::mem::transmute::<*mut c_void, FillIn>(told.pfnDeferredFillIn)(&mut told) };
    }
    let own = if told.scode.is_err() { told.scode } else { code };
    // SAFETY: the strings are ours.
    let text = |text| unsafe { Bstr::from_raw(text) };
    InvokeError {
        error: own.into(),
        description: text(told.bstrDescription),
        source: text(told.bstrSource),
        help_file: text(told.bstrHelpFile),
        help_context: told.dwHelpContext,
        number: told.wCode,
        argument: None,
    }
}
