// mingw-w64's MAPI headers in their C form, where each interface has a struct of function pointers.

#define CINTERFACE
#include <windows.h>
#include <ole2.h>
#include <mapix.h>
#include <mapiutil.h>
#include <mapispi.h>
#include <mapiform.h>
#include <mapival.h>
#include <tnef.h>
#include <imessage.h>
#include <mapihook.h>
#include <mapiwz.h>
#include <mapinls.h>
#include <mapioid.h>
#include <mspst.h>
#include <exchform.h>

// Strings that a flag makes UTF-16 are pointers to 8-bit characters in our definitions, as they are without UNICODE; but
// plain names of string properties have the tags that they have with it.
#undef PT_TSTRING
#define PT_TSTRING PT_UNICODE
#undef PT_MV_TSTRING
#define PT_MV_TSTRING PT_MV_UNICODE

// The headers' identifiers once more, as values that the compiler can compare.
#undef DEFINE_GUID
#undef DEFINE_OLEGUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
    constexpr GUID name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
#define DEFINE_OLEGUID(name, l, w1, w2) DEFINE_GUID(name, l, w1, w2, 0xc0, 0, 0, 0, 0, 0, 0, 0x46)
namespace identifiers {
#include <mapiguid.h>
}
