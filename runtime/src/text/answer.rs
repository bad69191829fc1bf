//! Duty: strings that an implementer gives, in the width that its caller asked for.
//! Input: wide strings. Output: those, or their copies in the system's code page, each with an owner until it is given away.

use super::{MapiString, NarrowPtr, NarrowView, WideView, ansi};
use crate::record::Record;
use crate::stub::Out;
use crate::{MapiVec, Result};
use std::ffi::{CStr, c_void};
use std::fmt;

/// A string on its way out, in the width that the caller asked for.
#[doc(hidden)]
#[derive(Debug)]
pub enum Answer {
    /// None.
    Null,
    /// Wide.
    Wide(MapiString),
    /// In the system's code page.
    Narrow(MapiVec<u8>),
}

/// Converts a string that is to be given to a caller.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub fn answer(text: Option<MapiString>, wide: bool) -> Result<Answer> {
    Ok(match text {
        None => Answer::Null,
        Some(text) if wide => Answer::Wide(text),
        Some(text) => Answer::Narrow(MapiVec::new(&ansi::encode(&text.to_wide()))?),
    })
}

/// Gives a converted string away, unless the caller refuses it: then it is freed.
#[doc(hidden)]
pub fn give<T: Copy>(out: Out<T>, text: Answer) {
    if out.is_refused() {
        return;
    }
    let raw: *mut c_void = match text {
        Answer::Null => std::ptr::null_mut(),
        Answer::Wide(text) => text.into_raw().cast(),
        Answer::Narrow(text) => text.into_raw().0.cast(),
    };
    out.give(raw);
}

/// Strings on their way out, in the width that the caller asked for.
#[doc(hidden)]
#[derive(Debug)]
pub enum Answers<T: Record>
where
    for<'a> T::View<'a>: fmt::Debug,
{
    /// Wide.
    Wide(MapiVec<T>),
    /// In the system's code page.
    Narrow(MapiVec<NarrowPtr>),
}

impl<T: Record> Answers<T>
where
    for<'a> T::View<'a>: fmt::Debug,
{
    /// Gives the strings away: the address of the first pointer and the number of them.
    #[must_use]
    pub fn into_raw(self) -> (*mut c_void, usize) {
        match self {
            Self::Wide(texts) => {
                let (start, len) = texts.into_raw();
                (start.cast(), len)
            }
            Self::Narrow(texts) => {
                let (start, len) = texts.into_raw();
                (start.cast(), len)
            }
        }
    }
}

/// Converts strings that are to be given to a caller. Where none of them may be null, that was looked at.
///
/// # Errors
/// `MAPI_E_NOT_ENOUGH_MEMORY`
#[doc(hidden)]
pub fn answers<T>(texts: MapiVec<T>, wide: bool) -> Result<Answers<T>>
where
    T: for<'a> Record<View<'a> = WideView<'a>>,
{
    if wide {
        return Ok(Answers::Wide(texts));
    }
    let narrow: Vec<Option<Vec<u8>>> = texts.iter().map(|text| text.get().map(ansi::encode)).collect();
    let views = narrow.iter().map(|text| {
        let text = text.as_deref().and_then(|text| CStr::from_bytes_until_nul(text).ok());
        text.map_or(NarrowView::NULL, NarrowView::from)
    });
    MapiVec::new(&views.collect::<Vec<_>>()).map(Answers::Narrow)
}
