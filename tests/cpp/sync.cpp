// Duty: synchronisation, its progress, and the progress of long operations.
#include "sync.hpp"

HRESULT synchronize(Session *session, PMAPISIB order) {
    SAME(order->ulSize, sizeof(MAPISIB));
    // C++ leaves out all three with the flags, and Rust cannot.
    CHECK(!order->punkCallBack == !order->psesSync && !order->psesSync == !order->phSyncDoneEvent);
    if (!order->ulFlags)
        return MAPI_E_INVALID_PARAMETER;
    CHECK(order->punkCallBack);
    SAME(order->ulFlags, SYNC_DOWNLOAD_CONTENTS | SYNC_ON_DEMAND);
    // The session is known by its name only; whatever it is, it is an object.
    IUnknown *self = nullptr;
    IUnknown *mapi_session = reinterpret_cast<IUnknown *>(order->psesSync);
    CODE(mapi_session->QueryInterface(IID_IUnknown, reinterpret_cast<void **>(&self)), S_OK);
    self->Release();
    *order->phSyncDoneEvent = event;

    IMAPISyncProgressCallback *callback = nullptr;
    void **place = reinterpret_cast<void **>(&callback);
    CODE(order->punkCallBack->QueryInterface(IID_IMAPISyncProgressCallback, place), S_OK);
    report(session, callback);
    callback->Release();
    return S_OK;
}

void report(Session *session, IMAPISyncProgressCallback *callback) {
    CODE(CALL(callback, Progress, MAPIDL_TEXT("Receiving \u00fc"), 3, 10), S_OK);
    CODE(CALL(callback, Progress, nullptr, 4, 10), S_OK);
    CODE(CALL(callback, Error, MAPI_E_NETWORK_ERROR, MAPIDL_TEXT("one item")), S_OK);
    CODE(CALL(callback, Done, nullptr, MAPI_E_CANCEL), MAPI_E_CALL_FAILED);
    CODE(CALL(callback, Done, event, S_OK), S_OK);
}

namespace {

class Callback final : public Object<IMAPISyncProgressCallback> {
public:
    using Object::Object;

    HRESULT STDMETHODCALLTYPE Progress(const WCHAR *words, ULONG index, ULONG max) override {
        ENTER(Progress);
        CHECK(words ? same_text(words, MAPIDL_TEXT("Receiving \u00fc")) : true);
        SAME(index, words ? 3 : 4);
        SAME(max, 10);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Error(HRESULT result, const WCHAR *words) override {
        ENTER(Error);
        CODE(result, MAPI_E_NETWORK_ERROR);
        CHECK(same_text(words, MAPIDL_TEXT("one item")));
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Done(HANDLE done_event, HRESULT result) override {
        ENTER(Done);
        if (!done_event) {
            CODE(result, MAPI_E_CANCEL);
            return MAPI_E_CALL_FAILED;
        }
        CHECK(done_event == event);
        CODE(result, S_OK);
        return S_OK;
    }
};

class Indicator final : public Object<IMAPIProgress> {
public:
    using Object::Object;

    HRESULT STDMETHODCALLTYPE Progress(ULONG value, ULONG count, ULONG total) override {
        ENTER(Progress);
        SAME(value, 50);
        SAME(count, 1);
        SAME(total, 2);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetFlags(ULONG *) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE GetMax(ULONG *) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE GetMin(ULONG *) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE SetLimits(LPULONG, LPULONG, LPULONG) override { return MAPI_E_NO_SUPPORT; }
};

} // namespace

extern "C" IMAPISyncProgressCallback *make_IMAPISyncProgressCallback(Session *session, HRESULT answer) {
    return new Callback(session, answer);
}

extern "C" IMAPIProgress *make_IMAPIProgress(Session *session, HRESULT answer) {
    return new Indicator(session, answer);
}
