//! The mistakes that `resolve` reports: each `tests/corpus/errors/IDLnnnn-slug.idl` of its hundreds is compiled, and
//! what is said of it, underlined text and help included, compared with the `.stderr` beside it. `BLESS=1` rewrites.

use crate::common::{compile_file, corpus};
use mapidl_codegen::diag::{Code, render};
use std::path::PathBuf;

/// The files of the hundreds that belong to `resolve`, with their codes.
fn files() -> Vec<(PathBuf, Code)> {
    let entries = std::fs::read_dir(corpus("errors")).expect("the corpus is there");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "idl"))
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            let code = Code::parse(name.get(..7)?)?;
            ours(code).then_some((path, code))
        })
        .collect();
    files.sort();
    files
}

fn ours(code: Code) -> bool {
    (200..500).contains(&code.number())
}

#[test]
fn goldens() {
    let mut wrong = Vec::new();
    for (path, code) in files() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let compilation = compile_file("errors", name);
        let text = render::plain(&compilation.diagnostics, &compilation.sources);
        let shown = compilation.diagnostics.iter().any(|diagnostic| diagnostic.code == code);
        assert!(shown, "{name} does not show its own code:\n{text}");
        let golden = path.with_extension("stderr");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&golden, &text).expect("writable");
        } else if std::fs::read_to_string(&golden).ok().as_ref() != Some(&text) {
            wrong.push(format!("{name} says something else (BLESS=1 rewrites):\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_file() {
    let shown: Vec<_> = files().into_iter().map(|(_, code)| code).collect();
    let missing: Vec<_> = Code::ALL.iter().filter(|code| ours(**code) && !shown.contains(code)).collect();
    assert!(missing.is_empty(), "no file in the corpus shows {missing:?}");
}
