//! What kind of face a record has.

/// What kind of face a record has; decided for all records before any face is built, since they refer to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Face {
    /// None.
    Raw,
    /// The record itself.
    Plain,
    /// A wrapper with accessors.
    Fixed,
    /// A counted list.
    List,
    /// Values and a list.
    Tail,
}
