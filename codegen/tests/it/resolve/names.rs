//! Who sees which name, across files, and that one mistake is reported once.

use crate::common::compile;
use mapidl_codegen::driver::Compilation;

/// Each diagnostic: file, underlined text, message.
fn said(compilation: &Compilation) -> Vec<String> {
    let sources = &compilation.sources;
    let line = |d: &mapidl_codegen::diag::Diagnostic| {
        let span = d.span().expect("a place");
        let file = sources.file(sources.locate(span).expect("a place").file);
        format!("{} {}: {} | {}", file.name, sources.text(span), d.message, d.help.as_deref().unwrap_or(""))
    };
    compilation.diagnostics.iter().map(line).collect()
}

const TYPES: (&str, &str) = ("types.idl", "typedef long NUMBER;");

#[test]
fn an_import_shows_names_and_passes_them_on() {
    let texts = [TYPES, ("mid.idl", "import \"types.idl\";"), ("a.idl", "import \"mid.idl\"; typedef NUMBER *P;")];
    assert!(compile(&texts, &["a.idl"]).is_ok());
}

#[test]
fn what_is_not_imported_is_not_seen_in_whatever_order_files_are_given() {
    let texts = [TYPES, ("a.idl", "typedef NUMBER *P;")];
    for roots in [["types.idl", "a.idl"], ["a.idl", "types.idl"]] {
        let said = said(&compile(&texts, &roots));
        let [one] = said.as_slice() else { panic!("{said:?}") };
        assert!(one.starts_with("a.idl NUMBER: `NUMBER` cannot be seen from here | "), "{one}");
        assert!(one.ends_with("write `import \"types.idl\";` at the top of the file"), "{one}");
    }
}

#[test]
fn files_may_import_each_other() {
    let a = "import \"b.idl\"; interface IB; typedef long NUMBER; typedef IB *PB; typedef TEXT *PT;";
    let b = "import \"a.idl\"; interface IA; typedef char TEXT; typedef IA *PA;";
    assert_eq!(said(&compile(&[("a.idl", a), ("b.idl", b)], &["a.idl"])), [""; 0]);
    let b = "import \"a.idl\"; typedef NUMBER *PN;";
    let said = said(&compile(&[("a.idl", "import \"b.idl\"; typedef long NUMBER;"), ("b.idl", b)], &["a.idl"]));
    let [one] = said.as_slice() else { panic!("{said:?}") };
    assert!(one.starts_with("b.idl NUMBER: `NUMBER` cannot be seen from here"), "{one}");
}

#[test]
fn a_forward_declaration_meets_the_definition_of_another_file() {
    let a = "interface IThing; typedef IThing *PTHING;";
    let b = "import \"unknwn.idl\"; import \"a.idl\";
        [object, no_iid] interface IThing : IUnknown { HRESULT Do([in] PTHING p); }";
    let compilation = compile(&[("a.idl", a), ("b.idl", b)], &["a.idl", "b.idl"]);
    assert_eq!(said(&compilation), [""; 0]);
    let things = compilation.model.interfaces.iter().filter(|(_, interface)| interface.head.name == "IThing");
    assert_eq!(things.map(|(_, interface)| interface.declared_only).collect::<Vec<_>>(), [false]);
}

#[test]
fn two_files_may_repeat_a_typedef() {
    let texts = [TYPES, ("a.idl", "import \"types.idl\"; typedef long NUMBER; typedef NUMBER *P;")];
    let compilation = compile(&texts, &["a.idl"]);
    assert_eq!(said(&compilation), [""; 0]);
    let model = &compilation.model;
    assert_eq!(model.order.iter().filter(|decl| model.head(**decl).name == "NUMBER").count(), 1);
}

#[test]
fn a_mistake_is_reported_once_and_others_are_still_found() {
    let text = "typedef Missing *First;
        typedef First Second[3];
        struct S { Second a; First b; [string] Second c; };
        const First VALUE = 1;
        const long SUM = VALUE + 1;
        typedef Absent Third;";
    let said = said(&compile(&[("a.idl", text)], &["a.idl"]));
    let words: Vec<_> = said.iter().map(|line| line.split(':').next().unwrap_or_default()).collect();
    assert_eq!(words, ["a.idl Missing", "a.idl Absent"]);
}

#[test]
fn chains_have_an_end() {
    let chain = |count: usize| {
        let steps = (0..count).map(|i| format!("typedef T{i} *T{};", i + 1));
        format!("typedef long T0;{}", steps.collect::<String>())
    };
    assert!(compile(&[("a.idl", &chain(120))], &["a.idl"]).is_ok());
    let said = said(&compile(&[("a.idl", &chain(2_000))], &["a.idl"]));
    let [one] = said.as_slice() else { panic!("{}", said.len()) };
    assert!(one.contains("more than 128 typedefs build on each other"), "{one}");
    let records = |count: usize| {
        let steps = (0..count).map(|i| format!("struct S{} {{ struct S{i} s; }};", i + 1));
        format!("struct S0 {{ long l; }};{}", steps.collect::<String>())
    };
    assert!(compile(&[("a.idl", &records(120))], &["a.idl"]).is_ok());
    assert!(!compile(&[("a.idl", &records(2_000))], &["a.idl"]).is_ok());
}

#[test]
fn a_base_may_have_many_derived_interfaces_and_a_chain_has_an_end() {
    let mut text = String::from("import \"unknwn.idl\";");
    for i in 1..200 {
        let base = if i == 1 { "IUnknown".to_owned() } else { format!("I{}", i - 1) };
        text += &format!("[object, no_iid] interface I{i} : {base} {{ HRESULT M{i}(); }}");
    }
    let said = said(&compile(&[("a.idl", &text)], &["a.idl"]));
    let [one] = said.as_slice() else { panic!("{said:?}") };
    assert!(one.starts_with("a.idl I129: `I129` has more than 128 bases"), "{one}");
}

#[test]
fn the_bundled_files_are_known_as_such() {
    let compilation = compile(&[("a.idl", "//! About a.\nimport \"unknwn.idl\";")], &["a.idl"]);
    let files: Vec<_> = compilation.model.files.iter().map(|(_, f)| (&*f.name, f.root, f.bundled)).collect();
    let Some((own, bundled)) = files.split_last() else { panic!("no files") };
    assert_eq!(*own, ("a.idl", true, false));
    assert_eq!(bundled.last(), Some(&("unknwn.idl", false, true)));
    assert!(bundled.iter().all(|(_, root, bundled)| !root && *bundled), "{bundled:?}");
    assert_eq!(compilation.model.files.iter().last().unwrap().1.docs, ["About a."]);
}

#[test]
fn a_coclass_may_list_interfaces_that_come_later_and_bear_the_name_of_its_library() {
    let text = "import \"unknwn.idl\";
        [uuid(00000000-1111-2222-3333-000000000001)] library Thing {
            [uuid(00000000-1111-2222-3333-000000000002)] coclass Thing { interface ILater; }
            [object, uuid(00000000-1111-2222-3333-000000000003)] interface ILater : IUnknown {}
        }";
    assert_eq!(said(&compile(&[("a.idl", text)], &["a.idl"])), [""; 0]);
}

#[test]
fn what_is_declared_here_is_not_seen_by_chance() {
    let a = "import \"unknwn.idl\"; [object, no_iid] interface IThing : IUnknown { HRESULT Do(); }";
    let b = "interface IThing; typedef IThing *PTHING;";
    let texts = [("a.idl", a), ("b.idl", b), ("c.idl", "import \"a.idl\"; import \"b.idl\";")];
    assert_eq!(said(&compile(&texts, &["c.idl"])), [""; 0]);
}
