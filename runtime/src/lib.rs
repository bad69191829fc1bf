//! Safe COM in Rust from classic IDL: what generated code and its users name.
//!
//! Interfaces that `mapidl` generates have windows-core's shapes (`IFoo`, `IFoo_Vtbl`, `IFoo_Impl`); this crate
//! re-exports what belongs to them, so that a user needs no other dependency, on Linux, macOS and Windows alike.

extern crate self as mapidl;

mod agile;
#[doc(hidden)]
pub mod apart;
mod apartment;
pub mod automation;
#[doc(hidden)]
pub mod bits;
#[doc(hidden)]
pub mod buffer;
pub mod call;
#[doc(hidden)]
pub mod change;
pub mod class;
pub mod codes;
/// The types and interfaces of COM that interface definitions build on: what the bundled base files declare.
pub mod com;
mod com_object;
#[doc(hidden)]
pub mod count;
pub mod depth;
pub mod entry;
mod error;
pub mod heap;
pub mod hooks;
mod implement;
#[doc(hidden)]
pub mod interface;
#[doc(hidden)]
pub mod layout;
#[doc(hidden)]
pub mod list;
#[cfg(feature = "mock")]
pub mod mock;
#[doc(hidden)]
pub mod object;
mod optional;
mod owned;
pub mod record;
mod refcount;
pub mod refs;
pub mod sets;
pub mod stub;
mod success;
mod sync;
pub mod task;
pub mod text;
#[doc(hidden)]
pub mod threads;
pub mod unload;
mod weak;

#[doc(hidden)]
pub use inventory as __inventory;
#[doc(hidden)]
pub use windows_core as __windows_core;
#[doc(hidden)]
pub use windows_core::imp::CanInto;
pub use windows_core::{AsImpl, BOOL, ComObjectInner, GUID, HRESULT, IUnknown, InterfaceRef};
#[doc(hidden)]
pub use windows_core::{IUnknown_Vtbl, IUnknownImpl, RuntimeName};

pub use agile::{AgileReference, FreeThreaded};
pub use apartment::init_mta;
pub use automation::{Bstr, Date, SafeArray, Value, Variant};
pub use change::{ListMut, RecordMut};
pub use com_object::ComObject;
pub use error::{Error, Result};
pub use interface::Interface;
#[cfg(feature = "macros")]
pub use mapidl_macros::{include_idl, mapi_interface};
pub use optional::OptionalExt;
pub use owned::{MapiBox, MapiRef, MapiVec, OneBlock};
pub use record::{Array, Borrowed};
pub use success::Success;
pub use task::{TaskString, TaskText, TaskVec};
pub use text::MapiString;
pub use threads::{Agile, Apartment};
pub use weak::{AgileWeak, Weak};
pub use widestring::{U16CStr, U16CString, u16cstr};

/// The code of these 32 bits: `code(0x8004_0102)`.
pub const fn code(bits: u32) -> HRESULT {
    HRESULT(bits.cast_signed())
}
