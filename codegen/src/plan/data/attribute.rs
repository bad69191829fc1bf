//! Attributes of which roles are made.

use super::{Elem, Heap, Width};

/// An attribute that changes whose memory it is, how much of it there is or what its bytes mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Attribute {
    String,
    /// `size_is` of what the pointer or array itself holds.
    Size,
    /// `size_is` of what a pointer behind the pointer holds.
    InnerSize,
    /// `size_is` of what lies further away.
    FarSize,
    BytesIs,
    LengthIs,
    Part,
    IidIs,
    UnicodeFlag,
    MapiAlloc,
    TaskAlloc,
    NameOrId,
    Edited,
    OneBlock,
    Replaces,
    Slot,
    Wide,
    NoAddref,
    Ignore,
    PartialIgnore,
    AtMost,
}

impl Elem {
    /// The attribute that an element of this kind was made of.
    pub(crate) fn attribute(&self) -> Option<Attribute> {
        match self {
            Self::NotNull(of) => of.attribute(),
            Self::Text { .. } => Some(Attribute::String),
            Self::Name => Some(Attribute::NameOrId),
            Self::Plain(_) | Self::Viewed { .. } | Self::Pointer(_) | Self::Interface(_) => None,
        }
    }
}

impl Width {
    /// The attributes that a string of this width was made of.
    pub(super) fn attributes(&self) -> Vec<Attribute> {
        match self {
            Self::Flag(_) => vec![Attribute::String, Attribute::UnicodeFlag],
            Self::Wide | Self::Narrow => vec![Attribute::String],
        }
    }
}

impl Heap {
    /// The attribute that names this allocator.
    pub(super) const fn attribute(self) -> Attribute {
        match self {
            Self::Mapi => Attribute::MapiAlloc,
            Self::Task => Attribute::TaskAlloc,
        }
    }
}
