// mingw-w64's headers of OLE in their C form, and their identifiers as values that the compiler can compare.

#define CINTERFACE
#define NO_STRICT
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
// Each header defines DEFINE_GUID anew; what it is made of then can be said here.
#define INITGUID
#undef DECLSPEC_SELECTANY
#define DECLSPEC_SELECTANY constexpr
// Here they stand beside everything else.
#define identifiers

#include <unknwn.h>
#include <objidl.h>
#include <oaidl.h>
#include <oleidl.h>
#include <servprov.h>
#include <urlmon.h>
#include <ocidl.h>
#include <propidl.h>
#include <shtypes.h>
#include <comcat.h>
#include <dispex.h>
#include <activscp.h>
#include <docobj.h>
#include <objectarray.h>
#include <structuredquerycondition.h>
#include <propsys.h>
#include <hstring.h>
#include <inspectable.h>
#include <eventtoken.h>
