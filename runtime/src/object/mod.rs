//! COM objects: what makes a pointer an interface, what stands behind one of ours, and on which threads it may be called.

mod agile;
mod apartment;
mod body;
mod cast;
mod com_object;
mod implement;
pub mod interface;
mod kind;
mod optional;
mod refcount;
pub(crate) mod reference;
mod sync;
pub mod threads;
mod unknown;
mod weak_cell;

pub use agile::{AgileReference, AgileWeak, FreeThreaded};
pub use apartment::init_mta;
pub(crate) use body::left;
pub use body::{Body, Head, Local, Object, interface_ref, into_interface, into_object, outer, to_object};
#[cfg(windows)]
pub(crate) use cast::is_ours;
pub use com_object::ComObject;
pub use kind::{Kind, Vtable, source};
pub use optional::OptionalExt;
pub use reference::{Interface, Weak, same_object};
pub(crate) use unknown::object_of;
pub use unknown::{add, is_one, matches, query, release, untrusted};
pub use windows_core::imp::IWeakReference;
