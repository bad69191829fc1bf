//! Names that several files of a run declare: one thing where they mean the same, two where no file sees both.

use crate::common::compile;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::model::{Decl, Type};

fn said(compilation: &Compilation) -> Vec<String> {
    let line = |d: &mapidl_codegen::diag::Diagnostic| {
        format!("{:?} {}: {} | {}", d.severity, d.code, d.message, d.notes.join(", "))
    };
    compilation.diagnostics.iter().map(line).collect()
}

/// The names in the order of definition, those of the bundled files apart.
fn order(compilation: &Compilation) -> Vec<&str> {
    let model = &compilation.model;
    let own = model.order.iter().map(|decl| model.head(*decl)).filter(|head| !model.files[head.file].bundled);
    own.map(|head| head.name.as_str()).collect()
}

const ALL: &str = "import \"unknwn.idl\";
    interface IThing;
    typedef struct _S { long a; union { long b; struct { short c, d; }; }; IThing *thing; } S, *PS;
    typedef enum { RED, GREEN = 4 } COLOUR;
    enum { LONE };
    const ULONG LIMIT = 7;
    [object, uuid(00000000-1111-2222-3333-000000000001)] interface IThing : IUnknown {
        HRESULT Do([in] S *s, [in] COLOUR colour, [in] long (*call)(PS s));
    }";

#[test]
fn what_two_files_declare_alike_is_one() {
    let respelled = ALL.replace("{ long a;", "{ LONG a;").replace("ULONG LIMIT = 7", "DWORD LIMIT = 3 + 4");
    let both = "import \"a.idl\"; import \"b.idl\";
        [object, no_iid] interface IUser : IThing { HRESULT Use([in] S *s, [in] COLOUR colour); }";
    let texts = [("a.idl", ALL), ("b.idl", respelled.as_str()), ("c.idl", both)];
    for roots in [&["c.idl"][..], &["a.idl", "b.idl", "c.idl"], &["a.idl", "b.idl"]] {
        let compilation = compile(&texts, roots);
        assert_eq!(said(&compilation), [""; 0]);
        let mut names = order(&compilation);
        names.retain(|name| *name != "IUser");
        let expected = ["S_u_s", "S_u", "S", "PS", "COLOUR", "Anonymous_LONE", "LIMIT", "IThing"];
        assert_eq!(names, expected, "{roots:?}");
    }
}

#[test]
fn a_name_may_mean_two_things_where_no_file_sees_both() {
    let a = "typedef struct { long a; } S; const long N = 1; enum E { A = N };";
    let b = "typedef struct { double b; } S; const long N = 2; enum E { A = N, B }; typedef S *PS;";
    let compilation = compile(&[("a.idl", a), ("b.idl", b)], &["a.idl", "b.idl"]);
    assert_eq!(said(&compilation), [""; 0]);
    let model = &compilation.model;
    let Some((_, pointer)) = model.aliases.iter().find(|(_, alias)| alias.head.name == "PS") else { panic!("no PS") };
    let Some(Type::Record(id)) = pointer.ty.pointee() else { panic!("{:?}", pointer.ty) };
    assert_eq!(model.records[*id].fields[0].param.head.name, "b", "each file sees its own");
    assert_eq!(order(&compilation).iter().filter(|name| **name == "S").count(), 2);
}

#[test]
fn a_file_that_sees_two_meanings_is_told_so() {
    let a = "typedef struct { long a; } S;";
    let b = "typedef struct { double b; } S;";
    let texts = [("a.idl", a), ("b.idl", b), ("c.idl", "import \"a.idl\"; import \"b.idl\";")];
    let expected = ["Error IDL0204: `S` is declared twice | `c.idl` imports both"];
    assert_eq!(said(&compile(&texts, &["c.idl"])), expected);
    assert_eq!(said(&compile(&texts, &["a.idl", "b.idl", "c.idl"])), expected);
    let b = "import \"a.idl\"; typedef struct { double b; } S;";
    let said = said(&compile(&[("a.idl", a), ("b.idl", b)], &["b.idl"]));
    assert_eq!(said, ["Error IDL0204: `S` is declared twice | "]);
}

#[test]
fn types_of_one_size_are_a_warning() {
    let a = "typedef struct { long a; } *HANDLE_T;";
    let b = "import \"a.idl\"; typedef unsigned __int3264 HANDLE_T; struct S { HANDLE_T h; };";
    let compilation = compile(&[("a.idl", a), ("b.idl", b)], &["b.idl"]);
    assert_eq!(said(&compilation), ["Warning IDL0204: `HANDLE_T` is declared twice, with types of the same size | "]);
}

#[test]
fn what_differs_far_away_differs() {
    let text = |inner: &str| {
        format!("struct P {{ {inner} x; }}; struct Q {{ struct P *p; }}; typedef struct Q *PQ; struct R {{ PQ q; }};")
    };
    let texts = [("a.idl", &*text("long")), ("b.idl", &*text("double")), ("c.idl", &*text("LONG"))];
    let c = format!("import \"wtypes.idl\"; {}", texts[2].1);
    let compilation = compile(&[texts[0], texts[1], ("c.idl", &c)], &["a.idl", "b.idl", "c.idl"]);
    assert_eq!(said(&compilation), [""; 0]);
    assert_eq!(order(&compilation), ["P", "Q", "PQ", "R", "P", "Q", "PQ", "R"], "the third file's are the first's");
}

#[test]
fn a_definition_stands_in_a_file_once() {
    let text =
        "typedef long T; typedef long T; const long N = 1; const long N = 1; struct S { T t; }; struct S { T t; };";
    let said = said(&compile(&[("a.idl", text)], &["a.idl"]));
    assert_eq!(said, ["Error IDL0204: the tag `S` is declared twice | "]);
}

#[test]
fn a_forward_declaration_stands_for_a_definition_that_is_the_only_one() {
    let a = "interface IThing; struct S { IThing *thing; };";
    let thing = |method: &str| {
        format!("import \"unknwn.idl\"; [object, no_iid] interface IThing : IUnknown {{ HRESULT {method}(); }}")
    };
    let texts = [("a.idl", a), ("b.idl", &*thing("Do")), ("c.idl", &*thing("Undo"))];
    let target = |roots: &[&str]| {
        let compilation = compile(&texts, roots);
        let model = &compilation.model;
        let (_, record) = model.records.iter().find(|(_, record)| record.head.name == "S").expect("S");
        let Some(Type::Interface(id)) = record.fields[0].param.ty.pointee() else { panic!("no interface") };
        assert!(model.order.contains(&Decl::Interface(*id)));
        model.interfaces[*id].methods.first().map(|method| method.head.name.clone())
    };
    assert_eq!(target(&["a.idl", "b.idl"]).as_deref(), Some("Do"));
    assert_eq!(target(&["a.idl", "b.idl", "c.idl"]), None);
}
