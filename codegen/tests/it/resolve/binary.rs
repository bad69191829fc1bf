//! The C++ header and the table of the binary interface of `tests/corpus/model/binary.idl`, compared with their goldens
//! (`BLESS=1` rewrites); and every header of that corpus through the C and C++ compilers that are there: the header's
//! own assertions make them judges of the layouts.

use crate::common::{compile_file, corpus};
use mapidl_codegen::export;
use mapidl_codegen::layout::Target;
use std::process::Command;

fn same_as(golden: &str, text: &str) {
    let path = corpus("model").join(golden);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).expect("writable");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == text, "{golden} is not what is written now, which is:\n{text}");
}

#[test]
fn header() {
    let compilation = compile_file("model", "binary.idl");
    assert!(compilation.is_ok(), "{:?}", compilation.diagnostics);
    same_as("binary.h", &export::cpp::header(&compilation.model, &compilation.layouts));
}

#[test]
fn abi() {
    let compilation = compile_file("model", "binary.idl");
    for target in Target::ALL {
        let golden = format!("binary.{}.json", target.name());
        same_as(&golden, &export::abi::json(&compilation.model, &compilation.layouts, target));
    }
}

/// Compilers with what makes them judge both widths of pointers.
const COMPILERS: [(&str, &[&str]); 6] = [
    ("g++", &["-x", "c++"]),
    ("gcc", &["-x", "c"]),
    ("x86_64-w64-mingw32-g++", &["-x", "c++"]),
    ("x86_64-w64-mingw32-gcc", &["-x", "c"]),
    ("i686-w64-mingw32-g++", &["-x", "c++"]),
    ("i686-w64-mingw32-gcc", &["-x", "c"]),
];

#[test]
fn compilers_accept_the_headers() {
    let dir = tempfile::tempdir().expect("a folder");
    for name in ["binary", "layout", "facts", "slots", "tags", "unions", "functions", "library", "constants"] {
        let compilation = compile_file("model", &format!("{name}.idl"));
        let header = dir.path().join(format!("{name}.h"));
        std::fs::write(&header, export::cpp::header(&compilation.model, &compilation.layouts)).expect("writable");
        let source = dir.path().join(format!("{name}.c"));
        std::fs::write(&source, format!("#include \"{name}.h\"\n")).expect("writable");
        for (compiler, options) in COMPILERS {
            let run = Command::new(compiler).args(options).arg("-fsyntax-only").arg(&source).output();
            let Ok(run) = run else {
                println!("{compiler} is not installed: {name} was not tried with it");
                continue;
            };
            assert!(run.status.success(), "{compiler}, {name}:\n{}", String::from_utf8_lossy(&run.stderr));
        }
    }
}
