// Duty: what mingw-w64's MAPI headers take from <windows.h>, in the widths of 64-bit Windows, for compilers of other
// systems. Compile with -fshort-wchar: wchar_t has 16 bits there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

static_assert(sizeof(wchar_t) == 2, "compile with -fshort-wchar");

typedef uint8_t BYTE;
typedef uint16_t WORD;
typedef uint32_t DWORD;
typedef uint32_t UINT;
typedef int32_t LONG;
typedef uint32_t ULONG;
typedef int64_t LONGLONG;
typedef uintptr_t ULONG_PTR;
typedef int32_t HRESULT;
typedef int32_t SCODE;
typedef int WINBOOL;
typedef char *LPSTR;
typedef const char *LPCSTR;
typedef void *LPVOID;
typedef void *HANDLE;
typedef HANDLE HINSTANCE;

#define __LONG32 int
#define __cdecl
#define WINAPI
#define STDMETHODCALLTYPE

typedef union {
    struct {
        DWORD LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER;

struct GUID {
    uint32_t Data1;
    uint16_t Data2, Data3;
    uint8_t Data4[8];
};

typedef GUID *LPGUID;
typedef GUID IID;
typedef const IID &REFIID;
