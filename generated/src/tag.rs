//! Duty: take property tags apart and put them together.
//! Input: identifiers and types. Output: tags, and their halves again.

use crate::{MAPI_PROP_TYPE, PROP_TYPE_MASK, PropTag};

impl PropTag {
    /// The tag of an identifier and a type (`PROP_TAG`).
    ///
    /// ```
    /// use mapi::{MAPI_PROP_TYPE, PropTag};
    ///
    /// assert_eq!(PropTag::of(0x0037, MAPI_PROP_TYPE::PT_UNICODE), PropTag::PR_SUBJECT_W);
    /// ```
    #[must_use]
    pub const fn of(id: u16, prop_type: MAPI_PROP_TYPE) -> Self {
        Self((id as u32) << 16 | prop_type.0 & PROP_TYPE_MASK)
    }

    /// The upper half: which property it is (`PROP_ID`).
    #[must_use]
    pub const fn id(self) -> u16 {
        (self.0 >> 16) as u16
    }

    /// The lower half: the type of its value (`PROP_TYPE`).
    #[must_use]
    pub const fn prop_type(self) -> MAPI_PROP_TYPE {
        MAPI_PROP_TYPE(self.0 & PROP_TYPE_MASK)
    }

    /// The same property with another type (`CHANGE_PROP_TYPE`), such as `PT_ERROR` for a value that is not there.
    #[must_use]
    pub const fn with_type(self, prop_type: MAPI_PROP_TYPE) -> Self {
        Self::of(self.id(), prop_type)
    }
}
