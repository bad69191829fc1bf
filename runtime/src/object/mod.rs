//! COM objects: what makes a pointer an interface, what stands behind one of ours, and on which threads it may be called.

mod agile;
mod apartment;
mod body;
mod cast;
mod com_object;
mod implement;
pub mod interface;
mod optional;
pub(crate) mod pointer;
mod refcount;
mod sync;
pub mod threads;
mod weak;

pub use agile::{AgileReference, FreeThreaded};
pub use apartment::init_mta;
pub(crate) use body::left;
pub use body::{
    Body, Head, Object, Vtable, add, interface_ref, into_interface, into_object, is_one, matches, outer, query,
    release, to_object, untrusted,
};
#[cfg(windows)]
pub(crate) use cast::is_ours;
pub use cast::{Kind, find, source};
pub use com_object::ComObject;
pub use interface::Interface;
pub use optional::OptionalExt;
pub use weak::{AgileWeak, Weak};
pub use windows_core::imp::IWeakReference;
