// Duty: a table, and the sink that a table or a store tells of changes.
#include "prop.hpp"

LPMAPIERROR make_error(Session *session) {
    static const WCHAR words[] = MAPIDL_TEXT("it cannot be found"), component[] = MAPIDL_TEXT("store");
    LPMAPIERROR error = allocate<MAPIERROR>(session, 1);
    LPWSTR text = allocate_more<WCHAR>(session, error, sizeof words / sizeof(WCHAR));
    LPWSTR name = allocate_more<WCHAR>(session, error, sizeof component / sizeof(WCHAR));
    memcpy(text, words, sizeof words);
    memcpy(name, component, sizeof component);
    *error = {MAPI_ERROR_VERSION, as_tstr(text), as_tstr(name), 7, 9};
    return error;
}

namespace {

class Sink final : public Object<IMAPIAdviseSink> {
public:
    using Object::Object;

    ULONG STDMETHODCALLTYPE OnNotify(ULONG count, LPNOTIFICATION notifications) override {
        ENTER(OnNotify);
        if (count == 0) {
            return 77;
        }
        SAME(count, SAMPLE_NOTIFICATIONS);
        for (ULONG i = 0; i < count; i++) {
            CHECK(same_notification(notifications[i], sample_notifications[i]));
        }
        return S_OK;
    }
};

class Table final : public Object<IMAPITable> {
public:
    using Object::Object;

    HRESULT STDMETHODCALLTYPE GetLastError(HRESULT result, ULONG flags, LPMAPIERROR *error) override {
        ENTER(GetLastError, error);
        SAME(flags, MAPI_UNICODE);
        if (result == MAPI_E_NOT_FOUND) {
            *error = make_error(session);
        } else {
            CODE(result, MAPI_E_NO_ACCESS);
            *error = nullptr;
        }
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Advise(ULONG events, LPMAPIADVISESINK sink, ULONG_PTR *number) override {
        ENTER(Advise, number);
        SAME(events, fnevTableModified);
        SAME(sink->OnNotify(SAMPLE_NOTIFICATIONS, sample_notifications), 0);
        *number = connection;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Unadvise(ULONG_PTR number) override {
        ENTER(Unadvise);
        SAME(number, connection);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetStatus(ULONG *status, ULONG *type) override {
        ENTER(GetStatus, status, type);
        *status = TBLSTAT_SORTING;
        *type = TBLTYPE_DYNAMIC;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE SetColumns(LPSPropTagArray tags, ULONG flags) override {
        ENTER(SetColumns);
        if (flags == TBL_ASYNC) {
            return MAPI_E_BUSY;
        }
        SAME(flags, TBL_BATCH);
        CHECK(same_tags(tags, {PR_SUBJECT_W, PR_BODY_W, PR_ENTRYID}));
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE QueryColumns(ULONG flags, LPSPropTagArray *tags) override {
        ENTER(QueryColumns, tags);
        SAME(flags, TBL_ALL_COLUMNS);
        *tags = allocate_tags(session, {PR_ENTRYID, PR_SUBJECT_W});
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetRowCount(ULONG flags, ULONG *count) override {
        ENTER(GetRowCount, count);
        SAME(flags, 0);
        *count = 12;
        return MAPI_W_APPROX_COUNT;
    }

    HRESULT STDMETHODCALLTYPE SeekRow(BOOKMARK origin, LONG rows, LONG *sought) override {
        ENTER(SeekRow, sought);
        if (origin == BOOKMARK_END) {
            CODE(rows, -1);
            if (sought) {
                *sought = -1;
            }
            return S_OK;
        }
        SAME(origin, bookmark);
        CODE(rows, 7);
        *sought = 5;
        return MAPI_W_POSITION_CHANGED;
    }

    HRESULT STDMETHODCALLTYPE SeekRowApprox(ULONG numerator, ULONG denominator) override {
        ENTER(SeekRowApprox);
        SAME(numerator, 1);
        SAME(denominator, 3);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE QueryPosition(ULONG *row, ULONG *numerator, ULONG *denominator) override {
        ENTER(QueryPosition, row, numerator, denominator);
        *row = 4;
        *numerator = 1;
        *denominator = 3;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE FindRow(LPSRestriction restriction, BOOKMARK origin, ULONG flags) override {
        ENTER(FindRow);
        if (origin == BOOKMARK_BEGINNING) {
            CHECK(same_restriction(restriction, &simple_restriction));
            SAME(flags, 0);
            return MAPI_E_NOT_FOUND;
        }
        SAME(origin, bookmark);
        CHECK(same_restriction(restriction, &sample_restriction));
        SAME(flags, DIR_BACKWARD);
        return MAPI_W_POSITION_CHANGED;
    }

    HRESULT STDMETHODCALLTYPE Restrict(LPSRestriction restriction, ULONG flags) override {
        ENTER(Restrict);
        if (!restriction) {
            SAME(flags, 0);
            return S_OK;
        }
        CHECK(same_restriction(restriction, &sample_restriction));
        SAME(flags, TBL_ASYNC | TBL_BATCH);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE CreateBookmark(BOOKMARK *position) override {
        ENTER(CreateBookmark, position);
        *position = bookmark;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE FreeBookmark(BOOKMARK position) override {
        ENTER(FreeBookmark);
        return position == bookmark ? S_OK : MAPI_E_INVALID_BOOKMARK;
    }

    HRESULT STDMETHODCALLTYPE SortTable(LPSSortOrderSet criteria, ULONG flags) override {
        ENTER(SortTable);
        if (flags == 0) {
            CHECK(criteria->cSorts == 0 && criteria->cCategories == 0 && criteria->cExpanded == 0);
            return MAPI_E_TOO_COMPLEX;
        }
        CHECK(sample_sort_orders.is(criteria));
        SAME(flags, TBL_BATCH);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE QuerySortOrder(LPSSortOrderSet *criteria) override {
        ENTER(QuerySortOrder, criteria);
        *criteria = reinterpret_cast<LPSSortOrderSet>(allocate<SortOrders>(session, 1));
        memcpy(static_cast<void *>(*criteria), &sample_sort_orders, sizeof sample_sort_orders);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE QueryRows(LONG count, ULONG flags, LPSRowSet *rows) override {
        ENTER(QueryRows, rows);
        if (count == 5) {
            SAME(flags, 0);
            *rows = make_rows(0);
            return S_OK;
        }
        CODE(count, -3);
        SAME(flags, TBL_NOADVANCE);
        *rows = make_rows(2);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Abort() override {
        ENTER(Abort);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE ExpandRow(ULONG size, LPBYTE key, ULONG count, ULONG flags, LPSRowSet *rows,
                                        ULONG *more) override {
        ENTER(ExpandRow, rows, more);
        CHECK(instance_key.is(size, key));
        SAME(flags, 0);
        *more = 3;
        if (count == 0) {
            if (rows) {
                *rows = nullptr;
            }
            return S_OK;
        }
        SAME(count, 10);
        *rows = make_rows(1);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE CollapseRow(ULONG size, LPBYTE key, ULONG flags, ULONG *hidden) override {
        ENTER(CollapseRow, hidden);
        CHECK(instance_key.is(size, key));
        SAME(flags, 0);
        *hidden = 6;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE WaitForCompletion(ULONG flags, ULONG timeout, ULONG *status) override {
        ENTER(WaitForCompletion, status);
        SAME(flags, 0);
        if (timeout == 0) {
            CHECK(!status);
            return MAPI_E_TIMEOUT;
        }
        SAME(timeout, 250);
        *status = TBLSTAT_QCHANGED;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetCollapseState(ULONG flags, ULONG size, LPBYTE key, ULONG *state_size,
                                               LPBYTE *state) override {
        ENTER(GetCollapseState, state_size, state);
        SAME(flags, 0);
        CHECK(instance_key.is(size, key));
        *state_size = collapse_state.size;
        *state = allocate<BYTE>(session, collapse_state.size);
        memcpy(*state, collapse_state.bytes, collapse_state.size);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE SetCollapseState(ULONG flags, ULONG size, LPBYTE state, BOOKMARK *location) override {
        ENTER(SetCollapseState, location);
        SAME(flags, 0);
        CHECK(collapse_state.is(size, state));
        *location = bookmark;
        return S_OK;
    }

private:
    // Rows whose properties are blocks of their own: all samples in the first, PR_SUBJECT_W in the others.
    LPSRowSet make_rows(ULONG count) {
        void *block = allocate<char>(session, sizeof(SRowSet) + sizeof(SRow) * count);
        LPSRowSet rows = static_cast<LPSRowSet>(block);
        rows->cRows = count;
        for (ULONG i = 0; i < count; i++) {
            ULONG props = i == 0 ? SAMPLE_PROPS : 1;
            rows->aRow[i] = {0, props, copy_props(session, i == 0 ? sample_props : &subject, props)};
        }
        return rows;
    }
};

} // namespace

IMAPITable *make_table(Session *session, HRESULT answer) {
    return new Table(session, answer);
}

extern "C" IMAPITable *make_IMAPITable(Session *session, HRESULT answer) {
    return make_table(session, answer);
}

extern "C" IMAPIAdviseSink *make_IMAPIAdviseSink(Session *session, HRESULT answer) {
    return new Sink(session, answer);
}
