// Duty: the clients of IMAPITable and IMAPIAdviseSink.
#include "client.hpp"

namespace {

void check_rows(Session *session, LPSRowSet rows, ULONG count) {
    SAME(rows->cRows, count);
    for (ULONG i = 0; i < count; i++) {
        const SRow &row = rows->aRow[i];
        CHECK(i == 0 ? same_props(row.lpProps, row.cValues, sample_props, SAMPLE_PROPS)
                     : same_props(row.lpProps, row.cValues, &subject, 1));
    }
    release_rows(session, rows);
}

void talk_state(Session *session, IMAPITable *table) {
    Out<LPMAPIERROR> error;
    CODE(CALL(table, GetLastError, MAPI_E_NOT_FOUND, MAPI_UNICODE, &error), S_OK);
    CHECK(same_text(as_wide(error->lpszError), MAPIDL_TEXT("it cannot be found")));
    CHECK(same_text(as_wide(error->lpszComponent), MAPIDL_TEXT("store")));
    SAME(error->ulLowLevelError, 7);
    SAME(error->ulContext, 9);
    release_buffer(session, error);
    CODE(CALL(table, GetLastError, MAPI_E_NO_ACCESS, MAPI_UNICODE, &error), S_OK);
    CHECK(error.is_zero());

    Held<IMAPIAdviseSink> sink(make_IMAPIAdviseSink(session, S_OK));
    Out<ULONG_PTR> number;
    CODE(CALL(table, Advise, fnevTableModified, sink, &number), S_OK);
    SAME(number, connection);
    CODE(CALL(table, Unadvise, number), S_OK);

    Out<ULONG> status, type;
    CODE(CALL(table, GetStatus, &status, &type), S_OK);
    SAME(status, TBLSTAT_SORTING);
    SAME(type, TBLTYPE_DYNAMIC);
}

void talk_columns(Session *session, IMAPITable *table) {
    Tags<3> three = {3, {PR_SUBJECT_W, PR_BODY_W, PR_ENTRYID}};
    Out<LPSPropTagArray> tags;
    CODE(CALL(table, SetColumns, three, TBL_BATCH), S_OK);
    CODE(CALL(table, SetColumns, three, TBL_ASYNC), MAPI_E_BUSY);
    CODE(CALL(table, QueryColumns, TBL_ALL_COLUMNS, &tags), S_OK);
    CHECK(same_tags(tags, {PR_ENTRYID, PR_SUBJECT_W}));
    release_buffer(session, tags);
}

void talk_place(Session *session, IMAPITable *table) {
    Out<ULONG> count, row, numerator, denominator;
    Out<LONG> sought;
    CODE(CALL(table, GetRowCount, 0, &count), MAPI_W_APPROX_COUNT);
    SAME(count, 12);
    CODE(CALL(table, SeekRow, bookmark, 7, &sought), MAPI_W_POSITION_CHANGED);
    CODE(sought, 5);
    CODE(CALL(table, SeekRow, BOOKMARK_END, -1, &sought), S_OK);
    CODE(sought, -1);
    CODE(CALL(table, SeekRowApprox, 1, 3), S_OK);
    CODE(CALL(table, QueryPosition, &row, &numerator, &denominator), S_OK);
    SAME(row, 4);
    SAME(numerator, 1);
    SAME(denominator, 3);
    CODE(CALL(table, FindRow, &sample_restriction, bookmark, DIR_BACKWARD), MAPI_W_POSITION_CHANGED);
    CODE(CALL(table, FindRow, &simple_restriction, BOOKMARK_BEGINNING, 0), MAPI_E_NOT_FOUND);
    CODE(CALL(table, Restrict, &sample_restriction, TBL_ASYNC | TBL_BATCH), S_OK);
    CODE(CALL(table, Restrict, nullptr, 0), S_OK);

    Out<BOOKMARK> position;
    CODE(CALL(table, CreateBookmark, &position), S_OK);
    SAME(position, bookmark);
    CODE(CALL(table, FreeBookmark, position), S_OK);
    CODE(CALL(table, FreeBookmark, 99), MAPI_E_INVALID_BOOKMARK);
}

void talk_order(Session *session, IMAPITable *table) {
    SortOrders none = {};
    Out<LPSSortOrderSet> criteria;
    CODE(CALL(table, SortTable, sample_sort_orders.set(), TBL_BATCH), S_OK);
    CODE(CALL(table, SortTable, none.set(), 0), MAPI_E_TOO_COMPLEX);
    CODE(CALL(table, QuerySortOrder, &criteria), S_OK);
    CHECK(sample_sort_orders.is(criteria));
    release_buffer(session, criteria);
}

void talk_rows(Session *session, IMAPITable *table) {
    Out<LPSRowSet> rows;
    Out<ULONG> count;
    CODE(CALL(table, QueryRows, -3, TBL_NOADVANCE, &rows), S_OK);
    check_rows(session, rows, 2);
    CODE(CALL(table, QueryRows, 5, 0, &rows), S_OK);
    check_rows(session, rows, 0);
    CODE(CALL(table, Abort), S_OK);

    CODE(CALL(table, ExpandRow, instance_key.size, instance_key.bytes, 10, 0, &rows, &count), S_OK);
    check_rows(session, rows, 1);
    SAME(count, 3);
    CODE(CALL(table, ExpandRow, instance_key.size, instance_key.bytes, 0, 0, &rows, &count), S_OK);
    CHECK(rows.is_zero());
    SAME(count, 3);
    CODE(CALL(table, CollapseRow, instance_key.size, instance_key.bytes, 0, &count), S_OK);
    SAME(count, 6);

    ULONG status = TBLSTAT_COMPLETE;
    CODE(CALL(table, WaitForCompletion, 0, 250, &status), S_OK);
    SAME(status, TBLSTAT_QCHANGED);
    CODE(CALL(table, WaitForCompletion, 0, 0, nullptr), MAPI_E_TIMEOUT);

    Out<LPBYTE> state;
    Out<BOOKMARK> location;
    CODE(CALL(table, GetCollapseState, 0, instance_key.size, instance_key.bytes, &count, &state), S_OK);
    CHECK(collapse_state.is(count, state));
    CODE(CALL(table, SetCollapseState, 0, count, state, &location), S_OK);
    SAME(location, bookmark);
    release_buffer(session, state);
}

void refused_state(Session *session, IMAPITable *table, HRESULT code) {
    Out<LPMAPIERROR> error;
    Out<ULONG> a, b, c;
    Out<LONG> sought;
    Out<ULONG_PTR> number;
    Out<BOOKMARK> position;
    Out<LPSPropTagArray> tags;
    Tags<1> body = {1, {PR_BODY_W}};
    Held<IMAPIAdviseSink> sink(make_IMAPIAdviseSink(session, S_OK));
    REFUSED(CALL(table, GetLastError, MAPI_E_NOT_FOUND, MAPI_UNICODE, &error), code, error.is_zero());
    REFUSED(CALL(table, Advise, fnevTableModified, sink, &number), code, number.is_zero());
    REFUSED(CALL(table, Unadvise, connection), code);
    REFUSED(CALL(table, GetStatus, &a, &b), code, a.is_zero(), b.is_zero());
    REFUSED(CALL(table, SetColumns, body, 0), code);
    REFUSED(CALL(table, QueryColumns, 0, &tags), code, tags.is_zero());
    REFUSED(CALL(table, GetRowCount, 0, &a), code, a.is_zero());
    REFUSED(CALL(table, SeekRow, BOOKMARK_END, -1, &sought), code, sought.is_zero());
    REFUSED(CALL(table, SeekRowApprox, 1, 3), code);
    REFUSED(CALL(table, QueryPosition, &a, &b, &c), code, a.is_zero(), b.is_zero(), c.is_zero());
    REFUSED(CALL(table, FindRow, &sample_restriction, bookmark, 0), code);
    REFUSED(CALL(table, Restrict, nullptr, 0), code);
    REFUSED(CALL(table, CreateBookmark, &position), code, position.is_zero());
    REFUSED(CALL(table, FreeBookmark, bookmark), code);
}

void refused_rows(Session *session, IMAPITable *table, HRESULT code) {
    Out<ULONG> count;
    Out<LPSSortOrderSet> criteria;
    Out<LPSRowSet> rows;
    Out<LPBYTE> state;
    Out<BOOKMARK> location;
    REFUSED(CALL(table, SortTable, sample_sort_orders.set(), 0), code);
    REFUSED(CALL(table, QuerySortOrder, &criteria), code, criteria.is_zero());
    REFUSED(CALL(table, QueryRows, 5, 0, &rows), code, rows.is_zero());
    REFUSED(CALL(table, Abort), code);
    REFUSED(CALL(table, ExpandRow, instance_key.size, instance_key.bytes, 10, 0, &rows, &count), code, rows.is_zero(),
            count.is_zero());
    REFUSED(CALL(table, CollapseRow, instance_key.size, instance_key.bytes, 0, &count), code, count.is_zero());
    REFUSED(CALL(table, WaitForCompletion, 0, 0, nullptr), code);
    REFUSED(CALL(table, GetCollapseState, 0, instance_key.size, instance_key.bytes, &count, &state), code,
            count.is_zero(), state.is_zero());
    REFUSED(CALL(table, SetCollapseState, 0, collapse_state.size, collapse_state.bytes, &location), code,
            location.is_zero());
}

void nulls_state(Session *session, IMAPITable *table) {
    const HRESULT bad = MAPI_E_INVALID_PARAMETER;
    Out<LPMAPIERROR> error;
    Out<ULONG> a, b;
    Out<ULONG_PTR> number;
    Held<IMAPIAdviseSink> sink(make_IMAPIAdviseSink(session, S_OK));
    REFUSED(CALL(table, GetLastError, MAPI_E_NOT_FOUND, MAPI_UNICODE, nullptr), bad);
    REFUSED(CALL(table, GetLastError, MAPI_E_NOT_FOUND, 0, &error), MAPI_E_BAD_CHARWIDTH, error.is_zero());
    REFUSED(CALL(table, Advise, fnevTableModified, nullptr, &number), bad, number.is_zero());
    REFUSED(CALL(table, Advise, fnevTableModified, sink, nullptr), bad);
    REFUSED(CALL(table, GetStatus, nullptr, &b), bad, b.is_zero());
    REFUSED(CALL(table, GetStatus, &a, nullptr), bad, a.is_zero());
    REFUSED(CALL(table, SetColumns, nullptr, 0), bad);
    REFUSED(CALL(table, QueryColumns, 0, nullptr), bad);
    REFUSED(CALL(table, GetRowCount, 0, nullptr), bad);
    REFUSED(CALL(table, QueryPosition, nullptr, &a, &b), bad, a.is_zero(), b.is_zero());
    REFUSED(CALL(table, QueryPosition, &a, nullptr, &b), bad, a.is_zero(), b.is_zero());
    REFUSED(CALL(table, QueryPosition, &a, &b, nullptr), bad, a.is_zero(), b.is_zero());
    REFUSED(CALL(table, FindRow, nullptr, bookmark, 0), bad);
    REFUSED(CALL(table, CreateBookmark, nullptr), bad);
}

void nulls_rows(Session *session, IMAPITable *table) {
    const HRESULT bad = MAPI_E_INVALID_PARAMETER;
    Out<ULONG> count;
    Out<LPSRowSet> rows;
    Out<LPBYTE> state;
    Out<BOOKMARK> location;
    REFUSED(CALL(table, SortTable, nullptr, 0), bad);
    REFUSED(CALL(table, QuerySortOrder, nullptr), bad);
    REFUSED(CALL(table, QueryRows, 5, 0, nullptr), bad);
    REFUSED(CALL(table, ExpandRow, 8, nullptr, 10, 0, &rows, &count), bad, rows.is_zero(), count.is_zero());
    REFUSED(CALL(table, ExpandRow, instance_key.size, instance_key.bytes, 10, 0, &rows, nullptr), bad, rows.is_zero());
    REFUSED(CALL(table, CollapseRow, 8, nullptr, 0, &count), bad, count.is_zero());
    REFUSED(CALL(table, CollapseRow, instance_key.size, instance_key.bytes, 0, nullptr), bad);
    REFUSED(CALL(table, GetCollapseState, 0, 8, nullptr, &count, &state), bad, count.is_zero(), state.is_zero());
    REFUSED(CALL(table, GetCollapseState, 0, instance_key.size, instance_key.bytes, nullptr, &state), bad,
            state.is_zero());
    REFUSED(CALL(table, GetCollapseState, 0, instance_key.size, instance_key.bytes, &count, nullptr), bad,
            count.is_zero());
    REFUSED(CALL(table, SetCollapseState, 0, 5, nullptr, &location), bad, location.is_zero());
    REFUSED(CALL(table, SetCollapseState, 0, collapse_state.size, collapse_state.bytes, nullptr), bad);
}

} // namespace

extern "C" {
void talk_IMAPITable(Session *session, IMAPITable *table) {
    talk_state(session, table);
    talk_columns(session, table);
    talk_place(session, table);
    talk_order(session, table);
    talk_rows(session, table);
}

void refused_IMAPITable(Session *session, IMAPITable *table, HRESULT code) {
    refused_state(session, table, code);
    refused_rows(session, table, code);
}

void nulls_IMAPITable(Session *session, IMAPITable *table) {
    nulls_state(session, table);
    nulls_rows(session, table);
}

void wishes_IMAPITable(Session *session, IMAPITable *table) {
    Out<ULONG> more;
    CODE(CALL(table, SeekRow, BOOKMARK_END, -1, nullptr), S_OK);
    // Rows that nobody takes.
    CODE(CALL(table, ExpandRow, instance_key.size, instance_key.bytes, 10, 0, nullptr, &more), S_OK);
    SAME(more, 3);
}

void talk_IMAPIAdviseSink(Session *session, IMAPIAdviseSink *sink) {
    SAME(CALL(sink, OnNotify, SAMPLE_NOTIFICATIONS, sample_notifications), 0);
    SAME(CALL(sink, OnNotify, 0, sample_notifications), 77);
}

// OnNotify has no code to refuse with: it gives zero.
void refused_IMAPIAdviseSink(Session *session, IMAPIAdviseSink *sink, HRESULT) {
    SAME(CALL(sink, OnNotify, SAMPLE_NOTIFICATIONS, sample_notifications), 0);
    SAME(CALL(sink, OnNotify, 0, sample_notifications), 0);
}

void nulls_IMAPIAdviseSink(Session *session, IMAPIAdviseSink *sink) {
    SAME(CALL(sink, OnNotify, 2, nullptr), 0);
}

void wishes_IMAPIAdviseSink(Session *session, IMAPIAdviseSink *sink) {
    SAME(CALL(sink, OnNotify, 0, nullptr), 77);
}
}
