// Duty: the methods of IMAPIProp, for every object that has properties.
#pragma once

#include "object.hpp"

// An error in words, in one block.
LPMAPIERROR make_error(Session *session);

// A table, as properties and stores open it.
IMAPITable *make_table(Session *session, HRESULT answer);

template <class First, class... More> class PropObject : public Object<First, More...> {
public:
    using Object<First, More...>::Object;

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

    HRESULT STDMETHODCALLTYPE SaveChanges(ULONG flags) override {
        ENTER(SaveChanges);
        if (flags == 0) {
            return MAPI_E_OBJECT_CHANGED;
        }
        SAME(flags, KEEP_OPEN_READWRITE | FORCE_SAVE);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetProps(LPSPropTagArray tags, ULONG flags, ULONG *count, LPSPropValue *props) override {
        ENTER(GetProps, count, props);
        if (!tags) {
            SAME(flags, MAPI_UNICODE);
            *count = SAMPLE_PROPS;
            *props = copy_props(session, sample_props, SAMPLE_PROPS);
            return S_OK;
        }
        SAME(flags, 0);
        if (same_tags(tags, {PR_NULL})) {
            *count = 0;
            *props = nullptr;
            return S_OK;
        }
        CHECK(same_tags(tags, {PR_SUBJECT_W, PR_BODY_W}));
        SPropValue found[2] = {subject, {TAG_BODY_ERROR, 0, {}}};
        found[1].Value.err = MAPI_E_NOT_ENOUGH_MEMORY;
        *count = 2;
        *props = copy_props(session, found, 2);
        return MAPI_W_ERRORS_RETURNED;
    }

    HRESULT STDMETHODCALLTYPE GetPropList(ULONG flags, LPSPropTagArray *tags) override {
        ENTER(GetPropList, tags);
        if (flags == MAPI_UNICODE) {
            *tags = allocate_tags(session, {PR_SUBJECT_W, PR_BODY_W, PR_ENTRYID});
        } else {
            SAME(flags, 0);
            *tags = allocate_tags(session, {});
        }
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE OpenProperty(ULONG tag, LPCIID iid, ULONG options, ULONG flags,
                                           LPUNKNOWN *object) override {
        ENTER(OpenProperty, object);
        *object = nullptr;
        if (tag == PR_BODY_W) {
            return MAPI_E_NOT_FOUND;
        }
        SAME(tag, PR_MESSAGE_ATTACHMENTS);
        SAME(options, MAPI_UNICODE);
        SAME(flags, MAPI_MODIFY | MAPI_CREATE);
        return answer_with(make_table(session, S_OK), *iid, reinterpret_cast<void **>(object));
    }

    HRESULT STDMETHODCALLTYPE SetProps(ULONG count, LPSPropValue props, LPSPropProblemArray *problems) override {
        ENTER(SetProps, problems);
        give(problems, {});
        if (count == 0) {
            return MAPI_E_INVALID_PARAMETER;
        }
        if (count == 1) {
            CHECK(same_props(props, count, &subject, 1));
            return S_OK;
        }
        CHECK(same_props(props, count, sample_props, SAMPLE_PROPS));
        give(problems, {{2, sample_props[2].ulPropTag, MAPI_E_COMPUTED},
                        {5, sample_props[5].ulPropTag, MAPI_E_NO_ACCESS}});
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE DeleteProps(LPSPropTagArray tags, LPSPropProblemArray *problems) override {
        ENTER(DeleteProps, problems);
        give(problems, {});
        if (same_tags(tags, {PR_SUBJECT_W})) {
            return S_OK;
        }
        CHECK(same_tags(tags, {PR_SUBJECT_W, PR_BODY_W}));
        give(problems, {{1, PR_BODY_W, MAPI_E_NO_ACCESS}});
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE CopyTo(ULONG excluded, LPCIID exclude, LPSPropTagArray tags, ULONG_PTR parent,
                                     LPMAPIPROGRESS progress, LPCIID iid, LPVOID destination, ULONG flags,
                                     LPSPropProblemArray *problems) override {
        ENTER(CopyTo, problems);
        give(problems, {});
        CHECK(*iid == IID_IMAPIProp);
        CODE(static_cast<IMAPIProp *>(destination)->SaveChanges(KEEP_OPEN_READWRITE | FORCE_SAVE), S_OK);
        if (flags == 0) {
            CHECK(excluded == 0 && !exclude && !tags && parent == 0 && !progress);
            return S_OK;
        }
        SAME(flags, MAPI_MOVE | MAPI_DIALOG);
        CHECK(excluded == 2 && exclude[0] == IID_IMAPITable && exclude[1] == IID_IMAPISync);
        CHECK(same_tags(tags, {PR_BODY_W}));
        SAME(parent, window);
        CODE(progress->Progress(50, 1, 2), S_OK);
        give(problems, {{0, PR_ENTRYID, MAPI_E_COMPUTED}});
        return MAPI_W_PARTIAL_COMPLETION;
    }

    HRESULT STDMETHODCALLTYPE CopyProps(LPSPropTagArray tags, ULONG_PTR parent, LPMAPIPROGRESS progress, LPCIID iid,
                                        LPVOID destination, ULONG flags, LPSPropProblemArray *problems) override {
        ENTER(CopyProps, problems);
        give(problems, {});
        CHECK(*iid == IID_IMAPIProp);
        CODE(static_cast<IMAPIProp *>(destination)->SaveChanges(KEEP_OPEN_READWRITE | FORCE_SAVE), S_OK);
        if (flags == 0) {
            CHECK(same_tags(tags, {PR_BODY_W}) && parent == 0 && !progress);
            return MAPI_E_COLLISION;
        }
        SAME(flags, MAPI_NOREPLACE | MAPI_DIALOG);
        CHECK(same_tags(tags, {PR_SUBJECT_W, PR_ENTRYID}));
        SAME(parent, window);
        CODE(progress->Progress(50, 1, 2), S_OK);
        give(problems, {{1, PR_ENTRYID, MAPI_E_COMPUTED}});
        return MAPI_W_ERRORS_RETURNED;
    }

    HRESULT STDMETHODCALLTYPE GetNamesFromIDs(LPSPropTagArray *tags, LPGUID set, ULONG flags, ULONG *count,
                                              LPMAPINAMEID **names) override {
        ENTER(GetNamesFromIDs, count, names);
        *count = 0;
        *names = nullptr;
        if (!*tags) {
            CHECK(set && *set == set_id);
            SAME(flags, MAPI_NO_STRINGS);
            *tags = allocate_tags(session, {TAG_COLOUR, TAG_KEYWORDS});
            give_names(count, names, &number_name, &string_name);
            return S_OK;
        }
        CHECK(!set);
        SAME(flags, 0);
        if ((*tags)->cValues == 1) {
            return MAPI_E_NO_SUPPORT;
        }
        CHECK(same_tags(*tags, {TAG_KEYWORDS, TAG_COLOUR}));
        give_names(count, names, &string_name, nullptr);
        return MAPI_W_ERRORS_RETURNED;
    }

    HRESULT STDMETHODCALLTYPE GetIDsFromNames(ULONG count, LPMAPINAMEID *names, ULONG flags,
                                              LPSPropTagArray *tags) override {
        ENTER(GetIDsFromNames, tags);
        if (count == 0) {
            CHECK(!names);
            SAME(flags, 0);
            *tags = allocate_tags(session, {TAG_KEYWORDS, TAG_COLOUR});
            return S_OK;
        }
        SAME(count, 2);
        SAME(flags, MAPI_CREATE);
        CHECK(*names[0]->lpguid == set_id && names[0]->ulKind == MNID_STRING);
        CHECK(same_text(names[0]->Kind.lpwstrName, string_name.Kind.lpwstrName));
        CHECK(*names[1]->lpguid == set_id && names[1]->ulKind == MNID_ID && names[1]->Kind.lID == number_name.Kind.lID);
        *tags = allocate_tags(session, {TAG_KEYWORDS, PT_ERROR});
        return MAPI_W_ERRORS_RETURNED;
    }

private:
    // Gives problems to a caller who may not want them; none is a null pointer.
    void give(LPSPropProblemArray *problems, std::initializer_list<SPropProblem> found) {
        if (problems) {
            *problems = found.size() ? allocate_list<SPropProblemArray>(this->session, found) : nullptr;
        }
    }

    // Gives two names, of which the second may be missing: pointers and names in one block.
    void give_names(ULONG *count, LPMAPINAMEID **names, const MAPINAMEID *first, const MAPINAMEID *second) {
        *count = 2;
        *names = allocate<LPMAPINAMEID>(this->session, 2);
        (*names)[0] = copy_name(*names, first);
        (*names)[1] = second ? copy_name(*names, second) : nullptr;
    }

    LPMAPINAMEID copy_name(void *root, const MAPINAMEID *name) {
        LPMAPINAMEID copy = allocate_more<MAPINAMEID>(this->session, root, 1);
        *copy = *name;
        copy->lpguid = allocate_more<GUID>(this->session, root, 1);
        *copy->lpguid = *name->lpguid;
        if (name->ulKind == MNID_STRING) {
            size_t size = std::char_traits<WCHAR>::length(name->Kind.lpwstrName) + 1;
            copy->Kind.lpwstrName = allocate_more<WCHAR>(this->session, root, size);
            memcpy(copy->Kind.lpwstrName, name->Kind.lpwstrName, size * sizeof(WCHAR));
        }
        return copy;
    }
};
