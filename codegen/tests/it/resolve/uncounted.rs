//! What a pointer without a count stands for, what an integer does, and what names say of ownership: which methods are raw,
//! and for which reason.

use crate::common::{compile, raw_methods};

/// Lines of a method or record that is raw: its name and the first reason.
fn raw(body: &str) -> Vec<String> {
    let text = format!("import \"oaidl.idl\"; import \"objidl.idl\"; {body}");
    raw_methods(&compile(&[("a.idl", &text)], &["a.idl"]))
}

/// The methods of an interface with this body that are raw.
pub(super) fn methods(types: &str, body: &str) -> Vec<String> {
    raw(&format!(
        "{types} [object, uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77), pointer_default(unique)]
        interface IA : IUnknown {{ {body} }}"
    ))
}

/// Expects that each of these methods is raw beside a count.
fn counted(by: &str, all: &[&str]) {
    for method in all {
        let found = methods("", method);
        assert!(found.len() == 1 && found[0].contains(&format!(" {by} may count it")), "{method}\n{found:?}");
    }
}

#[test]
fn what_a_name_counts_is_raw() {
    counted(
        "celt",
        &[
            "HRESULT Next([in] ULONG celt, [out] IUnknown **rgelt);",
            "HRESULT Next([in] ULONG celt, [out] IUnknown **rgelt, [out] ULONG *pceltFetched);",
            "HRESULT Next([in] ULONG celt, [out] VARIANT *values);",
            "HRESULT Next([in] ULONG celt, [in] VARIANT *values);",
            "HRESULT Next([in] ULONG celt, [in, out] BSTR *values);",
            "void Next([in] ULONG celt, [in] const RECT *rects);",
            "HRESULT Next([in] SHORT celt, [in, out] double *numbers);",
        ],
    );
    counted(
        "NumViews",
        &[
            "void Get([in] UINT start, [in] UINT NumViews, [out] IUnknown **views);",
            "void Get([in] UINT NumViews, [in] const GUID *keys);",
        ],
    );
    counted("size", &["HRESULT Get([in, out] long *size, [out] long *buffer);"]);
    counted(
        "count",
        &[
            "HRESULT Get([in] const ULONG *count, [out] long *buffer);",
            "HRESULT Take([in] const ULONG *count, [in] const RECT *rects);",
            "HRESULT Get([in] UINT count, [in] const UINT *entries);",
            "HRESULT Take([in] ULONG count, [in] long a[1]);",
            "HRESULT Get([in] ULONG count, [in] REFIID riid, [out, iid_is(riid)] void **objects);",
        ],
    );
    // What names several things is an array of them, and no count of its own.
    counted(
        "n",
        &[
            "HRESULT Get([in] ULONG n, [out] double *values);",
            "HRESULT Get([in] ULONG n, [out] long *values);",
            "HRESULT Scale([in] double by, [in] ULONG n, [in, out] float *samples);",
            "HRESULT Get([in] ULONG n, [out] double *count);",
        ],
    );
    counted(
        "cRows or cCols",
        &["HRESULT Trace([in] const double *m, [in] long cRows, [in] long cCols, [out] double *t);"],
    );
    counted("cIds", &["HRESULT Get([in] ULONG cIds, [in] const GUID *ids);"]);
    counted(
        "cch",
        &[
            "HRESULT Take([in] LPSTR name, [in] UINT cch);",
            "HRESULT Get([in] LPCWSTR name, [in] UINT cch);",
            "HRESULT Get([out] USHORT *name, [in] UINT cch);",
        ],
    );
    counted("max", &["HRESULT Take([in] LPWSTR name, [in] UINT max);"]);
}

/// Many a definition says `out` of a number that is read first, as it tells how much room there is.
#[test]
fn what_is_called_several_beside_a_count_that_comes_out_is_raw() {
    for method in [
        "HRESULT GetFourCCCodes([out] DWORD *pCount, [out] DWORD *pCodes);",
        "HRESULT GetKeys([out] long *n, [out] GUID *keys);",
        "HRESULT GetObjects([out] UINT *puiNum, [out] IUnknown **ppObjects);",
    ] {
        let found = methods("", method);
        assert!(found.len() == 1 && found[0].contains("it may say how much room there is for "), "{found:?}");
    }
    let last = methods("", "HRESULT GetKeys([out] GUID *keys, [out] long *n);");
    assert!(last.len() == 1 && last[0].contains("keys: n may count it"), "{last:?}");
    let safe = "
        HRESULT One([out] DWORD *pCount, [out] DWORD *pCode);
        HRESULT Counts([out] DWORD *pcRows, [out] DWORD *pCodes);
        HRESULT Audio([out] UINT32 *count, [out] UINT32 *frames);
        HRESULT Flags([out] DWORD *pCount, [out] DWORD *pdwFlags);
        HRESULT Said([out, plain_number] DWORD *pCount, [out] DWORD *pCodes);
        HRESULT In([out] DWORD *pCount, [in] const DWORD *pCodes);
        HRESULT Sized([in] ULONG celt, [out, size_is(celt), length_is(*pCount)] DWORD *pCodes, [out] ULONG *pCount);";
    assert_eq!(methods("", safe), [""; 0]);
}

#[test]
fn one_number_that_goes_in_by_pointer_comes_out() {
    let written = |method| methods("", method).iter().any(|raw| raw.contains("is written to"));
    assert!(written("HRESULT Advise([in] IUnknown *sink, [in] DWORD *pdwCookie);"));
    assert!(written("HRESULT IsSupported([in] LPWSTR name, [in] BOOL *supported);"));
    assert!(written("HRESULT Take([in] const GUID *id, [in] RECT *output);"));
    assert!(written("HRESULT Project([in] int id, [in] double *value);"));
    assert!(written("HRESULT TryGetSize([in] RECT *size);"));
    assert!(written("BOOL GetSize([in] RECT *size);"));
    for method in [
        "HRESULT Put([in] long *value);",
        "HRESULT put_Size([in] long *value);",
        "HRESULT Take([in] const long *value);",
        "HRESULT Take([in, unique] double *value);",
        "HRESULT Shutdown([in] ULONG *flags);",
        "HRESULT Copy([in, string] LPWSTR dest);",
    ] {
        assert!(!written(method), "{method}");
    }
}

#[test]
fn what_a_constant_record_leads_to_may_be_written_to() {
    let plane = "typedef struct PLANE { ULONG cb; [size_is(cb)] BYTE *bytes; } PLANE;
        typedef struct LIST { PLANE *plane; } LIST;
        typedef struct SOURCE { ULONG cb; [size_is(cb)] const BYTE *bytes; [string] LPWSTR name; IUnknown *object; } SOURCE;";
    for method in [
        "HRESULT Copy([in] ULONG c, [in, size_is(c)] const PLANE *pDstPlanes);",
        "HRESULT Copy([in] const PLANE *resultPlane);",
        "HRESULT Copy([in] LIST *outputPlanes);",
    ] {
        let found = methods(plane, method);
        assert!(found.len() == 1 && found[0].contains("what it leads to is written to"), "{method}\n{found:?}");
    }
    let safe = "HRESULT Copy([in] ULONG c, [in, size_is(c)] const SOURCE *dstSource);
        HRESULT Take([in] ULONG c, [in, size_is(c)] const PLANE *pSrcPlanes);";
    assert_eq!(methods(plane, safe), [""; 0]);
}

#[test]
fn what_is_one_stays_safe() {
    let safe = "
        HRESULT Sized([in] ULONG celt, [out, size_is(celt), length_is(*fetched)] long *rgelt, [out] ULONG *fetched);
        HRESULT UsedTwice([in] ULONG count, [in, size_is(count)] long *all, [out] IUnknown **one);
        HRESULT Retval([in] long nSize, [out, retval] IUnknown **object);
        HRESULT Array([in, size_is(n)] const BYTE *bytes, [in] ULONG n, [in] const long *one, [in, string] LPCWSTR items);
        HRESULT In([in] ULONG cItems, [in] IUnknown *object);
        HRESULT Reference([in] ULONG size, [in] REFGUID key);
        HRESULT Asked([in] ULONG cb, [in] REFIID riid, [out, iid_is(riid)] void **object);
        HRESULT Count([in] ULONG cbNew, [out] ULONG *pcbOld);
        HRESULT Bytes([in] ULONG cb, [out] IUnknown **stream, [out] BSTR *name);
        HRESULT Index([in] ULONG nIndex, [in] ULONG StreamNum, [out] long *value);
        HRESULT Named([in] LPCWSTR name, [in] ULONG cItems);
        HRESULT Said([in, plain_number] ULONG count, [out] long *value);
        HRESULT Values([in, values(TYPEKIND)] ULONG size, [out] long *value);
        HRESULT Lent([in] BSTR text, [in] long length, [in] SAFEARRAY(long) list);";
    assert_eq!(methods("", safe), [""; 0]);
}

#[test]
fn fields_are_counted_by_name_too() {
    let types = "typedef struct A { ULONG cRects; RECT *rects; } A;
        typedef struct B { ULONG cch; LPWSTR text; } B;
        typedef struct C { ULONG cRects; [size_is(cRects)] RECT *rects; RECT *one; } C;
        typedef struct D { [plain_number] ULONG count; RECT *one; } D;
        typedef struct E { ULONG id; RECT *one; LPWSTR text; IUnknown *object; } E;
        typedef struct F { ULONG count; IUnknown *object; } F;";
    let body = "HRESULT A([in] const A *p); HRESULT B([in] const B *p); HRESULT C([in] const C *p);
        HRESULT D([in] const D *p); HRESULT E([in] const E *p); HRESULT F([in] const F *p);";
    assert_eq!(methods(types, body), ["A: p: A has no safe view", "B: p: B has no safe view"]);
}

#[test]
fn addresses_in_integers_are_raw() {
    let types = "typedef struct Both { long x; LPARAM l; } Both;
        typedef struct Inside { long x[2]; Both both[2]; } Inside;
        typedef struct Pointing { WPARAM w; [string] LPWSTR name; } Pointing;
        typedef ULONG_PTR COOKIE;";
    let body = "HRESULT A([in] LPARAM x); HRESULT B([out] UINT_PTR *x); HRESULT C([in, out] DWORD_PTR *x);
        HRESULT D([in] const LONG_PTR *x); HRESULT E([in] long n, [in, size_is(n)] const INT_PTR *x);
        HRESULT F([in] COOKIE x); HRESULT G([out, retval] ULONG_PTR *x); LRESULT H(); ULONG_PTR I();
        HRESULT J([in] const Both *p); HRESULT K([out] Both *p); HRESULT L([in] Inside p);
        HRESULT M([in] const Pointing *p); HRESULT N([in] const MSG *p); void *O(); BYTE *P();";
    let found = methods(types, body);
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABCDEFGHIJKLMNOP", "{found:#?}");
}

#[test]
fn addresses_have_names_too() {
    let types =
        "typedef long MY_PTR; typedef struct One { SIZE_T value; } One; typedef struct Two { SIZE_T ptr; long x; } Two;
        typedef struct Deep { One one; long x; } Deep; typedef HANDLE SEARCH; typedef HANDLE HMONITOR;
        typedef struct HFOO__ { int i; } *HFOO; typedef struct Sized { long x; SIZE_T much; } Sized;
        typedef struct Said { [plain_number] SIZE_T ptr; } Said;";
    let body = "HRESULT A([in] MY_PTR x); HRESULT B([in] One x); HRESULT C([in] const Two *x); HRESULT D([in] Deep x);
        HRESULT E([in] SEARCH x); HRESULT F([in] HFOO x); HRESULT G([in] SIZE_T baseAddress);
        HRESULT H([out] SIZE_T *ptr); HRESULT I([in] Sized s, [in] Said t, [in] HCURSOR h, [in] HMONITOR m, [in, plain_number] SIZE_T ptr);";
    let found = methods(types, body);
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABCDEFGH", "{found:#?}");
}

#[test]
fn numbers_of_64_bits_have_names_of_addresses_too() {
    let body = "HRESULT A([in] hyper pvData); HRESULT B([in] unsigned hyper win32handle); hyper GetHandle();
        unsigned hyper GetGPUVirtualAddress(); HRESULT E([out] hyper *startaddress); HRESULT F([in] const hyper *pPosition);
        HRESULT G([in] hyper position, [out] hyper *plSize); hyper H(); HRESULT I([in, plain_number] hyper pvData);";
    let found = methods("", body);
    let names: Vec<_> = found.iter().map(|line| line.split(':').next().unwrap_or_default()).collect();
    assert_eq!(names, ["A", "B", "GetHandle", "GetGPUVirtualAddress", "E"], "{found:#?}");
}

#[test]
fn bytes_are_no_elements() {
    let types = "typedef struct A { ULONG cbData; [size_is(cbData)] RECT *rects; } A;
        typedef struct B { ULONG cbData; [bytes_is(cbData)] RECT *rects; } B;
        typedef struct C { ULONG cb; [size_is(cb)] ULONG items[]; } C; typedef struct D { ULONG cb; [size_is(cb)] BYTE items[]; } D;";
    let body = "HRESULT A([in] const A *p); HRESULT B([in] ULONG cb, [in, size_is(cb)] const RECT *p);
        HRESULT C([in] ULONG cb, [out, size_is(cb)] WCHAR *p); HRESULT D([in] ULONG numBytes, [in, size_is(numBytes)] long *p);
        HRESULT E([in] ULONG cb, [in, size_is(cb)] const BYTE *p, [in] ULONG n, [in, size_is(n)] const RECT *r);
        HRESULT F([in] ULONG cb, [in, bytes_is(cb)] const RECT *p); HRESULT G([in] const C *p);
        HRESULT H([out] ULONG *pcb, [out, size_is(, *pcb), mapi_alloc] ULONG **values); HRESULT I([in] const D *p);";
    let found = methods(types, body);
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABCDGH", "{found:#?}");
}

#[test]
fn the_array_in_which_a_record_ends_has_the_rules_of_pointers() {
    let types = r#"typedef struct A { ULONG n; [size_is(n)] WCHAR szNames[][32]; } A; typedef WCHAR SZNAME[32];
        typedef struct B { ULONG n; [size_is(n)] SZNAME all[]; } B;
        typedef struct C { ULONG n; [size_is(n), annotation("_Field_size_bytes_(n)")] ULONG all[]; } C;
        typedef struct D { ULONG n; [size_is(n), annotation("_Field_size_(n)")] ULONG all[]; } D;
        typedef struct E { ULONG n; [size_is(n)] WCHAR rows[][32]; } E;"#;
    let all: Vec<_> = ('A'..='E').map(|name| format!("HRESULT {name}([in] const {name} *p);")).collect();
    let found = methods(types, &all.concat());
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABC", "{found:#?}");
}

#[test]
fn what_an_attribute_says_that_nothing_reads_leaves_a_pointer_raw() {
    let types = "typedef struct T { long a; } T; typedef [context_handle] T *HANDLED; typedef [kept] T *KEPT;
        typedef struct A { ULONG n; [sizeis(n)] long *a; } A; typedef struct B { ULONG n; [byte_count(n)] long *a; } B;
        typedef [kept] long NUMBER; typedef struct C { [kept] long n; } C;";
    let body = r#"HRESULT A([in] const A *p); HRESULT B([in] const B *p);
        HRESULT D([in] ULONG q, [out, byte_count(q)] long *p); HRESULT E([in] ULONG q, [out, sizeis(q)] long *p);
        HRESULT F([in, Out] const T *p); HRESULT G([in] HANDLED p); HRESULT H([in] KEPT p); HRESULT I([out] KEPT *p);
        HRESULT J([in, context_handle] const T *p); HRESULT K([in, allocate(all_nodes)] const T *p);
        HRESULT L([in, annotation("_In_ __drv_aliasesMem")] const T *p);
        HRESULT M([in, annotation("_Post_ptr_invalid_")] const T *p);
        HRESULT N([in] ULONG q, [in, annotation("_In_bytecount_(q)")] const T *p);
        HRESULT O([in] ULONG q, [in, annotation("IN_ARRAY(q)")] const T *p);
        HRESULT V([in] const C *p); HRESULT W([in, kept] long n, [in] NUMBER m); HRESULT X([out] NUMBER *p);
        HRESULT Y([in] ULONG q, [in, annotation("_In_range_(0, q)")] const T *p);
        HRESULT Z([in, annotation("_When_(q > 0, _In_) _Success_(return >= 0)")] const T *p);"#;
    let found = methods(types, body);
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABDEFGHIJKLMNO", "{found:#?}");
}

#[test]
fn a_field_that_asks_for_it_leaves_its_record_raw() {
    let types = r#"typedef struct A { [raw("says what is there")] ULONG mask; [string] LPSTR text; } A;
        typedef struct B { ULONG n; [size_is(n)] A *all; } B; typedef struct C { [raw("no number")] ULONG n; } C;"#;
    let found = methods(types, "HRESULT A([in] const A *p); HRESULT B([in] const B *p); HRESULT C([out] C *p);");
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABC", "{found:#?}");
}

#[test]
fn contexts_are_written_to_and_lists_of_strings_have_two_ends() {
    let types = "typedef struct CTX { ULONG x; } CTX; typedef struct A { [string] LPWSTR pmszNames; } A;
        typedef struct B { [string] LPWSTR pszName; } B;";
    let body = "HRESULT A([in] const A *p); HRESULT B([in] const B *p); HRESULT C([in, string] LPCWSTR pmszValue);
        HRESULT D([in, string] LPCWSTR valueMultiSz); HRESULT E([in, out, string, size_is(n)] LPWSTR mszAll, [in] ULONG n);
        HRESULT F([in] ULONG n, [in, size_is(n)] LPCWSTR mszCounted); HRESULT G([in, string] LPCWSTR pszValue);
        HRESULT H([in] CTX *pContext); HRESULT I([in] const CTX *pContext); HRESULT J([in] GUID *contextId);
        HRESULT K([in, unique] CTX *pFilterContext, [out] ULONG *pn); HRESULT MapColumn([in] ULONG n, [in] CTX *p);";
    let found = methods(types, body);
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ACDHKM", "{found:#?}");
}

#[test]
fn what_is_written_inside_of_a_record_counts_by_value() {
    let types = "cpp_quote(\"#if 0\")\ntypedef struct Hidden { long x; } Hidden;\ncpp_quote(\"#endif\")
        typedef struct Plain { union { long a; float b; } u; struct { long y; struct { long z; } w; } v[2]; } Plain;
        typedef struct Unknown { union { long a; struct { Hidden h; } b; } u; } Unknown;
        typedef struct Pointing { union { long a; struct { void *p; } b; } u; } Pointing;";
    let body = "HRESULT A([in] const Plain *p, [in] Plain q, [out] Plain *r); HRESULT B([in] const Unknown *p);
        HRESULT C([out] Pointing *p);";
    let found = methods(types, body);
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "BC", "{found:#?}");
}

#[test]
fn numbers_as_wide_as_addresses_can_be_numbers() {
    let types = "typedef [plain_number] ULONG_PTR COOKIE;
        typedef struct Said { COOKIE c; [plain_number] ULONG_PTR n[2]; SIZE_T size; } Said;";
    let body = "HRESULT A([in, plain_number] LPARAM x, [out, plain_number] ULONG_PTR *y);
        HRESULT B([in] COOKIE x, [out] COOKIE *y, [in] long n, [in, size_is(n)] const COOKIE *all); COOKIE C();
        HRESULT D([in] const Said *s, [out] Said *t); HRESULT E([in] SIZE_T x, [in] SSIZE_T y); SIZE_T F();
        HRESULT G([in, reserved] DWORD_PTR x);";
    assert_eq!(methods(types, body), [""; 0]);
}

/// The methods that are raw, with the parameter and the reason of each.
fn for_want_of_counting(types: &str, body: &str) -> String {
    let found = methods(types, body);
    let all = found.iter().filter_map(|line| line.split_once(": "));
    all.map(|(method, why)| format!("{method} {why}\n")).collect()
}

#[test]
fn outer_objects_are_left_out_or_raw() {
    let safe = "
        HRESULT Made([in] IUnknown *pUnkOuter, [out] IA **made);
        HRESULT MadeOf([in, unique] IUnknown *punkOuter, [in] REFIID iid, [out, iid_is(iid)] void **made);
        HRESULT Controlled([in] LPUNKNOWN pCtrlUnk, [in, optional] IUnknown *pUnkControlling);
        HRESULT Others([in] IUnknown *pRouter, [in, ref] IUnknown *pInner, [in] IDispatch *outermost, [in] long outer);
        HRESULT Given([out] IUnknown **outer);";
    assert_eq!(methods("", safe), [""; 0]);
    let raw = "
        HRESULT Always([in, ref] IUnknown *pUnkOuter);
        HRESULT Typed([in] IA *pOuter);
        HRESULT Any([in] REFIID iid, [in, iid_is(iid)] IUnknown *outer);
        HRESULT All([in] ULONG n, [in, size_is(n)] IUnknown **outer);
        long Codeless([in] IUnknown *pUnkOuter);
        HRESULT Meant([in, raw(\"an object of the caller's\")] IUnknown *pUnkOuter);
        HRESULT Held([in] const HOLDER *p);
        HRESULT Inner([in] const INNER *p);";
    let types = "typedef struct HOLDER { long x; IUnknown *pOuter; } HOLDER;
        typedef struct INNER { long x; IUnknown *pInner; } INNER;";
    let uncounted = "an object that the new one becomes part of, and does not count";
    assert_eq!(
        for_want_of_counting(types, raw),
        format!(
            "Always pUnkOuter: {uncounted}\nTyped pOuter: {uncounted}\nAny outer: {uncounted}\nAll outer: {uncounted}\n\
             Codeless pUnkOuter: {uncounted}\nMeant pUnkOuter: an object of the caller's\nHeld p: HOLDER has no safe view\n"
        )
    );
}

#[test]
fn what_a_method_frees_is_raw() {
    let types = "typedef struct TEXT { [string] LPWSTR text; } TEXT; typedef struct LIST { ULONG c; [size_is(c)] long a[]; } LIST;";
    let raw = "
        HRESULT FreeRect([in] RECT *p);
        HRESULT ReleaseRects([in] ULONG n, [in, size_is(n)] RECT *p, [in] BOOL fFreeArray);
        HRESULT ReleaseObjects([in] ULONG n, [in, size_is(n)] IUnknown **p);
        HRESULT RecordDestroy([in] TEXT *p);
        HRESULT ListFree([in] LIST *p);
        HRESULT dispose_text([in, string] LPWSTR p);
        HRESULT DeallocateString([in] BSTR p);
        HRESULT FreeVariant([in] VARIANT *p);";
    let names = "FreeRect ReleaseRects ReleaseObjects RecordDestroy ListFree dispose_text DeallocateString FreeVariant";
    let why = "p: the method's name says that it frees what it is given; `const` says that this stays";
    let all: String = names.split(' ').map(|name| format!("{name} {why}\n")).collect();
    assert_eq!(for_want_of_counting(types, raw), all);
    let safe = "
        HRESULT FreeOf([in] const RECT *p, [in] REFGUID key, [in, string] LPCWSTR name, [in] DWORD cookie);
        HRESULT ReleaseManager([in] IUnknown *manager, [in] REFIID iid, [in, iid_is(iid)] IUnknown *other);
        HRESULT ReleaseBuffers([out] BSTR *last, [in, out] VARIANT *value, [in, out] ULONG *references);
        HRESULT Freeze([in] RECT *p);
        HRESULT SetFreeCount([in] RECT *p);
        HRESULT Take([in] ULONG n, [in, size_is(n)] IUnknown **p);
        HRESULT Delete([in] BSTR name);";
    assert_eq!(methods(types, safe), [""; 0]);
}

/// The names of the methods that are raw.
fn raw_names(types: &str, body: &str) -> String {
    let found = methods(types, body);
    found.iter().map(|line| line.split(':').next().unwrap_or_default()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_changed_beside_what_comes_out_counts_it() {
    counted(
        "nPin",
        &[
            "HRESULT Query([out] IUnknown **object, [in, out] ULONG *nPin);",
            "HRESULT Query([in, out] ULONG *nPin, [out] RECT *area);",
        ],
    );
    counted("puiRanges", &["HRESULT Get([in] HDC hDC, [in, out] UINT *puiRanges, [out] RECT *pURange);"]);
    let safe = "
        HRESULT A([out] IUnknown **object, [in, out] long *plId, [in, out] long *nIndex, [in, out] DWORD *pdwFlags);
        HRESULT B([in, out] long *nPin, [in, out] long *status, [in] const RECT *area, [out] BSTR *name);
        HRESULT C([in, out, plain_number] ULONG *nPin, [out] RECT *area);";
    assert_eq!(methods("", safe), [""; 0]);
}

#[test]
fn what_is_called_an_array_is_none_that_nothing_counts() {
    let types = "typedef struct Held { long x; long *rgIds; } Held; typedef struct One { long x; long *pId; } One;";
    let raw = "
        HRESULT A([out] WORD *rgwNumbers); HRESULT B([in] const GUID *prgKeys); HRESULT C([out] IUnknown **apPin);
        HRESULT D([in] DWORD at, [out] WORD *pwNumArray); HRESULT E([in, out] float *Vals); HRESULT F([in, out] long *values);
        HRESULT G([in, out] double *points); HRESULT H([in] const Held *held);";
    assert_eq!(raw_names(types, raw), "A B C D E F G H");
    let safe = "
        HRESULT A([in] REFGUID rguidKey, [out] long *rgbColor, [out] VARIANT_BOOL *pbIsArray, [out] IUnknown **ppArray);
        HRESULT B([in, out] float *radius, [in, out] long *pOptions); HRESULT E([in, out] ULONG *pcValues);
        HRESULT C([in] ULONG n, [in, size_is(n)] const long *rgIds, [out, size_is(1)] long *rgOne, [in] const One *one);
        HRESULT D([out, retval] long *rgIds);";
    assert_eq!(methods(types, safe), [""; 0]);
}

#[test]
fn an_array_of_which_comes_out_how_many_are_in_it_is_filled() {
    let raw = "HRESULT GetPoints([in] ULONG cPoints, [out] ULONG *pcPoints, [in, size_is(cPoints)] ULONG *offsets);";
    assert_eq!(raw_names("", raw), "GetPoints");
    let safe = "HRESULT Put([in] ULONG cPoints, [out] ULONG *pcUsed, [in, size_is(cPoints)] ULONG *offsets);
        HRESULT PutAll([in] ULONG cPoints, [out] ULONG *pcPoints, [in, size_is(cPoints)] const ULONG *offsets);";
    assert_eq!(methods("", safe), [""; 0]);
}

#[test]
fn memory_that_is_used_later_is_raw() {
    let buffer = "[out, size_is(cb)] BYTE *pb, [in] ULONG cb";
    let raw = format!(
        "HRESULT A({buffer}, [in] IUnknown *pCallback); HRESULT B({buffer}, [in] IA *pNotify);
        HRESULT InitializeFromMemory([in, size_is(cb)] BYTE *pb, [in] ULONG cb);"
    );
    assert_eq!(raw_names("", &raw), "A B InitializeFromMemory");
    let safe = format!(
        "HRESULT A({buffer}, [in] IUnknown *stream); HRESULT B([in] IUnknown *pSink, [out] DWORD *cookie);
        HRESULT C([in, size_is(cb)] const BYTE *pb, [in] ULONG cb, [in] IUnknown *pCallback); HRESULT D({buffer}, [out] IUnknown **pSink);
        HRESULT InitializeFromMemory([in, size_is(cb)] const BYTE *pb, [in] ULONG cb);
        HRESULT CreateFromMemory([in, size_is(cb)] BYTE *pb, [in] ULONG cb);"
    );
    assert_eq!(methods("", &safe), [""; 0]);
}

#[test]
fn what_a_method_gives_alone_and_what_holds_one_number_can_be_addresses() {
    let types = "typedef struct Wide { hyper QuadPart; } Wide; typedef union Parts { struct { long low; long high; } u; hyper whole; } Parts;
        typedef struct Said { [plain_number] hyper id; } Said; typedef struct Two { hyper x; long y; } Two;";
    let raw =
        "HRESULT GetWindowHandle([out] hyper *value); HRESULT B([in] Wide pvData); HRESULT C([in] Parts baseAddress);
        HRESULT D([in] hyper lpv); HRESULT E([in] hyper dwParam1); HRESULT F([out] LARGE_INTEGER *address);";
    assert_eq!(raw_names(types, raw), "GetWindowHandle B C D E F");
    let safe = "HRESULT GetHandleCount([in] hyper id, [out] hyper *value, [out] hyper *more);
        HRESULT RequestForPointer([in] hyper id, [out] long *result); HRESULT B([in] Said pvData, [in] Two address, [in] Wide offset);
        HRESULT C([in] hyper p, [in] hyper param1, [in] long dwParam1, [out] ULARGE_INTEGER *position);";
    assert_eq!(methods(types, safe), [""; 0]);
}

#[test]
fn names_that_only_sound_like_it_are_safe() {
    let safe = "
        HRESULT put_clear([in] BSTR value); HRESULT Clear([in] VARIANT value); HRESULT DestroyTable([in] BSTR name); HRESULT ReleaseLock([in] BSTR name);
        HRESULT Write([in] ULONG sampleCount, [out] ULONG *samplesWritten, [out] ULONG *copied);
        HRESULT Show([in, ref] IUnknown *aCtrl);";
    assert_eq!(methods("", safe), [""; 0]);
    let raw =
        "HRESULT FreeText([in] BSTR p); HRESULT ClearValue([in] VARIANT *p); HRESULT DestroyList([in] SAFEARRAY *p);
        HRESULT ClearList([in] SAFEARRAY(long) p); HRESULT Show([in, ref] IUnknown *pCtrlUnk);";
    assert_eq!(raw_names("", raw), "FreeText ClearValue DestroyList ClearList Show");
}
