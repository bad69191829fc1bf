//! `check`: exit codes, formats, options.

use crate::folder::{Folder, GREETER};

const BROKEN: &str = "import \"unknwn.idl\";
[object, uuid(0a1b2c3d-0001-0002-0003-000000000005)]
interface IBroken : IUnknown {
    HRESULT First([in] ULNOG a);
    HRESULT Second([in] NOTYPE b);
};
";

const WARNED: &str = "import \"unknwn.idl\";
[object, frobnicated, uuid(0a1b2c3d-0001-0002-0003-000000000006)]
interface IWarned : IUnknown {};
";

#[test]
fn clean_files_exit_with_0() {
    let folder = Folder::with_greeter();
    folder.run("check greeter.idl").code(0).silent().out("1 file, 1 interface, 2 methods: no errors, no warnings\n");
}

#[test]
fn all_errors_are_told_in_one_run() {
    let folder = Folder::with_greeter().file("broken.idl", BROKEN);
    let run = folder.run("check greeter.idl broken.idl").code(1).out("2 errors, no warnings\n");
    let run = run.says(&["error[IDL0201]", "ULNOG", "NOTYPE", "broken.idl:4:24", "broken.idl:5:25"]);
    assert!(run.err.contains("ULONG"), "the nearest name is missing: {}", run.err);
}

#[test]
fn a_flood_of_errors_is_cut_and_counted() {
    let lines: String = (0..150).map(|n| format!("typedef NOTYPE{n} T{n};\n")).collect();
    let folder = Folder::new().file("flood.idl", lines);
    let run =
        folder.run("check flood.idl").code(1).out("150 errors, no warnings\n").says(&["50 more errors are not shown"]);
    assert_eq!(run.err.matches("error[IDL0201]").count(), 100);
}

#[test]
fn warnings_do_not_fail() {
    let folder = Folder::new().file("warned.idl", WARNED);
    let run = folder.run("check warned.idl").code(0).says(&["warning[IDL0301]", "frobnicated"]);
    run.out("1 file, 1 interface, no methods: no errors, 1 warning\n");
}

#[test]
fn wrong_usage_exits_with_2() {
    let folder = Folder::with_greeter();
    for args in
        ["", "check", "check --frobnicate greeter.idl", "check -D 1X greeter.idl", "check -D =1 greeter.idl", "chekc"]
    {
        let run = folder.run(args).code(2).out("");
        assert!(!run.err.is_empty(), "`{args}` is refused without a word");
    }
}

#[test]
fn help_and_version_are_no_mistakes() {
    let folder = Folder::new();
    folder.run("--version").code(0).silent().out(&format!("mapidl {}\n", env!("CARGO_PKG_VERSION")));
    folder.run("--help").code(0).silent().prints(&["Examples:", "Exit codes: 0 clean"]);
    for command in ["check", "generate", "fmt", "show", "stats", "abi", "dump", "explain", "completions"] {
        folder.run(&format!("{command} --help")).code(0).silent().prints(&["Usage: mapidl", "Examples:"]);
    }
}

#[test]
fn without_a_path_the_folder_idl_is_read() {
    let folder = Folder::new().file("idl/greeter.idl", GREETER);
    folder.run("check").code(0).out("1 file, 1 interface, 2 methods: no errors, no warnings\n");
    Folder::with_greeter().run("check").code(2).says(&["no path is given", "`idl`"]);
}

#[test]
fn include_folders_and_macros_are_used() {
    let text = "import \"base.idl\";
#if LEVEL > 1
NONSENSE;
#endif
#ifdef EXTRA
const ULONG EXTRA_VALUE = EXTRA;
#endif
";
    let folder = Folder::new().file("a.idl", text).file("inc/base.idl", "import \"wtypes.idl\";");
    folder.run("check a.idl").code(1).says(&["error[IDL0005]", "base.idl"]);
    folder.run("check -I inc a.idl").code(0).silent();
    folder.run("check -Iinc -DLEVEL=1 a.idl").code(0).silent();
    folder.run("check -I inc -D LEVEL=2 a.idl").code(1).says(&["a.idl:3:"]);
    folder.run("show -I inc -D EXTRA=7 EXTRA_VALUE a.idl").code(0).prints(&["7 (0x00000007)"]);
    folder.run("show -I inc -D EXTRA EXTRA_VALUE a.idl").code(0).prints(&["1 (0x00000001)"]);
}

#[test]
fn short_messages_are_a_line_each() {
    let folder = Folder::new().file("broken.idl", BROKEN);
    let run = folder.run("--message-format short check broken.idl").code(1);
    let lines: Vec<_> = run.err.lines().collect();
    assert_eq!(lines.len(), 2, "{run:?}");
    assert!(lines[0].starts_with("broken.idl:4:24: error[IDL0201]: "), "{run:?}");
    assert!(lines[1].starts_with("broken.idl:5:25: error[IDL0201]: "), "{run:?}");
}

#[test]
fn json_messages_are_an_object_each() {
    let folder = Folder::new().file("broken.idl", BROKEN);
    let run = folder.run("check broken.idl --message-format json").code(1);
    let objects: Vec<serde_json::Value> = run.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), 2);
    for object in &objects {
        assert_eq!(object["code"], "IDL0201");
        assert!(object["message"].is_string(), "{object}");
    }
    assert_eq!(run.json()["summary"]["errors"], 2);
}

#[test]
fn json_tells_what_was_checked() {
    let folder = Folder::new().file("warned.idl", WARNED);
    let summary = folder.run("check warned.idl --message-format json").code(0).json();
    assert_eq!(
        summary,
        serde_json::json!({"summary": {"files": 1, "interfaces": 1, "methods": 0, "errors": 0, "warnings": 1}})
    );
}

#[test]
fn colours_are_chosen() {
    let folder = Folder::new().file("broken.idl", BROKEN);
    let coloured = |args: &str| folder.run(args).code(1).err.contains('\x1b');
    assert!(coloured("check broken.idl --color always"));
    assert!(!coloured("check broken.idl --color never"));
    assert!(!coloured("check broken.idl"), "standard error is no terminal here");
    assert!(!coloured("check broken.idl --color always --message-format json"));
}
