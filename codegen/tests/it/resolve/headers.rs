//! What a C header that is imported declares for IDL compilers alone may be anything to C: what leads to it is raw.

use crate::common::{compile, raw_methods};

const HEADER: &str = r#"
#ifndef X_H
#define X_H
#ifdef __midl
typedef long Number;
typedef struct Pair { long a; long b; } Pair;
#define FOR_MIDL
#else
typedef void *Number;
struct Pair;
#endif
typedef struct Parts {
    long a;
#ifndef __midl
    void *more;
#endif
} Parts;
#if defined(__midl) || defined(OTHERS)
typedef long Maybe;
#endif
#ifdef FOR_MIDL
typedef long Later;
#endif
#ifdef ELSEWHERE
typedef void *Never;
#elif __midl >= 500
typedef long Newer;
#endif
#if !defined(MIDL_PASS) && !defined(__midl)
typedef long OnlyC;
#else
#define NUMBER(name) typedef long name;
NUMBER(Made)
#include "inner.h"
#endif
#ifdef __midl
typedef LONG DWORD_LIKE;
typedef unsigned long UINT32;
#endif
#ifdef _WIN32
typedef long Windows;
#else
typedef long Plain;
#endif
#if 1 == 1
typedef long Always;
#endif
typedef struct Whole { long a; } Whole;
#endif
"#;

/// The methods with an argument of each of these types that are raw, and why.
fn raw(import: &str, types: &[&str]) -> Vec<String> {
    let methods: String = types.iter().map(|ty| format!("HRESULT {ty}([in] const {ty} *a); ")).collect();
    let text = format!(
        "import \"unknwn.idl\";\n{import}\n[object, uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e79)]
        interface IA : IUnknown {{ {methods} }}"
    );
    let files = [("a.idl", &*text), ("x.h", HEADER), ("inner.h", "typedef struct Inner { long a; } Inner;")];
    raw_methods(&compile(&files, &["a.idl"]))
}

const FOR_IDL: [&str; 8] = ["Number", "Pair", "Parts", "Later", "Newer", "Made", "Inner", "DWORD_LIKE"];
const FOR_C: [&str; 5] = ["Maybe", "UINT32", "Windows", "Always", "Whole"];

#[test]
fn what_c_has_otherwise_is_raw() {
    let all: Vec<_> = FOR_IDL.into_iter().chain(FOR_C).collect();
    let raw = raw("import \"x.h\";", &all);
    let names: Vec<_> = raw.iter().map(|line| line.split(':').next().expect("a name")).collect();
    assert_eq!(names, FOR_IDL, "{raw:#?}");
    assert!(raw[0].contains("Number is hidden from C by `#ifdef __midl` in x.h"), "{}", raw[0]);
    assert!(raw[2].contains("`#ifndef __midl` in x.h"), "{}", raw[2]);
    assert!(raw[3].contains("`#ifdef FOR_MIDL` in x.h"), "{}", raw[3]);
}

/// MIDL writes what is included into its own header, for C too.
#[test]
fn what_is_included_is_declared_to_c() {
    let raw = raw("#include \"x.h\"", &["Number", "Pair", "Later", "Newer", "Whole"]);
    assert_eq!(raw, [""; 0]);
}
