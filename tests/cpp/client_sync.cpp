// Duty: the clients of IMAPISync and IMAPISyncProgressCallback, and of what every interface has from IUnknown.
#include "client.hpp"
#include "sync.hpp"

namespace {

// Asks one interface pointer for another; null where the object does not have it.
Held<IUnknown> ask(Session *session, IUnknown *face, REFIID iid) {
    Held<IUnknown> found;
    HRESULT code = face->QueryInterface(iid, found.place());
    CHECK(found ? code == S_OK : code == E_NOINTERFACE);
    return found;
}

} // namespace

extern "C" {
void talk_IMAPISync(Session *session, IMAPISync *sync) {
    Held<IMAPISyncProgressCallback> callback(make_IMAPISyncProgressCallback(session, S_OK));
    Held<IMAPIProp> anything(make_IMAPIProp(session, S_OK));
    HANDLE done = nullptr;
    LPMAPISESSION mapi_session = reinterpret_cast<LPMAPISESSION>(static_cast<IUnknown *>(anything.object));
    MAPISIB order = {sizeof order, SYNC_DOWNLOAD_CONTENTS | SYNC_ON_DEMAND, mapi_session, callback, &done};
    CODE(CALL(sync, SynchronizeInBackground, &order), S_OK);
    CHECK(done == event);
    MAPISIB empty = {sizeof empty, 0, nullptr, nullptr, nullptr};
    CODE(CALL(sync, SynchronizeInBackground, &empty), MAPI_E_INVALID_PARAMETER);
}

void refused_IMAPISync(Session *session, IMAPISync *sync, HRESULT code) {
    MAPISIB order = {sizeof order, 0, nullptr, nullptr, nullptr};
    CODE(CALL(sync, SynchronizeInBackground, &order), code);
}

void nulls_IMAPISync(Session *session, IMAPISync *sync) {
    CODE(CALL(sync, SynchronizeInBackground, nullptr), MAPI_E_INVALID_PARAMETER);
}

void wishes_IMAPISync(Session *session, IMAPISync *sync) {
    MAPISIB empty = {sizeof empty, 0, nullptr, nullptr, nullptr};
    CODE(CALL(sync, SynchronizeInBackground, &empty), MAPI_E_INVALID_PARAMETER);
}

void talk_IMAPISyncProgressCallback(Session *session, IMAPISyncProgressCallback *callback) {
    report(session, callback);
}

void refused_IMAPISyncProgressCallback(Session *session, IMAPISyncProgressCallback *callback, HRESULT code) {
    CODE(CALL(callback, Progress, nullptr, 4, 10), code);
    CODE(CALL(callback, Error, MAPI_E_NETWORK_ERROR, MAPIDL_TEXT("one item")), code);
    CODE(CALL(callback, Done, event, S_OK), code);
}

void nulls_IMAPISyncProgressCallback(Session *session, IMAPISyncProgressCallback *callback) {
    CODE(CALL(callback, Error, MAPI_E_NETWORK_ERROR, nullptr), MAPI_E_INVALID_PARAMETER);
}

void wishes_IMAPISyncProgressCallback(Session *session, IMAPISyncProgressCallback *callback) {
    CODE(CALL(callback, Progress, nullptr, 4, 10), S_OK);
    CODE(CALL(callback, Done, nullptr, MAPI_E_CANCEL), MAPI_E_CALL_FAILED);
}

// The rules of identity, for an object with these interfaces: from every one of them the same ones can be had, under
// the same addresses for IUnknown, and references are counted.
void identity(Session *session, IUnknown *object, const IID *iids, ULONG count) {
    Held<IUnknown> self = ask(session, object, IID_IUnknown);
    CHECK(self);
    for (ULONG i = 0; i < count; i++) {
        Held<IUnknown> face = ask(session, object, iids[i]);
        CHECK(face);
        Held<IUnknown> again = ask(session, face, IID_IUnknown), same = ask(session, face, iids[i]);
        CHECK(again.object == self.object && same);
        for (ULONG j = 0; j < count; j++) {
            Held<IUnknown> other = ask(session, face, iids[j]);
            CHECK(other && ask(session, other, iids[i]));
        }
        IID unknown = {1, 2, 3, {4}};
        CHECK(!ask(session, face, unknown));
        ULONG before = face->AddRef();
        SAME(face->AddRef(), before + 1);
        SAME(face->Release(), before);
        SAME(face->Release(), before - 1);
    }
}

// Calls of IUnknown that the test wants to go wrong.
ULONG add_reference(IUnknown *object) {
    return object->AddRef();
}

ULONG release_reference(IUnknown *object) {
    return object->Release();
}

// Reads properties and keeps them.
LPSPropValue keep_props(IMAPIProp *object) {
    ULONG count = 0;
    LPSPropValue props = nullptr;
    return object->GetProps(nullptr, MAPI_UNICODE, &count, &props) == S_OK ? props : nullptr;
}
}
