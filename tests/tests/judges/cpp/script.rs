//! What an implementation says in a conversation, whether it is a provider or a mock: the counterpart of the objects of
//! the C++ half, which say the same.
//!
//! Arguments are asserted. A failed assertion is a panic in a method, which the caller sees as E_UNEXPECTED.

#[path = "script/prop.rs"]
mod prop;
#[path = "script/store.rs"]
mod store;
#[path = "script/sync.rs"]
mod sync;
#[path = "script/table.rs"]
mod table;

use crate::cpp::samples;
use mapi::{MAPI_E_NOT_FOUND, MAPI_FLAGS, MAPIERROR, MapiError};
use mapidl::{Error, HRESULT, MapiBox, Result, u16cstr};

pub(crate) use sync::report;

/// How an implementation takes part.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Script {
    /// It plays its part of the conversation.
    Play,
    /// It answers everything with an error.
    Refuse(HRESULT),
    /// It panics, whatever it is asked.
    Panic,
}

impl Script {
    /// Begins a method.
    fn enter(self) -> Result<()> {
        match self {
            Self::Play => Ok(()),
            Self::Refuse(code) => Err(code.into()),
            Self::Panic => panic!("this part was not learnt"),
        }
    }

    /// GetLastError is the same for objects with properties and for tables.
    pub(crate) fn get_last_error(self, result: HRESULT, flags: MAPI_FLAGS) -> Result<Option<MapiBox<MAPIERROR>>> {
        self.enter()?;
        assert_eq!(flags, MAPI_FLAGS::MAPI_UNICODE);
        if result != MAPI_E_NOT_FOUND {
            assert_eq!(result, mapi::MAPI_E_NO_ACCESS);
            return Ok(None);
        }
        let error = MapiError::default()
            .with_error(Some(u16cstr!("it cannot be found")))
            .with_component(Some(u16cstr!("store")))
            .with_low_level_error(7)
            .with_context(9);
        MapiBox::new(error).map(Some)
    }
}

/// An error that is nothing but its code.
fn fail<T>(code: HRESULT) -> Result<T> {
    Err(Error::from_hresult(code))
}
