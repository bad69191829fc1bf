//! Interfaces that share an identifier: which of them an object can be asked for.

use crate::common::compile;
use mapidl_codegen::diag::Severity;
use mapidl_codegen::driver::Compilation;

/// The interfaces of one identifier that cannot be asked for, each with the one that may come instead, and how many
/// messages there are.
fn confusable(compilation: &Compilation) -> (Vec<(&str, &str)>, usize) {
    let model = &compilation.model;
    let name = |id| model.interfaces[id].head.name.as_str();
    let all = model.interfaces.iter();
    let refused = all.filter_map(|(id, interface)| Some((name(id), name(interface.confusable?)))).collect();
    (refused, compilation.diagnostics.len())
}

/// Two interfaces, `A` and `B`, with these heads and methods.
fn two(a: [&str; 2], b: [&str; 2]) -> Compilation {
    let uuid = "uuid(00000000-1111-2222-3333-000000000001)";
    let interface = |name: &str, [head, methods]: [&str; 2]| {
        format!("[object, {uuid}{head}] interface {name} : IUnknown {{ {methods} }}\n")
    };
    let text = format!("import \"unknwn.idl\"; {}{}", interface("A", a), interface("B", b));
    compile(&[("a.idl", &text)], &["a.idl"])
}

#[test]
fn slots_that_agree_can_be_asked_for() {
    for [a, b] in [
        ["", ""],
        ["HRESULT F([in] ULONG a);", "HRESULT G([in] ULONG b);"],
        ["[id(1)] HRESULT F([in, string] const WCHAR *a);", "HRESULT F([in, string] const WCHAR *a);"],
    ] {
        assert_eq!(confusable(&two(["", a], ["", b])), (vec![], 1), "{a} and {b}");
    }
}

#[test]
fn slots_that_differ_cannot() {
    for [a, b] in [
        ["HRESULT F([in] hyper a);", "HRESULT F([in] ULONG a);"],
        ["HRESULT F([in] ULONG a);", "HRESULT F([in] ULONG a, [in] ULONG b);"],
        ["HRESULT F([in] ULONG a);", "ULONG F([in] ULONG a);"],
        ["HRESULT F([in] ULONG a);", "HRESULT __cdecl F([in] ULONG a);"],
        // The same to a processor, and not to those who write to the memory.
        ["HRESULT F([in, string] const WCHAR *a);", "HRESULT F([in] const WCHAR *a);"],
        ["HRESULT F([in, size_is(4)] const BYTE *a);", "HRESULT F([in, size_is(8)] const BYTE *a);"],
        ["HRESULT F([in] IUnknown *a);", "HRESULT F([in] A *a);"],
        ["HRESULT F([in, ref] IUnknown *a);", "HRESULT F([in, unique] IUnknown *a);"],
        ["HRESULT F([out] IUnknown **a);", "HRESULT F([out, no_addref] IUnknown **a);"],
        ["[raw(\"why\")] HRESULT F([in] ULONG a);", "HRESULT F([in] ULONG a);"],
    ] {
        let found = two(["", a], ["", b]);
        assert_eq!(confusable(&found), (vec![("A", "B"), ("B", "A")], 1), "{a} and {b}:\n{}", found.render());
    }
    let free = two([", free_threaded", "HRESULT F();"], ["", "HRESULT F();"]);
    assert_eq!(confusable(&free).0.len(), 2, "an object that is not to be called on any thread may answer");
}

#[test]
fn the_shorter_one_can_be_asked_for_where_it_is_a_part() {
    let (short, long) = ("HRESULT F([in] ULONG a);", "HRESULT F([in] ULONG a); HRESULT G();");
    assert_eq!(confusable(&two(["", short], ["", long])).0, [("B", "A")]);
    assert_eq!(confusable(&two(["", long], ["", short])).0, [("A", "B")]);
    let third =
        "[object, uuid(00000000-1111-2222-3333-000000000001)] interface C : IUnknown { HRESULT F([in] hyper a); }";
    let three = format!("{long} }} {third} [object, no_iid] interface D : IUnknown {{");
    assert_eq!(confusable(&two(["", short], ["", &three])).0, [("A", "C"), ("B", "A"), ("C", "A")]);
}

#[test]
fn nulls_are_a_part_of_the_contract() {
    let file = |pragma: &str, name: &str| {
        format!(
            "{pragma}\nimport \"unknwn.idl\"; [object, uuid(00000000-1111-2222-3333-000000000001)]
            interface {name} : IUnknown {{ HRESULT F([in] IUnknown *a); }}"
        )
    };
    let (a, b) = (file("#pragma mapidl interfaces_not_null", "A"), file("", "B"));
    let found = compile(&[("a.idl", &a), ("b.idl", &b)], &["a.idl", "b.idl"]);
    assert_eq!(confusable(&found).0.len(), 2, "{}", found.render());
}

#[test]
fn the_runtimes_own_must_not_be_confused() {
    let interface = |iid: &str, methods: &str| {
        let text = format!(
            "import \"objidl.idl\"; [object, uuid({iid}-0000-0000-c000-000000000046)] interface A : IUnknown {{ {methods} }}"
        );
        let found = compile(&[("a.idl", &text)], &["a.idl"]);
        found.diagnostics.iter().map(|one| one.severity).collect::<Vec<_>>()
    };
    // IPersist and IUnknown.
    assert_eq!(interface("0000010c", "HRESULT F([in] ULONG a);"), [Severity::Error]);
    assert_eq!(interface("0000010c", ""), [Severity::Error], "objects of `A` would answer with too short a vtable");
    assert_eq!(interface("0000010c", "HRESULT GetClassID([out] CLSID *a); HRESULT F();"), [Severity::Warning]);
    assert_eq!(interface("00000000", "HRESULT F([in] ULONG a);"), [Severity::Warning]);
}

#[test]
fn the_runtimes_own_are_known_where_nothing_imports_them() {
    let severities = |interface: &str| {
        let text = format!("import \"unknwn.idl\"; {interface}");
        let found = compile(&[("a.idl", &text)], &["a.idl"]);
        found.diagnostics.iter().map(|one| (one.code.number(), one.severity)).collect::<Vec<_>>()
    };
    let shared = [(207, Severity::Error)];
    // ISequentialStream, ISequentialStream in a library, and IDispatch as some header writes it.
    let stream = "uuid(\"0C733A30-2A1C-11CE-ADE5-00AA0044773D\")";
    assert_eq!(severities(&format!("[object, {stream}] interface A : IUnknown {{ HRESULT F(); }}")), shared);
    assert_eq!(
        severities(&format!(
            "[uuid(00000000-1111-2222-3333-000000000002)] library L {{
                [object, {stream}] interface A : IUnknown {{ HRESULT F(); HRESULT G(); }} }}"
        )),
        shared
    );
    assert_eq!(
        severities(
            "[object, uuid(00020400-0000-0000-c000-000000000046)] interface D : IUnknown { HRESULT F([out] ULONG *a); }"
        ),
        shared
    );
    // The same declaration is the runtime's.
    let same =
        "HRESULT Read([out, size_is(cb), length_is(*pcbRead)] void *pv, [in] ULONG cb, [out, unique] ULONG *pcbRead);
        HRESULT Write([in, size_is(cb)] const void *pv, [in] ULONG cb, [out, unique] ULONG *pcbWritten);";
    assert_eq!(severities(&format!("[object, {stream}] interface ISequentialStream : IUnknown {{ {same} }}")), []);
    // Nobody else's is.
    assert_eq!(
        severities("[object, uuid(00000000-1111-2222-3333-000000000001)] interface A : IUnknown { HRESULT F(); }"),
        []
    );
}

#[test]
fn what_stands_for_no_identifier_is_none() {
    let text = "import \"unknwn.idl\"; [object, no_iid] interface INone : IUnknown { HRESULT F(); HRESULT G(); }
        [object, uuid(6d617069-646c-4e6f-8000-6e6f20696964)] interface IYes : IUnknown { HRESULT F(); }";
    let found = compile(&[("a.idl", text)], &["a.idl"]);
    let codes: Vec<_> = found.diagnostics.iter().map(|one| (one.code.number(), one.severity)).collect();
    assert_eq!(codes, [(207, Severity::Error)], "{}", found.render());
}

#[test]
fn what_every_object_answers_to_is_declared_as_it_answers() {
    let errors = |iid: &str, methods: &str| {
        let text = format!(
            "import \"oaidl.idl\";
            [object, uuid(00000037-0000-0000-c000-000000000046)] interface IWeakReference : IUnknown {{
                HRESULT Resolve([in] REFIID riid, [out, iid_is(riid)] void **object); }}
            [object, local, uuid({iid}-0000-0000-c000-000000000046)] interface A : IUnknown {{ {methods} }}"
        );
        let found = compile(&[("a.idl", &text)], &["a.idl"]);
        found.diagnostics.iter().filter(|one| one.severity == Severity::Error).count()
    };
    let marshal = |first: &str| {
        format!(
            "HRESULT A([in] REFIID riid, [in, unique] {first} *pv, [in] DWORD to, [in, unique] void *dest,
                [in] DWORD flags, [out] CLSID *pCid);
            HRESULT B([in] REFIID riid, [in, unique] void *pv, [in] DWORD to, [in, unique] void *dest,
                [in] DWORD flags, [out] DWORD *pSize);
            HRESULT C([in, unique] IStream *pStm, [in] REFIID riid, [in, unique] void *pv, [in] DWORD to,
                [in, unique] void *dest, [in] DWORD flags);
            HRESULT D([in, unique] IStream *pStm, [in] REFIID riid, [out] void **ppv);
            HRESULT E([in, unique] IStream *pStm);
            HRESULT F([in] DWORD reserved);"
        )
    };
    for (iid, methods, expected) in [
        ("00000038", "HRESULT Get([out] IWeakReference **reference);", 0),
        ("00000038", "HRESULT Get([out, retval, may_be_null] IWeakReference **reference);", 0),
        ("00000038", "HRESULT Get([in, out] BSTR *text);", 1),
        ("00000038", "HRESULT Get([out] IDispatch **reference);", 1),
        ("00000038", "HRESULT Get([out, no_addref] IWeakReference **reference);", 1),
        ("00000038", "HRESULT Get([out] IWeakReference ***reference);", 1),
        ("00000038", "HRESULT __cdecl Get([out] IWeakReference **reference);", 1),
        ("00000038", "ULONG Next(); HRESULT Get([out] IWeakReference **reference);", 1),
        ("00000003", &marshal("void"), 0),
        ("00000003", &marshal("IStream"), 1),
        ("00000003", "HRESULT A([in] DWORD number);", 1),
    ] {
        assert_eq!(errors(iid, methods), expected, "{iid} with {methods}");
    }
}

#[test]
fn every_vtable_begins_with_three_slots() {
    let errors = |slots: &str| {
        let text = format!(
            "typedef long HRESULT; [object, no_iid] interface IUnknown {{ {slots} }};
            [object, uuid(00000000-1111-2222-3333-000000000001)] interface A : IUnknown {{ HRESULT F([in] long a); }};"
        );
        let found = compile(&[("a.idl", &text)], &["a.idl"]);
        found.diagnostics.iter().filter(|one| one.severity == Severity::Error).count()
    };
    let three = "HRESULT Q([in] void *riid, [out] void **object); unsigned long A(); unsigned long R();";
    assert_eq!([errors(""), errors(three), errors(&format!("{three} HRESULT More();"))], [1, 0, 1]);
}

#[test]
fn one_mistake_gives_one_message() {
    let interface = "[object, uuid(00000000-1111-2222-3333-000000000001)] interface A : IUnknown";
    let text =
        format!("import \"unknwn.idl\"; {interface} {{ HRESULT F(); }} {interface} {{ HRESULT F([in] ULONG a); }}");
    assert_eq!(compile(&[("a.idl", &text)], &["a.idl"]).diagnostics.len(), 1);
}
