//! MAPI in safe Rust, on Linux, macOS and Windows: interfaces to call and to implement, property values, rows,
//! restrictions and notifications as Rust enums and borrowed views, memory that frees itself, and mocks (feature
//! `mock`) that are real COM objects.
//!
//! Everything below is written by `mapidl` from the files of the repository's folder `idl`; each interface's page shows
//! its quick facts and its vtable order. Flags, choices and property tags are types of their own
//! ([`PropTag`], [`MAPI_FLAGS`], …); error and success codes are constants ([`MAPI_E_NOT_FOUND`]).
//!
//! ```
//! use mapi::{IMAPIProp, IMAPIProp_Impl, MAPI_FLAGS, PropTag, PropValue, SPropValue, Value};
//! use mapidl::{MapiVec, Result, Success, implement, u16cstr};
//!
//! struct Note;
//!
//! implement! { impl Note as Note_Impl: [IMAPIProp] }
//!
//! impl IMAPIProp_Impl for Note_Impl {
//!     fn get_props(&self, _: Option<&[PropTag]>, _: MAPI_FLAGS) -> Result<Success<MapiVec<SPropValue>>> {
//!         let subject = PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(u16cstr!("Hello")));
//!         Ok(MapiVec::new(&[subject])?.into())
//!     }
//! }
//!
//! let note: IMAPIProp = Note.into();
//! let props = note.get_props(None, MAPI_FLAGS::MAPI_UNICODE)?;
//! assert_eq!(props.get(0).map(|p| p.value()), Some(Value::Unicode(u16cstr!("Hello"))));
//! # Ok::<(), mapidl::Error>(())
//! ```

#[cfg(any(feature = "entry_points", feature = "providers_spi"))]
mod heap;
mod idl;
#[cfg(feature = "entry_points")]
mod memory;
#[cfg(feature = "providers_spi")]
pub mod provider;
#[cfg(feature = "entry_points")]
mod session;
mod tag;

pub use idl::*;
pub use mapidl::com::winerrorcore::*;
#[cfg(feature = "entry_points")]
pub use session::{Mapi, Session};
