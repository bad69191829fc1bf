//! What can stand for an input: files of every kind, folders, nothing.

use crate::folder::{Folder, GREETER};

#[test]
fn folders_are_read_in_order_and_no_deeper() {
    let folder = Folder::new()
        .file("all/b.idl", "interface IFirst; NONSENSE;")
        .file("all/a.idl", "interface ISecond; NONSENSE;")
        .file("all/notes.txt", "no IDL")
        .file("all/deep/c.idl", "NONSENSE;");
    let run = folder.run("--message-format short check all").code(1);
    let files: Vec<_> = run.err.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(files, ["all/a.idl", "all/b.idl"], "{run:?}");
}

#[test]
fn upper_case_files_are_idl_too() {
    let folder = Folder::new().file("all/GREETER.IDL", GREETER);
    folder.run("check all").code(0).prints(&["1 file, 1 interface"]);
}

#[test]
fn paths_that_give_no_text_are_all_told() {
    let folder = Folder::with_greeter().folder("empty").folder("odd.idl");
    let run = folder.run("check missing.idl empty greeter.idl odd.idl").code(1).out("3 errors, no warnings\n");
    let run = run.says(&["`missing.idl`", "`empty`", "`odd.idl`"]);
    assert_eq!(run.err.matches("error[IDL0001]").count(), 3, "{run:?}");
}

#[test]
fn a_folder_with_a_files_name_inside_a_folder_is_told() {
    let folder = Folder::new().file("all/a.idl", GREETER).folder("all/odd.idl");
    folder.run("check all").code(1).says(&["error[IDL0001]", "all/odd.idl", "directory"]);
}

#[test]
fn a_file_below_a_file_is_missing() {
    let folder = Folder::with_greeter();
    folder.run("check greeter.idl/a.idl").code(1).says(&["error[IDL0001]", "greeter.idl/a.idl"]);
}

#[test]
fn a_file_named_twice_is_one_file() {
    let folder = Folder::new().file("all/greeter.idl", GREETER);
    folder.run("check all all/greeter.idl ./all/../all/greeter.idl").code(0).prints(&["1 file, 1 interface"]);
}

#[test]
fn windows_files_are_read() {
    let text = format!("\u{feff}{}", GREETER.replace('\n', "\r\n"));
    let folder = Folder::new().file("a.idl", text);
    folder.run("check a.idl").code(0).silent().prints(&["1 file, 1 interface, 2 methods"]);
    let plain = Folder::with_greeter().run("show IGreeter greeter.idl").out;
    assert_eq!(folder.run("show IGreeter a.idl").out.replace("a.idl", "greeter.idl"), plain);
}

#[test]
fn an_empty_file_declares_nothing() {
    let folder = Folder::new().file("a.idl", "").file("b.idl", "\u{feff}").file("c.idl", "// nothing\n");
    folder.run("check a.idl b.idl c.idl").code(0).silent().prints(&["3 files, no interfaces"]);
}

#[test]
fn bytes_that_are_no_idl_are_refused() {
    let utf16: Vec<u8> = "\u{feff}interface I;".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = Folder::new()
        .file("nul.idl", "interface IFoo;\0")
        .file("latin.idl", b"// gr\xfc\xdfe\n")
        .file("wide.idl", utf16)
        .file("odd.idl", b"\xff\xfei\0n")
        .file("binary.idl", (0..=255).collect::<Vec<u8>>());
    folder.run("check nul.idl").code(1).says(&["error[IDL0103]", "nul.idl:1:16"]);
    folder.run("check latin.idl").code(0).silent().prints(&["1 file, no interfaces"]);
    folder.run("check wide.idl").code(0).silent().prints(&["1 file, no interfaces"]);
    folder.run("check odd.idl").code(1).says(&["error[IDL0003]", "UTF-16"]);
    folder.run("check binary.idl").code(1).says(&["error[IDL0003]"]);
}

#[test]
fn every_command_reports_what_it_cannot_read() {
    let folder = Folder::new();
    for command in
        ["check", "generate -o out", "show X", "stats", "abi --json", "dump --stage ast", "dump --stage model"]
    {
        let run = folder.run(&format!("{command} missing.idl")).code(1).says(&["error[IDL0001]", "`missing.idl`"]);
        assert!(!run.err.contains("panicked"));
    }
    assert!(!folder.path("out").exists());
}
