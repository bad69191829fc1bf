// Duty: MAPI as mingw-w64 declares it, and by hand what it does not; MAPI's heap.
// Input: headers that others wrote. Output: declarations; memory that is counted.
#pragma once
#define INITGUID
#define USES_IID_IMAPIAdviseSink
#define USES_IID_IMAPIFolder
#define USES_IID_IMAPISup
#define USES_IID_IMessage
#define USES_IID_IMsgStore
#define USES_IID_IProfSect
#include <windows.h>
#include <ole2.h>
#include <mapix.h>
#include <mapiutil.h>
#include <mapispi.h>
#include <mapiguid.h>
#include <atomic>
#include <cstdlib>
#include <vector>

// Background synchronisation, which these headers do not have.

DEFINE_GUID(IID_IMAPISync, 0x5024a385, 0x2d44, 0x486a, 0x81, 0xa8, 0x8f, 0x0e, 0xcb, 0x60, 0x71, 0xdd);
DEFINE_GUID(IID_IMAPISyncProgressCallback, 0x5024a386, 0x2d44, 0x486a, 0x81, 0xa8, 0x8f, 0x0e, 0xcb, 0x60, 0x71, 0xdd);

constexpr ULONG SYNC_DOWNLOAD_CONTENTS = 0x80;

struct MAPISIB {
    ULONG ulSize;
    ULONG ulFlags;
    LPMAPISESSION psesSync;
    LPUNKNOWN punkCallBack;
    HANDLE *phSyncDoneEvent;
};

struct IMAPISyncProgressCallback : IUnknown {
    virtual HRESULT WINAPI Progress(const WCHAR *words, ULONG index, ULONG index_max) = 0;
    virtual HRESULT WINAPI Error(HRESULT code, const WCHAR *words) = 0;
    virtual HRESULT WINAPI Done(HANDLE event, HRESULT outcome) = 0;
};

struct IMAPISync : IUnknown {
    virtual HRESULT WINAPI SynchronizeInBackground(MAPISIB *order) = 0;
};

/// MAPI's heap: blocks with further blocks that are freed with them.
namespace heap {

inline std::atomic<long> live{0};

/// What lies before each block. Aligned as a block must be.
struct alignas(16) Block {
    Block *more;
};

inline SCODE WINAPI buffer(ULONG size, void **out) {
    auto *block = static_cast<Block *>(std::malloc(sizeof(Block) + size));
    if (!block) return MAPI_E_NOT_ENOUGH_MEMORY;
    block->more = nullptr;
    ++live;
    *out = block + 1;
    return S_OK;
}

inline SCODE WINAPI more(ULONG size, void *object, void **out) {
    const SCODE code = buffer(size, out);
    if (code != S_OK) return code;
    Block *owner = static_cast<Block *>(object) - 1, *block = static_cast<Block *>(*out) - 1;
    block->more = owner->more;
    owner->more = block;
    return S_OK;
}

inline ULONG WINAPI free(void *memory) {
    Block *block = memory ? static_cast<Block *>(memory) - 1 : nullptr;
    while (block) {
        Block *next = block->more;
        std::free(block);
        --live;
        block = next;
    }
    return S_OK;
}

} // namespace heap
