//! Calls that change, replace and fill what a caller has: through safe callers and implementers, with failures and
//! nulls, and with every block of memory counted.

use mapi::{
    ACTION, ADRENTRY, ADRLIST, Action, ActionData, AdrEntry, IABContainer, IAddrBook, IMAPIFormInfo, IMAPISession,
    MAPI_E_INVALID_PARAMETER, MAPI_E_NO_SUPPORT, MAPI_E_NOT_FOUND, MAPI_FLAGS, MAPI_PROP_ACCESS_FLAGS,
    MAPI_RESOLVE_FLAGS, MAPI_RESOLVE_NAME_FLAGS, MAPI_RESOLVE_STATE, MockIABContainer, MockIAddrBook,
    MockIMAPIFormInfo, MockIMAPIFormMgr, MockIMAPISession, MockIPropData, MockITableData, PropTag, PropValue, Row,
    SMAPIFormInfoArray, SPropTagArray, SRow, Value,
};
use mapidl::heap::{Heap, Scope};
use mapidl::refs::NULL_REF_POINTER;
use mapidl::text::WideView;
use mapidl::{Array, Borrowed, HRESULT, Interface, MapiBox, MapiVec, OneBlock, Result, Success, U16CStr, u16cstr};
use std::ptr;

const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());
const E_UNEXPECTED: HRESULT = HRESULT(0x8000_ffff_u32.cast_signed());

fn name(text: &U16CStr) -> PropValue<'_> {
    PropValue::new(PropTag::PR_DISPLAY_NAME_W, Value::Unicode(text))
}

fn entry_id(bytes: &[u8]) -> PropValue<'_> {
    PropValue::new(PropTag::PR_ENTRYID, Value::Binary(bytes))
}

/// A list of recipients that have names.
fn recipients(names: &[&U16CStr]) -> Result<MapiBox<ADRLIST>> {
    let props: Vec<_> = names.iter().map(|text| [name(text)]).collect();
    let entries: Vec<_> = props.iter().map(|props| AdrEntry::new(props)).collect();
    MapiBox::new(entries.as_slice())
}

/// Runs a test that must leave no block behind; mocks count theirs themselves.
#[track_caller]
fn without_leaks(test: impl FnOnce() -> Result<()>) {
    let blocks = Scope::new();
    let entered = blocks.enter();
    test().expect("the test");
    drop(entered);
    assert_eq!(blocks.live(), 0, "blocks that were not freed");
}

/// Resolves the second recipient.
fn resolve(mut list: mapidl::ListMut<'_, ADRLIST>) -> Result<()> {
    assert_eq!(list.get(1).map(|entry| entry.prop_vals().len()), Some(1));
    let found = MapiVec::new(&[entry_id(b"found"), name(u16cstr!("Ann Example"))])?;
    list.replace(1, found)?;
    assert_eq!(list.get(1).and_then(|entry| entry.prop_vals().get(0)), Some(entry_id(b"found")));
    let nowhere = list.replace(2, MapiVec::new(&[])?).unwrap_err();
    assert_eq!(nowhere.code(), E_INVALIDARG);
    Ok(())
}

#[test]
fn a_list_is_changed_in_place() {
    without_leaks(|| {
        let mock = MockIAddrBook::new();
        mock.expect_resolve_name().returning(|_, _, _, list| resolve(list));
        let book: IAddrBook = mock.to_interface();
        let mut list = recipients(&[u16cstr!("Bob"), u16cstr!("Ann")])?;
        book.resolve_name(0, MAPI_RESOLVE_NAME_FLAGS::default(), None, &mut list)?;
        assert_eq!(list.view().len(), 2);
        let ann = list.view().get(1).expect("two entries").prop_vals();
        assert_eq!(ann.to_vec(), [entry_id(b"found"), name(u16cstr!("Ann Example"))]);
        Ok(())
    });
}

#[test]
fn a_failure_leaves_a_list_that_can_be_read() {
    without_leaks(|| {
        let mock = MockIAddrBook::new();
        mock.expect_resolve_name().returning(|_, _, _, list| {
            resolve(list)?;
            Err(MAPI_E_NOT_FOUND.into())
        });
        let mut list = recipients(&[u16cstr!("Bob"), u16cstr!("Ann")])?;
        let failure = mock.to_interface().resolve_name(0, MAPI_RESOLVE_NAME_FLAGS::default(), None, &mut list);
        assert_eq!(failure.unwrap_err().code(), MAPI_E_NOT_FOUND);
        assert_eq!(list.view().get(1).map(|entry| entry.prop_vals().len()), Some(2));
        Ok(())
    });
}

#[test]
fn flags_beside_a_list_come_back_after_a_failure_too() {
    without_leaks(|| {
        let mock = MockIABContainer::new();
        mock.expect_resolve_names().returning(|_, _, list, states| {
            assert_eq!((list.len(), states.len()), (1, 1));
            states[0] = MAPI_RESOLVE_STATE::MAPI_AMBIGUOUS;
            Err(MAPI_E_NO_SUPPORT.into())
        });
        let container: IABContainer = mock.to_interface();
        let mut list = recipients(&[u16cstr!("Ann")])?;
        let mut states = [MAPI_RESOLVE_STATE::MAPI_UNRESOLVED];
        let answer = container.resolve_names(None, MAPI_RESOLVE_FLAGS::default(), &mut list, &mut states);
        assert_eq!(answer.unwrap_err().code(), MAPI_E_NO_SUPPORT);
        assert_eq!(states, [MAPI_RESOLVE_STATE::MAPI_AMBIGUOUS]);
        Ok(())
    });
}

#[test]
fn null_lists_are_refused() {
    let container = MockIABContainer::new();
    let object: IABContainer = container.to_interface();
    // SAFETY: the stub looks at the pointers before it follows them.
    let code = unsafe {
        (object.vtable().ResolveNames)(object.as_raw(), ptr::null_mut(), 0, ptr::null_mut(), ptr::null_mut())
    };
    assert_eq!(code, MAPI_E_INVALID_PARAMETER);
    let book = MockIAddrBook::new();
    let object: IAddrBook = book.to_interface();
    let mut parent = 0;
    // SAFETY: as above.
    let code = unsafe { (object.vtable().Address)(object.as_raw(), &raw mut parent, ptr::null_mut(), ptr::null_mut()) };
    assert_eq!(code, MAPI_E_INVALID_PARAMETER);
}

#[test]
fn one_entry_is_changed_in_place() {
    without_leaks(|| {
        let mock = MockIAddrBook::new();
        mock.expect_recip_options().returning(|_, _, mut recipient| {
            recipient.replace(MapiVec::new(&[])?)?;
            Ok(Success::warning(mapi::MAPI_W_ERRORS_RETURNED))
        });
        let props = [name(u16cstr!("Ann"))];
        let mut entry = MapiBox::<ADRENTRY>::new(AdrEntry::new(&props))?;
        let answer = mock.to_interface().recip_options(0, MAPI_FLAGS::NONE, &mut entry)?;
        assert_eq!(answer.code(), mapi::MAPI_W_ERRORS_RETURNED);
        assert!(entry.view().prop_vals().is_empty());
        entry.record_mut().replace(MapiVec::new(&props)?)?;
        assert_eq!(entry.view().prop_vals().to_vec(), props);
        Ok(())
    });
}

/// Calls `Address` with a list, and gives what the pointer holds afterwards.
fn address(book: &MockIAddrBook, list: Option<MapiBox<ADRLIST>>) -> (Result<()>, Option<MapiBox<ADRLIST>>) {
    let (mut parent, mut list) = (0, list);
    // SAFETY: the mock does not look at the parameters of the dialog.
    let answer = unsafe { book.to_interface().address(&mut parent, ptr::null_mut(), &mut list) };
    (answer, list)
}

#[test]
fn a_list_is_replaced() {
    without_leaks(|| {
        let mock = MockIAddrBook::new();
        mock.expect_address().times(3).returning(|_, _, list| {
            let old = list.take();
            let failed = old.as_ref().is_some_and(|list| list.view().len() == 2);
            *list = if old.is_some() { None } else { Some(recipients(&[u16cstr!("Ann"), u16cstr!("Bob")])?) };
            if failed { Err(MAPI_E_NO_SUPPORT.into()) } else { Ok(()) }
        });
        let (answer, list) = address(&mock, None);
        answer?;
        assert_eq!(list.as_ref().map(|list| list.view().len()), Some(2));
        let (answer, list) = address(&mock, list);
        assert_eq!((answer.is_err(), list.is_none()), (true, true));
        let (answer, list) = address(&mock, Some(recipients(&[u16cstr!("Ann")])?));
        assert_eq!((answer.is_ok(), list.is_none()), (true, true));
        Ok(())
    });
}

#[test]
fn a_panic_loses_no_list() {
    without_leaks(|| {
        let mock = MockIAddrBook::new();
        mock.expect_address().returning(|_, _, _| panic!("in the middle"));
        let (answer, list) = address(&mock, Some(recipients(&[u16cstr!("Ann")])?));
        assert_eq!(answer.unwrap_err().code(), E_UNEXPECTED);
        assert_eq!(list.map(|list| list.view().len()), Some(1));
        let _ = mock.finish();
        Ok(())
    });
}

#[test]
fn lists_of_interfaces_hold_references() {
    without_leaks(|| {
        let (form, manager) = (MockIMAPIFormInfo::new(), MockIMAPIFormMgr::new());
        let known: IMAPIFormInfo = form.to_interface();
        let before = form.references();
        manager.expect_select_multiple_forms().returning(|_, _, _, _, forms| {
            let forms = forms.expect("forms");
            assert!(forms[0].is_none() && forms[1].is_some());
            MapiBox::new(forms)
        });
        let forms = [None, Some(Borrowed::from(&known))];
        let chosen: MapiBox<SMAPIFormInfoArray> =
            manager.to_interface().select_multiple_forms(0, MAPI_FLAGS::NONE, None, None, Some(&forms))?;
        assert_eq!(form.references(), before + 1);
        assert_eq!(chosen.view().to_vec(), forms);
        drop(chosen);
        assert_eq!(form.references(), before);
        Ok(())
    });
}

#[test]
fn strings_come_out_in_one_block_of_either_width() {
    without_leaks(|| {
        let mock = MockIMAPISession::new();
        mock.expect_enum_adr_types()
            .returning(|_| MapiVec::new(&[WideView::from(u16cstr!("SMTP")), WideView::from(u16cstr!("F\u{e4}x"))]));
        let session: IMAPISession = mock.to_interface();
        let types = session.enum_adr_types(MAPI_FLAGS::NONE)?;
        let texts: Vec<_> = types.iter().map(|text| text.get().map(U16CStr::to_string_lossy)).collect();
        assert_eq!(texts, [Some("SMTP".to_owned()), Some("F\u{e4}x".to_owned())]);
        let (mut count, mut narrow) = (0, ptr::null_mut());
        // SAFETY: a caller that asks for 8-bit strings; what comes is freed below.
        let types = unsafe {
            let code = (session.vtable().EnumAdrTypes)(session.as_raw(), 0, &mut count, &mut narrow);
            assert_eq!(code, HRESULT(0));
            MapiVec::<mapidl::text::NarrowPtr>::from_raw(narrow.cast(), count as usize)
        };
        let texts: Vec<_> = types.iter().map(|text| text.get().map(|text| text.to_bytes().to_vec())).collect();
        assert_eq!((texts.len(), texts[0].as_deref()), (2, Some(&b"SMTP"[..])));
        #[cfg(not(windows))]
        assert_eq!(texts[1].as_deref(), Some(&b"F\xe4x"[..]));
        Ok(())
    });
}

/// Whoever asked follows each of the strings.
#[test]
fn strings_do_not_come_out_where_one_is_missing() {
    without_leaks(|| {
        let mock = MockIMAPISession::new();
        mock.expect_enum_adr_types()
            .times(2)
            .returning(|_| MapiVec::new(&[WideView::from(u16cstr!("SMTP")), WideView::NULL]));
        let session: IMAPISession = mock.to_interface();
        assert_eq!(session.enum_adr_types(MAPI_FLAGS::NONE).unwrap_err().code(), NULL_REF_POINTER);
        let (mut count, mut narrow) = (7, ptr::dangling_mut());
        // SAFETY: a caller that asks for 8-bit strings; nothing comes.
        let code = unsafe { (session.vtable().EnumAdrTypes)(session.as_raw(), 0, &mut count, &mut narrow) };
        assert_eq!((code, count, narrow.is_null()), (NULL_REF_POINTER, 0, true));
        Ok(())
    });
}

const TAGS: [PropTag; 2] = [PropTag::PR_DISPLAY_NAME_W, PropTag::PR_ENTRYID];

#[test]
fn arrays_that_a_list_counts() {
    without_leaks(|| {
        let mock = MockIPropData::new();
        let clean = MAPI_PROP_ACCESS_FLAGS::IPROP_CLEAN;
        mock.expect_hr_set_prop_access().once().returning(move |tags, access| {
            assert_eq!((tags, access), (&TAGS[..], &[clean, clean][..]));
            Ok(())
        });
        mock.expect_hr_get_prop_access().returning(move |tags| {
            let all = if tags.is_none() { Some(MapiBox::<SPropTagArray>::new(TAGS.as_slice())?) } else { None };
            Ok((all, MapiVec::new(&[clean, clean])?))
        });
        let data = mock.to_interface();
        data.hr_set_prop_access(&TAGS, &[clean, clean])?;
        assert_eq!(data.hr_set_prop_access(&TAGS, &[clean]).unwrap_err().code(), E_INVALIDARG);
        let (tags, access) = data.hr_get_prop_access(None)?;
        assert_eq!((tags.map(|tags| tags.view().len()), access.len()), (Some(2), 2));
        let (tags, access) = data.hr_get_prop_access(Some(&TAGS))?;
        assert_eq!((tags.is_none(), access.len()), (true, 2));
        // The implementer has answered for two properties, which does not fit.
        assert_eq!(data.hr_get_prop_access(Some(&TAGS[..1])).unwrap_err().code(), E_UNEXPECTED);
        Ok(())
    });
}

#[test]
fn a_row_in_one_block() {
    without_leaks(|| {
        let mock = MockITableData::new();
        mock.expect_hr_query_row().returning(|index, row| {
            *row.expect("a place for the row's number") = 7;
            MapiBox::<OneBlock<SRow>>::new(Row::new(&[index, name(u16cstr!("Ann"))]))
        });
        let mut number = 0;
        let row = mock.to_interface().hr_query_row(entry_id(b"1"), Some(&mut number))?;
        assert_eq!(row.view().props().to_vec(), [entry_id(b"1"), name(u16cstr!("Ann"))]);
        assert_eq!(number, 7);
        // SAFETY: just given away: one call frees all, or the mock finds what is left.
        unsafe { Heap::current().free(row.into_raw().cast()) };
        assert!(mock.finish().is_ok());
        Ok(())
    });
}

#[test]
fn an_action_has_its_recipients_in_its_block() {
    without_leaks(|| {
        let list = recipients(&[u16cstr!("Ann")])?;
        let forward = Action::new(0, 5, ActionData::Forward((&list).into()));
        let blocks = Scope::new();
        let entered = blocks.enter();
        let copy = MapiBox::<ACTION>::new(forward)?;
        drop(entered);
        assert_eq!(blocks.live(), 1);
        drop(list);
        let ActionData::Forward(list) = copy.view().u() else { panic!("{copy:?}") };
        let entries: Array<'_, ADRENTRY> = list.view();
        assert_eq!(entries.get(0).map(|entry| entry.prop_vals().to_vec()), Some(vec![name(u16cstr!("Ann"))]));
        Ok(())
    });
}

#[test]
fn reserved_pointers_are_not_copied() {
    without_leaks(|| {
        // SAFETY: zero is a value of every field.
        let mut raw: ACTION = unsafe { std::mem::zeroed() };
        let mut tags = SPropTagArray { cValues: 0, aulPropTag: [0] };
        (raw.acttype, raw.lpPropTagArray) = (mapi::ACTTYPE::OP_DELETE, (&raw mut tags).into());
        // SAFETY: no pointer of the record is followed.
        let view = unsafe { mapidl::record::view_at::<ACTION>(&raw const raw) };
        let copy = MapiBox::<ACTION>::new(view)?;
        // SAFETY: the record is there as long as `copy` is.
        assert!(unsafe { (*copy.as_ptr()).lpPropTagArray.assume_init() }.is_null());
        Ok(())
    });
}
