// Duty: what mingw-w64's MAPI headers take from <objbase.h>: how interfaces are spelled.
#pragma once

#define interface struct
#define PURE = 0
#define THIS void
#define THIS_
#define STDMETHOD(method) virtual HRESULT STDMETHODCALLTYPE method
#define STDMETHOD_(type, method) virtual type STDMETHODCALLTYPE method
#define DECLARE_INTERFACE(name) struct name
#define DECLARE_INTERFACE_(name, base) struct name : base

struct IUnknown {
    virtual HRESULT QueryInterface(REFIID iid, void **object) = 0;
    virtual ULONG AddRef() = 0;
    virtual ULONG Release() = 0;
};

typedef IUnknown *LPUNKNOWN;
