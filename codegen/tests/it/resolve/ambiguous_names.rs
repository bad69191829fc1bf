//! Names that two files of a tree give to different things: each module says which one it means, and so do its mocks.

use crate::common::compile;
use mapidl_codegen::output::Layout;

const OLD: &str = "import \"unknwn.idl\";
    [object, uuid(00000000-1111-2222-3333-000000000001)] interface INode : IUnknown { HRESULT Old(); }";

const NEW: &str = "import \"unknwn.idl\";
    [object, uuid(00000000-1111-2222-3333-000000000002)] interface INode : IUnknown { HRESULT New([in] long x); }";

const USER: &str = "import \"new.idl\";
    [object, uuid(00000000-1111-2222-3333-000000000003)] interface ILeaf : INode { HRESULT Up([out] INode **node); }";

fn text(file: &str) -> String {
    let compilation = compile(&[("old.idl", OLD), ("new.idl", NEW), ("user.idl", USER)], &["old.idl", "user.idl"]);
    assert!(compilation.is_ok(), "{}", compilation.render());
    let outputs = compilation.rust(&Layout::Tree);
    let found = outputs.iter().find(|(name, _)| *name == file);
    found.unwrap_or_else(|| panic!("{file} is not written")).1.to_owned()
}

fn uses(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix("use ")?.strip_suffix(';')).filter(|u| !u.ends_with('*')).collect()
}

#[test]
fn a_module_says_what_it_means() {
    let expected = ["super::new::INode", "super::new::INode_Vtbl", "super::new::INode_Impl"];
    assert_eq!(uses(&text("user.rs")), expected);
    assert_eq!(uses(&text("old.rs")), [""; 0], "what a module declares itself needs no words");
}

#[test]
fn mocks_say_what_they_mean() {
    let items = ["super::super::new::INode", "super::super::new::INode_Vtbl", "super::super::new::INode_Impl"];
    assert_eq!(uses(&text("mock/new.rs")), items, "to mocks their own module's items are those of another");
    let with_base = [items.as_slice(), &["super::new::MockINode"]].concat();
    assert_eq!(uses(&text("mock/user.rs")), with_base);
}

/// A DLL's module is called otherwise in Rust.
#[test]
fn mocks_name_what_is_written() {
    let file = |number: u32| {
        format!(
            "import \"unknwn.idl\";
            [object, uuid(00000000-1111-2222-3333-00000000001{number})] interface I{number} : IUnknown {{ HRESULT F(); }}
            [dllname(\"a.dll\")] module Funcs {{ [entry(\"F{number}\")] HRESULT __stdcall F{number}([in] LONG f); }};"
        )
    };
    let compilation = compile(&[("one.idl", &file(1)), ("two.idl", &file(2))], &["one.idl", "two.idl"]);
    assert!(compilation.is_ok(), "{}", compilation.render());
    let outputs = compilation.rust(&Layout::Tree);
    let text = |file: &str| outputs.iter().find(|(name, _)| *name == file).unwrap_or_else(|| panic!("no {file}")).1;
    assert!(text("one.rs").contains("pub mod funcs {"));
    assert_eq!(uses(text("mock/one.rs")), ["super::super::one::funcs"]);
}
