// Duty: the sample restrictions, sort orders and notifications, and their comparison.
#include "samples.hpp"

// ---- restrictions ---------------------------------------------------------------------------------------------------

static SRestriction restriction(ULONG type, void (*set)(SRestriction_res &)) {
    SRestriction restriction;
    memset(static_cast<void *>(&restriction), 0, sizeof restriction);
    restriction.rt = type;
    set(restriction.res);
    return restriction;
}

SRestriction simple_restriction = restriction(RES_EXIST, [](auto &res) { res.resExist = {0, PR_BODY_W, 0}; });

static SRestriction alternatives[] = {
    restriction(RES_COMPAREPROPS,
                [](auto &res) { res.resCompareProps = {RELOP_GE, PR_SUBJECT_W, PR_BODY_W}; }),
    restriction(RES_NOT, [](auto &res) { res.resNot = {0, &simple_restriction}; }),
};

static SRestriction conditions[] = {
    restriction(RES_OR, [](auto &res) { res.resOr = {2, alternatives}; }),
    restriction(RES_CONTENT,
                [](auto &res) { res.resContent = {FL_PREFIX | FL_IGNORECASE, PR_SUBJECT_W, &subject}; }),
    restriction(RES_PROPERTY, [](auto &res) { res.resProperty = {RELOP_NE, PR_SUBJECT_W, &subject}; }),
    restriction(RES_BITMASK, [](auto &res) { res.resBitMask = {BMR_NEZ, PR_MESSAGE_FLAGS, 0x8000'0001}; }),
    restriction(RES_SIZE, [](auto &res) { res.resSize = {RELOP_LT, PR_BODY_W, 4096}; }),
    restriction(RES_SUBRESTRICTION,
                [](auto &res) { res.resSub = {PR_MESSAGE_RECIPIENTS, &simple_restriction}; }),
    restriction(RES_COMMENT, [](auto &res) { res.resComment = {1, &simple_restriction, &subject}; }),
    // Remarks are all there is.
    restriction(RES_COMMENT, [](auto &res) { res.resComment = {1, nullptr, &subject}; }),
    restriction(RES_ANNOTATION, [](auto &res) { res.resAnnotation = {1, &simple_restriction, &subject}; }),
    restriction(RES_COUNT, [](auto &res) { res.resCount = {3, &simple_restriction}; }),
};

SRestriction sample_restriction =
    restriction(RES_AND, [](auto &res) { res.resAnd = {sizeof conditions / sizeof *conditions, conditions}; });

static bool same_branches(ULONG count, const SRestriction *a, ULONG expected, const SRestriction *b) {
    bool same = count == expected;
    for (ULONG i = 0; same && i < count; i++) {
        same = same_restriction(a + i, b + i);
    }
    return same;
}

// Compares records without pointers.
template <class Record> static bool same_record(const Record &a, const Record &b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

template <class Remarks> static bool same_remarks(const Remarks &a, const Remarks &b) {
    return same_restriction(a.lpRes, b.lpRes) && same_props(a.lpProp, a.cValues, b.lpProp, b.cValues);
}

template <class Test> static bool same_test(const Test &a, const Test &b) {
    return a.ulPropTag == b.ulPropTag && a.lpProp && same_prop(*a.lpProp, *b.lpProp);
}

bool same_restriction(const SRestriction *restriction, const SRestriction *expected) {
    if (!restriction || !expected) {
        return !restriction && !expected;
    }
    const SRestriction_res &a = restriction->res, &b = expected->res;
    if (restriction->rt != expected->rt) {
        return false;
    }
    switch (restriction->rt) {
    case RES_AND: return same_branches(a.resAnd.cRes, a.resAnd.lpRes, b.resAnd.cRes, b.resAnd.lpRes);
    case RES_OR: return same_branches(a.resOr.cRes, a.resOr.lpRes, b.resOr.cRes, b.resOr.lpRes);
    case RES_NOT: return same_restriction(a.resNot.lpRes, b.resNot.lpRes);
    case RES_CONTENT:
        return a.resContent.ulFuzzyLevel == b.resContent.ulFuzzyLevel && same_test(a.resContent, b.resContent);
    case RES_PROPERTY: return a.resProperty.relop == b.resProperty.relop && same_test(a.resProperty, b.resProperty);
    case RES_COMPAREPROPS: return same_record(a.resCompareProps, b.resCompareProps);
    case RES_BITMASK: return same_record(a.resBitMask, b.resBitMask);
    case RES_SIZE: return same_record(a.resSize, b.resSize);
    case RES_EXIST: return same_record(a.resExist, b.resExist);
    case RES_SUBRESTRICTION:
        return a.resSub.ulSubObject == b.resSub.ulSubObject && same_restriction(a.resSub.lpRes, b.resSub.lpRes);
    case RES_COMMENT: return same_remarks(a.resComment, b.resComment);
    case RES_ANNOTATION: return same_remarks(a.resAnnotation, b.resAnnotation);
    case RES_COUNT:
        return a.resCount.ulCount == b.resCount.ulCount && same_restriction(a.resCount.lpRes, b.resCount.lpRes);
    default: return false;
    }
}

// ---- sort orders ----------------------------------------------------------------------------------------------------

SortOrders sample_sort_orders = {3, 2, 1, {
    {PR_SUBJECT_W, TABLE_SORT_ASCEND},
    {PR_BODY_W, TABLE_SORT_CATEG_MAX},
    {PR_ENTRYID, TABLE_SORT_DESCEND},
}};

bool SortOrders::is(const SSortOrderSet *other) const {
    return other && other->cSorts == columns && memcmp(this, other, sizeof *this) == 0;
}

// ---- notifications --------------------------------------------------------------------------------------------------

static WCHAR message_class[] = MAPIDL_TEXT("IPM.N\u00f6te");
static WCHAR lost[] = MAPIDL_TEXT("the server is gone");
static WCHAR transport[] = MAPIDL_TEXT("transport");
static MAPIERROR lost_error = {MAPI_ERROR_VERSION, as_tstr(lost), as_tstr(transport), 7, 9};

static struct {
    ULONG count = 2;
    ULONG tags[2] = {PR_SUBJECT_W, PR_BODY_W};
} changed;

static NOTIFICATION notification(ULONG event, void (*set)(NOTIFICATION_info &)) {
    NOTIFICATION notification;
    memset(static_cast<void *>(&notification), 0, sizeof notification);
    notification.ulEventType = event;
    set(notification.info);
    return notification;
}

static void set_created(NOTIFICATION_info &info) {
    info.obj.cbEntryID = entry_a.size;
    info.obj.lpEntryID = entry_a.entry();
    info.obj.ulObjType = MAPI_MESSAGE;
    info.obj.lpPropTagArray = reinterpret_cast<LPSPropTagArray>(&changed);
}

static void set_moved(NOTIFICATION_info &info) {
    info.obj.cbEntryID = entry_a.size;
    info.obj.lpEntryID = entry_a.entry();
    info.obj.ulObjType = MAPI_FOLDER;
    info.obj.cbParentID = entry_b.size;
    info.obj.lpParentID = entry_b.entry();
    info.obj.cbOldID = instance_key.size;
    info.obj.lpOldID = instance_key.entry();
    info.obj.cbOldParentID = collapse_state.size;
    info.obj.lpOldParentID = collapse_state.entry();
}

static void set_error(NOTIFICATION_info &info) {
    info.err = {entry_a.size, entry_a.entry(), MAPI_E_NETWORK_ERROR, static_cast<ULONG>(MAPI_UNICODE), &lost_error};
}

static void set_new_mail(NOTIFICATION_info &info) {
    info.newmail.cbEntryID = entry_a.size;
    info.newmail.lpEntryID = entry_a.entry();
    info.newmail.cbParentID = entry_b.size;
    info.newmail.lpParentID = entry_b.entry();
    info.newmail.ulFlags = static_cast<ULONG>(MAPI_UNICODE);
    info.newmail.lpszMessageClass = as_tstr(message_class);
    info.newmail.ulMessageFlags = MSGFLAG_UNMODIFIED | MSGFLAG_HASATTACH;
}

static void set_row(NOTIFICATION_info &info) {
    info.tab.ulTableEvent = TABLE_ROW_MODIFIED;
    info.tab.hResult = S_OK;
    info.tab.propIndex.ulPropTag = PR_INSTANCE_KEY;
    info.tab.propIndex.Value.bin = {instance_key.size, instance_key.bytes};
    info.tab.propPrior.ulPropTag = PR_NULL;
    info.tab.row = {0, SAMPLE_PROPS, sample_props};
}

static void set_status(NOTIFICATION_info &info) {
    info.statobj = {entry_b.size, entry_b.entry(), 1, &subject};
}

NOTIFICATION sample_notifications[SAMPLE_NOTIFICATIONS] = {
    notification(fnevCriticalError, set_error),
    notification(fnevNewMail, set_new_mail),
    notification(fnevObjectCreated, set_created),
    notification(fnevObjectDeleted, set_created),
    notification(fnevObjectModified, set_created),
    notification(fnevObjectMoved, set_moved),
    notification(fnevObjectCopied, set_moved),
    notification(fnevSearchComplete, set_moved),
    notification(fnevTableModified, set_row),
    notification(fnevStatusObjectModified, set_status),
    notification(fnevExtended, [](auto &info) { info.ext = {77, collapse_state.size, collapse_state.bytes}; }),
    notification(fnevIndexing, [](auto &) {}),
};

static bool same_entry(ULONG a_size, const ENTRYID *a, ULONG b_size, const ENTRYID *b) {
    return same_bytes(a, a_size, b, b_size) && !a == !b;
}

static bool same_error(const ERROR_NOTIFICATION &a, const ERROR_NOTIFICATION &b) {
    const MAPIERROR *x = a.lpMAPIError, *y = b.lpMAPIError;
    return same_entry(a.cbEntryID, a.lpEntryID, b.cbEntryID, b.lpEntryID) && a.scode == b.scode
        && a.ulFlags == b.ulFlags && x && x->ulVersion == y->ulVersion
        && same_text(as_wide(x->lpszError), as_wide(y->lpszError))
        && same_text(as_wide(x->lpszComponent), as_wide(y->lpszComponent))
        && x->ulLowLevelError == y->ulLowLevelError && x->ulContext == y->ulContext;
}

static bool same_new_mail(const NEWMAIL_NOTIFICATION &a, const NEWMAIL_NOTIFICATION &b) {
    return same_entry(a.cbEntryID, a.lpEntryID, b.cbEntryID, b.lpEntryID)
        && same_entry(a.cbParentID, a.lpParentID, b.cbParentID, b.lpParentID) && a.ulFlags == b.ulFlags
        && same_text(as_wide(a.lpszMessageClass), as_wide(b.lpszMessageClass))
        && a.ulMessageFlags == b.ulMessageFlags;
}

static bool same_object(const OBJECT_NOTIFICATION &a, const OBJECT_NOTIFICATION &b) {
    bool same = same_entry(a.cbEntryID, a.lpEntryID, b.cbEntryID, b.lpEntryID) && a.ulObjType == b.ulObjType
        && same_entry(a.cbParentID, a.lpParentID, b.cbParentID, b.lpParentID)
        && same_entry(a.cbOldID, a.lpOldID, b.cbOldID, b.lpOldID)
        && same_entry(a.cbOldParentID, a.lpOldParentID, b.cbOldParentID, b.lpOldParentID);
    return same && (b.lpPropTagArray ? same_tags(a.lpPropTagArray, {PR_SUBJECT_W, PR_BODY_W}) : !a.lpPropTagArray);
}

static bool same_table(const TABLE_NOTIFICATION &a, const TABLE_NOTIFICATION &b) {
    return a.ulTableEvent == b.ulTableEvent && a.hResult == b.hResult && same_prop(a.propIndex, b.propIndex)
        && same_prop(a.propPrior, b.propPrior)
        && same_props(a.row.lpProps, a.row.cValues, b.row.lpProps, b.row.cValues);
}

bool same_notification(const NOTIFICATION &notification, const NOTIFICATION &expected) {
    const NOTIFICATION_info &a = notification.info, &b = expected.info;
    if (notification.ulEventType != expected.ulEventType) {
        return false;
    }
    switch (static_cast<MAPI_EVENTS>(notification.ulEventType)) {
    case fnevCriticalError: return same_error(a.err, b.err);
    case fnevNewMail: return same_new_mail(a.newmail, b.newmail);
    case fnevTableModified: return same_table(a.tab, b.tab);
    case fnevExtended:
        return a.ext.ulEvent == b.ext.ulEvent
            && same_bytes(a.ext.pbEventParameters, a.ext.cb, b.ext.pbEventParameters, b.ext.cb);
    case fnevStatusObjectModified:
        return same_entry(a.statobj.cbEntryID, a.statobj.lpEntryID, b.statobj.cbEntryID, b.statobj.lpEntryID)
            && same_props(a.statobj.lpPropVals, a.statobj.cValues, b.statobj.lpPropVals, b.statobj.cValues);
    case fnevIndexing: return true;
    default: return same_object(a.obj, b.obj);
    }
}
