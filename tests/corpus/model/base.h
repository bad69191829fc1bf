/* What the bundled files have, in small, so that the goldens stay short. */
typedef long HRESULT;
typedef unsigned long ULONG;
typedef struct _GUID { unsigned long Data1; unsigned short Data2, Data3; unsigned char Data4[8]; } GUID;
typedef const GUID *REFIID;

[object, local, uuid(00000000-0000-0000-C000-000000000046)]
interface IUnknown {
    HRESULT QueryInterface([in] REFIID riid, [out, iid_is(riid)] void **ppvObject);
    ULONG AddRef();
    ULONG Release();
}
