//! The client of an object with properties.

use super::{assert_fails, assert_missing, assert_odd};
use crate::cpp::provider::{Indicator, Prop};
use crate::cpp::samples;
use crate::cpp::script::Script;
use mapi::{
    E_NOINTERFACE, IMAPIProgress, IMAPIProp, IMAPISync, IMAPITable, MAPI_COPY_FLAGS, MAPI_E_COLLISION, MAPI_E_COMPUTED,
    MAPI_E_INVALID_PARAMETER, MAPI_E_NO_ACCESS, MAPI_E_NO_SUPPORT, MAPI_E_NOT_ENOUGH_MEMORY, MAPI_E_NOT_FOUND,
    MAPI_E_OBJECT_CHANGED, MAPI_FLAGS, MAPI_NAME_FLAGS, MAPI_SAVE_FLAGS, MAPI_W_ERRORS_RETURNED,
    MAPI_W_PARTIAL_COMPLETION, MAPIERROR, MAPINAMEID, PropName, PropTag, SPropProblem, SPropProblemArray, Value,
};
use mapidl::record::Ptr;
use mapidl::{HRESULT, Interface, MapiBox, MapiVec, u16cstr};

const OPTIONS: u32 = MAPI_FLAGS::MAPI_UNICODE.0;

pub(crate) fn talk(object: &IMAPIProp) {
    read(object);
    open(object);
    write(object);
    copy(object);
    names(object);
}

/// What GetLastError says in words.
pub(crate) fn assert_words(error: Option<MapiBox<MAPIERROR>>) {
    let error = error.expect("words");
    let error = error.view();
    assert_eq!(error.version(), 0);
    assert_eq!(error.error(), Some(u16cstr!("it cannot be found")));
    assert_eq!(error.component(), Some(u16cstr!("store")));
    assert_eq!((error.low_level_error(), error.context()), (7, 9));
}

fn assert_problems<const N: usize>(
    problems: Option<MapiBox<SPropProblemArray>>,
    expected: [(u32, PropTag, HRESULT); N],
) {
    let problems = problems.expect("problems");
    let found: Vec<_> =
        problems.view().iter().map(|p: SPropProblem| (p.ulIndex, PropTag(p.ulPropTag), p.scode)).collect();
    assert_eq!(found, expected);
}

fn assert_names<const N: usize>(names: &MapiVec<Ptr<MAPINAMEID>>, expected: [Option<PropName<'_>>; N]) {
    assert_eq!(names.iter().map(|name| name.get()).collect::<Vec<_>>(), expected);
}

fn read(object: &IMAPIProp) {
    let unicode = MAPI_FLAGS::MAPI_UNICODE;
    assert_words(object.get_last_error(MAPI_E_NOT_FOUND, unicode).unwrap());
    // Without the flag, too, the words come as UTF-16: the safe method asks for nothing else.
    assert!(object.get_last_error(MAPI_E_NO_ACCESS, MAPI_FLAGS::NONE).unwrap().is_none());

    object.save_changes(MAPI_SAVE_FLAGS::KEEP_OPEN_READWRITE | MAPI_SAVE_FLAGS::FORCE_SAVE).unwrap();
    assert_fails(object.save_changes(MAPI_SAVE_FLAGS::NONE), MAPI_E_OBJECT_CHANGED);

    let all = object.get_props(None, unicode).unwrap();
    assert!(!all.is_warning());
    samples::assert_shown("props", &all.value);
    assert_eq!(all.iter().collect::<Vec<_>>(), samples::props());
    let some = object.get_props(Some(&[PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W]), MAPI_FLAGS::NONE).unwrap();
    assert_eq!(some.code(), MAPI_W_ERRORS_RETURNED);
    assert_eq!((some.len(), some.get(0)), (2, Some(samples::subject())));
    assert_eq!(some.get(1).map(|prop| prop.value()), Some(Value::Error(MAPI_E_NOT_ENOUGH_MEMORY)));
    let none = object.get_props(Some(&[PropTag::PR_NULL]), MAPI_FLAGS::NONE).unwrap();
    assert!(none.is_empty() && none.get(0).is_none());

    let list = object.get_prop_list(unicode).unwrap();
    assert_eq!(list.view().to_vec(), [PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W, PropTag::PR_ENTRYID]);
    assert!(object.get_prop_list(MAPI_FLAGS::NONE).unwrap().view().is_empty());
}

fn open(object: &IMAPIProp) {
    let flags = MAPI_FLAGS::MAPI_MODIFY | MAPI_FLAGS::MAPI_CREATE;
    let attachments = PropTag::PR_MESSAGE_ATTACHMENTS;
    let table: IMAPITable = object.open_property(attachments, OPTIONS, flags).unwrap();
    table.seek_row_approx(1, 3).unwrap();
    assert_fails(object.open_property::<IMAPISync>(attachments, OPTIONS, flags), E_NOINTERFACE);
    assert_fails(object.open_property::<IMAPITable>(PropTag::PR_BODY_W, 0, MAPI_FLAGS::NONE), MAPI_E_NOT_FOUND);
}

fn write(object: &IMAPIProp) {
    let all = samples::props();
    let (computed, no_access) = (all[2].prop_tag(), all[5].prop_tag());
    let problems = object.set_props(all).unwrap();
    assert_problems(problems, [(2, computed, MAPI_E_COMPUTED), (5, no_access, MAPI_E_NO_ACCESS)]);
    assert!(object.set_props(&[samples::subject()]).unwrap().is_none());
    assert_fails(object.set_props(&[]), MAPI_E_INVALID_PARAMETER);

    let problems = object.delete_props(&[PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W]).unwrap();
    assert_problems(problems, [(1, PropTag::PR_BODY_W, MAPI_E_NO_ACCESS)]);
    assert!(object.delete_props(&[PropTag::PR_SUBJECT_W]).unwrap().is_none());
}

fn copy(object: &IMAPIProp) {
    let destination: IMAPIProp = Prop(Script::Play).into();
    let progress: IMAPIProgress = Indicator.into();
    let excluded = [IMAPITable::IID, IMAPISync::IID];
    let flags = MAPI_COPY_FLAGS::MAPI_MOVE | MAPI_COPY_FLAGS::MAPI_DIALOG;
    let body = [PropTag::PR_BODY_W];
    let partly =
        object.copy_to(Some(&excluded), Some(&body), samples::WINDOW, Some(&progress), &destination, flags).unwrap();
    assert_eq!(partly.code(), MAPI_W_PARTIAL_COMPLETION);
    assert_problems(partly.into_value(), [(0, PropTag::PR_ENTRYID, MAPI_E_COMPUTED)]);
    let wholly = object.copy_to(None, None, 0, None, &destination, MAPI_COPY_FLAGS::NONE).unwrap();
    assert!(!wholly.is_warning() && wholly.is_none());

    let flags = MAPI_COPY_FLAGS::MAPI_NOREPLACE | MAPI_COPY_FLAGS::MAPI_DIALOG;
    let two = [PropTag::PR_SUBJECT_W, PropTag::PR_ENTRYID];
    let partly = object.copy_props(&two, samples::WINDOW, Some(&progress), &destination, flags).unwrap();
    assert_eq!(partly.code(), MAPI_W_ERRORS_RETURNED);
    assert_problems(partly.into_value(), [(1, PropTag::PR_ENTRYID, MAPI_E_COMPUTED)]);
    let refused = object.copy_props(&body, 0, None, &destination, MAPI_COPY_FLAGS::NONE);
    assert_fails(refused, MAPI_E_COLLISION);
}

fn names(object: &IMAPIProp) {
    let (string, number) = (samples::string_name(), samples::number_name());
    let known = [samples::TAG_KEYWORDS, samples::TAG_COLOUR];
    let answer = object.get_names_from_ids(Some(&known), None, MAPI_NAME_FLAGS::NONE).unwrap();
    assert_eq!(answer.code(), MAPI_W_ERRORS_RETURNED);
    let (found, names) = answer.into_value();
    assert_names(&names, [Some(string), None]);
    assert!(found.is_none());

    let answer = object.get_names_from_ids(None, Some(&samples::SET_ID), MAPI_NAME_FLAGS::MAPI_NO_STRINGS).unwrap();
    assert!(!answer.is_warning());
    let (found, names) = answer.into_value();
    assert_names(&names, [Some(number), Some(string)]);
    assert_eq!(found.expect("a list of tags").view().to_vec(), [samples::TAG_COLOUR, samples::TAG_KEYWORDS]);

    let refused = object.get_names_from_ids(Some(&[samples::TAG_COLOUR]), None, MAPI_NAME_FLAGS::NONE);
    assert_fails(refused, MAPI_E_NO_SUPPORT);

    let ids = object.get_ids_from_names(Some(&[string, number]), MAPI_FLAGS::MAPI_CREATE).unwrap();
    assert_eq!(ids.code(), MAPI_W_ERRORS_RETURNED);
    assert_eq!(ids.view().to_vec(), [samples::TAG_KEYWORDS, samples::TAG_NONE]);
    let ids = object.get_ids_from_names(None, MAPI_FLAGS::NONE).unwrap();
    assert!(!ids.is_warning());
    assert_eq!(ids.view().to_vec(), known);
}

pub(crate) fn refused(object: &IMAPIProp, code: HRESULT) {
    let none = MAPI_FLAGS::NONE;
    let body = [PropTag::PR_BODY_W];
    let destination: IMAPIProp = Prop(Script::Play).into();
    assert_fails(object.get_last_error(MAPI_E_NOT_FOUND, none), code);
    assert_fails(object.save_changes(MAPI_SAVE_FLAGS::NONE), code);
    assert_fails(object.get_props(None, none), code);
    assert_fails(object.get_prop_list(none), code);
    assert_fails(object.open_property::<IMAPITable>(PropTag::PR_BODY_W, 0, none), code);
    assert_fails(object.set_props(samples::props()), code);
    assert_fails(object.delete_props(&body), code);
    assert_fails(object.copy_to(None, None, 0, None, &destination, MAPI_COPY_FLAGS::NONE), code);
    assert_fails(object.copy_props(&body, 0, None, &destination, MAPI_COPY_FLAGS::NONE), code);
    assert_fails(object.get_names_from_ids(Some(&body), None, MAPI_NAME_FLAGS::NONE), code);
    assert_fails(object.get_ids_from_names(None, none), code);
}

pub(crate) fn ignored(object: &IMAPIProp) {
    let none = MAPI_FLAGS::NONE;
    let body = [PropTag::PR_BODY_W];
    let destination: IMAPIProp = Prop(Script::Play).into();
    assert!(object.get_last_error(MAPI_E_NOT_FOUND, none).unwrap().is_none());
    object.save_changes(MAPI_SAVE_FLAGS::NONE).unwrap();
    assert!(assert_odd(object.get_props(None, none)).is_empty());
    assert_missing(object.get_prop_list(none));
    assert_missing(object.open_property::<IMAPITable>(PropTag::PR_BODY_W, 0, none));
    assert!(object.set_props(samples::props()).unwrap().is_none());
    assert!(object.delete_props(&body).unwrap().is_none());
    assert!(assert_odd(object.copy_to(None, None, 0, None, &destination, MAPI_COPY_FLAGS::NONE)).is_none());
    assert!(assert_odd(object.copy_props(&body, 0, None, &destination, MAPI_COPY_FLAGS::NONE)).is_none());
    let (found, names) = assert_odd(object.get_names_from_ids(Some(&body), None, MAPI_NAME_FLAGS::NONE));
    assert!(found.is_none() && names.is_empty());
    assert_missing(object.get_ids_from_names(None, none));
}
