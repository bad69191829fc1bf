// Duty: the client of IMAPIProp, by itself and as the base of IMsgStore.
#include "client.hpp"

namespace {

void check_error(Session *session, LPMAPIERROR error) {
    SAME(error->ulVersion, MAPI_ERROR_VERSION);
    CHECK(same_text(as_wide(error->lpszError), MAPIDL_TEXT("it cannot be found")));
    CHECK(same_text(as_wide(error->lpszComponent), MAPIDL_TEXT("store")));
    SAME(error->ulLowLevelError, 7);
    SAME(error->ulContext, 9);
    release_buffer(session, error);
}

void check_problems(Session *session, LPSPropProblemArray problems, std::initializer_list<SPropProblem> expected) {
    CHECK(problems && same_bytes(problems->aProblem, problems->cProblem * sizeof(SPropProblem), expected.begin(),
                                 expected.size() * sizeof(SPropProblem)));
    release_buffer(session, problems);
}

void check_name(Session *session, const MAPINAMEID *name, const MAPINAMEID &expected) {
    CHECK(name && *name->lpguid == *expected.lpguid);
    SAME(name->ulKind, expected.ulKind);
    if (expected.ulKind == MNID_STRING) {
        CHECK(same_text(name->Kind.lpwstrName, expected.Kind.lpwstrName));
    } else {
        CODE(name->Kind.lID, expected.Kind.lID);
    }
}

template <class Face> void talk_read(Session *session, Face *object) {
    Out<LPMAPIERROR> error;
    CODE(CALL(object, GetLastError, MAPI_E_NOT_FOUND, MAPI_UNICODE, &error), S_OK);
    check_error(session, error);
    CODE(CALL(object, GetLastError, MAPI_E_NO_ACCESS, MAPI_UNICODE, &error), S_OK);
    CHECK(error.is_zero());

    CODE(CALL(object, SaveChanges, KEEP_OPEN_READWRITE | FORCE_SAVE), S_OK);
    CODE(CALL(object, SaveChanges, 0), MAPI_E_OBJECT_CHANGED);

    Out<ULONG> count;
    Out<LPSPropValue> props;
    CODE(CALL(object, GetProps, nullptr, MAPI_UNICODE, &count, &props), S_OK);
    CHECK(same_props(props, count, sample_props, SAMPLE_PROPS));
    release_buffer(session, props);
    Tags<2> two = {2, {PR_SUBJECT_W, PR_BODY_W}};
    CODE(CALL(object, GetProps, two, 0, &count, &props), MAPI_W_ERRORS_RETURNED);
    SAME(count, 2);
    CHECK(same_prop(props.value[0], subject));
    SAME(props.value[1].ulPropTag, TAG_BODY_ERROR);
    CODE(props.value[1].Value.err, MAPI_E_NOT_ENOUGH_MEMORY);
    release_buffer(session, props);
    Tags<1> null = {1, {PR_NULL}};
    CODE(CALL(object, GetProps, null, 0, &count, &props), S_OK);
    SAME(count, 0);
    release_buffer(session, props);

    Out<LPSPropTagArray> tags;
    CODE(CALL(object, GetPropList, MAPI_UNICODE, &tags), S_OK);
    CHECK(same_tags(tags, {PR_SUBJECT_W, PR_BODY_W, PR_ENTRYID}));
    release_buffer(session, tags);
    CODE(CALL(object, GetPropList, 0, &tags), S_OK);
    CHECK(same_tags(tags, {}));
    release_buffer(session, tags);
}

template <class Face> void talk_open(Session *session, Face *object) {
    Held<IUnknown> opened;
    ULONG flags = MAPI_MODIFY | MAPI_CREATE;
    CODE(CALL(object, OpenProperty, PR_MESSAGE_ATTACHMENTS, &IID_IMAPITable, MAPI_UNICODE, flags, &opened.object),
         S_OK);
    IMAPITable *table = static_cast<IMAPITable *>(opened.object);
    CODE(table->SeekRowApprox(1, 3), S_OK);
    Out<LPUNKNOWN> none;
    REFUSED(CALL(object, OpenProperty, PR_MESSAGE_ATTACHMENTS, &IID_IMAPISync, MAPI_UNICODE, flags, &none),
            E_NOINTERFACE, none.is_zero());
    REFUSED(CALL(object, OpenProperty, PR_BODY_W, &IID_IMAPITable, 0, 0, &none), MAPI_E_NOT_FOUND, none.is_zero());
}

template <class Face> void talk_write(Session *session, Face *object) {
    Out<LPSPropProblemArray> problems;
    CODE(CALL(object, SetProps, SAMPLE_PROPS, sample_props, &problems), S_OK);
    check_problems(session, problems, {{2, sample_props[2].ulPropTag, MAPI_E_COMPUTED},
                                       {5, sample_props[5].ulPropTag, MAPI_E_NO_ACCESS}});
    CODE(CALL(object, SetProps, 1, &subject, &problems), S_OK);
    CHECK(problems.is_zero());
    REFUSED(CALL(object, SetProps, 0, &subject, &problems), MAPI_E_INVALID_PARAMETER, problems.is_zero());

    Tags<2> two = {2, {PR_SUBJECT_W, PR_BODY_W}};
    CODE(CALL(object, DeleteProps, two, &problems), S_OK);
    check_problems(session, problems, {{1, PR_BODY_W, MAPI_E_NO_ACCESS}});
    Tags<1> one = {1, {PR_SUBJECT_W}};
    CODE(CALL(object, DeleteProps, one, &problems), S_OK);
    CHECK(problems.is_zero());
}

template <class Face> void talk_copy(Session *session, Face *object) {
    Out<LPSPropProblemArray> problems;
    Held<IMAPIProp> destination(make_IMAPIProp(session, S_OK));
    Held<IMAPIProgress> progress(make_IMAPIProgress(session, S_OK));
    IID excluded[] = {IID_IMAPITable, IID_IMAPISync};
    Tags<1> body = {1, {PR_BODY_W}};
    CODE(CALL(object, CopyTo, 2, excluded, body, window, progress, &IID_IMAPIProp, destination,
              MAPI_MOVE | MAPI_DIALOG, &problems), MAPI_W_PARTIAL_COMPLETION);
    check_problems(session, problems, {{0, PR_ENTRYID, MAPI_E_COMPUTED}});
    CODE(CALL(object, CopyTo, 0, nullptr, nullptr, 0, nullptr, &IID_IMAPIProp, destination, 0, &problems), S_OK);
    CHECK(problems.is_zero());

    Tags<2> two = {2, {PR_SUBJECT_W, PR_ENTRYID}};
    CODE(CALL(object, CopyProps, two, window, progress, &IID_IMAPIProp, destination, MAPI_NOREPLACE | MAPI_DIALOG,
              &problems), MAPI_W_ERRORS_RETURNED);
    check_problems(session, problems, {{1, PR_ENTRYID, MAPI_E_COMPUTED}});
    REFUSED(CALL(object, CopyProps, body, 0, nullptr, &IID_IMAPIProp, destination, 0, &problems), MAPI_E_COLLISION,
            problems.is_zero());
}

template <class Face> void talk_names(Session *session, Face *object) {
    Out<ULONG> count;
    Out<LPMAPINAMEID *> names;
    LPSPropTagArray tags = allocate_tags(session, {TAG_KEYWORDS, TAG_COLOUR}), before = tags;
    CODE(CALL(object, GetNamesFromIDs, &tags, nullptr, 0, &count, &names), MAPI_W_ERRORS_RETURNED);
    CHECK(tags == before && same_tags(tags, {TAG_KEYWORDS, TAG_COLOUR}));
    SAME(count, 2);
    check_name(session, names.value[0], string_name);
    CHECK(!names.value[1]);
    release_buffer(session, names);
    release_buffer(session, tags);

    tags = nullptr;
    CODE(CALL(object, GetNamesFromIDs, &tags, &set_id, MAPI_NO_STRINGS, &count, &names), S_OK);
    CHECK(same_tags(tags, {TAG_COLOUR, TAG_KEYWORDS}));
    SAME(count, 2);
    check_name(session, names.value[0], number_name);
    check_name(session, names.value[1], string_name);
    release_buffer(session, names);
    release_buffer(session, tags);

    // After a failure the list is still the caller's.
    before = tags = allocate_tags(session, {TAG_COLOUR});
    REFUSED(CALL(object, GetNamesFromIDs, &tags, nullptr, 0, &count, &names), MAPI_E_NO_SUPPORT, count.is_zero(),
            names.is_zero());
    CHECK(tags == before);
    release_buffer(session, before);

    Out<LPSPropTagArray> ids;
    LPMAPINAMEID wanted[] = {&string_name, &number_name};
    CODE(CALL(object, GetIDsFromNames, 2, wanted, MAPI_CREATE, &ids), MAPI_W_ERRORS_RETURNED);
    CHECK(same_tags(ids, {TAG_KEYWORDS, PT_ERROR}));
    release_buffer(session, ids);
    CODE(CALL(object, GetIDsFromNames, 0, nullptr, 0, &ids), S_OK);
    CHECK(same_tags(ids, {TAG_KEYWORDS, TAG_COLOUR}));
    release_buffer(session, ids);
}

template <class Face> void talk(Session *session, Face *object) {
    talk_read(session, object);
    talk_open(session, object);
    talk_write(session, object);
    talk_copy(session, object);
    talk_names(session, object);
}

template <class Face> void refused(Session *session, Face *object, HRESULT code) {
    Out<LPMAPIERROR> error;
    Out<ULONG> count;
    Out<LPSPropValue> props;
    Out<LPSPropTagArray> tags;
    Out<LPUNKNOWN> opened;
    Out<LPSPropProblemArray> problems;
    Out<LPMAPINAMEID *> names;
    Held<IMAPIProp> destination(make_IMAPIProp(session, S_OK));
    Tags<1> body = {1, {PR_BODY_W}};
    REFUSED(CALL(object, GetLastError, MAPI_E_NOT_FOUND, MAPI_UNICODE, &error), code, error.is_zero());
    REFUSED(CALL(object, SaveChanges, 0), code);
    REFUSED(CALL(object, GetProps, nullptr, 0, &count, &props), code, count.is_zero(), props.is_zero());
    REFUSED(CALL(object, GetPropList, 0, &tags), code, tags.is_zero());
    REFUSED(CALL(object, OpenProperty, PR_BODY_W, &IID_IMAPITable, 0, 0, &opened), code, opened.is_zero());
    REFUSED(CALL(object, SetProps, SAMPLE_PROPS, sample_props, &problems), code, problems.is_zero());
    REFUSED(CALL(object, DeleteProps, body, &problems), code, problems.is_zero());
    REFUSED(CALL(object, CopyTo, 0, nullptr, nullptr, 0, nullptr, &IID_IMAPIProp, destination, 0, &problems), code,
            problems.is_zero());
    REFUSED(CALL(object, CopyProps, body, 0, nullptr, &IID_IMAPIProp, destination, 0, &problems), code,
            problems.is_zero());
    LPSPropTagArray list = allocate_tags(session, {TAG_COLOUR}), before = list;
    REFUSED(CALL(object, GetNamesFromIDs, &list, nullptr, 0, &count, &names), code, count.is_zero(), names.is_zero());
    CHECK(list == before);
    release_buffer(session, before);
    REFUSED(CALL(object, GetIDsFromNames, 0, nullptr, 0, &tags), code, tags.is_zero());
}

template <class Face> void nulls(Session *session, Face *object) {
    const HRESULT bad = MAPI_E_INVALID_PARAMETER;
    Out<LPMAPIERROR> error;
    Out<ULONG> count;
    Out<LPSPropValue> props;
    Out<LPUNKNOWN> opened;
    Out<LPSPropProblemArray> problems;
    Out<LPSPropTagArray> tags;
    Out<LPMAPINAMEID *> names;
    Held<IMAPIProp> destination(make_IMAPIProp(session, S_OK));
    Tags<1> body = {1, {PR_BODY_W}};
    REFUSED(CALL(object, GetLastError, MAPI_E_NOT_FOUND, MAPI_UNICODE, nullptr), bad);
    // The error's strings are wide in the safe API.
    REFUSED(CALL(object, GetLastError, MAPI_E_NOT_FOUND, 0, &error), MAPI_E_BAD_CHARWIDTH, error.is_zero());
    REFUSED(CALL(object, GetProps, body, 0, nullptr, &props), bad, props.is_zero());
    REFUSED(CALL(object, GetProps, body, 0, &count, nullptr), bad, count.is_zero());
    REFUSED(CALL(object, GetPropList, 0, nullptr), bad);
    REFUSED(CALL(object, OpenProperty, PR_BODY_W, nullptr, 0, 0, &opened), bad, opened.is_zero());
    REFUSED(CALL(object, OpenProperty, PR_BODY_W, &IID_IMAPITable, 0, 0, nullptr), bad);
    REFUSED(CALL(object, SetProps, 3, nullptr, &problems), bad, problems.is_zero());
    REFUSED(CALL(object, DeleteProps, nullptr, &problems), bad, problems.is_zero());
    REFUSED(CALL(object, CopyTo, 0, nullptr, nullptr, 0, nullptr, nullptr, destination, 0, &problems), bad,
            problems.is_zero());
    REFUSED(CALL(object, CopyTo, 0, nullptr, nullptr, 0, nullptr, &IID_IMAPIProp, nullptr, 0, &problems), bad,
            problems.is_zero());
    REFUSED(CALL(object, CopyProps, nullptr, 0, nullptr, &IID_IMAPIProp, destination, 0, &problems), bad,
            problems.is_zero());
    REFUSED(CALL(object, CopyProps, body, 0, nullptr, nullptr, destination, 0, &problems), bad, problems.is_zero());
    REFUSED(CALL(object, CopyProps, body, 0, nullptr, &IID_IMAPIProp, nullptr, 0, &problems), bad,
            problems.is_zero());
    LPSPropTagArray list = body;
    REFUSED(CALL(object, GetNamesFromIDs, nullptr, nullptr, 0, &count, &names), bad, count.is_zero(), names.is_zero());
    REFUSED(CALL(object, GetNamesFromIDs, &list, nullptr, 0, nullptr, &names), bad, names.is_zero());
    REFUSED(CALL(object, GetNamesFromIDs, &list, nullptr, 0, &count, nullptr), bad, count.is_zero());
    CHECK(list == static_cast<LPSPropTagArray>(body));
    LPMAPINAMEID without[] = {&string_name, nullptr};
    REFUSED(CALL(object, GetIDsFromNames, 2, without, 0, &tags), bad, tags.is_zero());
    REFUSED(CALL(object, GetIDsFromNames, 0, nullptr, 0, nullptr), bad);
}

template <class Face> void wishes(Session *session, Face *object) {
    Held<IMAPIProp> destination(make_IMAPIProp(session, S_OK));
    Held<IMAPIProgress> progress(make_IMAPIProgress(session, S_OK));
    IID excluded[] = {IID_IMAPITable, IID_IMAPISync};
    Tags<1> body = {1, {PR_BODY_W}};
    Tags<2> two = {2, {PR_SUBJECT_W, PR_BODY_W}}, others = {2, {PR_SUBJECT_W, PR_ENTRYID}};
    // The problems that come back are of no interest.
    CODE(CALL(object, SetProps, SAMPLE_PROPS, sample_props, nullptr), S_OK);
    CODE(CALL(object, DeleteProps, two, nullptr), S_OK);
    CODE(CALL(object, CopyTo, 2, excluded, body, window, progress, &IID_IMAPIProp, destination,
              MAPI_MOVE | MAPI_DIALOG, nullptr), MAPI_W_PARTIAL_COMPLETION);
    CODE(CALL(object, CopyProps, others, window, progress, &IID_IMAPIProp, destination, MAPI_NOREPLACE | MAPI_DIALOG,
              nullptr), MAPI_W_ERRORS_RETURNED);
    // The list of tags may lie on the caller's stack.
    Out<ULONG> count;
    Out<LPMAPINAMEID *> names;
    Tags<2> known = {2, {TAG_KEYWORDS, TAG_COLOUR}};
    LPSPropTagArray list = known;
    CODE(CALL(object, GetNamesFromIDs, &list, nullptr, 0, &count, &names), MAPI_W_ERRORS_RETURNED);
    CHECK(list == static_cast<LPSPropTagArray>(known));
    release_buffer(session, names);
}

} // namespace

extern "C" {
void talk_IMAPIProp(Session *session, IMAPIProp *object) { talk(session, object); }
void refused_IMAPIProp(Session *session, IMAPIProp *object, HRESULT code) { refused(session, object, code); }
void nulls_IMAPIProp(Session *session, IMAPIProp *object) { nulls(session, object); }
void wishes_IMAPIProp(Session *session, IMAPIProp *object) { wishes(session, object); }

void talk_IMsgStore_base(Session *session, IMsgStore *object) { talk(session, object); }
void refused_IMsgStore_base(Session *session, IMsgStore *object, HRESULT code) { refused(session, object, code); }
void nulls_IMsgStore_base(Session *session, IMsgStore *object) { nulls(session, object); }
void wishes_IMsgStore_base(Session *session, IMsgStore *object) { wishes(session, object); }
}
