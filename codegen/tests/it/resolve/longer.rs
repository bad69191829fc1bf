//! Records of which there is more than their types tell: their sizes are data, and who reads one needs all of it.

use super::uncounted::methods;

#[test]
fn records_that_are_longer_than_their_types_are_raw() {
    let types = "typedef struct A { USHORT n; BYTE id[1]; } A; typedef struct B { A a; } B;
        typedef struct C { ULONG cbSize; long x; } C; typedef struct D { long x; WORD cbSize; } D;
        typedef struct E { DWORD dwSize; [string] LPWSTR name; } E; typedef struct F { [string] LPWSTR s; long n[1]; } F;
        typedef struct G { ULONG n; [size_is(n)] long x[]; } G; typedef struct H { [plain_number] ULONG cbSize; long x; } H;
        typedef struct I { ULONG cb; [size_is(cb)] BYTE *pb; } I; typedef struct J { long x[1]; long y; } J;
        typedef struct K { [reserved] ULONG cbSize; long x; } K; typedef struct L { long y; long x[2]; } L;
        typedef struct M { long sizes; long dwSize; long x; } M; typedef struct N { ULONG u32Size; long x; } N;
        typedef struct O { USHORT cbTriggerSize; long x; } O; typedef struct P { long x; ULONG cbTriggerSize; } P;";
    let body = "HRESULT A([in] const A *p); HRESULT B([in] const B *p); HRESULT C([in] const C *p);
        HRESULT D([out] D *p); HRESULT E([in] const E *p); HRESULT F([in] const F *p); HRESULT G([in] const G *p);
        HRESULT H([in] const H *p); HRESULT I([in] const I *p); HRESULT J([in] const J *p); HRESULT K([in] K *p);
        HRESULT L([in] const L *p); HRESULT M([in] const M *p); HRESULT N([in] const N *p); HRESULT O([in] const O *p);
        HRESULT P([in] const P *p);";
    let found = methods(types, body);
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABCDEFNO", "{found:#?}");
}

#[test]
fn one_member_can_be_longer_too() {
    let types = "typedef struct A { long a[1]; } A; typedef struct B { ULONG cbSize; } B;
        typedef struct C { long x; A a; } C; typedef struct D { B b; long x; } D;
        typedef struct E { long x; union { long y; BYTE b[1]; } u; } E; typedef union F { BYTE b[1]; long x; } F;
        typedef struct G { ULONG ver; ULONG cbSize; long x; } G; typedef struct H { DWORD dwLength; long x; } H;
        typedef struct I { WORD wLength; long x; } I; typedef struct J { UINT uiSize; long x; } J;
        typedef struct K { DWORD dwSizeOfStruct; long x; } K; typedef struct L { WORD dmSize; long x; } L;
        typedef struct M { DWORD ulTotalSerializedSize; long x; } M; typedef struct N { DWORD FormatSize; long x; } N;
        typedef struct O { long x; [reserved] long pad[1]; } O; typedef struct P { long x; ULONG length; long y; } P;
        typedef struct Q { long cx; long cy; } Q;";
    let all: Vec<_> = ('A'..='Q').map(|name| format!("HRESULT {name}([in] const {name} *p);")).collect();
    let found = methods(types, &all.concat());
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABCDEFGHIJKLMN", "{found:#?}");
}

#[test]
fn a_size_in_a_union_is_the_records_too() {
    let types = "typedef struct A { union { DWORD cbSize; long x; } u; long y; } A;
        typedef struct B { union { DWORD dwSize; long x; } u; long y; } B;
        typedef union C { ULONG structSize; double x; } C;
        typedef struct D { long y; union { ULONG cbStruct; float f; } u; } D; typedef struct E { long y; C c; } E;
        typedef struct F { long y; union { DWORD size; long x; } u; long z; } F;
        typedef union G { ULONG length; float f; } G;
        typedef struct H { union { [plain_number] DWORD cbSize; long x; } u; long y; } H;
        typedef struct I { G g; long z; } I;";
    let all: Vec<_> = ('A'..='I').map(|name| format!("HRESULT {name}([in] const {name} *p);")).collect();
    let found = methods(types, &all.concat());
    let names: Vec<_> = found.iter().map(|line| &line[..1]).collect();
    assert_eq!(names.concat(), "ABCDEI", "{found:#?}");
}

#[test]
fn what_goes_on_behind_its_type_is_raw() {
    // The bundled records of access control are heads: what they count stands behind them.
    let types = ["ACL *", "PACL ", "SECURITY_DESCRIPTOR *", "PSECURITY_DESCRIPTOR "];
    let both = types.iter().flat_map(|ty| ["in", "in, unique", "in, out"].map(|direction| (direction, ty)));
    let method = |(at, (direction, ty))| format!("HRESULT Set{at}([{direction}] {ty}what);");
    let body: String = both.enumerate().map(method).collect();
    // Their twin of fixed size is not.
    let found = methods("", &format!("{body} HRESULT Fixed([in] SID_IDENTIFIER_AUTHORITY *what);"));
    assert!(found.len() == 12 && found.iter().all(|line| line.starts_with("Set")), "{found:#?}");
}

/// Reasons name a few: all that could count, told of each pointer, would be a text of any length.
#[test]
fn of_many_that_could_count_a_few_are_named() {
    let counts: Vec<_> = (0..6).map(|at| format!("[in] ULONG nCount{at}")).collect();
    let found = methods("", &format!("HRESULT A({}, [in] const LONG *p);", counts.join(", ")));
    assert!(found.concat().contains("nCount0, nCount1, nCount2 or 3 others may count it"), "{found:#?}");
}
