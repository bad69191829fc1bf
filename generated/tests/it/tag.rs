//! The halves of a property tag.

use mapi::{MAPI_PROP_TYPE, PropTag};

#[test]
fn a_tag_has_two_halves() {
    let tag = PropTag::PR_ENTRYID;
    assert_eq!((tag.id(), tag.prop_type()), (0x0fff, MAPI_PROP_TYPE::PT_BINARY));
    assert_eq!(PropTag::of(tag.id(), tag.prop_type()), tag);
    assert_eq!(tag.with_type(MAPI_PROP_TYPE::PT_ERROR), PropTag(0x0fff_000a));
    assert_eq!(PropTag::of(0xffff, MAPI_PROP_TYPE(0x1_0003)), PropTag(0xffff_0003));
}
