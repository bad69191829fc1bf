//! `abi`, `dump`, `stats`, `explain`, `completions`: results for programs and for the curious.

use crate::folder::Folder;
use std::io::Read as _;
use std::process::Stdio;

#[test]
fn the_abi_is_told_per_target() {
    let folder = Folder::with_greeter();
    let wide = folder.run("abi --json --target x86_64 greeter.idl").code(0).silent().json();
    let narrow = folder.run("abi --json --target i686 greeter.idl").code(0).silent().json();
    assert_eq!(wide["interfaces"]["IGreeter"]["methods"][1]["slot"], 4);
    assert_eq!(wide["structs"]["SGREETING"]["size"], 32);
    assert_eq!(narrow["structs"]["SGREETING"]["size"], 24);
    assert_eq!(folder.run("abi --json greeter.idl").code(0).json(), wide);
    folder.run("abi --json --target arm64 greeter.idl").code(2).says(&["x86_64", "i686"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::with_greeter();
    for args in ["abi --json greeter.idl", "dump --stage model greeter.idl", "explain", "completions bash", "--help"] {
        let mut child = folder.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{args}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Folder::with_greeter().command("abi --json greeter.idl").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("standard output cannot be written"));
}

#[test]
fn each_stage_is_dumped() {
    let folder = Folder::with_greeter();
    let dump = |stage: &str| folder.run(&format!("dump --stage {stage} greeter.idl")).code(0).silent().json();
    let ast = dump("ast");
    assert_eq!(ast[0]["file"], "greeter.idl");
    assert!(ast[0]["ast"]["items"].as_array().unwrap().len() >= 5);
    assert!(dump("model")["interfaces"].as_array().unwrap().iter().any(|i| i["head"]["name"] == "IGreeter"));
    assert_eq!(dump("plan")["modules"][0]["name"], "greeter");
    folder.run("dump --stage tokens greeter.idl").code(2);
    folder.run("dump greeter.idl").code(2).says(&["--stage"]);
}

#[test]
fn one_declaration_is_dumped() {
    let folder = Folder::with_greeter();
    let dump = |stage: &str, name: &str| folder.run(&format!("dump --stage {stage} {name} greeter.idl")).code(0).json();
    assert_eq!(dump("ast", "IGreeter")["kind"]["Interface"]["name"]["text"], "IGreeter");
    assert_eq!(dump("ast", "Recall")["kind"]["Function"]["params"].as_array().unwrap().len(), 3);
    assert_eq!(dump("ast", "VOLUME_LOUD"), dump("ast", "VOLUME"));
    assert_eq!(dump("model", "IGreeter")["methods"][0]["slot"], 3);
    assert_eq!(dump("model", "_SGREETING")["head"]["name"], "SGREETING");
    assert_eq!(dump("plan", "IGreeter")["Interface"]["methods"][0]["name"], "greet");
    for stage in ["ast", "model", "plan"] {
        let run = folder.run(&format!("dump --stage {stage} IGreetre greeter.idl")).code(1).out("");
        run.says(&["error[IDL0006]", "`IGreetre`", "`IGreeter`"]);
    }
}

#[test]
fn a_tree_is_dumped_only_of_text_that_parses() {
    let folder = Folder::with_greeter().file("broken.idl", "interface IBroken {");
    folder.run("dump --stage ast greeter.idl broken.idl").code(1).out("").says(&["error[IDL01", "broken.idl"]);
}

#[test]
fn unsafe_methods_are_counted_with_their_reason() {
    let expected = "\
methods  safe caller  safe provider  raw  reserved  interface
      2            1              1    1         0  IGreeter
      2            1              1    1         0  total

raw, because of
IGreeter::Recall
    pvUnknown: memory of no known type
";
    Folder::with_greeter().run("stats greeter.idl").code(0).silent().out(expected);
}

#[test]
fn reserved_slots_are_counted_apart() {
    let text = "import \"unknwn.idl\";
[object, uuid(0a1b2c3d-0001-0002-0003-00000000000a)]
interface IReserved : IUnknown { [placeholder] HRESULT Slot3(); HRESULT Real(); };
";
    let folder = Folder::new().file("a.idl", text);
    folder.run("stats a.idl").code(0).prints(&["      2            1              2    0         1  IReserved\n"]);
}

#[test]
fn codes_are_explained() {
    let folder = Folder::new();
    let list = folder.run("explain").code(0).silent().out;
    let codes: Vec<_> = list.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert!(codes.len() > 30 && codes.is_sorted(), "{codes:?}");
    for code in &codes {
        let page = folder.run(&format!("explain {code}")).code(0).out;
        assert!(page.starts_with(&format!("{code}: ")) && page.lines().count() >= 3, "{page}");
    }
    assert_eq!(folder.run("explain idl0201").out, folder.run("explain 201").out);
    for wrong in ["IDL9999", "nonsense"] {
        folder.run(&format!("explain {wrong}")).code(2).says(&["there is no such code"]);
    }
}

#[test]
fn shells_get_their_scripts() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        folder.run(&format!("completions {shell}")).code(0).silent().prints(&["mapidl", "message-format"]);
    }
    folder.run("completions tcsh").code(2);
}
