//! A `mapi32.dll` that nobody here wrote, through the entry points and safe wrappers of `mapi`: properties in memory,
//! every method of `IPropData`, on Windows or under Wine.
//!
//! Where Wine's implementation does less than MAPI documents, the test says so, and says what is documented; on a
//! Windows with MAPI those lines are the ones to change.

use mapi::{
    Binary, IMAPIProp, IMAPITable, IPropData, MAPI_COPY_FLAGS, MAPI_E_INVALID_PARAMETER, MAPI_E_NO_ACCESS,
    MAPI_E_NO_SUPPORT, MAPI_E_NOT_FOUND, MAPI_E_NOT_INITIALIZED, MAPI_FLAGS, MAPI_INIT_FLAGS, MAPI_NAME_FLAGS,
    MAPI_PROP_ACCESS_FLAGS, MAPI_PROP_TYPE, MAPI_SAVE_FLAGS, MAPI_W_ERRORS_RETURNED, Mapi, PropTag, PropValue, Value,
    f_prop_exists, hr_set_one_prop,
};
use mapidl::com::{CY, FILETIME, IStream, LARGE_INTEGER};
use mapidl::{GUID, HRESULT, Interface, Result, u16cstr};
use std::collections::BTreeSet;
use std::sync::Mutex;

const S_OK: HRESULT = HRESULT(0);
const UNICODE: MAPI_FLAGS = MAPI_FLAGS::MAPI_UNICODE;
const ACCESS: [MAPI_PROP_ACCESS_FLAGS; 2] =
    [MAPI_PROP_ACCESS_FLAGS::IPROP_READWRITE, MAPI_PROP_ACCESS_FLAGS::IPROP_READONLY];

/// The methods that scenarios say they call.
static CALLED: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());

fn calling(methods: &[&'static str]) {
    CALLED.lock().expect("no test panics with the lock held").extend(methods);
}

fn subject_and_importance() -> Result<IPropData> {
    let data = IPropData::create()?;
    let subject = PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(u16cstr!("hello")));
    let problems = data.set_props(&[PropValue::new(PropTag::PR_IMPORTANCE, Value::Long(2)), subject])?;
    assert!(problems.is_none());
    Ok(data)
}

fn tags(data: &IPropData) -> Result<Vec<PropTag>> {
    Ok(data.get_prop_list(UNICODE)?.view().to_vec())
}

/// Wine has no mail client, and says so.
#[test]
fn mapi_needs_a_mail_client() {
    assert_eq!(Mapi::initialize(MAPI_INIT_FLAGS::NONE).map(drop).unwrap_err().code(), MAPI_E_NOT_INITIALIZED);
}

/// A property of each type goes into the DLL's memory and comes back, as the DLL itself copies it.
#[test]
fn values_of_all_types_come_back() -> Result<()> {
    let guid = GUID::from_u128(0x0002_0307_0000_0000_c000_0000_0000_0046);
    let time = FILETIME { dwLowDateTime: 0xd53e_8000, dwHighDateTime: 0x019d_b1de };
    let (times, guids) = ([time, time], [guid, GUID::zeroed()]);
    let blobs = [Binary::new(b"one"), Binary::new(b""), Binary::new(&[7; 300])];
    let values = [
        (MAPI_PROP_TYPE::PT_I2, Value::I2(-2)),
        (MAPI_PROP_TYPE::PT_LONG, Value::Long(i32::MIN)),
        (MAPI_PROP_TYPE::PT_R4, Value::R4(0.25)),
        (MAPI_PROP_TYPE::PT_DOUBLE, Value::Double(-1.5e300)),
        (MAPI_PROP_TYPE::PT_BOOLEAN, Value::Boolean(1)),
        (MAPI_PROP_TYPE::PT_CURRENCY, Value::Currency(CY { int64: 12_3456 })),
        (MAPI_PROP_TYPE::PT_APPTIME, Value::Apptime(45_000.5)),
        (MAPI_PROP_TYPE::PT_SYSTIME, Value::Systime(time)),
        (MAPI_PROP_TYPE::PT_STRING8, Value::String8(c"narrow")),
        (MAPI_PROP_TYPE::PT_BINARY, Value::Binary(&[0, 1, 2, 0xff])),
        (MAPI_PROP_TYPE::PT_UNICODE, Value::Unicode(u16cstr!("wide \u{1f600}"))),
        (MAPI_PROP_TYPE::PT_CLSID, Value::Clsid(&guid)),
        (MAPI_PROP_TYPE::PT_I8, Value::I8(LARGE_INTEGER { QuadPart: i64::MIN + 1 })),
        (MAPI_PROP_TYPE::PT_MV_I2, Value::MvI2((&[1, -1]).into())),
        (MAPI_PROP_TYPE::PT_MV_LONG, Value::MvLong((&[i32::MAX, 0, -7]).into())),
        (MAPI_PROP_TYPE::PT_MV_DOUBLE, Value::MvDouble((&[0.5, -0.5]).into())),
        (MAPI_PROP_TYPE::PT_MV_SYSTIME, Value::MvSystime((&times).into())),
        (MAPI_PROP_TYPE::PT_MV_BINARY, Value::MvBinary((&blobs).into())),
        (MAPI_PROP_TYPE::PT_MV_CLSID, Value::MvClsid((&guids).into())),
    ];
    calling(&["SetProps", "GetProps"]);
    for (kind, value) in values {
        let data = IPropData::create()?;
        let tag = PropTag(0x6600_0000 | kind.0);
        assert!(data.set_props(&[PropValue::new(tag, value)])?.is_none(), "{value:?}");
        let back = data.get_props(Some(&[tag]), UNICODE)?;
        assert_eq!((back.code(), back.len()), (S_OK, 1), "{value:?}");
        assert_eq!(back.get(0).map(|prop| (prop.prop_tag(), prop.value())), Some((tag, value)));
    }
    Ok(())
}

/// A property that is not there comes back as an error in its place, and a warning with the values.
#[test]
fn a_missing_property_is_an_error_in_its_place() -> Result<()> {
    calling(&["SetProps", "GetProps"]);
    let data = subject_and_importance()?;
    let props = data.get_props(Some(&[PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W, PropTag::PR_IMPORTANCE]), UNICODE)?;
    assert_eq!((props.code(), props.len()), (MAPI_W_ERRORS_RETURNED, 3));
    let missing = PropTag(PropTag::PR_BODY_W.0 & 0xffff_0000 | MAPI_PROP_TYPE::PT_ERROR.0);
    assert_eq!(props.get(0).map(|prop| prop.value()), Some(Value::Unicode(u16cstr!("hello"))));
    assert_eq!(props.get(1).map(|prop| prop.prop_tag()), Some(missing)); // Wine leaves the code itself unset
    assert_eq!(props.get(2).map(|prop| prop.value()), Some(Value::Long(2)));
    Ok(())
}

/// A tag without a type takes the type that is there. A null list of tags, which MAPI documents as all properties, is
/// refused by Wine; that the refusal comes shows that the null arrived.
#[test]
fn tags_can_leave_the_type_open() -> Result<()> {
    calling(&["GetProps", "GetPropList"]);
    let data = subject_and_importance()?;
    let open = PropTag(PropTag::PR_SUBJECT_W.0 & 0xffff_0000);
    let props = data.get_props(Some(&[open]), UNICODE)?;
    assert_eq!(props.get(0).map(|prop| prop.prop_tag()), Some(PropTag::PR_SUBJECT_W));
    assert_eq!(tags(&data)?, [PropTag::PR_IMPORTANCE, PropTag::PR_SUBJECT_W]);
    assert_eq!(tags(&IPropData::create()?)?, []);
    assert_eq!(data.get_props(None, UNICODE).map(drop).unwrap_err().code(), MAPI_E_INVALID_PARAMETER);
    Ok(())
}

/// Objects cannot be set; they are added by their tags.
#[test]
fn objects_are_added_and_not_set() -> Result<()> {
    calling(&["SetProps", "HrAddObjProps"]);
    let data = IPropData::create()?;
    let object = PropValue::new(PropTag::PR_ATTACH_DATA_OBJ, Value::Object(0));
    assert_eq!(data.set_props(&[object]).map(drop).unwrap_err().code(), MAPI_E_INVALID_PARAMETER);
    let added = data.hr_add_obj_props(&[PropTag::PR_ATTACH_DATA_OBJ])?;
    assert_eq!((added.code(), added.is_none()), (S_OK, true));
    Ok(())
}

/// What cannot be deleted is told by its place, tag and code.
#[test]
fn what_is_deleted_is_gone_and_the_rest_is_told() -> Result<()> {
    calling(&["DeleteProps", "GetPropList", "HrSetPropAccess"]);
    let data = subject_and_importance()?;
    let read_only = MAPI_PROP_ACCESS_FLAGS::IPROP_READONLY | MAPI_PROP_ACCESS_FLAGS::IPROP_CLEAN;
    data.hr_set_prop_access(&[PropTag::PR_IMPORTANCE], &[read_only])?;
    let problems = data.delete_props(&[PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W, PropTag::PR_IMPORTANCE])?;
    let problems = problems.expect("one property can only be read");
    let told: Vec<_> = problems.view().iter().map(|p| (p.ulIndex, PropTag(p.ulPropTag), p.scode)).collect();
    assert_eq!(told, [(2, PropTag::PR_IMPORTANCE, MAPI_E_NO_ACCESS)]);
    assert_eq!(tags(&data)?, [PropTag::PR_IMPORTANCE]);
    Ok(())
}

/// Access is told for all properties, in the order of the tags that come with it. Wine puts that list also in the place
/// of one that names some, and the wrapper frees it.
#[test]
fn access_is_set_and_told() -> Result<()> {
    calling(&["HrSetPropAccess", "HrGetPropAccess"]);
    let data = subject_and_importance()?;
    let [read_write, read_only] = ACCESS;
    let clean = read_only | MAPI_PROP_ACCESS_FLAGS::IPROP_CLEAN;
    data.hr_set_prop_access(&[PropTag::PR_IMPORTANCE], &[clean])?;
    let (tags, access) = data.hr_get_prop_access(None)?;
    let tags = tags.expect("all were asked for");
    assert_eq!(tags.view().to_vec(), [PropTag::PR_IMPORTANCE, PropTag::PR_SUBJECT_W]);
    assert_eq!(access.iter().collect::<Vec<_>>(), [clean, read_write]);
    let (tags, access) = data.hr_get_prop_access(Some(&[PropTag::PR_SUBJECT_W]))?;
    assert_eq!(tags.expect("Wine answers for all").view().to_vec(), [PropTag::PR_IMPORTANCE, PropTag::PR_SUBJECT_W]);
    assert_eq!(access.iter().collect::<Vec<_>>(), [clean, read_write]);
    let both = data.hr_set_prop_access(&[PropTag::PR_IMPORTANCE], &[read_only | read_write]);
    assert_eq!(both.unwrap_err().code(), MAPI_E_INVALID_PARAMETER);
    Ok(())
}

/// An object that can only be read keeps what it has.
#[test]
fn an_object_can_be_closed_to_changes() -> Result<()> {
    calling(&["HrSetObjAccess", "DeleteProps", "SaveChanges"]);
    let data = subject_and_importance()?;
    let [read_write, read_only] = ACCESS;
    data.save_changes(MAPI_SAVE_FLAGS::NONE)?;
    data.hr_set_obj_access(read_only)?;
    assert_eq!(data.delete_props(&[PropTag::PR_SUBJECT_W]).map(drop).unwrap_err().code(), MAPI_E_NO_ACCESS);
    data.hr_set_obj_access(read_write)?;
    assert!(data.delete_props(&[PropTag::PR_SUBJECT_W])?.is_none());
    Ok(())
}

/// What Wine does not implement answers as MAPI says that an unsupported method does; IPropData documents the same for
/// OpenProperty and the two that translate names.
#[test]
fn what_is_not_supported_says_so() -> Result<()> {
    calling(&["OpenProperty", "GetNamesFromIDs", "GetIDsFromNames", "CopyTo", "CopyProps", "GetLastError"]);
    let (data, other) = (subject_and_importance()?, IPropData::create()?.cast::<IMAPIProp>()?);
    let opened = data.open_property::<IStream>(PropTag::PR_BODY_W, 0, MAPI_FLAGS::NONE).map(drop);
    let named = data.get_names_from_ids(None, None, MAPI_NAME_FLAGS::NONE).map(drop);
    let found = data.get_ids_from_names(None, MAPI_FLAGS::NONE).map(drop);
    let copied = data.copy_to(None, None, 0, None, &other, MAPI_COPY_FLAGS::NONE).map(drop);
    let some = data.copy_props(&[PropTag::PR_SUBJECT_W], 0, None, &other, MAPI_COPY_FLAGS::NONE).map(drop);
    let codes = [opened, named, found, copied, some].map(|answer| answer.unwrap_err().code());
    assert_eq!(codes, [MAPI_E_NO_SUPPORT; 5]);
    assert!(data.get_last_error(MAPI_E_NOT_FOUND, UNICODE)?.is_none());
    Ok(())
}

/// References are counted by the DLL; a cast finds the base, and no stranger.
#[test]
fn the_object_is_cast_and_released() -> Result<()> {
    calling(&["QueryInterface", "AddRef", "Release"]);
    let data = subject_and_importance()?;
    let prop = data.cast::<IMAPIProp>()?;
    assert!(data.cast::<IMAPITable>().is_err());
    drop(data);
    assert_eq!(prop.get_prop_list(UNICODE)?.view().len(), 2);
    Ok(())
}

/// The DLL's helpers call back into the object.
#[test]
fn helpers_work_on_the_object() -> Result<()> {
    let prop = subject_and_importance()?.cast::<IMAPIProp>()?;
    assert!(f_prop_exists(&prop, PropTag::PR_IMPORTANCE)?);
    assert!(!f_prop_exists(&prop, PropTag::PR_BODY_W)?);
    hr_set_one_prop(&prop, PropValue::new(PropTag::PR_PRIORITY, Value::Long(-1)))?;
    let back = prop.get_props(Some(&[PropTag::PR_PRIORITY]), UNICODE)?;
    assert_eq!(back.get(0).map(|prop| prop.value()), Some(Value::Long(-1)));
    Ok(())
}

/// All of the above once more, one after the other; together they call every slot of the vtable.
#[test]
fn every_method_of_the_vtable_is_called() -> Result<()> {
    values_of_all_types_come_back()?;
    a_missing_property_is_an_error_in_its_place()?;
    tags_can_leave_the_type_open()?;
    objects_are_added_and_not_set()?;
    what_is_deleted_is_gone_and_the_rest_is_told()?;
    access_is_set_and_told()?;
    an_object_can_be_closed_to_changes()?;
    what_is_not_supported_says_so()?;
    the_object_is_cast_and_released()?;
    let compilation = mapidl_tests::mapi();
    let model = &compilation.model;
    let (id, _) = model.interfaces.iter().find(|(_, it)| &*it.head.name == "IPropData").expect("it is MAPI's");
    let slots = model.chain(id).into_iter().flat_map(|base| &model.interfaces[base].methods);
    let slots: BTreeSet<&str> = slots.map(|method| &*method.head.name).collect();
    assert_eq!(slots, *CALLED.lock().expect("no test panics with the lock held"));
    println!("IPropData of {}: {} methods called", "mapi32.dll", slots.len());
    Ok(())
}
