//! The clients of tables and sinks.

use super::{assert_fails, assert_missing, assert_odd, prop};
use crate::cpp::provider::Sink;
use crate::cpp::samples;
use crate::cpp::script::Script;
use mapi::{
    BOOKMARK_BEGINNING, BOOKMARK_END, IMAPIAdviseSink, IMAPITable, MAPI_COLUMN_FLAGS, MAPI_E_BUSY,
    MAPI_E_INVALID_BOOKMARK, MAPI_E_NO_ACCESS, MAPI_E_NOT_FOUND, MAPI_E_TIMEOUT, MAPI_E_TOO_COMPLEX, MAPI_EVENTS,
    MAPI_FIND_FLAGS, MAPI_FLAGS, MAPI_ROWS_FLAGS, MAPI_TABLE_FLAGS, MAPI_TABLE_STATUS, MAPI_TABLE_TYPE,
    MAPI_W_APPROX_COUNT, MAPI_W_POSITION_CHANGED, PropTag, SRowSet, SortOrderSet,
};
use mapidl::{Array, HRESULT, MapiBox};

const NO_ORDER: SortOrderSet<'static> = SortOrderSet { categories: 0, expanded: 0, a_sort: Array::EMPTY };

pub(crate) fn talk(table: &IMAPITable) {
    state(table);
    place(table);
    order(table);
    rows(table);
}

fn assert_rows(rows: &MapiBox<SRowSet>, count: usize) {
    let subject = [samples::subject()];
    let rows = rows.view();
    assert_eq!(rows.len(), count);
    for (i, row) in rows.iter().enumerate() {
        assert_eq!(row.props().to_vec(), if i == 0 { samples::props() } else { &subject[..] });
    }
}

fn state(table: &IMAPITable) {
    let unicode = MAPI_FLAGS::MAPI_UNICODE;
    prop::assert_words(table.get_last_error(MAPI_E_NOT_FOUND, unicode).unwrap());
    assert!(table.get_last_error(MAPI_E_NO_ACCESS, unicode).unwrap().is_none());

    let sink: IMAPIAdviseSink = Sink(Script::Play).into();
    assert_eq!(table.advise(MAPI_EVENTS::fnevTableModified, &sink).unwrap(), samples::CONNECTION);
    table.unadvise(samples::CONNECTION).unwrap();
    let status = (MAPI_TABLE_STATUS::TBLSTAT_SORTING, MAPI_TABLE_TYPE::TBLTYPE_DYNAMIC);
    assert_eq!(table.get_status().unwrap(), status);

    let three = [PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W, PropTag::PR_ENTRYID];
    table.set_columns(&three, MAPI_TABLE_FLAGS::TBL_BATCH).unwrap();
    assert_fails(table.set_columns(&three, MAPI_TABLE_FLAGS::TBL_ASYNC), MAPI_E_BUSY);
    let columns = table.query_columns(MAPI_COLUMN_FLAGS::TBL_ALL_COLUMNS).unwrap();
    assert_eq!(columns.view().to_vec(), [PropTag::PR_ENTRYID, PropTag::PR_SUBJECT_W]);
}

fn place(table: &IMAPITable) {
    let count = table.get_row_count().unwrap();
    assert_eq!((count.value, count.code()), (12, MAPI_W_APPROX_COUNT));
    let sought = table.seek_row(samples::BOOKMARK, 7).unwrap();
    assert_eq!((sought.value, sought.code()), (5, MAPI_W_POSITION_CHANGED));
    let sought = table.seek_row(BOOKMARK_END, -1).unwrap();
    assert_eq!((sought.value, sought.code()), (-1, HRESULT(0)));
    table.seek_row_approx(1, 3).unwrap();
    assert_eq!(table.query_position().unwrap(), (4, 1, 3));

    let (tree, simple) = (samples::restriction(), samples::simple_restriction());
    let found = table.find_row(tree, samples::BOOKMARK, MAPI_FIND_FLAGS::DIR_BACKWARD).unwrap();
    assert_eq!(found.code(), MAPI_W_POSITION_CHANGED);
    assert_fails(table.find_row(simple, BOOKMARK_BEGINNING, MAPI_FIND_FLAGS::NONE), MAPI_E_NOT_FOUND);
    table.restrict(Some(tree), MAPI_TABLE_FLAGS::TBL_ASYNC | MAPI_TABLE_FLAGS::TBL_BATCH).unwrap();
    table.restrict(None, MAPI_TABLE_FLAGS::NONE).unwrap();

    assert_eq!(table.create_bookmark().unwrap(), samples::BOOKMARK);
    table.free_bookmark(samples::BOOKMARK).unwrap();
    assert_fails(table.free_bookmark(99), MAPI_E_INVALID_BOOKMARK);
}

fn order(table: &IMAPITable) {
    table.sort_table(samples::sort_orders(), MAPI_TABLE_FLAGS::TBL_BATCH).unwrap();
    assert_fails(table.sort_table(NO_ORDER, MAPI_TABLE_FLAGS::NONE), MAPI_E_TOO_COMPLEX);
    assert_eq!(table.query_sort_order().unwrap().view(), samples::sort_orders());
}

fn rows(table: &IMAPITable) {
    assert_rows(&table.query_rows(-3, MAPI_ROWS_FLAGS::TBL_NOADVANCE).unwrap(), 2);
    assert_rows(&table.query_rows(5, MAPI_ROWS_FLAGS::NONE).unwrap(), 0);
    table.abort().unwrap();

    let (rows, more) = table.expand_row(samples::INSTANCE_KEY, 10).unwrap();
    assert_rows(&rows.expect("rows"), 1);
    assert_eq!(more, 3);
    let (rows, more) = table.expand_row(samples::INSTANCE_KEY, 0).unwrap();
    assert!(rows.is_none() && more == 3);
    assert_eq!(table.collapse_row(samples::INSTANCE_KEY).unwrap(), 6);

    let mut status = MAPI_TABLE_STATUS::TBLSTAT_COMPLETE;
    table.wait_for_completion(250, Some(&mut status)).unwrap();
    assert_eq!(status, MAPI_TABLE_STATUS::TBLSTAT_QCHANGED);
    assert_fails(table.wait_for_completion(0, None), MAPI_E_TIMEOUT);

    let state = table.get_collapse_state(samples::INSTANCE_KEY).unwrap();
    assert_eq!(state.as_array().to_vec(), samples::COLLAPSE_STATE);
    assert_eq!(table.set_collapse_state(samples::COLLAPSE_STATE).unwrap(), samples::BOOKMARK);
}

pub(crate) fn refused(table: &IMAPITable, code: HRESULT) {
    let sink: IMAPIAdviseSink = Sink(Script::Play).into();
    let none = MAPI_TABLE_FLAGS::NONE;
    assert_fails(table.get_last_error(MAPI_E_NOT_FOUND, MAPI_FLAGS::NONE), code);
    assert_fails(table.advise(MAPI_EVENTS::fnevTableModified, &sink), code);
    assert_fails(table.unadvise(1), code);
    assert_fails(table.get_status(), code);
    assert_fails(table.set_columns(&[], none), code);
    assert_fails(table.query_columns(MAPI_COLUMN_FLAGS::NONE), code);
    assert_fails(table.get_row_count(), code);
    assert_fails(table.seek_row(BOOKMARK_END, -1), code);
    assert_fails(table.seek_row_approx(1, 3), code);
    assert_fails(table.query_position(), code);
    assert_fails(table.find_row(samples::restriction(), 0, MAPI_FIND_FLAGS::NONE), code);
    assert_fails(table.restrict(None, none), code);
    assert_fails(table.create_bookmark(), code);
    assert_fails(table.free_bookmark(1), code);
    assert_fails(table.sort_table(NO_ORDER, none), code);
    assert_fails(table.query_sort_order(), code);
    assert_fails(table.query_rows(5, MAPI_ROWS_FLAGS::NONE), code);
    assert_fails(table.abort(), code);
    assert_fails(table.expand_row(samples::INSTANCE_KEY, 10), code);
    assert_fails(table.collapse_row(samples::INSTANCE_KEY), code);
    assert_fails(table.wait_for_completion(0, None), code);
    assert_fails(table.get_collapse_state(samples::INSTANCE_KEY), code);
    assert_fails(table.set_collapse_state(samples::COLLAPSE_STATE), code);
}

pub(crate) fn ignored(table: &IMAPITable) {
    let sink: IMAPIAdviseSink = Sink(Script::Play).into();
    let none = MAPI_TABLE_FLAGS::NONE;
    assert!(table.get_last_error(MAPI_E_NOT_FOUND, MAPI_FLAGS::NONE).unwrap().is_none());
    assert_eq!(table.advise(MAPI_EVENTS::fnevTableModified, &sink).unwrap(), 0);
    table.unadvise(1).unwrap();
    assert_eq!(table.get_status().unwrap(), (MAPI_TABLE_STATUS::default(), MAPI_TABLE_TYPE::default()));
    table.set_columns(&[], none).unwrap();
    assert_missing(table.query_columns(MAPI_COLUMN_FLAGS::NONE));
    assert_eq!(assert_odd(table.get_row_count()), 0);
    assert_eq!(assert_odd(table.seek_row(BOOKMARK_END, -1)), 0);
    table.seek_row_approx(1, 3).unwrap();
    assert_eq!(table.query_position().unwrap(), (0, 0, 0));
    assert_odd(table.find_row(samples::restriction(), 0, MAPI_FIND_FLAGS::NONE));
    table.restrict(None, none).unwrap();
    assert_eq!(table.create_bookmark().unwrap(), 0);
    table.free_bookmark(1).unwrap();
    table.sort_table(NO_ORDER, none).unwrap();
    assert_missing(table.query_sort_order());
    assert_missing(table.query_rows(5, MAPI_ROWS_FLAGS::NONE));
    table.abort().unwrap();
    assert!(table.expand_row(samples::INSTANCE_KEY, 10).unwrap().0.is_none());
    assert_eq!(table.collapse_row(samples::INSTANCE_KEY).unwrap(), 0);
    table.wait_for_completion(0, None).unwrap();
    assert!(table.get_collapse_state(samples::INSTANCE_KEY).unwrap().is_empty());
    assert_eq!(table.set_collapse_state(samples::COLLAPSE_STATE).unwrap(), 0);
}

pub(crate) fn talk_to_sink(sink: &IMAPIAdviseSink) {
    assert_eq!(samples::with_notifications(|all| sink.on_notify(all)), 0);
    assert_eq!(sink.on_notify(&[]), 77);
}

/// What a sink returns is a number and comes as it is, even where it looks like an error.
pub(crate) fn number_of_sink(sink: &IMAPIAdviseSink, number: HRESULT) {
    assert_eq!(sink.on_notify(&[]), number.0.cast_unsigned());
}
