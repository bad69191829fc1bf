//! What is named of modules that somebody else wrote, and what must be true of it.

use super::record::Layout;
use super::ty::Path;
use serde::Serialize;

/// An item of another module that must be what is written of its IDL.
#[derive(Clone, Debug, Serialize)]
pub struct External {
    /// Where it is.
    pub path: Path,
    /// What must be true of it.
    pub proof: Proof,
}

/// What must be true of an item.
#[derive(Clone, Debug, Serialize)]
pub enum Proof {
    /// It is an interface, with this identifier where that is known.
    Interface(Option<u128>),
    /// It is an enumeration.
    Enum,
    /// It is an opaque value.
    Handle,
    /// It is a record of this layout, with this view.
    Record(Layout, Option<Path>),
}
