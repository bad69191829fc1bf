// Duty: play MAPI: load a provider's DLL, log on, and log off.
// Input: the path of the DLL. Output: a session, and the check that all was given back.
#pragma once
#include "objects.hpp"

inline const char *provider_path;
/// Whether mistakes are made on purpose, so that tests must fail.
inline bool spoiled = false;

/// `EmptyFolder`, but for its calling convention: where stdcall and cdecl differ, the arguments stay on the stack.
inline HRESULT __cdecl empty_folder(IMAPIFolder *, ULONG, IMAPIProgress *, ULONG) { return MAPI_E_NO_SUPPORT; }

/// Gives a folder other slots: two that look alike are exchanged, and one has the wrong calling convention.
inline void spoil(IMAPIFolder *folder) {
    constexpr int GET_CONTENTS_TABLE = 14, GET_HIERARCHY_TABLE = 15, EMPTY_FOLDER = 29;
    static void *slots[EMPTY_FOLDER + 1];
    auto *&vtable = *reinterpret_cast<void ***>(folder);
    std::copy(vtable, vtable + std::size(slots), slots);
    std::swap(slots[GET_CONTENTS_TABLE], slots[GET_HIERARCHY_TABLE]);
    slots[EMPTY_FOLDER] = reinterpret_cast<void *>(empty_folder);
    vtable = slots;
}

template <class I> struct Released {
    ~Released() { reset(); }
    void reset() {
        if (pointer) CALL(IUnknown, pointer, Release);
        pointer = nullptr;
    }
    I *operator->() const { return pointer; }
    operator I *() const { return pointer; }
    I **operator&() { return &pointer; }
    I *pointer = nullptr;
};

/// A provider's DLL, with the provider that it made.
struct Loaded {
    explicit Loaded(const char *path = provider_path) : module(LoadLibraryA(path)) { CHECK(module); }
    ~Loaded() { CHECK(FreeLibrary(module)); }

    template <class Function> Function *find(const char *name) const {
        auto *function = reinterpret_cast<Function *>(GetProcAddress(module, name));
        CHECK(function);
        return function;
    }

    HRESULT init(ULONG version, LPFREEBUFFER free, IMSProvider **out) const {
        const auto function = find<MSPROVIDERINIT>("MSProviderInit");
        ULONG wanted = 0;
        const auto before = stack();
        const HRESULT code = function(module, nullptr, heap::buffer, heap::more, free, 0, version, &wanted, out);
        CHECK(before == stack());
        CHECK(wanted == CURRENT_SPI_VERSION);
        return code;
    }

    HMODULE module;
};

/// A logon to the provider.
struct Session {
    Session() {
        CHECK(heap::live == 0);
        CHECK(loaded.init(CURRENT_SPI_VERSION, heap::free, &provider) == S_OK);
        WCHAR profile[] = L"Outlook";
        ULONG security_size = 7;
        BYTE *security = nullptr;
        MAPIERROR *error = nullptr;
        const ULONG flags = MDB_WRITE | MAPI_UNICODE;
        const HRESULT code = CALL(IMSProvider, provider, Logon, &support, 0, reinterpret_cast<LPTSTR>(profile), 0,
                                  nullptr, flags, nullptr, &security_size, &security, &error, &logon, &store);
        CHECK(code == S_OK);
        CHECK(logon && store && !error && !security && security_size == 0);
        CHECK(support.section.name == L"Mailbox in memory");
        CHECK(support.section.provider_bytes == sizeof(MAPIUID) && support.section.tags.size() == 4);
    }

    ~Session() {
        ULONG flags = 0;
        CHECK(CALL(IMsgStore, store, StoreLogoff, &flags) == S_OK);
        CHECK(flags == LOGOFF_COMPLETE);
        store.reset();
        CHECK(CALL(IMSLogon, logon, Logoff, &flags) == S_OK);
        logon.reset();
        CHECK(CALL(IMSProvider, provider, Shutdown, &flags) == S_OK);
        provider.reset();
        CHECK(support.references == 1 && support.section.references == 1);
        CHECK(heap::live == 0);
    }

    /// The folder where new mail arrives.
    IMAPIFolder *inbox() {
        ULONG size = 0, kind = 0;
        ENTRYID *id = nullptr;
        WCHAR *decided = nullptr;
        CHECK(CALL(IMsgStore, store, GetReceiveFolder, nullptr, MAPI_UNICODE, &size, &id,
                   reinterpret_cast<LPTSTR *>(&decided)) == S_OK);
        CHECK(size == 28 && decided && *decided == 0);
        IMAPIFolder *folder = nullptr;
        CHECK(CALL(IMsgStore, store, OpenEntry, size, id, &IID_IMAPIFolder, MAPI_MODIFY, &kind,
                   reinterpret_cast<IUnknown **>(&folder)) == S_OK);
        CHECK(kind == MAPI_FOLDER);
        heap::free(id);
        heap::free(decided);
        if (spoiled) spoil(folder);
        return folder;
    }

    Loaded loaded;
    Support support;
    Released<IMSProvider> provider;
    Released<IMSLogon> logon;
    Released<IMsgStore> store;
};
