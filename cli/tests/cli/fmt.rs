//! `fmt`: nothing is lost, nothing changes its meaning.

use crate::folder::{Folder, GREETER};

const UGLY: &str = "//! What doors say.
#ifndef __MAPIDL__
#include \"prelude.h\"
#endif
import   \"unknwn.idl\" ;
#define NUMBER ULONG

// A plain comment between declarations.
/// A limit.
  const   ULONG  LIMIT=1+2 ;
const NUMBER OTHER = 4;
typedef struct _KEPT { ULONG   a; /* why */ } KEPT;
[object,uuid(0a1b2c3d-0001-0002-0003-00000000000b)]
interface IDoor:IUnknown{
/// Opens.
HRESULT Open( [in]ULONG   ulDoor,[out,retval]LONG*plSaid );
};
";

const PRETTY: &str = "//! What doors say.
#ifndef __MAPIDL__
#include \"prelude.h\"
#endif
import \"unknwn.idl\";
#define NUMBER ULONG

// A plain comment between declarations.
/// A limit.
const ULONG LIMIT = 1 + 2;
const NUMBER OTHER = 4;
typedef struct _KEPT { ULONG   a; /* why */ } KEPT;
[object, uuid(0a1b2c3d-0001-0002-0003-00000000000b)]
interface IDoor : IUnknown
{
    /// Opens.
    HRESULT Open([in] ULONG ulDoor, [out, retval] LONG *plSaid);
}
";

#[test]
fn declarations_are_printed_and_the_rest_is_kept() {
    let folder = Folder::new().file("door.idl", UGLY);
    let model = folder.run("dump --stage plan door.idl").code(0).out;
    folder.run("fmt door.idl").code(0).out("1 file formatted, 0 unchanged\n").says(&["door.idl: 2 declarations left"]);
    assert_eq!(folder.read("door.idl"), PRETTY);
    assert_eq!(folder.run("dump --stage plan door.idl").code(0).out, model);
    folder.run("fmt door.idl").code(0).out("no files formatted, 1 unchanged\n");
    folder.run("fmt door.idl --check").code(0).out("1 file formatted\n");
}

#[test]
fn a_check_shows_and_writes_nothing() {
    let folder = Folder::new().file("door.idl", UGLY).file("pretty.idl", PRETTY.replace("000b)", "000c)"));
    let run = folder.run("fmt --check door.idl pretty.idl").code(1);
    run.prints(&[
        "door.idl: differs\n",
        "\n-  const   ULONG  LIMIT=1+2 ;\n",
        "\n+const ULONG LIMIT = 1 + 2;\n",
        "1 of 2 files",
    ]);
    let json = folder.run("fmt --check door.idl --message-format json").code(1).json();
    assert_eq!((&json["file"], &json["state"]), (&"door.idl".into(), &"differs".into()));
    assert_eq!(folder.read("door.idl"), UGLY);
}

#[test]
fn line_ends_are_kept() {
    let folder = Folder::new().file("door.idl", UGLY.replace('\n', "\r\n"));
    folder.run("fmt door.idl").code(0).prints(&["1 file formatted"]);
    assert_eq!(folder.read("door.idl"), PRETTY.replace('\n', "\r\n"));
}

#[test]
fn old_macs_line_ends_and_marks_are_kept() {
    let folder = Folder::new()
        .file("mac.idl", "const   long A = 1;\rtypedef  struct S { long a; long b; } S;\r")
        .file("mark.idl", "\u{feff}const   long A = 1;\r\n")
        .file("dos.idl", "const   long A = 1;\r\n\u{1a}\r\n")
        .file("both.idl", "const   long A = 1;\r\n// old\rconst long B = 2;\r\n");
    folder.run("fmt mac.idl mark.idl dos.idl").code(0).prints(&["3 files formatted"]);
    folder.run("fmt both.idl").code(0).says(&["its lines end in two ways"]);
    let mac = folder.read("mac.idl");
    assert!(mac.starts_with("const long A = 1;\rtypedef struct S {\r    long a;\r") && !mac.contains('\n'), "{mac:?}");
    assert_eq!(folder.read("mark.idl"), "\u{feff}const long A = 1;\r\n");
    assert_eq!(folder.read("dos.idl"), "const long A = 1;\r\n\u{1a}\r\n");
    assert!(folder.read("both.idl").starts_with("const   long A"));
    folder.run("fmt mac.idl mark.idl dos.idl --check").code(0);
}

#[test]
fn only_files_that_were_read_are_written() {
    let folder =
        Folder::new().file("inc/a.idl", "const   long A = 1;\n").file("latin.idl", b"const   long A = 1; // \xe4\n");
    folder.run("fmt oleidl.idl unknwncore.idl").code(0);
    folder.run("fmt -I inc a.idl").code(0).prints(&["1 file formatted"]);
    assert_eq!(folder.read("inc/a.idl"), "const long A = 1;\n");
    folder.run("fmt latin.idl");
    assert_eq!(folder.list(""), ["inc/a.idl", "latin.idl"]);
    let latin = std::fs::read(folder.path("latin.idl")).unwrap();
    assert!(latin.contains(&0xe4) || !latin.contains(&0xc3), "{latin:?}");
}

#[test]
fn errors_format_nothing() {
    let folder = Folder::new().file("door.idl", UGLY).file("broken.idl", "const ULONG = ;");
    folder.run("fmt door.idl broken.idl").code(1).out("").says(&["error[IDL0101]", "broken.idl"]);
    assert_eq!(folder.read("door.idl"), UGLY);
}

#[test]
fn what_is_included_stays_where_it_is() {
    let text = "#include \"part.h\"\nconst   ULONG A = 1;\n";
    let folder = Folder::new().file("a.idl", text).file("part.h", "const   ULONG B = 2;\n");
    folder.run("fmt a.idl").code(0).silent();
    assert_eq!(folder.read("a.idl"), "#include \"part.h\"\nconst ULONG A = 1;\n");
    assert_eq!(folder.read("part.h"), "const   ULONG B = 2;\n");
}

#[test]
fn code_that_is_switched_off_is_kept() {
    let text = "#if 0\nconst   ULONG OFF = 1;\n#endif\n#ifdef NEVER\nnonsense (\n#endif\n";
    let folder = Folder::new().file("a.idl", text);
    folder.run("fmt a.idl").code(0).out("no files formatted, 1 unchanged\n");
    assert_eq!(folder.read("a.idl"), text);
}

#[test]
fn formatting_again_changes_nothing() {
    let folder = Folder::new().file("greeter.idl", GREETER);
    folder.run("fmt greeter.idl").code(0);
    let once = folder.read("greeter.idl");
    folder.run("fmt greeter.idl").code(0).out("no files formatted, 1 unchanged\n");
    assert_eq!(folder.read("greeter.idl"), once);
}

#[test]
fn the_files_of_mapi_are_formatted() {
    let idl = concat!(env!("CARGO_MANIFEST_DIR"), "/../idl");
    Folder::new().run(&format!("fmt --check {idl}")).code(0);
}
