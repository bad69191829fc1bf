// Duty: an object that belongs to the apartment of its thread, as most of the field's do: it says of itself neither that
// it is agile nor how it is marshalled.
// Input: calls. Output: the thread on which each arrives.
#pragma once
#include "relay.hpp"

struct Apartment final : IPersist {
    HRESULT WINAPI QueryInterface(REFIID iid, void **out) override {
        // Nobody calls the last two, which no proxy is registered for; they have the slots of IUnknown.
        const bool mine = iid == IID_IUnknown || iid == IID_IPersist || iid == IID_IMAPIProp || iid == IID_IMAPIAdviseSink;
        *out = mine ? this : nullptr;
        if (mine) AddRef();
        return mine ? S_OK : E_NOINTERFACE;
    }
    ULONG WINAPI AddRef() override { return ++references; }
    ULONG WINAPI Release() override {
        const ULONG left = --references;
        if (left == 0) delete this;
        return left;
    }
    HRESULT WINAPI GetClassID(CLSID *out) override {
        *out = {GetCurrentThreadId(), 0, 0, {}};
        return S_OK;
    }
    std::atomic<ULONG> references{1};
};
