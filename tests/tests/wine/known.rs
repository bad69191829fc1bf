//! Where widl's headers and our model differ, each with its reason. The texts are what our model says.

use mapidl_tests::known::Known;

/// On every target.
pub(crate) const EVERYWHERE: &[Known] = &[];

/// With 64 bits.
pub(crate) const X86_64: &[Known] = &[];

/// With 32 bits.
pub(crate) const I686: &[Known] = &[];
