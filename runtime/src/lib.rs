//! Safe COM in Rust from classic IDL: what generated code and its users name.
//!
//! Interfaces that `mapidl` generates have windows-core's shapes (`IFoo`, `IFoo_Vtbl`, `IFoo_Impl`); this crate
//! re-exports what belongs to them, so that a user needs no other dependency, on Linux, macOS and Windows alike.

extern crate self as mapidl;

pub mod automation;
mod boundary;
/// The types and interfaces of COM that interface definitions build on: what the bundled base files declare.
pub mod com;
mod dll;
pub mod heap;
mod items;
mod limits;
#[cfg(feature = "mock")]
pub mod mock;
#[doc(hidden)]
pub mod object;
pub mod record;
mod result;
pub mod text;

#[doc(hidden)]
pub use inventory as __inventory;
#[doc(hidden)]
pub use windows_core as __windows_core;
#[doc(hidden)]
pub use windows_core::imp::CanInto;
pub use windows_core::{AsImpl, BOOL, ComObjectInner, GUID, HRESULT, IUnknown, InterfaceRef};
#[doc(hidden)]
pub use windows_core::{IUnknown_Vtbl, IUnknownImpl, RuntimeName};

pub use automation::{Bstr, Date, SafeArray, Value, Variant};
#[doc(hidden)]
pub use boundary::{apart, buffer, change};
pub use boundary::{call, stub};
pub use change::{ListMut, RecordMut};
pub use dll::{class, entry, unload};
pub use items::sets;
#[doc(hidden)]
pub use items::{bits, layout, vtable};
#[doc(hidden)]
pub use limits::count;
pub use limits::depth;
#[cfg(feature = "macros")]
pub use mapidl_macros::{include_idl, mapi_interface};
pub use object::{AgileReference, AgileWeak, ComObject, FreeThreaded, Interface, OptionalExt, Weak, init_mta};
#[doc(hidden)]
pub use object::{interface, threads};
#[doc(hidden)]
pub use record::list;
pub use record::{Array, Borrowed, MapiBox, MapiRef, MapiVec, OneBlock, refs, task};
pub use result::{Error, Result, Success, codes, hooks};
pub use task::{TaskString, TaskText, TaskVec};
pub use text::MapiString;
pub use threads::{Agile, Apartment};
pub use widestring::{U16CStr, U16CString, u16cstr};

/// The code of these 32 bits: `code(0x8004_0102)`.
pub const fn code(bits: u32) -> HRESULT {
    HRESULT(bits.cast_signed())
}
