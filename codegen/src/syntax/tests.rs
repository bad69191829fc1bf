//! What becomes of whole texts: trees, and messages with the text they underline.

use super::ast::{DispBody, Docs, File, Item, ItemKind};
use super::{Options, parse, print};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::{MemoryLoader, SourceMap};
use std::time::{Duration, Instant};

fn read(text: &str) -> (File, Vec<Diagnostic>, SourceMap) {
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    let id = sources.add_text("a.idl", text).unwrap();
    let file = parse(&mut sources, &MemoryLoader::new("none"), id, &Options::default(), &mut sink);
    (file, sink.into_sorted(), sources)
}

/// The tree of a text without mistakes, which survives printing.
fn good(text: &str) -> File {
    let (file, errors, sources) = read(text);
    assert!(errors.is_empty(), "{}", crate::diag::render::plain(&errors, &sources));
    let printed = print(&file);
    let (again, errors, sources) = read(&printed);
    assert!(errors.is_empty(), "{printed}\n{}", crate::diag::render::plain(&errors, &sources));
    assert_eq!(again, file, "{printed}");
    file
}

/// The messages of a text, each with its code and what it underlines.
fn bad(text: &str) -> Vec<(Code, String, String)> {
    let (_, errors, sources) = read(text);
    let said = |e: Diagnostic| (e.code, e.message.clone(), e.span().map_or("", |span| sources.text(span)).to_owned());
    errors.into_iter().map(said).collect()
}

/// The only message of a text, which is about its syntax, and what it underlines.
fn syntax(text: &str) -> (String, String) {
    let list = bad(text);
    let [(Code::SYNTAX, message, at)] = &list[..] else { panic!("{list:?}") };
    (message.clone(), at.clone())
}

/// The kind of the first declaration.
fn first(text: &str) -> ItemKind {
    good(text).items.swap_remove(0).kind
}

/// A declaration as it is printed.
fn printed(text: &str) -> String {
    print(&good(text)).trim_end().to_owned()
}

#[test]
fn messages_are_in_words_of_idl() {
    let say = |text: &str, message: &str, at: &str| {
        assert_eq!(syntax(text), (message.to_owned(), at.to_owned()), "{text}");
    };
    say("struct S { int a }", "expected `,` or `;`, found `}`", "}");
    say("interface I { HRESULT F([in] ); }", "expected a type, found `)`", ")");
    say("interface I { HRESULT F([in] LONG a b); }", "expected `)` or `,`, found `b`", "b");
    say("interface I { HRESULT F() garbage; }", "expected `;`, found `garbage`", "garbage");
    say("interface I { HRESULT F([in] LONG a; HRESULT G(); }", "expected `)` or `,`, found `;`", ";");
    say("interface I { HRESULT F([in out] LONG a); }", "expected `,` or `]`, found `out`", "out");
    say("typedef struct { int a; };", "expected a name, found `;`", ";");
    say("typedef int int;", "expected a name, found `;`", ";");
    say("const LONG A 3;", "expected `;` or `=`, found `3`", "3");
    say("const LONG A = ;", "expected an expression, found `;`", ";");
    say("const LONG A = (1 + 2;", "expected `)`, found `;`", ";");
    say("const LONG A = 1 +;", "expected an expression, found `;`", ";");
    say("enum E { A B };", "expected `,` or `}`, found `B`", "B");
    say("import unknwn;", "expected a string, found `unknwn`", "unknwn");
    say("import \"unknwn.idl\"", "expected `,` or `;`, found the end", "");
    say("interface I { HRESULT F() }", "expected `;`, found `}`", "}");
    say("HRESULT F()", "expected `;`, found the end", "");
    say("[uuid()] interface I { }", "expected a uuid, found `)`", ")");
    say("coclass C { interface; }", "expected a name, found `;`", ";");
    say("coclass C { LONG a; }", "expected `interface` or `dispinterface`, found `LONG`", "LONG");
    say("[size_is(1 2)] int f();", "expected `)` or `,`, found `2`", "2");
}

#[test]
fn what_the_grammar_cannot_see_is_reported_too() {
    assert_eq!(syntax("typedef short char X;"), ("`short char` is no type".to_owned(), "short char".to_owned()));
    assert_eq!(syntax("typedef unsigned signed X;").0, "`unsigned signed` is no type");
    assert_eq!(
        syntax("LONG x;"),
        ("`x` has no parameter list: variables cannot be declared here".to_owned(), "LONG x;".to_owned())
    );
    assert_eq!(syntax("LONG;").0, "this type declares nothing: a name is missing");
    assert_eq!(syntax("library L;").0, "a library needs a body in braces");
    assert_eq!(
        syntax("const LONG A = 12abc;"),
        ("`12abc` is no number: `abc` is no suffix".to_owned(), "12abc".to_owned())
    );
    assert_eq!(syntax("const LONG A = 0xfgh;").0, "`0xfgh` is no number: `gh` is no suffix");
}

#[test]
fn a_mistake_costs_one_message() {
    let text = "interface I { HRESULT A(; HRESULT B([in] LONG a); HRESULT C() D; int x y; };\nstruct S { ; int; int a b; };\ntypedef LONG L;";
    let list = bad(text);
    assert_eq!(list.len(), 4, "{list:?}");
    let (file, ..) = read(text);
    let ItemKind::Interface(interface) = &file.items[0].kind else { panic!() };
    assert_eq!(interface.items.as_ref().map(Vec::len), Some(1));
    assert!(matches!(file.items[1].kind, ItemKind::Typedef(_)));
}

#[test]
fn braces_that_do_not_match_are_found() {
    assert_eq!(syntax("interface I { HRESULT A();"), ("this `{` is not closed".to_owned(), "{".to_owned()));
    assert_eq!(syntax("interface I { };\n}"), ("this `}` closes nothing".to_owned(), "}".to_owned()));
    let (file, errors, _) = read("struct S { int a;\n[object] interface J : K { HRESULT F(); }");
    assert_eq!((errors.len(), file.items.len()), (1, 1), "the rest is read");
}

#[test]
fn many_braces_without_an_end_are_not_followed_for_ever() {
    let start = Instant::now();
    let list = bad(&"typedef struct {\n[object] interface I {\n".repeat(20_000));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    assert!((2..40).contains(&list.len()), "{}", list.len());
}

#[test]
fn hopeless_texts_are_given_up() {
    for text in ["}", "long f(;", "a\0", "\"\n"] {
        let (_, errors, _) = read(&text.repeat(5_000));
        assert_eq!(errors.len(), Sink::MAX_ERRORS, "{text:?}");
    }
    let list = bad(&format!("enum E {{ {} }};", "A, ".repeat(2_000_000)));
    assert_eq!((list.len(), list[0].0), (1, Code::TOO_LARGE));
}

#[test]
fn a_string_without_its_end_is_one_mistake() {
    for text in [
        "cpp_quote(\"no end)\nlong f();",
        "const char *A = L\"abc;\nlong f();",
        "const char A = 'abc;\nlong f();",
        "[helpstring(\"abc)]\nlong f();",
        "#define A \"abc\nconst char *B = A;",
        "#define F(x) x\ncpp_quote(F(\"abc\n))",
    ] {
        let codes: Vec<_> = bad(text).into_iter().map(|(code, _, _)| code).collect();
        assert_eq!(codes, [Code::UNTERMINATED], "{text}");
    }
}

#[test]
fn strings_go_on_behind_a_joint() {
    for joint in ["\\\n", "\\\r\n"] {
        let ItemKind::CppQuote(text) = first(&format!("cpp_quote(\"a;{joint}b\")")) else { panic!() };
        assert_eq!(text.text, "a;b");
    }
}

#[test]
fn winrt_is_refused_by_name() {
    let one = |text: &str, message: &str| {
        let list = bad(text);
        assert_eq!(list.len(), 1, "{list:?}");
        assert_eq!((list[0].0, list[0].1.as_str()), (Code::UNSUPPORTED, message));
    };
    one("namespace A.B { interface I : J { int x y z; } }", "`namespace A.B` belongs to the IDL of WinRT");
    one("[contract(A, 1.0)] runtimeclass C { [default] interface I; }", "`runtimeclass C` belongs to the IDL of WinRT");
    one("interface I requires J { HRESULT F(); }", "`interface I` belongs to the IDL of WinRT");
    one("interface I<T> : J { }", "`interface I` belongs to the IDL of WinRT");
    one("delegate HRESULT F([in] T x);", "`delegate HRESULT` belongs to the IDL of WinRT");
    one("apicontract C { };", "`apicontract C` belongs to the IDL of WinRT");
    one("declare { interface A<B>; }", "`declare` belongs to the IDL of WinRT");
}

#[test]
fn macros_are_told_with_a_mistake() {
    let (_, errors, sources) = read("#define TWO LONG a b\ninterface I { HRESULT F(TWO); }");
    let shown = crate::diag::render::plain(&errors, &sources);
    assert!(shown.contains("--> a.idl:2:25") && shown.contains("in the expansion of the macro `TWO`"), "{shown}");
}

/// Checks that a text ends quickly with one message of the code `TOO_DEEP`.
fn too_deep(text: &str) {
    let start = Instant::now();
    let list = bad(text);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    let codes: Vec<Code> = list.iter().map(|(code, ..)| *code).collect();
    assert_eq!(codes, [Code::TOO_DEEP], "{:?}", &text[..60.min(text.len())]);
}

#[test]
fn depth_is_bounded() {
    let many = 100_000;
    too_deep(&format!("const LONG A = {}1{};", "(".repeat(many), ")".repeat(many)));
    too_deep(&format!("const LONG A = {}1;", "(".repeat(many)));
    too_deep(&format!("const LONG A = {}1;", "-".repeat(many)));
    too_deep(&format!("const LONG A = {}1;", "(LONG)".repeat(many)));
    too_deep(&format!("const LONG A = 1{};", " + 1".repeat(many)));
    too_deep(&format!("const LONG A = 1{};", " ? 1 : 1".repeat(many)));
    too_deep(&format!("const LONG A = a{};", ".b".repeat(many)));
    too_deep(&format!("const LONG A = a{};", "[0]".repeat(many)));
    too_deep(&format!("typedef LONG {}x;", "*".repeat(many)));
    too_deep(&format!("typedef LONG x{};", "[2]".repeat(many)));
    too_deep(&format!("typedef LONG {}x{};", "(*".repeat(many), ")[2]".repeat(many)));
    too_deep(&format!("{}int x;{}", "struct {".repeat(many), "} y;".repeat(many)));
    too_deep(&format!("[a{}{}] interface I {{ }}", "(".repeat(many), ")".repeat(many)));
    too_deep(&format!("{}{}", "library L {".repeat(many), "}".repeat(many)));
}

#[test]
fn nesting_costs_no_more_than_its_length() {
    let chains = [
        ("const long A = ", "("),
        ("const long A = ", "(-("),
        ("const long A = ", "(a["),
        ("const long A = ", "(a[x("),
        ("const long A = ", "(byte["),
        ("const long A = ", "(byte *(*x["),
        ("const long A = ", "(SAFEARRAY("),
        ("const long A = ", "sizeof(int[a("),
        ("const long A = ", "sizeof(int *[a("),
        ("const long A = ", "sizeof(struct { long a["),
        ("const long A = ", "sizeof(CALLBACK(CALLBACK x["),
        ("const long A = ", "a ? "),
        ("[a(", "T[sizeof(int [a("),
        ("[a(", "byte[sizeof(int [a("),
        ("long f(", "SAFEARRAY("),
        ("long f(", "pipe SAFEARRAY("),
        ("long f(", "volatile SAFEARRAY("),
        ("long f(", "int (*x["),
        ("long f(", "int (CALLBACK x["),
        ("long f(", "int (CALLBACK *x)("),
        ("long f(", "[a(b)] T [size_is("),
        ("typedef ", "union { union switch (long a) { case 1: "),
        ("typedef ", "struct { [a(b[1])] struct { long a["),
    ];
    for (head, link) in chains {
        let brackets = link.bytes().filter(|byte| b"([{?".contains(byte)).count();
        for tail in ["", "1", "int x", ")", "]", "1 garbage"] {
            let start = Instant::now();
            let text = format!("{head}{}{tail};", link.repeat(120 / brackets.max(1)));
            bad(&text);
            assert!(start.elapsed() < Duration::from_secs(5), "{head}{link}…{tail}");
        }
    }
}

#[test]
fn what_is_just_deep_enough_is_read() {
    good(&format!("const LONG A = {}1{};", "(".repeat(128), ")".repeat(128)));
    good(&format!("const LONG A = 1{};", " | 1".repeat(127)));
    good(&format!("typedef LONG {}x{};", "(*".repeat(60), ")[2]".repeat(60)));
    good(&format!("typedef {}int x;{} Y;", "struct {".repeat(127), "} y;".repeat(126) + "}"));
    good(&format!("const LONG A = {}1{};", "f(".repeat(127), ")".repeat(127)));
    good(&format!("typedef {}void{} x;", "SAFEARRAY(".repeat(127), ")".repeat(127)));
    good(&format!("void f({}int x{});", "int (*a)(".repeat(60), ")".repeat(60)));
}

#[test]
fn documentation_finds_its_declaration() {
    let file = good(
        "//! the file\n\n/// an interface\n/** of two */\n[object] /// parts\ninterface I {\n\
         /// a method\nHRESULT F(/// a parameter\n[in] LONG a, LONG b /* no */, /** c */ LONG c);\n/// nothing\n}\n\
         /// a struct\nstruct S {\n/// a field\nLONG a; ///< no\nLONG b;\n/// lost\n};\n\
         enum E {\n/// one\nA, B\n};",
    );
    let docs = |docs: &Docs| docs.0.join("|");
    assert_eq!(docs(&file.docs), "the file");
    assert_eq!(docs(&file.items[0].docs), "an interface|of two|parts");
    let ItemKind::Interface(interface) = &file.items[0].kind else { panic!() };
    let method: &Item = &interface.items.as_ref().unwrap()[0];
    let ItemKind::Function(function) = &method.kind else { panic!() };
    assert_eq!(docs(&method.docs), "a method");
    let params: Vec<_> = function.params.iter().map(|param| docs(&param.docs)).collect();
    assert_eq!(params, ["a parameter", "", "c"]);
    assert_eq!(docs(&file.items[1].docs), "a struct");
    assert!(print(&file).contains("    /// a field\n    LONG a;\n    LONG b;\n}"));
    assert!(print(&file).contains("    /// one\n    A,\n    B\n}"));
}

#[test]
fn pragmas_stand_between_declarations() {
    let file = good(
        "#pragma pack(push, 1)\nstruct S {\n#pragma pack(2)\n int a; };\n#pragma pack(pop)\nmidl_pragma warning( disable : 2362 )\nint f();",
    );
    let words: Vec<String> = file
        .items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Pragma(text) => text.clone(),
            _ => "-".to_owned(),
        })
        .collect();
    assert_eq!(words, ["pack(push, 1)", "-", "pack(2)", "pack(pop)", "midl_pragma warning( disable : 2362 )", "-"]);
}

#[test]
fn names_are_names_where_they_can_be() {
    good(
        "struct S { LONG object, version, string, in, out, default, uuid, small, byte, hyper, pipe, import, typedefs; };
         interface I { void case([in] LONG module, LONG coclass, LONG library, LONG size_is, byte boolean); }
         enum E { unique, ptr, ref, local };
         const LONG interfaceCount = byteCount - 1 + (longest) - 1;",
    );
}

#[test]
fn types_come_in_many_words() {
    for (written, canonical) in [
        ("unsigned", "unsigned int"),
        ("long unsigned int", "unsigned long"),
        ("signed __int64", "signed hyper"),
        ("unsigned long long", "unsigned hyper"),
        ("long int", "long"),
        ("unsigned __int3264", "unsigned __int3264"),
        ("signed char", "signed char"),
        ("__int8", "small"),
        ("unsigned small", "unsigned small"),
        ("FOO const", "const FOO"),
        ("const interface IFoo", "const IFoo"),
        ("volatile LONG", "LONG"),
        ("struct S", "struct S"),
        ("enum { A, B = 2, }", "enum {\n    A,\n    B = 2\n}"),
        ("SAFEARRAY(long *)", "SAFEARRAY(long *)"),
        ("pipe byte", "pipe byte"),
        ("error_status_t", "error_status_t"),
        ("handle_t", "handle_t"),
    ] {
        assert_eq!(printed(&format!("typedef {written} X;")), format!("typedef {canonical} X;"));
    }
}

#[test]
fn declarators_are_read_outwards() {
    for declarator in [
        "*a[3]",
        "(*p)[3]",
        "*const *p",
        "(*f)(int)",
        "(__stdcall *f)(int a, ...)",
        "(*(*f)(void *))(int)",
        "a[2][n + 1]",
        "(*a[4])(LONG (*)(int), LONG *[2])",
        "__cdecl f(int)",
        "* [ref] p",
    ] {
        let text = format!("typedef LONG {declarator};");
        assert_eq!(printed(&text).replace("*[ref] ", "* [ref] "), text);
    }
    assert_eq!(printed("typedef LONG a[*], b[0..10], __RPC_FAR *c, d[];"), "typedef LONG a[], b[10 + 1], *c, d[];");
    assert_eq!(printed("typedef HRESULT (STDMETHODCALLTYPE F)(void);"), "typedef HRESULT STDMETHODCALLTYPE F();");
    assert_eq!(printed("struct S { int a : 3, : 0; };"), "struct S {\n    int a : 3, : 0;\n};");
}

#[test]
fn expressions_keep_their_meaning() {
    for (written, canonical) in [
        ("1 + 2 * 3", "1 + 2 * 3"),
        ("(1 + 2) * 3", "(1 + 2) * 3"),
        ("1 - (2 - 3) - 4", "1 - (2 - 3) - 4"),
        ("a ? b : c ? d : e", "a ? b : c ? d : e"),
        ("(a ? b : c) ? d : e", "(a ? b : c) ? d : e"),
        ("!(a && b) || -c == ~d", "!(a && b) || -c == ~d"),
        ("(LONG)-1", "(LONG)(-1)"),
        ("(FOO)-1", "FOO - 1"),
        ("(FOO)1 | (BAR *)x", "(FOO)1 | (BAR *)x"),
        ("(unsigned long)sizeof(struct S *)", "(unsigned long)sizeof(struct S *)"),
        ("p->a.b[2]", "p->a.b[2]"),
        ("PROP_TYPE(tag, 1) & 0xffffUL", "PROP_TYPE(tag, 1) & 0xffffUL"),
        ("1.5e+3", "1.5e+3"),
        ("L'a'", "L'a'"),
        ("'\\n'", "'\\n'"),
        ("'AB'", "'AB'"),
        (r#"L"a\"b" "c\\""#, r#"L"a\"bc\\""#),
        ("a << 2 > b", "a << 2 > b"),
        ("&a == *b", "&a == *b"),
    ] {
        assert_eq!(printed(&format!("const LONG A = {written};")), format!("const LONG A = {canonical};"));
    }
}

#[test]
fn attributes_come_in_all_forms() {
    for (written, canonical) in [
        ("object, , local,", "object, local"),
        ("uuid(\"{12345678-1234-1234-1234-123456789012}\")", "uuid(12345678-1234-1234-1234-123456789012)"),
        ("uuid({12345678-1234-1234-1234-123456789012})", "uuid(12345678-1234-1234-1234-123456789012)"),
        ("uuid(nonsense!)", "uuid(\"nonsense!\")"),
        ("version(1.0), size_is(, *p), case(1, A), in", "version(1.0), size_is(, *p), case(1, A), in"),
        ("switch_type(unsigned long), switch_type(ULONG)", "switch_type(unsigned long), switch_type(ULONG)"),
        ("switch_type(interface I), wire_marshal(FOO *)", "switch_type(I), wire_marshal(FOO *)"),
        ("custom(12345678-1234-1234-1234-123456789012, \"x\")", "custom(12345678-1234-1234-1234-123456789012, \"x\")"),
        ("implicit_handle(handle_t h), const, default", "implicit_handle(handle_t h), const, default"),
        ("a(), b(\"x\" \"y\"), switch_is(byteCount & 1)", "a(), b(\"xy\"), switch_is(byteCount & 1)"),
    ] {
        assert_eq!(printed(&format!("[{written}] interface I {{ }}")), format!("[{canonical}]\ninterface I\n{{\n}}"));
    }
    assert_eq!(printed("[] interface I { }"), "interface I\n{\n}");
    assert_eq!(printed("[a] [b] interface I;"), "[a, b]\ninterface I;");
}

#[test]
fn unions_carry_their_switch() {
    let text = "typedef union U switch (long d) u {\n    case 1:\n    case 2:\n        [string] char *s;\n    case 3:\n        ;\n    default:\n        struct T t;\n} U;";
    assert_eq!(printed(text), text);
    let plain = "typedef [switch_type(short)] union U {\n    [case(1, 2)] long l;\n    [default] ;\n} U;";
    assert_eq!(printed(plain), plain);
}

#[test]
fn dispinterfaces_have_two_forms() {
    let members = |text: &str| match first(text) {
        ItemKind::Dispinterface(interface) => interface.body.unwrap(),
        other => panic!("{other:?}"),
    };
    assert!(matches!(members("dispinterface D { interface I; }"), DispBody::Of(name) if name.text == "I"));
    let count = |text: &str| match members(text) {
        DispBody::Members { properties, methods } => (properties.len(), methods.len()),
        DispBody::Of(_) => panic!(),
    };
    assert_eq!(count("dispinterface D { properties: [id(1)] long a; long b; methods: [id(2)] void f(); };"), (2, 1));
    assert_eq!(count("dispinterface D { methods: void f(); properties: long a; }"), (1, 1));
    assert_eq!(count("dispinterface D { properties: }"), (0, 0));
    assert_eq!(count("dispinterface D { }"), (0, 0));
    assert_eq!(bad("dispinterface D { properties: long a b; long c; methods: void f() g; }").len(), 2);
}

#[test]
fn the_array_of_automation_is_a_name_too() {
    good(
        "typedef struct A { int a; } SAFEARRAY;\ntypedef SAFEARRAY *LPSAFEARRAY;\nlong f(SAFEARRAY *a, SAFEARRAY(long) b);",
    );
}

#[test]
fn old_words_are_tolerated() {
    assert!(good("extern const FMTID FMTID_X;").items.is_empty());
    assert_eq!(printed("extern __inline void __stdcall f(int a) ;"), "void __stdcall f(int a);");
    assert_eq!(printed("import \"a.idl\", \"b.idl\";\nimportlib(\"x.tlb\")\ncpp_quote(\"a\\\"b\")").lines().count(), 3);
}

#[test]
fn safearray_is_a_type_of_its_own_and_one_with_elements() {
    let text = "typedef SAFEARRAY *LPSAFEARRAY; struct S { SAFEARRAY *raw; SAFEARRAY(long) of; SAFEARRAY(SAFEARRAY *) both; };";
    assert_eq!(good(text).items.len(), 2);
}
