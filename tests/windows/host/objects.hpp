// Duty: the objects that MAPI and its clients hand to a provider, written in C++ from mingw-w64's declarations.
// Input: the provider's calls. Output: answers, and notes of what was asked.
#pragma once
#include "mapi.hpp"
#include "check.hpp"
#include <cwchar>
#include <string>

/// The base of objects: counts references, and answers for one interface. It lives on the stack of a test, which looks
/// whether all references were given back.
template <class I> struct Object : I {
    explicit Object(const IID &iid) : iid(iid) {}

    HRESULT WINAPI QueryInterface(REFIID wanted, void **out) override {
        check::note(check::TO_CPP, "IUnknown", "QueryInterface");
        const bool known = IsEqualIID(wanted, iid) || IsEqualIID(wanted, IID_IUnknown);
        *out = known ? static_cast<I *>(this) : nullptr;
        if (known) AddRef();
        return known ? S_OK : E_NOINTERFACE;
    }

    ULONG WINAPI AddRef() override {
        check::note(check::TO_CPP, "IUnknown", "AddRef");
        return ++references;
    }

    ULONG WINAPI Release() override {
        check::note(check::TO_CPP, "IUnknown", "Release");
        return --references;
    }

    const IID &iid;
    std::atomic<ULONG> references{1};
};

// Methods that a test does not expect refuse.
#define REFUSE { return MAPI_E_NO_SUPPORT; }

struct RefusingSection : Object<IProfSect> {
    RefusingSection() : Object(IID_IProfSect) {}
    MAPI_IMAPIPROP_METHODS(REFUSE)
};

struct RefusingSupport : Object<IMAPISupport> {
    RefusingSupport() : Object(IID_IMAPISup) {}
    MAPI_IMAPISUPPORT_METHODS1(REFUSE)
    MAPI_IMAPISUPPORT_METHODS2(REFUSE)
    MAPI_IMAPISUPPORT_METHODS3(REFUSE)
};

/// The provider's section of the profile.
struct Section final : RefusingSection {
    HRESULT WINAPI SetProps(ULONG count, SPropValue *values, SPropProblemArray **problems) override {
        check::note(check::TO_CPP, "IProfSect", "SetProps");
        for (ULONG i = 0; i < count; ++i) {
            tags.push_back(values[i].ulPropTag);
            if (values[i].ulPropTag == PR_DISPLAY_NAME_W) name = values[i].Value.lpszW;
            if (values[i].ulPropTag == PR_MDB_PROVIDER) provider_bytes = values[i].Value.bin.cb;
        }
        if (problems) *problems = nullptr;
        return S_OK;
    }

    HRESULT WINAPI SaveChanges(ULONG flags) override {
        check::note(check::TO_CPP, "IProfSect", "SaveChanges");
        CHECK(flags == 0);
        ++saved;
        return S_OK;
    }

    std::vector<ULONG> tags;
    std::wstring name;
    ULONG provider_bytes = 0;
    int saved = 0;
};

/// What MAPI does for a provider.
struct Support final : RefusingSupport {
    HRESULT WINAPI SetProviderUID(MAPIUID *uid, ULONG flags) override {
        check::note(check::TO_CPP, "IMAPISupport", "SetProviderUID");
        CHECK(uid->ab[0] == 0x6e && uid->ab[15] == 0x18);
        CHECK(flags == 0);
        return S_OK;
    }

    HRESULT WINAPI WrapStoreEntryID(ULONG size, ENTRYID *id, ULONG *wrapped_size, ENTRYID **wrapped) override {
        check::note(check::TO_CPP, "IMAPISupport", "WrapStoreEntryID");
        if (heap::buffer(size + 4, reinterpret_cast<void **>(wrapped)) != S_OK) return MAPI_E_NOT_ENOUGH_MEMORY;
        *wrapped_size = size + 4;
        memcpy(*wrapped, "wrap", 4);
        memcpy(reinterpret_cast<char *>(*wrapped) + 4, id, size);
        return S_OK;
    }

    HRESULT WINAPI OpenProfileSection(MAPIUID *uid, ULONG flags, IProfSect **out) override {
        check::note(check::TO_CPP, "IMAPISupport", "OpenProfileSection");
        CHECK(!uid);
        CHECK(flags == MAPI_MODIFY);
        section.AddRef();
        *out = &section;
        return S_OK;
    }

    HRESULT WINAPI ModifyProfile(ULONG flags) override {
        check::note(check::TO_CPP, "IMAPISupport", "ModifyProfile");
        CHECK(flags == 0);
        CHECK(section.saved == 1);
        return S_OK;
    }

    Section section;
};

/// A client that listens.
struct Sink final : Object<IMAPIAdviseSink> {
    Sink() : Object(IID_IMAPIAdviseSink) {}

    ULONG WINAPI OnNotify(ULONG count, NOTIFICATION *notifications) override {
        check::note(check::TO_CPP, "IMAPIAdviseSink", "OnNotify");
        for (ULONG i = 0; i < count; ++i) {
            events.push_back(notifications[i].ulEventType);
            if (notifications[i].ulEventType != fnevNewMail) {
                kinds.push_back(notifications[i].info.obj.ulObjType);
                sizes.push_back(notifications[i].info.obj.cbEntryID);
            } else {
                sizes.push_back(notifications[i].info.newmail.cbEntryID);
            }
        }
        return S_OK;
    }

    std::vector<ULONG> events, kinds, sizes;
};

/// A display of Send/Receive.
struct Display final : Object<IMAPISyncProgressCallback> {
    Display() : Object(IID_IMAPISyncProgressCallback), ended(CreateEventW(nullptr, TRUE, FALSE, nullptr)) {}
    ~Display() { CloseHandle(ended); }

    HRESULT WINAPI Progress(const WCHAR *words, ULONG index, ULONG total) override {
        check::note(check::TO_CPP, "IMAPISyncProgressCallback", "Progress");
        steps.push_back(index);
        CHECK(total == 3);
        if (index == 0) CHECK(words && std::wcscmp(words, L"Receiving mail from Ada") == 0);
        if (index == total) CHECK(!words);
        thread = GetCurrentThreadId();
        return stops_at == index ? stop : S_OK;
    }

    HRESULT WINAPI Error(HRESULT, const WCHAR *) override {
        check::note(check::TO_CPP, "IMAPISyncProgressCallback", "Error");
        return S_OK;
    }

    HRESULT WINAPI Done(HANDLE event, HRESULT code) override {
        check::note(check::TO_CPP, "IMAPISyncProgressCallback", "Done");
        done_event = event;
        outcome = code;
        SetEvent(ended);
        return S_OK;
    }

    HANDLE ended, done_event = nullptr;
    std::vector<ULONG> steps;
    DWORD thread = 0;
    HRESULT outcome = E_PENDING, stop = S_OK;
    ULONG stops_at = ~0u;
};
