//! Names that are strings, or numbers in place of a string's address.

use mapi::{IMimePropertySet, MockIMimePropertySet};
use mapidl::text::Name;
use mapidl::{HRESULT, Interface, Result};
use std::ptr;

const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());
const PID_HDR_SUBJECT: u16 = 11;

#[test]
fn a_name_is_a_string_or_a_number() -> Result<()> {
    let mock = MockIMimePropertySet::new();
    mock.expect_delete_prop().once().returning(|name| {
        assert_eq!((name.text(), name.id()), (Some(c"X-Trace"), None));
        Ok(())
    });
    mock.expect_delete_prop().once().returning(|name| {
        assert_eq!((name.text(), name.id()), (None, Some(PID_HDR_SUBJECT)));
        Ok(())
    });
    let props: IMimePropertySet = mock.to_interface();
    props.delete_prop(c"X-Trace".into())?;
    props.delete_prop(PID_HDR_SUBJECT.into())?;
    // SAFETY: the stub looks at the pointer before it follows it.
    assert_eq!(unsafe { (props.vtable().DeleteProp)(props.as_raw(), ptr::null()) }, E_INVALIDARG);
    Ok(())
}

#[test]
fn names_of_both_kinds_in_one_array() -> Result<()> {
    let mock = MockIMimePropertySet::new();
    let names = [Name::from(c"Subject"), Name::from(PID_HDR_SUBJECT)];
    mock.expect_delete_except().once().returning(move |kept| {
        assert_eq!(kept, Some(&names[..]));
        assert_ne!(names[0], names[1]);
        Ok(())
    });
    mock.to_interface().delete_except(Some(&names))
}
