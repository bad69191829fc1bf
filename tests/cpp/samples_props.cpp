// Duty: the sample properties, their comparison, their copies in MAPI's memory.
#include "samples.hpp"

Bytes entry_a = {9, {0, 0, 0, 0, 0xa1, 2, 3, 4, 5}};
Bytes entry_b = {6, {0, 0, 0, 0, 0xb1, 0xff}};
Bytes instance_key = {8, {1, 2, 3, 4, 5, 6, 7, 8}};
Bytes collapse_state = {5, {9, 8, 0, 7, 6}};

GUID set_id = {0x00020329, 0x1234, 0xabcd, {0xc0, 0, 0, 0, 0, 0, 1, 0x46}};

static WCHAR keywords[] = MAPIDL_TEXT("Keywords");

static MAPINAMEID name_of_string() {
    MAPINAMEID name = {&set_id, MNID_STRING, {}};
    name.Kind.lpwstrName = keywords;
    return name;
}

static MAPINAMEID name_of_number() {
    MAPINAMEID name = {&set_id, MNID_ID, {}};
    name.Kind.lID = 0x8233;
    return name;
}

MAPINAMEID string_name = name_of_string();
MAPINAMEID number_name = name_of_number();

// ---- the values -----------------------------------------------------------------------------------------------------

static CHAR narrow[] = "na\xefve";
static WCHAR wide[] = MAPIDL_TEXT("na\u00efve \u20ac");
static BYTE binary[] = {0, 1, 2, 255};
static SHORT shorts[] = {-1, 0, 1};
static LONG longs[] = {-2147483647 - 1, 2147483647};
static float floats[] = {1.5f, -0.25f};
static double doubles[] = {1e300, -2.5};
static CURRENCY currencies[] = {{-10000}, {12345678901}};
static double times[] = {0.25, 36526.5};
static FILETIME filetimes[] = {{1, 2}, {0xffff'ffff, 0x7fff'ffff}};
static SBinary binaries[] = {{1, binary + 1}, {0, nullptr}, {2, binary + 2}};
static LPSTR narrows[] = {narrow, narrow + 5, narrow + 2};
static LPWSTR wides[] = {wide, wide + 7};
static GUID guids[] = {IID_IUnknown, IID_IMAPIProp};
static LARGE_INTEGER larges[] = {{-1}, {0x1122'3344'5566'7788}};

// A property with `set`'s member of a zeroed value.
static SPropValue prop(ULONG tag, void (*set)(__UPV &)) {
    SPropValue prop;
    memset(static_cast<void *>(&prop), 0, sizeof prop);
    prop.ulPropTag = tag;
    set(prop.Value);
    return prop;
}

SPropValue sample_props[SAMPLE_PROPS] = {
    prop(0x6600'0000 | PT_I2, [](__UPV &v) { v.i = -2; }),
    prop(0x6601'0000 | PT_LONG, [](__UPV &v) { v.l = -70000; }),
    prop(0x6602'0000 | PT_R4, [](__UPV &v) { v.flt = 1.5f; }),
    prop(0x6603'0000 | PT_DOUBLE, [](__UPV &v) { v.dbl = -2.25; }),
    prop(0x6604'0000 | PT_BOOLEAN, [](__UPV &v) { v.b = 1; }),
    prop(0x6605'0000 | PT_CURRENCY, [](__UPV &v) { v.cur.int64 = 12345678901; }),
    prop(0x6606'0000 | PT_APPTIME, [](__UPV &v) { v.at = 36526.5; }),
    prop(0x6607'0000 | PT_SYSTIME, [](__UPV &v) { v.ft = {0x89ab'cdef, 0x01ca'fe00}; }),
    prop(0x6608'0000 | PT_STRING8, [](__UPV &v) { v.lpszA = narrow; }),
    prop(0x6609'0000 | PT_BINARY, [](__UPV &v) { v.bin = {4, binary}; }),
    prop(0x660a'0000 | PT_UNICODE, [](__UPV &v) { v.lpszW = wide; }),
    prop(0x660b'0000 | PT_CLSID, [](__UPV &v) { v.lpguid = &set_id; }),
    prop(0x660c'0000 | PT_I8, [](__UPV &v) { v.li.QuadPart = 0x1122'3344'5566'7788; }),
    prop(0x660d'0000 | PT_MV_I2, [](__UPV &v) { v.MVi = {3, shorts}; }),
    prop(0x660e'0000 | PT_MV_LONG, [](__UPV &v) { v.MVl = {2, longs}; }),
    prop(0x660f'0000 | PT_MV_R4, [](__UPV &v) { v.MVflt = {2, floats}; }),
    prop(0x6610'0000 | PT_MV_DOUBLE, [](__UPV &v) { v.MVdbl = {2, doubles}; }),
    prop(0x6611'0000 | PT_MV_CURRENCY, [](__UPV &v) { v.MVcur = {2, currencies}; }),
    prop(0x6612'0000 | PT_MV_APPTIME, [](__UPV &v) { v.MVat = {2, times}; }),
    prop(0x6613'0000 | PT_MV_SYSTIME, [](__UPV &v) { v.MVft = {2, filetimes}; }),
    prop(0x6614'0000 | PT_MV_BINARY, [](__UPV &v) { v.MVbin = {3, binaries}; }),
    prop(0x6615'0000 | PT_MV_STRING8, [](__UPV &v) { v.MVszA = {3, narrows}; }),
    prop(0x6616'0000 | PT_MV_UNICODE, [](__UPV &v) { v.MVszW = {2, wides}; }),
    prop(0x6617'0000 | PT_MV_CLSID, [](__UPV &v) { v.MVguid = {2, guids}; }),
    prop(0x6618'0000 | PT_MV_I8, [](__UPV &v) { v.MVli = {2, larges}; }),
    prop(0x6619'0000 | PT_ERROR, [](__UPV &v) { v.err = MAPI_E_NOT_FOUND; }),
    prop(0x661a'0000 | PT_NULL, [](__UPV &) {}),
    prop(0x661b'0000 | PT_OBJECT, [](__UPV &v) { v.x = 7; }),
    // No values, and no bytes: the pointers are null.
    prop(0x661c'0000 | PT_MV_LONG, [](__UPV &) {}),
    prop(0x661d'0000 | PT_BINARY, [](__UPV &) {}),
};

static WCHAR hello[] = MAPIDL_TEXT("Hello");

SPropValue subject = prop(PR_SUBJECT_W, [](__UPV &v) { v.lpszW = hello; });

// ---- comparison -----------------------------------------------------------------------------------------------------

template <class Array> static bool same_array(ULONG a_count, const Array *a, ULONG b_count, const Array *b) {
    return same_bytes(a, a_count * sizeof(Array), b, b_count * sizeof(Array));
}

template <class Array, class Item, class Same>
static bool same_each(const Array &a, const Array &b, Item *Array::*items, Same same) {
    bool equal = a.cValues == b.cValues;
    for (ULONG i = 0; equal && i < a.cValues; i++) {
        equal = same((a.*items)[i], (b.*items)[i]);
    }
    return equal;
}

static bool same_binary(const SBinary &a, const SBinary &b) {
    return same_bytes(a.lpb, a.cb, b.lpb, b.cb);
}

// The types with many values; `nullptr` stands for none of them.
static bool same_values(ULONG type, const __UPV &a, const __UPV &b) {
    auto same_narrow = [](LPCSTR x, LPCSTR y) { return same_text(x, y); };
    auto same_wide = [](LPCWSTR x, LPCWSTR y) { return same_text(x, y); };
    switch (type) {
    case PT_MV_I2: return same_array(a.MVi.cValues, a.MVi.lpi, b.MVi.cValues, b.MVi.lpi);
    case PT_MV_LONG: return same_array(a.MVl.cValues, a.MVl.lpl, b.MVl.cValues, b.MVl.lpl);
    case PT_MV_R4: return same_array(a.MVflt.cValues, a.MVflt.lpflt, b.MVflt.cValues, b.MVflt.lpflt);
    case PT_MV_DOUBLE: return same_array(a.MVdbl.cValues, a.MVdbl.lpdbl, b.MVdbl.cValues, b.MVdbl.lpdbl);
    case PT_MV_CURRENCY: return same_array(a.MVcur.cValues, a.MVcur.lpcur, b.MVcur.cValues, b.MVcur.lpcur);
    case PT_MV_APPTIME: return same_array(a.MVat.cValues, a.MVat.lpat, b.MVat.cValues, b.MVat.lpat);
    case PT_MV_SYSTIME: return same_array(a.MVft.cValues, a.MVft.lpft, b.MVft.cValues, b.MVft.lpft);
    case PT_MV_CLSID: return same_array(a.MVguid.cValues, a.MVguid.lpguid, b.MVguid.cValues, b.MVguid.lpguid);
    case PT_MV_I8: return same_array(a.MVli.cValues, a.MVli.lpli, b.MVli.cValues, b.MVli.lpli);
    case PT_MV_BINARY: return same_each(a.MVbin, b.MVbin, &SBinaryArray::lpbin, same_binary);
    case PT_MV_STRING8: return same_each(a.MVszA, b.MVszA, &SLPSTRArray::lppszA, same_narrow);
    case PT_MV_UNICODE: return same_each(a.MVszW, b.MVszW, &SWStringArray::lppszW, same_wide);
    default: return false;
    }
}

static bool same_value(ULONG type, const __UPV &a, const __UPV &b) {
    switch (type) {
    case PT_I2: return a.i == b.i;
    case PT_R4: return a.flt == b.flt;
    case PT_DOUBLE: return a.dbl == b.dbl;
    case PT_APPTIME: return a.at == b.at;
    case PT_BOOLEAN: return a.b == b.b;
    case PT_CURRENCY: return a.cur.int64 == b.cur.int64;
    case PT_I8: return a.li.QuadPart == b.li.QuadPart;
    case PT_SYSTIME: return same_bytes(&a.ft, sizeof a.ft, &b.ft, sizeof b.ft);
    case PT_LONG: return a.l == b.l;
    case PT_ERROR: return a.err == b.err;
    case PT_NULL:
    case PT_OBJECT: return a.x == b.x;
    case PT_STRING8: return same_text(a.lpszA, b.lpszA);
    case PT_UNICODE: return same_text(a.lpszW, b.lpszW);
    case PT_BINARY: return same_binary(a.bin, b.bin);
    case PT_CLSID: return a.lpguid && *a.lpguid == *b.lpguid;
    default: return same_values(type, a, b);
    }
}

bool same_prop(const SPropValue &a, const SPropValue &b) {
    return a.ulPropTag == b.ulPropTag && same_value(a.ulPropTag & PROP_TYPE_MASK, a.Value, b.Value);
}

bool same_props(const SPropValue *props, ULONG count, const SPropValue *expected, ULONG expected_count) {
    bool same = props && count == expected_count;
    for (ULONG i = 0; same && i < count; i++) {
        same = same_prop(props[i], expected[i]);
    }
    return same;
}

// ---- copies ---------------------------------------------------------------------------------------------------------

// Where a copy puts what its properties point to.
struct Chain {
    Session *session;
    void *root;

    template <class T> T *copy(const T *from, size_t count) {
        if (!from) {
            return nullptr;
        }
        T *to = allocate_more<T>(session, root, count);
        memcpy(static_cast<void *>(to), from, count * sizeof(T));
        return to;
    }

    LPSTR text(LPCSTR from) { return copy(const_cast<LPSTR>(from), strlen(from) + 1); }

    LPWSTR text(LPCWSTR from) { return copy(const_cast<LPWSTR>(from), std::char_traits<WCHAR>::length(from) + 1); }

    template <class T> T *texts(T *from, ULONG count) {
        T *to = copy(from, count);
        for (ULONG i = 0; i < count; i++) {
            to[i] = text(from[i]);
        }
        return to;
    }

    SBinary *binaries(const SBinary *from, ULONG count) {
        SBinary *to = copy(from, count);
        for (ULONG i = 0; i < count; i++) {
            to[i].lpb = copy(from[i].lpb, from[i].cb);
        }
        return to;
    }

    void value(ULONG type, __UPV &v) {
        switch (type) {
        case PT_STRING8: v.lpszA = text(v.lpszA); break;
        case PT_UNICODE: v.lpszW = text(v.lpszW); break;
        case PT_BINARY: v.bin.lpb = copy(v.bin.lpb, v.bin.cb); break;
        case PT_CLSID: v.lpguid = copy(v.lpguid, 1); break;
        case PT_MV_I2: v.MVi.lpi = copy(v.MVi.lpi, v.MVi.cValues); break;
        case PT_MV_LONG: v.MVl.lpl = copy(v.MVl.lpl, v.MVl.cValues); break;
        case PT_MV_R4: v.MVflt.lpflt = copy(v.MVflt.lpflt, v.MVflt.cValues); break;
        case PT_MV_DOUBLE: v.MVdbl.lpdbl = copy(v.MVdbl.lpdbl, v.MVdbl.cValues); break;
        case PT_MV_CURRENCY: v.MVcur.lpcur = copy(v.MVcur.lpcur, v.MVcur.cValues); break;
        case PT_MV_APPTIME: v.MVat.lpat = copy(v.MVat.lpat, v.MVat.cValues); break;
        case PT_MV_SYSTIME: v.MVft.lpft = copy(v.MVft.lpft, v.MVft.cValues); break;
        case PT_MV_CLSID: v.MVguid.lpguid = copy(v.MVguid.lpguid, v.MVguid.cValues); break;
        case PT_MV_I8: v.MVli.lpli = copy(v.MVli.lpli, v.MVli.cValues); break;
        case PT_MV_BINARY: v.MVbin.lpbin = binaries(v.MVbin.lpbin, v.MVbin.cValues); break;
        case PT_MV_STRING8: v.MVszA.lppszA = texts(v.MVszA.lppszA, v.MVszA.cValues); break;
        case PT_MV_UNICODE: v.MVszW.lppszW = texts(v.MVszW.lppszW, v.MVszW.cValues); break;
        default: break;
        }
    }
};

LPSPropValue copy_props(Session *session, const SPropValue *props, ULONG count) {
    LPSPropValue copies = allocate<SPropValue>(session, count);
    Chain chain = {session, copies};
    for (ULONG i = 0; i < count; i++) {
        copies[i] = props[i];
        chain.value(props[i].ulPropTag & PROP_TYPE_MASK, copies[i].Value);
    }
    return copies;
}
